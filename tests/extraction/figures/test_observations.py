"""Figures as nodes, and persons' ages."""

import pytest

from kg.extraction.dates.times import times
from kg.extraction.figures.observations import observations
from kg.extraction.reading import with_things
from kg.extraction.scene import Thing
from kg.model import Span
from tests.extraction.parses import staged, told


def observed(table: str, names: dict[str, str], *, date: str = "") -> list[tuple[str, str, str]]:
    scene = staged(table, names, date=date)
    things, statements = observations(scene, times(scene.article.text, date))
    return told(with_things(scene, things), statements)


HIRED = """
Acme      NNP nsubj  hired
hired     VBD ROOT   hired hire
40        CD  nummod workers
workers   NNS dobj   hired worker
in        IN  prep   hired
2025      CD  pobj   in
.         .   punct  hired
"""


def test_a_figure_is_a_node_of_the_subject_of_its_clause():
    label = "Workers: 40 people"

    assert [
        (label, "asOf", "2025"),
        (label, "measure", "topic Workers"),
        (label, "observedOf", "Acme"),
        (label, "unit", "people"),
        (label, "value", "40"),
    ] == observed(HIRED, {"Acme": "Company"})


def test_what_belongs_to_somebody_is_counted_of_them():
    table = """
    Ada       NNP nsubj  counted
    counted   VBD ROOT   counted count
    40        CD  nummod boats
    boats     NNS dobj   counted boat
    of        IN  prep   boats
    Acme      NNP pobj   of
    """

    assert ["Acme"] == [row[2] for row in observed(table, {"Ada": "Person", "Acme": "Company"}) if row[1] == "observedOf"]


VISITED = """
40        CD  nummod people
people    NNS nsubj  visited person
visited   VBD ROOT   visited visit
Acme      NNP dobj   visited
"""

INJURED = """
40        CD  nummod    people
people    NNS nsubjpass injured person
were      VBD auxpass   injured be
injured   VBN ROOT      injured injure
Acme      NNP npadvmod  injured
"""


def test_who_does_something_with_a_thing_is_counted_of_it():
    assert ["Acme"] == [row[2] for row in observed(VISITED, {"Acme": "Facility"}) if row[1] == "observedOf"]


def test_who_came_to_harm_is_counted_of_the_incident():
    assert ["Acme"] == [row[2] for row in observed(INJURED, {"Acme": "Incident"}) if row[1] == "observedOf"]
    assert [] == [row[2] for row in observed(INJURED, {"Acme": "Company"}) if row[1] == "observedOf"]


def test_a_planned_figure_is_planned():
    scene = staged(HIRED.replace("hired     VBD ROOT   hired hire", "will MD aux hired\nhired VB ROOT hired hire"), {"Acme": "Company"})

    assert {"Planned"} == {statement.modality for statement in observations(scene, [])[1]}


def test_what_is_expected_is_planned():
    scene = staged(HIRED.replace("hired     VBD ROOT   hired hire", "hired VBZ ROOT hired expect"), {"Acme": "Company"})

    assert {"Planned"} == {statement.modality for statement in observations(scene, [])[1]}


WEIGHED = """
Acme   NNP nsubj  weighed
weighed VBD ROOT  weighed weigh
a      DT  det    loan
loan   NN  dobj   weighed
of     IN  prep   loan
$      $   quantmod 20
20     CD  pobj   of
million CD nummod 20
"""


def test_what_is_weighed_is_possible():
    assert {"Possible"} == {s.modality for s in observations(staged(WEIGHED, {"Acme": "Company"}), [])[1]}


def test_a_count_that_describes_the_object_of_a_plan_is_so():
    table = """
    Acme    NNP nsubj  wants
    wants   VBZ ROOT   wants want
    to      TO  aux    close
    close   VB  xcomp  wants close
    a       DT  det    school
    school  NN  dobj   close
    with    IN  prep   school
    300     CD  nummod pupils
    pupils  NNS pobj   with
    """

    assert {"Actual"} == {s.modality for s in observations(staged(table, {"Acme": "Company"}, described={"a school": "Facility"}), [])[1]}


def test_a_count_of_what_is_known_is_so_whatever_is_doubted_of_it():
    table = """
    whether IN  mark   met
    the     DT  det    teachers
    nine    CD  nummod teachers
    teachers   NNS nsubj  met
    met     VBD advcl  asked meet
    Acme    NNP nsubj  asked
    asked   VBD ROOT   asked ask
    """

    assert {"Actual"} == {s.modality for s in observations(staged(table, {"Acme": "Company"}), [])[1]}


def test_the_teachers_that_were_not_won_were_played():
    table = """
    Acme    NNP nsubj  won
    had     VBD aux    won
    not     RB  neg    won
    won     VBN ROOT   won win
    in      IN  prep   won
    twelve  CD  nummod teachers
    teachers   NNS pobj   in
    """

    assert {"Actual"} == {s.modality for s in observations(staged(table, {"Acme": "Company"}), [])[1]}


CALLED = """
Acme    NNP nsubj  called
called  VBD ROOT   called call
for     IN  prep   called
a       DT  det    sentence
sentence NN pobj   for
of      IN  prep   sentence
15      CD  nummod teachers
teachers   NNS pobj   of
"""


def test_what_is_called_for_is_intended():
    assert {"Intended"} == {s.modality for s in observations(staged(CALLED, {"Acme": "Company"}), [])[1]}


@pytest.mark.parametrize(("word", "lemma", "expected"), [("expected", "expect", "Planned"), ("cast", "cast", "Actual")])
def test_a_participle_behind_the_count_tells_whether_it_has_come_to_be(word, lemma, expected):
    table = f"""
    Acme    NNP nsubj  wants
    wants   VBZ ROOT   wants want
    to      TO  aux    count
    count   VB  xcomp  wants
    90      CD  nummod boats
    boats   NNS dobj   count
    {word}  VBN acl    boats {lemma}
    """

    assert {expected} == {s.modality for s in observations(staged(table, {"Acme": "Company"}), [])[1]}


@pytest.mark.parametrize("row", ["its PRP$ poss boats", "current JJ amod boats"])
def test_what_is_had_is_so_whatever_is_planned_with_it(row):
    table = f"""
    Acme    NNP nsubj  wants
    wants   VBZ ROOT   wants want
    to      TO  aux    count
    count   VB  xcomp  wants
    {row}
    90      CD  nummod boats
    boats   NNS dobj   count
    """

    assert {"Actual"} == {s.modality for s in observations(staged(table, {"Acme": "Company"}), [])[1]}


def test_what_stands_aside_from_the_clause_is_not_of_its_subject():
    table = """
    on      IN  prep   won
    51      CD  nummod boats
    boats   NNS pobj   on
    Acme    NNP nsubj  won
    won     VBD ROOT   won win
    """

    assert [] == [row for row in observed(table, {"Acme": "Company"}) if row[1] == "observedOf"]


def test_as_many_as_so_many_on_board_may_be_fewer():
    table = """
    Acme    NNP nsubj  sailed
    sailed  VBD ROOT   sailed sail
    with    IN  prep   sailed
    as      RB  advmod many
    many    JJ  amod   180
    as      IN  quantmod 180
    180     CD  nummod boats
    boats   NNS pobj   with
    of      IN  prep   boats
    Bolt    NNP pobj   of
    """

    assert {"Possible"} == {s.modality for s in observations(staged(table, {"Acme": "Company", "Bolt": "Company"}), [])[1]}


def test_one_figure_said_twice_is_one_node():
    again = HIRED.replace("in        IN  prep   hired\n2025      CD  pobj   in\n", "")
    rows = observed(HIRED + again, {"Acme": "Company"})

    assert 1 == len([row for row in rows if row[1] == "value"])


def test_a_figure_inside_a_name_is_none():
    table = HIRED.replace("40        CD  nummod workers\nworkers   NNS dobj   hired worker", "40 CD nummod Foods\nFoods NNPS dobj hired")

    assert [] == observed(table, {"Acme": "Company", "40 Foods": "Company"})


AGED = """
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
,         ,   punct    Brook
51        CD  appos    Brook
,         ,   punct    Brook
spoke     VBD ROOT     spoke speak
"""


def test_a_number_after_a_persons_name_is_the_age():
    assert [("Ada Brook", "age", "51")] == observed(AGED, {"Ada Brook": "Person"})


def test_a_number_after_a_bodys_name_is_no_age():
    assert [] == observed(AGED, {"Ada Brook": "Company"})


def test_nobody_is_two_hundred_years_old():
    assert [] == observed(AGED.replace("51 ", "200"), {"Ada Brook": "Person"})


TRAINED = """
As        RB  advmod   many
many      JJ  amod     210
as        IN  quantmod 210
210       CD  nummod   people
people    NNS nsubjpass trained
have      VBP aux      trained
been      VBN auxpass  trained be
trained   VBN ROOT     trained train
within    IN  prep     trained
the       DT  det      framework
framework NN  pobj     within
of        IN  prep     framework
the       DT  det      program
program   NN  pobj     of
"""


def test_what_is_done_within_a_programme_is_counted_of_it():
    scene = staged(TRAINED, {"program": "Programme"}, date="2026-02-09")
    things, statements = observations(scene, [])
    found = told(with_things(scene, things), statements)

    assert ("People trained: as many as 210 people", "observedOf", "program") in found
    assert ("People trained: as many as 210 people", "asOf", "2026-02-09") in found


def test_the_words_of_a_figure_are_its_whole_clause():
    scene = staged(TRAINED, {"program": "Programme"}, date="2026-02-09")
    _, statements = observations(scene, [])

    assert {scene.article.text} == {scene.article.text[e.start : e.end] for s in statements for e in s.evidence}


def test_what_is_so_currently_is_so_on_the_day_of_the_article():
    table = """
    currently RB  advmod   are
    125       CD  nummod   people
    people    NNS nsubj    are
    are       VBP ROOT     are be
    in        IN  prep     are
    training  NN  pobj     in
    """
    found = observed(table, {}, date="2026-02-09")

    assert ("People in training: 125 people", "asOf", "2026-02-09") in found


def owners(table: str, names: dict[str, str], **more: dict[str, str]) -> list[str]:
    scene = staged(table, names, **more)
    things, statements = observations(scene, [])
    return [of for _, name, of in told(with_things(scene, things), statements) if name == "observedOf"]


def test_what_several_make_together_is_not_of_the_first():
    table = """
    Acme    NNP nsubj  make
    and     CC  cc     Acme
    Bolt    NNP conj   Acme
    make    VBP ROOT   make make
    25      CD  nummod percent
    percent NN  dobj   make
    """

    assert [] == owners(table, {"Acme": "Company", "Bolt": "Company"})


def test_what_a_relative_clause_says_is_of_its_noun_or_of_nobody():
    table = """
    Acme    NNP nsubj  reported
    reported VBD ROOT  reported report
    a       DT  det    loss
    loss    NN  dobj   reported
    which   WDT nsubj  reached
    reached VBD relcl  loss reach
    25      CD  nummod percent
    percent NN  dobj   reached
    """

    assert [] == owners(table, {"Acme": "Company"})


def test_the_pages_of_a_document_are_of_it():
    table = """
    Acme     NNP nsubj  lost
    lost     VBD ROOT   lost lose
    a        DT  det    document
    131      CD  nummod page
    -        HYPH punct page
    page     NN  compound document
    document NN  dobj   lost
    """

    assert ["Document"] == owners(table, {"Acme": "Company"}, described={"document": "Work"})


def test_two_women_in_a_story_are_no_figure_unless_they_came_to_harm():
    seen = "Acme NNP nsubj saw\nsaw VBD ROOT saw see\ntwo CD nummod women\nwomen NNS dobj saw woman"

    assert [] == observed(seen.replace("Acme NNP nsubj saw\n", "We PRP nsubj saw\n"), {})
    assert "2" in {value for _, _, value in observed(seen.replace("saw VBD ROOT saw see", "saw VBD ROOT saw rescue"), {"Acme": "Company"})}


def test_a_bound_is_a_fact_of_its_own_beside_the_value():
    rows = observed("At IN advmod least\nleast JJS advmod 40\n" + VISITED, {"Acme": "Facility"})

    assert ("hedge", "at least") in {(name, value) for _, name, value in rows}
    assert {"People: at least 40 people"} == {label for label, _, _ in rows}


def test_the_words_of_a_figure_have_its_verb():
    scene = staged(
        "Acme NNP nsubj killed\nkilled VBD ROOT killed kill\n40 CD nummod people\npeople NNS dobj killed person", {"Acme": "Incident"}
    )
    _, statements = observations(scene, [])

    assert {"Acme killed 40 people"} == {scene.article.text[e.start : e.end] for s in statements for e in s.evidence}


def test_a_share_of_the_votes_is_not_of_the_subject():
    table = """
    Ada     NNP nsubj  leads
    leads   VBZ ROOT   leads lead
    Leo     NNP dobj   leads
    46      CD  nummod percent
    percent NN  npadvmod leads
    """

    assert [] == observed(table, {"Ada": "Person", "Leo": "Person"})


@pytest.mark.parametrize(("verb", "expected"), [("paid", ["Acme"]), ("reached", [])])
def test_money_is_of_who_pays_it(verb, expected):
    table = f"""
    Acme    NNP nsubj  {verb}
    {verb}  VBD ROOT   {verb} {"pay" if verb == "paid" else "reach"}
    a       DT  det    fine
    fine    NN  dobj   {verb}
    of      IN  prep   fine
    5       CD  nummod euros
    euros   NNS pobj   of
    """

    assert expected == owners(table, {"Acme": "Company"})


def test_an_amount_of_nothing_is_no_figure():
    assert [] == observed("It PRP nsubj is\nis VBZ ROOT is be\n4 CD nummod percent\npercent NN attr is", {})


JOBLESS = """
Unemployment NN nsubj  fell
in           IN prep   Unemployment
Norland      NNP pobj  in
fell         VBD ROOT  fell fall
to           IN prep   fell
11           CD nummod percent
percent      NN pobj   to
in           IN prep   fell
2025         CD pobj   in
"""


def test_a_rate_is_of_the_place_that_its_noun_is_in():
    rows = observed(JOBLESS, {"Norland": "Country"})

    assert [("Unemployment: 11 %", "asOf", "2025"), ("Unemployment: 11 %", "observedOf", "Norland")] == [
        row for row in rows if row[1] in ("asOf", "observedOf")
    ]


def test_what_has_been_so_since_a_year_is_not_of_that_year():
    rows = observed(HIRED.replace("in        IN", "since     IN").replace("pobj   in", "pobj   since"), {"Acme": "Company"})

    assert [] == [row for row in rows if row[1] == "asOf"]


@pytest.mark.parametrize(
    ("verb", "preposition", "class_"), [("died VBD ROOT died die", "in", "Incident"), ("marched VBD ROOT marched march", "in", "Event")]
)
def test_who_died_or_marched_is_counted_of_what_they_died_or_marched_in(verb, preposition, class_):
    word = verb.split()[0]
    table = f"40 CD nummod people\npeople NNS nsubj {word} person\n{verb}\n{preposition} IN prep {word}\nTide NNP pobj {preposition}"

    assert ["Tide"] == [row[2] for row in observed(table, {"Tide": class_}) if row[1] == "observedOf"]


WON = """
Ada     NNP nsubj  won
won     VBD ROOT   won win
54      CD  nummod percent
percent NN  dobj   won
of      IN  prep   percent
the     DT  det    vote
vote    NN  pobj   of
"""


def test_a_share_of_the_votes_is_of_who_won_it():
    assert [("Share of votes: 54 %", "observedOf", "Ada")] == [row for row in observed(WON, {"Ada": "Person"}) if row[1] == "observedOf"]


def test_people_killed_in_an_attack_are_counted_of_it():
    table = """
    Rebels    NNS nsubj  attacked
    attacked  VBD ROOT   attacked attack
    Acme      NNP dobj   attacked
    killing   VBG advcl  attacked kill
    40        CD  nummod people
    people    NNS dobj   killing  person
    """
    scene = staged(table, {"Acme": "Facility"})
    attack = Thing("deed attack", "Incident", "Attack on Acme", evidence=(Span(0, len("Rebels attacked Acme")),))
    scene = with_things(scene, [attack])
    things, statements = observations(scene, [])

    assert ["Attack on Acme"] == [what for _, name, what in told(with_things(scene, things), statements) if name == "observedOf"]


def test_what_a_relative_clause_counts_is_of_what_it_is_about():
    table = """
    Acme    NNP nsubj  left
    which   WDT nsubj  employs
    employs VBZ relcl  Acme   employ
    40      CD  nummod people
    people  NNS dobj   employs person
    left    VBD ROOT   left   leave
    """

    assert ["Acme"] == [row[2] for row in observed(table, {"Acme": "Company"}) if row[1] == "observedOf"]
