"""What stands around an agency's story: a leading date, a dateline, the agency that reports."""

import re
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from kg.extraction.gazetteer import gazetteer
from kg.extraction.spot import Spot
from kg.model import Article, Span

_DATE: Final = re.compile(r"\s*date (\d{4}-\d\d-\d\d)\s")
_DATELINE: Final = re.compile(
    r"(?m)^\s*(?:date \d{4}-\d\d-\d\d )?(?P<city>[A-ZÀ-Ý][A-ZÀ-Ý'’.\- ]{2,30})(?:, (?P<country>[A-Z][\w’' .]{2,30}?))?"
    r"(?:, (?P<day>[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?))?(?:\.| ?[-–—]{1,2} |:| \([A-Z][\w .]*\))"
)
_REPORTS: Final = re.compile(
    r",\s(?P<name>[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,4}) (?:reports|reported|writes)(?: (?:on|citing|with reference)[^.\n]*)?\."
)
_OWN_DATE: Final = re.compile(
    r"(?m)^\s*(?:Published |Date: )?((?:[A-Z][a-z]+day, )?(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}))\s*$"
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Parts of an article that are not its story."""

    date: str
    date_span: Span | None
    body: int
    """Code points before the story."""
    printed: bool
    """Whether the text itself says that it is of that day: in a leading line or in its dateline."""
    dates: tuple[Span, ...]
    city: Span | None
    country: Span | None
    publisher: str
    publisher_span: Span | None
    """The words that say who reports: 'Trend reports'."""
    spots: tuple[Spot, ...]


def front_matter(article: Article, doc: Doc) -> FrontMatter:
    """The front matter of the article; parts that it has not are none or empty."""
    text = article.text
    leading = _DATE.match(text)
    date, date_span = (leading[1], Span(leading.start(1) - 5, leading.end(1))) if leading else ("", None)
    if not leading and (line := _OWN_DATE.search(text[:600])):
        from kg.extraction.times import times

        found = times(line[1], "")
        date, date_span = (
            (found[0].value.lexical, Span(line.start(1), line.end(1))) if found and found[0].value.datatype == "date" else ("", None)
        )
    printed = bool(leading)
    city = country = None
    spots: list[Spot] = []
    dateline = _DATELINE.match(text) or next((m for m in _DATELINE.finditer(text[:1500]) if m["country"] or m["day"]), None)
    if dateline and _is_place(dateline["city"]):
        city = Span(*dateline.span("city"))
        spots.append(Spot(city.start, city.end, "name", "City", 3.0))
        if dateline["country"] and gazetteer().territory(dateline["country"]):
            country = Span(*dateline.span("country"))
            spots.append(Spot(country.start, country.end, "name", "Country", 3.0))
        if not date_span and dateline["day"] and (day := _day(dateline["day"], article.date)):
            date, date_span, printed = day, Span(*dateline.span("day")), True
    reports = _REPORTS.search(text)
    publisher, publisher_span = (reports["name"], Span(*reports.span("name"))) if reports else ("", None)
    if publisher_span and reports:
        spots.append(Spot(publisher_span.start, publisher_span.end, "name", "MediaOrganization", 3.0))
        publisher_span = Span(publisher_span.start, publisher_span.end + len(" reports"))
    return FrontMatter(
        date,
        date_span,
        leading.end() if leading else 0,
        printed,
        (date_span,) if date_span else (),
        city,
        country,
        publisher,
        publisher_span,
        tuple(spots),
    )


def _day(words: str, known: str) -> str:
    """The day of a dateline: with its own year, or with that of the article's day if it is the same day."""
    from kg.extraction.times import times

    found = times(words if re.search(r"\d{4}", words) else f"{words}, {known[:4]}", "")
    day = found[0].value.lexical if found and found[0].value.datatype == "date" else ""
    return day if day and (not known or day == known) else ""


def _is_place(name: str) -> bool:
    from kg.extraction.gazetteer import key

    return key(name) in gazetteer().cities or gazetteer().territory(name) is not None
