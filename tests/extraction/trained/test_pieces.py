"""Word pieces and the windows that the model sees them in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer

from kg.extraction.trained.pieces import SHAPES, pieces, shape, windows


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """A tokenizer with a handful of pieces."""
    known = Tokenizer(WordPiece({"[UNK]": 0, "mill": 1, "##er": 2, "A": 3, "opened": 4, ".": 5, "##s": 6}, unk_token="[UNK]"))
    known.pre_tokenizer = BertPreTokenizer()
    return known


@given(count=some.integers(0, 3000), size=some.integers(2, 400), part=some.floats(0, 0.9))
@settings(deadline=None)
def test_every_piece_is_owned_by_exactly_one_window_that_sees_it(count, size, part):
    found = windows(count, size=size, overlap=int(size * part))

    owned = [piece for window in found for piece in range(window.own_begin, window.own_end)]

    assert list(range(count)) == owned
    assert all(w.begin <= w.own_begin <= w.own_end <= w.end and w.end - w.begin <= size for w in found)


def test_a_piece_is_owned_far_from_the_edges_of_its_window():
    first, second = windows(700)

    assert (0, 382, 0, 350) == (first.begin, first.end, first.own_begin, first.own_end)
    assert (318, 700, 350, 700) == (second.begin, second.end, second.own_begin, second.own_end)


@given(word=some.text(min_size=1))
def test_a_word_has_a_shape(word):
    assert 0 <= shape(word) < SHAPES // 2 - 1


def test_pieces_cut_the_text_they_stand_for(tokenizer):
    text = "A miller opened mills."
    found = pieces(text, tokenizer)

    assert ["A", "mill", "er", "opened", "mill", "s", "."] == [
        text[a:b] for a, b in zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    ]
    assert [0, 1, 1, 2, 3, 3, 4] == found.word.tolist()
    assert [0, 1, 3, 4, 6] == found.first.tolist()


def test_the_first_word_of_a_sentence_has_a_shape_of_its_own(tokenizer):
    found = pieces("A miller. A mill.\nmill", tokenizer)

    assert [True, False, False, True, False, False, True] == [kind >= 10 for kind in found.shapes[found.first].tolist()]


def test_an_empty_text_has_no_pieces(tokenizer):
    assert 0 == len(pieces("", tokenizer).ids)
