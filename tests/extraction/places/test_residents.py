"""Where people live by what is said of them."""

import pytest

from kg.extraction.places.residents import residents
from tests.extraction.parses import staged, told

NAMES = {"Ada Brook": "Person", "Bergen": "City"}
HEAD = "Ada NNP compound Brook\nBrook NNP nsubj left\n"
TAIL = "left VBD ROOT left leave"


@pytest.mark.parametrize(
    "between",
    [
        "of IN prep Brook",
        ", , punct Brook\nof IN prep Brook",
        ", , punct Brook\n43 CD appos Brook\n, , punct Brook\nof IN prep Brook",
        ", , punct Brook\n43 CD appos Brook\n, , punct Brook\nfrom IN prep Brook",
        "( -LRB- punct Brook\n43 CD appos Brook\n) -RRB- punct Brook\nof IN prep Brook",
        "( -LRB- punct Brook\n43 CD appos Brook\n) -RRB- punct Brook\n, , punct Brook\nfrom IN prep Brook",
    ],
)
def test_who_is_of_a_place_lives_there(between):
    scene = staged(f"{HEAD}{between}\nBergen NNP pobj {between.split()[-4]}\n{TAIL}", NAMES)

    assert [("Ada Brook", "livesIn", "Bergen")] == told(scene, residents(scene))


@pytest.mark.parametrize(
    ("between", "type_"),
    [
        ("of IN prep Brook", "Region"),
        ("from IN prep left", "City"),
        ("of IN prep Brook", "Company"),
        (", , punct Brook\n430 CD appos Brook\n, , punct Brook\nof IN prep Brook", "City"),
    ],
)
def test_who_is_elected_for_a_region_or_comes_from_a_place_is_not_said_to_live_there(between, type_):
    scene = staged(f"{HEAD}{between}\nBergen NNP pobj {between.split()[-4]}\n{TAIL}", NAMES | {"Bergen": type_})

    assert [] == told(scene, residents(scene))


def test_who_holds_an_office_of_a_place_is_not_said_to_live_there():
    scene = staged(f"Mayor NNP compound Brook\n{HEAD}of IN prep Brook\nBergen NNP pobj of\n{TAIL}", NAMES | {"Mayor": "Position"})

    assert [] == told(scene, residents(scene))


@pytest.mark.parametrize(
    "table",
    [
        f"Bergen NNP compound lawyer\nlawyer NN compound Brook\n{HEAD}{TAIL}",
        f"{HEAD}, , punct Brook\na DT det lawyer\nBergen NNP compound lawyer\nlawyer NN appos Brook\n{TAIL}",
        f"{HEAD}, , punct Brook\na DT det resident\nresident NN appos Brook\nof IN prep resident\nBergen NNP pobj of\n{TAIL}",
        "Ada NNP compound Brook\nBrook NNP nsubj is\nis VBZ ROOT is be\na DT det lawyer\nBergen NNP compound lawyer\nlawyer NN attr is",
    ],
)
def test_who_is_called_by_a_place_lives_there(table):
    scene = staged(table, NAMES)

    assert [("Ada Brook", "livesIn", "Bergen")] == told(scene, residents(scene))


@pytest.mark.parametrize("noun", ["bomber", "chief"])
def test_who_did_something_at_a_place_is_not_said_to_live_there(noun):
    scene = staged(f"Bergen NNP compound {noun}\n{noun} NN compound Brook\n{HEAD}{TAIL}", NAMES)

    assert [] == told(scene, residents(scene))


def test_residents_without_a_name_live_there():
    scene = staged(
        f"Residents NNS nsubj left resident\nof IN prep Residents\nBergen NNP pobj of\n{TAIL}",
        {"Bergen": "City"},
        described={"Residents": "Group"},
    )

    assert [("Residents", "livesIn", "Bergen")] == told(scene, residents(scene))
