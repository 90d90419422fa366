"""The ready questions and five analyses, asked of stores of growing size beside rdflib's memory store.

    nice python -m tests.benchmarks.store FOLDER
    nice python -m tests.benchmarks.questions FOLDER [STATEMENTS...]

The stores are those that `tests.benchmarks.store` left. Each question has a process of its own, which is stopped after LIMIT CPU seconds,
or after BESIDE for rdflib, which answers on corpora of up to ASKED. A question is asked once to warm up, and the best of three counts.
docs/performance.md says what came out.
"""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rdflib import Dataset

from kg.questions import asked, question
from kg.store import opened
from kg.vocab import PREFIXES
from tests.benchmarks.corpus import stories
from tests.benchmarks.measuring import best, measured
from tests.benchmarks.store import SIZES, in_rdflib, stored

ASKED: Final = 10_000
LIMIT: Final = 30
BESIDE: Final = 20

READY: Final = {
    "approvals": {},
    "disagreements": {},
    "events": {"in": "Azerbaijan"},
    "evidence": {"name": "Samir Mammadov 7"},
    "figures": {},
    "most-mentioned": {"kind": "person"},
    "not-yet-facts": {},
    "other-names": {"name": "Samir Mammadov 7"},
    "partners": {"name": "Norvik Energy 7"},
    "positions": {"in": "Ministry of Digital Development and Transport of Azerbaijan 7"},
    "quotes": {"speaker": "Marijke Dekker 7"},
    "timeline": {"since": "2023-01-01", "until": "2024-01-01"},
    "who-is": {"name": "Samir Mammadov 7"},
    "whose-statements": {},
}
"""Ready question to the parameters it is asked with, as somebody would who wants an answer and not the whole store."""

ANALYSES: Final = {
    "statements by property and modality": """
SELECT ?p ?m (COUNT(*) AS ?n) { ?s a ng:Statement ; rdf:predicate ?p ; ng:modality ?m } GROUP BY ?p ?m ORDER BY DESC(?n) ?p ?m""",
    "confidence by rule": """
SELECT ?rule (AVG(?c) AS ?mean) (COUNT(*) AS ?n) { ?s ng:rule ?rule ; ng:confidence ?c } GROUP BY ?rule ORDER BY ?rule""",
    "articles by month": """
SELECT ?month (COUNT(*) AS ?n) { ?a a ng:Article ; ng:publishedOn ?day BIND(SUBSTR(STR(?day), 1, 7) AS ?month) }
GROUP BY ?month ORDER BY ?month""",
    "people mentioned together": """
SELECT ?one ?other (COUNT(*) AS ?n) {
  { SELECT DISTINCT ?one ?article { ?one a ng:Person . ?m ng:denotes ?one ; ng:inArticle ?article } }
  { SELECT DISTINCT ?other ?article { ?other a ng:Person . ?k ng:denotes ?other ; ng:inArticle ?article } }
  FILTER(STR(?one) < STR(?other))
} GROUP BY ?one ?other ORDER BY DESC(?n) ?one ?other LIMIT 20""",
    "what is around each place": """
SELECT ?where (COUNT(DISTINCT ?what) AS ?n) { ?what ng:locatedIn+ ?place . ?place rdfs:label ?where }
GROUP BY ?where ORDER BY DESC(?n) ?where LIMIT 20""",
}


def queries() -> dict[str, str]:
    """Name to query: the ready questions, then the analyses."""
    return {name: asked(question(name), values) for name, values in READY.items()} | ANALYSES


def asked_of(path: Path, sparql: str) -> tuple[float, int]:
    """The time and the rows of the question; the store is opened here, since Oxigraph's threads do not outlive a fork."""
    store = opened(path)
    return best(lambda: store.select(sparql))


def answers(folder: Path, statements: int) -> Iterator[str]:
    """A line a question: CPU milliseconds and rows, and where rdflib is asked too, its time and how many times ours that is."""
    dataset = in_rdflib(stories()[0], -(-statements // stories()[1]))[2] if statements <= ASKED else Dataset()
    ratios = []
    for name, sparql in queries().items():
        _, ours = measured(lambda sparql=sparql: asked_of(stored(folder, statements), sparql), limit=LIMIT)
        line = f"{name:<38} {_shown(ours, LIMIT):>24}"
        if statements <= ASKED:
            _, theirs = measured(lambda sparql=sparql: best(lambda: list(dataset.query(sparql, initNs=dict(PREFIXES)))), limit=BESIDE)
            ratios.append(_seconds(theirs, BESIDE) / _seconds(ours, LIMIT))
            line += f" {_shown(theirs, BESIDE):>24} {ratios[-1]:>9.1f} x"
        yield line
    if ratios:
        yield f"median {statistics.median(ratios):.1f} x, least {min(ratios):.1f} x"


def _seconds(given: object, limit: int) -> float:
    """CPU seconds; the limit where it was stopped, so that a ratio is at least that."""
    return float(given[0]) if isinstance(given, tuple) else float(limit)


def _shown(given: object, limit: int) -> str:
    return f"{given[0] * 1000:,.1f} ms {given[1]:>7,} rows" if isinstance(given, tuple) else f"stopped after {limit} s"


def main(folder: Path, *sizes: int) -> None:
    """Prints a block a size."""
    for statements in sizes:
        print(f"\n{statements:,} statements")
        for line in answers(folder, statements):
            print(line, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(map(int, sys.argv[2:]) if len(sys.argv) > 2 else SIZES))
