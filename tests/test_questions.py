"""Ready questions: each is understood, finds what the story says, and takes parameters as texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from rdflib import Dataset, URIRef
from rdflib.plugins.sparql import prepareQuery

from kg.errors import QueryError
from kg.formats import dump
from kg.questions import asked, question, questions
from kg.rdf import quads
from kg.store import ONTOLOGY, Store
from kg.vocab import PREFIXES
from tests.benchmarks.corpus import copies, stories
from tests.store_fixtures import ARTICLE, second_story, story


@pytest.fixture
def store():
    filled = Store()
    filled.replace(ARTICLE, quads(story()))
    filled.replace(second_story().article_id, quads(second_story()))
    return filled


EXPECTED = {
    "approvals": ["Quiet Seas Plan", "Harbour Ministry", "2025-03-02"],
    "events": ["Approval of the Quiet Seas Plan", "2025-03-02"],
    "evidence": ["Ada Quill", "holds position", "Harbour Minister of Norland", "Ada Quill, the harbour minister of Norland"],
    "figures": ["40", "people", "Pilots trained", "Harbour Ministry", "We trained 40 pilots"],
    "not-yet-facts": ["denied", "Old Pier", "owned by", "Brandt Lines", "Tove Brandt", "Brandt Lines owns the Old Pier"],
    "other-names": ["Ada Quill", "She", "pronoun", "1"],
    "partners": ["Brandt Lines", "Harbour Ministry", "publisher (not named)", "publisher (not named)"],
    "positions": ["Ada Quill", "Harbour Minister of Norland", "2025-03-03", "Ada Quill, the harbour minister of Norland"],
    "quotes": ["Ada Quill", "We trained 40 pilots \U0001f6a2 and we will open a school in Port Else."],
    "timeline": ["2025-03-02", "Approval of the Quiet Seas Plan", "approval"],
    "who-is": ["Ada Quill", "Harbour Minister of Norland", "Norland", "2025-03-03"],
    "whose-statements": ["Norland Courier", "11", "1"],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_ready_question_finds_what_the_story_says(store, name):
    first = store.select(question(name).sparql)[0]

    assert EXPECTED[name] == [value for value in first.values() if value in EXPECTED[name]]


@pytest.mark.parametrize("ready", questions(), ids=lambda ready: ready.name)
def test_a_ready_question_is_standard_sparql(ready):
    values = {name: "x" for name, _ in ready.parameters}

    assert prepareQuery(asked(ready, values), initNs=dict(PREFIXES))


@pytest.mark.parametrize("ready", questions(), ids=lambda ready: ready.name)
def test_a_ready_question_has_a_title_and_an_order(ready):
    assert ready.title.endswith("?") or ready.title.endswith(".")
    assert "ORDER BY" in ready.sparql


@pytest.mark.parametrize(
    ("name", "values", "rows"),
    [
        ("who-is", {"name": "ada quill"}, 1),
        ("who-is", {"name": "Nobody"}, 0),
        ("partners", {"name": "harbour ministry"}, 1),
        ("timeline", {"since": "2025-03-02", "until": "2025-03-02"}, 1),
        ("timeline", {"since": "2025-03-03"}, 0),
        ("quotes", {"speaker": "Ada Quill"}, 1),
        ("events", {"in": "Norland"}, 0),
        ("most-mentioned", {"kind": "person"}, 2),
        ("positions", {"in": "Harbour Ministry"}, 0),
        ("evidence", {"name": "Old Pier"}, 1),
    ],
)
def test_a_parameter_narrows_the_question(store, name, values, rows):
    assert rows == len(store.select(asked(question(name), values)))


@settings(max_examples=30, deadline=None)
@given(some.text(max_size=40))
def test_a_parameter_is_a_text_and_never_part_of_the_query(value):
    assert [] == Store().select(asked(question("who-is"), {"name": value}))


@pytest.mark.filterwarnings("ignore:Dataset.default_context")  # rdflib uses it itself
@pytest.mark.parametrize("values", [{}, {"in": "Azerbaijan"}, {"in": "Nowhere"}])
def test_events_are_the_same_in_rdflib(values):
    store, dataset = Store(), Dataset(default_union=True)
    for found in copies(stories()[0], 0, 1):
        store.replace(found[0].graph_name.value, found)
    for graph in (ONTOLOGY, *store.graphs()):
        dataset.graph(URIRef(graph)).parse(data=dump(store.quads(graph), "ttl"), format="turtle")
    sparql = asked(question("events"), values)

    expected = [{name: str(value) for name, value in row.asdict().items()} for row in dataset.query(sparql, initNs=dict(PREFIXES))]
    assert expected == store.select(sparql)


def test_events_in_a_place_are_found_among_many():
    """It took minutes once: each event was compared with the name of everything."""

    def events(number: int) -> int:
        store = Store()
        for found in copies(stories()[0], 0, number):
            store.replace(found[0].graph_name.value, found)
        return len(store.select(asked(question("events"), {"in": "baku"})))

    assert 40 * events(1) == events(40)


def test_the_two_who_disagree_are_found(store):
    store.replace(second_story().article_id, [])

    assert [] == store.select(question("disagreements").sparql)


def test_an_unknown_question_names_the_nearest():
    with pytest.raises(QueryError, match="did you mean 'who-is'"):
        question("who-iss")


def test_an_unknown_parameter_names_the_nearest():
    with pytest.raises(QueryError, match="did you mean 'name'"):
        asked(question("who-is"), {"nmae": "Ada Quill"})
