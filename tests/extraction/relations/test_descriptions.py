"""What a description says of what it describes."""

import pytest

from kg.extraction.relations.descriptions import descriptions
from tests.extraction.parses import staged, told

COUNTRY = {"Norwegian": "Country"}


def found(table: str, names: dict[str, str], **described: str) -> set[tuple[str, str, str]]:
    scene = staged(table, names, described={words.replace("_", " "): type_ for words, type_ in described.items()})
    return set(told(scene, descriptions(scene)))


def before(noun: str, lemma: str) -> str:
    return f"Norwegian JJ amod {noun}\n{noun} NNS nsubj left {lemma}\nleft VBD ROOT left leave"


@pytest.mark.parametrize(
    ("noun", "lemma", "type_", "expected"),
    [
        ("troops", "troop", "GovernmentBody", {"governmentBodyOf"}),
        ("rivals", "rival", "GovernmentBody", set()),
        ("athletes", "athlete", "Group", {"citizenOf"}),
        ("officials", "official", "Group", {"citizenOf", "represents", "worksFor"}),
        ("airlines", "airline", "Group", {"basedIn"}),
        ("markets", "market", "Group", {"locatedIn"}),
        ("allies", "ally", "Group", set()),
        ("carmaker", "carmaker", "Company", {"basedIn"}),
    ],
)
def test_what_is_of_a_country_is_told_by_its_noun(noun, lemma, type_, expected):
    rows = found(before(noun, lemma), COUNTRY, **{noun: type_})

    assert expected == {name for _, name, _ in rows}


def test_the_government_that_is_called_after_somebody_has_that_head():
    table = "the DT det cabinet\nBrook NNP compound cabinet\ncabinet NN nsubj fell\nfell VBD ROOT fell fall"

    assert {("Brook", "headOf", "Brook cabinet")} == found(table, {"Brook": "Person"}, the_Brook_cabinet="GovernmentBody")


def test_a_programme_is_carried_out_by_its_owner():
    table = "Norland NNP poss programme\n's POS case Norland\nprogramme NN nsubj failed\nfailed VBD ROOT failed fail"

    assert {("Programme", "implementedBy", "Norland")} == found(table, {"Norland": "Country"}, programme="Programme")


def test_a_work_by_somebody_has_that_author():
    table = """
    a       DT  det   book
    book    NN  nsubj sold
    by      IN  prep  book
    Ada     NNP pobj  by
    and     CC  cc    Ada
    Lea     NNP conj  Ada
    sold    VBD ROOT  sold sell
    """

    rows = found(table, {"Ada": "Person", "Lea": "Person"}, a_book="Work")

    assert {("Book", "authoredBy", "Ada"), ("Book", "authoredBy", "Lea")} == rows


def test_what_has_a_name_is_told_by_other_words():
    table = "Norwegian JJ amod Army\nArmy NNP nsubj left\nleft VBD ROOT left leave"

    assert set() == found(table, {**COUNTRY, "Army": "GovernmentBody"})


@pytest.mark.parametrize(("auxiliary", "modality"), [("will", "Planned"), ("did", "Actual")])
def test_what_is_still_to_be_built_is_not_there_yet(auxiliary, modality):
    table = f"""
    Bolt        NNP nsubj build
    {auxiliary} MD  aux   build
    build       VB  ROOT  build build
    a           DT  det   mill
    mill        NN  dobj  build
    in          IN  prep  mill
    Oslo        NNP pobj  in
    """
    scene = staged(table, {"Bolt": "Company", "Oslo": "City"}, described={"a mill": "Facility"})

    assert [("locatedIn", modality)] == [(s.property, s.modality) for s in descriptions(scene)]


def test_the_greatest_of_a_continent_is_not_its_own():
    table = "Europe NNP poss army\n's POS case Europe\nlargest JJS amod army\narmy NN nsubj left\nleft VBD ROOT left leave"

    assert set() == found(table, {"Europe": "Region"}, largest_army="GovernmentBody")
