"""A few processes that answer, started before they are needed; one that takes too long is killed and another takes its place.

A process is kept for many questions, because starting one takes two tenths of a second. It is replaced after a question that took
more than a second of CPU time: such a question may have taken much memory, which the next one should find free. The clock would not
do: on a busy machine every question takes a second, and starting processes anew would make it busier.
"""

import asyncio
import json
import math
import os
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from kg.errors import InputError
from kg.serve.answer import Answer, Details, failure, request_line
from kg.serve.settings import Settings

_PATIENCE: Final = 10.0
"""Seconds a request waits for a free process."""

_HEAVY: Final = 1.0
_START: Final = 60.0


class Busy(Exception):
    """All processes are at work, and enough requests wait already."""


class Pool:
    """The processes; between `async with` they are there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._idle: asyncio.Queue[Process] = asyncio.Queue()
        self._all: set[Process] = set()
        self._waiting = 0
        self._starts: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        try:
            for process in await asyncio.gather(*(self._started() for _ in range(self._settings.workers))):
                self._idle.put_nowait(process)
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._close()

    async def ask(self, task: str, details: Details) -> Answer:
        """The answer of the next free process, within its time; a message of what is wrong if there is none.

        Raises
        ------
        Busy
            Too many wait already, or it waited too long.
        """
        process = await self._free()
        limit, answer = _spent(process.pid) + _HEAVY, None
        watched = asyncio.create_task(_behind(process.pid, limit))
        try:
            async with asyncio.timeout(self._settings.seconds):
                answer = await _exchange(process, request_line(task, details))
        except TimeoutError:
            return failure(500, f"this took longer than {self._settings.seconds:g} s and was stopped; ask for less.")
        except (OSError, EOFError, ValueError):
            gibibytes = self._settings.memory / (1 << 30)
            return failure(500, f"this needed more than {gibibytes:.1f} GiB of memory, or is nested too deeply, and was stopped.")
        finally:  # also when the client has gone away
            watched.cancel()
            if answer is not None and _spent(process.pid) < limit:
                self._idle.put_nowait(process)
            else:
                self._replace(process)
        return answer

    async def _free(self) -> Process:
        if self._idle.empty() and self._waiting >= self._settings.waiting:
            raise Busy
        self._waiting += 1
        try:
            async with asyncio.timeout(_PATIENCE):
                while (process := await self._idle.get()).returncode is not None:  # ended by somebody else while it was idle
                    self._replace(process)
                return process
        except TimeoutError:
            raise Busy from None
        finally:
            self._waiting -= 1

    def _replace(self, process: Process) -> None:
        start = asyncio.create_task(self._restarted(process))
        self._starts.add(start)
        start.add_done_callback(self._starts.discard)

    async def _restarted(self, old: Process) -> None:
        await self._ended(old)
        while True:
            try:
                self._idle.put_nowait(await self._started())
            except (InputError, OSError):  # the store is gone for the moment: clients are told 503 until it is back
                await asyncio.sleep(1)
            else:
                return

    async def _started(self) -> Process:
        """A process that has opened the store."""
        process = await _process(self._settings.path, self._settings.memory)
        self._all.add(process)
        try:
            async with asyncio.timeout(_START):
                first = await _received(process)
        except (TimeoutError, OSError, EOFError, ValueError) as error:
            await self._ended(process)
            raise InputError(f"{self._settings.path}: no process could be started that answers from this store.") from error
        except BaseException:
            await self._ended(process)
            raise
        if first.status != 200:
            await self._ended(process)
            raise InputError(first.message.strip())
        return process

    async def _ended(self, process: Process) -> None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if process.stdin is not None:
            process.stdin.close()
        self._all.discard(process)

    async def _close(self) -> None:
        for start in list(self._starts):
            start.cancel()
        await asyncio.gather(*self._starts, return_exceptions=True)
        await asyncio.gather(*(self._ended(process) for process in list(self._all)))


async def _behind(pid: int, limit: float) -> None:
    """Lets quick questions go before this process, once it has spent more; it is replaced afterwards."""
    while _spent(pid) < limit:
        await asyncio.sleep(_HEAVY / 4)
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, 10)


def _spent(pid: int) -> float:
    """CPU seconds of the process, without end if it is gone; where there is no such clock (it is Linux's), those of the day."""
    if sys.platform != "linux":
        return time.monotonic()
    try:
        return time.clock_gettime((~pid << 3) | 2)  # what clock_getcpuclockid(3) gives
    except OSError:
        return math.inf


async def _process(path: Path, memory: int) -> Process:
    root = str(Path(__file__).resolve().parent.parent.parent)
    environment = {name: value for name, value in os.environ.items() if name != "KG_TOKEN"}
    environment["PYTHONPATH"] = os.pathsep.join([root, *filter(None, [environment.get("PYTHONPATH")])])
    # -P: a json.py in the user's folder is not ours
    command = [sys.executable, "-P", "-c", "from kg.serve.answering import main; main()", str(path.resolve()), str(memory)]
    return await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment)


async def _exchange(process: Process, request: bytes) -> Answer:
    if process.stdin is None:
        raise EOFError
    process.stdin.write(request)
    await process.stdin.drain()
    return await _received(process)


async def _received(process: Process) -> Answer:
    if process.stdout is None:
        raise EOFError
    head = json.loads(await process.stdout.readuntil(b"\n"))
    return Answer(int(head["status"]), str(head["media"]), await process.stdout.readexactly(int(head["length"])))
