"""An example as the tensors that the heads learn from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import accumulate
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from kg.extraction.trained.geometry import closest, contexts, crossings, piece_spans, sentence_numbers
from kg.extraction.trained.heads import antecedent_pairs, gap, kind_numbers, likeness
from kg.extraction.trained.labels import CLASSES, COARSE, KIND_OF, MODALITIES, NAME_TAGS, NOMINAL_TAGS, PROPERTIES, TITLE_TAGS
from kg.extraction.trained.pieces import Pieces, padded, pieces, windows
from kg.training.data import OURS, PRONOUNS, Example, Marked

UNKNOWN: Final = -100
"""Target of a word whose tag is not annotated."""
UNSAID: Final = -1.0
"""Label of a property that follows from others."""

_GENERIC: Final = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "MISC": "Work"}


@dataclass(frozen=True, slots=True)
class Task:
    """One example, ready, with all tensors on one device: what to encode, and what each head should answer."""

    id: str
    source: str
    ids: Tensor
    """(windows, pieces) with [CLS] and [SEP], padded with zeros; `shapes` and `present` alike."""
    shapes: Tensor
    present: Tensor
    owned: Tensor
    """(pieces,) where in the flattened windows each piece of the text is read."""
    heads_of_words: Tensor
    """(words,) first piece of each word."""
    tags: tuple[Tensor, Tensor, Tensor]
    """Targets of the three layers, one a word."""
    first: Tensor
    last: Tensor
    """(mentions,) pieces of each mention."""
    owner: Tensor
    """(mentions,) its entity."""
    allowed: Tensor
    """(mentions, classes): which classes the annotation allows."""
    kinds: Tensor
    pairs: Tensor
    gaps: Tensor
    same: Tensor
    together: Tensor
    """(mention pairs,) whether both are of one entity."""
    ends: Tensor
    """(entity pairs, 2) entities."""
    near: Tensor
    """(rows, 2) pairs of mentions that speak of them, `group` (rows,) of which pair of entities."""
    group: Tensor
    context: Tensor
    crossings: Tensor
    types: Tensor
    """(entities,) number of the class."""
    labels: Tensor
    """(entity pairs, properties): 1 true, 0 false or unknown (`known` tells), -1 not to be judged."""
    known: Tensor
    """(entity pairs, properties): whether the absence of the property means something."""
    modality: Tensor

    def on(self, device: torch.device) -> "Task":
        """The same on another device."""

        def moved(value: object) -> object:
            if isinstance(value, tuple):
                return tuple(moved(v) for v in value)
            return value.to(device) if isinstance(value, Tensor) else value

        return Task(*(moved(getattr(self, f.name)) for f in fields(self)))  # type: ignore[arg-type]


def task(example: Example, tokenizer: Tokenizer) -> Task:
    """The example with all its targets."""
    parts = pieces(example.text, tokenizer)
    first, last = piece_spans(parts, [m.start for m in example.mentions], [m.end for m in example.mentions])
    pairs = antecedent_pairs(len(example.mentions))
    texts = [example.text[m.start : m.end] for m in example.mentions]
    owners = np.array([m.entity for m in example.mentions], dtype=np.int64)
    sentences = sentence_numbers(parts)
    ends, near, group = closest(first, last, owners, sentences)
    labels, modality = _labels(example, ends)
    types = [CLASSES.index(_GENERIC.get(t, t)) if t else 0 for t in example.types]
    return Task(
        example.id,
        example.source,
        *_windowed(parts),
        heads_of_words=torch.from_numpy(parts.first),
        tags=_tags(example, parts),
        first=torch.from_numpy(first),
        last=torch.from_numpy(last),
        owner=torch.from_numpy(owners),
        allowed=torch.tensor([_allowed(example.types[m.entity]) for m in example.mentions], dtype=torch.bool).reshape(-1, len(CLASSES)),
        kinds=torch.from_numpy(kind_numbers([m.kind for m in example.mentions])),
        pairs=torch.from_numpy(pairs),
        gaps=torch.from_numpy(gap(pairs[:, 1] - pairs[:, 0])),
        same=torch.from_numpy(likeness(texts, pairs)),
        together=torch.from_numpy(owners[pairs[:, 0]] == owners[pairs[:, 1]]),
        ends=torch.from_numpy(ends),
        near=torch.from_numpy(near),
        group=torch.from_numpy(group),
        context=torch.from_numpy(contexts(first, last, near, len(parts.ids))),
        crossings=torch.from_numpy(crossings(first, near, sentences)),
        types=torch.tensor(types, dtype=torch.long),
        labels=labels,
        known=torch.tensor([p in example.known for p in PROPERTIES]).expand(len(ends), -1),
        modality=modality,
    )


def merged(tasks: Sequence[Task]) -> Task:
    """Texts of one source as one task: a step then costs the device as many calls as a single text."""
    if len(tasks) == 1:
        return tasks[0]
    length = max(t.ids.shape[1] for t in tasks)
    rows, parts = _offsets(len(t.ids) for t in tasks), _offsets(len(t.owned) for t in tasks)
    mentions, things, couples = (_offsets(len(getattr(t, name)) for t in tasks) for name in ("first", "types", "ends"))

    def joined(name: str, offsets: Sequence[int] | None = None) -> Tensor:
        values = [getattr(t, name) for t in tasks]
        return torch.cat(values if offsets is None else [v + n for v, n in zip(values, offsets, strict=True)])

    wide = {
        name: torch.cat([torch.nn.functional.pad(getattr(t, name), (0, length - t.ids.shape[1])) for t in tasks])
        for name in ("ids", "shapes", "present")
    }
    owned = [(t.owned // t.ids.shape[1] + n) * length + t.owned % t.ids.shape[1] for t, n in zip(tasks, rows, strict=True)]
    return Task(
        tasks[0].id,
        tasks[0].source,
        **wide,
        owned=torch.cat(owned),
        heads_of_words=joined("heads_of_words", parts),
        tags=(torch.cat([t.tags[0] for t in tasks]), torch.cat([t.tags[1] for t in tasks]), torch.cat([t.tags[2] for t in tasks])),
        owner=joined("owner", things),
        pairs=joined("pairs", mentions),
        ends=joined("ends", things),
        near=joined("near", mentions),
        group=joined("group", couples),
        **{name: joined(name, parts) for name in ("first", "last", "context")},
        **{
            name: joined(name)
            for name in ("allowed", "kinds", "gaps", "same", "together", "crossings", "types", "labels", "known", "modality")
        },
    )


def _offsets(sizes: Iterable[int]) -> list[int]:
    return [0, *accumulate(sizes)][:-1]


def _windowed(parts: Pieces) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    spots = windows(len(parts.ids))
    ids, shapes, present = (torch.from_numpy(a) for a in padded(parts.ids, parts.shapes, spots))
    own = [torch.arange(1 + w.own_begin - w.begin, 1 + w.own_end - w.begin) + row * ids.shape[1] for row, w in enumerate(spots)]
    return ids, shapes, present, torch.cat(own)


def _allowed(type_: str) -> list[bool]:
    classes = COARSE.get(type_, (type_,)) if type_ else CLASSES
    return [c in classes for c in CLASSES]


def _labels(example: Example, ends: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
    row = {(s, o): i for i, (s, o) in enumerate(ends.tolist())}
    labels = torch.zeros(len(ends), len(PROPERTIES))
    modality = torch.full((len(ends),), UNKNOWN)
    for s, p, o in example.implied:
        if (s, o) in row:
            labels[row[s, o], PROPERTIES.index(p)] = UNSAID
    for s, p, o, m in example.facts:
        if (s, o) in row:
            labels[row[s, o], PROPERTIES.index(p)] = 1.0
            if example.source in OURS:
                modality[row[s, o]] = MODALITIES.index(m)
    return labels, modality


def _tags(example: Example, parts: Pieces) -> tuple[Tensor, Tensor, Tensor]:
    nothing = torch.full((len(parts.first),), UNKNOWN)
    if example.source in ("web", "coreference"):
        return nothing, nothing.clone(), nothing.clone()
    names = [m for m in example.mentions if m.kind != "nominal" and example.types[m.entity] != "Position"]
    titles = [m for m in example.mentions if example.types[m.entity] == "Position"]
    nominals = [m for m in example.mentions if m.kind == "nominal" and example.types[m.entity] != "Position"]
    kind = {m: "PRON" if m.kind == "pronoun" else _coarse(example.types[m.entity]) for m in example.mentions}
    first = _layer(parts, names, kind, NAME_TAGS)
    if example.source in OURS:
        return first, _layer(parts, titles, dict.fromkeys(titles, "POS"), TITLE_TAGS), _layer(parts, nominals, kind, NOMINAL_TAGS)
    for w, start in enumerate(parts.starts[parts.first].tolist()):
        end = parts.ends[np.append(parts.first[1:], len(parts.ids))[w] - 1]
        if example.text[start:end].lower() in PRONOUNS:
            first[w] = UNKNOWN
    return first, nothing, nothing.clone()


def _coarse(type_: str) -> str:
    return type_ if type_ in COARSE else KIND_OF[type_]


def _layer(parts: Pieces, mentions: list[Marked], kind: dict[Marked, str], tags: tuple[str, ...]) -> Tensor:
    """One layer's targets; of overlapping mentions the longest stands."""
    target = torch.zeros(len(parts.first), dtype=torch.long)
    first, last = piece_spans(parts, [m.start for m in mentions], [m.end for m in mentions])
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].start - mentions[i].end, mentions[i].start))
    for i in order:
        a, b = int(parts.word[first[i]]), int(parts.word[last[i]])
        if not target[a : b + 1].any():
            target[a] = tags.index("B-" + kind[mentions[i]])
            target[a + 1 : b + 1] = tags.index("I-" + kind[mentions[i]])
    return target
