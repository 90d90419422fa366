"""Interviews and headlines with a name and a colon."""

from kg.extraction.scene import scene
from kg.extraction.speech.turns import turns
from kg.model import Article
from kg.ontology import load
from tests.extraction.parses import parsed, spots


def said(text: str, *names: str) -> list[tuple[str, str]]:
    article = Article(text)
    groups = [[spot] for spot in spots(text, dict.fromkeys(names, "Person"))]
    staged = scene(article, parsed("Ada NNP ROOT Ada"), load(), groups)
    return [(staged.things[s.speaker].label, text[s.span.start : s.span.end]) for s in turns(staged)]


def test_a_line_that_begins_with_a_name_and_a_colon_is_that_persons():
    text = "Ada Brook met us.\nBROOK: I would do it again.\nBrook: And so would you all."

    assert [("Ada Brook", "I would do it again."), ("Ada Brook", "And so would you all.")] == said(text, "Ada Brook")


def test_a_headline_may_be_somebodys_words():
    text = "Brook: the harbour will be closed\n\nAda Brook spoke on Monday."

    assert [("Ada Brook", "the harbour will be closed")] == said(text, "Ada Brook")


def test_a_line_of_somebody_unknown_or_of_two_is_nobodys():
    text = "Ada Brook met Ida Brook.\nBROOK: I would do it again.\nMILL: I would not do it again."

    assert [] == said(text, "Ada Brook", "Ida Brook")


def test_a_byline_is_no_speech():
    assert [] == said("Ada Brook: Oslo\nAda Brook wrote.", "Ada Brook")
