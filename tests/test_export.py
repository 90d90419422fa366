"""A store as files that others read."""

import csv
import resource
import tracemalloc

import networkx as nx
import pytest
from pyoxigraph import Store as Oxigraph

from kg import parquet
from kg.errors import InputError
from kg.export import FORMS, export
from kg.formats import dump, read
from kg.rdf import quads
from kg.store import Store, opened
from tests.benchmarks.corpus import copies as copied_stories
from tests.benchmarks.corpus import stories
from tests.conftest import ROOT
from tests.store_fixtures import ADA, ARTICLE, LINES, MINISTRY, second_story, story


def stored_gold():
    """The golden triples of all stories, in memory."""
    filled = Store()
    for path in sorted((ROOT / "tests" / "gold").glob("*.nq")):
        filled.load(path)
    return filled


@pytest.fixture
def store():
    filled = Store()
    for each in (second_story(), story()):
        filled.replace(each.article_id, quads(each))
    return filled


@pytest.mark.parametrize("name", ["all.nq", "all.nq.gz", "all.trig", "all.jsonld"])
def test_an_export_holds_every_quad_in_its_graph(store, name, tmp_path):
    export(store, tmp_path / name)

    assert {*quads(story()), *quads(second_story())} == set(read(tmp_path / name))


def test_turtle_holds_every_triple_and_no_ontology(store, tmp_path):
    export(store, tmp_path / "all.ttl")

    assert {quad.triple for each in (story(), second_story()) for quad in quads(each)} == {
        quad.triple for quad in read(tmp_path / "all.ttl")
    }


@pytest.mark.parametrize("name", ["all.nq.gz", "all.trig", "all.ttl", "all.graphml", "all.gexf"])
def test_an_export_is_the_same_bytes_again(store, name, tmp_path):
    export(store, tmp_path / f"one-{name}")
    export(store, tmp_path / f"two-{name}")

    assert (tmp_path / f"one-{name}").read_bytes() == (tmp_path / f"two-{name}").read_bytes()


def test_exported_n_quads_fill_another_oxigraph(store, tmp_path):
    export(store, tmp_path / "all.nq")
    other = Oxigraph()
    other.bulk_load(path=tmp_path / "all.nq")

    assert len({*quads(story()), *quads(second_story())}) == len(other)


@pytest.mark.parametrize(("name", "parse"), [("all.graphml", nx.read_graphml), ("all.gexf", nx.read_gexf)])
def test_a_network_is_exported(store, name, parse, tmp_path):
    export(store, tmp_path / name)

    assert ADA in parse(tmp_path / name)


def test_csv_has_typed_headers_and_all_labels(store, tmp_path):
    export(store, tmp_path / "graph")
    with (tmp_path / "graph" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = {row[":ID"]: row for row in csv.DictReader(file)}
    with (tmp_path / "graph" / "relationships.csv").open(encoding="utf-8", newline="") as file:
        edges = {(row[":START_ID"], row[":TYPE"], row[":END_ID"]) for row in csv.DictReader(file)}

    assert "Ministry;Agent;GovernmentBody;Organization" == nodes[MINISTRY][":LABEL"]
    assert (LINES, "cooperatesWith", MINISTRY) in edges


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_that_is_there_is_left_alone(store, form, tmp_path):
    (tmp_path / "graph").mkdir()

    with pytest.raises(InputError, match="is there already"):
        export(store, tmp_path / "graph", form=form)
    assert ["graph"] == [path.name for path in tmp_path.iterdir()]


def test_a_form_that_is_none_is_refused(store, tmp_path):
    with pytest.raises(InputError, match="there is no form 'excel' for a folder: use neo4j, neptune, parquet"):
        export(store, tmp_path / "graph", form="excel")
    assert [] == list(tmp_path.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_a_folder_takes_no_more_memory_for_a_larger_store(form, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "_BATCH", 100)
    peaks = []
    for copies in (1, 6):
        with Store(tmp_path / f"store-{copies}") as filled:
            for quads_ in copied_stories(stories()[0], 0, copies):
                filled.replace(quads_[0].graph_name.value, quads_)
        read = opened(tmp_path / f"store-{copies}")
        tracemalloc.start()
        export(read, tmp_path / f"{form}-{copies}", form=form)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert 1.5 * peaks[0] > peaks[1]


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_on_a_full_disk_leaves_nothing(store, form, tmp_path):
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limit[1]))
    try:
        with pytest.raises(InputError, match="cannot be written"):
            export(store, tmp_path / "graph", form=form)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert [] == list(tmp_path.iterdir())


def test_a_suffix_that_says_nothing_is_refused(store, tmp_path):
    with pytest.raises(InputError, match=r"names no form: use \.nq, \.nq\.gz"):
        export(store, tmp_path / "all.xlsx")
    assert [] == list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_leaves_nothing(store, tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        export(store, tmp_path / "missing" / "all.nq")
    assert [] == list(tmp_path.iterdir())


def test_the_graphs_of_an_export_are_the_articles(store, tmp_path):
    export(store, tmp_path / "all.trig")

    assert {ARTICLE, second_story().article_id} == {quad.graph_name.value for quad in read(tmp_path / "all.trig")}
    assert dump(quads(story()), "nq") == dump([q for q in read(tmp_path / "all.trig") if q.graph_name.value == ARTICLE], "nq")
