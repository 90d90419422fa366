"""A query in a process of its own: it has a time and a memory limit that are kept, and no network.

Oxigraph cannot stop a query that runs, so the process is killed. The query reads a published state or a file; nothing it does can
change either. Queries are checked by `kg.guard` too; the process has its network taken away where the system allows that.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final

from kg.errors import KgError, QueryError, QueryFailed
from kg.table import Row, Table

SECONDS: Final = 30.0
"""How long a query may run unless told otherwise, its process's start included."""

MEMORY: Final = 4 << 30
"""Bytes of address space a query may take unless told otherwise."""

_REFUSED: Final = 3
_NEW_USER, _NEW_NETWORK, _PARENT_DIED = 0x10000000, 0x40000000, 1


Process = subprocess.Popen[bytes]
"""One that waits for a query."""


@contextmanager
def process() -> Iterator[Process]:
    """A process that gets ready for a query, which takes it a tenth of a second; it ends with the block."""
    root = str(Path(__file__).resolve().parent.parent)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])}
    # -P: a json.py in the user's folder is not ours
    command = [sys.executable, "-P", "-c", "from kg.worker import main; main()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as started:
        try:
            yield started
        finally:
            started.kill()


def answered(path: Path, sparql: str, form: str, *, seconds: float = SECONDS, memory: int = MEMORY, ready: Process | None = None) -> bytes:
    """The whole answer of the store or file in a standard form (see `Store.results`), or an error; never a part of it.

    It comes from the process that is `ready`, which can answer once, or from a new one.

    Raises
    ------
    QueryError
        The query is refused, or needs more than `seconds` or `memory`.
    """
    request = json.dumps({"path": str(path), "sparql": sparql, "form": form, "memory": memory, "seconds": seconds})
    with process() if ready is None else nullcontext(ready) as asked:
        try:
            answer, _ = asked.communicate(request.encode("utf-8", "surrogatepass"), timeout=seconds)
        except subprocess.TimeoutExpired:
            raise QueryFailed(f"the query took longer than {seconds:g} s and was stopped; narrow it, or allow more time.") from None
    if asked.returncode == _REFUSED:
        raise QueryError(answer.decode("utf-8", "replace"))
    if asked.returncode != 0:
        raise QueryFailed(f"the query needed more than {memory / (1 << 30):.1f} GiB of memory, or is nested too deeply, and was stopped.")
    return answer


def tabled(path: Path, sparql: str, *, seconds: float = SECONDS, memory: int = MEMORY, ready: Process | None = None) -> Table:
    """The solutions of a SELECT, or of an ASK as one cell, under the same limits."""
    found = json.loads(answered(path, sparql, "json", seconds=seconds, memory=memory, ready=ready))
    if "boolean" in found:
        return Table(("answer",), ({"answer": "true" if found["boolean"] else "false"},))
    rows: tuple[Row, ...] = tuple({name: _cell(term) for name, term in row.items()} for row in found["results"]["bindings"])
    return Table(tuple(found["head"]["vars"]), rows)


def main() -> None:
    """Answers the one request on standard input; for `answered` only."""
    from kg.store import opened  # before there is anything to do: this takes the time

    request = json.loads(sys.stdin.buffer.read().decode("utf-8", "surrogatepass"))
    confine(int(request["memory"]))
    processors = os.cpu_count() or 1
    resource.setrlimit(resource.RLIMIT_CPU, (int(float(request["seconds"]) * processors) + 2,) * 2)
    try:
        answer = opened(Path(request["path"])).results(request["sparql"], request["form"])
    except KgError as error:
        _finish(str(error).encode("utf-8", "replace"), _REFUSED)
    else:
        _finish(answer, 0)


def _finish(answer: bytes, code: int) -> None:
    """Writes the answer and ends at once, whatever threads the store still has."""
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(code)


def confine(memory: int) -> None:
    """A limit of memory, no network, and death with the parent for this process; Linux only, as far as the system allows."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        system = ctypes.CDLL(None)
        system.prctl(_PARENT_DIED, signal.SIGKILL, 0, 0, 0)
        system.unshare(_NEW_USER | _NEW_NETWORK)  # refused in some containers: `kg.guard` stands alone there


def _cell(term: object) -> str:
    if not isinstance(term, dict):
        raise TypeError(f"a SPARQL term is an object, not {term!r}")
    value = term["value"]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
