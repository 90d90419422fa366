"""A store as CSV for property graphs: what the columns are called, what they hold, and that a graph database takes them."""

import csv
from dataclasses import replace
from pathlib import Path

import ladybug
import pytest

from kg.export import export
from kg.network import network
from kg.rdf import quads
from kg.store import Store
from tests.store_fixtures import ADA, ENTITIES, LINES, MINISTRY, PIER, PILOTS, second_story, story
from tests.test_export import stored_gold

FORMS = ("neo4j", "neptune")


@pytest.fixture
def store():
    filled = Store()
    for each in (second_story(), story()):
        filled.replace(each.article_id, quads(each))
    return filled


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def header(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[0]


def test_neptune_gets_an_id_for_each_relationship_and_a_type_for_each_column(store, tmp_path):
    export(store, tmp_path / "graph", form="neptune")

    assert ":ID,:LABEL,label:String,type:String,mentions:Int,date:DateTime" == header(tmp_path / "graph" / "nodes.csv")
    assert (
        ":ID,:START_ID,:END_ID,:TYPE,statement:String,relation:String,modality:String,derivation:String,confidence:Double,"
        "quote:String,said_by:String,reported_by:String,article:String"
    ) == header(tmp_path / "graph" / "relationships.csv")


@pytest.mark.parametrize("form", FORMS)
def test_every_id_stands_for_one_node_and_every_end_is_a_node(form, tmp_path):
    export(stored_gold(), tmp_path / "graph", form=form)
    nodes, edges = table(tmp_path / "graph" / "nodes.csv"), table(tmp_path / "graph" / "relationships.csv")
    ids = {row[":ID"] for row in nodes}

    assert len(nodes) == len(ids)
    assert set() == {row[end] for row in edges for end in (":START_ID", ":END_ID")} - ids
    assert len(edges) == len({row.get(":ID", str(row)) for row in edges})


def test_the_tables_hold_what_the_network_holds(tmp_path):
    graph = network(stored_gold())
    export(stored_gold(), tmp_path / "graph")

    nodes = {(row[":ID"], row["label"], row["type"], row["mentions:int"], row["date"]) for row in table(tmp_path / "graph" / "nodes.csv")}
    assert {(iri, d["label"], d["type"], str(d["mentions"]), d["date"]) for iri, d in graph.nodes(data=True)} == nodes
    edges = {(row[":START_ID"], row[":TYPE"], row[":END_ID"], row["article"]) for row in table(tmp_path / "graph" / "relationships.csv")}
    assert {(one, d["property"], other, d["article"]) for one, other, d in graph.edges(data=True)} == edges


def test_what_is_denied_or_planned_says_so(store, tmp_path):
    export(store, tmp_path / "graph")

    (edge,) = (row for row in table(tmp_path / "graph" / "relationships.csv") if row[":START_ID"] == PIER)
    assert ("ownedBy", LINES, "Denied", "Tove Brandt") == (edge[":TYPE"], edge[":END_ID"], edge["modality"], edge["said_by"])


@pytest.mark.parametrize("name", ['Ada "the Quill", Q.', "Ada;Quill", "=1+1", "Ada\\", "Ада 🚢", "'", '"'])
@pytest.mark.parametrize("form", FORMS)
def test_a_name_comes_through_as_it_is(form, name, tmp_path):
    store = Store()
    entities = tuple(replace(each, label=name) if each.id == ADA else each for each in ENTITIES)
    store.replace(story().article_id, quads(story(entities=entities)))
    export(store, tmp_path / "graph", form=form)

    column = "label" if form == "neo4j" else "label:String"
    assert [name] == [row[column] for row in table(tmp_path / "graph" / "nodes.csv") if row[":ID"] == ADA]


def test_a_line_break_in_a_text_breaks_no_row(tmp_path):
    store = Store()
    entities = tuple(replace(each, label="Ada\r\nQuill\u2028Q") if each.id == ADA else each for each in ENTITIES)
    store.replace(story().article_id, quads(story(entities=entities)))
    export(store, tmp_path / "graph")

    lines = (tmp_path / "graph" / "nodes.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + len(table(tmp_path / "graph" / "nodes.csv"))
    assert any(",Ada Quill Q,Person," in line for line in lines)


@pytest.mark.parametrize("form", FORMS)
def test_the_tables_are_the_same_bytes_whatever_order_the_articles_came_in(form, tmp_path):
    for number, extractions in enumerate([(story(), second_story()), (second_story(), story())]):
        store = Store()
        for each in extractions:
            store.replace(each.article_id, quads(each))
        export(store, tmp_path / str(number), form=form)

    one, other = ([(path.name, path.read_bytes()) for path in sorted((tmp_path / name).iterdir())] for name in "01")
    assert one == other
    assert ["nodes.csv", "relationships.csv"] == [name for name, _ in one]


# --- a graph database takes them


# The reader takes the types that it knows out of the headers.
_NODES = {
    "neo4j": (":ID", "label", "type", "mentions", "date", ":LABEL"),
    "neptune": (":ID", "label", "type", "mentions", "date:DateTime", ":LABEL"),
}
_EDGES = dict.fromkeys(FORMS, (":START_ID", ":END_ID", ":TYPE", "modality", "confidence", "quote", "said_by"))


def asked(folder: Path, form: str, cypher: str) -> list[list[object]]:
    """The answer of a property graph that was filled from the folder."""
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    connection.execute(
        "CREATE NODE TABLE Thing(id STRING, label STRING, type STRING, mentions INT64, day STRING, labels STRING, PRIMARY KEY(id))"
    )
    connection.execute(
        "CREATE REL TABLE Says(FROM Thing TO Thing, property STRING, modality STRING, confidence DOUBLE, quote STRING, said_by STRING)"
    )
    for table_, file, columns in (("Thing", "nodes", _NODES), ("Says", "relationships", _EDGES)):
        options = "(header=true, escape='\"', parallel=false)"
        listed = ", ".join(f"`{name}`" for name in columns[form])
        connection.execute(f"COPY {table_} FROM (LOAD FROM '{folder / file}.csv' {options} RETURN {listed})")
    answer = connection.execute(cypher)
    assert isinstance(answer, ladybug.QueryResult)
    return answer.get_all()


@pytest.mark.parametrize("form", FORMS)
def test_a_graph_database_takes_them_and_answers_in_cypher(form, store, tmp_path):
    export(store, tmp_path / "graph", form=form)
    rows = asked(
        tmp_path / "graph",
        form,
        "MATCH (a:Thing)-[s:Says]->(b:Thing) WHERE s.property = 'cooperatesWith' "
        "RETURN a.label, b.label, s.modality, s.confidence, s.quote",
    )

    assert [["Brandt Lines", "Harbour Ministry", "Actual", 1.0, "Brandt Lines works with the Harbour Ministry."]] == rows


@pytest.mark.parametrize("form", FORMS)
def test_a_graph_database_follows_facts_over_two_articles(form, store, tmp_path):
    export(store, tmp_path / "graph", form=form)
    rows = asked(
        tmp_path / "graph",
        form,
        "MATCH (a:Thing)-[:Says {property: 'worksFor'}]->(b:Thing)-[:Says {property: 'cooperatesWith'}]->(c:Thing)<-"
        f"[:Says {{property: 'observedOf'}}]-(d:Thing) WHERE c.id = '{MINISTRY}' RETURN a.label, b.label, d.id",
    )

    assert [["Tove Brandt", "Brandt Lines", PILOTS]] == rows


@pytest.mark.parametrize("form", FORMS)
def test_a_graph_database_takes_all_of_our_stories(form, tmp_path):
    export(stored_gold(), tmp_path / "graph", form=form)
    graph = network(stored_gold())

    counted = asked(tmp_path / "graph", form, "MATCH (:Thing)-[s:Says]->(:Thing) RETURN COUNT(s)")
    assert [[graph.number_of_edges()]] == counted
