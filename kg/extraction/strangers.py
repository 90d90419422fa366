"""Whom only pronouns tell of: 'She was born in Westhaven' at the beginning of a text that has named nobody."""

from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from kg.extraction.quotes import quotation_spans
from kg.extraction.scene import Scene, Thing, indexed

_WHO: Final = {
    **dict.fromkeys(("he", "him", "his", "himself"), "Someone (“he”)"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "Someone (“she”)"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "Someone (“I”)"),
    **dict.fromkeys(("it", "its", "itself"), "Something (“it”)"),
}
"""Pronoun to the label of a thing that has no other words."""


def with_strangers(old: Scene) -> Scene:
    """The scene with a label for each thing of pronouns alone that no words before, nor later ones of its sentence, can stand for.

    Such a thing is one that the text does not name; any other pronoun that was not resolved stays unknown.
    """
    quoted = quotation_spans(old.article.text)
    things = dict(old.things)
    for id_, thing in old.things.items():
        token = _first(old, thing)
        label = _WHO.get(token.lower_, "") if token is not None else ""
        if token is None or not label or label.startswith("Someone") != (thing.type == "Person"):
            continue
        if not any(q.start <= token.idx < q.end for q in quoted) and not _explained(old, thing, token):
            things[id_] = replace(thing, label=label, stranger=True)
    return indexed(replace(old, things=things))


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
