"""Loading and asking beside rdflib's memory store, as ratios in one run.

    python -m tests.benchmarks.query [ARTICLES]

The corpus is the invented story of the tests under other names, once for each article. Times are medians of three.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from pyoxigraph import Quad
from rdflib import Dataset

from kg.formats import dump
from kg.model import Extraction
from kg.questions import asked, question
from kg.rdf import quads
from kg.store import Store
from kg.vocab import PREFIXES
from tests.store_fixtures import ARTICLE, story

LOOK_UPS = {
    "one label": "SELECT ?label { person:ada-quill-7 rdfs:label ?label }",
    "two hops": "SELECT ?who ?place { ?who ng:holdsPosition/ng:jurisdiction ?place } ORDER BY ?who",
    "group by": "SELECT ?type (COUNT(*) AS ?n) { ?x a ?type } GROUP BY ?type ORDER BY DESC(?n)",
}
READY = ("approvals", "timeline", "figures", "quotes", "positions", "whose-statements", "not-yet-facts", "who-is")


def renamed(number: int) -> Extraction:
    """The story as another article about other things."""

    def other(id_: str) -> str:
        return id_.replace(ARTICLE, f"{ARTICLE}-{number}") if id_.startswith(ARTICLE) else f"{id_}-{number}" if "/id/" in id_ else id_

    whole = story()
    return replace(
        whole,
        article_id=f"{ARTICLE}-{number}",
        entities=tuple(replace(each, id=other(each.id), label=f"{each.label} {number}") for each in whole.entities),
        mentions=tuple(replace(each, entity=other(each.entity)) for each in whole.mentions),
        statements=tuple(
            replace(
                each,
                subject=other(each.subject),
                object=other(each.object) if isinstance(each.object, str) else each.object,
                asserted_by=other(each.asserted_by),
                utterance=other(each.utterance),
            )
            for each in whole.statements
        ),
        utterances=tuple(replace(each, id=other(each.id), speaker=other(each.speaker)) for each in whole.utterances),
        publisher=other(whole.publisher),
    )


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The median time the work takes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def loaded(lines: bytes) -> Dataset:
    """The quads in rdflib's memory store."""
    dataset = Dataset(default_union=True)
    dataset.parse(data=lines, format="nquads")
    return dataset


def filled(corpus: dict[str, list[Quad]]) -> Store:
    """The quads in ours."""
    store = Store()
    for graph, found in corpus.items():
        store.replace(graph, found)
    return store


def main(articles: int) -> None:
    """Prints one line a question: ours, rdflib's, and how many times faster."""
    corpus = {each.article_id: quads(each) for each in map(renamed, range(articles))}
    lines = dump([quad for found in corpus.values() for quad in found], "nq")
    print(f"{articles} articles, {sum(map(len, corpus.values())):,} quads")
    ours, theirs = seconds(lambda: filled(corpus), 1), seconds(lambda: loaded(lines), 1)
    print(f"{'load':<20} {ours * 1000:>10.1f} ms {theirs * 1000:>10.1f} ms {theirs / ours:>8.1f} x")
    store, dataset = filled(corpus), loaded(lines)
    dataset.parse(data=dump(store.quads("https://w3id.org/newsgraph/ont"), "nq"), format="nquads")
    ratios = []
    for name, sparql in [*LOOK_UPS.items(), *((name, asked(question(name), {})) for name in READY)]:
        ours = seconds(lambda sparql=sparql: store.select(sparql))
        theirs = seconds(lambda sparql=sparql: list(dataset.query(sparql, initNs=dict(PREFIXES))), 1)
        ratios.append(theirs / ours)
        print(f"{name:<20} {ours * 1000:>10.1f} ms {theirs * 1000:>10.1f} ms {theirs / ours:>8.1f} x")
    print(f"median of the questions: {statistics.median(ratios):.1f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
