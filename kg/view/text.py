"""The article's text cut into paragraphs and marked pieces, in a form that a template can write out and escape.

The pieces of all paragraphs and the gaps between them, put together, are exactly the text: a script can count code points in it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.extraction.layout.wrapped import unwrapped
from kg.model import Span
from kg.view.characters import storable
from kg.view.story import Story


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: a mention of a thing, or a sentence that can be linked to."""

    span: Span
    thing: str = ""
    group: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """The start of a mark, plain text, or the end of a mark."""

    kind: Literal["open", "text", "close"]
    text: str = ""
    mark: Mark = Mark(Span(0, 0))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of one paragraph, and the white space after it."""

    pieces: tuple[Piece, ...]
    gap: str


def marks(story: Story, article: int) -> list[Mark]:
    """Sentences and mentions of one article, outermost first."""
    sentences = [Mark(span, anchor=f"a{article}s{number}") for number, span in enumerate(story.sentences[article])]
    mentions = [
        Mark(span, thing.key, thing.group)
        for thing in story.things
        for place in thing.mentions
        if place.article == article
        for span in place.spans
    ]
    return sorted([*sentences, *mentions], key=lambda mark: (mark.span.start, -mark.span.end, mark.anchor == "", mark.thing))


def anchor(story: Story, article: int, position: int) -> str:
    """Anchor of the sentence at a position of the text; the article's own where there is none."""
    sentences = story.sentences[article]
    number = bisect_right(sentences, position, key=lambda span: span.start) - 1
    return f"a{article}s{number}" if number >= 0 and position < sentences[number].end else f"a{article}"


def paragraphs(text: str, wanted: Sequence[Mark]) -> list[Paragraph]:
    """The text with its marks, which come by their start. A mark that runs over the end of another or of a paragraph ends there.

    Where lines are broken to a width, a paragraph goes on over them.

    >>> [[piece.text or piece.kind for piece in p.pieces] for p in paragraphs("Hi Ada.", [Mark(Span(3, 6), "n0")])]
    [['Hi ', 'open', 'Ada', 'close', '.']]
    """
    found: list[Paragraph] = []
    anchored: set[str] = set()
    begun: list[Mark] = []
    at = 0
    stored = storable(text)
    for match in re.finditer(r"(.+?)(\s*\n\s*|\s*\Z)|(\s+)", unwrapped(stored), re.DOTALL):
        end = match.start() + len(match.group(1) or "")
        body, gap = stored[match.start() : end], stored[end : match.end()]
        while at < len(wanted) and wanted[at].span.start < end:
            begun.append(wanted[at])
            at += 1
        begun = [mark for mark in begun if mark.span.end > match.start()]
        inside = [_clipped(mark, match.start(), end, anchored) for mark in begun]
        anchored.update(mark.anchor for mark in inside)
        found.append(Paragraph(tuple(_pieces(body, match.start(), inside)), gap))
    return found


def _clipped(mark: Mark, start: int, end: int, anchored: set[str]) -> Mark:
    span = Span(max(mark.span.start, start), min(mark.span.end, end))
    return Mark(span, mark.thing, mark.group, "" if mark.anchor in anchored else mark.anchor)


def _pieces(body: str, offset: int, inside: Sequence[Mark]) -> Iterator[Piece]:
    position = offset
    ends: list[int] = []
    for mark in inside:
        while ends and ends[-1] <= mark.span.start:
            yield from _text(body, offset, position, ends[-1])
            position = ends.pop()
            yield Piece("close")
        end = min([mark.span.end, *ends])
        yield from _text(body, offset, position, mark.span.start)
        position = mark.span.start
        yield Piece("open", mark=mark)
        ends.append(end)
    while ends:
        yield from _text(body, offset, position, ends[-1])
        position = ends.pop()
        yield Piece("close")
    yield from _text(body, offset, position, offset + len(body))


def _text(body: str, offset: int, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece("text", body[start - offset : end - offset])
