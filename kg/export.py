"""A store as files for other programs: RDF, networks, and CSV for property graphs. Whole or not at all."""

import csv
import gzip
import io
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from kg.analysis import gexf, graphml
from kg.errors import InputError
from kg.formats import dump
from kg.hierarchy import packaged, term
from kg.network import network
from kg.store import Store
from kg.vocab import NG, PREFIXES

if TYPE_CHECKING:
    from kg.analysis import Network

_NODES: Final = (":ID", "label", "type", "mentions:int", "date", ":LABEL")
_EDGES: Final = (
    *(":START_ID", ":END_ID", "statement", "relation", "modality", "derivation", "confidence:double"),
    *("quote", "said_by", "reported_by", "article", ":TYPE"),
)
_EDGE_DATA: Final = ("relation", "modality", "derivation", "confidence", "quote", "said_by", "reported_by", "article", "property")


def export(store: Store, path: Path) -> None:
    """Writes the store's articles to the file, in the form that its suffix names, or as CSV into a folder.

    .nq .nq.gz .trig    one article after the other: memory does not grow with the store
    .ttl .jsonld        all triples without their graphs; everything with them
    .graphml .gexf      the network, for Gephi, yEd, igraph
    a folder (no suffix, or .csv)  nodes.csv and relationships.csv for `neo4j-admin database import`

    Raises
    ------
    InputError
        The suffix says nothing, or the folder is there already.
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
    if path.suffix in ("", ".csv"):
        _folder(path, property_graph(network(store)))
    elif path.suffix not in forms or (path.suffix == ".gz" and not path.name.endswith(".nq.gz")):
        raise InputError(f"{path}: the suffix names no form: use {', '.join(forms).replace('.gz', '.nq.gz')}, or a folder's name for CSV.")
    else:
        _file(path, forms[path.suffix](store))


def property_graph(graph: "Network") -> Mapping[str, str]:
    """The network as CSV with typed headers: file name to content.

    Labels are the class and all above it; a relationship's type is its property. Texts are given as they are: a spreadsheet may take
    one that begins with '=' for a formula.
    """
    nodes = ([iri, d["label"], d["type"], str(d["mentions"]), d["date"], _labels(d["type"])] for iri, d in graph.nodes(data=True))
    edges = ([source, target, key, *(str(d[name]) for name in _EDGE_DATA)] for source, target, key, d in graph.edges(keys=True, data=True))
    return {"nodes.csv": _csv(_NODES, nodes), "relationships.csv": _csv(_EDGES, edges)}


def _labels(type_: str) -> str:
    above = packaged().classes.get(term(type_), ())
    return ";".join([type_, *(name.removeprefix(NG) for name in above)])


def _csv(header: Iterable[str], rows: Iterable[list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


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
        temporary.unlink(missing_ok=True)


def _write(file: IO[bytes], parts: Iterable[bytes], *, compressed: bool) -> None:
    if not compressed:
        file.writelines(parts)
        return
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:  # no name and no time: the same bytes again
        packed.writelines(parts)


def _folder(path: Path, files: Mapping[str, str]) -> None:
    if path.exists():
        raise InputError(f"{path}: is there already; name a folder that is not.")
    temporary = path.with_name(f".{path.name}.new")
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        temporary.mkdir(parents=True)
        for name, content in files.items():
            (temporary / name).write_text(content, encoding="utf-8", newline="")
        temporary.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error}.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
