"""Places that the words put inside others: 'Cumbria in England', 'Fort Bend and Galveston in Texas', 'Louisiana's Cameron Parish'."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction.scene import Scene, conjoined, fact, objects_of, thing_at, words
from kg.model import Statement

_SIZES: Final = {"Facility": 0, "Place": 0, "City": 1, "Region": 2, "Country": 3}
"""No place lies in a smaller one; a region may lie in a region, a site in a site."""


def inside(scene: Scene) -> Iterator[Statement]:
    """Each named place with the named one that the words put it in, in text order."""
    for token in scene.doc:
        if _named(scene, token):
            for outer in filter(lambda end: _named(scene, end), objects_of(token, "in")):
                yield from _put(scene, _list(scene, token), outer, "place-in-place")
            for outer in (c for c in _owned(token).children if c.dep_ == "poss" and c.i < token.i and _named(scene, c)):
                yield from _put(scene, [token], outer, "place-of-place")
    yield from _aside(scene)


def _aside(scene: Scene) -> Iterator[Statement]:
    """'The Savannah River Plant, in Aiken', where the parse may hang 'in' elsewhere."""
    for end in sorted(scene.ends):
        _, stop = scene.starts.get(end + 2, ("", 0))
        inner, outer = scene.doc[end - 1], scene.doc[stop - 1]
        if stop and scene.doc[end : end + 2].text == ", in" and _named(scene, inner) and _named(scene, outer):
            yield from _put(scene, [inner], outer, "place-in-place")


def _named(scene: Scene, token: Token) -> bool:
    found = thing_at(scene, token)
    named = bool(found) and scene.things[found].named and scene.things[found].type in _SIZES
    return named and token.text[:1].isupper()


def _owned(token: Token) -> Token:
    """The foothills of 'California's Sierra Nevada foothills', else the place itself."""
    return token.head if token.dep_ == "compound" and token.head.pos_ == "NOUN" else token


def _list(scene: Scene, last: Token) -> list[Token]:
    """The places of 'Brazoria, Fort Bend and Galveston in Texas'; of two, 'New York and Montreal in Canada', only the last is meant."""
    listed = [token for _, token in conjoined(scene, last) if token.i <= last.i and _named(scene, token)]
    return listed if len(listed) >= _SEVERAL else [last]


_SEVERAL: Final = 3


def _put(scene: Scene, places: Sequence[Token], outer: Token, rule: str) -> Iterator[Statement]:
    around = thing_at(scene, outer)
    for token in places:
        place = thing_at(scene, token)
        if place != around and _fits(scene, place, around):
            yield fact(place, "locatedIn", around, words(scene, token, outer), rule=rule)


def _fits(scene: Scene, inner: str, outer: str) -> bool:
    small, large = (_SIZES[scene.things[i].type] for i in (inner, outer))
    return scene.things[inner].type != "Country" and (small < large or small == large in (0, 2))
