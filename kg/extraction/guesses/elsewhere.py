"""What speaks against a guess that puts bodies, places and people elsewhere: their names, and a surer statement."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from kg.extraction.gazetteer import Territory, gazetteer, key
from kg.extraction.mentions.nations import nation, nations
from kg.extraction.scene import Scene
from kg.model import Statement


def elsewhere(scene: Scene, body: str, place: str) -> bool:
    """Whether a word of the body's names is of another country than the place: 'the US Army' is none of Canada's.

    'The Ankara government' is Turkey's: none of Switzerland's and not the city's own.
    """
    wanted = nation(scene.things[place].label) if scene.is_a(place, "Country") else None
    if wanted is None and not scene.is_a(place, "City"):
        return False
    found = list(_told(scene, body))
    if wanted is not None:
        return bool(found) and wanted not in found
    governs = scene.things[body].label.lower().endswith((" government", " administration", " regime"))
    return governs and any(key(t.capital) == key(scene.things[place].label) for t in found)


def of_one_country(
    scene: Scene, guesses: Iterable[Statement], told: Iterable[Statement], margins: Mapping[tuple[str, str, str], float]
) -> list[Statement]:
    """The guesses without those that make somebody a citizen, or a body one, of a second country.

    What the constructions told goes before a guess, and the surer guess before the other.
    """
    known: dict[tuple[str, str], set[str]] = {}
    for s in told:
        for name in (name for name, tells in _ONE.items() if s.property in tells):
            known.setdefault((s.subject, name), set()).add(str(s.object))
    best: dict[tuple[str, str], tuple[float, str]] = {}
    listed = list(guesses)
    for s in (s for s in listed if _of_country(scene, s)):
        sure = margins.get((s.subject, s.property, str(s.object)), 0.0), str(s.object)
        best[s.subject, s.property] = max(sure, best.get((s.subject, s.property), sure))

    def stands(s: Statement) -> bool:
        own = s.subject, s.property
        return str(s.object) in known[own] if own in known else str(s.object) == best[own][1]

    return [s for s in listed if not _of_country(scene, s) or stands(s)]


def _of_country(scene: Scene, s: Statement) -> bool:
    return s.property in _ONE and scene.things[str(s.object)].type == "Country"


_ONE: Final = {
    "citizenOf": frozenset({"citizenOf", "headOfState", "headOfGovernment", "ministerOf"}),
    "governmentBodyOf": frozenset({"governmentBodyOf"}),
}
"""What one seldom is of two countries to what else tells of which."""


def no_capital(scene: Scene, city: str, state: str) -> bool:
    """Whether the gazetteer knows another capital of the state."""
    territory = nation(scene.things[state].label)
    capital = territory.capital if territory else ""
    return bool(capital) and key(capital) != key(scene.things[city].label)


def abroad(scene: Scene, place: str, country: str) -> bool:
    """Whether the gazetteer knows the region, or a large city of that name, in other countries alone."""
    state = gazetteer().territory(scene.things[country].label) if scene.things[country].type == "Country" else None
    if state is None:
        return False
    name = scene.things[place].label
    if scene.things[place].type == "Region":
        return _none_of(state, {gazetteer().country_of(t.code).code for t in gazetteer().regions(name) if t.parent})
    cities = gazetteer().cities.named(key(name)) if scene.things[place].type == "City" else ()
    return any(c.people > _LARGE for c in cities) and _none_of(state, {c.country for c in cities})


_LARGE: Final = 100_000
"""People of a city that is the one meant wherever no other place of its name is told."""


def _none_of(state: Territory, codes: Set[str]) -> bool:
    return bool(codes) and state.code not in codes


def _told(scene: Scene, body: str) -> Iterator[Territory]:
    """The countries that the names and descriptions of the body tell of."""
    text = scene.article.text
    return (t for spot in scene.things[body].spots if spot.kind != "pronoun" for t in nations(text[spot.start : spot.end]))
