"""What was read from an article, as quads in the article's own named graph.

Plain triples say what the article says is so. Figures, tenures and cooperations are nodes with parts. Every other fact has a
`ng:Statement` node with its words, claimant, modality and confidence; what is only planned, intended, possible or denied has nothing else.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal as Choice

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg import __version__
from kg.claims import Claim, claimant, claims, identifiers, own_statements, parts, publisher
from kg.claims import fact as fact_of
from kg.dates import days
from kg.formats import dump, ordered
from kg.hierarchy import Hierarchy, packaged, term
from kg.model import Entity, Extraction, Statement, Utterance, Value
from kg.spans import span_nodes
from kg.terms import decimal, literal, ng, offset, text, web_address
from kg.vocab import DCTERMS, NG, OWL, RDF, RDFS, SKOS

__all__ = ["Evidence", "dump", "identifiers", "quads"]

Evidence = Choice["full", "facts", "none"]
"""`full`: statement nodes, spans, sentences, mentions, utterances. `facts`: without sentences and mentions. `none`: plain triples."""

Object = NamedNode | Literal | Triple
Part = tuple[str, NamedNode, Object]
"""Subject IRI, predicate, object."""

_A, _LABEL = NamedNode(RDF + "type"), NamedNode(RDFS + "label")


def quads(extraction: Extraction, *, evidence: Evidence = "full", rdf12: bool = False, above: Hierarchy | None = None) -> list[Quad]:
    """The article's named graph, ordered; no blank nodes.

    Parameters
    ----------
    extraction
        Its ids are IRIs.
    evidence
        How much of it is written.
    rdf12
        Adds `rdf:reifies` with a triple term to every statement node.
    above
        The hierarchy of another ontology; NewsGraph's own where none is given.
    """
    if evidence not in ("full", "facts", "none"):
        raise TypeError(f"evidence is 'full', 'facts' or 'none', not {evidence!r}")
    hierarchy, graph = above or packaged(), NamedNode(extraction.article_id)
    first = own_statements(extraction, hierarchy)
    told = claims(extraction, first)
    found = [*_article(extraction), *_agents(extraction), *_things(extraction, hierarchy)]
    found += _plain([*(c.fact for c in told if _actual(c)), *map(fact_of, parts(extraction, first))], hierarchy)
    found += _days(extraction, hierarchy, first)
    found += [part for utterance, number in _numbered(extraction) for part in _utterance(extraction, utterance, number)]
    found += [part for id_, statement in first.items() for part in _mark(id_, statement)]
    if evidence != "none":
        found += [part for claim in told for part in _claim(extraction, claim, rdf12=rdf12)]
        found += [part for id_, statement in first.items() for part in _node_source(extraction, id_, statement)]
        found += [*_grounds(extraction), *span_nodes(extraction, full=evidence == "full")]
    return ordered(Quad(NamedNode(subject), predicate, object_, graph) for subject, predicate, object_ in found)


def _actual(claim: Claim) -> bool:
    return claim.statements[0].modality == "Actual"


def _article(extraction: Extraction) -> Iterator[Part]:
    article, iri = extraction.article, extraction.article_id
    yield iri, _A, ng("Article")
    yield iri, _A, ng("Work")
    yield iri, _LABEL, text(article.title or article.identifier or f"Article {iri.rpartition('/')[2]}", language="en")
    yield iri, NamedNode(DCTERMS + "language"), Literal("en")
    yield iri, ng("sha256"), Literal(article.sha256)
    yield iri, ng("publishedBy"), NamedNode(publisher(extraction))
    if article.date:
        yield iri, ng("publishedOn"), literal(Value(article.date, "date"))
    if article.identifier:
        yield iri, NamedNode(DCTERMS + "identifier"), text(article.identifier)
    if article.url:
        yield iri, NamedNode(DCTERMS + "source"), web_address(article.url)
    run = f"{iri}#run"
    yield run, _A, ng("ExtractionRun")
    yield run, _LABEL, text(f"NewsGraph {__version__}", language="en")


def _agents(extraction: Extraction) -> Iterator[Part]:
    """The publisher, where the text does not name it."""
    agent = publisher(extraction)
    if agent not in {entity.id for entity in extraction.entities}:
        yield agent, _A, ng("Agent")
        yield agent, _LABEL, text(extraction.article.publisher or "publisher (not named)", language="en")


def _things(extraction: Extraction, hierarchy: Hierarchy) -> Iterator[Part]:
    for entity in extraction.entities:
        yield from _thing(entity, hierarchy)
        if entity.evidence:
            yield entity.id, ng("inArticle"), NamedNode(extraction.article_id)


def _thing(entity: Entity, hierarchy: Hierarchy) -> Iterator[Part]:
    type_ = term(entity.type)
    for class_ in (type_, *hierarchy.classes.get(type_, ())):
        yield entity.id, _A, NamedNode(class_)
    yield entity.id, _LABEL, text(entity.label, language="en")
    if type_ == NG + "Topic":
        yield entity.id, NamedNode(SKOS + "prefLabel"), text(entity.label, language="en")
    for alias in entity.aliases:
        yield entity.id, NamedNode(SKOS + "altLabel"), text(alias, language="en")
    for same in entity.same_as:
        yield entity.id, NamedNode(OWL + "sameAs"), NamedNode(same)
    for match in entity.exact_match:
        yield entity.id, NamedNode(SKOS + "exactMatch"), NamedNode(match)


def _plain(facts: list[tuple[NamedNode, NamedNode, NamedNode | Literal]], hierarchy: Hierarchy) -> Iterator[Part]:
    """Each triple, and what its property's super-properties say."""
    for subject, predicate, object_ in facts:
        for property_ in (predicate.value, *hierarchy.properties.get(predicate.value, ())):
            yield subject.value, NamedNode(property_), object_


def _days(extraction: Extraction, hierarchy: Hierarchy, first: Mapping[str, Statement]) -> Iterator[Part]:
    """First and last day of the events and tenures that have a date."""
    types = {entity.id: {term(entity.type), *hierarchy.classes.get(term(entity.type), ())} for entity in extraction.entities}
    found: dict[str, list[str]] = {}
    for statement in extraction.statements:
        dated = statement.property in {"date", "from", "until", "asOf"} and isinstance(statement.object, Value)
        meant = statement.modality == (first[statement.subject].modality if statement.subject in first else "Actual")
        if dated and meant and types.get(statement.subject, set()) & {NG + "Event", NG + "Tenure"}:
            assert isinstance(statement.object, Value)
            found.setdefault(statement.subject, []).extend(days(statement.object.lexical))
    for id_, known in found.items():
        if known:
            yield id_, ng("earliest"), literal(Value(min(known), "date"))
            yield id_, ng("latest"), literal(Value(max(known), "date"))


def _numbered(extraction: Extraction) -> Iterator[tuple[Utterance, int]]:
    return ((utterance, number) for number, utterance in enumerate(extraction.utterances, start=1))


def _utterance(extraction: Extraction, utterance: Utterance, number: int) -> Iterator[Part]:
    labels = {entity.id: entity.label for entity in extraction.entities}
    yield utterance.id, _A, ng("Utterance")
    yield utterance.id, _A, ng("DirectQuote" if utterance.direct else "IndirectSpeech")
    speaker = labels.get(utterance.speaker, "somebody")
    yield utterance.id, _LABEL, text(f"{'Quote' if utterance.direct else 'Speech'} {number} of {speaker}", language="en")
    yield utterance.id, ng("inArticle"), NamedNode(extraction.article_id)
    if utterance.speaker:
        yield utterance.id, ng("speaker"), NamedNode(utterance.speaker)
    if utterance.said_at:
        yield utterance.id, ng("saidAt"), NamedNode(utterance.said_at)


def _mark(id_: str, statement: Statement) -> Iterator[Part]:
    """What keeps a planned tenure from being read as one that is."""
    yield id_, ng("modality"), ng(statement.modality)


def _claim(extraction: Extraction, claim: Claim, *, rdf12: bool) -> Iterator[Part]:
    subject, predicate, object_ = claim.fact
    yield claim.iri, _A, ng("Statement")
    yield claim.iri, NamedNode(RDF + "subject"), subject
    yield claim.iri, NamedNode(RDF + "predicate"), predicate
    yield claim.iri, NamedNode(RDF + "object"), object_
    yield claim.iri, ng("inArticle"), NamedNode(extraction.article_id)
    yield claim.iri, ng("modality"), ng(claim.statements[0].modality)
    yield from _source(extraction, claim.iri, list(claim.statements))
    for statement in claim.statements:
        for span in statement.evidence:
            yield claim.iri, ng("evidence"), offset(extraction.article_id, span)
    if rdf12:
        yield claim.iri, NamedNode(RDF + "reifies"), Triple(subject, predicate, object_)


def _node_source(extraction: Extraction, id_: str, statement: Statement) -> Iterator[Part]:
    """The same of a node with parts; it names a claimant only where that is not the publisher, whom `ng:reportedBy` names."""
    for part in _source(extraction, id_, [statement]):
        if part[1] != ng("assertedBy") or statement.asserted_by not in ("", publisher(extraction)):
            yield part


def _source(extraction: Extraction, iri: str, statements: list[Statement]) -> Iterator[Part]:
    """Who says it, in which utterance, how it was found, and how well the text supports it; the best-supported statement decides."""
    best = max(statements, key=lambda statement: statement.confidence)
    derivation = "Explicit" if any(statement.derivation == "Explicit" for statement in statements) else "Implied"
    yield iri, ng("assertedBy"), NamedNode(claimant(extraction, best))
    yield iri, ng("reportedBy"), NamedNode(publisher(extraction))
    yield iri, ng("derivation"), ng(derivation)
    yield iri, ng("confidence"), decimal(Decimal(repr(best.confidence)))
    yield iri, ng("extractedIn"), NamedNode(f"{extraction.article_id}#run")
    if best.rule:
        yield iri, ng("rule"), text(best.rule)
    for statement in statements:
        if statement.utterance:
            yield iri, ng("utterance"), NamedNode(statement.utterance)


def _grounds(extraction: Extraction) -> Iterator[Part]:
    """The words for entities that need them (events, figures, tenures) and for utterances."""
    voices = {statement.subject: statement.utterance for statement in reversed(extraction.statements)}
    for entity in extraction.entities:
        for span in entity.evidence:
            yield entity.id, ng("evidence"), offset(extraction.article_id, span)
        if entity.evidence and voices.get(entity.id):
            yield entity.id, ng("utterance"), NamedNode(voices[entity.id])
    for utterance in extraction.utterances:
        for span in utterance.spans:
            yield utterance.id, ng("evidence"), offset(extraction.article_id, span)
