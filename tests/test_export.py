"""A store as files that others read."""

import csv

import networkx as nx
import pytest
from pyoxigraph import Store as Oxigraph

from kg.errors import InputError
from kg.export import export
from kg.formats import dump, read
from kg.rdf import quads
from kg.store import Store
from tests.store_fixtures import ADA, ARTICLE, LINES, MINISTRY, second_story, story


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


def test_a_folder_that_is_there_is_left_alone(store, tmp_path):
    (tmp_path / "graph").mkdir()

    with pytest.raises(InputError, match="is there already"):
        export(store, tmp_path / "graph")


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
