"""How well articles are read, measured against what a person found in them.

gold            articles with annotations        given      what was read, in the terms that are scored
alignment       which gold thing a thing read stands for
mentions, relations, facts, attributions         the measures
groups          right and given by rule, property, modality, confidence
table, errors, page                              text, and wrong and missed facts to read through
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kg.errors import InputError
from kg.evaluation.groups import GROUPS
from kg.evaluation.measured import Measured, Read, measured
from kg.evaluation.page import page
from kg.evaluation.table import table
from kg.model import Article, Extraction

__all__ = ["GROUPS", "Measured", "Read", "measured", "page", "report", "reports", "table"]


@cache  # loaded when the first article is read, and once
def _reader() -> Read:
    from kg.extraction import reader

    return reader()


def _read(article: Article) -> Extraction:
    return _reader()(article)


def report(gold: Path, *, by: str = "", errors: Path | None = None, read: Read = _read) -> str:
    """The measures of one gold file, as `reports` gives them."""
    return reports([gold], by=by, errors=errors, read=read)


def reports(golds: Sequence[Path], *, by: str = "", errors: Path | None = None, read: Read = _read) -> str:
    """The articles of gold files read and measured: mentions, entities, relations or facts, quotations, as plain text.

    Parameters
    ----------
    golds
        JSON lines, an annotated article a line (see `kg.evaluation.gold`).
    by
        Adds a table of the facts given by "rule", "property", "modality" or "confidence".
    errors
        Where to write an HTML page with each wrong and each missed fact beside its sentence.
    read
        What reads an article: the package's own reader, loaded when the first article is read.

    Raises
    ------
    InputError
        A file is not gold, facts are not grouped by that, or the page cannot be written.
    """
    if by and by not in GROUPS:
        raise InputError(f"facts are not grouped by {by!r}: use one of {', '.join(GROUPS)}.")
    found = [measured(gold, read) for gold in golds]
    if errors is not None:
        _write(errors, page(found))
    return "\n\n".join(table(each, by=by) for each in found)


def _write(path: Path, html: str) -> None:
    try:
        path.write_text(html, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        raise InputError(f"cannot write {str(path)!r}: {error}. Name a file in a folder that is there and may be written to.") from error
