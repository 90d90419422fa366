"""What the command prints and writes: tables, CSV, and files that are whole or not there."""

import csv
import os
import sys
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from kg.errors import InputError
from kg.vocab import PREFIXES

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def say(message: str) -> None:
    """A message for the person at the terminal, on standard error."""
    for line in message.splitlines() or [""]:
        print(f"kg: {line}", file=sys.stderr)


def plain(text: str) -> str:
    r"""The text with control and direction characters written out, so that no article can steer the terminal.

    >>> plain("red \x1b[31m, a\nline")
    'red \\x1b[31m, a\nline'
    """
    return "".join(each if each.isprintable() or each in "\n\t" else each.encode("unicode_escape").decode("ascii") for each in text)


def shortened(value: str) -> str:
    """The IRI with the longest prefix that fits; anything else as it is.

    >>> shortened("https://w3id.org/newsgraph/ont#approvedBy")
    'ng:approvedBy'
    """
    fitting = [(namespace, prefix) for prefix, namespace in PREFIXES.items() if value.startswith(namespace)]
    if not fitting:
        return value
    namespace, prefix = max(fitting)
    return f"{prefix}:{value.removeprefix(namespace)}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows under their header, columns aligned, a line each.

    >>> print(table(["who", "where"], [["Ada", "London"]]))
    who  where
    ---  ------
    Ada  London
    """
    cells = [[_cell(each) for each in row] for row in rows]
    widths = [max([len(name), *(len(row[column]) for row in cells)]) for column, name in enumerate(header)]
    lines = [list(header), ["-" * width for width in widths], *cells]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)


def _cell(value: str) -> str:
    return plain(" ".join(value.split()))


def csv_text(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    r"""The rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front.

    >>> csv_text(["x"], [["=1+1"], ["-5"]])
    "x\r\n'=1+1\r\n-5\r\n"
    """
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and not _numeric(cell) else cell


def _numeric(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def ordered(header: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[list[str]]:
    """The rows as lists of cells in the order of the header; what is unbound is empty."""
    return [[row.get(name, "") for name in header] for row in rows]


def written(path: Path, data: bytes) -> None:
    """Write the file whole or not at all: beside its place first, then moved there.

    Raises
    ------
    InputError
        It cannot be written there.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        # A device or a pipe is written to; moving a file there would replace it.
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        beside.write_bytes(data)
        beside.replace(path.resolve())
    except (OSError, ValueError) as error:
        raise InputError(f"cannot write {str(path)!r}: {error}. Name a file in a folder that is there and may be written to.") from error
    finally:
        # Also when interrupted: nothing half-written stays behind.
        beside.unlink(missing_ok=True)
