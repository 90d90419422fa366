"""Queries in a process of their own: limits are kept, answers are whole."""

import socket
import time

import pytest

from kg.errors import QueryError, QueryFailed
from kg.formats import dump
from kg.rdf import quads
from kg.store import Store
from kg.worker import answered, tabled
from tests.store_fixtures import ARTICLE, story

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture
def folder(tmp_path):
    with Store(tmp_path / "store") as made:
        made.replace(ARTICLE, quads(story()))
    return tmp_path / "store"


def test_an_answer_comes_from_a_store_on_disk(folder):
    assert b"name\r\nAda Quill\r\nTove Brandt\r\n" == answered(
        folder, "SELECT ?name { ?x a ng:Person ; rdfs:label ?name } ORDER BY ?name", "csv"
    )


def test_an_answer_comes_from_a_file(tmp_path):
    (tmp_path / "story.nq").write_bytes(dump(quads(story()), "nq"))

    assert b'{"head":{},"boolean":true}' == answered(tmp_path / "story.nq", "ASK { ?x a ng:Person }", "json")


def test_a_table_has_columns_and_rows(folder):
    table = tabled(folder, "SELECT ?name ?none { ?x a ng:Country ; rdfs:label ?name }")

    assert (("name", "none"), ({"name": "Norland"},)) == (table.columns, table.rows)


def test_a_yes_or_no_is_a_table_too(folder):
    assert ({"answer": "false"},) == tabled(folder, "ASK { ?x ng:capitalOf ?y }").rows


def test_a_runaway_query_is_stopped_in_time(folder):
    start = time.monotonic()

    with pytest.raises(QueryError, match="longer than 1 s"):
        answered(folder, RUNAWAY, "json", seconds=1)
    assert 2 > time.monotonic() - start


def test_a_greedy_query_is_stopped_by_its_memory(folder):
    greedy = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"

    with pytest.raises(QueryFailed, match="memory"):
        answered(folder, greedy, "json", seconds=60, memory=1 << 30)
    assert b"true" in answered(folder, "ASK { ?x a ng:Person }", "json", memory=1 << 30)


def test_a_refusal_comes_back_with_its_message(folder):
    with pytest.raises(QueryError, match="line 1, column 15"):
        answered(folder, "SELECT * { ? }", "json")


def test_a_query_that_reaches_out_is_refused(folder):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        with pytest.raises(QueryError, match="SERVICE is refused"):
            answered(folder, f"SELECT * {{ SERVICE <http://127.0.0.1:{listener.getsockname()[1]}/> {{ ?s ?p ?o }} }}", "json")


@pytest.mark.parametrize("deep", ["!" * 100_000 + "true", "-" * 100_000 + "1"])
def test_a_query_that_would_crash_the_parser_is_an_error_here(folder, deep):
    with pytest.raises(QueryError):
        answered(folder, f"SELECT * {{ FILTER({deep}) }}", "json")


def test_a_module_in_the_folder_at_hand_does_not_stand_in_for_ours(folder, tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)

    assert ({"answer": "true"},) == tabled(folder, "ASK { ?x a ng:Person }").rows
