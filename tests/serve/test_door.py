"""Who may come in, what is written about them, and how much they may send."""

import http.client
import json
import socket
import time
from base64 import b64encode
from urllib.parse import quote

import pytest

from tests.serve.conftest import PEOPLE, TOKEN, Service

SITE = "https://news.example"


# --- names (DNS rebinding)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:{port}",
        "10.0.0.1:{port}",
        "[::2]:{port}",
        "",
    ],
)
def test_a_request_under_another_name_is_refused(service: Service, host):
    reply = service.ask("/sparql?query=ASK%20%7B%7D", host=host.format(port=service.port))

    assert (421, False) == (reply.status, b"true" in reply.body)


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST:{port}"])
def test_a_request_under_a_name_of_this_machine_is_answered(service: Service, host):
    assert 200 == service.ask("/sparql?query=ASK%20%7B%7D", host=host.format(port=service.port)).status


# --- the token


def basic(user: str, password: str) -> str:
    return "Basic " + b64encode(f"{user}:{password}".encode()).decode()


@pytest.fixture(scope="module")
def guarded(filled):
    from tests.serve.conftest import _serving

    for start in _serving():
        yield start(filled, "--host", "0.0.0.0", "--workers", "1", "--cors", SITE, KG_TOKEN=TOKEN)


@pytest.mark.parametrize("shown", [f"Bearer {TOKEN}", f"bearer {TOKEN}", basic("anybody", TOKEN), basic("", TOKEN)])
def test_the_token_lets_in_as_bearer_or_as_a_password(guarded: Service, shown):
    assert 200 == guarded.query("ASK {}", authorization=shown).status


@pytest.mark.parametrize(
    "shown", ["", "Bearer", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", basic(TOKEN, "x"), "Basic ***", f"Digest {TOKEN}", "Bearer \xff"]
)
@pytest.mark.parametrize("address", ["/sparql?query=ASK%20%7B%7D", "/", "/store?default", "/id/person/ada-quill", "/style.css", "/nothing"])
def test_without_the_token_nothing_is_answered(guarded: Service, shown, address):
    reply = guarded.ask(address, authorization=shown)

    assert (401, True) == (reply.status, "Bearer" in reply.headers["www-authenticate"])


def test_the_token_is_in_no_log_and_in_no_message(guarded: Service):
    guarded.query("ASK {}", authorization=f"Bearer {TOKEN}")

    assert not [line for line in guarded.lines if TOKEN in line]


def test_a_token_that_is_set_is_needed_on_this_machine_too(serving, filled, tmp_path):
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    service = serving(filled, "--workers", "1", "--token-file", str(tmp_path / "token"))

    assert [401, 200] == [service.query("ASK {}", authorization=shown).status for shown in ("", f"Bearer {TOKEN}")]


# --- pages of other sites


def test_no_other_site_may_read_answers_unless_it_is_named(service: Service):
    assert "access-control-allow-origin" not in service.query("ASK {}", origin=SITE).headers


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": SITE},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors", "sec_fetch_dest": "image"},
        {"sec_fetch_site": "same-site", "sec_fetch_mode": "no-cors", "sec_fetch_dest": "script"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "iframe"},
    ],
)
def test_a_page_of_another_site_cannot_keep_the_service_busy(service: Service, headers):
    assert 403 == service.query("ASK {}", **headers).status


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_fetch_site": "none", "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"},
        {"sec_fetch_site": "same-origin", "sec_fetch_mode": "cors", "sec_fetch_dest": "empty"},
    ],
)
def test_a_person_and_our_own_pages_may_ask(service: Service, headers):
    assert 200 == service.query("ASK {}", **headers).status


def test_a_site_that_is_named_may_read_answers(guarded: Service):
    replies = [guarded.query("ASK {}", origin=origin, authorization=f"Bearer {TOKEN}") for origin in (SITE, "https://evil.example")]

    assert [SITE, None] == [reply.headers.get("access-control-allow-origin") for reply in replies]
    assert [200, 403] == [reply.status for reply in replies]


def test_a_browser_may_ask_beforehand_what_a_named_site_may_do(guarded: Service):
    asked = {"access_control_request_method": "POST", "access_control_request_headers": "authorization,content-type"}
    replies = [guarded.ask("/sparql", "OPTIONS", origin=origin, **asked) for origin in (SITE, "https://evil.example")]

    assert [200, 400] == [reply.status for reply in replies]


# --- the log


def test_every_request_is_a_line_of_json(serving, filled):
    service = serving(filled, "--workers", "1")
    service.query(PEOPLE)
    service.ask("/nothing")
    service.ask("/", host="evil.example")
    service.end()
    lines = service.log()

    assert [("GET", 200), ("GET", 404), ("GET", 421)] == [(line["method"], line["status"]) for line in lines]
    assert "127.0.0.1" == lines[0]["client"]
    assert {"time", "client", "method", "address", "status", "bytes", "ms"} == set(lines[0])


def test_nothing_in_a_request_can_forge_or_colour_the_log(serving, filled):
    service = serving(filled, "--workers", "1")
    service.ask("/" + quote('"}\n{"status": 200, \x1b[31m\u202e\u2028'))
    service.end()
    (line,) = service.lines

    assert line.isascii() and line.rstrip("\n").isprintable()
    assert '"}\n{"status": 200, \x1b[31m\u202e\u2028' in str(json.loads(line)["address"])


# --- sizes and times


def test_a_body_that_is_too_large_is_refused(service: Service):
    reply = service.ask("/sparql", "POST", b" " * ((4 << 20) + 1), content_type="application/sparql-query")

    assert 413 == reply.status


def test_a_query_that_is_too_long_is_refused(service: Service):
    reply = service.ask("/sparql", "POST", b"ASK {}" + b" " * 1_000_001, content_type="application/sparql-query")

    assert (403, True) == (reply.status, "1,000,000 is the limit" in reply.text)


def test_a_header_that_is_too_long_is_refused(service: Service):
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX-Long: " + b"x" * 70_000)
        answer = connection.recv(1000)

    assert answer.startswith(b"HTTP/1.1 400")


def test_an_answer_that_is_too_large_is_an_error_and_no_part_of_it_is_sent(serving, filled):
    many = "SELECT ?a ?b { ?a ng:confidence ?x . ?b ng:confidence ?y . ?c ng:confidence ?z . ?d a ?w . ?e ng:quote ?q }"
    reply = serving(filled, "--timeout", "60", "--workers", "1").query(many + " LIMIT 600000")

    assert (500, True) == (reply.status, "more than 64 MiB" in reply.text), reply.text[:200]


def test_what_is_not_http_is_refused_and_does_no_harm(service: Service):
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as connection:
        connection.sendall(b"\x16\x03\x01\x02\x00 nonsense\r\n\r\n")
        answer = connection.recv(1000)

    assert answer.startswith(b"HTTP/1.1 400")
    assert 200 == service.query("ASK {}").status


def test_connections_that_say_nothing_hold_up_nobody(service: Service):
    silent = [socket.create_connection(("127.0.0.1", service.port), timeout=10) for _ in range(50)]
    try:
        start = time.monotonic()
        status = service.query("ASK {}").status

        assert (200, True) == (status, time.monotonic() - start < 2)
    finally:
        for connection in silent:
            connection.close()


@pytest.mark.slow
def test_a_request_that_never_ends_is_given_up(service: Service):
    with socket.create_connection(("127.0.0.1", service.port), timeout=30) as connection:
        connection.sendall(b"GET /sparql HTTP/1.1\r\nHost: local")
        start = time.monotonic()
        try:
            end = connection.recv(1000)
        except ConnectionResetError:
            end = b""

        assert (b"", True) == (end, 8 < time.monotonic() - start < 15)


@pytest.mark.slow
def test_a_client_that_does_not_take_its_answer_is_given_up(serving, filled):
    service = serving(filled, "--workers", "1")
    long = "SELECT ?a ?b ?c ?d { ?a ng:confidence ?x . ?b ng:confidence ?y . ?c ng:confidence ?z . ?d a ng:Statement } LIMIT 60000"
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", service.port))
        connection.sendall(f"GET /sparql?query={quote(long)} HTTP/1.1\r\nHost: 127.0.0.1:{service.port}\r\n\r\n".encode())
        start = time.monotonic()
        while not service.lines and time.monotonic() - start < 25:
            time.sleep(0.1)

        assert 8 < time.monotonic() - start < 20


def test_a_connection_is_kept_for_further_questions(service: Service):
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=10)
    found = []
    for _ in range(3):
        connection.request("GET", "/sparql?query=ASK%20%7B%7D")
        found.append(connection.getresponse().read())
    connection.close()

    assert 3 == found.count(b'{"head":{},"boolean":true}')
