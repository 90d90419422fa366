"""When somebody was born and died."""

from dataclasses import replace

import pytest

from kg.extraction.lives import lives
from kg.extraction.times import times
from tests.extraction.parses import staged, told

DIED = """
Ada    NNP nsubj died
died   VBD ROOT  died die
on     IN  prep  died
3      CD  nummod May
May    NNP pobj  on
2020   CD  nummod May
"""


@pytest.mark.parametrize(
    ("table", "class_", "expected"),
    [
        (DIED, "Person", [("Ada", "diedOn", "2020-05-03")]),
        (DIED.replace("died   VBD ROOT", "may    MD  aux   died\ndied   VBD ROOT"), "Person", []),
        (DIED.replace("3      CD  nummod May\n", ""), "Person", []),
        (DIED, "Company", []),
    ],
)
def test_a_person_died_on_the_day_of_the_clause(table, class_, expected):
    scene = staged(table, {"Ada": class_})

    assert expected == told(scene, lives(scene, times(scene.article.text, "")))


def test_who_planned_to_die_need_not_have_died():
    planned = DIED.replace(
        "Ada    NNP nsubj died\ndied   VBD ROOT  died die",
        "Ada NNP nsubj planned\nplanned VBD ROOT planned plan\nto TO aux died\ndied VB xcomp planned die",
    )
    scene = staged(planned, {"Ada": "Person"})

    assert [] == told(scene, lives(scene, times(scene.article.text, "")))


BORN = """
Born   VBN advcl studied bear
in     IN  prep  Born
1950   CD  pobj  in
,      ,   punct studied
Ada    NNP nsubj studied
studied VBD ROOT studied study
law    NN  dobj  studied
"""


def test_a_person_was_born_in_the_year_of_the_clause():
    scene = staged(BORN, {"Ada": "Person"})

    assert [("Ada", "bornOn", "1950")] == told(scene, lives(scene, times(scene.article.text, "")))


@pytest.mark.parametrize(("class_", "expected"), [("Person", [("Ada", "bornOn", "1815"), ("Ada", "diedOn", "1852")]), ("Company", [])])
def test_two_years_in_brackets_are_those_of_birth_and_death(class_, expected):
    scene = staged(
        "Ada NNP nsubj wrote\n( -LRB- punct Ada\n1815-1852 CD appos Ada\n) -RRB- punct Ada\nwrote VBD ROOT wrote write", {"Ada": class_}
    )
    scene = replace(scene, article=replace(scene.article, text=scene.article.text.replace("( 1815-1852 )", "(1815-1852)")))

    assert expected == told(scene, lives(scene, ()))
