"""How wrong the heads are on one example."""

from typing import Final

import torch
from torch import Tensor, nn

from kg.extraction.labels import CLASSES
from kg.training.heads import Heads
from kg.training.tensors import UNKNOWN, Task

MOST_PAIRS: Final = 900
_GENERIC: Final = {c: CLASSES.index("Organization") for c in range(1, 13)} | {c: CLASSES.index("Place") for c in range(14, 19)}


def losses(task: Task, hidden: Tensor, heads: Heads, generator: torch.Generator) -> dict[str, Tensor]:
    """Loss of each head; `hidden` has one row a piece of the whole text."""
    found = {"tags": _tag_loss(task, hidden, heads)}
    if len(task.first):
        spans = heads.spans(hidden, torch.from_numpy(task.first), torch.from_numpy(task.last))
        found["classes"] = _class_loss(task, spans, heads)
        if len(task.pairs):
            found["coreference"] = _coreference_loss(task, spans, heads)
        if len(task.ends):
            found["relations"], found["modality"] = _relation_loss(task, hidden, spans, heads, generator)
    return found


def _tag_loss(task: Task, hidden: Tensor, heads: Heads) -> Tensor:
    total = hidden.new_zeros(())
    for scores, target in zip(heads.tags(hidden[torch.from_numpy(task.pieces.first)]), task.tags, strict=True):
        if (target != UNKNOWN).any():
            total = total + nn.functional.cross_entropy(scores, target, ignore_index=UNKNOWN)
    return total


def _class_loss(task: Task, spans: Tensor, heads: Heads) -> Tensor:
    scores = heads.classes(heads.dropout(spans)).log_softmax(1)
    return -torch.logsumexp(scores.masked_fill(~task.allowed, -1e9), 1).mean()


def _coreference_loss(task: Task, spans: Tensor, heads: Heads) -> Tensor:
    scores = heads.antecedents(spans, task.kinds, task.pairs, task.gaps, task.same)
    count = len(task.first)
    table = scores.new_full((count, count + 1), -1e9)
    table[:, count] = 0.0
    table[task.pairs[:, 1], task.pairs[:, 0]] = scores
    right = torch.zeros(count, count + 1, dtype=torch.bool)
    right[task.pairs[:, 1], task.pairs[:, 0]] = task.together
    right[:, count] = ~right.any(1)
    return (torch.logsumexp(table, 1) - torch.logsumexp(table.masked_fill(~right, -1e9), 1)).mean()


def pooled(task: Task, spans: Tensor) -> Tensor:
    """One vector an entity: log-sum-exp over its mentions."""
    owners = torch.tensor([m.entity for m in task.example.mentions])
    rows = [
        torch.logsumexp(spans[owners == e], 0) if (owners == e).any() else spans.new_zeros(spans.shape[1])
        for e in range(len(task.example.types))
    ]
    return torch.stack(rows)


def pair_inputs(task: Task, hidden: Tensor, spans: Tensor, rows: Tensor) -> tuple[Tensor, Tensor]:
    """`ends` and `context` of `Heads.relations` for the given pairs."""
    entities = pooled(task, spans)
    ends, near = torch.from_numpy(task.ends)[rows], torch.from_numpy(task.near)[rows]
    stacked = torch.stack([entities[ends[:, 0]], entities[ends[:, 1]], spans[near[:, 0]], spans[near[:, 1]]], 1)
    sums = torch.cat([hidden.new_zeros(1, hidden.shape[1]), hidden.cumsum(0)])
    ranges = task.context[rows]
    size = (ranges[..., 1] - ranges[..., 0]).clamp(min=1)[..., None]
    means = (sums[ranges[..., 1].clamp(min=0)] - sums[ranges[..., 0]]) / size
    means = torch.where((ranges[..., 1] > ranges[..., 0])[..., None], means, torch.zeros_like(means))
    return stacked, means.flatten(1)


def _relation_loss(task: Task, hidden: Tensor, spans: Tensor, heads: Heads, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    positive = task.labels.any(1)
    order = torch.rand(len(positive), generator=generator) + 2.0 * positive
    rows = order.argsort(descending=True)[:MOST_PAIRS]
    ends, context = pair_inputs(task, hidden, spans, rows)
    types = task.types[rows]
    if task.example.ours and torch.rand((), generator=generator) < 0.2:  # the reading is often unsure of the exact class
        types = types.clone().apply_(lambda c: _GENERIC.get(c, c))
    scores, modality = heads.relations(ends, context, types, task.crossings[rows])
    wanted = task.modality[rows]
    manner = nn.functional.cross_entropy(modality, wanted, ignore_index=UNKNOWN) if (wanted != UNKNOWN).any() else scores.new_zeros(())
    return threshold_loss(scores, task.labels[rows], task.known), manner


def threshold_loss(scores: Tensor, labels: Tensor, known: Tensor) -> Tensor:
    """Adaptive-threshold loss: true properties above column 0, all other known ones below it; unknown ones do not count."""
    scores = scores.masked_fill(~known & (labels == 0), -1e9)
    threshold = torch.zeros_like(labels)
    threshold[:, 0] = 1.0
    above = -(scores - (1.0 - labels - threshold) * 1e9).log_softmax(1).mul(labels).sum(1)
    below = -(scores - labels * 1e9).log_softmax(1)[:, 0]
    return (above + below).mean()
