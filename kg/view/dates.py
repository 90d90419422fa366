"""Dates as people write them, and in which order they come."""

from typing import Final

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

DATATYPES: Final = frozenset({"date", "gYearMonth", "gYear", "edtf"})
"""Datatypes whose values are dates."""


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


def order(lexical: str) -> str:
    """A key that puts dates in order by their first day; a date without a year comes last.

    >>> sorted(["2024", "XXXX-12-10", "2023-08-28", "2023-08"], key=order)
    ['2023-08', '2023-08-28', '2024', 'XXXX-12-10']
    """
    return lexical if lexical[:1].isdigit() or lexical.startswith("-") else "~" + lexical
