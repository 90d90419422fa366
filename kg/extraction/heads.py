"""The heads of the reader model, computed with numpy: the same sums as `kg/training/heads.py`."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]

BLOCK: Final = 32
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


def likeness(a: str, b: str) -> tuple[float, float, float, float]:
    """What two mention texts share: all, the last word, the first word, one is the other's acronym.

    >>> likeness("European Union", "EU")
    (0.0, 0.0, 0.0, 1.0)
    """
    x, y = a.lower().split(), b.lower().split()
    short, long = (a, b) if len(a) < len(b) else (b, a)
    initials = "".join(w[0] for w in long.split() if w[0].isupper())
    return float(x == y), float(x[-1:] == y[-1:]), float(x[:1] == y[:1]), float(len(short) > 1 and short.replace(".", "") == initials)


def crossing(sentences: int, forward: bool) -> int:
    """Bucket of how many sentence ends lie between two mentions (0, 1, 2, more) and which comes first."""
    return min(sentences, 3) + (0 if forward else 4)


def antecedent_pairs(count: int) -> Numbers:
    """(earlier, later) for each mention and the `REACH` before it; shape (pairs, 2)."""
    pairs = [(i, j) for j in range(count) for i in range(max(0, j - REACH), j)]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


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
        sums = np.concatenate([np.zeros((1, hidden.shape[1]), np.float64), hidden.cumsum(0, dtype=np.float64)])
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

    def relations(self, ends: Array, context: Array, types: Numbers, crossings: Numbers) -> tuple[Array, Array]:
        """Scores of the properties (column 0 is the threshold) and of the modalities, one row a pair."""
        kinds = self.weights["types.weight"][types].reshape(len(types), -1)
        signature = np.concatenate([kinds, self.weights["crossings.weight"][crossings]], 1)
        left = np.tanh(self._linear("subject", np.concatenate([ends[:, 0], ends[:, 2], context, signature], 1)))
        right = np.tanh(self._linear("object", np.concatenate([ends[:, 1], ends[:, 3], context, signature], 1)))
        count = left.shape[1] // BLOCK
        blocks = left.reshape(-1, count, BLOCK, 1) * right.reshape(-1, count, 1, BLOCK)
        both = np.concatenate([left, right], 1)
        scores = self._linear("pair", blocks.reshape(len(left), -1)) + self._linear("signature", np.concatenate([both, signature], 1))
        return scores, self._linear("modality", both)
