"""Plain text: what its first lines say of the article."""

import re
from datetime import date as calendar_date
from typing import Final

from kg.errors import InputError
from kg.model import Article

_DATE_LINE: Final = re.compile(r"\s*date\s+(\d{4}-\d{2}-\d{2})(?!\d)")
_HEADLINE_WORDS: Final = 30
_WIDEST_WRAP: Final = 120


def article_of_text(text: str) -> Article:
    r"""The article with its headline and date, if it begins with them; the text stays whole.

    A headline is a first line that stands alone and does not end like a sentence. A date is `date YYYY-MM-DD`
    at the beginning of the text or under the headline.

    >>> article_of_text("Mill reopens\n\ndate 2026-03-01 ROSTOCK. The mill is open.").date
    '2026-03-01'
    """
    title = headline(text)
    body = text.lstrip()[len(title) :] if title else text
    found = _DATE_LINE.match(body)
    return Article(text=text, title=title, date=found[1] if found and _valid(found[1]) else "")


def headline(text: str) -> str:
    r"""The first line, if it stands alone and is no sentence; else nothing.

    >>> headline("Mill reopens\n\nThe mill is open.")
    'Mill reopens'
    >>> headline("The mill is open.\n\nIt grinds.")
    ''
    """
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    # In a text that is wrapped at some width, a first line without an empty one after it may be half a sentence.
    alone = rest.startswith(("\n", "\r\n")) or any(len(each) > _WIDEST_WRAP for each in rest.split("\n"))
    sentence = line.endswith((".", ":", '"', "”")) or len(line.split()) > _HEADLINE_WORDS
    if not rest.strip() or not alone or sentence or _DATE_LINE.match(line):
        return ""
    return line


def day(written: str, where: str) -> str:
    """The day, YYYY-MM-DD, of a date with or without a time.

    >>> day("2026-02-09T08:30:00Z", "line 1")
    '2026-02-09'

    Raises
    ------
    InputError
        It is not a date of the calendar.
    """
    found = written.strip()[:10]
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?", written.strip()) or not _valid(found):
        raise InputError(f"{where}: {written!r} is not a day of the calendar. Write it as YYYY-MM-DD, for example 2026-02-09.")
    return found


def _valid(written: str) -> bool:
    try:
        calendar_date.fromisoformat(written)
    except ValueError:
        return False
    return True
