"""Figures: numbers, units and what is counted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kg.extraction.figures.amounts import figures
from kg.extraction.figures.figure import Figure
from kg.extraction.figures.number_words import number
from tests.extraction.parses import parsed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("7", "7"),
        ("1,200", "1200"),
        ("1,200.5", "1200.5"),
        ("seven", "7"),
        ("twenty-five", "25"),
        ("two hundred", "200"),
        ("two hundred and five", "205"),
        ("three thousand two hundred", "3200"),
        ("1.5 million", "1500000"),
        ("a hundred", None),
        ("half a million", "500000"),
        ("half-billion", "500000000"),
        ("half", None),
        ("people", None),
        ("", None),
        ("and", None),
    ],
)
def test_digits_and_words_say_a_number(words, expected):
    assert (None if expected is None else Decimal(expected)) == number(words)


@given(value=some.integers(0, 10**12))
def test_a_number_with_or_without_commas_is_itself(value):
    assert Decimal(value) == number(f"{value:,}") == number(str(value))


def found(table: str, *, taken: bool = False) -> list[tuple[str, str, str]]:
    doc = parsed(table)
    return [(doc.text[f.span.start : f.span.end], format(f.value, "f"), f.unit) for f in figures(doc, taken=lambda a, b: taken)]


PEOPLE = """
Forty   CD  nummod people
people  NNS nsubj  came
came    VBD ROOT   came   come
"""


def test_a_count_has_the_unit_of_its_noun():
    assert [("Forty people", "40", "people")] == found(PEOPLE)
    assert [("Forty boats", "40", "boats")] == found(PEOPLE.replace("people", "boats"))


def test_a_magnitude_counts_nothing():
    table = "magnitude NN nsubj struck\n7 CD nummod quake\nquake NN nsubj struck\nstruck VBD ROOT struck strike"

    assert [] == found(table)


def test_workers_are_people():
    assert [("Forty workers", "40", "people")] == found(PEOPLE.replace("people", "workers"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["$ $ quantmod 5", "5 CD dobj paid", "million CD nummod 5"], ("$5 million", "5000000", "USD")),
        (["€ $ quantmod 5", "5 CD dobj paid"], ("€ 5", "5", "EUR")),
        (["12 CD nummod %", "% NN dobj paid"], ("12%", "12", "%")),
        (["twelve CD nummod percent", "percent NN dobj paid"], ("twelve percent", "12", "%")),
        (["five CD nummod million", "million CD nummod euros", "euros NNS dobj paid"], ("five million euros", "5000000", "EUR")),
    ],
)
def test_money_and_shares_have_their_units(rows, expected):
    assert [expected] == found("\n".join(["Acme NNP nsubj paid", "paid VBD ROOT paid pay", *rows]))


@pytest.mark.parametrize("noun", ["days", "hours"])
def test_a_time_of_day_or_a_number_of_days_is_no_figure(noun):
    assert [] == found(PEOPLE.replace("people", noun))


def test_one_in_words_counts_nothing():
    assert [] == found(PEOPLE.replace("Forty", "One").replace("people", "boat"))


def test_what_is_a_date_or_inside_a_name_is_no_figure():
    assert [] == found(PEOPLE, taken=True)


WINNER = """
the    DT  det    winner
2015   CD  nummod winner
winner NN  nsubj  called
called VBD ROOT   called call
"""

WEEKS = """
six    CD  nummod   weeks
weeks  NNS npadvmod later
later  RB  advmod   called
called VBD ROOT     called call
"""


def test_a_year_or_a_moment_is_no_figure():
    assert [] == found(WINNER) + found(WEEKS)
    assert [("six weeks", "6", "weeks")] == found(WEEKS.replace("later", "thus"))


SHARE = """
58      CD  nummod percent
percent NN  nsubj  came
of      IN  prep   percent
the     DT  det    gifts
gifts   NNS pobj   of
came    VBD ROOT   came come
"""

ROSE = """
Sales   NNS nsubj  rose
rose    VBD ROOT   rose rise
58      CD  nummod percent
percent NN  dobj   rose
"""


@pytest.mark.parametrize(("table", "measure"), [(SHARE, "Gifts"), (ROSE, "Rise in sales")])
def test_a_share_is_measured_by_what_has_it(table, measure):
    (figure,) = figures(parsed(table), taken=lambda a, b: False)

    assert measure == figure.measure


def test_the_measure_is_the_noun_with_its_verb():
    (figure,) = figures(parsed(PEOPLE), taken=lambda a, b: False)

    assert "People came" == figure.measure
    assert isinstance(figure, Figure)


def test_a_verb_that_needs_an_object_tells_no_measure():
    (figure,) = figures(parsed(PEOPLE + "part NN dobj came"), taken=lambda a, b: False)

    assert "People" == figure.measure


TERM = """
a     DT  det      term
nine  CD  nummod   year
-     HYPH punct   year
year  NN  compound term
jail  NN  compound term
term  NN  dobj     got
got   VBD ROOT     got get
"""


def test_a_nine_year_jail_term_is_measured_as_a_term():
    (figure,) = figures(parsed(TERM), taken=lambda a, b: False)

    assert ("Jail term", "years") == (figure.measure, figure.unit)


def test_an_age_in_a_description_is_no_figure():
    table = TERM.replace("jail  NN  compound term", "- HYPH punct year\nold JJ amod year")

    assert [] == found(table)


@pytest.mark.parametrize(("noun", "measure"), [("percent", "Share"), ("years", "Duration"), ("euros", "Amount")])
def test_a_unit_is_no_measure(noun, measure):
    table = PEOPLE.replace("people", noun).replace("nsubj  came", "dobj came")
    (figure,) = figures(parsed(table), taken=lambda a, b: False)

    assert measure == figure.measure


def test_the_same_sum_in_another_currency_is_no_second_figure():
    table = """
    Acme    NNP nsubj   paid
    paid    VBD ROOT    paid pay
    $       $   quantmod 20
    20      CD  dobj    paid
    million CD  nummod  20
    (       -LRB- punct 15
    €       $   quantmod 15
    15      CD  appos   20
    million CD  nummod  15
    )       -RRB- punct 15
    """

    assert ["USD"] == [unit for _, _, unit in found(table)]


def test_the_word_for_the_unit_is_no_part_of_the_measure():
    table = """
    The     DT  det     break
    10      CD  nummod  percent
    percent NN  compound break
    tax     NN  compound break
    break   NN  nsubj   ended
    ended   VBD ROOT    ended end
    """

    assert ["Tax break"] == [f.measure for f in figures(parsed(table), taken=lambda a, b: False)]


@pytest.mark.parametrize(
    "rows",
    [
        ["Fortune NNP compound boats", "500 CD nummod boats", "boats NNS nsubj came"],
        ["the DT det boats", "top JJ amod boats", "ten CD nummod boats", "boats NNS nsubj came"],
        ["6 CD nummod boats", "- HYPH punct boats", "3 CD nummod boats", "boats NNS nsubj came"],
        ["29 CD nummod years", "years NNS npadvmod old", "old JJ nsubj came"],
    ],
)
def test_the_number_of_a_name_a_rank_a_score_or_an_age_counts_nothing(rows):
    assert [] == found("\n".join([*rows, "came VBD ROOT came come"]))


def test_the_same_length_in_another_unit_is_no_second_figure():
    table = """
    80     CD  nummod meters
    meters NNS nsubj  fell
    (      -LRB- punct feet
    260    CD  nummod feet
    feet   NNS appos  meters
    )      -RRB- punct feet
    fell   VBD ROOT   fell fall
    """

    assert ["meters"] == [unit for _, _, unit in found(table)]


@pytest.mark.parametrize(
    ("before", "after", "hedge"),
    [("At least", "", "at least"), ("Nearly", "", "nearly"), ("More than", "", "more than"), ("", "or more", "at least"), ("The", "", "")],
)
def test_the_words_that_make_a_number_a_bound_are_kept(before, after, hedge):
    said = [f"{word} RB advmod 40" for word in before.split()]
    table = "\n".join(
        [*said, "40 CD nummod boats", "boats NNS nsubj came", *(f"{w} RB advmod boats" for w in after.split()), "came VBD ROOT came come"]
    )

    assert [hedge] == [figure.hedge for figure in figures(parsed(table), taken=lambda a, b: False)]


def test_years_that_somebody_is_older_measure_nothing():
    table = """
    Ada    NNP nsubj    met
    met    VBD ROOT     met    meet
    Bolt   NNP dobj     met
    16     CD  nummod   years
    years  NNS npadvmod junior
    her    PRP$ poss    junior
    junior NN  appos    Bolt
    """

    assert [] == found(table)


@pytest.mark.parametrize(
    "rows",
    [
        ["a DT det members", "few JJ amod members", "hundred CD nummod members", "members NNS dobj saw"],
        ["a DT det race", "four CD nummod way", "- HYPH punct way", "way NN compound race", "race NN dobj saw"],
        ["a DT det caller", "911 CD nummod caller", "caller NN dobj saw"],
        ["the DT det borders", "1937 CD nummod borders", "borders NNS dobj saw"],
    ],
)
def test_a_number_that_counts_nothing_exactly_is_no_figure(rows):
    assert [] == found("\n".join(["We PRP nsubj saw", "saw VBD ROOT saw see", *rows]))


def test_a_billion_may_be_a_capital_letter():
    doc = parsed("Acme NNP nsubj paid\npaid VBD ROOT paid pay\n$1B CD dobj paid")

    assert [10**9] == [figure.value for figure in figures(doc, taken=lambda a, b: False)]


def test_millions_of_pounds_are_money():
    assert [("2,000,000 pounds", "2000000", "GBP")] == found(PEOPLE.replace("Forty ", "2,000,000 ").replace("people", "pounds"))
    assert [("Forty pounds", "40", "pounds")] == found(PEOPLE.replace("people", "pounds"))
