"""Where mentions lie among the pieces of an article: what the relation head is told of a pair of entities."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.extraction.trained.pieces import Pieces

Numbers = NDArray[np.int64]
AROUND = 6
"""Pieces before and after a pair that the model looks at."""
REACH = 80
"""Mentions further apart than this many others are no pair: time stays linear in the length of the text."""
MENTION_PAIRS = 3
"""At most this many pairs of mentions speak for a pair of things."""


def piece_spans(pieces: Pieces, starts: Sequence[int], ends: Sequence[int]) -> tuple[Numbers, Numbers]:
    """First and last piece (inclusive) of each code point span."""
    first = np.searchsorted(pieces.ends, np.asarray(starts), side="right")
    last = np.searchsorted(pieces.starts, np.asarray(ends), side="left") - 1
    top = max(len(pieces.ids) - 1, 0)
    first = np.clip(first, 0, top)
    return first.astype(np.int64), np.clip(np.maximum(last, first), 0, top).astype(np.int64)


def closest(first: Numbers, last: Numbers, owner: Numbers, sentence: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs of things, and for each the pairs of mentions that may speak of it.

    Mentions are in text order with one `owner` each. Returns the pairs of things (pairs, 2), in both directions; the pairs of mentions
    (rows, 2), sorted by pair of things and then by distance; and which pair of things each row is of (rows,). The closest mentions of
    two things always count, two more where they stand in the same or the next sentence; mentions more than `REACH` apart never.
    """
    count = len(first)
    a = np.repeat(np.arange(count), REACH)
    b = a + np.tile(np.arange(1, REACH + 1), count)
    a, b = a[b < count], b[b < count]
    a, b = a[owner[a] != owner[b]], b[owner[a] != owner[b]]
    distance = np.maximum(first[b] - last[a], 0)
    a, b, distance = np.concatenate([a, b]), np.concatenate([b, a]), np.tile(distance, 2)
    key = owner[a] * (int(owner.max(initial=0)) + 1) + owner[b]
    order = np.lexsort((b, a, distance, key))
    a, b, key = a[order], b[order], key[order]
    opens = np.ones(len(key), dtype=bool)
    opens[1:] = key[1:] != key[:-1]
    group = np.cumsum(opens) - 1
    rank = np.arange(len(key)) - np.flatnonzero(opens)[group] if len(key) else group
    kept = (rank == 0) | ((rank < MENTION_PAIRS) & (np.abs(sentence[first[a]] - sentence[first[b]]) <= 1))
    ends = np.stack([owner[a[opens]], owner[b[opens]]], 1)
    return ends.astype(np.int64), np.stack([a, b], 1)[kept].astype(np.int64), group[kept].astype(np.int64)


def contexts(first: Numbers, last: Numbers, pairs: Numbers, count: int) -> Numbers:
    """Piece ranges `[begin, end)` before, between and after each pair of mentions; shape (pairs, 3, 2)."""
    low = np.minimum(first[pairs[:, 0]], first[pairs[:, 1]])
    high = np.maximum(last[pairs[:, 0]], last[pairs[:, 1]]) + 1
    inner = np.minimum(last[pairs[:, 0]], last[pairs[:, 1]]) + 1
    outer = np.maximum(np.maximum(first[pairs[:, 0]], first[pairs[:, 1]]), inner)
    before, after = np.maximum(low - AROUND, 0), np.minimum(high + AROUND, count)
    return np.stack([np.stack([before, low], 1), np.stack([inner, outer], 1), np.stack([high, after], 1)], 1).astype(np.int64)


def crossings(first: Numbers, pairs: Numbers, sentence: Numbers) -> Numbers:
    """Bucket, 0 to 7, of how many sentence ends lie between two mentions (0, 1, 2, more) and which comes first."""
    a, b = first[pairs[:, 0]], first[pairs[:, 1]]
    buckets: Numbers = np.minimum(np.abs(sentence[a] - sentence[b]), 3) + np.where(a <= b, 0, 4)
    return buckets


def sentence_numbers(pieces: Pieces) -> Numbers:
    """Number of the sentence that each piece lies in, by the shapes that open sentences."""
    opens = np.zeros(len(pieces.ids), dtype=np.int64)
    if len(pieces.first):
        opens[pieces.first] = pieces.shapes[pieces.first] >= 10
    return np.cumsum(opens)
