"""Dates in the text, as exact as the text gives them, worked out from the day of publication.

References
----------
.. [1] Library of Congress, "Extended Date/Time Format (EDTF) Specification", https://www.loc.gov/standards/datetime/
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.extraction.dates.date_patterns import PATTERNS, RELATIVE, Tense
from kg.model import Span, Value


@dataclass(frozen=True, slots=True)
class Time:
    """A date in the text. `relative` ones were worked out from the publication date."""

    span: Span
    value: Value
    relative: bool = False


def times(text: str, published: str, *, tense: Callable[[int], Tense] = lambda at: "") -> list[Time]:
    """All dates in text order, none inside another.

    Parameters
    ----------
    text
        Offsets count its code points.
    published
        YYYY-MM-DD, or empty: then relative dates are left out and days without a year stay so ("XXXX-12-10").
    tense
        Whether the clause at a code point speaks of what is to come, 'will meet on Friday', or of what was, 'met on Friday'; empty where
        that is not known.

    Examples
    --------
    >>> [t.value.lexical for t in times("On Friday and in May 2019, since the 1990s.", "2026-02-09")]
    ['2026-02-06', '2019-05', '1990/1999']
    """
    base = date.fromisoformat(published) if published else None
    found: list[Time] = []
    for pattern, make in PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < t.span.end and t.span.start < match.end() for t in found):
                continue
            lexical = make(match, base, tense(match.start()))
            if lexical:
                found.append(
                    Time(
                        Span(match.start(), match.end()),
                        value(lexical),
                        "weekday" in match.groupdict() or make in RELATIVE,
                    )
                )
    return sorted(found, key=lambda t: t.span)


def value(lexical: str) -> Value:
    """The date with the datatype of its precision."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", lexical):
        return Value(lexical, "date")
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", lexical):
        return Value(lexical, "gYearMonth")
    return Value(lexical, "gYear" if re.fullmatch(r"\d{4}", lexical) else "edtf")
