"""Where an agency's story says it was written: 'OSLO, Norway, March 3 (Reuters) - ', 'Geneva, 22 March 2024 – ', 'WASHINGTON (AP) — '."""

import re
from dataclasses import dataclass
from itertools import product
from typing import Final

from kg.extraction.gazetteer import gazetteer, key, short_state
from kg.model import Span

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_LINE: Final = re.compile(
    r"(?m)^[^\S\n]*(?:date \d{4}-\d\d-\d\d )?(?:\([A-Z][a-z]+\) )?"
    r"(?P<city>Washington, D\.?C\.?|[A-ZÀ-Ý][\w'’.-]*(?: [A-ZÀ-Ý][\w'’.-]*){0,3}?)"
    rf"(?:/[A-ZÀ-Ý][A-ZÀ-Ý'’.\- ]+)?(?:, (?!{_MONTH} \d)(?P<country>[A-Z][A-Za-zÀ-ÿ’' .]{{1,30}}?))?"
    rf"(?:(?:,?| [-–—]) (?P<day>{_DAY}))?"
    r"(?:,? (?:\((?P<agency>[A-Z][\w .&]*)\)|(?P<bare>TASS))(?P<after> ?(?:--?|[–—―_])(?=\s))?"
    r"| ?(?:--\((?P<wire>[A-Z][\w .&]*)\)|/(?P<slashed>[A-Z]\w*)/) ?--? ?"
    r"|(?P<ends>\.(?=\s+[^\s–—―_-]|\s*$)| ?(?:--?|[–—―_])(?=\s)|:))"
)


_AGENCY: Final = re.compile(rf"(?m)^[^\S\n]*(?:(?P<day>{_DAY}) )?\((?P<agency>[A-Z][\w .&]*)\) ?(?:--?|[–—―_])(?=\s)")
"""'(Reuters) - ', 'Oct 4 (Reuters) - ': a dateline of an agency alone."""


_MONITORED: Final = re.compile(
    r"(?P<source>[A-ZÀ-Ý][\w'’.&-]*(?: [A-ZÀ-Ý][\w'’.&-]*){1,6}) in [A-Z][a-z]+(?: \d{4} (?:GMT|gmt))?"
    r" (?P<day>\d{1,2} [A-Z][a-z]{2} \d\d)\b(?: pp? ?\d+)?"
)
"""'Oslo HARBOUR POST in English 1601 GMT 28 Apr 94': above the translations of services that listen to stations and read papers abroad."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The parts of a dateline; those that it has not are none."""

    city: Span | None
    country: Span | None
    day: Span | None
    agency: Span | None
    start: int
    end: int
    """Code points before the story."""
    home: bool = False
    """Whether the agency is at home in the city, not only its reporter."""


def dateline(text: str) -> Dateline | None:
    """The dateline: at the very beginning, or further down where it says more than a city or ends in a dash; only of a known place."""
    start = len(text) - len(text.lstrip())
    first = _LINE.match(text, text.rfind("\n", 0, start) + 1)
    lines = [*([first] if first else []), *(m for m in _LINE.finditer(text[:1500]) if m["country"] or m["day"] or m["agency"] or _dash(m))]
    alone = _AGENCY.search(text[:1500])
    if (heard := _MONITORED.search(text[:600])) and (line := _heard(heard)):
        return line
    day = Span(*alone.span("day")) if alone and alone["day"] else None
    agency = Dateline(None, None, day, Span(*alone.span("agency")), alone.start(), alone.end()) if alone else None
    return next((_parts(m) for m in lines if _is_one(m)), agency)


def _heard(found: re.Match[str]) -> Dateline | None:
    """The line above what a monitoring service has translated: a known place, the longest that there is, and behind it the source."""
    source = found["source"]
    starts = [m.start() for m in re.finditer(r"\S+", source)]
    for first, size in product(range(len(starts) - 1), (3, 2, 1)):
        behind = first + size
        if behind < len(starts) and _is_place(city := source[starts[first] : starts[behind] - 1]):
            at = found.start("source") + starts[first]
            agency, day = Span(found.start("source") + starts[behind], found.end("source")), Span(*found.span("day"))
            return Dateline(Span(at, at + len(city)), None, day, agency, at, found.end(), home=True)
    return None


def _is_one(found: re.Match[str]) -> bool:
    """Whether it is a dateline: it ends as one, and the city is a place that is known or so placed."""
    city, ends = found["city"], found["ends"]
    country = _state(found["country"])
    if city.isupper():
        bounded = ends != "." or found["day"] or country
        sent = found["agency"] or found["bare"] or found["wire"] or found["slashed"]
        known = found["day"] or sent or country or _is_place(city)
        return bool(bounded and known and _no_short_state(city))
    return bool(
        (_dash(found) or (ends == ":" and found["day"]))
        and (country or _is_capital(city) or ((found["day"] or found["agency"]) and _is_place(city)))
    )


def _dash(found: re.Match[str]) -> bool:
    return bool(found["after"] or found["wire"] or found["slashed"] or (found["ends"] or ".") not in ".:")


def _no_short_state(city: str) -> bool:
    """'U.S. Senate approves' and 'UK - Iran talks' are headlines."""
    return sum(map(str.isalpha, city)) > 3 or key(city) in gazetteer().cities


def _is_place(name: str) -> bool:
    return key(name) in gazetteer().cities or _is_capital(name) or gazetteer().territory(name) is not None


def _is_capital(city: str) -> bool:
    return city.startswith("Washington, D")


def _state(name: str | None) -> bool:
    return bool(name and (short_state(name) or gazetteer().territory(name)))


def _parts(found: re.Match[str]) -> Dateline:
    country, day, *agencies = (Span(*found.span(g)) if found[g] else None for g in ("country", "day", "agency", "wire", "slashed"))
    agency = next(filter(None, agencies), None)
    return Dateline(Span(*found.span("city")), country if _state(found["country"]) else None, day, agency, found.start(), found.end())
