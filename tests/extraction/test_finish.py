"""From the scene to the extraction: what nameless things are called."""

import pytest

from kg.extraction.finish import extraction_of
from kg.extraction.layout.frontmatter import front_matter
from kg.extraction.reading import with_things
from kg.extraction.scene import Thing, fact
from kg.extraction.spot import Spot
from kg.model import Span, Value
from tests.extraction.parses import staged

OPERATES = """
The      DT    det      centre
centre   NN    nsubj    operates
of       IN    prep     centre
Acme     NNP   pobj     of
operates VBZ   ROOT     operates  operate
in       IN    prep     operates
Norway   NNP   pobj     in
.        .     punct    operates
"""


@pytest.mark.parametrize(
    ("rule", "label"), [("verb-operate", "Centre of Acme in Norway"), ("reader-operatesIn", "Centre of Acme")], ids=["told", "guessed"]
)
def test_a_nameless_body_is_called_after_where_the_article_says_it_is(rule, label):
    made = staged(OPERATES, {"Acme": "Company", "Norway": "Country"}, described={"The centre of Acme": "Centre"})
    id_ = {thing.label: i for i, thing in made.things.items()}
    centre = id_["Centre of Acme"]
    words = Span(0, len(made.article.text))

    extraction = extraction_of(
        made, [fact(centre, "operatesIn", id_["Norway"], words, rule=rule)], [], [], front_matter(made.article, made.doc), made.article.text
    )

    assert label in {entity.label for entity in extraction.entities}


@pytest.mark.parametrize(("day", "expected"), [("2026-03-03", "/id/event/2026-03-03-arrest-of-ada"), ("", "#event_0_arrest-of-ada")])
def test_an_event_that_only_a_verb_tells_is_one_across_articles_if_its_day_is_known(day, expected):
    made = staged("Ada NNP nsubjpass arrested\nwas VBD auxpass arrested be\narrested VBN ROOT arrested arrest", {"Ada": "Person"})
    ada = next(iter(made.things))
    event = Thing("deed arrest", "Event", "Arrest of Ada", evidence=(Span(0, 3),))
    made = with_things(made, [event])
    told = [fact(event.id, "target", ada, Span(0, 3), rule="deed-target")]
    told += [fact(event.id, "date", Value(day, "date"), Span(0, 3), rule="deed-date")] if day else []

    extraction = extraction_of(made, told, [], [], front_matter(made.article, made.doc), made.article.text)

    assert [True] == [entity.id.endswith(expected) for entity in extraction.entities if entity.type == "Event"]


VISITED = """
Ada   NNP  nsubj began
began VBD  ROOT  began begin
her   PRP$ poss  visit
visit NN   dobj  began
.     .    punct began
"""
ADA, HER, VISIT = Spot(0, 3, "name", "Person"), Spot(10, 13, "pronoun", "Person"), Spot(10, 19, "nominal", "Gathering")


@pytest.mark.parametrize(("people", "label"), [([[ADA, HER]], "Ada's visit"), ([[ADA], [HER]], "Visit")], ids=["known", "unknown"])
def test_what_is_somebodys_is_called_after_whose_it_is(people, label):
    made = staged(VISITED, {}, groups=[*people, [VISIT]])
    id_ = {thing.label: i for i, thing in made.things.items()}

    extraction = extraction_of(
        made,
        [fact(id_["Her visit"], "actor", id_["Ada"], Span(0, 9), rule="noun-actor")],
        [],
        [],
        front_matter(made.article, made.doc),
        made.article.text,
    )

    assert label in {entity.label for entity in extraction.entities}
