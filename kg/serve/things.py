"""What a store says about a thing, and what it finds for the page: as records that a template can show."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from kg.errors import InputError
from kg.explain import Explanation, explanations, named
from kg.store import Row, Store
from kg.terms import text
from kg.vocab import BASE, NG, PREFIXES, RDFS, SKOS

MOST_ROWS: Final = 500
"""Rows that a page shows of an answer."""

MOST_TEXT: Final = 200_000
"""Characters that a page shows of a graph."""

_BATCH: Final = 200

_DESCRIBED: Final = """
CONSTRUCT { ?a ?b ?c } WHERE {
  { BIND(<%(iri)s> AS ?a) ?a ?b ?c }
  UNION { BIND(<%(iri)s> AS ?c) ?a ?b ?c }
  UNION { ?a rdf:subject|rdf:object|ng:inArticle <%(iri)s> ; ?b ?c }
  UNION { ?node rdf:subject|rdf:object|ng:inArticle <%(iri)s> ; ng:evidence ?a . ?a ?b ?c }
  UNION { <%(iri)s> ng:evidence ?a . ?a ?b ?c }
  UNION { { <%(iri)s> ?p ?a } UNION { ?a ?p <%(iri)s> } BIND(rdfs:label AS ?b) ?a ?b ?c }
}"""

_ABOUT: Final = """
SELECT ?property ?value ?label WHERE {
  VALUES ?property { rdf:type rdfs:label skos:altLabel owl:sameAs dcterms:source }
  <%s> ?property ?value . OPTIONAL { ?value rdfs:label ?label }
} ORDER BY ?property ?value ?label"""

_LINKED: Final = """
SELECT ?text ?thing WHERE {
  VALUES ?text { %s }
  { ?thing rdfs:label ?text } UNION { ?thing a ng:Statement ; ng:evidence/ng:quote ?text }
} ORDER BY ?text ?thing"""


@dataclass(frozen=True, slots=True)
class Cell:
    """A term of an answer as it is shown; `href` is empty where it leads nowhere."""

    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer for the page: a table, or a graph as Turtle."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    total: int = 0
    """Rows, or characters of Turtle, of the whole answer."""
    turtle: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, a body, an article: what it is called, and every fact about it with its words."""

    iri: str
    name: str
    types: tuple[str, ...]
    names: tuple[str, ...]
    """Other names."""
    links: tuple[Cell, ...]
    """The same thing elsewhere, or the article's source."""
    facts: tuple[Explanation, ...]


def described(store: Store, iri: str, form: str) -> bytes:
    """The triples that have the thing in them, the statements about it, and their words, in a form of `written.GRAPHS`.

    Raises
    ------
    InputError
        Nothing is said about it.
    """
    (known,) = named(store, _sound(iri))
    return store.results(_DESCRIBED % {"iri": known}, form)


def thing(store: Store, iri: str) -> Thing:
    """What is said about the thing.

    Raises
    ------
    InputError
        Nothing is.
    """
    (known,) = named(store, _sound(iri))
    rows = store.select(_ABOUT % known)
    names = [*_values(rows, RDFS + "label"), *_values(rows, SKOS + "altLabel")]
    types = {row["value"]: row.get("label", shortened(row["value"])) for row in rows if row["property"].endswith("#type")}
    elsewhere = [row["value"] for row in rows if row["property"].endswith(("sameAs", "source"))]
    return Thing(
        known,
        names[0] if names else shortened(known),
        tuple(label for iri, label in sorted(types.items()) if iri.startswith(NG)),
        tuple(dict.fromkeys(names[1:])),
        tuple(Cell(each, href(each)) for each in dict.fromkeys(elsewhere)),
        tuple(explanations(store, f"<{known}>")),
    )


def _sound(iri: str) -> str:
    """The IRI in angle brackets, where nothing in it could end them."""
    if re.search(r"[\x00-\x20<>\"{}|^`\\]", iri):
        raise InputError(f"{iri!r} is not an IRI.")
    return f"<{iri}>"


def found(store: Store, sparql: str) -> Found:
    """The answer to the query, its cells with links to the pages of things and to the words of statements."""
    form, answer = store.negotiated(sparql, ["json", "ttl"])
    if form == "ttl":
        turtle = answer.decode()
        return Found(turtle=turtle[:MOST_TEXT], total=len(turtle))
    table = json.loads(answer)
    if "boolean" in table:
        return Found(("answer",), ((Cell("yes" if table["boolean"] else "no"),),), 1)
    columns, solutions = tuple(table["head"]["vars"]), table["results"]["bindings"]
    shown = solutions[:MOST_ROWS]
    known = _linked(store, {_literal(term) for solution in shown for term in solution.values()} - {""})
    rows = tuple(tuple(_cell(solution.get(column, {}), known) for column in columns) for solution in shown)
    return Found(columns, rows, len(solutions))


def href(iri: str) -> str:
    """Where the IRI leads: to a page of ours, to the web, or nowhere.

    >>> [href(BASE + "id/person/ada"), href(BASE + "doc/2025#st_1"), href("https://news.example/"), href("javascript:alert(1)")]
    ['/id/person/ada', '/doc/2025#st_1', 'https://news.example/', '']
    """
    if iri.startswith((BASE + "id/", BASE + "doc/")):
        path, _, fragment = iri.removeprefix(BASE).partition("#")
        return f"/{quote(path, safe=_SAFE)}{'#' + quote(fragment, safe=_SAFE) if fragment else ''}"
    return iri if iri.startswith(("http://", "https://")) and not iri.startswith(NG) else ""


_SAFE: Final = "/-._~:@!$&'()*+,;="


def shortened(iri: str) -> str:
    """The IRI with the longest prefix that fits, or as it is."""
    fitting = [(len(namespace), prefix, namespace) for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)]
    if not fitting:
        return iri
    _, prefix, namespace = max(fitting)
    return f"{prefix}:{iri.removeprefix(namespace)}"


def _cell(term: dict[str, object], known: dict[str, str]) -> Cell:
    if not term:
        return Cell("")
    value = term["value"]
    if not isinstance(value, str):
        return Cell(json.dumps(value, ensure_ascii=False))
    if term["type"] == "uri":
        return Cell(shortened(value), href(value))
    return Cell(value, known.get(_literal(term), ""))


def _literal(term: dict[str, object]) -> str:
    """The term as SPARQL writes it, if it may be a name or a quotation; otherwise empty."""
    if term.get("type") != "literal" or "datatype" in term or len(str(term["value"])) > MOST_ROWS * 4:
        return ""
    return str(text(str(term["value"]), language=str(term.get("xml:lang", ""))))


def _linked(store: Store, literals: Iterable[str]) -> dict[str, str]:
    """Each literal that is the name of one thing, or the words of one statement or more, with where that is."""
    places: dict[str, set[str]] = {}
    ordered = sorted(literals)
    for start in range(0, len(ordered), _BATCH):
        _, answer = store.negotiated(_LINKED % " ".join(ordered[start : start + _BATCH]), ["json"])
        for row in json.loads(answer)["results"]["bindings"]:
            places.setdefault(_literal(row["text"]), set()).add(href(row["thing"]["value"]))
    return {literal: min(hrefs) for literal, hrefs in places.items() if len(hrefs) == 1 or all("#" in each for each in hrefs)}


def _values(rows: Sequence[Row], iri: str) -> list[str]:
    return [row["value"] for row in rows if row["property"] == iri]
