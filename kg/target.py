"""A Graph Store Protocol endpoint elsewhere: a graph is put, got back or deleted, with patience for a server that is busy."""

import http.client
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from kg.access import Access
from kg.errors import InputError, KgError

ATTEMPTS: Final = 5
"""How often one graph is tried; the pauses between double, from half a second."""

_DONE: Final = frozenset({200, 201, 204})
_AGAIN: Final = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Target:
    """The endpoint, such as http://127.0.0.1:7878/store."""

    url: str
    seconds: float = 60.0
    """How long one request may take."""
    attempts: int = ATTEMPTS
    pause: Callable[[float], None] = field(default=time.sleep)


class Endpoint:
    """What is at a target; it remembers how the server wants to be asked.

    Raises
    ------
    InputError
        The target's address is none.
    """

    def __init__(self, target: Target) -> None:
        self._target, self._where = target, _address(target.url)
        self._access = Access(self._where.hostname or "")

    def __str__(self) -> str:
        where = self._where
        return f"{where.scheme}://{where.hostname}{f':{where.port}' if where.port else ''}{where.path}"

    def sent(self, method: str, graph: str, body: bytes = b"") -> bytes | None:
        """The answer, after as many attempts as it takes; none if there is no such graph.

        Raises
        ------
        KgError
            The server cannot be reached, refuses, or redirects to elsewhere.
        """
        trouble = ""
        for attempt in range(self._target.attempts):
            if attempt:
                self._target.pause(0.5 * 2 ** (attempt - 1))
            try:
                status, answer = self._let_in(method, graph, body)
            except (OSError, http.client.HTTPException) as error:
                trouble = f"{type(error).__name__}: {error}"
                continue
            if status in _DONE:
                return answer
            if status in (404, 410) and method != "PUT":
                return None
            trouble = f"status {status}"
            if status not in _AGAIN:
                raise KgError(self._refusal(graph, status))
        raise KgError(f"{self} did not take <{graph}> in {self._target.attempts} attempts ({trouble}). Push again to go on from here.")

    def _let_in(self, method: str, graph: str, body: bytes) -> tuple[int, bytes]:
        """Status and answer, with credentials where the server asks for them."""
        status, answer, challenges = self._exchange(method, graph, body)
        if status in (401, 403) and self._access.asked(challenges):
            status, answer, _ = self._exchange(method, graph, body)
        return status, answer

    def _exchange(self, method: str, graph: str, body: bytes) -> tuple[int, bytes, list[str]]:
        where = self._where
        kind = http.client.HTTPSConnection if where.scheme == "https" else http.client.HTTPConnection
        connection = kind(where.hostname or "", where.port, timeout=self._target.seconds)
        path = f"{where.path or '/'}?{where.query + '&' if where.query else ''}graph={quote(graph, safe='')}"
        headers = {"Accept": "text/turtle, application/n-triples;q=0.9", **self._access.headers(method, path)}
        if method == "PUT":
            headers["Content-Type"] = "text/turtle; charset=utf-8"
        try:
            with suppress(BrokenPipeError, ConnectionResetError):  # a refusal may come before all is read
                connection.request(method, path, body=body or None, headers=headers)
            response = connection.getresponse()
            return response.status, response.read(), response.headers.get_all("WWW-Authenticate", [])
        finally:
            connection.close()

    def _refusal(self, graph: str, status: int) -> str:
        if status in (401, 403):
            return f"{self} does not let us write (status {status}): set KG_USER and KG_PASSWORD, or use a netrc file."
        if 300 <= status < 400:
            return f"{self} redirects to another address (status {status}); nothing was sent there. Use the final address."
        return f"{self} refused <{graph}> with status {status}; is this a Graph Store Protocol address?"


def _address(url: str) -> SplitResult:
    try:
        where = urlsplit(url)
        usable = where.scheme in ("http", "https") and bool(where.hostname) and where.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise InputError("the address to push to is no http or https address, such as http://127.0.0.1:7878/store.")
    if where.username or where.password:
        raise InputError("the address holds a password: put it into KG_USER and KG_PASSWORD or a netrc file instead.")
    return where
