"""Attribution gold: who is the source of which content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluation.counts import Score, total
from kg.evaluation.given import Reading
from kg.model import Span, Utterance


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """Contents found: utterance and content share at least half of the characters of both."""

    contents: Score
    speakers: Score
    """With a mention of the speaker at the source; contents without a source are not to be found."""
    characters: Score
    """Characters of content."""


def attribution_scores(readings: Sequence[Reading]) -> AttributionScores:
    """The contents of all articles."""
    scores = [_scores(reading) for reading in readings]
    return (
        AttributionScores(*(total(each) for each in zip(*scores, strict=True))) if scores else AttributionScores(Score(), Score(), Score())
    )


def _scores(reading: Reading) -> tuple[Score, Score, Score]:
    gold = [each for each in reading.gold.attributions if each.content]
    given = sorted(reading.utterances, key=lambda each: each.id)
    wanted = [_characters(each.content) for each in gold]
    found = [_characters(each.spans) for each in given]
    pairs = _paired(wanted, found)
    right = sum(_speaks(reading, given[j], gold[i].source) for i, j in pairs)
    everything, read = set().union(*wanted), set().union(*found)
    return (
        Score(len(pairs), len(given), len(gold)),
        Score(right, len(given), sum(bool(each.source) for each in gold)),
        Score(len(everything & read), len(read), len(everything)),
    )


def _characters(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _paired(wanted: Sequence[set[int]], found: Sequence[set[int]]) -> list[tuple[int, int]]:
    """Numbers of content and utterance that belong together, each used once, those that share most first."""
    shares = [(len(g & p) / len(g | p), i, j) for i, g in enumerate(wanted) for j, p in enumerate(found) if g & p]
    pairs: list[tuple[int, int]] = []
    for share, i, j in sorted(shares, reverse=True):
        if share >= 0.5 and all(i != taken and j != used for taken, used in pairs):
            pairs.append((i, j))
    return pairs


def _speaks(reading: Reading, utterance: Utterance, source: Sequence[Span]) -> bool:
    spans = [mention.span for mention in reading.mentions if mention.entity == utterance.speaker]
    return any(one.start < other.end and other.start < one.end for one in spans for other in source)
