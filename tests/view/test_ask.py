"""Questions in SPARQL that the page answers by itself, with the engine that npm installs."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from kg.build import page, stored
from kg.errors import InputError
from kg.questions import questions
from kg.view import Frame, engine, installed
from tests.conftest import EXAMPLES

MODULE = "class Store {}\nasync function __wbg_init() {}\n"


@pytest.fixture(scope="session")
def oxigraph(browser, from_npm):
    return from_npm("oxigraph@0.5")


def _asked(shown, sparql):
    shown.fill("#sparql", sparql)
    shown.click("#run")
    shown.wait_for_selector("#asking[aria-busy=false]")
    return shown.inner_text("#wrong")


def _package(folder, module=MODULE, wasm=b"\0asm\1\0\0\0"):
    folder.mkdir(parents=True)
    folder.joinpath("web.js").write_text(module, encoding="utf-8", newline="\n")
    folder.joinpath("web_bg.wasm").write_bytes(wasm)
    return folder


def test_the_package_is_found_here_and_above(tmp_path):
    package = _package(tmp_path / "node_modules" / "oxigraph")
    (tmp_path / "news" / "may").mkdir(parents=True)

    assert package == installed(tmp_path / "news" / "may")
    assert engine(package) == engine(tmp_path)


def test_a_missing_package_is_named_with_what_to_do(tmp_path):
    with pytest.raises(InputError, match=r"needs the npm package oxigraph.*`npm install oxigraph`.*--engine DIR"):
        installed(tmp_path)
    with pytest.raises(InputError, match=r"does not hold the npm package oxigraph.*web\.js"):
        engine(tmp_path)


@pytest.mark.parametrize(("module", "wasm"), [("", b"\0asm"), (MODULE, b"<html>"), (MODULE.replace("__wbg_init", "init"), b"\0asm")])
def test_a_package_of_another_kind_is_refused(tmp_path, module, wasm):
    with pytest.raises(InputError, match="unknown kind"):
        engine(_package(tmp_path / "oxigraph", module, wasm))


def test_without_an_engine_nothing_of_the_editor_is_in_the_page(harbour):
    html = page([harbour])

    assert [] == [word for word in ("wasm", "sparql", 'id="ask"', "oxigraph") if word in html]


def test_with_an_engine_the_policy_allows_a_worker_and_still_no_other_script(harbour, tmp_path):
    html = page([harbour], engine=_package(tmp_path / "oxigraph"))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    bodies = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)

    assert 2 == len(bodies)
    assert [] == [body[:40] for body in bodies if b64encode(sha256(body.encode()).digest()).decode() not in policy]
    assert ["'wasm-unsafe-eval'"] == re.findall(r"'[\w-]*unsafe[\w-]*'", policy)
    assert ["worker-src blob:"] == re.findall(r"worker-src[^;]*", policy)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


def test_an_engine_cannot_end_the_part_of_the_page_that_it_stands_in(harbour, tmp_path):
    html = page([harbour], engine=_package(tmp_path / "oxigraph", f"{MODULE}// </script><script>evil()</script>"))

    assert "evil" not in html


@pytest.mark.browser
def test_the_page_answers_as_the_store_does(opened, oxigraph, harbour, rival):
    store = stored([harbour, rival])
    shown = opened(page([harbour, rival], engine=oxigraph))
    shown.click("#tabs a[href='#ask']")
    ours, theirs = {}, {}
    for question in questions():
        ours[question.title] = len(store.select(question.sparql))
        shown.select_option("#ready", label=question.title)
        assert "" == _asked(shown, shown.input_value("#sparql"))
        theirs[question.title] = shown.locator("#answer tbody tr").count()

    assert ours == theirs
    assert max(ours.values()) > 5


@pytest.mark.browser
def test_an_answer_leads_to_the_thing_and_the_words(opened, oxigraph, harbour):
    shown = opened(page([harbour], engine=oxigraph))
    shown.click("#tabs a[href='#ask']")
    _asked(shown, "SELECT ?who ?statement { ?statement rdf:subject ?who ; rdf:predicate ng:owns }")
    shown.click("#answer td:nth-child(2) a")

    assert "denied that it owns the Tarn Gazette" == "".join(shown.locator(".hit").all_text_contents())
    assert "Holm Shipping" == shown.inner_text("#answer td:nth-child(1)")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("sparql", "cells"),
    [
        ("ASK { place:tarn ?p ?o }", ["yes"]),
        ("CONSTRUCT { ng:a ng:b 'c' } WHERE {}", ["ng:a", "ng:b", "c"]),
        ("SELECT ('<img src=x onerror=alert(1)>' AS ?x) {}", ["<img src=x onerror=alert(1)>"]),
        ("SELECT ?x { ?x ng:nothing ?y }", []),
    ],
)
def test_every_form_of_question_is_answered_as_text(opened, oxigraph, harbour, sparql, cells):
    shown = opened(page([harbour], engine=oxigraph))
    shown.click("#tabs a[href='#ask']")

    assert "" == _asked(shown, sparql)
    assert cells == shown.locator("#answer td").all_inner_texts()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        ("SELECT ?x {\n  ?x ?y }", "at line 2"),
        ("DELETE WHERE { ?s ?p ?o }", "at line 1"),
        ("SELECT ?x { SERVICE <https://news.example/> { ?x ?y ?z } }", "service"),
    ],
)
def test_a_question_that_is_wrong_or_not_allowed_is_explained(opened, oxigraph, harbour, sparql, said):
    shown = opened(page([harbour], engine=oxigraph))
    shown.click("#tabs a[href='#ask']")

    assert said in _asked(shown, sparql).lower()
    assert "" == _asked(shown, "ASK {}")


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.browser
def test_a_question_without_end_can_be_stopped_and_the_page_stays_alive(opened, oxigraph, harbour):
    shown = opened(page([harbour], engine=oxigraph))
    shown.click("#tabs a[href='#ask']")
    _asked(shown, "ASK {}")
    shown.fill("#sparql", ENDLESS)
    shown.click("#run")
    shown.wait_for_selector("#stop:not([hidden])")
    shown.click("#tabs a[href='#names']")
    shown.click("#names .name >> nth=0")
    assert "Ida Quist" == shown.inner_text("#card h2")
    shown.click("#tabs a[href='#ask']")
    shown.click("#stop")

    assert "stopped" == shown.inner_text("#asked")
    assert "" == shown.inner_text("#wrong")
    assert shown.is_hidden("#stop")
    assert "" == _asked(shown, "ASK { place:tarn ?p ?o }")
    assert ["yes"] == shown.locator("#answer td").all_inner_texts()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("sparql", [ENDLESS, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"])
def test_a_question_that_takes_too_long_is_stopped_with_a_reason(opened, oxigraph, harbour, sparql):
    shown = opened(page([harbour], engine=oxigraph))
    shown.set_default_timeout(60000)
    shown.click("#tabs a[href='#ask']")

    assert "No answer within 10 seconds" in _asked(shown, sparql)
    assert "" == _asked(shown, "ASK { place:tarn ?p ?o }")


@pytest.mark.browser
def test_more_rows_than_are_shown_are_counted(opened, oxigraph, harbour):
    shown = opened(page([harbour], engine=oxigraph))
    shown.click("#tabs a[href='#ask']")
    _asked(shown, "SELECT * { ?a ?b ?c . FILTER(?b != rdf:type) ?d a ?e } LIMIT 1234")

    assert 500 == shown.locator("#answer tbody tr").count()
    assert "the first 500 of 1234 rows" == shown.inner_text("#asked")


@pytest.mark.browser
def test_the_editor_works_by_keyboard_and_in_a_notebooks_frame(browser, oxigraph, harbour, tmp_path):
    frame = tmp_path / "frame.html"
    frame.write_text(f"<!doctype html>{Frame(page([harbour], engine=oxigraph))._repr_html_()}", encoding="utf-8", newline="\n")
    tab = browser.new_page()
    tab.goto(frame.as_uri())
    inside = tab.frame_locator("iframe")
    inside.locator("#tabs a[href='#ask']").click()
    inside.locator("#sparql").fill("SELECT (COUNT(*) AS ?n) { ?s a ng:Statement }")
    inside.locator("#sparql").press("Control+Enter")
    count = inside.locator("#answer td").inner_text()
    tab.close()

    assert stored([harbour]).select("SELECT (COUNT(*) AS ?n) { ?s a ng:Statement }")[0]["n"] == count


@pytest.mark.browser
def test_the_page_with_its_engine_is_under_six_megabytes(oxigraph, harbour):
    html = page([harbour], engine=oxigraph)

    assert 6_000_000 > len(html.encode())
    assert html == page([harbour], engine=oxigraph)


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--with-query"], "needs the npm package oxigraph"), (["--engine", "elsewhere"], "elsewhere does not hold the npm package oxigraph")],
)
def test_the_command_says_what_is_missing_before_it_reads(kg, tmp_path, options, said):
    outcome = kg("view", EXAMPLES[0], *options)

    assert 2 == outcome.returncode
    assert said in outcome.stderr
    assert "npm install oxigraph" in outcome.stderr
    assert [] == list(tmp_path.iterdir())
