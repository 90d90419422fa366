"""Of the facts given, how many are right: by what found them, what they say, how they are meant and how sure the reader was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.errors import InputError
from kg.evaluation.compared import Compared
from kg.evaluation.counts import share
from kg.evaluation.given import Given
from kg.evaluation.gold import GoldFact, Triple

GROUPS: Final = ("rule", "property", "modality", "confidence")
"""What facts can be grouped by."""

_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one group."""

    name: str
    right: int
    given: int
    confidence: float
    """Their mean confidence, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Fact:
    triple: Triple
    given: Given
    gold: GoldFact | None


def groups(compared: Iterable[Compared], by: str) -> tuple[Group, ...]:
    """The facts given, in groups: those with most facts first, confidence in ten bins from low to high.

    A fact that several rules found counts for each. By modality a fact is right if the gold has it in the same one; otherwise in any.

    Raises
    ------
    InputError
        Facts are not grouped by that.
    """
    if by not in GROUPS:
        raise InputError(f"facts are not grouped by {by!r}: use one of {', '.join(GROUPS)}.")
    found: dict[str, list[_Fact]] = {}
    for fact in _facts(compared):
        for name in _names(fact, by):
            found.setdefault(name, []).append(fact)
    made = [Group(name, sum(_right(fact, by) for fact in facts), len(facts), _mean(facts)) for name, facts in found.items()]
    return tuple(sorted(made, key=lambda group: (0 if by == "confidence" else -group.given, group.name)))


def brier(compared: Iterable[Compared]) -> float:
    """Mean square of the distance between confidence and outcome [1]_: 0 is best, 0.25 is what always saying 0.5 gets.

    References
    ----------
    .. [1] Brier 1950, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78.
    """
    facts = list(_facts(compared))
    return share(sum((confidence(fact.given) - (fact.gold is not None)) ** 2 for fact in facts), len(facts))


def confidence(given: Given) -> float:
    """How sure the best of the statements is."""
    return max(statement.confidence for statement in given.statements)


def rules(given: Given) -> tuple[str, ...]:
    """What found the fact, sorted."""
    return tuple(sorted({statement.rule or "(not named)" for statement in given.statements}))


def _facts(compared: Iterable[Compared]) -> Iterator[_Fact]:
    return (_Fact(triple, given, each.gold.get(triple)) for each in compared for triple, given in each.given.items())


def _names(fact: _Fact, by: str) -> Sequence[str]:
    """The groups that the fact belongs to."""
    if by == "rule":
        return rules(fact.given)
    if by == "property":
        return (fact.triple[1],)
    if by == "modality":
        return (fact.given.modality,)
    if by == "confidence":
        low = min(int(confidence(fact.given) * _BINS), _BINS - 1) / _BINS
        return (f"{low:.1f} to {low + 1 / _BINS:.1f}",)
    raise TypeError(f"facts are grouped by one of {GROUPS}, not {by!r}")


def _right(fact: _Fact, by: str) -> bool:
    return fact.gold is not None and (by != "modality" or fact.gold.modality == fact.given.modality)


def _mean(facts: Sequence[_Fact]) -> float:
    return share(sum(confidence(fact.given) for fact in facts), len(facts))
