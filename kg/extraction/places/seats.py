"""Where bodies have their headquarters: 'Acme's headquarters in Oslo', 'the Oslo headquarters of Acme', 'at Acme headquarters in Oslo'."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.commitment.modality import modality
from kg.extraction.scene import Scene, conjoined, fact, objects_of, words
from kg.extraction.wordlist import words as word_list
from kg.model import Statement

_PARTS: Final = word_list("regional local european asian american african campaign field district division new future former old temporary")
"""What makes a headquarters one of several, or none any more."""


def seats(scene: Scene) -> Iterator[Statement]:
    """Whose headquarters are where, in text order."""
    for noun in scene.doc:
        if not _is_seat(noun) or any(c.lower_ in _PARTS for c in noun.children):
            continue
        before = [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod", "amod") and c.i < noun.i]
        bodies = [pair for t in (*before, *objects_of(noun, "of")) for pair in conjoined(scene, t) if scene.is_a(pair[0], "Organization")]
        ends = dict.fromkeys((*before, *objects_of(noun, "in"), *_behind(noun, [token for _, token in bodies])))
        places = [pair for t in ends for pair in conjoined(scene, t) if scene.is_a(pair[0], "Place")]
        manner = modality(noun.head) if noun.dep_ == "dobj" else "Actual"
        for body, token in bodies[:1]:
            for place, end in places:
                if scene.things[place].named and place != body:
                    yield fact(body, "headquarteredIn", place, words(scene, token, noun, end), rule="seat-of-body", modality=manner)


def _behind(noun: Token, bodies: list[Token]) -> list[Token]:
    """What stands behind an 'in' that follows the headquarters or whose they are, whatever the parse hangs it on."""
    at = max(t.i for t in (noun, *bodies)) + 1
    following = noun.doc[at : at + 1]
    return [c for t in following if t.lower_ == "in" for c in t.children if c.dep_ == "pobj"]


def _is_seat(noun: Token) -> bool:
    chief = noun.lower_ == "office" and any(c.lower_ in ("head", "main") for c in noun.children)
    return (chief or noun.lower_ in ("headquarters", "hq")) and noun.pos_ in ("NOUN", "PROPN")
