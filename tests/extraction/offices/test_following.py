"""What follows from offices: ministries, appointments, acts of a state, cooperation in speech."""

from kg.extraction.dates.times import times
from kg.extraction.offices.following import acts_of_state, appointments, cooperations, ministries
from kg.extraction.offices.positions import positions
from kg.extraction.parts import Parts
from kg.extraction.reading import with_things
from kg.extraction.scene import Scene, fact
from kg.extraction.speech.indirect import Said
from kg.model import Span
from tests.extraction.parses import staged, told


def with_parts(scene: Scene, parts: Parts) -> list[tuple[str, str, str]]:
    return told(with_things(scene, parts.things), parts.statements)


MINISTER = """
Ada       NNP  compound Brook
Brook     NNP  nsubj    spoke
,         ,    punct    Brook
Minister  NNP  appos    Brook
of        IN   prep     Minister
Finance   NNP  pobj     of
of        IN   prep     Minister
Norway    NNP  pobj     of
,         ,    punct    Brook
spoke     VBD  ROOT     spoke   speak
"""


def test_a_minister_of_a_state_stands_for_the_ministry():
    scene, said = positions(staged(MINISTER, {"Ada Brook": "Person", "Norway": "Country"}))

    assert [
        ("Ada Brook", "worksFor", "Ministry of Finance of Norway"),
        ("Minister of Finance of Norway", "positionIn", "Ministry of Finance of Norway"),
        ("Ministry of Finance of Norway", "governmentBodyOf", "Norway"),
    ] == with_parts(scene, ministries(scene, said))


def test_a_prime_minister_stands_for_no_ministry():
    table = MINISTER.replace("Minister  NNP  appos    Brook", "Prime NNP compound Minister\nMinister NNP appos Brook")
    table = "\n".join(line for line in table.splitlines() if "Finance" not in line).replace("of        IN   prep     Minister\n", "", 1)
    scene, said = positions(staged(table, {"Ada Brook": "Person", "Norway": "Country"}))

    assert Parts((), ()) == ministries(scene, said)


NAMED = """
Acme      NNP nsubj    named
named     VBD ROOT     named name
Ada       NNP compound Brook
Brook     NNP dobj     named
as        IN  prep     named
director  NN  pobj     as
on        IN  prep     named
3         CD  nummod   March
March     NNP pobj     on
2026      CD  nummod   March
.         .   punct    named
"""


def test_naming_somebody_is_an_appointment_with_its_parts():
    scene, said = positions(staged(NAMED, {"Ada Brook": "Person", "Acme": "Company"}))
    label = "Appointment of Ada Brook as Director of Acme"

    assert [
        (label, "actor", "Acme"),
        (label, "appointee", "Ada Brook"),
        (label, "date", "2026-03-03"),
        (label, "toPosition", "Director of Acme"),
    ] == with_parts(scene, appointments(scene, said, times(scene.article.text, "")))


def test_an_appointment_that_will_be_is_planned():
    table = NAMED.replace("named     VBD ROOT     named name", "will MD aux named\nnamed VB ROOT named name")
    scene, said = positions(staged(table, {"Ada Brook": "Person", "Acme": "Company"}))

    assert {"Planned"} == {statement.modality for statement in appointments(scene, said, []).statements}


def test_holding_a_position_is_no_appointment():
    scene, said = positions(staged(MINISTER, {"Ada Brook": "Person", "Norway": "Country"}))

    assert Parts((), ()) == appointments(scene, said, [])


LAW = """
Parliament NNP nsubj    passed
of         IN  prep     Parliament
Norway     NNP pobj     of
passed     VBD ROOT     passed pass
the        DT  det      Act
Tide       NNP compound Act
Act        NNP dobj     passed
"""


def test_a_law_of_a_body_of_a_state_applies_to_the_state():
    scene = staged(LAW, {"Parliament": "Legislature", "Norway": "Country", "Tide Act": "LegalAct"})
    parliament, norway, act = scene.things
    here = Span(0, len(scene.article.text))
    found = [fact(parliament, "governmentBodyOf", norway, here, rule="x"), fact(act, "approvedBy", parliament, here, rule="x")]

    assert [("Tide Act", "jurisdiction", "Norway")] == told(scene, acts_of_state(scene, found))
    assert [] == told(scene, acts_of_state(scene, found[1:]))


TOGETHER = """
Ada         NNP compound    Brook
Brook       NNP nsubj       praised
praised     VBD ROOT        praised   praise
our         PRP$ poss       cooperation
cooperation NN  dobj        praised
with        IN  prep        cooperation
Acme        NNP pobj        with
and         CC  cc          Acme
Vandel      NNP conj        Acme
"""
NAMES = {"Ada Brook": "Person", "Acme": "Company", "Vandel": "Company"}


def test_cooperation_without_a_side_is_that_of_the_speakers_state():
    scene = staged(f"{TOGETHER}\nNorway NNP ROOT Norway", {**NAMES, "Norway": "Country"})
    ada, _, _, norway = scene.things
    here = Span(0, len(scene.article.text))
    parts = cooperations(scene, [fact(ada, "represents", norway, here, rule="x")], [Said(here, ada, True)])

    assert [("Norway", "cooperatesWith", "Acme"), ("Norway", "cooperatesWith", "Vandel")] == [
        row for row in with_parts(scene, parts) if row[1] == "cooperatesWith"
    ]
    assert {"Implied"} == {s.derivation for s in parts.statements if s.property == "cooperatesWith"}


def test_cooperation_with_a_side_that_nobody_knows_says_nothing():
    assert Parts((), ()) == cooperations(staged(TOGETHER, NAMES), [], [])


def test_the_cooperation_of_two_bodies_is_between_them():
    table = TOGETHER.replace("our         PRP$ poss       cooperation", "Sorrel NNP poss cooperation\n's POS case Sorrel")
    scene = staged(table, {**NAMES, "Sorrel": "Company"})
    parts = cooperations(scene, [], [])

    assert [
        ("Cooperation of Sorrel and Acme", "party", "Acme"),
        ("Cooperation of Sorrel and Acme", "party", "Sorrel"),
        ("Cooperation of Sorrel and Vandel", "party", "Sorrel"),
        ("Cooperation of Sorrel and Vandel", "party", "Vandel"),
        ("Sorrel", "cooperatesWith", "Acme"),
        ("Sorrel", "cooperatesWith", "Vandel"),
    ] == with_parts(scene, parts)


def test_a_phrase_that_was_a_clause_still_tells_who_names():
    table = NAMED.replace("NNP nsubj    named", "NNP ROOT     Acme").replace("VBD ROOT     named name", "VBD acl      Acme name")
    scene, said = positions(staged(table, {"Ada Brook": "Person", "Acme": "Company"}))

    assert ("actor", "Acme") in {(name, of) for _, name, of in with_parts(scene, appointments(scene, said, []))}
