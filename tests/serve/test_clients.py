"""The clients that people use: rdflib, SPARQLWrapper, curl, and our own `kg push`."""

import shutil
import subprocess

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from kg.vocab import NG, RDFS
from tests.serve.conftest import TOKEN, Service
from tests.store_fixtures import ADA, LINES, MINISTRY, second_story

NAME = f"SELECT ?name {{ <{ADA}> <{RDFS}label> ?name }}"
CURL = shutil.which("curl")


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib_asks(service: Service, method, form):
    graph = Graph(SPARQLStore(f"{service.address}sparql", method=method, returnFormat=form))

    assert ["Ada Quill"] == [str(row.name) for row in graph.query(NAME)]


def test_rdflib_walks_the_graph(service: Service):
    graph = Graph(SPARQLStore(f"{service.address}sparql"))

    assert (URIRef(LINES), URIRef(f"{NG}cooperatesWith"), URIRef(MINISTRY)) in graph
    assert Literal("Ada Quill", lang="en") in set(graph.objects(URIRef(ADA), URIRef(f"{RDFS}label")))


def test_rdflib_asks_one_graph(service: Service):
    graph = Graph(SPARQLStore(f"{service.address}sparql"), identifier=URIRef(second_story().article_id))

    assert [] == list(graph.query(NAME))


def test_rdflib_comes_in_with_the_token(serving, filled):
    service = serving(filled, "--workers", "1", KG_TOKEN=TOKEN)
    graph = Graph(SPARQLStore(f"{service.address}sparql", auth=("anybody", TOKEN)))

    assert 1 == len(list(graph.query(NAME)))


def test_rdflib_reads_a_thing_by_its_page(service: Service):
    assert (URIRef(ADA), URIRef(f"{RDFS}label"), Literal("Ada Quill", lang="en")) in Graph().parse(f"{service.address}id/person/ada-quill")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_asks(service: Service, method):
    client = SPARQLWrapper(f"{service.address}sparql")
    client.setMethod(method)
    client.setQuery(NAME)
    client.setReturnFormat(JSON)

    assert ["Ada Quill"] == [row["name"]["value"] for row in client.query().convert()["results"]["bindings"]]


def test_sparqlwrapper_takes_every_form(service: Service):
    client = SPARQLWrapper(f"{service.address}sparql")
    client.setQuery(NAME)
    found = []
    for form in (CSV, XML):
        client.setReturnFormat(form)
        answer = client.query().convert()
        found.append(answer.decode() if isinstance(answer, bytes) else answer.toxml())
    client.setQuery(f"DESCRIBE <{ADA}>")
    client.setReturnFormat(TURTLE)
    found.append(client.query().convert().decode())

    assert [True] * 3 == ["Ada Quill" in each for each in found]


@pytest.mark.skipif(CURL is None, reason="curl is not installed")
@pytest.mark.parametrize(
    "options",
    [
        ["--get", "--data-urlencode", f"query={NAME}"],
        ["--data-urlencode", f"query={NAME}"],
        ["--header", "Content-Type: application/sparql-query", "--data-binary", NAME],
        ["--http1.0", "--get", "--data-urlencode", f"query={NAME}"],
        ["--header", "Expect: 100-continue", "--data-urlencode", f"query={NAME}"],
    ],
)
def test_curl_asks(service: Service, options):
    command = [CURL, "--silent", "--fail", "--noproxy", "*", "--header", "Accept: text/csv", *options, f"{service.address}sparql"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)

    assert (0, "name\nAda Quill\n") == (outcome.returncode, outcome.stdout), outcome.stderr
