"""Dates in words, and which days they can mean: years, months, days and the partial dates of ISO 8601-2 (EDTF).

Engines cannot compare a year with a day, so everything that has a date also carries its first and last day.
"""

import re
from calendar import monthrange
from typing import Final

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
"""EDTF number of a season or quarter to its first and last month; months above 12 are of the next year."""

_DATE: Final = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?")


def spoken(lexical: str) -> str:
    """The date in words; what is not a plain day, month or year stays as it is.

    >>> spoken("2023-08-28"), spoken("2023-08"), spoken("2023"), spoken("2023-21")
    ('28 August 2023', 'August 2023', '2023', '2023-21')
    """
    parts = lexical.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or not 2 <= len(parts) <= 3 or not 1 <= int(parts[1]) <= 12:
        return lexical
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{_MONTHS[int(parts[1]) - 1]} {parts[0]}"


def days(date: str) -> tuple[str, ...]:
    """First and last day that the date can mean, as YYYY-MM-DD; empty where it bounds nothing.

    References
    ----------
    .. [1] Library of Congress, "Extended Date/Time Format (EDTF) Specification", level 1; quarters are level 2.

    Examples
    --------
    >>> days("2024-02")
    ('2024-02-01', '2024-02-29')
    >>> days("199X")
    ('1990-01-01', '1999-12-31')
    >>> days("2006-07/2006-12")
    ('2006-07-01', '2006-12-31')
    >>> days("XXXX-12-10")
    ()
    """
    first, _, last = date.partition("/")
    start, end = _bounds(first), _bounds(last or first)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else ()


def _bounds(date: str) -> tuple[str, ...]:
    matched = _DATE.fullmatch(date.rstrip("?~%"))
    if not matched:
        return ()
    year, month, day = matched.groups()
    years = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if years[0] < 1:
        return ()
    if month in (None, "XX"):
        return f"{years[0]:04d}-01-01", f"{years[1]:04d}-12-31"
    if years[0] != years[1]:
        return ()
    return _in_year(years[0], int(month), 0 if day in (None, "XX") else int(day))


def _in_year(year: int, month: int, day: int) -> tuple[str, ...]:
    """Bounds of a day (0: the whole month), month, season or quarter."""
    if month in _SEASONS and not day:
        opening, closing = _SEASONS[month]
        return _month(year, opening)[0], _month(year + (closing - 1) // 12, (closing - 1) % 12 + 1)[1]
    if not 1 <= month <= 12:
        return ()
    if not day:
        return _month(year, month)
    return (f"{year:04d}-{month:02d}-{day:02d}",) * 2 if day <= monthrange(year, month)[1] else ()


def _month(year: int, month: int) -> tuple[str, str]:
    return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"
