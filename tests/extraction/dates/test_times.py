"""Dates: as exact as the text, worked out from the day of publication."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kg.extraction.dates.times import times, value
from kg.model import Span, Value

THURSDAY = "2026-11-26"


def lexical(text: str, published: str = THURSDAY) -> list[str]:
    return [time.value.lexical for time in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 3 March 2021.", "2021-03-03"),
        ("It opened on March 3, 2021.", "2021-03-03"),
        ("It opened on the 3rd of March 2021.", "2021-03-03"),
        ("It opened on Wednesday, March 3, 2021.", "2021-03-03"),
        ("It opened on Wednesday 3 March 2021.", "2021-03-03"),
        ("It ran from 3 to 5 March 2021.", "2021-03-03/2021-03-05"),
        ("It ran on March 3-5, 2021.", "2021-03-03/2021-03-05"),
        ("It opened on 2021-03-03.", "2021-03-03"),
        ("It opened in Sept. 2021.", "2021-09"),
        ("It opened in 2021.", "2021"),
        ("It opened in the 1990s.", "1990/1999"),
        ("The plan for 2024-2027 is out.", "2024/2027"),
        ("The plan for 2024-27 is out.", "2024/2027"),
        ("It ran from 2019 to 2022.", "2019/2022"),
        ("It grew in the second quarter of 2025.", "2025-34"),
        ("It opened in spring 2024.", "2024-21"),
        ("It opened last summer.", "2025-22"),
    ],
)
def test_a_date_is_as_exact_as_its_words(text, expected):
    assert [expected] == lexical(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left yesterday.", "2026-11-25"),
        ("He left today.", "2026-11-26"),
        ("He leaves tomorrow.", "2026-11-27"),
        ("He left on Monday.", "2026-11-23"),
        ("He left on Thursday.", "2026-11-26"),
        ("He left last Thursday.", "2026-11-19"),
        ("He leaves next Monday.", "2026-11-30"),
        ("He left last week.", "2026-11-16/2026-11-22"),
        ("He left last month.", "2026-10"),
        ("He leaves next year.", "2027"),
        ("He left three days ago.", "2026-11-23"),
        ("He left two months ago.", "2026-09"),
        ("He left 10 years ago.", "2016"),
        ("He left on 20 January.", "2027-01-20"),
        ("He left on 20 August.", "2026-08-20"),
        ("He left on Thursday, August 20.", "2026-08-20"),
        ("They met on August 20 and 21.", "2026-08-20/2026-08-21"),
        ("He left in March.", "2026-03"),
        ("He left at the end of March.", "2026-03"),
        ("He leaves by the end of the year.", "2026"),
        ("He left in December.", "2025-12"),
        ("He left in May last year.", "2025-05"),
        ("He left in March of this year.", "2026-03"),
        ("The vote is set for December.", "2025-12"),
        ("It was an August trip.", "2026-08"),
        ("It passed on 11/3/2026.", "2026-11-03"),
        ("It passed on 3/25/2021.", "2021-03-25"),
    ],
)
def test_what_the_words_leave_open_is_taken_from_the_day_of_publication(text, expected):
    assert [expected] == lexical(text)


def test_a_weekday_of_a_clause_about_the_future_is_the_next_one():
    (time,) = times("They will meet on Monday.", THURSDAY, tense=lambda at: "future")

    assert Value("2026-11-30", "date") == time.value


def test_the_weekday_of_publication_is_today_also_in_a_clause_about_the_future():
    (time,) = times("They will meet on Thursday.", THURSDAY, tense=lambda at: "future")

    assert Value(THURSDAY, "date") == time.value


def test_a_day_of_a_clause_about_the_past_lies_back():
    (time,) = times("They met on March 8.", THURSDAY, tense=lambda at: "past")

    assert "2026-03-08" == time.value.lexical


def test_without_a_day_of_publication_relative_dates_are_left_out():
    assert [] == lexical("He left yesterday, last week, on Monday and two years ago.", "")


def test_without_a_day_of_publication_a_day_has_no_year():
    assert ["XXXX-12-10"] == lexical("He left on 10 December.", "")


def test_a_worked_out_date_says_so():
    yesterday, day = times("He left yesterday, not on 3 March 2021.", THURSDAY)

    assert (True, False) == (yesterday.relative, day.relative)


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people may march.",
        "It cost 2,021 euros.",
        "It grew by 3.2021 percent.",
        "Unit 1999-1998 closed.",
        "The code is 12021.",
        "Nothing happened.",
        "",
    ],
)
def test_what_is_no_date_is_left_alone(text):
    assert [] == lexical(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-09", "date"),
        ("2026-02", "gYearMonth"),
        ("2026", "gYear"),
        ("2026-21", "edtf"),
        ("1990/1999", "edtf"),
        ("XXXX-12-10", "edtf"),
    ],
)
def test_a_date_has_the_datatype_of_its_precision(text, expected):
    assert Value(text, expected) == value(text)


def test_the_span_holds_the_words_of_the_date():
    assert [Span(10, 22)] == [time.span for time in times("It opened 3 March 2021.", "")]


WORDS = some.lists(
    some.sampled_from(
        [
            "on",
            "in",
            "3",
            "March",
            "2021",
            "May",
            "Monday",
            "last",
            "next",
            "week",
            "1990s",
            "2019-2021",
            ",",
            "-",
            "31",
            "February",
            "(2020)",
            "ago",
        ]
    ),
    max_size=12,
).map(" ".join)


@given(text=WORDS, published=some.sampled_from(["", "2026-02-28", "2024-02-29", "2026-01-01", "2026-12-31"]))
@settings(deadline=None)
def test_dates_lie_in_text_order_inside_the_text_and_none_in_another(text, published):
    found = times(text, published)

    assert all(0 <= time.span.start < time.span.end <= len(text) for time in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_the_day_of_the_attacks_of_2001_needs_no_year():
    for words in ("the Sept. 11 attacks", "the September 11 terrorist attacks", "the 9/11 attacks"):
        assert ["2001-09-11"] == [time.value.lexical for time in times(words, "2016-09-20")]
    assert ["2016-09-11"] == [time.value.lexical for time in times("on Sept. 11", "2016-09-20")]
