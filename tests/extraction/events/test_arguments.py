"""What the nouns of events say."""

import pytest

from kg.extraction.events.arguments import arguments
from tests.extraction.parses import staged, told

NAMES = {"Ada": "Person", "Oslo": "City"}


def found(table: str, names: dict[str, str], *, described: dict[str, str]) -> set[tuple[str, str, str]]:
    scene = staged(table, names, described=described)
    return set(told(scene, arguments(scene)))


ATTACK = """
the      DT  det      attack
attack   NN  nsubj    failed
on       IN  prep     attack
Rix      NNP pobj     on
by       IN  prep     attack
Bolt     NNP pobj     by
failed   VBD ROOT     failed fail
"""


def test_the_noun_of_a_deed_has_its_target_and_its_actor():
    rows = found(ATTACK, {"Bolt": "Organization", "Rix": "City"}, described={"the attack": "Incident"})

    assert {("Attack", "target", "Rix"), ("Attack", "actor", "Bolt")} == rows


def test_the_owner_of_a_deed_did_it():
    table = "Bolt NNP poss attack\n's POS case Bolt\nattack NN nsubj failed\nfailed VBD ROOT failed fail"

    assert {("Attack", "actor", "Bolt")} == found(table, {"Bolt": "Organization"}, described={"attack": "Incident"})


TALKS = """
talks    NNS nsubj   opened talk
between  IN  prep    talks
Norway   NNP pobj    between
and      CC  cc      Norway
Sweden   NNP conj    Norway
opened   VBD ROOT    opened open
"""


def test_who_talks_are_between_takes_part():
    rows = found(TALKS, {"Norway": "Country", "Sweden": "Country"}, described={"talks": "Gathering"})

    assert {("Norway", "participatesIn", "Talks"), ("Sweden", "participatesIn", "Talks")} == rows


def test_whom_an_agreement_is_between_is_party_to_it():
    rows = found(
        TALKS.replace("talks", "pact").replace("talk", "pact"),
        {"Norway": "Country", "Sweden": "Country"},
        described={"pact": "Agreement"},
    )

    assert {("Pact", "party", "Norway"), ("Pact", "party", "Sweden")} == rows


@pytest.mark.parametrize(("noun", "preposition"), [("visit", "to"), ("withdrawal", "from")])
def test_a_way_to_or_from_a_place_is_there(noun, preposition):
    table = f"""
    Ada     NNP poss {noun}
    's      POS case Ada
    {noun}  NN  nsubj ended
    {preposition} IN prep {noun}
    Oslo    NNP pobj {preposition}
    ended   VBD ROOT ended end
    """
    rows = found(table, NAMES, described={noun: "Gathering"})

    assert {(noun.capitalize(), "place", "Oslo"), (noun.capitalize(), "actor", "Ada")} == rows


def test_the_death_of_somebody_is_not_their_deed():
    table = "Ada NNP poss death\n's POS case Ada\ndeath NN nsubj shocked\nshocked VBD ROOT shocked shock"

    assert {("Death", "target", "Ada")} == found(table, {"Ada": "Person"}, described={"death": "Incident"})


def test_an_upcoming_deed_is_planned():
    scene = staged(
        ATTACK.replace("the      DT  det ", "upcoming JJ amod "), {"Bolt": "Organization", "Rix": "City"}, described={"attack": "Incident"}
    )

    assert {"Planned"} == {s.modality for s in arguments(scene)}


def test_any_noun_of_an_event_has_the_one_who_does_it_and_what_it_is_of():
    table = ATTACK.replace("attack", "blockade").replace("on  ", "of  ").replace("pobj     on", "pobj     of")

    rows = found(table, {"Bolt": "Organization", "Rix": "City"}, described={"the blockade": "Event"})

    assert {("Blockade", "actor", "Bolt"), ("Blockade", "target", "Rix")} == rows


def test_what_befalls_somebody_is_not_done_by_them():
    table = "Ada NNP poss illness\n's POS case Ada\nillness NN nsubj lasted\nlasted VBD ROOT lasted last"

    assert set() == found(table, {"Ada": "Person"}, described={"illness": "Event"})


@pytest.mark.parametrize(
    ("preposition", "type_", "takes_part"), [("at", "Gathering", True), ("in", "Event", True), ("in", "Incident", False)]
)
def test_who_does_something_at_a_gathering_takes_part_in_it(preposition, type_, takes_part):
    table = (
        f"Ada NNP nsubj played\nplayed VBD ROOT played play\n{preposition} IN prep played\nthe DT det final\nfinal NN pobj {preposition}"
    )
    rows = found(table, {"Ada": "Person"}, described={"the final": type_})

    assert takes_part == (("Ada", "participatesIn", "Final") in rows)


def test_who_did_not_speak_at_a_gathering_may_have_been_there():
    table = "Ada NNP nsubj speak\nnot RB neg speak\nspeak VB ROOT speak\nat IN prep speak\nthe DT det rally\nrally NN pobj at"

    assert set() == found(table, {"Ada": "Person"}, described={"the rally": "Gathering"})


@pytest.mark.parametrize("hung", ["deal", "signed"])
def test_who_signs_an_agreement_with_somebody_is_its_party_and_so_is_the_other(hung):
    table = (
        "Acme NNP nsubj signed\nsigned VBD ROOT signed sign\na DT det deal\ndeal NN dobj signed\n"
        f"with IN prep {hung}\nthe DT det company\ncompany NN pobj with\nBolt NNP appos company"
    )
    rows = found(table, {"Acme": "Company", "Bolt": "Company"}, described={"a deal": "Agreement"})

    assert {("A deal", "party", "Acme"), ("A deal", "party", "Bolt")} == {(s.replace("Deal", "A deal"), p, o) for s, p, o in rows}


def test_who_signs_an_agreement_alone_has_no_party_told():
    table = "Acme NNP nsubj signed\nsigned VBD ROOT signed sign\na DT det deal\ndeal NN dobj signed"

    assert set() == found(table, {"Acme": "Company"}, described={"a deal": "Agreement"})
