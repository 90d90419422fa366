"""What the reader model says of pairs: antecedents of mentions, and relations between things over the whole article."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.extraction.geometry import contexts, crossings, nearest, piece_spans, sentence_numbers
from kg.extraction.heads import antecedent_pairs, gap, kind_numbers, likeness
from kg.extraction.labels import CLASSES, MODALITIES, PROPERTIES, SYMMETRIC
from kg.extraction.reader_model import ReaderModel, Sight
from kg.extraction.scene import Scene, Thing, fact
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words
from kg.model import Modality, Span, Statement

Numbers = NDArray[np.int64]

MARGIN: Final = 1.5
"""How far above the threshold a relation must score."""

SURER: Final = {"citizenOf": 1.0, "headOf": 1.0, "headOfState": 0.5, "headOfGovernment": 0.5, "ministerOf": 0.5}
"""Properties with a margin of their own."""

UNSURE: Final = words(
    "about actor basedIn cooperatesWith createdBy governmentBodyOf locatedIn operatesIn opponentOf organizedBy participatesIn partOf party",
    "place represents supports target worksFor",
)
"""Properties whose statements by the model alone were wrong more often than not on half of news-wide: left to the rules."""


def antecedents(model: ReaderModel | None, sight: Sight | None, spots: list[Spot], text: str) -> dict[tuple[int, int], float]:
    """Score of each (earlier, later) pair of spots; empty without a model."""
    if model is None or sight is None or len(spots) < 2:
        return {}
    first, last = piece_spans(sight.pieces, [s.start for s in spots], [s.end for s in spots])
    spans = model.heads.spans(sight.hidden, first, last)
    pairs_ = antecedent_pairs(len(spots))
    texts = [text[s.start : s.end] for s in spots]
    same = np.array([likeness(texts[i], texts[j]) for i, j in pairs_.tolist()], dtype=np.float32).reshape(-1, 4)
    scores = model.heads.antecedents(spans, kind_numbers([s.kind for s in spots]), pairs_, gap(pairs_[:, 1] - pairs_[:, 0]), same)
    return {(i, j): float(s) for (i, j), s in zip(pairs_.tolist(), scores, strict=True)}


def pairs(scene: Scene, model: ReaderModel, sight: Sight) -> list[Statement]:
    """Statements between things with mentions, above the margin."""
    things = [t for t in scene.things.values() if t.spots and t.type in CLASSES]
    if len(things) < 2:
        return []
    spots = [s for t in things for s in t.spots]
    of = _numbers(things)
    first, last = piece_spans(sight.pieces, [s.start for s in spots], [s.end for s in spots])
    vectors = model.heads.spans(sight.hidden, first, last)
    pooled = np.stack([np.log(np.exp(vectors[rows]).sum(0)) for rows in of])
    ends = np.array(
        [(s, o) for s in range(len(things)) for o in range(len(things)) if s != o and _possible(scene, things[s], things[o])],
        dtype=np.int64,
    ).reshape(-1, 2)
    if not len(ends):
        return []
    near = np.array([nearest(first, last, of[s], of[o]) for s, o in ends.tolist()], dtype=np.int64)
    sentences = sentence_numbers(sight.pieces)
    sums = np.concatenate([np.zeros((1, sight.hidden.shape[1])), sight.hidden.cumsum(0, dtype=np.float64)])
    types = np.array([CLASSES.index(t.type) for t in things], dtype=np.int64)
    made = []
    least = np.array([SURER.get(p, MARGIN) for p in PROPERTIES])
    for at in range(0, len(ends), 2000):
        e, n = ends[at : at + 2000], near[at : at + 2000]
        means = _means(sums, contexts(first, last, n, len(sight.pieces.ids)))
        stacked = np.stack([pooled[e[:, 0]], pooled[e[:, 1]], vectors[n[:, 0]], vectors[n[:, 1]]], 1)
        scores, modality = model.heads.relations(stacked, means, types[e], crossings(first, n, sentences))
        margins = scores[:, 1:] - scores[:, :1]
        for row, column in np.argwhere(margins > least).tolist():
            pair, manner = (things[e[row, 0]], things[e[row, 1]]), MODALITIES[int(modality[row].argmax())]
            made += _statement(scene, *pair, PROPERTIES[column], float(margins[row, column]), spots[n[row, 0]], spots[n[row, 1]], manner)
    return _once(made)


def _means(sums: NDArray[np.float64], ranges: Numbers) -> NDArray[np.float32]:
    """Mean vector of the pieces in each range; shape (pairs, ranges × width)."""
    sizes = (ranges[..., 1] - ranges[..., 0])[..., None]
    means = np.where(sizes > 0, (sums[np.maximum(ranges[..., 1], 0)] - sums[ranges[..., 0]]) / np.maximum(sizes, 1), 0)
    return means.astype(np.float32).reshape(len(ranges), -1)


def _numbers(things: list[Thing]) -> list[list[int]]:
    rows, at = [], 0
    for thing in things:
        rows.append(list(range(at, at + len(thing.spots))))
        at += len(thing.spots)
    return rows


def _possible(scene: Scene, a: Thing, b: Thing) -> bool:
    """Whether any property may hold between things of these classes; a topic or figure has none here."""
    return a.type != "Observation" and b.type != "Observation"


def _statement(
    scene: Scene, subject: Thing, object_: Thing, name: str, margin: float, a: Spot, b: Spot, modality: Modality | str
) -> list[Statement]:
    if name in UNSURE or not scene.ontology.fits(name, subject.type, object_.type):
        return []
    confidence = round(float(1 / (1 + np.exp(-(0.5 + 0.6 * margin)))), 3)
    start, end = min(a.start, b.start), max(a.end, b.end)
    evidence = (
        (Span(start, end),)
        if "\n" not in scene.article.text[start:end] and end - start < 400
        else tuple(sorted((_sentence(scene, a), _sentence(scene, b))))
    )
    made = fact(subject.id, name, object_.id, evidence[0], rule=f"reader-{name}", confidence=confidence, modality=modality)  # type: ignore[arg-type]
    return [
        Statement(
            made.subject,
            made.property,
            made.object,
            evidence,
            made.modality,
            "Explicit" if len(evidence) == 1 else "Implied",
            confidence=confidence,
            rule=made.rule,
        )
    ]


def _sentence(scene: Scene, spot: Spot) -> Span:
    span = scene.doc.char_span(spot.start, spot.end, alignment_mode="expand")
    sentence = span[0].sent if span is not None and len(span) else scene.doc[:1]
    return Span(sentence.start_char, max(sentence.end_char, sentence.start_char + 1))


def _once(statements: list[Statement]) -> list[Statement]:
    """A symmetric property in one direction; a property beside its sub-property left out."""
    kept = []
    seen: set[tuple[str, str, str]] = set()
    for s in sorted(statements, key=lambda s: (-s.confidence, s.subject, s.property, str(s.object))):
        if s.property in SYMMETRIC and (str(s.object), s.property, s.subject) in seen:
            continue
        seen.add((s.subject, s.property, str(s.object)))
        kept.append(s)
    return kept
