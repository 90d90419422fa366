"""kill -9 while articles are added: the store opens, each article is wholly there or not at all, and adding again completes it."""

import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kg import library
from kg.rdf import quads
from kg.store import ONTOLOGY, Store, opened
from tests.conftest import EXAMPLES, ROOT, needs_extraction
from tests.store_fixtures import ARTICLE, story

ARTICLES = 40
PROGRAM = (
    "import sys; from pathlib import Path; from kg import library; from tests.test_killed import articles;"
    "read = articles(int(sys.argv[2])); print('reading', flush=True); library.add(Path(sys.argv[1]), read); print('done', flush=True)"
)
pytestmark = pytest.mark.slow


def articles(edition: int):
    """The same story many times, under other names; the next edition is another reading of each, which takes the place of the first."""
    found = story() if edition % 2 else story(mentions=())
    for number in range(ARTICLES):
        yield replace(found, article_id=f"{ARTICLE}-{number}", article=replace(found.article, identifier=f"quiet-seas-{number}"))


def adding(folder: Path, edition: int) -> subprocess.Popen[str]:
    """A process that has begun to add that edition."""
    command = [sys.executable, "-c", PROGRAM, str(folder), str(edition)]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert "reading\n" == process.stdout.readline()
    return process


def whole(store: Store, editions: list[dict[str, set[object]]]) -> list[int]:
    """How many articles are there in each edition; every one is whole, and the default graph is the union."""
    found = {graph: set(store.quads(graph)) for graph in store.graphs()}
    counts = [sum(found[graph] == edition.get(graph) for graph in found) for edition in editions]
    assert len(found) == sum(counts)
    union = {quad.triple for graph in (ONTOLOGY, *found) for quad in store.quads(graph)}
    assert union == set(store.triples(""))
    return counts


def test_articles_are_wholly_there_or_not_at_all_after_ten_kills_and_adding_again_completes_the_store(tmp_path):
    folder, moments = tmp_path / "store", random.Random(8)
    editions = [{each.article_id: set(quads(each)) for each in articles(edition)} for edition in (0, 1)]
    start = time.monotonic()
    with adding(tmp_path / "other", 1) as process:
        process.wait()
    lasts = time.monotonic() - start

    for edition in range(10):
        with adding(folder, edition) as process:
            time.sleep(moments.uniform(0, lasts))
            process.kill()
        if (folder / "format").exists():  # else it was killed before there was a store
            whole(opened(folder), editions)
    library.add(folder, articles(1))

    assert [0, ARTICLES] == whole(opened(folder), editions)


@pytest.mark.parametrize("left", [[], ["format.new"], ["format"], ["format", "dirty"], ["format", "dirty", "data"]])
def test_a_store_is_made_where_its_making_was_broken_off(left, tmp_path):
    folder = tmp_path / "store"
    folder.mkdir()
    for name in left:
        (folder / name).mkdir() if name == "data" else (folder / name).write_text("newsgraph-store 1\n" if name == "format" else "")

    assert (ARTICLE,) == library.add(folder, [story()]).new
    assert [ARTICLE] == opened(folder).graphs()


@needs_extraction
@pytest.mark.model
def test_articles_that_were_read_before_a_kill_are_there_and_adding_again_reads_the_rest(tmp_path):
    command = [sys.executable, "-m", "kg", "add", str(tmp_path / "store"), *map(str, EXAMPLES)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while not process.stderr.readline().startswith(f"kg: 3 of {len(EXAMPLES)}"):
            pass
        process.kill()
    before = opened(tmp_path / "store")
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    after = opened(tmp_path / "store")

    assert len(before.graphs()) in (2, 3)  # the third was read, but perhaps not stored
    assert all(before.quads(graph) == after.quads(graph) for graph in before.graphs())
    assert {f"{'unchanged' if graph in before.graphs() else 'new'}  {graph}" for graph in after.graphs()} == set(again)
    assert len(EXAMPLES) == len(after.graphs())
