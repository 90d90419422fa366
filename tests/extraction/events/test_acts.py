"""Acts by which something is approved."""

from kg.extraction.dates.times import times
from kg.extraction.events.acts import instruments
from kg.extraction.parts import Parts
from kg.extraction.reading import with_things
from kg.extraction.spot import Spot
from tests.extraction.parses import staged, told

RATIFIED = """
The       DT  det       Strategy
Tide      NNP compound  Strategy
Strategy  NNP nsubjpass ratified
was       VBD auxpass   ratified be
ratified  VBN ROOT      ratified ratify
by        IN  agent     ratified
Acme      NNP poss      decree
's        POS case      Acme
decree    NN  pobj      by
on        IN  prep      ratified
3         CD  nummod    March
March     NNP pobj      on
2026      CD  nummod    March
.         .   punct     ratified
"""
NAMES = {"Tide Strategy": "PolicyDocument", "Acme": "GovernmentBody"}


def test_a_decree_is_an_act_of_its_issuer_and_approves_the_document_on_its_day():
    scene = staged(RATIFIED, NAMES)
    parts = instruments(scene, times(scene.article.text, ""))
    act, event = "Decree of Acme of 3 March 2026", "Ratification of the Tide Strategy"

    assert [
        (act, "issuedBy", "Acme"),
        (act, "issuedOn", "2026-03-03"),
        (event, "actor", "Acme"),
        (event, "approves", "Tide Strategy"),
        (event, "date", "2026-03-03"),
        (event, "instrument", act),
        ("Tide Strategy", "approvedBy", "Acme"),
        ("Tide Strategy", "approvedOn", "2026-03-03"),
        ("Tide Strategy", "approvedThrough", act),
    ] == told(with_things(scene, parts.things), parts.statements)


def test_a_decree_of_nobody_known_is_no_act():
    assert Parts((), ()) == instruments(staged(RATIFIED, {"Tide Strategy": "PolicyDocument"}), [])


def test_a_company_is_not_ratified():
    assert Parts((), ()) == instruments(staged(RATIFIED, {**NAMES, "Tide Strategy": "Company"}), [])


def test_an_office_issues_a_decree_not_the_nameless_person_that_holds_it():
    table = RATIFIED.replace("Acme", "president")
    at = staged(table, {}).article.text.index("president")
    office = [Spot(at, at + len("president"), "nominal", "Position")]
    scene = staged(table, {"Tide Strategy": "PolicyDocument"}, described={"president": "Person"}, groups=[office])
    (position,) = (i for i, t in scene.things.items() if t.type == "Position")

    assert {position} == {s.object for s in instruments(scene, []).statements if s.property == "issuedBy"}
