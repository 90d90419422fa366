"""How old somebody is: 'Ada Byron, 51,', '51-year-old Ada Byron', 'she was 51', 'died at the age of 51'."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extraction.scene import Scene
from kg.extraction.spot import Spot
from kg.model import Span

_AFTER: Final = re.compile(r", (?:aged )?(\d{1,3})(?=[,.])")
_IS: Final = re.compile(r",? (?:is|was) (\d{1,3})(?: years old)?(?=[.;\n])")
_DIED: Final = re.compile(
    r",?(?: who)? (?:has |had )?(?:died|dies|passed away|was killed)\b[^.;:\n\"“”]{0,60}?"
    r" (?:aged|at (?:the )?age(?: of)?) (\d{1,3})(?=[ .,;]|$)"
)
_BEFORE: Final = re.compile(r"(\d{1,3})-year-old (?:[a-z]+ ){0,2}$")
_NEAR: Final = 40
"""Code points before a name in which an age may stand."""
_OLDEST: Final = 120


def ages_of(scene: Scene) -> Iterator[tuple[str, tuple[str, Span]]]:
    """Each person whose age is told, with the number and the words that say it."""
    for id_, thing in scene.things.items():
        told = (found for s in thing.spots if (found := _told(scene.article.text, s))) if thing.type == "Person" else iter(())
        if first := next(told, None):
            yield id_, first


def _told(text: str, spot: Spot) -> tuple[str, Span] | None:
    """The age that stands right behind or before a mention."""
    behind = [_AFTER] if spot.kind == "name" else []
    behind += [_IS, _DIED] if spot.kind != "nominal" else []
    for found in (p.match(text, spot.end) for p in behind):
        if found and int(found[1]) < _OLDEST:
            return found[1], Span(spot.start, found.end())
    before = _BEFORE.search(text, max(0, spot.start - _NEAR), spot.start) if spot.kind == "name" else None
    return (before[1], Span(before.start(), spot.end)) if before else None
