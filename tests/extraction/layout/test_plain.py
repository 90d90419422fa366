"""A text as a reader's eye takes it."""

import pytest

from kg.extraction.layout.plain import plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("# Mill opens\n\nAda **Brook** came.", "  Mill opens\n\nAda   Brook   came."),
        ("> The mill opened.\n> > Ada came.", "  The mill opened.\n    Ada came."),
        ("Ada\u00a0Brook paid 3\u202fmillion.", "Ada Brook paid 3 million."),
        ("''We open it,'' she said.", " “We open it,”  she said."),
        ("``We open it,'' she said.", " “We open it,”  she said."),
        ("` ` We open it,' ' she said.", " “  We open it, ”  she said."),
        ("Profit > loss, #3 of 4, 2 * 3.", "Profit > loss, #3 of 4, 2 * 3."),
        ("", ""),
    ],
)
def test_marks_of_mail_and_markdown_and_odd_blanks_are_blanks(text, read):
    assert read == plain(text)


@pytest.mark.parametrize("text", [">" * 100_000 + "x", "A" * 100_000, "# " * 50_000, "A B\n" * 20_000, "'' " * 30_000], ids=len)
def test_a_hostile_text_keeps_its_length_and_takes_no_time(text):
    assert len(text) == len(plain(text))
