"""Train the reader model.

    python -m kg.training.train DATA ENCODER OUT [--epochs 10] [--seed 7] [--threads 2] [--resume]

DATA     folder with news.jsonl, encyclopedia-a.jsonl, encyclopedia-b.jsonl
ENCODER  folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2
OUT      folder for checkpoints (one file, written after every epoch) and the log
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from kg.extraction.pieces import Pieces, windows
from kg.training.data import Example, digest, read
from kg.training.encoder import Encoder, load_published
from kg.training.heads import Heads
from kg.training.losses import losses
from kg.training.tensors import Task, task

CLS, SEP = 101, 102
BATCH = 4
WEIGHTS = {"tags": 1.0, "classes": 0.5, "coreference": 0.5, "relations": 1.0, "modality": 0.2}


class Reader(nn.Module):
    """Encoder and heads under one roof."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.heads = Encoder(), Heads()


def encoded(encoder: Encoder, parts: Pieces) -> Tensor:
    """One vector a piece, window by window: nothing is padded, since a CPU gains nothing from it."""
    owned = []
    for w in windows(len(parts.ids)):
        ids = torch.tensor([[CLS, *parts.ids[w.begin : w.end].tolist(), SEP]])
        shapes = torch.tensor([[20, *parts.shapes[w.begin : w.end].tolist(), 20]])
        owned.append(encoder(ids, shapes, torch.ones_like(ids))[0, 1 + w.own_begin - w.begin : 1 + w.own_end - w.begin])
    return torch.cat(owned)


def epoch_order(news: int, encyclopedia: int, epoch: int, seed: int) -> list[int]:
    """All the news and every fourth encyclopedia article, shuffled; numbers from `news` on are the encyclopedia's."""
    random = np.random.default_rng(seed * 1000 + epoch)
    chosen = list(range(news)) + [news + i for i in range(encyclopedia) if i % 4 == epoch % 4]
    return [int(i) for i in random.permutation(chosen)]


def optimiser(reader: Reader, steps: int) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW with a slow encoder and fast heads, warm-up and linear decay."""
    shapes = [p for n, p in reader.encoder.named_parameters() if "shapes" in n]
    reader.encoder.words.weight.requires_grad_(False)
    slow = [p for n, p in reader.encoder.named_parameters() if "shapes" not in n and p.requires_grad]
    groups = [
        {"params": slow, "lr": 7e-5, "weight_decay": 0.01},
        {"params": shapes, "lr": 1e-3},
        {"params": list(reader.heads.parameters()), "lr": 6e-4, "weight_decay": 0.01},
    ]
    adam = torch.optim.AdamW(groups)
    warm = max(1, steps // 16)
    return adam, torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm))))


def step(reader: Reader, batch: Sequence[Task], generator: torch.Generator) -> dict[str, float]:
    """Gradients of one batch; its losses by head."""
    found: dict[str, float] = {}
    for item in batch:
        total = torch.zeros(())
        for name, loss in losses(item, encoded(reader.encoder, item.pieces), reader.heads, generator).items():
            total = total + WEIGHTS[name] * loss / len(batch)
            found[name] = found.get(name, 0.0) + float(loss.detach()) / len(batch)
        total.backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    return found


def train(examples: Sequence[Example], tokenizer: Tokenizer, reader: Reader, out: Path, *, epochs: int, seed: int, resume: bool) -> None:
    """Train for all epochs; after each one a checkpoint from which `resume` goes on."""
    tasks = [task(e, tokenizer) for e in examples]
    news = sum(e.ours for e in examples)
    size = len(epoch_order(news, len(tasks) - news, 0, seed))
    adam, schedule = optimiser(reader, epochs * -(-size // BATCH))
    begin, path = 0, out / "checkpoint.pt"
    if resume and path.exists():
        state = torch.load(path, weights_only=True)
        reader.load_state_dict(state["reader"])
        adam.load_state_dict(state["adam"])
        schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"])
        begin = state["epoch"] + 1
    for epoch in range(begin, epochs):
        log = _epoch(reader, adam, schedule, [tasks[i] for i in epoch_order(news, len(tasks) - news, epoch, seed)], seed * 1000 + epoch)
        state = {
            "reader": reader.state_dict(),
            "adam": adam.state_dict(),
            "schedule": schedule.state_dict(),
            "random": torch.get_rng_state(),
            "epoch": epoch,
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)
        sys.stderr.write(json.dumps({"epoch": epoch, **log}) + "\n")


def _epoch(
    reader: Reader, adam: torch.optim.AdamW, schedule: torch.optim.lr_scheduler.LambdaLR, order: Sequence[Task], seed: int
) -> dict[str, float]:
    reader.train()
    generator = torch.Generator().manual_seed(seed)
    sums: dict[str, float] = {}
    begun = time.monotonic()
    for at in range(0, len(order), BATCH):
        adam.zero_grad()
        for name, loss in step(reader, order[at : at + BATCH], generator).items():
            sums[name] = sums.get(name, 0.0) + loss
        adam.step()
        schedule.step()
    steps = -(-len(order) // BATCH)
    return {**{k: round(v / steps, 4) for k, v in sums.items()}, "seconds": round(time.monotonic() - begun)}


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    chosen.out.mkdir(parents=True, exist_ok=True)
    files = [chosen.data / f"{name}.jsonl" for name in ("news", "encyclopedia-a", "encyclopedia-b")]
    examples = [e for f in files for e in read(f)]
    reader = Reader()
    load_published(reader.encoder, chosen.encoder / "model.safetensors")
    (chosen.out / "data.json").write_text(json.dumps({f.name: digest(f) for f in files}, indent=1), encoding="utf-8")
    tokenizer = Tokenizer.from_file(str(chosen.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    train(examples, tokenizer, reader, chosen.out, epochs=chosen.epochs, seed=chosen.seed, resume=chosen.resume)


if __name__ == "__main__":
    main()
