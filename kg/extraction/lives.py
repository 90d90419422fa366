"""When somebody was born and died, and a body founded: 'Ada Byron died on Monday', 'born in 1950', '(1815-1852)', 'founded in 1978'."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extraction.clauses import is_passive, subjects_of
from kg.extraction.modality import modality
from kg.extraction.parts import clause_dates
from kg.extraction.scene import Scene, conjoined, fact, objects_of, over, words
from kg.extraction.times import Time
from kg.model import Span, Statement, Value

_ANY: Final = ("date", "gYearMonth", "gYear")
_DATES: Final = {
    "die": ("diedOn", "Person", ("date",)), "bear": ("bornOn", "Person", _ANY),
    "found": ("foundedOn", "Organization", _ANY), "establish": ("foundedOn", "Organization", _ANY),
}  # fmt: skip
"""Verb to the property that its date gives, of what, and how exact the date must be: 'died in 2019' may be said of one of many."""


def lives(scene: Scene, dates: Sequence[Time]) -> Iterator[Statement]:
    """The days that verbs tell of the birth and death of persons and the founding of bodies, in text order, then the years in brackets."""
    for verb in scene.doc:
        if verb.lemma_ not in _DATES or verb.pos_ != "VERB":
            continue
        if modality(verb) not in ("Actual", "Intended" if verb.lemma_ == "bear" else "Actual"):  # born, whatever is hoped of it
            continue
        name, class_, exact = _DATES[verb.lemma_]
        if class_ == "Organization" and (not is_passive(verb) or objects_of(verb, "by")):  # by whom is said with the day
            continue
        for when in [t for t in clause_dates(scene, verb, dates) if t.value.datatype in exact][:1]:
            for who, token in (pair for subject in subjects_of(verb) for pair in conjoined(scene, subject)):
                if scene.is_a(who, class_) and scene.things[who].known:
                    yield fact(who, name, when.value, over(words(scene, token, verb), when.span), rule=f"verb-{verb.lemma_}")
    yield from _in_brackets(scene)


def _in_brackets(scene: Scene) -> Iterator[Statement]:
    """The years of 'Ada Byron (1815-1852)'."""
    persons = ((i, s) for i, t in scene.things.items() if t.type == "Person" for s in t.spots if s.kind == "name")
    for id_, spot in persons:
        if years := _YEARS.match(scene.article.text, spot.end):
            for name, year in zip(("bornOn", "diedOn"), years.groups(), strict=True):
                yield fact(id_, name, Value(year, "gYear"), Span(spot.start, years.end()), rule="life-in-brackets")


_YEARS: Final = re.compile(r" \(((?:1[5-9]|20)\d\d) ?[-–—] ?((?:1[5-9]|20)\d\d)\)")
