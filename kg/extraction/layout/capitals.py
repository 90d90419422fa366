"""Headlines and first words in capitals, as the rest of the text writes their words: 'THE MILL IN WESTHAVEN opened on Monday'."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import islice, pairwise
from typing import Final

from kg.extraction.dates.calendar_words import DAYS, MONTHS
from kg.extraction.layout.dateline import dateline

Ways = Mapping[tuple[str, str, str], str]
"""(word before or '', word in small letters, word after or '') to the way in which the text writes the word there."""
_LETTERS: Final = r"[^\W\d_]"
_WORD: Final = re.compile(rf"{_LETTERS}+(?:['’-]{_LETTERS}+)*")
_PART: Final = re.compile(r"[\w.]+")
_HEADLINE: Final = re.compile(r"(?m)^[^\na-zà-ÿ]*$")
_LEAD: Final = re.compile(rf"(?m)^[ \t]*(?:[A-ZÀ-Ý][A-ZÀ-Ý'’.\-]*,?[ \t]+(?:[–—-][ \t]+)?){{2,12}}(?={_LETTERS}*[a-zà-ÿ])")
"""Words in capitals at the beginning of a paragraph, before one that is not."""


_DATES: Final = "".join(f"on {name.capitalize()}, " for name in (*MONTHS, *DAYS)) + "\n"
"""What is written with a capital in any text."""


def recased(text: str) -> str:
    r"""The text, equally long, with headlines and first words that are in capitals written as elsewhere in it; a dateline stays.

    >>> recased("MILL OPENS IN WESTHAVEN\n\nTHE OLD mill in Westhaven opened. It is old.")
    'Mill opens in Westhaven\n\nThe old mill in Westhaven opened. It is old.'
    """
    line = dateline(text)
    capitals = sorted(
        m.span()
        for pattern in (_HEADLINE, _LEAD)
        for m in pattern.finditer(text)
        if len(_PART.findall(m.group())) > 1 and not (line and m.start() < line.end and line.start < m.end())
    )
    if not capitals:
        return text
    edges = [0, *(at for span in capitals for at in span), len(text)]
    parts = [text[a:b] for a, b in pairwise(edges)]
    ways = _ways(_DATES + "".join(parts[::2]))
    for i in range(1, len(parts), 2):
        if _is_known(parts[i], ways):
            parts[i] = _small(parts[i], parts[i + 1][:80], ways)
    return "".join(parts)


def _is_known(line: str, ways: Ways) -> bool:
    """Whether the rest of the text writes a word of the line in another way."""
    return any(ways.get(("", word.lower(), ""), word) != word for word in _WORD.findall(line))


def _ways(text: str) -> Ways:
    """How the text writes each word within its sentences, before each word and after each: the way that it uses most."""
    counted: dict[tuple[str, str, str], Counter[str]] = {}
    found = list(_WORD.finditer(text))
    for i, word in enumerate(found):
        before = found[i - 1].group().lower() if i and len(text[found[i - 1].end() : word.start()]) < 3 else ""
        after = found[i + 1].group().lower() if i + 1 < len(found) and found[i + 1].start() - word.end() < 3 else ""
        within = re.search(r"[\w,;’'] $", text[max(0, word.start() - 2) : word.start()])
        for around in (("", ""), (before, ""), ("", after)):
            counted.setdefault((around[0], word.group().lower(), around[1]), Counter())[word.group()] += 10 if within else 1
    return {word: min(ways, key=lambda way: (-ways[way], way)) for word, ways in counted.items()}


def _small(line: str, following: str, ways: Ways) -> str:
    """The words of the line as they are written elsewhere, beside the same word if they are; others small but for the first."""
    said = [word.group().lower() for word in _WORD.finditer(line)]
    said = ["", *said, *(word.group().lower() for word in islice(_WORD.finditer(following), 1)), ""]
    number = 0

    def written(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        word, (before, low, after) = found.group(), said[number - 1 : number + 2]
        keys = (("", low, after), (before, low, ""), ("", low, ""))
        way = next((ways[k] for k in keys if k in ways), word if _SHORT.fullmatch(word) else low)
        way = way[:1].upper() + way[1:] if number == 1 else way
        return way if len(way) == len(word) else word

    return _WORD.sub(written, line)


_SHORT: Final = re.compile(r"[A-Z]|[BCDFGHJKLMNPQRSTVWXZ]+|UN|US|UK|EU|UAE|NATO")
"""What stays in capitals although the text has it nowhere else."""
