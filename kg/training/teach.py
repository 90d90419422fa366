"""Let larger readers, trained only for this, say what they think of each text that the shipped one learns from.

    python -m kg.training.teach DATA ENCODER LARGE OUT [--folds 2] [--epochs 6] [--seed 7] [--device cpu]

DATA     folder with the annotated articles (`kg.training.data`)
ENCODER  folder with tokenizer.json of all-MiniLM-L6-v2, whose pieces are also those of the teachers
LARGE    folder with model.safetensors of all-mpnet-base-v2
OUT      folder for the teachers' checkpoints, from which a broken run goes on, and for `taught.pt`, which `kg train --taught` reads

Each teacher reads all folds of our articles but one, and is asked about that one: what it says there it has not learnt by heart. Of the
texts of others, which all teachers read, their mean counts.

References
----------
.. [1] Hinton and others 2015, "Distilling the Knowledge in a Neural Network", https://arxiv.org/abs/1503.02531
.. [2] Furlanello and others 2018, "Born-Again Neural Networks", https://arxiv.org/abs/1805.04770
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from zlib import crc32

import torch
from torch import Tensor

from kg.errors import InputError
from kg.training.answers import Answers, answers
from kg.training.data import OURS, read
from kg.training.encoder import LARGE
from kg.training.tensors import Task, merged, task
from kg.training.train import Plan, Reader, computing, encoded, fresh, tokenizer, train

ASKED: Final = 16
"""Texts that a teacher is asked about at once."""


def fold(of: Task, folds: int) -> int:
    """Which part an article and its excerpts belong to; -1 for texts of others."""
    return crc32(of.id.partition("~")[0].encode()) % folds if of.source in OURS else -1


def taught(tasks: Sequence[Task], large: Path, out: Path, *, folds: int, plan: Plan, device: torch.device) -> dict[str, Answers]:
    """Train the teachers and ask them; the answers by the id of the text, in 16 bits."""
    said: dict[str, list[Answers]] = {}
    for number in range(folds):
        reader = fresh(large, plan.seed + number, LARGE).to(device)
        place = out / f"fold{number}"
        place.mkdir(parents=True, exist_ok=True)
        train([t for t in tasks if fold(t, folds) != number], reader, place, plan, resume=True)
        for id_, answer in opinions(reader, [t for t in tasks if fold(t, folds) in (-1, number)], device):
            said.setdefault(id_, []).append(answer)
    return {id_: _mean(several) for id_, several in said.items()}


def opinions(reader: Reader, tasks: Sequence[Task], device: torch.device) -> Iterator[tuple[str, Answers]]:
    """The reader's answers for each of the texts, in 16 bits."""
    reader.eval()
    for source in sorted({t.source for t in tasks}):
        rows = sorted((t for t in tasks if t.source == source), key=lambda t: (len(t.owned), t.id))  # of like length together
        for at in range(0, len(rows), ASKED):
            batch = rows[at : at + ASKED]
            item = merged(batch).on(device)
            with torch.no_grad():
                found = answers(item, encoded(reader.encoder, item), reader.heads)
            yield from zip((t.id for t in batch), _apart(found, batch), strict=True)


def _apart(found: Answers, batch: Sequence[Task]) -> list[Answers]:
    """The answers of the merged task as those of its texts."""

    def rows(values: Tensor | None, counts: Sequence[int]) -> list[Tensor | None]:
        return [None] * len(counts) if values is None else [v.clone() for v in values.clamp(-30, 30).half().cpu().split(list(counts))]

    words, mentions = [len(t.tags[0]) for t in batch], [len(t.first) for t in batch]
    pairs, ends = [len(t.pairs) for t in batch], [len(t.ends) for t in batch]
    layers = zip(*(rows(layer, words) for layer in found.tags), strict=True)
    rest = (rows(v, n) for v, n in ((found.classes, mentions), (found.antecedents, pairs), (found.margins, ends), (found.modality, ends)))
    return [Answers(*each) for each in zip(layers, *rest, strict=True)]  # type: ignore[arg-type]


def _mean(several: Sequence[Answers]) -> Answers:
    """What several teachers say of one text, on average."""

    def mean(values: Sequence[Tensor | None]) -> Tensor | None:
        there = [v.float() for v in values if v is not None]
        return torch.stack(there).mean(0).half() if there else None

    layers = (mean(layer) for layer in zip(*(each.tags for each in several), strict=True))
    rest = (mean([getattr(each, name) for each in several]) for name in ("classes", "antecedents", "margins", "modality"))
    return Answers(tuple(layers), *rest)  # type: ignore[arg-type]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--device", default="cpu")
    chosen = parser.parse_args(arguments)
    pieces = tokenizer(chosen.encoder)
    tasks = [task(e, pieces) for e in read(chosen.data)]
    if not tasks:
        raise InputError(f"there is no annotated text in the files of {chosen.data}")
    plan = Plan(epochs=chosen.epochs, seed=chosen.seed, rate=5e-5, head_rate=5e-4, rounded=0)
    found = taught(tasks, chosen.large, chosen.out, folds=chosen.folds, plan=plan, device=computing(chosen.device))
    torch.save({id_: (a.tags, a.classes, a.antecedents, a.margins, a.modality) for id_, a in found.items()}, chosen.out / "taught.pt")


if __name__ == "__main__":
    main()
