"""'(D-Wis.)' behind a name: a party and a state."""

import pytest

from kg.extraction.mentions.party_tags import same_party, tags, with_tags
from kg.extraction.offices.tagged import tagged
from kg.extraction.spot import Spot
from tests.extraction.parses import staged, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rep. Ada Byron (D-Wis.) left", ("D", "Wis.")),
        ("Sen. Ada Byron, R-Utah, left", ("R", "Utah")),
        ("Ada Byron (R-TN) left", ("R", "TN")),
        ("Ada Byron (D-N.Y.) left", ("D", "N.Y.")),
        ("Ada Byron (D-New York) left", ("D", "New York")),
        ("Ada Byron (R Georgia) left", ("R", "Georgia")),
    ],
)
def test_a_tag_has_a_party_and_a_state(text, expected):
    ((_, party, state),) = tags(text)

    assert expected == (text[party.start : party.end], text[state.start : state.end])


@pytest.mark.parametrize("text", ["the unit (D-32) left", "Ada (D-Day) left", "vitamin, D-Leeds,", "Ada Byron (R-Leeds) left"])
def test_what_names_no_state_is_no_tag(text):
    assert [] == list(tags(text))


def test_in_a_tag_only_the_party_and_the_state_are_mentioned():
    text = "Ada Byron (D-Wis.) left"
    spots = [Spot(0, 9, "name", "Person"), Spot(11, 16, "name", "PoliticalParty")]

    assert [(0, 9, "Person"), (11, 12, "PoliticalParty"), (13, 17, "Region")] == [(s.start, s.end, s.type) for s in with_tags(spots, text)]


def test_who_is_named_before_the_tag_is_of_that_party_and_state():
    table = "Ada NNP nsubj left\n( -LRB- punct Ada\nD-Ohio NNP appos Ada\n) -RRB- punct Ada\nleft VBD ROOT left leave"
    scene = staged(table, {"Ada": "Person", "D": "PoliticalParty", "Ohio": "Region"})

    assert [("Ada", "electedFor", "Ohio"), ("Ada", "memberOf", "Democratic Party")] == told(scene, tagged(scene))


def test_the_letter_is_the_party_that_the_article_names():
    text = "Democrats met Ada (D-Ohio) and the GOP."
    spots = [Spot(at, at + len(said), "name", "PoliticalParty") for said in ("Democrats", "D", "GOP") for at in [text.rindex(said)]]

    assert {(0, 0), (0, 1), (2, 2)} == set(same_party(spots, text))
