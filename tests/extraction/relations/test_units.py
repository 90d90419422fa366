"""Parts of bodies."""

import pytest

from kg.extraction.relations.units import units
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


@pytest.mark.parametrize(
    ("noun", "lemma", "type_", "expected"),
    [
        ("soldiers", "soldier", "Organization", ["memberOf"]),
        ("clerks", "clerk", "Company", ["worksFor"]),
        ("cells", "cell", "Organization", ["partOf"]),
        ("fans", "fan", "Company", []),
    ],
)
def test_people_of_a_body_are_members_of_it_or_work_for_it_unless_they_only_like_it(noun, lemma, type_, expected):
    table = f"Acme NNP compound {noun}\n{noun} NNS nsubj fled {lemma}\nfled VBD ROOT fled flee"
    scene = staged(table, {"Acme": type_}, described={noun: "Group"})

    assert [(noun.capitalize(), name, "Acme") for name in expected] == told(scene, units(scene))


def test_a_thing_of_another_of_its_kind_is_part_of_it():
    table = """
    the     DT  det      atrium
    atrium  NN  nsubj    burned
    of      IN  prep     atrium
    Brook   NNP compound Hall
    Hall    NNP pobj     of
    burned  VBD ROOT     burned burn
    """
    scene = staged(table, {"Brook Hall": "Facility"}, described={"the atrium": "Facility"})

    assert [("Atrium", "partOf", "Brook Hall")] == told(scene, units(scene))


@pytest.mark.parametrize("name", ["Oversight Committee", "Committee of Oversight"])
def test_a_short_form_is_no_body_that_has_the_long_one(name):
    table = "\n".join(
        [*(f"{word} NNP dep met" for word in name.split()), "and CC cc met", "Oversight NNP dep met", "met VBD ROOT met meet"]
    )

    assert [] == parts(table, {name: "GovernmentBody", "Oversight": "GovernmentBody"})
