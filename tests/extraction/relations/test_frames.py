"""What verbs say of the things at their ends."""

import pytest

from kg.extraction.relations.frames import frames
from tests.extraction.parses import staged, told

COMPANIES = {"Acme": "Company", "Vandel": "Company"}

ACTIVE = """
Acme    NNP nsubj bought
bought  VBD ROOT  bought buy
Vandel  NNP dobj  bought
.       .   punct bought
"""

PASSIVE = """
Vandel  NNP nsubjpass bought
was     VBD auxpass   bought be
bought  VBN ROOT      bought buy
by      IN  agent     bought
Acme    NNP pobj      by
.       .   punct     bought
"""

PARTICIPLE = """
Vandel  NNP nsubj  grew
,       ,   punct  Vandel
bought  VBN acl    Vandel buy
by      IN  agent  bought
Acme    NNP pobj   by
,       ,   punct  Vandel
grew    VBD ROOT   grew   grow
"""

RELATIVE = """
Acme    NNP nsubj  grew
,       ,   punct  Acme
which   WDT nsubj  bought
bought  VBD relcl  Acme   buy
Vandel  NNP dobj   bought
,       ,   punct  Acme
grew    VBD ROOT   grew   grow
"""

INFINITIVE = """
Acme    NNP nsubj  managed
managed VBD ROOT   managed manage
to      TO  aux    buy
buy     VB  xcomp  managed buy
Vandel  NNP dobj   buy
"""

JOINED_VERB = """
Acme    NNP nsubj  grew
grew    VBD ROOT   grew   grow
and     CC  cc     grew
bought  VBD conj   grew   buy
Vandel  NNP dobj   bought
"""

PARTICLE = """
Acme    NNP nsubj  took
took    VBD ROOT   took   take
over    RP  prt    took
Vandel  NNP dobj   took
"""


@pytest.mark.parametrize("table", [ACTIVE, PASSIVE, PARTICIPLE, RELATIVE, INFINITIVE, JOINED_VERB, PARTICLE])
def test_who_buys_acquires_what_is_bought(table):
    scene = staged(table, COMPANIES)

    assert [("Acme", "acquires", "Vandel")] == told(scene, frames(scene))


@pytest.mark.parametrize("table", [ACTIVE, PASSIVE, PARTICIPLE, RELATIVE])
def test_the_evidence_runs_from_the_one_end_to_the_other(table):
    scene = staged(table, COMPANIES)
    (statement,) = frames(scene)
    (span,) = statement.evidence

    quote = scene.article.text[span.start : span.end]

    assert quote.startswith(("Acme", "Vandel"))
    assert quote.endswith(("Acme", "Vandel"))
    assert "bought" in quote


@pytest.mark.parametrize(
    ("table", "names"),
    [
        (
            """
            Ada     NNP nsubj   founded
            founded VBD ROOT    founded found
            Acme    NNP dobj    founded
            """,
            {"Ada": "Person", "Acme": "Company"},
        ),
        (
            """
            Acme    NNP nsubjpass founded
            was     VBD auxpass   founded be
            founded VBN ROOT      founded found
            by      IN  agent     founded
            Ada     NNP pobj      by
            """,
            {"Ada": "Person", "Acme": "Company"},
        ),
    ],
)
def test_the_agent_of_an_agent_verb_is_the_object_of_its_property(table, names):
    scene = staged(table, names)

    assert [("Acme", "foundedBy", "Ada")] == told(scene, frames(scene))


def test_joined_ends_are_ends_each_for_itself():
    table = """
    Acme    NNP nsubj  bought
    and     CC  cc     Acme
    Sorrel  NNP conj   Acme
    bought  VBD ROOT   bought buy
    Vandel  NNP dobj   bought
    and     CC  cc     Vandel
    Tarn    NNP conj   Vandel
    """
    scene = staged(table, {**COMPANIES, "Sorrel": "Company", "Tarn": "Company"})

    assert [
        ("Acme", "acquires", "Tarn"),
        ("Acme", "acquires", "Vandel"),
        ("Sorrel", "acquires", "Tarn"),
        ("Sorrel", "acquires", "Vandel"),
    ] == told(scene, frames(scene))


def test_a_preposition_belongs_to_the_cue():
    table = """
    Ada     NNP nsubj works
    works   VBZ ROOT  works work
    for     IN  prep  works
    Acme    NNP pobj  for
    """
    scene = staged(table, {"Ada": "Person", "Acme": "Company"})

    assert [("Ada", "worksFor", "Acme")] == told(scene, frames(scene))


def test_another_preposition_is_another_cue():
    table = """
    Ada     NNP nsubj works
    works   VBZ ROOT  works work
    against IN  prep  works
    Acme    NNP pobj  against
    """
    scene = staged(table, {"Ada": "Person", "Acme": "Company"})

    assert [] == told(scene, frames(scene))


def test_a_participle_with_its_preposition_says_where():
    table = """
    Acme    NNP nsubjpass based
    is      VBZ auxpass   based be
    based   VBN ROOT      based base
    in      IN  prep      based
    Oslo    NNP pobj      in
    """
    scene = staged(table, {"Acme": "Company", "Oslo": "City"})

    assert [("Acme", "basedIn", "Oslo")] == told(scene, frames(scene))


def test_a_noun_between_verb_and_preposition_belongs_to_the_cue():
    table = """
    Acme    NNP nsubj  held
    held    VBD ROOT   held   hold
    talks   NNS dobj   held   talk
    with    IN  prep   talks
    Vandel  NNP pobj   with
    """
    scene = staged(table, COMPANIES)

    assert [("Acme", "meets", "Vandel")] == told(scene, frames(scene))


@pytest.mark.parametrize(("auxiliary", "expected"), [("will MD", "Planned"), ("may MD", "Possible"), ("did VBD", "Actual")])
def test_a_statement_has_the_modality_of_its_verb(auxiliary, expected):
    table = f"""
    Acme    NNP nsubj buy
    {auxiliary} aux buy
    buy     VB  ROOT  buy buy
    Vandel  NNP dobj  buy
    """

    assert [expected] == [statement.modality for statement in frames(staged(table, COMPANIES))]


def test_ends_that_do_not_fit_the_property_say_nothing():
    scene = staged(ACTIVE, {"Acme": "City", "Vandel": "Person"})

    assert [] == told(scene, frames(scene))


def test_a_verb_without_a_cue_says_nothing():
    scene = staged(ACTIVE.replace("bought buy", "bought weigh"), COMPANIES)

    assert [] == told(scene, frames(scene))


def test_a_verb_that_lacks_an_end_says_nothing():
    scene = staged(ACTIVE, {"Acme": "Company"})

    assert [] == told(scene, frames(scene))


@pytest.mark.parametrize(("verb", "expected"), [("convict", "Actual"), ("charge", "Possible"), ("acquit", "Denied")])
def test_who_is_judged_for_doing_something_did_it_as_far_as_the_verb_says(verb, expected):
    table = f"""
    Ada     NNP nsubjpass judged
    was     VBD auxpass   judged be
    judged  VBN ROOT      judged {verb}
    of      IN  prep      judged
    killing VBG pcomp     of     kill
    Leo     NNP dobj      killing
    """
    scene = staged(table, {"Ada": "Person", "Leo": "Person"})
    (statement,) = frames(scene)

    assert [("Ada", "killed", "Leo")] == told(scene, [statement])
    assert expected == statement.modality


def test_what_came_before_an_arrest_is_no_charge():
    table = """
    Ada      NNP nsubjpass arrested
    was      VBD auxpass   arrested be
    arrested VBN ROOT      arrested arrest
    after    IN  prep      arrested
    killing  VBG pcomp     after    kill
    Leo      NNP dobj      killing
    """

    assert [] == list(frames(staged(table, {"Ada": "Person", "Leo": "Person"})))


def test_to_beat_somebody_to_death_is_no_contest():
    table = """
    Ada     NNP nsubj  beat
    beat    VBD ROOT   beat beat
    Leo     NNP dobj   beat
    to      IN  prep   beat
    death   NN  pobj   to
    """
    names = {"Ada": "Person", "Leo": "Person"}

    assert ["killed"] == [s.property for s in frames(staged(table, names))]
    assert ["opponentOf"] == [s.property for s in frames(staged(table.replace("death", "glory"), names))]


@pytest.mark.parametrize(("type_", "expected"), [("Country", []), ("Person", ["meets"])])
def test_who_visits_a_country_does_not_meet_it(type_, expected):
    table = "Ada NNP nsubj visited\nvisited VBD ROOT visited visit\nBolt NNP dobj visited"
    scene = staged(table, {"Ada": "Person", "Bolt": type_})

    assert expected == [s.property for s in frames(scene) if s.property == "meets"]


@pytest.mark.parametrize(
    ("type_", "expected"), [("Facility", ["locatedIn"]), ("Centre", ["locatedIn", "operatesIn"]), ("Company", ["operatesIn"])]
)
def test_a_plant_that_operates_somewhere_stands_there(type_, expected):
    table = "Bolt NNP nsubj operates\noperates VBZ ROOT operates operate\nin IN prep operates\nOslo NNP pobj in"
    scene = staged(table, {"Bolt": type_, "Oslo": "City"})

    assert expected == sorted(s.property for s in frames(scene))


@pytest.mark.parametrize(
    ("verb", "mark", "expected"),
    [
        ("shot VBD ROOT shot shoot", "dead JJ oprd shot", [("Ada", "killed", "Leo")]),
        ("shot VBD ROOT shot shoot", "fatally RB advmod shot", [("Ada", "killed", "Leo")]),
        ("stabbed VBD ROOT stabbed stab", "to IN prep stabbed\ndeath NN pobj to", [("Ada", "killed", "Leo")]),
        ("shot VBD ROOT shot shoot", "twice RB advmod shot", []),
        ("frightened VBD ROOT frightened frighten", "to IN prep frightened\ndeath NN pobj to", []),
    ],
)
def test_who_is_shot_dead_or_stabbed_to_death_is_killed(verb, mark, expected):
    word = verb.split()[0]
    scene = staged(f"Ada NNP nsubj {word}\n{verb}\nLeo NNP dobj {word}\n{mark}", {"Ada": "Person", "Leo": "Person"})

    assert expected == told(scene, frames(scene))


@pytest.mark.parametrize(("type_", "expected"), [("Company", ["worksFor"]), ("PoliticalParty", ["memberOf"])])
def test_who_joins_a_company_works_for_it(type_, expected):
    scene = staged("Ada NNP nsubj joined\njoined VBD ROOT joined join\nBolt NNP dobj joined", {"Ada": "Person", "Bolt": type_})

    assert expected == [s.property for s in frames(scene)]


def test_a_company_does_not_succeed_a_person():
    table = "Bolt NNP nsubj succeeds\nsucceeds VBZ ROOT succeeds succeed\nAda NNP dobj succeeds"

    assert [] == list(frames(staged(table, {"Bolt": "Company", "Ada": "Person"})))
    assert ["succeeds"] == [s.property for s in frames(staged(table, {"Bolt": "Person", "Ada": "Person"}))]


@pytest.mark.parametrize("hung", ["comes", "Vandel"])
def test_who_comes_to_a_body_from_another_worked_there(hung):
    table = f"Ada NNP nsubj comes\ncomes VBZ ROOT comes come\nto IN prep comes\nVandel NNP pobj to\nfrom IN prep {hung}\nAcme NNP pobj from"
    scene = staged(table, COMPANIES | {"Ada": "Person"})

    assert [("Ada", "formerlyWorkedFor", "Acme")] == told(scene, frames(scene))


@pytest.mark.parametrize(("verb", "dep"), [("country", "acl"), ("became", "xcomp")])
def test_who_becomes_the_first_to_sign_signs(verb, dep):
    table = (
        "Norway NNP nsubj became\nbecame VBD ROOT became become\nthe DT det country\n2nd JJ amod country\ncountry NN attr became\n"
        f"to TO aux sign\nsign VB {dep} {verb}\nTreaty NNP dobj sign"
    )
    scene = staged(table, {"Norway": "Country", "Treaty": "Agreement"})

    assert [("signedBy", "Actual")] == [(s.property, s.modality) for s in frames(scene)]


SOLD = """
Acme    NNP nsubj  sold
sold    VBD ROOT   sold sell
Vandel  NNP dobj   sold
to      IN  dative sold
Bolt    NNP pobj   to
"""
SOLD_BY = """
Vandel  NNP nsubjpass sold
was     VBD auxpass   sold be
sold    VBN ROOT      sold sell
by      IN  agent     sold
Acme    NNP pobj      by
to      IN  prep      sold
Bolt    NNP pobj      to
"""


@pytest.mark.parametrize("table", [SOLD, SOLD_BY], ids=["active", "passive"])
def test_who_buys_what_is_sold_has_it_and_who_sells_it_had_it(table):
    scene = staged(table, {**COMPANIES, "Bolt": "Company"})

    assert [("Bolt", "acquires", "Vandel"), ("Vandel", "formerlyOwnedBy", "Acme")] == told(scene, frames(scene))


@pytest.mark.parametrize(
    ("lemma", "preposition", "class_", "expected"),
    [
        ("elect", "to", "Legislature", "memberOf"),
        ("expel", "from", "PoliticalParty", "formerMemberOf"),
        ("fire", "by", "Company", "formerlyWorkedFor"),
    ],
)
def test_who_is_elected_expelled_or_fired_is_or_was_of_the_body(lemma, preposition, class_, expected):
    dep = "agent" if preposition == "by" else "prep"
    rows = ["Ada NNP nsubjpass done", "was VBD auxpass done be", f"done VBN ROOT done {lemma}", f"{preposition} IN {dep} done"]
    scene = staged("\n".join([*rows, f"Acme NNP pobj {preposition}"]), {"Ada": "Person", "Acme": class_})

    assert [("Ada", expected, "Acme")] == told(scene, frames(scene))


def test_who_quits_a_party_was_a_member_and_no_employee():
    scene = staged("Ada NNP nsubj quit\nquit VBD ROOT quit quit\nAcme NNP dobj quit", {"Ada": "Person", "Acme": "PoliticalParty"})

    assert [("Ada", "formerMemberOf", "Acme")] == told(scene, frames(scene))


def test_who_divorced_is_not_married():
    scene = staged("Ada NNP nsubj left\nleft VBD ROOT left divorce\nLeo NNP dobj left", {"Ada": "Person", "Leo": "Person"})

    assert ["Denied"] == [statement.modality for statement in frames(scene)]


def test_whom_a_company_dismisses_worked_for_it():
    scene = staged("Acme NNP nsubj let\nlet VBD ROOT let dismiss\nAda NNP dobj let", {"Acme": "Company", "Ada": "Person"})

    assert [("Ada", "formerlyWorkedFor", "Acme")] == told(scene, frames(scene))
