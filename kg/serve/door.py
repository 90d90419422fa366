"""What every request passes: it must have come under a name of ours, it is logged, and the browser is told what the answer may do."""

import ipaddress
import json
import sys
import time
from collections.abc import MutableMapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serve.settings import Settings, loopback

_POLICY: Final = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # the address holds the query
    "Cross-Origin-Resource-Policy": "same-origin",
}

_PART: Final = 1 << 16
"""Bytes that are sent at once: `kg.serve.connection` gives up a client that takes none of them for long."""

_LONGEST: Final = 2_000
"""Characters of an address in the log."""


class Door:
    """The outermost part of the service."""

    def __init__(self, app: ASGIApp, settings: Settings, port: int) -> None:
        self._app = app
        self._local = settings.local
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the request through, and writes what became of it."""
        begun, sent = time.perf_counter(), dict[str, int](status=0, bytes=0)

        async def noted(message: MutableMapping[str, object]) -> None:
            if message["type"] == "http.response.start":
                sent["status"] = int(str(message["status"]))
                headers = MutableHeaders(raw=message["headers"])  # type: ignore[arg-type]
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-cache")
                await send(message)
                return
            body, more = bytes(message.get("body", b"")), bool(message.get("more_body", False))  # type: ignore[call-overload]
            sent["bytes"] += len(body)
            for start in range(0, len(body) or 1, _PART):
                last = start + _PART >= len(body)
                await send({"type": "http.response.body", "body": body[start : start + _PART], "more_body": more or not last})

        fault = ""
        try:
            if self._local and not self._ours(Headers(scope=scope).get("host", "")):
                message = "this service is not known under that name: use the address that `kg serve` printed.\n"
                await PlainTextResponse(message, 421)(scope, receive, noted)
            else:
                await self._app(scope, receive, noted)
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
            if not sent["status"]:
                await PlainTextResponse("this is a fault of the service; its log says more.\n", 500)(scope, receive, noted)
        finally:
            _log(scope, sent, round((time.perf_counter() - begun) * 1000, 1), fault)

    def _ours(self, host: str) -> bool:
        """Whether the name in the request is this machine's own: a page elsewhere can let its own name lead here (DNS rebinding)."""
        name, colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
        name, port = (name, port) if colon else (host, "80")
        return loopback(name) and port == str(self._port)


def _log(scope: Scope, sent: dict[str, int], milliseconds: float, fault: str) -> None:
    """One line of JSON; everything that is not plain ASCII is escaped in it."""
    address = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
    entry: dict[str, object] = {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "client": _client(scope),
        "method": scope["method"],
        "address": address[:_LONGEST],
        "status": sent["status"],
        "bytes": sent["bytes"],
        "ms": milliseconds,
    }
    sys.stderr.write(json.dumps(entry | ({"fault": fault} if fault else {})) + "\n")
    sys.stderr.flush()


def _client(scope: Scope) -> str:
    """The address that the connection comes from."""
    client = scope.get("client")
    return str(ipaddress.ip_address(client[0])) if client else ""
