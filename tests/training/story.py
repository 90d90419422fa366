"""Made-up sentences with their annotations, in the form of our news."""

import re

_MARK = re.compile(r"\[([^|\]]+)\|(\w+)(?:\|(\w+))?\]")


def annotated(id_: str, marked: str, types: dict[str, str], *facts: str) -> dict[str, object]:
    """The record of a text in which each mention is written [words|entity] or [words|entity|kind]; a fact is 'subject property object'."""
    text, mentions, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        words, entity, kind = found[1], found[2], found[3] or "name"
        mentions.append((entity, {"start": len(text), "end": len(text) + len(words), "text": words, "kind": kind}))
        text, at = text + words, found.end()
    text += marked[at:]
    entities = [{"id": e, "type": t, "mentions": [m for owner, m in mentions if owner == e]} for e, t in types.items()]
    triples = [dict(zip("spo", fact.split()[:3], strict=True)) | {"modality": [*fact.split(), "Actual"][3]} for fact in facts]
    return {"id": id_, "text": text, "entities": entities, "facts": triples, "quotes": []}


TOWN = annotated(
    "town",
    "[Ada Brook|ada] is the [mayor|office|nominal] of [Westhaven|town]. [She|ada|pronoun] was born in [Northmoor|moor].",
    {"ada": "Person", "office": "Position", "town": "City", "moor": "City"},
    "ada mayorOf town",
    "ada holdsPosition office",
    "office jurisdiction town",
    "ada bornIn moor",
)
MILL = annotated(
    "mill",
    "[Grainworks|mill] of [Westhaven|town] will buy [Oat Street Bakery|oat]. [The company|mill|nominal] was founded by [Tom Reed|tom].",
    {"mill": "Company", "oat": "Company", "town": "City", "tom": "Person"},
    "mill acquires oat Planned",
    "mill basedIn town",
    "mill foundedBy tom",
)
COURT = annotated(
    "court",
    "[Northmoor|moor] is in [Fenland|fen]. [Fenland Court|court] freed [Tom Reed|tom]. [He|tom|pronoun] lives in [Northmoor|moor].",
    {"moor": "City", "fen": "Country", "court": "Court", "tom": "Person"},
    "moor locatedIn fen",
    "court governmentBodyOf fen",
    "tom livesIn moor",
)
CLUB = annotated(
    "club",
    "[Mia Stone|mia] plays for [Westhaven Rovers|club]. [The club|club|nominal] met [Northmoor United|other] in [the Fenland Cup|cup].",
    {"mia": "Person", "club": "Organization", "other": "Organization", "cup": "Event"},
    "mia playsFor club",
    "club opponentOf other",
    "club participatesIn cup",
)

ARTICLES = (TOWN, MILL, COURT, CLUB)
