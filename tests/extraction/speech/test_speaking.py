"""Who speaks at which event."""

import pytest

from kg.extraction.speech.speaking import speeches
from tests.extraction.parses import staged, told

SAID_AT = """
said  VBD ROOT     said say
so    RB  advmod   said
at    IN  prep     said
the   DT  det      Forum
Tide  NNP compound Forum
Forum NNP pobj     at
"""
NAMED = """
Ada   NNP compound Brook
Brook NNP nsubj    said
"""
BESIDE = """
minister NN  nsubj    said
,        ,   punct    minister
Ada      NNP compound Brook
Brook    NNP appos    minister
,        ,   punct    minister
"""


@pytest.mark.parametrize("subject", [NAMED, BESIDE], ids=["by name", "beside a title"])
def test_who_says_something_at_an_event_speaks_there(subject):
    scene = staged(subject.rstrip() + SAID_AT, {"Ada Brook": "Person", "Tide Forum": "Gathering"})

    assert [("Ada Brook", "speaksAt", "Tide Forum")] == told(scene, speeches(scene))


def test_a_body_does_not_speak_at_an_event():
    scene = staged(SAID_AT.replace("said  VBD", "Acme NNP nsubj said\nsaid VBD"), {"Acme": "Company", "Tide Forum": "Gathering"})

    assert [] == told(scene, speeches(scene))


def test_who_says_what_will_be_at_an_event_does_not_speak_there():
    table = NAMED.rstrip() + SAID_AT.replace("so    RB  advmod   said", "sail VB ccomp said").replace("prep     said", "prep sail")

    assert [] == list(speeches(staged(table, {"Ada Brook": "Person", "Tide Forum": "Gathering"})))
