"""Accidents that verbs tell."""

from kg.extraction.dates.times import times
from kg.extraction.events.happenings import happenings
from kg.extraction.reading import with_things
from tests.extraction.parses import staged, told

CRASHED = """
A         DT  det      bus
bus       NN  nsubj    crashed
crashed   VBD ROOT     crashed crash
near      IN  prep     crashed
Lima      NNP pobj     near
on        IN  prep     crashed
Sunday    NNP pobj     on
.         .   punct    crashed
"""


def happened(table: str, names: dict[str, str]) -> list[tuple[str, str, str]]:
    scene = staged(table, names, date="2024-03-04")
    parts = happenings(scene, times(scene.article.text, "2024-03-04"))
    return told(with_things(scene, parts.things), parts.statements)


def test_what_crashed_where_and_when_is_an_incident():
    assert [("Crash of a bus", "date", "2024-03-03"), ("Crash of a bus", "place", "Lima")] == happened(CRASHED, {"Lima": "City"})


def test_the_crash_that_is_spoken_of_later_is_that_one():
    table = CRASHED.replace("crashed   VBD ROOT     crashed crash", "exploded VBD ROOT exploded explode").replace("crashed", "exploded")
    table += "The DT det explosion\nexplosion NN nsubj blocked\nblocked VBD ROOT blocked block"

    assert {"explosion"} == {subject for subject, _, _ in happened(table, {"Lima": "City", "explosion": "Incident"})}


def test_what_crashed_near_a_town_crashed_near_what_the_town_is_called():
    table = CRASHED.replace("Lima      NNP pobj     near", "town NN pobj near\nof IN prep town\nLima NNP pobj of")

    assert ("Crash of a bus", "place", "Lima") in happened(table, {"Lima": "City"})


def test_prices_crash_nowhere():
    assert [] == happened("Prices NNS nsubj crashed\ncrashed VBD ROOT crashed crash", {})


def test_what_may_crash_has_not():
    table = CRASHED.replace("crashed   VBD ROOT     crashed crash", "may MD aux crash\ncrash VB ROOT crash crash").replace(
        "crashed", "crash"
    )

    assert [] == happened(table, {"Lima": "City"})
