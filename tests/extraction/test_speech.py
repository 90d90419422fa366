"""Speech in the article's own words that no clause with 'that' gives: put into a sentence, asked for, promised."""

import pytest

from kg.extraction.quotes import sayings
from tests.extraction.parses import staged

PUT_IN = """
The      DT    det      mill
mill     NN    nsubj    was
was      VBD   ROOT     was      be
old      JJ    acomp    was
,        ,     punct    said
Leo      NNP   nsubj    said
said     VBD   parataxis was     say
,        ,     punct    said
until    IN    mark     burnt
it       PRP   nsubj    burnt
burnt    VBD   advcl    was      burn
.        .     punct    was
"""

SET_OFF = """
Even     RB    advmod   fails
if       IN    mark     fails
it       PRP   nsubj    fails
fails    VBZ   advcl    said     fail
,        ,     punct    said
Leo      NNP   nsubj    said
said     VBD   ROOT     said     say
,        ,     punct    helped
it       PRP   nsubj    helped
helped   VBD   ccomp    said     help
.        .     punct    said
"""

URGED = """
Leo      NNP   nsubj    urged
urged    VBD   ROOT     urged    urge
people   NNS   dobj     urged
to       TO    aux      stay
stay     VB    xcomp    urged
.        .     punct    urged
"""

CALLED_ON = """
Leo      NNP   nsubj    called
called   VBD   ROOT     called   call
on       IN    prep     called
people   NNS   pobj     on
to       TO    aux      stay
stay     VB    xcomp    called
.        .     punct    called
"""

PROMISED = """
Leo      NNP   nsubj    promised
promised VBD   ROOT     promised promise
to       TO    aux      stay
stay     VB    xcomp    promised
.        .     punct    promised
"""

WAS_ASKED = """
Leo      NNP   nsubjpass asked
was      VBD   auxpass  asked    be
asked    VBN   ROOT     asked    ask
to       TO    aux      stay
stay     VB    xcomp    asked
.        .     punct    asked
"""

TRIED = """
Leo      NNP   nsubj    tried
tried    VBD   ROOT     tried    try
to       TO    aux      stay
stay     VB    xcomp    tried
.        .     punct    tried
"""


def said(table: str) -> list[str]:
    scene = staged(table, {"Leo": "Person"})
    return [scene.article.text[s.span.start : s.span.end] for s in sayings(scene) if scene.things[s.speaker].type == "Person"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (PUT_IN, "The mill was old, Leo said, until it burnt"),
        (SET_OFF, "Even if it fails, Leo said, it helped"),
        (URGED, "people to stay"),
        (CALLED_ON, "people to stay"),
        (PROMISED, "to stay"),
    ],
)
def test_what_is_said_is_found(table, expected):
    assert [expected] == said(table)


@pytest.mark.parametrize("table", [WAS_ASKED, TRIED])
def test_who_is_asked_or_tries_says_nothing(table):
    assert [] == said(table)
