"""Where bytes come from, how many are taken, and what they are."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Literal

from kg.errors import InputError

LARGEST_FILE: Final = 50_000_000
"""Bytes of one text or HTML file, or of one JSON line."""

LARGEST_ARTICLE: Final = 1_000_000
"""Code points of one article: the parser holds all of them in memory at once."""

Kind = Literal["text", "html", "lines"]

_KINDS: Final[dict[str, Kind]] = {".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "lines", ".ndjson": "lines", ".txt": "text"}

_SIGNATURES: Final = {
    b"%PDF": "a PDF. Save it as text first",
    b"PK\x03\x04": "a zip archive or office document. Save it as text first",
    b"\x1f\x8b": "compressed. Unpack it first",
    b"\xff\xfe": "UTF-16. Save it as UTF-8",
    b"\xfe\xff": "UTF-16. Save it as UTF-8",
    b"\x89PNG": "a picture. Give the article's text",
    b"\xff\xd8\xff": "a picture. Give the article's text",
}


@dataclass(frozen=True, slots=True)
class Source:
    """An open stream of bytes, with the name to call it by in messages."""

    name: str
    """Quoted and with control characters escaped: file names are hostile too."""
    stem: str
    suffix: str
    stream: BinaryIO
    head: bytes
    """The first bytes, already read from the stream."""


@contextmanager
def opened(source: str | Path) -> Iterator[Source]:
    """The source, open for reading; "-" is standard input.

    Raises
    ------
    InputError
        There is no such file, it is a directory, or it may not be read.
    """
    if str(source) == "-":
        stream = sys.stdin.buffer
        yield Source("standard input", "", "", stream, stream.read(4096))
        return
    path = Path(source)
    name = repr(str(path))
    try:
        stream = path.open("rb")
    except FileNotFoundError as error:
        raise InputError(f"cannot read {name}: there is no such file. Check the path, or use - for standard input.") from error
    except IsADirectoryError as error:
        raise InputError(f"cannot read {name}: it is a directory. Name the files in it, for example {path.name or '.'}/*.txt.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read {name}: {error}. Check that it is a file that you may read.") from error
    with stream:
        yield Source(name, path.stem, path.suffix.lower(), stream, stream.read(4096))


def kind(source: Source) -> Kind:
    """What the source holds: by its suffix, else by how it begins."""
    if source.suffix in _KINDS:
        return _KINDS[source.suffix]
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "lines" if head.startswith(b'{"') else "text"


def content(source: Source) -> bytes:
    """All bytes of the source.

    Raises
    ------
    InputError
        There are none, or more than `LARGEST_FILE`, or they are not text.
    """
    data = source.head + source.stream.read(LARGEST_FILE + 1 - len(source.head))
    if not data:
        raise InputError(f"cannot read {source.name}: it is empty (0 bytes). Give the words of an article.")
    if len(data) > LARGEST_FILE:
        limit = f"more than {LARGEST_FILE // 1_000_000} MB"
        raise InputError(
            f"cannot read {source.name}: it is {limit}, too much for one article. Split it, or use JSON lines, an article a line."
        )
    fault = next((what for signature, what in _SIGNATURES.items() if data.startswith(signature)), "")
    if not fault and b"\0" in data:
        fault = "binary (it has zero bytes), not text. Give plain text, HTML or JSON lines"
    if fault:
        raise InputError(f"cannot read {source.name}: it is {fault}.")
    return data


def decoded(data: bytes, name: str) -> str:
    """The bytes as text, without the byte-order mark.

    Raises
    ------
    InputError
        They are not UTF-8; the message says from which byte on.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = f"byte {error.start} (0x{data[error.start]:02x}, line {line})"
        raise InputError(f"cannot read {name}: it is not UTF-8 from {where} on. Save it as UTF-8, for example with iconv.") from error
