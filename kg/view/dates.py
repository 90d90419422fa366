"""Dates as people write them, and in which order they come."""

from typing import Final

DATATYPES: Final = frozenset({"date", "gYearMonth", "gYear", "edtf"})
"""Datatypes whose values are dates."""


def order(lexical: str) -> str:
    """A key that puts dates in order by their first day; a date without a year comes last.

    >>> sorted(["2024", "XXXX-12-10", "2023-08-28", "2023-08"], key=order)
    ['2023-08', '2023-08-28', '2024', 'XXXX-12-10']
    """
    return lexical if lexical[:1].isdigit() or lexical.startswith("-") else "~" + lexical
