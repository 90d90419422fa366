"""Gold facts of an article beside those given, in the same terms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.evaluation.counts import Score
from kg.evaluation.given import Given, Reading
from kg.evaluation.gold import End, GoldFact, Triple


@dataclass(frozen=True, slots=True)
class Compared:
    """The facts of one article that count, with the gold ids of the things at their ends where they stand for one."""

    reading: Reading
    gold: Mapping[Triple, GoldFact]
    given: Mapping[Triple, Given]
    stands: Mapping[End, str]
    """Id of an entity read to the id of the gold entity it stands for."""

    @property
    def found(self) -> list[Triple]:
        """What is in both, in the order of gold."""
        return [triple for triple in self.gold if triple in self.given]


def score(compared: Iterable[Compared]) -> Score:
    """The facts of all articles."""
    listed = list(compared)
    return Score(sum(len(c.found) for c in listed), sum(len(c.given) for c in listed), sum(len(c.gold) for c in listed))


def by_name(compared: Iterable[Compared]) -> dict[str, Score]:
    """The same by property or relation, those with most gold first."""
    counts: dict[str, list[int]] = {}
    for each in compared:
        for column, triples in enumerate((each.found, each.given, each.gold)):
            for triple in triples:
                counts.setdefault(triple[1], [0, 0, 0])[column] += 1
    return {name: Score(*counts[name]) for name in sorted(counts, key=lambda name: (-counts[name][2], name))}
