"""Votes for and against."""

import pytest

from kg.extraction.figures.amounts import figures
from kg.extraction.figures.observations import observations
from tests.extraction.parses import parsed, staged, told

APPROVED = """
Council  NNP nsubj approved
approved VBD ROOT  approved approve
the      DT  det   bill
bill     NN  dobj  approved
{}  CD  npadvmod approved
"""


def counted(table: str) -> list[tuple[str, str]]:
    return [(f.measure, format(f.value, "f")) for f in figures(parsed(table), taken=lambda a, b: False)]


@pytest.mark.parametrize("said", ["58-41", "58–41"])
def test_a_vote_has_two_sides(said):
    assert [("Votes for", "58"), ("Votes against", "41")] == counted(APPROVED.format(said))


def test_a_score_is_no_vote():
    table = "Halden NNP nsubj beat\nbeat VBD ROOT beat beat\nNorvik NNP dobj beat\n3-1 CD npadvmod beat"

    assert [] == counted(table)


def test_votes_are_of_what_was_voted_on():
    scene = staged(APPROVED.format("58-41"), {"Council": "Legislature"}, described={"the bill": "LegalAct"})

    _, statements = observations(scene, [])

    assert {("obs 26", "observedOf", "Bill")} <= {row for row in told(scene, statements) if row[1] == "observedOf"}
