"""Who may come in: those with the token, where there is one, and no page of another site without being asked to."""

import hmac
from base64 import b64decode
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serve.settings import Settings


class Gate:
    """The last part before the endpoints."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._token = settings.token
        self._origins = settings.origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the request through, or refuses it with 401 or 403."""
        headers = Headers(scope=scope)
        if self._token and not hmac.compare_digest(_shown(headers.get("authorization", "")), self._token.encode()):
            challenge = {"WWW-Authenticate": 'Basic realm="NewsGraph", charset="UTF-8", Bearer realm="NewsGraph"'}
            message = "a token is needed: send it as `Authorization: Bearer TOKEN`, or as the password of any user.\n"
            await PlainTextResponse(message, 401, challenge)(scope, receive, send)
        elif not self._welcome(headers):
            await PlainTextResponse("a page of another site may not ask here; `kg serve --cors ORIGIN` lets it.\n", 403)(
                scope, receive, send
            )
        else:
            await self._app(scope, receive, send)

    def _welcome(self, headers: Headers) -> bool:
        """Whether it is no browser, or the person at it has come here, or a page of ours or of an origin that may asks.

        What another site's page asks it could not read, but it would keep the processes busy.
        """
        origin = headers.get("origin", "")
        if origin and ("*" in self._origins or origin in self._origins or urlsplit(origin).netloc == headers.get("host")):
            return True
        came = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        return came or not (origin or headers.get("sec-fetch-site", "none") in ("cross-site", "same-site"))


def _shown(authorization: str) -> bytes:
    """The token that the client shows."""
    scheme, _, credentials = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip().encode("utf-8", "replace")
    if scheme.lower() == "basic":
        try:
            return b64decode(credentials.strip(), validate=True).partition(b":")[2]
        except ValueError:
            return b""
    return b""
