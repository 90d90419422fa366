"""Hand gold: facts with modality, claimant and evidence, and quotations.

Super-properties count on both sides, a symmetric property in either direction. What follows from the gold is neither right nor wrong.
Left out are facts with a topic at an end, and properties that no gold article uses.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.alignment import stands_for, with_nodes
from kg.evaluation.compared import Compared
from kg.evaluation.consequences import above, consequences
from kg.evaluation.counts import Score, share
from kg.evaluation.given import Given, Reading
from kg.evaluation.gold import PUBLISHER, End, GoldArticle, GoldFact, GoldQuote, Triple
from kg.model import Span
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True)
class FactScores:
    """What is measured beside the facts themselves."""

    asserted: Score
    """Only what both sides give as actual."""
    false_assertions: int
    """Given as actual, but planned, intended, possible or denied in the article."""
    modality: float
    """Share of the facts found that have the right modality."""
    attribution: float
    """Share of the facts found that have the right claimant."""
    evidence: Score
    """Characters of evidence of the facts found."""
    quotes: Score
    """Quotations: at least half of the characters of gold and given are shared."""
    speakers: Score
    """The same, with the right speaker."""


def compared_facts(readings: Sequence[Reading], ontology: Ontology) -> tuple[Compared, ...]:
    """The facts of each article that was annotated by hand."""
    hand = [reading for reading in readings if reading.gold.by_hand]
    judged = frozenset(q for reading in hand for fact in reading.gold.facts for q in above(ontology, fact.triple[1]))
    return tuple(_compared(reading, judged, ontology) for reading in hand)


def _compared(reading: Reading, judged: frozenset[str], ontology: Ontology) -> Compared:
    gold = _gold(reading.gold, ontology)
    actual = [triple for triple, fact in gold.items() if fact.modality == "Actual"]
    follows = {_ordered(triple, ontology) for triple in consequences(actual, ontology)} - set(gold)
    stands = with_nodes(gold, reading.facts, stands_for(reading.gold.entities, reading.denoted))
    given: dict[Triple, Given] = {}
    for (subject, name, object_), fact in reading.facts.items():
        for q in _upwards(name, ontology):
            triple = _ordered((_meant(subject, stands), q, _meant(object_, stands)), ontology)
            if q in judged and triple not in follows:
                given.setdefault(triple, fact)
    return Compared(reading, gold, given, stands)


def _gold(article: GoldArticle, ontology: Ontology) -> dict[Triple, GoldFact]:
    """The gold facts with their super-properties. Where one says and another denies, it counts as said."""
    topics = {entity.id for entity in article.entities if entity.type == "Topic"}
    found: dict[Triple, GoldFact] = {}
    for fact in article.facts:
        subject, name, object_ = fact.triple
        if topics & {subject, object_}:
            continue
        for q in _upwards(name, ontology):
            triple = _ordered((subject, q, object_), ontology)
            if triple not in found or fact.modality == "Actual":
                found[triple] = fact
    return found


def _upwards(name: str, ontology: Ontology) -> list[str]:
    """The property, then what stands above it."""
    return sorted(above(ontology, name), key=lambda each: (each != name, each))


def _ordered(triple: Triple, ontology: Ontology) -> Triple:
    """The triple, turned so that either direction of a symmetric property gives the same."""
    subject, name, object_ = triple
    property_ = ontology.properties.get(name)
    turned = property_ is not None and property_.symmetric and str(object_) < str(subject)
    return (object_, name, subject) if turned else triple


def _meant(end: End, stands: Mapping[End, str]) -> End:
    return stands.get(end, end) if isinstance(end, str) else end


def fact_scores(compared: Sequence[Compared]) -> FactScores:
    """How what was found is told, and what is asserted falsely."""
    pairs = [(each, each.gold[triple], each.given[triple]) for each in compared for triple in each.found]
    asserted = [(_actual(each.gold), _actual(each.given), each) for each in compared]
    quotes = [_quotes(each) for each in compared]
    gold_quotes = sum(len(each.reading.gold.quotes) for each in compared)
    given_quotes = sum(len(each.reading.utterances) for each in compared)
    return FactScores(
        asserted=Score(
            sum(len(gold & given) for gold, given, _ in asserted),
            sum(len(given) for _, given, _ in asserted),
            sum(len(gold) for gold, _, _ in asserted),
        ),
        false_assertions=sum(len((each.gold.keys() - gold) & given) for gold, given, each in asserted),
        modality=share(sum(gold.modality == given.modality for _, gold, given in pairs), len(pairs)),
        attribution=share(sum(_claimant(each, given) == gold.asserted_by for each, gold, given in pairs), len(pairs)),
        evidence=_evidence((gold, given) for _, gold, given in pairs),
        quotes=Score(sum(map(len, quotes)), given_quotes, gold_quotes),
        speakers=Score(sum(sum(right) for right in quotes), given_quotes, gold_quotes),
    )


def _actual(facts: Mapping[Triple, GoldFact] | Mapping[Triple, Given]) -> set[Triple]:
    return {triple for triple, fact in facts.items() if fact.modality == "Actual"}


def _claimant(compared: Compared, given: Given) -> str:
    return compared.stands.get(given.by, given.by) if given.by else PUBLISHER


def _evidence(pairs: Iterable[tuple[GoldFact, Given]]) -> Score:
    both = meant = read = 0
    for gold, given in pairs:
        wanted, found = _characters(gold.evidence), _characters(given.spans)
        both, read, meant = both + len(wanted & found), read + len(found), meant + len(wanted)
    return Score(both, read, meant)


def _characters(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _quotes(compared: Compared) -> list[bool]:
    """For each gold quotation that was found, whether its speaker is right."""
    given = [(each.speaker, _characters(each.spans)) for each in compared.reading.utterances]
    right = []
    for quote in compared.reading.gold.quotes:
        number = _same(quote, [characters for _, characters in given])
        if number >= 0:
            speaker, _ = given.pop(number)
            right.append(compared.stands.get(speaker, speaker) == quote.speaker)
    return right


def _same(quote: GoldQuote, given: Sequence[set[int]]) -> int:
    """Number of the first utterance that shares half of the characters of both with the quotation, or -1."""
    wanted = _characters([quote.span])
    return next((n for n, found in enumerate(given) if len(wanted & found) * 2 >= len(wanted | found)), -1)
