"""How far a clause commits itself."""

import pytest

from kg.extraction.commitment.modality import modality
from tests.extraction.parses import parsed


def clause(*before: str, verb: str = "buy VB ROOT buy buy") -> str:
    """'Acme … buy Vandel' with rows before the verb."""
    word = verb.split()[0]
    return "\n".join([f"Acme NNP nsubj {word}", *before, verb, f"Vandel NNP dobj {word}"])


def infinitive(*governing: str, dep: str = "xcomp", head: str) -> str:
    """'Acme … to buy Vandel' with the rows of what governs the infinitive."""
    return "\n".join([*governing, "to TO aux buy", f"buy VB {dep} {head} buy", "Vandel NNP dobj buy"])


def of(table: str, verb: str) -> str:
    return modality(next(token for token in parsed(table) if token.text == verb))


@pytest.mark.parametrize(
    ("auxiliary", "expected"),
    [
        ("will MD aux buy", "Planned"),
        ("shall MD aux buy", "Planned"),
        ("may MD aux buy", "Possible"),
        ("might MD aux buy", "Possible"),
        ("could MD aux buy", "Possible"),
        ("should MD aux buy", "Possible"),
        ("did VBD aux buy do", "Actual"),
        ("reportedly RB advmod buy", "Possible"),
        ("never RB neg buy", "Denied"),
        ("quickly RB advmod buy", "Actual"),
    ],
)
def test_an_auxiliary_or_adverb_tells_the_modality(auxiliary, expected):
    assert expected == of(clause(auxiliary), "buy")


def test_a_headline_with_an_infinitive_is_planned():
    assert "Planned" == of(clause("to TO aux buy"), "buy")
    assert "Planned" == of("Acme NNP ROOT Acme\nto TO aux buy\nbuy VB relcl Acme buy\nVandel NNP dobj buy", "buy")


def test_a_verb_in_the_past_is_actual():
    assert "Actual" == of(clause(verb="bought VBD ROOT bought buy"), "bought")


def test_a_negated_verb_is_denied():
    assert "Denied" == of(clause("did VBD aux buy do", "not RB neg buy"), "buy")


def test_a_negated_future_is_denied():
    assert "Denied" == of(clause("will MD aux buy", "not RB neg buy"), "buy")


@pytest.mark.parametrize("word", ["if", "unless", "whether"])
def test_a_condition_is_possible(word):
    table = f"""
    {word}   IN  mark  buys
    Acme     NNP nsubj buys
    buys     VBZ advcl grows buy
    Vandel   NNP dobj  buys
    it       PRP nsubj grows
    grows    VBZ ROOT  grows grow
    """

    assert "Possible" == of(table, "buys")


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("plans", "plan", "Intended"),
        ("wants", "want", "Intended"),
        ("hopes", "hope", "Intended"),
        ("promises", "promise", "Planned"),
        ("expects", "expect", "Planned"),
        ("agreed", "agree", "Planned"),
        ("threatens", "threaten", "Possible"),
        ("refused", "refuse", "Denied"),
        ("failed", "fail", "Denied"),
        ("began", "begin", "Actual"),
        ("managed", "manage", "Actual"),
        ("helped", "help", "Actual"),
        ("is", "be", "Planned"),
        ("caused", "cause", "Actual"),
        ("allowed", "allow", "Actual"),
        ("allows", "allow", "Possible"),
        ("believed", "believe", "Possible"),
    ],
)
def test_the_verb_that_governs_an_infinitive_tells_its_modality(word, lemma, expected):
    tag = "VBD" if word.endswith("ed") else "VBZ"

    assert expected == of(infinitive(f"Acme NNP nsubj {word}", f"{word} {tag} ROOT {word} {lemma}", head=word), "buy")


@pytest.mark.parametrize(("word", "lemma", "expected"), [("said", "say", "Planned"), ("predicted", "predict", "Possible")])
def test_what_would_be_was_planned_where_it_was_said_and_possible_where_it_was_guessed(word, lemma, expected):
    table = f"""
    Ada     NNP nsubj  {word}
    {word}  VBD ROOT   {word}  {lemma}
    Acme    NNP nsubj  buy
    would   MD  aux    buy
    buy     VB  ccomp  {word} buy
    Vandel  NNP dobj   buy
    """

    assert expected == of(table, "buy")


def test_who_does_not_plan_to_denies_it():
    table = infinitive("Acme NNP nsubj plan", "does VBZ aux plan do", "not RB neg plan", "plan VB ROOT plan plan", head="plan")

    assert "Denied" == of(table, "buy")


def test_a_plan_to_do_it_is_an_intention():
    table = infinitive("The DT det plan", "plan NN nsubj failed plan", dep="acl", head="plan") + "\nfailed VBD ROOT failed fail"

    assert "Intended" == of(table, "buy")


def test_denied_that_it_was_so_is_denied():
    table = """
    Ada     NNP nsubj  denied
    denied  VBD ROOT   denied  deny
    that    IN  mark   bought
    Acme    NNP nsubj  bought
    bought  VBD ccomp  denied  buy
    Vandel  NNP dobj   bought
    """

    assert "Denied" == of(table, "bought")


def test_said_that_it_was_so_is_actual():
    table = """
    Ada     NNP nsubj  said
    said    VBD ROOT   said    say
    that    IN  mark   bought
    Acme    NNP nsubj  bought
    bought  VBD ccomp  said    buy
    Vandel  NNP dobj   bought
    """

    assert "Actual" == of(table, "bought")


def test_said_it_would_is_a_plan():
    table = """
    Ada     NNP nsubj  said
    said    VBD ROOT   said    say
    Acme    NNP nsubj  buy
    would   MD  aux    buy
    buy     VB  ccomp  said    buy
    Vandel  NNP dobj   buy
    """

    assert "Planned" == of(table, "buy")


def test_a_joined_verb_shares_the_auxiliary_of_the_first():
    table = """
    Acme    NNP nsubj  buy
    will    MD  aux    buy
    buy     VB  ROOT   buy     buy
    Vandel  NNP dobj   buy
    and     CC  cc     buy
    run     VB  conj   buy     run
    Sorrel  NNP dobj   run
    """

    assert "Planned" == of(table, "run")


def test_a_joined_verb_with_a_subject_of_its_own_does_not():
    table = """
    Acme    NNP nsubj  buy
    will    MD  aux    buy
    buy     VB  ROOT   buy     buy
    Vandel  NNP dobj   buy
    and     CC  cc     buy
    Sorrel  NNP nsubj  left
    left    VBD conj   buy     leave
    """

    assert "Actual" == of(table, "left")


def test_what_is_won_by_beating_somebody_is_won():
    table = """
    Acme   NNP nsubj beat
    beat   VBD ROOT  beat
    Bolt   NNP dobj  beat
    to     TO  aux   win
    win    VB  advcl beat
    cups   NNS dobj  win
    """

    assert "Actual" == of(table, "win")
    assert "Intended" == of(table.replace("beat", "met"), "win")


def test_who_will_be_the_first_to_lead_it_will_lead_it():
    table = """
    Ada    NNP nsubj be
    will   MD  aux   be
    be     VB  ROOT  be
    the    DT  det   first
    first  NN  attr  be
    to     TO  aux   lead
    lead   VB  relcl first
    Acme   NNP dobj  lead
    """

    assert "Planned" == of(table, "lead")
    assert "Actual" == of(table.replace("    will   MD  aux   be\n", ""), "lead")


def test_who_became_the_first_to_do_something_did_it():
    table = """
    Ada     NNP nsubj  became
    became  VBD ROOT   became become
    the     DT  det    woman
    first   JJ  amod   woman
    woman   NN  attr   became
    to      TO  aux    win
    win     VB  advcl  became win
    it      PRP dobj   win
    """

    assert "Actual" == of(table, "win")
    assert "Intended" == of(table.replace("first ", "young "), "win")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("did VBD aux buy\nAcme NNP nsubj buy\nbuy VB ROOT buy\nVandel NNP dobj buy\n? . punct buy", "Possible"),
        ("who WP nsubj buy\nbuy VBD ROOT buy\nVandel NNP dobj buy\n? . punct buy", "Possible"),
        ("did VBD aux buy\nAcme NNP nsubj buy\nbuy VB ROOT buy\nVandel NNP dobj buy\n. . punct buy", "Actual"),
        ("Acme NNP nsubj buy\nwho WP nsubj buy\nbuy VBD relcl Acme\nVandel NNP dobj buy\n? . punct buy", "Actual"),
        ("Acme NNP nsubj buy\nbuy VBD ROOT buy\nVandel NNP dobj buy\n. . punct buy\nWhy WRB advmod buy\n? . punct buy", "Actual"),
    ],
)
def test_what_is_asked_is_but_possible(rows, expected):
    assert expected == of(rows, "buy")
