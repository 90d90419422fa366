"""The trained reader at run time: onnxruntime for the encoder, numpy for the heads.

The weights are ours (see the model card in docs/model-card.md); `kg/training` makes them.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import WordPiece

from kg.errors import PipelineMissing
from kg.extraction.spot import Spot
from kg.extraction.trained.heads import Heads
from kg.extraction.trained.labels import CLASSES, COARSE, NAME_TAGS, NOMINAL_TAGS, PROPERTIES, TITLE_TAGS
from kg.extraction.trained.pieces import OPENS, Pieces, padded, pieces, windows
from kg.model import Span

Array = NDArray[np.float32]

MODEL: Final = Path(__file__).with_name("model")
VERSION: Final = 3
_BATCH = 8


@dataclass(frozen=True, slots=True)
class Sight:
    """An article as the model sees it."""

    pieces: Pieces
    hidden: Array
    """(pieces, width)."""


@dataclass(frozen=True, slots=True)
class ReaderModel:
    """Encoder, heads and tokenizer."""

    session: onnxruntime.InferenceSession
    heads: Heads
    tokenizer: Tokenizer
    seen: NDArray[np.bool_]
    """(classes, classes, properties) whether training saw the property between things of these classes."""

    def sight(self, text: str, apart: Sequence[Span] = ()) -> Sight:
        """The text encoded, window by window; what stands `apart`, datelines and bylines, by itself, and what follows as a beginning.

        The stories that the reader learned from have neither.
        """
        parts = pieces(text, self.tokenizer)
        if not apart:
            return Sight(parts, self._encoded(parts.ids, parts.shapes))
        part, shapes = np.zeros(len(parts.ids), dtype=np.int64), parts.shapes
        for number, span in enumerate(apart, 1):
            part[(parts.starts >= span.start) & (parts.starts < span.end)] = number
            after = np.flatnonzero(parts.starts >= span.end)[:1]
            shapes = np.where(np.isin(parts.word, parts.word[after]), shapes % OPENS + OPENS, shapes)
        hidden = np.zeros((len(parts.ids), self._width), dtype=np.float32)
        for rows in (np.flatnonzero(part == number) for number in range(len(apart) + 1)):
            hidden[rows] = self._encoded(parts.ids[rows], shapes[rows])
        return Sight(parts, hidden)

    @property
    def _width(self) -> int:
        return int(self.heads.weights["names.weight"].shape[1])

    def _encoded(self, ids: NDArray[np.int64], shapes: NDArray[np.int64]) -> Array:
        """(pieces, width) for pieces that follow each other."""
        hidden: list[Array] = []
        spots = windows(len(ids)) if len(ids) else []
        for at in range(0, len(spots), _BATCH):
            batch = spots[at : at + _BATCH]
            fed = padded(ids, shapes, batch)  # windows of one article are equally long
            out = self.session.run(None, {"ids": fed[0], "shapes": fed[1]})[0]
            hidden += [out[row, 1 + w.own_begin - w.begin : 1 + w.own_end - w.begin] for row, w in enumerate(batch)]
        return np.concatenate(hidden) if hidden else np.zeros((0, self._width), dtype=np.float32)

    def spots(self, sight: Sight, text: str) -> list[Spot]:
        """Names, pronouns, titles and descriptions, in text order."""
        if not len(sight.pieces.first):
            return []
        schemes = (NAME_TAGS, TITLE_TAGS, NOMINAL_TAGS)
        best = paths(self.heads.tags(sight.hidden[sight.pieces.first]), schemes)
        found = [(a, b, kind, tags) for path, tags in zip(best, schemes, strict=True) for a, b, kind in _spans(path, tags)]
        last_piece = np.append(sight.pieces.first[1:], len(sight.pieces.ids)) - 1
        first = np.array([sight.pieces.first[a] for a, _, _, _ in found], dtype=np.int64)
        last = np.array([last_piece[b] for _, b, _, _ in found], dtype=np.int64)
        if not found:
            return []
        classes = _softmax(self.heads.classes(self.heads.spans(sight.hidden, first, last)))
        made = []
        for i, (_, _, kind, tags) in enumerate(found):
            start, end = int(sight.pieces.starts[first[i]]), int(sight.pieces.ends[last[i]])
            type_, score = _class(classes[i], kind)
            if tags is NAME_TAGS and kind != "PRON":
                start, end = trimmed(text, start, end)
                if start >= end:
                    continue
            made.append(Spot(start, end, "pronoun" if kind == "PRON" else "name" if tags is NAME_TAGS else "nominal", type_, score))
        return sorted(set(made))


_EDGE: Final = re.compile(r"(?:[’']s?|[\s,;:.–—-]+|\s(?:of|for|and|the|in|on|at|to|&|with|by|[Bb]etween)(?:\sthe)?)$")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a name without what cannot begin or end one; it ends where its line ends.

    >>> trimmed("the Department of Health and ", 0, 29)
    (4, 24)
    """
    line = text.find("\n", start, end)
    end = line if line >= 0 else end
    if text[start:end].lower().startswith(("the ", "a ", "an ")) and end - start > 4:
        start += text[start:end].index(" ") + 1
    while (
        start < end
        and (found := _EDGE.search(text[start:end]))
        and not re.search(r"\b[A-Za-z]\.$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|Bros)\.$", text[start:end])
    ):
        end = start + found.start()
    return start, end


_NUMBERS: Final = {
    "POS": (CLASSES.index("Position"),),
    "PRON": tuple(range(len(CLASSES))),
    **{kind: tuple(CLASSES.index(c) for c in classes if c != "Position") for kind, classes in COARSE.items()},
}
"""Kind of a mention to the numbers of the classes that it may be of."""


def _class(row: Array, kind: str) -> tuple[str, float]:
    allowed = _NUMBERS[kind]
    best = max(allowed, key=lambda c: float(row[c]))
    total = float(sum(row[c] for c in allowed))
    return CLASSES[best], float(row[best]) / total if total > 0 else 0.0


def spans(scores: Array, tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans of words (first, last, kind) on the best path that the B-I-O scheme allows."""
    return _spans(paths([scores], [tags])[0], tags)


def paths(layers: Sequence[Array], schemes: Sequence[Sequence[str]]) -> list[list[int]]:
    """Numbers of the tags on the best path through each layer that its B-I-O scheme allows; one pass over the words for all layers."""
    size = max(len(tags) for tags in schemes)
    best = np.full((len(layers[0]), len(layers), size), -np.inf, dtype=np.float32)
    allowed = np.zeros((len(layers), size, size), dtype=np.float32)
    for n, (scores, tags) in enumerate(zip(layers, schemes, strict=True)):
        best[:, n, : len(tags)] = scores
        best[0, n, : len(tags)] += [-1e6 if t.startswith("I-") else 0.0 for t in tags]
        for j, tag in enumerate(tags):
            if tag.startswith("I-"):
                allowed[n, : len(tags), j] = [0.0 if before[2:] == tag[2:] and before != "O" else -1e6 for before in tags]
    for before, word in pairwise(best):
        word += (before[:, :, None] + allowed).max(1)
    return [_path(best[:, n], allowed[n], tags) for n, tags in enumerate(schemes)]


def _path(best: Array, allowed: Array, tags: Sequence[str]) -> list[int]:
    """The path back from the last word: only before an I tag it matters what is allowed."""
    tops = best.argmax(1).tolist()
    path: list[int] = tops[-1:]
    for t in range(len(best) - 2, -1, -1):
        tag = path[-1]
        path.append(int((best[t] + allowed[:, tag]).argmax()) if tags[tag].startswith("I-") else tops[t])
    return path[::-1]


def _spans(path: Sequence[int], tags: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(path):
        name = tags[tag]
        if name.startswith("B-"):
            found.append((i, i, name[2:]))
        elif name.startswith("I-"):
            found[-1] = (found[-1][0], i, found[-1][2])
    return found


def _softmax(scores: Array) -> Array:
    top: Array = np.exp(scores - scores.max(1, keepdims=True))
    shares: Array = top / top.sum(1, keepdims=True)
    return shares


def tokenizer_of(vocabulary: Sequence[str]) -> Tokenizer:
    """BERT's uncased word pieces over the vocabulary."""
    made = Tokenizer(WordPiece({piece: i for i, piece in enumerate(vocabulary)}, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


@cache
def load(folder: Path = MODEL) -> ReaderModel | None:
    """The model in the folder; none if the folder is not there.

    Raises
    ------
    PipelineMissing
        A file is missing, damaged or of another version.
    """
    if not folder.is_dir():
        return None
    try:
        card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        if card["version"] != VERSION:
            raise PipelineMissing(f"the reader model in {folder} has version {card['version']}, not {VERSION}: install newsgraph again")
        for name, expected in card["files"].items():
            if sha256((folder / name).read_bytes()).hexdigest() != expected:
                raise PipelineMissing(f"{folder / name} is damaged (its SHA-256 is not the recorded one): install newsgraph again")
        with np.load(folder / "heads.npz") as weights:
            arrays = {k: weights[k] for k in weights.files if k not in ("vocabulary", "seen")}
            seen = np.unpackbits(weights["seen"])[: len(CLASSES) ** 2 * len(PROPERTIES)].astype(bool)
            vocabulary = bytes(weights["vocabulary"]).decode("utf-8").split("\n")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
    except (OSError, KeyError, ValueError) as error:
        raise PipelineMissing(f"the reader model in {folder} cannot be read ({error}): install newsgraph again") from error
    return ReaderModel(session, Heads(arrays), tokenizer_of(vocabulary), seen.reshape(len(CLASSES), len(CLASSES), -1))
