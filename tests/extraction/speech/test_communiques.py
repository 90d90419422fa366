"""Statements and what stands after 'X said:', without quotation marks."""

import pytest

from kg.extraction.scene import scene
from kg.extraction.speech.communiques import communiques
from kg.extraction.spot import Spot
from kg.model import Article
from kg.ontology import load
from tests.extraction.parses import parsed, spots, staged

BODY = "We have waited long.\n\nToday our country has an agreement, and I thank Halden Rotor."


def said(text: str, **names: str) -> list[tuple[str, str]]:
    """Speaker and words; the names are of persons, `office` is a position."""
    groups = [[spot] for spot in spots(text, {name: "Position" if key == "office" else "Person" for key, name in names.items()})]
    made = scene(Article(text), parsed("Ada NNP ROOT Ada"), load(), groups)
    return [(made.things[s.speaker].label, text[s.span.start : s.span.end]) for s in communiques(made)]


@pytest.mark.parametrize(
    "headline",
    ["Statement by President Ada Brook on the Rotor Act", "Statement from Ada Brook", "Joint Statement of Ada Brook Ahead of the Vote"],
)
def test_the_body_under_the_headline_of_a_statement_is_its_speakers(headline):
    assert [("Ada Brook", BODY)] == said(f"{headline}\n\n{BODY}\n", one="Ada Brook")


def test_an_office_may_make_a_statement():
    assert [("President", BODY)] == said(f"Statement from the President on the Rotor Act\n\n{BODY}", office="President")


def test_a_letter_is_the_words_of_who_signs_it():
    text = f"Message to the Assembly on the Rotor Act\n\n{BODY}\n\nADA BROOK\n\nThe Red House, 1 March 2026."

    assert [("Ada Brook", BODY)] == said(text, one="ADA BROOK")


@pytest.mark.parametrize(
    "text",
    [
        f"Statement by Ada Brook angers unions\n\n{BODY}",
        f"President thanks Halden Rotor\n\n{BODY}",
        "Statement by Ada Brook on the Rotor Act\n\nThe President met the unions on Monday.",
        f'Statement by Ada Brook on the Rotor Act\n\n{BODY}\n\n"We do not," said Leo Mill.',
    ],
)
def test_news_of_a_statement_is_no_speech(text):
    assert [] == said(text, one="Ada Brook") if "Ada" in text else [] == said(text)


LINES = """
Brook    NNP  nsubj    said
said     VBD  ROOT     said     say
:        :    punct    said
We       PRP  nsubj    welcome
welcome  VBP  ROOT     welcome
"""
"""Only the first line is looked at."""

AFTER_COLON = """
Brook    NNP  nsubj    said
said     VBD  ROOT     said     say
:        :    punct    said
We       PRP  nsubj    welcome
welcome  VBP  ROOT     welcome
the      DT   det      treaty
new      JJ   amod     treaty
treaty   NN   dobj     welcome
.        .    punct    welcome
"""


def test_what_stands_after_said_and_a_colon_is_speech():
    made = staged(AFTER_COLON, {"Brook": "Person"})

    assert [("Brook", "We welcome the new treaty.")] == [
        (made.things[s.speaker].label, made.article.text[s.span.start : s.span.end]) for s in communiques(made)
    ]


def test_paragraphs_after_said_and_a_colon_go_on_until_the_speaker_is_spoken_of():
    text = "Brook said: \n\nWe welcome the new treaty.\n\nIt was hard to reach.\n\nBrook then left for Oslo."
    brook = [Spot(at, at + 5, "name", "Person") for at in (0, text.rindex("Brook"))]
    made = scene(Article(text), parsed(LINES), load(), [brook])

    assert ["We welcome the new treaty.\n\nIt was hard to reach."] == [text[s.span.start : s.span.end] for s in communiques(made)]


def test_a_hundred_thousand_empty_lines_take_no_longer_than_they_should():
    empty = "\n" * 100_000

    assert [] == said(f"Ada Brook said:{empty}we", one="Ada Brook")
    assert [] == said(f"Statement on the Act\n{empty}we, Ada Brook, we x", one="Ada Brook")
