"""Days of birth, death and founding: 'was born on 3 May 1950', 'died on Monday', 'founded in 1998', 'Ada Byron (1815–1852)'."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction.frames import phrase_of, subjects_of
from kg.extraction.modality import modality
from kg.extraction.parts import clause_dates
from kg.extraction.scene import Scene, Thing, conjoined, fact, words
from kg.extraction.times import Time, times
from kg.model import Span, Statement, Value

_TELLS: Final = {
    "bear": ("bornOn", "Person"), "die": ("diedOn", "Person"), "pass away": ("diedOn", "Person"), "found": ("foundedOn", "Organization"),
    "establish": ("foundedOn", "Organization"),
}  # fmt: skip
"""Verb to the property that its day gives, and of what."""
_PASSIVE: Final = frozenset({"bear", "found", "establish"})
_BRACKETS: Final = re.compile(r"\s?\((?P<born>born |b\. ?)?(?P<first>[^()–—-]{4,25}?)(?:\s?[–—-]\s?(?P<last>[^()–—-]{4,25}))?\)")
_LIFE: Final = 25
"""Fewest years between two in brackets that are a life's and no term of office."""


def lives(scene: Scene, dates: Sequence[Time]) -> Iterator[Statement]:
    """When somebody was born or died, and when something was founded."""
    for verb in scene.doc:
        if verb.pos_ == "VERB" and phrase_of(verb) in _TELLS:
            yield from _told(scene, verb, dates)
    for thing in scene.things.values():
        if thing.type == "Person":
            yield from _in_brackets(scene, thing)


def _told(scene: Scene, verb: Token, dates: Sequence[Time]) -> Iterator[Statement]:
    """What the verb says of its subject; who founded something, `events` dates."""
    name, class_ = _TELLS[phrase_of(verb)]
    if verb.lemma_ in _PASSIVE and (verb.tag_ != "VBN" or any(c.dep_ == "agent" for c in verb.children)):
        return
    when = next(iter(clause_dates(scene, verb, dates)), None)
    for subject in subjects_of(verb) if when else ():
        for who, token in conjoined(scene, subject):
            if when and scene.is_a(who, class_):
                told = words(scene, token, verb)
                span = Span(min(told.start, when.span.start), max(told.end, when.span.end))
                yield fact(who, name, when.value, span, rule=f"day-{name}", modality=modality(verb))


def _in_brackets(scene: Scene, thing: Thing) -> Iterator[Statement]:
    """What the brackets after the person's name say."""
    text = scene.article.text
    for spot in thing.spots:
        found = _BRACKETS.match(text, spot.end) if spot.kind == "name" else None
        first, last = (_day(found[side] or "") for side in ("first", "last")) if found else (None, None)
        if found is None or first is None or bool(found["last"]) != (last is not None) or not (found["born"] or _spans_life(first, last)):
            continue
        span = Span(spot.start, found.end())
        yield fact(thing.id, "bornOn", first, span, rule="life-in-brackets")
        if last is not None:
            yield fact(thing.id, "diedOn", last, span, rule="life-in-brackets")


def _day(words_: str) -> Value | None:
    """The day, month or year that the words are, if they are one and nothing else."""
    if re.fullmatch(r"[12]\d{3}", words_.strip()):
        return Value(words_.strip(), "gYear")
    found = times(words_.strip(), "")
    whole = len(found) == 1 and found[0].span == Span(0, len(words_.strip())) and found[0].value.lexical[:1].isdigit()
    return found[0].value if whole else None


def _spans_life(first: Value, last: Value | None) -> bool:
    return last is not None and int(last.lexical[:4]) - int(first.lexical[:4]) >= _LIFE
