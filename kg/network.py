"""The store as a networkx graph: things are nodes, what an article says of two things is an edge with its words."""

from typing import Final

import networkx as nx

from kg.store import Row, Store
from kg.vocab import NG

_NODES: Final = """
SELECT ?node ?label ?class ?date WHERE {
  ?node a ?class . ?class rdfs:subClassOf* ?root .
  FILTER(?root IN (ng:Agent, ng:Position, ng:Tenure, ng:Place, ng:Work, ng:Initiative, ng:Product, ng:Topic, ng:Observation, ng:Event))
  FILTER(?class != ng:Article)
  FILTER NOT EXISTS { ?node a ?narrower . ?narrower rdfs:subClassOf+ ?class . FILTER(?narrower != ?class) }
  ?node rdfs:label ?label .
  OPTIONAL { ?node ng:earliest ?date }
}"""

_MENTIONS: Final = (
    "SELECT ?node (COUNT(?mention) AS ?count) WHERE { ?mention a ng:Mention ; ng:denotes ?node FILTER(isIRI(?node)) } GROUP BY ?node"
)

_EDGES: Final = """
SELECT ?key ?s ?p ?o ?relation ?modality ?derivation ?confidence ?saidBy ?reportedBy ?article ?quote ?start WHERE {
  ?key a ng:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ng:modality ?modality ; ng:derivation ?derivation ;
    ng:confidence ?confidence ; ng:assertedBy/rdfs:label ?saidBy ; ng:reportedBy/rdfs:label ?reportedBy ;
    ng:inArticle ?article ; ng:evidence ?span .
  FILTER(isIRI(?o))
  ?span ng:quote ?quote ; ng:start ?start .
  OPTIONAL { ?p rdfs:label ?relation }
}"""

_PARTS: Final = """
SELECT ?key ?s ?p ?o ?relation ?modality ?derivation ?confidence ?saidBy ?reportedBy ?article ?quote ?start WHERE {
  ?s ng:modality ?modality ; ng:derivation ?derivation ; ng:confidence ?confidence ; ng:reportedBy/rdfs:label ?reportedBy ;
    ng:inArticle ?article ; ng:evidence ?span ; ?p ?o .
  FILTER NOT EXISTS { ?s a ng:Statement }
  FILTER(?p IN (ng:holder, ng:position, ng:observedOf, ng:measure, ng:party))
  FILTER(isIRI(?o))
  ?span ng:quote ?quote ; ng:start ?start .
  OPTIONAL { ?s ng:assertedBy/rdfs:label ?claimant }
  BIND(COALESCE(?claimant, ?reportedBy) AS ?saidBy)
  OPTIONAL { ?p rdfs:label ?relation }
  BIND(CONCAT(STR(?s), " ", STR(?p)) AS ?key)
}"""


def network(store: Store) -> "nx.MultiDiGraph[str]":
    """Things and what is said between them, the same for the same store.

    Nodes are IRIs with `label`, `type` (the narrowest class, local name), `mentions` (how often they are named) and `date` (the
    first day of an event or tenure; empty for others). Edges have the statement's IRI as key and `property` (local name),
    `relation` (its label), `modality`, `derivation`, `confidence`, `quote` (all words, in text order), `said_by`, `reported_by`
    and `article`. The parts of figures, tenures and cooperations are edges too; articles and literals are no nodes.

    Returns
    -------
    One edge for each statement that links two things; the same fact in two articles is two edges.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    mentions = {row["node"]: int(row["count"]) for row in store.select(_MENTIONS)}
    nodes = {row["node"]: row for row in sorted(store.select(_NODES), key=lambda row: tuple(row.values()), reverse=True)}
    for iri in sorted(nodes):
        row = nodes[iri]
        graph.add_node(iri, label=row["label"], type=_local(row["class"]), mentions=mentions.get(iri, 0), date=row.get("date", ""))
    for rows in _grouped([*store.select(_EDGES), *store.select(_PARTS)]):
        if rows[0]["s"] in nodes and rows[0]["o"] in nodes:
            graph.add_edge(rows[0]["s"], rows[0]["o"], key=rows[0]["key"], **_edge(rows))
    return graph


def _grouped(rows: list[Row]) -> list[list[Row]]:
    """The rows of each edge together, in text order; edges sorted."""
    edges: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        edges.setdefault((row["s"], row["o"], row["key"]), []).append(row)
    return [sorted(edges[ends], key=lambda row: (int(row["start"]), row["quote"])) for ends in sorted(edges)]


def _edge(rows: list[Row]) -> dict[str, str | float]:
    row = rows[0]
    return {
        "property": _local(row["p"]),
        "relation": row.get("relation", _local(row["p"])),
        "modality": _local(row["modality"]),
        "derivation": _local(row["derivation"]),
        "confidence": float(row["confidence"]),
        "quote": " … ".join(dict.fromkeys(each["quote"] for each in rows)),
        "said_by": row["saidBy"],
        "reported_by": row["reportedBy"],
        "article": row["article"],
    }


def _local(iri: str) -> str:
    return iri.removeprefix(NG)
