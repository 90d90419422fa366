"""How wrong the heads are on one example."""

from typing import Final

import torch
from torch import Tensor, nn

from kg.training.answers import Answers
from kg.training.data import OURS
from kg.training.tensors import UNKNOWN, Task


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
