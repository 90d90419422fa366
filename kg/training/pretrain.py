"""Let the published encoder guess hidden words of the articles before it is trained to read them.

    python -m kg.training.pretrain DATA ENCODER OUT.pt [--rounds 40] [--seed 7] [--device cpu]

all-MiniLM-L6-v2 was tuned to compare sentences as wholes; guessing words makes it look at each word in its place again.

References
----------
.. [1] Gururangan and others 2020, "Don't Stop Pretraining: Adapt Language Models to Domains and Tasks", https://arxiv.org/abs/2004.10964
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kg.errors import InputError
from kg.extraction.trained.pieces import CLS, EDGE_SHAPE, SEP, pieces
from kg.training.data import read
from kg.training.encoder import SMALL, Encoder, load_published
from kg.training.train import computing, tokenizer

LENGTH: Final = 254
BATCH: Final = 64
MASK: Final = 103
HIDDEN: Final = 0.15
"""Share of the words that are hidden: eight in ten by [MASK], one by another piece, one left as it is."""
RATE: Final = 5e-4


class Guesser(nn.Module):
    """The pieces that could stand in a place, by the encoder's table of words."""

    def __init__(self) -> None:
        super().__init__()
        self.dense, self.norm = nn.Linear(SMALL.width, SMALL.width), nn.LayerNorm(SMALL.width)
        self.bias = nn.Parameter(torch.zeros(SMALL.words))

    def forward(self, hidden: Tensor, words: Tensor) -> Tensor:
        """`hidden` is (places, width), `words` the table; scores (places, pieces)."""
        return nn.functional.linear(self.norm(nn.functional.gelu(self.dense(hidden))), words, self.bias)


def pretrain(texts: Sequence[str], published: Path, out: Path, *, rounds: int, seed: int, device: torch.device) -> None:
    """Train and write the encoder's weights.

    Raises
    ------
    InputError
        There is not even one stretch of text to guess in.
    """
    ids, shapes, word = _stream(texts, published)
    if len(ids) <= LENGTH:
        raise InputError(f"the texts have {len(ids)} pieces in all: guessing words needs more than {LENGTH}")
    torch.manual_seed(seed)
    encoder, guesser = Encoder(), Guesser()
    load_published(encoder, published / "model.safetensors")
    encoder.words.weight.requires_grad_(False)
    encoder.to(device).train()
    guesser.to(device)
    weights = [p for p in (*encoder.parameters(), *guesser.parameters()) if p.requires_grad]
    adam = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01)
    steps = rounds * max(1, len(ids) // (LENGTH * BATCH))
    schedule = torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / (steps / 16 + 1), max(0.0, 1 - s / steps)))
    chance = np.random.default_rng(seed)
    begun, total = time.monotonic(), 0.0
    for number in range(steps):
        starts = chance.integers(0, len(ids) - LENGTH, BATCH)
        rows = starts[:, None] + np.arange(LENGTH)
        hidden = chance.random(int(word[-1]) + 1)[word[rows]] < HIDDEN
        loss = _loss(encoder, guesser, ids[rows], shapes[rows], hidden, chance, device)
        adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        adam.step()
        schedule.step()
        total = 0.98 * total + 0.02 * float(loss.detach()) if number else float(loss.detach())
        if number % 200 == 199 or number == steps - 1:
            sys.stderr.write(
                json.dumps({"step": number + 1, "of": steps, "loss": round(total, 3), "seconds": round(time.monotonic() - begun)}) + "\n"
            )
    torch.save({"encoder": {k: v.cpu() for k, v in encoder.state_dict().items()}}, out)


def _loss(
    encoder: Encoder,
    guesser: Guesser,
    ids: NDArray[np.int64],
    shapes: NDArray[np.int64],
    hidden: NDArray[np.bool_],
    chance: np.random.Generator,
    device: torch.device,
) -> Tensor:
    shown, draw = ids.copy(), chance.random(ids.shape)
    shown[hidden & (draw < 0.8)] = MASK
    other = hidden & (draw >= 0.9)
    shown[other] = chance.integers(1000, 30522, int(other.sum()))
    edge = np.ones((len(ids), 1), dtype=np.int64)
    seen = torch.from_numpy(np.concatenate([CLS * edge, shown, SEP * edge], 1)).to(device)
    forms = torch.from_numpy(np.concatenate([EDGE_SHAPE * edge, shapes, EDGE_SHAPE * edge], 1)).to(device)
    vectors = encoder(seen, forms, torch.ones_like(seen))[:, 1:-1]
    places = torch.from_numpy(hidden).to(device)
    return nn.functional.cross_entropy(guesser(vectors[places], encoder.words.weight), torch.from_numpy(ids[hidden]).to(device))


def _stream(texts: Sequence[str], published: Path) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """All pieces one after another: ids, shapes, numbers of words."""
    made, ids, shapes, word, at = tokenizer(published), [], [], [], 0
    for text in texts:
        parts = pieces(text, made)
        ids.append(parts.ids)
        shapes.append(parts.shapes)
        word.append(parts.word + at)
        at += len(parts.first)
    return tuple(np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64) for rows in (ids, shapes, word))  # type: ignore[return-value]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--device", default="cpu")
    chosen = parser.parse_args(arguments)
    texts = [e.text for e in read(chosen.data) if e.source != "excerpt"]
    pretrain(texts, chosen.encoder, chosen.out, rounds=chosen.rounds, seed=chosen.seed, device=computing(chosen.device))


if __name__ == "__main__":
    main()
