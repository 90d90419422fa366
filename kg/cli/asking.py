"""What `kg query` asks and prints. It is here without Typer, which takes longer to start than most answers."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kg.cli.output import csv_text, ordered, shortened, table
from kg.errors import InputError
from kg.vocab import PREFIXES
from kg.worker import Process, answered, tabled


class Question(NamedTuple):
    """What is asked of which store, and how it is to be answered."""

    source: Path
    what: str
    """A query, a file with one, or the name of a ready question."""
    form: str = "table"
    settings: tuple[str, ...] = ()
    """Of a ready question, as NAME=VALUE."""
    seconds: float = 30


def plainly(arguments: Sequence[str]) -> Question | None:
    """What these arguments of `kg query` ask if they are of the plain kind, which needs no parser; else nothing.

    >>> plainly(["news.store", "who-is", "-p", "name=Ada Quill", "--csv"]).form
    'csv'
    >>> plainly(["news.store", "who-is", "--timeout", "5"])
    """
    rest, forms, settings, names = list(arguments), list[str](), list[str](), list[str]()
    while rest:
        first = rest.pop(0)
        if first in ("--csv", "--json"):
            forms.append(first[2:])
        elif first in ("-p", "--set") and rest:
            settings.append(rest.pop(0))
        elif first and not first.startswith("-"):
            names.append(first)
        else:
            return None
    return Question(Path(names[0]), names[1], min(forms, default="table"), tuple(settings)) if len(names) == 2 else None


def portable(asked: Question) -> str:
    """The query as it can be asked of any SPARQL server: with the prefixes that are preset here."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    return f"{prefixes}{_sparql(asked.what, asked.settings).rstrip()}\n"


def _sparql(what: str, settings: Sequence[str]) -> str:
    """The query in that file, the ready question of that name with its parameters, or the query itself."""
    from kg.questions import asked, question

    if re.fullmatch(r"[\w-]+", what):
        return asked(question(what), dict(setting.partition("=")[::2] for setting in settings))
    if settings:
        raise InputError("-p sets parameters of ready questions only: write values into the query itself.")
    return _query_file(Path(what)) if what.endswith(".rq") else what


def _query_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read the query {str(path)!r}: {error}. Name a UTF-8 file with one SPARQL query.") from error


def _kind(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE: the first of these words outside IRIs, prefixes and comments."""
    found = re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.sub(r"<[^<>]*>|#[^\n]*|[\w.-]*:", " ", sparql), re.IGNORECASE)
    return found[1].upper() if found else "SELECT"


def answer(asked: Question, *, ready: Process | None) -> str:
    """The whole answer as text in the form that is asked for, from the process that is ready or a new one."""
    sparql, form = _sparql(asked.what, asked.settings), asked.form
    kind = _kind(sparql)
    if kind in ("CONSTRUCT", "DESCRIBE"):
        return answered(asked.source, sparql, "ttl", seconds=asked.seconds, ready=ready).decode()
    found = tabled(asked.source, sparql, seconds=asked.seconds, ready=ready)
    if kind == "ASK":
        answer = found.rows[0]["answer"]
        return f"{answer if form == 'json' else {'true': 'yes', 'false': 'no'}[answer]}\n"
    if form == "csv":
        return csv_text(found.columns, ordered(found.columns, found.rows))
    if form == "json":
        return json.dumps(list(found.rows), ensure_ascii=False, indent=1) + "\n"
    return table(found.columns, [[shortened(cell) for cell in row] for row in ordered(found.columns, found.rows)]) + "\n"
