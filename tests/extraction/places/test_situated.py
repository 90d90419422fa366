"""Where things are."""

import pytest

from kg.extraction.places.situated import places
from tests.extraction.parses import staged, told


def located(table: str, names: dict[str, str]) -> list[tuple[str, str, str]]:
    scene = staged(table, names)
    return told(scene, places(scene))


APART = """
Bergen   NNP nsubj slept
slept    VBD ROOT  slept sleep
.        .   punct slept
Norway   NNP nsubj voted
voted    VBD ROOT  voted vote
.        .   punct voted
"""


def test_a_city_lies_in_the_country_that_the_article_names():
    assert [("Bergen", "locatedIn", "Norway")] == located(APART, {"Bergen": "City", "Norway": "Country"})


def test_a_city_whose_country_is_not_named_lies_nowhere():
    assert [] == located(APART.replace("Norway", "Sweden"), {"Bergen": "City", "Sweden": "Country"})


def test_a_place_that_the_gazetteer_does_not_know_lies_nowhere():
    assert [] == located(APART.replace("Bergen", "Westhaven"), {"Westhaven": "City", "Norway": "Country"})


def test_a_region_lies_in_the_country_that_the_article_names():
    table = APART.replace("Bergen", "Bavaria").replace("Norway", "Germany")

    assert [("Bavaria", "locatedIn", "Germany")] == located(table, {"Bavaria": "Region", "Germany": "Country"})


def test_a_province_is_no_small_town_of_its_name_in_another_country():
    table = APART.replace("Bergen", "Ontario").replace("Norway", "America")

    assert [] == located(table, {"Ontario": "City", "America": "Country"})


def test_a_city_that_is_a_region_lies_in_its_country():
    table = APART.replace("Bergen", "Berlin").replace("Norway", "Germany")

    assert [("Berlin", "locatedIn", "Germany")] == located(table, {"Berlin": "City", "Germany": "Country"})


def test_what_the_gazetteer_knows_is_implied_by_the_text():
    scene = staged(APART, {"Bergen": "City", "Norway": "Country"})

    assert {"Implied"} == {statement.derivation for statement in places(scene)}


PAIR = """
Westhaven NNP nsubj slept
,         ,   punct Westhaven
Norway    NNP appos Westhaven
,         ,   punct Westhaven
slept     VBD ROOT  slept sleep
"""


def test_a_place_before_a_comma_lies_in_the_country_after_it():
    assert [("Westhaven", "locatedIn", "Norway")] == located(PAIR, {"Westhaven": "City", "Norway": "Country"})


def test_countries_in_a_list_do_not_lie_in_each_other():
    table = """
    Denmark   NNP nsubj voted
    ,         ,   punct Denmark
    Norway    NNP conj  Denmark
    ,         ,   punct Norway
    Sweden    NNP conj  Norway
    and       CC  cc    Sweden
    Finland   NNP conj  Sweden
    voted     VBD ROOT  voted vote
    """

    assert [] == located(table, dict.fromkeys(("Denmark", "Norway", "Sweden", "Finland"), "Country"))


def test_a_town_in_a_list_of_countries_does_not_lie_in_the_next():
    table = """
    Westhaven NNP nsubj voted
    ,         ,   punct Westhaven
    Norway    NNP conj  Westhaven
    ,         ,   punct Norway
    Sweden    NNP conj  Norway
    and       CC  cc    Sweden
    Finland   NNP conj  Sweden
    voted     VBD ROOT  voted vote
    """

    assert [] == located(table, {"Westhaven": "City", **dict.fromkeys(("Norway", "Sweden", "Finland"), "Country")})


@pytest.mark.parametrize(
    ("table", "body", "place", "property_"),
    [
        (
            """
            Norwegian  JJ  amod  carmaker
            carmaker   NN  nmod  Vandel
            Vandel     NNP nsubj grew
            grew       VBD ROOT  grew grow
            """,
            ("Vandel", "Company"),
            ("Norwegian", "Country"),
            "basedIn",
        ),
        (
            """
            Norway     NNP poss  Parliament
            's         POS case  Norway
            Parliament NNP nsubj voted
            voted      VBD ROOT  voted vote
            """,
            ("Parliament", "Legislature"),
            ("Norway", "Country"),
            "governmentBodyOf",
        ),
        (
            """
            Vandel     NNP nsubj grew
            of         IN  prep  Vandel
            Westhaven  NNP pobj  of
            grew       VBD ROOT  grew grow
            """,
            ("Vandel", "Company"),
            ("Westhaven", "City"),
            "basedIn",
        ),
        (
            """
            Parliament NNP nsubj voted
            of         IN  prep  Parliament
            Norway     NNP pobj  of
            voted      VBD ROOT  voted vote
            """,
            ("Parliament", "Legislature"),
            ("Norway", "Country"),
            "governmentBodyOf",
        ),
    ],
)
def test_a_body_beside_a_place_is_there(table, body, place, property_):
    label = "Norway" if place[0] == "Norwegian" else place[0]

    assert [(body[0], property_, label)] == located(table, dict([body, place]))


def test_in_a_place_says_nothing_of_a_body_where_it_belongs_to_the_verb():
    table = """
    Vandel     NNP nsubj sold
    in         IN  prep  sold
    Westhaven  NNP pobj  in
    sold       VBD ROOT  sold sell
    """

    assert [] == located(table, {"Vandel": "Company", "Westhaven": "City"})


def test_a_person_beside_a_place_is_no_body():
    table = """
    Norway     NNP poss  Brook
    's         POS case  Norway
    Brook      NNP nsubj voted
    voted      VBD ROOT  voted vote
    """

    assert [] == located(table, {"Norway": "Country", "Brook": "Person"})


NAMED_AFTER = """
{name}
closed    VBD ROOT  closed close
.         .   punct closed
{place}   NNP nsubj voted
voted     VBD ROOT  voted vote
"""


@pytest.mark.parametrize(
    ("name", "type_", "place", "class_", "property_"),
    [
        ("Turkish Airlines", "Company", "Turkey", "Country", "basedIn"),
        ("Westhaven Herald", "MediaOrganization", "Westhaven", "City", "basedIn"),
        ("University of Westhaven", "EducationOrResearchBody", "Westhaven", "City", "basedIn"),
        ("Norwegian Army", "GovernmentBody", "Norway", "Country", "governmentBodyOf"),
    ],
)
def test_a_body_named_after_a_place_of_the_article_is_there(name, type_, place, class_, property_):
    rows = "\n".join(f"{word} NNP nsubj closed" for word in name.split())
    found = located(NAMED_AFTER.format(name=rows, place=place), {name: type_, place: class_})

    assert [(name, property_, place)] == found


def test_a_body_is_not_where_a_world_body_is_named_after():
    rows = "European NNP nsubj closed\nUnion NNP nsubj closed"

    assert [] == located(
        NAMED_AFTER.format(name=rows, place="Norway"), {"European Union": "InternationalOrganization", "Norway": "Country"}
    )


MAKER = """
Tessera  NNP nsubj slept
,        ,   punct Tessera
a        DT  det   maker
Dutch    JJ  amod  maker
chip     NN  compound maker
maker    NN  appos Tessera
,        ,   punct Tessera
slept    VBD ROOT  slept sleep
"""


@pytest.mark.parametrize(("type_", "property_"), [("Company", "basedIn"), ("Person", "citizenOf")])
def test_who_is_described_by_a_country_is_of_it(type_, property_):
    assert [("Tessera", property_, "Netherlands")] == located(MAKER, {"Tessera": type_, "Dutch": "Country"})


def test_who_is_said_not_to_be_of_a_country_is_not():
    table = """
    Ada     NNP nsubj   is
    is      VBZ ROOT    is be
    not     RB  neg     is
    a       DT  det     citizen
    Dutch   JJ  amod    citizen
    citizen NN  attr    is
    """
    scene = staged(table, {"Ada": "Person", "Dutch": "Country"})

    assert ["Denied"] == [s.modality for s in places(scene) if s.property == "citizenOf"]


@pytest.mark.parametrize(("city", "expected"), [("Houston", []), ("Westhaven", [("Westhaven", "locatedIn", "Ohio")])])
def test_a_city_in_a_list_does_not_lie_in_a_state_that_has_none_of_its_name(city, expected):
    table = PAIR.replace("Westhaven", city).replace("Norway", "Ohio")

    assert expected == located(table, {city: "City", "Ohio": "Region"})


def test_a_coach_is_not_of_the_country_that_is_coached():
    assert [] == located(MAKER.replace("maker", "coach"), {"Tessera": "Person", "Dutch": "Country"})


def test_an_expert_on_a_country_need_not_be_of_it():
    assert [] == located(MAKER.replace("maker", "expert"), {"Tessera": "Person", "Dutch": "Country"})


def test_a_province_lies_in_the_country_whose_it_is_called():
    table = """
    Pakistan NNP poss     Punjab
    's       POS case     Pakistan
    Punjab   NNP nsubj    met
    met      VBD ROOT     met meet
    India    NNP dobj     met
    """

    assert [("Punjab", "locatedIn", "Pakistan")] == located(table, {"Pakistan": "Country", "Punjab": "Region", "India": "Country"})


def test_an_american_city_lies_in_the_state_that_the_article_names():
    table = APART.replace("Bergen", "Denver").replace("Norway", "Colorado")

    assert [("Denver", "locatedIn", "Colorado")] == located(table, {"Denver": "City", "Colorado": "Region"})


def test_newspapers_call_some_cities_otherwise_than_the_gazetteer():
    table = APART.replace("Bergen", "Kiev").replace("Norway", "Ukraine")

    assert [("Kiev", "locatedIn", "Ukraine")] == located(table, {"Kiev": "City", "Ukraine": "Country"})


def test_a_small_town_whose_name_no_other_has_lies_in_its_country():
    table = APART.replace("Bergen", "Sderot").replace("Norway", "Israel")

    assert [("Sderot", "locatedIn", "Israel")] == located(table, {"Sderot": "City", "Israel": "Country"})


@pytest.mark.parametrize(
    "table",
    [
        "Norwegian JJ amod village\nvillage NN nsubj burned\nof IN prep village\nWesthaven NNP pobj of",
        "Norwegian JJ amod village\nvillage NN nsubj burned\nWesthaven NNP appos village",
        "Norwegian JJ amod village\nvillage NN compound Westhaven\nWesthaven NNP nsubj burned",
    ],
)
def test_a_village_that_is_called_a_countrys_lies_there(table):
    table += "\nburned VBD ROOT burned burn"

    assert ("Westhaven", "locatedIn", "Norway") in located(table, {"Westhaven": "City", "Norwegian": "Country"})


def test_a_company_of_a_country_does_not_lie_in_it_for_a_village_of_the_country():
    table = "Norwegian JJ amod village\nvillage NN nsubj burned\nof IN prep village\nAcme NNP pobj of\nburned VBD ROOT burned"

    assert [] == located(table, {"Acme": "Company", "Norwegian": "Country"})
