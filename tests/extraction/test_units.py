"""Parts of bodies."""

import pytest

from kg.extraction.units import units
from tests.extraction.parses import staged, told

POSSESSED = """
Acme    NNP poss     Centre
's      POS case     Acme
Tide    NNP compound Centre
Centre  NNP nsubj    opened
opened  VBD ROOT     opened open
"""


def parts(table: str, names: dict[str, str]) -> list[tuple[str, str, str]]:
    scene = staged(table, names)
    return told(scene, units(scene))


def test_a_named_body_after_the_possessive_of_another_is_a_unit_of_it():
    assert [("Tide Centre", "unitOf", "Acme")] == parts(POSSESSED, {"Acme": "Organization", "Tide Centre": "Centre"})


@pytest.mark.parametrize(("owner", "part"), [("Country", "Centre"), ("Organization", "Person"), ("Person", "Centre")])
def test_only_a_body_has_bodies(owner, part):
    assert [] == parts(POSSESSED, {"Acme": owner, "Tide Centre": part})


NAMED = """
Acme    NNP nsubj    owns
owns    VBZ ROOT     owns own
the     DT  det      Centre
Acme    NNP compound Centre
Tide    NNP compound Centre
Centre  NNP dobj     owns
"""


@pytest.mark.parametrize(("name", "expected"), [("Acme", [("Acme Tide Centre", "unitOf", "Acme")]), ("Government", [])])
def test_a_body_whose_name_begins_with_that_of_another_is_a_unit_of_it_unless_it_is_a_common_word(name, expected):
    assert expected == parts(NAMED.replace("Acme", name), {name: "Organization", f"{name} Tide Centre": "Centre"})


def test_a_company_that_is_called_after_another_is_none():
    assert [] == parts(NAMED, {"Acme": "Company", "Acme Tide Centre": "Company"})


def test_the_paper_of_a_city_is_no_part_of_another_body_of_that_name():
    assert [] == parts(POSSESSED.replace("Acme", "Oslo"), {"Oslo": "Organization", "Tide Centre": "Centre"})
