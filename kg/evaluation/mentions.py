"""Names found, and which mentions are one thing."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.evaluation.counts import Score, share, total
from kg.evaluation.given import Reading
from kg.extraction.gazetteer import gazetteer, key
from kg.model import Span

_GOLD: Final[Mapping[str, str]] = {
    **dict.fromkeys(("PERSON", "PER", "person", "Person"), "person"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "organization"), "organisation"),
    **dict.fromkeys(
        ("Organization", "GovernmentBody", "Ministry", "Legislature", "Court", "StateAgency", "Company", "MediaOrganization",
         "PoliticalParty", "InternationalOrganization", "EducationOrResearchBody", "Centre"),
        "organisation",
    ),
    **dict.fromkeys(("GPE", "LOC", "FACILITY", "FAC", "place", "Place", "Country", "Region", "City", "Facility"), "place"),
}  # fmt: skip
"""Type in a gold set to coarse type; other types are not scored."""

_OURS: Final = (("Place", "place"), ("Country", "place"), ("Person", "person"), ("Organization", "organisation"))
"""Class to coarse type; the first that a thing has counts: a country is a place and an agent."""

_Chains = Mapping[Span, Hashable]
"""Mention to what it refers to."""


@dataclass(frozen=True, slots=True)
class BCubed:
    """How well mentions are put together: B-cubed, the mean over mentions [1]_.

    References
    ----------
    .. [1] Bagga & Baldwin 1998, "Algorithms for scoring coreference chains", LREC workshop on linguistic coreference.
    """

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class MentionScores:
    """Named mentions by coarse type, and coreference."""

    by_type: Mapping[str, Score]
    spans: Score
    """Without the type."""
    without_demonyms: Score
    """Span and type of the names that are no demonym, on both sides: not every guideline takes 'French' for a name of France."""
    found: BCubed
    """Over mentions of all kinds that both sides have."""
    all: BCubed
    """Over all gold mentions: one that is missed refers to a thing of its own."""

    @property
    def typed(self) -> Score:
        """All types together."""
        return total(self.by_type.values())


def mention_scores(readings: Sequence[Reading]) -> MentionScores:
    """Mentions and entities of all articles."""
    names = [_names(reading) for reading in readings]
    chains = [_chains(reading) for reading in readings]
    shared = [({span: gold[span] for span in gold if span in given}, given) for gold, given in chains]
    return MentionScores(
        by_type=_by_type(names),
        without_demonyms=total(_by_type(map(_no_demonyms, readings, names)).values()),
        spans=Score(sum(len(gold.keys() & given.keys()) for gold, given in names), *(sum(map(len, side)) for side in (*_sides(names),))),
        found=_b_cubed(shared),
        all=_b_cubed(chains),
    )


def _no_demonyms(reading: Reading, names: tuple[Mapping[Span, str], Mapping[Span, str]]) -> tuple[dict[Span, str], dict[Span, str]]:
    gold, given = ({s: t for s, t in side.items() if not _demonym(reading.gold.text[s.start : s.end])} for side in names)
    return gold, given


def _demonym(word: str) -> bool:
    demonyms = gazetteer().demonyms
    return key(word) in demonyms or key(word.removesuffix("s")) in demonyms


def _sides(names: Sequence[tuple[Mapping[Span, str], Mapping[Span, str]]]) -> tuple[list[Mapping[Span, str]], list[Mapping[Span, str]]]:
    return [given for _, given in names], [gold for gold, _ in names]


def _names(reading: Reading) -> tuple[dict[Span, str], dict[Span, str]]:
    """Gold and given names with their coarse type."""
    if not reading.gold.judge_names:
        return {}, {}
    gold = {
        mention.span: _GOLD[entity.type]
        for entity in reading.gold.entities
        if entity.type in _GOLD
        for mention in entity.mentions
        if mention.kind == "name"
    }
    named = [
        (mention.span, _coarse(reading.types.get(mention.entity, frozenset()))) for mention in reading.mentions if mention.kind == "name"
    ]
    return gold, {span: type_ for span, type_ in named if type_}


def _coarse(classes: frozenset[str]) -> str:
    return next((type_ for class_, type_ in _OURS if class_ in classes), "")


def _by_type(names: Iterable[tuple[Mapping[Span, str], Mapping[Span, str]]]) -> dict[str, Score]:
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for gold, read in names:
        right.update(type_ for span, type_ in gold.items() if read.get(span) == type_)
        given.update(read.values())
        wanted.update(gold.values())
    return {type_: Score(right[type_], given[type_], wanted[type_]) for type_ in sorted({*given, *wanted})}


def _chains(reading: Reading) -> tuple[dict[Span, Hashable], dict[Span, Hashable]]:
    """Gold mentions of all kinds with their entity, and each with the entity it was read as."""
    if not reading.gold.judge_chains:
        return {}, {}
    gold: dict[Span, Hashable] = {mention.span: entity.id for entity in reading.gold.entities for mention in entity.mentions}
    return gold, dict(reading.denoted)


def _b_cubed(chains: Iterable[tuple[_Chains, _Chains]]) -> BCubed:
    precision, recall, number = 0.0, 0.0, 0
    for gold, given in chains:
        meant = _members(gold, gold)
        read = _members(gold, given)
        for span in gold:
            alike = len(meant[gold[span]] & read[given.get(span, span)])
            precision += alike / len(read[given.get(span, span)])
            recall += alike / len(meant[gold[span]])
            number += 1
    p, r = (precision / number, recall / number) if number else (0.0, 0.0)
    return BCubed(round(p, 4), round(r, 4), share(2 * p * r, p + r))


def _members(spans: Iterable[Span], chains: _Chains) -> dict[Hashable, set[Span]]:
    """Each thing with the spans that refer to it; a span in no chain is a thing of its own."""
    found: dict[Hashable, set[Span]] = defaultdict(set)
    for span in spans:
        found[chains.get(span, span)].add(span)
    return found
