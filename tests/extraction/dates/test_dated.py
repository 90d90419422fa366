"""Where the text says the dates of statements."""

import pytest

from kg.extraction.dates.dated import dated
from kg.extraction.dates.times import times
from kg.extraction.scene import fact
from kg.model import Span, Value

FOUNDED = "Acme was founded in 1978. In March it closed."


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        (FOUNDED, Value("1978", "gYear"), ["1978"]),
        ("Ada Byron (1815-1852) wrote.", Value("1852", "gYear"), ["1852"]),
        ("On 3 May 2020 she met Leo. It was 3 May 2020.", Value("2020-05-03", "date"), ["3 May 2020", "3 May 2020"]),
        (FOUNDED, Value("1978", "integer"), []),
        (FOUNDED, Value("1990", "gYear"), []),
    ],
)
def test_the_words_of_a_date_are_found(text, value, words):
    told = fact("e0", "foundedOn", value, Span(0, 25), rule="made-up")

    assert [(value, word) for word in words] == [(d.value, text[d.span.start : d.span.end]) for d in dated(text, [told], times(text, ""))]


def test_a_date_that_no_statement_gives_is_left_alone():
    assert [] == list(dated(FOUNDED, [], times(FOUNDED, "")))
