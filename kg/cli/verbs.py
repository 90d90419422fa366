"""The verbs as one command line."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Final

import typer

from kg import __version__

VERBS: Final = {
    **dict.fromkeys(["view", "extract"], "making"),
    **dict.fromkeys(["add", "remove", "infer"], "storing"),
    **dict.fromkeys(["query", "explain", "check", "stats"], "looking"),
    **dict.fromkeys(["export", "push"], "storing"),
    "serve": "serving",
    "evaluate": "making",
    "info": "looking",
    "train": "training",
}
"""Each verb and the module here that holds it, in the order of the help."""


def command(arguments: Sequence[str]) -> typer.Typer:
    """What carries out these arguments: with all verbs, or quicker, with the one that they begin with."""
    app = typer.Typer(
        name="kg",
        help="News articles in, a knowledge graph you can trust out: every fact with the words that say it.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_kg)
    for verb in [arguments[0]] if arguments and arguments[0] in VERBS else VERBS:
        app.command()(getattr(import_module(f"kg.cli.{VERBS[verb]}"), verb))
    return app


def _version(wanted: bool) -> None:
    if wanted:
        print(f"newsgraph {__version__}")
        raise typer.Exit


def _kg(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    pass
