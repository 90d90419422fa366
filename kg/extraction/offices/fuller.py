"""Titles with all the words before their noun: 'deputy government spokeswoman', 'National Cyber Director', 'Media Coordinator'."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.offices.titles import RANKS, STATE, Title
from kg.extraction.scene import Scene

_MODIFIES: Final = frozenset({"compound", "amod", "nmod"})
_FAR: Final = 6
"""Tokens between the noun of a title and what modifies it."""


def whole_titles(scene: Scene, titles: Iterable[Title]) -> list[Title]:
    """The titles without those that only modify another, with what the reader takes to belong to them."""
    found = list(titles)
    heads = {t.head for t in found}
    alone = [t for t in found if not _modifies(scene.doc[t.head], heads)]
    spots: dict[int, int] = {}
    for thing in scene.things.values():
        for spot in thing.spots if thing.type == "Position" else ():
            span = scene.doc.char_span(spot.start, spot.end, alignment_mode="expand")
            if span:
                spots.update(dict.fromkeys(range(span.start, span.end), span.start))
    ends = [0, *(t.end for t in alone)]  # in text order
    return [
        replace(t, start=_start(scene, t, max(stop if t.role in RANKS else 0, spots.get(t.head, t.start))))
        for t, stop in zip(alone, ends, strict=False)
    ]


def _modifies(noun: Token, heads: Iterable[int]) -> bool:
    """Whether the noun of one title, as 'deputy', belongs to that of another."""
    return noun.dep_ in _MODIFIES and noun.i < noun.head.i < noun.i + _FAR and noun.head.i in heads


def _start(scene: Scene, title: Title, begin: int) -> int:
    """The first token from `begin` that belongs to the title: a name before it is its body, and 'former' no word of it."""
    for at in range(title.head, title.start, -1):  # 'Acme Energy chairman', no energy chairman
        if scene.ends.get(at, ("", at))[1] < title.start and scene.things[scene.ends[at][0]].named:
            return at
    for at in range(title.start - 1, begin - 1, -1):
        if at + 1 in scene.ends and scene.things[scene.ends[at + 1][0]].named:
            return at + 1
        if not _fits(scene.doc, at, title.head):
            return at + 1
    return min(begin, title.start)


def _fits(doc: Doc, at: int, head: int) -> bool:
    token = doc[at]
    return token.pos_ in ("PROPN", "ADJ", "NOUN") and token.lower_ not in STATE and not any(t.is_sent_start for t in doc[at + 1 : head])
