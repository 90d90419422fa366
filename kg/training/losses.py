"""How wrong the heads are on one example."""

from collections.abc import Sequence
from dataclasses import dataclass
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


def losses(task: Task, found: Answers) -> dict[str, Tensor]:
    """How wrong each head is by the annotation."""
    result = {}
    if task.source in (*OURS, "encyclopedia"):
        result["tags"] = _tag_loss(task, found.tags)
    if found.classes is not None:
        result["classes"] = -torch.logsumexp(found.classes.log_softmax(1).masked_fill(~task.allowed, -1e9), 1).mean()
    if found.antecedents is not None:
        result["coreference"] = _coreference_loss(task, found.antecedents)
    if found.margins is not None and found.modality is not None:
        told = (task.modality != UNKNOWN).sum()
        manner = nn.functional.cross_entropy(found.modality, task.modality, ignore_index=UNKNOWN, reduction="sum")
        result["relations"], result["modality"] = threshold_loss(found.margins, task.labels, task.known), manner / told.clamp(min=1)
    return result


def disagreement(task: Task, found: Answers, taught: Answers) -> dict[str, Tensor]:
    """How far each head is from what a teacher says, which has an opinion also where nothing is annotated.

    References
    ----------
    .. [1] Hinton and others 2015, "Distilling the Knowledge in a Neural Network", https://arxiv.org/abs/1503.02531
    """
    result = {"tags": torch.stack([_divergence(a, b) for a, b in zip(found.tags, taught.tags, strict=True)]).sum()}
    if found.classes is not None and taught.classes is not None:
        allowed = torch.where(task.allowed, 0.0, -1e4)
        result["classes"] = _divergence(found.classes + allowed, taught.classes + allowed)
    if found.antecedents is not None and taught.antecedents is not None:
        rows = (_antecedent_table(task, scores) for scores in (found.antecedents, taught.antecedents))
        result["coreference"] = _divergence(*rows)
    if found.margins is not None and taught.margins is not None:
        likely = taught.margins.float().sigmoid()
        apart = nn.functional.binary_cross_entropy_with_logits(found.margins, likely, reduction="sum")
        result["relations"] = apart / (1.0 + likely.amax(1).sum()) * PAIR_WEIGHT
    return result


def _divergence(found: Tensor, taught: Tensor) -> Tensor:
    """Mean cross entropy of the rows against the taught distribution."""
    return nn.functional.cross_entropy(found, taught.float().softmax(1))


def _tag_loss(task: Task, layers: tuple[Tensor, Tensor, Tensor]) -> Tensor:
    total = layers[0].new_zeros(())
    for scores, target in list(zip(layers, task.tags, strict=True))[: 3 if task.source in OURS else 1]:
        total = total + nn.functional.cross_entropy(scores, target, ignore_index=UNKNOWN)
    return total


def _antecedent_table(task: Task, scores: Tensor) -> Tensor:
    """(mentions, mentions and none) scores of each mention's antecedents."""
    count = len(task.first)
    table = scores.new_full((count, count + 1), -1e4)
    table[:, count] = 0.0
    table[task.pairs[:, 1], task.pairs[:, 0]] = scores
    return table


def _coreference_loss(task: Task, scores: Tensor) -> Tensor:
    table = _antecedent_table(task, scores)
    right = torch.zeros(table.shape, dtype=torch.bool, device=scores.device)
    right[task.pairs[:, 1], task.pairs[:, 0]] = task.together
    right[:, -1] = ~right.any(1)
    return (torch.logsumexp(table, 1) - torch.logsumexp(table.masked_fill(~right, -1e9), 1)).mean()


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
