"""An article's graph as rows of plain values, for programs that know no RDF: what it says of the article, things, mentions, statements."""

from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.hierarchy import packaged
from kg.vocab import DCTERMS, NG, OWL, RDF, RDFS, SKOS

Value = str | int | float | list[str] | None
Record = dict[str, Value]
"""One row: column to value; None where nothing is known."""

Nodes = Mapping[str, Mapping[str, list[NamedNode | Literal]]]
"""The graph by subject and property; objects in order."""

_ROOTS: Final = frozenset(
    NG + name for name in ("Agent", "Position", "Tenure", "Place", "Work", "Initiative", "Product", "Topic", "Observation", "Event")
)
_SOURCE: Final = frozenset(
    NG + name
    for name in ("modality", "derivation", "confidence", "rule", "evidence", "assertedBy", "reportedBy", "inArticle", "extractedIn")
) | {NG + "utterance", NG + "earliest", NG + "latest"}
"""What a figure, tenure or cooperation says of itself as a statement, rather than of the world."""


def nodes(quads: Iterable[Quad]) -> Nodes:
    """The graph of these quads, which come in order; nodes without a name are left out."""
    found: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return found


def articles(graph: Nodes) -> Iterator[Record]:
    """The article itself; a graph that comes from elsewhere may have none or many."""
    for iri, node in graph.items():
        if NG + "Article" in _values(node, RDF + "type"):
            publisher = _value(node, NG + "publishedBy")
            yield {
                "article": iri,
                "title": _value(node, RDFS + "label"),
                "date": _value(node, NG + "publishedOn"),
                "publisher": publisher,
                "publisher_name": _name(graph, publisher),
                "identifier": _value(node, DCTERMS + "identifier"),
                "url": _value(node, DCTERMS + "source"),
                "language": _value(node, DCTERMS + "language"),
                "sha256": _value(node, NG + "sha256"),
            }


def things(graph: Nodes) -> Iterator[Record]:
    """What the article says of each thing with a name: people, bodies, offices, places, works, events, figures.

    `types` are all its classes that the ontology knows; `mentions` is how often this article names it.
    """
    named = [_named(node) for node in graph.values() if NG + "Mention" in _values(node, RDF + "type")]
    counted: dict[str | None, int] = {}
    for iri in named:
        counted[iri] = counted.get(iri, 0) + 1
    for iri, node in graph.items():
        if is_thing(node):
            yield {
                "entity": iri,
                "label": _value(node, RDFS + "label"),
                "types": [name for name in _values(node, RDF + "type") if name in packaged().classes],
                "aliases": _values(node, SKOS + "altLabel"),
                "same_as": _values(node, OWL + "sameAs"),
                "earliest": _value(node, NG + "earliest"),
                "latest": _value(node, NG + "latest"),
                "mentions": counted.get(iri, 0),
            }


def is_thing(node: Mapping[str, list[NamedNode | Literal]]) -> bool:
    """Whether the node is something in the world that has a name, rather than an article, a statement or a span."""
    types = _values(node, RDF + "type")
    above = {name for type_ in types for name in (type_, *packaged().classes.get(type_, ()))}
    return RDFS + "label" in node and not _ROOTS.isdisjoint(above) and NG + "Article" not in types


def mentions(graph: Nodes) -> Iterator[Record]:
    """Where the article's text names what; `sentence` counts from 1."""
    for iri, node in graph.items():
        if NG + "Mention" in _values(node, RDF + "type"):
            sentence, named = graph.get(_value(node, NG + "inSentence") or "", {}), _named(node)
            yield {
                "mention": iri,
                "article": _value(node, NG + "inArticle"),
                "entity": named,
                "date": None if named else _value(node, NG + "denotes"),
                "kind": _value(node, NG + "mentionType"),
                "quote": _value(node, NG + "quote"),
                "start": _integer(node, NG + "start"),
                "end": _integer(node, NG + "end"),
                "sentence": _integer(sentence, NG + "index"),
            }


def _named(node: Mapping[str, list[NamedNode | Literal]]) -> str | None:
    """The thing that a mention denotes; none where it says a date."""
    return next((denoted.value for denoted in node.get(NG + "denotes", ()) if isinstance(denoted, NamedNode)), None)


def statements(graph: Nodes) -> Iterator[Record]:
    """What the article states, with its words; a figure, tenure or cooperation gives a row for each of its parts.

    An object that is a thing or another IRI stands in `object`, any other in `value` with its `datatype`.
    """
    properties = packaged().properties
    for iri, node in graph.items():
        if NG + "Statement" in _values(node, RDF + "type"):
            subject, predicate, objects = _value(node, RDF + "subject"), _value(node, RDF + "predicate"), node.get(RDF + "object", [])
            if subject and predicate:
                yield from (_statement(graph, iri, (subject, predicate, object_)) for object_ in objects)
        elif NG + "modality" in node:
            for predicate in node:
                if predicate in properties and predicate not in _SOURCE:
                    yield from (_statement(graph, iri, (iri, predicate, object_)) for object_ in node[predicate])


def _statement(graph: Nodes, iri: str, triple: tuple[str, str, NamedNode | Literal]) -> Record:
    node, (subject, predicate, object_) = graph[iri], triple
    reporter = _value(node, NG + "reportedBy")
    claimant = _value(node, NG + "assertedBy") or reporter
    named = isinstance(object_, NamedNode)
    return {
        "statement": iri,
        "article": _value(node, NG + "inArticle"),
        "subject": subject,
        "property": local(predicate),
        "object": object_.value if named else None,
        "value": None if named else object_.value,
        "datatype": object_.datatype.value if isinstance(object_, Literal) else None,
        "modality": local(_value(node, NG + "modality") or ""),
        "derivation": local(_value(node, NG + "derivation") or ""),
        "confidence": _decimal(node, NG + "confidence"),
        "rule": _value(node, NG + "rule"),
        "said_by": claimant,
        "said_by_name": _name(graph, claimant),
        "reported_by": reporter,
        "reported_by_name": _name(graph, reporter),
        "utterance": _value(node, NG + "utterance"),
        **_words(graph, node),
    }


def _words(graph: Nodes, node: Mapping[str, list[NamedNode | Literal]]) -> Record:
    """All words of the evidence in text order, and where the first and the last of them stand."""
    spans = [graph.get(iri, {}) for iri in _values(node, NG + "evidence")]
    placed = sorted(
        (_integer(span, NG + "start") or 0, _integer(span, NG + "end") or 0, _value(span, NG + "quote") or "") for span in spans
    )
    return {
        "quote": " … ".join(dict.fromkeys(quote for _, _, quote in placed)),
        "start": placed[0][0] if placed else None,
        "end": max(end for _, end, _ in placed) if placed else None,
    }


def local(iri: str) -> str:
    """The name of a class, property or modality: the local one, if it is NewsGraph's own."""
    return iri.removeprefix(NG)


def narrowest(types: Iterable[str]) -> str:
    """The class with none of the others below it; of several the first.

    >>> narrowest([NG + "Agent", NG + "Ministry", NG + "GovernmentBody", NG + "Organization"])
    'https://w3id.org/newsgraph/ont#Ministry'
    """
    known = sorted(types)
    above = {name for type_ in known for name in packaged().classes.get(type_, ())}
    return next((type_ for type_ in known if type_ not in above), "")


def _values(node: Mapping[str, list[NamedNode | Literal]], predicate: str) -> list[str]:
    return [object_.value for object_ in node.get(predicate, ())]


def _value(node: Mapping[str, list[NamedNode | Literal]], predicate: str) -> str | None:
    return next(iter(_values(node, predicate)), None)


def _name(graph: Nodes, iri: str | None) -> str | None:
    """What the graph calls it, or the end of its IRI."""
    if iri is None:
        return None
    return _value(graph.get(iri, {}), RDFS + "label") or iri.rpartition("/")[2].rpartition("#")[2]


def _integer(node: Mapping[str, list[NamedNode | Literal]], predicate: str) -> int | None:
    """The number, where it is one that a text can have."""
    value = _value(node, predicate) or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


def _decimal(node: Mapping[str, list[NamedNode | Literal]], predicate: str) -> float | None:
    try:
        number = float(_value(node, predicate) or "")
    except ValueError:
        return None
    return number if isfinite(number) else None
