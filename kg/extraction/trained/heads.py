"""The heads of the reader model, computed with numpy: the same sums as `kg/training/heads.py`."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]

BLOCK: Final = 16
SWAY: Final = 4.0
"""Largest logarithm of a word's salience."""
REACH: Final = 50
"""How many earlier mentions are tried as antecedents."""
_GAPS: Final = np.array([1, 2, 3, 4, 6, 9, 15, 25, 40])
_KINDS: Final = {"name": 0, "nominal": 1, "pronoun": 2}


def kind_numbers(kinds: Sequence[str]) -> Numbers:
    """Kinds of mentions as the model counts them."""
    return np.array([_KINDS[k] for k in kinds], dtype=np.int64)


def gap(distance: Numbers) -> Numbers:
    """Bucket, 0 to 9, of how many mentions lie between two."""
    return np.searchsorted(_GAPS, distance, side="right").astype(np.int64)


def likeness(texts: Sequence[str], pairs: Numbers) -> Array:
    """What the texts of each pair share, (pairs, 4): all, the last word, the first word, one is the other's acronym.

    >>> likeness(["European Union", "EU"], np.array([[0, 1]])).tolist()
    [[0.0, 0.0, 0.0, 1.0]]
    """
    numbers: dict[str, int] = {}

    def column(strings: Iterable[str]) -> Numbers:
        return np.array([numbers.setdefault(s, len(numbers)) for s in strings], dtype=np.int64)

    split = [t.lower().split() or [""] for t in texts]
    initials = ["".join(w[0] for w in t.split() if w[0].isupper()) for t in texts]
    whole, last, first = column(" ".join(w) for w in split), column(w[-1] for w in split), column(w[0] for w in split)
    letters, heads = column(t.replace(".", "") if len(t) > 1 else " " + t for t in texts), column(initials)
    length = np.array([len(t) for t in texts], dtype=np.int64)
    a, b = pairs[:, 0], pairs[:, 1]
    acronym = np.where(length[a] < length[b], letters[a] == heads[b], letters[b] == heads[a])
    return np.stack([whole[a] == whole[b], last[a] == last[b], first[a] == first[b], acronym], 1).astype(np.float32)


def antecedent_pairs(count: int) -> Numbers:
    """(earlier, later) for each mention and the `REACH` before it; shape (pairs, 2)."""
    later, back = np.divmod(np.arange(count * REACH), REACH)
    earlier = later - REACH + back
    return np.stack([earlier, later], 1)[earlier >= 0].astype(np.int64)


class Heads:
    """Weights by the names that training gave them."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        self.weights = {k: v.astype(np.float32) for k, v in weights.items()}

    def _linear(self, name: str, x: Array) -> Array:
        result: Array = x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]
        return result

    def tags(self, words: Array) -> tuple[Array, Array, Array]:
        """Scores of the three layers of tags, one row a word."""
        return self._linear("names", words), self._linear("titles", words), self._linear("nominals", words)

    def spans(self, hidden: Array, first: Numbers, last: Numbers) -> Array:
        """One vector a mention, from its first piece, last piece (inclusive) and mean."""
        sums = running_sums(hidden)
        mean = ((sums[last + 1] - sums[first]) / (last + 1 - first)[:, None]).astype(np.float32)
        return np.tanh(self._linear("span", np.concatenate([hidden[first], hidden[last], mean], 1)))

    def classes(self, spans: Array) -> Array:
        """Scores of the classes, one row a mention."""
        return self._linear("classes", spans)

    def antecedents(self, spans: Array, kinds: Numbers, pairs: Numbers, gaps: Numbers, same: Array) -> Array:
        """Score of each pair (earlier, later); zero stands for no antecedent."""
        small = np.tanh(self._linear("coref_in", spans))
        a, b = small[pairs[:, 0]], small[pairs[:, 1]]
        kind = self.weights["kinds.weight"][kinds]
        features = np.concatenate([a, b, a * b, kind[pairs[:, 0]], kind[pairs[:, 1]], self.weights["gaps.weight"][gaps], same], 1)
        return self._linear("coref_out", np.maximum(self._linear("coref_mid", features), 0))[:, 0]

    def relations(
        self,
        hidden: Array,
        spans: Array,
        entities: Array,
        ends: Numbers,
        near: Numbers,
        ranges: Numbers,
        types: Numbers,
        crossings: Numbers,
    ) -> tuple[Array, Array]:
        """Scores of the properties (column 0 is the threshold) and a vector for `modality`, one row a pair of mentions.

        `ends` and `near` (rows, 2) number entities and mentions, `ranges` (rows, 3, 2) the pieces before, between and after them,
        `types` (rows, 2) classes, `crossings` (rows,). The same sums as in training, but the first layer is applied to entities,
        mentions and pieces once and not to every pair.
        """
        salience = np.exp(SWAY * np.tanh(self._linear("salience", hidden) / SWAY)).reshape(len(hidden), 3, -1)
        sides = []
        for column, name in enumerate(("subject", "object")):
            weight = self.weights[name + ".weight"].T
            span, width = spans.shape[1], hidden.shape[1]
            at = 2 * span
            total: Array = (entities @ weight[:span])[ends[:, column]] + (spans @ weight[span:at])[near[:, column]]
            for k in range(3):
                total += _range_means(hidden @ weight[at + k * width : at + (k + 1) * width], salience[:, k], ranges[:, k])
            side: Array = np.tanh(total + self._signature(weight[at + 3 * width :], types, crossings) + self.weights[name + ".bias"])
            sides.append(side.astype(np.float32, copy=False))
        left, right = sides
        blocks = np.einsum("rbi,rbj->rbij", left.reshape(len(left), -1, BLOCK), right.reshape(len(left), -1, BLOCK))
        both = np.concatenate([left, right], 1)
        weight = self.weights["signature.weight"].T
        scores = self._linear("pair", blocks.reshape(len(left), -1)) + both @ weight[: both.shape[1]] + self.weights["signature.bias"]
        scores += self._signature(weight[both.shape[1] :], types, crossings)
        return scores.astype(np.float32, copy=False), both

    def _signature(self, weight: Array, types: Numbers, crossings: Numbers) -> Array:
        """What the classes of both ends and the bucket of distance add."""
        classes = self.weights["types.weight"]
        size = classes.shape[1]
        found: Array = (classes @ weight[:size])[types[:, 0]] + (classes @ weight[size : 2 * size])[types[:, 1]]
        return found + (self.weights["crossings.weight"] @ weight[2 * size :])[crossings]

    def modality(self, vectors: Array) -> Array:
        """Scores of the modalities, one row a pair of entities."""
        return self._linear("modality", vectors)


def _range_means(rows: Array, salience: Array, ranges: Numbers) -> Array:
    """Mean of the rows in each range `[begin, end)`, each part of a row weighed by its own salience; zero for an empty range."""
    voices = salience.shape[1]
    told = (rows.reshape(len(rows), voices, -1) * salience[:, :, None]).reshape(rows.shape)
    _, first, number = np.unique(ranges @ [len(rows) + 1, 1], return_index=True, return_inverse=True)  # many pairs share a range
    begin, end = ranges[first].T
    sums = running_sums(np.concatenate([told, salience], 1))
    found = sums[end] - sums[begin]
    share = np.maximum(found[:, -voices:], 1e-6)[:, :, None]
    means: Array = (found[:, :-voices].reshape(len(first), voices, -1) / share).astype(np.float32)
    return means.reshape(len(first), -1)[number]


def running_sums(rows: Array) -> NDArray[np.float64]:
    """Sum of the rows before each row, and of all; row by row, which takes half the time of numpy's `cumsum` down the columns."""
    sums = np.zeros((len(rows) + 1, rows.shape[1]))
    sums[1:] = rows
    for above, row in pairwise(sums):
        np.add(above, row, out=row)
    return sums


def grouped_logsumexp(rows: Array, group: Numbers, count: int) -> Array:
    """Log-sum-exp of the rows of each group; shape (count, columns). Rows are sorted by group, and every group has one."""
    begins = np.flatnonzero(np.diff(group, prepend=-1))
    top = np.maximum.reduceat(rows, begins, axis=0)
    found: Array = np.log(np.add.reduceat(np.exp(rows - top[group]), begins, axis=0)) + top
    if len(found) != count:
        raise ValueError(f"{count} groups, of which {count - len(found)} have no row")
    return found
