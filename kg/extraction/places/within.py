"""Cities and regions in the countries around them, by the gazetteer: what the text need not say."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg.extraction.gazetteer import City, Territory, gazetteer, key, short_state
from kg.extraction.mentions.naming import bare
from kg.extraction.scene import Scene, fact
from kg.model import Span, Statement


def within(scene: Scene) -> Iterator[Statement]:
    """Cities, then regions, in countries that the article names."""
    yield from _cities(scene)
    yield from _regions(scene)


def names(scene: Scene, id_: str) -> list[str]:
    """The names of the thing without articles and the like, in text order."""
    return [bare(scene.article.text[s.start : s.end]) for s in scene.things[id_].spots if s.kind == "name"]


def countries_of(scene: Scene) -> dict[str, str]:
    """Code of each country named in the article to its thing."""
    return {territory.code: id_ for territory, id_ in reversed(list(_territories(scene, "Country")))}


def _territories(scene: Scene, *types: str) -> Iterator[tuple[Territory, str]]:
    """The things of the classes whose name the gazetteer knows, in the scene's order."""
    for id_, thing in scene.things.items():
        territory = (
            next((t for n in names(scene, id_) if (t := short_state(n) or gazetteer().territory(n))), None) if thing.type in types else None
        )
        if territory:
            yield territory, id_


def _cities(scene: Scene) -> Iterator[Statement]:
    """A city of the gazetteer whose country the article names, and an American one whose state it names."""
    countries = countries_of(scene)
    states = _states(scene)
    for id_, thing in scene.things.items():
        if thing.type not in ("City", "Place", "Region"):
            continue
        for name in names(scene, id_)[:1]:
            known = gazetteer().cities.named(key(name))
            hits = known if len(known) == 1 else [c for c in known if c.people > _SMALL]
            code = _country(hits, countries)
            region = gazetteer().territory(name)  # Ontario is a province of Canada before it is a city of California
            if code and (not region or region.parent in ("", code)):
                yield fact(
                    id_, "locatedIn", countries[code], _near(scene, id_, countries[code]), rule="gazetteer-city", derivation="Implied"
                )
            state = states.get(hits[0].region, id_) if hits and hits[0].country == "us" and code in ("", "us") and not region else id_
            if state != id_:
                yield fact(id_, "locatedIn", state, _near(scene, id_, state), rule="gazetteer-city-in-state", derivation="Implied")


_SMALL: Final = 40000
"""People of a city below which its name may as well be that of a village elsewhere."""


def _country(hits: Sequence[City], countries: Mapping[str, str]) -> str:
    """Code of the country of the article in which one of the cities lies; empty where another city of the name is far better known."""
    codes = {c.country for c in hits if c.country in countries}
    others = sum(c.people for c in hits[1:] if c.country != hits[0].country)
    big = hits[0].country if hits and hits[0].people > 250000 and hits[0].people > 8 * others else ""
    return next(iter(codes)) if len(codes) == 1 and (not big or big in codes) else big if big in countries else ""


def _states(scene: Scene) -> dict[str, str]:
    """Letters of each state of the United States that the article names to its thing."""
    found = reversed(list(_territories(scene, "Region")))
    return {territory.code.removeprefix("us-").upper(): id_ for territory, id_ in found if territory.parent == "us"}


def _regions(scene: Scene) -> Iterator[Statement]:
    """A region of the gazetteer whose country the article names."""
    countries = countries_of(scene)
    for territory, id_ in _territories(scene, "Region", "Place"):
        if territory.type == "Region" and territory.parent in countries:
            country = _whose(scene, id_) or countries[territory.parent]
            yield fact(id_, "locatedIn", country, _near(scene, id_, country), rule="gazetteer-region", derivation="Implied")


def _whose(scene: Scene, id_: str) -> str:
    """The country of 'Pakistan's Punjab', whatever other Punjab there is."""
    for spot in scene.things[id_].spots:
        span = scene.doc.char_span(spot.start, spot.end, alignment_mode="expand") if spot.kind == "name" else None
        if span and span.start > 0 and scene.doc[span.start - 1].tag_ == "POS":
            owner = scene.ends.get(span.start - 1, ("", 0))[0]
            if owner and scene.things[owner].type == "Country":
                return owner
    return ""


def _near(scene: Scene, a: str, b: str) -> Span:
    """The shortest span over a mention of each, if in one paragraph; else the first mention of the one."""
    spans = []
    others = scene.things[b].spots
    for x in scene.things[a].spots:
        for y in others[bisect_left(others, x.end - _FAR, key=lambda s: s.start) :]:
            start, end = min(x.start, y.start), max(x.end, y.end)
            if start + _FAR <= y.start:
                break
            if end - start < _FAR and "\n" not in scene.article.text[start:end]:
                spans.append(Span(start, end))
    first = next((s for s in scene.things[a].spots if s.kind == "name"), scene.things[a].spots[0])
    return min(spans, key=lambda s: (s.end - s.start, s.start)) if spans else Span(first.start, first.end)


_FAR: Final = 300
"""Code points."""
