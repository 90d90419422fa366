"""Days of birth, death and founding."""

import pytest

from kg.extraction.lives import lives
from kg.extraction.times import times
from tests.extraction.parses import staged, told

BORN = """
Ada   NNP nsubjpass born
was   VBD auxpass   born be
born  VBN ROOT      born bear
in    IN  prep      born
1950  CD  pobj      in
"""
DIED = """
Ada    NNP nsubj died
died   VBD ROOT  died die
on     IN  prep  died
Monday NNP pobj  on
"""
FOUNDED = BORN.replace("born", "founded").replace("bear", "found")


def days(table: str, type_: str = "Person") -> list[tuple[str, str, str]]:
    scene = staged(table, {"Ada": type_}, date="2024-03-05")
    return told(scene, lives(scene, times(scene.article.text, "2024-03-05")))


def test_the_verb_tells_what_day_it_is():
    assert [("Ada", "bornOn", "1950")] == days(BORN)
    assert [("Ada", "diedOn", "2024-03-04")] == days(DIED)
    assert [("Ada", "foundedOn", "1950")] == days(FOUNDED, "Company")


def test_only_persons_are_born_and_die_and_only_bodies_are_founded():
    assert [] == days(BORN, "Company") + days(DIED, "LegalAct") + days(FOUNDED, "Person")


def test_who_bears_something_is_not_born():
    assert [] == days(BORN.replace("was   VBD auxpass   born be\n", "").replace("VBN", "VBD").replace("nsubjpass", "nsubj"))


def bracketed(words: str) -> list[tuple[str, str, str]]:
    rows = "\n".join(f"{word} NN dep sang" for word in words.split())
    scene = staged(f"Ada NNP nsubj sang\n( -LRB- punct sang\n{rows}\n) -RRB- punct sang\nsang VBD ROOT sang sing", {"Ada": "Person"})
    return told(scene, lives(scene, []))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1815–1852", [("bornOn", "1815"), ("diedOn", "1852")]),
        ("10 December 1815 – 27 November 1852", [("bornOn", "1815-12-10"), ("diedOn", "1852-11-27")]),
        ("born 1840", [("bornOn", "1840")]),
        ("born May 3, 1950", [("bornOn", "1950-05-03")]),
        ("2009–2017", []),
        ("1840", []),
        ("Leeds – York", []),
        ("aged 36", []),
    ],
)
def test_brackets_after_a_name_tell_a_life_but_no_term_of_office(words, expected):
    assert expected == [(name, day) for _, name, day in bracketed(words)]
