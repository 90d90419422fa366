"""Where a mention begins and ends: the whole name, the description from its determiner to its noun, two people as two."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from spacy.tokens import Doc

from kg.extraction.gazetteer import gazetteer
from kg.extraction.mentions.forms import dotted
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words

_DANGLING: Final = re.compile(r"\s+(?:of|for|in|at|to|by|with|against|and|the|on|from)(?:\s+the)?$", re.IGNORECASE)


def completed(spots: Iterable[Spot], text: str) -> list[Spot]:
    """Descriptions that end in a preposition go on to the end of the name after it, or lose the preposition."""
    found = list(spots)
    ends = {s.start: s.end for s in sorted(found) if s.kind == "name"}
    made = []
    for spot in found:
        match = _DANGLING.search(text[spot.start : spot.end]) if spot.kind == "nominal" and spot.type != "Position" else None
        if match:
            after = spot.end + (text[spot.end : spot.end + 1] == " ")
            skipped = after + 4 if text[after : after + 4].lower() == "the " else after
            spot = replace(spot, end=ends.get(after, ends.get(skipped, spot.start + match.start())))
        made += [spot] if spot.end > spot.start else []
    return made


def bounded(spot: Spot, doc: Doc, text: str) -> Spot:
    """A description from determiner to noun ('fire trucks' of 'five fire trucks', 'one battle erupted'), a name with all initials.

    `text` is the document's: spaCy's `Doc.text` joins all tokens each time.
    """
    if spot.kind == "name" and (whole := _whole(spot, text)) is not None:
        return whole
    if spot.kind == "nominal" and text[spot.start] == "-" and " " in text[spot.start : spot.end]:  # "-winning novelist"
        return bounded(replace(spot, start=spot.start + text[spot.start : spot.end].index(" ") + 1), doc, text)
    if spot.type == "Position" and (initials := _NAME_BEGINS.search(text, spot.start, spot.end)):
        return replace(spot, end=initials.start())
    span = doc.char_span(spot.start, spot.end, alignment_mode="expand") if spot.kind == "nominal" and spot.type != "Position" else None
    if span is None or not len(span):
        return spot
    begin, end = span.start, span.end
    if text[spot.end : spot.end + 1] == "-":  # "the withdrawal of US" of "US-led forces"
        end = next((t.i for t in reversed(doc[begin + 1 : end]) if t.pos_ == "ADP"), end)
    while end - 1 > begin and doc[end - 1].pos_ in _NO_END and doc[end - 1].tag_ != "VBG":
        end -= 1
    while begin > 0 and doc[begin - 1].pos_ in ("ADJ", "NUM") and begin <= doc[begin - 1].head.i < end:
        begin -= 1
    if begin > 0 and doc[begin - 1].tag_ in ("DT", "PRP$", "WP$", "PDT") and begin <= doc[begin - 1].head.i < end:
        begin -= 1
    if (begin, end) == (span.start, span.end):
        return spot
    return replace(spot, start=doc[begin].idx, end=doc[end - 1].idx + len(doc[end - 1]))


def _whole(spot: Spot, text: str) -> Spot | None:
    """The name with what belongs to it and was left out: its letters, its article, the field before 'and'; none where nothing was."""
    said = text[spot.start : spot.end]
    if letters := dotted(text, spot.start, spot.end):
        return replace(spot, start=letters[0], end=letters[1])
    if spot.type == "Person" and (initials := _INITIALS.search(text, max(0, spot.start - 9), spot.start)):
        return replace(spot, start=initials.start())
    if _THE.search(text, max(0, spot.start - _BEFORE), spot.start) and not gazetteer().territory(said):
        return replace(spot, start=spot.start - len("The "))
    field = _FIELD_AND.search(text, max(0, spot.start - _BEFORE_BODY), spot.start)
    if field and said.split()[-1] in _BODIES:
        return replace(spot, start=field.start(1), score=1.0)
    if said in ("Home", "Foreign") and text.startswith(" office", spot.end):
        return replace(spot, end=spot.end + len(" office"))
    return None


_INTO: Final = words("of in to by from for on with at as and or like told called named newspaper magazine daily")
_THE: Final = re.compile(rf"(?:\b(?:{'|'.join(sorted(_INTO))}),?|,) The $")
"""'according to The Harbour Times': what is no beginning of a sentence has its capital from the name."""
_BEFORE: Final = 20
_FIELD_AND: Final = re.compile(
    r"\b[Tt]he ((?:Ethics|Health|Education|Food|Trade|Transport|Environment|Agriculture|Science|Energy|Labou?r|Justice|Finance|Economy"
    r"|Industry|Culture|Truth|Human Rights|Equality|Safety|Defen[cs]e|Immigration|Housing|Consumer|Fire|Water|Sports?|Tourism|Equity"
    r") and )$"
)
"""'The Ethics and Anti-Corruption Commission' is one body."""
_BEFORE_BODY: Final = 24
_BODIES: Final = words("Commission Committee Department Ministry Agency Authority Administration Council Board Office Bureau Service")
_INITIALS: Final = re.compile(r"\b(?:[A-Z]\.)+ ?$")
_NAME_BEGINS: Final = re.compile(r" (?:[A-Z]\.)+$")
"""'Rep. G.' of 'Rep. G.K. Brook'."""
_NO_END: Final = frozenset({"VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ", "DET", "PUNCT"})


def renewed(spots: Sequence[Spot], text: str) -> list[Spot]:
    """Whole spots, two people as two; of 'New World Bank President' the World Bank, where the text also names it without 'New'.

    Of a headline's 'Ada Brook Leaving' it is Ada Brook, whom the text below names so.
    """
    spots = [part for spot in spots if not _broken(spot, text) for part in _each(spot, text)]
    names = {text[s.start : s.end] for s in spots if s.kind == "name"}
    headline = text.find("\n")
    people = {text[s.start : s.end] for s in spots if (s.kind, s.type) == ("name", "Person") and s.start > headline}
    made = []
    for spot in spots:
        if spot.end <= headline and (spot.kind, spot.type) == ("name", "Person"):
            known = max(
                (n for n in people if " " in n and text.startswith(f"{n} ", spot.start) and spot.start + len(n) < spot.end), default=""
            )
            spot = replace(spot, end=spot.start + len(known)) if known else spot
        first, _, rest = text[spot.start : spot.end].partition(" ")
        new = spot.kind == "name" and first in _NEW and rest in names
        made.append(replace(spot, start=spot.start + len(first) + 1) if new else spot)
    return made


def _broken(spot: Spot, text: str) -> bool:
    """'state' of 'the state-run agency', the description 'Norland's', a year, and 'The' alone: no mentions."""
    inside = spot.kind == "nominal" and re.match(r"-[^\W\d_]", text[spot.end : spot.end + 2]) is not None
    words_ = text[spot.start : spot.end]
    whose = spot.kind == "nominal" and words_.endswith(("'s", "’s"))
    year = spot.type != "Work" and re.fullmatch(r"(?:19|20)\d\d", words_) is not None
    return (" " not in words_ and (inside or whose)) or words_ in ("The", "A", "An") or year


def _each(spot: Spot, text: str) -> list[Spot]:
    """'Ada Brook and Leo Mill', 'Ada Brook - Leo Mill' or 'Ada Brook. Brook', where it was taken for one name."""
    beside = _OF_STATE.fullmatch(text[spot.start : spot.end]) if spot.kind == "name" and spot.type != "Person" else None
    if beside and gazetteer().territory(beside[2]):  # "the Bank of Norland Ada Brook"
        return [replace(spot, end=spot.start + beside.end(1)), Spot(spot.start + beside.start(3), spot.end, "name", "Person", spot.score)]
    joined = _TWO.search(text[spot.start : spot.end]) if spot.kind == "name" and spot.type == "Person" else None
    if not joined:
        return [spot]
    return [replace(spot, end=spot.start + joined.start()), *_each(replace(spot, start=spot.start + joined.end()), text)]


_OF_STATE: Final = re.compile(r"((?:Bank|Ministry|University|Republic|Government) of ([A-Z]\w+)) ([A-Z]\w+ [A-Z]\w+)")
_TWO: Final = re.compile(
    r" (?:and|und|&|[-–—]) |(?<=\w\w\w)(?<!\bSgt)(?<!\bCol)(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bMrs)(?<!\bRev)(?<!\bMaj)"
    r"(?<!\bAdm)(?<!\bHon)(?<!\bCapt)(?<!\bProf)(?<!\bCmdr)\. (?=[A-Z])"
)
_NEW: Final = frozenset(["New", "Former", "Acting", "Outgoing", "Incoming", "Deputy"])


def without_overlap(spots: Sequence[Spot]) -> list[Spot]:
    """Per kind of layer (names and pronouns; titles; descriptions) the surest of overlapping spots, in text order."""
    layers: dict[int, list[Spot]] = {}
    for spot in sorted(spots, key=lambda s: (-s.score, s.start - s.end, s.start)):
        kept = layers.setdefault(_layer(spot), [])
        at = bisect_left(kept, spot.end, key=lambda s: s.start)  # only the last of those before may reach into it
        if at == 0 or kept[at - 1].end <= spot.start:
            kept.insert(at, spot)
    return sorted(chain.from_iterable(layers.values()))


def _layer(spot: Spot) -> int:
    return 2 if spot.type == "Position" else 1 if spot.kind == "nominal" else 0
