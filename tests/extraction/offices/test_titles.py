"""Titles of offices in the text."""

import pytest

from kg.extraction.offices.titles import titles
from kg.ontology import load
from tests.extraction.parses import parsed


def found(table: str) -> list[tuple[str, str, bool, bool]]:
    doc = parsed(table)
    return [(doc[t.start : t.end].text, t.role, t.former, t.plural) for t in titles(doc, load())]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["director NN"], ("director", "director", False, False)),
        (["directors NNS"], ("directors", "director", False, True)),
        (["Prime NNP", "Minister NNP"], ("Prime Minister", "prime minister", False, False)),
        (["acting JJ", "vice NN", "chairman NN"], ("vice chairman", "chairman", False, False)),
        (["junior JJ", "finance NN", "minister NN"], ("junior finance minister", "minister", False, False)),
        (["deputy JJ", "parliamentary JJ", "leader NN"], ("deputy parliamentary leader", "leader", False, False)),
        (["editor NN", "- HYPH", "in IN", "- HYPH", "chief NN"], ("editor - in - chief", "editor-in-chief", False, False)),
        (["former JJ", "president NN"], ("president", "president", True, False)),
        (["acting JJ", "president NN"], ("president", "president", False, False)),
        (["then RB", "chief JJ", "executive NN"], ("chief executive", "chief executive", True, False)),
        (["Minister NNP", "of IN", "Foreign NNP", "Affairs NNPS"], ("Minister of Foreign Affairs", "minister", False, False)),
        (["Minister NNP", "of IN", "Norway NNP"], ("Minister", "minister", False, False)),
        (["special JJ", "envoy NN", "for IN", "Norway NNP"], ("special envoy for Norway", "special envoy", False, False)),
        (["consul NN", "for IN", "Norway NNP"], ("consul", "consul", False, False)),
        (["Gov. NNP"], ("Gov.", "gov.", False, False)),
    ],
)
def test_a_title_is_its_noun_with_its_field_and_rank(rows, expected):
    last = rows[-1].split()[0]

    assert [expected] == found("\n".join(f"{row} {'ROOT' if row == rows[-1] else 'dep'} {last}" for row in rows))


def test_a_verb_of_that_form_is_no_title():
    assert [] == found("They PRP nsubj chair\nchair VBP ROOT chair\nit PRP dobj chair")


def test_a_board_of_directors_is_no_director():
    assert [] == found("The DT det board\nboard NN nsubj met\nof IN prep board\ndirectors NNS pobj of\nmet VBD ROOT met meet")


def test_each_noun_is_in_one_title():
    table = "The DT det director\ndirector NN nsubj met\nmet VBD ROOT met\nthe DT det minister\nminister NN dobj met"

    assert ["director", "minister"] == [title for title, _, _, _ in found(table)]


def test_a_title_word_before_another_title_describes_it():
    table = "Chief NNP compound Superintendent\nSuperintendent NNP compound Ek\nEk NNP nsubj spoke\nspoke VBD ROOT spoke speak"

    assert ["superintendent"] == [title.role for title in titles(parsed(table), load())]


def test_who_rules_everything_rules_no_field():
    rows = ["president NN dobj blames", "for IN prep blames", "blast NN pobj for"]

    assert [("president", "president", False, False)] == found("\n".join(["Ada NNP nsubj blames", "blames VBZ ROOT blames blame", *rows]))
