"""Things and statements that a construction adds, and the dates of its clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.extraction.dates.times import Time
from kg.extraction.scene import Scene, Thing
from kg.model import Span, Statement

APPROVALS: Final = {"ratify": "Ratification", "approve": "Approval", "adopt": "Adoption", "pass": "Passing", "clear": "Clearance"}
"""Approving verb to the name of the event."""


HAPPENING: Final = "happening "
TOLD: Final = ("deed ", HAPPENING)
"""How the ids begin of events that only a verb tells."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Things and statements that a construction adds."""

    things: tuple[Thing, ...]
    statements: tuple[Statement, ...]


def clause_dates(scene: Scene, verb: Token, dates: Sequence[Time]) -> list[Time]:
    """Dates in the verb's own phrase, nearest first."""
    spans = []
    for time in dates:
        token = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if token is None:
            continue
        up = token.root
        for _ in range(4):
            up = up.head
            if up.pos_ in ("VERB", "AUX"):
                break
        if first_or_last(token):
            continue
        if up == verb or (up.dep_ in ("xcomp", "conj") and up.head == verb and up.lemma_ == verb.lemma_):
            spans.append(time)
    return sorted(spans, key=lambda t: (abs(t.span.start - verb.idx), t.span))


def first_or_last(said: DocSpan) -> bool:
    """Whether the date only bounds the time of what is told: 'since March', 'until 2012', 'before Monday'."""
    return not _BOUNDING.isdisjoint((said[0].lower_, said.root.head.lower_ if said.root.dep_ == "pobj" else ""))


def compared(noun: Token, at: int) -> bool:
    """Whether the noun is held against another before the token `at`: 'the worst quake since one in Oslo in 1960'."""
    return any(c.dep_ == "prep" and c.lower_ in ("since", "than") and c.i < at for c in noun.children)


_BOUNDING: Final = frozenset({"since", "until", "till", "before", "than"})


def nearest(found: Sequence[Time], start: int, end: int, bounds: Span) -> Iterator[Time]:
    """The dates inside the bounds, the closest to `[start, end)` first."""
    inside = [t for t in found if bounds.start <= t.span.start and t.span.end <= bounds.end]
    yield from sorted(inside, key=lambda t: (max(t.span.start - end, start - t.span.end, 0), t.span))
