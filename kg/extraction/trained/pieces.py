"""An article's text as the word pieces that the reader model sees, each with the shape of its word.

Needs the `tokenizers` library and numpy only, so that training and reading share it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

SHAPES: Final = 22
"""Number of word shapes: ten, twice (at the start of a sentence or not), and two to spare."""

OPENS: Final = 10
"""What is added to the shape of a word that opens a sentence."""

WINDOW: Final = 382
"""Pieces that the model sees at once, without [CLS] and [SEP]."""

OVERLAP: Final = 64

CLS: Final = 101
SEP: Final = 102
EDGE_SHAPE: Final = 20
"""The shape of both."""

_SENTENCE_END: Final = re.compile(r"[.!?:][\"”’')\]]*$")
_BREAK: Final = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one text; all arrays have one row a piece, `words` one a word."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    """Code points before the piece."""
    ends: NDArray[np.int64]
    shapes: NDArray[np.int64]
    word: NDArray[np.int64]
    """Number of the word that the piece belongs to."""
    first: NDArray[np.int64]
    """One row a word: its first piece."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `[begin, end)` seen together, of which this window owns `[own_begin, own_end)`."""

    begin: int
    end: int
    own_begin: int
    own_end: int


def shape(word: str) -> int:
    """Class of a word's letters, 0 to 9.

    0 lower, 1 Title, 2 UPPER, 3 one capital, 4 mixed, 5 digits, 6 digits and letters, 7 punctuation, 8 symbol, 9 other.

    >>> [shape(w) for w in ["said", "Baku", "EPAM", "A", "iPhone", "2026", "6th", ",", "$"]]
    [0, 1, 2, 3, 4, 5, 6, 7, 8]
    """
    if word.isdigit():
        return 5
    if word.isalpha():
        if word.islower():
            return 0
        if word.isupper():
            return 3 if len(word) == 1 else 2
        return 1 if word[0].isupper() and word[1:].islower() else 4
    if any(c.isdigit() for c in word):
        return 6
    if word in ".,;:!?'\"()[]-–—’‘“”/":
        return 7
    return 8 if word in "$€£%&+=#@¥" else 9


def pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """The text's word pieces in text order, without special ones."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    word = np.array([-1 if w is None else w for w in encoding.word_ids], dtype=np.int64)
    change = np.ones(len(word), dtype=bool)
    change[1:] = word[1:] != word[:-1]
    first = np.flatnonzero(change)
    number = np.cumsum(change) - 1 if len(word) else word
    starts, ends = offsets[:, 0], offsets[:, 1]
    kinds = _shapes(text, starts[first], ends[np.append(first[1:], len(word)) - 1]) if len(word) else np.zeros(0, dtype=np.int64)
    return Pieces(np.array(encoding.ids, dtype=np.int64), starts, ends, kinds[number], number, first)


def _shapes(text: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    kinds, previous_end, previous = [], 0, "."
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        opens = bool(_SENTENCE_END.search(previous)) or bool(_BREAK.search(text, previous_end, start))
        kinds.append(shape(text[start:end]) + OPENS * opens)
        if not (opens and text[start:end] in "\"“‘'("):
            previous = text[start:end]
        previous_end = end
    return np.array(kinds, dtype=np.int64)


def windows(count: int, *, size: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """Windows of equal length over `count` pieces, as few as `size` allows; every piece is owned by exactly one, far from its edges.

    >>> windows(10, size=6, overlap=2)
    [Window(begin=0, end=6, own_begin=0, own_end=5), Window(begin=4, end=10, own_begin=5, own_end=10)]
    """
    if count <= size:
        return [Window(0, count, 0, count)]
    number = -(-(count - overlap) // (size - overlap))
    length = -(-(count + overlap * (number - 1)) // number)
    begins = [(count - length) * i // (number - 1) for i in range(number)]
    edges = [0, *((a + length + b) // 2 for a, b in pairwise(begins)), count]
    return [Window(b, b + length, edges[i], edges[i + 1]) for i, b in enumerate(begins)]


def padded(
    ids: NDArray[np.int64], shapes: NDArray[np.int64], spots: Sequence[Window]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Ids, shapes and presence (1 or 0) of the windows, each (windows, pieces) with [CLS] and [SEP], zeros after the shorter ones."""
    length = max(w.end - w.begin for w in spots) + 2
    fed, kinds, present = (np.zeros((len(spots), length), dtype=np.int64) for _ in range(3))
    for row, w in enumerate(spots):
        size = w.end - w.begin
        fed[row, 0], fed[row, size + 1] = CLS, SEP
        fed[row, 1 : size + 1], kinds[row, 1 : size + 1] = ids[w.begin : w.end], shapes[w.begin : w.end]
        kinds[row, 0] = kinds[row, size + 1] = EDGE_SHAPE
        present[row, : size + 2] = 1
    return fed, kinds, present
