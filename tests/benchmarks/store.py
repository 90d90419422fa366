"""Stores of growing size beside rdflib's memory store: loading, memory, disk, and what each level of evidence costs.

    nice python -m tests.benchmarks.store FOLDER [STATEMENTS...]

The corpus is that of `tests.benchmarks.corpus`. Every measurement is made in a process of its own. Quads a second are those of CPU seconds
of all threads, so that what else the machine does counts less. The stores are left in the folder for `tests.benchmarks.questions`. rdflib
and `kg add` load corpora of up to BESIDE. docs/performance.md says what came out.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from kg.formats import merged
from kg.resources import resource as packaged
from kg.store import ONTOLOGY, Store
from tests.benchmarks.corpus import LEVELS, copies, stories
from tests.benchmarks.measuring import Watch, measured

SIZES: Final = (10_000, 100_000, 300_000)
BESIDE: Final = 10_000

BATCH: Final = 10
"""Copies that are put in at once; a hundred take ten times the memory and no less time."""

Loading = tuple[float, float, int]
"""Seconds by the clock, CPU seconds, quads."""


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
    """The same in bulk: some tens of articles at once, then put together on disk."""
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


def in_rdflib(templates: list[str], last: int) -> tuple[Watch, int, Dataset]:
    """The same in rdflib's memory store, with the ontology; the time is that of taking quads from N-Quads."""
    dataset, watch, count = Dataset(default_union=True), Watch(), 0
    dataset.graph(URIRef(ONTOLOGY)).parse(data=packaged("newsgraph.ttl").read_bytes(), format="turtle")
    for quads in copies(templates, 0, last):
        lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
        with watch:
            dataset.parse(data=lines, format="nquads")
        count += len(quads)
    return watch, count, dataset


def in_rdflib_only(templates: list[str], last: int) -> Loading:
    """The times alone."""
    watch, count, _ = in_rdflib(templates, last)
    return watch.clock, watch.cpu, count


def bytes_of(path: Path) -> int:
    """What the store takes on disk; published states are hard links, and count once."""
    seen = {entry.stat().st_ino: entry.stat().st_blocks * 512 for entry in path.rglob("*") if entry.is_file()}
    return sum(seen.values())


def stored(folder: Path, statements: int) -> Path:
    """Where the store of that size is."""
    return folder / f"bulk-{statements}"


def sized(folder: Path, statements: int) -> Iterator[str]:
    """The lines of one size."""
    templates, held = stories()
    last, path = -(-statements // held), stored(folder, statements)
    count = last * held
    memory, given = measured(lambda: loaded(path, templates, last))
    clock, cpu, quads = _loading(given)
    size = bytes_of(path)
    yield f"\n{count:,} statements, {len(templates) * last:,} articles, {quads:,} quads ({quads / count:.1f} a statement)"
    yield _load("load in bulk", clock, cpu, quads, memory)
    yield f"disk: {size / 1e6:,.0f} MB, {size / count:,.0f} bytes a statement, {size / quads:.0f} a quad"
    if statements > BESIDE:
        return
    memory, given = measured(lambda: added(folder / "added", templates, last))
    shutil.rmtree(folder / "added")
    yield _load("load as kg add does", *_loading(given), memory)
    memory, given = measured(lambda: in_rdflib_only(templates, last))
    yield _load("rdflib: load", *_loading(given), memory)


def levels(folder: Path, statements: int) -> Iterator[str]:
    """What each level of evidence costs."""
    yield f"levels of evidence, {statements:,} statements"
    for level in LEVELS:
        templates, held = stories(level)
        last, path = -(-statements // held), folder / f"level-{level}"
        _, given = measured(lambda path=path, templates=templates, last=last: loaded(path, templates, last))
        _, cpu, quads = _loading(given)
        each, size = quads / last / held, bytes_of(path) / last / held
        shutil.rmtree(path)
        yield f"{level:<6} {each:6.1f} quads a statement  {size:8,.0f} bytes a statement  CPU {cpu:8.1f} s to load"


def _loading(given: object) -> Loading:
    if not isinstance(given, tuple):
        raise MemoryError("loading was killed: there was not enough memory.")
    return given


def _load(name: str, clock: float, cpu: float, quads: int, memory: float) -> str:
    return f"{name:<20} {clock:8.1f} s  CPU {cpu:8.1f} s  {quads / cpu:9,.0f} quads a CPU second  {memory:7,.0f} MB"


def main(folder: Path, *sizes: int) -> None:
    """Prints a block a size; the smallest comes with what each level of evidence costs."""
    folder.mkdir(parents=True, exist_ok=True)
    for line in levels(folder, min(SIZES)) if min(SIZES) in sizes else ():
        print(line, flush=True)
    for statements in sizes:
        for line in sized(folder, statements):
            print(line, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(map(int, sys.argv[2:]) if len(sys.argv) > 2 else SIZES))
