"""What an extraction becomes as quads."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.dates import days
from kg.errors import InputError
from kg.formats import dump, ordered, read
from kg.hierarchy import packaged
from kg.model import Article, Entity, Span, Statement, Value
from kg.rdf import identifiers, quads
from kg.terms import literal
from kg.vocab import NG, RDF, RDFS, SKOS, XSD
from tests.conftest import ROOT
from tests.store_fixtures import (
    ADA,
    APPROVAL,
    APPROVED,
    ARTICLE,
    COURIER,
    LINES,
    MINISTRY,
    NORLAND,
    PIER,
    PILOTS,
    PLAN,
    PORT,
    SCHOOL,
    STATEMENTS,
    TENURE,
    TEXT,
    TITLE,
    TOPIC,
    TOVE,
    second_story,
    story,
)


def says(graph, subject, name, object_=None):
    """The objects of the subject's property; with an object, whether it is one of them."""
    predicate = NamedNode(name if "://" in name else NG + name)
    found = [quad.object for quad in graph if quad.subject == NamedNode(subject) and quad.predicate == predicate]
    return sorted(term.value for term in found) if object_ is None else object_ in {term.value for term in found}


def statement_of(graph, predicate):
    """The IRI of the only statement node with that property."""
    (node,) = {q.subject.value for q in graph if q.predicate.value == RDF + "predicate" and q.object == NamedNode(NG + predicate)}
    return node


def test_every_quad_lies_in_the_graph_of_its_article():
    assert {NamedNode(ARTICLE)} == {quad.graph_name for quad in quads(story())}


def test_there_are_no_blank_nodes():
    assert not [quad for quad in quads(story()) if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


def test_an_actual_fact_is_a_plain_triple_too():
    assert says(quads(story()), PLAN, "approvedBy", MINISTRY)


@pytest.mark.parametrize(("subject", "name", "object_"), [(SCHOOL, "locatedIn", PORT), (PIER, "ownedBy", LINES)])
def test_what_is_planned_or_denied_is_no_plain_triple(subject, name, object_):
    assert not says(quads(story()), subject, name, object_)


def test_what_is_denied_is_a_statement_that_says_so():
    graph = quads(story())

    assert [NG + "Denied"] == says(graph, statement_of(graph, "ownedBy"), "modality")


def test_a_statement_has_its_words_claimant_and_reporter():
    graph = quads(story())
    node = statement_of(graph, "approvedBy")

    assert [f"{ARTICLE}#offset_{APPROVED.start}_{APPROVED.end}"] == says(graph, node, "evidence")
    assert [[COURIER], [COURIER]] == [says(graph, node, "assertedBy"), says(graph, node, "reportedBy")]


def test_the_words_of_a_speaker_are_the_claim_of_the_speaker():
    graph = quads(story())

    assert [TOVE] == says(graph, statement_of(graph, "ownedBy"), "assertedBy")


def test_a_publisher_that_is_not_named_is_an_agent_all_the_same():
    graph = quads(story(publisher="", article=Article(TEXT)))

    assert ["publisher (not named)"] == says(graph, f"{ARTICLE}#publisher", RDFS + "label")
    assert [f"{ARTICLE}#publisher"] == says(graph, ARTICLE, "publishedBy")


def test_types_are_written_up_to_the_root():
    assert [NG + name for name in ("Agent", "GovernmentBody", "Ministry", "Organization")] == says(quads(story()), MINISTRY, RDF + "type")


def test_super_properties_of_a_fact_are_written_too():
    assert says(quads(story()), ADA, "represents", NORLAND)


def test_a_super_property_has_no_statement_of_its_own():
    assert not [q for q in quads(story()) if q.predicate.value == RDF + "predicate" and q.object == NamedNode(NG + "represents")]


def test_a_figure_is_its_own_statement():
    graph = quads(story())

    assert ["40"] == says(graph, PILOTS, "value")
    assert [NG + "Actual"] == says(graph, PILOTS, "modality")
    assert not [quad for quad in graph if quad.predicate.value == RDF + "subject" and quad.object == NamedNode(PILOTS)]


def test_a_planned_tenure_keeps_its_parts_and_is_marked():
    changed = tuple(replace(each, modality="Planned") if each.subject == TENURE else each for each in STATEMENTS)
    graph = quads(story(statements=changed))

    assert [[ADA], [NG + "Planned"]] == [says(graph, TENURE, "holder"), says(graph, TENURE, "modality")]


def test_a_part_that_is_meant_otherwise_gets_a_statement_and_no_triple():
    leaving = Statement(TENURE, "until", Value("2026", "gYear"), (TITLE,), "Intended")
    graph = quads(story(statements=(*STATEMENTS, leaving)))

    assert [] == says(graph, TENURE, "until")
    assert [NG + "Intended"] == says(graph, statement_of(graph, "until"), "modality")


def test_events_and_tenures_have_a_first_and_a_last_day():
    graph = quads(story())

    assert ["2025-03-02", "2025-03-02"] == [*says(graph, APPROVAL, "earliest"), *says(graph, APPROVAL, "latest")]
    assert ["2025-03-03"] == says(graph, TENURE, "earliest")


def test_a_quote_is_what_the_text_says_at_its_offsets_with_an_emoji_before_it():
    graph = quads(story())
    node = says(graph, statement_of(graph, "meets"), "evidence")[0]
    start, end = int(says(graph, node, "start")[0]), int(says(graph, node, "end")[0])

    assert ["She met Tove Brandt"] == says(graph, node, "quote")
    assert "She met Tove Brandt" == TEXT[start:end]


def test_the_words_of_a_date_denote_it():
    graph = quads(story())
    (node,) = {q.subject for q in graph if q.predicate == NamedNode(NG + "mentionType") and q.object == Literal("date")}

    assert ["2 March 2025"] == says(graph, node.value, "quote")
    assert [Literal("2025-03-02", datatype=NamedNode(XSD + "date"))] == [
        q.object for q in graph if q.subject == node and q.predicate == NamedNode(NG + "denotes")
    ]


def test_the_statement_id_is_the_hash_of_its_triple():
    fact = Statement("https://example.org/s", "locatedIn", "https://example.org/o", (Span(0, 4),))
    graph = quads(story(statements=(fact,)))

    # sha256 of "<https://example.org/s> <...#locatedIn> <https://example.org/o>"
    assert f"{ARTICLE}#st_a332da99ef" == statement_of(graph, "locatedIn")


def test_who_affirms_and_who_denies_keep_nodes_of_their_own():
    yes = Statement(PIER, "ownedBy", LINES, (APPROVED,))
    graph = quads(story(statements=(*STATEMENTS, yes)))
    nodes = {q.subject.value for q in graph if q.predicate.value == RDF + "predicate" and q.object == NamedNode(NG + "ownedBy")}

    assert [[NG + "Actual"], [NG + "Denied"]] == sorted(says(graph, node, "modality") for node in nodes)
    assert says(graph, PIER, "ownedBy", LINES)


def test_the_same_claim_twice_is_one_statement_with_both_words():
    again = Statement(PLAN, "approvedBy", MINISTRY, (TITLE,))
    graph = quads(story(statements=(*STATEMENTS, again)))

    assert 2 == len(says(graph, statement_of(graph, "approvedBy"), "evidence"))


def test_identifiers_name_the_node_of_each_statement():
    extraction = story()
    found = dict(zip(((s.subject, s.property) for s in extraction.statements), identifiers(extraction, packaged()), strict=True))

    assert PILOTS == found[PILOTS, "value"]
    assert statement_of(quads(extraction), "approvedBy") == found[PLAN, "approvedBy"]


def test_without_evidence_only_plain_triples_are_left():
    graph = quads(story(), evidence="none")

    assert says(graph, PLAN, "approvedBy", MINISTRY)
    assert not [
        quad for quad in graph if quad.object in (NamedNode(NG + "Statement"), NamedNode(NG + "Evidence"), NamedNode(NG + "Mention"))
    ]


def test_with_the_facts_level_there_are_statements_and_no_mentions():
    types = {quad.object.value for quad in quads(story(), evidence="facts") if quad.predicate.value == RDF + "type"}

    assert {NG + "Statement", NG + "Evidence"} <= types
    assert not {NG + "Mention", NG + "Sentence"} & types


def test_an_unknown_level_of_evidence_is_refused():
    with pytest.raises(TypeError, match="not 'some'"):
        quads(story(), evidence="some")


def test_a_topic_has_its_preferred_label():
    assert ["Pilots trained"] == says(quads(story()), TOPIC, SKOS + "prefLabel")


def test_the_text_is_not_in_the_graph():
    assert not [quad for quad in quads(story()) if isinstance(quad.object, Literal) and len(quad.object.value) > len(TEXT) // 2]


def test_rdf12_adds_a_triple_term_to_each_statement():
    extra = set(quads(story(), rdf12=True)) - set(quads(story()))

    assert {RDF + "reifies"} == {quad.predicate.value for quad in extra}
    assert Triple(NamedNode(PLAN), NamedNode(NG + "approvedBy"), NamedNode(MINISTRY)) in {quad.object for quad in extra}


def test_json_ld_refuses_rdf12():
    with pytest.raises(InputError, match=r"RDF 1\.2"):
        dump(quads(story(), rdf12=True), "jsonld")


def test_an_unknown_format_is_refused_by_name():
    with pytest.raises(InputError, match="'rdfxml': use one of ttl"):
        dump([], "rdfxml")


@pytest.mark.parametrize("form", ["ttl", "trig", "nq", "jsonld"])
def test_a_dump_is_the_same_bytes_in_any_order_of_quads(form):
    found = [*quads(story()), *quads(second_story())]

    assert dump(found, form) == dump(found[::-1] + found[:5], form)


@pytest.mark.parametrize("form", ["trig", "nq", "jsonld"])
def test_a_dump_read_again_is_the_same_quads(form, tmp_path):
    path = tmp_path / f"story.{form}"
    path.write_bytes(dump(quads(story()), form))

    assert set(quads(story())) == set(read(path))


def test_turtle_comes_back_in_the_graph_of_its_only_article(tmp_path):
    path = tmp_path / "story.ttl"
    path.write_bytes(dump(quads(story()), "ttl"))

    assert set(quads(story())) == set(read(path))


@settings(max_examples=30, deadline=None)
@given(some.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(random):
    shuffled = {name: random.sample(getattr(story(), name), len(getattr(story(), name))) for name in ("entities", "mentions", "statements")}

    assert quads(story()) == quads(story(**{name: tuple(parts) for name, parts in shuffled.items()}))


@settings(max_examples=30, deadline=None)
@given(some.text(alphabet=some.characters(exclude_categories=()), max_size=30))
def test_any_text_survives_n_quads(words):
    label = Entity("https://example.org/e", "Person", words)
    lines = dump(quads(story(entities=(label,), statements=(), mentions=(), utterances=())), "nq")
    found = says(list(parse(lines, format=RdfFormat.N_QUADS)), "https://example.org/e", RDFS + "label")

    assert [words.encode("utf-8", "replace").decode()] == found


def test_another_hash_seed_gives_the_same_bytes():
    code = (
        "from tests.store_fixtures import story; from kg.rdf import dump, quads; import sys;"
        "sys.stdout.buffer.write(dump(quads(story()), 'trig'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert {dump(quads(story()), "trig")} == runs


@pytest.mark.parametrize(
    ("value", "lexical", "datatype"),
    [
        (Value("1.50", "decimal"), "1.5", "decimal"),
        (Value("007", "integer"), "7", "integer"),
        (Value("2.5", "integer"), "2.5", "decimal"),
        (Value("1,000", "integer"), "1,000", "string"),
        (Value("2024-05", "gYearMonth"), "2024-05", "gYearMonth"),
        (Value("May", "date"), "May", "string"),
    ],
)
def test_a_value_has_one_written_form(value, lexical, datatype):
    assert (lexical, XSD + datatype) == (literal(value).value, literal(value).datatype.value)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2011-22", ("2011-06-01", "2011-08-31")),
        ("2011-24", ("2011-12-01", "2012-02-29")),
        ("2025-34", ("2025-04-01", "2025-06-30")),
        ("2025-02-30", ()),
        ("2025-13", ()),
        ("soon", ()),
        ("0000", ()),
        ("2026?", ("2026-01-01", "2026-12-31")),
    ],
)
def test_days_of_partial_dates(date, expected):
    assert expected == days(date)


@settings(max_examples=30, deadline=None)
@given(some.dates().map(str))
def test_a_day_is_its_own_first_and_last(day):
    assert (day, day) == days(day)


def test_ordered_quads_are_each_there_once():
    quad = Quad(NamedNode("https://example.org/s"), NamedNode("https://example.org/p"), Literal("o"))

    assert [quad] == ordered([quad, quad])
