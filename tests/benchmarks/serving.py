"""Fifty clients at once and one runaway query among them: `kg serve` beside `oxigraph serve` and rdflib-endpoint.

    python -m tests.benchmarks.serving STORE [SECONDS [COMMAND]]

STORE is one that `tests.benchmarks.store` left; COMMAND is rdflib-endpoint, where it is installed. Each client asks one ready question
after another, and waits until it has the answer. The runaway query is there before them, and again as soon as it has ended. All servers
hold the same triples and are asked over HTTP for JSON: Oxigraph's in the store's own files, rdflib-endpoint in memory, without the named
graphs. Times are those of the clients' clock; the servers run one after the other, as they come. A client that is told to come again
(503) waits as long as the server says; that is counted, and is no error.
"""

import http.client
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import pyoxigraph as ox

from kg.questions import asked, question
from kg.store import opened
from kg.vocab import PREFIXES
from tests.benchmarks.questions import READY

CLIENTS: Final = 50
SECONDS: Final = 20.0
PATIENCE: Final = 60.0
START: Final = 300.0
RUNAWAY: Final = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
MIX: Final = ("approvals", "timeline", "who-is", "positions", "quotes", "events")
"""Questions that a process answers in less than a tenth of a second."""


@dataclass
class Tally:
    """What the clients saw."""

    times: list[float] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)


def queries() -> list[str]:
    """The questions as any server understands them."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    return [prefixes + asked(question(name), READY[name]) for name in MIX]


def once(port: int, path: str, sparql: str) -> http.client.HTTPResponse:
    """The reply to the query, read to its end."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", f"{path}?{urlencode({'query': sparql})}", headers={"Accept": "application/sparql-results+json"})
        response = connection.getresponse()
        response.read()
        return response
    finally:
        connection.close()


def client(number: int, port: int, path: str, until: float, tally: Tally) -> None:
    """Asks until the time is over; the time of an answer is counted from its first asking."""
    choose, known = random.Random(number), queries()
    while time.monotonic() < until:
        sparql, begun = choose.choice(known), time.monotonic()
        outcome = ""
        while outcome in ("", "told to come again") and time.monotonic() < until + PATIENCE:
            try:
                response = once(port, path, sparql)
            except OSError as error:
                outcome = type(error).__name__
            else:
                outcome = {200: "answered", 503: "told to come again"}.get(response.status, f"status {response.status}")
                time.sleep(float(response.headers.get("Retry-After", 0)))
            tally.outcomes[outcome] += 1
        tally.times.append(time.monotonic() - begun)


def runaway(port: int, path: str, until: float) -> None:
    """Asks what has no end, again and again."""
    while time.monotonic() < until:
        with suppress(OSError, http.client.HTTPException):
            once(port, path, RUNAWAY)


def load(port: int, path: str, seconds: float, *, with_runaway: bool) -> Tally:
    """All clients for so long."""
    until, tally = time.monotonic() + seconds, Tally()
    if with_runaway:
        threading.Thread(target=runaway, args=(port, path, until), daemon=True).start()
        time.sleep(1)
    threads = [threading.Thread(target=client, args=(number, port, path, until, tally), daemon=True) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


@contextmanager
def running(command: list[str], port: int) -> Iterator[None]:
    """The server, once it can be reached."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port)
            yield
        finally:
            process.kill()


def _wait(port: int) -> None:
    for _ in range(int(START * 10)):
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.1)
    raise TimeoutError("the server did not start")


def free_port() -> int:
    """One that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def servers(store: Path, folder: Path, endpoint: str) -> Iterator[tuple[str, list[str], int, str]]:
    """Name, command, port and path of each."""
    port, current = free_port(), (store / "current").read_text(encoding="ascii").strip()
    yield "kg serve", [sys.executable, "-m", "kg", "serve", str(store), "--port", str(port)], port, "/sparql"
    server = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if server:
        port = free_port()
        where = ["-l", str(store / "published" / current), "-b", f"127.0.0.1:{port}"]
        yield "oxigraph serve", [server, "serve-read-only", *where], port, "/query"
    if endpoint:
        port, file = free_port(), folder / "union.nt"
        triples = opened(store).inner.quads_for_pattern(None, None, None, ox.DefaultGraph())
        ox.serialize((quad.triple for quad in triples), str(file), format=ox.RdfFormat.N_TRIPLES)
        yield "rdflib-endpoint", [endpoint, "serve", "--host", "127.0.0.1", "--port", str(port), str(file)], port, "/"


def main(store: Path, seconds: float = SECONDS, endpoint: str = "") -> None:
    """Prints two lines a server: without and with the runaway query."""
    with tempfile.TemporaryDirectory() as name:
        for title, command, port, path in servers(store, Path(name), endpoint):
            for with_runaway in (False, True):
                with running(command, port):
                    print(
                        f"{title:<16} {'with' if with_runaway else 'without':<8}",
                        _told(load(port, path, seconds, with_runaway=with_runaway)),
                        flush=True,
                    )


def _told(tally: Tally) -> str:
    cuts = statistics.quantiles(tally.times, n=20)
    seen = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.outcomes.items()))
    return f"p50 {1000 * cuts[9]:8,.0f} ms  p95 {1000 * cuts[18]:8,.0f} ms  {seen}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS, sys.argv[3] if len(sys.argv) > 3 else "")
