"""What the names of bodies and places say of where they are, against a guess that puts them elsewhere."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.gazetteer import Territory, gazetteer, key
from kg.extraction.scene import Scene


def elsewhere(scene: Scene, body: str, place: str) -> bool:
    """Whether a word of the body's names is of another country than the place: 'the US Army' is none of Canada's.

    'The Ankara government' is Turkey's: none of Switzerland's and not the city's own.
    """
    wanted = _country(scene.things[place].label) if scene.is_a(place, "Country") else None
    if wanted is None and not scene.is_a(place, "City"):
        return False
    found = list(_told(scene, body))
    if wanted is not None:
        return bool(found) and wanted not in found
    governs = scene.things[body].label.lower().endswith((" government", " administration", " regime"))
    return governs and any(key(t.capital) == key(scene.things[place].label) for t in found)


def no_capital(scene: Scene, city: str, state: str) -> bool:
    """Whether the gazetteer knows another capital of the state."""
    territory = _country(scene.things[state].label)
    capital = territory.capital if territory else ""
    return bool(capital) and key(capital) != key(scene.things[city].label)


def _told(scene: Scene, body: str) -> Iterator[Territory]:
    """The countries whose name, people or capital begin a name or a description of the body, or end it after 'of'."""
    text = scene.article.text
    for spot in scene.things[body].spots:
        if spot.kind != "pronoun":
            parts = re.sub(r"^[Tt]he ", "", text[spot.start : spot.end]).split()
            if "of" in parts and (owner := _country(" ".join(parts[parts.index("of") + 1 :]))) is not None:
                yield owner
            for size in (2, 1):
                name = " ".join(parts[:size])
                found = _country(name) or (_capitals().get(key(name)) if parts[size : size + 1] == ["government"] else None)
                if found is not None and len(parts) > size:
                    yield found
                    break


def _country(name: str) -> Territory | None:
    territory = gazetteer().territory(name.removesuffix("'s").removesuffix("’s"))
    return gazetteer().country_of(territory.code) if territory and gazetteer().country_of(territory.code).type == "Country" else None


@cache
def _capitals() -> dict[str, Territory]:
    """Folded name of each capital to its country."""
    return {key(t.capital): t for t in gazetteer().territories.values() if t.capital and t.type == "Country"}
