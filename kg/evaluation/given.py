"""What was read from the articles, in the terms that are scored: what stands in the triples, without the triples.

Equal statements count once, as `kg.claims` merges them. The parts of a figure, tenure or cooperation count with the node's own words,
claimant and modality; the plain facts of an event have the event's words as well as their own.

Everything comes in the order in which a store gives back what was loaded from sorted N-Quads: last IRI first. It decides where two things
are equally good, so that scoring the triples gives the same numbers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.claims import Claim, claims, own_statements, parts, publisher
from kg.evaluation.gold import End, GoldArticle, Triple, literal
from kg.hierarchy import packaged
from kg.model import Article, Entity, Extraction, Mention, Span, Statement, Utterance, Value
from kg.ontology import Ontology

_KINDS: Final = ("name", "nominal", "pronoun")


@dataclass(frozen=True, slots=True)
class Given:
    """One fact as it was given."""

    modality: str
    by: str
    """Id of the claimant; empty where the publisher speaks for itself."""
    spans: frozenset[Span]
    statements: tuple[Statement, ...]
    """The statements behind it, at least one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one article."""

    gold: GoldArticle
    extraction: Extraction
    mentions: tuple[Mention, ...]
    """One a span."""
    denoted: tuple[tuple[Span, End], ...]
    """What these spans denote, and those that say a date."""
    types: Mapping[str, frozenset[str]]
    """Each thing mentioned in any of the articles with its classes and what stands above them."""
    claims: tuple[tuple[Triple, Given], ...]
    """Facts that have a statement node, each claimant's apart."""
    facts: Mapping[Triple, Given]
    """The same and the facts of nodes with words of their own; of several claims the first counts. Without topics."""
    utterances: tuple[Utterance, ...]
    """Those whose speaker is known."""


@dataclass(frozen=True, slots=True)
class _World:
    """What all articles together say of the things, as one store of their triples would."""

    types: Mapping[str, frozenset[str]]
    plain: Mapping[str, Mapping[tuple[str, End], tuple[Statement, ...]]]
    """Node to the property and object of each of its plain triples, with the statements that say it."""


def unread(gold: GoldArticle) -> Extraction:
    """Nothing, where an article could not be read."""
    return Extraction(Article(gold.text, gold.id), "", (Span(0, len(gold.text)),), (), (), (), ())


def readings(pairs: Sequence[tuple[GoldArticle, Extraction]], ontology: Ontology) -> tuple[Reading, ...]:
    """Each article's reading, in the order given."""
    world = _world([extraction for _, extraction in pairs], ontology)
    return tuple(_reading(gold, extraction, world) for gold, extraction in pairs)


def key(end: str | Value) -> End:
    """The end of a fact as it is compared."""
    return literal(end.lexical) if isinstance(end, Value) else end


def _world(extractions: Sequence[Extraction], ontology: Ontology) -> _World:
    types: dict[str, frozenset[str]] = {}
    plain: dict[str, dict[tuple[str, End], tuple[Statement, ...]]] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            types[entity.id] = types.get(entity.id, frozenset()) | ontology.classes.get(entity.type, frozenset({entity.type}))
        for statements in _asserted(extraction):
            found = plain.setdefault(statements[0].subject, {})
            property_ = ontology.properties.get(statements[0].property)
            for name in [statements[0].property, *sorted(property_.supers if property_ else ())]:
                found.setdefault((name, key(statements[0].object)), statements)
    return _World(types, plain)


def _asserted(extraction: Extraction) -> Iterator[tuple[Statement, ...]]:
    """The statements of each fact that is written as a plain triple."""
    first = own_statements(extraction, packaged())
    yield from (claim.statements for claim in claims(extraction, first) if claim.statements[0].modality == "Actual")
    yield from ((statement,) for statement in parts(extraction, first))


def _reading(gold: GoldArticle, extraction: Extraction, world: _World) -> Reading:
    first = own_statements(extraction, packaged())
    merged = [(_triple(claim.statements[0]), _given(extraction, claim)) for claim in reversed(claims(extraction, first))]
    nodes = [fact for entity in _named(extraction) if entity.evidence for fact in _node_facts(extraction, entity, first, world)]
    mentions = _mentions(extraction)
    return Reading(
        gold=gold,
        extraction=extraction,
        mentions=mentions,
        denoted=_denoted(extraction, mentions),
        types=world.types,
        claims=tuple(merged),
        facts=_joined([*((triple, given) for triple, given in merged if not _topical(triple, world)), *nodes]),
        utterances=tuple(
            sorted((each for each in extraction.utterances if each.speaker and each.spans), key=lambda each: each.id, reverse=True)
        ),
    )


def _named(extraction: Extraction) -> list[Entity]:
    return sorted(extraction.entities, key=lambda entity: entity.id, reverse=True)


def _joined(facts: Iterable[tuple[Triple, Given]]) -> dict[Triple, Given]:
    """Each fact once, as it was first given, with the words of all."""
    found: dict[Triple, Given] = {}
    for triple, given in facts:
        one = found.setdefault(triple, given)
        found[triple] = Given(one.modality, one.by, one.spans | given.spans, one.statements)
    return found


def _mentions(extraction: Extraction) -> tuple[Mention, ...]:
    """One mention a span; of two readings, the name goes before the description and the pronoun."""
    found: dict[Span, Mention] = {}
    for mention in sorted(extraction.mentions, key=lambda m: (m.span, _KINDS.index(m.kind), m.entity)):
        found.setdefault(mention.span, mention)
    return tuple(sorted(found.values(), key=lambda m: _written(m.span), reverse=True))


def _denoted(extraction: Extraction, mentions: Iterable[Mention]) -> tuple[tuple[Span, End], ...]:
    ends: dict[Span, End] = {date.span: key(date.value) for date in extraction.dates}
    ends |= {mention.span: mention.entity for mention in mentions}
    return tuple(sorted(ends.items(), key=lambda each: _written(each[0]), reverse=True))


def _written(span: Span) -> str:
    return f"{span.start}_{span.end}"


def _triple(statement: Statement) -> Triple:
    return statement.subject, statement.property, key(statement.object)


def _topical(triple: Triple, world: _World) -> bool:
    return any(isinstance(end, str) and "Topic" in world.types.get(end, ()) for end in (triple[0], triple[2]))


def _by(extraction: Extraction, statement: Statement) -> str:
    return "" if statement.asserted_by in ("", publisher(extraction)) else statement.asserted_by


def _given(extraction: Extraction, claim: Claim) -> Given:
    spans = frozenset(span for statement in claim.statements for span in statement.evidence)
    return Given(claim.statements[0].modality, _by(extraction, claim.statements[0]), spans, claim.statements)


def _node_facts(extraction: Extraction, node: Entity, first: Mapping[str, Statement], world: _World) -> Iterator[tuple[Triple, Given]]:
    own = first.get(node.id)
    modality, by = (own.modality, _by(extraction, own)) if own else ("Actual", "")
    for (name, object_), statements in world.plain.get(node.id, {}).items():
        triple = node.id, name, object_
        if not _topical(triple, world):
            yield triple, Given(modality, by, frozenset(node.evidence), statements)
