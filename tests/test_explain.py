"""What is said about a thing, with the words that say it."""

import pytest

from kg.errors import InputError
from kg.explain import Words, explanations
from kg.rdf import quads
from kg.store import Store
from tests.store_fixtures import ADA, APPROVED, ARTICLE, MINISTRY, PILOTS, PLAN, second_story, story


@pytest.fixture
def store():
    filled = Store()
    filled.replace(ARTICLE, quads(story()))
    filled.replace(second_story().article_id, quads(second_story()))
    return filled


def facts(found):
    return [(each.subject, each.relation, each.object) for each in found]


def test_a_fact_is_told_with_its_words_and_where_they_stand(store):
    (approved, *_) = explanations(store, "Quiet Seas Plan")

    assert ("Quiet Seas Plan", "approved by", "Harbour Ministry") in facts(explanations(store, "Quiet Seas Plan"))
    assert (PLAN, MINISTRY) == (approved.subject_iri, approved.object_iri)
    assert (Words("The Harbour Ministry approved the Quiet Seas Plan on 2 March 2025", APPROVED.start),) == approved.words


@pytest.mark.parametrize("what", ["Old Pier", "old pier", "place:old-pier--nl", "<https://w3id.org/newsgraph/id/place/old-pier--nl>"])
def test_a_thing_is_found_by_name_and_iri(store, what):
    (denied,) = explanations(store, what)

    assert ("denied", "Tove Brandt", "Norland Courier") == (denied.modality, denied.said_by, denied.reported_by)


def test_another_name_is_a_name(store):
    assert facts(explanations(store, "Tove Brandt")) == facts(explanations(store, "brandt"))


def test_what_it_is_the_object_of_is_told_too(store):
    assert ("Ada Quill", "meets", "Tove Brandt") in facts(explanations(store, "Tove Brandt"))


def test_the_parts_of_a_tenure_are_told(store):
    assert ("Ada Quill as Harbour Minister of Norland", "holder", "Ada Quill") in facts(explanations(store, ADA))


def test_a_figure_is_told_by_its_own_iri(store):
    assert {"value", "unit", "measure", "observed of"} <= {each.relation for each in explanations(store, PILOTS)}


def test_a_statement_is_told_by_its_own_iri(store):
    (told,) = explanations(store, "Old Pier")

    assert [told] == explanations(store, told.node)


def test_facts_of_two_articles_are_told_with_their_articles(store):
    assert {ARTICLE, second_story().article_id} == {each.article for each in explanations(store, "Brandt Lines")}


def test_a_name_that_is_nearly_right_is_offered(store):
    with pytest.raises(InputError, match="did you mean 'Ada Quill'"):
        explanations(store, "Ada Quil")


@pytest.mark.parametrize("what", ["person:nobody", "https://example.org/a b", "", "} UNION {"])
def test_what_is_not_there_is_refused(store, what):
    with pytest.raises(InputError):
        explanations(store, what)
