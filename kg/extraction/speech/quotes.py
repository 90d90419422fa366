"""Who says what: words in quotation marks over paragraphs, beside speech in the article's own words (`speech`).

References
----------
.. [1] Pareti 2016, "PARC 3.0: A Corpus of Attribution Relations", LREC.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.scene import Scene
from kg.extraction.speech.communiques import communiques
from kg.extraction.speech.indirect import Said, indirect, paragraph_end, reports, speaker_in
from kg.extraction.speech.marks import quotation_spans
from kg.extraction.speech.turns import turns
from kg.model import Span


def sayings(scene: Scene) -> list[Said]:
    """Turns of interviews, quotations with a known speaker and indirect speech outside them, in text order."""
    names = [(m.start, m.end) for t in scene.things.values() for m in t.spots if m.kind == "name"]
    text, marked = scene.article.text, quotation_spans(scene.article.text)
    parts = {s for pair in pairwise(marked) if _broken(text[pair[0].end : pair[1].start]) for s in pair}
    spans = [
        s
        for s in marked
        if (s in parts or _speech(text, s))
        and not any(a <= s.start and (b - a) * 1.25 >= s.end - s.start for a, b in names if a < s.end <= b + 2)
    ]
    spoken = list(turns(scene))
    spoken += [s for s in communiques(scene) if not _overlapping(s, spoken)]
    direct = [s for s in _direct(scene, spans) if not _overlapping(s, spoken)]
    spoken += direct
    for told in indirect(scene):
        inside = [s for s in spoken if s.direct and _overlapping(told, [s])]
        if all(told.span.start < s.span.start and s.span.end <= told.span.end + 1 for s in inside):
            spoken = [s for s in spoken if s not in inside] + [told]  # 'says it is "unhinged, even for him"' is one saying
    return sorted(spoken, key=lambda s: (s.span.start, s.span.end))


def _broken(between: str) -> bool:
    """Whether a quotation goes on after the words between: '"The deal," she said, "is dead."'."""
    said = len(between) < _CLAUSE and between[1:2] == " " and between.rstrip('"“').endswith(", ") and not re.search(r"[.!?\n]", between)
    return said and _SAYS.search(between) is not None


_SAYS: Final = re.compile(r"\b(?:said|says|told|added|wrote|asked|replied|explained|continued|noted|argued|tells|adds|writes)\b")
_CLAUSE: Final = 80
"""Code points of the longest 'said Ada Byron, the head of Acme,' that breaks a quotation."""


def _overlapping(one: Said, others: Sequence[Said]) -> bool:
    return any(one.span.start < o.span.end and o.span.start < one.span.end for o in others)


def _speech(text: str, span: Span) -> bool:
    """Words in marks are speech if they are many, or close like a sentence; a title that is quoted or named as one is not."""
    if _NAMED_SO.search(text, max(0, span.start - 24), span.start - 1):
        return False
    words = text[span.start : span.end].split()
    small = sum(w[:1].islower() for w in words)
    return (
        len(words) >= 3
        and small >= 1
        and (len(words) >= 5 or words[-1][-1:] in ".,!?…")
        and not (small <= len(words) // 4 and words[-1][-1:] not in ".!?")
    )


_NAMED_SO: Final = re.compile(r"\b(?:such as|titled|entitled|dubbed|called|named|known as|headlined|concerning) $")


def _direct(scene: Scene, spans: Sequence[Span]) -> list[Said]:
    made: list[Said] = []
    for i, span in enumerate(spans):
        speaker = (
            _signed(scene, span) or _labelled(scene, span) or _speaker_after(scene, span, spans) or _speaker_before(scene, span, spans)
        )
        if (
            not speaker
            and made
            and scene.article.text.rfind("\n", made[-1].span.end, span.start) < 0
            and i
            and spans[i - 1] == made[-1].span
        ):
            speaker = made[-1].speaker  # broken by "he said"
        if not speaker:
            speaker = _speaker_of_previous_sentence(scene, span) or (
                made[-1].speaker if made and _follows(scene.article.text, made[-1].span, span) else ""
            )
        if speaker:
            made.append(Said(span, speaker, True))
    return made


def _follows(text: str, earlier: Span, later: Span) -> bool:
    return len(text[earlier.end : later.start].split()) < 45


def _tokens(doc: Doc, start: int, end: int) -> list[Token]:
    span = doc.char_span(start, end, alignment_mode="contract")
    return list(span) if span is not None else []


_DASH: Final = re.compile(r"\s*(?:[―—–]|--?)\s*")


def _signed(scene: Scene, span: Span) -> str:
    """'"…" ― Ada Byron, a nurse': a name after a dash that ends the paragraph or goes on with a comma."""
    text = scene.article.text
    dash = _DASH.match(text, min(span.end + 1, len(text)))
    if not dash:
        return ""
    begin = scene.doc.char_span(dash.end(), dash.end() + 1, alignment_mode="expand")
    id_, end = scene.starts.get(begin.start, ("", 0)) if begin is not None else ("", 0)
    if not id_ or scene.things[id_].type != "Person" or not scene.things[id_].named:
        return ""
    return id_ if re.match(r",|\s*(?:\n|$)", text[scene.doc[end - 1].idx + len(scene.doc[end - 1]) :][:9]) else ""


def _labelled(scene: Scene, span: Span) -> str:
    """'Ada Byron: "…"': a name at the beginning of a paragraph or a sentence."""
    text = scene.article.text
    before = text[: span.start].rstrip('"“„« ')
    colon = scene.doc.char_span(len(before) - 1, len(before), alignment_mode="expand") if before.endswith(":") else None
    id_, begin = scene.ends.get(colon.start, ("", 0)) if colon is not None else ("", 0)
    if not id_ or scene.things[id_].type != "Person" or not scene.things[id_].named:
        return ""
    return id_ if text[: scene.doc[begin].idx].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?", "”", '"') else ""


def _speaker_after(scene: Scene, span: Span, spans: Sequence[Span]) -> str:
    """'"…," Ada Byron said' up to the end of the sentence or the next quotation."""
    text = scene.article.text
    stop = min([s.start - 1 for s in spans if s.start > span.end] + [paragraph_end(text, min(span.end + 1, len(text)))])
    tokens = _tokens(scene.doc, min(span.end + 1, len(text)), stop)
    clause: list[Token] = []
    for token in tokens:
        if token.text in (".", "!", "?", ";") and clause:
            break
        clause.append(token)
    if text[span.start : span.end].rstrip()[-1:] in ".!?" and clause and clause[0].text[:1].isupper() and not _reports_early(scene, clause):
        return ""
    return speaker_in(scene, clause[:30])


def _reports_early(scene: Scene, clause: Sequence[Token]) -> bool:
    return any(reports(scene, t) for t in clause[:9])


def _speaker_before(scene: Scene, span: Span, spans: Sequence[Span]) -> str:
    """'Ada Byron said: "…"' from the start of the paragraph or the last quotation."""
    text = scene.article.text
    begin = max([s.end + 1 for s in spans if s.end < span.start] + [text.rfind("\n", 0, span.start) + 1])
    tokens = _tokens(scene.doc, begin, max(span.start - 1, begin))
    ends = [i for i, t in enumerate(tokens) if t.text in (".", "!", "?") and i + 1 < len(tokens)]
    clause = tokens[ends[-1] + 1 :] if ends else tokens
    return speaker_in(scene, clause[-30:])


def _speaker_of_previous_sentence(scene: Scene, span: Span) -> str:
    """A quotation on its own is said by the subject of the sentence before, if that sentence reports speech."""
    doc = scene.doc
    before = doc.char_span(0, max(span.start - 1, 0), alignment_mode="contract")
    if before is None or not len(before):
        return ""
    for token in (before[-1],):
        while token.i > 0 and token.is_space:
            token = doc[token.i - 1]
        return speaker_in(scene, list(token.sent)[-40:]) if token.text in (":", ".", ",") else ""
    return ""
