"""From extractions to the one story that a page tells of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from kg.dates import spoken
from kg.model import Entity, Extraction, Span, Statement, Utterance, Value
from kg.view.characters import readable, storable
from kg.view.dates import DATATYPES
from kg.view.looks import PARTS, group, words
from kg.view.story import Claim, Fact, Place, Speech, Story, Thing
from kg.vocab import EDTF, NG, XSD


def story(extractions: Sequence[Extraction], *, labels: Mapping[str, str], identifiers: Sequence[Sequence[str]] = ()) -> Story:
    """One story of all extractions; things with the same IRI are one thing.

    `labels` gives English words for terms of the ontology; a term that is missing is read from its name. `identifiers` gives the IRIs of
    each extraction's statements in their order; without them a statement is named by its triple alone.
    """
    things = _things(extractions, labels)
    by_iri = {thing.iri: thing for thing in things}
    return Story(
        tuple(extraction.article for extraction in extractions),
        tuple(extraction.sentences for extraction in extractions),
        things,
        _facts(extractions, by_iri, labels, identifiers),
        tuple(
            _speech(f"u{index}-{number}", utterance, (extraction, index), by_iri)
            for index, extraction in enumerate(extractions)
            for number, utterance in enumerate(extraction.utterances)
        ),
    )


def fragment(statement: Statement) -> str:
    """Fragment of a statement's IRI: a hash of its triple in N-Triples.

    >>> fragment(Statement("x:s", "worksFor", "x:o", (Span(0, 1),)))
    'st_2576d286ee'
    """
    subject, property_ = f"<{statement.subject}>", f"<{NG}{statement.property}>"
    triple = f"{subject} {property_} {_term(statement.object)}"
    return "st_" + sha256(triple.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _term(term: str | Value) -> str:
    if isinstance(term, str):
        return f"<{term}>"
    escaped = term.lexical.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    datatype = EDTF if term.datatype == "edtf" else XSD + term.datatype
    return f'"{escaped}"' if term.datatype == "string" else f'"{escaped}"^^<{datatype}>'


def _things(extractions: Sequence[Extraction], labels: Mapping[str, str]) -> tuple[Thing, ...]:
    entities: dict[str, list[Entity]] = {}
    mentions: dict[str, list[tuple[Place, bool]]] = {}
    for index, extraction in enumerate(extractions):
        for entity in extraction.entities:
            entities.setdefault(entity.id, []).append(entity)
        for mention in extraction.mentions:
            mentions.setdefault(mention.entity, []).append((Place(index, (mention.span,)), mention.kind != "pronoun"))
    return tuple(_thing(f"n{number}", same, mentions.get(iri, []), labels) for number, (iri, same) in enumerate(entities.items()))


def _thing(key: str, same: Sequence[Entity], mentions: Sequence[tuple[Place, bool]], labels: Mapping[str, str]) -> Thing:
    first = same[0]
    label = readable(first.label) or readable(first.id.rpartition("/")[2]) or "(no name)"
    names = {readable(name) for entity in same for name in (entity.label, *entity.aliases)} - {label, ""}
    links = {link for entity in same for link in (*entity.same_as, *entity.exact_match) if re.match(r"https?://[^\s<>\"]+$", link)}
    return Thing(
        key,
        first.id,
        label,
        first.type,
        labels.get(first.type) or readable(words(first.type)),
        group(first.type, first.id),
        tuple(sorted(names)),
        tuple(sorted(links)),
        tuple(place for place, _ in mentions),
        any(named for _, named in mentions),
    )


def _facts(
    extractions: Sequence[Extraction], things: Mapping[str, Thing], labels: Mapping[str, str], identifiers: Sequence[Sequence[str]]
) -> tuple[Fact, ...]:
    claims: dict[tuple[str, str, str | Value], list[Claim]] = {}
    taken: set[str] = set()
    for index, extraction in enumerate(extractions):
        names = identifiers[index] if identifiers else [""] * len(extraction.statements)
        for statement, name in zip(extraction.statements, names, strict=True):
            if statement.subject in things and (isinstance(statement.object, Value) or statement.object in things):
                key = _free(_written(name) or fragment(statement), taken)
                triple = (statement.subject, statement.property, statement.object)
                claims.setdefault(triple, []).append(_claim(key, statement, extraction, Place(index, statement.evidence), things))
    facts = [_fact(triple, same, things, labels) for triple, same in claims.items()]
    parts = {thing.key for thing in things.values() if thing.kind in PARTS}
    return tuple(sorted(facts, key=lambda fact: fact.subject in parts))


def _written(iri: str) -> str:
    """Fragment of a statement node's IRI; empty where another node, a figure or a tenure, holds the statement."""
    found = re.search(r"#(st_[0-9a-z-]+)$", iri)
    return found[1] if found else ""


def _free(key: str, taken: set[str]) -> str:
    number = next(number for number in range(1, len(taken) + 2) if (key if number == 1 else f"{key}-{number}") not in taken)
    free = key if number == 1 else f"{key}-{number}"
    taken.add(free)
    return free


def _claim(key: str, statement: Statement, extraction: Extraction, place: Place, things: Mapping[str, Thing]) -> Claim:
    speaker = things.get(statement.asserted_by)
    publisher = things.get(extraction.publisher)
    name = publisher.label if publisher else readable(extraction.article.publisher) or "the article"
    return Claim(
        key,
        place,
        quoted(extraction, statement.evidence),
        speaker.key if speaker else "",
        speaker.label if speaker else name,
        statement.modality,
        statement.derivation,
        statement.confidence,
        statement.rule,
    )


def _fact(triple: tuple[str, str, str | Value], claims: Iterable[Claim], things: Mapping[str, Thing], labels: Mapping[str, str]) -> Fact:
    subject, property_, object_ = triple
    text = labels.get(property_) or readable(words(property_))
    if isinstance(object_, Value):
        value = spoken(object_.lexical) if object_.datatype in DATATYPES else readable(object_.lexical)
        return Fact(things[subject].key, property_, text, "", value, object_, tuple(claims))
    return Fact(things[subject].key, property_, text, things[object_].key, things[object_].label, None, tuple(claims))


def _speech(key: str, utterance: Utterance, source: tuple[Extraction, int], things: Mapping[str, Thing]) -> Speech:
    extraction, index = source
    speaker = things.get(utterance.speaker)
    return Speech(
        key,
        Place(index, utterance.spans),
        quoted(extraction, utterance.spans),
        speaker.key if speaker else "",
        speaker.label if speaker else "somebody not named",
        utterance.direct,
    )


def quoted(extraction: Extraction, spans: Iterable[Span]) -> str:
    """The words of the spans, with an ellipsis between them."""
    return " … ".join(storable(extraction.quote(span)) for span in spans)
