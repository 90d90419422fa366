"""Players who change clubs: 'Acme signed Ada Byron from Bolt', 'Bolt sold Ada Byron to Acme'."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import is_passive, subjects_of
from kg.extraction.commitment.modality import modality
from kg.extraction.scene import Scene, conjoined, fact, objects_of, words
from kg.extraction.wordlist import words as word_list
from kg.model import Statement

_TAKING: Final = word_list("sign buy recruit acquire loan poach")
_GIVING: Final = word_list("sell loan trade transfer send")


def transfers(scene: Scene) -> Iterator[Statement]:
    """For whom somebody plays now, and of which club somebody was a member, by the verbs of both clubs."""
    for verb in scene.doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in _TAKING | _GIVING:
            continue
        passive, manner = is_passive(verb), modality(verb)
        moved = subjects_of(verb) if passive else [c for c in verb.children if c.dep_ == "dobj"]
        players = [(i, t) for end in moved for i, t in conjoined(scene, end) if scene.things[i].type == "Person" and scene.things[i].named]
        doers = _clubs(scene, objects_of(verb, "by") if passive else subjects_of(verb))
        left = _clubs(scene, [e for host in (verb, *moved) for e in objects_of(host, "from")])
        reached = _clubs(scene, [e for host in (verb, *moved) for e in objects_of(host, "to")])
        if not players or not (left or reached):
            continue
        new = reached if lemma in _GIVING else doers
        old = [*left, *(doers if lemma in _GIVING else [])] if manner == "Actual" else []
        for player, name in players:
            for club, end in new:
                yield fact(player, "playsFor", club, words(scene, name, verb, end), rule="transfer-to", modality=manner)
            for club, end in old:
                yield fact(player, "formerMemberOf", club, words(scene, name, verb, end), rule="transfer-from", derivation="Implied")


def _clubs(scene: Scene, ends: list[Token]) -> list[tuple[str, Token]]:
    return [(i, t) for end in ends for i, t in conjoined(scene, end) if scene.is_a(i, "Organization") and scene.things[i].named]
