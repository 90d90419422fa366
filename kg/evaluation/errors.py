"""Each wrong and each missed fact with the sentences it stands in, to be read through."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.evaluation.compared import Compared
from kg.evaluation.given import Given, Reading
from kg.evaluation.gold import End, GoldFact, Triple
from kg.evaluation.groups import confidence, rules
from kg.model import Span, Value, merged

_MOST: Final = 3
"""Sentences shown of one fact."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence that have the same marks."""

    text: str
    marks: str
    """Any of "subject", "object" and "evidence", with blanks between."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fact that is wrong or missed."""

    article: str
    subject: str
    name: str
    object: str
    modality: str
    source: str
    """What found it and how sure it was; empty for what was missed."""
    passages: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class _Ends:
    subject: Sequence[Span]
    object: Sequence[Span]
    evidence: Sequence[Span]


def wrong(compared: Iterable[Compared]) -> tuple[Fault, ...]:
    """The facts given that gold does not have; of those that follow from one statement by super-properties, the first."""
    return tuple(
        _wrong(each.reading, triple, each.given[triple])
        for each in compared
        for triple in _once((triple, each.given[triple].statements) for triple in each.given if triple not in each.gold)
    )


def missed(compared: Iterable[Compared]) -> tuple[Fault, ...]:
    """The facts of gold that were not given, likewise."""
    return tuple(
        _missed(each.reading, triple, each.gold[triple])
        for each in compared
        for triple in _once((triple, each.gold[triple].triple) for triple in each.gold if triple not in each.given)
    )


def _once(triples: Iterable[tuple[Triple, Hashable]]) -> Iterable[Triple]:
    """Of the triples that have the same origin, the first."""
    found: dict[Hashable, Triple] = {}
    for triple, origin in triples:
        found.setdefault(origin, triple)
    return found.values()


def _wrong(reading: Reading, triple: Triple, given: Given) -> Fault:
    statement, extraction = given.statements[0], reading.extraction
    labels = {entity.id: entity.label for entity in extraction.entities}
    object_ = statement.object.lexical if isinstance(statement.object, Value) else labels.get(statement.object, statement.object)
    spans: dict[str | Value, list[Span]] = {}
    for mention in reading.mentions:
        spans.setdefault(mention.entity, []).append(mention.span)
    ends = _Ends(spans.get(statement.subject, ()), spans.get(statement.object, ()), sorted(given.spans))
    return Fault(
        article=reading.gold.id,
        subject=labels.get(statement.subject, statement.subject),
        name=statement.property if statement.property == triple[1] else f"{statement.property} (as {triple[1]})",
        object=object_,
        modality=given.modality,
        source=f"{', '.join(rules(given))}, {confidence(given):.2f}",
        passages=_passages(reading, ends),
    )


def _missed(reading: Reading, triple: Triple, fact: GoldFact) -> Fault:
    entities = {entity.id: entity for entity in reading.gold.entities}
    spans: dict[End, list[Span]] = {id_: [mention.span for mention in entity.mentions] for id_, entity in entities.items()}
    subject, object_ = (_shown(end, {id_: entity.name for id_, entity in entities.items()}) for end in (triple[0], triple[2]))
    ends = _Ends(spans.get(triple[0], ()), spans.get(triple[2], ()), fact.evidence)
    return Fault(reading.gold.id, subject, triple[1], object_, fact.modality, "", _passages(reading, ends))


def _shown(end: End, names: Mapping[str, str]) -> str:
    return names.get(end, end) if isinstance(end, str) else str(end[1])


def _passages(reading: Reading, ends: _Ends) -> tuple[tuple[Piece, ...], ...]:
    """The sentences of the evidence; without any, one that has both ends; failing that, the first of each end."""
    sentences = reading.extraction.sentences or (Span(0, len(reading.gold.text)),)
    subject, object_ = _holding(sentences, ends.subject), _holding(sentences, ends.object)
    both = [each for each in subject if each in object_]
    shown = _holding(sentences, ends.evidence)[:_MOST] or both[:1] or sorted({*subject[:1], *object_[:1]})
    return tuple(tuple(_pieces(reading.gold.text, each, ends)) for each in shown)


def _holding(sentences: Iterable[Span], spans: Iterable[Span]) -> list[Span]:
    listed = list(spans)
    return [each for each in sentences if any(_meet(each, span) for span in listed)]


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _pieces(text: str, sentence: Span, ends: _Ends) -> Iterator[Piece]:
    """The sentence cut wherever a mark begins or ends."""
    named = (("subject", ends.subject), ("object", ends.object), ("evidence", ends.evidence))
    marks = [(name, span) for name, spans in named for span in merged(spans) if _meet(span, sentence)]
    cuts = {sentence.start, sentence.end, *(place for _, span in marks for place in (span.start, span.end))}
    places = sorted(place for place in cuts if sentence.start <= place <= sentence.end)
    for start, end in pairwise(places):
        yield Piece(text[start:end], " ".join(name for name, span in marks if span.start <= start and end <= span.end))
