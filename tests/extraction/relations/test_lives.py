"""When somebody was born and died."""

import pytest

from kg.extraction.dates.times import times
from kg.extraction.relations.lives import lives
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
        (DIED.replace("3      CD  nummod May\n", ""), "Person", [("Ada", "diedOn", "2020-05")]),
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


FOUNDED = """
Acme    NNP nsubjpass formed
was     VBD auxpass formed be
formed  VBN ROOT formed form
in      IN  prep formed
1978    CD  pobj in
"""


@pytest.mark.parametrize(("class_", "expected"), [("Company", [("Acme", "foundedOn", "1978")]), ("Work", [])])
def test_a_body_was_founded_in_the_year_in_which_it_was_formed(class_, expected):
    scene = staged(FOUNDED, {"Acme": class_})

    assert expected == told(scene, lives(scene, times(scene.article.text, "")))


MADE = """
In      IN  prep {0}
1978    CD  pobj In
Ada     NNP nsubj {0}
{0}     VBD ROOT {0} {1}
Acme    NNP dobj {0}
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "expected"), [("created", "create", [("Acme", "foundedOn", "1978")]), ("launched", "launch", [])]
)
def test_who_creates_a_body_founds_it_and_who_launches_one_may_have_had_it_before(verb, lemma, expected):
    scene = staged(MADE.format(verb, lemma), {"Ada": "Person", "Acme": "Company"})

    assert expected == told(scene, lives(scene, times(scene.article.text, "")))


DEATH = """
Leo     NNP nsubj lived
lived   VBD ROOT lived live
there   RB  advmod lived
until   IN  prep lived
his     PRP$ poss death
death   NN  pobj until
in      IN  prep lived
1852    CD  pobj in
"""


@pytest.mark.parametrize(("who", "expected"), [("Leo", []), ("his", [("his", "diedOn", "1852")])])
def test_the_year_behind_a_death_is_that_of_the_death(who, expected):
    scene = staged(DEATH, {who: "Person"})

    assert expected == told(scene, lives(scene, times(scene.article.text, "")))


def test_of_two_persons_the_one_who_is_replaced_has_died():
    scene = staged(
        "Ada NNP nsubj replaced\nreplaced VBD ROOT replaced replace\nLeo NNP dobj replaced\nafter IN prep replaced\n"
        "his PRP$ poss death\ndeath NN pobj after\nin IN prep death\n1852 CD pobj in",
        {"Ada": "Person", "Leo": "Person"},
    )

    assert [("Leo", "diedOn", "1852")] == told(scene, lives(scene, times(scene.article.text, "")))
