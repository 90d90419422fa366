"""Speech that is printed without quotation marks: the body of 'Statement by X on Y', and the paragraphs after 'X said:'."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extraction.scene import Scene
from kg.extraction.speech.indirect import Said, paragraph_end, speaker_in
from kg.model import Span

_KIND: Final = r"(?:Statement|Message|Remarks|Notice|Memorandum|Letter|Address|Speech|Declaration)"
_HEADLINE: Final = re.compile(rf"\s*(?:[A-Z]\w+ )?{_KIND}\b[^\n]*")
_BY: Final = re.compile(rf"{_KIND} (?:from|by|of) ")
_ABOUT: Final = re.compile(
    r"\s*(?:$|[,:;–—-]|(?:on|regarding|about|following|ahead|announcing|concerning|upon|at|in|to|after|for|before)\b)", re.IGNORECASE
)
_SIGNED: Final = re.compile(r"\n[ \t]*([A-Z][A-Z.,’' -]{6,40})(?:\n[^\n]*){0,6}$")
_REPORTED: Final = re.compile(r"[\"”],? (?:said|says|he|she|according)\b")
_SAID: Final = re.compile(
    r"(?m)^[^\n]*\b(?:said|says|saying|commented|added|stated|responded|statement|remarks)\b[^:\n]{0,40}:"
    r"[ \t]*(?:\n\s*|(?<=[ \t]))(?=[A-Z])"
)
_NOTES: Final = re.compile(r"(?:Notes?|Further|Background|Media|Press|Follow|For more|The full|Contacts?|ENDS|About)\b")
_FIRST: Final = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
"""Spokespeople's statements tell what others do, and are no speech: of those where nobody says 'we', one in five was annotated as one."""
_WORD: Final = re.compile(r"\S")
_LEAST: Final = 5
"""Words of such speech: 'He said: No.' is none."""


def communiques(scene: Scene) -> Iterator[Said]:
    """The whole body of a statement, or what stands after each 'X said:', in text order."""
    whole = _statement(scene)
    if whole:
        yield whole
    else:
        yield from _after_colons(scene)


def _statement(scene: Scene) -> Said | None:
    """The body under a headline that says whose statement it is, or with a signature under it."""
    text = scene.article.text
    headline = _HEADLINE.match(text)
    if not headline or _REPORTED.search(text, headline.end()) or len(_FIRST.findall(text, headline.end())) < 2:
        return None
    signed = _SIGNED.search(text.rstrip(), headline.end())
    by = _BY.search(headline[0])
    speaker, end = "", len(text.rstrip())
    if by:
        speaker = _named(scene, headline.start() + by.end(), headline.end())
    elif signed:
        speaker, end = _at(scene, signed.start(1), signed.end(1)), signed.start()
    body = _WORD.search(text, headline.end())
    return Said(Span(body.start(), len(text[:end].rstrip())), speaker, True) if speaker and body and body.start() < end else None


def _named(scene: Scene, start: int, stop: int) -> str:
    """The one person, or the office, between 'by' and what the statement is about."""
    rows = sorted((s.start, -s.end, i) for i, t in scene.things.items() for s in t.spots if start <= s.start < stop)
    people = [(-e, i) for _, e, i in rows if scene.things[i].type == "Person"] or [
        (-e, i) for _, e, i in rows if scene.things[i].type == "Position"
    ]
    return next((i for end, i in people[:1] if _ABOUT.match(scene.article.text, end, stop)), "")


def _at(scene: Scene, start: int, end: int) -> str:
    return next((i for i, t in scene.things.items() if t.type == "Person" for s in t.spots if start <= s.start < end), "")


def _after_colons(scene: Scene) -> Iterator[Said]:
    text, done = scene.article.text, 0
    for lead in _SAID.finditer(text):
        begin = lead.end()
        line = scene.doc.char_span(lead.start(), lead.end(), alignment_mode="contract")
        if begin < done or line is None or len(text[begin : paragraph_end(text, begin)].split()) < _LEAST:
            continue
        speaker = speaker_in(scene, list(line)[-30:])
        if speaker:
            done = _end(scene, begin, speaker) if "\n" in lead[0] else paragraph_end(text, begin)
            yield Said(Span(begin, done), speaker, True)


def _end(scene: Scene, begin: int, speaker: str) -> int:
    """Where the paragraphs end that go on in the speaker's voice: before notes, marks, and words about the speaker."""
    text = scene.article.text
    end = paragraph_end(text, begin)
    while (after := _WORD.search(text, end)) is not None:
        stop = paragraph_end(text, after.start())
        paragraph = text[after.start() : stop]
        told = any(s.kind != "pronoun" and after.start() <= s.start < stop for s in scene.things[speaker].spots)
        if told or _NOTES.match(paragraph) or re.search(r"[\"“‘]|:$", paragraph):
            break
        end = stop
    return end
