"""Pieces of annotated articles, so that the reader also learns from what it is given most: a sentence, a paragraph."""

import re
from collections.abc import Iterator
from typing import Any, Final

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_LENGTHS: Final = (1, 2, 1, 3)
"""Sentences of one excerpt, in turn."""


def excerpts(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Records of runs of one to three sentences that together are the article's text.

    A fact whose words stand elsewhere, while both its ends are mentioned in the run, joins the "unsure" ones: the run may imply it or not.
    """
    edges = [0, *(m.end() for m in _SENTENCE_END.finditer(record["text"])), len(record["text"])]
    at = number = 0
    while at < len(edges) - 1:
        stop = min(at + _LENGTHS[number % len(_LENGTHS)], len(edges) - 1)
        if record["text"][edges[at] : edges[stop]].strip():
            yield _cut(record, edges[at], edges[stop], number)
        at, number = stop, number + 1


def _cut(record: dict[str, Any], begin: int, end: int, number: int) -> dict[str, Any]:
    entities = []
    for entity in record["entities"]:
        inside = [m for m in entity["mentions"] if begin <= m["start"] and m["end"] <= end]
        if inside:
            entities.append({**entity, "mentions": [{**m, "start": m["start"] - begin, "end": m["end"] - begin} for m in inside]})
    here = {e["id"] for e in entities}
    facts = [f for f in record["facts"] if f["s"] in here and isinstance(f["o"], str) and f["o"] in here]
    said = [f for f in facts if _within(f.get("evidence"), begin, end)]
    unsure = [f for f in facts if f not in said] + [f for f in record.get("unsure", ()) if f["s"] in here and f["o"] in here]
    return {"id": f"{record['id']}~{number}", "text": record["text"][begin:end], "entities": entities, "facts": said, "unsure": unsure}


def _within(evidence: dict[str, int] | list[dict[str, int]] | None, begin: int, end: int) -> bool:
    spans = evidence if isinstance(evidence, list) else [evidence] if evidence else []
    return any(begin <= s["start"] and s["end"] <= end for s in spans if s)
