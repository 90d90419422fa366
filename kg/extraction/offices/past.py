"""Whether an office is over or to come: 'former', 'until recently', 'has resigned', 'was ousted', 'served as'; 'future', '-elect'."""

import re
from collections.abc import Iterable
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.clauses import earlier
from kg.extraction.commitment.modality import modality, no_longer
from kg.extraction.offices.beside import LEAVING
from kg.extraction.offices.titles import PAST
from kg.extraction.scene import Scene
from kg.extraction.texts import text_of


def former(doc: Doc, begin: int) -> bool:
    """'former' before the body or country of the title, or before other words that describe it: 'former presidential candidate'."""
    at = begin
    if at > 1 and doc[at - 1].text == "-" and doc[at - 2].lower_ in PAST:  # "then-President"
        return True
    if _UNTIL.search(doc[max(0, begin - 4) : begin].text):
        return True
    while at > max(0, begin - 5) and _describes(doc[at - 1]) and not doc[at].is_sent_start:
        at -= 1
        if doc[at].lower_ in PAST:
            return True
    return False


_UNTIL: Final = re.compile(r"(?:until recently|, then)(?: (?:the|an?))?$", re.IGNORECASE)


def _describes(token: Token) -> bool:
    return token.pos_ in ("ADJ", "PROPN", "NOUN") or token.lower_ in PAST  # the parse has "retired" for a verb


def left(scene: Scene, holders: Iterable[tuple[str, int]]) -> bool:
    """'President Ada Byron has resigned'."""
    spans = (scene.starts.get(at, ("", at + 1)) for _, at in holders)
    heads = [scene.doc[stop - 1] for _, stop in spans]
    return any(h.dep_ == "nsubj" and _lemma(h.head) in LEAVING and modality(h.head) == "Actual" and h.head.tag_ != "VBG" for h in heads)


def removed(head: Token) -> bool:
    """'They ousted the president, Ada Byron', 'the dismissal of the director'."""
    if head.dep_ in ("dobj", "nsubjpass"):
        return head.head.lemma_ in _OUSTING and modality(head.head) == "Actual"
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in _REMOVAL


_OUSTING: Final = frozenset(["oust", "sack", "fire", "dismiss", "depose", "topple", "overthrow", "remove", "unseat"])
_REMOVAL: Final = frozenset(["dismissal", "ouster", "ousting", "sacking", "firing", "overthrow", "resignation"])


def _lemma(verb: Token) -> str:
    return " ".join([verb.lemma_, *(c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ in ("down", "aside"))])


def served(head: Token) -> bool:
    """'served as', 'worked as': no longer so."""
    verb = head.head.head
    return verb.tag_ in ("VBD", "VBN") or earlier(verb)


def was(verb: Token) -> bool:
    """'had been', 'previously was', 'was … until 2010', 'before joining Acme, she was', 'is no longer'."""
    said = {child.lower_ for child in verb.children}
    then = verb.dep_ == "advcl" and not said.isdisjoint(_WHILE)
    ended = any(c.dep_ == "advcl" and any(w.lower_ == "until" for w in c.children) for c in verb.children)  # "until she resigned"
    return no_longer(verb) or (verb.tag_ in ("VBD", "VBN") and (then or ended or not said.isdisjoint(_BEFORE)))


def spell(doc: Doc, end: int) -> bool:
    """'From 2010 to 2016' soon after the title."""
    return _SPELL.match(text_of(doc), doc[end - 1].idx) is not None


_SPELL: Final = re.compile(
    r"(?:(?! who )[^.;!?,\n]){0,60}?,? \b(?:from|between) (?:\w+ )?(?:19|20)\d\d (?:to|until|till|through|and|-|–) (?:\w+ )?"
    r"(?:19|20)\d\d"
)


_WHILE: Final = frozenset(["while", "when", "whilst"])
"""'Paid while she was a minister': she is none any more."""
_BEFORE: Final = frozenset(["had", "prior", "before", "previously", "formerly", "until", "once", "recently"])


def elect(doc: Doc, begin: int, end: int) -> int:
    """Where a title ends that somebody has yet to take up, at 'president-elect' or 'future president'; 0 where it is no such title."""
    if [token.lower_ for token in doc[end : end + 2]] in (["-", "elect"], ["-", "designate"]):
        return end + 2
    return end if begin > 0 and doc[begin - 1].lower_ in ("future", "incoming") else 0
