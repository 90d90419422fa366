"""What an article may be read into, and an ontology of the user's own beside it."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.extraction.mentions.spotting import cue_names
from kg.extraction.offices.positions import positions
from kg.extraction.relations.frames import frames
from kg.extraction.relations.nouns import nouns
from kg.ontology import Ontology, load
from tests.extraction.parses import parsed, staged, told

ONTOLOGY = load()


def test_a_class_is_all_its_super_classes():
    assert ONTOLOGY.is_a("Ministry", "Ministry")
    assert ONTOLOGY.is_a("Ministry", "GovernmentBody")
    assert ONTOLOGY.is_a("Ministry", "Agent")
    assert not ONTOLOGY.is_a("GovernmentBody", "Ministry")
    assert not ONTOLOGY.is_a("Ministry", "Person")


def test_a_country_is_a_place_and_an_agent():
    assert ONTOLOGY.is_a("Country", "Place")
    assert ONTOLOGY.is_a("Country", "Agent")


def test_an_unknown_class_is_only_itself():
    assert ONTOLOGY.is_a("Dragon", "Dragon")
    assert not ONTOLOGY.is_a("Dragon", "Agent")


@pytest.mark.parametrize(
    ("name", "subject", "object_", "expected"),
    [
        ("foundedBy", "Company", "Person", True),
        ("holdsPosition", "Person", "Position", True),
        ("holdsPosition", "Position", "Person", False),
        ("locatedIn", "City", "Country", True),
        ("age", "Person", "", True),
        ("age", "Person", "City", False),
        ("foundedBy", "Company", "", False),
        ("noSuchProperty", "Person", "Person", False),
    ],
)
def test_ends_fit_a_property_by_their_classes(name, subject, object_, expected):
    assert expected is ONTOLOGY.fits(name, subject, object_)


def test_a_property_knows_its_super_properties():
    assert {"headOf", "memberOf"} <= ONTOLOGY.properties["chiefExecutiveOf"].supers


def test_the_cues_stand_on_terms_and_the_terms_are_sorted():
    terms = set(ONTOLOGY.classes) | set(ONTOLOGY.properties)
    cues = [names for phrases in ONTOLOGY.cues.values() for names in phrases.values()]

    assert all(set(names) <= terms for names in cues)
    assert all(list(names) == sorted(names) for names in cues)


FERRIES = """
@prefix own:  <https://example.org/ferries#> .
@prefix ng:   <https://w3id.org/newsgraph/ont#> .
@prefix cue:  <https://w3id.org/newsgraph/cue#> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

own:Ferry a owl:Class ; rdfs:subClassOf ng:Product ; rdfs:label "ferry"@en ;
  cue:headNoun "Ferry" ; cue:nominal "ferry" .
own:towedBy a owl:ObjectProperty ; rdfs:label "towed by"@en ;
  rdfs:domain own:Ferry ; rdfs:range ng:Organization ; cue:agentVerb "tow" .
own:sistershipOf a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:label "sistership of"@en ;
  rdfs:domain own:Ferry ; rdfs:range own:Ferry ; cue:kin "sistership" .
own:skipperOf a owl:ObjectProperty ; rdfs:subPropertyOf ng:memberOf ; rdfs:label "skipper of"@en ;
  rdfs:domain ng:Person ; rdfs:range ng:Organization ; cue:title "skipper" .
"""
OWN = "https://example.org/ferries#"


@pytest.fixture
def ferries(tmp_path: Path) -> Ontology:
    """An invented domain, in Turtle only."""
    path = tmp_path / "ferries.ttl"
    path.write_text(FERRIES, encoding="utf-8")
    return load(extra=path)


def test_a_users_own_turtle_adds_classes_and_properties(ferries):
    assert ferries.is_a(OWN + "Ferry", "Product")
    assert ferries.fits(OWN + "towedBy", OWN + "Ferry", "Company")
    assert not ferries.fits(OWN + "towedBy", "Person", "Company")
    assert ferries.properties[OWN + "sistershipOf"].symmetric
    assert "memberOf" in ferries.properties[OWN + "skipperOf"].supers


def test_a_users_own_turtle_takes_nothing_away(ferries):
    assert ONTOLOGY.classes["Ministry"] == ferries.classes["Ministry"]
    assert ONTOLOGY.properties.items() <= ferries.properties.items()
    assert OWN + "Ferry" not in load().classes


@pytest.mark.parametrize(
    "table",
    [
        """
        Acme   NNP nsubj    towed
        towed  VBD ROOT     towed  tow
        Gull   NNP dobj     towed
        """,
        """
        Gull   NNP nsubjpass towed
        was    VBD auxpass  towed  be
        towed  VBN ROOT     towed  tow
        by     IN  agent    towed
        Acme   NNP pobj     by
        """,
    ],
)
def test_a_verb_of_the_users_own_is_read(ferries, table):
    scene = staged(table, {"Acme": "Company", "Gull": OWN + "Ferry"}, ontology=ferries)

    assert [("Gull", OWN + "towedBy", "Acme")] == told(scene, frames(scene))


def test_a_noun_of_the_users_own_is_read(ferries):
    table = """
    Gull       NNP nsubj  sank
    ,          ,   punct  Gull
    sistership NN  appos  Gull
    of         IN  prep   sistership
    Tern       NNP pobj   of
    ,          ,   punct  Gull
    sank       VBD ROOT   sank   sink
    """
    scene = staged(table, dict.fromkeys(("Gull", "Tern"), OWN + "Ferry"), ontology=ferries)

    assert [("Gull", OWN + "sistershipOf", "Tern")] == told(scene, nouns(scene))


def test_a_title_of_the_users_own_is_read(ferries):
    table = """
    Ada     NNP compound Brook
    Brook   NNP nsubj    slept
    ,       ,   punct    Brook
    skipper NN  appos    Brook
    of      IN  prep     skipper
    Acme    NNP pobj     of
    ,       ,   punct    Brook
    slept   VBD ROOT     slept  sleep
    """
    scene, said = positions(staged(table, {"Ada Brook": "Person", "Acme": "Company"}, ontology=ferries))

    assert ("Ada Brook", OWN + "skipperOf", "Acme") in told(scene, said)


def test_a_head_noun_of_the_users_own_tells_a_class(ferries):
    doc = parsed("Westhaven NNP compound Ferry\nFerry NNP nsubj sank\nsank VBD ROOT sank sink")

    assert [OWN + "Ferry"] == [spot.type for spot in cue_names(doc, ferries)]


def test_a_cue_of_the_users_own_may_stand_on_a_packaged_property(tmp_path):
    path = tmp_path / "more.ttl"
    path.write_text(
        "@prefix ng: <https://w3id.org/newsgraph/ont#> . @prefix cue: <https://w3id.org/newsgraph/cue#> . ng:acquires cue:verb 'swallow' .",
        encoding="utf-8",
    )

    assert ("acquires",) == load(extra=path).cues["verb"]["swallow"]
    assert "swallow" not in load().cues["verb"]


def test_a_cue_on_an_unknown_term_is_refused(tmp_path):
    path = tmp_path / "wrong.ttl"
    path.write_text("@prefix cue: <https://w3id.org/newsgraph/cue#> . <https://example.org/tows> cue:verb 'tow' .", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"'https://example\.org/tows', which is no class or property"):
        load(extra=path)


@pytest.mark.parametrize("text", ["this is no Turtle", "@prefix own: <https://example.org/> . own:a own:b", "<a> <b> <c"])
def test_a_file_that_is_no_turtle_is_refused_by_name(tmp_path, text):
    path = tmp_path / "wrong.ttl"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(OntologyError, match=r"wrong\.ttl: not a Turtle file"):
        load(extra=path)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path):
    with pytest.raises(OntologyError, match=r"absent\.ttl"):
        load(extra=tmp_path / "absent.ttl")
