"""Lines above a story that tell who wrote it and when it was put out: 'By Ada Brook, Harbour Post', 'Updated 9:30 a.m. EST'."""

import re
from typing import Final

from kg.model import Span

_NAME: Final = r"[A-ZÀ-Ý][\w'’.-]*"
_LINE: Final = re.compile(
    rf"(?m)^[^\S\n]*(?:(?:By|BY|by|Written by|Story by|Text by|From)[ :]+{_NAME}(?:,? (?:and |in |of |for |the )?{_NAME}){{1,9}}"
    r"|(?:Published|Updated|Posted|First published|Last updated|Last modified|PUBLISHED|UPDATED)\b[^\n]{0,80})[^\S\n]*$"
)
_TOP: Final = 800
"""Code points at the beginning of a text that such lines are sought in."""


def bylines(text: str) -> tuple[Span, ...]:
    r"""Such lines near the top, in text order; a sentence is none.

    >>> [text[s.start : s.end] for text in ["Mill opens\nBy Ada Brook\nThe mill opened."] for s in bylines(text)]
    ['By Ada Brook']
    """
    return tuple(Span(*m.span()) for m in _LINE.finditer(text[:_TOP]) if not m.group().endswith("."))
