"""What stands around an agency's story: a leading date, a dateline, the agency that reports, credits behind it."""

import re
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from kg.extraction.gazetteer import gazetteer
from kg.extraction.layout.byline import bylines
from kg.extraction.layout.dateline import dateline
from kg.extraction.spot import Spot
from kg.model import Article, Span

_DATE: Final = re.compile(r"\s*date (\d{4}-\d\d-\d\d)\s")
_REPORTS: Final = re.compile(
    r",\s(?P<name>[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,4}) (?:reports|reported|writes)(?: (?:on|citing|with reference)[^.\n]*)?\."
)
_OWN_DATE: Final = re.compile(
    r"(?m)^\s*(?:Published |Date: )?((?:[A-Z][a-z]+day, )?(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}))\s*$"
)
_AGENCY: Final = (
    r"(?:AAP|AFP|ANI|ANSA|AP|Belga|CP|DPA|EFE|IANS|Interfax|KNA|Kyodo|NTB|PA|PTI|RIA|Reuters|SID|TASS|TT|UPI|Xinhua|Yonhap|dpa|epd|sid)"
)
_CREDITS: Final = re.compile(
    rf"(?:\s\(?(?:Authors?|Editors?|Edited|Editing|Reporting|Written|Additional reporting)(?: by|:) [^.!?]{{3,160}}[.)]?"
    rf"|\s\(?(?:[a-z]{{2,4}}[/,] ?)*[a-z]{{2,4}}[/ ]\(?{_AGENCY}(?:[,/] ?{_AGENCY})*\)?|\s\({_AGENCY}(?:[,/] ?{_AGENCY})*\))+\s*$"
)
"""'abc/def (AFP, Reuters)', 'Author: Ada Byron, Oslo Editor: Tom Reed' at the end of the text."""
_LAST: Final = 320
"""Code points at the end of a text that credits are sought in."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Parts of an article that are not its story."""

    date: str
    date_span: Span | None
    body: int
    """Code points before the story."""
    end: int
    """Code points up to the credits behind the story."""
    printed: bool
    """Whether the text itself says that it is of that day: in a leading line or in its dateline."""
    dates: tuple[Span, ...]
    line: Span | None
    """The whole dateline."""
    bylines: tuple[Span, ...]
    city: Span | None
    country: Span | None
    publisher: str
    publisher_span: Span | None
    """The words that say who reports: 'Trend reports', the agency of a dateline."""
    spots: tuple[Spot, ...]
    home: bool = False
    """Whether the publisher is at home in the dateline's city."""

    @property
    def apart(self) -> tuple[Span, ...]:
        """The dateline and the bylines, which are read by themselves."""
        return tuple(sorted((*self.bylines, *([self.line] if self.line else ()))))


def front_matter(article: Article, doc: Doc) -> FrontMatter:
    """The front matter of the article; parts that it has not are none or empty."""
    text = article.text
    leading, line, reports = _DATE.match(text), dateline(text), _REPORTS.search(text)
    date, date_span = (leading[1], Span(leading.start(1) - 5, leading.end(1))) if leading else _own_date(text)
    printed = bool(leading)
    if line and line.day and not date_span and (day := _day(text[line.day.start : line.day.end], article.date)):
        date, date_span, printed = day, line.day, True
    city, country, agency = (line.city, line.country, line.agency) if line else (None, None, None)
    name = Span(*reports.span("name")) if reports else agency
    behind = _CREDITS.search(text, max(0, len(text) - _LAST))
    return FrontMatter(
        date=date,
        date_span=date_span,
        body=leading.end() if leading else 0,
        end=behind.start() if behind else len(text),
        printed=printed,
        dates=(date_span,) if date_span else (),
        line=Span(line.start, line.end) if line else None,
        bylines=bylines(text),
        city=city,
        country=country,
        publisher=text[name.start : name.end] if name else "",
        publisher_span=Span(name.start, name.end + len(" reports" if reports else "")) if name else None,
        home=bool(line and line.home and not reports),
        spots=_spots((city, "City"), (country, _type(text, country)), (name, "MediaOrganization")),
    )


def _type(text: str, state: Span | None) -> str:
    """Whether it is a country or a region that stands behind the dateline's city."""
    territory = gazetteer().territory(text[state.start : state.end]) if state else None
    return territory.type if territory else "Region"


def _own_date(text: str) -> tuple[str, Span | None]:
    """The day on a line of its own near the top, and where it stands."""
    line = _OWN_DATE.search(text[:600])
    day = _said(line[1]) if line else ""
    return (day, Span(line.start(1), line.end(1))) if line and day else ("", None)


def _spots(*named: tuple[Span | None, str]) -> tuple[Spot, ...]:
    """Names of a class, surer than any that a model finds."""
    return tuple(Spot(span.start, span.end, "name", type_, 3.0) for span, type_ in named if span)


def _day(words: str, known: str) -> str:
    """The day of a dateline: with its own year, or with that of the article's day if it is the same day."""
    if short := re.fullmatch(r"\d{1,2} [A-Z][a-z]{2} (\d\d)", words):  # "28 Apr 94"
        words = f"{words[:-2]}{'20' if short[1] < '50' else '19'}{short[1]}"
    day = _said(words if re.search(r"\d{4}", words) else f"{words}, {known[:4]}")
    return day if day and (not known or day == known) else ""


def _said(words: str) -> str:
    """The date that the words say; empty if they say none to the day."""
    from kg.extraction.dates.times import times

    found = times(words, "")
    return found[0].value.lexical if found and found[0].value.datatype == "date" else ""
