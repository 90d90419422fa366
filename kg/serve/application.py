"""What is where: /sparql, /store, the page to ask from, and a page for each thing."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine
from importlib.resources import files
from typing import Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.errors import QueryError
from kg.questions import asked as composed
from kg.questions import question
from kg.serve import media, pages, protocol
from kg.serve.answer import Answer, Details
from kg.serve.description import description
from kg.serve.door import Door
from kg.serve.gate import Gate
from kg.serve.pool import Busy, Pool
from kg.serve.settings import Settings
from kg.vocab import BASE

Endpoint = Callable[[Request], Awaitable[Response]]

RETRY_AFTER: Final = "2"
"""Seconds after which a client that was told 503 may come again."""

_OWN: Final = frozenset({"question", "query"})


def application(settings: Settings, pool: Pool, port: int) -> Starlette:
    """The service over this pool, at this port."""
    cors = Middleware(
        CORSMiddleware,
        allow_origins=settings.origins,
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["Accept", "Authorization", "Content-Type"],
        expose_headers=["Retry-After"],
    )
    return Starlette(
        routes=_routes(pool),
        middleware=[
            Middleware(Door, settings=settings, port=port),
            *([cors] if settings.origins else []),
            Middleware(Gate, settings=settings),
        ],
        exception_handlers={HTTPException: _problem},
    )


def _routes(pool: Pool) -> list[Route]:
    return [
        Route("/", _page(pool), methods=["GET"]),
        Route("/sparql", _sparql(pool), methods=["GET", "POST"]),
        Route("/store", _store(pool), methods=["GET"]),
        Route("/style.css", _style(), methods=["GET"]),
        *(Route(f"/{family}/{{name:path}}", _thing(pool, family), methods=["GET"]) for family in ("id", "doc")),
    ]


def _sparql(pool: Pool) -> Endpoint:
    async def sparql(request: Request) -> Response:
        """The SPARQL 1.1 Protocol for queries; without one, what the service is (SPARQL 1.1 Service Description)."""
        if request.method != "POST" and not request.scope["query_string"]:
            form = protocol.offer(request, (*media.GRAPHS, media.PAGE))
            if form == media.PAGE:
                return RedirectResponse("/", 303)
            host = quote(request.headers.get("host", "localhost"), safe=":[].")
            turtle = description(f"{request.scope['scheme']}://{host}/sparql")
            return _response(await _answer(request, pool, "converted", {"turtle": turtle, "offer": form}))
        asked = await protocol.asked(request)
        offers = _liked(request, asked.form)
        details = {"sparql": asked.sparql, "default": asked.default, "named": asked.named, "offers": offers}
        return _response(await _answer(request, pool, "query", details))

    return sparql


def _liked(request: Request, form: str) -> list[media.Offer]:
    """The form that the client likes best for a table, and for a graph: which it will be is known when the query is read."""
    if any(media.named(form, offers)[0] for offers in (media.TABLES, media.GRAPHS)):
        return [offer for offers in (media.TABLES, media.GRAPHS) if (offer := media.named(form, offers))[0]]
    accept = ", ".join(request.headers.getlist("accept"))
    liked = [media.negotiated(accept, offers) for offers in (media.TABLES, media.GRAPHS)]
    if not any(form for form, _ in liked):
        protocol.offer(request, (*media.TABLES, *media.GRAPHS))  # refuses, and says what there is
    return [offer for offer in liked if offer[0]]


def _store(pool: Pool) -> Endpoint:
    async def store(request: Request) -> Response:
        """The Graph Store Protocol, read only: a graph by its name."""
        details = {"graph": protocol.graph(request), "offer": protocol.offer(request, media.GRAPHS)}
        return _response(await _answer(request, pool, "graph", details))

    return store


def _thing(pool: Pool, family: str) -> Endpoint:
    async def thing(request: Request) -> Response:
        """Everything that is said about a thing, with the words that say it."""
        given = protocol.parameters(request.scope["query_string"])
        form = protocol.offer(request, (*media.GRAPHS[:3], media.PAGE), protocol.once(given, "format"))
        start = protocol.once(given, "start")
        if not re.fullmatch(r"[0-9]{0,9}", start):
            raise HTTPException(400, "start is the number of a statement.")
        details = {"iri": f"{BASE}{family}/{request.path_params['name']}", "offer": form, "start": start or "0"}
        return _response(await _answer(request, pool, "thing", details))

    return thing


def _page(pool: Pool) -> Endpoint:
    async def page(request: Request) -> Response:
        """The page to ask from, with the answer to what its address asks."""
        given = protocol.parameters(request.scope["query_string"])
        sparql, name = protocol.once(given, "query"), protocol.once(given, "question")
        values = {key: protocol.once(given, key) for key, value in given if key not in _OWN and value.strip()} if name else {}
        try:
            sparql = composed(question(name), values) if name else sparql
        except QueryError as error:
            return _html(pages.refused(str(error), sparql), 404)
        if not sparql.strip():
            return _html(pages.front(), 200)
        details = {"sparql": sparql, "question": name, "values": list(values.items())}
        answer = await _answer(request, pool, "page", details)
        if answer.status == 200:
            return _response(answer)
        return _html(pages.refused(answer.message.strip(), sparql, question=name, values=values), answer.status)

    return page


def _style() -> Endpoint:
    text = files("kg.serve").joinpath("templates/style.css").read_bytes()

    async def style(_: Request) -> Response:
        return Response(text, media_type="text/css", headers={"Cache-Control": "max-age=3600"})

    return style


async def _answer(request: Request, pool: Pool, task: str, details: Details) -> Answer:
    """The pool's answer; a client that goes away takes its question along."""
    try:
        return await _unless_gone(request, pool.ask(task, details))
    except Busy as error:
        raise HTTPException(503, "all processes are busy; come again in a moment.", {"Retry-After": RETRY_AFTER}) from error


async def _unless_gone(request: Request, question: Coroutine[None, None, Answer]) -> Answer:
    task, gone = asyncio.ensure_future(question), asyncio.ensure_future(_disconnected(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise HTTPException(499, "the client has gone away.")
        return task.result()
    finally:
        task.cancel()
        gone.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        continue


def _response(answer: Answer) -> Response:
    if answer.status != 200:
        raise HTTPException(answer.status, answer.message.strip())
    return Response(answer.body, media_type=media.content_type(answer.media), headers={"Vary": "Accept"})


async def _problem(request: Request, error: Exception) -> Response:
    """What went wrong: as a page for browsers, otherwise as text."""
    if not isinstance(error, HTTPException):
        raise TypeError(f"an HTTPException is expected, not {error!r}")
    headers = dict(error.headers or {}) | {"Vary": "Accept"}
    message = error.detail if error.status_code != 405 else f"{request.method} is not possible here: this service only reads."
    if error.status_code == 404 and message == "Not Found":
        message = f"there is nothing at {quote(request.scope['path'])}: see /sparql, /store, /id/... and the page at /."
    form, _ = media.negotiated(request.headers.get("accept", ""), (("text", "text/plain"), media.PAGE))
    if form == "html":
        return _html(pages.problem(error.status_code, message), error.status_code, headers)
    return Response(message + "\n", error.status_code, headers, "text/plain; charset=utf-8")


def _html(text: str, status: int, headers: dict[str, str] | None = None) -> Response:
    return Response(text, status, headers, "text/html; charset=utf-8")
