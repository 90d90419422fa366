"""The verbs that fill a store and carry it elsewhere: add, remove, infer, export, push. Only add loads spaCy."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.cli.looking import Source
from kg.cli.making import Articles, Date, Force, MinConfidence, Ontology, Publisher, Title, Url, finish, gathered, understood
from kg.cli.output import plain, say, table

Folder = Annotated[Path, typer.Argument(metavar="STORE", help="A store's folder.")]


def add(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="A store's folder; made where there is none.")],
    articles: Articles,
    *,
    date: Date = "",
    title: Title = "",
    publisher: Publisher = "",
    url: Url = "",
    force: Force = False,
    ontology: Ontology = None,
    min_confidence: MinConfidence = None,
    evidence: Annotated[
        Literal["full", "facts", "none"],
        typer.Option("--evidence", help="How much of the words is kept: all, those of the facts (no sentences and mentions), or none."),
    ] = "full",
) -> None:
    """Put what articles say into a store; the same article again changes nothing, a changed one replaces its old self."""
    from kg import library

    known = {"date": date, "title": title, "publisher": publisher, "url": url}
    found, faults = gathered(articles, known, force=force)
    added = library.add(store, understood(found, ontology=ontology, min_confidence=min_confidence), evidence=evidence)
    outcomes = {"new": added.new, "changed": added.changed, "unchanged": added.unchanged, "replaced": added.replaced}
    for outcome, graphs in outcomes.items():
        for graph in graphs:
            print(plain(f"{outcome}  {graph}"))
    say(f"{', '.join(f'{len(graphs)} {outcome}' for outcome, graphs in outcomes.items())}.")
    if added.outdated:
        say(f"what had been inferred is out of date and was removed; `kg infer {plain(str(store))}` makes it anew.")
    finish(faults)


def remove(
    store: Folder, article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's IRI, identifier, address or title.")]
) -> None:
    """Take an article and all that it says out of a store."""
    from kg import library

    for graph in library.remove(store, article):
        print(plain(f"removed  {graph}"))


def export(
    source: Source,
    target: Annotated[
        Path,
        typer.Argument(
            metavar="FILE|DIR",
            help="A .nq, .nq.gz, .trig, .ttl, .jsonld, .graphml or .gexf file, or a new folder for tables.",
        ),
    ],
    *,
    form: Annotated[
        str,
        typer.Option(
            "--form", metavar="neo4j|neptune|parquet", help="What a folder gets: CSV for Neo4j (the default) or Neptune, or Parquet."
        ),
    ] = "",
) -> None:
    """Write a store for other programs, in the form that the file is named after; a folder gets tables."""
    from kg.export import export as exported
    from kg.store import opened

    exported(opened(source), target, form=form)
    print(plain(str(target)))


def infer(
    store: Folder, *, remove: Annotated[bool, typer.Option("--remove", help="Take what was inferred out again; infer nothing.")] = False
) -> None:
    """Add what follows from the facts by the ontology, in a graph of its own; a change of articles takes it out again."""
    from kg.infer import forget
    from kg.infer import infer as inferred
    from kg.vocab import DERIVED

    if remove:
        print(f"removed  {DERIVED}" if forget(store) else "there was nothing inferred")
        return
    found = inferred(store)
    print(table(["rule", "triples"], [[rule, str(count)] for rule, count in found.triples.items()]))
    say(f"{sum(found.triples.values())} triples from {found.articles} articles, in the graph <{DERIVED}>.")


def push(
    store: Folder,
    url: Annotated[str, typer.Argument(metavar="URL", help="A Graph Store Protocol address, such as http://127.0.0.1:7878/store.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be sent; send nothing.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Send everything anew, as to a server that was emptied.")] = False,
) -> None:
    """Send what changed since the last push to a SPARQL server; KG_USER and KG_PASSWORD, or a netrc file, let you in."""
    from kg import library
    from kg.remote import Target

    pushed = library.push(store, Target(url), arrived=_arrived, dry_run=dry_run, again=again)
    if dry_run:
        for graph in pushed.put:
            print(plain(f"to send  {graph}"))
        for graph in pushed.removed:
            print(plain(f"to remove  {graph}"))
        say(f"{len(pushed.put)} to send, {len(pushed.removed)} to remove, {pushed.unchanged} unchanged; nothing was sent.")
        return
    for graph in pushed.lost:
        say(plain(f"the server does not keep all of <{graph}>: it gives back another number of triples than it was sent."))
    say(f"{len(pushed.put) - len(pushed.lost)} sent, {len(pushed.removed)} removed, {pushed.unchanged} unchanged.")
    if pushed.lost:
        raise typer.Exit(1)


def _arrived(graph: str, mark: str) -> None:
    """A line for each graph, as soon as the server has confirmed it."""
    print(plain(f"{'sent' if mark else 'removed'}  {graph}"), flush=True)
