"""Two ways of writing one name: 'the U.S. Senate' and 'the United States Senate', and which name is short for which.

What may stand for what was counted on 486 annotated articles: a last word stands for a person (322 of 329 times), a product (37 of 42) or a
body called after a noun (28 of 33), a first word for a person (29 of 32); first words stand for a body unless what follows names a part.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from kg.extraction.gazetteer import gazetteer, key, short_state, undotted
from kg.extraction.mentions.naming import bare, name_key
from kg.extraction.wordlist import words


@dataclass(frozen=True, slots=True)
class Form:
    """A name as it is compared with others."""

    name: str
    kind: str
    words: tuple[str, ...]
    """What tells it apart: without case, article, 'Inc.', plural; states and the United Nations under one name."""
    same: str
    """Equal for two ways of writing one name."""

    @property
    def letters(self) -> str:
        """The letters of an acronym; empty where the name is none."""
        letters = undotted(self.name)
        return letters if letters.isupper() and len(letters) >= 2 and " " not in letters else ""


_ARTICLE: Final = re.compile(r"^([ae][ls]|ad|an|ar|ash|at|az|ul)-")
"""'Al-Kutobi' is also Kutobi, and 'Al Kutobi'."""
_OF_EUROPE: Final = words("commission council court parliament")
_LEGAL: Final = words("inc corp ltd llc plc co sa ag corporation")


def form(name: str, kind: str) -> Form:
    """The name's form.

    >>> form("the U.S. Senate", "Organization").words, form("787s", "Product").words
    (('us', 'senate'), ('787',))
    """
    parts = key(bare(name)).replace("&", "and").replace(",", " ").split()
    parts = [w for n, w in enumerate(parts) if w != "the" or not n]
    for long, short in ((["united", "states"], "us"), (["united", "nations"], "un")):
        if parts[:2] == long and len(parts) > 2:
            parts[:2] = [short]
    if kind == "Person":
        parts = [w for part in parts for w in _ARTICLE.sub(r"\1 ", part).split()]
    if parts[:1] == ["eu"] and parts[1:] and parts[1] in _OF_EUROPE:
        parts[0] = "european"
    if kind == "Organization":
        while len(parts) > 1 and parts[-1] in _LEGAL:
            parts.pop()
        parts = _office_of_state(parts)
    if kind in ("Organization", "Product"):
        parts = [w[:-1] if len(w) > 2 and re.search(r"[^s]s$", w) else w for w in parts]
    state = short_state(bare(name)) if kind == "Place" else None  # "Wyo." is Wyoming
    whole = f"territory {state.code}" if state else name_key(name)
    turned = sorted(parts) if kind == "Event" and len(parts) > 2 else parts
    return Form(bare(name), kind, tuple(parts), whole if whole.startswith("territory ") else " ".join(turned))


def _office_of_state(parts: list[str]) -> list[str]:
    """'georgian interior ministry' and 'ministry of interior of georgia' in one order, the state by its code; other names as they are."""
    noun = next((n for n, w in enumerate(parts) if w in _OFFICES), -1)
    if noun < 0 or len(parts) == 1:
        return parts
    state = ""
    for size in (4, 3, 2, 1):
        if len(parts) > size + 1 and parts[-size - 1] == "of" and (found := gazetteer().territory(" ".join(parts[-size:]))):
            parts, state = parts[: -size - 1], found.code
        elif len(parts) > size and noun >= size and (found := gazetteer().territory(" ".join(parts[:size]))):
            parts, state = parts[size:], found.code
        if state:
            break
    if len(parts) > 2 and parts[0] in _OFFICES and parts[1] in ("of", "for"):
        parts = [*parts[2:], parts[0]]
    parts = [w.replace("defense", "defence") for w in parts if w != "affairs"]
    return [state, *parts] if state else parts


_OFFICES: Final = words("ministry department parliament senate government army navy")


def short_for(short: Form, long: Form, heads: Collection[str]) -> bool:
    """Whether the one can stand for the other, fuller name: a surname, an acronym, the first or last words; `heads` are nouns of bodies."""
    a, b = short.words, long.words
    if not a or len(a) >= len(b):
        return False
    last = a == b[-len(a) :]
    if short.kind == "Person":
        return last or (len(a) > 1 and a[0] == b[0] and a[-1] == b[-1]) or (b[-1] in _JUNIOR and a == b[-1 - len(a) : -1])
    if short.kind == "Organization":
        part = len(a) == 1 and a[0] in heads and b[1] not in ("of", "for")  # "Senate Democrats" are part of the Senate
        begins = a == b[: len(a)] and not part and not _UNITS & set(b[len(a) :])
        of = b.index("of") if "of" in b and gazetteer().territory(" ".join(b[b.index("of") + 1 :])) else len(b)
        last = last or a == b[max(0, of - len(a)) : of]  # "the Green Party" of "the Democratic Green Party of Norland"
        return (
            (bool(short.letters) and short.letters in acronyms(long.name))
            or begins
            or (last and (len(a) >= 2 or a[0] in heads or len(a[0]) > 4))
        )
    if short.kind == "Place":
        return a == b[: len(a)] and " ".join(b[len(a) :]) in _LANDFORMS
    if short.kind in ("Product", "Event"):
        return last and (short.kind == "Product" or len(a) == 1)
    return last and (len(a) >= 2 or a[0] in heads)


_JUNIOR: Final = words("jr sr ii iii")
_LANDFORMS: Final = words("strip ocean peninsula desert") | {"refugee camp"}
_UNITS: Final = words(
    "airplane assembly board commission commissioner committee corp council desk force fund initiative mission office panel program",
    "programme service subcommittee unit wing foundation museum trust in for",
)
"""Words, without plural, of the names of a part of a body, or of another body."""


def acronyms(name: str) -> tuple[str, str]:
    """The first letters of the name, of its capitalised words and of all.

    >>> acronyms("the Islamic State of Iraq and the Levant")
    ('ISIL', 'ISOIATL')
    """
    parts = bare(name).replace("-", " ").split()
    return "".join(w[0] for w in parts if w[0].isupper()), "".join(w[0].upper() for w in parts)


def dotted(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the letters with dots begin and end of which the span is a part; none if it is no part of such.

    >>> dotted("E.U. leaders", 2, 4), dotted("E. Brook", 0, 2)
    ((0, 4), None)
    """
    around = _DOTTED.finditer(text, max(0, start - _LONGEST), min(len(text), end + _LONGEST))
    whole = next((m for m in around if m.start() <= start and end <= m.end()), None) if end - start <= _LONGEST else None
    return whole.span() if whole and whole.span() != (start, end) else None


_LONGEST: Final = 8
"""Code points."""
_DOTTED: Final = re.compile(r"\b(?:[A-Z]\.){2,4}(?![A-Za-z])")
