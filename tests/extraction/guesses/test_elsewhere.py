"""What names and surer statements say of where bodies and people are, against guesses that put them elsewhere."""

import pytest

from kg.extraction.guesses.elsewhere import abroad, elsewhere, no_capital, of_one_country
from kg.model import Span, Statement
from tests.extraction.parses import staged


def scene_of(text: str, names: dict[str, str], described: dict[str, str] | None = None):
    table = "\n".join(f"{word} NNP dep said" for word in text.split()) + "\nsaid VBD ROOT said say"
    scene = staged(table, names, described=described)
    return scene, {thing.label: id_ for id_, thing in scene.things.items()}


@pytest.mark.parametrize(
    ("body", "place", "class_", "barred"),
    [
        ("US Army", "Canada", "Country", True),
        ("US Army", "US", "Country", False),
        ("Norwegian Church", "Norway", "Country", False),
        ("Ankara government", "Switzerland", "Country", True),
        ("Ankara government", "Turkey", "Country", False),
        ("Ankara government", "Ankara", "City", True),
        ("Parliament of Norway", "Sweden", "Country", True),
        ("Tide Council", "Sweden", "Country", False),
    ],
)
def test_a_body_is_no_other_countrys_than_its_name_says(body, place, class_, barred):
    text = f"{body} of {place}" if place in body else f"{body} {place}"
    scene, _ = scene_of(text, {place: class_}, {body: "GovernmentBody"})
    at = next(i for i, t in scene.things.items() if t.type == "GovernmentBody")
    of = next(i for i, t in scene.things.items() if t.type == class_)

    assert barred == elsewhere(scene, at, of)


@pytest.mark.parametrize(("city", "barred"), [("Oslo", False), ("Bergen", True)])
def test_a_state_has_the_capital_that_the_gazetteer_knows(city, barred):
    scene, ids = scene_of(f"{city} Norway", {city: "City", "Norway": "Country"})

    assert barred == no_capital(scene, ids[city], ids["Norway"])


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ([], ["Norway"]),
        ([("headOfState", "Sweden")], ["Sweden"]),
        ([("memberOf", "Sweden")], ["Norway"]),
    ],
)
def test_somebody_is_guessed_to_be_of_one_country_the_told_one_or_the_surest(told, kept):
    scene, ids = scene_of("Ada Norway Sweden", {"Ada": "Person", "Norway": "Country", "Sweden": "Country"})
    guesses = [Statement(ids["Ada"], "citizenOf", ids[c], (Span(0, 3),)) for c in ("Norway", "Sweden")]
    margins = {(s.subject, s.property, str(s.object)): 2.0 if s.object == ids["Norway"] else 1.0 for s in guesses}
    stated = [Statement(ids["Ada"], name, ids[country], (Span(0, 3),)) for name, country in told]

    assert kept == [scene.things[str(s.object)].label for s in of_one_country(scene, guesses, stated, margins)]


def test_a_body_may_be_a_citys_and_a_countrys():
    scene, ids = scene_of("Council Oslo Norway", {"Council": "GovernmentBody", "Oslo": "City", "Norway": "Country"})
    guesses = [Statement(ids["Council"], "governmentBodyOf", ids[place], (Span(0, 3),)) for place in ("Oslo", "Norway")]

    assert guesses == of_one_country(scene, guesses, [], {})


@pytest.mark.parametrize(
    ("place", "class_", "country", "barred"),
    [
        ("Texas", "Region", "Canada", True),
        ("Texas", "Region", "US", False),
        ("Chicago", "City", "Norway", True),
        ("Bergen", "City", "Norway", False),
        ("Westhaven", "City", "Norway", False),
        ("Halm", "Region", "Norway", False),
    ],
)
def test_a_place_that_the_gazetteer_knows_elsewhere_alone_is_not_there(place, class_, country, barred):
    scene, _ = scene_of(f"{place} {country}", {place: class_, country: "Country"})
    at, of = (next(i for i, t in scene.things.items() if (t.type == "Country") == country_) for country_ in (False, True))

    assert barred == abroad(scene, at, of)
