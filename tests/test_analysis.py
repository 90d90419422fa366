"""Measures of the network."""

import os
import subprocess
import sys

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kg import analysis
from kg.errors import InputError
from kg.network import network
from kg.rdf import quads
from kg.store import Store
from tests.conftest import ROOT
from tests.store_fixtures import ADA, APPROVAL, LINES, MINISTER, MINISTRY, PIER, PLAN, SCHOOL, TENURE, TOVE, second_story, story


@pytest.fixture
def graph():
    store = Store()
    for each in (story(), second_story()):
        store.replace(each.article_id, quads(each))
    return network(store)


def linked(*edges):
    """A network of actual facts between numbered things."""
    graph = nx.MultiDiGraph()
    for number, (source, target) in enumerate(edges):
        for node in (source, target):
            graph.add_node(str(node), label=str(node), type="Person", mentions=1, date="")
        graph.add_edge(
            str(source), str(target), key=f"s{number}", modality="Actual", confidence=1.0, relation="meets", quote="q", article="a"
        )
    return graph


pairs = some.lists(some.tuples(some.integers(0, 8), some.integers(0, 8)), max_size=20)


@settings(max_examples=30, deadline=None)
@given(pairs)
def test_importance_sums_to_one(edges):
    shares = analysis.importance(linked(*edges))

    assert (pytest.approx(1) if edges else 0) == sum(shares.values())


@settings(max_examples=30, deadline=None)
@given(pairs)
def test_components_hold_every_thing_once(edges):
    graph = linked(*edges)

    assert sorted(graph) == sorted(node for group in analysis.components(graph) for node in group)


@settings(max_examples=30, deadline=None)
@given(pairs)
def test_communities_lie_within_components(edges):
    graph = linked(*edges)
    components = analysis.components(graph)

    assert all(any(set(group) <= set(component) for component in components) for group in analysis.communities(graph))


@settings(max_examples=30, deadline=None)
@given(pairs.filter(bool))
def test_a_connection_is_there_exactly_within_a_component(edges):
    graph = linked(*edges)
    one, other = sorted(graph)[0], sorted(graph)[-1]
    together = any({one, other} <= set(group) for group in analysis.components(graph))

    assert (together and one != other) == bool(analysis.connection(graph, one, other))


def test_the_most_important_comes_first(graph):
    shares = list(analysis.importance(graph).values())

    assert sorted(shares, reverse=True) == pytest.approx(shares)
    assert next(iter(analysis.importance(graph))) in {ADA, MINISTRY}


def test_what_is_not_a_fact_joins_nothing(graph):
    assert [SCHOOL] in analysis.components(graph)
    assert [PIER] in analysis.components(graph)


def test_a_connection_has_the_words_on_each_step(graph):
    steps = analysis.connection(graph, ADA, LINES)

    assert [("Ada Quill", "meets", "Tove Brandt"), ("Tove Brandt", "works for", "Brandt Lines")] == [
        (step.source_label, step.relation, step.target_label) for step in steps
    ]
    assert ["She met Tove Brandt", "Tove Brandt of Brandt Lines"] == [step.quote for step in steps]


def test_a_step_against_the_arrow_says_so(graph):
    (step,) = analysis.connection(graph, LINES, TOVE)

    assert not step.forward


def test_there_is_no_connection_to_what_stands_alone(graph):
    assert [] == analysis.connection(graph, ADA, PIER)


def test_a_thing_that_is_not_there_is_refused(graph):
    with pytest.raises(InputError, match="not in the network"):
        analysis.connection(graph, ADA, "https://example.org/nobody")


def test_the_timeline_is_in_order(graph):
    assert [(APPROVAL, "2025-03-02"), (TENURE, "2025-03-03")] == [(each.node, each.date) for each in analysis.timeline(graph)]


@pytest.mark.parametrize(("write", "read"), [(analysis.write_graphml, nx.read_graphml), (analysis.write_gexf, nx.read_gexf)])
def test_an_exported_network_is_read_again(graph, write, read, tmp_path):
    write(graph, tmp_path / "network.xml")
    again = read(tmp_path / "network.xml")

    assert (graph.number_of_nodes(), graph.number_of_edges()) == (again.number_of_nodes(), again.number_of_edges())
    assert [tmp_path / "network.xml"] == list(tmp_path.iterdir())


def test_signs_that_xml_cannot_hold_are_replaced():
    graph = linked((1, 2))
    graph.nodes["1"]["label"] = "bell \x07 <&>"

    assert "bell \ufffd <&>" == nx.parse_graphml(analysis.graphml(graph).decode()).nodes["1"]["label"]
    assert "bell &#65533; &lt;&amp;&gt;" in analysis.gexf(graph).decode().replace("\ufffd", "&#65533;")


def test_an_export_has_no_date_of_today(graph):
    assert b"lastmodified" not in analysis.gexf(graph)


def test_another_hash_seed_gives_the_same_measures():
    code = (
        "from tests.store_fixtures import story, second_story; from kg import analysis; from kg.network import network;"
        "from kg.rdf import quads; from kg.store import Store; s = Store();"
        "[s.replace(x.article_id, quads(x)) for x in (story(), second_story())]; g = network(s);"
        "print(analysis.communities(g), analysis.importance(g), analysis.components(g), analysis.gexf(g), analysis.graphml(g))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert 1 == len(runs)


def test_an_empty_network_has_no_measures():
    empty = network(Store())

    assert ({}, [], [], []) == (
        analysis.importance(empty),
        analysis.communities(empty),
        analysis.components(empty),
        analysis.timeline(empty),
    )


def test_the_position_joins_the_person_and_the_country(graph):
    assert any({ADA, MINISTER, PLAN} & set(group) for group in analysis.communities(graph))
