"""Benchmark gold: relations over the whole article, each satisfied by some of our properties.

A fact whose property satisfies several relations is right if one is, and wrong once.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from kg.evaluation.alignment import stands_for
from kg.evaluation.compared import Compared
from kg.evaluation.counts import share
from kg.evaluation.given import Given, Reading
from kg.evaluation.gold import End, GoldArticle, GoldFact, Triple


@cache  # a constant that is kept in a file
def table() -> Mapping[str, tuple[str, ...]]:
    """Benchmark relation to the properties that count as it; `^` before a name reads the property backwards.

    >>> table()["founderOf"]
    ('^foundedBy',)
    """
    read: dict[str, list[str]] = json.loads(files("kg.evaluation").joinpath("relations.json").read_text("utf-8"))
    return {name: tuple(properties) for name, properties in read.items() if not name.startswith("_")}


def annotated(readings: Sequence[Reading]) -> frozenset[str]:
    """The relations that the set has."""
    return frozenset(name for reading in readings for name, _, _ in reading.gold.relations if name in table())


def compared_relations(readings: Sequence[Reading], *, countries: bool = False) -> tuple[Compared, ...]:
    """The relations of each article; none where the set has none.

    Some gold takes "French" for a thing beside France. Who takes it for a name of France stands for the one of the two that the article
    mentions more often, and may miss all that is said of the other. With `countries`, what stands for a demonym stands for its country.
    """
    known = annotated(readings)
    return tuple(_compared(reading, known, countries=countries) for reading in readings) if known else ()


def _compared(reading: Reading, known: frozenset[str], *, countries: bool) -> Compared:
    article = reading.gold
    country_of = {demonym: country for name, demonym, country in article.relations if countries and name == _DEMONYM_OF}
    stands = {ours: country_of.get(theirs, theirs) for ours, theirs in stands_for(article.entities, reading.denoted).items()}
    triples: list[Triple] = [(subject, name, object_) for name, subject, object_ in article.relations if name in known]
    gold = {triple: GoldFact(triple) for triple in triples}
    implicit = {(subject, name, object_) for name, subject, object_ in article.implicit}
    judged = known if article.judge_all else known & set(article.judge_relations)
    given: dict[Triple, Given] = {}
    for triple, fact in reading.claims:
        if fact.modality == "Actual":
            found = list(_readings(triple, judged, stands))
            hits = [each for each in found if each in gold]
            wrong = found[:1] if not implicit & set(found) else []
            for each in hits or wrong:
                given.setdefault(each, fact)
    return Compared(reading, gold, given, stands)


_DEMONYM_OF: Final = "demonymOf"


def _readings(triple: Triple, judged: frozenset[str], stands: Mapping[End, str]) -> Iterator[Triple]:
    """The relations that the fact satisfies, the most specific first."""
    subject, name, object_ = triple
    for relation in sorted(judged, key=lambda each: (len(table()[each]), each)):
        for property_ in table()[relation]:
            if property_.removeprefix("^") == name:
                a, b = (object_, subject) if property_.startswith("^") else (subject, object_)
                yield _meant(a, stands), relation, _meant(b, stands)


def _meant(end: End, stands: Mapping[End, str]) -> End:
    return stands.get(end, end)


def one_sentence_recall(compared: Sequence[Compared]) -> float:
    """Recall of the facts that have both ends in one sentence."""
    found = [triple in each.given for each in compared for triple in _in_one_sentence(each)]
    return share(sum(found), len(found))


def _in_one_sentence(compared: Compared) -> list[Triple]:
    where = _where(compared.reading.gold)
    return [triple for triple in compared.gold if where[triple[0]] & where[triple[2]]]


def _where(article: GoldArticle) -> dict[End, set[int]]:
    """Entity to the numbers of the sentences it is mentioned in."""
    starts = [0, *(match.end() for match in re.finditer(r"[.!?][\"”’)]*\s+(?=[\"“‘(A-Z0-9])|\n+", article.text))]
    found: dict[End, set[int]] = defaultdict(set)
    for entity in article.entities:
        for mention in entity.mentions:
            found[entity.id].add(sum(start <= mention.span.start for start in starts))
    return found
