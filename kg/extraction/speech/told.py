"""The words that a reporting verb or noun gives as somebody's: its clause, what it calls something, what it stresses."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Token

from kg.model import Span

_JUDGEMENTS: Final = (("call", "oprd"), ("describe", "as"), ("accuse", "of"))
"""Verb, and how that hangs on it which it says of its object."""
_HEARERS: Final = ("dobj", "dative", "npadvmod", "tmod")
_OCCASIONS: Final = ("in", "on", "at", "during", "via")
_NOMINAL: Final = (*_HEARERS, "prep", "pobj", "compound", "appos")
_LEAST: Final = 4
"""Words of what somebody stresses: 'stressed it' says nothing."""


def told(verb: Token, *, names_topic: bool) -> Iterator[Span]:
    """What the verb gives as said: its clause, the sentence that it is put into, a judgement, or its object if that names a topic."""
    clauses = _clauses(verb)
    if verb.dep_ == "parataxis" and not clauses:  # "too often, Ada Byron said, the debate is led by anger"
        yield between_marks(verb.head.subtree)
    for clause in clauses:
        opening = [t for part in verb.lefts if part.dep_ in ("advcl", "advmod", "prep") and _set_off(part, verb) for t in part.subtree]
        begin = next(t.i for t in clause.subtree if not t.is_punct or t == clause)
        aside = opening and begin > verb.i and verb.doc[begin - 1].text == ","
        yield between_marks([*opening, *clause.subtree]) if aside else _clause(clause, verb)
    if not clauses:
        yield from _of_object(verb, names_topic=names_topic)


def told_by_noun(noun: Token) -> Iterator[tuple[Token, Span]]:
    """(whose it may be, what) of 'Ada's claim that the bridge fell' and of 'a claim by Ada that …', in text order."""
    for clause in noun.rights:
        if clause.dep_ in ("acl", "ccomp", "relcl") and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
            before = [c for c in noun.lefts if c.dep_ in ("poss", "compound")]
            after = [p for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("by", "from") for p in c.children if p.dep_ == "pobj"]
            yield from ((owner, _clause(clause, noun)) for owner in [*before, *after])
            return


def between_marks(tokens: Iterable[Token]) -> Span:
    """From the first of the tokens to the last, blanks and punctuation at the edges left out."""
    kept = sorted(tokens, key=lambda t: t.i)
    while len(kept) > 1 and (kept[0].is_punct or kept[0].is_space):
        kept = kept[1:]
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].is_space):
        kept = kept[:-1]
    return Span(kept[0].idx, kept[-1].idx + len(kept[-1]))


def _clauses(verb: Token) -> list[Token]:
    """Those after the verb, else those before it: of 'should it fall, masons fear that …' the second."""
    own = [c for c in verb.children if c.dep_ == "ccomp"] or _put_off(verb)
    return [c for c in own if c.i > verb.i] or own


def _put_off(verb: Token) -> list[Token]:
    """The clause with 'that' which the parse hangs on a word after the verb: 'told a meeting of masons that it fell'."""
    mark = next((t for t in verb.subtree if t.i > verb.i and t.dep_ == "mark" and t.lower_ == "that"), None)
    if mark is None:
        return []
    way = [t for t in mark.head.ancestors if t.i > verb.i and verb.is_ancestor(t)]
    direct = not way or way[-1].dep_ in _HEARERS or (way[-1].dep_ == "prep" and way[-1].lower_ in _OCCASIONS)
    return [mark.head] if direct and all(t.dep_ in _NOMINAL for t in way) else []


def _of_object(verb: Token, *, names_topic: bool) -> Iterator[Span]:
    """What somebody calls something, describes it as or accuses it of ('called the bridge a ruin'), or what somebody stresses."""
    object_ = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if object_ is None:
        return
    for child in verb.rights:
        if child.i > object_.i and (verb.lemma_, child.lower_ if child.dep_ == "prep" else child.dep_) in _JUDGEMENTS:
            yield between_marks([*object_.subtree, *child.subtree])
            return
    if names_topic and len(list(object_.subtree)) >= _LEAST:
        yield between_marks(object_.subtree)


def _set_off(part: Token, verb: Token) -> bool:
    """Whether a comma and then the subject stand between the part and the verb."""
    after = part.right_edge.i + 1
    return after < verb.i and part.doc[after].text == ","


def _clause(clause: Token, verb: Token) -> Span:
    """The clause on its side of the verb, without 'that'."""
    tokens = [t for t in clause.subtree if t.i != verb.i and (t.i < verb.i) == (clause.i < verb.i)]
    while tokens and (tokens[0].is_punct or tokens[0].is_space or tokens[0].lower_ == "that"):
        tokens = tokens[1:]
    return between_marks(tokens or [clause])
