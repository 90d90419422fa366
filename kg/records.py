"""An extraction as flat JSON records: one a fact, each whole in itself, for programs that know no RDF."""

import json
from collections.abc import Iterable, Iterator

from kg.model import Extraction, Statement, Value

Record = dict[str, str | int | float | bool]
"""One fact: names and values under plain keys; what is not known is absent."""


def records(extraction: Extraction) -> Iterator[Record]:
    """One record a statement, in text order, with the first words that support it.

    `start` and `end` count code points of the article's text. `asserted` is false for what is planned, intended,
    possible or denied.
    """
    labels = {entity.id: entity.label for entity in extraction.entities}
    types = {entity.id: entity.type for entity in extraction.entities}
    for statement in extraction.statements:
        yield _record(extraction, statement, labels, types)


def dumped(extractions: Iterable[Extraction]) -> bytes:
    """All records of all extractions as one JSON array, sorted by article, a record a line."""
    unique = {extraction.article_id: extraction for extraction in extractions}
    lines = [json.dumps(record, ensure_ascii=False) for name in sorted(unique) for record in records(unique[name])]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode("utf-8", "backslashreplace")


def _record(extraction: Extraction, statement: Statement, labels: dict[str, str], types: dict[str, str]) -> Record:
    span = statement.evidence[0]
    source = statement.asserted_by or extraction.publisher
    fields: Record = {
        "article": extraction.article_id,
        "subject": statement.subject,
        "subject_label": labels.get(statement.subject, ""),
        "subject_type": types.get(statement.subject, ""),
        "property": statement.property,
        **_object(statement.object, labels, types),
        "asserted": statement.modality == "Actual",
        "modality": statement.modality,
        "derivation": statement.derivation,
        "asserted_by": source,
        "asserted_by_label": labels.get(source, ""),
        "confidence": statement.confidence,
        "rule": statement.rule,
        "quote": extraction.quote(span),
        "start": span.start,
        "end": span.end,
    }
    return {key: value for key, value in fields.items() if value != ""}


def _object(found: str | Value, labels: dict[str, str], types: dict[str, str]) -> Record:
    if isinstance(found, Value):
        return {"value": found.lexical, "datatype": found.datatype}
    return {"object": found, "object_label": labels.get(found, ""), "object_type": types.get(found, "")}
