"""What brackets behind a name tell of its bearer's birth, death or founding: 'Ada Byron (born 1950)', '(May 1815 – June 1852)'."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extraction.dates.calendar_words import D, M, Y
from kg.extraction.dates.times import times
from kg.extraction.scene import Scene, fact
from kg.model import Span, Statement, Value

_BARE: Final = re.compile(r"\?P<\w+>")
_DATE: Final = _BARE.sub("?:", rf"(?:{D}(?: of)? {M},? {Y}|{M} {D},? {Y}|{M},? {Y}|{Y})(?![\w/])")
_BRACKET: Final = re.compile(r"(?: \([^()]{1,40}\))?,? \(([^()]{4,160})\)")
_BORN: Final = re.compile(rf"(?:^|[;:,] ?|\] ?)[^;:]{{0,40}}?\b(?:born(?: on| in)?|b\.)(?: [A-Z][^;]*;)? ({_DATE})")
_DIED: Final = re.compile(rf"(?:^|[;,] ?)(?:died(?: on| in)?|d\.) ({_DATE})")
_BOTH: Final = re.compile(rf"(?:^|[;:,\]] ?)({_DATE}) ?(?:[-–—]|to) ?(?:[^\d;]{{2,40}}, )?({_DATE})$")
_FOUNDED: Final = re.compile(rf"(?:^|[;,] ?)(?:founded|established|formed|created|est\.|f\.)(?: on| in)? ({_DATE})")
_YEARS: Final = 18
"""Years that somebody whose life is told by two of them has lived at least: fewer are those of an office."""


def lifespans(scene: Scene) -> Iterator[Statement]:
    """What the brackets right behind names of persons and bodies tell, in text order."""
    for id_, thing in scene.things.items():
        for spot in thing.spots:
            if spot.kind == "name" and (bracket := _BRACKET.match(scene.article.text, spot.end)):
                for name, words in _told(scene, id_, bracket[1]):
                    yield fact(id_, name, _value(words), Span(spot.start, bracket.end()), rule="life-in-brackets")


def _told(scene: Scene, id_: str, words: str) -> Iterator[tuple[str, str]]:
    """Properties and the words of their dates."""
    if scene.is_a(id_, "Person"):
        yield from _of_person(words)
    elif scene.is_a(id_, "Organization"):
        yield from _of_body(words)


def _of_person(words: str) -> Iterator[tuple[str, str]]:
    if (both := _BOTH.search(words)) and int(both[2][-4:]) - int(both[1][-4:]) >= _YEARS:
        yield "bornOn", both[1]
        yield "diedOn", both[2]
        return
    if born := _BORN.search(words):
        yield "bornOn", born[1]
    if died := _DIED.search(words):
        yield "diedOn", died[1]


def _of_body(words: str) -> Iterator[tuple[str, str]]:
    if founded := _FOUNDED.search(words):
        yield "foundedOn", founded[1]


def _value(words: str) -> Value:
    """The date of the words, which have a year."""
    return next(iter(times(f"in {words}", ""))).value
