"""Which words can refer, and which can be a title."""

import pytest

from kg.extraction.mentions.telling import doing, telling
from kg.extraction.spot import Spot
from tests.extraction.parses import parsed


@pytest.mark.parametrize(("words", "expected"), [("South African counterpart", False), ("colleague", False), ("prime minister", True)])
def test_a_counterpart_holds_no_office_of_that_name(words, expected):
    assert expected is telling(Spot(0, len(words), "nominal", "Position"), words)


def test_who_is_not_of_a_country_names_it_not():
    assert not telling(Spot(4, 11, "name", "Country"), "non-British directors")
    assert telling(Spot(0, 7, "name", "Country"), "British directors")


@pytest.mark.parametrize(
    ("words", "kind", "type_"),
    [("D", "name", "Region"), ("directors", "nominal", "Position"), ("US", "pronoun", "Person"), ("the", "nominal", "City")],
)
def test_words_that_cannot_refer_are_no_mention(words, kind, type_):
    text = f"Brook ({words}), the board of {words}"

    assert not telling(Spot(text.rindex(words), len(text), kind, type_), text)


@pytest.mark.parametrize(
    ("word", "expected"), [("IT", False), ("TV", False), ("UN", True), ("New", False), ("defence", False), ("9/11", True), ("北京", True)]
)
def test_a_trade_in_capitals_is_no_body(word, expected):
    assert expected is telling(Spot(0, len(word), "name", "StateAgency"), word)


def test_some_companies_write_their_names_in_small_letters():
    assert telling(Spot(0, 3, "name", "MediaOrganization"), "dpa")
    assert not telling(Spot(0, 5, "name", "MediaOrganization"), "nm/bk")


def test_a_language_names_no_country():
    assert not telling(Spot(3, 9, "name", "Country"), "an Omanic-language daily")


@pytest.mark.parametrize(
    ("text", "expected"), [("an African-American poet", False), ("an American poet", True), ("Native Americans", False)]
)
def test_african_american_names_no_country(text, expected):
    at = text.index("American")

    assert expected is telling(Spot(at, at + 8, "name", "Country"), text)


@pytest.mark.parametrize(
    ("word", "type_", "expected"), [("Jewish", "Country", False), ("Jewish", "Group", True), ("Roman", "Person", True)]
)
def test_an_adjective_of_faith_is_no_country(word, type_, expected):
    assert expected is telling(Spot(0, len(word), "name", type_), f"{word} poets")


@pytest.mark.parametrize(("after", "expected"), [(" Minister Ada Brook", False), (" of the Realm", True)])
def test_the_field_of_a_minister_is_no_body(after, expected):
    assert expected is telling(Spot(0, 7, "name", "GovernmentBody"), f"Defence{after}")


def test_a_form_of_address_is_no_office():
    assert not telling(Spot(0, 6, "nominal", "Position"), "Father Leo Brook")


@pytest.mark.parametrize(("word", "type_"), [("Master’s in Tides", "Position"), ("MBA", "Award"), ("J.D.", "Award")])
def test_a_degree_is_no_office_and_no_prize(word, type_):
    assert not telling(Spot(0, len(word), "nominal" if type_ == "Position" else "name", type_), word)


def test_an_infinitive_with_its_particle_is_no_thing():
    doc = parsed("plot NN ROOT plot\nto TO aux blow\nblow VB acl plot\nup RP prt blow\nit PRP dobj blow")

    assert doing(Spot(8, 12, "nominal", "Incident"), doc)


@pytest.mark.parametrize(("words", "expected"), [("taking", True), ("bribes", False), ("taking bribes", False)])
def test_what_is_but_done_to_something_is_no_thing(words, expected):
    doc = parsed("jailed VBN ROOT jailed\nfor IN prep jailed\ntaking VBG pcomp for take\nbribes NNS dobj taking")
    at = doc.text.index(words)

    assert expected is doing(Spot(at, at + len(words), "nominal", "Incident"), doc)


@pytest.mark.parametrize(("words", "expected"), [("The two", False), ("Both", False), ("two banks", True)])
def test_a_number_alone_describes_nothing(words, expected):
    assert expected is telling(Spot(0, len(words), "nominal", "Group"), words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She wrote in Norwegian on Monday.", False),
        ("She speaks Norwegian.", False),
        ("a report in Norwegian 1200 GMT", False),
        ("It was caught in Norwegian waters.", True),
        ("It is made in Norway.", True),
        ("It was stopped by Norwegian police.", True),
    ],
)
def test_a_language_is_no_country(text, expected):
    word = "Norwegian" if "Norwegian" in text else "Norway"
    at = text.index(word)

    assert expected is telling(Spot(at, at + len(word), "name", "Country"), text)
