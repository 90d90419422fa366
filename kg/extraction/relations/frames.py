"""What verbs say: subject, verb and object in the active and the passive, with prepositions, joined things each for itself.

The cues are the ontology's: `cue:verb`, `cue:agentVerb`, `cue:endingVerb` and `cue:passive`.

References
----------
.. [1] de Marneffe and Nivre 2019, "Dependency Grammar", Annual Review of Linguistics 5.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import earlier, is_passive, phrase_of, subjects_of
from kg.extraction.commitment.modality import modality
from kg.extraction.relations.takes import OBJECTS, SUBJECTS, sensible
from kg.extraction.scene import Scene, conjoined, fact, objects_of, office_at, words
from kg.extraction.trained.labels import SYMMETRIC
from kg.extraction.wordlist import words as word_list
from kg.model import Modality, Statement


def frames(scene: Scene) -> Iterator[Statement]:
    """One statement for each pair of ends that a verb of the cues connects, in text order."""
    for verb in scene.doc:
        if verb.pos_ in ("VERB", "AUX"):
            for kind, name, subject, object_ in (*_ends(scene, verb), *_backed(scene, verb)):
                yield from _statements(scene, verb, kind, name, subject, object_)
            yield from _each_other(scene, verb)
            if verb.lemma_ == "sell":
                yield from _sold(scene, verb)
            if verb.lemma_ in ("buy", "acquire", "purchase") and modality(verb) == "Actual":
                yield from _bought(scene, verb)


def _sold(scene: Scene, verb: Token) -> Iterator[Statement]:
    """'Acme sold Vandel to Bolt', 'Vandel was sold by Acme to Bolt': who has it now and who had it."""
    manner, passive = modality(verb), is_passive(verb)
    sold = [i for c in (subjects_of(verb) if passive else (c for c in verb.children if c.dep_ == "dobj")) for i in conjoined(scene, c)]
    givers = [i for c in (objects_of(verb, "by") if passive else subjects_of(verb)) for i in conjoined(scene, c)]
    takers = [i for p in verb.children if p.lower_ == "to" for c in p.children if c.dep_ == "pobj" for i in conjoined(scene, c)]
    for thing, what in sold:
        if not scene.things[thing].named or not any(scene.is_a(thing, c) for c in OBJECTS["acquires"]):
            continue
        for taker, who in takers:
            if taker != thing and any(scene.is_a(taker, c) for c in SUBJECTS["acquires"]):
                yield fact(taker, "acquires", thing, words(scene, what, verb, who), rule="verb-sell-to", modality=manner)
        habit = verb.tag_ in ("VBZ", "VBP") and not takers  # who sells phones has not owned them
        for giver, who in givers if manner == "Actual" and not habit else ():
            if giver != thing and scene.ontology.fits("formerlyOwnedBy", scene.things[thing].type, scene.things[giver].type):
                yield fact(thing, "formerlyOwnedBy", giver, words(scene, who, verb, what), rule="verb-sell")


def _bought(scene: Scene, verb: Token) -> Iterator[Statement]:
    """'Acme bought Vandel from Bolt': who had it."""
    what = subjects_of(verb) if is_passive(verb) else [c for c in verb.children if c.dep_ == "dobj"]
    for giver, who in (pair for host in (verb, *what) for end in objects_of(host, "from") for pair in conjoined(scene, end)):
        for thing, token in (pair for end in what for pair in conjoined(scene, end)):
            kinds = any(scene.is_a(thing, c) for c in OBJECTS["acquires"]) and scene.is_a(giver, "Agent")
            if giver != thing and kinds and scene.ontology.fits("formerlyOwnedBy", scene.things[thing].type, scene.things[giver].type):
                yield fact(thing, "formerlyOwnedBy", giver, words(scene, token, verb, who), rule="verb-buy-from")


def _ends(scene: Scene, verb: Token) -> Iterator[tuple[str, str, Token, Token]]:
    """(kind of cue, property, grammatical subject, object) of each reading of the verb."""
    cues = scene.ontology.cues
    lemma = _cue_of(verb)
    passive = is_passive(verb)
    subjects = [end for s in subjects_of(verb) for end in _shooters(s)]
    for phrase, object_ in _objects(verb, lemma):
        kinds = ("passive", "agentVerb", "verb") if passive else ("verb", "agentVerb", "endingVerb")
        for kind in kinds:
            for name in cues.get(kind, {}).get(phrase, ()):
                if passive and kind != "passive" and (phrase != lemma or kind == "agentVerb"):
                    continue  # who is given something is no giver
                for subject in subjects:
                    yield kind, name, subject, object_
    if passive:
        for agent in objects_of(verb, "by"):
            for kind in ("agentVerb", "verb"):
                for name in cues.get(kind, {}).get(lemma, ()):
                    for patient in subjects:
                        yield kind, name, agent, patient


def _shooters(subject: Token) -> list[Token]:
    """Who 'fired the shots that killed' somebody killed him; any other subject itself."""
    return subjects_of(subject.head) if _fired(subject) else [subject]


def _fired(noun: Token) -> bool:
    return noun.lemma_.lower() in _SHOTS and noun.dep_ == "dobj" and noun.head.lemma_ in _FIRING


_SHOTS: Final = word_list("shot bullet bomb missile rocket grenade blow punch")
_FIRING: Final = word_list("fire throw plant deliver strike launch hurl detonate")


def _backed(scene: Scene, verb: Token) -> Iterator[tuple[str, str, Token, Token]]:
    """'The Iran-backed movement', 'the Acme-owned chain': what the active verb says of the two."""
    if verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.i > 1 and verb.nbor(-1).text in _HYPHENS:
        for kind in ("agentVerb", "verb"):
            for name in scene.ontology.cues.get(kind, {}).get(verb.lemma_.lower(), ()):
                yield kind, name, verb.nbor(-2), verb.head


_HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})


def _each_other(scene: Scene, verb: Token) -> Iterator[Statement]:
    """'Norland and Sudland clashed': what the verb says 'with' somebody, of any two of its subjects, if it is so both ways round."""
    if is_passive(verb) or any(c.dep_ == "dobj" for c in verb.children):
        return
    cues = scene.ontology.cues.get("verb", {})
    names = sorted({n for with_ in ("with", "against") for n in cues.get(f"{phrase_of(verb)} {with_}", ())} & SYMMETRIC)
    for subject in subjects_of(verb) if names else ():
        for (a, left), (b, right) in combinations(conjoined(scene, subject), 2):
            for name in names:
                if a != b and scene.ontology.fits(name, scene.things[a].type, scene.things[b].type) and sensible(scene, verb, name, a, b):
                    yield fact(a, name, b, words(scene, left, right, verb), rule=f"verb-{verb.lemma_.lower()}", modality=modality(verb))


def _cue_of(verb: Token) -> str:
    """The phrase of the verb that is looked for among the cues: who is shot dead, stabbed to death or fatally beaten is killed."""
    said = [*verb.children, *(verb.doc[verb.i + 1 : verb.i + 2])]  # "shot dead Leo Mill"
    deadly = verb.lemma_.lower() in _VIOLENT and any(
        c.lower_ in ("fatally", "dead") or (c.lower_ == "to" and any(e.lower_ == "death" for e in c.children)) for c in said
    )
    return "kill" if deadly else phrase_of(verb)


_VIOLENT: Final = word_list(
    "shoot stab beat strangle bludgeon hack club knife kick trample burn crush bite choke torture batter stone wound"
)


def _objects(verb: Token, lemma: str) -> Iterator[tuple[str, Token]]:
    """(phrase of the cue, object): the direct object, the object of a preposition, with a noun between ('hold talks with')."""
    for child in (*verb.children, *_shared(verb)):
        if child.dep_ in ("dobj", "obj") or (child.dep_ == "attr" and verb.lemma_ != "be"):
            yield lemma, child
            for prep in child.children:
                if prep.dep_ == "prep":
                    for end in prep.children:
                        if end.dep_ == "pobj":
                            yield f"{lemma} {child.lemma_.lower()} {prep.lower_}", end
        elif child.dep_ == "prep":
            nouns = [f"{c.lemma_.lower()} " for c in verb.children if c.dep_ == "dobj"]  # "has offices in"
            for end in child.children:
                if end.dep_ == "pobj" and end.lower_ == "exile":  # "lives in exile in Paris"
                    yield from ((f"{lemma} {child.lower_}", place) for place in objects_of(end, "in"))
                elif end.dep_ == "pobj":
                    yield from ((f"{lemma} {noun}{child.lower_}", end) for noun in ("", *nouns))
    if lemma in _ARRIVING:  # "comes to Acme from Bolt", wherever the parse hangs 'from'
        reached = [c for c in verb.children if c.dep_ == "dobj"] + objects_of(verb, "to")
        yield from ((f"{lemma} from", end) for place in reached for end in objects_of(place, "from"))


def _shared(verb: Token) -> list[Token]:
    """The object that a verb has with the one joined to it: 'wrote and directed the film'."""
    joined = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i == verb.i + 2), None)
    if joined is None or any(c.dep_ in ("dobj", "obj") for c in verb.children):
        return []
    return [c for c in joined.children if c.dep_ == "dobj"]


_ARRIVING: Final = frozenset({"come", "join", "arrive"})


def _statements(scene: Scene, verb: Token, kind: str, name: str, subject: Token, object_: Token) -> Iterator[Statement]:
    manner = _manner(verb, kind, name)
    if name in ("headOf", "leaderOf", "chairOf") and verb.tag_ == "VBD" and any(c.lower_ == "until" for c in verb.children):
        return  # "led it until 2018"
    name = _ONCE.get(name, name) if kind == "verb" and _once(verb) else name
    for a, left in conjoined(scene, subject):
        for b, right in conjoined(scene, object_):
            if name in _BY_OFFICE:
                a, b = office_at(scene, a, left), office_at(scene, b, right)
            s, o = (b, a) if kind == "agentVerb" else (a, b)
            if s != o and scene.ontology.fits(name, scene.things[s].type, scene.things[o].type) and sensible(scene, verb, name, s, o):
                rule = f"{kind}-{_cue_of(verb).replace(' ', '-')}"
                yield fact(s, name, o, words(scene, left, verb, right), rule=rule, modality=manner)


def _manner(verb: Token, kind: str, name: str) -> Modality:
    """How far the verb's clause commits itself to the property; of what shots did, the clause that tells who fired them."""
    manner = modality(verb.head.head if verb.dep_ == "relcl" and _fired(verb.head) else verb)
    if kind == "endingVerb":
        manner = _ended(name, manner)
    born = verb.lemma_ == "bear" and manner in ("Planned", "Intended")  # who is born is so, whatever is hoped of it
    return "Actual" if born else manner


def _once(verb: Token) -> bool:
    """'Worked for Acme', 'had taught at', 'previously worked at'; who has worked for it may do so still."""
    said = {c.lower_ for c in verb.children if c.dep_ in ("aux", "advmod")}
    past = verb.tag_ == "VBD" or "had" in said or earlier(verb)
    return (past and verb.lemma_ in _JOBS) or not said.isdisjoint({"previously", "formerly", "once"})


_ONCE: Final = {
    "worksFor": "formerlyWorkedFor",
    "memberOf": "formerMemberOf",
    "headOf": "formerlyWorkedFor",
    "chairOf": "formerlyWorkedFor",
    "leaderOf": "formerMemberOf",
}
_JOBS: Final = frozenset({"work", "teach", "lecture", "serve", "sit"})


def _ended(name: str, manner: Modality) -> Modality:
    """What an ending verb makes of its property: who will boycott a summit is not there, who will divorce is married until then."""
    if manner in ("Planned", "Intended"):
        return "Denied" if name == "participatesIn" else "Actual"
    return "Denied" if manner == "Actual" else "Actual" if manner == "Denied" else manner


_BY_OFFICE: Final = frozenset({"approvedBy", "signedBy", "issuedBy", "proposedBy"})
"""An office approves, not the nameless person that holds it."""
