"""The store as a networkx graph."""

import pytest

from kg.network import network
from kg.rdf import quads
from kg.store import Store
from tests.store_fixtures import ADA, APPROVAL, ARTICLE, LINES, MINISTRY, PIER, PILOTS, STATEMENTS, TENURE, TOPIC, TOVE, second_story, story


def stored(*stories):
    store = Store()
    for each in stories:
        store.replace(each.article_id, quads(each))
    return store


@pytest.fixture
def graph():
    return network(stored(story()))


def test_things_are_nodes_with_label_and_narrowest_type(graph):
    assert {"label": "Harbour Ministry", "type": "Ministry", "mentions": 1, "date": ""} == graph.nodes[MINISTRY]


def test_an_event_has_its_first_day(graph):
    assert "2025-03-02" == graph.nodes[APPROVAL]["date"]


def test_mentions_are_counted(graph):
    assert 3 == graph.nodes[ADA]["mentions"]


def test_articles_and_literals_are_no_nodes(graph):
    assert ARTICLE not in graph
    assert all(node.startswith("https://") for node in graph)


def test_an_edge_has_the_words_and_the_claimant(graph):
    (edge,) = graph.get_edge_data(PIER, LINES).values()

    assert ("ownedBy", "Denied", "Tove Brandt") == (edge["property"], edge["modality"], edge["said_by"])
    assert "Brandt Lines owns the Old Pier" == edge["quote"]


def test_the_key_of_an_edge_is_its_statement(graph):
    assert all(key.startswith(f"{ARTICLE}#st_") for _, _, key in graph.out_edges(TOVE, keys=True))


def test_parts_of_figures_and_tenures_are_edges(graph):
    assert {ADA} <= set(graph.successors(TENURE))
    assert {TOPIC, MINISTRY} == set(graph.successors(PILOTS))


def test_there_is_one_edge_for_each_statement_that_links_two_things(graph):
    assert len([s for s in STATEMENTS if isinstance(s.object, str)]) == graph.number_of_edges()


def test_the_same_fact_in_two_articles_is_two_edges():
    again = story(article_id=f"{ARTICLE}-again")

    assert 2 == network(stored(story(), again)).number_of_edges(ADA, TOVE)


def test_the_network_is_the_same_whatever_was_stored_first():
    one, other = network(stored(story(), second_story())), network(stored(second_story(), story()))

    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_an_empty_store_is_an_empty_network():
    assert 0 == network(Store()).number_of_nodes()
