"""How many voted for and against: '58-41', 'by 58 votes to 41', '74 yeas and 25 nays', '220 in favour and 210 against'."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.figures.figure import Figure
from kg.extraction.texts import text_of
from kg.extraction.wordlist import words
from kg.model import Span

_FOR: Final = r"(?: votes?| yeas| ayes)?(?: in favou?r| for)?"
_AGAINST: Final = r"(?: votes?| nays| noes)?(?: against)?"
_BALLOT: Final = re.compile(rf"(?<![\w.,$€£-])(\d{{1,3}}){_FOR}(?P<between> ?[-–] ?|,? to |,? and )(\d{{1,3}})(?![\w%-]|[.,]\d){_AGAINST}")
_SAID: Final = re.compile(r" votes?\b| yeas| ayes| nays| noes| in favou?r| against")
_VOTING: Final = words("vote pass approve adopt reject ratify confirm clear endorse uphold acquit impeach advance defeat fail")
_FOR_VOTES, _AGAINST_VOTES = "Votes for", "Votes against"
_BOTH_WAYS: Final = words("vote pass approve adopt reject ratify confirm impeach acquit")
"""Of these verbs no sport tells: 'approved it 58-41'."""


def ballots(doc: Doc) -> Iterator[Figure]:
    """Two figures for each vote that is told, those for and those against."""
    for match in _BALLOT.finditer(text_of(doc)):
        found = doc.char_span(*match.span(1), alignment_mode="expand")
        if found is None:
            continue
        verb = _voting(found.root)
        said = _SAID.search(match[0]) or text_of(doc)[: match.start()].endswith(("a vote of ", "vote was ", "voted "))
        if verb is None or not (said or (verb.lemma_.lower() in _BOTH_WAYS and match["between"].strip() in ("-", "–", "to"))):
            continue
        for group, measure in ((1, _FOR_VOTES), (3, _AGAINST_VOTES)):
            yield Figure(Span(*match.span(group)), Decimal(match[group]), "votes", found.root.i, measure)


def voted_on(figure: Figure, head: Token) -> list[Token]:
    """What may have been voted on, the ends of the verb of the vote; none for other figures."""
    verb = _voting(head)
    if verb is None or figure.measure not in (_FOR_VOTES, _AGAINST_VOTES):
        return []
    each = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "advcl"))]
    ends = [c for v in each for c in v.children if c.dep_ in ("dobj", "nsubjpass", "nsubj")]
    return [*ends, verb.head] if verb.dep_ == "acl" else ends


def _voting(token: Token) -> Token | None:
    """The verb of the vote that the token stands under; none where no vote is told."""
    return next((t for t in (token, *token.ancestors) if t.lemma_.lower() in _VOTING), None)
