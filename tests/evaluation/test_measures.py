"""The parts that measures are made of."""

import pytest

from kg.evaluation.alignment import stands_for, with_nodes
from kg.evaluation.consequences import consequences
from kg.evaluation.gold import GoldEntity, GoldMention
from kg.evaluation.relations import table
from kg.model import Span
from kg.ontology import load


@pytest.mark.parametrize(
    ("facts", "follows"),
    [
        ([("a", "locatedIn", "b"), ("b", "locatedIn", "c")], ("a", "locatedIn", "c")),
        ([("x", "holdsPosition", "p"), ("p", "positionIn", "o"), ("o", "governmentBodyOf", "c")], ("x", "citizenOf", "c")),
        ([("d", "party", "x"), ("d", "party", "y")], ("x", "cooperatesWith", "y")),
        ([("x", "headOf", "o")], ("x", "memberOf", "o")),
    ],
)
def test_what_follows_from_gold_is_known(facts, follows):
    assert follows in consequences(facts, load())


def test_nothing_follows_of_a_thing_and_itself():
    assert ("x", "cooperatesWith", "x") not in consequences([("d", "party", "x")], load())


def test_an_equal_span_counts_more_than_two_that_overlap():
    gold = [
        GoldEntity("a", "Person", "A", (GoldMention(Span(0, 5), "name"), GoldMention(Span(10, 15), "name"))),
        GoldEntity("b", "Person", "B", (GoldMention(Span(20, 25), "name"),)),
    ]
    denoted = [(Span(0, 3), "x"), (Span(10, 12), "x"), (Span(20, 25), "x")]

    assert {"x": "b"} == stands_for(gold, denoted)


def test_a_node_stands_for_the_one_with_which_it_shares_most():
    gold = [("f1", "value", ("=", 40.0)), ("f1", "observedOf", "a"), ("f2", "value", ("=", 7.0)), ("f2", "observedOf", "a")]
    given = [("n", "value", ("=", 7.0)), ("n", "observedOf", "x")]

    assert {"x": "a", "n": "f2"} == with_nodes(gold, given, {"x": "a"})


def test_every_property_that_a_relation_names_is_in_the_ontology():
    named = {name.removeprefix("^") for names in table().values() for name in names}

    assert set() == named - set(load().properties)
