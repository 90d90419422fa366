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
