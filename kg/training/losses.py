"""How wrong the heads are on one example."""

from typing import Final

import torch
from torch import Tensor, nn

from kg.extraction.labels import CLASSES, GENERAL
from kg.training.data import OURS
from kg.training.heads import Heads
from kg.training.tensors import UNKNOWN, Task

_GENERAL: Final = [CLASSES.index(GENERAL.get(c, c)) for c in CLASSES]
_UNSURE_CLASS: Final = 0.2
"""Share of things of news that are told to the relation head by their coarse class: reading is often unsure of the exact one."""


def losses(task: Task, hidden: Tensor, heads: Heads) -> dict[str, Tensor]:
    """Loss of each head; `hidden` has one row a piece of the whole text."""
    found = {}
    if task.source in (*OURS, "encyclopedia"):
        found["tags"] = _tag_loss(task, hidden, heads)
    if len(task.first):
        spans = heads.spans(hidden, task.first, task.last)
        found["classes"] = _class_loss(task, spans, heads)
        if len(task.pairs) and task.source != "web":
            found["coreference"] = _coreference_loss(task, spans, heads)
        if len(task.ends) and task.source != "coreference":
            found["relations"], found["modality"] = _relation_loss(task, hidden, spans, heads)
    return found


def _tag_loss(task: Task, hidden: Tensor, heads: Heads) -> Tensor:
    total = hidden.new_zeros(())
    layers = zip(heads.tags(hidden[task.heads_of_words]), task.tags, strict=True)
    for scores, target in list(layers)[: 3 if task.source in OURS else 1]:
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
    right = torch.zeros(count, count + 1, dtype=torch.bool, device=scores.device)
    right[task.pairs[:, 1], task.pairs[:, 0]] = task.together
    right[:, count] = ~right.any(1)
    return (torch.logsumexp(table, 1) - torch.logsumexp(table.masked_fill(~right, -1e9), 1)).mean()


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


def _relation_loss(task: Task, hidden: Tensor, spans: Tensor, heads: Heads) -> tuple[Tensor, Tensor]:
    types = task.types
    if task.source in OURS:
        unsure = torch.rand(len(types), device=types.device) < _UNSURE_CLASS
        types = torch.where(unsure, torch.tensor(_GENERAL, device=types.device)[types], types)
    margins, modality = relation_margins(task, hidden, spans, heads, types)
    told = (task.modality != UNKNOWN).sum()
    manner = nn.functional.cross_entropy(modality, task.modality, ignore_index=UNKNOWN, reduction="sum") / told.clamp(min=1)
    return threshold_loss(margins, task.labels, task.known), manner


def threshold_loss(margins: Tensor, labels: Tensor, known: Tensor) -> Tensor:
    """Adaptive-threshold loss: true properties (1) above 0, all other known ones (0) below it; unknown ones and those of -1 do not count.

    References
    ----------
    .. [1] Zhou and others 2021, "Document-Level Relation Extraction with Adaptive Thresholding", https://arxiv.org/abs/2010.11304
    """
    positive = (labels > 0).float()
    scores = torch.cat([margins.new_zeros(len(margins), 1), margins.masked_fill((~known & (labels == 0)) | (labels < 0), -1e9)], 1)
    true = torch.cat([labels.new_zeros(len(labels), 1), positive], 1)
    false = 1.0 - true
    false[:, 0] = 0.0
    above = -(scores - false * 1e9).log_softmax(1).mul(true).sum(1)
    below = -(scores - true * 1e9).log_softmax(1)[:, 0]
    return (above + below).sum() / (1.0 + positive.any(1).sum()) * PAIR_WEIGHT


PAIR_WEIGHT: Final = 0.1
"""The relation loss is a sum over pairs, measured by the number of pairs that have a property: articles of all sizes weigh alike."""
