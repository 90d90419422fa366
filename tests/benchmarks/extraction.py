"""The whole reading beside spaCy's own pipeline on the same texts, as ratios in one run.

    python -m tests.benchmarks.extraction [TEXT...]

Without files it reads the stories in examples/. Times are CPU seconds of this process, medians of five rounds in turn, after a round to
warm up; run with OPENBLAS_NUM_THREADS=1 for the figures of one core.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from kg.extraction import reader
from kg.extraction.pipeline import ENGLISH
from kg.model import Article
from tests.conftest import ROOT

ROUNDS = 5


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """CPU time of reading all the texts once."""
    begun = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begun


def main(*paths: str) -> None:
    """Print words a second of each way of reading, and the ratio to spaCy's."""
    files = [Path(p) for p in paths] or sorted((ROOT / "examples").glob("*.txt"))
    texts = [f.read_text(encoding="utf-8") for f in files]
    words = sum(len(text.split()) for text in texts)
    plain, rules, whole = spacy.load(ENGLISH), reader(model=False), reader()
    ways: dict[str, Callable[[str], object]] = {
        "spaCy alone (names, parse)": plain,
        "rules, without the reader model": lambda text: rules(Article(text, identifier="x", date="2026-01-01")),
        "whole": lambda text: whole(Article(text, identifier="x", date="2026-01-01")),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for round_ in range(ROUNDS + 1):
        for name, read in ways.items():
            spent = seconds(read, texts)
            taken[name] += [spent] if round_ else []
    base = statistics.median(taken["spaCy alone (names, parse)"])
    for name, spents in taken.items():
        spent = statistics.median(spents)
        print(f"{name:34} {words / spent:7.0f} words/s   {base / spent:5.2f} of spaCy alone")


if __name__ == "__main__":
    main(*sys.argv[1:])
