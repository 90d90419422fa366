"""A SPARQL server elsewhere, as a place to push to: the Graph Store Protocol, one article's graph at a time.

Only what changed since the last push travels; what had arrived when a push broke off is remembered. A graph is put whole, so doing it
twice changes nothing. Credentials come from the environment (KG_USER and KG_PASSWORD) or a netrc file, and appear in no message.
"""

import base64
import http.client
import netrc
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from kg.errors import InputError, KgError
from kg.formats import dump, parsed
from kg.store import ONTOLOGY, Store

ATTEMPTS: Final = 5
"""How often one graph is tried; the pauses between double, from half a second."""

_AGAIN: Final = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did; `lost` are the graphs of which the server gives back another number of triples."""

    put: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A Graph Store Protocol endpoint, such as http://127.0.0.1:7878/store."""

    url: str
    seconds: float = 60.0
    """How long one request may take."""
    attempts: int = ATTEMPTS
    pause: Callable[[float], None] = field(default=time.sleep)


def fingerprints(store: Store) -> dict[str, str]:
    """Graph name to the hash of its content: what there is to push; the ontology comes first, for its labels."""
    return {graph: sha256(dump(store.quads(graph), "nq")).hexdigest() for graph in (ONTOLOGY, *store.graphs())}


def push(
    store: Store,
    target: Target,
    known: Mapping[str, str],
    *,
    arrived: Callable[[str, str], None],
    dry_run: bool = False,
    verify: bool = True,
) -> Pushed:
    """Brings the server's graphs to the state of the store's.

    Parameters
    ----------
    store
        What is pushed.
    target
        Where to.
    known
        Graph to fingerprint as of the last push to this target.
    arrived
        Called with graph and fingerprint when the server has confirmed a graph, with an empty one when it has confirmed its removal:
        remember them, and a push that broke off goes on where it was.
    dry_run
        Nothing is sent.
    verify
        Counts what the server gives back of each graph that was put.

    Raises
    ------
    InputError
        The address is none.
    KgError
        The server cannot be reached, refuses, or redirects to elsewhere.
    """
    _address(target)  # refused even if there is nothing to send
    wanted = fingerprints(store)
    put = tuple(graph for graph, mark in wanted.items() if known.get(graph) != mark)
    removed = tuple(sorted(set(known) - set(wanted)))
    lost: list[str] = []
    for graph in () if dry_run else put:
        triples = {quad.triple for quad in store.quads(graph)}
        _sent(target, "PUT", graph, "".join(sorted(f"{triple} .\n" for triple in triples)).encode())
        if verify and _count(target, graph) != len(triples):
            lost.append(graph)
        else:
            arrived(graph, wanted[graph])
    for graph in () if dry_run else removed:
        _sent(target, "DELETE", graph, b"")
        arrived(graph, "")
    return Pushed(put, removed, len(wanted) - len(put), tuple(lost))


def _count(target: Target, graph: str) -> int:
    """How many triples the server gives back."""
    body = _sent(target, "GET", graph, b"")
    try:
        return len(parsed(body, "ttl"))
    except SyntaxError as error:
        raise KgError(f"{_shown(target)} gave back something that is not Turtle for <{graph}>: {error}.") from error


def _sent(target: Target, method: str, graph: str, body: bytes) -> bytes:
    """The answer, after as many attempts as it takes."""
    trouble = ""
    for attempt in range(target.attempts):
        if attempt:
            target.pause(0.5 * 2 ** (attempt - 1))
        try:
            status, answer = _exchange(target, method, graph, body)
        except (OSError, http.client.HTTPException) as error:
            trouble = f"{type(error).__name__}: {error}"
            continue
        if status in (200, 201, 204) or (status == 404 and method == "DELETE"):
            return answer
        trouble = f"status {status}"
        if status not in _AGAIN:
            raise KgError(_refusal(target, graph, status))
    raise KgError(f"{_shown(target)} did not take <{graph}> in {target.attempts} attempts ({trouble}). Push again to go on from here.")


def _exchange(target: Target, method: str, graph: str, body: bytes) -> tuple[int, bytes]:
    where = _address(target)
    secure = where.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(where.hostname or "", where.port, timeout=target.seconds)
    headers = {"Accept": "text/turtle, application/n-triples;q=0.9", **_credentials(where)}
    if body or method == "PUT":
        headers["Content-Type"] = "text/turtle; charset=utf-8"
    path = f"{where.path or '/'}?{where.query + '&' if where.query else ''}graph={quote(graph, safe='')}"
    try:
        connection.request(method, path, body=body or None, headers=headers)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def _address(target: Target) -> SplitResult:
    try:
        where = urlsplit(target.url)
        usable = where.scheme in ("http", "https") and bool(where.hostname) and where.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise InputError("the address to push to is no http or https address, such as http://127.0.0.1:7878/store.")
    if where.username or where.password:
        raise InputError("the address holds a password: put it into KG_USER and KG_PASSWORD or a netrc file instead.")
    return where


def _credentials(where: SplitResult) -> dict[str, str]:
    user, password = os.environ.get("KG_USER", ""), os.environ.get("KG_PASSWORD", "")
    if not user:
        try:
            found = netrc.netrc().authenticators(where.hostname or "")
        except (FileNotFoundError, netrc.NetrcParseError):
            found = None
        user, password = (found[0], found[2] or "") if found else ("", "")
    token = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {"Authorization": f"Basic {token}"} if user else {}


def _refusal(target: Target, graph: str, status: int) -> str:
    if status in (401, 403):
        return f"{_shown(target)} does not let us write (status {status}): set KG_USER and KG_PASSWORD, or use a netrc file."
    if 300 <= status < 400:
        return f"{_shown(target)} redirects to another address (status {status}); nothing was sent there. Use the final address."
    return f"{_shown(target)} refused <{graph}> with status {status}; is this a Graph Store Protocol address?"


def _shown(target: Target) -> str:
    where = _address(target)
    return f"{where.scheme}://{where.hostname}{f':{where.port}' if where.port else ''}{where.path}"
