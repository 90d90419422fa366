"""What stands above each class and property, so that the RDF can say it and no query needs a reasoner."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from kg.resources import resource
from kg.vocab import NG, OWL, RDF, RDFS

_PROPERTIES: Final = frozenset({OWL + "ObjectProperty", OWL + "DatatypeProperty", RDF + "Property"})


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """IRI of each class and property to all that stand above it, sorted; only those the ontology itself declares."""

    classes: Mapping[str, tuple[str, ...]]
    properties: Mapping[str, tuple[str, ...]]


def term(name: str) -> str:
    """The IRI of a class or property: a local name is one of NewsGraph's own.

    >>> term("Ministry")
    'https://w3id.org/newsgraph/ont#Ministry'
    >>> term("https://example.org/Vessel")
    'https://example.org/Vessel'
    """
    return name if "://" in name else NG + name


def hierarchy(*turtle: bytes) -> Hierarchy:
    """The hierarchy of the ontologies, each given as Turtle, together."""
    triples = [triple for text in turtle for triple in parse(text, format=RdfFormat.TURTLE)]
    named = [
        (t.subject.value, t.predicate.value, t.object.value)
        for t in triples
        if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode)
    ]
    classes = {s for s, p, o in named if p == RDF + "type" and o == OWL + "Class"}
    properties = {s for s, p, o in named if p == RDF + "type" and o in _PROPERTIES}
    return Hierarchy(
        _closure(classes, [(s, o) for s, p, o in named if p == RDFS + "subClassOf"]),
        _closure(properties, [(s, o) for s, p, o in named if p == RDFS + "subPropertyOf"]),
    )


@cache  # the packaged ontology is a constant, and every article needs it
def packaged() -> Hierarchy:
    """The hierarchy of NewsGraph's own ontology.

    >>> [above.rpartition("#")[2] for above in packaged().classes[term("Ministry")]]
    ['Agent', 'GovernmentBody', 'Organization']
    """
    return hierarchy(resource("newsgraph.ttl").read_bytes())


def vocabulary(graph: str) -> list[Quad]:
    """NewsGraph's own ontology as that graph, without its unnamed classes, which nobody asks for."""
    triples = parse(resource("newsgraph.ttl").read_bytes(), format=RdfFormat.TURTLE)
    named = [t for t in triples if not (isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode))]
    return [Quad(t.subject, t.predicate, t.object, NamedNode(graph)) for t in named]


def _closure(declared: set[str], edges: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    above: dict[str, set[str]] = defaultdict(set)
    for lower, upper in edges:
        if upper in declared:
            above[lower].add(upper)
    return {name: tuple(sorted(_reached(name, above) - {name})) for name in sorted(declared)}


def _reached(name: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
