"""Train the reader model.

    python -m kg.training.train DATA ENCODER OUT [--epochs 12] [--seed 7] [--device cpu] [--threads 2] [--guessed FILE] [--taught FILE]
        [--resume | --earlier CHECKPOINT]

DATA     folder with the annotated articles (what it may hold: `kg.training.data`)
ENCODER  folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2
OUT      folder for checkpoints (one file, written after every epoch) and the log

`--guessed` begins with the encoder that `kg.training.pretrain` wrote. `--taught` learns, for a half, what `kg.training.teach` says of each
text. `--earlier` goes on from a finished training, with new data: at half
the rates, rounding from the start.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from kg.errors import InputError
from kg.training.answers import Answers, answers, read_answers, together
from kg.training.data import files, read
from kg.training.encoder import Encoder, Size, load_published
from kg.training.heads import Heads
from kg.training.losses import disagreement, losses
from kg.training.tensors import Task, merged, task

BATCH: Final = 4
SHORT_BATCH: Final = 8
_SHORT: Final = ("excerpt", "web")
"""Sources of a few sentences: batches of their own, so that nothing is padded to the length of an article."""
TRUST: Final = 0.5
"""Weight of what a teacher says against the annotation."""
WEIGHTS = {"tags": 1.0, "classes": 0.5, "coreference": 0.5, "relations": 1.0, "modality": 0.2}


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. `every`: one article in so many of each source is read in an epoch, in turn."""

    epochs: int = 12
    seed: int = 7
    every: Mapping[str, int] = field(default_factory=lambda: {"news": 1, "excerpt": 6, "encyclopedia": 4, "coreference": 4, "web": 6})
    rate: float = 1e-4
    head_rate: float = 6e-4
    rounded: int = 4
    """Last epochs in which the encoder computes with the rounding of the shipped int8 file."""


class Reader(nn.Module):
    """Encoder and heads under one roof, of the shipped size where no other is told."""

    def __init__(self, size: Size | None = None) -> None:
        super().__init__()
        self.encoder, self.heads = Encoder(size), Heads(size)


def encoded(encoder: Encoder, item: Task) -> Tensor:
    """One vector a piece of the text; a large encoder computes in 16 bits on a GPU."""
    with torch.autocast(item.ids.device.type, torch.bfloat16, enabled=bool(encoder.size.near) and item.ids.is_cuda):
        hidden = encoder(item.ids, item.shapes, item.present)
    return hidden.float().flatten(0, 1)[item.owned]  # type: ignore[no-any-return]


def epoch_batches(sources: Sequence[str], plan: Plan, epoch: int) -> list[list[int]]:
    """Numbers of the texts of one epoch, shuffled, in batches of one source each, larger ones of short texts."""
    counts: dict[str, int] = {}
    chosen = []
    for i, source in enumerate(sources):
        counts[source] = counts.get(source, -1) + 1
        every = plan.every.get(source, 0)
        if every and counts[source] % every == epoch % every:
            chosen.append(i)
    chance = np.random.default_rng(plan.seed * 1000 + epoch)
    order = [chosen[i] for i in chance.permutation(len(chosen))]
    batches = []
    for source in sorted(counts):
        size = SHORT_BATCH if source in _SHORT else BATCH
        rows = [i for i in order if sources[i] == source]
        batches += [rows[at : at + size] for at in range(0, len(rows), size)]
    return [batches[i] for i in chance.permutation(len(batches))]


def optimiser(reader: Reader, steps: int, plan: Plan) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW with a slow encoder and fast heads, warm-up and linear decay."""
    shapes = [p for n, p in reader.encoder.named_parameters() if "shapes" in n]
    reader.encoder.words.weight.requires_grad_(False)
    slow = [p for n, p in reader.encoder.named_parameters() if "shapes" not in n and p.requires_grad]
    groups = [
        {"params": slow, "lr": plan.rate, "weight_decay": 0.01},
        {"params": shapes, "lr": 1e-3},
        {"params": list(reader.heads.parameters()), "lr": plan.head_rate, "weight_decay": 0.01},
    ]
    adam = torch.optim.AdamW(groups)
    warm = max(1, steps // 16)
    return adam, torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm))))


def step(reader: Reader, batch: Sequence[Task], taught: Sequence[Answers] = ()) -> dict[str, Tensor]:
    """Gradients of one batch; its losses by head. `taught`: what a teacher says of each text."""
    device = next(reader.parameters()).device
    item = merged(batch).on(device)
    found = answers(item, encoded(reader.encoder, item), reader.heads)
    result = losses(item, found)
    parts = {name: WEIGHTS[name] * loss for name, loss in result.items()}
    if taught:
        apart = disagreement(item, found, together(taught).on(device))
        parts = {name: loss * (1 - TRUST) if name in apart else loss for name, loss in parts.items()}
        parts |= {"taught " + name: WEIGHTS[name] * TRUST * loss for name, loss in apart.items()}
    torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    return {name: loss.detach() for name, loss in parts.items()}


def train(
    tasks: Sequence[Task], reader: Reader, out: Path, plan: Plan, *, resume: bool = False, taught: Mapping[str, Answers] | None = None
) -> None:
    """Train for all epochs; after each one a checkpoint from which `resume` goes on. `taught` is by the id of the text."""
    sources = [t.source for t in tasks]
    batches = [epoch_batches(sources, plan, e) for e in range(plan.epochs)]
    adam, schedule = optimiser(reader, sum(map(len, batches)), plan)
    begin, path = 0, out / "checkpoint.pt"
    if resume and path.exists():
        state = torch.load(path, weights_only=True)
        reader.load_state_dict(state["reader"])
        adam.load_state_dict(state["adam"])
        schedule.load_state_dict(state["schedule"])
        begin = state["epoch"] + 1
    for epoch in range(begin, plan.epochs):
        torch.manual_seed(plan.seed * 1000 + epoch)
        if epoch >= plan.epochs - plan.rounded:
            reader.encoder.round()
        log = _epoch(reader, adam, schedule, [[tasks[i] for i in batch] for batch in batches[epoch]], taught or {})
        state = {
            "reader": reader.state_dict(),
            "adam": adam.state_dict(),
            "schedule": schedule.state_dict(),
            "epoch": epoch,
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)
        sys.stderr.write(json.dumps({"epoch": epoch, **log}) + "\n")


def _epoch(
    reader: Reader,
    adam: torch.optim.AdamW,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    batches: Sequence[Sequence[Task]],
    taught: Mapping[str, Answers],
) -> dict[str, float]:
    reader.train()
    sums: dict[str, Tensor] = {}
    begun = time.monotonic()
    for batch in batches:
        adam.zero_grad()
        for name, loss in step(reader, batch, [taught[t.id] for t in batch] if taught else ()).items():
            sums[name] = sums.get(name, 0.0) + loss
        adam.step()
        schedule.step()
    return {**{k: round(float(v) / len(batches), 4) for k, v in sums.items()}, "seconds": round(time.monotonic() - begun)}


def fresh(encoder: Path, seed: int, size: Size | None = None) -> Reader:
    """The published encoder under heads that know nothing yet."""
    torch.manual_seed(seed)
    reader = Reader(size)
    load_published(reader.encoder, encoder / "model.safetensors")
    return reader


def tokenizer(encoder: Path) -> Tokenizer:
    """The published tokenizer, without its limits of length."""
    made = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def computing(name: str) -> torch.device:
    """The device of that name, tried with one number.

    Raises
    ------
    InputError
        There is none here.
    """
    try:
        torch.zeros((), device=name)
    except (RuntimeError, AssertionError) as error:
        raise InputError(f"torch cannot compute on {name!r}: {str(error).splitlines()[0]}. Try cpu or cuda.") from error
    return torch.device(name)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--guessed", type=Path)
    parser.add_argument("--taught", type=Path)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--earlier", type=Path)
    chosen = parser.parse_args(arguments)
    device = computing(chosen.device)
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    digests = {f.name: sha256(f.read_bytes()).hexdigest() for f in files(chosen.data)}
    (chosen.out / "data.json").write_text(json.dumps(digests, indent=1), encoding="utf-8")
    pieces = tokenizer(chosen.encoder)
    tasks = [task(e, pieces) for e in read(chosen.data)]
    if not tasks:
        raise InputError(f"there is no annotated text in the files of {chosen.data}")
    reader, plan = fresh(chosen.encoder, chosen.seed), Plan(epochs=chosen.epochs, seed=chosen.seed)
    if chosen.guessed:
        reader.encoder.load_state_dict(torch.load(chosen.guessed, weights_only=True, map_location="cpu")["encoder"])
    if chosen.earlier:
        reader.load_state_dict(torch.load(chosen.earlier, weights_only=True, map_location="cpu")["reader"])
        plan = replace(plan, rate=plan.rate / 2, head_rate=plan.head_rate / 2, rounded=plan.epochs)
    taught = read_answers(chosen.taught, tasks) if chosen.taught else None
    train(tasks, reader.to(device), chosen.out, plan, resume=chosen.resume, taught=taught)


if __name__ == "__main__":
    main()
