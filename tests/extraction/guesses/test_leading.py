"""Words that say who leads."""

import pytest

from kg.extraction.guesses.leading import in_office, leads, runs


@pytest.mark.parametrize("words", ["head of", "the founder of", "co-chairs", "managing editor", "runs", "General Ada Brook"])
def test_such_words_say_that_somebody_leads(words):
    assert leads(words)


@pytest.mark.parametrize(
    "words", ["a member of", "deputy leader", "deputy party leader", "found that", "managed to", "the general election", "an executive of"]
)
def test_such_words_do_not(words):
    assert not leads(words)


@pytest.mark.parametrize("words", ["Prime Minister", "the king", "chancellor"])
def test_a_minister_leads_bodies_of_a_state_only(words):
    assert leads(words, state=True)
    assert not leads(words)


@pytest.mark.parametrize(
    ("property_", "words", "expected"),
    [
        ("headOfState", "the emir", True),
        ("headOfState", "the chancellor", False),
        ("headOfState", "the presidential palace", False),
        ("headOfGovernment", "premier", True),
        ("ministerOf", "the treasury secretary", True),
        ("ministerOf", "the judge", False),
    ],
)
def test_an_office_of_a_state_has_its_own_words(property_, words, expected):
    assert expected == in_office(property_, words)


def test_a_candidate_only_runs():
    assert runs("the party's candidate")
    assert not runs("the party's leader")
