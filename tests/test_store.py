"""Stores: graphs kept, questions answered, nothing let through that reaches out or writes."""

import gzip
import os
import signal
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import URIRef

from kg.errors import InputError, QueryError
from kg.formats import dump
from kg.rdf import quads
from kg.store import Store, opened
from tests.conftest import ROOT
from tests.store_fixtures import ADA, ARTICLE, LINES, second_story, story

A, B = NamedNode("https://example.org/a"), NamedNode("https://example.org/b")


def one(graph=A, word="x"):
    return Quad(A, B, Literal(word), graph)


@pytest.fixture
def store():
    filled = Store()
    filled.replace(ARTICLE, quads(story()))
    return filled


@pytest.fixture
def folder(tmp_path):
    with Store(tmp_path / "store") as made:
        made.replace(ARTICLE, quads(story()))
    return tmp_path / "store"


def test_replace_leaves_other_graphs_alone():
    store = Store()
    store.replace(A.value, [one(A)])
    store.replace(B.value, [one(B)])
    store.replace(A.value, [])

    assert [B.value] == store.graphs()


def test_replace_twice_changes_nothing_the_second_time():
    store = Store()

    assert [True, False] == [store.replace(A.value, [one()]), store.replace(A.value, [one()])]


def test_replace_leaves_nothing_of_the_old_graph():
    store = Store()
    store.replace(A.value, [one(word="old"), one(word="both")])
    store.replace(A.value, [one(word="new"), one(word="both")])

    assert {one(word="new"), one(word="both")} == set(store.quads(A.value))


def test_replace_refuses_quads_of_another_graph():
    with pytest.raises(ValueError, match="must lie in the graph"):
        Store().replace(A.value, [one(B)])


def test_remove_tells_whether_the_graph_was_there(store):
    assert [True, False] == [store.remove(ARTICLE), store.remove(ARTICLE)]


def test_labels_of_the_ontology_are_always_there():
    assert [{"label": "ministry"}] == Store().select("SELECT ?label { ng:Ministry rdfs:label ?label }")


def test_the_ontology_is_no_graph_of_an_article():
    assert [] == Store().graphs()


def test_the_default_graph_is_the_union_of_all(store):
    assert store.ask(f"ASK {{ <{ADA}> a ng:Person }}")


def test_a_fact_of_two_articles_is_one_triple_of_the_default_graph(store):
    store.replace(second_story().article_id, quads(second_story()))

    assert [{"n": "1"}] == store.select(f"SELECT (COUNT(*) AS ?n) {{ <{LINES}> rdfs:label ?label }}")
    store.remove(ARTICLE)
    assert [{"label": "Brandt Lines"}] == store.select(f"SELECT ?label {{ <{LINES}> rdfs:label ?label }}")


@settings(max_examples=30, deadline=None)
@given(some.lists(some.tuples(some.sampled_from([A, B]), some.sets(some.sampled_from("xyz")))))
def test_the_default_graph_is_what_the_graphs_say_after_any_changes(changes):
    store = Store()
    for graph, words in changes:
        store.replace(graph.value, [one(graph, word) for word in words])
    last = dict(changes)

    assert {word for words in last.values() for word in words} == {
        row["o"] for row in store.select(f"SELECT ?o {{ <{A.value}> <{B.value}> ?o }}")
    }
    assert sorted(graph.value for graph, words in last.items() if words) == store.graphs()


def test_from_asks_one_graph_only(store):
    store.replace(A.value, [one()])

    assert [{"s": A.value}] == store.select(f"SELECT ?s FROM <{A.value}> WHERE {{ ?s ?p ?o }}")


def test_from_several_graphs_asks_their_merge_where_a_triple_is_there_once(store):
    for graph in (A, B):
        store.replace(graph.value, [one(graph)])

    assert [{"s": A.value}] == store.select(f"SELECT ?s FROM <{A.value}> FROM <{B.value}> WHERE {{ ?s ?p ?o }}")


def test_from_and_from_named_are_kept_apart(store):
    store.replace(A.value, [one()])

    assert [] == store.select(f"SELECT ?s FROM NAMED <{A.value}> WHERE {{ ?s ?p ?o }}")
    assert [{"g": A.value}] == store.select(f"SELECT ?g FROM <{ARTICLE}> FROM NAMED <{A.value}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize(("query", "form"), [("SELECT * { ?s ?p ?o }", "xml"), ("CONSTRUCT WHERE { ?s ?p ?o }", "rdf")])
def test_xml_is_well_formed_whatever_a_text_holds(query, form):
    store = Store()
    store.replace(A.value, [one(word="a\x00b\x0bc\uffff<d>")])

    assert "a\ufffdb\ufffdc\ufffd<d>" in "".join(ElementTree.fromstring(store.results(query, form)).itertext())


@pytest.mark.parametrize(("query", "form"), [("ASK {}", "ttl"), ("DESCRIBE ng:Person", "csv"), ("ASK {}", "html")])
def test_a_form_that_does_not_fit_the_query_is_refused(store, query, form):
    with pytest.raises(InputError, match="SELECT and ASK answer as json"):
        store.results(query, form)


def test_a_table_has_its_columns_without_rows():
    assert (("x", "y"), ()) == (
        Store().table("SELECT ?x ?y { ?x ng:meets ?y }").columns,
        Store().table("SELECT ?x { ?x ng:meets ?x }").rows,
    )


def test_an_unbound_variable_is_absent_from_its_row(store):
    assert [{"s": ADA}] == store.select(f"SELECT ?s ?none {{ VALUES ?s {{ <{ADA}> }} OPTIONAL {{ ?s ng:capitalOf ?none }} }}")


def test_construct_gives_each_triple_once(store):
    assert [f"<{ADA}> <https://example.org/is> <{ADA}>"] == [
        str(triple) for triple in store.construct(f"CONSTRUCT {{ <{ADA}> <https://example.org/is> <{ADA}> }} WHERE {{ ?x a ng:Agent }}")
    ]


def test_results_come_in_the_standard_formats(store):
    query = "SELECT ?name { ?x a ng:Person ; rdfs:label ?name } ORDER BY ?name"

    assert b"name\r\nAda Quill\r\nTove Brandt\r\n" == store.results(query, "csv")
    assert store.results(query, "json").startswith(b'{"head":{"vars":["name"]}')


def test_an_unknown_result_format_is_refused(store):
    with pytest.raises(InputError, match="json, xml, csv, tsv"):
        store.results("ASK { ?s ?p ?o }", "xls")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:1/sparql> { ?s ?p ?o } }",
        "PREFIX SERVICEx: <http://127.0.0.1:1/> SELECT * { SERVICEx:y { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:1/> { ?a ?b ?c } }",
        'SELECT * { ?s ?p """x""" SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }',
        "SELECT * { ?s <http://a/\\u0041#b> ?o SERVICE <http://127.0.0.1:1/> {} }",
        "# harmless\nSELECT * { SERVICE <http://127.0.0.1:1/> {} } # SERVICE",
    ],
)
def test_no_query_calls_another_server(store, query):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        store.select(query)


@pytest.mark.parametrize("verb", ["LOAD <file:///etc/hostname>", "INSERT DATA { }", "DELETE WHERE { ?s ?p ?o }", "DROP ALL", "CLEAR ALL"])
def test_no_query_writes(store, verb):
    with pytest.raises(QueryError, match="queries only read"):
        store.select(f"PREFIX x: <https://example.org/>\n# a comment\n{verb}")


def test_from_elsewhere_is_refused(store):
    with pytest.raises(QueryError, match="nothing is fetched"):
        store.select("SELECT * FROM <https://example.org/elsewhere> { ?s ?p ?o }")


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service rdfs:label "SERVICE" } # SERVICE',
        "SELECT ?x { ?x ng:from ?from . topic:financial-services ?p ?x }",
        "SELECT ?x { ?x a <https://example.org/service/from> }",
        "SELECT ?x { ?x ng:age ?a FILTER(?a < 5 && ?a > 2) }",
        "SELECT ?x { ?x rdfs:label 'services'@en-service }",
    ],
)
def test_words_that_only_look_forbidden_are_fine(store, query):
    assert [] == store.select(query)


def test_a_syntax_error_shows_the_place(store):
    with pytest.raises(QueryError, match=r"line 2, column 10(.|\n)*\n   \?s foo:x \?o\n           \^"):
        store.select("SELECT * {\n ?s foo:x ?o\n}")


@pytest.mark.parametrize("query", ["", "   # nothing", "SELEC ?x { ?x ?y ?z }"])
def test_a_query_that_is_none_says_how_to_begin(store, query):
    with pytest.raises(QueryError, match="begin with SELECT, ASK, CONSTRUCT or DESCRIBE"):
        store.select(query)


@pytest.mark.parametrize(
    "query", ["SELECT * " + "{" * 3000 + "}" * 3000, "SELECT * { FILTER(" + "(" * 3000 + "1" + ")" * 3001 + "}", "#" * 1_000_001]
)
def test_a_huge_or_deep_query_is_refused_before_it_is_parsed(store, query):
    with pytest.raises(QueryError, match=r"nests brackets|is the limit"):
        store.select(query)


@pytest.mark.parametrize(
    "chain",
    [
        "FILTER(" + "!" * 30_000 + "true)",
        "?s " + "/".join(["ng:age"] * 30_000) + " ?o",
        "UNION".join(["{?s ?p ?o}"] * 30_000),
        "?s ?p ?o . " * 30_000,
    ],
    ids=["not", "path", "union", "patterns"],
)
def test_a_chain_that_would_crash_the_parser_is_refused(store, chain):
    with pytest.raises(QueryError, match="Give long lists of values with VALUES"):
        store.select(f"SELECT * {{ {chain} }}")


def test_a_long_list_of_values_is_fine(store):
    values = " ".join(f"<https://example.org/{number}>" for number in range(10_000))

    assert [] == store.select(f"SELECT ?x {{ VALUES ?x {{ {values} }} ?x a ng:Person }}")


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib warns of itself
def test_the_dataset_is_live_in_both_directions(store):
    dataset = store.dataset
    dataset.graph(URIRef(A.value)).add((URIRef(A.value), URIRef(B.value), URIRef(ADA)))

    assert store.ask(f"ASK {{ <{A.value}> <{B.value}> <{ADA}> }}")
    assert 2 == len(list(dataset.query("SELECT ?x { ?x a ng:Person }")))
    dataset.graph(URIRef(A.value)).remove((None, None, None))
    assert not store.ask(f"ASK {{ <{A.value}> <{B.value}> <{ADA}> }}")


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib warns of itself
def test_the_dataset_refuses_what_the_store_refuses(store):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        store.dataset.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="updates are refused"):
        store.dataset.update("DELETE WHERE { ?s ?p ?o }")


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld"])
def test_a_file_opens_as_a_store(form, tmp_path):
    path = tmp_path / f"story.{form}"
    path.write_bytes(dump(quads(story()), form))

    assert [ARTICLE] == opened(path).graphs()


def test_a_compressed_file_opens_as_a_store(tmp_path):
    path = tmp_path / "story.nq.gz"
    path.write_bytes(gzip.compress(dump(quads(story()), "nq")))

    assert [ARTICLE] == opened(path).graphs()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("story.nq", b"<https://example.org/a> nonsense", "line 1"),
        ("story.txt", b"", "not a store and not RDF"),
        ("story.nq.gz", b"not gzip", "cannot be read"),
        ("story.ttl", b"<a b> <c> <d> .", "malformed ttl"),
    ],
)
def test_a_file_that_is_none_is_refused_with_the_reason(name, content, message, tmp_path):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(InputError, match=message):
        opened(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        opened(tmp_path / "none.nq")


def test_a_store_on_disk_is_there_again(folder):
    assert set(quads(story())) == set(opened(folder).quads(ARTICLE))


def test_a_second_writer_is_told_so(folder):
    with Store(folder), pytest.raises(InputError, match="another process is writing"):
        Store(folder)


def test_readers_see_what_was_published_while_somebody_writes(folder):
    with Store(folder) as writer:
        reader = opened(folder)
        writer.replace(second_story().article_id, quads(second_story()))

        assert [ARTICLE] == reader.graphs()


def test_a_reader_keeps_its_state_while_stores_are_published(folder):
    reader = opened(folder)
    with Store(folder) as writer:
        writer.remove(ARTICLE)

    assert ([ARTICLE], []) == (reader.graphs(), opened(folder).graphs())


def test_what_a_killed_writer_had_finished_is_not_lost(folder):
    code = (
        "import sys, time; from pathlib import Path; from kg.store import Store; from kg.rdf import quads;"
        "from tests.store_fixtures import second_story; store = Store(Path(sys.argv[1]));"
        "store.replace(second_story().article_id, quads(second_story())); print('done', flush=True); time.sleep(60)"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    with writer:
        assert writer.stdout is not None
        assert b"done\n" == writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)

    assert [ARTICLE, second_story().article_id] == opened(folder).graphs()


@pytest.mark.parametrize(("version", "advice"), [("9", "update NewsGraph"), ("0", "export it")])
def test_a_store_of_another_version_says_what_to_do(folder, version, advice):
    (folder / "format").write_text(f"newsgraph-store {version}\n")

    with pytest.raises(InputError, match=advice):
        opened(folder)


def test_a_folder_that_is_no_store_is_left_alone(tmp_path):
    (tmp_path / "letters.txt").write_text("dear")

    with pytest.raises(InputError, match="is not a NewsGraph store"):
        Store(tmp_path)
    assert ["letters.txt"] == [path.name for path in tmp_path.iterdir()]


def test_a_damaged_store_says_so(folder):
    for path in (folder / "data").iterdir():
        path.write_bytes(b"\0" * 100)

    with pytest.raises(InputError, match="cannot be opened"):
        Store(folder)
