"""What a court finds and gives."""

import pytest

from kg.extraction.events.trials import trials
from tests.extraction.parses import staged, told

CONVICTED = """
Ada       NNP nsubjpass convicted
was       VBD auxpass   convicted be
convicted VBN ROOT      convicted convict
of        IN  prep      convicted
fraud     NN  pobj      of
and       CC  cc        convicted
sentenced VBD conj      convicted sentence
to        IN  prep      sentenced
death     NN  pobj      to
"""

DENIED = """
Leo       NNP nsubj     denied
denied    VBD ROOT      denied    deny
that      IN  mark      convicted
Ada       NNP nsubjpass convicted
was       VBD auxpass   convicted be
convicted VBN ccomp     denied    convict
of        IN  prep      convicted
fraud     NN  pobj      of
"""


def test_what_somebody_is_convicted_of_and_sentenced_to():
    scene = staged(CONVICTED, {"Ada": "Person"})

    assert [("Ada", "convictedOf", "topic Fraud"), ("Ada", "sentencedTo", "topic Death")] == told(scene, trials(scene))


@pytest.mark.parametrize(("class_", "expected"), [("Person", ["Denied"]), ("Company", [])])
def test_a_conviction_is_told_once_and_as_far_as_its_own_clause_commits_itself(class_, expected):
    scene = staged(DENIED, {"Ada": class_, "Leo": "Person"})

    assert expected == [s.modality for s in trials(scene)]
