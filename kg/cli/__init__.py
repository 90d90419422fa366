"""The command `kg`: arguments in, one call of the public functions, result out.

Results go to standard output, messages to standard error. Exit codes: 0 fine, 1 findings, 2 input or usage error,
130 interrupted. A traceback is shown only with `--debug`, which may stand anywhere on the line.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from io import TextIOWrapper

from kg import worker
from kg.cli.asking import answer, plainly
from kg.cli.output import plain, say
from kg.errors import KgError


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug, given = "--debug" in given, [argument for argument in given if argument != "--debug"]
    _use_utf8()
    try:
        # The process that will answer a query starts while this one makes out what is asked.
        with worker.process() if given[:1] == ["query"] and len(given) > 2 else nullcontext() as ready:
            if ready and (question := plainly(given[1:])):
                print(answer(question, ready=ready), end="", flush=True)
                sys.exit(0)
            _parsed(given, ready)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever reads has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)
    except Exception as error:
        if debug:
            raise
        ours = isinstance(error, KgError)
        say(plain(str(error) if ours else f"this is a fault of the program: {type(error).__name__}: {error}. --debug shows where."))
        sys.exit(2)


def _parsed(given: Sequence[str], ready: worker.Process | None) -> None:
    """Carry out what Typer makes out."""
    import gc
    import logging

    from kg.cli.verbs import command

    gc.set_threshold(100_000, 50, 50)  # loading models makes a million objects, and none of them is garbage
    # What libraries remark on the way helps nobody at the terminal: what went wrong comes as an error of ours.
    logging.basicConfig(level=logging.CRITICAL)
    command(given)(given, prog_name="kg", obj=ready)


def _use_utf8() -> None:
    """RDF, CSV and JSON are UTF-8, whatever the terminal was set to."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
