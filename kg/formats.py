"""RDF as bytes: four formats, each the same bytes for the same quads in whatever order they come; and back again."""

import gzip
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from kg.errors import InputError
from kg.vocab import BASE, NG, PREFIXES

FORMATS: Final = {"ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nq": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
"""Format name, which is also its file suffix. Turtle has no graphs."""


def format_of(name: str) -> RdfFormat:
    """The RDF format of that name or suffix.

    Raises
    ------
    InputError
        There is none.
    """
    if name not in FORMATS:
        raise InputError(f"there is no RDF format {name!r}: use one of {', '.join(FORMATS)}.")
    return FORMATS[name]


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """The quads once each, by graph, subject, predicate and object, types first."""
    return sorted(set(quads), key=_rank)


def _rank(quad: Quad) -> tuple[str, str, bool, str, str]:
    predicate = quad.predicate.value
    return str(quad.graph_name), str(quad.subject), not predicate.endswith("#type"), predicate, str(quad.object)


def dump(quads: Iterable[Quad], format: str) -> bytes:
    """The quads in the format `ttl`, `trig`, `nq` or `jsonld`; N-Quads sorted by line.

    Raises
    ------
    InputError
        There is no such format, or it cannot hold RDF 1.2.
    """
    rdf_format, kept = format_of(format), ordered(quads)
    if rdf_format == RdfFormat.N_QUADS:
        return "".join(sorted(f"{quad} .\n" for quad in kept)).encode()
    if rdf_format == RdfFormat.JSON_LD and any(isinstance(quad.object, Triple) for quad in kept):
        raise InputError("JSON-LD cannot hold RDF 1.2: leave rdf12 out, or use ttl, trig or nq.")
    if rdf_format == RdfFormat.TURTLE:
        merged = ordered(Quad(quad.subject, quad.predicate, quad.object) for quad in kept)
        return _text([quad.triple for quad in merged], rdf_format)
    return _text(kept, rdf_format)


def _text(input_: list[Quad] | list[Triple], rdf_format: RdfFormat) -> bytes:
    return serialize(input_, format=rdf_format, prefixes=dict(PREFIXES)) or b""


def read(path: Path) -> list[Quad]:
    """The quads of a file; what lies outside of all graphs is put into its article's graph, or one named after the content.

    Raises
    ------
    InputError
        The file is missing, of an unknown kind, or malformed.
    """
    kind = path.name.removesuffix(".gz").rpartition(".")[2].lower()
    kind = {"nt": "ttl", "json": "jsonld", "turtle": "ttl", "nquads": "nq"}.get(kind, kind)
    if kind not in FORMATS:
        raise InputError(f"{path}: not a store and not RDF: use a store's folder or a file that ends in .{', .'.join(FORMATS)} or .nq.gz.")
    try:
        data = path.read_bytes()
        text = gzip.decompress(data) if path.name.endswith(".gz") else data
        quads = list(parse(text, format=FORMATS[kind]))
    except SyntaxError as error:
        raise InputError(f"{path}: malformed {kind}: {error}.") from error
    except (OSError, EOFError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {error}.") from error
    return _placed(quads)


def _placed(quads: list[Quad]) -> list[Quad]:
    """The quads, those outside of all graphs moved into one of their own."""
    loose = [quad for quad in quads if isinstance(quad.graph_name, DefaultGraph)]
    articles = {str(quad.subject)[1:-1] for quad in loose if quad.object == NamedNode(NG + "Article")}
    content = sha256("\n".join(sorted(str(quad) for quad in loose)).encode()).hexdigest()[:12]
    graph = NamedNode(articles.pop() if len(articles) == 1 else f"{BASE}file/{content}")
    inside = [quad for quad in quads if not isinstance(quad.graph_name, DefaultGraph)]
    return inside + [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in loose]


def parsed(data: bytes, form: str) -> set[Quad]:
    """The quads of a text in the format of that name.

    Raises
    ------
    SyntaxError
        It is malformed; the message names line and column.
    """
    return set(parse(data, format=format_of(form)))


def merged(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, and each of their triples once more in the default graph."""
    kept = list(quads)
    return kept + [Quad(quad.subject, quad.predicate, quad.object) for quad in kept]


def elsewhere(store: Store, quad: Quad) -> bool:
    """Whether another named graph says the same."""
    same = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(other.graph_name not in (quad.graph_name, DefaultGraph()) for other in same)
