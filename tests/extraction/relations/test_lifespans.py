"""What brackets behind a name tell of its bearer's life."""

import pytest

from kg.extraction.relations.lifespans import lifespans
from kg.extraction.scene import scene
from kg.extraction.spot import Spot
from kg.model import Article
from kg.ontology import load
from tests.extraction.parses import parsed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("(born 1950)", [("bornOn", "1950")]),
        ("(b. 1950)", [("bornOn", "1950")]),
        ("(born October 7, 1948)", [("bornOn", "1948-10-07")]),
        ("(born 7 October 1948 in Bergen)", [("bornOn", "1948-10-07")]),
        ("(born Ada Reed; November 30, 1925)", [("bornOn", "1925-11-30")]),
        ("(Greek: Άδα, born 1948)", [("bornOn", "1948")]),
        ("(1815-1852)", [("bornOn", "1815"), ("diedOn", "1852")]),
        ("(20 June 1935 – 7 April 2017)", [("bornOn", "1935-06-20"), ("diedOn", "2017-04-07")]),
        ("(March 22, 1879 - January 11, 1957)", [("bornOn", "1879-03-22"), ("diedOn", "1957-01-11")]),
        ("(Norwegian: Åda; 1904–1942)", [("bornOn", "1904"), ("diedOn", "1942")]),
        ("(Bergen, 11 November 1879 – Oslo, 13 February 1945)", [("bornOn", "1879-11-11"), ("diedOn", "1945-02-13")]),
        ("(AY-da) (April 11, 1924 – June 21, 1977)", [("bornOn", "1924-04-11"), ("diedOn", "1977-06-21")]),
        ("(died 1706)", [("diedOn", "1706")]),
        ("(2001–2009)", []),
        ("(1939-)", []),
        ("(born c. 1951)", []),
        ("(founded 1978)", []),
        ("(43)", []),
    ],
)
def test_brackets_behind_a_person_tell_of_birth_and_death(words, expected):
    assert expected == [(s.property, s.object.lexical) for s in lifespans(_scene(f"Ada Byron {words} wrote.", "Person"))]


@pytest.mark.parametrize("words", ["(founded 1978)", "(est. 1978)", "(established in 1978)"])
def test_brackets_behind_a_body_tell_of_its_founding(words):
    assert [("foundedOn", "1978")] == [(s.property, s.object.lexical) for s in lifespans(_scene(f"Ada Byron {words} wrote.", "Company"))]


def _scene(text, class_):
    return scene(Article(text), parsed("Ada NNP ROOT Ada"), load(), [[Spot(0, 9, "name", class_)]])
