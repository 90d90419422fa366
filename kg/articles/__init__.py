"""Articles from the outside world: plain text, HTML, JSON lines, from a file or standard input.

The text is kept exactly as given, because every offset counts its code points: line ends, leading blanks and curly
quotes stay, only a byte-order mark goes. What cannot be an English article is refused with a message that says what to do.
"""

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from kg.articles.html import article_of_html
from kg.articles.language import english
from kg.articles.lines import articles_of_lines
from kg.articles.source import LARGEST_ARTICLE, Source, content, decoded, kind, opened
from kg.articles.text import article_of_text, day
from kg.errors import InputError
from kg.model import Article

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of one source, in order, and why any others in it could not be used."""

    articles: tuple[Article, ...]
    faults: tuple[str, ...] = ()


def read(source: str | Path, *, title: str = "", date: str = "", publisher: str = "", url: str = "", force: bool = False) -> list[Article]:
    """The articles of a source; a fault in one JSON line is logged as a warning and leaves the others alone.

    Parameters
    ----------
    source
        A path, or "-" for standard input. `.html` and `.htm` are web pages, `.jsonl` and `.ndjson` hold an article a
        line, everything else is plain text; standard input and other names are looked at.
    title, date, publisher, url
        Stand in for what the source says of itself. `date` is YYYY-MM-DD.
    force
        Read on although the text does not look English.

    Raises
    ------
    InputError
        The source cannot be used, or none of its lines can.
    """
    found = reading(source, title=title, date=date, publisher=publisher, url=url, force=force)
    for fault in found.faults:
        _LOG.warning("%s", fault)
    return list(found.articles)


def reading(source: str | Path, *, title: str = "", date: str = "", publisher: str = "", url: str = "", force: bool = False) -> Reading:
    """What `read` gives, with the faults as values instead of in the log.

    Raises
    ------
    InputError
        The source cannot be used, or none of its lines can.
    """
    known = Article(text="", title=title, date=day(date, "date") if date else "", publisher=publisher, url=url)
    with opened(source) as stream:
        form = kind(stream)
        if form == "lines":
            outcomes = [_settled(outcome, known, force=force) for outcome in articles_of_lines(stream)]
        else:
            outcomes = [_settled((stream.name, _single(stream, form)), known, force=force)]
    articles = tuple(outcome for outcome in outcomes if isinstance(outcome, Article))
    faults = tuple(str(outcome) for outcome in outcomes if isinstance(outcome, InputError))
    if not articles:
        raise InputError("\n".join(faults) or f"cannot read {stream.name}: it holds no article. Give one JSON object a line.")
    return Reading(articles, faults)


def _single(stream: Source, form: str) -> Article:
    """The one article of a text or HTML source, named after the file."""
    data = content(stream)
    article = article_of_html(data, stream.name) if form == "html" else article_of_text(decoded(data, stream.name))
    return replace(article, identifier=stream.stem)


def _settled(outcome: tuple[str, Article | InputError], known: Article, *, force: bool) -> Article | InputError:
    """The article with what the caller knows better, if it is one that can be read."""
    place, article = outcome
    if isinstance(article, InputError):
        return article
    fault = _fault(article.text, force=force)
    if fault:
        return InputError(f"cannot read {place}: {fault}")
    better = {name: getattr(known, name) for name in ("title", "date", "publisher", "url") if getattr(known, name)}
    return replace(article, **better)


def _fault(text: str, *, force: bool) -> str:
    """Why the text is not an article that can be read; empty if it is."""
    if not text.strip():
        return "there is no text in it, only blanks. Give the words of an article."
    if len(text) > LARGEST_ARTICLE:
        return f"{len(text):,} characters are more than one article may have ({LARGEST_ARTICLE:,}). Split it."
    if not any(character.isalpha() for character in text):
        return "there is not one word in it. Give the words of an article."
    if not (force or english(text)):
        return "the text does not look English, and no other language is read yet. If it is English all the same, go on with --force."
    return ""
