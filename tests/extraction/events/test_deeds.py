"""Deeds as events."""

import pytest

from kg.extraction.dates.times import times
from kg.extraction.events.deeds import deeds
from kg.extraction.reading import with_things
from tests.extraction.parses import staged, told


def found(
    table: str, names: dict[str, str], *, described: dict[str, str] | None = None, date: str = "2026-03-04"
) -> set[tuple[str, str, str]]:
    scene = staged(table, names, described=described, date=date)
    parts = deeds(scene, times(scene.article.text, date))
    return set(told(with_things(scene, parts.things), parts.statements))


ARRESTED = """
Norland  NNP compound police
police   NNS nsubj    arrested
arrested VBD ROOT     arrested arrest
Ada      NNP dobj     arrested
in       IN  prep     arrested
Oslo     NNP pobj     in
in       IN  prep     arrested
2025     CD  pobj     in
"""
NAMES = {"Ada": "Person", "Oslo": "City"}
POLICE = {"Norland police": "GovernmentBody"}


def test_an_arrest_is_an_event_with_whom_by_whom_where_and_when():
    arrest = "Arrest of Ada"

    assert {
        (arrest, "target", "Ada"),
        (arrest, "actor", "Norland police"),
        (arrest, "place", "Oslo"),
        (arrest, "date", "2025"),
    } == found(ARRESTED, NAMES, described=POLICE)


def test_a_deed_of_which_nothing_more_is_said_is_no_event():
    assert set() == found("Somebody NN nsubj arrested\narrested VBD ROOT arrested arrest\nAda NNP dobj arrested", {"Ada": "Person"})


def test_what_is_done_to_people_only_is_not_done_to_a_place():
    assert set() == found(ARRESTED.replace("Ada ", "Rix "), {"Rix": "City", "Oslo": "City"}, described=POLICE)


PASSIVE = """
Ada      NNP nsubjpass kidnapped
was      VBD auxpass   kidnapped be
kidnapped VBN ROOT     kidnapped kidnap
by       IN  agent     kidnapped
Bolt     NNP pobj      by
"""


def test_of_a_passive_verb_the_agent_did_it():
    assert {("Kidnapping of Ada", "target", "Ada"), ("Kidnapping of Ada", "actor", "Bolt")} == found(
        PASSIVE, {"Ada": "Person", "Bolt": "Organization"}
    )


def test_the_one_event_that_the_article_calls_by_the_noun_is_the_deed():
    rows = found(
        PASSIVE + "The DT det kidnapping\nkidnapping NN nsubj shocked\nshocked VBD ROOT shocked shock",
        {"Ada": "Person", "Bolt": "Organization"},
        described={"The kidnapping": "Incident"},
    )

    assert {"Kidnapping"} == {label for label, _, _ in rows}


def test_who_is_urged_to_do_it_is_to_do_it():
    table = """
    Ada      NNP nsubj  urged
    urged    VBD ROOT   urged urge
    Bolt     NNP dobj   urged
    to       TO  aux    attack
    attack   VB  xcomp  urged attack
    Rix      NNP dobj   attack
    """

    assert ("Attack on Rix", "actor", "Bolt") in found(table, {"Ada": "Person", "Bolt": "Organization", "Rix": "City"})


def test_a_visit_is_a_gathering_in_a_place():
    table = "Ada NNP nsubj visited\nvisited VBD ROOT visited visit\nNorway NNP dobj visited"
    visit = "Visit of Ada to Norway"

    assert {("Ada", "participatesIn", visit), (visit, "place", "Norway")} == found(table, {"Ada": "Person", "Norway": "Country"})


@pytest.mark.parametrize(("day", "expected"), [("in IN prep resigned\n2025 CD pobj in", {"actor", "date"}), ("", set())])
def test_a_resignation_with_a_day_is_an_event(day, expected):
    table = f"Ada NNP nsubj resigned\nresigned VBD ROOT resigned resign\n{day}"

    assert expected == {name for _, name, _ in found(table, {"Ada": "Person"})}


def test_what_is_planned_is_a_planned_deed():
    scene = staged(
        "Bolt NNP nsubj attack\nwill MD aux attack\nattack VB ROOT attack attack\nRix NNP dobj attack",
        {"Bolt": "Organization", "Rix": "City"},
    )

    assert {"Planned"} == {s.modality for s in deeds(scene, []).statements}


def test_who_holds_talks_takes_part_in_them():
    table = "Norway NNP nsubj held\nheld VBD ROOT held hold\ntalks NNS dobj held talk"

    assert {("Norway", "participatesIn", "Talks")} == found(table, {"Norway": "Country"}, described={"talks": "Gathering"})


MET = """
Ada  NNP nsubj met
met  VBD ROOT  met meet
Leo  NNP dobj  met
in   IN  prep  met
Oslo NNP pobj  in
"""


def test_who_met_where_is_a_meeting():
    meeting = "Meeting of Ada and Leo"

    assert {(meeting, "place", "Oslo"), ("Ada", "participatesIn", meeting), ("Leo", "participatesIn", meeting)} == found(
        MET, {"Ada": "Person", "Leo": "Person", "Oslo": "City"}
    )


def test_a_meeting_without_place_and_day_is_no_event():
    assert set() == found("\n".join(MET.splitlines()[:4]), {"Ada": "Person", "Leo": "Person"})


def test_who_marched_where_is_a_march():
    table = "Teachers NNS nsubj marched\nmarched VBD ROOT marched march\nthrough IN prep marched\nOslo NNP pobj through"

    assert {("March in Oslo", "place", "Oslo"), ("Teachers", "participatesIn", "March in Oslo")} == found(
        table, {"Oslo": "City"}, described={"Teachers": "Group"}
    )


def test_a_march_through_the_city_is_named_after_nothing():
    table = "Teachers NNS nsubj marched\nmarched VBD ROOT marched march\nthrough IN prep marched\nthe DT det city\ncity NN pobj through"

    assert set() == found(table, {}, described={"Teachers": "Group", "the city": "City"})


def test_a_deed_is_not_called_after_whose_the_thing_is():
    table = (
        "Acme NNP nsubj closed\nclosed VBD ROOT closed close\nits PRP$ poss mill\nmill NN dobj closed\nin IN prep closed\nOslo NNP pobj in"
    )

    assert "Closure of mill" in {row[0] for row in found(table, {"Acme": "Company", "Oslo": "City"}, described={"its mill": "Facility"})}


def test_who_travels_to_a_place_visits_it():
    table = "Ada NNP nsubj travel\nwill MD aux travel\ntravel VB ROOT travel travel\nto IN prep travel\nOslo NNP pobj to"
    visit = "Visit of Ada to Oslo"

    assert {("Ada", "participatesIn", visit), (visit, "place", "Oslo")} == found(table, {"Ada": "Person", "Oslo": "City"})
