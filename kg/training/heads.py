"""What stands on the encoder: tags of words, classes of mentions, antecedents, relations of pairs.

Each head is a few matrices, so that `kg.extraction` can run it with numpy alone (see `kg/extraction/trained/heads.py`,
which must do the same sums).

References
----------
.. [1] Zhou and others 2021, "Document-Level Relation Extraction with Adaptive Thresholding and Localized Context Pooling", AAAI.
.. [2] Lee and others 2017, "End-to-end Neural Coreference Resolution", EMNLP.
"""

from typing import Final

import torch
from torch import Tensor, nn

from kg.extraction.trained.labels import CLASSES, MODALITIES, NAME_TAGS, NOMINAL_TAGS, PROPERTIES, TITLE_TAGS
from kg.training.encoder import SMALL, Size

SPAN: Final = 256
BLOCK: Final = 16
VOICES: Final = 8
"""Parts of a pair's vector that each listen to other words around the pair."""
SWAY: Final = 4.0
"""Largest logarithm of a word's salience."""


class Heads(nn.Module):
    """All heads together; every method takes and gives tensors with one row a word, mention or pair."""

    def __init__(self, size: Size | None = None, dropout: float = 0.2) -> None:
        super().__init__()
        width = self.width = (size or SMALL).width
        self.dropout = nn.Dropout(dropout)
        self.names, self.titles, self.nominals = (nn.Linear(width, len(tags)) for tags in (NAME_TAGS, TITLE_TAGS, NOMINAL_TAGS))
        self.span = nn.Linear(3 * width, SPAN)
        self.classes = nn.Linear(SPAN, len(CLASSES))
        self.coref_in = nn.Linear(SPAN, 128)
        self.kinds = nn.Embedding(3, 16)
        self.gaps = nn.Embedding(10, 16)
        self.coref_mid = nn.Linear(3 * 128 + 2 * 16 + 16 + 4, 128)
        self.coref_out = nn.Linear(128, 1)
        self.types = nn.Embedding(len(CLASSES), 32)
        self.crossings = nn.Embedding(8, 32)
        self.subject, self.object = (nn.Linear(2 * SPAN + 3 * width + 2 * 32 + 32, SPAN) for _ in range(2))
        self.salience = nn.Linear(width, 3 * VOICES)
        nn.init.zeros_(self.salience.weight)
        nn.init.zeros_(self.salience.bias)
        self.pair = nn.Linear(SPAN * BLOCK, len(PROPERTIES) + 1)
        self.signature = nn.Linear(2 * SPAN + 2 * 32 + 32, len(PROPERTIES) + 1)
        self.modality = nn.Linear(2 * SPAN, len(MODALITIES))

    def tags(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of the three layers of tags, one row a word."""
        words = self.dropout(words)
        return self.names(words), self.titles(words), self.nominals(words)

    def spans(self, hidden: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """One vector a mention, from its first piece, last piece (inclusive) and mean."""
        sums = torch.cat([hidden.new_zeros(1, self.width), hidden.cumsum(0)])
        mean = (sums[last + 1] - sums[first]) / (last + 1 - first)[:, None]
        return torch.tanh(self.span(self.dropout(torch.cat([hidden[first], hidden[last], mean], 1))))

    def antecedents(self, spans: Tensor, kinds: Tensor, pairs: Tensor, gaps: Tensor, same: Tensor) -> Tensor:
        """Score of each pair (row of `pairs`: earlier mention, later mention); zero stands for no antecedent.

        `gaps` are buckets of distance; `same` is (pairs, 4): what `kg.extraction.trained.heads.likeness` says of the two texts.
        """
        small = torch.tanh(self.coref_in(spans))
        a, b = small[pairs[:, 0]], small[pairs[:, 1]]
        kind = self.kinds(kinds)
        features = torch.cat([a, b, a * b, kind[pairs[:, 0]], kind[pairs[:, 1]], self.gaps(gaps), same], 1)
        scores: Tensor = self.coref_out(torch.relu(self.coref_mid(self.dropout(features))))[:, 0]
        return scores

    def relations(self, ends: Tensor, hidden: Tensor, ranges: Tensor, types: Tensor, crossings: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the properties (column 0 is the threshold), and a vector for `modality`; one row a pair of mentions.

        `ends` (pairs, 4, SPAN): subject entity, object entity, subject's and object's mention; `hidden` (pieces, width), of which
        `ranges` (pairs, 3, 2) are those before, between and after the two; `types` (pairs, 2) numbers of classes; `crossings`
        buckets of distance and order.
        """
        kinds = self.types(types)
        signature = torch.cat([kinds.flatten(1), self.crossings(crossings)], 1)
        hidden = self.dropout(hidden)
        salience = (SWAY * torch.tanh(self.salience(hidden) / SWAY)).exp().view(-1, 3, VOICES)
        left, right = (
            torch.tanh(self._side(layer, ends[:, n], ends[:, 2 + n], hidden, salience, ranges, signature))
            for n, layer in enumerate((self.subject, self.object))
        )
        blocks = left.view(-1, SPAN // BLOCK, BLOCK, 1) * right.view(-1, SPAN // BLOCK, 1, BLOCK)
        both = torch.cat([left, right], 1)
        scores = self.pair(self.dropout(blocks.flatten(1))) + self.signature(torch.cat([both, signature], 1))
        return scores, both

    @staticmethod
    def _side(
        layer: nn.Linear, entity: Tensor, mention: Tensor, hidden: Tensor, salience: Tensor, ranges: Tensor, signature: Tensor
    ) -> Tensor:
        """The layer over an end's vectors, the words around the pair (each voice by its own salience) and the signature."""
        weight, width = layer.weight, hidden.shape[1]
        total = nn.functional.linear(torch.cat([entity, mention], 1), weight[:, : 2 * SPAN], layer.bias)
        total = total + nn.functional.linear(signature, weight[:, 2 * SPAN + 3 * width :])
        for k in range(3):
            at = 2 * SPAN + k * width
            words = (
                nn.functional.linear(hidden, weight[:, at : at + width]).view(len(hidden), VOICES, SPAN // VOICES) * salience[:, k, :, None]
            )
            sums, shares = _range_sums(words.flatten(1), ranges[:, k]), _range_sums(salience[:, k], ranges[:, k])
            total = total + (sums.view(len(sums), VOICES, SPAN // VOICES) / shares.clamp(min=1e-6)[:, :, None]).flatten(1).float()
        return total


def _range_sums(rows: Tensor, ranges: Tensor) -> Tensor:
    """Sum of the rows in each range `[begin, end)`, in 64 bits."""
    sums = torch.cat([rows.new_zeros(1, rows.shape[1], dtype=torch.float64), rows.cumsum(0, dtype=torch.float64)])
    return sums[ranges[:, 1]] - sums[ranges[:, 0]]
