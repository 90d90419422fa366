"""When somebody was born and died: 'Ada Byron died on Monday', 'born in Oslo in 1950', 'Ada Byron (1815-1852)'."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extraction.clauses import subjects_of
from kg.extraction.modality import modality
from kg.extraction.parts import clause_dates
from kg.extraction.scene import Scene, conjoined, fact, over, words
from kg.extraction.times import Time
from kg.model import Span, Statement, Value

_DATES: Final = {"die": ("diedOn", ("date",)), "bear": ("bornOn", ("date", "gYearMonth", "gYear"))}
"""Verb to the property that its date gives, and how exact the date must be: who died 'in 2019' may be one of whom more is said."""


def lives(scene: Scene, dates: Sequence[Time]) -> Iterator[Statement]:
    """The days of birth and death of each person of whom the text tells them, in text order of verbs, then those in brackets."""
    for verb in scene.doc:
        if verb.lemma_ not in _DATES or verb.pos_ != "VERB" or modality(verb) in ("Denied", "Possible", "Planned"):
            continue
        name, exact = _DATES[verb.lemma_]
        when = next((t for t in clause_dates(scene, verb, dates) if t.value.datatype in exact), None)
        for subject in subjects_of(verb) if when is not None else ():
            for who, token in conjoined(scene, subject):
                if when is not None and scene.things[who].type == "Person" and scene.things[who].known:
                    yield fact(who, name, when.value, over(words(scene, token, verb), when.span), rule=f"verb-{verb.lemma_}")
    yield from _in_brackets(scene)


def _in_brackets(scene: Scene) -> Iterator[Statement]:
    """The years of 'Ada Byron (1815-1852)'."""
    for id_, thing in scene.things.items():
        for spot in thing.spots if thing.type == "Person" else ():
            years = _YEARS.match(scene.article.text, spot.end)
            for name, year in zip(("bornOn", "diedOn"), years.groups() if years and spot.kind == "name" else (), strict=False):
                yield fact(id_, name, Value(year, "gYear"), Span(spot.start, years.end() if years else spot.end), rule="life-in-brackets")


_YEARS: Final = re.compile(r" \(((?:1[5-9]|20)\d\d) ?[-–—] ?((?:1[5-9]|20)\d\d)\)")
