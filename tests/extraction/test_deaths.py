"""On which day somebody died."""

import pytest

from kg.extraction.deaths import deaths
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

    assert expected == told(scene, deaths(scene, times(scene.article.text, "")))
