"""An example as the tensors that the heads learn from."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from kg.extraction.geometry import contexts, crossings, nearest, piece_spans, sentence_numbers
from kg.extraction.heads import antecedent_pairs, gap, kind_numbers, likeness
from kg.extraction.labels import CLASSES, COARSE, MODALITIES, NAME_TAGS, NOMINAL_TAGS, PROPERTIES, TITLE_TAGS
from kg.extraction.pieces import Pieces, pieces
from kg.extraction.wordlist import words
from kg.training.data import Example, Marked, properties_known

UNKNOWN: Final = -100
"""Target of a word whose tag is not annotated."""

_PRONOUNS: Final = words(
    "he him his himself she her hers herself it its itself they them their theirs themselves i me my mine we us our ours",
    "you your who whom whose which",
)
_GENERIC: Final = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "MISC": "Work"}
_KIND_OF_CLASS: Final = {c: kind for kind, classes in COARSE.items() for c in classes}


@dataclass(frozen=True, slots=True)
class Task:
    """One example, ready: `pieces` to encode, and what each head should answer."""

    example: Example
    pieces: Pieces
    tags: tuple[Tensor, Tensor, Tensor]
    """Targets of the three layers, one a word."""
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    """Pieces of each mention."""
    allowed: Tensor
    """(mentions, classes): which classes the annotation allows."""
    kinds: Tensor
    pairs: Tensor
    gaps: Tensor
    same: Tensor
    together: Tensor
    """(mention pairs,) whether both are of one entity."""
    ends: NDArray[np.int64]
    """(entity pairs, 2) entities; `near` their nearest mentions."""
    near: NDArray[np.int64]
    context: Tensor
    crossings: Tensor
    types: Tensor
    labels: Tensor
    """(entity pairs, properties + 1), column 0 the threshold."""
    known: Tensor
    modality: Tensor


def task(example: Example, tokenizer: Tokenizer) -> Task:
    """The example with all its targets."""
    parts = pieces(example.text, tokenizer)
    first, last = piece_spans(parts, [m.start for m in example.mentions], [m.end for m in example.mentions])
    pairs = antecedent_pairs(len(example.mentions))
    texts = [example.text[m.start : m.end] for m in example.mentions]
    owners = np.array([m.entity for m in example.mentions], dtype=np.int64)
    ends, near = _entity_pairs(example, first, last)
    labels, modality = _labels(example, ends)
    known = properties_known(example)
    return Task(
        example=example,
        pieces=parts,
        tags=_tags(example, parts),
        first=first,
        last=last,
        allowed=torch.tensor([_allowed(example.types[m.entity]) for m in example.mentions], dtype=torch.bool).reshape(-1, len(CLASSES)),
        kinds=torch.from_numpy(kind_numbers([m.kind for m in example.mentions])),
        pairs=torch.from_numpy(pairs),
        gaps=torch.from_numpy(gap(pairs[:, 1] - pairs[:, 0])),
        same=torch.tensor([likeness(texts[i], texts[j]) for i, j in pairs.tolist()], dtype=torch.float32).reshape(-1, 4),
        together=torch.from_numpy(owners[pairs[:, 0]] == owners[pairs[:, 1]]),
        ends=ends,
        near=near,
        context=torch.from_numpy(contexts(first, last, near, len(parts.ids))),
        crossings=torch.from_numpy(crossings(first, near, sentence_numbers(parts))),
        types=torch.tensor(
            [[CLASSES.index(_GENERIC.get(example.types[e], example.types[e])) for e in pair] for pair in ends.tolist()]
        ).reshape(-1, 2),
        labels=labels,
        known=torch.tensor([True] + [p in known for p in PROPERTIES]),
        modality=modality,
    )


def _allowed(type_: str) -> list[bool]:
    classes = COARSE.get(type_, (type_,))
    return [c in classes for c in CLASSES]


def _entity_pairs(example: Example, first: NDArray[np.int64], last: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    of: list[list[int]] = [[] for _ in example.types]
    for i, m in enumerate(example.mentions):
        of[m.entity].append(i)
    ends = [(s, o) for s in range(len(of)) for o in range(len(of)) if s != o and of[s] and of[o]]
    near = [nearest(first, last, of[s], of[o]) for s, o in ends]
    return np.array(ends, dtype=np.int64).reshape(-1, 2), np.array(near, dtype=np.int64).reshape(-1, 2)


def _labels(example: Example, ends: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
    row = {(s, o): i for i, (s, o) in enumerate(ends.tolist())}
    labels = torch.zeros(len(ends), len(PROPERTIES) + 1)
    modality = torch.full((len(ends),), UNKNOWN)
    for s, p, o, m in example.facts:
        labels[row[s, o], PROPERTIES.index(p) + 1] = 1.0
        if example.ours:
            modality[row[s, o]] = MODALITIES.index(m)
    return labels, modality


def _tags(example: Example, parts: Pieces) -> tuple[Tensor, Tensor, Tensor]:
    names = [m for m in example.mentions if m.kind != "nominal" and example.types[m.entity] != "Position"]
    titles = [m for m in example.mentions if example.types[m.entity] == "Position"]
    nominals = [m for m in example.mentions if m.kind == "nominal" and example.types[m.entity] != "Position"]
    kind = {m: "PRON" if m.kind == "pronoun" else _coarse(example.types[m.entity]) for m in example.mentions}
    first = _layer(parts, names, kind, NAME_TAGS)
    if example.ours:
        return first, _layer(parts, titles, dict.fromkeys(titles, "POS"), TITLE_TAGS), _layer(parts, nominals, kind, NOMINAL_TAGS)
    for w, start in enumerate(parts.starts[parts.first].tolist()):
        end = parts.ends[np.append(parts.first[1:], len(parts.ids))[w] - 1]
        if example.text[start:end].lower() in _PRONOUNS:
            first[w] = UNKNOWN
    nothing = torch.full((len(parts.first),), UNKNOWN)
    return first, nothing, nothing.clone()


def _coarse(type_: str) -> str:
    return type_ if type_ in COARSE else _KIND_OF_CLASS[type_]


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
