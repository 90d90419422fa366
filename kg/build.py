"""The whole path, on one page: articles are read, understood, written as RDF, and looked at.

    articles.read  ->  extraction.reader  ->  rdf.quads  ->  rdf.dump, store, view.page

The rooms know nothing of each other; this page knows the order. spaCy is loaded when the first article is read, not before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.model import Article, Extraction
from kg.records import dumped
from kg.vocab import NG

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.hierarchy import Hierarchy
    from kg.rdf import Evidence
    from kg.store import Store
    from kg.view import Answer, Editor

FORMATS: Final = ("ttl", "trig", "nq", "jsonld", "json")
"""Turtle, TriG, N-Quads, JSON-LD, and plain JSON: one flat record a fact, for programs that know no RDF."""


_TERMS: Final = f"SELECT ?term ?label {{ GRAPH <{NG.removesuffix('#')}> {{ ?term rdfs:label ?label }} }} ORDER BY ?term ?label"


def extract(article: Article) -> Extraction:
    """What the article says. For more than one article, `extractions` loads the models only once."""
    return next(extractions([article]))


def extractions(articles: Iterable[Article], *, ontology: Path | None = None, min_confidence: float | None = None) -> Iterator[Extraction]:
    """What each article says, in the order of the articles, each read when it is asked for.

    `ontology` is a Turtle file with classes, properties and cues of your own, used beside the packaged ones. `min_confidence`
    (0 to 1; by default `kg.extraction.guesses.weighing.LEAST`) leaves out what is less sure: more facts for a lower one, fewer
    wrong ones for a higher one.
    """
    from kg.extraction import reader

    return map(reader(ontology=ontology, min_confidence=min_confidence), articles)


def quads(read: Iterable[Extraction], *, evidence: "Evidence" = "full", rdf12: bool = False, ontology: Path | None = None) -> "list[Quad]":
    """The quads of all the extractions, one named graph an article; an article read twice counts once."""
    from kg.rdf import quads as quads_of_one

    above = _above(ontology)
    graphs = {extraction.article_id: extraction for extraction in read}
    return [quad for name in sorted(graphs) for quad in quads_of_one(graphs[name], evidence=evidence, rdf12=rdf12, above=above)]


def _above(ontology: Path | None) -> "Hierarchy":
    """What stands above each class and property, those of the user's own ontology too."""
    from kg.hierarchy import hierarchy, packaged
    from kg.resources import resource

    return hierarchy(resource("newsgraph.ttl").read_bytes(), ontology.read_bytes()) if ontology else packaged()


def stored(read: Iterable[Extraction]) -> "Store":
    """A store in memory that holds the extractions, one graph an article, and the ontology's labels."""
    from kg.rdf import quads as quads_of_one

    return _filled({extraction.article_id: quads_of_one(extraction) for extraction in read})


def _filled(graphs: "Mapping[str, list[Quad]]") -> "Store":
    from kg.store import Store

    store = Store()
    for name, graph in graphs.items():
        store.replace(name, graph)
    return store


def page(read: Sequence[Extraction], *, title: str = "", engine: Path | None = None) -> str:
    """One HTML page of the extractions, whole in itself, with the answers to the ready questions and the triples to save.

    With `engine`, the folder of the npm package oxigraph, the page has an editor for questions in SPARQL.

    Raises
    ------
    InputError
        The folder does not hold the package.
    """
    from kg.claims import identifiers
    from kg.hierarchy import packaged
    from kg.rdf import dump
    from kg.rdf import quads as quads_of_one
    from kg.view import page as page_of

    graphs = {extraction.article_id: quads_of_one(extraction) for extraction in read}
    held, store = [quad for name in sorted(graphs) for quad in graphs[name]], _filled(graphs)
    answers = list(_answers(store))
    return page_of(
        read,
        title=title,
        identifiers=[identifiers(one, packaged()) for one in read],
        labels=_labels(store),
        answers=answers,
        turtle=dump(held, "ttl").decode(),
        jsonld=dump(held, "jsonld").decode(),
        editor=_editor(store, engine, [answer.title for answer in answers]) if engine else None,
    )


def _editor(store: "Store", folder: Path, answered: Sequence[str]) -> "Editor":
    """The engine with all that the store holds, the ontology too, and the ready questions, those that have an answer first."""
    from kg.questions import questions
    from kg.rdf import dump
    from kg.store import ONTOLOGY
    from kg.view import Editor, engine

    held = [quad for graph in (ONTOLOGY, *store.graphs()) for quad in store.quads(graph)]
    ready = sorted(questions(), key=lambda question: question.title not in answered)
    return Editor(engine(folder), dump(held, "nq").decode(), tuple((question.title, question.sparql) for question in ready))


def _labels(store: "Store") -> dict[str, str]:
    """English words for classes and properties, by local name."""
    return {row["term"].removeprefix(NG): row["label"] for row in store.select(_TERMS) if row["term"].startswith(NG)}


def _answers(store: "Store") -> "Iterator[Answer]":
    """The ready questions that have an answer here, each asked of everything."""
    from kg.questions import questions
    from kg.view import Answer

    for question in questions():
        found = store.table(question.sparql)
        if found.rows:
            yield Answer(question.title, found.columns, tuple(tuple(row.get(name, "") for name in found.columns) for row in found.rows))


def serialized(
    read: Sequence[Extraction], form: str = "ttl", *, evidence: "Evidence" = "full", rdf12: bool = False, ontology: Path | None = None
) -> bytes:
    """The extractions in one of `FORMATS`: the same bytes in whatever order they come.

    Raises
    ------
    InputError
        There is no such format, or it cannot hold RDF 1.2.
    """
    if form not in FORMATS:
        raise InputError(f"there is no format {form!r}: use one of {', '.join(FORMATS)}.")
    if form == "json":
        return dumped(read)
    if rdf12 and form == "jsonld":
        raise InputError("JSON-LD cannot hold RDF 1.2: leave --rdf12 out, or use ttl, trig or nq.")
    from kg.rdf import dump

    return dump(quads(read, evidence=evidence, rdf12=rdf12, ontology=ontology), form)
