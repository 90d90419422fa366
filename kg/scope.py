"""The RDF dataset of one query: which graphs make its default graph, and which it may name.

SPARQL 1.1 Query, section 13.2: the default graph is the merge of the graphs given for it, so a triple that two of them hold is there once.
"""

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError, QueryRefused
from kg.guard import from_clauses


@dataclass(frozen=True, slots=True)
class Scope:
    """Graphs by IRI; with none at all, everything is asked."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


EVERYTHING: Final = Scope()


def scope_of(sparql: str) -> Scope:
    """What the query itself says by FROM and FROM NAMED.

    >>> scope_of("SELECT * FROM <urn:a> FROM NAMED <urn:b> { ?s ?p ?o }")
    Scope(default=('urn:a',), named=('urn:b',))
    """
    clauses = list(from_clauses(sparql)) if "FROM" in sparql.upper() else []
    return Scope(tuple(iri for named, iri in clauses if not named), tuple(iri for named, iri in clauses if named))


def within(store: ox.Store, sparql: str, scope: Scope, prefixes: dict[str, str]) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """What the query finds there, whatever FROM says in it.

    Raises
    ------
    QueryError
        A graph of the scope is not here, or its name is no IRI.
    """
    if scope == EVERYTHING:
        return store.query(sparql, prefixes=prefixes)
    default, named = [_graph(store, iri) for iri in scope.default], [_graph(store, iri) for iri in scope.named]
    if len(set(default)) > 1:
        merged = _merged(store, default, named)
        return merged.query(
            sparql, prefixes=prefixes, default_graph=[ox.DefaultGraph()], named_graphs=list[ox.NamedNode | ox.BlankNode](named)
        )
    return store.query(
        sparql,
        prefixes=prefixes,
        default_graph=list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph](default[:1]),
        named_graphs=list[ox.NamedNode | ox.BlankNode](named),
    )


def _graph(store: ox.Store, iri: str) -> ox.NamedNode:
    try:
        graph = ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"<{iri}> is not an absolute IRI, and cannot name a graph.") from error
    if not store.contains_named_graph(graph):
        raise QueryRefused(f"there is no graph <{iri}> in this store, and nothing is fetched from elsewhere.")
    return graph


def _merged(store: ox.Store, default: list[ox.NamedNode], named: list[ox.NamedNode]) -> ox.Store:
    """These graphs alone, those of the default graph as one: asked in place, a triple would come once for each graph that holds it."""
    copy = ox.Store()
    for graph in default:
        copy.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in store.quads_for_pattern(None, None, None, graph))
    for graph in named:
        copy.extend(store.quads_for_pattern(None, None, None, graph))
    return copy
