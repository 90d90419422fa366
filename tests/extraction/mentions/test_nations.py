"""Which countries a name tells of."""

from kg.extraction.mentions.nations import private


def test_a_chamber_of_commerce_is_no_states_whatever_country_its_name_tells():
    assert private("Norwegian Chamber of Commerce") and not private("Norwegian Ministry of Commerce")
