"""Whom only pronouns tell of: 'She was born in Westhaven' at the beginning of a text that has named nobody."""

from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from kg.extraction.mentions.agreement import FEMALE, MALE, NEUTER
from kg.extraction.scene import Scene, Thing
from kg.extraction.speech.marks import quotation_spans

_SOMEONE: Final = {**dict.fromkeys(MALE, "he"), **dict.fromkeys(FEMALE, "she"), **dict.fromkeys(("i", "me", "my", "mine", "myself"), "I")}
_SOMETHING: Final = dict.fromkeys(NEUTER, "it")
"""Pronouns of persons, and of other things, to what they are called by."""


def with_strangers(old: Scene) -> Scene:
    """The scene with a label for each thing of pronouns alone that no words before, nor later ones of its sentence, can stand for.

    Such a thing is one that the text does not name; any other pronoun that was not resolved stays unknown.
    """
    things = dict(old.things)
    for id_, thing in old.things.items():
        token = _first(old, thing)
        word, called = ("Someone", _SOMEONE) if thing.type == "Person" else ("Something", _SOMETHING)
        if token is None or token.lower_ not in called or _explained(old, thing, token):
            continue
        if not any(q.start <= token.idx < q.end for q in quotation_spans(old.article.text)):
            things[id_] = replace(thing, label=f"{word} (“{called[token.lower_]}”)", stranger=True)
    return replace(old, things=things)


def _first(scene: Scene, thing: Thing) -> Token | None:
    """The first word of a thing that only pronouns refer to."""
    if not thing.spots or any(s.kind != "pronoun" for s in thing.spots):
        return None
    span = scene.doc.char_span(thing.spots[0].start, thing.spots[0].end)
    return span[0] if span is not None and len(span) == 1 else None


def _explained(scene: Scene, thing: Thing, token: Token) -> bool:
    """Whether the pronoun may mean something of its kind that stands before it, or after it in a sentence that it does not head."""
    person = thing.type == "Person"
    starts = [
        s.start
        for t in scene.things.values()
        for s in t.spots
        if t.type != "Position" and (t.type == "Person") == person and s.kind != "pronoun"
    ]
    heads = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT"
    end = token.idx if heads else token.sent.end_char
    return any(start < end for start in starts)
