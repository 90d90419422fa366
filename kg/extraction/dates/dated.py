"""Where the text says the dates that statements give."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extraction.dates.times import Time
from kg.model import DateMention, Span, Statement, Value

_DATES: Final = ("date", "gYearMonth", "gYear", "edtf")


def dated(text: str, statements: Sequence[Statement], dates: Sequence[Time]) -> Iterator[DateMention]:
    """The text's dates that some statement gives, and the figures of years that only a statement's words have, in text order."""
    told = {s.object: s.evidence for s in statements if isinstance(s.object, Value) and s.object.datatype in _DATES}
    found = {_bare(text, t.span): t.value for t in dates if t.value in told}
    for value in [v for v in told if v not in found.values()]:
        places = (text.find(value.lexical, e.start, e.end) for e in told[value])
        found |= {Span(at, at + len(value.lexical)): value for at in places if at >= 0}
    yield from (DateMention(span, found[span]) for span in sorted(found))


def _bare(text: str, span: Span) -> Span:
    """'2004' of 'in 2004'."""
    before = _BEFORE.match(text, span.start, span.end)
    return Span(before.end(), span.end) if before else span


_BEFORE: Final = re.compile(r"(?:in|since|until|by|during|for|of|from|before|after|to|between) ", re.IGNORECASE)
