"""When somebody was born and died, and a body founded: 'Ada Byron died on Monday', 'founded in 1978', 'her death in 1852'."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import is_passive, phrase_of, relative, subjects_of
from kg.extraction.commitment.modality import modality
from kg.extraction.dates.calendar_words import Y
from kg.extraction.dates.times import Time
from kg.extraction.parts import clause_dates
from kg.extraction.scene import Scene, conjoined, fact, objects_of, over, thing_at, verb_of, words
from kg.extraction.wordlist import words as word_list
from kg.model import Span, Statement, Value

_FOUNDS: Final = (*word_list("found establish create form incorporate cofound launch"), "set up")
_FOUNDING: Final = word_list("founding foundation establishment formation creation inception incorporation")
_VERBS: Final = {
    "die": ("diedOn", "Person", "verb-die"),
    "pass away": ("diedOn", "Person", "verb-die"),
    "bear": ("bornOn", "Person", "verb-bear"),
    **dict.fromkeys(_FOUNDS, ("foundedOn", "Organization", "verb-found")),
}
"""Verb to the property that its date gives, of what, and the name of the construction."""
_NOUNS: Final = {
    "death": ("diedOn", "Person"),
    "birth": ("bornOn", "Person"),
    **dict.fromkeys(_FOUNDING, ("foundedOn", "Organization")),
}
"""Noun to the property that its date gives and of what."""


def lives(scene: Scene, dates: Sequence[Time]) -> Iterator[Statement]:
    """The days that verbs and nouns tell of the birth and death of persons and the founding of bodies, in text order."""
    exact = [t for t in dates if t.value.datatype in ("date", "gYearMonth", "gYear")]
    for token in scene.doc:
        if token.pos_ == "VERB" and _phrase(token) in _VERBS:
            yield from _told(scene, token, exact)
        elif token.lemma_.lower() in _NOUNS and token.pos_ == "NOUN":
            yield from _named(scene, token, exact)


def _phrase(verb: Token) -> str:
    return "pass away" if verb.lemma_ == "pass" and any(c.lower_ == "away" for c in verb.children) else phrase_of(verb)


def _told(scene: Scene, verb: Token, dates: Sequence[Time]) -> Iterator[Statement]:
    name, class_, rule = _VERBS[_phrase(verb)]
    if modality(verb) not in ("Actual", "Intended" if name == "bornOn" else "Actual"):  # born, whatever is hoped of it
        return
    for when in clause_dates(scene, verb, dates)[:1]:
        for who, token in (pair for end in _ends(scene, verb, name) for pair in conjoined(scene, end)):
            if _fits(scene, who, class_) and (name != "diedOn" or when.value.datatype == "date" or _one(scene, who, token)):
                yield fact(who, name, when.value, over(words(scene, token, verb), when.span), rule=rule)


def _ends(scene: Scene, verb: Token, name: str) -> list[Token]:
    """Who or what the verb is said of: its subject, of what founds a body its object."""
    if name != "foundedOn":
        return subjects_of(verb)
    if not is_passive(verb):  # "launched" may be said of what a body makes, too
        return [relative(verb, c) for c in verb.children if c.dep_ == "dobj" and verb.lemma_ != "launch"]
    ends = subjects_of(verb)
    beside = [o for end in ends if verb.dep_ == "acl" for o in objects_of(end, "of")]  # "the founder of Acme, established in 1987"
    return ends if any(thing_at(scene, end) and scene.is_a(thing_at(scene, end), "Organization") for end in ends) else beside or ends


def _named(scene: Scene, noun: Token, dates: Sequence[Time]) -> Iterator[Statement]:
    """'her death in 1852', 'the founding of Acme on 3 May 1978'."""
    name, class_ = _NOUNS[noun.lemma_.lower()]
    owners = [c for c in noun.children if c.dep_ == "poss"] or objects_of(noun, "of")
    for when in _of_noun(scene, noun, owners, dates):
        for who, token in (pair for owner in owners for pair in conjoined(scene, _meant(scene, noun, owner, class_))):
            if _fits(scene, who, class_) and _one(scene, who, token):
                yield fact(who, name, when.value, over(words(scene, token, noun), when.span), rule=f"noun-{name}")


def _of_noun(scene: Scene, noun: Token, owners: Sequence[Token], dates: Sequence[Time]) -> list[Time]:
    """The date right behind the noun and whose it is, or the year before it: 'the 1947 creation of Acme'."""
    year = next((c for c in noun.children if c.i == noun.i - 1 and re.fullmatch(Y, c.text)), None)
    if year is not None:
        return [Time(Span(year.idx, year.idx + 4), Value(year.text, "gYear"))]
    after = max([noun.i, *(o.right_edge.i for o in owners)]) + 1
    behind = scene.doc[after : after + 2]
    return [t for t in dates if behind and behind[0].lower_ in ("in", "on") and t.span.start in {b.idx for b in behind}][:1]


def _meant(scene: Scene, noun: Token, owner: Token, class_: str) -> Token:
    """Whose birth or death it is: 'his' of who is replaced, not of who replaces him; 'its' of the subject to come, if none was before."""
    verb = verb_of(noun)
    if owner.pos_ != "PRON" or verb.pos_ != "VERB":
        return owner
    subjects, objects = subjects_of(verb), [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lemma_ in ("replace", "succeed") and objects and noun.i > objects[0].i:
        return objects[0]
    before = thing_at(scene, owner)
    coming = thing_at(scene, subjects[0]) if subjects and subjects[0].i > noun.i else ""
    return subjects[0] if coming and scene.is_a(coming, class_) and not (before and scene.things[before].named) else owner


def _fits(scene: Scene, id_: str, class_: str) -> bool:
    return scene.is_a(id_, class_) and scene.things[id_].known


def _one(scene: Scene, id_: str, token: Token) -> bool:
    """Whether a single one is meant, not one of many: 'a man died in 2019' may be said of anybody."""
    return scene.things[id_].named or token.pos_ == "PRON"
