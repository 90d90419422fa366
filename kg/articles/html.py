"""Web pages: the article in them, found by trafilatura."""

import re
from datetime import date as calendar_date
from typing import Final

from kg.articles.source import decoded
from kg.errors import InputError
from kg.model import Article

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_FEWEST_WORDS: Final = 25

# htmldate takes today as the latest possible date unless told otherwise; the same page must give the same article every day.
_DATES: Final = {"original_date": True, "extensive_search": False, "max_date": str(calendar_date.max)}


def article_of_html(data: bytes, name: str) -> Article:
    """The main text of a web page, with the title, date, site and address that it gives itself.

    Raises
    ------
    InputError
        No article is found in it: a menu, a list of links, a page that scripts have yet to fill.
    """
    # A tenth of a second to import, and only pages need it.
    from trafilatura import bare_extraction

    page = bare_extraction(
        _markup(data, name), with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=_DATES
    )
    # A dict comes only to callers who ask for one.
    text = str(page.text or "") if page is not None and not isinstance(page, dict) else ""
    if page is None or isinstance(page, dict) or len(text.split()) < _FEWEST_WORDS:
        raise InputError(
            f"cannot read {name}: no article is found in the page. Save the page after it has loaded, or give the text itself."
        )
    return Article(
        text=text, title=str(page.title or ""), date=str(page.date or ""), publisher=str(page.sitename or ""), url=str(page.url or "")
    )


def _markup(data: bytes, name: str) -> str:
    """The page as text: UTF-8, or else the character set that it declares."""
    try:
        return decoded(data, name)
    except InputError:
        declared = _CHARSET.search(data[:4096])
        if not declared:
            raise
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError, UnicodeError) as error:
            raise InputError(f"cannot read {name}: it is not in the character set that it declares ({error}). Save it as UTF-8.") from error
