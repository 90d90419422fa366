"""What the reader model says of pairs: antecedents of mentions, and relations between things over the whole article."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from kg.extraction.guesses.elsewhere import of_one_country
from kg.extraction.guesses.manner import BY_BIRTH, ONCE, meant
from kg.extraction.guesses.plausible import plausible
from kg.extraction.guesses.weighing import Margins
from kg.extraction.scene import Scene, Thing
from kg.extraction.spot import Spot
from kg.extraction.trained.geometry import AROUND, closest, contexts, crossings, piece_spans, sentence_numbers
from kg.extraction.trained.heads import Array, antecedent_pairs, gap, grouped_logsumexp, kind_numbers, likeness
from kg.extraction.trained.labels import CLASSES, MODALITIES, PROPERTIES, SUPER, SYMMETRIC
from kg.extraction.trained.reader_model import ReaderModel, Sight
from kg.extraction.wordlist import words
from kg.model import Modality, Span, Statement

Numbers = NDArray[np.int64]

LEAST: Final = -1.0
"""How far above the model's threshold a relation must score to be weighed at all."""

NEAR: Final = 2
"""Most sentence ends between two mentions that may speak of a relation: of those further apart three in four were wrong."""
PART: Final = 4000
"""Pieces of an article that relations are sought in at once."""
_COLUMN: Final = {p: i for i, p in enumerate(PROPERTIES)}


def antecedents(model: ReaderModel | None, sight: Sight | None, spots: list[Spot], text: str) -> dict[tuple[int, int], float]:
    """Score of each (earlier, later) pair of spots, the later one a pronoun or a description; empty without a model."""
    if model is None or sight is None or len(spots) < 2:
        return {}
    first, last = piece_spans(sight.pieces, [s.start for s in spots], [s.end for s in spots])
    spans = model.heads.spans(sight.hidden, first, last)
    office, asks = np.array([(s.type == "Position", s.kind != "name" and s.type != "Position") for s in spots]).T
    pairs_ = antecedent_pairs(len(spots))
    pairs_ = pairs_[asks[pairs_[:, 1]] & ~office[pairs_[:, 0]]]
    texts = [text[s.start : s.end] for s in spots]
    same = likeness(texts, pairs_)
    scores = model.heads.antecedents(spans, kind_numbers([s.kind for s in spots]), pairs_, gap(pairs_[:, 1] - pairs_[:, 0]), same)
    return {(i, j): s for (i, j), s in zip(pairs_.tolist(), scores.tolist(), strict=True)}


def pairs(scene: Scene, model: ReaderModel, sight: Sight, stated: Iterable[Statement]) -> tuple[list[Statement], Margins]:
    """Statements between things with mentions, with the margins of these and of the ones already stated.

    Long articles are read in parts.
    """
    asked: dict[tuple[str, str], set[str]] = {}
    told = list(stated)
    for s in told:
        if s.property in _COLUMN:
            asked.setdefault((s.subject, str(s.object)), set()).add(s.property)
    rows = sorted(
        ((s, t) for t in scene.things.values() if t.type in CLASSES for s in t.spots),
        key=lambda r: (r[0].start, -r[0].end, r[0].kind, r[1].id),
    )
    if not rows:
        return [], {}
    first, last = piece_spans(sight.pieces, [s.start for s, _ in rows], [s.end for s, _ in rows])
    parts = first // PART
    made: list[Statement] = []
    margins: dict[tuple[str, str, str], float] = {}
    for part in np.unique(parts).tolist():
        inside = np.flatnonzero(parts == part)
        for s, margin in _pairs(scene, model, sight, [rows[i] for i in inside.tolist()], first[inside], last[inside], asked):
            key = (s.subject, s.property, str(s.object))
            margins[key] = max(margin, margins.get(key, margin))
            made += [s] if margin > LEAST else []
    made = of_one_country(scene, plausible(scene, made, told), told, margins)
    return [_hedged(s, told) for s in _once(made, margins, asked)], margins


def _pairs(
    scene: Scene,
    model: ReaderModel,
    sight: Sight,
    rows: list[tuple[Spot, Thing]],
    first: Numbers,
    last: Numbers,
    asked: Mapping[tuple[str, str], set[str]],
) -> Iterator[tuple[Statement, float]]:
    """What may be said between things of the rows, with margins; `first` and `last` are the pieces of each row's mention."""
    things, owner = _owners(rows)
    types = np.array([CLASSES.index(t.type) for t in things], dtype=np.int64)
    begin, end = max(int(first.min()) - AROUND, 0), min(int(last.max()) + AROUND + 1, len(sight.pieces.ids))
    sentences = sentence_numbers(sight.pieces)[begin:end]
    hidden, first, last = sight.hidden[begin:end], first - begin, last - begin
    ends, near, group = _sought(model.seen, types, first, last, owner, sentences)
    vectors = model.heads.spans(hidden, first, last)
    pooled = np.zeros((len(things), vectors.shape[1]), dtype=np.float32)
    np.add.at(pooled, owner, np.exp(vectors))
    for at, to in _batches(group):
        n, g = near[at:to], group[at:to] - group[at]
        e = ends[group[at:to]]
        scores, mixed = model.heads.relations(
            hidden, vectors, np.log(pooled), e, n, contexts(first, last, n, len(hidden)), types[e], crossings(first, n, sentences)
        )
        each = scores[:, 1:] - scores[:, :1]
        couples = ends[group[at] : group[to - 1] + 1]
        told = [asked.get((things[a].id, things[b].id), set()) for a, b in couples.tolist()]
        for row, column, best, margin in _likely(each, g, model.seen[types[couples[:, 0]], types[couples[:, 1]]], told):
            subject, object_ = (things[i] for i in couples[row].tolist())
            if scene.ontology.fits(PROPERTIES[column], subject.type, object_.type):
                manner = MODALITIES[int(model.heads.modality(mixed[best : best + 1])[0].argmax())]
                a, b = (rows[i][0] for i in n[best].tolist())
                yield _statement(scene, subject, object_, PROPERTIES[column], a, b, manner), margin


def _owners(rows: Sequence[tuple[Spot, Thing]]) -> tuple[list[Thing], Numbers]:
    """The things in the order of their first mention, and the number of the one that each row is of."""
    things = {thing.id: thing for _, thing in rows}
    numbers = {id_: number for number, id_ in enumerate(things)}
    return list(things.values()), np.array([numbers[thing.id] for _, thing in rows], dtype=np.int64)


def _sought(
    seen: NDArray[np.bool_], types: Numbers, first: Numbers, last: Numbers, owner: Numbers, sentences: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """What `closest` gives, without mentions further apart than `NEAR` and things of classes that training saw no property between."""
    ends, near, group = closest(first, last, owner, sentences)
    properties = seen[types[ends[:, 0]], types[ends[:, 1]]].sum(1)
    kept = (properties[group] > 0) & (crossings(first, near, sentences) % 4 <= NEAR)
    whole, group = np.unique(group[kept], return_inverse=True)
    return ends[whole], near[kept], group


def _likely(each: Array, group: Numbers, seen: NDArray[np.bool_], told: Sequence[Iterable[str]]) -> Iterator[tuple[int, int, int, float]]:
    """Pair of things, column of the property, best pair of mentions and margin of what is to be weighed: the likely and the told.

    A row of `each` has the margins of one pair of mentions, `group` the pair of things that it speaks of.
    """
    margins = grouped_logsumexp(each, group, len(seen))
    wanted: NDArray[np.bool_] = margins > LEAST
    for row, names in enumerate(told):
        for name in names:
            wanted[row, _COLUMN[name]] = True
    for row, column in np.argwhere(wanted & seen).tolist():
        rows = np.flatnonzero(group == row)
        yield row, column, int(rows[each[rows, column].argmax()]), float(margins[row, column])


def _batches(group: Numbers, size: int = 4000) -> list[tuple[int, int]]:
    """Ranges of about `size` rows that cut no group."""
    edges = [0]
    while edges[-1] < len(group):
        at = min(edges[-1] + size, len(group))
        edges.append(int(np.searchsorted(group, group[at - 1], side="right")))
    return list(pairwise(edges))


def _statement(scene: Scene, subject: Thing, object_: Thing, name: str, a: Spot, b: Spot, modality: str) -> Statement:
    start, end = min(a.start, b.start), max(a.end, b.end)
    near = "\n" not in scene.article.text[start:end] and end - start < 400
    lead = re.split(r"[.;!?\n]", scene.article.text[max(0, start - _LEAD) : start])[-1]
    manner = meant(cast(Modality, modality), name, scene.article.text[start:end], scene.article.text[a.end : b.start], lead)
    return Statement(
        subject.id,
        name,
        object_.id,
        (Span(start, end),) if near else tuple(sorted((_sentence(scene, a), _sentence(scene, b)))),
        manner,
        "Explicit" if near else "Implied",
        rule=f"reader-{name}",
    )


_LEAD: Final = 160
"""Code points before the evidence, of its sentence, that may say that it is not so."""


def _hedged(guess: Statement, told: Sequence[Statement]) -> Statement:
    """The guess as no more than planned or possible where a construction found the same words about the same thing to be so."""
    if guess.modality != "Actual" or guess.property in BY_BIRTH | ONCE:
        return guess
    a, b = guess.evidence[0].start, guess.evidence[-1].end
    doubts = (
        s.modality
        for s in told
        if s.modality != "Actual" and s.subject in (guess.subject, guess.object) and s.evidence[0].start < b and a < s.evidence[-1].end
        if s.modality != "Denied" or {s.subject, s.object} == {guess.subject, guess.object}  # "a surgeon at Acme who was not told"
    )
    return replace(guess, modality=next(doubts, guess.modality))


def _sentence(scene: Scene, spot: Spot) -> Span:
    span = scene.doc.char_span(spot.start, spot.end, alignment_mode="expand")
    sentence = span[0].sent if span is not None and len(span) else scene.doc[:1]
    return Span(sentence.start_char, max(sentence.end_char, sentence.start_char + 1))


def _once(statements: list[Statement], margins: Margins, stated: Mapping[tuple[str, str], set[str]]) -> list[Statement]:
    """A symmetric property in one direction, one office of a pair, and no property beside its sub-property."""
    kept = []
    seen: set[tuple[str, str, str]] = set()
    ends = {(s.subject, s.property, str(s.object)) for s in statements}
    ends |= {(subject, p, object_) for (subject, object_), names in stated.items() for p in names}
    implied = {(subject, q, object_) for subject, p, object_ in ends for q in SUPER.get(p, ())}
    keyed = [((s.subject, s.property, str(s.object)), s) for s in statements]
    told = {(subject, p, object_) for (subject, object_), names in stated.items() for p in names}
    held = {(subject, group, object_) for subject, p, object_ in ends - {k for k, _ in keyed} for group in _ONE_OF if p in group}
    held |= {(subject, group, object_) for subject, p, object_ in told for group in (_HOLDING, _RULING) if p in group}
    kin = {(object_, subject): _INVERSE[p] for subject, p, object_ in told if p in _INVERSE}  # whose husband he is, she is no parent of
    for key, s in sorted(keyed, key=lambda k: (-margins.get(k[0], LEAST), k[0])):
        group = next((g for g in _ONE_OF if s.property in g), None)
        if (group and (key[0], group, key[2]) in held) or (group == _KIN and kin.get((key[0], key[2]), s.property) != s.property):
            continue
        settled = s.property in ("ownedBy", "unitOf") and (key[0], "acquires", key[2]) in ends
        settled = settled or (s.property in _ONE_WAY | SYMMETRIC and (key[2], s.property, key[0]) in told)
        if key in implied or key in seen or settled or (s.property in SYMMETRIC and (key[2], s.property, key[0]) in seen):
            continue
        if group:
            held.add((key[0], group, key[2]))
        seen.add(key)
        kept.append(s)
    return kept


_ONE_WAY: Final = words("killed acquires ownedBy unitOf partOf locatedIn succeeds parentOf childOf")
"""What is not so the other way round where a construction says it."""

_HOLDING: Final = words("holdsPosition heldPosition")
_RULING: Final = words("headOfState headOfGovernment ministerOf mayorOf")
_KIN: Final = words("parentOf childOf spouseOf siblingOf")
_INVERSE: Final = {"parentOf": "childOf", "childOf": "parentOf", "spouseOf": "spouseOf", "siblingOf": "siblingOf"}
_ONE_OF: Final = (
    _HOLDING,
    _RULING,
    words("headOf chairOf chiefExecutiveOf leaderOf coachOf spokespersonOf foundedBy"),
    words("bornIn livesIn"),
    _KIN,
    words("producedBy ownedBy operatedBy"),
    words("supports opposes opponentOf"),
)
"""Of these the reader says one of a pair: the one it is surest of, and none where only a construction says one; of holding
an office, or one of a state, none where a construction says either at all."""
