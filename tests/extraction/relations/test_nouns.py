"""What relational nouns say of two things."""

import pytest

from kg.extraction.relations.nouns import nouns
from tests.extraction.parses import staged, told

PERSONS = {"Ada Brook": "Person", "Leo Mill": "Person"}

APPOSITION = """
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
,         ,   punct    Brook
daughter  NN  appos    Brook
of        IN  prep     daughter
Leo       NNP compound Mill
Mill      NNP pobj     of
,         ,   punct    Brook
spoke     VBD ROOT     spoke speak
"""

POSSESSIVE = """
Leo       NNP compound Mill
Mill      NNP poss     daughter
's        POS case     Mill
daughter  NN  nsubj    spoke
Ada       NNP compound Brook
Brook     NNP appos    daughter
spoke     VBD ROOT     spoke speak
"""

IS = """
Ada       NNP compound Brook
Brook     NNP nsubj    is
is        VBZ ROOT     is be
the       DT  det      daughter
daughter  NN  attr     is
of        IN  prep     daughter
Leo       NNP compound Mill
Mill      NNP pobj     of
"""


@pytest.mark.parametrize("table", [APPOSITION, POSSESSIVE, IS])
def test_who_is_the_daughter_is_the_child(table):
    scene = staged(table, PERSONS)

    assert [("Ada Brook", "childOf", "Leo Mill")] == told(scene, nouns(scene))


def test_a_body_has_no_daughter():
    scene = staged(APPOSITION, {"Ada Brook": "Person", "Leo Mill": "Company"})

    assert [] == told(scene, nouns(scene))


def test_who_is_not_the_daughter_is_denied():
    (statement,) = nouns(staged(IS.replace("the       DT", "not RB neg is\nthe       DT"), PERSONS))

    assert "Denied" == statement.modality


def test_a_unit_is_a_unit_of_the_body_it_belongs_to():
    table = APPOSITION.replace("daughter", "unit")
    scene = staged(table, {"Ada Brook": "Company", "Leo Mill": "Company"})

    assert [("Ada Brook", "unitOf", "Leo Mill")] == told(scene, nouns(scene))


def test_a_noun_without_an_owner_says_nothing():
    table = """
    The       DT  det      daughter
    daughter  NN  nsubj    met
    met       VBD ROOT     met meet
    Ada       NNP compound Brook
    Brook     NNP dobj     met
    """
    scene = staged(table, {"Ada Brook": "Person"})

    assert [] == told(scene, nouns(scene))


OF_BODY = """
Ada     NNP compound Brook
Brook   NNP nsubj    spoke
of      IN  prep     Brook
Acme    NNP pobj     of
spoke   VBD ROOT     spoke speak
"""


@pytest.mark.parametrize(
    ("type_", "property_"),
    [("Company", "worksFor"), ("MediaOrganization", "worksFor"), ("PoliticalParty", "memberOf"), ("Organization", "memberOf")],
)
def test_a_person_of_a_body_works_for_it_or_belongs_to_it(type_, property_):
    scene = staged(OF_BODY, {"Ada Brook": "Person", "Acme": type_})

    assert [("Ada Brook", property_, "Acme")] == told(scene, nouns(scene))


def test_a_person_of_a_country_is_no_member():
    scene = staged(OF_BODY.replace("Acme", "Norway"), {"Ada Brook": "Person", "Norway": "Country"})

    assert [] == told(scene, nouns(scene))


BY = """
The    DT  det      murder
murder NN  nsubj    shook
of     IN  prep     murder
Leo    NNP compound Mill
Mill   NNP pobj     of
by     IN  prep     murder
Ada    NNP compound Brook
Brook  NNP pobj     by
shook  VBD ROOT     shook shake
"""

CONVICTED = """
Ada       NNP compound  Brook
Brook     NNP nsubjpass convicted
was       VBD auxpass   convicted be
convicted VBN ROOT      convicted convict
for       IN  prep      convicted
the       DT  det       murder
murder    NN  pobj      for
of        IN  prep      murder
Leo       NNP compound  Mill
Mill      NNP pobj      of
"""


@pytest.mark.parametrize(
    ("table", "modality"),
    [
        (BY, "Actual"),
        (BY.replace("of     IN  prep     murder", "in IN prep murder\n1914 CD pobj in\nof IN prep 1914"), "Actual"),
        (CONVICTED, "Actual"),
        (CONVICTED.replace("convicted convict", "accused accuse").replace("convicted", "accused"), "Possible"),
        (CONVICTED.replace("convicted convict", "cleared clear").replace("convicted", "cleared"), "Denied"),
    ],
)
def test_a_deed_is_done_by_who_stands_after_by_or_is_judged_for_it(table, modality):
    scene = staged(table, PERSONS)
    (statement,) = nouns(scene)

    assert [("Ada Brook", "killed", "Leo Mill")] == told(scene, [statement])
    assert modality == statement.modality


def test_an_owner_does_the_deed_to_what_stands_after_of():
    table = """
    Acme     NNP poss  purchase
    's       POS case  Acme
    purchase NN  nsubj ended
    of       IN  prep  purchase
    Vandel   NNP pobj  of
    ended    VBD ROOT  ended end
    """
    scene = staged(table, {"Acme": "Company", "Vandel": "Company"})

    assert [("Acme", "acquires", "Vandel")] == told(scene, nouns(scene))


def test_an_attempted_deed_was_not_done():
    assert [] == list(nouns(staged(BY.replace("The    DT  det ", "attempted JJ amod "), PERSONS)))


PARTICIPANTS = """
participants NNS nsubj  met participant
selected     VBN acl    participants select
within       IN  prep   selected
the          DT  det    framework
framework    NN  pobj   within
of           IN  prep   framework
Tideway      NNP pobj   of
met          VBD ROOT   met meet
"""
JOINED = """
clerks       NNS nsubj  stay clerk
stay         VBP ROOT   stay stay
and          CC  cc     stay
become       VBP conj   stay become
participants NNS attr   become participant
in           IN  prep   participants
Tideway      NNP pobj   in
"""


@pytest.mark.parametrize(("table", "described"), [(PARTICIPANTS, "participants"), (JOINED, "clerks")])
def test_participants_take_part_in_what_they_were_selected_for_or_are_participants_in(table, described):
    scene = staged(table, {"Tideway": "Programme"}, described={described: "Group"})

    assert [(described.capitalize(), "participatesIn", "Tideway")] == told(scene, nouns(scene))


def test_whose_novel_it_is_wrote_it():
    table = "Ada NNP poss novel\n's POS case novel\nnovel NN compound Tides\nTides NNP nsubj won\nwon VBD ROOT won win"
    scene = staged(table, {"Ada": "Person", "Tides": "Work"})

    assert ("Tides", "authoredBy", "Ada") in told(scene, nouns(scene))


@pytest.mark.parametrize(("rows", "modality"), [("ex NN compound wife\n- HYPH punct wife", "Denied"), ("young JJ amod wife", "Actual")])
def test_an_ex_wife_is_no_wife(rows, modality):
    table = f"Ada NNP nsubj spoke\n{rows}\nwife NN appos Ada\nof IN prep wife\nLeo NNP pobj of\nspoke VBD ROOT spoke speak"
    scene = staged(table, {"Ada": "Person", "Leo": "Person"})

    assert [modality] == [statement.modality for statement in nouns(scene)]


def test_who_was_formerly_of_a_body_worked_for_it():
    table = "Ada NNP nsubj spoke\n, , punct Ada\nformerly RB advmod of\nof IN prep Ada\nAcme NNP pobj of\nspoke VBD ROOT spoke speak"
    scene = staged(table, {"Ada": "Person", "Acme": "Company"})

    assert [("Ada", "formerlyWorkedFor", "Acme")] == told(scene, nouns(scene))
