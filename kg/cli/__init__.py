"""The command `kg`: arguments in, one call of the public functions, result out.

Results go to standard output, messages to standard error. Exit codes: 0 fine, 1 findings, 2 input or usage error,
130 interrupted. A traceback is shown only with `--debug`, which may stand anywhere on the line.
"""

import gc
import logging
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from kg import __version__
from kg.cli import looking, making, serving, storing, training
from kg.cli.output import plain, say
from kg.errors import KgError

app = typer.Typer(
    name="kg",
    help="News articles in, a knowledge graph you can trust out: every fact with the words that say it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for _verb in (
    *(making.view, making.extract, storing.add, storing.remove, storing.infer),
    *(looking.query, looking.explain, looking.check, looking.stats),
    *(storing.export, storing.push, serving.serve, making.evaluate, looking.info),
):
    app.command()(_verb)
app.command()(training.train)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"newsgraph {__version__}")
        raise typer.Exit


@app.callback()
def _kg(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    _use_utf8()
    gc.set_threshold(100_000, 50, 50)  # loading models makes a million objects, and none of them is garbage
    # What libraries remark on the way helps nobody at the terminal: what went wrong comes as an error of ours.
    logging.basicConfig(level=logging.CRITICAL)
    try:
        app([argument for argument in given if argument != "--debug"], prog_name="kg")
    except Exception as error:
        if debug:
            raise
        ours = isinstance(error, KgError)
        say(plain(str(error) if ours else f"this is a fault of the program: {type(error).__name__}: {error}. --debug shows where."))
        sys.exit(2)


def _use_utf8() -> None:
    """RDF, CSV and JSON are UTF-8, whatever the terminal was set to."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
