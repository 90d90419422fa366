"""What a court finds and gives: 'convicted of fraud', 'found guilty of murder', 'jailed for seven years', 'sentenced to death'."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import blamed, is_passive, subjects_of
from kg.extraction.commitment.modality import modality
from kg.extraction.commitment.verdicts import governor
from kg.extraction.events.topics import label_of
from kg.extraction.scene import Scene, conjoined, fact, over, words
from kg.model import Span, Statement

_TO: Final = {"sentence": "to", "jail": "for", "imprison": "for"}
"""Verb of a sentence to the preposition before what it gives."""
_TIMES: Final = frozenset({"year", "month", "week", "day", "decade", "life", "death"})


def trials(scene: Scene) -> Iterator[Statement]:
    """Convictions and sentences of the people that verbs tell of, in text order; what they are for and how much is a topic."""
    for verb in scene.doc:
        if verb.pos_ != "VERB":
            continue
        for prep in (p for c in (verb, *verb.children) for p in c.children if p.dep_ == "prep" and _convicts(verb, p)):
            for end in (c for c in prep.children if c.dep_ == "pobj"):
                yield from _said(scene, verb, blamed(prep), "convictedOf", end)
        if verb.lemma_ in _TO:
            condemned = [c for c in verb.children if c.dep_ == "dobj"] or (subjects_of(verb) if _undergone(verb) else [])
            for prep in (p for p in verb.children if p.lower_ == _TO[verb.lemma_]):
                for end in (c for c in prep.children if c.dep_ == "pobj" and c.lemma_ in _TIMES):
                    yield from _said(scene, verb, condemned, "sentencedTo", end)


def _undergone(verb: Token) -> bool:
    """'Was sentenced', 'was convicted and sentenced'."""
    return is_passive(verb) or (verb.dep_ == "conj" and is_passive(verb.head))


def _convicts(verb: Token, preposition: Token) -> bool:
    """Whether it is this verb that convicts somebody of what stands behind the preposition, and none beneath it."""
    guilty = verb.lemma_ == "convict" or (verb.lemma_ == "find" and preposition.head.lower_ == "guilty")
    return guilty and governor(preposition) == verb


def _said(scene: Scene, verb: Token, people: list[Token], name: str, end: Token) -> Iterator[Statement]:
    """The statement about each of the people that are persons and known."""
    for each in (end, *end.conjuncts) if name == "convictedOf" else (end,):
        label = "" if any(t.dep_ == "conj" for t in each.subtree) and name == "sentencedTo" else label_of(each)  # "14 and seven years"
        for who, token in (pair for p in people for pair in conjoined(scene, p)):
            if label and scene.things[who].type == "Person" and scene.things[who].known:
                span = over(words(scene, token, verb), Span(each.idx, each.idx + len(each)))
                yield fact(who, name, f"topic {label}", span, rule=f"verdict-{verb.lemma_}", modality=modality(verb))
