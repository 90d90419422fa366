"""Pushing to a real server: only what changed, again after a break, never a password in a message."""

import http.server
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from kg.errors import InputError, KgError
from kg.rdf import quads
from kg.remote import Target, fingerprints, push
from kg.store import ONTOLOGY, Store
from tests.store_fixtures import ARTICLE, second_story, story

SECOND = second_story().article_id
SERVER = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
needs_server = pytest.mark.skipif(SERVER is None, reason="the oxigraph server is not installed")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def started(port, folder):
    process = subprocess.Popen(
        [SERVER, "serve", "-l", str(folder), "-b", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 0.1).close()
            return process
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("the server did not start")


@pytest.fixture
def server(tmp_path):
    port = free_port()
    process = started(port, tmp_path / "server")
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


@pytest.fixture
def store():
    filled = Store()
    for each in (story(), second_story()):
        filled.replace(each.article_id, quads(each))
    return filled


def pushed(store, url, known, **options):
    """Pushes, remembering in `known` what has arrived."""

    def arrived(graph, mark):
        known.pop(graph, None)
        known.update({graph: mark} if mark else {})

    return push(store, Target(f"{url}/store"), dict(known), arrived=arrived, **options)


def ask(url, query):
    request = urllib.request.Request(f"{url}/query", query.encode(), {"Content-Type": "application/sparql-query", "Accept": "text/csv"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read().decode().split()[1:]


@needs_server
def test_every_graph_arrives(store, server):
    outcome = pushed(store, server, {})

    assert (ONTOLOGY, ARTICLE, second_story().article_id) == outcome.put
    assert () == outcome.lost
    assert [str(len(quads(story())))] == ask(server, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{ARTICLE}> {{ ?s ?p ?o }} }}")


@needs_server
def test_a_second_push_sends_nothing(store, server):
    known = {}
    pushed(store, server, known)

    assert ((), (), 3) == ((again := pushed(store, server, known)).put, again.removed, again.unchanged)


@needs_server
def test_only_what_changed_travels_and_what_is_gone_is_removed(store, server):
    known = {}
    pushed(store, server, known)
    store.replace(ARTICLE, quads(story(mentions=())))
    store.remove(second_story().article_id)
    outcome = pushed(store, server, known)

    assert ((ARTICLE,), (second_story().article_id,)) == (outcome.put, outcome.removed)
    assert sorted([ONTOLOGY, ARTICLE]) == sorted(ask(server, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))
    assert known == fingerprints(store)


@needs_server
def test_a_dry_run_sends_nothing(store, server):
    outcome = pushed(store, server, {}, dry_run=True)

    assert 3 == len(outcome.put)
    assert ["0"] == ask(server, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")


@needs_server
def test_a_push_goes_on_after_the_server_died(store, tmp_path):
    port, known = free_port(), {}
    process = started(port, tmp_path / "server")

    def arrived(graph, mark):
        known[graph] = mark
        process.kill()
        process.wait()

    with pytest.raises(KgError, match="Push again"):
        push(store, Target(f"http://127.0.0.1:{port}/store", attempts=2, pause=lambda _: None), {}, arrived=arrived)
    assert [ONTOLOGY] == list(known)

    process = started(port, tmp_path / "server")
    outcome = pushed(store, f"http://127.0.0.1:{port}", known)
    counted = ask(f"http://127.0.0.1:{port}", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    process.kill()
    process.wait()

    assert (ARTICLE, second_story().article_id) == outcome.put
    assert [str(sum(len(store.quads(graph)) for graph in (ONTOLOGY, *store.graphs())))] == counted


@needs_server
@pytest.mark.parametrize(
    ("gone", "found"), [((ONTOLOGY, ARTICLE, SECOND), f"<{ONTOLOGY}> it has 0 of"), ((SECOND,), f"<{SECOND}> it has 0 of")]
)
def test_a_server_that_was_emptied_or_set_back_is_noticed_and_takes_everything_again(store, server, gone, found):
    known = {}
    pushed(store, server, known)
    for graph in gone:
        request = urllib.request.Request(f"{server}/store?graph={graph}", method="DELETE")
        urllib.request.urlopen(request, timeout=10).close()

    with pytest.raises(KgError, match="--again") as refusal:
        pushed(store, server, known)
    assert found in str(refusal.value)
    assert 3 == len(pushed(store, server, dict.fromkeys(known, "?")).put)
    assert sorted([ONTOLOGY, ARTICLE, SECOND]) == sorted(ask(server, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))


@pytest.fixture
def stubborn():
    """A server that answers with the statuses it is given, one after the other, and then with the last; it keeps what it was asked."""
    statuses, seen = [], []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self):
            seen.append((self.command, self.headers.get("Authorization")))
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status = statuses.pop(0) if len(statuses) > 1 else statuses[0]
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "http://192.0.2.1/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_PUT = do_GET = do_DELETE = answer

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/store", statuses, seen
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_busy_server_is_tried_again_after_longer_and_longer_pauses(store, stubborn):
    url, statuses, _ = stubborn
    statuses += [503, 429, 204]
    pauses = []
    push(store, Target(url, pause=pauses.append), {}, arrived=lambda *_: None, verify=False)

    assert [0.5, 1.0] == pauses


@pytest.mark.parametrize(
    ("status", "message"), [(401, "KG_PASSWORD"), (302, "redirects to another address"), (400, "refused"), (503, "2 attempts")]
)
def test_a_server_that_refuses_is_reported(store, stubborn, status, message):
    url, statuses, _ = stubborn
    statuses.append(status)

    with pytest.raises(KgError, match=message):
        push(store, Target(url, attempts=2, pause=lambda _: None), {}, arrived=lambda *_: None)


def test_a_server_that_gives_back_less_is_told_of(store, stubborn):
    url, statuses, _ = stubborn
    statuses.append(200)
    marks = []
    outcome = push(store, Target(url), {}, arrived=lambda *mark: marks.append(mark))

    assert outcome.put == outcome.lost
    assert [] == marks


def test_credentials_come_from_the_environment_when_asked_for_and_stay_out_of_messages(store, stubborn, monkeypatch):
    url, statuses, seen = stubborn
    statuses.append(403)
    monkeypatch.setenv("KG_USER", "ada")
    monkeypatch.setenv("KG_PASSWORD", "open sesame")

    with pytest.raises(KgError) as refusal:
        push(store, Target(url), {}, arrived=lambda *_: None)
    assert [("PUT", None), ("PUT", "Basic YWRhOm9wZW4gc2VzYW1l")] == seen
    assert "sesame" not in str(refusal.value)


@pytest.mark.parametrize("url", ["", "ftp://example.org/", "http://", "store", "http://ada:sesame@example.org/store", "http://[::1"])
def test_an_address_that_is_none_is_refused(store, url):
    with pytest.raises(InputError) as refusal:
        push(store, Target(url), {}, arrived=lambda *_: None)
    assert "sesame" not in str(refusal.value)


def test_a_server_that_is_not_there_is_reported(store):
    with pytest.raises(KgError, match="ConnectionRefusedError"):
        push(store, Target(f"http://127.0.0.1:{free_port()}/store", attempts=1), {}, arrived=lambda *_: None)
