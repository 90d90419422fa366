"""The encoder: MiniLM-L6 (BERT, 6 layers, 384 wide) with the shapes of words added to its word embeddings.

References
----------
.. [1] Wang and others 2020, "MiniLM: Deep Self-Attention Distillation", https://arxiv.org/abs/2002.10957
"""

import re
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from kg.errors import InputError
from kg.extraction.pieces import SHAPES

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6


class Rounded(nn.Linear):
    """A linear layer that can compute as the int8 one of the shipped model does, so that training learns to live with the rounding.

    Weights are rounded to 7 bits a row (AVX2 adds two products in 16 bits), inputs to 8 bits a tensor, as
    `onnxruntime.quantization.quantize_dynamic` will; gradients pass straight through.
    """

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        """`x` is (..., in); the result is (..., out)."""
        return nn.functional.linear(_rounded_input(x), _rounded_weight(self.weight), self.bias) if self.rounding else super().forward(x)


def _rounded_weight(weight: Tensor) -> Tensor:
    step = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 64
    return weight + ((weight.detach() / step).round() * step - weight.detach())


def _rounded_input(x: Tensor) -> Tensor:
    low, high = x.detach().amin().clamp(max=0.0), x.detach().amax().clamp(min=0.0)
    step = (high - low).clamp(min=1e-8) / 255
    zero = (-low / step).round()
    return x + ((((x.detach() / step).round() + zero).clamp(0, 255) - zero) * step - x.detach())


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (Rounded(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = Rounded(WIDTH, 4 * WIDTH), Rounded(4 * WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (windows, pieces, WIDTH); `mask` is added to the attention scores."""
        rows, length = x.shape[0], x.shape[1]
        query, key, value = (f(x).view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + mask
        mixed = (self.dropout(scores.softmax(-1)) @ value).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Ids and shapes of pieces in, one vector a piece out."""

    def round(self) -> None:
        """From now on compute as the shipped int8 model does."""
        for module in self.modules():
            if isinstance(module, Rounded):
                module.rounding = True

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.shapes, self.late_shapes = nn.Embedding(SHAPES, WIDTH), nn.Embedding(SHAPES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        for table in (self.shapes, self.late_shapes):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, present: Tensor) -> Tensor:
        """`ids`, `shapes`, `present` (1 or 0) are (windows, pieces); the result is (windows, pieces, WIDTH)."""
        places = torch.arange(ids.shape[1], device=ids.device)[None, :]
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.kind + self.shapes(shapes)))
        mask = (1.0 - present.float())[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, mask)
        return x + self.late_shapes(shapes)


_NAMES: Final = (
    (r"embeddings\.word_embeddings\.weight", "words.weight"),
    (r"embeddings\.position_embeddings\.weight", "positions.weight"),
    (r"embeddings\.LayerNorm\.(weight|bias)", r"norm.\1"),
    (r"encoder\.layer\.(\d)\.attention\.self\.(query|key|value)\.(weight|bias)", r"layers.\1.\2.\3"),
    (r"encoder\.layer\.(\d)\.attention\.output\.dense\.(weight|bias)", r"layers.\1.out.\2"),
    (r"encoder\.layer\.(\d)\.attention\.output\.LayerNorm\.(weight|bias)", r"layers.\1.norm1.\2"),
    (r"encoder\.layer\.(\d)\.intermediate\.dense\.(weight|bias)", r"layers.\1.up.\2"),
    (r"encoder\.layer\.(\d)\.output\.dense\.(weight|bias)", r"layers.\1.down.\2"),
    (r"encoder\.layer\.(\d)\.output\.LayerNorm\.(weight|bias)", r"layers.\1.norm2.\2"),
)
"""Published name of a weight to ours."""


def load_published(encoder: Encoder, path: Path) -> None:
    """Fill the encoder with the published weights (model.safetensors of all-MiniLM-L6-v2, Apache-2.0).

    Raises
    ------
    InputError
        The file holds something else.
    """
    ours = {}
    for name, weight in load_file(path).items():
        for pattern, replacement in _NAMES:
            if re.fullmatch(pattern, name):
                ours[re.sub(pattern, replacement, name)] = weight
        if name == "embeddings.token_type_embeddings.weight":
            ours["kind"] = weight[0]
    if "words.weight" not in ours:
        raise InputError(f"{path} is not all-MiniLM-L6-v2: it has no embeddings.word_embeddings.weight")
    ours["words.weight"] = _rounded_input(ours["words.weight"])  # the shipped table of words is int8, and never trained
    missing, unexpected = encoder.load_state_dict(ours, strict=False)
    if unexpected or any("shapes" not in name for name in missing):
        raise InputError(f"{path} is not all-MiniLM-L6-v2: missing {missing}, unexpected {unexpected}")
