"""Counts, and the measures made of them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How many are given, how many there are to find, and how many of the given are right."""

    correct: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the given that are right; 0 where nothing is given. Rounded to four digits, as all measures here."""
        return share(self.correct, self.predicted)

    @property
    def recall(self) -> float:
        """Share of what is to be found that is given."""
        return share(self.correct, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall [1]_.

        >>> Score(correct=1, predicted=2, gold=4).f1
        0.3333

        References
        ----------
        .. [1] van Rijsbergen 1979, "Information Retrieval", chapter 7.
        """
        return share(2 * self.correct, self.predicted + self.gold)


def share(part: float, whole: float) -> float:
    """`part` of `whole`, 0 where there is no whole.

    >>> share(2, 3)
    0.6667
    """
    return round(part / whole, 4) if whole else 0.0


def total(scores: Iterable[Score]) -> Score:
    """The scores counted together.

    >>> total([Score(1, 2, 3), Score(1, 1, 1)])
    Score(correct=2, predicted=3, gold=4)
    """
    listed = list(scores)
    return Score(sum(s.correct for s in listed), sum(s.predicted for s in listed), sum(s.gold for s in listed))
