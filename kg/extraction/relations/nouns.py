"""What nouns say of two things: 'Leila, daughter of Omar', 'Omar's daughter Leila', 'Sun Labs, a unit of Sun', 'Acme's chief'."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import blamed, subjects_of
from kg.extraction.commitment.modality import dropped, modality
from kg.extraction.commitment.verdicts import governor
from kg.extraction.scene import Scene, conjoined, fact, objects_of, thing_at, words
from kg.extraction.wordlist import words as wordlist
from kg.model import Modality, Statement

End = tuple[str, Token]
"""A thing and the word that means it."""


def nouns(scene: Scene) -> Iterator[Statement]:
    """One statement for each pair of ends that a relational noun of the cues connects, and for persons of bodies, in text order."""
    yield from _of_bodies(scene)
    yield from _once_of_bodies(scene)
    yield from _deeds(scene)
    yield from _joint(scene)
    yield from _parents(scene)
    yield from _stances(scene)
    yield from _owned(scene)
    for noun in scene.doc:
        if noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in scene.ontology.cues.get("kin", {}):
            owners = [pair for token in _owners(noun) for pair in conjoined(scene, token)]
            for owner, right in owners:
                for bearer, left, manner in _bearers(scene, noun):
                    yield from _related(scene, "kin", noun, (bearer, left), (owner, right), "Denied" if _ended(noun) else manner)


def _joint(scene: Scene) -> Iterator[Statement]:
    """'A joint venture between Acme and Bolt', 'a joint project of Norland and Sudland'."""
    for noun in scene.doc:
        if noun.lemma_.lower() in _VENTURES and any(c.lower_ == "joint" for c in noun.children):
            sides = [pair for end in objects_of(noun, "of", "between", "by") for pair in conjoined(scene, end)]
            for (a, left), (b, right) in combinations(sides, 2):
                if a != b and all(scene.is_a(i, "Organization") or scene.things[i].type == "Country" for i in (a, b)):
                    yield fact(a, "cooperatesWith", b, words(scene, noun, left, right), rule="noun-joint")


_VENTURES: Final = wordlist("venture project mission programme program exercise operation investigation effort initiative")


def _parents(scene: Scene) -> Iterator[Statement]:
    """'Acme is the parent company of Bolt', 'Bolt's parent, Acme', 'Bolt and its parent company Acme'."""
    for noun in scene.doc:
        company = noun.lemma_.lower() in _FIRMS and any(c.lower_ == "parent" and c.i == noun.i - 1 for c in noun.children)
        if company or noun.lemma_.lower() == "parent":
            for child, right in (pair for token in _owners(noun) for pair in conjoined(scene, token)):
                for parent, left, manner in _bearers(scene, noun):
                    if parent != child and all(scene.is_a(i, "Organization") for i in (parent, child)):
                        yield fact(child, "unitOf", parent, words(scene, left, noun, right), rule="noun-parent-company", modality=manner)


_FIRMS: Final = wordlist("company firm group corporation organization organisation body")


def _owned(scene: Scene) -> Iterator[Statement]:
    """'Acme owner Ada Byron', 'Leo Mill, the former owner of Bolt'."""
    for noun in scene.doc:
        if noun.lower_ not in ("owner", "owners", "co-owner"):
            continue
        name = "formerlyOwnedBy" if _ended(noun) else "ownedBy"
        had = [*_owners(noun), *(c for c in noun.children if c.dep_ == "compound")]
        for thing, right in (pair for token in had for pair in conjoined(scene, token)):
            for who, left, manner in _bearers(scene, noun):
                fits = scene.things[thing].named and any(scene.is_a(thing, c) for c in ("Organization", "Facility", "Product", "Work"))
                if fits and who != thing and scene.things[who].named and scene.is_a(who, "Agent"):
                    yield fact(thing, name, who, words(scene, left, noun, right), rule="noun-owner", modality=manner)


def _stances(scene: Scene) -> Iterator[Statement]:
    """'Norland's support for Acme', 'its opposition to the Tide Act'; support that is withdrawn is none."""
    for noun in scene.doc:
        if noun.lower_ not in _STANCES or noun.pos_ != "NOUN" or dropped(noun):
            continue
        name, preposition = _STANCES[noun.lower_]
        for side, left in (pair for c in noun.children if c.dep_ == "poss" for pair in conjoined(scene, c)):
            for what, right in (pair for end in objects_of(noun, preposition) for pair in conjoined(scene, end)):
                if side != what and scene.ontology.fits(name, scene.things[side].type, scene.things[what].type):
                    yield fact(side, name, what, words(scene, left, noun, right), rule=f"noun-{noun.lower_}")


_STANCES: Final = {
    "support": ("supports", "for"),
    "backing": ("supports", "for"),
    "endorsement": ("supports", "of"),
    "opposition": ("opposes", "to"),
    "objection": ("opposes", "to"),
    "condemnation": ("opposes", "of"),
}
"""Noun to what its owner does to what stands behind the preposition."""


def _ended(noun: Token) -> bool:
    """'His ex-wife', 'her former husband'."""
    before = noun.doc[max(0, noun.i - 2) : noun.i].text.lower()
    return before.endswith(("ex-", "ex -")) or any(c.lower_ in ("former", "ex", "estranged") for c in noun.children)


def _related(scene: Scene, cue: str, noun: Token, subject: End, object_: End, manner: Modality) -> Iterator[Statement]:
    """What the noun says of the two, where they fit its properties."""
    (a, left), (b, right) = subject, object_
    for cued in scene.ontology.cues[cue][noun.lemma_.lower()]:
        name = _meant(scene, cued, noun, a, b)
        if a != b and name and scene.ontology.fits(name, scene.things[a].type, scene.things[b].type):
            rule = f"{_RULES[cue]}-{noun.lemma_.lower()}"
            yield fact(a, name, b, words(scene, left, noun, right), rule=rule, modality=manner)


def _meant(scene: Scene, name: str, noun: Token, a: str, b: str) -> str:
    """What the noun means for the two: a part is of its own kind, a partner may be a lover, a film critic opposes nobody."""
    if name == "partOf":
        kind = next((k for k in _WHOLES if scene.is_a(a, k) and scene.is_a(b, k)), "")
        return "locatedIn" if kind == "Place" else name if kind else ""
    if name == "childOf" and any(c.lower_ in ("native", "favorite", "favourite") for c in noun.children):  # "a native son of Bergen"
        return "bornIn" if scene.is_a(b, "Place") else ""
    if name == "memberOf" and not (scene.things[a].type in ("Country", "Region") and scene.is_a(b, "Organization")):
        return ""  # of persons their titles tell
    lovers = name == "cooperatesWith" and noun.lemma_ == "partner" and scene.is_a(a, "Person")
    judges = name == "opposes" and any(c.dep_ == "compound" for c in noun.children)
    local = name == "wins" and not scene.is_a(b, "Event")  # "the UK winner"
    return "" if lovers or judges or local else name


_WHOLES: Final = ("Place", "Organization", "Event", "Work", "Initiative", "Product")


_RULES: Final = {"kin": "noun", "deed": "deed"}


def _deeds(scene: Scene) -> Iterator[Statement]:
    """'the murder of Omar by Lea', 'Lea's purchase of Acme', 'Lea was convicted of Omar's killing'."""
    cues = scene.ontology.cues.get("deed", {})
    for noun in scene.doc:
        if noun.lemma_.lower() not in cues or noun.pos_ != "NOUN" or any(c.lower_ in _ATTEMPTED for c in noun.children):
            continue
        of, by = list(_after(noun, "of")), list(_after(noun, "by"))
        own = [c for c in noun.children if c.dep_ == "poss"]
        accused = blamed(noun.head) if noun.dep_ == "pobj" and governor(noun.head) is not None else []
        agents = by or (own if of else []) or accused
        patients = of or (own if agents != own else [])
        manner = modality(noun) if agents == accused else "Denied" if dropped(noun) else "Actual"
        for doer in (end for agent in agents for end in conjoined(scene, agent)):
            for sufferer in (end for patient in patients for end in conjoined(scene, patient)):
                yield from _related(scene, "deed", noun, doer, sufferer, manner)


_ATTEMPTED: Final = wordlist("attempted planned proposed possible potential alleged failed foiled would-be")


def _after(noun: Token, preposition: str) -> Iterator[Token]:
    """What stands behind the preposition of the noun, or of a year between them: 'the murder in 1914 of Omar'."""
    years = (end for p in noun.children if p.lower_ in ("in", "on") for end in p.children if end.pos_ == "NUM")
    yield from (end for host in (noun, *years) for end in objects_of(host, preposition))


def _of_bodies(scene: Scene) -> Iterator[Statement]:
    """'Ada Byron of Acme': a name, 'of' and a body."""
    for start, (id_, end) in sorted(scene.starts.items()):
        at = end + 1 + (end + 1 < len(scene.doc) and scene.doc[end + 1].lower_ == "the")
        if (
            scene.things[id_].type != "Person"
            or at not in scene.starts
            or scene.doc[end].lower_ != "of"
            or scene.doc[end - 1].pos_ != "PROPN"
        ):
            continue
        body, stop = scene.starts[at]
        if scene.is_a(body, "Organization") and scene.doc[at].text[:1].isupper():
            name = "worksFor" if any(scene.is_a(body, c) for c in _EMPLOYERS) else "memberOf"
            yield fact(
                id_, name, body, words(scene, scene.doc[start], scene.doc[stop - 1]), rule=f"person-of-body-{name}", derivation="Implied"
            )


def _once_of_bodies(scene: Scene) -> Iterator[Statement]:
    """'Ada Byron, formerly of Acme'."""
    for start, (id_, end) in sorted(scene.starts.items()):
        said = scene.doc[end : end + 3].text.lower().replace(" ", "")
        at = end + 3 + (scene.doc[end + 3 : end + 4].text == "the")
        if said == ",formerlyof" and scene.is_a(id_, "Person") and at in scene.starts and scene.is_a(scene.starts[at][0], "Organization"):
            body, stop = scene.starts[at]
            yield fact(id_, "formerlyWorkedFor", body, words(scene, scene.doc[start], scene.doc[stop - 1]), rule="person-once-of-body")


_EMPLOYERS: Final = ("Company", "MediaOrganization", "EducationOrResearchBody", "GovernmentBody", "Centre")


def _owners(noun: Token) -> Iterator[Token]:
    """'of X', 'X's', and possessive pronouns; of those who take part 'in X' and 'selected within the framework of X', too."""
    takes_part = noun.lemma_.lower() in _TAKING_PART
    yield from (c for c in noun.children if c.dep_ == "poss" or (c.dep_ == "compound" and noun.lemma_.lower() in _NAMED_BEFORE))
    if noun.dep_ == "compound":  # "Omar's assassin Lea Brandt", "Acme rival Bolt"
        named = noun.lemma_.lower() in _NAMED_BEFORE
        before = (c for c in noun.head.children if c.i < noun.i)
        yield from (c for c in before if c.dep_ == "poss" or (named and c.dep_ == "compound" and c.i == noun.i - 1))
    ends = objects_of(noun, "of", "to", *(_IN if takes_part else ()))
    for chosen in (c for c in noun.children if takes_part and c.dep_ == "acl" and c.tag_ == "VBN"):
        ends += objects_of(chosen, "for", "to", *_IN)
    for end in ends:  # "the framework of X" is X
        yield from (objects_of(end, "of") if end.lemma_.lower() in _FRAMES else []) or [end]


_NAMED_BEFORE: Final = wordlist("winner laureate champion assassin killer murderer rival competitor archrival")
"""Who has got, killed or competes with what is named before the noun: 'Oscar winner Ada Byron', 'Acme rival Bolt'."""
_TAKING_PART: Final = wordlist("participant attendee contestant competitor entrant")
_IN: Final = ("in", "within")
_FRAMES: Final = wordlist("framework frame context scope")


def _bearers(scene: Scene, noun: Token) -> Iterator[tuple[str, Token, Modality]]:
    """What is the noun: its apposition, the name it stands before, the subject of 'is'."""
    for child in noun.children:
        if child.dep_ == "appos" and thing_at(scene, child):
            several = conjoined(scene, child) if noun.tag_ == "NNS" else ((thing_at(scene, child), child),)  # "her parents, Ron and Nell"
            yield from ((i, t, "Actual") for i, t in several)
    if noun.dep_ == "appos" and thing_at(scene, noun.head):
        yield thing_at(scene, noun.head), noun.head, "Actual"
    if noun.dep_ in ("compound", "nmod") and thing_at(scene, noun.head):  # "his daughter Lea Brandt"
        yield thing_at(scene, noun.head), noun.head, "Actual"
    if noun.dep_ in ("attr", "oprd") and noun.head.lemma_ in ("be", "become", "remain"):
        for subject in subjects_of(noun.head):
            if thing_at(scene, subject):
                yield thing_at(scene, subject), subject, modality(noun.head)
    own = thing_at(scene, noun)
    if own and scene.things[own].type != "Position" and all(thing_at(scene, c) != own for c in noun.children):
        yield own, noun, "Actual"
