"""A store as four Parquet tables for DuckDB, pandas and whatever else reads them; docs/parquet.md says what stands in each column.

pyarrow is an extra: `pip install "newsgraph[parquet]"`. Rows are written a batch at a time, so memory does not grow with the store.
"""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from kg.errors import InputError
from kg.store import Store
from kg.tables import Record, Value, articles, local, mentions, nodes, statements, things
from kg.things import Things
from kg.vocab import DERIVED

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMAS: Final[Mapping[str, Mapping[str, str]]] = {
    "articles": dict.fromkeys(
        ("article", "title", "date", "publisher", "publisher_name", "identifier", "url", "language", "sha256"), "string"
    )
    | {"date": "day"},
    "entities": dict.fromkeys(("entity", "label", "type"), "string")
    | dict.fromkeys(("types", "aliases", "same_as"), "strings")
    | {"earliest": "day", "latest": "day", "mentions": "integer", "articles": "integer"},
    "mentions": dict.fromkeys(("mention", "article", "entity", "date", "kind", "quote"), "string")
    | dict.fromkeys(("start", "end", "sentence"), "integer"),
    "statements": dict.fromkeys(("statement", "article", "subject", "property", "object", "value", "datatype", "modality"), "string")
    | {"derivation": "string", "confidence": "number"}
    | dict.fromkeys(("rule", "said_by", "said_by_name", "reported_by", "reported_by_name", "utterance", "quote"), "string")
    | dict.fromkeys(("start", "end"), "integer"),
}
"""Table to its columns, and what each holds; everything may be null but the first column."""

_BATCH: Final = 10_000


def check() -> None:
    """Refuses to go on without pyarrow.

    Raises
    ------
    InputError
        It is not installed; the message says what to install.
    """
    if find_spec("pyarrow") is None:
        raise InputError("Parquet is written by pyarrow, which is not installed: pip install 'newsgraph[parquet]'.")


def write(store: Store, folder: Path) -> None:
    """Writes one file for each of `SCHEMAS` into the folder, the same bytes for the same store."""
    with Things(folder / "scratch") as found, ExitStack() as open_files:
        tables = {name: open_files.enter_context(_Table(folder / f"{name}.parquet", name)) for name in SCHEMAS}
        for graph in (nodes(store.quads(name)) for name in store.graphs() if name != DERIVED):
            found.add(things(graph))
            tables["articles"].add(articles(graph))
            tables["mentions"].add(mentions(graph))
            tables["statements"].add(statements(graph))
        tables["entities"].add(found.rows())
    (folder / "scratch").unlink()


class _Table:
    """A Parquet file that rows are added to; what is not yet a whole batch waits in memory."""

    def __init__(self, path: Path, name: str) -> None:
        from pyarrow.parquet import ParquetWriter

        self._columns = SCHEMAS[name]
        self._schema = _schema(self._columns)
        self._file = ParquetWriter(path, self._schema)
        self._waiting: list[Record] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, fault: object, *_: object) -> None:
        if fault is None:
            self._flush()
        self._file.close()

    def add(self, rows: Iterable[Record]) -> None:
        """The rows, which have the table's columns and maybe more."""
        for row in rows:
            self._waiting.append(row)
            if len(self._waiting) >= _BATCH:
                self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        rows = [{name: _cell(row[name], kind) for name, kind in self._columns.items()} for row in self._waiting]
        self._file.write_table(pa.Table.from_pylist(rows, schema=self._schema))
        self._waiting = []


def _schema(columns: Mapping[str, str]) -> "pa.Schema":
    import pyarrow as pa

    types = {"string": pa.string(), "strings": pa.list_(pa.string()), "day": pa.date32(), "integer": pa.int64(), "number": pa.float64()}
    return pa.schema([(name, types[kind]) for name, kind in columns.items()])


def _cell(value: Value, kind: str) -> Value | date:
    """The value as its column takes it: class names without namespace, days as days."""
    if kind == "strings" and isinstance(value, list):
        return [local(each) for each in value]
    return _day(str(value)) if kind == "day" and value is not None else value


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
