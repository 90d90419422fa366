"""Articles with what a person found in them: JSON lines in one of three forms.

hand gold    "facts" and "quotes" in the ontology's own terms
benchmark    "relations" in the terms of `relations.json`; "judge" says what the set leaves open
attribution  "attributions": who is the source of which content
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.model import Span

End = str | tuple[str, float | str]
"""One end of a fact: the id of a thing, or a literal as `literal` keys it."""

Triple = tuple[End, str, End]
"""Subject, property or relation, object."""

Relation = tuple[str, str, str]
"""Name of the relation in `relations.json`, subject id, object id."""

PUBLISHER = "publisher"
"""Whose claim a gold fact is where the article speaks for itself."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A span that refers to an entity."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A thing in the article with all its mentions; a node with parts has none."""

    id: str
    type: str
    name: str
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class GoldFact:
    """What the article says; a benchmark's relation has no evidence."""

    triple: Triple
    modality: str = "Actual"
    asserted_by: str = PUBLISHER
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """What somebody says at one place."""

    speaker: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content and, where the text names it, its source."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One line of gold."""

    id: str
    text: str
    entities: tuple[GoldEntity, ...]
    facts: tuple[GoldFact, ...]
    quotes: tuple[GoldQuote, ...]
    relations: tuple[Relation, ...]
    implicit: tuple[Relation, ...]
    """True of the world, not said in the text: neither right nor wrong."""
    attributions: tuple[Attribution, ...]
    judge_names: bool
    """Whether all names are annotated."""
    judge_chains: bool
    """Whether coreference is annotated."""
    judge_all: bool
    """Whether all relations that the set knows are annotated here."""
    judge_relations: tuple[str, ...]
    """If not, those that are."""
    by_hand: bool
    """Whether it is hand gold."""


def literal(value: object) -> tuple[str, float | str]:
    """One key for a literal, whatever its lexical form.

    >>> literal("40") == literal("40.0") == literal(40)
    True
    """
    try:
        return "=", float(str(value).replace(",", ""))
    except ValueError:
        return "=", str(value).strip().lower()


def gold_articles(path: Path) -> tuple[GoldArticle, ...]:
    """The articles of the file, in its order.

    Raises
    ------
    InputError
        The file cannot be read, or a line is not gold.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read {str(path)!r}: {error}. Name a UTF-8 file with one annotated article a line.") from error
    found = [_article(line, f"line {number} of {path.name}") for number, line in enumerate(lines, start=1) if line.strip()]
    twice = [id_ for id_, number in Counter(article.id for article in found).items() if number > 1]
    if twice:
        raise InputError(f"{path.name} has more than one article with the id {twice[0]!r}: give each its own.")
    if not found:
        raise InputError(f"there is no article in {path.name}. Write one JSON object a line.")
    return tuple(found)


def _article(line: str, place: str) -> GoldArticle:
    try:
        return _of_record(_object(json.loads(line)))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        reason = f"there is no {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(f'{place} is not gold: {reason}. Write {{"id": …, "text": …, "entities": […], "facts": […]}}.') from error


def _of_record(record: Mapping[str, object]) -> GoldArticle:
    judge = _object(record.get("judge", {}))
    relations = _records(record, "relations")
    names = judge.get("mentions", True) is True
    return GoldArticle(
        id=str(record["id"]),
        text=_text(record, "text"),
        entities=tuple(_entity(each) for each in _records(record, "entities")),
        facts=tuple(_fact(each) for each in _records(record, "facts")),
        quotes=tuple(GoldQuote(_text(each, "speaker"), _span(each)) for each in _records(record, "quotes")),
        relations=tuple(_relation(each) for each in relations if each.get("kg") and not _text(each, "type").endswith("-x")),
        implicit=tuple(
            _relation(each)
            for each in [*(r for r in relations if _text(r, "type").endswith("-x")), *_records(record, "relations_implicit")]
            if each.get("kg")
        ),
        attributions=tuple(Attribution(_spans(each, "content"), _spans(each, "source")) for each in _records(record, "attributions")),
        judge_names=names,
        judge_chains=judge.get("clusters", names) is True,
        judge_all="relations" not in judge,
        judge_relations=tuple(str(each) for each in _list(judge.get("relations", []))),
        by_hand="facts" in record,
    )


def _entity(record: Mapping[str, object]) -> GoldEntity:
    mentions = [
        (GoldMention(_span(each), str(each.get("kind", "name"))), str(each.get("text", ""))) for each in _records(record, "mentions")
    ]
    id_ = str(record["id"])
    first = mentions[0][1] if mentions else ""
    return GoldEntity(id_, _text(record, "type"), str(record.get("name", "")) or first or id_, tuple(mention for mention, _ in mentions))


def _fact(record: Mapping[str, object]) -> GoldFact:
    object_ = record["o"]
    end: End = literal(_object(object_)["value"]) if isinstance(object_, dict) else _text(record, "o")
    triple = _text(record, "s"), _text(record, "p"), end
    return GoldFact(triple, _text(record, "modality"), _text(record, "asserted_by"), (_span(_object(record["evidence"])),))


def _relation(record: Mapping[str, object]) -> Relation:
    name, subject, object_ = (str(each) for each in _list(record["kg"]))
    return name, subject, object_


def _spans(record: Mapping[str, object], key: str) -> tuple[Span, ...]:
    return tuple(_span(each) for each in _records(record, key))


def _span(record: Mapping[str, object]) -> Span:
    return Span(_whole(record, "start"), _whole(record, "end"))


def _whole(record: Mapping[str, object], key: str) -> int:
    value = record[key]
    if not isinstance(value, int) or value < 0:
        raise TypeError(f"{key!r} is {value!r}, not an offset into the text")
    return value


def _text(record: Mapping[str, object], key: str) -> str:
    value = record[key]
    if not isinstance(value, str):
        raise TypeError(f"{key!r} is {value!r}, not a string")
    return value


def _records(record: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    return [_object(each) for each in _list(record.get(key, []))]


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return value


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is not an object")
    return value
