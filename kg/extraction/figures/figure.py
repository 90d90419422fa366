"""A figure as it is found, before it is known what it is of."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: number, unit, the span that says it, the token that heads the counted phrase."""

    span: Span
    value: Decimal
    unit: str
    head: int
    measure: str
    hedge: str = ""
    """What makes the number a bound or a guess: 'at least', 'nearly'; empty where it is told as exact."""


def hedged(text: str, start: int, end: int) -> str:
    """The words just before a number that make it a bound or a guess; those behind it ('or more') in that form."""
    before, behind = _BEFORE.search(text, max(0, start - 24), start), _BEHIND.match(text, end)
    return " ".join(before[1].lower().split()) if before else _AS[behind[1].lower()] if behind else ""


_BEFORE: Final = re.compile(
    r"\b(at (?:least|most)|up to|(?:no |not )?(?:more|fewer|less) than|(?:just |well )?(?:over|under)|nearly|almost|about|around|roughly"
    r"|approximately|some|close to|an estimated|as (?:many|much) as|barely|a maximum of|a minimum of)\s+(?:the |a )?$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"\s+or (more|so|less|fewer)\b", re.IGNORECASE)
_AS: Final = {"more": "at least", "so": "about", "less": "at most", "fewer": "at most"}
"""What the words behind a number say, as they are said before one."""
