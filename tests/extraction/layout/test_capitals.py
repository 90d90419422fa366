"""Headlines and first words in capitals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.layout.capitals import recased

STORY = "The old mill in Westhaven was opened by Ada Brook of the Tide Office on Monday. The office of the mill paid the UNO."


@pytest.mark.parametrize(
    ("printed", "usual"),
    [
        ("OLD MILL IN WESTHAVEN OPENED", "Old mill in Westhaven opened"),
        ("TIDE OFFICE OPENS MILL ON MONDAY", "Tide Office opens mill on Monday"),
        ("UNO AND EU PAY ADA BROOK", "UNO and EU pay Ada Brook"),
        ("THE OLD MILL was opened", "The old mill was opened"),
        ("ADA BROOK, who opened the mill", "Ada Brook, who opened the mill"),
        ("MARCH 3, 2026", "March 3, 2026"),
    ],
)
def test_words_in_capitals_are_written_as_in_the_rest_of_the_text(printed, usual):
    assert f"{usual}\n\n{STORY}" == recased(f"{printed}\n\n{STORY}")


@pytest.mark.parametrize("text", ["OLD MILL OPENED", "OLD MILL OPENED\nADA BROOK THERE\n", "UNO opens", "", STORY])
def test_a_text_that_says_nothing_of_its_words_stays(text):
    assert text == recased(text)


def test_a_dateline_stays():
    text = f"NEW YORK, March 3 (AP) - {STORY} She came from New York to it."

    assert text == recased(text)


@given(st.text(alphabet="AaBbİß ,.\n", max_size=200))
@settings(deadline=None)
def test_a_text_keeps_its_length_and_its_letters(text):
    found = recased(text)

    assert len(text) == len(found)
    assert all(a.lower() == b.lower() for a, b in zip(text, found, strict=True))
