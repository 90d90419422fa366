"""What stands around an agency's story."""

import pytest

from kg.extraction.layout.frontmatter import FrontMatter, front_matter
from kg.model import Article
from tests.extraction.parses import parsed

DOC = parsed("Nobody NN ROOT Nobody")


def front(text: str, *, date: str = "") -> FrontMatter:
    return front_matter(Article(text, date=date), DOC)


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("OSLO, Norway, March 3. The mill opened.", "OSLO", "Norway"),
        ("OSLO, March 3. The mill opened.", "OSLO", ""),
        ("OSLO (Harbour Post) The mill opened.", "OSLO", ""),
        ("OSLO: The mill opened.", "OSLO", ""),
        ("Mill opens\n\nOSLO, Norway, March 3. The mill opened.", "OSLO", "Norway"),
    ],
)
def test_a_dateline_names_its_city_and_country(text, city, country):
    found = front(text)

    assert (city, country) == tuple(text[span.start : span.end] if span else "" for span in (found.city, found.country))


@pytest.mark.parametrize("text", ["The mill opened.", "BREAKING NEWS: The mill opened.", "Oslo is old. The mill opened.", "OSLO"])
def test_a_text_without_a_dateline_has_no_city(text):
    assert front(text).city is None


def test_the_agency_reports():
    text = "The mill opened on Monday, Harbour Post reports."
    found = front(text)

    assert "Harbour Post" == found.publisher
    assert "Harbour Post reports" == text[found.publisher_span.start : found.publisher_span.end]


def test_a_person_who_said_so_is_no_agency():
    assert "" == front("The mill opened on Monday, Ada Brook said.").publisher


def test_a_leading_date_is_that_of_the_article_and_no_part_of_the_story():
    text = "date 2026-03-03 The mill opened."
    found = front(text)

    assert ("2026-03-03", "The mill opened.") == (found.date, text[found.body :])


@pytest.mark.parametrize("line", ["3 March 2026", "March 3, 2026", "Published March 3, 2026", "Date: Tuesday, March 3, 2026"])
def test_a_line_that_is_a_date_is_that_of_the_article(line):
    assert "2026-03-03" == front(f"Mill opens\n{line}\nThe mill opened.").date


def test_a_date_inside_the_story_is_not_that_of_the_article():
    assert "" == front("The mill opened on 3 March 2026 in rain.").date


def test_an_empty_text_has_no_front_matter():
    assert FrontMatter("", None, 0, 0, False, (), None, (), None, None, "", None, ()) == front("")


def test_the_day_of_the_dateline_is_the_articles_where_it_is_the_same_day():
    text = "TBILISI, Georgia, March 4. The bridge was opened on Monday."
    found = front(text, date="2024-03-04")

    assert found.printed
    assert found.date_span is not None
    assert "March 4" == text[found.date_span.start : found.date_span.end]


def test_a_day_of_the_month_is_no_year():
    assert front("TBILISI, Georgia, March 14. The bridge was opened.", date="2024-03-14").printed


def test_another_day_in_the_dateline_is_not_the_articles():
    assert not front("TBILISI, Georgia, March 4. The bridge was opened.", date="2024-03-09").printed


@pytest.mark.parametrize(
    "credits",
    [
        " abc/de (AFP, Reuters)",
        " (AP)",
        " Author: Ada Brook, Oslo / abc Editor: Leo Mill",
        "\n(Reporting by Ada Brook; Editing by Leo Mill)",
        " abc/AFP/dpa Editor: Leo Mill",
    ],
)
def test_the_story_ends_before_the_credits(credits):
    text = f"The mill opened.{credits}"

    assert "The mill opened." == text[: front(text).end]


@pytest.mark.parametrize("text", ["The mill opened (again).", "Ada Brook, Editor: the mill opened. It is red.", "He spoke to AFP.", ""])
def test_a_story_without_credits_ends_with_the_text(text):
    assert len(text) == front(text).end


def test_a_station_that_was_heard_is_at_home_where_it_was_heard():
    found = front("Havana Harbour Post in Spanish 1402 GMT 27 Jun 94 The mill opened.")

    assert found.home
    assert ("1994-06-27", "Harbour Post") == (found.date, found.publisher)


def test_an_agency_is_not_at_home_where_its_reporter_is():
    assert not front("OSLO (Harbour Post) The mill opened.").home
