"""Whose claim each statement is: the speaker's inside speech, the publisher's elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kg.extraction.speech import Said
from kg.model import Span, Statement

_PUBLISHERS: Final = ("title-", "gazetteer", "place-comma", "place-before", "reader-place")
"""Rules whose statements are the publisher's even inside a sentence of speech: a title next to a name is."""


def attributed(statements: Iterable[Statement], spoken: Sequence[Said]) -> list[Statement]:
    """The statements with speaker and utterance, and with the modality that inner speech gives them."""
    reach = [(said.span, said, f"utt_{n}") for n, said in enumerate(spoken, 1)]
    return [_attributed(s, reach) for s in statements]


def _attributed(statement: Statement, reach: Sequence[tuple[Span, Said, str]]) -> Statement:
    if (statement.rule == "age" or statement.rule.startswith(_PUBLISHERS)) and not any(
        span.start <= statement.evidence[0].start and statement.evidence[0].end <= span.end and said.direct for span, said, _ in reach
    ):
        return statement
    start, end = statement.evidence[0].start, statement.evidence[-1].end
    inside = [(span, said, id_) for span, said, id_ in reach if span.start <= start and end <= span.end]
    if not inside:
        return statement
    _, said, id_ = min(inside, key=lambda r: (r[0].end - r[0].start, r[0].start))
    if statement.subject == said.speaker and statement.property == "said":
        return statement
    return replace(statement, asserted_by=said.speaker, utterance=id_)
