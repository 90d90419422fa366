"""What breaks its shapes: SHACL for each article's graph, the vocabulary, and every quoted span against the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

from pyshacl import validate
from rdflib import RDF, Graph, Namespace
from rdflib.term import Node

from kg.formats import dump
from kg.hierarchy import packaged
from kg.resources import resource
from kg.store import Store
from kg.vocab import DERIVED, NG

Severity = Literal["Violation", "Warning", "Info"]
"""The file is wrong; probably an extraction error; worth enriching."""

_SH: Final = Namespace("http://www.w3.org/ns/shacl#")
_SEVERITIES: Final[Mapping[str, Severity]] = {"Violation": "Violation", "Warning": "Warning", "Info": "Info"}
_ORDER: Final = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Violation:
    """One way one node breaks its shape."""

    severity: Severity
    focus: str
    """IRI of the node."""
    path: str
    """IRI of the property; empty if the fault lies between nodes."""
    message: str
    value: str
    """The offending value; empty if something is missing."""


def violations(store: Store, *, texts: Mapping[str, str] | None = None) -> list[Violation]:
    """All faults of all graphs, the worst first, then by node and message.

    Parameters
    ----------
    store
        Each article's graph is checked alone: a fault in one article does not hide behind another.
    texts
        Article IRI to the article's text; the spans of these articles are compared with it.

    References
    ----------
    .. [1] W3C 2017, "Shapes Constraint Language (SHACL)".
    """
    shapes = Graph().parse(data=resource("shapes.ttl").read_bytes(), format="turtle")
    graphs = [graph for graph in store.graphs() if graph != DERIVED]  # what was inferred is not whole in itself
    found = {fault for graph in graphs for fault in (*_shacl(store, graph, shapes), *_undeclared(store, graph))}
    found |= {fault for article, text in (texts or {}).items() for fault in _misquoted(store, article, text)}
    return sorted(found, key=lambda v: (_ORDER.index(v.severity), v.focus, v.path, v.message, v.value))


def _shacl(store: Store, graph: str, shapes: Graph) -> Iterator[Violation]:
    data = Graph().parse(data=dump(store.quads(graph), "ttl"), format="turtle")
    _, report, _ = validate(data, shacl_graph=shapes, inference="none", allow_warnings=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL reports with a graph, not {report!r}")
    for result in report.subjects(RDF.type, _SH.ValidationResult):
        yield _violation(report, result)


def _violation(report: Graph, result: Node) -> Violation:
    severity = str(report.value(result, _SH.resultSeverity)).rpartition("#")[2]
    value = report.value(result, _SH.value)
    # the constraints between nodes are asked once an article, and give the faulty node as value
    between = report.value(result, _SH.sourceConstraintComponent) == _SH.SPARQLConstraintComponent
    focus = value if between and value is not None else report.value(result, _SH.focusNode)
    return Violation(
        _SEVERITIES[severity],
        _text(focus),
        _text(report.value(result, _SH.resultPath)) if not between else "",
        _text(report.value(result, _SH.resultMessage)),
        _text(value) if not between else "",
    )


def _text(term: Node | None) -> str:
    """The term's value; a path that is no single property has no name."""
    return "" if term is None or type(term).__name__ == "BNode" else str(term)


def _undeclared(store: Store, graph: str) -> Iterator[Violation]:
    """Terms of NewsGraph's namespace that its ontology does not know."""
    above = packaged()
    known = {*above.classes, *above.properties}
    for quad in store.quads(graph):
        predicate, object_ = quad.predicate.value, str(quad.object).strip("<>")
        if predicate.startswith(NG) and predicate not in known:
            yield Violation("Violation", predicate, "", "The ontology has no such property.", "")
        if predicate == str(RDF.type) and object_.startswith(NG) and object_ not in known:
            yield Violation("Violation", object_, "", "The ontology has no such class.", "")


def _misquoted(store: Store, article: str, text: str) -> Iterator[Violation]:
    spans = f"?span ng:inArticle <{article}> ; ng:start ?start ; ng:end ?end ; ng:quote ?quote"
    rows = store.select(f"SELECT ?span ?start ?end ?quote {{ {spans} }}")
    for row in rows:
        if text[int(row["start"]) : int(row["end"])] != row["quote"]:
            yield Violation("Violation", row["span"], NG + "quote", "The quote is not what the text says there.", row["quote"])
    hashes = store.select(f"SELECT ?hash {{ <{article}> ng:sha256 ?hash }}")
    for row in hashes:
        if row["hash"] != sha256(text.encode("utf-8", "surrogatepass")).hexdigest():
            yield Violation("Violation", article, NG + "sha256", "The text is not the one the article was read from.", row["hash"])
