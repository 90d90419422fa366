"""A gold file and what was read from its articles, measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluation.attributions import AttributionScores, attribution_scores
from kg.evaluation.compared import Compared
from kg.evaluation.facts import FactScores, compared_facts, fact_scores
from kg.evaluation.given import Reading, readings, unread
from kg.evaluation.gold import GoldArticle, gold_articles
from kg.evaluation.mentions import MentionScores, mention_scores
from kg.evaluation.relations import compared_relations
from kg.model import Article, Extraction
from kg.ontology import load

Read = Callable[[Article], Extraction]
"""A reader of articles."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All measures of one gold file; what the file does not annotate is empty."""

    name: str
    readings: tuple[Reading, ...]
    faults: tuple[str, ...]
    """Why some articles could not be read: they count as nothing found."""
    mentions: MentionScores
    relations: tuple[Compared, ...]
    of_countries: tuple[Compared, ...]
    """The same with the demonyms that gold takes for things of their own as their countries."""
    facts: tuple[Compared, ...]
    told: FactScores
    attributions: AttributionScores

    @property
    def compared(self) -> tuple[Compared, ...]:
        """All facts that are measured, of whichever form; demonyms count as their countries."""
        return (*self.of_countries, *self.facts)


def measured(path: Path, read: Read) -> Measured:
    """The articles of the gold file, read and measured.

    Raises
    ------
    InputError
        The file is not gold.
    """
    from kg.articles import reading

    gold = gold_articles(path)
    found = reading(path)
    return _measured(path.name, gold, [(each.identifier, read(each)) for each in found.articles], found.faults)


def _measured(name: str, gold: Sequence[GoldArticle], read: Sequence[tuple[str, Extraction]], faults: tuple[str, ...]) -> Measured:
    ontology, by_id = load(), dict(read)
    found = readings([(article, by_id.get(article.id) or unread(article)) for article in gold], ontology)
    facts = compared_facts(found, ontology)
    return Measured(
        name=name,
        readings=found,
        faults=faults,
        mentions=mention_scores(found),
        relations=compared_relations(found),
        of_countries=compared_relations(found, countries=True),
        facts=facts,
        told=fact_scores(facts),
        attributions=attribution_scores(found),
    )
