"""Where mentions lie among the pieces of an article: what the relation head is told of a pair of entities."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.extraction.heads import crossing
from kg.extraction.pieces import Pieces

Numbers = NDArray[np.int64]
AROUND = 6
"""Pieces before and after a pair that the model looks at."""


def piece_spans(pieces: Pieces, starts: Sequence[int], ends: Sequence[int]) -> tuple[Numbers, Numbers]:
    """First and last piece (inclusive) of each code point span."""
    first = np.searchsorted(pieces.ends, np.asarray(starts), side="right")
    last = np.searchsorted(pieces.starts, np.asarray(ends), side="left") - 1
    top = max(len(pieces.ids) - 1, 0)
    first = np.clip(first, 0, top)
    return first.astype(np.int64), np.clip(np.maximum(last, first), 0, top).astype(np.int64)


def nearest(first: Numbers, last: Numbers, subject: Sequence[int], object_: Sequence[int]) -> tuple[int, int]:
    """The pair of mentions of two entities with the fewest pieces between; the earliest on a tie."""
    a, b = np.asarray(subject), np.asarray(object_)
    distance = np.maximum(first[b][None, :] - last[a][:, None], first[a][:, None] - last[b][None, :])
    i, j = np.unravel_index(int(np.argmin(np.maximum(distance, 0))), distance.shape)
    return int(a[i]), int(b[j])


def contexts(first: Numbers, last: Numbers, pairs: Numbers, count: int) -> Numbers:
    """Piece ranges `[begin, end)` before, between and after each pair of mentions; shape (pairs, 3, 2)."""
    low = np.minimum(first[pairs[:, 0]], first[pairs[:, 1]])
    high = np.maximum(last[pairs[:, 0]], last[pairs[:, 1]]) + 1
    inner = np.minimum(last[pairs[:, 0]], last[pairs[:, 1]]) + 1
    outer = np.maximum(np.maximum(first[pairs[:, 0]], first[pairs[:, 1]]), inner)
    before, after = np.maximum(low - AROUND, 0), np.minimum(high + AROUND, count)
    return np.stack([np.stack([before, low], 1), np.stack([inner, outer], 1), np.stack([high, after], 1)], 1).astype(np.int64)


def crossings(first: Numbers, pairs: Numbers, sentence: Numbers) -> Numbers:
    """Bucket of sentence distance and order, one a pair; `sentence` numbers the sentence of each piece."""
    a, b = first[pairs[:, 0]], first[pairs[:, 1]]
    return np.array([crossing(abs(int(sentence[x] - sentence[y])), bool(x <= y)) for x, y in zip(a, b, strict=True)], dtype=np.int64)


def sentence_numbers(pieces: Pieces) -> Numbers:
    """Number of the sentence that each piece lies in, by the shapes that open sentences."""
    opens = np.zeros(len(pieces.ids), dtype=np.int64)
    if len(pieces.first):
        opens[pieces.first] = pieces.shapes[pieces.first] >= 10
    return np.cumsum(opens)
