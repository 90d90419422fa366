"""Quotation marks at the edges of evidence."""

import pytest

from kg.extraction.scene import fact
from kg.extraction.speech.marks import with_marks
from kg.model import Span

TEXT = 'The "Quiet Seas," approved in May, names Ada "Red" Byron.'


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('Quiet Seas," approved in May', '"Quiet Seas," approved in May'),
        ('names Ada "Red', 'names Ada "Red"'),
        ("Quiet Seas", "Quiet Seas"),
        ("approved in May", "approved in May"),
        ('Red" Byron', '"Red" Byron'),
    ],
)
def test_words_with_one_mark_at_their_edge_have_the_other_too(words, expected):
    at = TEXT.index(words)
    (told,) = with_marks(TEXT, [fact("e0", "about", "e1", Span(at, at + len(words)), rule="made-up")])

    assert [expected] == [TEXT[e.start : e.end] for e in told.evidence]
