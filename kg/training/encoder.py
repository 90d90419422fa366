"""The encoders: MiniLM-L6, which is shipped, and MPNet, which teaches it; the shapes of words are added to their word embeddings.

References
----------
.. [1] Wang and others 2020, "MiniLM: Deep Self-Attention Distillation", https://arxiv.org/abs/2002.10957
.. [2] Song and others 2020, "MPNet: Masked and Permuted Pre-training for Language Understanding", https://arxiv.org/abs/2004.09297
"""

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from kg.errors import InputError
from kg.extraction.trained.pieces import CLS, SEP, SHAPES

HEADS: Final = 12


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of a published encoder of the BERT family."""

    name: str
    width: int
    layers: int
    words: int
    positions: int
    epsilon: float
    near: int = 0
    """Buckets of relative distance that its attention knows; 0 for none."""


SMALL: Final = Size("all-MiniLM-L6-v2", 384, 6, 30522, 512, 1e-12)
LARGE: Final = Size("all-mpnet-base-v2", 768, 12, 30527, 514, 1e-5, near=32)


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

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        width = size.width
        self.query, self.key, self.value, self.out = (Rounded(width, width) for _ in range(4))
        self.up, self.down = Rounded(width, 4 * width), Rounded(4 * width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=size.epsilon), nn.LayerNorm(width, eps=size.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (windows, pieces, width); `mask` is added to the attention scores."""
        rows, length, width = x.shape
        query, key, value = (f(x).view(rows, length, HEADS, width // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = query @ key.transpose(2, 3) / (width // HEADS) ** 0.5 + mask
        mixed = (self.dropout(scores.softmax(-1)) @ value).transpose(1, 2).reshape(rows, length, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Ids and shapes of pieces in, one vector a piece out."""

    def __init__(self, size: Size | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        size = self.size = size or SMALL
        self.words, self.positions = nn.Embedding(size.words, size.width), nn.Embedding(size.positions, size.width)
        self.shapes, self.late_shapes = nn.Embedding(SHAPES, size.width), nn.Embedding(SHAPES, size.width)
        self.kind = nn.Parameter(torch.zeros(size.width))
        self.norm = nn.LayerNorm(size.width, eps=size.epsilon)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = nn.Dropout(dropout)
        if size.near:
            self.near = nn.Embedding(size.near, HEADS)
        for table in (self.shapes, self.late_shapes):
            nn.init.normal_(table.weight, std=0.02)

    def round(self) -> None:
        """From now on compute as the shipped int8 model does."""
        for module in self.modules():
            if isinstance(module, Rounded):
                module.rounding = True

    def forward(self, ids: Tensor, shapes: Tensor, present: Tensor | None = None) -> Tensor:
        """`ids`, `shapes`, `present` (1 or 0; all, if not given) are (windows, pieces); the result is (windows, pieces, width)."""
        present = torch.ones_like(ids) if present is None else present
        mask = (1.0 - present.float())[:, None, None, :] * -10000.0
        places = torch.arange(ids.shape[1], device=ids.device)
        if self.size.near:
            ids, mask = _mpnet_ids(ids, present), mask + self.near(_buckets(places, self.size.near)).permute(2, 0, 1)
            places = places + 2
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.kind + self.shapes(shapes)))
        for layer in self.layers:
            x = layer(x, mask)
        return x + self.late_shapes(shapes)


def _mpnet_ids(ids: Tensor, present: Tensor) -> Tensor:
    """MPNet's numbers of BERT's pieces: four more, with ends and padding of its own."""
    ids = torch.where(ids == CLS, 0, torch.where(ids == SEP, 2, ids + 4))
    return torch.where(present > 0, ids, 1)


def _buckets(places: Tensor, count: int) -> Tensor:
    """(places, places) bucket of how far the second stands from the first, one by one when near, by logarithm up to 128 when far."""
    ahead = places[None, :] - places[:, None]
    half, exact = count // 2, count // 4
    far = ahead.abs().clamp(min=1)
    logarithm = exact + ((far / exact).log() / math.log(128 / exact) * (half - exact)).long()
    return (ahead > 0).long() * half + torch.where(far < exact, ahead.abs(), logarithm.clamp(max=half - 1))


_NAMES: Final = (
    (r"embeddings\.word_embeddings\.weight", "words.weight"),
    (r"embeddings\.position_embeddings\.weight", "positions.weight"),
    (r"embeddings\.LayerNorm\.(weight|bias)", r"norm.\1"),
    (r"encoder\.layer\.(\d+)\.attention\.(?:self|attn)\.(query|key|value|q|k|v)\.(weight|bias)", r"layers.\1.\2.\3"),
    (r"encoder\.layer\.(\d+)\.attention\.(?:output\.dense|attn\.o)\.(weight|bias)", r"layers.\1.out.\2"),
    (r"encoder\.layer\.(\d+)\.attention\.(?:output\.)?LayerNorm\.(weight|bias)", r"layers.\1.norm1.\2"),
    (r"encoder\.layer\.(\d+)\.intermediate\.dense\.(weight|bias)", r"layers.\1.up.\2"),
    (r"encoder\.layer\.(\d+)\.output\.dense\.(weight|bias)", r"layers.\1.down.\2"),
    (r"encoder\.layer\.(\d+)\.output\.LayerNorm\.(weight|bias)", r"layers.\1.norm2.\2"),
    (r"encoder\.relative_attention_bias\.weight", "near.weight"),
)
"""Published name of a weight to ours."""


_SHORT: Final = {".q.": ".query.", ".k.": ".key.", ".v.": ".value."}


def load_published(encoder: Encoder, path: Path) -> None:
    """Fill the encoder with the published weights (model.safetensors; both are Apache-2.0).

    Raises
    ------
    InputError
        The file holds something else.
    """
    ours = {}
    for name, weight in load_file(path).items():
        for pattern, replacement in _NAMES:
            if re.fullmatch(pattern, name):
                own = re.sub(pattern, replacement, name)
                ours[re.sub(r"\.[qkv]\.", lambda m: _SHORT[m[0]], own)] = weight
        if name == "embeddings.token_type_embeddings.weight":
            ours["kind"] = weight[0]
    if "words.weight" not in ours:
        raise InputError(f"{path} is not {encoder.size.name}: it has no embeddings.word_embeddings.weight")
    if encoder.size.near:
        ours["kind"] = torch.zeros(encoder.size.width)
    else:
        ours["words.weight"] = _rounded_input(ours["words.weight"])  # the shipped table of words is int8, and never trained
    try:
        missing, unexpected = encoder.load_state_dict(ours, strict=False)
    except RuntimeError as error:
        raise InputError(f"{path} is not {encoder.size.name}: its weights have other sizes") from error
    if unexpected or any("shapes" not in name for name in missing):
        raise InputError(f"{path} is not {encoder.size.name}: missing {missing}, unexpected {unexpected}")
