"""Inside a process of the pool: one store, always in the state that was last published, and one question after another."""

import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from kg import written
from kg.errors import InputError, KgError, QueryError, QueryFailed, QueryRefused
from kg.scope import Scope
from kg.serve import pages, things
from kg.serve.answer import Answer, failure, head_line
from kg.serve.settings import MAX_ANSWER
from kg.store import Store, opened
from kg.worker import confine


def main() -> None:
    """Answers what comes on standard input until it ends; for `kg.serve.pool` only."""
    path, memory = Path(sys.argv[1]), int(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal, it is meant for the server, which ends this process
    confine(memory)
    out = sys.stdout.buffer
    try:
        state, store = _state(path), opened(path)
        pages.prepare()
    except KgError as error:
        _send(out, failure(500, str(error)))
        return
    _send(out, Answer(200, "", b""))
    for line in sys.stdin.buffer:
        request = json.loads(line)
        try:
            now = _state(path)
            if now != state:
                store.close()
                state, store = now, opened(path)
            answer = answered(store, request["task"], request["details"])
        except KgError as error:
            answer = failure(500, str(error))
        _send(out, answer)
    os._exit(0)


def answered(store: Store, task: str, details: Mapping[str, object]) -> Answer:
    """What the task gives from this store, or what is wrong with it."""
    try:
        answer = TASKS[task](store, details)
    except QueryFailed as error:
        return failure(500, str(error))
    except QueryRefused as error:
        return failure(403, str(error))
    except QueryError as error:
        return failure(400, str(error))
    except InputError as error:
        return failure(404, str(error))
    except (MemoryError, RecursionError):
        return failure(500, "this needs too much memory; ask for less.")
    if len(answer.body) > MAX_ANSWER:
        return failure(500, f"the answer has more than {MAX_ANSWER >> 20} MiB; ask for less, such as with LIMIT, or use `kg export`.")
    return answer


def _query(store: Store, details: Mapping[str, object]) -> Answer:
    """The answer to a query in the first form that fits it."""
    offers = dict(_pairs(details["offers"]))
    form, body = store.negotiated(str(details["sparql"]), list(offers), Scope(_texts(details["default"]), _texts(details["named"])))
    if not form:
        return failure(406, "this query has no answer in a form that the request accepts; SELECT and ASK give tables, the others graphs.")
    return Answer(200, offers[form], body)


def _graph(store: Store, details: Mapping[str, object]) -> Answer:
    """A named graph, or the default graph if the name is empty."""
    graph, (form, media) = str(details["graph"]), _pair(details["offer"])
    return Answer(200, media, written.graph(store.triples(graph), form))


def _thing(store: Store, details: Mapping[str, object]) -> Answer:
    """All that is said about a thing."""
    iri, (form, media) = str(details["iri"]), _pair(details["offer"])
    if form == "html":
        start = int(str(details["start"]))
        return Answer(200, media, pages.thing(things.thing(store, iri), start=start).encode())
    return Answer(200, media, things.described(store, iri, form))


def _page(store: Store, details: Mapping[str, object]) -> Answer:
    """The page to ask from, with the answer."""
    question, sparql = str(details["question"]), str(details["sparql"])
    values = dict(_pairs(details["values"]))
    return Answer(200, "text/html", pages.asked(things.found(store, sparql), sparql, question=question, values=values).encode())


def _converted(_: Store, details: Mapping[str, object]) -> Answer:
    """A Turtle text in another form."""
    form, media = _pair(details["offer"])
    return Answer(200, media, written.converted(str(details["turtle"]), form))


TASKS: Final[Mapping[str, Callable[[Store, Mapping[str, object]], Answer]]] = {
    "query": _query,
    "graph": _graph,
    "thing": _thing,
    "page": _page,
    "converted": _converted,
}
"""What can be asked of a process, by name."""


def _send(out: BinaryIO, answer: Answer) -> None:
    out.write(head_line(answer))
    out.write(answer.body)
    out.flush()


def _state(path: Path) -> str:
    """Which published state is the newest."""
    try:
        return (path / "current").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"a list of texts is needed, not {value!r}")
    return tuple(str(each) for each in value)


def _pair(value: object) -> tuple[str, str]:
    one, other = _texts(value)
    return one, other


def _pairs(value: object) -> list[tuple[str, str]]:
    if not isinstance(value, list):
        raise TypeError(f"a list of pairs is needed, not {value!r}")
    return [_pair(each) for each in value]
