"""Words between quotation marks: straight, typographic, and the single ones of British papers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extraction.speech.indirect import paragraph_end
from kg.model import Span, Statement


def quotation_spans(text: str) -> list[Span]:
    r"""Spans between quotation marks, the marks left out, in text order.

    A paragraph that opens with a mark goes on with a quotation that the one before left open; so does one
    that only closes it.

    >>> text = '"We opened it.\n\n"Now we close it," she said.'
    >>> [text[s.start:s.end] for s in quotation_spans(text)]
    ['We opened it.\n\n"Now we close it,']
    """
    spans: list[Span] = []
    begin, single = -1, False
    for at, mark, is_single in _marks(text):
        opening = mark == "open"
        if begin >= 0 and is_single != single:  # a quotation in a quotation
            continue
        if begin < 0:
            begin, single = at + 1 if opening else -1, is_single
        elif opening:
            if not _starts_paragraph(text, at):
                spans.append(Span(begin, paragraph_end(text, begin)))
                begin = at + 1
        else:
            spans.append(Span(begin, at))
            begin = -1
    if begin >= 0:
        spans.append(Span(begin, paragraph_end(text, begin)))
    return [s for s in spans if s.end > s.start and text[s.start : s.end].strip()]


def with_marks(text: str, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements; words that have one mark of a quotation or title at their edge have the other, too: '"Quiet Seas," approved'."""
    quoted = quotation_spans(text)
    opened, closed = {q.start: q for q in quoted}, {q.end: q for q in quoted}
    for s in statements:
        yield replace(s, evidence=tuple(_whole(span, opened.get(span.start), closed.get(span.end)) for span in s.evidence))


def _whole(span: Span, first: Span | None, last: Span | None) -> Span:
    start = span.start - 1 if first and first.end < span.end else span.start
    return Span(start, span.end + 1 if last and span.start < last.start else span.end)


def _marks(text: str) -> Iterator[tuple[int, str, bool]]:
    """Place, "open" or "close", and whether it is a single mark."""
    for at, char in enumerate(text):
        if char in "“„«":
            yield at, "open", False
        elif char in "”»":
            yield at, "close", False
        elif char in "‘'’" and (mark := _single(text, at, char)):
            yield at, mark, True
        elif char == '"':
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            opens = (not before or before.isspace() or before in "([—–-") and bool(after) and not after.isspace()
            yield at, "open" if opens else "close", False


def _single(text: str, at: int, char: str) -> str:
    """Whether a single mark opens or closes speech as British papers print it; apostrophes do neither.

    One opens before a capital letter at the start of a word, where one closes in the same line or the next paragraph opens with one, too;
    one closes beside a full stop or comma or at the end of the line.
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char in "‘'" and (not before or before.isspace() or before in "(—–") and after.isupper():
        closing = _CLOSING.search(text, at + 1, paragraph_end(text, at + 1))
        goes_on = _starts_paragraph(text, at) and text[paragraph_end(text, at) :].lstrip()[:1] == char
        return "open" if goes_on or (closing and closing.start() - at > _SENTENCE) else ""
    return "close" if char in "'’" and _CLOSING.match(text, at) and (before in tuple(".,!?…") or after in ("", ".", ",", "\n")) else ""


_CLOSING: Final = re.compile(r"(?<=[.,!?…])['’](?!\w)|['’](?=[.,]|$)", re.MULTILINE)
_SENTENCE: Final = 25
"""Code points that words in single marks have at least: shorter ones are titles and names."""


def _starts_paragraph(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()
