"""The answer to a SELECT."""

from collections.abc import Mapping
from typing import NamedTuple

Row = Mapping[str, str]
"""One solution: variable name to IRI or lexical value; unbound variables are absent."""


class Table(NamedTuple):
    """The solutions of a SELECT with its columns, which are there even with no rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
