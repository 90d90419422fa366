"""What a request asks for, by the SPARQL 1.1 Protocol (section 2.1) and the Graph Store Protocol (section 4.2)."""

from dataclasses import dataclass
from email.message import Message
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from kg.serve.media import Offer, named, negotiated
from kg.serve.settings import MAX_BODY

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

_FIELDS: Final = 1_000

Parameters = tuple[tuple[str, str], ...]
"""Names and values in the order of the request."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the graphs that the request names; `form` is the short name of a form, if the address has one."""

    sparql: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    form: str = ""


async def asked(request: Request) -> Asked:
    """The query of a request by GET, by POST with parameters, or by POST directly.

    Raises
    ------
    HTTPException
        The request is not one of these: 400, 413 or 415.
    """
    given = parameters(request.scope["query_string"])
    if request.method != "POST":
        return _asked(given)
    media, charset = _content_type(request)
    if charset not in ("", "utf-8", "utf8"):
        raise HTTPException(415, f"the query is in {charset}: send it as UTF-8.")
    if media == FORM:
        return _asked(parameters(await _body(request)))
    if media == QUERY:
        if any(name == "query" for name, _ in given):
            raise HTTPException(400, "the query stands in the body and in the address: send it once.")
        return _asked((*given, ("query", _text(await _body(request)))))
    if media == UPDATE:
        raise HTTPException(415, "this service answers queries only and cannot be changed: `kg add` and `kg remove` change a store.")
    raise HTTPException(415, f"a query by POST is sent as {QUERY} or as {FORM}, not as {media or 'nothing in particular'}.")


def parameters(encoded: bytes) -> Parameters:
    """Names and values of a query string or a form.

    Raises
    ------
    HTTPException
        It is no UTF-8, or there are too many: 400.
    """
    try:
        text = encoded.decode("ascii")
        return tuple(parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=_FIELDS))
    except ValueError as error:
        raise HTTPException(400, "the parameters are no percent-encoded UTF-8, or there are too many of them.") from error


def once(given: Parameters, name: str) -> str:
    """The value of a parameter that may be there once; empty if it is not there.

    Raises
    ------
    HTTPException
        It is there more than once: 400.
    """
    values = [value for known, value in given if known == name]
    if len(values) > 1:
        raise HTTPException(400, f"the parameter {name!r} is there {len(values)} times: send it once.")
    return values[0] if values else ""


def graph(request: Request) -> str:
    """The graph that a request of the Graph Store Protocol names; empty for the default graph.

    Raises
    ------
    HTTPException
        It names none, several, or one by a relative IRI: 400.
    """
    given = parameters(request.scope["query_string"])
    names = [value for name, value in given if name == "graph"]
    if len(names) + sum(name == "default" for name, _ in given) != 1:
        raise HTTPException(400, "name one graph: ?graph= with its IRI, or ?default for the union of all.")
    if names and not urlsplit(names[0]).scheme:
        raise HTTPException(400, f"the graph {names[0]!r} is no absolute IRI.")
    return names[0] if names else ""


def offer(request: Request, offers: tuple[Offer, ...], form: str = "") -> Offer:
    """The form that the address names, or that the client likes best.

    Raises
    ------
    HTTPException
        It likes none of them: 406.
    """
    chosen = named(form, offers) if form else ("", "")
    chosen = chosen if chosen[0] else negotiated(", ".join(request.headers.getlist("accept")), offers)
    if not chosen[0]:
        raise HTTPException(
            406, f"none of these forms is acceptable to the client: {', '.join(dict.fromkeys(media for _, media in offers))}."
        )
    return chosen


def _asked(given: Parameters) -> Asked:
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in given):
        raise HTTPException(400, "this service answers queries only and cannot be changed: `kg add` and `kg remove` change a store.")
    if not any(name == "query" for name, _ in given):
        raise HTTPException(400, "there is no parameter 'query'.")
    default, named_ = (tuple(value for name, value in given if name == wanted) for wanted in ("default-graph-uri", "named-graph-uri"))
    return Asked(once(given, "query"), default, named_, once(given, "format"))


def _content_type(request: Request) -> tuple[str, str]:
    """The media type of the body and its character set."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415, "a compressed body is not read: send it as it is.")
    message = Message()
    message["content-type"] = request.headers.get("content-type", "")
    charset = message.get_param("charset", "")
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return media, charset.lower() if isinstance(charset, str) else ""


async def _body(request: Request) -> bytes:
    """The whole body, if it is not too large."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > MAX_BODY:
                raise HTTPException(413, f"the request has more than {MAX_BODY >> 20} MiB.", {"Connection": "close"})
    except ClientDisconnect as error:
        raise HTTPException(400, "the request broke off.") from error
    return bytes(body)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except ValueError as error:
        raise HTTPException(400, "the query is no UTF-8.") from error
