"""Which countries the words of a name or a description tell of: 'the US Army', 'Norland's largest bank', 'Parliament of Norland'."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extraction.gazetteer import Territory, gazetteer, key


def nations(phrase: str) -> Iterator[Territory]:
    """The countries whose name, people or capital begin the phrase, or end it after 'of'.

    >>> [t.name for t in nations("the Norwegian tide board")], [t.name for t in nations("Ankara government")], list(nations("Norway"))
    (['Norway'], ['Turkey'], [])
    """
    parts = re.sub(r"^(?:the|an?) ", "", phrase, flags=re.IGNORECASE).split()
    if "of" in parts and (owner := nation(" ".join(parts[parts.index("of") + 1 :]))) is not None:
        yield owner
    for size in (2, 1):
        name = " ".join(parts[:size])
        found = nation(name) or (capitals().get(key(name)) if parts[size : size + 1] == ["government"] else None)
        if found is not None and len(parts) > size:
            yield found
            return


def nation(name: str) -> Territory | None:
    """The country of that name or demonym, or the one in which the region lies."""
    territory = gazetteer().territory(name.removesuffix("'s").removesuffix("’s"))
    return gazetteer().country_of(territory.code) if territory and gazetteer().country_of(territory.code).type == "Country" else None


def capital_of(phrase: str) -> str:
    """The city that 'the French capital' is, folded; empty where it tells of none."""
    match = re.fullmatch(r"(?:the |an? )?(.+?)(?:'s|’s)? capital(?: city)?", phrase, re.IGNORECASE)
    territory = gazetteer().territory(match[1]) if match else None
    return key(territory.capital) if territory else ""


@cache
def capitals() -> dict[str, Territory]:
    """Folded name of each capital to its country."""
    return {key(t.capital): t for t in gazetteer().territories.values() if t.capital and t.type == "Country"}


def private(name: str) -> bool:
    """Whether a body of such a name is no state's, whatever country the name tells."""
    return bool(_PRIVATE.search(name))


_PRIVATE: Final = re.compile(
    r"\b(?:Chambers?|Association|Federation|Union|Club|Church|Institute|Foundation|Society)\b|(?:association|federation|league|tribe|union|community|society|movement)$"
)
"""Bodies that are no state's, whatever country their name tells."""
