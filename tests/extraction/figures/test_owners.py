"""What a figure is of."""

import pytest

from kg.extraction.figures.observations import observations, worth_telling
from kg.extraction.reading import with_things
from tests.extraction.parses import staged, told


def owners(table: str, names: dict[str, str], **more: dict[str, str]) -> list[str]:
    scene = staged(table, names, **more)
    things, statements = observations(scene, [])
    return [of for _, name, of in told(with_things(scene, things), statements) if name == "observedOf"]


@pytest.mark.parametrize(("verb", "expected"), [("fined fine", ["Bolt"]), ("paid pay", ["Acme"])])
def test_a_fine_is_of_who_is_fined(verb, expected):
    word, lemma = verb.split()
    table = f"""
    Acme   NNP nsubj  {word}
    {word} VBD ROOT   {word} {lemma}
    Bolt   NNP dative {word}
    5      CD  nummod euros
    euros  NNS dobj   {word}
    """

    assert expected == owners(table, {"Acme": "Company", "Bolt": "Company"})


def test_who_is_ordered_to_pay_pays():
    table = """
    Acme    NNP nsubj  ordered
    ordered VBD ROOT   ordered order
    Bolt    NNP dobj   ordered
    to      TO  aux    pay
    pay     VB  xcomp  ordered pay
    5       CD  nummod euros
    euros   NNS dobj   pay
    """

    assert ["Bolt"] == owners(table, {"Acme": "Company", "Bolt": "Company"})


def test_a_stake_is_of_who_has_it():
    table = """
    Acme    NNP nsubj    bought
    bought  VBD ROOT     bought buy
    a       DT  det      stake
    20      CD  nummod   percent
    percent NN  compound stake
    stake   NN  dobj     bought
    """

    assert ["Acme"] == owners(table, {"Acme": "Company"})


def test_a_share_of_nothing_by_nobody_is_not_worth_telling():
    table = "Acme NNP nsubj reached\nreached VBD ROOT reached reach\n5 CD nummod weeks\nweeks NNS dobj reached"
    scene = staged(table, {"Acme": "Company"})
    things, statements = observations(scene, [])
    scene = with_things(scene, things)

    assert statements == worth_telling(scene, statements)
    assert [] == worth_telling(scene, [s for s in statements if s.property != "observedOf"])


def test_a_fine_is_of_the_body_that_is_named_beside_what_it_is():
    table = """
    The    DT  det       owner
    owner  NN  nsubjpass fined
    ,      ,   punct     owner
    Acme   NNP appos     owner
    was    VBD auxpass   fined
    fined  VBN ROOT      fined fine
    5      CD  nummod    euros
    euros  NNS dobj      fined
    """

    assert ["Acme"] == owners(table, {"Acme": "Company"})


@pytest.mark.parametrize(("verb", "expected"), [("hired hire", ["Acme"]), ("arrested arrest", [])])
def test_people_are_of_who_hires_but_not_of_who_arrests_them(verb, expected):
    word, lemma = verb.split()
    table = f"Acme NNP nsubj {word}\n{word} VBD ROOT {word} {lemma}\n40 CD nummod workers\nworkers NNS dobj {word} worker"

    assert expected == owners(table, {"Acme": "Company"})
