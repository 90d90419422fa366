"""Lines above a story that tell who wrote it."""

import pytest

from kg.extraction.layout.byline import bylines


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Brook",
        "By Ada Brook and Leo Mill",
        "By Ada Brook, Harbour Post",
        "By ADA BROOK",
        "Written by Ada Brook",
        "Published 9:30 a.m. EST",
        "Updated March 3, 2026 at 10:12",
    ],
)
def test_who_wrote_the_story_stands_on_a_line_of_its_own(line):
    text = f"Mill opens\n{line}\n\nThe mill opened."

    assert [line] == [text[s.start : s.end] for s in bylines(text)]


@pytest.mark.parametrize(
    "text", ["By Monday the mill had opened.", "By Ada Brook's count it is old.", "Published by Acme, it is a book.", ""]
)
def test_a_sentence_is_no_byline(text):
    assert () == bylines(text)
