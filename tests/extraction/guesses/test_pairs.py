"""What the reader model's guess about two things says beside the property: in which words, and whether it is so."""

import pytest

from kg.extraction.guesses.pairs import _once, _statement
from kg.extraction.scene import fact
from kg.model import Span
from tests.extraction.parses import staged

KEPT = """
Leo     NNP nsubj kept
kept    VBD ROOT  kept keep
Acme    NNP dobj  kept
from    IN  prep  kept
buying  VBG pcomp from buy
Otter   NNP dobj  buying
.       .   punct kept
"""

BOUGHT = """
Acme    NNP nsubj  bought
bought  VBD ROOT   bought buy
Otter   NNP dobj   bought
from    IN  prep   bought
Leo     NNP pobj   from
.       .   punct  bought
"""

PROFITS = """
Acme    NNP nsubj   profits
profits VBZ ROOT    profits profit
from    IN  prep    profits
buying  VBG pcomp   from buy
Otter   NNP dobj    buying
for     IN  prep    buying
Leo     NNP pobj    for
.       .   punct   profits
"""


@pytest.mark.parametrize(("table", "modality"), [(KEPT, "Denied"), (BOUGHT, "Actual"), (PROFITS, "Actual")])
def test_what_somebody_is_kept_from_doing_is_denied(table, modality):
    scene = staged(table, {"Leo": "Person", "Acme": "Company", "Otter": "Company"})
    things = {scene.article.text[t.spots[0].start : t.spots[0].end]: t for t in scene.things.values()}
    acme, otter = things["Acme"], things["Otter"]

    assert modality == _statement(scene, acme, otter, "acquires", acme.spots[0], otter.spots[0], "Actual").modality


@pytest.mark.parametrize(("words", "modality"), [("will buy", "Planned"), ("will continue buying", "Actual"), ("bought", "Actual")])
def test_what_somebody_will_do_is_planned(words, modality):
    table = "\n".join(f"{word} NNP dep Otter" for word in ["Acme", *words.split()]) + "\nOtter NNP ROOT Otter"
    scene = staged(table, {"Acme": "Company", "Otter": "Company"})
    acme, otter = scene.things.values()

    assert modality == _statement(scene, acme, otter, "acquires", acme.spots[0], otter.spots[0], "Actual").modality


SERVE = """
Leo     NNP nsubj serve
,       ,   punct serve
able    JJ  amod  ability
ability NN  dep   serve
to      TO  aux   serve
serve   VB  ROOT  serve
as      IN  prep  serve
chief   NN  pobj  as
"""


def test_who_is_able_to_serve_or_stands_for_an_office_does_not_hold_it():
    for words, modality in ((SERVE, "Possible"), (SERVE.replace("ability", "asked"), "Actual")):
        scene = staged(words, {"Leo": "Person"}, described={"chief": "Position"})
        leo, chief = scene.things.values()

        assert modality == _statement(scene, leo, chief, "holdsPosition", leo.spots[0], chief.spots[0], "Actual").modality


def test_a_guess_that_was_weakened_to_what_the_model_was_not_asked_stays():
    member = fact("leo", "memberOf", "acme", Span(0, 4), rule="reader-memberOf")

    assert [member] == _once([member], {}, {})


def test_who_heads_a_state_by_a_construction_does_not_head_its_government_by_a_surer_guess():
    guesses = [fact("ada", name, "norway", Span(0, 9), rule=f"reader-{name}") for name in ("headOfState", "headOfGovernment")]
    margins = {("ada", "headOfState", "norway"): 1.0, ("ada", "headOfGovernment", "norway"): 2.0}

    assert [] == _once(guesses, margins, {("ada", "norway"): {"headOfState"}})
    assert ["headOfGovernment"] == [s.property for s in _once(guesses, margins, {})]


def test_who_held_an_office_by_a_construction_does_not_hold_it_by_a_guess():
    guesses = [fact("leo", name, "judge", Span(0, 4), rule=f"reader-{name}") for name in ("holdsPosition", "heldPosition")]
    margins = {("leo", "holdsPosition", "judge"): 3.0, ("leo", "heldPosition", "judge"): 1.0}

    assert ["holdsPosition"] == [s.property for s in _once(guesses, margins, {})]
    assert [] == _once(guesses, margins, {("leo", "judge"): {"heldPosition"}})
