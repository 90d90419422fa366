"""What governs a clause or a gerund and makes it less than so."""

import pytest

from kg.extraction.commitment.modality import modality
from tests.extraction.parses import parsed


def of(table: str, verb: str) -> str:
    return modality(next(token for token in parsed(table) if token.text == verb))


def gerund(*rows: str, over: str) -> str:
    return "\n".join(["Acme NNP nsubj " + over, *rows, "Vandel NNP dobj buying"])


@pytest.mark.parametrize(
    ("lemma", "expected"), [("deny", "Denied"), ("stop", "Denied"), ("consider", "Possible"), ("postpone", "Planned"), ("start", "Actual")]
)
def test_a_verb_tells_what_its_gerund_is_worth(lemma, expected):
    assert expected == of(gerund(f"did VBD ROOT did {lemma}", "buying VBG xcomp did buy", over="did"), "buying")


def test_who_did_not_deny_it_may_have_done_it():
    table = gerund("did VBD aux deny", "not RB neg deny", "deny VB ROOT deny deny", "buying VBG xcomp deny buy", over="deny")

    assert "Possible" == of(table, "buying")


def test_what_somebody_was_kept_from_was_not_done():
    table = "Norland NNP nsubj kept\nkept VBD ROOT kept block\nAcme NNP dobj kept\nfrom IN prep kept\nbuying VBG pcomp from buy"

    assert "Denied" == of(table, "buying")


def test_what_one_is_close_to_is_planned():
    table = gerund("is VBZ ROOT is be", "close JJ acomp is", "to IN prep close", "buying VBG pcomp to buy", over="is")

    assert "Planned" == of(table, "buying")


EVIDENCE = """
There    EX   expl  is
is       VBZ  ROOT  is       be
{}       DT   det   evidence
evidence NN   attr  is
that     IN   mark  bought
Acme     NNP  nsubj bought
bought   VBD  acl   evidence buy
"""


@pytest.mark.parametrize(("word", "expected"), [("no", "Possible"), ("some", "Actual")])
def test_what_there_is_no_evidence_of_may_be(word, expected):
    assert expected == of(EVIDENCE.format(word), "bought")


TRUE = """
It     PRP nsubj is
is     VBZ ROOT  is be
{}
true   JJ  acomp is
that   IN  mark  bought
Acme   NNP nsubj bought
bought VBD ccomp is buy
"""


@pytest.mark.parametrize(("negation", "expected"), [("not RB neg is", "Denied"), ("quite RB advmod is", "Actual")])
def test_what_is_not_true_is_denied(negation, expected):
    assert expected == of(TRUE.format(negation), "bought")


@pytest.mark.parametrize(("state", "expected"), [("false", "Denied"), ("loud", "Possible")])
def test_rumours_may_be_so_and_false_ones_are_not(state, expected):
    table = "Rumours NNS nsubj are rumour\nthat IN mark bought\nAcme NNP nsubj bought\nbought VBD acl Rumours buy"

    assert expected == of(f"{table}\nare VBP ROOT are be\n{state} JJ acomp are", "bought")


@pytest.mark.parametrize("row", ["Neither CC det Acme", "No DT det Acme"])
def test_what_neither_or_none_did_was_not_done(row):
    assert "Denied" == of(f"{row}\nAcme NNP nsubj bought\nbought VBD ROOT bought buy", "bought")


def test_what_was_almost_done_was_not_done():
    assert "Denied" == of("Acme NNP nsubj bought\nalmost RB advmod bought\nbought VBD ROOT bought buy", "bought")


def test_what_was_before_a_plan_is_no_plan():
    table = "Acme NNP nsubj cut\nwill MD aux cut\ncut VB ROOT cut cut\nafter IN mark fell\nsales NNS nsubj fell\nfell VBD advcl cut fall"

    assert "Actual" == of(table, "fell")
