"""JSON lines: an article a line."""

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from kg.articles.source import LARGEST_FILE, Source, decoded
from kg.articles.text import article_of_text, day
from kg.errors import InputError
from kg.model import Article

_KEYS: Final = ("title", "publisher", "url")


def articles_of_lines(source: Source) -> Iterator[tuple[str, Article | InputError]]:
    """The place ("line 3 of …") and article of each line that is not blank, or what is wrong with it.

    Keys: `text` is required; `id`, `date`, `title`, `publisher` and `url` are taken where given; others are ignored.
    """
    for number, line in enumerate(_lines(source), start=1):
        place = f"line {number} of {source.name}"
        if line.removeprefix(b"\xef\xbb\xbf").strip():
            yield place, _outcome(line, place, f"{source.stem}-{number}" if source.stem else f"line-{number}")


def _lines(source: Source) -> Iterator[bytes]:
    """The lines of the source, each cut at the largest size that is taken."""
    *whole, begun = source.head.split(b"\n")
    yield from whole
    yield begun + _rest_of_line(source.stream)
    while line := _rest_of_line(source.stream):
        yield line


def _rest_of_line(stream: BinaryIO) -> bytes:
    """What is left of the stream's line; of one that is too long, only enough to see that it is."""
    line = piece = stream.readline(LARGEST_FILE + 1)
    while len(piece) > LARGEST_FILE and not piece.endswith(b"\n"):
        piece = stream.readline(LARGEST_FILE + 1)
    return line


def _outcome(line: bytes, place: str, identifier: str) -> Article | InputError:
    """The article of a line, or what is wrong with it, as a value: one bad line must not stop the others."""
    try:
        return _article(_object(line, place), place, identifier)
    except InputError as error:
        return error


def _object(line: bytes, place: str) -> dict[str, object]:
    """The JSON object that stands on the line."""
    if len(line) > LARGEST_FILE:
        raise InputError(f"cannot read {place}: it has more than {LARGEST_FILE // 1_000_000} MB. Split the article.")
    try:
        found = json.loads(decoded(line, place))
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"cannot read {place}: it is not JSON ({error}). Write one whole object a line.") from error
    if not isinstance(found, dict):
        raise InputError(f'cannot read {place}: it is a {type(found).__name__}, not an object. Write {{"id": …, "text": …}}.')
    return found


def _article(record: dict[str, object], place: str, identifier: str) -> Article:
    text = _string(record, "text", place)
    if not text:
        raise InputError(f'cannot read {place}: it has no "text". Give the article\'s words under that key.')
    written = article_of_text(text)
    known = {key: _string(record, key, place) for key in _KEYS}
    date = _string(record, "date", place)
    return Article(
        text=text,
        identifier=_string(record, "id", place) or identifier,
        title=known["title"] or written.title,
        date=day(date, f'cannot read {place}: "date"') if date else written.date,
        publisher=known["publisher"],
        url=known["url"],
    )


def _string(record: dict[str, object], key: str, place: str) -> str:
    """The value under the key; numbers are fine as ids, and nothing is as good as empty."""
    value = record.get(key)
    if value is None:
        return ""
    if key == "id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise InputError(f'cannot read {place}: "{key}" is a {type(value).__name__}, not a string. Put it in quotes.')
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f'cannot read {place}: "{key}" has half of a surrogate pair at {error.start}. Write the character whole.'
        ) from error
    return value
