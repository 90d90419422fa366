"""Which names that look like a person's are not."""

import re

import pytest

from kg.extraction.gazetteer import key
from kg.extraction.mentions.mistaken import mistaken
from kg.extraction.spot import Spot


def told(text: str, *names: str) -> dict[str, str]:
    spots = [Spot(m.start(), m.end(), "name", "Person") for name in names for m in re.finditer(name, text)]
    return mistaken(spots, text, {key(name): "Person" for name in names})


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Vandel were relegated in May.", "Vandel", "Organization"),
        ("The cup went to Vandel goalkeeper Ada Brook.", "Vandel", "Organization"),
        ("Vandel coach Ada Brook resigned.", "Vandel", "Organization"),
        ("It follows a 2-1 win over Vandel.", "Vandel", "Organization"),
        ("The drug is made by Tolva Kemi, which holds the rights.", "Tolva Kemi", "Organization"),
        ("The drug is made by the company Vandel.", "Vandel", "Company"),
        ("She bought it from chipmaker Vandel.", "Vandel", "Company"),
        ("Two men were shot in Vandel on Monday.", "Vandel", "City"),
    ],
)
def test_words_around_a_name_tell_that_it_is_nobodys(text, name, expected):
    assert {key(name): expected} == told(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "Leo Mill and Vandel were arrested.",
        "He would stay if Vandel were to resign.",
        "Voters have little confidence in Vandel.",
        "Both believed in Vandel and his plan.",
        "Vandel, which surprised nobody, was late.",
        "It was shown in Vandel. Vandel said no more.",
        "Mr. Vandel were the words on the door.",
        "Vandel, 51, was shot in Vandel.",
        "The president has an ally in Vandel.",
        "It was her first victory over Vandel.",
        "She took a 6-3, 6-4 win over Vandel.",
    ],
)
def test_who_may_be_somebody_stays_so(text):
    assert {} == told(text, "Vandel")


def test_a_part_of_somebodys_full_name_is_that_persons():
    assert {} == told("Ada Vandel left. Rumours in Vandel on Monday said more.", "Ada Vandel", "Vandel")
