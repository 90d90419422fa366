"""The verbs that read articles: view, extract, evaluate."""

import gzip
import re
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import plain, say, written
from kg.errors import InputError
from kg.model import Article, Extraction

Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Text, HTML or JSON-lines files; - reads standard input.")]
Date = Annotated[str, typer.Option("--date", metavar="YYYY-MM-DD", help="Day of publication, if the article does not say.")]
Title = Annotated[str, typer.Option("--title", help="Headline of the article.")]
Publisher = Annotated[str, typer.Option("--publisher", help="Who published it.")]
Url = Annotated[str, typer.Option("--url", help="Where it was published.")]
Force = Annotated[bool, typer.Option("--force", help="Go on although the text does not look English.")]
Ontology = Annotated[Path | None, typer.Option("--ontology", metavar="OWN.ttl", help="Classes, properties and cues of your own.")]

MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out what is less sure: about that share of the facts given is right."),
]


def view(
    articles: Articles,
    *,
    output: Annotated[str, typer.Option("-o", "--output", metavar="PAGE.html", help="The page to write; - is standard output.")] = "",
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    with_query: Annotated[
        bool, typer.Option("--with-query", help="Add an editor for SPARQL; needs the npm package oxigraph and makes the page larger.")
    ] = False,
    engine: Annotated[
        Path | None, typer.Option("--engine", metavar="DIR", help="Where oxigraph is installed; by default node_modules here or above.")
    ] = None,
    date: Date = "",
    title: Title = "",
    publisher: Publisher = "",
    url: Url = "",
    force: Force = False,
    ontology: Ontology = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Turn articles into one interactive page that works offline: graph, text, facts and their words."""
    folder = _engine(engine) if with_query or engine else None
    known = {"date": date, "title": title, "publisher": publisher, "url": url}
    found, faults = gathered(articles, known, force=force)
    read = list(understood(found, ontology=ontology, min_confidence=min_confidence))
    from kg.build import page

    data = page(read, engine=folder).encode("utf-8")
    target = output or _page_name(found)
    _out(target, data)
    if open_ and target != "-":
        webbrowser.open(Path(target).resolve().as_uri())
    finish(faults)


def extract(
    articles: Articles,
    *,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="The file to write; its ending names the format.")] = "-",
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="ttl|trig|nq|jsonld|json", help="The format; ttl if nothing says otherwise.")
    ] = "",
    no_evidence: Annotated[bool, typer.Option("--no-evidence", help="Leave the statement nodes and their words out.")] = False,
    rdf12: Annotated[bool, typer.Option("--rdf12", help="Add RDF 1.2 triple terms (rdf:reifies).")] = False,
    date: Date = "",
    title: Title = "",
    publisher: Publisher = "",
    url: Url = "",
    force: Force = False,
    ontology: Ontology = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Turn articles into triples, each with the words that say it; a file of JSON lines holds many articles."""
    from kg.build import serialized

    chosen = _format(form, output)
    known = {"date": date, "title": title, "publisher": publisher, "url": url}
    found, faults = gathered(articles, known, force=force)
    read = list(understood(found, ontology=ontology, min_confidence=min_confidence))
    data = serialized(read, chosen, evidence="none" if no_evidence else "full", rdf12=rdf12, ontology=ontology)
    _out(output, gzip.compress(data, mtime=0) if output.endswith(".gz") else data)
    finish(faults)


def evaluate(
    golds: Annotated[
        list[Path], typer.Argument(metavar="GOLD...", help="JSON lines: articles with the facts that a person found in them.")
    ],
    *,
    by: Annotated[
        str,
        typer.Option("--by", metavar="rule|property|modality|confidence", help="Add how many of the facts given are right in each group."),
    ] = "",
    errors: Annotated[
        Path | None, typer.Option("--errors", metavar="PAGE.html", help="Write each wrong and each missed fact beside its sentence.")
    ] = None,
) -> None:
    """Measure precision, recall and F1 against articles that a person has read."""
    from kg.evaluation import reports

    print(plain(reports(golds, by=by, errors=errors)))


def _engine(folder: Path | None) -> Path:
    """The folder of the npm package oxigraph: looked at before the articles are read, which takes longer."""
    from kg.view import engine, installed

    found = folder or installed(Path.cwd())
    engine(found)
    return found


def gathered(sources: Sequence[str], known: dict[str, str], *, force: bool) -> tuple[list[Article], list[str]]:
    """The articles of all sources, and what is wrong with the rest: one bad file does not stop the others."""
    from kg.articles import reading

    found: list[Article] = []
    faults: list[str] = []
    for source in sources:
        try:
            outcome = reading(source, **known, force=force)
        except InputError as error:
            faults.append(str(error))
            continue
        found += outcome.articles
        faults += outcome.faults
    if not found:
        raise InputError("\n".join(faults))
    return found, faults


def understood(articles: Sequence[Article], *, ontology: Path | None = None, min_confidence: float | None = None) -> Iterator[Extraction]:
    """What the articles say, each read when it is asked for, with a line about it on standard error."""
    from kg.build import extractions

    for number, extraction in enumerate(extractions(articles, ontology=ontology, min_confidence=min_confidence), start=1):
        counts = f"{len(extraction.entities)} things, {len(extraction.statements)} statements, {len(extraction.utterances)} utterances"
        say(plain(f"{number} of {len(articles)}: {extraction.article.identifier or 'article'}: {counts}"))
        yield extraction


def _page_name(articles: Sequence[Article]) -> str:
    """A file name in this folder after the only article, whatever its id looks like."""
    if len(articles) != 1:
        return "newsgraph.html"
    name = re.sub(r"[^\w.-]+", "-", articles[0].identifier).strip(".-")[:100]
    return f"{name or 'article'}.html"


def _format(form: str, output: str) -> str:
    """The format that is asked for, by name or by the file's ending."""
    from kg.build import FORMATS

    if form and form not in FORMATS:
        close = get_close_matches(form.lower(), [*FORMATS, *_LONG_NAMES], n=1, cutoff=0.4)
        meant = f" Did you mean {_LONG_NAMES.get(close[0], close[0])}?" if close else ""
        raise InputError(f"there is no format {form!r}.{meant} The formats are {', '.join(FORMATS)}.")
    ending = Path(output.removesuffix(".gz")).suffix.removeprefix(".")
    return form or (ending if ending in FORMATS else "ttl")


_LONG_NAMES = {
    "turtle": "ttl",
    "ntriples": "nq",
    "nquads": "nq",
    "n-quads": "nq",
    "nt": "nq",
    "json-ld": "jsonld",
    "rdf": "ttl",
    "xml": "ttl",
}


def _out(target: str, data: bytes) -> None:
    """The bytes to standard output, or to a file whose name is then printed."""
    if target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    written(Path(target), data)
    print(plain(target))


def finish(faults: Sequence[str]) -> None:
    """Say what could not be read, and leave with 2 if there was anything."""
    for fault in faults:
        say(plain(fault))
    if faults:
        raise typer.Exit(2)
