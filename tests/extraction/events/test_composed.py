"""Events and what they are made of."""

import pytest

from kg.extraction.dates.times import times
from kg.extraction.events.composed import events, put_off
from kg.extraction.reading import with_things
from kg.extraction.relations.frames import frames
from kg.extraction.scene import fact
from kg.model import Span, Value
from tests.extraction.parses import staged, told


def made(table: str, names: dict[str, str]) -> list[tuple[str, str, str]]:
    scene = staged(table, names)
    parts = events(scene, list(frames(scene)), times(scene.article.text, ""))
    return told(with_things(scene, parts.things), parts.statements)


BOUGHT = """
Acme    NNP nsubj  bought
bought  VBD ROOT   bought buy
Vandel  NNP dobj   bought
on      IN  prep   bought
3       CD  nummod March
March   NNP pobj   on
2026    CD  nummod March
.       .   punct  bought
"""


def test_buying_a_company_is_a_transaction_with_its_day():
    label = "Purchase of Vandel by Acme"

    assert [(label, "buyer", "Acme"), (label, "date", "2026-03-03"), (label, "target", "Vandel")] == made(
        BOUGHT, {"Acme": "Company", "Vandel": "Company"}
    )


def test_a_planned_purchase_is_a_planned_transaction():
    scene = staged(
        BOUGHT.replace("bought  VBD ROOT   bought buy", "will MD aux bought\nbought VB ROOT bought buy"),
        {"Acme": "Company", "Vandel": "Company"},
    )

    assert {"Planned"} == {statement.modality for statement in events(scene, list(frames(scene)), []).statements}


PASSED = """
Parliament NNP nsubj    passed
passed     VBD ROOT     passed pass
the        DT  det      Act
Tide       NNP compound Act
Act        NNP dobj     passed
in         IN  prep     passed
March      NNP pobj     in
2026       CD  nummod   March
.          .   punct    passed
"""


def test_passing_a_law_is_an_approval_with_its_day():
    label = "Passing of the Tide Act"

    assert [
        (label, "actor", "Parliament"),
        (label, "approves", "Tide Act"),
        (label, "date", "2026-03"),
        ("Tide Act", "approvedOn", "2026-03"),
    ] == made(PASSED, {"Parliament": "Legislature", "Tide Act": "LegalAct"})


FORUM = """
The     DT  det      Forum
6th     JJ  amod     Forum
Tide    NNP compound Forum
Forum   NNP nsubj    opened
opened  VBD ROOT     opened open
in      IN  prep     opened
Oslo    NNP pobj     in
on      IN  prep     opened
3       CD  nummod   March
March   NNP pobj     on
2026    CD  nummod   March
.       .   punct    opened
"""


def test_a_named_event_has_its_place_day_and_number():
    assert [("Tide Forum", "date", "2026-03-03"), ("Tide Forum", "ordinal", "6"), ("Tide Forum", "place", "Oslo")] == made(
        FORUM, {"Tide Forum": "Gathering", "Oslo": "City"}
    )


@pytest.mark.parametrize(("today", "modality"), [("2026-03-04", "Actual"), ("2026-03-02", "Planned"), ("", "Actual")])
def test_a_day_after_that_of_the_article_is_planned(today, modality):
    scene = staged(FORUM, {"Tide Forum": "Gathering", "Oslo": "City"}, date=today)
    parts = events(scene, [], times(scene.article.text, today))

    assert [modality] == [s.modality for s in parts.statements if s.property == "date"]


@pytest.mark.parametrize(
    ("said", "today", "modality"),
    [
        ("May 2027", "2027-04-01", "Planned"),
        ("May 2027", "2027-05-01", "Actual"),
        ("spring 2027", "2027-04-01", "Actual"),
        ("2027", "2026-04-01", "Planned"),
    ],
)
def test_a_month_or_year_after_that_of_the_article_is_planned(said, today, modality):
    *before, year = said.split()
    rows = [*(f"{word} NNP compound {year}" for word in before), f"{year} CD pobj in"]
    table = "\n".join(["Tide NNP compound Forum", "Forum NNP nsubj opens", "in IN prep Forum", *rows, "opens VBZ ROOT opens open"])
    scene = staged(table, {"Tide Forum": "Gathering"}, date=today)
    parts = events(scene, [], times(scene.article.text, today))

    assert [modality] == [s.modality for s in parts.statements if s.property == "date"]


HELD = """
Ada   NNP nsubj  opened
opened VBD ROOT  opened open
the   DT  det    Games
{year} CD  nummod Games
Tide  NNP compound Games
Games NNPS dobj  opened
.     .   punct  opened
"""


@pytest.mark.parametrize(("year", "dates"), [("2008", ["2008"]), ("2008-09", ["2008/2009"]), ("1480", []), ("20081", [])])
def test_an_event_is_dated_by_the_year_in_its_name(year, dates):
    name = f"{year} Tide Games"
    found = made(HELD.format(year=year), {name: "Event"})

    assert [(name, "date", each) for each in dates] == [row for row in found if row[1] == "date"]


def test_what_is_said_of_an_event_whose_day_is_to_come_is_planned():
    day = fact("summit", "date", Value("2026-09-01", "date"), Span(0, 1), rule="event-date", modality="Planned")
    place, other = (fact(id_, "place", "oslo", Span(0, 1), rule="event-in-place") for id_ in ("summit", "fair"))

    assert ["Planned", "Planned", "Actual"] == [s.modality for s in put_off([day, place, other])]


def test_an_event_on_a_country_does_not_lie_there():
    table = "Sanctions NNS nsubj fell\non IN prep Sanctions\nNorland NNP pobj on\nfell VBD ROOT fell fall"

    assert [] == made(table, {"Sanctions": "Event", "Norland": "Country"})
