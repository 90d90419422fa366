"""People who are counted without a noun."""

import pytest

from kg.extraction.figures.amounts import figures
from tests.extraction.parses import parsed


def counted(table: str) -> list[tuple[str, str, str]]:
    return [(format(f.value, "f"), f.unit, f.measure) for f in figures(parsed(table), taken=lambda a, b: False)]


LEFT = """
blast   NN  nsubj  left
left    VBD ROOT   left leave
12      CD  nummod dead
dead    JJ  dobj   left
and     CC  cc     dead
50      CD  conj   dead
wounded VBN oprd   left wound
"""


def test_the_dead_and_the_wounded_are_people():
    assert [("12", "people", "People dead"), ("50", "people", "People wounded")] == counted(LEFT)


def test_an_adjective_of_a_noun_counts_nobody_twice():
    table = "Two CD nummod soldiers\nwounded JJ amod soldiers\nsoldiers NNS nsubj came\ncame VBD ROOT came come"

    assert [("2", "people", "Wounded soldiers came")] == counted(table)


ROSE = """
death NN  compound toll
toll  NN  nsubj    rose
rose  VBD ROOT     rose rise
to    IN  prep     rose
87    CD  pobj     to
"""


def test_a_toll_counts_people():
    assert [("87", "people", "Death toll")] == counted(ROSE)


@pytest.mark.parametrize(("word", "expected"), [("population", "Population"), ("attendance", "Attendance")])
def test_a_population_counts_people(word, expected):
    table = f"It PRP nsubj has\nhas VBZ ROOT has have\na DT det {word}\n{word} NN dobj has\nof IN prep {word}\n120,000 CD pobj of"

    assert [("120000", "people", expected)] == counted(table)


def test_a_year_counts_nobody():
    assert [] == counted("in IN prep came\n2015 CD pobj in\nmissing JJ advcl came\ncame VBD ROOT came come")
