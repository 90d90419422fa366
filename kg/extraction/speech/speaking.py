"""Who speaks at which event: 'X said at the summit', 'X highlighted progress during the forum'."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.commitment.modality import modality
from kg.extraction.scene import Scene, conjoined, fact, words
from kg.extraction.speech.indirect import reports
from kg.model import Statement


def speeches(scene: Scene) -> Iterator[Statement]:
    """The subjects of verbs that report, each with the event of the verb's own clause."""
    for verb in scene.doc:
        if verb.pos_ != "VERB" or not reports(scene, verb):
            continue
        for prep in (t for t in verb.subtree if t.dep_ == "prep" and t.lower_ in ("at", "during") and _at_hand(t, verb)):
            for end in (c for c in prep.children if c.dep_ == "pobj"):
                for token in [end, *(c for c in end.children if c.dep_ in ("compound", "nmod", "amod"))]:
                    event = scene.heads.get(token.i, "")
                    if event and scene.is_a(event, "Event"):
                        for subject in _subjects(verb):
                            for who, left in conjoined(scene, subject):
                                if scene.is_a(who, "Person"):
                                    yield fact(
                                        who,
                                        "speaksAt",
                                        event,
                                        words(scene, left, token),
                                        rule="speaks-at-event",
                                        modality=modality(verb),
                                    )


def _at_hand(preposition: Token, verb: Token) -> bool:
    """Whether the preposition belongs to the verb or its object, not to what is said: 'she said that he will be at the summit'."""
    return preposition.head == verb or (preposition.head.head == verb and preposition.head.pos_ not in ("VERB", "AUX"))


def _subjects(verb: Token) -> list[Token]:
    """The verb's subjects, and who stands beside one: 'the minister, Ada Byron, said'."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return subjects + [a for c in subjects for a in c.children if a.dep_ == "appos"]
