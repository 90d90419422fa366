"""Mentions by their form and by the cues of the ontology."""

import pytest

from kg.extraction.mentions.spotting import capitalised, cue_names, nominals, quoted_titles
from kg.extraction.spot import Spot
from kg.ontology import load
from tests.extraction.parses import parsed

TABLE = """
The       DT  det      Centre
Westhaven NNP compound Centre
Visitor   NNP compound Centre
Centre    NNP nsubj    paid
paid      VBD ROOT     paid pay
the       DT  det      Ministry
Ministry  NNP dobj     paid
of        IN  prep     Ministry
Tides     NNPS pobj    of
and       CC  cc       Tides
the       DT  det      company
old       JJ  amod     company
company   NN  conj     Ministry
"""
DOC = parsed(TABLE)


def cut(spot: Spot, text: str = DOC.text) -> tuple[str, str]:
    return text[spot.start : spot.end], spot.type


def test_a_run_of_capitalised_words_is_one():
    assert ["Westhaven Visitor Centre", "Ministry of Tides"] == [span.text for span in capitalised(DOC)]


def test_a_word_of_a_name_tells_its_class():
    assert [("Westhaven Visitor Centre", "Centre"), ("Ministry of Tides", "Ministry")] == [cut(s) for s in cue_names(DOC, load())]


def test_a_noun_with_a_determiner_describes_a_thing_of_its_class():
    assert [("the old company", "Company")] == [cut(spot) for spot in nominals(DOC, load())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They passed the “Tide Recovery Strategy” today.", [("Tide Recovery Strategy", "PolicyDocument")]),
        ('She wrote "The Long Winter," a novel.', [("The Long Winter", "Work")]),
        ("She said “We opened it today.”", []),
        ("She called it “Great.”", []),
    ],
)
def test_a_quoted_title_is_a_work(text, expected):
    assert expected == [cut(spot, text) for spot in quoted_titles(text, load())]
