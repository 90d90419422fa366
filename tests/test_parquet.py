"""A store as Parquet: the columns are those that docs/parquet.md names, and DuckDB and pyarrow read them."""

import re
import sys
from datetime import date

import duckdb
import pyarrow.parquet as pq
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import InputError
from kg.export import export
from kg.parquet import SCHEMAS
from kg.rdf import quads
from kg.store import Store
from kg.vocab import DCTERMS, NG, RDF, RDFS
from tests.conftest import ROOT
from tests.store_fixtures import ADA, ARTICLE, LINES, MINISTRY, PILOTS, SCHOOL, TEXT, second_story, story


@pytest.fixture
def store():
    filled = Store()
    for each in (second_story(), story()):
        filled.replace(each.article_id, quads(each))
    return filled


@pytest.fixture
def tables(store, tmp_path):
    """What SQL finds in the tables."""
    export(store, tmp_path / "news", form="parquet")
    connection = duckdb.connect()
    for name in SCHEMAS:
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM '{tmp_path / 'news' / name}.parquet'")
    yield lambda sql: connection.execute(sql).fetchall()
    connection.close()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_table_has_the_columns_that_its_page_names(name, store, tmp_path):
    export(store, tmp_path / "news", form="parquet")
    page = (ROOT / "docs" / "parquet.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]

    columns = {field.name: str(field.type).replace("large_", "") for field in pq.read_schema(tmp_path / "news" / f"{name}.parquet")}
    assert columns == {
        match[1]: match[2].replace("list of string", "list<element: string>")
        for match in re.finditer(r"^\| `(\w+)` \| ([^|]+?) \|", section, re.M)
    }


def test_sql_joins_what_is_said_with_who_said_it(tables):
    rows = tables("SELECT label, value, said_by_name, quote FROM statements JOIN entities ON entity = subject WHERE property = 'value'")

    assert [("40 pilots trained", "40", "Ada Quill", "We trained 40 pilots")] == rows


def test_an_article_has_its_day_and_publisher(tables):
    rows = tables("SELECT title, date, publisher_name, identifier FROM articles ORDER BY date")

    assert [
        ("Ministry approves plan for quiet seas", date(2025, 3, 3), "Norland Courier", "quiet-seas"),
        ("second", date(2025, 4, 1), "publisher (not named)", "second"),
    ] == rows


def test_a_thing_of_two_articles_is_one_row(tables):
    assert [("Brandt Lines", "Company", ["Agent", "Company", "Organization"], 2, 1)] == tables(
        f"SELECT label, type, types, articles, mentions FROM entities WHERE entity = '{LINES}'"
    )


def test_what_is_planned_says_so(tables):
    assert [("Planned", "locatedIn")] == tables(f"SELECT modality, property FROM statements WHERE subject = '{SCHOOL}'")


def test_a_figure_gives_a_row_for_each_part(tables):
    rows = tables(f"SELECT property, object, value FROM statements WHERE statement = '{PILOTS}' ORDER BY property")

    assert ["measure", "observedOf", "unit", "value"] == [property_ for property_, _, _ in rows]
    assert ("observedOf", MINISTRY, None) in rows


def test_offsets_cut_the_quote_out_of_the_text(tables):
    rows = tables(f"SELECT start, \"end\", quote FROM mentions WHERE article = '{ARTICLE}'")

    assert 12 == len(rows)
    assert [] == [quote for start, end, quote in rows if quote != TEXT[start:end]]


def test_a_mention_knows_its_sentence(tables):
    assert [("She", 4)] == tables(f"SELECT quote, sentence FROM mentions WHERE entity = '{ADA}' AND kind = 'pronoun'")


def test_the_words_of_a_date_say_it_and_name_no_thing(tables):
    assert [(None, "2025-03-02", "2 March 2025")] == tables("SELECT entity, date, quote FROM mentions WHERE kind = 'date'")


def test_the_tables_are_the_same_bytes_again(store, tmp_path):
    for name in ("one", "two"):
        export(store, tmp_path / name, form="parquet")

    one, two = ([(path.name, path.read_bytes()) for path in sorted((tmp_path / name).iterdir())] for name in ("one", "two"))
    assert one == two
    assert sorted(f"{name}.parquet" for name in SCHEMAS) == [name for name, _ in one]


def test_an_empty_store_gives_empty_tables(tmp_path):
    export(Store(), tmp_path / "news", form="parquet")

    assert [0, 0, 0, 0] == [pq.read_metadata(path).num_rows for path in sorted((tmp_path / "news").iterdir())]


def test_values_that_are_none_become_null(tmp_path):
    """A file from elsewhere may say anything."""
    graph, span = NamedNode("https://example.org/a"), NamedNode("https://example.org/a#span")
    store = Store()
    store.replace(
        graph.value,
        [
            Quad(graph, NamedNode(RDF + "type"), NamedNode(NG + "Article"), graph),
            Quad(graph, NamedNode(RDFS + "label"), Literal("=cmd|x"), graph),
            Quad(graph, NamedNode(NG + "publishedOn"), Literal("9999-99-99"), graph),
            Quad(graph, NamedNode(DCTERMS + "source"), Literal("not an address"), graph),
            Quad(span, NamedNode(RDF + "type"), NamedNode(NG + "Mention"), graph),
            Quad(span, NamedNode(NG + "start"), Literal("9" * 40), graph),
            Quad(span, NamedNode(NG + "end"), Literal("-1"), graph),
        ],
    )
    export(store, tmp_path / "news", form="parquet")

    (article,) = pq.read_table(tmp_path / "news" / "articles.parquet").to_pylist()
    (mention,) = pq.read_table(tmp_path / "news" / "mentions.parquet").to_pylist()
    assert ("=cmd|x", None, "not an address") == (article["title"], article["date"], article["url"])
    assert (span.value, None, None, None) == (mention["mention"], mention["start"], mention["end"], mention["entity"])


def test_without_pyarrow_it_says_what_to_install(store, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(InputError, match=r"pip install 'newsgraph\[parquet\]'"):
        export(store, tmp_path / "news", form="parquet")
    assert [] == list(tmp_path.iterdir())
