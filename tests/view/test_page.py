import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import kg.view
from kg.view import Answer, Frame, page

_OURS = Path(kg.view.__file__).parent


def test_the_same_articles_give_the_same_bytes(harbour, rival):
    assert page([harbour, rival]) == page([harbour, rival])


def test_an_article_is_enough(harbour):
    html = page([harbour])

    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>A school by the sea</title>" in html


def test_the_page_is_small(harbour):
    assert len(page([harbour]).encode()) < 600_000


def test_the_policy_names_every_script_and_style_by_its_hash(harbour):
    html = page([harbour])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    bodies = re.findall(r"<script>(.*?)</script>", html, re.DOTALL) + re.findall(r"<style>(.*?)</style>", html, re.DOTALL)

    assert 3 == len(bodies)
    assert [] == [body[:40] for body in bodies if b64encode(sha256(body.encode()).digest()).decode() not in policy]
    assert "unsafe" not in policy


def test_our_scripts_and_templates_write_text_only_as_text():
    sinks = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\|\s*safe\b|javascript:|\bfetch\(|XMLHttpRequest"
    )
    files = [*_OURS.glob("script/*.js"), *_OURS.glob("*.j2")]

    assert [] == [file.name for file in files if sinks.search(file.read_text("utf-8"))]
    assert len(files) > 5


def test_our_template_has_no_inline_handlers_or_styles():
    assert [] == re.findall(r"\son\w+=|\sstyle=", _OURS.joinpath("page.html.j2").read_text("utf-8"))


def test_no_script_of_ours_is_long():
    assert [] == [file.name for file in _OURS.glob("script/*.js") if len(file.read_text("utf-8").splitlines()) > 250]


def test_a_notebook_shows_the_page_in_a_frame_that_can_reach_nothing(harbour):
    shown = Frame(page([harbour]))._repr_html_()

    assert 'sandbox="allow-scripts allow-downloads" srcdoc="&lt;!doctype html&gt;' in shown
    assert "<script" not in shown


def test_a_notebook_does_not_print_the_page_beside_its_frame(harbour):
    assert "Frame(height=640)" == repr(Frame(page([harbour])))


def test_answers_link_the_things_and_words_they_name(harbour):
    article = "https://w3id.org/newsgraph/doc/harbour"
    key = re.search(r'"key":"(st_\w+)"', page([harbour]))[1]
    html = page(
        [harbour],
        answers=[Answer("Who leads?", ("who", "proof"), (("https://w3id.org/newsgraph/id/person/ida-quist", f"{article}#{key}"),))],
    )

    assert "Who leads?" in html
    assert re.search(r'<td><a class="name person" href="#n0" data-thing="n0">Ida Quist</a></td>', html)
    assert f'data-fact="{key}"' in html.split('id="questions"')[1]


def test_no_article_is_a_page_too():
    assert "Nothing was found" in page([])
