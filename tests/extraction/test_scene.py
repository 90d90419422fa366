"""An article with its parse and its things."""

import pytest

from kg.extraction.scene import class_of, conjoined, label, paragraph_bounds, thing_at, words
from kg.extraction.spot import Spot
from kg.model import Span
from kg.ontology import load
from tests.extraction.parses import staged

TABLE = """
Ada     NNP compound Brook
Brook   NNP nsubj    met
,       ,   punct    Brook
Leo     NNP conj     Brook
and     CC  cc       Leo
others  NNS conj     Leo
met     VBD ROOT     met meet
Acme    NNP dobj     met
"""
SCENE = staged(TABLE, {"Ada Brook": "Person", "Leo": "Person", "Acme": "Company"})


def test_things_are_numbered_in_text_order():
    assert {"e0": "Ada Brook", "e1": "Leo", "e2": "Acme"} == {id_: thing.label for id_, thing in SCENE.things.items()}


def test_the_head_of_a_mention_leads_to_its_thing():
    assert ["", "e0", "", "e1", "", "", "", "e2"] == [thing_at(SCENE, token) for token in SCENE.doc]


def test_joined_things_come_in_text_order_and_what_is_no_thing_is_left_out():
    assert [("e0", "Brook"), ("e1", "Leo")] == [(id_, token.text) for id_, token in conjoined(SCENE, SCENE.doc[1])]


def test_who_holds_an_office_stands_for_it_where_the_name_follows():
    table = "the DT det chair\nchair NN nsubj left\n, , punct chair\nAda NNP appos chair\n, , punct chair\nleft VBD ROOT left leave"
    scene = staged(table, {"Ada": "Person"}, described={"the chair": "Position"})

    assert [("Ada", "Ada")] == [(scene.things[id_].label, token.text) for id_, token in conjoined(scene, scene.doc[1])]


def test_the_span_over_tokens_holds_whole_mentions():
    span = words(SCENE, SCENE.doc[1], SCENE.doc[3])

    assert "Ada Brook, Leo" == SCENE.article.text[span.start : span.end]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([("name", "Company", 0.8), ("name", "Person", 0.8), ("name", "Company", 0.8)], "Company"),
        ([("name", "Organization", 0.9), ("name", "Company", 0.3)], "Company"),
        ([("name", "Person", 0.9), ("nominal", "Company", 5.0)], "Person"),
        ([("nominal", "Ministry", 0.5), ("pronoun", "Organization", 0.8)], "Ministry"),
        ([("pronoun", "Person", 0.8)], "Person"),
    ],
)
def test_the_class_is_that_of_most_names_as_exact_as_they_are(found, expected):
    assert expected == class_of([Spot(0, 1, kind, type_, score) for kind, type_, score in found], load())


@pytest.mark.parametrize(
    ("text", "kind", "type_", "expected"),
    [
        ("the Harbour Trust’s", "name", "Organization", "Harbour Trust"),
        ("Norwegian", "name", "Country", "Norway"),
        ("the old company", "nominal", "Company", "Old company"),
        ("HARBOUR TRUST", "name", "Organization", "Harbour Trust"),
        ("HTB", "name", "Organization", "HTB"),
    ],
)
def test_the_label_is_a_plain_name(text, kind, type_, expected):
    assert expected == label([Spot(0, len(text), kind, type_)], text, type_)


def test_the_label_is_the_fullest_name():
    text = "Brook, Ada Brook"

    assert "Ada Brook" == label([Spot(0, 5, "name", "Person"), Spot(7, 16, "name", "Person")], text, "Person")


def test_a_paragraph_is_a_line():
    assert [Span(0, 3), Span(4, 7), Span(4, 7)] == [paragraph_bounds("one\ntwo", at) for at in (0, 4, 7)]
