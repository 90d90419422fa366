"""A store of three invented articles, one of them hostile, and `kg serve` in a process of its own to ask it."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox
import pytest

from kg import library
from kg.model import Article, Entity, Extraction, Span, Statement
from kg.vocab import BASE
from tests.conftest import ROOT
from tests.store_fixtures import second_story, story

EVIL = f"{BASE}id/person/evil"
EVIL_NAME = "</title><script>alert(1)</script>\"'&\x0b\u202eeno"
EVIL_WORDS = "<img src=x onerror=alert(1)> meets Ada Quill"

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PEOPLE = "SELECT ?name { ?who a ng:Person ; rdfs:label ?name } ORDER BY ?name LIMIT 2"
TOKEN = "a-token-of-enough-characters"


def triples(body: bytes, form: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(body, format=form)}


def hostile() -> Extraction:
    """An article that wants to be a script, in its names and in its words."""
    whole = Span(0, len(EVIL_WORDS))
    entities = (Entity(EVIL, "Person", EVIL_NAME), Entity(f"{BASE}id/person/ada-quill", "Person", "Ada Quill"))
    statements = (Statement(EVIL, "meets", f"{BASE}id/person/ada-quill", (whole,)),)
    article = Article(EVIL_WORDS, "hostile", "<b>Evil</b>", "2025-05-01", url="javascript:alert(1)")
    return Extraction(article, f"{BASE}doc/2025-05-01-hostile", (whole,), entities, (), statements, ())


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "")


@dataclass
class Service:
    """A running `kg serve`."""

    process: subprocess.Popen[str]
    address: str
    lines: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def ask(self, path: str, method: str = "GET", body: bytes = b"", timeout: float = 60, **headers: str) -> Reply:
        """The reply to one request; a header's name is written with underscores."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body or None, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return Reply(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
        finally:
            connection.close()

    def query(self, sparql: str, *more: tuple[str, str], **headers: str) -> Reply:
        return self.ask("/sparql?" + urlencode([("query", sparql), *more]), **headers)

    def log(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in list(self.lines)]

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(20)


def started(store: Path, *options: str, **environment: str) -> Service:
    """The service, once it has said its address."""
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "kg", "serve", str(store), "--port", "0", *options],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    service = Service(process, (process.stdout.readline() if process.stdout else "").strip())

    def collect() -> None:
        with suppress(ValueError):  # closed at the end of the test
            service.lines.extend(iter(process.stderr.readline, "")) if process.stderr else None

    threading.Thread(target=collect, daemon=True).start()
    return service


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that no test changes."""
    path = tmp_path_factory.mktemp("serve") / "store"
    library.add(path, [story(), second_story(), hostile()])
    return path


Start = Callable[..., Service]


def _serving() -> Iterator[Start]:
    running: list[Service] = []

    def start(store: Path, *options: str, **environment: str) -> Service:
        running.append(started(store, *options, **environment))
        return running[-1]

    yield start
    for service in running:
        if service.process.poll() is None:
            service.process.kill()
        service.process.wait()
        for stream in (service.process.stdout, service.process.stderr):
            if stream:
                stream.close()


@pytest.fixture
def serving() -> Iterator[Start]:
    """Starts services that end with the test."""
    yield from _serving()


@pytest.fixture(scope="session")
def service(filled: Path) -> Iterator[Service]:
    """One service for all tests that only ask."""
    for start in _serving():
        yield start(filled)
