"""Pushing to a real Virtuoso: with a digest, over its death in the middle, and the same answers there as here."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from kg.formats import read
from kg.questions import asked, question
from kg.store import ONTOLOGY, Store, opened
from kg.vocab import BASE, PREFIXES
from tests.conftest import ROOT, Command

SERVER, CLIENT = shutil.which("virtuoso-t"), shutil.which("isql-vt")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (SERVER and CLIENT), reason="Virtuoso is not installed (apt-get install virtuoso-opensource-7-bin)"),
]

LETS_IN = {"KG_USER": "ada", "KG_PASSWORD": "open sesame"}
USER = "DB.DBA.USER_CREATE('ada', 'open sesame'); GRANT SPARQL_UPDATE TO \"ada\"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET('ada', 7);"
CONFIGURATION = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""
QUESTIONS = ["who-is", "approvals", "events", "quotes", "not-yet-facts"]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@dataclass
class Virtuoso:
    """A server in a folder of its own, which can die and come back."""

    folder: Path
    sql: int = field(default_factory=free_port)
    http: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def store(self) -> str:
        return f"http://127.0.0.1:{self.http}/sparql-graph-crud-auth"

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        self.folder.mkdir(exist_ok=True)
        (self.folder / "virtuoso.ini").write_text(CONFIGURATION.format(sql=self.sql, http=self.http))
        command = [str(SERVER), "+foreground", "+configfile", "virtuoso.ini"]
        self.process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(1200):
            try:
                socket.create_connection(("127.0.0.1", self.http), 0.1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError("Virtuoso did not start")

    def die(self) -> None:
        """Kills it as a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def run(self, statements: str) -> None:
        """Runs these statements as its administrator."""
        subprocess.run([str(CLIENT), f"127.0.0.1:{self.sql}", "dba", "dba", f"exec={statements}"], check=True, capture_output=True)

    def ask(self, sparql: str) -> list[dict[str, str]]:
        """The solutions, as anybody gets them."""
        preset = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
        request = Request(
            f"http://127.0.0.1:{self.http}/sparql",
            urlencode({"query": preset + sparql}).encode(),
            {"Accept": "application/sparql-results+json"},
        )
        with urlopen(request, timeout=60) as answer:
            rows = json.load(answer)["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in rows]


@pytest.fixture
def virtuoso(tmp_path: Path) -> Iterator[Virtuoso]:
    """A fresh server that lets ada write."""
    server = Virtuoso(tmp_path / "virtuoso")
    try:
        server.start()
        server.run(USER)
        yield server
    finally:
        server.die()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the example articles."""
    with Store(tmp_path / "store") as filled:
        for path in sorted((ROOT / "tests" / "gold").glob("*.nq")):
            quads = read(path)
            filled.replace(quads[0].graph_name.value, quads)
    return tmp_path / "store"


def distinct(rows: list[dict[str, str]]) -> list[list[tuple[str, str]]]:
    """Virtuoso gives a triple as often as there are graphs that say it: each row once, in one order."""
    return sorted({tuple(sorted(row.items())) for row in rows})


def test_nothing_is_lost_or_doubled_when_virtuoso_dies_in_the_middle_of_a_push(kg: Command, store, virtuoso):
    here = opened(store)
    sizes = {graph: len(here.quads(graph)) for graph in (ONTOLOGY, *here.graphs())}
    command = [sys.executable, "-m", "kg", "push", str(store), virtuoso.store]
    with subprocess.Popen(command, env=os.environ | LETS_IN, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert f"sent  {ONTOLOGY}\n" == first.stdout.readline()
        virtuoso.die()
        told = first.communicate(timeout=120)
    virtuoso.start()
    second, third = (kg("push", store, virtuoso.store, **LETS_IN) for _ in range(2))

    assert 2 == first.returncode
    assert "Push again to go on from here." in told[1]
    assert 0 == second.returncode, second.stderr
    assert "0 sent, 0 removed, 5 unchanged." in third.stderr
    assert "sesame" not in "".join([*told, second.stdout, second.stderr])
    counted = virtuoso.ask(f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{BASE}')) }} GROUP BY ?g")
    assert sizes == {row["g"]: int(row["n"]) for row in counted}
    for name in QUESTIONS:
        sparql = asked(question(name), {})
        assert distinct(here.select(sparql)) == distinct(virtuoso.ask(sparql)), name


def test_virtuoso_lets_nobody_write_without_a_password_or_with_a_wrong_one(kg: Command, store, virtuoso):
    none, wrong = kg("push", store, virtuoso.store), kg("push", store, virtuoso.store, KG_USER="ada", KG_PASSWORD="open barley")

    assert [(2, ""), (2, "")] == [(outcome.returncode, outcome.stdout) for outcome in (none, wrong)]
    assert "does not let us write (status 401): set KG_USER and KG_PASSWORD" in none.stderr
    assert "barley" not in wrong.stderr
    assert [] == virtuoso.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s a ng:Article } }")
