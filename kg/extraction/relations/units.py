"""Parts of bodies and of other things: 'Harvard's Kennedy School', names that hold the name of the whole, 'the atrium of the hall'."""

from collections.abc import Iterator
from typing import Final

from kg.extraction.gazetteer import gazetteer, key
from kg.extraction.places.within import names
from kg.extraction.scene import Scene, fact, objects_of, over, roots, thing_at, words
from kg.extraction.wordlist import words as wordlist
from kg.model import Span, Statement

_OF_ITSELF: Final = frozenset({"Company", "PoliticalParty", "InternationalOrganization", "MediaOrganization"})
"""Bodies that are seldom a part of the one whose name they hold."""


def units(scene: Scene) -> Iterator[Statement]:
    """Which named body is a unit of which other, which people belong to it, and what is part of what, in no order."""
    yield from _possessed(scene)
    yield from _named_after(scene)
    yield from _members(scene)
    yield from _wholes(scene)


def _possessed(scene: Scene) -> Iterator[Statement]:
    """'Acme's Centre for Tides': a named body after the possessive of another."""
    for at, (whole, start) in scene.ends.items():
        if at + 1 in scene.starts and scene.doc[at].tag_ == "POS" and _bodies(scene, whole, scene.starts[at + 1][0]):
            part, stop = scene.starts[at + 1]
            last = scene.doc[stop - 1]
            called = scene.doc[start].text[:1].isupper() and scene.doc[at + 1].text[:1].isupper()
            city = key(scene.doc[start:at].text) in gazetteer().cities  # "London's Financial Times"
            more = last.dep_ in ("compound", "nmod") and last.head.i >= stop  # "the court's Brook v. Mill decision"
            joined = scene.doc[at].text in ("'", "’")  # "Recording Artists' Coalition" is one name
            if last.pos_ == "PROPN" and called and not (city or more or joined):
                yield fact(part, "unitOf", whole, Span(scene.doc[start].idx, last.idx + len(last)), rule="unit-possessive")


def _named_after(scene: Scene) -> Iterator[Statement]:
    """'Acme Research Centre' of an article that also names Acme."""
    common = {word.lower() for word in scene.ontology.cues.get("headNoun", {})} | {"home"}
    bodies = {key(n): i for i, t in scene.things.items() if scene.is_a(i, "Organization") for n in names(scene, i)}
    bodies = {name: id_ for name, id_ in bodies.items() if name not in common and " of " not in name}
    for id_, thing in scene.things.items():
        for spot in (s for s in thing.spots if s.kind == "name" and thing.type not in _OF_ITSELF):
            whole = next((bodies[w] for w in _within(key(scene.article.text[spot.start : spot.end])) if w in bodies), "")
            if whole and _bodies(scene, whole, id_):
                yield fact(id_, "unitOf", whole, Span(spot.start, spot.end), rule="unit-in-name", derivation="Implied")
                break


_GENERIC: Final = frozenset({"committee", "council", "department", "commission", "ministry", "agency", "panel", "foundation", "trust"})
"""What is left of a name when its short form is taken away: 'Oversight' is short for the Oversight Committee, and no body that has it.

A foundation is of nobody, or owns whom it is called by.
"""


def _within(name: str) -> Iterator[str]:
    """Shorter names that begin the name, or end it behind 'of' or 'of the', the longest first; none that is but short for it."""
    parts = name.split()
    for size in range(len(parts) - 1, 0, -1):
        rest = parts[size:]
        if len(rest) > 1 or rest[0] not in _GENERIC:
            yield " ".join(parts[:size])
        before = parts[:-size]
        if (before[-1] == "of" or before[-2:] == ["of", "the"]) and (len(before) > 2 or before[0] not in _GENERIC):
            yield " ".join(parts[-size:])


def _bodies(scene: Scene, whole: str, part: str) -> bool:
    both = whole != part and all(scene.is_a(i, "Organization") and scene.things[i].named for i in (whole, part))
    return both and scene.ontology.fits("unitOf", scene.things[part].type, scene.things[whole].type)


def _members(scene: Scene) -> Iterator[Statement]:
    """'Hamas gunmen', 'soldiers of the Norland Army', 'the union's delegates': people without a name who belong to a named body."""
    for id_, thing in scene.things.items():
        for root, spot in roots(scene, thing) if thing.type == "Group" and not thing.named else ():
            ends = [
                c
                for c in root.children
                if (c.dep_ == "poss" and c.pos_ != "PRON") or (c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN")
            ]
            for end in (*ends, *objects_of(root, "of", "from", "at")):
                body = thing_at(scene, end)
                if body and scene.is_a(body, "Organization") and scene.things[body].named and root.lemma_.lower() not in _OTHERS:
                    works = scene.is_a(body, "Company") or (
                        scene.is_a(body, "EducationOrResearchBody") and root.lemma_.lower() in _SCHOLARS
                    )
                    name = "partOf" if root.lemma_.lower() in _PARTS else "worksFor" if works else "memberOf"
                    yield fact(id_, name, body, over(spot, words(scene, end)), rule=f"group-of-body-{name}")


OUTSIDERS: Final = wordlist("partner ally counterpart enemy rival foe opponent neighbour neighbor friend supporter")
"""Who is of another body or country than the one before the noun: 'Norland's allies'."""
_SCHOLARS: Final = wordlist(
    "scientist researcher scholar professor economist expert astronomer physicist biologist chemist engineer historian analyst doctor staff"
)
_PARTS: Final = wordlist("unit mission network team element division wing branch cell chapter faction subsidiary brand")
_OTHERS: Final = OUTSIDERS | wordlist(
    "nation country state gang group representative member fan subscriber customer user viewer reader critic victim aircraft product",
    "investor follower listener visitor client shareholder supplier",
)
"""Whose members the body may be ('the Hells Angels biker gang'), or who are not of it."""


def _wholes(scene: Scene) -> Iterator[Statement]:
    """'The atrium of Brook Hall', 'a clause of the Tide Act', 'the opening of the games': of two of one kind, one is part of the other."""
    for id_, thing in scene.things.items():
        kind = next((k for k in _KINDS if scene.is_a(id_, k)), "")
        for root, spot in roots(scene, thing) if kind else ():
            for end in objects_of(root, "of"):
                whole = thing_at(scene, end)
                if whole and whole != id_ and scene.is_a(whole, kind) and scene.things[whole].named and scene.things[whole].type != "Award":
                    yield fact(id_, "partOf", whole, over(spot, words(scene, end)), rule="part-of-whole")


_KINDS: Final = ("Facility", "Work", "Event", "Product", "Initiative")
"""Classes whose things have parts of the same class."""
