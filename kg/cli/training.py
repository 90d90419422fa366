"""The verb that trains the reader model: train."""

from pathlib import Path
from typing import Annotated

import typer

from kg.errors import InputError

_LIBRARIES = ("torch", "safetensors", "tokenizers")


def train(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="Folder with annotated articles: news*.jsonl and so on.")],
    encoder: Annotated[
        Path, typer.Argument(metavar="ENCODER", help="Folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2.")
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder for the checkpoint, written anew after every epoch.")],
    *,
    epochs: Annotated[int, typer.Option("--epochs", min=1, help="How often to go through the data.")] = 12,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same model on the same machine.")] = 7,
    device: Annotated[str, typer.Option("--device", metavar="cpu|cuda", help="Where to compute.")] = "cpu",
    threads: Annotated[int, typer.Option("--threads", min=1, help="Processor cores to use.")] = 2,
    resume: Annotated[bool, typer.Option("--resume", help="Go on from the checkpoint in OUT, if there is one.")] = False,
    earlier: Annotated[
        Path | None, typer.Option("--earlier", metavar="CHECKPOINT", help="Begin with what a finished training learned, to teach it more.")
    ] = None,
) -> None:
    """Train the reader model on annotated articles (kg/training/README.md says how to annotate and what comes after)."""
    _check(data, encoder, out)
    if earlier and not earlier.is_file():
        raise InputError(f"there is no checkpoint {str(earlier)!r}. Name the checkpoint.pt of a finished training, or leave --earlier out.")
    try:
        from kg.training import train as training
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        raise InputError(f"training needs {error.name}, which is not installed: pip install newsgraph[train]") from error
    options = [f"--epochs={epochs}", f"--seed={seed}", f"--device={device}", f"--threads={threads}", *(["--resume"] if resume else [])]
    options += [f"--earlier={earlier}"] if earlier else []
    training.main([*options, "--", str(data), str(encoder), str(out)])


def _check(data: Path, encoder: Path, out: Path) -> None:
    """Refuse folders without what training reads, before the minute that loading torch may take."""
    from kg.training.data import files

    if not any(path.parent == data for path in files(data)):
        raise InputError(
            f"there are no annotated articles in {str(data)!r}. Name a folder with news.jsonl; kg/training/README.md shows the form."
        )
    for name in ("model.safetensors", "tokenizer.json"):
        if not (encoder / name).is_file():
            raise InputError(f"there is no {name} in {str(encoder)!r}. Name a folder with those of all-MiniLM-L6-v2.")
    if out.exists() and not out.is_dir():
        raise InputError(f"{str(out)!r} is a file. Name a folder for the checkpoint.")
