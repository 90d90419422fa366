"""How dates are written in English, and which date each is, given the day of publication and the tense of its clause."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

from kg.extraction.dates.calendar_words import DAYS, MONTHS, QUARTERS, SEASONS, WORDS, D, M, W, Y

Tense = Literal["past", "future", ""]
Make = Callable[[re.Match[str], date | None, Tense], str]
"""The date as EDTF of a match, the day of publication and the tense; empty where the words leave too much open."""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].lower().rstrip(".")]


def _full(match: re.Match[str], base: date | None, tense: Tense) -> str:
    return _iso(int(match["year"]), _month(match), int(match["day"]))


def _iso_date(match: re.Match[str], base: date | None, tense: Tense) -> str:
    return _iso(int(match[1]), int(match[2]), int(match[3]))


def _day(match: re.Match[str], base: date | None, tense: Tense) -> str:
    """A day without a year is the one nearest to publication."""
    month, day = _month(match), int(match["day"])
    if base is None:
        return f"XXXX-{month:02}-{day:02}"
    options = [_iso(base.year + shift, month, day) for shift in (-1, 0, 1)]
    near = [o for o in options if o]
    if not near:
        return ""
    chosen = min(near, key=lambda o: abs((date.fromisoformat(o) - base).days))
    ahead = (date.fromisoformat(chosen) - base).days
    if tense == "future" and ahead < -_MONTH:
        return options[2] or chosen
    return max((o for o in near if date.fromisoformat(o) <= base), default=chosen) if tense == "past" and ahead > _MONTH else chosen


def _days(match: re.Match[str], base: date | None, tense: Tense) -> str:
    """'3 to 5 May', 'July 3 and 4': the first day and the last."""
    last = _full(match, base, tense) if match["year"] else _day(match, base, tense)
    first = f"{last[:8]}{int(match['first']):02}"
    return f"{first}/{last}" if last and first < last else ""


_MONTH: Final = 30
"""Days by which what is to come may lie back, and what was ahead: a clause has other verbs."""


def _slashed(match: re.Match[str], base: date | None, tense: Tense) -> str:
    """'10/1/2008': month or day first, as only one can be or as is nearer to publication."""
    year, one, other = int(match[3]), int(match[1]), int(match[2])
    dates = sorted({iso for iso in (_iso(year, one, other), _iso(year, other, one)) if iso})
    if base:
        dates.sort(key=lambda iso: abs((date.fromisoformat(iso) - base).days))
    return dates[0] if len(dates) == 1 or (dates and base) else ""


def _month_year(match: re.Match[str], base: date | None, tense: Tense) -> str:
    return f"{int(match['year']):04}-{_month(match):02}"


def _month_only(match: re.Match[str], base: date | None, tense: Tense) -> str:
    if base is None:
        return ""
    month = _month(match)
    year = base.year
    which, of_year = ((match.groupdict().get(name) or "").lower().strip() for name in ("which", "of_year"))
    if of_year:
        year += {"last": -1, "this": 0, "next": 1}[of_year]
    elif which == "next" or (not which and tense == "future" and month < base.month):
        year += month <= base.month
    elif which == "last" or (tense != "future" and month > base.month):
        year -= month >= base.month
    return f"{year:04}-{month:02}"


def _year(match: re.Match[str], base: date | None, tense: Tense) -> str:
    return match["year"]


def _decade(match: re.Match[str], base: date | None, tense: Tense) -> str:
    start = int(match[1])
    return f"{start}/{start + 9}"


def _years(match: re.Match[str], base: date | None, tense: Tense) -> str:
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    return f"{first}/{last}" if last > first else ""


def _season(match: re.Match[str], base: date | None, tense: Tense) -> str:
    year = match["year"] or (
        str(base.year + {"last": -1, "next": 1}.get((match["which"] or "this").lower(), 0)) if base and match["which"] else ""
    )
    return f"{year}-{SEASONS[match['season'].lower()]}" if year else ""


def _quarter(match: re.Match[str], base: date | None, tense: Tense) -> str:
    year = match["year"] or (str(base.year) if base else "")
    return f"{year}-{QUARTERS[match['quarter'].lower()]}" if year else ""


def _weekday(match: re.Match[str], base: date | None, tense: Tense) -> str:
    """A weekday is the last one up to publication; in a clause about the future the first from publication on, after 'next' a later one."""
    if base is None:
        return ""
    which = (match["which"] or "").lower().strip()
    back = (base.weekday() - DAYS[match["weekday"].lower()]) % 7
    if which == "next" or (tense == "future" and which != "last"):
        return (base + timedelta(days=(7 - back) % 7 or (7 if which == "next" else 0))).isoformat()
    return (base - timedelta(days=back or (7 if which == "last" else 0))).isoformat()


def _word(match: re.Match[str], base: date | None, tense: Tense) -> str:
    shift = {
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
    }
    return (base + timedelta(days=shift[match[0].lower()])).isoformat() if base else ""


def _span_word(match: re.Match[str], base: date | None, tense: Tense) -> str:
    if base is None:
        return ""
    shift, unit = {"last": -1, "this": 0, "next": 1}[match["which"].lower()], match["unit"].lower()
    if unit == "year":
        return str(base.year + shift)
    if unit == "month":
        month = base.year * 12 + base.month - 1 + shift
        return f"{month // 12:04}-{month % 12 + 1:02}"
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=shift)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _ago(match: re.Match[str], base: date | None, tense: Tense) -> str:
    if base is None:
        return ""
    count = WORDS.get(match["count"].lower(), 0) or int(match["count"])
    unit = match["unit"].lower()
    if unit == "year":
        return str(base.year - count)
    if unit == "month":
        month = base.year * 12 + base.month - 1 - count
        return f"{month // 12:04}-{month % 12 + 1:02}"
    return (base - timedelta(days=count * (7 if unit == "week" else 1))).isoformat() if count < 3000 else ""


RELATIVE: Final = (_word, _ago, _span_word)
"""What is worked out from the day of publication, as weekdays are."""


def _compiled(pattern: str, *, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern}(?![\w%])", flags)


_ON: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
"""A weekday before its date, of which it says nothing more."""
_FIRST: Final = r"(?P<first>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_MONTH_ALONE: Final = r"(?P<month>January|February|April|July|August|September|October|November|December)"
"""Months that are hardly ever anything else: May, March and June may be."""
PATTERNS: Final[tuple[tuple[re.Pattern[str], Make], ...]] = (
    (_compiled(r"(\d{4})-(\d\d)-(\d\d)"), _iso_date),
    (_compiled(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)"), _slashed),
    (_compiled(r"(?:Sept(?:\.|ember)? 11(?:th)?|9/11)(?=(?:[’']s)? (?:terror|attack|hijack|victim|Commission))"), lambda *_: "2001-09-11"),
    (_compiled(rf"{_ON}{M} {_FIRST}(?: ?[-–] ?| to | and ){D}(?:,? {Y})?"), _days),
    (_compiled(rf"(?:(?i:from|between) )?{_FIRST}(?: ?[-–] ?| to | and ){D}(?: of)? {M}(?:,? {Y})?"), _days),
    (_compiled(rf"{_ON}{M} {D},? {Y}"), _full),
    (_compiled(rf"{_ON}{D}(?: of)? {M},? {Y}"), _full),
    (_compiled(rf"{_ON}{M} {D}(?! ?(?:percent|per cent|million|billion|people))"), _day),
    (_compiled(rf"{_ON}{D}(?: of)? {M}"), _day),
    (_compiled(rf"{M},? {Y}"), _month_year),
    (_compiled(rf"{M},? (?:of )?(?P<of_year>last|this|next) year"), _month_only),
    (_compiled(r"(1[5-9]\d\d|20\d\d)[-–/](1[5-9]\d\d|20\d\d|\d\d)"), _years),
    (_compiled(r"(?i:from|between) (1[5-9]\d\d|20\d\d) (?:to|and|until) (1[5-9]\d\d|20\d\d)"), _years),
    (_compiled(r"(1[5-9]\d0|20\d0)s"), _decade),
    (_compiled(rf"(?P<quarter>first|second|third|fourth) quarter(?: of {Y})?"), _quarter),
    (_compiled(rf"(?:(?P<which>last|this|next) )?(?P<season>spring|summer|autumn|fall|winter)(?: (?:of )?{Y})?"), _season),
    (_compiled(rf"(?:(?P<which>last|next|this) )?{W}"), _weekday),
    (_compiled(r"(?:today|tonight|yesterday|tomorrow|last night|this morning|this afternoon|this evening)", flags=re.IGNORECASE), _word),
    (_compiled(r"(?P<which>last|this|next) (?P<unit>week|month|year)", flags=re.IGNORECASE), _span_word),
    (
        _compiled(
            r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
            r" (?P<unit>day|week|month|year)s? (?:ago|earlier)",
            flags=re.IGNORECASE,
        ),
        _ago,
    ),
    (
        _compiled(
            rf"(?:(?:(?i:in|since|until|by|during|early|late|mid)[ -])"
            rf"|(?P<which>last |next ))(?:early |late |mid-)?{M}(?! \d)"
        ),
        _month_only,
    ),
    (_compiled(rf"(?:end|start|beginning|middle) of {M}(?! \d)"), _month_only),
    (_compiled(r"(?:end|start|beginning|middle) of (?:the|this) year"), lambda _, base, __: str(base.year) if base else ""),
    (_compiled(rf"(?<=for ){_MONTH_ALONE}(?! \d)"), _month_only),
    (_compiled(rf"{_MONTH_ALONE}(?= [a-z])(?! (?:and|or|in|to|of|is|was|has|had|said)\b)"), _month_only),
    (
        _compiled(
            rf"(?:(?i:in|since|until|by|during|for|of|from|early|late|mid|before|after|to)[ -])"
            rf"(?:early |late |mid-|the year )?{Y}(?!\.\d|,\d| (?:people|euros|dollars))"
        ),
        _year,
    ),
    (_compiled(rf"(?:(?<=born )|(?<=died )|(?<=founded )|(?<=established )){Y}(?!\.\d|,\d)"), _year),
    (_compiled(rf"(?<=\(){Y}(?=[),])"), _year),
)
