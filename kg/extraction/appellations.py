"""Which names and descriptions are of one thing by their words and by where they stand: surnames, acronyms, appositions."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extraction.gazetteer import key
from kg.extraction.naming import bare, name_key
from kg.extraction.spot import Spot
from kg.ontology import Ontology


def kind_of(type_: str, ontology: Ontology) -> str:
    """The coarse kind whose things can be one: person, organisation, place, or the class itself."""
    for class_ in ("Person", "Organization", "Place", "Event", "Work"):
        if ontology.is_a(type_, class_):
            return class_
    return type_


def same_by_words(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """Pairs of spot numbers that are of one thing whatever a reader thinks."""
    yield from _same_names(spots, text, ontology)
    yield from _around_names(spots, text, ontology)
    yield from _apposed(spots, text, ontology)
    yield from _beside(spots, text, ontology)


def _same_names(spots: Sequence[Spot], text: str, ontology: Ontology) -> list[tuple[int, int]]:
    names = [i for i, s in enumerate(spots) if s.kind == "name" and s.type != "Position"]
    words = {i: text[spots[i].start : spots[i].end] for i in names}
    first: dict[tuple[str, str], int] = {}
    pairs = []
    for i in names:
        kind = kind_of(spots[i].type, ontology)
        pairs.append((first.setdefault((name_key(words[i]), kind), i), i))
    leaders = sorted(set(first.values()))
    for i in leaders:
        kind = kind_of(spots[i].type, ontology)
        fuller = [j for j in leaders if j != i and kind_of(spots[j].type, ontology) == kind and _short_for(words[i], words[j], kind)]
        if len(fuller) == 1:
            pairs.append((fuller[0], i))
        elif kind == "Person" and len(fuller) > 1:  # two of a surname: nearest before, only where it was just named in full
            before = [j for j in fuller if spots[j].start < spots[i].start]
            if len(before) == 1:
                pairs.append((before[0], i))
    return pairs


def _around_names(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """'the 6th Graduation Day event of the Center' is the Graduation Day: a description of an event that begins with its name."""
    begin = {s.start: i for i, s in enumerate(spots) if s.kind == "name" and s.type != "Position"}
    for j, spot in enumerate(spots):
        if spot.kind == "nominal" and kind_of(spot.type, ontology) == "Event":
            article = re.match(r"(?:the |a |an |this )?", text[spot.start : spot.end], re.IGNORECASE)
            i = begin.get(spot.start + (article.end() if article else 0), -1)
            if i >= 0 and spots[i].end < spot.end and kind_of(spots[i].type, ontology) == "Event":
                yield i, j


def _apposed(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """'A second document, the "Digital Development Concept",' is the concept: a work described and then named."""
    begin = {s.start: i for i, s in enumerate(spots) if s.kind == "name"}
    for j, spot in enumerate(spots):
        if spot.kind == "nominal" and kind_of(spot.type, ontology) == "Work":
            between = re.match(r", (?:the |an? )?[\"“]?", text[spot.end : spot.end + 8])
            i = begin.get(spot.end + between.end(), -1) if between else -1
            if i >= 0 and kind_of(spots[i].type, ontology) == "Work":
                yield i, j


def _beside(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """'turbine maker Halden Rotor', 'the town of Westhaven': a description right before the name that it describes."""
    begin = {s.start: i for i, s in enumerate(spots) if s.kind == "name"}
    for j, spot in enumerate(spots):
        kind = kind_of(spot.type, ontology)
        if spot.kind != "nominal" or spot.type == "Position" or kind not in ("Organization", "Person", "Place"):
            continue
        of = re.match(r" of ", text[spot.end : spot.end + 4])
        if of and not text[spot.start : spot.end].lower().endswith(_SETTLEMENTS):
            continue
        i = begin.get(spot.end + (of.end() if of else 1), -1) if of or text[spot.end : spot.end + 1] == " " else -1
        if i >= 0 and kind_of(spots[i].type, ontology) == kind and not _several(text, spot):
            yield i, j


def _several(text: str, spot: Spot) -> bool:
    """Whether the description is a plural or ends one: 'companies Acme and Bolt', 'her brother and partner Leo'."""
    words = text[spot.start : spot.end].split()
    return words[-1].endswith("s") and not words[-1].endswith("ss")


_SETTLEMENTS: Final = (
    "town",
    "city",
    "village",
    "island",
    "district",
    "province",
    "region",
    "state",
    "port",
    "suburb",
    "county",
    "republic",
)


def _short_for(short: str, long: str, kind: str) -> bool:
    """Whether `short` can stand for the fuller name: a surname, an acronym, the first words of a body's name."""
    a, b = key(bare(short)).split(), key(bare(long)).split()
    if not a or len(a) >= len(b):
        return False
    if kind == "Person":
        return a == b[-len(a) :]
    acronym = bare(short).replace(".", "")
    if acronym.isupper() and len(acronym) >= 2 and len(a) == 1:
        capitals = "".join(w[0] for w in bare(long).replace("-", " ").split() if w[0].isupper())
        return acronym == capitals or acronym == "".join(w[0].upper() for w in bare(long).split())
    return kind == "Organization" and (a == b[: len(a)] or (len(a) >= 2 and a == b[-len(a) :]))
