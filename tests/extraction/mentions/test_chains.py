"""Which mentions refer to the same thing."""

import pytest

from kg.extraction.mentions.chains import FAVOUR, chains, favoured
from kg.extraction.spot import Spot
from kg.ontology import load
from tests.extraction.parses import parsed


def groups(text: str, *found: tuple[str, str, str]) -> list[list[str]]:
    """The words of each chain; `found` are (words, class, kind) in text order."""
    begin, spots = 0, []
    for words, type_, kind in found:
        begin = text.index(words, begin)
        spots.append(Spot(begin, begin + len(words), kind, type_))
        begin += len(words)
    sentences = [text[: spot.start].count(". ") for spot in spots]
    return [[text[spots[i].start : spots[i].end] for i in chain] for chain in chains(spots, text, sentences, load(), {})]


def name(words: str, type_: str = "Person") -> tuple[str, str, str]:
    return words, type_, "name"


def pronoun(words: str, type_: str = "Person") -> tuple[str, str, str]:
    return words, type_, "pronoun"


@pytest.mark.parametrize(
    ("text", "short", "long", "type_"),
    [
        ("Ada Brook came. Brook spoke.", "Brook", "Ada Brook", "Person"),
        ("Ada Brook came. Mrs. Brook spoke.", "Mrs. Brook", "Ada Brook", "Person"),
        ("The Harbour Tide Board met. The HTB voted.", "HTB", "Harbour Tide Board", "Organization"),
        ("Vandel Software grew. Vandel fell.", "Vandel", "Vandel Software", "Company"),
        ("Norway agreed. The Norwegian side paid.", "Norwegian", "Norway", "Country"),
        (
            "The Government of the United States of America met. The US Government paid.",
            "US Government",
            "Government of the United States of America",
            "GovernmentBody",
        ),
        ("Acme grew. Acme’s shares fell.", "Acme’s", "Acme", "Company"),
        ("Ada Brook came. Ada spoke.", "Ada", "Ada Brook", "Person"),
        ("Eun Byung Chul came. Eun spoke.", "Eun", "Eun Byung Chul", "Person"),
        ("Ada M. Brook came. Ada Brook spoke.", "Ada Brook", "Ada M. Brook", "Person"),
        ("Leo Brook Jr. came. Brook spoke.", "Brook", "Leo Brook Jr.", "Person"),
        ("The Norland Harbour Council met. The Council voted.", "Council", "Norland Harbour Council", "GovernmentBody"),
        ("The U.S. Harbour Board met. The Harbour Board voted.", "Harbour Board", "U.S. Harbour Board", "GovernmentBody"),
        ("The United Nations Tide Office met. The UN Tide Office voted.", "UN Tide Office", "United Nations Tide Office", "Organization"),
        ("Vandel Inc. grew. Vandel fell.", "Vandel", "Vandel Inc.", "Company"),
        ("The Halden R9 flew. R9s are old.", "R9s", "Halden R9", "Product"),
        ("The Dolna Strip is long. Dolna is dry.", "Dolna", "Dolna Strip", "Region"),
        ("Security Board Resolution 12 is out. Resolution 12 is short.", "Resolution 12", "Security Board Resolution 12", "LegalAct"),
        ("The Union of All Tides (UAT) met.", "UAT", "Union of All Tides", "Region"),
        (
            "The Norwegian Tide Ministry met. The Tide Ministry of Norway voted.",
            "Tide Ministry of Norway",
            "Norwegian Tide Ministry",
            "Ministry",
        ),
        (
            "The Ministry of Tides of Norway met. The Norwegian Tides Ministry voted.",
            "Norwegian Tides Ministry",
            "Ministry of Tides of Norway",
            "Ministry",
        ),
        (
            "The Ministry for Foreign Affairs met. The Foreign Ministry voted.",
            "Foreign Ministry",
            "Ministry for Foreign Affairs",
            "Ministry",
        ),
        ("The Senate of South Korea met. The South Korean Senate voted.", "South Korean Senate", "Senate of South Korea", "Legislature"),
        ("The Norwegian Tides Ministry met. The Ministry of Tides voted.", "Ministry of Tides", "Norwegian Tides Ministry", "Ministry"),
        ("The Association for Tides (VfG) met.", "VfG", "Association for Tides", "Organization"),
        ("Ilan Al-Kutob came. Kutob spoke.", "Kutob", "Ilan Al-Kutob", "Person"),
        ("The EU Commission met. The European Commission voted.", "European Commission", "EU Commission", "GovernmentBody"),
        ("The U. N. met. The United Nations voted.", "United Nations", "U. N.", "InternationalOrganization"),
        ("The Old Tide Party of Norway met. The Tide Party voted.", "Tide Party", "Old Tide Party of Norway", "PoliticalParty"),
    ],
)
def test_a_shorter_form_of_a_name_is_the_same_thing(text, short, long, type_):
    assert [[long, short]] == groups(text, name(long, type_), name(short, type_))


@pytest.mark.parametrize(
    ("text", "first", "second", "type_"),
    [
        ("Ada Brook, known online as Tidewatcher, came.", "Ada Brook", "Tidewatcher", "Person"),
        ("Ada Brook (also known as “Tidewatcher”) came.", "Ada Brook", "Tidewatcher", "Person"),
        ("Ada Brook, who is better known as Tidewatcher, came.", "Ada Brook", "Tidewatcher", "Person"),
        ("Ada Brook (born Ida Mill) came.", "Ada Brook", "Ida Mill", "Person"),
        ("Ada Brook alias Tidewatcher came.", "Ada Brook", "Tidewatcher", "Person"),
        ("Ada Brook, nicknamed “the Otter”, came.", "Ada Brook", "Otter", "Person"),
        ("Halden Rotor, formerly called Vandel, grew.", "Halden Rotor", "Vandel", "Company"),
        ("Westhaven, formerly Dolna, known as Port Ida, grew.", "Dolna", "Port Ida", "City"),
    ],
)
def test_what_a_thing_is_also_called_is_that_thing(text, first, second, type_):
    assert [[first, second]] == groups(text, name(first, type_), name(second, type_))


def test_a_club_is_called_by_the_last_word_of_its_name():
    text = "Real Sociedad won. Sociedad were happy."

    assert [["Real Sociedad", "Sociedad"]] == groups(text, name("Real Sociedad", "Organization"), name("Sociedad", "Organization"))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "The Tide Ministry of Norway met the Swedish Tide Ministry.",
            name("Tide Ministry of Norway", "Ministry"),
            name("Swedish Tide Ministry", "Ministry"),
        ),
        ("The Bank of Norway met the Norwegian Bank.", name("Bank of Norway", "Company"), name("Norwegian Bank", "Company")),
        ("Ada Brook called Ida Mill.", name("Ada Brook"), name("Ida Mill")),
        ("Ada Brook, born in Westhaven, met Ida Mill.", name("Ada Brook"), name("Ida Mill")),
        ("Ada Brook is known as Tidewatch.", name("Ada Brook"), name("Tidewatch", "Company")),
        ("Ada Brook met Ida Brook.", name("Ada Brook"), name("Ida Brook")),
        ("Ada Brook met Ada Mill.", name("Ada Brook"), name("Ada Mill")),
        ("Brook is a town; Ada Brook lives there.", name("Brook", "City"), name("Ada Brook")),
        ("The Harbour Tide Board met the HTC.", name("Harbour Tide Board", "Organization"), name("HTC", "Organization")),
        ("Norway met Sweden.", name("Norway", "Country"), name("Sweden", "Country")),
        ("The Senate met the Senate Tide Committee.", name("Senate", "Legislature"), name("Senate Tide Committee", "Legislature")),
        ("Dolna City is near Dolna.", name("Dolna City", "City"), name("Dolna", "City")),
        ("Leo Brook Jr. met Leo Brook Sr.", name("Leo Brook Jr."), name("Leo Brook Sr.")),
        ("The Halden met the Halden R9.", name("Halden", "Product"), name("Halden R9", "Product")),
        ("The Senate met Senate Democrats.", name("Senate", "Legislature"), name("Senate Democrats", "PoliticalParty")),
        ("Ada Brook (SPD) left.", name("Ada Brook"), name("SPD", "PoliticalParty")),
        ("Acme Steel (Norland) left.", name("Acme Steel", "Company"), name("Norland", "Country")),
    ],
)
def test_two_names_are_two_things(text, one, other):
    assert [[one[0]], [other[0]]] == groups(text, one, other)


def test_a_surname_of_one_person_with_two_fuller_names_is_that_person():
    text = "Ada Brook met Leo Mill. Ada Ida Brook left. Brook spoke."

    assert [["Ada Brook", "Ada Ida Brook", "Brook"], ["Leo Mill"]] == groups(
        text, name("Ada Brook"), name("Leo Mill"), name("Ada Ida Brook"), name("Brook")
    )


def test_a_surname_that_two_persons_have_is_neither_of_them():
    text = "Ada Brook met Ida Brook. Brook spoke."

    assert [["Ada Brook"], ["Ida Brook"], ["Brook"]] == groups(text, name("Ada Brook"), name("Ida Brook"), name("Brook"))


def test_a_surname_that_two_persons_have_is_whom_the_article_named_first():
    text = "Ada Brook was jailed. Her son, Leo Brook, was freed. Brook will appeal."

    assert ["Ada Brook", "Brook"] in groups(text, name("Ada Brook"), name("Leo Brook"), name("Brook"))


def test_he_and_she_are_the_person_before_them():
    text = "Ada Brook came. She spoke, and her mill turned."

    assert [["Ada Brook", "She", "her"]] == groups(text, name("Ada Brook"), pronoun("She"), pronoun("her"))


def test_he_and_she_are_not_one_person():
    text = "She saw him."

    assert [["She"], ["him"]] == groups(text, pronoun("She"), pronoun("him"))


def test_it_is_no_person():
    text = "Ada Brook runs Acme. It grew."

    assert [["Ada Brook"], ["Acme", "It"]] == groups(text, name("Ada Brook"), name("Acme", "Company"), pronoun("It", "Organization"))


def test_it_does_not_reach_far_back():
    text = "Acme grew. Days went by. Nobody spoke. It rained."

    assert [["Acme"], ["It"]] == groups(text, name("Acme", "Company"), pronoun("It", "Organization"))


def test_i_is_left_to_the_speaker_of_the_words():
    text = "Ada Brook came. I saw that."

    assert [["Ada Brook"], ["I"]] == groups(text, name("Ada Brook"), pronoun("I"))


def test_a_description_is_the_latest_name_of_its_class():
    text = "The Ministry of Tides met Acme. The ministry paid."

    assert [["Ministry of Tides", "The ministry"], ["Acme"]] == groups(
        text, name("Ministry of Tides", "Ministry"), name("Acme", "Company"), ("The ministry", "Ministry", "nominal")
    )


def test_a_description_with_a_complement_of_its_own_is_a_thing_of_its_own():
    text = "The Ministry of Tides met the ministry of Norway."

    assert [["Ministry of Tides"], ["the ministry of Norway"]] == groups(
        text, name("Ministry of Tides", "Ministry"), ("the ministry of Norway", "Ministry", "nominal")
    )


def test_the_scores_of_a_model_decide_where_they_are_given():
    text = "Ada Brook met Ida Mill. She spoke."
    spots = [Spot(0, 9, "name", "Person"), Spot(14, 22, "name", "Person"), Spot(24, 27, "pronoun", "Person")]

    assert [[0], [1, 2]] == chains(spots, text, [0, 0, 1], load(), {(0, 2): -1.0, (1, 2): 2.0})
    assert [[0], [1], [2]] == chains(spots, text, [0, 0, 1], load(), {(0, 2): -1.0, (1, 2): -2.0})


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("clerks who pass", False),
        ("these clerks", True),
        ("traders of wool", True),
        ("traders who pass", False),
        ("the clerks selected by Acme", False),
        ("the traders selected by Acme", True),
    ],
)
def test_people_described_anew_are_others_unless_the_noun_is_the_same(words, same):
    text = f"The traders met. Then {words} left."
    spots = [Spot(0, 11, "nominal", "Group"), Spot(22, 22 + len(words), "nominal", "Group")]

    assert ([[0, 1]] if same else [[0], [1]]) == chains(spots, text, [0, 1], load(), {(0, 1): 2.0})


def test_nothing_gives_no_chain():
    assert [] == chains([], "", [], load(), {})


def test_who_was_called_she_is_not_he():
    text = "Ada Brook came. She sang. Leo Mill came with Ada Brook. He left."

    assert ["Ada Brook", "She", "Ada Brook"] in groups(
        text, name("Ada Brook"), pronoun("She"), name("Leo Mill"), name("Ada Brook"), pronoun("He")
    )
    assert ["Leo Mill", "He"] in groups(text, name("Ada Brook"), pronoun("She"), name("Leo Mill"), name("Ada Brook"), pronoun("He"))


def test_who_is_described_may_still_be_she():
    text = "Ada Brook came. The woman sang. She left."

    assert [["Ada Brook", "The woman", "She"]] == groups(text, name("Ada Brook"), ("The woman", "Person", "nominal"), pronoun("She"))


@pytest.mark.parametrize(
    ("text", "description", "described"),
    [
        ("Turbine maker Halden Rotor grew.", ("Turbine maker", "Company", "nominal"), name("Halden Rotor", "Company")),
        ("The town of Dolna slept.", ("The town", "City", "nominal"), name("Dolna", "City")),
        ("The former judge Ada Brook spoke.", ("The former judge", "Person", "nominal"), name("Ada Brook")),
        ("Its parent company, Acme, grew.", ("Its parent company", "Company", "nominal"), name("Acme", "Company")),
        ("The main index, the Tide 100, fell.", ("The main index", "Product", "nominal"), name("Tide 100", "Product")),
    ],
)
def test_a_description_right_before_a_name_is_that_thing(text, description, described):
    assert [[description[0], described[0]]] == groups(text, description, described)


@pytest.mark.parametrize(
    ("text", "described", "description"),
    [
        ("Acme, a maker of saws, grew.", name("Acme", "Company"), ("a maker of saws", "Company", "nominal")),
        ("The Tide operating system grew.", name("Tide", "Product"), ("operating system", "Product", "nominal")),
    ],
)
def test_a_description_right_after_a_name_is_that_thing(text, described, description):
    assert [[described[0], description[0]]] == groups(text, described, description)


@pytest.mark.parametrize(
    ("text", "description", "described"),
    [
        ("The companies Halden Rotor and Acme grew.", ("The companies", "Company", "nominal"), name("Halden Rotor", "Company")),
        ("The director of Acme spoke.", ("The director", "Person", "nominal"), name("Acme", "Company")),
        ("The owner of Acme Bank grew.", ("The owner", "Company", "nominal"), name("Acme Bank", "Company")),
        ("The owner, Acme, and Bolt grew.", ("The owner", "Company", "nominal"), name("Acme", "Company")),
        ("The owner, Acme said, grew.", ("The owner", "Company", "nominal"), name("Acme", "Company")),
    ],
)
def test_a_description_of_several_or_of_another_thing_is_not(text, description, described):
    assert [[description[0]], [described[0]]] == groups(text, description, described)


JOINED = """
Norland NNP nsubj draws
draws   VBZ ROOT  draws draw
the     DT  det   mills
mills   NNS dobj  draws mill
and     CC  cc    draws
it      PRP nsubj works
works   VBZ conj  draws work
"""


def test_the_pronoun_that_heads_a_joined_clause_is_sooner_what_heads_the_clause_before():
    doc = parsed(JOINED)
    spots = [
        Spot(doc.text.index(word), doc.text.index(word) + len(word), kind, "Organization")
        for word, kind in (("Norland", "name"), ("the mills", "nominal"), ("it", "pronoun"))
    ]

    better = favoured({(0, 2): 0.5, (1, 2): 1.0}, spots, doc)

    assert (0.5 + FAVOUR, 1.0) == (better[0, 2], better[1, 2])


LOST = """
Acme   NNP nsubj  grew
grew   VBD ROOT   grew  grow
.      .   punct  grew
The    DT  det    krona
krona  NN  nsubj  lost
lost   VBD ROOT   lost  lose
half   NN  dobj   lost
its    PRP$ poss  value
value  NN  dobj   lost
"""


def test_its_is_more_likely_of_its_clause_s_subject_that_is_no_mention():
    doc = parsed(LOST)
    spots = [Spot(doc.text.index(w), doc.text.index(w) + len(w), kind, "Company") for w, kind in (("Acme", "name"), ("its", "pronoun"))]

    assert favoured({(0, 1): 3.0}, spots, doc)[0, 1] < 0


def test_a_description_that_a_name_follows_is_nobody_else_whatever_a_model_says():
    text = "Ada Brook left. The poet Leo Mill sang."
    spots = [
        Spot(text.index(words), text.index(words) + len(words), kind, "Person")
        for words, kind in (("Ada Brook", "name"), ("The poet", "nominal"), ("Leo Mill", "name"))
    ]

    assert [[0], [1, 2]] == chains(spots, text, [0, 1, 1], load(), {(0, 1): 5.0})


@pytest.mark.parametrize(
    ("text", "named", "described", "type_", "together"),
    [
        ("The Norwegian Tide Board met. The Swedish board voted.", "Norwegian Tide Board", "The Swedish board", "Organization", False),
        ("The Norwegian Tide Board met. The Norwegian board voted.", "Norwegian Tide Board", "The Norwegian board", "Organization", True),
        ("Bergen lies north. The Norwegian capital is large.", "Bergen", "The Norwegian capital", "City", False),
        ("Oslo lies north. The Norwegian capital is large.", "Oslo", "The Norwegian capital", "City", True),
    ],
)
def test_a_description_of_one_country_is_nothing_of_another(text, named, described, type_, together):
    found = [Spot(text.index(w), text.index(w) + len(w), kind, type_) for w, kind in ((named, "name"), (described, "nominal"))]

    assert together == (len(chains(found, text, [0, 1], load(), {(0, 1): 1.0})) == 1)


@pytest.mark.parametrize(("score", "together"), [(-2.0, True), (-5.0, False)])
def test_the_company_is_the_only_one_that_was_named_unless_the_reader_is_against_it(score, together):
    text = "Acme grew. The company paid."
    found = [Spot(0, 4, "name", "Company"), Spot(11, 22, "nominal", "Company")]

    assert together == (len(chains(found, text, [0, 1], load(), {(0, 1): score})) == 1)


@pytest.mark.parametrize(("name", "together"), [("Norland Army", True), ("Norland Tide Agency", False)])
def test_the_army_is_no_agency(name, together):
    text = f"{name} met. The army voted."
    found = [Spot(0, len(name), "name", "GovernmentBody"), Spot(text.index("The army"), text.index(" voted"), "nominal", "GovernmentBody")]

    assert together == (len(chains(found, text, [0, 1], load(), {(0, 1): 1.0})) == 1)


def test_a_novel_is_what_is_named_in_quotation_marks_behind_it():
    text = 'She wrote her novel "The Ferry" there.'
    at = text.index("Ferry")
    found = [Spot(10, 19, "nominal", "Work"), Spot(at, at + 5, "name", "Work")]

    assert 1 == len(chains(found, text, [0, 0], load(), {}))
