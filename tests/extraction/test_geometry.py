"""Where mentions lie among the pieces."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from kg.extraction.geometry import contexts, crossings, nearest, piece_spans, sentence_numbers
from kg.extraction.heads import antecedent_pairs, likeness
from kg.extraction.pieces import Pieces


def numbers(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


WORDS = Pieces(
    numbers(1, 2, 3, 4), numbers(0, 4, 9, 13), numbers(3, 8, 12, 16), numbers(11, 0, 10, 0), numbers(0, 1, 2, 3), numbers(0, 1, 2, 3)
)


def test_a_span_covers_the_pieces_it_touches():
    first, last = piece_spans(WORDS, [0, 4, 5], [3, 12, 6])

    assert ([0, 1, 1], [0, 2, 1]) == (first.tolist(), last.tolist())


def test_a_shape_that_opens_a_sentence_starts_a_new_number():
    assert [1, 1, 2, 2] == sentence_numbers(WORDS).tolist()


def test_the_nearest_mentions_of_two_entities_are_a_pair():
    first = last = numbers(0, 5, 9, 10)

    assert (2, 3) == nearest(first, last, [0, 2], [1, 3])


def test_the_sides_of_a_pair_change_nothing_but_its_direction():
    first = last = numbers(0, 3)
    pairs = np.array([[0, 1], [1, 0]], dtype=np.int64)

    assert [[[0, 0], [1, 3], [4, 4]]] * 2 == contexts(first, last, pairs, 4).tolist()
    assert [1, 5] == crossings(first, pairs, sentence_numbers(WORDS)).tolist()


@given(count=some.integers(0, 120))
@settings(deadline=None, max_examples=20)
def test_an_antecedent_is_earlier_and_near(count):
    pairs = antecedent_pairs(count)

    assert all(0 < later - earlier <= 50 for earlier, later in pairs.tolist())
    assert len(pairs) == sum(min(j, 50) for j in range(count))


def test_names_are_alike_by_their_words_and_initials():
    assert (0.0, 1.0, 0.0, 0.0) == likeness("Ada Brook", "Brook")
    assert (1.0, 1.0, 1.0, 0.0) == likeness("ada brook", "Ada Brook")
    assert (0.0, 0.0, 0.0, 1.0) == likeness("HTB", "Harbour Tide Board")
