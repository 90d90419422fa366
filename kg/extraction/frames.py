"""What verbs say: subject, verb and object in the active and the passive, with prepositions, joined things each for itself.

The cues are the ontology's: `cue:verb`, `cue:agentVerb` and `cue:passive`.

References
----------
.. [1] de Marneffe and Nivre 2019, "Dependency Grammar", Annual Review of Linguistics 5.
"""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.modality import modality, with_to
from kg.extraction.scene import Scene, conjoined, fact, objects_of, office_at, words
from kg.extraction.verdicts import governor
from kg.extraction.wordlist import words as word_list
from kg.model import Statement

_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})


def frames(scene: Scene) -> Iterator[Statement]:
    """One statement for each pair of ends that a verb of the cues connects, in text order."""
    for verb in scene.doc:
        if verb.pos_ in ("VERB", "AUX"):
            for kind, name, subject, object_ in _ends(scene, verb):
                yield from _statements(scene, verb, kind, name, subject, object_)
            if verb.lemma_ == "sell":
                yield from _sold(scene, verb)


def _sold(scene: Scene, verb: Token) -> Iterator[Statement]:
    """'Acme sold Vandel to Bolt', 'Vandel was sold by Acme to Bolt': who has it now and who had it."""
    manner, passive = modality(verb), is_passive(verb)
    sold = [i for c in (subjects_of(verb) if passive else (c for c in verb.children if c.dep_ == "dobj")) for i in conjoined(scene, c)]
    givers = [i for c in (objects_of(verb, "by") if passive else subjects_of(verb)) for i in conjoined(scene, c)]
    takers = [i for p in verb.children if p.lower_ == "to" for c in p.children if c.dep_ == "pobj" for i in conjoined(scene, c)]
    for thing, what in sold:
        if not scene.things[thing].named or not any(scene.is_a(thing, c) for c in _OBJECTS["acquires"]):
            continue
        for taker, who in takers:
            if taker != thing and any(scene.is_a(taker, c) for c in _SUBJECTS["acquires"]):
                yield fact(taker, "acquires", thing, words(scene, what, verb, who), rule="verb-sell-to", modality=manner)
        for giver, who in givers if manner == "Actual" else ():
            if giver != thing and scene.ontology.fits("formerlyOwnedBy", scene.things[thing].type, scene.things[giver].type):
                yield fact(thing, "formerlyOwnedBy", giver, words(scene, who, verb, what), rule="verb-sell")


def _ends(scene: Scene, verb: Token) -> Iterator[tuple[str, str, Token, Token]]:
    """(kind of cue, property, grammatical subject, object) of each reading of the verb."""
    cues = scene.ontology.cues
    lemma = _cue_of(verb)
    passive = is_passive(verb)
    subjects = subjects_of(verb)
    for phrase, object_ in _objects(verb, lemma):
        kinds = ("passive", "agentVerb", "verb") if passive else ("verb", "agentVerb")
        for kind in kinds:
            for name in cues.get(kind, {}).get(phrase, ()):
                if passive and kind != "passive" and " " in phrase and phrase != lemma:
                    continue
                for subject in subjects:
                    yield kind, name, subject, object_
    if passive:
        for agent in objects_of(verb, "by"):
            for kind in ("agentVerb", "verb"):
                for name in cues.get(kind, {}).get(lemma, ()):
                    for patient in subjects:
                        yield kind, name, agent, patient


def phrase_of(verb: Token) -> str:
    """The verb with its particle: 'point out'."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()} {particle}".strip()


def _cue_of(verb: Token) -> str:
    """The phrase of the verb that is looked for among the cues: who is shot dead, stabbed to death or fatally beaten is killed."""
    deadly = verb.lemma_.lower() in _VIOLENT and any(
        c.lower_ in ("fatally", "dead") or (c.lower_ == "to" and any(e.lower_ == "death" for e in c.children)) for c in verb.children
    )
    return "kill" if deadly else phrase_of(verb)


_VIOLENT: Final = word_list(
    "shoot stab beat strangle bludgeon hack club knife kick trample burn crush bite choke torture batter stone wound"
)


def subjects_of(verb: Token) -> list[Token]:
    """Subjects of the verb; of a relative clause its noun, of a joined verb or an infinitive those of the governing verb."""
    own = [c for c in verb.children if c.dep_ in _SUBJECT]
    if own:
        return [verb.head if s.lower_ in ("who", "which", "that") and verb.dep_ == "relcl" else s for s in own]
    if verb.dep_ in ("acl", "relcl"):
        if verb.head.dep_ == "attr" and with_to(verb):  # "became the first country to ratify it"
            return subjects_of(verb.head.head)
        return [verb.head] if verb.tag_ in ("VBN", "VBG") or verb.dep_ == "relcl" else []
    urged = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i] if verb.dep_ == "xcomp" else []
    if urged and verb.head.lemma_ in _URGING:  # "urged Norland to attack Sudland"
        return urged
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX") and verb.head != verb:
        return subjects_of(verb.head)
    return blamed(verb.head) if verb.dep_ == "pcomp" else []


def blamed(preposition: Token) -> list[Token]:
    """Whom a verb accuses, convicts or clears of what stands behind the preposition, or keeps 'from' it: its object, or its subject."""
    verb = governor(preposition) or (preposition.head if preposition.lower_ == "from" and preposition.head.pos_ == "VERB" else None)
    if verb is None:
        return []
    return [c for c in verb.children if c.dep_ == "dobj"] or subjects_of(verb)


_URGING: Final = word_list(
    "urge ask order tell force want allow invite persuade encourage press help enable lead cause require instruct warn advise let make get"
)
"""Verbs whose object does what the infinitive behind them says."""


def _objects(verb: Token, lemma: str) -> Iterator[tuple[str, Token]]:
    """(phrase of the cue, object): the direct object, the object of a preposition, with a noun between ('hold talks with')."""
    for child in verb.children:
        if child.dep_ in ("dobj", "obj") or (child.dep_ == "attr" and verb.lemma_ != "be"):
            yield lemma, child
            for prep in child.children:
                if prep.dep_ == "prep":
                    for end in prep.children:
                        if end.dep_ == "pobj":
                            yield f"{lemma} {child.lemma_.lower()} {prep.lower_}", end
        elif child.dep_ == "prep":
            for end in child.children:
                if end.dep_ == "pobj":
                    yield f"{lemma} {child.lower_}", end
    if lemma in _ARRIVING:  # "comes to Acme from Bolt", wherever the parse hangs 'from'
        reached = [c for c in verb.children if c.dep_ == "dobj"] + objects_of(verb, "to")
        yield from ((f"{lemma} from", end) for place in reached for end in objects_of(place, "from"))


_ARRIVING: Final = frozenset({"come", "join", "arrive"})


def is_passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject undergoes what it says: 'was bought', 'a firm bought by'."""
    said = {c.dep_ for c in verb.children}
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN" and "dobj" not in said  # "gunmen on motorbikes killed nine"
    return participle or not said.isdisjoint({"nsubjpass", "auxpass"})


def _statements(scene: Scene, verb: Token, kind: str, name: str, subject: Token, object_: Token) -> Iterator[Statement]:
    manner = modality(verb)
    if verb.lemma_ == "bear" and manner in ("Planned", "Intended"):  # who is born is so, whatever is hoped of it
        manner = "Actual"
    if verb.lemma_ == "divorce" and manner == "Actual":  # of two who are not married any more
        manner = "Denied"
    for a, left in conjoined(scene, subject):
        for b, right in conjoined(scene, object_):
            if name in _BY_OFFICE:
                a, b = office_at(scene, a, left), office_at(scene, b, right)
            s, o = (b, a) if kind == "agentVerb" else (a, b)
            if s != o and scene.ontology.fits(name, scene.things[s].type, scene.things[o].type) and _sensible(scene, verb, name, s, o):
                yield fact(
                    s,
                    name,
                    o,
                    words(scene, left, verb, right),
                    rule=f"{kind}-{_cue_of(verb).replace(' ', '-')}",
                    modality=manner,
                )


_BY_OFFICE: Final = frozenset({"approvedBy", "signedBy", "issuedBy", "proposedBy"})
"""An office approves, not the nameless person that holds it."""

_OBJECTS: Final = {
    "acquires": ("Organization", "Product", "Facility"),
    "memberOf": ("Organization", "Group"),
    "participatesIn": ("Event", "Initiative"),
    "foundedBy": ("Person", "Organization", "Country"),
    "ownedBy": ("Person", "Organization", "Country"),
    "educatedAt": ("EducationOrResearchBody",),
    "opponentOf": ("Organization", "Person", "Country", "Group"),
    "supports": ("Organization", "Person", "Country", "Group", "Work", "Event", "Initiative"),
    "opposes": ("Organization", "Person", "Country", "Group", "Work", "Event", "Initiative"),
    "investigates": ("Organization", "Person", "Event"),
    "awardReceived": ("Award",),
    "formerlyWorkedFor": ("Organization",),
    "invokes": ("Work",),
}  # fmt: skip
"""Ends that a property takes when a verb says it, narrower than its range."""

_SUBJECTS: Final = {
    "foundedBy": ("Organization", "Initiative"),
    "ownedBy": ("Organization", "Product", "Facility", "Work"),
    "headOf": ("Person",),
    "worksFor": ("Person",),
    "operatedBy": ("Product", "Facility", "Organization"),
    "fundedBy": ("Organization", "Initiative", "Facility", "Event", "Work"),
    "producedBy": ("Product",),
    "locatedIn": ("Organization", "Place"),
    "livesIn": ("Person", "Group"),
    "organizedBy": ("Event",),
    "succeeds": ("Person", "Organization"),
    "implementedBy": ("Initiative", "Work"),
    "rejectedBy": ("Work", "Event", "Initiative"),
    "proposedBy": ("Work", "Event", "Initiative"),
    "borders": ("Place",),
    "acquires": ("Person", "Organization", "Country"),
    "killed": ("Person", "Organization", "Group", "Country"),
}  # fmt: skip


_BY_VERB: Final = {
    ("visit", "meets"): (("Agent",), ("Person", "Organization", "Group")),
    ("operate", "locatedIn"): (("Facility", "Centre"), ("Place",)),
    ("join", "worksFor"): (("Person",), ("Company",)),
    ("quit", "formerMemberOf"): (("Person",), ("PoliticalParty",)),
    ("leave", "formerMemberOf"): (("Person",), ("PoliticalParty",)),
    ("withdraw", "formerMemberOf"): (("Country",), ("InternationalOrganization",)),
    ("elect", "memberOf"): (("Person",), ("Legislature", "GovernmentBody", "Organization")),
}  # fmt: skip
"""Ends that a property takes when that verb says it: who visits a country need not meet it, a plant that operates in Oslo stands there."""


def _sensible(scene: Scene, verb: Token, name: str, subject: str, object_: str) -> bool:
    left, right = _BY_VERB.get((verb.lemma_, name), ((), ()))
    if left and not (any(scene.is_a(subject, c) for c in left) and any(scene.is_a(object_, c) for c in right)):
        return False
    if name == "memberOf" and scene.things[subject].type == "Person" and scene.things[object_].type in ("Country", "Company"):
        return False
    if (verb.lemma_, name) == ("dismiss", "opposes") and scene.is_a(subject, "Organization") and scene.things[object_].type == "Person":
        return False
    if name == "formerlyWorkedFor" and scene.things[object_].type == "PoliticalParty":
        return False
    if name == "headOf" and not scene.is_a(object_, "Organization"):
        return False
    if name == "succeeds" and scene.is_a(subject, "Person") != scene.is_a(object_, "Person"):
        return False
    return (name not in _SUBJECTS or any(scene.is_a(subject, c) for c in _SUBJECTS[name])) and (
        name not in _OBJECTS or any(scene.is_a(object_, c) for c in _OBJECTS[name])
    )
