"""Texts whose lines were broken to a width, as mail and pdftotext print them: there a line break is no end of a sentence."""

import re
from itertools import pairwise
from typing import Final

_LINE: Final = re.compile(r"[^\n]*\n?")
_WIDEST: Final = 130
"""Code points of the longest line that another follows, in a text that is broken to a width."""
_SLACK: Final = 0.85
"""Share of the width that a broken line fills at least, with the word that did not fit any more."""
_GOES_ON: Final = re.compile(r"[a-z(]")
_ITEM: Final = re.compile(r"\s*(?:[-–—*•·]|\(?\w{1,2}[.)])\s")


def unwrapped(text: str) -> str:
    r"""The text, equally long, with a blank for each break inside a paragraph; the text itself where its lines are paragraphs.

    >>> unwrapped("Ada Brook said that the mill\nwould open on the third of\nMarch, if the weather was\nfine.\n\nIt did.")
    'Ada Brook said that the mill would open on the third of March, if the weather was fine.\n\nIt did.'
    """
    lines = [m.group() for m in _LINE.finditer(text)]
    bare = [line.strip() for line in lines]
    width = max((len(a) for a, b in pairwise(bare) if a and b), default=0)
    if width > _WIDEST or not _is_wrapped(bare):
        return text
    return "".join(
        _joined(line) if _breaks(bare[i], bare[i + 1 : i + 2], width) and line.endswith("\n") else line for i, line in enumerate(lines)
    )


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines break sentences: of those that another follows, a third goes on with a small letter."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    going = sum(1 for a, b in pairs if _GOES_ON.match(b) and a[-1] not in ".!?:")
    return going > 1 and 3 * going >= len(pairs)


def _breaks(line: str, following: list[str], width: int) -> bool:
    """Whether the sentence, or the next one of the paragraph, goes on behind the line: the next word did not fit on it."""
    after = following[0] if following else ""
    if not line or not after or _ITEM.match(after):
        return False
    return bool(_GOES_ON.match(after) and line[-1] not in ".!?") or len(line) + 1 + len(after.split()[0]) > _SLACK * width


def _joined(line: str) -> str:
    return line[:-2] + "  " if line.endswith("\r\n") else line[:-1] + " "
