"""Whom only pronouns tell of, in a text that has named nobody before."""

import pytest

from kg.extraction.spot import Spot
from kg.extraction.strangers import with_strangers
from tests.extraction.parses import parsed, staged

SHE_LIVES = """
She       PRP nsubj lives
lives     VBZ ROOT  lives live
in        IN  prep  lives
Westhaven NNP pobj  in
"""

SHE_MET = """
She NNP nsubj met
met VBD ROOT  met meet
Leo NNP dobj  met
"""

IN_HER_SPEECH = """
In     IN  prep  spoke
her    PRP$ poss speech
speech NN  pobj  In
Ada    NNP nsubj spoke
spoke  VBD ROOT  spoke speak
"""

LEO_LEFT = """
Leo  NNP nsubj left
left VBD ROOT  left leave
.    .   punct left
She  PRP nsubj stayed
stayed VBD ROOT stayed stay
"""


def strangers(table: str, names: dict[str, str], pronoun: str, type_: str = "Person") -> list[str]:
    at = parsed(table).text.index(pronoun)
    scene = staged(table, names, groups=[[Spot(at, at + len(pronoun), "pronoun", type_)]])
    return [thing.label for thing in with_strangers(scene).things.values() if thing.stranger]


@pytest.mark.parametrize(("pronoun", "label"), [("She", "Someone (“she”)"), ("He", "Someone (“he”)"), ("I", "Someone (“I”)")])
def test_a_person_that_a_text_begins_with_is_somebody(pronoun, label):
    assert [label] == strangers(SHE_LIVES.replace("She", pronoun), {"Westhaven": "City"}, pronoun)


def test_a_thing_that_a_text_begins_with_is_something():
    assert ["Something (“it”)"] == strangers(SHE_LIVES.replace("She", "It"), {}, "It", "Company")


def test_the_subject_of_a_sentence_is_nobody_that_it_names_later():
    assert ["Someone (“she”)"] == strangers(SHE_MET, {"Leo": "Person"}, "She")


def test_another_pronoun_may_be_who_its_sentence_names_later():
    assert [] == strangers(IN_HER_SPEECH, {"Ada": "Person"}, "her")


def test_a_pronoun_after_a_person_may_be_that_person():
    assert [] == strangers(LEO_LEFT, {"Leo": "Person"}, "She")


def test_a_pronoun_in_a_quotation_is_nobody():
    table = "“ “ punct live\nI PRP nsubj live\nlive VBP ROOT live live\nhere RB advmod live\n” ” punct live"

    assert [] == strangers(table, {}, "I")


def test_we_and_they_are_nobody():
    assert [] == strangers(SHE_LIVES.replace("She", "They"), {}, "They")
