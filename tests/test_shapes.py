"""The story breaks no shape; each planted fault is found by its message."""

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.extraction.guesses.weighing import LEAST
from kg.model import Entity
from kg.rdf import quads
from kg.resources import resource
from kg.shapes import violations
from kg.store import Store
from kg.vocab import NG, OWL, RDF, RDFS, SKOS
from tests.store_fixtures import ADA, ARTICLE, ENTITIES, LINES, PIER, STATEMENTS, TEXT, second_story, story


def stored(graph):
    store = Store()
    store.replace(graph[0].graph_name.value, graph)
    return store


def messages(graph):
    return [fault.message for fault in violations(stored(graph)) if fault.severity == "Violation"]


def plain(subject, name, object_):
    return Quad(NamedNode(subject), NamedNode(NG + name), object_, NamedNode(ARTICLE))


def without(graph, name, subject=""):
    return [quad for quad in graph if quad.predicate.value != NG + name or (subject and quad.subject.value != subject)]


def test_the_story_breaks_no_shape():
    assert [] == violations(stored(quads(story())), texts={ARTICLE: TEXT})


def test_a_story_without_evidence_says_where_it_is_missing():
    assert {"An event needs evidence.", "A tenure needs evidence.", "A figure needs evidence.", "An utterance needs evidence."} == set(
        messages(quads(story(), evidence="none"))
    )


def test_an_actual_statement_without_its_triple_is_found():
    assert ["An actual statement must also stand as a plain triple."] == messages(without(quads(story()), "meets"))


def test_a_denied_statement_that_stands_as_a_triple_is_found():
    (message,) = messages([*quads(story()), plain(PIER, "ownedBy", NamedNode(LINES))])

    assert message.startswith("A statement that is only planned, intended, possible or denied must not stand as a plain triple")


def test_the_faulty_statement_is_the_focus():
    graph = without(quads(story()), "meets")
    (fault,) = [fault for fault in violations(stored(graph)) if fault.severity == "Violation"]

    assert fault.focus.startswith(f"{ARTICLE}#st_")


def test_a_quote_of_the_wrong_length_is_found():
    graph = [
        plain(quad.subject.value, "quote", Literal("He"))
        if quad.object == Literal("She") and quad.predicate.value == NG + "quote"
        else quad
        for quad in quads(story())
    ]

    assert ["The quote's length is not end minus start."] == messages(graph)


def test_an_unknown_property_is_found():
    assert ["The ontology has no such property."] == messages([*quads(story()), plain(ADA, "likes", NamedNode(LINES))])


def test_a_person_of_one_word_is_a_warning():
    changed = tuple(replace(entity, label="Ada") if entity.id == ADA else entity for entity in ENTITIES)
    faults = violations(stored(quads(story(entities=changed))))

    assert ["A person with a one-word name is usually an unresolved mention."] == [fault.message for fault in faults]


def test_a_text_that_is_not_the_article_s_is_found():
    faults = violations(stored(quads(story())), texts={ARTICLE: TEXT.replace("She met", "He met ")})

    assert "The text is not the one the article was read from." in {fault.message for fault in faults}
    assert "The quote is not what the text says there." in {fault.message for fault in faults}


def test_each_article_is_checked_alone():
    store = stored(without(quads(story()), "meets"))
    store.replace(second_story().article_id, quads(second_story()))

    assert 1 == len([fault for fault in violations(store) if fault.severity == "Violation"])


def test_the_worst_comes_first():
    unlinked = Entity("https://example.org/place", "City", "Elsewhere")
    graph = without(quads(story(entities=(*ENTITIES, unlinked))), "meets")

    assert ["Violation", "Info"] == [fault.severity for fault in violations(stored(graph))]


ONTOLOGY = list(parse(resource("newsgraph.ttl").read_bytes(), format=RdfFormat.TURTLE))
TERMS = sorted({t.subject.value for t in ONTOLOGY if str(t.subject).startswith(f"<{NG}") and t.predicate.value == RDF + "type"})


@pytest.mark.parametrize("predicate", [RDFS + "label", SKOS + "definition"])
def test_every_term_has_one_label_and_one_definition(predicate):
    described = [t.subject.value for t in ONTOLOGY if t.predicate.value == predicate]

    assert TERMS == sorted(described)


def test_no_two_terms_have_the_same_label():
    labels = [t.object.value.casefold() for t in ONTOLOGY if t.predicate.value == RDFS + "label"]

    assert sorted(set(labels)) == sorted(labels)


@pytest.mark.parametrize("name", ["alignment.ttl", "shapes.ttl"])
def test_alignments_and_shapes_speak_of_declared_terms_only(name):
    used = {str(term) for triple in parse(resource(name).read_bytes(), format=RdfFormat.TURTLE) for term in (triple.subject, triple.object)}

    assert set() == {term.strip("<>") for term in used if term.startswith(f"<{NG}")} - set(TERMS)


def test_the_story_uses_no_class_twice_disjoint():
    disjoint = [t for t in ONTOLOGY if t.object == NamedNode(OWL + "AllDisjointClasses")]

    assert 3 == len(disjoint)
    assert STATEMENTS


def test_a_statement_that_is_given_unasked_is_sure_enough_for_the_shapes():
    triples = parse(resource("shapes.ttl").read_bytes(), format=RdfFormat.TURTLE)
    bounds = [float(t.object.value) for t in triples if t.predicate.value == "http://www.w3.org/ns/shacl#minInclusive"]

    assert LEAST in bounds
