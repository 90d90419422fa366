"""What follows from the articles: each rule, what must not follow, and that it can be told apart and taken out."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kg import library
from kg.errors import InputError
from kg.formats import dump
from kg.infer import forget, infer, rules
from kg.model import Entity, Extraction, Statement
from kg.shapes import violations
from kg.store import ONTOLOGY, Store, opened
from kg.vocab import DERIVED, NG, RDF, RDFS, SKOS
from tests.store_fixtures import (
    ADA,
    ARTICLE,
    ENTITIES,
    LINES,
    MINISTRY,
    NORLAND,
    PIER,
    PORT,
    SCHOOL,
    SPEECH,
    STATEMENTS,
    TENURE,
    TOVE,
    iri,
    second_story,
    span,
    story,
)

WORDS = span("Tove Brandt of Brandt Lines")
SOMEBODY = iri("thing/somebody")


def said(*facts: tuple[str, str, str], entities: tuple[Entity, ...] = (), modality: str = "Actual") -> Extraction:
    """The story with more facts in it."""
    more = tuple(Statement(subject, name, object_, (WORDS,), modality) for subject, name, object_ in facts)
    return story(statements=(*STATEMENTS, *more), entities=(*ENTITIES, *entities))


@pytest.fixture
def follows(tmp_path):
    """What follows from the articles, as subject, property or class, object."""

    def derived(*extractions: Extraction) -> set[tuple[str, str, str]]:
        library.add(tmp_path / "store", extractions)
        infer(tmp_path / "store")
        found = opened(tmp_path / "store").quads(DERIVED)
        return {
            (quad.subject.value, quad.predicate.value.removeprefix(NG), str(quad.object.value).removeprefix(NG))
            for quad in found
            if quad.subject.value != DERIVED
        }

    return derived


@pytest.fixture
def store(tmp_path):
    library.add(tmp_path / "store", [story(), second_story()])
    return tmp_path / "store"


A = RDF + "type"


# --- the rules


def test_what_is_symmetric_holds_the_other_way_round(follows):
    assert (TOVE, "meets", ADA) in follows(story())


def test_what_has_an_inverse_holds_by_it_the_other_way_round(follows):
    found = follows(said((TOVE, "parentOf", ADA)))

    assert {(ADA, "said", SPEECH), (ADA, "childOf", TOVE)} <= found


def test_a_place_in_a_place_is_in_what_that_is_in(follows):
    found = follows(said((LINES, "headquarteredIn", PORT)))

    assert (LINES, "locatedIn", NORLAND) in found
    assert (LINES, "headquarteredIn", NORLAND) not in found


def test_parts_are_followed_over_articles_to_the_end(follows):
    units = tuple(iri(f"org/unit-{number}") for number in range(5))
    entities = tuple(Entity(unit, "Organization", unit[-6:]) for unit in units)
    pairs = tuple(pairwise(units))
    one = said(*((lower, "unitOf", upper) for lower, upper in pairs[:2]), entities=entities)
    other = replace(said(*((lower, "unitOf", upper) for lower, upper in pairs[2:]), entities=entities), article_id=f"{ARTICLE}-other")
    found = follows(one, replace(other, article=replace(other.article, identifier="other")))

    assert {(units[low], "partOf", units[high]) for low in range(5) for high in range(low + 2, 5)} == {
        each for each in found if each[1] == "partOf"
    }


def test_nothing_is_in_itself_although_two_are_in_each_other(follows):
    found = follows(said((MINISTRY, "partOf", LINES), (LINES, "partOf", MINISTRY)))

    assert [] == [each for each in found if each[0] == each[2]]


def test_a_property_brings_those_above_it(store):
    """Articles say them too, but a file from elsewhere may not."""
    with Store(store) as filled:
        filled.replace(ARTICLE, [quad for quad in filled.quads(ARTICLE) if quad.predicate.value != NG + "represents"])
    infer(store)

    assert opened(store).ask(f"ASK {{ GRAPH <{DERIVED}> {{ <{ADA}> ng:represents <{NORLAND}> }} }}")


def test_who_leads_something_is_a_person_where_nothing_more_exact_was_known(follows):
    somebody = Entity(SOMEBODY, "Agent", "Somebody")
    found = follows(said((SOMEBODY, "leaderOf", LINES), entities=(somebody,)))

    assert (SOMEBODY, A, "Person") in found


def test_a_class_brings_those_above_it(follows):
    somebody = Entity(SOMEBODY, "Agent", "Somebody")
    found = follows(said((iri("topic/x"), "influences", SOMEBODY), entities=(somebody, Entity(iri("topic/x"), "Topic", "x"))))

    assert (iri("topic/x"), A, SKOS + "Concept") in found


def test_a_store_of_an_older_ontology_is_inferred_from_by_the_installed_one(store):
    with Store(store) as filled:
        filled.replace(ONTOLOGY, [quad for quad in filled.quads(ONTOLOGY) if not str(quad.object).endswith("SymmetricProperty>")])
    infer(store)

    assert opened(store).ask(f"ASK {{ <{TOVE}> ng:meets <{ADA}> }}")


# --- with care


def test_what_an_article_knows_as_something_else_keeps_its_class(follows):
    """An extractor errs: the port that works with a company is no agent for that."""
    found = follows(said((PORT, "cooperatesWith", LINES), (LINES, "leaderOf", MINISTRY)))

    assert set() == {(PORT, A, "Agent"), (LINES, A, "Person")} & found


def test_what_properties_do_not_agree_on_gets_no_class(follows):
    somebody = Entity(SOMEBODY, "Agent", "Somebody")
    found = follows(said((SOMEBODY, "leaderOf", LINES), (ADA, "leaderOf", SOMEBODY), entities=(somebody,)))

    assert [] == [each for each in found if each[0] == SOMEBODY and each[1] == A]


# --- what must not follow


def test_nothing_follows_from_what_is_planned_or_denied(follows):
    found = follows(story())

    assert [] == [each for each in found if {SCHOOL, PIER} & {each[0], each[2]}]


@pytest.mark.parametrize("modality", ["Planned", "Intended", "Possible", "Denied"])
def test_nothing_follows_from_what_is_not_so(follows, modality):
    somebody = Entity(SOMEBODY, "Agent", "Somebody")
    facts = [(SOMEBODY, "leaderOf", LINES), (LINES, "spouseOf", SOMEBODY), (SOMEBODY, "locatedIn", PORT), (SOMEBODY, "partOf", LINES)]
    found = follows(said(*facts, entities=(somebody,), modality=modality))

    assert [] == [each for each in found if SOMEBODY in (each[0], each[2])]


def test_nothing_follows_from_the_parts_of_a_planned_tenure(follows):
    parts = tuple(replace(each, modality="Planned") if each.subject == TENURE else each for each in STATEMENTS)
    holder = Entity(SOMEBODY, "Work", "Somebody")
    moved = tuple(replace(each, object=SOMEBODY) if each.property == "holder" else each for each in parts)
    found = follows(story(statements=moved, entities=(*ENTITIES, holder)))

    assert [] == [each for each in found if SOMEBODY in (each[0], each[2])]


def test_a_denied_statement_gets_no_further_class(follows):
    assert [] == [each for each in follows(story()) if each[2].endswith("#Statement")]


def test_an_article_cannot_change_the_rules(tmp_path):
    (tmp_path / "evil.nq").write_text(f"<{NG}worksFor> <{RDFS}subPropertyOf> <{NG}killed> <{ARTICLE}-evil> .\n")
    library.add(tmp_path / "store", [story()])
    with Store(tmp_path / "store") as filled:
        filled.load(tmp_path / "evil.nq")
    infer(tmp_path / "store")

    assert not opened(tmp_path / "store").ask("ASK { ?who ng:killed ?whom }")


# --- the graph


def test_the_graph_names_the_articles_that_it_was_derived_from(store):
    infer(store)
    rows = opened(store).select(f"SELECT ?g {{ GRAPH <{DERIVED}> {{ <{DERIVED}> prov:wasDerivedFrom ?g }} }} ORDER BY ?g")

    assert [ARTICLE, second_story().article_id] == [row["g"] for row in rows]


def test_what_follows_is_in_no_graph_of_an_article_and_new_in_its_own(store):
    infer(store)
    filled = opened(store)
    asserted = {quad.triple for graph in filled.graphs() if graph != DERIVED for quad in filled.quads(graph)}

    assert set() == asserted & {quad.triple for quad in filled.quads(DERIVED)}


def test_inferring_again_gives_the_same_bytes(store):
    first = infer(store)
    before = dump(opened(store).quads(DERIVED), "nq")

    assert (first, before) == (infer(store), dump(opened(store).quads(DERIVED), "nq"))
    assert 0 < len(before)


def test_what_follows_does_not_depend_on_the_order_of_the_articles(tmp_path):
    for name, extractions in {"one": [story(), second_story()], "other": [second_story(), story()]}.items():
        library.add(tmp_path / name, extractions)
        infer(tmp_path / name)

    assert dump(opened(tmp_path / "one").quads(DERIVED), "nq") == dump(opened(tmp_path / "other").quads(DERIVED), "nq")


def test_forgetting_leaves_the_store_as_it_was(store):
    def content() -> set[str]:
        return {str(quad) for quad in opened(store).inner}

    before = content()
    infer(store)

    assert before < content()
    assert [True, False] == [forget(store), forget(store)]
    assert before == content()


def test_an_article_that_comes_or_goes_takes_what_was_inferred_with_it(store):
    infer(store)
    unchanged = library.add(store, [story()])
    assert (False, True) == (unchanged.outdated, DERIVED in opened(store).graphs())

    changed = library.add(store, [story(mentions=())])
    assert (True, False) == (changed.outdated, DERIVED in opened(store).graphs())

    infer(store)
    assert sorted([ARTICLE, DERIVED]) == library.remove(store, ARTICLE)
    assert [second_story().article_id] == opened(store).graphs()


def test_a_store_from_which_nothing_follows_has_no_such_graph(tmp_path):
    library.add(tmp_path / "store", [story(statements=(), utterances=(), mentions=(), entities=())])
    infer(tmp_path / "store")

    assert [ARTICLE] == opened(tmp_path / "store").graphs()


def test_what_was_inferred_breaks_no_shape(store):
    before = violations(opened(store))
    infer(store)

    assert before == violations(opened(store))


def test_nothing_is_inferred_into_a_store_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="there is no such store"):
        infer(tmp_path / "none")
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", rules())
def test_a_rule_says_what_it_does_and_where_it_is_from(name):
    assert rules()[name].startswith("# What ")


@pytest.mark.parametrize("name", rules())
def test_a_rule_reads_the_ontology_from_its_own_graph_only(name):
    """So that no article can declare properties."""
    text = rules()[name]
    inside = text[text.index("GRAPH <https://w3id.org/newsgraph/ont>") :].partition("}\n")[0]

    assert "rdfs:" in inside or "owl:" in inside
    assert "owl:" not in text.replace(inside, "").partition("CONSTRUCT")[2]
