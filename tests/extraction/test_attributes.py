"""The attribute ruler's plain rules by look-up."""

import spacy
from spacy.tokens import Doc

from kg.extraction.pipeline import ENGLISH, english
from tests.conftest import ROOT

_ODD = "It ain't gonna work; y'all c'mon, let's go. She'd gone, he'll do nothin' for 'em. There's one.\n\nThey've got it, but don't say so."


def _said(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, str(t.morph)) for t in doc]


def test_what_is_looked_up_is_what_the_packaged_ruler_says() -> None:
    packaged, ours = spacy.load(ENGLISH, exclude=["ner"]), english(ner=False)
    packaged.add_pipe("newsgraph_paragraphs", before="parser")
    for text in [_ODD, *(f.read_text(encoding="utf-8") for f in sorted((ROOT / "examples").glob("*.txt")))]:
        assert _said(ours(text)) == _said(packaged(text))


def test_the_ruler_keeps_only_the_rules_that_ask_for_more_than_what_is_looked_up() -> None:
    packaged, ours = spacy.load(ENGLISH), english(ner=True)
    left, all_ = (len(nlp.get_pipe("attribute_ruler").patterns) for nlp in (ours, packaged))
    assert 0 < left < all_ / 10
