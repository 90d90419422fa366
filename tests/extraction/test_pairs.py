"""What the reader model's guess about two things says beside the property: in which words, and whether it is so."""

import pytest

from kg.extraction.pairs import _no_organ, _statement
from kg.extraction.scene import fact
from kg.model import Span
from tests.extraction.parses import staged

KEPT = """
Leo     NNP nsubj kept
kept    VBD ROOT  kept keep
Acme    NNP dobj  kept
from    IN  prep  kept
buying  VBG pcomp from buy
Otter   NNP dobj  buying
.       .   punct kept
"""

BOUGHT = """
Acme    NNP nsubj  bought
bought  VBD ROOT   bought buy
Otter   NNP dobj   bought
from    IN  prep   bought
Leo     NNP pobj   from
.       .   punct  bought
"""

PROFITS = """
Acme    NNP nsubj   profits
profits VBZ ROOT    profits profit
from    IN  prep    profits
buying  VBG pcomp   from buy
Otter   NNP dobj    buying
for     IN  prep    buying
Leo     NNP pobj    for
.       .   punct   profits
"""


@pytest.mark.parametrize(("table", "modality"), [(KEPT, "Denied"), (BOUGHT, "Actual"), (PROFITS, "Actual")])
def test_what_somebody_is_kept_from_doing_is_denied(table, modality):
    scene = staged(table, {"Leo": "Person", "Acme": "Company", "Otter": "Company"})
    things = {scene.article.text[t.spots[0].start : t.spots[0].end]: t for t in scene.things.values()}
    acme, otter = things["Acme"], things["Otter"]

    assert modality == _statement(scene, acme, otter, "acquires", acme.spots[0], otter.spots[0], "Actual").modality


@pytest.mark.parametrize(
    ("type_", "left_out"), [("MediaOrganization", True), ("Company", True), ("InternationalOrganization", True), ("GovernmentBody", False)]
)
def test_a_newspaper_or_a_company_is_no_body_of_a_state(type_, left_out):
    scene = staged(BOUGHT, {"Acme": type_, "Otter": "Country"})
    acme, otter = scene.things

    assert left_out == _no_organ(scene, fact(acme, "governmentBodyOf", otter, Span(0, 4), rule="reader-governmentBodyOf"))
