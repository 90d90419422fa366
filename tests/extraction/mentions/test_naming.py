"""One class a name, by the evidence of the whole article."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kg.extraction.mentions.naming import bare, name_key, named
from kg.extraction.spot import Spot
from kg.ontology import load


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Harbour Trust", "Harbour Trust"),
        ("Acme’s", "Acme"),
        ("Acme's", "Acme"),
        ("the Browns’", "Browns"),
        ("Mr. Brook", "Brook"),
        ("President Ada Brook", "Ada Brook"),
        ("Ada\n  Brook", "Ada Brook"),
        ("“The River”", "River"),
        ("The", "The"),
        ("", ""),
    ],
)
def test_a_bare_name_has_no_article_possessive_or_honorific(name, expected):
    assert expected == bare(name)


@given(name=some.text(max_size=30))
def test_a_bare_name_has_single_spaces_and_no_edges(name):
    assert " ".join(bare(name).split()) == bare(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Norway", "Norwegian"), ("the U.S.", "United States"), ("Kraków", "Krakow"), ("Acme’s", "the ACME")],
)
def test_two_forms_of_one_name_have_one_key(one, other):
    assert name_key(one) == name_key(other)


def test_two_names_have_two_keys():
    assert name_key("Ada Brook") != name_key("Ida Brook")


def classes(text: str, *found: tuple[str, str, float]) -> list[str]:
    begin, spots = 0, []
    for words, type_, score in found:
        begin = text.index(words, begin)
        spots.append(Spot(begin, begin + len(words), "name", type_, score))
        begin += len(words)
    return [spot.type for spot in named(spots, text, load())]


def test_the_class_that_most_places_have_is_the_class_of_all():
    text = "Vandel grew. Vandel fell. Vandel rose."

    assert ["Company"] * 3 == classes(text, ("Vandel", "Company", 0.8), ("Vandel", "Person", 0.8), ("Vandel", "Company", 0.8))


@pytest.mark.parametrize(
    ("name", "guess", "expected"),
    [
        ("Ministry of Tides", "Organization", "Ministry"),
        ("Vandel University", "Organization", "EducationOrResearchBody"),
        ("Harbour Bridge", "Organization", "Facility"),
        ("Tide Act", "Work", "LegalAct"),
        ("Norway", "Organization", "Country"),
        ("Bavaria", "City", "Region"),
        ("Washington", "City", "City"),
        ("Washington", "Region", "City"),
        ("Washington state", "Region", "Region"),
        ("New York City", "Place", "City"),
        ("N.Y.", "City", "Region"),
        ("Wis", "City", "Region"),
        ("Norland Broadcasting Corporation", "Company", "MediaOrganization"),
        ("Centre for Tidal Policy", "Organization", "Centre"),
        ("Bhopal", "Country", "City"),
        ("Moldovans", "Group", "Country"),
        ("Republic of Palau", "City", "Country"),
    ],
)
def test_a_word_of_the_name_or_the_gazetteer_tells_its_class(name, guess, expected):
    assert [expected] == classes(f"So says {name} now.", (name, guess, 0.8))


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("Department of State", "Ministry"),
        ("West Bank", "Region"),
        ("Government of National Accord", "GovernmentBody"),
        ("Cup League", "Event"),
    ],
)
def test_a_word_of_the_name_makes_nothing_else_out_of_what_the_reader_is_sure_of(name, sure):
    assert [sure] == classes(f"So says the {name} now.", (name, sure, 0.97))


@pytest.mark.parametrize("guess", ["Organization", "City", "Country"])
def test_a_surname_of_a_person_is_a_person(guess):
    assert ["Person", "Person"] == classes("Ada Merk came. Merk spoke.", ("Ada Merk", "Person", 0.8), ("Merk", guess, 0.97))


def test_a_place_that_the_gazetteer_knows_is_no_surname():
    assert ["Person", "City"] == classes("Ada Bergen came. Bergen is wet.", ("Ada Bergen", "Person", 0.8), ("Bergen", "City", 0.97))


def test_a_person_whose_name_ends_like_a_body_stays_a_person():
    assert ["Person"] * 2 == classes("Ada Post came. Ada Post spoke.", ("Ada Post", "Person", 0.8), ("Ada Post", "Person", 0.8))


@pytest.mark.parametrize(("place", "expected"), [("Bergen", "City"), ("Vandel", "Person")])
def test_what_stands_behind_in_and_the_gazetteer_knows_is_a_city(place, expected):
    text = f"A school in {place} burned. {place} mourns."

    assert [expected] * 2 == classes(text, (place, "Person", 0.9), (place, "Person", 0.7))


def test_a_parliament_that_is_called_by_one_word_is_no_person():
    assert ["Legislature"] == classes("The Storting voted.", ("Storting", "Person", 0.95))
