"""The SPARQL 1.1 Graph Store HTTP Protocol, W3C Recommendation of 21 March 2013: what concerns a store that is only read."""

from urllib.parse import quote

import pyoxigraph as ox
import pytest

from kg.rdf import quads
from tests.serve.conftest import Service, triples
from tests.store_fixtures import ARTICLE, second_story

SECOND = second_story().article_id


def test_4_2_a_graph_is_named_in_the_address(service: Service):
    reply = service.ask(f"/store?graph={quote(SECOND, safe='')}", accept="application/n-triples")

    assert (200, "application/n-triples") == (reply.status, reply.type)
    assert {quad.triple for quad in quads(second_story())} == triples(reply.body, ox.RdfFormat.N_TRIPLES)


def test_4_2_the_default_graph_holds_all(service: Service):
    found = {triple.subject.value for triple in triples(service.ask("/store?default").body, ox.RdfFormat.TURTLE)}

    assert {ARTICLE, SECOND} <= found


@pytest.mark.parametrize("address", ["/store", "/store?graph=relative", "/store?graph=urn:a&graph=urn:b", "/store?default&graph=urn:a"])
def test_4_2_an_address_that_names_not_exactly_one_graph_is_an_error(service: Service, address):
    assert 400 == service.ask(address).status


def test_5_2_a_graph_that_is_not_here_is_404(service: Service):
    assert 404 == service.ask("/store?graph=urn:nothing").status


@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/rdf+xml"])
def test_5_2_a_graph_comes_in_the_form_that_is_accepted(service: Service, media):
    assert media == service.ask("/store?default", accept=media).type.partition(";")[0]


def test_5_2_a_form_that_there_is_not_is_406(service: Service):
    assert 406 == service.ask("/store?default", accept="image/png").status


def test_5_7_head_gives_the_header_without_the_body(service: Service):
    reply = service.ask("/store?default", "HEAD")

    assert (200, b"") == (reply.status, reply.body)
    assert int(reply.headers["content-length"]) == len(service.ask("/store?default").body)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_5_nothing_can_be_changed(service: Service, method):
    reply = service.ask("/store?default", method, b"<urn:a> <urn:b> <urn:c> ." if method != "DELETE" else b"", content_type="text/turtle")

    assert (405, {"GET", "HEAD"}) == (reply.status, set(reply.headers["allow"].replace(" ", "").split(",")))
