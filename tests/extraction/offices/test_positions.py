"""Who holds which position where."""

import pytest

from kg.extraction.offices.positions import positions
from kg.model import Statement
from tests.extraction.parses import staged, told


def held(table: str, names: dict[str, str]) -> list[tuple[str, str, str]]:
    return told(*positions(staged(table, names)))


def statements(table: str, names: dict[str, str], property_: str) -> list[Statement]:
    return [statement for statement in positions(staged(table, names))[1] if statement.property == property_]


ADA = {"Ada Brook": "Person", "Acme": "Company"}

BEFORE_NAME = """
Acme      NNP nmod     director
director  NN  compound Brook
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
spoke     VBD ROOT     spoke speak
"""

AFTER_NAME = """
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
,         ,   punct    Brook
director  NN  appos    Brook
of        IN  prep     director
Acme      NNP pobj     of
,         ,   punct    Brook
spoke     VBD ROOT     spoke speak
"""

POSSESSIVE = """
Acme      NNP poss     director
's        POS case     Acme
director  NN  compound Brook
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
spoke     VBD ROOT     spoke speak
"""

BY_BE = """
Ada       NNP compound Brook
Brook     NNP nsubj    is
is        VBZ ROOT     is  be
the       DT  det      director
director  NN  attr     is
of        IN  prep     director
Acme      NNP pobj     of
"""

OF_WITH_NAME_AFTER = """
The       DT  det      director
director  NN  nsubj    spoke
of        IN  prep     director
Acme      NNP pobj     of
,         ,   punct    director
Ada       NNP compound Brook
Brook     NNP appos    director
,         ,   punct    director
spoke     VBD ROOT     spoke speak
"""


@pytest.mark.parametrize("table", [BEFORE_NAME, AFTER_NAME, POSSESSIVE, BY_BE, OF_WITH_NAME_AFTER])
def test_a_title_beside_a_name_says_who_holds_what_where(table):
    assert [
        ("Ada Brook", "headOf", "Acme"),
        ("Ada Brook", "holdsPosition", "Director of Acme"),
        ("Director of Acme", "positionIn", "Acme"),
    ] == held(table, ADA)


@pytest.mark.parametrize(
    ("owner", "type_", "title", "shortcut"),
    [
        ("Norway", "Country", "president", "headOfState"),
        ("Acme", "Company", "president", "headOf"),
        ("Westhaven", "City", "mayor", "mayorOf"),
        ("Acme", "Company", "chairwoman", "chairOf"),
        ("Acme", "Company", "spokeswoman", "spokespersonOf"),
        ("Acme", "Company", "engineer", "worksFor"),
        ("Norway", "Country", "ambassador", "represents"),
        ("Texas", "Region", "senator", "electedFor"),
        ("Texas", "Region", "Gov.", "headOfGovernment"),
    ],
)
def test_the_title_and_the_class_of_its_owner_tell_the_property(owner, type_, title, shortcut):
    table = AFTER_NAME.replace("Acme", owner).replace("director", title)

    assert ("Ada Brook", shortcut, owner) in held(table, {"Ada Brook": "Person", owner: type_})


@pytest.mark.parametrize(
    ("title", "label"), [("Gov. NNP", "Governor"), ("Sen. NNP", "Senator"), ("Reps NNS compound Brook\n. NNP", "Representative")]
)
def test_a_title_that_newspapers_shorten_is_the_same_office(title, label):
    table = f"{title} compound Brook\nAda NNP compound Brook\nBrook NNP nsubj left\nleft VBD ROOT left leave"

    assert [("Ada Brook", "holdsPosition", label)] == held(table, {"Ada Brook": "Person"})


def test_a_former_holder_held_the_position():
    table = AFTER_NAME.replace("director  NN  appos    Brook", "former JJ amod director\ndirector NN appos Brook")

    assert [
        ("Ada Brook", "formerlyWorkedFor", "Acme"),
        ("Ada Brook", "heldPosition", "Director of Acme"),
        ("Director of Acme", "positionIn", "Acme"),
    ] == held(table, ADA)


NAMED = """
Acme      NNP nsubj    named
named     VBD ROOT     named name
Ada       NNP compound Brook
Brook     NNP dobj     named
as        IN  prep     named
director  NN  pobj     as
.         .   punct    named
"""

WAS_NAMED = """
Ada       NNP compound  Brook
Brook     NNP nsubjpass named
was       VBD auxpass   named be
named     VBN ROOT      named name
director  NN  oprd      named
of        IN  prep      director
Acme      NNP pobj      of
"""


@pytest.mark.parametrize("table", [NAMED, WAS_NAMED])
def test_who_was_named_is_planned_to_hold_the_position(table):
    (statement,) = statements(table, ADA, "holdsPosition")

    assert "Planned" == statement.modality
    assert ("Ada Brook", "holdsPosition", "Director of Acme") in held(table, ADA)


def test_who_was_elected_holds_the_position():
    (statement,) = statements(WAS_NAMED.replace("named", "elected").replace("name\n", "elect\n"), ADA, "holdsPosition")

    assert "Actual" == statement.modality


def test_who_served_as_director_is_so_no_more():
    table = """
    Ada       NNP compound  Brook
    Brook     NNP nsubj     served
    served    VBD ROOT      served serve
    as        IN  prep      served
    director  NN  pobj      as
    of        IN  prep      director
    Acme      NNP pobj      of
    """

    assert ("Ada Brook", "heldPosition", "Director of Acme") in held(table, ADA)


def test_two_holders_of_a_plural_title_hold_it_each():
    table = """
    Acme      NNP nmod     directors
    directors NNS compound Brook director
    Ada       NNP compound Brook
    Brook     NNP nsubj    spoke
    and       CC  cc       Brook
    Ida       NNP compound Mill
    Mill      NNP conj     Brook
    spoke     VBD ROOT     spoke speak
    """
    found = held(table, {**ADA, "Ida Mill": "Person"})

    assert {"Ada Brook", "Ida Mill"} == {subject for subject, property_, _ in found if property_ == "holdsPosition"}


def test_a_title_without_a_name_or_body_is_nothing():
    table = """
    The       DT  det      director
    director  NN  nsubj    spoke
    spoke     VBD ROOT     spoke speak
    """

    assert [] == held(table, {})


def test_the_office_of_a_state_is_a_thing_without_a_holder():
    table = """
    The       DT  det      president
    president NN  nsubj    spoke
    of        IN  prep     president
    Norway    NNP pobj     of
    spoke     VBD ROOT     spoke speak
    """

    assert [("President of Norway", "jurisdiction", "Norway")] == held(table, {"Norway": "Country"})


def test_a_person_in_another_clause_does_not_hold_the_title():
    table = """
    The       DT  det      director
    director  NN  nsubj    met
    of        IN  prep     director
    Acme      NNP pobj     of
    met       VBD ROOT     met meet
    Ada       NNP compound Brook
    Brook     NNP dobj     met
    """

    assert [] == statements(table, ADA, "holdsPosition")


FORMER_OF_A_STATE = """
Former    JJ  amod     Brook
Norwegian JJ  amod     president
president NN  compound Brook
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
spoke     VBD ROOT     spoke speak
"""


def test_former_before_the_country_counts_too():
    found = held(FORMER_OF_A_STATE, {"Ada Brook": "Person", "Norwegian": "Country"})

    assert ("Ada Brook", "heldPosition", "President of Norway") in found
    assert "headOfState" not in {name for _, name, _ in found}


def test_who_has_resigned_held_the_position():
    table = BEFORE_NAME.replace("spoke     VBD ROOT     spoke speak", "resigned VBD ROOT resigned resign").replace("spoke", "resigned")

    assert ("Ada Brook", "heldPosition", "Director of Acme") in held(table, ADA)


def test_who_will_resign_still_holds_it():
    table = BEFORE_NAME.replace("spoke     VBD ROOT     spoke speak", "will MD aux resign\nresign VB ROOT resign").replace(
        "spoke", "resign"
    )

    assert ("Ada Brook", "holdsPosition", "Director of Acme") in held(table, ADA)


TWO_BEFORE = """
Acme      NNP poss     chairwoman
's        POS case     Acme
chairwoman NN nmod     Brook
and       CC  cc       chairwoman
director  NN  conj     chairwoman
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
spoke     VBD ROOT     spoke speak
"""

TWO_AFTER = """
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
,         ,   punct    Brook
chairwoman NN appos    Brook
and       CC  cc       chairwoman
director  NN  conj     chairwoman
of        IN  prep     director
Acme      NNP pobj     of
,         ,   punct    Brook
spoke     VBD ROOT     spoke speak
"""


@pytest.mark.parametrize("table", [TWO_BEFORE, TWO_AFTER])
def test_two_titles_joined_by_and_have_one_holder_and_one_body(table):
    found = held(table, ADA)

    assert {("Ada Brook", "chairOf", "Acme"), ("Ada Brook", "headOf", "Acme")} <= set(found)
    assert {"Director of Acme", "Chairwoman of Acme"} == {o for _, name, o in found if name == "holdsPosition"}


def test_a_party_before_a_lawmakers_title_is_what_the_holder_belongs_to():
    table = BEFORE_NAME.replace("Acme", "Reform").replace("director", "senator")

    assert [("Ada Brook", "holdsPosition", "Senator"), ("Ada Brook", "memberOf", "Reform")] == held(
        table, {"Ada Brook": "Person", "Reform": "PoliticalParty"}
    )


def test_an_ambassador_to_a_country_does_not_represent_it():
    table = (
        AFTER_NAME.replace("Acme", "Norway")
        .replace("director", "ambassador")
        .replace("of        IN", "to IN")
        .replace("pobj     of", "pobj to")
    )

    assert "represents" not in {name for _, name, _ in held(table, {"Ada Brook": "Person", "Norway": "Country"})}


def test_a_rank_between_the_office_and_the_name_does_not_part_them():
    table = """
    The       DT  det      head
    head      NN  nsubj    spoke
    of        IN  prep     head
    Acme      NNP pobj     of
    ,         ,   punct    head
    Colonel   NNP compound Brook
    Ada       NNP compound Brook
    Brook     NNP appos    head
    ,         ,   punct    head
    spoke     VBD ROOT     spoke speak
    """

    assert ("Ada Brook", "headOf", "Acme") in held(table, ADA)


def test_who_directs_a_part_of_a_body_works_for_it():
    table = AFTER_NAME.replace(
        "of        IN  prep     director", "of IN prep director\nresearch NN pobj of\nat        IN  prep     director"
    )

    assert ["holdsPosition", "worksFor"] == [name for who, name, _ in held(table, ADA) if who == "Ada Brook"]


def test_the_captain_of_a_countrys_team_has_no_power_over_it():
    table = BEFORE_NAME.replace("Acme", "Norway").replace("director", "captain")

    assert ["holdsPosition"] == [name for _, name, _ in held(table, {"Ada Brook": "Person", "Norway": "Country"})]


def test_being_something_in_what_is_written_about_is_but_possible():
    table = """
    Leo      NNP nsubj    wrote
    wrote    VBD ROOT     wrote write
    about    IN  prep     wrote
    Ada      NNP compound Brook
    Brook    NNP nsubj    being
    being    VBG pcomp    about be
    director NN  attr     being
    of       IN  prep     director
    Acme     NNP pobj     of
    """
    _, made = positions(staged(table, ADA))

    assert {"Possible"} == {s.modality for s in made if s.property == "holdsPosition"}


@pytest.mark.parametrize(
    "before", ["then RB advmod director\n- HYPH punct director", "former JJ amod base\nLeeds NNP compound base\nbase NN compound director"]
)
def test_then_director_and_the_former_base_director_held_the_office(before):
    table = BEFORE_NAME.replace("Acme      NNP nmod     director", before)

    assert [("Ada Brook", "heldPosition", "Director")] == held(table, {"Ada Brook": "Person"})


BEHIND_A_PLACE = """
Ada       NNP compound Brook
Brook     NNP nsubj    spoke
,         ,   punct    Brook
president NN  appos    Brook
of        IN  prep     president
the       DT  det      Chamber
Norwegian JJ  amod     Chamber
Chamber   NNP pobj     of
for       IN  prep     Chamber
Trade     NNP pobj     for
,         ,   punct    Brook
spoke     VBD ROOT     spoke speak
"""


def test_the_adjective_of_a_country_before_a_body_does_not_own_the_title():
    found = held(BEHIND_A_PLACE, {"Ada Brook": "Person", "Norwegian": "Country", "Chamber for Trade": "Organization"})

    assert ("Ada Brook", "holdsPosition", "President of Chamber for Trade") in found
    assert "headOfState" not in {name for _, name, _ in found}


def test_the_title_of_a_province_is_not_one_of_its_country():
    table = """
    Ada      NNP compound Brook
    Brook    NNP nsubj    spoke
    ,        ,   punct    Brook
    governor NN  appos    Brook
    of       IN  prep     governor
    Norway   NNP poss     province
    's       POS case     Norway
    Halm     NNP compound province
    province NN  pobj     of
    ,        ,   punct    Brook
    spoke    VBD ROOT     spoke speak
    """
    found = held(table, {"Ada Brook": "Person", "Norway": "Country", "Halm": "Region"})

    assert {"Halm", "Governor of Halm"} == {what for who, _, what in found if who == "Ada Brook"}


def test_the_title_of_a_body_that_is_described_before_it_is_named_is_one_of_that_body():
    table = """
    Ada          NNP compound Brook
    Brook        NNP nsubj    spoke
    ,            ,   punct    Brook
    director     NN  appos    Brook
    of           IN  prep     director
    the          DT  det      organisation
    widely       RB  advmod   respected
    respected    JJ  amod     organisation
    organisation NN  pobj     of
    Open         NNP compound Hands
    Hands        NNP appos    organisation
    ,            ,   punct    Brook
    spoke        VBD ROOT     spoke speak
    """

    assert ("Ada Brook", "headOf", "Open Hands") in held(table, {"Ada Brook": "Person", "Open Hands": "Organization"})


AT_THE_TIME = """at        IN  prep     director
the       DT  det      time
time      NN  pobj     at
"""


def test_who_was_something_at_the_time_held_the_office():
    table = OF_WITH_NAME_AFTER.replace(",         ,   punct    director\nAda", f"{AT_THE_TIME},         ,   punct    director\nAda")

    assert ("Ada Brook", "heldPosition", "Director of Acme") in held(table, ADA)


@pytest.mark.parametrize(
    ("title", "type_", "shortcut"),
    [
        ("editor", "MediaOrganization", "headOf"),
        ("political editor", "MediaOrganization", "worksFor"),
        ("managing editor", "MediaOrganization", "headOf"),
        ("trade commissioner", "InternationalOrganization", "worksFor"),
    ],
)
def test_one_of_several_editors_or_commissioners_heads_nothing(title, type_, shortcut):
    *first, last = title.split()
    rows = "".join(f"{word} JJ amod {last}\n" for word in first)
    table = AFTER_NAME.replace("director  NN", f"{rows}{last} NN").replace("director", last)

    assert shortcut in [name for who, name, _ in held(table, {"Ada Brook": "Person", "Acme": type_}) if who == "Ada Brook"]


def test_several_of_a_country_hold_no_office_of_it():
    table = """
    Norwegian JJ  amod  cardinals
    cardinals NNS nsubj spoke
    spoke     VBD ROOT  spoke speak
    """

    assert [] == held(table, {"Norwegian": "Country"})


@pytest.mark.parametrize(
    ("row", "instead"),
    [
        ("Acme      NNP nmod     director", "future JJ amod director"),
        ("Acme      NNP nmod     director", "incoming VBG amod director"),
        ("Ada       NNP compound Brook", "- HYPH punct director\nelect JJ amod director\nAda NNP compound Brook"),
    ],
)
def test_who_has_yet_to_take_up_an_office_is_planned_to_hold_it(row, instead):
    _, made = positions(staged(BEFORE_NAME.replace(row, instead), {"Ada Brook": "Person"}))

    assert ["Planned"] == [s.modality for s in made if s.property == "holdsPosition"]


OUSTED = """
They      PRP nsubj   ousted
ousted    VBD ROOT    ousted oust
the       DT  det     director
director  NN  dobj    ousted
of        IN  prep    director
Acme      NNP pobj    of
,         ,   punct   director
Ada       NNP compound Brook
Brook     NNP appos   director
"""


def test_who_was_ousted_held_the_office():
    assert "heldPosition" in [name for who, name, _ in held(OUSTED, ADA) if who == "Ada Brook"]
    assert "holdsPosition" in [name for who, name, _ in held(OUSTED.replace("oust", "prais"), ADA) if who == "Ada Brook"]


def test_who_was_dismissed_held_the_office():
    table = """
    The       DT  det     dismissal
    dismissal NN  nsubj   pleased
    of        IN  prep    dismissal
    director  NN  pobj    of
    Ada       NNP compound Brook
    Brook     NNP appos   director
    pleased   VBD ROOT    pleased please
    Leo       NNP dobj    pleased
    """

    assert ["heldPosition"] == [
        name for _, name, _ in held(table.replace("compound Brook\n    Ada", "pobj of\n    Ada"), {"Ada Brook": "Person"})
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "until IN prep director\nrecently RB pcomp until\nthe DT det director\ndirector NN appos Brook",
        "then RB advmod director\nthe DT det director\ndirector NN appos Brook",
        "then RB advmod director\na DT det director\ndirector NN appos Brook",
    ],
)
def test_until_recently_or_then_makes_the_office_past(rows):
    assert "holdsPosition" not in [name for _, name, _ in held(AFTER_NAME.replace("director  NN  appos    Brook", rows), ADA)]


def test_each_holder_of_a_plural_title_has_the_country_behind_the_name():
    table = """
    Presidents NNS compound Brook
    Ada        NNP compound Brook
    Brook      NNP nsubj    met
    of         IN  prep     Brook
    Norway     NNP pobj     of
    and        CC  cc       Brook
    Lea        NNP compound Mill
    Mill       NNP conj     Brook
    from       IN  prep     Mill
    Acme       NNP pobj     from
    met        VBD ROOT     met meet
    """
    found = held(table.replace("from", "of"), {"Ada Brook": "Person", "Lea Mill": "Person", "Norway": "Country", "Acme": "Country"})

    assert [("Ada Brook", "headOfState", "Norway"), ("Lea Mill", "headOfState", "Acme")] == [f for f in found if f[1] == "headOfState"]


def test_a_superlative_between_a_place_and_a_title_parts_them():
    found = held(POSSESSIVE.replace("director  NN  compound Brook", "youngest JJS amod director\ndirector NN compound Brook"), ADA)

    assert [("Ada Brook", "holdsPosition", "Director")] == found


def test_who_had_been_director_is_so_no_more():
    table = BY_BE.replace("is        VBZ ROOT     is  be", "had VBD aux is\nis VBN ROOT is be")

    assert "heldPosition" in [name for who, name, _ in held(table, ADA) if who == "Ada Brook"]


def test_a_poet_of_a_country_is_its_citizen_and_has_no_power_over_it():
    table = BEFORE_NAME.replace("Acme      NNP nmod     director", "Norwegian JJ amod director")
    found = held(table, {"Ada Brook": "Person", "Norwegian": "Country"})

    assert [("citizenOf", "Norway"), ("holdsPosition", "Director")] == [(name, what) for who, name, what in found if who == "Ada Brook"]
    assert "jurisdiction" not in {name for _, name, _ in found}


def test_who_says_something_of_somebody_is_not_that_person():
    table = """
    We      PRP nsubj   lost
    lost    VBD ccomp   said lose
    Ada     NNP compound Brook
    Brook   NNP dobj    lost
    ,       ,   punct   said
    the     DT  det     director
    director NN nsubj   said
    said    VBD ROOT    said say
    """

    assert [] == [name for who, name, _ in held(table, {"Ada Brook": "Person"}) if who == "Ada Brook"]


def test_a_spokesman_who_is_named_is_nobody_else():
    scene = staged(OF_WITH_NAME_AFTER, ADA, described={"The director": "Person"})
    new, _ = positions(scene)

    assert [("Ada Brook", 2)] == [(t.label, len(t.spots)) for t in new.things.values() if t.type == "Person"]


def test_what_several_are_is_no_title_of_the_one_before_them():
    table = """
    We        PRP nsubj    love
    love      VBP ROOT     love love
    Ada       NNP compound Brook
    Brook     NNP dobj     love
    ,         ,   punct    Brook
    the       DT  det      writers
    writers   NNS appos    Brook writer
    """

    assert [] == [row for row in held(table, {"Ada Brook": "Person"}) if row[1] == "holdsPosition"]
    assert ("Ada Brook", "holdsPosition", "Writer") in held(
        table.replace("NNS", "NN").replace("writers", "writer"), {"Ada Brook": "Person"}
    )


def test_former_between_the_body_and_the_title_makes_it_past():
    table = """
    Acme      NNP poss     director
    's        POS case     Acme
    former    JJ  amod     director
    fire      NN  compound director
    director  NN  compound Brook
    Ada       NNP compound Brook
    Brook     NNP nsubj    spoke
    spoke     VBD ROOT     spoke speak
    """

    assert {"heldPosition"} == {name for _, name, _ in held(table, ADA) if name in ("holdsPosition", "heldPosition")}


IS_MAYOR = """
Ada    NNP nsubj  is
{}
mayor  NN  attr   is
of     IN  prep   mayor
Bergen NNP pobj   of
{}
"""


@pytest.mark.parametrize(
    ("verb", "more", "expected"),
    [
        ("is VBZ ROOT is be\nno DT neg longer\nlonger RBR advmod is", ". . punct is", "heldPosition"),
        ("is VBD ROOT is be", "from IN prep is\n2010 CD pobj from\nto IN prep from\n2016 CD pobj to", "heldPosition"),
        ("is VBZ ROOT is be", ". . punct is", "holdsPosition"),
    ],
    ids=["no longer", "from to", "is"],
)
def test_who_is_mayor_no_longer_was_it(verb, more, expected):
    assert expected in {row[1] for row in held(IS_MAYOR.format(verb, more), {"Ada": "Person", "Bergen": "City"})}


def test_who_took_over_as_head_is_it():
    table = (
        "Ada NNP nsubj took\ntook VBD ROOT took take\nover RP prt took\nas IN prep took\nhead NN pobj as\nof IN prep head\nAcme NNP pobj of"
    )

    assert ("Ada", "headOf", "Acme") in held(table, {"Ada": "Person", "Acme": "Company"})


def test_a_member_of_a_bodys_board_is_of_the_board():
    table = (
        "Ada NNP nsubj is\nis VBZ ROOT is be\na DT det member\nmember NN attr is\nof IN prep member\n"
        "Acme NNP poss board\n's POS case Acme\nboard NN pobj of"
    )
    scene = staged(table, {"Ada": "Person", "Acme": "Company"}, described={"board": "Organization"})

    assert ["Board"] == [what for _, name, what in told(*positions(scene)) if name == "memberOf"]
