"""Who is convicted, accused or cleared of what."""

import pytest

from kg.extraction.clauses import subjects_of
from kg.extraction.commitment.modality import modality
from tests.extraction.parses import parsed

CHARGED = """
Court   NNP nsubj   judged
judged  VBD ROOT    judged {}
Ada     NNP dobj    judged
{}      IN  prep    {}
killing VBG pcomp   {}     kill
"""


@pytest.mark.parametrize(
    ("lemma", "preposition", "under", "expected"),
    [
        ("charge", "with", "judged", "Possible"),
        ("accuse", "of", "judged", "Possible"),
        ("convict", "of", "Ada", "Actual"),
        ("clear", "of", "Ada", "Denied"),
    ],
)
def test_who_is_charged_is_said_to_have_done_it_not_who_charges(lemma, preposition, under, expected):
    killing = parsed(CHARGED.format(lemma, preposition, under, preposition))[4]

    assert [["Ada"], expected] == [[t.text for t in subjects_of(killing)], modality(killing)]


GUILTY = """
Ada     NNP nsubj  pleaded
pleaded VBD ROOT   pleaded plead
{}
{}      JJ  acomp  pleaded
to      IN  prep   {}
killing VBG pcomp  to     kill
"""


@pytest.mark.parametrize(
    ("negation", "state", "expected"),
    [
        ("just RB advmod pleaded", "guilty", "Actual"),
        ("not RB neg pleaded", "guilty", "Denied"),
        ("so RB advmod pleaded", "innocent", "Denied"),
    ],
)
def test_who_pleads_guilty_did_it(negation, state, expected):
    killing = parsed(GUILTY.format(negation, state, state))[5]

    assert [["Ada"], expected] == [[t.text for t in subjects_of(killing)], modality(killing)]


def test_who_is_arrested_after_something_is_not_judged():
    table = "Ada NNP nsubjpass arrested\narrested VBN ROOT arrested arrest\nafter IN prep arrested\nkilling VBG pcomp after kill"

    assert [] == subjects_of(parsed(table)[3])
