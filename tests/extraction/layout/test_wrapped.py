"""Texts whose lines were broken to a width."""

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.layout.wrapped import unwrapped

STORY = (
    "Ada Brook said on Monday that the mill would open in March, if the weather was fine and the council agreed to it.\n\n"
    "Leo Mill, who owns the mill, said that the council had agreed to it in January. The mayor of Westhaven declined to comment."
)


def wrapped(text: str, width: int) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(part, width)) for part in text.split("\n\n"))


def test_paragraphs_that_were_broken_to_a_width_are_whole_again():
    assert STORY == unwrapped(wrapped(STORY, 60))


def test_what_a_windows_machine_broke_keeps_its_length():
    text = wrapped(STORY, 60).replace("\n", "\r\n")

    assert len(text) == len(unwrapped(text))
    assert 2 == len(unwrapped(text).split("\r\n\r\n"))


def test_a_headline_above_a_broken_paragraph_stays_a_line():
    assert unwrapped("Mill opens\n" + wrapped(STORY, 60)).startswith("Mill opens\nAda Brook")


def test_lines_that_are_paragraphs_stay_apart():
    text = "Mill opens\nAda Brook opened the mill.\nLeo Mill was there.\n"

    assert text == unwrapped(text)


def test_the_items_of_a_list_stay_apart():
    text = wrapped(STORY, 60) + "\n\n- the mill in Westhaven, which opened on Monday, and its new dam\n- the mill in Easthaven"

    assert unwrapped(text).endswith("new dam\n- the mill in Easthaven")


@given(st.text(alphabet="aB. -\n\r", max_size=200))
@settings(deadline=None)
def test_a_text_keeps_its_length_and_all_but_its_breaks(text):
    found = unwrapped(text)

    assert len(text) == len(found)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, found, strict=True))
