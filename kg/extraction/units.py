"""Parts of bodies: 'Harvard's Kennedy School', and names that hold the name of the whole, as the 'United Nations Security Council'."""

from collections.abc import Iterator
from typing import Final

from kg.extraction.gazetteer import gazetteer, key
from kg.extraction.scene import Scene, fact
from kg.extraction.within import names
from kg.model import Span, Statement

_OF_ITSELF: Final = frozenset({"Company", "PoliticalParty", "InternationalOrganization", "MediaOrganization"})
"""Bodies that are seldom a part of the one whose name they hold."""


def units(scene: Scene) -> Iterator[Statement]:
    """Which named body is a unit of which other, in no order."""
    yield from _possessed(scene)
    yield from _named_after(scene)


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


def _within(name: str) -> Iterator[str]:
    """Shorter names that begin the name, or end it behind 'of' or 'of the', the longest first."""
    parts = name.split()
    for size in range(len(parts) - 1, 0, -1):
        yield " ".join(parts[:size])
        if parts[-size - 1] == "of" or parts[-size - 2 : -size] == ["of", "the"]:
            yield " ".join(parts[-size:])


def _bodies(scene: Scene, whole: str, part: str) -> bool:
    both = whole != part and all(scene.is_a(i, "Organization") and scene.things[i].named for i in (whole, part))
    return both and scene.ontology.fits("unitOf", scene.things[part].type, scene.things[whole].type)
