"""Accidents that a verb tells: 'a bus crashed near Lima on Monday' is a crash, the one that the article may speak of later."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import subjects_of
from kg.extraction.commitment.modality import modality
from kg.extraction.dates.times import Time
from kg.extraction.parts import HAPPENING, Parts, clause_dates, nearest
from kg.extraction.places.whereabouts import whereabouts
from kg.extraction.scene import Scene, Thing, fact, words
from kg.model import Span, Statement

_NOUNS: Final = {
    "crash": "crash", "collide": "collision", "derail": "derailment", "explode": "explosion", "collapse": "collapse", "sink": "sinking",
    "capsize": "capsizing", "erupt": "eruption", "plunge": "plunge", "overturn": "overturning",
}  # fmt: skip
"""Verb to the noun that names what it tells."""
_SOON: Final = 80
"""Code points after the verb in which the day of what it tells is said, wherever the parse hangs it."""
_SAID: Final = re.compile(r"\b(?:said|says|told (?:\w+ ){1,3}|announced|reported|confirmed|added)(?: on| late| early| in a statement)* $")
"""'Officials said Tuesday' is not when it happened."""
_AT: Final = frozenset({"in", "at", "near", "outside", "on", "off", "into"})
_INTO: Final = frozenset({"into", "onto", "off", "over", "against", "with"})


def happenings(scene: Scene, dates: Sequence[Time]) -> Parts:
    """An incident for each such verb whose subject is a thing with a body, with its place and day; none for prices and parties."""
    things: list[Thing] = []
    made: list[Statement] = []
    for verb in scene.doc:
        noun = _NOUNS.get(verb.lemma_.lower(), "") if verb.pos_ == "VERB" else ""
        subject = next((c for c in subjects_of(verb) if c.pos_ in ("NOUN", "PROPN")), None) if noun else None
        if subject is None or modality(verb) != "Actual":
            continue
        facts = list(_facts(scene, "", verb, dates))
        if not any(s.property == "place" for s in facts):
            continue
        id_ = _named(scene, noun, verb)
        if not id_:
            id_ = f"{HAPPENING}{verb.i}"
            things.append(Thing(id_, "Incident", f"{noun.capitalize()} of {_phrase(subject)}", evidence=(words(scene, subject, verb),)))
        made += _facts(scene, id_, verb, dates)
    return Parts(tuple(things), tuple(made))


def _named(scene: Scene, noun: str, verb: Token) -> str:
    """The incident of that noun that the article mentions afterwards."""
    later = (
        (s.start, i)
        for i, t in scene.things.items()
        if scene.is_a(i, "Event")
        for s in t.spots
        if s.start > verb.idx and noun in (said := scene.article.text[s.start : s.end].lower()).split() and not another(said)
    )
    return min(later, default=(0, ""))[1]


def another(words: str) -> bool:
    """Whether the words are of an incident that is not the one that has been told: 'the last collapse of a bridge'."""
    return not _OTHERS.isdisjoint(words.lower().split())


_OTHERS: Final = frozenset({"last", "previous", "earlier", "similar", "another", "other", "past", "separate"})


def _facts(scene: Scene, id_: str, verb: Token, dates: Sequence[Time]) -> Iterator[Statement]:
    for prep in _preps(verb):
        for end in (c for c in prep.children if c.dep_ == "pobj"):
            for place, token in whereabouts(scene, end):
                yield fact(id_, "place", place, words(scene, verb, token), rule="happening-place")
    sentence = Span(verb.idx, min(verb.sent.end_char, verb.idx + _SOON))
    soon = (
        t
        for t in nearest(dates, verb.idx, verb.idx, sentence)
        if not _SAID.search(scene.article.text, max(0, t.span.start - _SOON), t.span.start)
    )
    above = clause_dates(scene, verb.head, dates) if verb.dep_ == "advcl" and any(c.lower_ == "when" for c in verb.children) else []
    when = next(iter([*clause_dates(scene, verb, dates), *above, *soon]), None)
    if when is not None:
        span = Span(min(verb.idx, when.span.start), max(verb.idx + len(verb), when.span.end))
        yield fact(id_, "date", when.value, span, rule="happening-date")


def _preps(verb: Token) -> Iterator[Token]:
    """The verb's prepositions of place, and those of what it goes into: 'plunged into a ravine in northern Peru'."""
    for prep in (c for c in verb.children if c.dep_ == "prep"):
        into = (p for e in prep.children if prep.lower_ in _INTO and e.dep_ == "pobj" for p in e.children if p.dep_ == "prep")
        yield from (p for p in (prep, *into) if p.lower_ in _AT)


def _phrase(subject: Token) -> str:
    """'a bus', 'Norland Air flight 12', without clauses on it."""
    own = [t for t in subject.subtree if t.i <= subject.i and t.dep_ in ("det", "compound", "amod", "nummod", subject.dep_)]
    return " ".join(t.lower_ if t.dep_ in ("det", "nummod") else t.text for t in own)
