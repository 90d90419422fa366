"""Whose claim each statement is: the speaker's inside speech, the publisher's elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from kg.extraction.speech.indirect import Said
from kg.extraction.wordlist import words
from kg.model import Span, Statement

_PUBLISHERS: Final = ("title-", "gazetteer", "place-comma", "place-before", "reader-place")
"""Rules whose statements are the publisher's even inside a sentence of speech: a title next to a name is."""

_BACKGROUND: Final = words(
    "holdsPosition positionIn ministerOf headOfState headOfGovernment represents citizenOf governmentBodyOf basedIn jurisdiction worksFor",
)
"""What a speaker takes for known where no verb says it: 'the Norwegian minister Ada Byron', 'the US Treasury'."""


def attributed(statements: Iterable[Statement], spoken: Sequence[Said], doc: Doc) -> list[Statement]:
    """The statements with speaker and utterance, and with the modality that inner speech gives them."""
    reach = [(said.span, said, f"utt_{n}") for n, said in enumerate(spoken, 1)]
    return [_attributed(s, reach, doc) for s in statements]


def _taken_for_known(statement: Statement, doc: Doc) -> bool:
    """Whether a title beside a name, the gazetteer, or a name or a description alone says it."""
    if statement.rule == "age" or statement.rule.startswith(_PUBLISHERS):
        return True
    first = statement.evidence[0]
    described = statement.property in _BACKGROUND and statement.rule.startswith(("reader-", "place-"))
    span = doc.char_span(first.start, first.end, alignment_mode="expand") if described else None
    return span is not None and len(statement.evidence) == 1 and not any(t.pos_ in ("VERB", "AUX") for t in span)


def _attributed(statement: Statement, reach: Sequence[tuple[Span, Said, str]], doc: Doc) -> Statement:
    if _taken_for_known(statement, doc) and not any(
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
