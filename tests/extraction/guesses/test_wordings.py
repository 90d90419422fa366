"""What the words of the evidence say against a guess, or instead of it."""

import pytest

from kg.extraction.guesses.wordings import against, deals_with, former, instead, national, of_origin, prior


@pytest.mark.parametrize(
    ("property_", "said", "expected"),
    [
        ("worksFor", "users of Acme", True),
        ("worksFor", "engineers of Acme", False),
        ("acquires", "Acme bought a 20 percent stake in Bolt", True),
        ("acquires", "Acme bought a majority stake in Bolt", False),
        ("producedBy", "Acme bought the app", True),
        ("producedBy", "Acme made the app", False),
        ("formerlyWorkedFor", "who before joining Acme", True),
        ("cooperatesWith", "Acme met Bolt", True),
        ("cooperatesWith", "Acme met its partner Bolt", False),
        ("participatesIn", "Ada will boycott the opening", True),
        ("participatesIn", "Ada will attend the opening", False),
        ("bornIn", "users of Acme", False),
        ("basedIn", "Acme, which is listed in Oslo", True),
        ("basedIn", "Acme, a maker in Oslo", False),
    ],
)
def test_some_words_speak_against_a_property(property_, said, expected):
    assert expected is against(property_, said, said)


@pytest.mark.parametrize(
    ("property_", "said", "expected"),
    [
        ("coachOf", "Acme captain Ada Brook", "playsFor"),
        ("coachOf", "Acme's homegrown Ada Brook", "memberOf"),
        ("coachOf", "Acme coach Ada Brook", ""),
        ("capitalOf", "the Norland city of Halm", "locatedIn"),
        ("capitalOf", "Halm, the capital of Norland", ""),
        ("educatedAt", "lectures at Acme", "worksFor"),
        ("educatedAt", "studied at Acme under a professor", ""),
        ("spokespersonOf", "Ada Brook of Acme", "worksFor"),
        ("chairOf", "Acme director Ada Brook", "headOf"),
        ("livesIn", "Ada Brook of Acme", ""),
    ],
)
def test_some_words_say_another_property(property_, said, expected):
    assert expected == instead(property_, said, said)


@pytest.mark.parametrize("before", ["the former ", "then-", "Ada Brook, a former director of ", "resigned as head of the "])
def test_such_words_make_past_what_follows(before):
    assert former(before)


def test_a_clause_of_what_came_later_is_told_from_what_it_came_after():
    assert "Prior to joining Acme," == prior("Prior to joining Acme, she worked for Bolt.")
    assert "" == prior("Acme hired her before joining Bolt, she said.")


def test_born_and_based_are_no_citizenship():
    assert ("bornIn", "livesIn", "") == (of_origin("-born"), of_origin("-based"), of_origin(" poet"))


def test_other_words_are_told_apart():
    assert deals_with("-Japan specialist")
    assert national("the state-owned bank") and not national("a bank of Norland")


@pytest.mark.parametrize(("said", "barred"), [("Ada Byron succeeded Leo Mill", True), ("Ada Byron married Leo Mill", False)])
def test_nobody_is_kin_without_a_word_of_it(said, barred):
    assert barred is against("spouseOf", said, said)


def test_who_sits_on_a_board_does_not_head_the_company():
    assert against("headOf", "Ada Byron, a board member of Acme", "")


def test_a_captain_chairs_nothing():
    assert against("chairOf", "Rovers captain Ada Byron", "Rovers captain Ada Byron scored")
    assert not against("chairOf", "Ada Byron chairs Acme", "Ada Byron chairs Acme")
