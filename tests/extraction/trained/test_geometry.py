"""Where mentions lie among the pieces."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from kg.extraction.trained.geometry import REACH, closest, contexts, crossings, piece_spans, sentence_numbers
from kg.extraction.trained.heads import antecedent_pairs, grouped_logsumexp, likeness
from kg.extraction.trained.pieces import Pieces


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


def test_every_pair_of_things_has_its_closest_mentions_both_ways():
    first = last = numbers(0, 5, 9, 10)

    ends, near, group = closest(first, last, numbers(0, 1, 0, 1), np.repeat(numbers(0, 5), [8, 4]))

    assert [[0, 1], [1, 0]] == ends.tolist()
    assert ([2, 3], [3, 2]) == (near[0].tolist(), near[group == 1][0].tolist())


def test_only_mentions_in_the_same_or_the_next_sentence_add_to_the_closest():
    first = last = numbers(0, 1, 2, 3)

    _, near, _ = closest(first, last, numbers(0, 1, 0, 1), numbers(0, 0, 7, 7))

    assert {(0, 1), (2, 3), (1, 2)} >= {tuple(sorted(row)) for row in near.tolist()}
    assert (0, 3) not in {tuple(row) for row in near.tolist()}


def test_mentions_too_far_apart_are_no_pair():
    first = last = np.arange(REACH + 2)
    owner = numbers(0, *[1] * REACH, 2)

    ends, _, _ = closest(first, last, owner, np.zeros(REACH + 2, dtype=np.int64))

    assert [0, 2] not in ends.tolist()
    assert [0, 1] in ends.tolist()


def test_no_mentions_make_no_pairs():
    ends, near, group = closest(numbers(), numbers(), numbers(), numbers(0, 0))

    assert (0, 0, 0) == (len(ends), len(near), len(group))


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
    texts = ["Ada Brook", "Brook", "ada brook", "HTB", "Harbour Tide Board"]

    found = likeness(texts, np.array([[0, 1], [2, 0], [3, 4]]))

    assert [[0, 1, 0, 0], [1, 1, 1, 0], [0, 0, 0, 1]] == found.tolist()


def test_the_score_of_a_group_is_at_least_its_best_row():
    rows = np.array([[0.0, 1.0], [2.0, -1.0], [5.0, 5.0]], dtype=np.float32)

    joined = grouped_logsumexp(rows, numbers(0, 0, 1), 2)

    assert np.allclose(np.log(np.exp(rows[:2]).sum(0)), joined[0])
    assert np.allclose([5.0, 5.0], joined[1])
