"""The page of wrong and missed facts: each beside its sentence, nothing in it that runs."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from kg.evaluation import report
from kg.model import Extraction
from tests.evaluation.story import BENCHMARK, HAND, extraction

HOSTILE = "<script>alert(1)</script>\u202e\x00&amp;"


class Marks(HTMLParser):
    """The marks of a page, each with its class and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.inside = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.inside = dict(attributes).get("class") or "" if tag == "mark" else ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append((self.inside, data))
            self.inside = ""


def page(path, tmp_path, read=extraction) -> str:
    report(path, errors=tmp_path / "page.html", read=read)
    return (tmp_path / "page.html").read_text(encoding="utf-8")


def marks(html: str) -> Marks:
    found = Marks()
    found.feed(html)
    return found


def test_a_wrong_fact_has_its_sentence_with_both_ends_marked(write, tmp_path):
    html = page(write(HAND), tmp_path)

    assert ["Wrong: 1", "Missed: 1"] == re.findall(r"<h3>(.*?)</h3>", html)
    assert ("subject evidence", "Tarn") in marks(html).found
    assert ("object evidence", "a mill") in marks(html).found
    assert "Actual, noun-in, 0.15" in html


def test_a_missed_fact_has_its_evidence(write, tmp_path):
    found = marks(page(write(HAND), tmp_path)).found

    assert [("subject", "Ida Quist"), ("evidence", "leads "), ("object evidence", "the Lamp Party")] == found[-3:]


def test_a_missed_relation_without_a_common_sentence_shows_one_of_each_end(write, tmp_path):
    assert [("object", "Tarn"), ("subject", "Otter Ltd")] == marks(page(write(BENCHMARK), tmp_path)).found[-2:]


def test_what_articles_say_is_shown_not_run(write, tmp_path):
    def read(article) -> Extraction:
        made = extraction(article)
        return replace(
            made,
            entities=tuple(replace(entity, label=HOSTILE) for entity in made.entities),
            statements=tuple(replace(each, rule=HOSTILE) for each in made.statements),
        )

    html = page(write({**HAND, "id": HOSTILE}), tmp_path, read)

    assert "script" not in marks(html).tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\ufffd\ufffd&amp;amp;" in html
    assert not re.search("[\x00\u202e]", html)


def test_the_page_fetches_nothing(write, tmp_path):
    html = page(write(HAND), tmp_path)

    assert "default-src 'none'" in html
    assert not re.search(r"(src|href)=|url\(|@import", html)


def test_the_same_reading_gives_the_same_page(write, tmp_path):
    assert page(write(HAND), tmp_path) == page(write(HAND), tmp_path)
