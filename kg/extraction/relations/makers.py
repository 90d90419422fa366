"""Who makes, runs or owns what stands behind its name or is called by it: 'NASA's Swift satellite', 'Acme Air Flight 610'."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extraction.gazetteer import key
from kg.extraction.places.within import names
from kg.extraction.scene import Scene, Thing, fact, over, roots, thing_at, words
from kg.model import Span, Statement

_OF: Final = (
    ("Product", ("Company",), "producedBy"),
    ("Product", ("GovernmentBody", "InternationalOrganization"), "operatedBy"),
    ("Work", ("MediaOrganization",), "publishedBy"),
    ("Facility", ("Company",), "ownedBy"),
)
"""What a thing of the class is to the body before its possessive."""
_FLIGHT: Final = re.compile(r"(.+) [Ff]light [A-Z]{0,2}\d+")


def makers(scene: Scene) -> Iterator[Statement]:
    """One statement for each thing of a body whose possessive or name stands before it, in no order."""
    for id_, thing in scene.things.items():
        yield from _possessed(scene, id_, thing)
        yield from _flown(scene, id_, thing)


def _possessed(scene: Scene, id_: str, thing: Thing) -> Iterator[Statement]:
    """'NASA's Swift satellite', 'Acme's new plant in Ohio'."""
    for root, spot in roots(scene, thing) if any(scene.is_a(id_, class_) for class_, _, _ in _OF) else ():
        host = root.head if root.dep_ in ("compound", "nmod") and root.head.pos_ == "NOUN" else root
        for end in (c for noun in {root.i: root, host.i: host}.values() for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"):
            body = thing_at(scene, end)
            if not body or body == id_ or not scene.things[body].named:
                continue
            property_ = next((n for class_, bodies, n in _OF if scene.is_a(id_, class_) and any(scene.is_a(body, b) for b in bodies)), "")
            if property_ and (property_ != "producedBy" or thing.named):  # what is called "its first new plant" is not made to be sold
                yield fact(id_, property_, body, over(spot, words(scene, end)), rule=f"possessed-{property_}", derivation="Implied")


def _flown(scene: Scene, id_: str, thing: Thing) -> Iterator[Statement]:
    """'Acme Air Flight 610', where the article also names Acme Air."""
    for spot in (s for s in thing.spots if s.kind == "name"):
        flight = _FLIGHT.fullmatch(scene.article.text[spot.start : spot.end])
        airline = key(flight[1]) if flight and scene.ontology.fits("operatedBy", thing.type, "Company") else ""
        for body, other in scene.things.items() if airline else ():
            if scene.is_a(body, "Organization") and airline in {key(n) for n in names(scene, body)} and other.named:
                yield fact(id_, "operatedBy", body, Span(spot.start, spot.end), rule="flight-operatedBy", derivation="Implied")
                return
