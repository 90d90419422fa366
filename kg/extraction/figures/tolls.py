"""Numbers that count people whom no noun names: '12 dead', 'and 32 injured', 'the death toll rose to 87', 'a population of 120,000'."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.figures.figure import Figure, hedged
from kg.extraction.figures.measures import UNDERGONE, compound
from kg.extraction.figures.number_words import NUMBER, number
from kg.extraction.texts import text_of
from kg.extraction.wordlist import words
from kg.model import Span

_STATE: Final = re.compile(
    rf"(?<![\w.,$€£#-])(?P<number>{NUMBER}|[a-z]+(?:-[a-z]+)?) (?:(?:others|more) )?(?:(?:were|are|remained|remain) (?:still )?)?"
    r"(?P<state>dead|killed|injured|wounded|homeless|missing|hurt|hospitali[sz]ed|arrested|rescued|detained|displaced)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TOLLS: Final = words("toll population attendance workforce membership readership circulation enrollment enrolment headcount deaths")
"""Nouns that say of a number that it counts people."""
_HARMS: Final = frozenset({"kill", "injure", "wound"})
_ENDS: Final = frozenset({"pobj", "dobj", "attr", "oprd", "npadvmod", "appos", "acomp"})


def tolls(doc: Doc, taken: Callable[[int, int], bool]) -> Iterator[Figure]:
    """The figures of such numbers, in no order; `taken` tells spans that are dates or inside names."""
    yield from _states(doc, taken)
    for token in doc:
        if (
            token.pos_ == "NUM"
            and token.dep_ == "dobj"
            and token.head.lemma_ in _HARMS
            and not any(c.dep_ == "prep" for c in token.children)
        ):
            yield from _alone(doc, token, taken)
        elif token.pos_ == "NUM" and token.dep_ in _ENDS and (noun := _noun(token)) is not None:
            amount, span = number(token.text), Span(token.idx, token.idx + len(token))
            if amount and not taken(span.start, span.end):
                what = compound(noun)
                yield Figure(span, amount, "people", noun.i, what[:1].upper() + what[1:], hedged(text_of(doc), span.start, span.end))


def _alone(doc: Doc, token: Token, taken: Callable[[int, int], bool]) -> Iterator[Figure]:
    """'Killed 15': so many people, where nothing was counted that the number could mean."""
    verb = token.head.lemma_
    amount, span = number(token.text), Span(token.idx, token.idx + len(token))
    if amount and amount > 1 and not taken(span.start, span.end):
        yield Figure(span, amount, "people", token.i, f"People {UNDERGONE[verb]}", hedged(text_of(doc), span.start, span.end))


def _states(doc: Doc, taken: Callable[[int, int], bool]) -> Iterator[Figure]:
    """'12 dead', '41 others wounded', where the word behind the number is no adjective of a noun."""
    for match in _STATE.finditer(text_of(doc)):
        amount = number(match["number"])
        if not amount or _YEAR.fullmatch(match["number"]) or taken(*match.span()):
            continue
        found, state = (doc.char_span(*match.span(name), alignment_mode="expand") for name in ("number", "state"))
        if found is None or state is None or (state.root.dep_ in ("amod", "compound") and state.root.head.i > state.root.i):
            continue
        at = Span(*match.span())
        yield Figure(at, amount, "people", found.root.i, f"People {match['state'].lower()}", hedged(text_of(doc), at.start, at.end))


def _noun(token: Token) -> Token | None:
    """The toll of 'a toll of 87', 'the toll rose to 87', 'the toll was 87'."""
    above = token.head.head if token.dep_ == "pobj" else token.head
    near = [above, *(c for c in above.children if c.dep_ in ("nsubj", "dobj"))] if above.pos_ in ("VERB", "AUX") else [above]
    return next((t for t in near if t.lower_ in _TOLLS or t.lemma_.lower() in _TOLLS), None)
