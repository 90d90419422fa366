"""What reporting verbs and nouns give as said: clauses, judgements, what is stressed."""

import pytest

from kg.extraction.speech.quotes import sayings
from tests.extraction.parses import staged

TOLD_A_MEETING = """
Leo      NNP   nsubj    told
told     VBD   ROOT     told     tell
a        DT    det      meeting
meeting  NN    dobj     told
of       IN    prep     meeting
masons   NNS   pobj     of       mason
that     IN    mark     fell
it       PRP   nsubj    fell
fell     VBD   acl      masons   fall
.        .     punct    told
"""

TO_THE_POINT = """
Leo      NNP   nsubj    complained
complained VBD ROOT     complained complain
to       IN    prep     complained
the      DT    det      point
point    NN    pobj     to
that     IN    mark     left
they     PRP   nsubj    left
left     VBD   acl      point    leave
.        .     punct    complained
"""

SHOULD_IT_FALL = """
Should   MD    aux      fall
it       PRP   nsubj    fall
fall     VB    ccomp    fears
,        ,     punct    fears
Leo      NNP   nsubj    fears
fears    VBZ   ROOT     fears    fear
that     IN    mark     close
they     PRP   nsubj    close
close    VBP   ccomp    fears
.        .     punct    fears
"""

CALLED = """
Leo      NNP   nsubj    called
called   VBD   ROOT     called   call
the      DT    det      mill
mill     NN    dobj     called
a        DT    det      ruin
ruin     NN    oprd     called
.        .     punct    called
"""

CALLED_OFF = """
Leo      NNP   nsubj    called
called   VBD   ROOT     called   call
the      DT    det      smith
smith    NN    dobj     called
in       IN    prep     called
spring   NN    pobj     in
.        .     punct    called
"""

ACCUSED = """
Leo      NNP   nsubj    accused
accused  VBD   ROOT     accused  accuse
the      DT    det      smith
smith    NN    dobj     accused
of       IN    prep     accused
lying    VBG   pcomp    of       lie
.        .     punct    accused
"""

STRESSED = """
Leo      NNP   nsubj    stressed
stressed VBD   ROOT     stressed stress
the      DT    det      need
need     NN    dobj     stressed
for      IN    prep     need
mills    NNS   pobj     for      mill
.        .     punct    stressed
"""

STRESSED_IT = """
Leo      NNP   nsubj    stressed
stressed VBD   ROOT     stressed stress
the      DT    det      point
point    NN    dobj     stressed
.        .     punct    stressed
"""

PROMISED = """
Leo      NNP   nsubj    promised
promised VBD   ROOT     promised promise
the      DT    det      repair
repair   NN    dobj     promised
of       IN    prep     repair
mills    NNS   pobj     of       mill
.        .     punct    promised
"""

HIS_CLAIM = """
Nobody   NN    nsubj    heard
heard    VBD   ROOT     heard    hear
Leo      NNP   poss     claim
's       POS   case     Leo
claim    NN    dobj     heard
that     IN    mark     fell
it       PRP   nsubj    fell
fell     VBD   acl      claim    fall
.        .     punct    heard
"""

A_CLAIM_BY = """
Nobody   NN    nsubj    heard
heard    VBD   ROOT     heard    hear
a        DT    det      claim
claim    NN    dobj     heard
by       IN    prep     claim
Leo      NNP   pobj     by
that     IN    mark     fell
it       PRP   nsubj    fell
fell     VBD   acl      claim    fall
.        .     punct    heard
"""

NOBODYS_CLAIM = """
Leo      NNP   nsubj    heard
heard    VBD   ROOT     heard    hear
the      DT    det      claim
claim    NN    dobj     heard
that     IN    mark     fell
it       PRP   nsubj    fell
fell     VBD   acl      claim    fall
.        .     punct    heard
"""

A_COURT_RULED = """
Leo      NNP   nsubj    ruled
ruled    VBD   ROOT     ruled    rule
that     IN    mark     fell
it       PRP   nsubj    fell
fell     VBD   ccomp    ruled    fall
.        .     punct    ruled
"""


def said(table: str) -> list[str]:
    scene = staged(table, {"Leo": "Person"})
    return [scene.article.text[s.span.start : s.span.end] for s in sayings(scene)]


def test_a_clause_that_hangs_on_the_hearers_is_told():
    assert ["it fell"] == said(TOLD_A_MEETING)


def test_a_clause_that_says_how_far_somebody_went_is_not_told():
    assert [] == said(TO_THE_POINT)


def test_of_a_clause_before_the_verb_and_one_after_it_the_one_after_is_told():
    assert ["they close"] == said(SHOULD_IT_FALL)


@pytest.mark.parametrize(("table", "expected"), [(CALLED, "the mill a ruin"), (ACCUSED, "the smith of lying")])
def test_what_somebody_calls_something_or_accuses_it_of_is_said(table, expected):
    assert [expected] == said(table)


def test_whom_somebody_calls_is_not_said():
    assert [] == said(CALLED_OFF)


def test_what_somebody_stresses_is_said():
    assert ["the need for mills"] == said(STRESSED)


@pytest.mark.parametrize("table", [STRESSED_IT, PROMISED])
def test_a_word_or_two_and_what_is_promised_are_not_said(table):
    assert [] == said(table)


@pytest.mark.parametrize("table", [HIS_CLAIM, A_CLAIM_BY])
def test_a_claim_is_said_by_whose_it_is(table):
    assert ["it fell"] == said(table)


def test_a_claim_of_nobody_is_said_by_nobody():
    assert [] == said(NOBODYS_CLAIM)


def test_a_court_says_what_it_rules():
    assert ["it fell"] == said(A_COURT_RULED)
