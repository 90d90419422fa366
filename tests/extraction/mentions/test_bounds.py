"""Where mentions begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kg.extraction.mentions.bounds import bounded, renewed, without_overlap
from kg.extraction.mentions.telling import titled
from kg.extraction.spot import Spot
from tests.extraction.parses import parsed


def cut(spot: Spot, text: str) -> tuple[str, str]:
    return text[spot.start : spot.end], spot.type


def test_of_two_names_that_overlap_the_surer_stays():
    sure, unsure, apart = Spot(0, 5, "name", "Person", 0.9), Spot(3, 9, "name", "City", 0.8), Spot(10, 12, "name", "City", 0.1)

    assert [sure, apart] == without_overlap([unsure, apart, sure])


def test_a_title_and_a_description_may_hold_a_name():
    name, title, described = Spot(0, 5, "name", "Company"), Spot(0, 9, "name", "Position"), Spot(0, 12, "nominal", "Person")

    assert sorted([name, title, described]) == without_overlap([described, title, name])


SPOTS = some.lists(
    some.builds(
        lambda start, length, kind, score: Spot(start, start + length, kind, "Person", score),
        some.integers(0, 20),
        some.integers(1, 8),
        some.sampled_from(["name", "pronoun"]),
        some.floats(0, 1),
    ),
    max_size=12,
)


@given(found=SPOTS)
@settings(deadline=None)
def test_what_is_left_does_not_overlap_and_is_left_again(found):
    kept = without_overlap(found)

    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert kept == without_overlap(kept)


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        ("the state-run agency", "state", "nominal"),
        ('The "Light" shines', "The", "name"),
        ("Norland's army", "Norland's", "nominal"),
        ("the 1988 prize", "1988", "name"),
    ],
)
def test_half_a_word_and_an_article_are_no_mentions(text, part, kind):
    at = text.index(part)

    assert not renewed([Spot(at, at + len(part), kind, "Organization")], text)


FIVE = parsed("""
the     DT  det    trucks
five    CD  nummod trucks
old     JJ  amod   trucks
trucks  NNS nsubj  burned
burned  VBD ROOT   burned burn
slowly  RB  advmod burned
""")


@pytest.mark.parametrize("found", ["trucks", "old trucks", "trucks burned", "old trucks burned slowly"])
def test_a_description_goes_from_its_determiner_to_its_noun(found):
    at = FIVE.text.index(found)

    assert ("the five old trucks", "Product") == cut(bounded(Spot(at, at + len(found), "nominal", "Product"), FIVE, FIVE.text), FIVE.text)


@pytest.mark.parametrize(("kind", "type_"), [("name", "Product"), ("nominal", "Position")])
def test_a_name_and_a_title_stay_as_they_are(kind, type_):
    spot = Spot(FIVE.text.index("trucks"), len(FIVE.text), kind, type_)

    assert spot == bounded(spot, FIVE, FIVE.text)


def test_a_name_has_all_its_initials():
    doc = parsed("Rep NNP compound Brook\nG.K. NNP compound Brook\nBrook NNP nsubj left\nleft VBD ROOT left leave")

    assert ("G.K. Brook", "Person") == cut(bounded(Spot(6, 14, "name", "Person"), doc, doc.text), doc.text)
    assert ("Rep", "Position") == cut(bounded(Spot(0, 6, "nominal", "Position"), doc, doc.text), doc.text)
    assert not titled(Spot(4, 6, "nominal", "Position"), doc, doc.text)


@pytest.mark.parametrize(("text", "expected"), [("New Acme chief left Acme", "Acme"), ("New York left Acme", "New York")])
def test_new_before_a_name_is_no_part_of_it_where_the_name_stands_without(text, expected):
    first = Spot(0, 8, "name", "Company")
    spots = renewed([first, Spot(text.rindex("Acme"), len(text), "name", "Company")], text)

    assert expected == text[spots[0].start : spots[0].end]


@pytest.mark.parametrize("text", ["Ada Brook und Leo Mill", "Ada Brook - Leo Mill"])
def test_two_people_are_no_one_person(text):

    assert ["Ada Brook", "Leo Mill"] == [text[s.start : s.end] for s in renewed([Spot(0, len(text), "name", "Person")], text)]
    assert 1 == len(renewed([Spot(0, len(text), "name", "Company")], text))


def test_the_home_office_is_an_office():
    text = "The Home office said"

    assert Spot(4, 15, "name", "Ministry") == bounded(
        Spot(4, 8, "name", "Ministry"),
        parsed("The DT det Home\nHome NNP compound office\noffice NN nsubj said\nsaid VBD ROOT said say"),
        text,
    )


@pytest.mark.parametrize(("begin", "end"), [(0, 2), (2, 4)])
def test_a_name_of_letters_with_dots_has_all_of_them(begin, end):
    doc = parsed("E.U. NNP nsubj met\nmet VBD ROOT met meet")

    assert Spot(0, 4, "name", "InternationalOrganization") == bounded(Spot(begin, end, "name", "InternationalOrganization"), doc, doc.text)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("according to The Harbour Times", "Harbour Times", "The Harbour Times"),
        ("Acme, The Harbour Times", "Harbour Times", "The Harbour Times"),
        ("courts in The Hague", "Hague", "The Hague"),
        ("He left. The Harbour Times", "Harbour Times", "Harbour Times"),
        ("Tides are high The Harbour Times", "Harbour Times", "Harbour Times"),
        ("efforts in The Netherlands", "Netherlands", "Netherlands"),
    ],
)
def test_a_capital_article_within_a_sentence_is_of_the_name(text, name, expected):
    at = text.index(name)
    doc = parsed("\n".join(f"{word} NNP dep {word}" for word in text.split()))

    assert expected == cut(bounded(Spot(at, at + len(name), "name", "Organization"), doc, text), text)[0]


def test_a_name_does_not_go_on_over_the_end_of_a_sentence():
    text = "They met Ada de Wit. De Wit left Sen. Leo Mill."
    found = [Spot(text.index(words), text.index(words) + len(words), "name", "Person") for words in ("Ada de Wit. De Wit", "Sen. Leo Mill")]

    assert ["Ada de Wit", "De Wit", "Sen. Leo Mill"] == [cut(spot, text)[0] for spot in renewed(found, text)]
