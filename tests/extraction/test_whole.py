"""The whole reading by rules, with the English model: invented stories, and texts that are none."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.extraction import reader
from kg.model import Article, Extraction
from tests.conftest import needs_extraction

pytestmark = [pytest.mark.model, needs_extraction]

Facts = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def read() -> Callable[[Article], Extraction]:
    """The reading by rules alone, loaded once."""
    return reader(model=False)


def facts(extraction: Extraction, *, modality: str = "Actual") -> Facts:
    """What the article says, as (label, property, label or value)."""
    labels = {entity.id: entity.label for entity in extraction.entities} | {extraction.article_id: "article"}
    return {
        (labels[s.subject], s.property, labels[s.object] if isinstance(s.object, str) else s.object.lexical)
        for s in extraction.statements
        if s.modality == modality
    }


def whole(extraction: Extraction) -> None:
    """What holds of every extraction."""
    text = extraction.article.text
    spans = [
        *(mention.span for mention in extraction.mentions),
        *extraction.sentences,
        *(span for statement in extraction.statements for span in statement.evidence),
        *(span for utterance in extraction.utterances for span in utterance.spans),
    ]
    known = {entity.id for entity in extraction.entities} | {extraction.article_id}
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(extraction.quote(span).strip() for span in spans)
    assert known >= {s.subject for s in extraction.statements} | {s.object for s in extraction.statements if isinstance(s.object, str)}
    assert known >= {mention.entity for mention in extraction.mentions} | {u.speaker for u in extraction.utterances}


class Story(NamedTuple):
    """An invented story, with what must and what must not be read from it."""

    text: str
    expected: Facts
    forbidden: Facts
    marked: frozenset[tuple[str, str, str, str]] = frozenset()
    """(modality, label, property, label or value)."""


STORIES = {
    "a purchase": Story(
        "Vandel Marine bought Sorrel Shipping on 3 March 2026. Ada Brook, chief executive of Vandel Marine, said the yard will stay open.",
        {
            ("Vandel Marine", "acquires", "Sorrel Shipping"),
            ("Purchase of Sorrel Shipping by Vandel Marine", "date", "2026-03-03"),
            ("Ada Brook", "holdsPosition", "Chief executive of Vandel Marine"),
            ("Ada Brook", "chiefExecutiveOf", "Vandel Marine"),
        },
        {("Sorrel Shipping", "acquires", "Vandel Marine"), ("Ada Brook", "chiefExecutiveOf", "Sorrel Shipping")},
    ),
    "a law": Story(
        "The Norwegian parliament passed the Tide Recovery Act on Monday. "
        "Henrik Solberg, Norway's finance minister, said the law may create 400 jobs.",
        {
            ("Tide Recovery Act", "approvedBy", "Norwegian parliament"),
            ("Tide Recovery Act", "approvedOn", "2026-05-04"),
            ("Henrik Solberg", "ministerOf", "Norway"),
        },
        {("Jobs created (Tide Recovery Act): 400 jobs", "value", "400"), ("Henrik Solberg", "headOfGovernment", "Norway")},
        frozenset({("Possible", "Jobs created (Tide Recovery Act): 400 jobs", "value", "400")}),
    ),
    "a denial": Story(
        "“We will open the Harbour Bridge in May,” Mayor Ida Mill told reporters. She denied that Acme Motors had bought Vandel Software.",
        {("Ida Mill", "holdsPosition", "Mayor")},
        {("Acme Motors", "acquires", "Vandel Software")},
        frozenset({("Denied", "Acme Motors", "acquires", "Vandel Software")}),
    ),
    "a life": Story(
        "Clara Stone was born in Lisbon and studied at Westhaven University. Stone, 51, joined Vandel Software in 2019.",
        {
            ("Clara Stone", "bornIn", "Lisbon"),
            ("Clara Stone", "educatedAt", "Westhaven University"),
            ("Clara Stone", "age", "51"),
        },
        {("Clara Stone", "memberOf", "Westhaven University"), ("Clara Stone", "livesIn", "Lisbon")},
    ),
    "a plan": Story(
        "Acme Motors plans to acquire Vandel Software. Acme Motors named Leo Fisher as its chief executive in January 2026.",
        {("Appointment of Leo Fisher as Chief executive of Acme Motors", "date", "2026-01")},
        {("Acme Motors", "acquires", "Vandel Software"), ("Leo Fisher", "holdsPosition", "Chief executive of Acme Motors")},
        frozenset(
            {
                ("Intended", "Acme Motors", "acquires", "Vandel Software"),
                ("Planned", "Leo Fisher", "holdsPosition", "Chief executive of Acme Motors"),
            }
        ),
    ),
    "a list of countries": Story(
        "Delegates from Denmark, Norway, Sweden and Finland met in Helsinki on Tuesday. "
        "The United Kingdom and France signed the Harbour Treaty.",
        {
            ("Helsinki", "locatedIn", "Finland"),
            ("Harbour Treaty", "signedBy", "United Kingdom"),
            ("Harbour Treaty", "signedBy", "France"),
        },
        {
            ("Denmark", "locatedIn", "Norway"),
            ("Norway", "locatedIn", "Sweden"),
            ("Helsinki", "locatedIn", "Sweden"),
            ("Harbour Treaty", "signedBy", "Finland"),
        },
    ),
}


@pytest.fixture(scope="module")
def extractions(read: Callable[[Article], Extraction]) -> dict[str, Extraction]:
    """Every story, read once."""
    return {name: read(Article(story.text, date="2026-05-06")) for name, story in STORIES.items()}


@pytest.mark.parametrize("name", STORIES)
def test_a_story_says_what_a_reader_would_say_it_says(extractions, name):
    assert set() == STORIES[name].expected - facts(extractions[name])


@pytest.mark.parametrize("name", STORIES)
def test_a_story_does_not_say_what_a_reader_would_not_say_it_says(extractions, name):
    assert set() == STORIES[name].forbidden & facts(extractions[name])


@pytest.mark.parametrize(("name", "expected"), [(name, row) for name, story in STORIES.items() for row in sorted(story.marked)])
def test_what_is_planned_possible_or_denied_is_marked_so(extractions, name, expected):
    modality, *rest = expected

    assert tuple(rest) in facts(extractions[name], modality=modality)


@pytest.mark.parametrize("name", STORIES)
def test_spans_and_ids_of_a_story_hold(extractions, name):
    whole(extractions[name])


@pytest.mark.parametrize("name", STORIES)
def test_reading_a_story_again_gives_the_same(read, extractions, name):
    assert extractions[name] == read(Article(STORIES[name].text, date="2026-05-06"))


def test_a_mention_cuts_its_name(extractions):
    extraction = extractions["a life"]
    clara = next(entity.id for entity in extraction.entities if entity.label == "Clara Stone")

    assert ["Clara Stone", "Stone"] == [extraction.quote(mention.span) for mention in extraction.mentions if mention.entity == clara]


def test_a_quotation_has_its_words_and_its_speaker(extractions):
    extraction = extractions["a denial"]
    labels = {entity.id: entity.label for entity in extraction.entities}

    assert [
        ("Ida Mill", True, "We will open the Harbour Bridge in May,"),
        ("Ida Mill", False, "Acme Motors had bought Vandel Software"),
    ] == [(labels[u.speaker], u.direct, extraction.quote(u.spans[0])) for u in extraction.utterances]


def test_what_is_said_is_the_speakers_claim(extractions):
    extraction = extractions["a denial"]
    labels = {entity.id: entity.label for entity in extraction.entities}

    assert {"Ida Mill"} == {labels[s.asserted_by] for s in extraction.statements if s.modality == "Denied"}


def test_a_name_read_in_two_articles_is_one_thing(read):
    one, other = read(Article("Clara Stone joined Vandel Software.")), read(Article("Vandel Software hired Clara Stone in Lisbon."))

    assert {
        "https://w3id.org/newsgraph/id/org/vandel-software",
        "https://w3id.org/newsgraph/id/person/clara-stone",
    } <= {entity.id for entity in one.entities} & {entity.id for entity in other.entities}


FERRIES = """
@prefix own:  <https://example.org/ferries#> .
@prefix ng:   <https://w3id.org/newsgraph/ont#> .
@prefix cue:  <https://w3id.org/newsgraph/cue#> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

own:Shipyard a owl:Class ; rdfs:subClassOf ng:Company ; cue:headNoun "Shipyard" .
own:overhaulerOf a owl:ObjectProperty ; rdfs:domain own:Shipyard ; rdfs:range ng:Company ; cue:verb "overhaul" .
"""


def test_a_domain_of_the_users_own_is_read_without_python(tmp_path: Path):
    (tmp_path / "ferries.ttl").write_text(FERRIES, encoding="utf-8")
    own = reader(ontology=tmp_path / "ferries.ttl", model=False)

    extraction = own(Article("Westhaven Shipyard overhauled Acme Motors in 2025."))

    assert ("Westhaven Shipyard", "https://example.org/ferries#overhaulerOf", "Acme Motors") in facts(extraction)
    assert "https://example.org/ferries#Shipyard" in {entity.type for entity in extraction.entities}


SYLLABLES = ("ba", "do", "ki", "lu", "mo", "ne", "pa", "ri", "su", "ta", "ve", "zo")


def invented(number: int) -> str:
    """A name, another one for each number."""
    return "".join(SYLLABLES[number // 12**place % 12] for place in range(4)).capitalize()


ODD = {
    "no text": "",
    "blanks": " \n\t\u00a0 ",
    "one word": "Mill",
    "no sentence": "mill river harbour of the and",
    "all capitals": "ADA BROOK OPENED THE MILL IN OSLO ON MONDAY.\nACME MOTORS BOUGHT VANDEL SOFTWARE.",
    "a list": "- Ada Brook\n- Acme Motors\n* Oslo\n1. Norway\n2. Sweden\n",
    "a table": "Name\tTown\tAge\nAda Brook\tOslo\t51\nLeo Mill\tBergen\t47\n| a | b |\n|---|---|\n",
    "emoji": "Ada Brook 🚀 opened 👩‍👩‍👧‍👦 the mill 🇳🇴 in Oslo 🎉🎉.",
    "right-to-left marks": "\u202eAda Brook\u202c opened\u200f the \u2067mill\u2069 in Oslo\u200e.",
    "a zero character": "Ada\0Brook opened the mill.",
    "other line ends": "Ada Brook opened the mill.\r\nShe left Oslo.\r\n",
    "punctuation": "?!... --- «»“” ,,,",
    "marks that open": "“" * 300,
    "one long word": "a" * 50_000,
    "accents of their own": "A\u0301" * 500,
    "tags": "<b>Ada Brook</b> <script>opened(1)</script> the mill & more.",
    "line breaks": "\n" * 3000,
    "commas": "Ada Brook, " * 300,
    "numbers": "1,200 3.5% $7 " * 100,
    "20,000 words": "Vandel Marine bought Sorrel Shipping on 3 March 2026, and Ada Brook said the yard will stay open. " * 1100,
}


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.slow) if "000" in name else name for name in ODD])
def test_an_odd_text_is_read_all_the_same(read, name):
    extraction = read(Article(ODD[name], date="2026-05-06"))

    assert ODD[name] == extraction.article.text
    whole(extraction)


@pytest.mark.slow
def test_three_thousand_names_are_three_thousand_things(read):
    text = " ".join(f"Ada {invented(number)} met Leo {invented(number + 5000)}." for number in range(1500))

    extraction = read(Article(text))

    assert 2900 < len(extraction.entities) <= 3000
    whole(extraction)


def test_nothing_is_said_where_there_is_no_sentence(read):
    assert [()] * 4 == [read(Article(ODD[name])).statements for name in ("no text", "blanks", "one word", "no sentence")]


def test_the_words_of_a_figure_are_its_whole_clause_at_the_end_of_a_paragraph(read):
    text = "Tessera has trained 210 people, and currently, 125 people are employed in Norway.\n\nThe firm is growing in Norway.\n"
    story = read(Article(text, "tessera", date="2026-05-04"))

    said = {text[e.start : e.end] for s in story.statements if s.property == "value" and s.object.lexical == "125" for e in s.evidence}

    assert {"currently, 125 people are employed in Norway"} == said
