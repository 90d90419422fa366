"""A text as a reader's eye takes it: without what is only its print."""

import re
from typing import Final

from kg.extraction.layout.capitals import recased
from kg.extraction.layout.wrapped import unwrapped

_MARKED: Final = re.compile(r"(?m)^[ \t]*[>#][ \t>#]*(?= )|\*\*|__")
"""Marks of mail and of Markdown: quoted lines, headings, bold words."""
_BLANK: Final = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def plain(text: str) -> str:
    """The text, equally long, in whole paragraphs and usual capitals, with plain blanks for other ones and for marks of Markdown.

    Two single quotation marks are one of a typographer. Offsets in it are offsets in the text.
    """
    text = _MARKED.sub(lambda mark: " " * len(mark.group()), _BLANK.sub(" ", text))
    return recased(unwrapped(_typed(text)))


def _typed(text: str) -> str:
    """The text with a typographer's mark for each two single ones: "''so it is''", "` ` so it is ' '"."""
    if "` `" in text:
        text = _APART.sub(lambda mark: " “ " if "`" in mark.group() else " ” ", text)
    return _CLOSED.sub("” ", _OPENED.sub(" “", text))


_APART: Final = re.compile(r"` `|' '")
_OPENED: Final = re.compile(r"(?<![\w.,!?…;:)’'`])(?:''|``)(?=[^\s'])")
_CLOSED: Final = re.compile(r"''(?!')")
