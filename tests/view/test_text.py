from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.view.characters import storable
from kg.view.text import Mark, paragraphs


def _joined(found):
    return "".join("".join(piece.text for piece in paragraph.pieces) + paragraph.gap for paragraph in found)


_spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).filter(lambda pair: pair[0] < pair[1]), max_size=8)


@given(st.text(st.sampled_from("ab \n\r\t.🚢é\x00"), max_size=60), _spans)
def test_the_pieces_are_exactly_the_text(text, spans):
    marks = sorted((Mark(Span(*pair), f"n{at}") for at, pair in enumerate(spans)), key=lambda mark: (mark.span.start, -mark.span.end))

    assert storable(text) == _joined(paragraphs(text, marks))


@given(st.text(st.sampled_from("ab \n"), max_size=60), _spans)
def test_every_mark_that_is_opened_is_closed(text, spans):
    marks = sorted((Mark(Span(*pair), f"n{at}") for at, pair in enumerate(spans)), key=lambda mark: (mark.span.start, -mark.span.end))

    for paragraph in paragraphs(text, marks):
        depth = 0
        for piece in paragraph.pieces:
            depth += {"open": 1, "close": -1, "text": 0}[piece.kind]
            assert depth >= 0
        assert 0 == depth


def test_a_mark_over_two_paragraphs_is_marked_in_both():
    found = paragraphs("one\n\ntwo", [Mark(Span(1, 7), "n0")])

    assert [["o", "ne"], ["tw", "o"]] == [[piece.text for piece in paragraph.pieces if piece.text] for paragraph in found]


def test_an_anchor_stands_only_once():
    found = paragraphs("one\n\ntwo", [Mark(Span(0, 8), anchor="a0s0")])

    assert ["a0s0", ""] == [piece.mark.anchor for paragraph in found for piece in paragraph.pieces if piece.kind == "open"]


def test_a_paragraph_goes_on_over_lines_that_are_broken_to_a_width():
    text = "Ada Brook said on Monday that the old\nmill would open in March, and that the\ncouncil had agreed to it.\n\nIt opened."

    assert 2 == len(paragraphs(text, []))
