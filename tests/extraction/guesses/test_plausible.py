"""Which guesses of the reader model may stand."""

from dataclasses import replace

import pytest

from kg.extraction.guesses.plausible import plausible
from kg.extraction.scene import fact
from kg.model import Span
from tests.extraction.parses import staged

NOMINEE = """
Ada     NNP nsubj   left
,       ,   punct   Ada
the     DT  det     nominee
Acme    NNP compound nominee
nominee NN  appos   Ada
left    VBD ROOT    left leave
"""


def kept(table: str, name: str, type_: str = "PoliticalParty", told: tuple[str, ...] = (), end: str = "Acme") -> list[str]:
    scene = staged(table, {"Ada": "Person", "Acme": type_})
    ada, acme = scene.things
    ada, acme = sorted((ada, acme), key=lambda i: scene.things[i].type != "Person")
    guess = fact(ada, name, acme, Span(0, scene.article.text.index(end) + len(end)), rule=f"reader-{name}")
    return [s.property for s in plausible(scene, [guess], [fact(ada, p, acme, Span(0, 3), rule="title-before-name") for p in told])]


@pytest.mark.parametrize("name", ["headOf", "leaderOf"])
def test_who_leads_by_no_word_is_a_member(name):
    assert ["memberOf"] == kept(NOMINEE, name)
    assert [name] == kept(NOMINEE.replace("nominee", "leader"), name)


@pytest.mark.parametrize("name", ["headOfState", "headOfGovernment"])
def test_who_heads_a_state_by_no_word_does_not(name):
    assert [] == kept(NOMINEE, name, "Country")
    assert [name] == kept(NOMINEE.replace("nominee", "president"), name, "Country")


def test_a_chancellor_heads_the_government_but_not_the_state():
    table = NOMINEE.replace("nominee", "chancellor")

    assert [] == kept(table, "headOfState", "Country")
    assert ["headOfGovernment"] == kept(table, "headOfGovernment", "Country")


def test_who_is_named_in_the_next_sentence_does_not_head_the_state_of_this_one():
    table = """
    Acme    NNP nsubj   lost
    lost    VBD ROOT    lost lose
    .       .   punct   lost
    Ada     NNP nsubj   smiled
    ,       ,   punct   Ada
    the     DT  det     president
    president NN appos  Ada
    smiled  VBD ROOT    smiled smile
    """

    assert [] == kept(table, "headOfState", "Country", end="president")


def test_a_deputy_leader_does_not_lead():
    assert ["memberOf"] == kept(NOMINEE.replace("nominee NN", "deputy JJ amod leader\nleader NN").replace("nominee", "leader"), "leaderOf")


def test_who_buys_a_stake_does_not_acquire_the_company():
    table = NOMINEE.replace("Ada", "Bolt").replace("the     DT  det     nominee", "owns VBZ relcl Bolt\na DT det stake\nstake NN dobj owns")
    scene = staged(table, {"Bolt": "Company", "Acme": "Company"})
    bolt, acme = scene.things
    guess = fact(bolt, "acquires", acme, Span(0, len(scene.article.text)), rule="reader-acquires")

    assert [] == plausible(scene, [guess], [])


def test_a_label_before_a_name_is_no_office_of_the_person_before_it():
    table = """
    Ada     NNP nsubj   left
    left    VBD ROOT    left leave
    Editor  NN  dep     left
    :       :   punct   left
    Leo     NNP dep     left
    """
    scene = staged(table, {"Ada": "Person"}, described={"Editor": "Position"})
    ids = {t.type: i for i, t in scene.things.items()}
    guess = fact(ids["Person"], "holdsPosition", ids["Position"], Span(0, 15), rule="reader-holdsPosition")

    assert [] == plausible(scene, [guess], [])


def test_a_former_employer_employs_no_longer():
    assert [] == kept(NOMINEE, "worksFor", "Company", ("formerlyWorkedFor",))
    assert ["worksFor"] == kept(NOMINEE, "worksFor", "Company")


def test_a_member_of_a_party_does_not_work_for_it():
    assert [] == kept(NOMINEE, "worksFor", told=("memberOf",))


@pytest.mark.parametrize(
    ("type_", "left_out"), [("MediaOrganization", True), ("Company", True), ("InternationalOrganization", True), ("GovernmentBody", False)]
)
def test_a_newspaper_or_a_company_is_no_body_of_a_state(type_, left_out):
    scene = staged(NOMINEE, {"Acme": type_, "Ada": "Country"})
    ada, acme = scene.things
    guess = fact(acme, "governmentBodyOf", ada, Span(0, 4), rule="reader-governmentBodyOf")

    assert left_out == (not plausible(scene, [guess], []))


def test_who_heads_a_part_of_a_body_does_not_head_the_body():
    table = """
    missions NNS nsubj left
    of       IN  prep  missions
    Acme     NNP pobj  of
    headed   VBN acl   missions head
    by       IN  agent headed
    Ada      NNP pobj  by
    left     VBD ROOT  left     leave
    """

    assert ["memberOf"] == kept(table, "headOf", "Organization")
    assert ["headOf"] == kept(table.replace("acl   missions", "acl   Acme"), "headOf", "Organization")


def test_who_stands_for_a_party_does_not_lead_it_whatever_the_sentence_says_besides():
    table = """
    Acme    NNP compound nominee
    nominee NN  compound Ada
    Ada     NNP nsubj    met
    met     VBD ROOT     met meet
    leaders NNS dobj     met
    """

    assert ["memberOf"] == kept(table, "leaderOf", end="Ada")
    assert ["leaderOf"] == kept(
        table.replace("nominee NN  compound Ada", "").replace("compound nominee", "compound Ada"), "leaderOf", end="Ada"
    )


def test_who_works_for_a_party_is_a_member():
    assert ["memberOf"] == kept(NOMINEE, "worksFor")
    assert ["worksFor"] == kept(NOMINEE, "worksFor", "Company")


@pytest.mark.parametrize(
    ("name", "past"), [("worksFor", "formerlyWorkedFor"), ("headOf", "formerlyWorkedFor"), ("memberOf", "formerMemberOf")]
)
def test_what_stands_behind_former_is_past(name, past):
    table = NOMINEE.replace("the     DT  det     nominee", "former JJ amod nominee").replace("nominee", "chairman")

    assert [past] == kept(table, name, "Organization")


def test_a_user_does_not_work_for_the_service():
    assert [] == kept(NOMINEE.replace("the     DT  det     nominee", "users NNS appos Ada"), "worksFor", "Company")


def test_a_captain_has_no_jurisdiction():
    scene = staged(NOMINEE, {"Acme": "Country"}, described={"nominee": "Position"})
    acme, nominee = (next(i for i, t in scene.things.items() if t.type == type_) for type_ in ("Country", "Position"))
    guess = fact(nominee, "jurisdiction", acme, Span(0, 9), rule="reader-jurisdiction")

    assert [guess] == plausible(scene, [guess], [])
    scene = staged(NOMINEE.replace("nominee", "captain"), {"Acme": "Country"}, described={"captain": "Position"})
    assert [] == plausible(scene, [guess], [])


def test_a_title_of_one_state_says_nothing_of_another():
    scene = staged(NOMINEE, {"Ada": "Person", "Acme": "Country"}, described={"nominee": "Position"})
    ids = {t.type: i for i, t in scene.things.items()}
    guess = fact(ids["Person"], "headOfState", ids["Country"], Span(0, 4), rule="reader-headOfState")
    for label, expected in (("President of Acme", [guess]), ("President of Norland", [])):
        office = replace(scene.things[ids["Position"]], label=label)
        titled = replace(scene, things={**scene.things, ids["Position"]: office})
        assert expected == plausible(titled, [guess], [fact(ids["Person"], "holdsPosition", ids["Position"], Span(0, 3), rule="title")])


TEACHES = """
Ada     NNP nsubj   teaches
teaches VBZ ROOT    teaches teach
at      IN  prep    teaches
Acme    NNP pobj    at
"""


def test_who_teaches_at_a_school_works_for_it():
    assert ["worksFor"] == kept(TEACHES, "educatedAt", "EducationOrResearchBody")
    assert ["educatedAt"] == kept(TEACHES.replace("teaches", "studied"), "educatedAt", "EducationOrResearchBody")


def test_whose_words_are_quoted_is_no_spokesman():
    assert ["worksFor"] == kept(TEACHES, "spokespersonOf", "Company")
    assert ["spokespersonOf"] == kept(NOMINEE.replace("nominee", "spokeswoman"), "spokespersonOf", "Company")


def test_a_director_is_no_chairman():
    assert ["headOf"] == kept(NOMINEE.replace("nominee", "director"), "chairOf", "Company", end="director")
    assert ["chairOf"] == kept(NOMINEE.replace("nominee", "chairwoman"), "chairOf", "Company")


def test_a_magazine_of_a_country_is_not_owned_by_it():
    scene = staged(NOMINEE, {"Ada": "Country", "Acme": "MediaOrganization"})
    ids = {t.type: i for i, t in scene.things.items()}
    guess = fact(ids["MediaOrganization"], "ownedBy", ids["Country"], Span(0, 9), rule="reader-ownedBy")

    assert [] == plausible(scene, [guess], [])
    scene = staged(NOMINEE.replace("nominee", "state-owned"), {"Ada": "Country", "Acme": "MediaOrganization"})
    assert [guess] == plausible(scene, [guess], [])


def test_to_meet_is_not_to_work_together():
    assert [] == kept(TEACHES.replace("teaches", "meets").replace("teach", "meet"), "cooperatesWith", "Organization")
    assert ["cooperatesWith"] == kept(TEACHES.replace("teaches", "cooperates"), "cooperatesWith", "Organization")


def test_whom_somebody_joined_is_no_former_employer():
    table = TEACHES.replace("at      IN  prep    teaches", "before IN prep teaches\njoining VBG pcomp before")
    table = table.replace("pobj    at", "dobj joining")

    assert [] == kept(table, "formerlyWorkedFor", "Company")


def test_a_body_called_after_its_head_is_led_without_a_word_of_leading():
    scene = staged(
        NOMINEE.replace("Acme    NNP compound nominee", "Brook NNP compound nominee"), {"Ada": "Person", "Brook nominee": "GovernmentBody"}
    )
    ada, body = sorted(scene.things, key=lambda i: scene.things[i].type != "Person")
    for label, expected in (("Ada Brook", ["headOf"]), ("Ada Mill", ["memberOf"])):
        named = replace(scene, things={**scene.things, ada: replace(scene.things[ada], label=label)})
        guess = fact(ada, "headOf", body, Span(0, 9), rule="reader-headOf")
        assert expected == [s.property for s in plausible(named, [guess], [])]


def test_a_chamber_of_commerce_is_no_body_of_a_state():
    scene = staged(NOMINEE.replace("nominee", "Chamber"), {"Ada": "Country", "Acme Chamber": "Organization"})
    ids = {t.type: i for i, t in scene.things.items()}
    guess = fact(ids["Organization"], "governmentBodyOf", ids["Country"], Span(0, 9), rule="reader-governmentBodyOf")

    assert [] == plausible(scene, [guess], [])


@pytest.mark.parametrize(("word", "barred"), [("analyst", True), ("poet", False)])
def test_who_knows_a_country_need_not_be_of_it(word, barred):
    assert barred == ([] == kept(NOMINEE.replace("nominee", word), "citizenOf", "Country", end=word))


def test_who_only_works_for_a_body_by_a_title_does_not_head_it():
    assert [] == kept(NOMINEE.replace("nominee", "president"), "headOf", "Company", ("worksFor",))


def test_former_before_the_title_makes_the_office_past():
    table = """
    Ada      NNP nsubj   left
    ,        ,   punct   Ada
    former   JJ  amod    director
    director NN  appos   Ada
    of       IN  prep    director
    Acme     NNP pobj    of
    left     VBD ROOT    left leave
    """

    assert ["formerlyWorkedFor"] == kept(table, "headOf", "Company")
    assert ["formerlyWorkedFor"] == kept(
        table.replace("former   JJ  amod    director", "until IN prep director\nrecently RB pcomp until"), "chairOf", "Company"
    )


def test_who_retired_from_a_post_held_it():
    table = """
    Ada     NNP nsubj   retired
    retired VBD ROOT    retired retire
    from    IN  prep    retired
    the     DT  det     post
    post    NN  pobj    from
    of      IN  prep    post
    Acme    NNP pobj    of
    """

    assert ["formerlyWorkedFor"] == kept(table, "headOf", "Company")


def test_no_longer_makes_the_tie_past():
    assert ["formerMemberOf"] == kept(
        TEACHES.replace("at      IN", "no DT det longer\nlonger RB advmod teaches\nat IN"), "playsFor", "Organization"
    )


def test_what_was_before_joining_another_body_is_past():
    table = """
    Before  IN  prep    left
    joining VBG pcomp   Before
    Bolt    NNP dobj    joining
    ,       ,   punct   left
    Ada     NNP nsubj   left
    left    VBD ROOT    left leave
    Acme    NNP dobj    left
    """

    assert ["formerlyWorkedFor"] == kept(table, "worksFor", "Company")


@pytest.mark.parametrize(("body", "expected"), [("Norland", []), ("Acme", ["holdsPosition"])])
def test_who_holds_an_office_in_one_state_does_not_hold_it_in_another(body, expected):
    scene = staged(NOMINEE, {"Ada": "Person"}, described={"nominee": "Position"})
    ids = {t.type: i for i, t in scene.things.items()}
    there = replace(scene.things[ids["Position"]], id="there", label="Nominee of Acme")
    here = replace(scene.things[ids["Position"]], label=f"Nominee of {body}")
    scene = replace(scene, things={**scene.things, ids["Position"]: here, "there": there})
    guess = fact(ids["Person"], "holdsPosition", ids["Position"], Span(0, 9), rule="reader-holdsPosition")
    told = fact(ids["Person"], "holdsPosition", "there", Span(0, 9), rule="title-after-name")

    assert expected == [s.property for s in plausible(scene, [guess], [told])]


@pytest.mark.parametrize(("name", "expected"), [("opposes", []), ("supports", ["supports"])])
def test_nobody_supports_and_opposes_the_same(name, expected):
    assert expected == kept(NOMINEE, name, "Organization", ("supports",))


def test_what_is_alleged_is_possible():
    scene = staged(NOMINEE.replace("the     DT  det     nominee", "alleged JJ amod nominee"), {"Ada": "Person", "Acme": "Company"})
    ids = {t.type: i for i, t in scene.things.items()}
    guess = fact(ids["Person"], "worksFor", ids["Company"], Span(0, 17), rule="reader-worksFor")

    assert ["Possible"] == [s.modality for s in plausible(scene, [guess], [])]


@pytest.mark.parametrize(("body", "expected"), [("Mill administration", []), ("Harbour administration", ["headOf"])])
def test_nobody_else_heads_the_body_that_is_called_after_its_head(body, expected):
    table = f"""
    Ada     NNP nsubj   leads
    leads   VBZ ROOT    leads lead
    the     DT  det     administration
    {body.split()[0]} NNP compound administration
    administration NN dobj leads
    Leo     NNP compound Mill2
    Mill    NNP dep     leads
    """.replace("Mill2", "Mill")
    scene = staged(table, {"Ada": "Person", "Leo Mill": "Person"}, described={body: "GovernmentBody"})
    ada = next(i for i, t in scene.things.items() if t.label == "Ada")
    at = next(i for i, t in scene.things.items() if t.type == "GovernmentBody")
    guess = fact(ada, "headOf", at, Span(0, scene.article.text.index("administration") + 14), rule="reader-headOf")

    assert expected == [s.property for s in plausible(scene, [guess], [])]


def test_an_office_that_has_its_place_has_no_other():
    scene = staged(
        "Ada NNP nsubj met\nmet VBD ROOT met meet\nAcme NNP dobj met\nRix NNP dep met",
        {"Acme": "Country", "Rix": "Region"},
        described={"Ada": "Position"},
    )
    ids = {t.label: i for i, t in scene.things.items()}
    guess = fact(ids["Ada"], "jurisdiction", ids["Acme"], Span(0, 12), rule="reader-jurisdiction")
    known = fact(ids["Ada"], "jurisdiction", ids["Rix"], Span(0, 12), rule="title-jurisdiction")

    assert [] == plausible(scene, [guess], [known])
    assert [guess] == plausible(scene, [guess], [])


def test_who_was_murdered_did_not_commit_the_murder():
    table = "murder NN nsubj shook\nof IN prep murder\nAda NNP pobj of\nshook VBD ROOT shook shake"
    scene = staged(table, {"Ada": "Person"}, described={"murder": "Incident"})
    ada, murder = scene.things
    guesses = [fact(ada, "committed", murder, Span(0, 13), rule="reader"), fact(murder, "actor", ada, Span(0, 13), rule="reader")]

    assert [] == plausible(scene, guesses, [fact(murder, "target", ada, Span(0, 13), rule="noun-target")])
    assert guesses == plausible(scene, guesses, [])


def test_who_works_for_a_body_by_a_verb_does_not_work_for_it_no_longer():
    scene = staged(NOMINEE, {"Ada": "Person", "Acme": "Company"})
    ada, acme = (next(i for i, t in scene.things.items() if t.label == name) for name in ("Ada", "Acme"))
    guess = fact(ada, "formerlyWorkedFor", acme, Span(0, 13), rule="reader-formerlyWorkedFor")

    assert [] == plausible(scene, [guess], [fact(ada, "worksFor", acme, Span(0, 13), rule="verb-work")])


def test_who_was_shot_by_somebody_did_not_kill_him():
    scene = staged(
        "Ada NNP nsubjpass shot\nshot VBN ROOT shot shoot\nby IN agent shot\nLeo NNP pobj by", {"Ada": "Person", "Leo": "Person"}
    )
    ada, leo = scene.things
    told = [fact("deed", role, who, Span(0, 3), rule=f"deed-{role}") for role, who in (("actor", leo), ("target", ada))]
    guesses = [fact(a, "killed", b, Span(0, 3), rule="reader-killed") for a, b in ((ada, leo), (leo, ada))]

    assert guesses[1:] == plausible(scene, guesses, told)


def test_the_chief_financial_officer_is_not_guessed_to_head_the_company():
    rows = [
        "chief JJ amod officer",
        "financial JJ amod officer",
        "officer NN compound Ada",
        "Ada NNP nsubj left",
        "left VBD ROOT left leave",
    ]
    scene = staged("\n".join([*rows, "Acme NNP dobj left"]), {"chief financial officer": "Position", "Ada": "Person", "Acme": "Company"})
    office, ada, acme = scene.things
    guess = fact(ada, "chiefExecutiveOf", acme, Span(0, 3), rule="reader-chiefExecutiveOf")
    holds = fact(ada, "holdsPosition", office, Span(0, 3), rule="title-after-name")

    assert ["worksFor"] == [s.property for s in plausible(scene, [guess], [holds])]
    assert ["chiefExecutiveOf"] == [s.property for s in plausible(scene, [guess], [])]


@pytest.mark.parametrize(("told", "guess"), [("educatedAt", "worksFor"), ("headOf", "formerlyWorkedFor"), ("locatedIn", "basedIn")])
def test_a_guess_against_what_was_told_of_a_school_or_an_office_does_not_stand(told, guess):
    assert [] == kept(NOMINEE, guess, "EducationOrResearchBody", told=(told,))


@pytest.mark.parametrize(("words", "expected"), [("these deals", []), ("the deals", ["party"])])
def test_of_what_only_points_back_nothing_is_guessed(words, expected):
    first, noun = words.split()
    table = f"{first} DT det {noun}\n{noun} NNS nsubj helped\nhelped VBD ROOT helped help\nNorland NNP dobj helped"
    scene = staged(table, {"Norland": "Country"}, described={words: "Agreement"})
    deals, norland = sorted(scene.things, key=lambda i: scene.things[i].type)
    guess = fact(deals, "party", norland, Span(0, 3), rule="reader-party")

    assert expected == [s.property for s in plausible(scene, [guess], [])]


def test_who_sold_a_company_did_not_buy_it():
    scene = staged(
        "Acme NNP nsubj sold\nsold VBD ROOT sold sell\nVandel NNP dobj sold\nto IN dative sold\nBolt NNP pobj to",
        {"Acme": "Company", "Vandel": "Company", "Bolt": "Company"},
    )
    acme, vandel, bolt = scene.things
    guesses = [fact(who, "acquires", vandel, Span(0, 3), rule="reader-acquires") for who in (acme, bolt)]

    assert guesses[1:] == plausible(scene, guesses, [fact(vandel, "formerlyOwnedBy", acme, Span(0, 3), rule="verb-sell")])


@pytest.mark.parametrize(("at", "expected"), [(0, 0), (40, 1)], ids=["the same words", "other words"])
def test_whose_daughter_was_born_somewhere_was_not_born_there(at, expected):
    scene = staged(
        "Ada NNP nsubjpass born\nLeo NNP appos Ada\nborn VBN ROOT born bear\nin IN prep born\nOslo NNP pobj in",
        {"Ada": "Person", "Leo": "Person", "Oslo": "City"},
    )
    ada, leo, oslo = scene.things
    guess = fact(leo, "bornIn", oslo, Span(at, at + 9), rule="reader-bornIn")

    assert expected == len(plausible(scene, [guess], [fact(ada, "bornIn", oslo, Span(0, 9), rule="passive-bear")]))


def test_whom_somebody_succeeds_as_head_heads_the_body_no_longer():
    scene = staged(
        "Ada NNP nsubj succeeded\nsucceeded VBD ROOT succeeded succeed\nLeo NNP dobj succeeded\nAcme NNP npadvmod succeeded",
        {"Ada": "Person", "Leo": "Person", "Acme": "Company"},
    )
    ada, leo, acme = scene.things
    told = [fact(ada, "succeeds", leo, Span(0, 3), rule="verb-succeed"), fact(ada, "headOf", acme, Span(0, 3), rule="title-as-succeed")]

    assert [] == plausible(scene, [fact(leo, "chiefExecutiveOf", acme, Span(0, 3), rule="reader-chiefExecutiveOf")], told)


@pytest.mark.parametrize(
    ("verb", "expected"), [("pleaded VBD ROOT pleaded plead", "Actual"), ("not RB neg pleaded\npleaded VBD ROOT pleaded plead", "Denied")]
)
def test_who_pleads_guilty_to_a_deed_did_it_whatever_the_reader_thinks(verb, expected):
    table = f"Ada NNP nsubj pleaded\n{verb}\nguilty JJ acomp pleaded\nto IN prep guilty\nfraud NN pobj to"
    scene = staged(table, {"Ada": "Person"}, described={"fraud": "Incident"})
    ada, fraud = scene.things
    guess = fact(ada, "committed", fraud, Span(0, len(scene.article.text)), rule="reader-committed", modality="Possible")

    assert [expected] == [s.modality for s in plausible(scene, [guess], [])]


@pytest.mark.parametrize(("verb", "expected"), [("lost VBD ROOT lost lose", 0), ("bought VBD ROOT bought buy", 1)])
def test_nobody_acquires_without_a_word_of_buying(verb, expected):
    word = verb.split()[0]
    scene = staged(f"Acme NNP nsubj {word}\n{verb}\nVandel NNP dobj {word}", {"Acme": "Company", "Vandel": "Company"})
    acme, vandel = scene.things

    assert expected == len(plausible(scene, [fact(acme, "acquires", vandel, Span(0, 10), rule="reader-acquires")], []))
