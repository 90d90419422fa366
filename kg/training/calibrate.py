"""Fit how sure each construction and the reader model are, on annotated articles that nothing was trained on.

    python -m kg.training.calibrate OUT.json GOLD.jsonl...

Logistic regression with a strong prior: a construction seen a few times counts for little. OUT is `kg/extraction/guesses/calibration.json`.
Needs no torch.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.articles import reading
from kg.evaluation.compared import Compared
from kg.evaluation.facts import compared_facts
from kg.evaluation.given import readings
from kg.evaluation.gold import gold_articles
from kg.evaluation.relations import compared_relations
from kg.extraction.guesses.weighing import Signs, Sure, features
from kg.extraction.pipeline import load
from kg.model import Value
from kg.ontology import load as load_ontology
from kg.training.excerpts import excerpts

PRIOR: Final = {
    "base": 3.0,
    "rules": 0.8,
    "margin": 1.0,
    "unnamed": 1.0,
    "nameless": 0.6,
    "apart": 1.0,
    "rival": 0.35,
    "kinds": 0.35,
    "told": 0.8,
    "short": 1.0,
}
"""Standard deviations of the weights by kind, in log-odds."""

Judged = tuple[Signs, bool]


def judged(path: Path) -> Iterator[Judged]:
    """The signs of each statement that gold judges, and whether it is right.

    A benchmark of relations, without unnamed things, positions and figures, judges only statements between named things; one of passages
    takes each mention for a thing of its own, so that a construction is often right where it calls it wrong: it judges the reader alone.
    """
    seen: list[Signs] = []
    found, signs = [], {}

    def numbered(each: Signs) -> float:
        seen.append(each)
        return 0.5 + (len(seen) - 1) * 1e-6

    read = load(ontology=None, model=True, sure=Sure(numbered, 0.0, 0.0))
    articles = {article.identifier: article for article in reading(path).articles}
    for gold in gold_articles(path):
        if gold.id in articles:  # else nothing that can be read
            found.append((gold, read(articles[gold.id])))
            signs[gold.id] = tuple(seen)
            seen.clear()
    all_read = readings(found, load_ontology())  # together: what a set judges is known from all its articles
    for compared in (*compared_relations(all_read, countries=True), *compared_facts(all_read, load_ontology())):
        yield from _judged(compared, signs[compared.reading.gold.id])


def _judged(compared: Compared, seen: Sequence[Signs]) -> Iterator[Judged]:
    classes = {e.id: e.type for e in compared.reading.extraction.entities}
    kinds = {(m.entity, m.kind) for m in compared.reading.extraction.mentions}
    described = {entity for entity, kind in kinds if kind == "nominal" and (entity, "name") not in kinds}
    described |= classes.keys() - {entity for entity, _ in kinds}  # what but a verb tells
    for triple, given in compared.given.items():
        statement = given.statements[0]
        number = round((statement.confidence - 0.5) * 1e6)
        if not 0 <= number < len(seen) or seen[number].rule != statement.rule:
            continue
        if not compared.reading.gold.by_hand:
            ends = {statement.subject, str(statement.object)}
            if isinstance(statement.object, Value) or ends & described or "Position" in map(classes.get, ends):
                continue
            if seen[number].short and not statement.rule.startswith("reader-"):
                continue
        yield seen[number], triple in compared.gold


def fitted(rows: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """The weights, by Newton's method."""
    names = sorted({name for signs, _ in rows for name, _ in features(signs)})
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, (signs, _) in enumerate(rows):
        for name, value in features(signs):
            x[i, column[name]] = value
    y = np.array([right for _, right in rows], dtype=float)
    precision = np.array([PRIOR[name.partition(" ")[0]] ** -2 for name in names])
    w: NDArray[np.float64] = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + np.diag(precision), x.T @ (p - y) + precision * w)
    made: dict[str, dict[str, float]] = {kind: {} for kind in PRIOR}
    for name, value in zip(names, w, strict=True):
        kind, _, rest = name.partition(" ")
        made[kind][rest] = round(float(value), 3)
    return made


def excerpted(path: Path, folder: Path) -> Path:
    """A file with the excerpts of the articles that were annotated by hand: lone sentences must be as sure as they say, too."""
    made = folder / path.name
    with made.open("w", encoding="utf-8") as file:
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            for part in excerpts(record) if "facts" in record else ():
                file.write(json.dumps({**part, "facts": part["facts"] + part["unsure"], "quotes": []}) + "\n")
    return made


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    chosen = parser.parse_args(arguments)
    files: list[Path] = chosen.gold
    rows = [row for path in files for row in judged(path)]
    with TemporaryDirectory() as folder:
        short = [made for path in files if (made := excerpted(path, Path(folder))).stat().st_size]
        rows += [row for path in short for row in judged(path) if row[0].rule.startswith("reader-")]  # a construction counts once
    chosen.out.write_text(json.dumps(fitted(rows), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    sys.stderr.write(f"{len(rows)} statements of {len(files)} files, {sum(right for _, right in rows)} of them right\n")


if __name__ == "__main__":
    main()
