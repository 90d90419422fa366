"""What several articles say of the same things, put together in a file: memory does not grow with the number of things."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, Self

from kg.tables import Record, local, narrowest

_LISTS: Final = ("types", "aliases", "same_as")
_TABLES: Final = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16000;
CREATE TABLE said (entity TEXT, what TEXT, value TEXT, PRIMARY KEY (entity, what, value)) WITHOUT ROWID;
CREATE TABLE counted (entity TEXT PRIMARY KEY, mentions INTEGER, articles INTEGER) WITHOUT ROWID;
"""
_COUNT: Final = """
INSERT INTO counted VALUES (?, ?, 1)
ON CONFLICT (entity) DO UPDATE SET mentions = mentions + excluded.mentions, articles = articles + 1"""


class Things:
    """Things as rows that grow with each article, kept in a scratch file.

    Parameters
    ----------
    path
        The scratch file, which must not be there yet.
    """

    def __init__(self, path: Path) -> None:
        self._scratch = sqlite3.connect(path)
        self._scratch.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._scratch.close()

    def add(self, things: Iterable[Record]) -> None:
        """Notes what one article says of them (see `kg.tables.things`)."""
        known = list(things)
        said = [(each["entity"], what, value) for each in known for what, value in _said(each)]
        self._scratch.executemany("INSERT OR IGNORE INTO said VALUES (?, ?, ?)", said)
        self._scratch.executemany(_COUNT, [(each["entity"], each["mentions"]) for each in known])

    def rows(self) -> Iterator[Record]:
        """Each thing once, by IRI, with the first of its labels, its narrowest class, and its first and last day."""
        every = "SELECT entity, what, value, mentions, articles FROM said JOIN counted USING (entity) ORDER BY entity, what, value"
        for (entity, mentions, articles), said in groupby(self._scratch.execute(every), key=lambda row: (row[0], row[3], row[4])):
            found: dict[str, list[str]] = {}
            for _, what, value, _, _ in said:
                found.setdefault(what, []).append(value)
            yield {
                "entity": entity,
                "label": found["label"][0],
                "type": local(narrowest(found.get("types", ()))),
                **{name: found.get(name, []) for name in _LISTS},
                "earliest": found.get("earliest", [None])[0],
                "latest": found.get("latest", [None])[-1],
                "mentions": mentions,
                "articles": articles,
            }


def _said(thing: Record) -> Iterator[tuple[str, str]]:
    for what in ("label", "earliest", "latest", *_LISTS):
        value = thing[what]
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str):
                yield what, each
