"""The page to ask from and the pages of things: what they show, where they lead, and that no article can steer them."""

import re
from html.parser import HTMLParser
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser

from kg.questions import questions
from tests.serve.conftest import EVIL_WORDS, PEOPLE, Service, triples
from tests.store_fixtures import ADA, ARTICLE, PLAN

HTML = "text/html"


class Elements(HTMLParser):
    """The elements of a page with their attributes, its text, and the texts of its links by address."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.links: dict[str, str] = {}
        self._link = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self._link = dict(attrs).get("href") or "" if tag == "a" else self._link

    def handle_endtag(self, tag):
        self._link = "" if tag == "a" else self._link

    def handle_data(self, data):
        self.text += data
        if self._link:
            self.links[self._link] = self.links.get(self._link, "") + data


def page(service: Service, **asked: str) -> str:
    return service.ask("/?" + urlencode(asked)).text


# --- asking


def test_the_page_has_an_editor_and_every_ready_question(service: Service):
    elements = Elements(service.ask("/").text)

    assert {"textarea", "form", "button"} <= {tag for tag, _ in elements.found}
    assert {each.title for each in questions()} <= set(elements.links.values())


def test_a_query_in_the_address_is_asked_and_stands_in_the_editor(service: Service):
    shown = page(service, query=PEOPLE)

    assert "Ada Quill" in shown
    assert "?who a ng:Person" in shown[shown.index("<textarea") : shown.index("</textarea>")]


@pytest.mark.parametrize("name", [each.name for each in questions()])
def test_every_ready_question_is_answered(service: Service, name):
    reply = service.ask(f"/?question={name}")

    assert 200 == reply.status
    assert 'id="answer"' in reply.text


def test_a_parameter_narrows_a_ready_question(service: Service):
    shown = [Elements(page(service, question="who-is", name=name)).text for name in ("", "ada quill", "nobody")]

    assert [True, True, False] == ["Harbour Minister of Norland" in each for each in shown]


def test_a_parameter_stays_in_its_field(service: Service):
    fields = [attributes for tag, attributes in Elements(page(service, question="who-is", name='"Ada"')).found if tag == "input"]

    assert ['"Ada"'] == [field["value"] for field in fields if field["name"] == "name"]


def test_a_cell_with_an_iri_leads_to_the_page_of_the_thing(service: Service):
    links = Elements(page(service, query=f"SELECT ?x {{ VALUES ?x {{ <{ADA}> }} }}")).links

    assert "person:ada-quill" == links["/id/person/ada-quill"]


def test_a_cell_with_a_name_leads_to_the_page_of_the_thing(service: Service):
    assert "Tove Brandt" == Elements(page(service, query=PEOPLE.replace("LIMIT 2", ""))).links["/id/person/tove-brandt"]


def test_a_cell_with_the_words_of_a_statement_leads_to_it(service: Service):
    links = Elements(page(service, question="positions")).links
    (link,) = [link for link, words in links.items() if words == "Ada Quill, the harbour minister of Norland"]

    assert re.fullmatch(r"/doc/2025-03-03-quiet#\w+", link)
    assert f'id="{link.partition("#")[2]}"' in service.ask("/doc/2025-03-03-quiet", accept=HTML).text


def test_an_answer_can_be_had_in_every_form(service: Service):
    links = Elements(page(service, query=PEOPLE)).links
    forms = {words: service.ask(link).type.partition(";")[0] for link, words in links.items() if link.startswith("/sparql")}

    assert {
        "CSV": "text/csv",
        "TSV": "text/tab-separated-values",
        "JSON": "application/sparql-results+json",
        "XML": "application/sparql-results+xml",
    } == forms


def test_a_graph_is_shown_as_turtle(service: Service):
    assert "ng:meets person:tove-brandt" in Elements(page(service, query=f"DESCRIBE <{ADA}>")).text


def test_yes_or_no_is_shown_in_words(service: Service):
    assert ["<td>yes</td>", "<td>no</td>"] == [
        re.findall("<td>.*?</td>", page(service, query=query))[0] for query in ("ASK {}", "ASK { FILTER(false) }")
    ]


def test_of_many_rows_the_first_are_shown(service: Service):
    shown = page(service, query="SELECT * { ?s ?p ?o . ?a ng:quote ?b } LIMIT 600")

    assert "the first 500 of 600" in shown
    assert 501 == shown.count("<tr>")


@pytest.mark.parametrize(
    ("asked", "status", "reason"),
    [
        ({"query": "SELECT * { ? }"}, 400, "the query is wrong at line 1, column 1"),
        ({"query": "SELECT * { SERVICE <http://127.0.0.1:9/> {} }"}, 403, "SERVICE is refused"),
        ({"question": "who"}, 404, "there is no ready question"),
        ({"question": "who-is", "nam": "Ada"}, 404, "has no parameter"),
    ],
)
def test_a_wrong_question_stays_in_the_page_with_the_reason(service: Service, asked, status, reason):
    reply = service.ask("/?" + urlencode(asked))

    assert (status, "text/html; charset=utf-8") == (reply.status, reply.type)
    assert reason in Elements(reply.text).text


# --- things


def test_a_thing_is_shown_with_every_fact_and_its_words(service: Service):
    text = " ".join(Elements(service.ask("/id/work/quiet-seas-plan--nl", accept=HTML).text).text.split())

    assert "Quiet Seas Plan approved by Harbour Ministry" in text
    assert "The Harbour Ministry approved the Quiet Seas Plan on 2 March 2025" in text
    assert "says Norland Courier" in text


def test_the_facts_of_a_thing_lead_to_the_other_things_and_to_the_article(service: Service):
    links = Elements(service.ask("/id/work/quiet-seas-plan--nl", accept=HTML).text).links

    assert {"/id/org/harbour-ministry--nl", "/doc/2025-03-03-quiet"} <= set(links)


def test_what_is_denied_is_marked_as_such(service: Service):
    assert '<span class="badge denied">denied</span>' in service.ask("/id/place/old-pier--nl", accept=HTML).text


def test_an_article_is_shown_with_its_statements(service: Service):
    assert "Old Pier" in service.ask("/doc/2025-03-03-quiet", accept=HTML).text


@pytest.mark.parametrize(
    ("media", "form"),
    [("*/*", ox.RdfFormat.TURTLE), ("application/n-triples", ox.RdfFormat.N_TRIPLES), ("application/rdf+xml", ox.RdfFormat.RDF_XML)],
)
def test_a_thing_is_data_for_programs_with_its_statements_and_their_words(service: Service, media, form):
    found = triples(service.ask("/id/work/quiet-seas-plan--nl", accept=media).body, form)
    quotes = {triple.object.value for triple in found if triple.predicate.value.endswith("#quote")}

    assert PLAN in {triple.subject.value for triple in found}
    assert "The Harbour Ministry approved the Quiet Seas Plan on 2 March 2025" in quotes


def test_the_data_of_a_thing_can_be_had_from_its_page(service: Service):
    links = Elements(service.ask("/id/person/ada-quill", accept=HTML).text).links

    assert "text/turtle; charset=utf-8" == service.ask(next(link for link in links if "format=ttl" in link), accept=HTML).type


@pytest.mark.parametrize(
    "path", ["/id/person/nobody", "/id/", "/id/%3E%20%7B", "/id/a%00b", "/doc/%22", "/elsewhere", "/id/person/ada-quill/.."]
)
@pytest.mark.parametrize("media", [HTML, "text/turtle"])
def test_a_thing_that_is_not_there_is_404(service: Service, path, media):
    assert 404 == service.ask(path, accept=media).status


def test_many_facts_come_in_parts(service: Service):
    shown = Elements(service.ask("/doc/2025-03-03-quiet?start=5", accept=HTML).text)

    assert "6" == next(attributes for tag, attributes in shown.found if tag == "ol")["start"]
    assert "From the beginning" in shown.links.values()


@pytest.mark.parametrize("start", ["-1", "x", "9999999999", "٣"])
def test_a_part_has_a_number(service: Service, start):
    assert 400 == service.ask(f"/id/person/ada-quill?start={quote(start)}", accept=HTML).status


# --- nothing from an article becomes part of a page

PAGES = [
    "/id/person/evil",
    "/id/person/ada-quill",
    "/doc/2025-05-01-hostile",
    "/?" + urlencode({"query": "SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?o), 'alert')) }"}),
    "/?" + urlencode({"query": "</textarea><script>alert(1)</script>"}),
    "/?" + urlencode({"question": "</textarea><script>alert(1)</script>"}),
    "/?" + urlencode({"question": "who-is", "name": '"><script>alert(1)</script>'}),
    "/%3Cscript%3Ealert(1)%3C/script%3E",
]


@pytest.mark.parametrize("address", PAGES)
def test_names_words_and_questions_are_text_whatever_they_hold(service: Service, address):
    shown = service.ask(address, accept=HTML).text
    elements = Elements(shown)

    assert "alert" in elements.text
    assert not {"script", "img", "b"} & {tag for tag, _ in elements.found}
    assert [] == [attributes for _, attributes in elements.found for name in attributes if name.startswith("on") or name == "style"]
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\u202a-\u202e]", shown)


@pytest.mark.parametrize("address", PAGES)
def test_a_link_leads_to_a_page_or_to_the_web(service: Service, address):
    assert [] == [
        link for link in Elements(service.ask(address, accept=HTML).text).links if not link.startswith(("/", "http://", "https://"))
    ]


@pytest.mark.parametrize("address", [*PAGES, "/", "/sparql?query=ASK%20%7B%7D", "/store?default", "/nothing"])
def test_a_page_may_load_nothing_from_elsewhere_and_run_no_script(service: Service, address):
    headers = service.ask(address, accept="*/*").headers

    assert (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        == headers["content-security-policy"]
    )
    assert ("nosniff", "no-referrer") == (headers["x-content-type-options"], headers["referrer-policy"])


@pytest.mark.browser
def test_a_person_asks_narrows_and_goes_to_the_words(service: Service, browser: Browser):
    shown = browser.new_page()
    faults: list[str] = []
    shown.on("console", lambda message: faults.append(message.text))
    shown.on("pageerror", lambda error: faults.append(str(error)))
    shown.goto(service.address)
    shown.click("text=Who is somebody")
    shown.fill("input[name=name]", "ada quill")
    shown.click(".parameters button")
    shown.click("td a:has-text('Ada Quill')")
    heading = shown.inner_text("h1")
    shown.goto(f"{service.address}id/person/evil")
    title = shown.title()
    shown.close()

    assert ("Ada Quill", [], True) == (heading, faults, title.startswith("</title><script>"))


def test_an_article_has_the_name_that_it_gives_itself(service: Service):
    assert "<b>Evil</b>" in Elements(service.ask("/doc/2025-05-01-hostile", accept=HTML).text).text
    assert EVIL_WORDS in Elements(service.ask("/id/person/evil", accept=HTML).text).text
    assert ARTICLE in service.ask("/doc/2025-03-03-quiet", accept=HTML).text
