"""Stores of growing size beside rdflib's memory store: loading, memory, disk, the ready questions, five analyses, levels of evidence.

    nice python -m tests.benchmarks.store [STATEMENTS...]

The corpus is that of `tests.benchmarks.corpus`. Every measurement is made in a process of its own, and a question is stopped after LIMIT
CPU seconds. Times are CPU seconds of all threads, so that what else the machine does counts less; loading shows those of the clock too.
Questions are asked of what is on disk, once to warm up unless that took long, and the best of three counts. rdflib loads corpora of up to
RDFLIB statements, and answers on those of up to ASKED. docs/performance.md says what came out.
"""

import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from kg.formats import merged
from kg.questions import asked, question
from kg.resources import resource as packaged
from kg.store import ONTOLOGY, Store, opened
from kg.vocab import PREFIXES
from tests.benchmarks.corpus import LEVELS, copies, stories

SIZES: Final = (10_000, 100_000, 1_000_000)
RDFLIB: Final = 100_000
ASKED: Final = 10_000
LIMIT: Final = 30
BATCH: Final = 100

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

Outcome = tuple[float, object]
"""Peak of memory in MB, and what the work gave; nothing where it was stopped."""

Loading = tuple[float, float, int]
"""Seconds by the clock, CPU seconds, quads."""


def measured(work: Callable[[], object], *, limit: int = resource.RLIM_INFINITY) -> Outcome:
    """What the work gives in a process that it has to itself, and the peak of its memory."""
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=_worked, args=(work, sender, limit))
    process.start()
    sender.close()
    try:
        return receiver.recv()
    except EOFError:
        return float("nan"), None
    finally:
        process.kill()
        process.join()


def _worked(work: Callable[[], object], sender: Connection, limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    given = work()
    sender.send((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, given))


class Watch:
    """Adds up what is spent while it runs: seconds by the clock, and CPU seconds."""

    def __init__(self) -> None:
        self.clock = self.cpu = 0.0

    def __enter__(self) -> None:
        self.clock, self.cpu = self.clock - time.perf_counter(), self.cpu - time.process_time()

    def __exit__(self, *_: object) -> None:
        self.clock, self.cpu = self.clock + time.perf_counter(), self.cpu + time.process_time()


def added(path: Path, templates: list[str], last: int) -> Loading:
    """Putting the articles into a new store one by one, as `kg add` does; parsing is not counted."""
    watch, count = Watch(), 0
    with Store(path) as store:
        for quads in copies(templates, 0, last):
            with watch:
                store.replace(quads[0].graph_name.value, quads)
            count += len(quads)
    return watch.clock, watch.cpu, count


def loaded(path: Path, templates: list[str], last: int) -> Loading:
    """The same in bulk: some hundred articles at once, then put together on disk."""
    watch, count = Watch(), 0
    with Store(path) as store:
        for first in range(0, last, BATCH):
            quads = [quad for each in copies(templates, first, min(first + BATCH, last)) for quad in each]
            with watch:
                store.inner.bulk_extend(merged(quads))
            count += len(quads)
        with watch:
            store.inner.optimize()
    return watch.clock, watch.cpu, count


def in_rdflib(templates: list[str], last: int) -> tuple[Watch, Dataset]:
    """The same in rdflib's memory store, with the ontology."""
    dataset, watch = Dataset(default_union=True), Watch()
    dataset.graph(URIRef(ONTOLOGY)).parse(data=packaged("newsgraph.ttl").read_bytes(), format="turtle")
    for quads in copies(templates, 0, last):
        lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
        with watch:
            dataset.parse(data=lines, format="nquads")
    return watch, dataset


def queries() -> dict[str, str]:
    """Name to query: the ready questions, then the analyses."""
    return {name: asked(question(name), values) for name, values in READY.items()} | ANALYSES


def asked_of(path: Path, sparql: str) -> tuple[float, int]:
    """The time and the rows of the question; the store is opened here, since Oxigraph's threads do not outlive a fork."""
    store = opened(path)
    return best(lambda: store.select(sparql))


def best(ask: Callable[[], object]) -> tuple[float, int]:
    """CPU seconds: the best of three times after one to warm up, or the first where it took more than five; and the number of rows."""
    times = []
    for _ in range(4):
        watch = Watch()
        with watch:
            rows = ask()
        times.append(watch.cpu)
        if times[0] > 5:
            break
    assert isinstance(rows, list)
    return min(times), len(rows)


def bytes_of(path: Path) -> int:
    """What the store takes on disk; published states are hard links, and count once."""
    seen = {entry.stat().st_ino: entry.stat().st_blocks * 512 for entry in path.rglob("*") if entry.is_file()}
    return sum(seen.values())


def sized(folder: Path, statements: int) -> None:
    """One size: loading, disk and questions."""
    templates, held = stories()
    last = -(-statements // held)
    path = folder / f"bulk-{statements}"
    memory, given = measured(lambda: loaded(path, templates, last))
    clock, cpu, quads = _loading(given)
    size = bytes_of(path)
    print(f"\n{last * held:,} statements, {4 * last:,} articles, {quads:,} quads ({quads / last / held:.1f} a statement)", flush=True)
    print(_load("load in bulk", clock, cpu, quads, memory), flush=True)
    print(f"disk: {size / 1e6:,.0f} MB, {size / last / held:,.0f} bytes a statement, {size / quads:.0f} a quad", flush=True)
    if statements <= ASKED:
        memory, given = measured(lambda: added(folder / f"added-{statements}", templates, last))
        print(_load("load as kg add does", *_loading(given), memory), flush=True)
        shutil.rmtree(folder / f"added-{statements}")
    for name, sparql in queries().items():
        print(_line(name, *measured(lambda sparql=sparql: asked_of(path, sparql), limit=LIMIT)), flush=True)
    if statements <= RDFLIB:
        beside(templates, last, quads, ask=statements <= ASKED)


def beside(templates: list[str], last: int, quads: int, *, ask: bool) -> None:
    """The same in rdflib, in this process; each question in a copy of it."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    watch, dataset = in_rdflib(templates, last)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(_load("rdflib: load", watch.clock, watch.cpu, quads, memory), flush=True)
    for name, sparql in queries().items() if ask else ():
        answer = measured(lambda sparql=sparql: best(lambda: list(dataset.query(sparql, initNs=dict(PREFIXES)))), limit=LIMIT)
        print(_line(f"rdflib: {name}", *answer), flush=True)


def _loading(given: object) -> Loading:
    if not isinstance(given, tuple):
        raise MemoryError("loading was killed: there was not enough memory.")
    return given


def _load(name: str, clock: float, cpu: float, quads: int, memory: float) -> str:
    return f"{name:<44} {clock:8.1f} s  CPU {cpu:8.1f} s  {quads / cpu:9,.0f} quads a CPU second  {memory:7,.0f} MB"


def _line(name: str, memory: float, given: object) -> str:
    if not isinstance(given, tuple):
        return f"{name:<44} stopped after {LIMIT} s of CPU"
    return f"{name:<44} CPU {given[0] * 1000:10.1f} ms {given[1]:9,} rows  {memory:7,.0f} MB"


def levels(folder: Path, statements: int) -> None:
    """What each level of evidence costs."""
    print(f"\nlevels of evidence, {statements:,} statements")
    for level in LEVELS:
        templates, held = stories(level)
        last, path = -(-statements // held), folder / f"level-{level}"
        _, given = measured(lambda path=path, templates=templates, last=last: loaded(path, templates, last))
        _, cpu, quads = _loading(given)
        each, size = quads / last / held, bytes_of(path) / last / held
        print(f"{level:<6} {each:6.1f} quads a statement  {size:8,.0f} bytes a statement  CPU {cpu:8.1f} s to load", flush=True)
        shutil.rmtree(path)


def main(*sizes: int) -> None:
    """Prints a block a size; the smallest comes with what each level of evidence costs."""
    with tempfile.TemporaryDirectory() as name:
        if min(SIZES) in sizes:
            levels(Path(name), min(SIZES))
        for statements in sizes:
            sized(Path(name), statements)


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) > 1 else SIZES))
