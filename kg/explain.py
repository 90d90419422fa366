"""The evidence behind what is said about a thing: every statement with its words, claimant and confidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from kg.errors import InputError
from kg.store import Row, Store
from kg.terms import text
from kg.vocab import NG, PREFIXES

_STATEMENTS: Final = """
SELECT DISTINCT ?node WHERE {
  VALUES ?x { %s }
  { ?node rdf:subject ?x } UNION { ?node rdf:object ?x } UNION { ?x rdf:subject ?any BIND(?x AS ?node) } UNION { ?node ng:inArticle ?x }
  FILTER EXISTS { ?node a ng:Statement }
} ORDER BY ?node"""

_STATEMENT: Final = """
SELECT ?node ?s ?p ?o ?subject ?relation ?object ?modality ?derivation ?confidence ?saidBy ?reportedBy ?rule ?article ?title
  ?quote ?start WHERE {
  VALUES ?node { %s }
  ?node rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ng:inArticle ?article ; ng:confidence ?confidence ;
    ng:modality/rdfs:label ?modality ; ng:derivation/rdfs:label ?derivation ;
    ng:assertedBy/rdfs:label ?saidBy ; ng:reportedBy/rdfs:label ?reportedBy ; ng:evidence ?span .
  ?span ng:quote ?quote ; ng:start ?start .
  OPTIONAL { ?node ng:rule ?rule }
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?s rdfs:label ?subject }
  OPTIONAL { ?p rdfs:label ?relation }
  OPTIONAL { ?o rdfs:label ?object }
}"""

_NODES: Final = """
SELECT DISTINCT ?node WHERE {
  VALUES ?x { %s }
  { ?node ?any ?x } UNION { ?x ng:modality ?m BIND(?x AS ?node) }
  FILTER EXISTS { ?node ng:evidence ?span }
  FILTER NOT EXISTS { ?node a ng:Statement }
} ORDER BY ?node"""

_NODE: Final = """
SELECT ?node ?s ?subject ?modality ?derivation ?confidence ?saidBy ?reportedBy ?rule ?article ?title ?quote ?start WHERE {
  VALUES ?node { %s }
  ?node ng:modality/rdfs:label ?modality ; ng:derivation/rdfs:label ?derivation ; ng:confidence ?confidence ; ng:inArticle ?article ;
    ng:reportedBy/rdfs:label ?reportedBy ; ng:evidence ?span .
  ?span ng:quote ?quote ; ng:start ?start .
  BIND(?node AS ?s)
  OPTIONAL { ?node ng:assertedBy/rdfs:label ?claimant }
  BIND(COALESCE(?claimant, ?reportedBy) AS ?saidBy)
  OPTIONAL { ?node ng:rule ?rule }
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?node rdfs:label ?subject }
}"""

_PARTS: Final = """
SELECT ?node ?p ?o ?relation ?object WHERE {
  VALUES ?node { %s }
  ?node ?p ?o .
  ?p rdfs:label ?relation .
  OPTIONAL { ?o rdfs:label ?object }
}"""

_BATCH: Final = 5
"""Statements asked about at once; of more, Oxigraph joins all that the store holds instead of looking each up. Of nodes, one is enough."""

_WRITTEN_SO: Final = """
SELECT DISTINCT ?thing WHERE {
  VALUES ?name { %s }
  ?thing rdfs:label|skos:altLabel ?name .
  FILTER NOT EXISTS { ?thing a ng:Utterance }
  FILTER NOT EXISTS { ?thing a ng:ExtractionRun }
}"""

_NAMES: Final = """
SELECT DISTINCT ?thing ?name WHERE {
  ?thing rdfs:label|skos:altLabel ?name .
  FILTER NOT EXISTS { ?thing a ng:Utterance }
  FILTER NOT EXISTS { ?thing a ng:ExtractionRun }
}"""

_META: Final = frozenset(
    NG + name
    for name in (
        *("modality", "derivation", "confidence", "inArticle", "assertedBy", "reportedBy", "evidence"),
        *("utterance", "rule", "extractedIn", "earliest", "latest"),
    )
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the article says, and where: code points from its start."""

    quote: str
    start: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """One statement with its evidence, in words."""

    node: str
    """IRI of the statement, figure, tenure or cooperation."""
    subject: str
    relation: str
    object: str
    words: tuple[Words, ...]
    """In text order."""
    modality: str
    derivation: str
    confidence: float
    said_by: str
    reported_by: str
    rule: str
    article: str
    """IRI of the article."""
    title: str
    subject_iri: str
    object_iri: str
    """The object's IRI, or its value again."""


def explanations(store: Store, what: str) -> list[Explanation]:
    """Every statement about the thing, by article and in text order; those it is the object of too.

    Parameters
    ----------
    store
        Where to look.
    what
        A name, another name, or the IRI (`person:ada-lovelace` too) of a thing, statement or article. Where nothing is called exactly
        so, case does not matter.

    Raises
    ------
    InputError
        Nothing is called that; the message names what is near.
    """
    things = named(store, what)
    own = _nodes(store, _NODES, things)
    parts: dict[str, list[Row]] = {}
    for part in _about(store, _PARTS, own):
        if part["p"] not in _META:
            parts.setdefault(part["node"], []).append(part)
    rows: list[Row] = list(_about(store, _STATEMENT, _nodes(store, _STATEMENTS, things)))
    rows += [{**node, **part} for node in _about(store, _NODE, own, at_once=1) for part in parts.get(node["node"], [])]
    grouped: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        grouped.setdefault((row["node"], row["p"], row["o"]), []).append(row)
    found = [_explanation(rows) for rows in grouped.values()]
    return sorted(found, key=lambda e: (e.article, e.words[0].start, e.node, e.relation, e.object))


def named(store: Store, what: str) -> list[str]:
    """The IRIs of all that is called so, sorted.

    Raises
    ------
    InputError
        Nothing is.
    """
    iri = _iri(what)
    if iri:
        if store.ask(f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}"):
            return [iri]
        raise InputError(f"nothing is said about <{iri}> here.")
    written = f"{text(what.strip(), language='en')} {text(what.strip())}"
    exact = sorted({row["thing"] for row in store.select(_WRITTEN_SO % written) if not row["thing"].startswith(NG)})
    if exact:
        return exact
    names = list(_names(store))
    found = sorted({iri for iri, name in names if name.casefold() == what.strip().casefold()})
    if not found:
        lower = {name.casefold(): name for _, name in sorted(names)}
        near = [lower[name] for name in get_close_matches(what.casefold(), list(lower), 3)]
        hint = f"; did you mean {' or '.join(repr(name) for name in near)}?" if near else "."
        raise InputError(f"nothing here is called {what!r}{hint}")
    return found


def _nodes(store: Store, sparql: str, things: Iterable[str]) -> list[str]:
    """The nodes that the query finds for the things."""
    return [row["node"] for row in store.select(sparql % _iris(things))]


def _about(store: Store, sparql: str, nodes: Sequence[str], *, at_once: int = _BATCH) -> Iterator[Row]:
    """What the query says of the nodes, some of them at a time."""
    for start in range(0, len(nodes), at_once):
        yield from store.select(sparql % _iris(nodes[start : start + at_once]))


def _iris(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _iri(what: str) -> str:
    """The IRI that is written out, in angle brackets or with a prefix; empty if it is a name."""
    prefix, colon, local = what.strip("<>").partition(":")
    iri = PREFIXES[prefix] + local if prefix in PREFIXES else what.strip("<>") if local.startswith("//") else ""
    if colon and iri and any(sign in iri for sign in '<>"{}|^`\\ \n\t\r'):
        raise InputError(f"{what!r} is not an IRI.")
    return iri


def _names(store: Store) -> Iterator[tuple[str, str]]:
    """IRI and name of everything that has one, but not the ontology's terms and the article's own parts."""
    for row in store.select(_NAMES):
        if not row["thing"].startswith(NG):
            yield row["thing"], row["name"]


def _explanation(rows: Sequence[Row]) -> Explanation:
    row: Mapping[str, str] = rows[0]
    words = sorted({(int(each["start"]), each["quote"]) for each in rows})
    return Explanation(
        row["node"],
        row.get("subject", row["s"]),
        row.get("relation", row["p"].rpartition("#")[2]),
        row.get("object", row["o"]),
        tuple(Words(quote, start) for start, quote in words),
        row["modality"],
        row["derivation"],
        float(row["confidence"]),
        row["saidBy"],
        row["reportedBy"],
        row.get("rule", ""),
        row["article"],
        row.get("title", ""),
        row["s"],
        row["o"],
    )
