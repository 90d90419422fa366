"""A store's folder: one writer, any number of readers, each on the state that was last published.

format        one line: what it is and the version of this layout
data/         Oxigraph's own files, locked by the one writer
published/N/  states for readers; immutable, hard links for the most part
current       number of the newest of them
dirty         there while a writer is at work, and after one was killed
pushed/ID     what a server has been given: a line for each graph that arrived there; ID is the hash of its address
"""

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from kg.errors import InputError

VERSION: Final = 1
_NAME: Final = "newsgraph-store"
_GONE: Final = "-"


@dataclass(frozen=True, slots=True)
class Held:
    """An open store, with what publishes its state to readers and what lets go of it."""

    store: Store
    publish: Callable[[], None]
    close: Callable[[], None]


def memory() -> Held:
    """A store that is gone with the process."""
    return Held(Store(), _nothing, _nothing)


def writable(path: Path) -> Held:
    """The store in the folder, to be written by this process alone; made where there is none.

    Raises
    ------
    InputError
        The folder is something else, of another version, damaged, or being written to by another process.
    """
    try:
        # A making that was broken off leaves at most the one file.
        if not path.exists() or (path.is_dir() and {entry.name for entry in path.iterdir()} <= {"format.new"}):
            path.mkdir(parents=True, exist_ok=True)
            _write(path / "format", f"{_NAME} {VERSION}\n")
        _check(path)
        if (path / "published").exists() and not (path / "data").is_dir():
            raise InputError(
                f"{path}: the store is damaged: its folder 'data' is gone. What it held last can still be read: `kg export` it."
            )
        (path / "dirty").touch()
        store = Store(path / "data")
    except (OSError, RuntimeError) as error:
        raise _refusal(path, error) from error

    def publish() -> None:
        with refusing(path):
            _publish(path, store)

    def close() -> None:
        (path / "dirty").unlink(missing_ok=True)

    return Held(store, publish, close)


def snapshot(path: Path) -> Held:
    """The state that was last published, to be read beside any writer.

    A writer that was killed left its work unpublished: where nobody else is writing, it is published now.
    """
    _check(path)
    if (path / "dirty").exists() or not (path / "current").exists():
        with suppress(InputError):  # a writer is at work: readers see what it last published
            held = writable(path)
            held.publish()
            held.close()
            del held
    for _ in range(20):
        try:
            return _locked(path / "published" / str(int((path / "current").read_text(encoding="utf-8"))))
        except FileNotFoundError:  # replaced since `current` was read
            continue
        except (OSError, RuntimeError, ValueError) as error:
            raise _refusal(path, error) from error
    raise InputError(f"{path}: the store has never been published, or is damaged: open it for writing once.")


def arrivals(path: Path, target: str) -> dict[str, str]:
    """Graph to the mark that was last remembered of it for this target, in the order in which they were."""
    try:
        lines = _ledger(path, target).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error
    known: dict[str, str] = {}
    for graph, _, mark in (line.partition(" ") for line in lines if line):
        known.pop(graph, None)
        known[graph] = mark
    return {graph: mark for graph, mark in known.items() if mark != _GONE}


@contextmanager
def remembering(path: Path, target: str) -> Iterator[Callable[[str, str], None]]:
    """What remembers a graph's mark for this target, at once; an empty mark forgets the graph.

    Raises
    ------
    InputError
        Another process is remembering for the same target, or the folder cannot be written to.
    """
    ledger = _ledger(path, target)
    try:
        ledger.parent.mkdir(exist_ok=True)
        file = ledger.open("ab", buffering=0)
    except OSError as error:
        raise _refusal(path, error) from error

    def remember(graph: str, mark: str) -> None:
        try:
            file.write(f"\n{graph} {mark or _GONE}".encode())  # the line end comes first: half a line spoils no other
        except OSError as error:
            raise _refusal(path, error) from error

    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InputError(f"{path}: another process is pushing this store to the same server; wait until it has finished.") from error
        yield remember


def _ledger(path: Path, target: str) -> Path:
    return path / "pushed" / sha256(target.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _nothing() -> None:
    """There is nobody to publish to."""


def _locked(folder: Path) -> Held:
    """The published state, kept from removal by a shared lock that ends with the process."""
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        return Held(Store.read_only(str(folder)), _nothing, lambda: os.close(lock))
    except BaseException:
        os.close(lock)
        raise


def _publish(path: Path, store: Store) -> None:
    folder = path / "published"
    folder.mkdir(exist_ok=True)
    old = [int(entry.name) for entry in folder.iterdir() if entry.name.isdigit()]
    number = max(old, default=0) + 1
    store.backup(str(folder / str(number)))
    _write(path / "current", f"{number}\n")
    for unused in old:
        _remove(folder / str(unused))


def _remove(folder: Path) -> None:
    """Removes a published state, unless somebody reads it."""
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder)
    finally:
        os.close(lock)


def _check(path: Path) -> None:
    if not path.exists():
        raise InputError(f"{path}: there is no such store; `kg add {path} ARTICLE` makes one.")
    marker = path / "format"
    if not marker.is_file():
        raise InputError(f"{path}: this folder is not a NewsGraph store: it has no file 'format'.")
    name, _, version = marker.read_text(encoding="utf-8", errors="replace").strip().partition(" ")
    if name != _NAME or not (version.isascii() and version.isdigit()):
        raise InputError(f"{path}: this folder is not a NewsGraph store: its file 'format' says {name[:40]!r}.")
    if int(version) != VERSION:
        advice = "update NewsGraph to open it" if int(version) > VERSION else "export it with the version that wrote it, and load it anew"
        raise InputError(f"{path}: the store has format {version}, this NewsGraph reads format {VERSION}: {advice}.")


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turns what the disk or Oxigraph refuses meanwhile into an `InputError` that names the store."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: Exception) -> InputError:
    if re.search(r"While lock file|lock hold by", str(error)):
        return InputError(f"{path}: another process is writing to this store; wait until it has finished.")
    if "No space left on device" in str(error):
        return InputError(f"{path}: the disk is full; make room and do it again: what was finished before is kept ({error}).")
    return InputError(f"{path}: the store cannot be opened or written to: {error}.")


def _write(path: Path, text: str) -> None:
    """The file with this text, whole or not at all."""
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
