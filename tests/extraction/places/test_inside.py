"""Places that the words put inside others."""

import pytest

from kg.extraction.places.inside import inside
from tests.extraction.parses import staged, told

IN = """
{0}   NNP pobj at
in    IN  prep {0}
{1}   NNP pobj in
"""


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("City", "Country", [("Bergen", "locatedIn", "Norway")]),
        ("Region", "Region", [("Bergen", "locatedIn", "Norway")]),
        ("Facility", "City", [("Bergen", "locatedIn", "Norway")]),
        ("City", "City", []),
        ("Country", "Region", []),
        ("Region", "City", []),
        ("Event", "City", []),
    ],
)
def test_a_place_lies_in_a_larger_one(inner, outer, expected):
    scene = staged("at IN ROOT at" + IN.format("Bergen", "Norway"), {"Bergen": inner, "Norway": outer})

    assert expected == told(scene, inside(scene))


LIST = """
at      IN  ROOT at
Aston   NNP pobj at
,       ,   punct Aston
Bolt    NNP conj Aston
and     CC  cc   Bolt
Cray    NNP conj Bolt
in      IN  prep Cray
Texas   NNP pobj in
"""


def test_several_places_lie_in_the_one_that_ends_their_list():
    scene = staged(LIST, {"Aston": "City", "Bolt": "City", "Cray": "City", "Texas": "Region"})

    assert ["Aston", "Bolt", "Cray"] == [place for place, _, _ in told(scene, inside(scene))]


def test_of_two_places_only_the_last_lies_there():
    scene = staged(LIST.replace("Aston   NNP pobj at\n,       ,   punct Aston\nBolt    NNP conj Aston", "Bolt NNP pobj at"), {
        "Bolt": "City", "Cray": "City", "Texas": "Region",
    })  # fmt: skip

    assert ["Cray"] == [place for place, _, _ in told(scene, inside(scene))]


def test_a_place_is_of_the_one_that_has_it():
    scene = staged("in IN ROOT in\nTexas NNP poss Cray\n's POS case Texas\nCray NNP pobj in", {"Cray": "City", "Texas": "Region"})

    assert [("Cray", "locatedIn", "Texas")] == told(scene, inside(scene))
