"""Annotated articles as examples to train on.

Two forms are read: our own ("facts", classes of the ontology, kinds of mentions) and the encyclopedia's
("relations" with Wikidata properties, coarse types, no nominals).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from kg.extraction.labels import CLASSES, PROPERTIES, SUPER, SYMMETRIC

_WIKIDATA: Final = {
    "P17": "locatedIn", "P131": "locatedIn", "P27": "citizenOf", "P150": "^locatedIn", "P159": "headquarteredIn", "P19": "bornIn",
    "P102": "memberOf",
    "P108": "worksFor", "P54": "playsFor", "P69": "educatedAt", "P26": "spouseOf", "P22": "childOf", "P25": "childOf", "P40": "parentOf",
    "P3373": "siblingOf",
    "P6": "^headOfGovernment", "P35": "^headOfState", "P488": "^chairOf", "P112": "foundedBy", "P127": "ownedBy", "P749": "unitOf",
    "P355": "^unitOf",
    "P361": "partOf", "P527": "^partOf", "P463": "memberOf", "P57": "directedBy", "P50": "authoredBy", "P161": "^performsIn",
    "P170": "createdBy",
    "P178": "createdBy", "P176": "producedBy", "P175": "createdBy", "P276": "place", "P1344": "participatesIn", "P710": "^participatesIn",
    "P166": "awardReceived",
    "P36": "^capitalOf", "P1376": "capitalOf", "P551": "livesIn", "P1001": "jurisdiction", "P194": "^governmentBodyOf",
    "P137": "operatedBy", "P123": "publishedBy",
    "P607": "participatesIn", "P86": "createdBy", "P58": "authoredBy", "P937": "livesIn",
}  # fmt: skip
"""Wikidata property to ours; "^" turns it round. Properties of ours that no row names are unknown there, not false."""

_COARSE: Final = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


@dataclass(frozen=True, slots=True)
class Marked:
    """One mention: code points `[start, end)`, its entity's number, its kind."""

    start: int
    end: int
    entity: int
    kind: str


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated text. `types` has one row an entity: a class of ours, or a coarse kind ("PER") where only that is known."""

    id: str
    text: str
    types: tuple[str, ...]
    mentions: tuple[Marked, ...]
    facts: tuple[tuple[int, str, int, str], ...]
    """(subject, property, object, modality), super-properties written out, symmetric ones both ways."""
    ours: bool
    """Whether all kinds of mentions and all properties are annotated."""


def properties_known(example: Example) -> frozenset[str]:
    """The properties whose absence means something in this example."""
    if example.ours:
        return frozenset(PROPERTIES)
    mapped = {p.lstrip("^") for p in _WIKIDATA.values()}
    return frozenset(mapped | {q for p in mapped for q in SUPER.get(p, ())}) - {"livesIn", "place", "jurisdiction", "worksFor"}


def read(path: Path) -> Iterator[Example]:
    """The examples of a JSON-lines file, in its order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield _ours(record) if "facts" in record else _encyclopedia(record)


def digest(path: Path) -> str:
    """SHA-256 of the file, for the model card."""
    return sha256(path.read_bytes()).hexdigest()


def _ours(record: dict[str, Any]) -> Example:
    entities = [e for e in record["entities"] if e["mentions"] and e["type"] in CLASSES]
    number = {e["id"]: i for i, e in enumerate(entities)}
    mentions = [Marked(m["start"], m["end"], i, m.get("kind", "name")) for i, e in enumerate(entities) for m in e["mentions"]]
    facts = [
        (number[f["s"]], f["p"], number[f["o"]], f["modality"]) for f in record["facts"] if f["s"] in number and _known(f["o"], number)
    ]
    return Example(record["id"], record["text"], tuple(e["type"] for e in entities), _sorted(mentions), _closed(facts), True)


def _known(end: object, number: dict[str, int]) -> bool:
    return isinstance(end, str) and end in number


def _encyclopedia(record: dict[str, Any]) -> Example:
    entities = [e for e in record["entities"] if e["type"] in _COARSE]
    number = {e["id"]: i for i, e in enumerate(entities)}
    mentions = [Marked(m["start"], m["end"], i, "name") for i, e in enumerate(entities) for m in e["mentions"]]
    facts = []
    for relation in record["relations"]:
        name = _WIKIDATA.get(relation["pid"], "")
        if name and relation["head"] in number and relation["tail"] in number:
            head, tail = number[relation["head"]], number[relation["tail"]]
            facts.append((tail, name[1:], head, "Actual") if name[0] == "^" else (head, name, tail, "Actual"))
    return Example(record["id"], record["text"], tuple(_COARSE[e["type"]] for e in entities), _sorted(mentions), _closed(facts), False)


def _sorted(mentions: list[Marked]) -> tuple[Marked, ...]:
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.kind, m.entity)))


def _closed(facts: list[tuple[int, str, int, str]]) -> tuple[tuple[int, str, int, str], ...]:
    """The facts with their super-properties, symmetric ones in both directions, one modality a triple (Actual before others)."""
    modality: dict[tuple[int, str, int], str] = {}
    for s, p, o, m in facts:
        for q in (p, *SUPER.get(p, ())):
            if q in PROPERTIES and s != o:
                for key in [(s, q, o), (o, q, s)] if q in SYMMETRIC else [(s, q, o)]:
                    if modality.get(key) != "Actual":
                        modality[key] = m
    return tuple((*key, m) for key, m in sorted(modality.items()))
