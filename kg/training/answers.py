"""What the heads say of a task: from the encoder's vectors to scores for all that is learned, and what others said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from torch import Tensor

from kg.errors import InputError
from kg.extraction.trained.labels import CLASSES, GENERAL
from kg.training.data import OURS
from kg.training.heads import Heads
from kg.training.tensors import Task

_GENERAL: Final = [CLASSES.index(GENERAL.get(c, c)) for c in CLASSES]
_UNSURE_CLASS: Final = 0.2
"""Share of things of news that are told to the relation head by their coarse class: reading is often unsure of the exact one."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the heads say of one task, a row for each row of its targets; `None` where it has none."""

    tags: tuple[Tensor, Tensor, Tensor]
    """(words, tags) of the three layers."""
    classes: Tensor | None
    """(mentions, classes)"""
    antecedents: Tensor | None
    """(mention pairs,)"""
    margins: Tensor | None
    """(entity pairs, properties)"""
    modality: Tensor | None
    """(entity pairs, modalities)"""

    def on(self, device: torch.device) -> "Answers":
        """The same on another device."""
        rest = (self.classes, self.antecedents, self.margins, self.modality)
        tags = (self.tags[0].to(device), self.tags[1].to(device), self.tags[2].to(device))
        return Answers(tags, *(None if rows is None else rows.to(device) for rows in rest))


def answers(task: Task, hidden: Tensor, heads: Heads) -> Answers:
    """All that is learned from the task; `hidden` has one row a piece of the whole text."""
    tags = heads.tags(hidden[task.heads_of_words])
    if not len(task.first):
        return Answers(tags, None, None, None, None)
    spans = heads.spans(hidden, task.first, task.last)
    classes = heads.classes(heads.dropout(spans))
    antecedents = margins = modality = None
    if len(task.pairs) and task.source != "web":
        antecedents = heads.antecedents(spans, task.kinds, task.pairs, task.gaps, task.same)
    if len(task.ends) and task.source != "coreference":
        margins, modality = relation_margins(task, hidden, spans, heads, _told_types(task) if heads.training else task.types)
    return Answers(tags, classes, antecedents, margins, modality)


def together(several: Sequence[Answers]) -> Answers:
    """The answers of several tasks as those of the merged one."""

    def rows(name: str) -> Tensor | None:
        values = [value for one in several if (value := getattr(one, name)) is not None]
        return torch.cat(values) if values else None

    layers = [torch.cat(layer) for layer in zip(*(one.tags for one in several), strict=True)]
    return Answers((layers[0], layers[1], layers[2]), *map(rows, ("classes", "antecedents", "margins", "modality")))


def _told_types(task: Task) -> Tensor:
    """Classes as the relation head is told them: some things of news by their coarse class only."""
    if task.source not in OURS:
        return task.types
    unsure = torch.rand(len(task.types), device=task.types.device) < _UNSURE_CLASS
    return torch.where(unsure, torch.tensor(_GENERAL, device=task.types.device)[task.types], task.types)


def pooled(task: Task, spans: Tensor) -> Tensor:
    """One vector an entity: log-sum-exp over its mentions (which lie between -1 and 1)."""
    sums = spans.new_zeros(len(task.types), spans.shape[1]).index_add(0, task.owner, spans.exp())
    return sums.clamp(min=1e-6).log()


def relation_margins(task: Task, hidden: Tensor, spans: Tensor, heads: Heads, types: Tensor) -> tuple[Tensor, Tensor]:
    """How far each property stands above the threshold, (entity pairs, properties), and the scores of the modalities.

    The pairs of mentions of two entities are joined by log-sum-exp: one that says it is enough.
    """
    entities = pooled(task, spans)
    ends = task.ends[task.group]
    stacked = torch.stack([entities[ends[:, 0]], entities[ends[:, 1]], spans[task.near[:, 0]], spans[task.near[:, 1]]], 1)
    scores, vectors = heads.relations(stacked, hidden, task.context, types[ends], task.crossings)
    rows = scores[:, 1:] - scores[:, :1]
    margins = grouped_logsumexp(rows, task.group, len(task.ends))
    weight = rows.detach().amax(1)
    share = (weight - grouped_logsumexp(weight[:, None], task.group, len(task.ends))[task.group, 0]).exp()
    mixed = vectors.new_zeros(len(task.ends), vectors.shape[1]).index_add(0, task.group, vectors * share[:, None])
    return margins, heads.modality(mixed)


def grouped_logsumexp(rows: Tensor, group: Tensor, count: int) -> Tensor:
    """Log-sum-exp of the rows of each group; shape (count, columns)."""
    index = group[:, None].expand_as(rows)
    top = rows.new_full((count, rows.shape[1]), -1e9).scatter_reduce(0, index, rows.detach(), "amax")
    return rows.new_zeros(count, rows.shape[1]).index_add(0, group, (rows - top[group]).exp()).log() + top


def read_answers(path: Path, tasks: Sequence[Task]) -> dict[str, Answers]:
    """What `kg.training.teach` wrote of the texts, by their ids.

    Raises
    ------
    InputError
        It does not know one of them.
    """
    found = {id_: Answers(*each) for id_, each in torch.load(path, weights_only=True).items()}
    strange = next((t.id for t in tasks if t.id not in found), None)
    if strange is not None:
        raise InputError(f"{path} says nothing of the text {strange!r}: it was written for other data. Run kg.training.teach again.")
    return found
