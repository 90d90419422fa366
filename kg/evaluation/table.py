"""The measures as plain text, a line each."""

from collections.abc import Iterator, Mapping

from kg.evaluation.compared import by_name, score
from kg.evaluation.counts import Score
from kg.evaluation.groups import brier, groups
from kg.evaluation.measured import Measured
from kg.evaluation.mentions import BCubed
from kg.evaluation.relations import one_sentence_recall

_WIDTH = 34


def table(measured: Measured, *, by: str = "") -> str:
    """The measures of one gold file, and the facts in groups if asked for.

    Raises
    ------
    InputError
        Facts are not grouped by that.
    """
    lines = [*_head(measured), *_mentions(measured), *_relations(measured), *_facts(measured), *_attributions(measured)]
    return "\n".join([*lines, *(_groups(measured, by) if by else [])])


def _head(measured: Measured) -> Iterator[str]:
    number = len(measured.readings)
    yield f"{measured.name}: {number - len(measured.faults)} of {number} articles read; at the right: correct/given/gold"
    yield from measured.faults


def _mentions(measured: Measured) -> Iterator[str]:
    scores = measured.mentions
    if scores.spans.gold:
        yield _line("mentions (span and type)", scores.typed)
        yield from _lines(scores.by_type)
        yield _line("spans", scores.spans)
        if scores.without_demonyms != scores.typed:
            yield _line("mentions without demonyms", scores.without_demonyms)
    if scores.all.recall:
        yield _b_cubed("entities, B3 on found mentions", scores.found)
        yield _b_cubed("entities, B3 on all gold mentions", scores.all)


def _relations(measured: Measured) -> Iterator[str]:
    if measured.relations:
        yield _line("relations", score(measured.relations))
        if score(measured.of_countries) != score(measured.relations):
            yield _line("relations, demonyms as countries", score(measured.of_countries))
        yield _share("  both ends in one sentence", one_sentence_recall(measured.relations), "R")
        yield from _lines(by_name(measured.relations))


def _facts(measured: Measured) -> Iterator[str]:
    if not measured.facts:
        return
    told = measured.told
    yield _line("facts", score(measured.facts))
    yield _line("asserted", told.asserted)
    yield f"{'false assertions':{_WIDTH}} {told.false_assertions}"
    yield _share("modality of facts found", told.modality, "right")
    yield _share("attribution of facts found", told.attribution, "right")
    yield _line("evidence of facts found", told.evidence)
    yield _line("quotes", told.quotes)
    yield _line("quotes with speaker", told.speakers)
    yield from _lines(by_name(measured.facts))


def _attributions(measured: Measured) -> Iterator[str]:
    scores = measured.attributions
    if scores.contents.gold:
        yield _line("contents", scores.contents)
        yield _line("contents with speaker", scores.speakers)
        yield _line("characters of content", scores.characters)


def _groups(measured: Measured, by: str) -> Iterator[str]:
    yield ""
    yield f"{'facts given, by ' + by:{_WIDTH}} share right  confidence  right/given"
    for group in groups(measured.compared, by):
        yield f"  {group.name:{_WIDTH - 2}}       {group.right / group.given:.3f}       {group.confidence:.3f}  {group.right}/{group.given}"
    if by == "confidence":
        yield f"{'Brier score':{_WIDTH}}       {brier(measured.compared):.4f}"


def _lines(scores: Mapping[str, Score]) -> Iterator[str]:
    return (_line(f"  {name}", each) for name, each in scores.items())


def _line(name: str, each: Score) -> str:
    counts = f"{each.correct}/{each.predicted}/{each.gold}"
    return f"{name:{_WIDTH}} P {each.precision:.3f}  R {each.recall:.3f}  F1 {each.f1:.3f}   {counts}"


def _b_cubed(name: str, each: BCubed) -> str:
    return f"{name:{_WIDTH}} P {each.precision:.3f}  R {each.recall:.3f}  F1 {each.f1:.3f}"


def _share(name: str, value: float, word: str) -> str:
    return f"{name:{_WIDTH}} {word} {value:.3f}"
