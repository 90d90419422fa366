"""Answers to queries in the standard forms, by name."""

import re
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryFailed
from kg.formats import ordered
from kg.vocab import PREFIXES

TABLES: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
"""The forms of SELECT and ASK results."""

GRAPHS: Final = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdf": ox.RdfFormat.RDF_XML}
"""The forms of CONSTRUCT and DESCRIBE results."""

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def table(found: ox.QuerySolutions | ox.QueryBoolean, form: str) -> bytes:
    """The solutions, or yes or no, in a form of `TABLES`."""
    try:
        answer = found.serialize(format=TABLES[form]) or b""
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryFailed(f"the query failed: {error}") from error
    return _well_formed(answer) if form == "xml" else answer


def graph(found: Iterable[ox.Triple], form: str) -> bytes:
    """The triples, each once and ordered, in a form of `GRAPHS`."""
    try:
        triples = [quad.triple for quad in ordered(ox.Quad(each.subject, each.predicate, each.object) for each in found)]
        answer = ox.serialize(triples, format=GRAPHS[form], prefixes=dict(PREFIXES)) or b""
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryFailed(f"the query failed: {error}") from error
    return _well_formed(answer) if form == "rdf" else answer


def converted(turtle: str, form: str) -> bytes:
    """A text in Turtle in a form of `GRAPHS`."""
    return ox.serialize(ox.parse(turtle, format=ox.RdfFormat.TURTLE), format=GRAPHS[form]) or b""


def _well_formed(xml: bytes) -> bytes:
    """With a replacement character for each that XML 1.0 cannot hold, which an article may have: Oxigraph writes them as they are."""
    return _NOT_XML.sub("\ufffd", xml.decode()).encode()
