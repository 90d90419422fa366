"""What a figure measures, in a few words."""

import pytest

from kg.extraction.figures.amounts import figures
from tests.extraction.parses import parsed


def measures(table: str) -> list[str]:
    return [figure.measure for figure in figures(parsed(table), taken=lambda a, b: False)]


def did(verb: str, *rows: str) -> str:
    """'The firm VERB …', where `verb` is 'word lemma'."""
    word, lemma = verb.split()
    return "\n".join(["The DT det firm", f"firm NN nsubj {word}", f"{word} VBD ROOT {word} {lemma}", *rows])


FORTY = ("40 CD nummod people", "people NNS dobj {} person")


@pytest.mark.parametrize(
    ("verb", "measure"), [("killed kill", "People killed"), ("arrested arrest", "People arrested"), ("met meet", "People")]
)
def test_people_are_counted_with_what_was_done_to_them(verb, measure):
    assert [measure] == measures(did(verb, *(row.format(verb.split()[0]) for row in FORTY)))


def test_people_left_dead_are_counted_as_dead():
    assert ["People dead"] == measures(did("left leave", "40 CD nummod people", "people NNS dobj left", "dead JJ oprd left"))


def test_what_a_participle_says_of_the_counted_is_measured():
    assert ["Ballots cast"] == measures(did("saw see", "40 CD nummod ballots", "ballots NNS dobj saw", "cast VBN acl ballots"))


@pytest.mark.parametrize(("verb", "measure"), [("paid pay", "Payment"), ("spent spend", "Spending"), ("had have", "Firm")])
def test_money_is_measured_by_the_deed_that_it_is_the_object_of(verb, measure):
    rows = ("$ $ quantmod 5", f"5 CD dobj {verb.split()[0]}", "million CD nummod 5")

    assert [measure] == measures(did(verb, *rows))


def test_a_share_of_something_is_measured_as_that():
    rows = ("70 CD nummod percent", "percent NN dobj kept", "of IN prep percent", "its PRP$ poss revenue", "revenue NN pobj of")

    assert ["Share of revenue"] == measures(did("kept keep", *rows))


def test_a_share_of_what_somebody_has_names_the_owner():
    rows = (
        "70 CD nummod percent",
        "percent NN dobj kept",
        "of IN prep percent",
        "the DT det city",
        "city NN poss homes",
        "'s POS case city",
    )

    assert ["Share of the city's homes"] == [m.replace(" '", "'") for m in measures(did("kept keep", *rows, "homes NNS pobj of"))]


def test_years_in_prison_are_time_there():
    rows = ("seven CD nummod years", "years NNS dobj got", "in IN prep years", "prison NN pobj in")

    assert ["Time in prison"] == measures(did("got get", *rows))


def test_what_a_relative_clause_amounts_to_is_measured_by_its_noun():
    table = """
    The    DT  det    fraud
    fraud  NN  nsubj  shocked
    ,      ,   punct  fraud
    which  WDT nsubj  reached
    reached VBD relcl fraud reach
    $      $   quantmod 5
    5      CD  dobj   reached
    million CD nummod 5
    shocked VBD ROOT  shocked shock
    """

    assert ["Fraud"] == measures(table)
