"""The path from extractions to bytes, without reading an article."""

import json
from dataclasses import replace

import pytest

import kg
from kg.build import FORMATS, page, serialized, stored
from kg.errors import InputError
from kg.model import Extraction
from tests.conftest import STORY


@pytest.fixture
def other(mill: Extraction) -> Extraction:
    """The same story in another article."""
    return replace(mill, article_id="https://w3id.org/newsgraph/doc/2026-03-03-ffffffffffff")


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_articles_and_reading_one_twice_change_nothing(mill, other, form):
    assert serialized([mill, other], form) == serialized([other, mill, other], form)


def test_each_article_has_its_own_graph(mill, other):
    assert [mill.article_id, other.article_id] == sorted({quad.graph_name.value for quad in kg.quads([other, mill])})


def test_an_unknown_format_is_refused_by_name(mill):
    with pytest.raises(InputError, match="there is no format 'xml'"):
        serialized([mill], "xml")


def test_rdf_1_2_does_not_fit_into_json_ld(mill):
    with pytest.raises(InputError, match=r"JSON-LD cannot hold RDF 1\.2"):
        serialized([mill], "jsonld", rdf12=True)


def test_the_store_answers_with_labels_of_the_ontology(mill):
    query = "SELECT ?how { ?s rdf:predicate ?p ; rdf:subject/rdfs:label 'Ada Brook'@en . ?p rdfs:label ?how }"

    assert [{"how": "holds position"}] == stored([mill]).select(query)


def test_a_record_is_a_fact_whole_in_itself(mill):
    holding = json.loads(serialized([mill], "json"))[0]

    assert {
        "article": mill.article_id,
        "subject": "https://w3id.org/newsgraph/id/person/ada-brook",
        "subject_label": "Ada Brook",
        "subject_type": "Person",
        "property": "holdsPosition",
        "object": "https://w3id.org/newsgraph/id/thing/mayor--westhaven",
        "object_label": "mayor of Westhaven",
        "object_type": "Position",
        "asserted": True,
        "modality": "Actual",
        "derivation": "Explicit",
        "asserted_by": "https://w3id.org/newsgraph/id/org/harbour-post",
        "asserted_by_label": "Harbour Post",
        "confidence": 1.0,
        "rule": "apposition",
        "quote": "Ada Brook, the mayor of Westhaven",
        "start": 0,
        "end": 33,
    } == holding


def test_a_record_of_what_is_planned_says_so_and_who_says_it(mill):
    planned = [record for record in json.loads(serialized([mill], "json")) if not record["asserted"]]

    assert [("status", "grinding", "Planned", "Ada Brook")] == [
        (record["property"], record["value"], record["modality"], record["asserted_by_label"]) for record in planned
    ]


def test_the_quote_of_a_record_is_what_the_offsets_cut(mill):
    records = json.loads(serialized([mill], "json"))

    assert [STORY[record["start"] : record["end"]] for record in records] == [record["quote"] for record in records]


def test_no_extraction_is_an_empty_list():
    assert b"[]\n" == serialized([], "json")


def test_the_page_of_the_same_extractions_is_the_same(mill, other):
    assert page([mill, other]) == page([mill, other])


def test_the_public_names_are_there():
    assert [] == [name for name in kg.__all__ if not callable(getattr(kg, name, None))]


def test_an_unknown_public_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing
