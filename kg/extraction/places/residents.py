"""Where people live: 'Ada Brook, 43, of Westhaven', 'Ada Brook of Westhaven', 'Bergen lawyer Ada Brook', 'residents of Bergen'."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.commitment.modality import modality
from kg.extraction.scene import Scene, conjoined, fact, objects_of, thing_at, words
from kg.extraction.wordlist import words as word_list
from kg.model import Statement

_PLACES: Final = ("City", "Region", "Place")


def residents(scene: Scene) -> Iterator[Statement]:
    """Where the article says that people live, in no order."""
    yield from _of_places(scene)
    for noun in scene.doc:
        if noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in _LOCALS:
            yield from _locals(scene, noun)


def _of_places(scene: Scene) -> Iterator[Statement]:
    """'Ada Brook, 43, of Westhaven', 'Ada Brook, of Westhaven', 'Ada Brook of Westhaven'; whom a title is put before may live elsewhere."""
    doc = scene.doc
    for start, (id_, end) in scene.starts.items():
        if scene.things[id_].type != "Person" or doc[end - 1].pos_ != "PROPN" or _titled(scene, start):
            continue
        aged = _after_age(doc, end)
        at = aged or end + (end < len(doc) and doc[end].text == ",")
        if at + 1 >= len(doc) or doc[at].lower_ not in (_OF_AGED if aged else ("of",)) or at + 1 not in scene.starts:
            continue
        place, stop = scene.starts[at + 1]
        elected = at == end and scene.things[place].type == "Region"  # "Ada Brook of Ohio"
        if scene.things[place].type in _PLACES and not elected:
            yield fact(id_, "livesIn", place, words(scene, doc[start], doc[stop - 1]), rule="person-of-place", derivation="Implied")


def _titled(scene: Scene, start: int) -> bool:
    """Whether a title before the name may be of the place behind it: 'Mayor Ada Brook of Flint', not 'diver Ada Brook of Flint'."""
    before = scene.ends.get(start, ("", 0))[0]
    return bool(before) and scene.things[before].type == "Position" and scene.doc[start - 1].lower_ not in _TRADES


_TRADES: Final = word_list(
    "diver farmer fisherman teacher driver pilot nurse carpenter plumber student lawyer attorney engineer artist painter writer poet author"
    " singer actor actress musician dancer photographer runner swimmer climber cyclist hiker sailor mechanic electrician chef baker butcher"
    " barber hunter trucker trapper firefighter retiree resident native businessman businesswoman"
)
"""What people are by trade, wherever they are it."""


_OF_AGED: Final = ("of", "from")


def _after_age(doc: Doc, at: int) -> int:
    """The token behind ', 43,' or ' (43)'; 0 where no age stands there."""
    marks = [t.text for t in doc[at : at + 3]]
    aged = len(marks) == 3 and (marks[0], marks[2]) in ((",", ","), ("(", ")")) and marks[1].isdecimal() and len(marks[1]) <= len("99")
    return at + 3 + (at + 3 < len(doc) and doc[at + 3].text == ",") if aged else 0


def _locals(scene: Scene, noun: Token) -> Iterator[Statement]:
    """'residents of Bergen', 'Bergen residents', 'Bergen lawyer Ada Brook', 'Ada Brook, a Bergen lawyer' live there."""
    of = objects_of(noun, "of", "in") if noun.lemma_.lower() in _RESIDENTS else []
    before = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss") and c.pos_ == "PROPN"]
    people = [noun.head] if noun.dep_ in ("compound", "appos") else [noun, *(c for c in noun.children if c.dep_ == "appos")]
    if noun.dep_ == "attr":
        people = [c for c in noun.head.children if c.dep_ == "nsubj"]
    for place, end in (pair for token in (*of, *before) for pair in conjoined(scene, token)):
        who = next(((i, t) for t in people if (i := thing_at(scene, t)) and scene.things[i].type in ("Person", "Group")), None)
        if who and scene.things[place].type in _PLACES and who[0] != place:
            manner = modality(noun.head) if noun.dep_ == "attr" else "Actual"
            yield fact(who[0], "livesIn", place, words(scene, who[1], noun, end), rule="local", modality=manner, derivation="Implied")


_RESIDENTS: Final = word_list("resident inhabitant villager dweller homeowner townspeople")
_LOCALS: Final = _RESIDENTS | word_list(
    "businessman businesswoman lawyer attorney doctor physician dentist surgeon teacher couple family woman man teenager mother father",
    "boy girl student artist writer banker developer entrepreneur engineer farmer broker psychologist rabbi pastor priest housewife",
    "voter commuter taxpayer shopkeeper restaurateur pensioner retiree plumber electrician carpenter nurse photographer musician architect",
)
"""Whom news calls by the place where they live."""
