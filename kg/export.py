"""A store as files for other programs: RDF, networks, CSV for property graphs, Parquet. Whole or not at all."""

import gzip
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from kg import propertygraph
from kg.analysis import gexf, graphml
from kg.errors import InputError
from kg.formats import dump
from kg.network import network
from kg.store import Store
from kg.vocab import PREFIXES

FORMS: Final = ("neo4j", "neptune", "parquet")
"""What a folder may be written in."""


def export(store: Store, path: Path, *, form: str = "") -> None:
    """Writes the store's articles to the file, in the form that its suffix names, or as tables into a folder.

    .nq .nq.gz .trig    one article after the other: memory does not grow with the store
    .ttl .jsonld        all triples without their graphs; everything with them
    .graphml .gexf      the network, for Gephi, yEd, igraph
    a folder (no suffix, or .csv; any name if a form is given), whose memory does not grow either:
        neo4j       nodes.csv and relationships.csv for `neo4j-admin database import`; what a folder gets without a form
        neptune     the same for the bulk loader of Amazon Neptune, as openCypher
        parquet     articles, entities, mentions and statements for DuckDB and pandas (docs/parquet.md)

    Raises
    ------
    InputError
        The suffix says nothing, there is no such form, the folder is there already, or pyarrow is missing for Parquet.
    """
    forms: dict[str, Callable[[Store], Iterable[bytes]]] = {
        ".nq": _lines,
        ".gz": _lines,
        ".trig": _trig,
        ".ttl": lambda each: _whole(each, "ttl"),
        ".jsonld": lambda each: _whole(each, "jsonld"),
        ".graphml": lambda each: [graphml(network(each))],
        ".gexf": lambda each: [gexf(network(each))],
    }
    if form or path.suffix in ("", ".csv"):
        _folder(path, _tables(store, form or "neo4j"))
    elif path.suffix not in forms or (path.suffix == ".gz" and not path.name.endswith(".nq.gz")):
        raise InputError(f"{path}: the suffix names no form: use {', '.join(forms).replace('.gz', '.nq.gz')}, or a folder's name for CSV.")
    else:
        _file(path, forms[path.suffix](store))


def _tables(store: Store, form: str) -> Callable[[Path], None]:
    """What writes the store's tables into a folder."""
    if form not in FORMS:
        raise InputError(f"there is no form {form!r} for a folder: use {', '.join(FORMS)}.")
    if form != "parquet":
        return lambda folder: propertygraph.write(store, folder, propertygraph.NEO4J if form == "neo4j" else propertygraph.NEPTUNE)
    from kg import parquet

    parquet.check()
    return lambda folder: parquet.write(store, folder)


def _lines(store: Store) -> Iterator[bytes]:
    """N-Quads, one article after the other; which gives sorted lines within each."""
    return (dump(store.quads(graph), "nq") for graph in store.graphs())


def _trig(store: Store) -> Iterator[bytes]:
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n".encode()
    for graph in store.graphs():
        text = dump(store.quads(graph), "trig").decode()
        yield "".join(line for line in text.splitlines(keepends=True) if not line.startswith("@prefix ")).encode()


def _whole(store: Store, form: str) -> Iterator[bytes]:
    yield dump((quad for graph in store.graphs() for quad in store.quads(graph)), form)


def _file(path: Path, parts: Iterable[bytes]) -> None:
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("wb") as file:
            _write(file, parts, compressed=path.name.endswith(".gz"))
        temporary.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error}.") from error
    finally:
        with suppress(OSError):  # a disk that cannot be written to refuses this, too
            temporary.unlink(missing_ok=True)


def _write(file: IO[bytes], parts: Iterable[bytes], *, compressed: bool) -> None:
    if not compressed:
        file.writelines(parts)
        return
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:  # no name and no time: the same bytes again
        packed.writelines(parts)


def _folder(path: Path, fill: Callable[[Path], None]) -> None:
    if path.exists():
        raise InputError(f"{path}: is there already; name a folder that is not.")
    temporary = path.with_name(f".{path.name}.new")
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        temporary.mkdir(parents=True)
        fill(temporary)
        temporary.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise InputError(f"{path}: cannot be written: {error}.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
