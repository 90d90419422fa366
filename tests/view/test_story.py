from dataclasses import replace

from kg.model import Span, Statement, Value
from kg.view.looks import GROUPS, wrapped
from kg.view.tables import disagreements, figures, timeline, trust
from kg.view.telling import fragment, story


def test_things_of_two_articles_with_the_same_iri_are_one(harbour, rival):
    told = story([harbour, rival], labels={})

    assert len(harbour.entities) == len(told.things)
    assert 2 == max(place.article for thing in told.things for place in thing.mentions) + 1


def test_a_fact_that_two_articles_state_has_two_claims(harbour, rival):
    told = story([harbour, rival], labels={})

    fact = next(fact for fact in told.facts if fact.term == "holdsPosition")
    assert ["Harbour News", "The Rival"] == [claim.speaker for claim in fact.claims]


def test_every_claim_has_a_key_of_its_own(harbour, rival):
    keys = [claim.key for fact in story([harbour, rival], labels={}).facts for claim in fact.claims]

    assert len(harbour.statements) * 2 == len(set(keys))


def test_two_dates_of_one_opening_are_a_disagreement(harbour, rival):
    found = disagreements(story([harbour, rival], labels={}))

    assert [("Opening of the Lighthouse School", ["3 March 2031", "2 March 2031"])] == [
        (one.thing.label, [fact.value for fact in one.facts]) for one in found
    ]


def test_one_article_does_not_disagree_with_itself(harbour):
    assert [] == disagreements(story([harbour], labels={}))


def test_a_denial_beside_an_assertion_is_a_disagreement(harbour, rival):
    turned = tuple(replace(one, modality="Actual") if one.modality == "Denied" else one for one in rival.statements)
    other = replace(
        rival, statements=tuple(replace(one, object=harbour.statements[4].object) if one.property == "date" else one for one in turned)
    )

    assert ["owns"] == [one.words for one in disagreements(story([harbour, other], labels={}))]


def test_words_for_a_term_may_be_given(harbour):
    told = story([harbour], labels={"holdsPosition": "is", "City": "town"})

    assert "is" == told.facts[0].words
    assert "town" == next(thing.type for thing in told.things if thing.label == "Tarn")


def test_a_figure_stands_with_its_unit_and_thousands_apart(harbour):
    assert ["1,250,000 crowns"] == [figure.figure for figure in figures(story([harbour], labels={}))]


def test_the_timeline_says_dates_in_words(harbour):
    assert ["3 March 2031"] == [moment.date for moment in timeline(story([harbour], labels={}))]


def test_the_trust_line_counts_what_the_page_rests_on(harbour):
    said = trust(story([harbour], labels={}))

    assert said.startswith("11 facts from 1 article by Harbour News; 1 claimed by Holm Shipping; 1 claimed by Ida Quist;")
    assert said.endswith("2 implied; 3 planned, possible or denied.")


def test_a_statement_without_its_thing_is_left_out(harbour):
    lost = Statement("urn:nowhere", "owns", "urn:nothing", (Span(0, 3),))

    assert 11 == len(story([replace(harbour, statements=(*harbour.statements, lost))], labels={}).facts)


def test_a_fact_is_named_as_its_statement_is_in_the_triples(harbour):
    names = ["https://w3id.org/newsgraph/doc/harbour#st_00000000aa", *["https://w3id.org/newsgraph/id/thing/gift"] * 10]
    told = story([harbour], labels={}, identifiers=[names])

    assert ["st_00000000aa", fragment(harbour.statements[1])] == [fact.key for fact in told.facts[:2]]


def test_links_that_are_not_http_are_left_out(harbour):
    first, *others = harbour.entities
    links = ("javascript:alert(1)", "https://example.org/a", "data:text/html,x", 'http://x/"onclick=')
    told = story([replace(harbour, entities=(replace(first, same_as=links), *others))], labels={})

    assert ("https://example.org/a",) == told.things[0].links


def test_the_fragment_of_a_literal_depends_on_its_datatype():
    day = Statement("x:s", "date", Value("2031", "gYear"), (Span(0, 1),))

    assert fragment(day) != fragment(replace(day, object=Value("2031", "string")))


def test_a_long_label_ends_with_an_ellipsis():
    assert ["Ministry of", "Transport and", "Digital Development"] == wrapped("Ministry of Transport and Digital Development").split("\n")
    assert ["Commission of Inquiry", "into the Administration", "of Public Waterways and…"] == wrapped(
        "Commission of Inquiry into the Administration of Public Waterways and Harbours"
    ).split("\n")


def _luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_stands_out_on_its_ground():
    pale = [group.name for group in GROUPS if _contrast(group.light, "#f4f5f7") < 4.5 or _contrast(group.dark, "#1f2329") < 4.5]

    assert [] == pale
