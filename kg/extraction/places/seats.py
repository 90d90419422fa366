"""Where bodies have their headquarters: 'Acme's headquarters in Oslo', 'the Oslo headquarters of Acme', 'the Oslo-based company'."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.commitment.modality import modality
from kg.extraction.scene import Scene, conjoined, fact, objects_of, over, thing_at, words
from kg.extraction.wordlist import words as word_list
from kg.model import Statement

_PARTS: Final = word_list("regional local european asian american african campaign field district division new future former old temporary")
"""What makes a headquarters one of several, or none any more."""


def seats(scene: Scene) -> Iterator[Statement]:
    """Whose headquarters are where, and which body is called by where it is based."""
    yield from _based(scene)
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


def _based(scene: Scene) -> Iterator[Statement]:
    """'The Oslo-based fund' of an article that also names the Northern Fund, or where the words are known to mean a body."""
    for at, (place, start) in sorted(scene.ends.items()):
        if scene.doc[at : at + 2].text != "-based" or not scene.is_a(place, "Place") or start < 1 or scene.doc[start - 1].lower_ != "the":
            continue
        noun = scene.doc[at + 1].head
        body = thing_at(scene, noun) or _only(scene, noun.lower_)
        if noun.i > at + 1 and noun.pos_ == "NOUN" and body and scene.is_a(body, "Organization") and scene.things[body].named:
            told = over(words(scene, scene.doc[start]), words(scene, noun))
            yield fact(body, "basedIn", place, told, rule="place-based-body", derivation="Implied")


def _only(scene: Scene, noun: str) -> str:
    """The one body of the article whose name ends in the noun."""
    called = [i for i, t in scene.things.items() if t.named and scene.is_a(i, "Organization") and t.label.lower().endswith(f" {noun}")]
    return called[0] if len(called) == 1 else ""


def _behind(noun: Token, bodies: list[Token]) -> list[Token]:
    """What stands behind an 'in' that follows the headquarters or whose they are, whatever the parse hangs it on."""
    at = max(t.i for t in (noun, *bodies)) + 1
    following = noun.doc[at : at + 1]
    return [c for t in following if t.lower_ == "in" for c in t.children if c.dep_ == "pobj"]


def _is_seat(noun: Token) -> bool:
    chief = noun.lower_ == "office" and any(c.lower_ in ("head", "main") for c in noun.children)
    return (chief or noun.lower_ in ("headquarters", "hq")) and noun.pos_ in ("NOUN", "PROPN")
