"""Which entity a mention refers to: the names that things get."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kg.model import Article, Entity, Extraction, Mention, Span, Statement, Utterance, Value
from kg.ontology import load
from kg.resolution import article_iri, entity_iri, family, resolved, slug

ID = "https://w3id.org/newsgraph/id/"
ONTOLOGY = load()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Brook", "ada-brook"),
        ("the  U.S.", "the-u-s"),
        ("Müller & Söhne", "muller-sohne"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("São Tomé", "sao-tome"),
        ("snake_case", "snake-case"),
        ("Київ", "київ"),
        ("東京", "東京"),
        ("Vandel 2", "vandel-2"),
    ],
)
def test_a_slug_has_small_letters_digits_and_hyphens(name, expected):
    assert expected == slug(name)


@pytest.mark.parametrize("name", ["", "?!", "—", "_"])
def test_a_name_without_letters_has_a_slug_of_its_own(name):
    assert slug(name) == slug(name)
    assert {10} == {len(slug(name))}


def test_two_names_without_letters_have_two_slugs():
    assert slug("?!") != slug("!?")


@given(name=some.text(max_size=200))
@settings(deadline=None)
def test_a_slug_is_short_and_holds_nothing_that_an_iri_cannot(name):
    made = slug(name)

    assert 0 < len(made) <= 120
    assert made == made.lstrip("-")
    assert not any(char.isspace() or char in '/#?<>"' for char in made)


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("Person", "person"),
        ("Ministry", "org"),
        ("Country", "place"),
        ("Facility", "place"),
        ("LegalAct", "work"),
        ("Election", "event"),
        ("Topic", "topic"),
        ("Position", "thing"),
        ("Product", "thing"),
        ("https://example.org/Ferry", "thing"),
    ],
)
def test_a_class_has_a_family(type_, expected):
    assert expected == family(type_, ONTOLOGY)


def test_a_finer_class_does_not_move_the_iri():
    assert entity_iri("Organization", "Acme", ONTOLOGY) == entity_iri("Company", "Acme", ONTOLOGY) == f"{ID}org/acme"


def test_country_and_day_are_part_of_the_name():
    assert f"{ID}place/westhaven--no" == entity_iri("City", "Westhaven", ONTOLOGY, country="no")
    assert f"{ID}event/2026-03-03-tide-forum" == entity_iri("Gathering", "Tide Forum", ONTOLOGY, date="2026-03-03")


@given(label=some.text(min_size=1, max_size=30))
@settings(deadline=None)
def test_an_iri_is_ascii_and_the_same_each_time(label):
    iri = entity_iri("Person", label, ONTOLOGY)

    assert iri == entity_iri("Person", label, ONTOLOGY)
    assert iri.isascii()


def test_an_article_is_named_by_its_day_and_text_alone():
    article = Article("The mill opened.", date="2026-03-03")

    assert "https://w3id.org/newsgraph/doc/2026-03-03-" + article.sha256[:12] == article_iri(article)
    assert article_iri(article) == article_iri(replace(article, title="Mill", url="https://example.org/", identifier="x"))
    assert article_iri(Article("The mill opened.")) != article_iri(article)


TEXT = "Ada Brook founded Acme. She runs Acme Inc."


def read(*entities: Entity, mentions: tuple[Mention, ...] = (), statements: tuple[Statement, ...] = ()) -> Extraction:
    return Extraction(Article(TEXT), "article", (), entities, mentions, statements, (Utterance("utt_1", False, "e0", (Span(0, 9),)),))


ADA = Entity("e0", "Person", "Ada Brook")


def ids(
    extraction: Extraction, *, named: bool = True, countries: dict[str, str] | None = None, dates: dict[str, str] | None = None
) -> list[str]:
    found = resolved(extraction, ONTOLOGY, named={e.id: named for e in extraction.entities}, countries=countries or {}, dates=dates or {})
    return [entity.id for entity in found.entities]


def test_a_named_thing_has_an_iri_that_other_articles_share():
    assert [f"{ID}person/ada-brook"] == ids(read(ADA))


def test_a_thing_without_a_name_is_named_within_its_article():
    article = article_iri(Article(TEXT))

    assert [f"{article}#person_24_ada-brook"] == ids(read(ADA, mentions=(Mention(Span(24, 27), "e0", "pronoun"),)), named=False)


def test_a_figure_is_named_within_its_article_even_if_it_is_named():
    article = article_iri(Article(TEXT))

    assert f"{article}#obs_workers-40" in ids(read(ADA, Entity("obs 3", "Observation", "Workers: 40")))


def test_only_an_event_has_its_day_in_its_name():
    found = ids(read(ADA, Entity("e1", "Launch", "opening")), dates={"e0": "2026-03-03", "e1": "2026-03-03"})

    assert [f"{ID}event/2026-03-03-opening", f"{ID}person/ada-brook"] == found


def merged() -> Extraction:
    one = Entity("e1", "Organization", "Acme", ("ACME",), exact_match=("https://example.org/1",), evidence=(Span(18, 22),))
    other = Entity("e2", "Company", "ACME", ("Acme Inc",), same_as=("https://example.org/2",))
    found = Statement("e1", "foundedBy", "e0", (Span(0, 22),), confidence=0.8)
    again = Statement("e2", "foundedBy", "e0", (Span(24, 41),), confidence=0.9)
    of_itself = Statement("e1", "partOf", "e2", (Span(0, 22),))
    return resolved(
        read(ADA, one, other, statements=(found, again, of_itself)),
        ONTOLOGY,
        named={"e0": True, "e1": True, "e2": True},
        countries={},
        dates={},
    )


def test_two_things_of_one_iri_are_one_thing_with_the_names_and_links_of_both():
    acme = next(entity for entity in merged().entities if entity.label == "Acme")

    assert (
        Entity(
            f"{ID}org/acme",
            "Company",
            "Acme",
            ("ACME", "Acme Inc"),
            ("https://example.org/2",),
            ("https://example.org/1",),
            (Span(18, 22),),
        )
        == acme
    )


def test_one_triple_is_stated_once_by_the_surest_statement():
    (statement,) = merged().statements

    assert (f"{ID}org/acme", f"{ID}person/ada-brook", 0.9) == (statement.subject, statement.object, statement.confidence)


def said(*statements: Statement) -> Statement:
    extraction = read(ADA, Entity("e1", "Company", "Acme"), statements=statements)
    (found,) = resolved(extraction, ONTOLOGY, named={"e0": True, "e1": True}, countries={}, dates={}).statements
    return found


def test_actual_comes_before_other_modalities_and_rules_before_the_model():
    actual = Statement("e1", "foundedBy", "e0", (Span(0, 22),), confidence=0.6, rule="agentVerb-found")
    planned = replace(actual, modality="Planned", confidence=0.9)
    model = replace(actual, rule="reader-foundedBy", confidence=0.99)

    assert actual.rule == said(planned, actual, model).rule
    assert "Actual" == said(planned, actual, model).modality


def test_the_order_of_statements_changes_nothing():
    one = Statement("e1", "foundedBy", "e0", (Span(0, 22),), confidence=0.6)
    other = replace(one, evidence=(Span(24, 41),))

    assert said(one, other) == said(other, one)


def test_values_speakers_and_utterances_keep_their_places():
    found = said(Statement("e1", "status", Value("open", "string"), (Span(0, 22),), asserted_by="e0", utterance="utt_1"))

    assert Value("open", "string") == found.object
    assert f"{ID}person/ada-brook" == found.asserted_by
    assert found.utterance.endswith("#utt_1")


def test_reading_the_same_twice_gives_the_same():
    assert merged() == merged()
