"""The SPARQL 1.1 Protocol, W3C Recommendation of 21 March 2013: each requirement on a service that answers queries, by its section."""

import json
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

from tests.serve.conftest import PEOPLE, RUNAWAY, Service, triples
from tests.store_fixtures import ARTICLE, COURIER, LINES, MINISTRY, second_story

SECOND = second_story().article_id
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
WORKS = f"SELECT ?s {{ ?s ng:cooperatesWith <{MINISTRY}> }}"
NAMES = ["Ada Quill", "Tove Brandt"]


def values(body: bytes, name: str) -> list[str]:
    return [row[name]["value"] for row in json.loads(body)["results"]["bindings"]]


# --- 2.1.1 query via GET


def test_2_1_1_a_query_comes_by_get_in_the_parameter_query(service: Service):
    reply = service.query(PEOPLE)

    assert (200, "application/sparql-results+json") == (reply.status, reply.type)
    assert NAMES[0] in values(reply.body, "name")


def test_2_1_1_the_query_is_percent_encoded_utf_8(service: Service):
    reply = service.query('SELECT ?x { BIND("naïve 🚢 + & #" AS ?x) }')

    assert ["naïve 🚢 + & #"] == values(reply.body, "x")


def test_2_1_1_a_request_by_get_without_a_query_is_an_error(service: Service):
    assert 400 == service.ask("/sparql?default-graph-uri=" + quote(ARTICLE)).status


def test_2_1_1_a_query_that_comes_twice_is_an_error(service: Service):
    assert 400 == service.query(PEOPLE, ("query", "ASK {}")).status


def test_2_1_1_other_methods_are_refused_with_those_that_are_possible(service: Service):
    replies = [service.ask("/sparql", method) for method in ("PUT", "DELETE", "PATCH")]

    assert [405] * 3 == [reply.status for reply in replies]
    assert {"GET", "HEAD", "POST"} == set(replies[0].headers["allow"].replace(" ", "").split(","))


# --- 2.1.2 query via POST with URL-encoded parameters


def test_2_1_2_a_query_comes_by_post_as_a_form(service: Service):
    reply = service.ask("/sparql", "POST", urlencode({"query": PEOPLE}).encode(), content_type=FORM)

    assert 200 == reply.status
    assert NAMES[0] in values(reply.body, "name")


def test_2_1_2_the_form_may_name_its_character_set(service: Service):
    body = urlencode({"query": PEOPLE}).encode()

    assert [200, 415] == [
        service.ask("/sparql", "POST", body, content_type=f"{FORM}; charset={charset}").status for charset in ("UTF-8", "utf-16")
    ]


def test_2_1_2_the_graphs_stand_in_the_form(service: Service):
    body = urlencode([("query", WORKS), ("default-graph-uri", ARTICLE)]).encode()

    assert [] == values(service.ask("/sparql", "POST", body, content_type=FORM).body, "s")


@pytest.mark.parametrize("body", [b"", b"query=ASK%20%7B%7D&query=ASK%20%7B%7D", b"update=CLEAR%20ALL", b"query=%FF"])
def test_2_1_2_a_form_without_exactly_one_query_is_an_error(service: Service, body):
    assert 400 == service.ask("/sparql", "POST", body or b"a=b", content_type=FORM).status


# --- 2.1.3 query via POST directly


def test_2_1_3_a_query_comes_by_post_as_it_is(service: Service):
    reply = service.ask("/sparql", "POST", 'SELECT ?x { BIND("🚢" AS ?x) }'.encode(), content_type=DIRECT)

    assert ["🚢"] == values(reply.body, "x")


def test_2_1_3_the_graphs_stand_in_the_address(service: Service):
    address = "/sparql?" + urlencode({"default-graph-uri": SECOND})

    assert [LINES] == values(service.ask(address, "POST", WORKS.encode(), content_type=DIRECT).body, "s")


@pytest.mark.parametrize(
    ("media", "body", "status"),
    [
        ("text/plain", b"ASK {}", 415),
        ("application/sparql-update", b"CLEAR ALL", 415),
        (f"{DIRECT}; charset=utf-16", "ASK {}".encode("utf-16"), 415),
        (DIRECT, b"ASK { ?s ?p '\xff' }", 400),
    ],
)
def test_2_1_3_a_body_of_another_type_or_character_set_is_an_error(service: Service, media, body, status):
    assert status == service.ask("/sparql", "POST", body, content_type=media).status


def test_2_1_3_a_body_of_no_type_is_an_error(service: Service):
    assert 415 == service.ask("/sparql", "POST", b"ASK {}").status


def test_2_1_3_a_query_in_body_and_address_is_an_error(service: Service):
    assert 400 == service.ask("/sparql?query=ASK%20%7B%7D", "POST", b"ASK {}", content_type=DIRECT).status


# --- 2.1.4 specifying an RDF dataset


def test_2_1_4_without_graphs_the_union_of_all_is_asked(service: Service):
    assert [LINES] == values(service.query(WORKS).body, "s")


def test_2_1_4_a_default_graph_is_what_is_asked(service: Service):
    found = [values(service.query(WORKS, ("default-graph-uri", graph)).body, "s") for graph in (ARTICLE, SECOND)]

    assert [[], [LINES]] == found


def test_2_1_4_several_default_graphs_are_merged_and_a_triple_is_there_once(service: Service):
    labels = f"SELECT ?l {{ <{LINES}> rdfs:label ?l }}"

    assert ["Brandt Lines"] == values(service.query(labels, ("default-graph-uri", ARTICLE), ("default-graph-uri", SECOND)).body, "l")


def test_2_1_4_named_graphs_are_those_that_can_be_named(service: Service):
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"

    assert [SECOND] == values(service.query(graphs, ("named-graph-uri", SECOND)).body, "g")
    assert [ARTICLE, SECOND] == values(service.query(graphs, ("named-graph-uri", SECOND), ("named-graph-uri", ARTICLE)).body, "g")


def test_2_1_4_with_named_graphs_alone_the_default_graph_is_empty(service: Service):
    assert [] == values(service.query("SELECT ?s { ?s ?p ?o }", ("named-graph-uri", SECOND)).body, "s")


def test_2_1_4_with_default_graphs_alone_none_can_be_named(service: Service):
    assert [] == values(service.query("SELECT ?g { GRAPH ?g { ?s ?p ?o } }", ("default-graph-uri", SECOND)).body, "g")


def test_2_1_4_default_and_named_graphs_go_together(service: Service):
    both = f"SELECT ?g {{ ?s ng:cooperatesWith <{MINISTRY}> GRAPH ?g {{ <{COURIER}> a ng:MediaOrganization }} }}"

    assert [ARTICLE] == values(service.query(both, ("default-graph-uri", SECOND), ("named-graph-uri", ARTICLE)).body, "g")


def test_2_1_4_graphs_of_the_request_replace_those_of_the_query(service: Service):
    query = WORKS.replace("{", "FROM <https://example.org/elsewhere> {", 1)

    assert [LINES] == values(service.query(query, ("default-graph-uri", SECOND)).body, "s")


def test_2_1_4_graphs_of_the_query_count_where_the_request_has_none(service: Service):
    queries = [WORKS.replace("{", f"FROM <{graph}> {{", 1) for graph in (ARTICLE, SECOND)]

    assert [[], [LINES]] == [values(service.query(query).body, "s") for query in queries]


@pytest.mark.parametrize(("graph", "status"), [("https://example.org/elsewhere", 403), ("no iri", 400)])
def test_2_1_4_a_graph_that_is_not_here_is_refused(service: Service, graph, status):
    assert status == service.query(WORKS, ("default-graph-uri", graph)).status


# --- 2.1.5 accepted response formats

TABLES = {
    "application/sparql-results+json": b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"1",'
    b'"datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]}}',
    "application/sparql-results+xml": b'<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>'
    b'<variable name="n"/></head><results><result><binding name="n"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">1</literal></binding>'
    b"</result></results></sparql>",
    "text/csv": b"n\r\n1\r\n",
    "text/tab-separated-values": b"?n\n1\n",
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
COOPERATION = f"CONSTRUCT WHERE {{ <{LINES}> ng:cooperatesWith ?o }}"


@pytest.mark.parametrize("media", TABLES)
def test_2_1_5_a_table_comes_in_the_form_that_is_accepted(service: Service, media):
    reply = service.query("SELECT ?n { BIND(1 AS ?n) }", accept=media)

    assert (media, TABLES[media]) == (reply.type.partition(";")[0], reply.body)


@pytest.mark.parametrize("media", GRAPHS)
@pytest.mark.parametrize("query", [COOPERATION, f"DESCRIBE <{LINES}>"])
def test_2_1_5_a_graph_comes_in_the_form_that_is_accepted(service: Service, media, query):
    reply = service.query(query, accept=media)

    assert media == reply.type.partition(";")[0]
    assert LINES in {triple.subject.value for triple in triples(reply.body, GRAPHS[media])}


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
        ("text/*", "text/csv"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("application/json", "application/json"),
        ("*/*", "application/sparql-results+json"),
        ("nonsense, text/csv;q=much, */*", "application/sparql-results+json"),
    ],
)
def test_2_1_5_the_client_says_by_quality_what_it_likes_best(service: Service, accept, media):
    assert media == service.query("ASK {}", accept=accept).type.partition(";")[0]


@pytest.mark.parametrize(("query", "accept"), [("ASK {}", "image/png"), ("ASK {}", "text/turtle"), (COOPERATION, "text/csv")])
def test_2_1_5_what_cannot_be_accepted_is_not_sent(service: Service, query, accept):
    assert 406 == service.query(query, accept=accept).status


def test_2_1_5_an_answer_depends_on_what_is_accepted_and_says_so(service: Service):
    assert "Accept" == service.query("ASK {}").headers["vary"]


# --- 2.1.6 success responses


@pytest.mark.parametrize(("query", "answer"), [(f"ASK {{ <{LINES}> ?p ?o }}", True), ("ASK { <urn:nobody> ?p ?o }", False)])
def test_2_1_6_yes_or_no_is_a_result_too(service: Service, query, answer):
    reply = service.query(query)

    assert (200, answer) == (reply.status, json.loads(reply.body)["boolean"])


def test_2_1_6_the_media_type_is_that_of_the_body(service: Service):
    types = [service.query(query).type for query in (PEOPLE, COOPERATION)]

    assert ["application/sparql-results+json", "text/turtle; charset=utf-8"] == types


def test_2_1_6_xml_is_well_formed_whatever_an_article_holds(service: Service):
    from xml.etree import ElementTree

    query = 'SELECT ?name { ?x rdfs:label ?name FILTER(CONTAINS(?name, "script")) }'
    names = ElementTree.fromstring(service.query(query, accept="application/sparql-results+xml").body).itertext()

    assert any("<script>" in name for name in names)


def test_2_1_6_head_gives_the_header_without_the_body(service: Service):
    reply, whole = service.ask("/sparql?query=ASK%20%7B%7D", "HEAD"), service.query("ASK {}")

    assert (200, b"", str(len(whole.body))) == (reply.status, reply.body, reply.headers["content-length"])


# --- 2.1.7 failure responses


@pytest.mark.parametrize("query", ["SELECT ?x {", "", "nonsense", "SELECT * { ?s unknown:p ?o }", "SELECT ?x { ?x a ?y } GROUP BY ?y"])
def test_2_1_7_what_is_not_sparql_is_400_with_a_message(service: Service, query):
    reply = service.query(query)

    assert (400, "text/plain; charset=utf-8") == (reply.status, reply.type)
    assert reply.text.strip()


def test_2_1_7_the_message_shows_where_the_query_is_wrong(service: Service):
    assert service.query("SELECT * { ? }").text.startswith("the query is wrong at line 1, column 1")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL",
        "SELECT * FROM <https://example.org/elsewhere> { ?s ?p ?o }",
        f"ASK {{ FILTER({'(' * 200}true{')' * 200}) }}",
    ],
)
def test_2_1_7_what_is_not_allowed_is_refused_with_a_message(service: Service, query):
    reply = service.query(query)

    assert 403 == reply.status
    assert reply.text.strip()


def test_2_1_7_a_query_that_could_not_be_answered_is_500(serving, filled):
    reply = serving(filled, "--timeout", "1", "--workers", "1").query(RUNAWAY)

    assert (500, "this took longer than 1 s and was stopped; ask for less.\n") == (reply.status, reply.text)


def test_2_1_7_a_browser_gets_the_message_as_a_page(service: Service):
    reply = service.query("SELECT ?x {", accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")

    assert (400, "text/html; charset=utf-8") == (reply.status, reply.type)


# --- 2.2 update operation: this service has none


def test_2_2_an_update_is_refused_and_changes_nothing(service: Service):
    replies = [
        service.ask("/sparql", "POST", b"update=CLEAR%20ALL", content_type=FORM),
        service.ask("/sparql", "POST", b"CLEAR ALL", content_type="application/sparql-update"),
    ]

    assert [400, 415] == [reply.status for reply in replies]
    assert b"true" in service.query(f"ASK {{ <{LINES}> ?p ?o }}").body


# --- SPARQL 1.1 Service Description, section 2


@pytest.mark.parametrize("media", GRAPHS)
def test_sd_2_the_address_without_a_query_describes_the_service(service: Service, media):
    reply = service.ask("/sparql", accept=media)
    found = triples(reply.body, GRAPHS[media])
    address, sd = ox.NamedNode(f"{service.address}sparql"), "http://www.w3.org/ns/sparql-service-description#"

    assert ox.Triple(address, ox.NamedNode(f"{sd}endpoint"), address) in found
    assert ox.Triple(address, ox.NamedNode(f"{sd}supportedLanguage"), ox.NamedNode(f"{sd}SPARQL11Query")) in found


def test_sd_2_a_browser_is_led_to_the_page(service: Service):
    reply = service.ask("/sparql", accept="text/html")

    assert (303, "/") == (reply.status, reply.headers["location"])
