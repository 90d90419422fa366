"""Annotated articles as examples to train on.

Four forms are read, told apart by the name of the file: our own news ("facts", classes of the ontology, kinds of mentions), the
encyclopedia's ("relations" with Wikidata properties, coarse types, no nominals), web passages (a few properties each) and texts with
coreference alone. Annotations of ours that come without their texts (`annotations/`) are joined with the files that have these.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal

from kg.errors import InputError
from kg.extraction.trained.labels import CLASSES, MODALITIES, PROPERTIES, SUPER, SYMMETRIC
from kg.extraction.wordlist import words
from kg.training.excerpts import excerpts
from kg.training.foreign import COARSE, WEB, WIKIDATA

PRONOUNS: Final = words(
    "he him his himself she her hers herself it its itself they them their theirs themselves i me my mine myself we us our ours ourselves",
    "you your yours who whom whose which this that these those",
)
ANNOTATIONS: Final = Path(__file__).with_name("annotations")
_MENTION: Final = ("start", "end", "kind")


def _with_super(names: Iterable[str]) -> frozenset[str]:
    bare = {p.lstrip("^") for p in names}
    return frozenset(bare | {q for p in bare for q in SUPER.get(p, ())})


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
    source: Literal["news", "excerpt", "encyclopedia", "web", "coreference"]
    known: frozenset[str]
    """The properties whose absence means something."""
    implied: frozenset[tuple[int, str, int]] = frozenset()
    """Facts that follow from others and that annotators write or leave out as they like: neither true nor false in training."""


OURS: Final = ("news", "excerpt")
"""Sources that are annotated in the ontology, whole or in pieces."""

_ENCYCLOPEDIA_KNOWN: Final = _with_super(WIKIDATA.values()) - {"livesIn", "place", "jurisdiction", "worksFor"}


def read(folder: Path) -> Iterator[Example]:
    """All examples of the folder: news, our annotations, encyclopedia, web passages, coreference; in the order of the files' names.

    An article that our annotations read again is read as they have it.
    """
    ours = list(_annotated(folder))
    again = {record["id"] for record in ours if record.get("of", {}).get("file", "").startswith("news")}
    for path in sorted(folder.glob("*.jsonl")):
        if name := next((name for name in _FORMS if path.name.startswith(name)), ""):
            yield from (e for e in lines(path, name) if name != "news" or e.id.partition("~")[0] not in again)
    for record in ours:
        yield from _ours(record)


def lines(path: Path, form: str) -> Iterator[Example]:
    """The examples of one file of the form ("news", "encyclopedia", "web-facts", "coreference"); a line that is none is an InputError."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            try:
                yield from _FORMS[form](json.loads(line))
            except (KeyError, TypeError, ValueError) as error:
                reason = f"there is no {error}" if isinstance(error, KeyError) else str(error)
                raise InputError(
                    f"line {number} of {path} is no annotated text: {reason}. kg/training/README.md shows the form."
                ) from error


def files(folder: Path) -> list[Path]:
    """The files that `read` reads."""
    named = [p for p in sorted(folder.glob("*.jsonl")) if p.name.startswith((*_FORMS, "texts"))]
    return named + sorted(ANNOTATIONS.glob("*.jsonl"))


def _annotated(folder: Path) -> Iterator[dict[str, Any]]:
    """Our annotations joined with the texts that they are of, where the folder has these; a text that has changed is an error."""
    known: dict[str, dict[str, str]] = {}
    for path in sorted(ANNOTATIONS.glob("*.jsonl")):
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            of = {"file": "texts.jsonl", "id": record["id"], **record.get("of", {})}
            if of["file"] not in known:
                known[of["file"]] = _texts(folder / of["file"])
            texts = known[of["file"]]
            if not texts or (of["file"].startswith("news") and of["id"] not in texts):  # somebody's own news
                continue
            text = texts.get(of["id"], "")[of.get("start") : of.get("end")]
            if sha256(text.encode("utf-8")).hexdigest() != record["text_sha256"]:
                raise InputError(f"{folder / of['file']}: the text {of['id']} is missing or not the one that was annotated in {path.name}")
            entities = [{**e, "mentions": [dict(zip(_MENTION, m, strict=True)) for m in e["mentions"]]} for e in record["entities"]]
            facts = [{**f, "evidence": dict(zip(_MENTION, f.get("evidence", ()), strict=False))} for f in record["facts"]]
            yield {**record, "entities": entities, "facts": facts, "text": text}


def _texts(path: Path) -> dict[str, str]:
    """Id to text; nothing where there is no such file. What a line that is no text lacks, `lines` says."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").split("\n") if path.exists() else ():
        with suppress(ValueError, KeyError, TypeError):
            found |= {(record := json.loads(line))["id"]: record["text"]}
    return found


def _ours(record: dict[str, Any]) -> Iterator[Example]:
    """The article and its excerpts."""
    yield _article(record, "news")
    for part in excerpts(record):
        yield _article(part, "excerpt")


def _article(record: dict[str, Any], source: Literal["news", "excerpt"]) -> Example:
    entities = [e for e in record["entities"] if e["mentions"] and e["type"] in CLASSES]
    number = {e["id"]: i for i, e in enumerate(entities)}
    mentions = [Marked(m["start"], m["end"], i, m.get("kind", "name")) for i, e in enumerate(entities) for m in e["mentions"]]
    facts = [
        (number[f["s"]], f["p"], number[f["o"]], f["modality"]) for f in record["facts"] if f["s"] in number and _known(f["o"], number)
    ]
    _check(record["text"], mentions, facts)
    types = tuple(e["type"] for e in entities)
    unsure = [(number[f["s"]], f["p"], number[f["o"]], "Actual") for f in record.get("unsure", ()) if f["s"] in number and f["o"] in number]
    implied = _implied(facts) | {(s, p, o) for s, p, o, _ in _closed(unsure)}
    return Example(record["id"], record["text"], types, _sorted(mentions), _closed(facts), source, frozenset(PROPERTIES), implied)


def _check(text: str, mentions: Iterable[Marked], facts: Iterable[tuple[int, str, int, str]]) -> None:
    """Refuse what training would trip over much later."""
    for m in mentions:
        if not 0 <= m.start < m.end <= len(text) or m.kind not in ("name", "nominal", "pronoun"):
            raise ValueError(f"there is no {m.kind} at [{m.start}, {m.end}) of a text of {len(text)} characters")
    if unknown := {modality for *_, modality in facts} - set(MODALITIES):
        raise ValueError(f"a fact is {', '.join(MODALITIES)}, not {sorted(unknown)[0]!r}")


def _known(end: object, number: dict[str, int]) -> bool:
    return isinstance(end, str) and end in number


def _encyclopedia(record: dict[str, Any]) -> Iterator[Example]:
    entities = [e for e in record["entities"] if e["type"] in COARSE]
    number = {e["id"]: i for i, e in enumerate(entities)}
    mentions = [Marked(m["start"], m["end"], i, "name") for i, e in enumerate(entities) for m in e["mentions"]]
    facts = [_turned(WIKIDATA.get(r["pid"], ""), number.get(r["head"]), number.get(r["tail"])) for r in record["relations"]]
    types = tuple(COARSE[e["type"]] for e in entities)
    closed = _closed([f for f in facts if f])
    yield Example(record["id"], record["text"], types, _sorted(mentions), closed, "encyclopedia", _ENCYCLOPEDIA_KNOWN)


def _turned(name: str, head: int | None, tail: int | None) -> tuple[int, str, int, str] | None:
    if not name or head is None or tail is None:
        return None
    return (tail, name[1:], head, "Actual") if name[0] == "^" else (head, name, tail, "Actual")


def _web(record: dict[str, Any]) -> Iterator[Example]:
    """One example a passage: each is annotated for some properties only."""
    for n, passage in enumerate(record["passages"]):
        begin, end = passage["start"], passage["end"]
        inside = [(e, m) for e in record["entities"] for m in e["mentions"] if begin <= m["start"] and m["end"] <= end]
        names = sorted({e["id"] for e, _ in inside})
        number = {name: i for i, name in enumerate(names)}
        types = {e["id"]: COARSE.get(e["type"], "MISC") for e, _ in inside}
        mentions = [Marked(m["start"] - begin, m["end"] - begin, number[e["id"]], _kind(m["text"], "name")) for e, m in inside]
        properties = [WEB[p] for p in passage["annotated_properties"] if p in WEB]
        facts = [
            _turned(WEB.get(r["type"], ""), number.get(r["head"]), number.get(r["tail"]))
            for r in record["relations"]
            if begin <= r["head_span"][0] < end
        ]
        if properties and len(names) > 1:
            closed = _closed([f for f in facts if f])
            known = frozenset(p.lstrip("^") for p in properties)
            kinds = tuple(types[name] for name in names)
            yield Example(f"{record['id']}.{n}", record["text"][begin:end], kinds, _sorted(mentions), closed, "web", known)


def _coreference(record: dict[str, Any]) -> Iterator[Example]:
    types = tuple(COARSE.get(e["type"], "") for e in record["entities"])
    mentions = [
        Marked(m["start"], m["end"], i, _kind(m["text"], "nominal")) for i, e in enumerate(record["entities"]) for m in e["mentions"]
    ]
    yield Example(record["id"], record["text"], types, _sorted(mentions), (), "coreference", frozenset())


def _kind(text: str, other: str) -> str:
    if text.lower() in PRONOUNS:
        return "pronoun"
    return "name" if text[:1].isupper() and text.split()[-1][:1].isupper() and not text.startswith(("The ", "A ", "An ")) else other


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


def _implied(facts: list[tuple[int, str, int, str]]) -> frozenset[tuple[int, str, int]]:
    """What lies in a place lies in the places around it; what a person heads or plays for, that person belongs to and works for."""
    around = {(s, o) for s, p, o, _ in facts if p == "locatedIn"}
    wider = around | {(a, d) for a, b in around for c, d in around if b == c}
    placed = {(s, p, d) for s, p, o, _ in facts if p in _PLACING for c, d in wider if c == o}
    working = {(s, "worksFor", o) for s, p, o, _ in facts if p in ("headOf", "chiefExecutiveOf", "chairOf", "coachOf", "memberOf")}
    return frozenset((s, p, o) for s, p, o in placed | working if s != o)


_PLACING: Final = words("locatedIn basedIn headquarteredIn place bornIn livesIn operatesIn jurisdiction governmentBodyOf")

_FORMS: Final[dict[str, Callable[[dict[str, Any]], Iterator[Example]]]] = {
    "news": _ours,
    "encyclopedia": _encyclopedia,
    "web-facts": _web,
    "coreference": _coreference,
}
"""Beginning of a file's name to what its lines are."""
