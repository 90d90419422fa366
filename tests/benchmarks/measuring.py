"""What a piece of work costs: seconds by the clock, CPU seconds of all threads, and the peak of memory in a process of its own."""

import multiprocessing
import resource
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

Outcome = tuple[float, object]
"""Peak of memory in MB, and what the work gave; nothing where it was stopped."""


def measured(work: Callable[[], object], *, limit: int = resource.RLIM_INFINITY) -> Outcome:
    """What the work gives in a process that it has to itself, and the peak of its memory."""
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=_worked, args=(work, sender, limit))
    process.start()
    sender.close()
    try:
        return receiver.recv()
    except EOFError:
        return float("nan"), None
    finally:
        process.kill()
        process.join()


def _worked(work: Callable[[], object], sender: Connection, limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    given = work()
    sender.send((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, given))


class Watch:
    """Adds up what is spent while it runs: seconds by the clock, and CPU seconds."""

    def __init__(self) -> None:
        self.clock = self.cpu = 0.0

    def __enter__(self) -> None:
        self.clock, self.cpu = self.clock - time.perf_counter(), self.cpu - time.process_time()

    def __exit__(self, *_: object) -> None:
        self.clock, self.cpu = self.clock + time.perf_counter(), self.cpu + time.process_time()


def best(ask: Callable[[], object]) -> tuple[float, int]:
    """CPU seconds: the best of three times after one to warm up, or the first where it took more than five; and the number of rows.

    What is quick is asked until a twentieth of a second has passed, because some clocks tick a hundred times a second.
    """
    times = []
    for _ in range(4):
        watch, asked = Watch(), 0
        while watch.cpu < 0.05:
            with watch:
                rows = ask()
            asked += 1
        times.append(watch.cpu / asked)
        if times[0] > 5:
            break
    assert isinstance(rows, list)
    return min(times), len(rows)
