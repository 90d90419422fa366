"""Tags behind the names of American politicians: 'Rep. Ada Byron (D-Wis.)', 'Sen. Ada Byron, R-Utah,' name the party and the state."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extraction.gazetteer import gazetteer, key, short_state
from kg.extraction.mentions.naming import PARTIES
from kg.extraction.spot import Spot
from kg.model import Span

_TAG: Final = re.compile(r"(?: \(|, )([DR])(?:[-–—]| )([A-Z][\w.]*\.?(?: [A-Z][a-z]+| [A-Z]\.)?)(?=[),;])")


def tags(text: str) -> Iterator[tuple[Span, Span, Span]]:
    """Each whole tag, the letter of the party in it, and the state."""
    for found in _TAG.finditer(text):
        if short_state(found[2]) or any(t.parent == "us" for t in gazetteer().regions(found[2])):
            yield Span(*found.span()), Span(*found.span(1)), Span(*found.span(2))


def with_tags(spots: Sequence[Spot], text: str) -> list[Spot]:
    """The mentions, in tags those of the party and the state alone."""
    listed = list(tags(text))
    kept = [s for s in spots if not any(t.start < s.end and s.start < t.end for t, _, _ in listed)]
    made = [Spot(part.start, part.end, "name", type_) for _, *parts in listed for part, type_ in zip(parts, _TYPES, strict=True)]
    return sorted([*kept, *made])


_TYPES: Final = ("PoliticalParty", "Region")


def same_party(spots: Sequence[Spot], text: str) -> Iterator[tuple[int, int]]:
    """Numbers of spots that are of one party: the letters of tags, and what else calls it so."""
    first: dict[str, int] = {}
    for i, spot in enumerate(spots):
        if spot.kind == "name" and spot.type == "PoliticalParty":
            said = text[spot.start : spot.end]
            party = PARTIES.get(said) or next((p for p in PARTIES.values() if key(said) in (key(p), *_CALLED[p])), "")
            if party:
                yield first.setdefault(party, i), i


_CALLED: Final = {
    "Democratic Party": ("democrat", "democrats", "democratic", "dems"),
    "Republican Party": ("republican", "republicans", "gop"),
}
