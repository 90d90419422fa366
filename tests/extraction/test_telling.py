"""Which words can refer, and which can be a title."""

import pytest

from kg.extraction.spot import Spot
from kg.extraction.telling import telling


@pytest.mark.parametrize(("words", "expected"), [("South African counterpart", False), ("colleague", False), ("prime minister", True)])
def test_a_counterpart_holds_no_office_of_that_name(words, expected):
    assert expected is telling(Spot(0, len(words), "nominal", "Position"), words)


def test_who_is_not_of_a_country_names_it_not():
    assert not telling(Spot(4, 11, "name", "Country"), "non-British directors")
    assert telling(Spot(0, 7, "name", "Country"), "British directors")
