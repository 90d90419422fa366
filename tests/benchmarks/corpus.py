"""A corpus of any size, made from the golden triples of our own stories: each copy is about other things in other articles.

Places stay what they are, so that the copies hang together as news does; everything else gets the copy's number into IRI and label.
"""

import re
from collections.abc import Iterator
from typing import Final

from pyoxigraph import Quad, RdfFormat, parse

from kg.vocab import BASE, NG, RDFS
from tests.conftest import ROOT

LEVELS: Final = ("full", "facts", "none")

_MARK: Final = "\ufffe"
"""Where the copy's number goes; no IRI and no text may hold it."""

_SOURCE: Final = re.compile(r"ont#(assertedBy|reportedBy|derivation|confidence|extractedIn|rule|utterance|evidence)$")
_MENTION: Final = re.compile(r"ont#(denotes|mentionType|inSentence|index)$")


def stories(level: str = "full") -> tuple[list[str], int]:
    """The stories as N-Quads with a mark for the copy's number, and how many statements they hold together.

    A figure, a tenure and a cooperation count as one statement each: they are their own.
    """
    found = [list(parse(path.read_bytes(), format=RdfFormat.N_QUADS)) for path in sorted((ROOT / "tests" / "gold").glob("*.nq"))]
    own = {f"{NG}{name}" for name in ("Statement", "Observation", "Tenure", "Cooperation")}
    count = sum(quad.predicate.value.endswith("#type") and quad.object.value in own for story in found for quad in story)
    return ["".join(sorted(map(_marked, reduced(story, level)))) for story in found], count


def copies(templates: list[str], first: int, last: int) -> Iterator[list[Quad]]:
    """The quads of each article of the copies from the first up to the last, which is left out."""
    for number in range(first, last):
        for template in templates:
            yield list(parse(template.replace(_MARK, str(number)).encode(), format=RdfFormat.N_QUADS))


def reduced(story: list[Quad], level: str) -> list[Quad]:
    """What is left of an article's graph at that level of evidence."""
    if level == "full":
        return story
    cited = {quad.object for quad in story if quad.predicate.value == f"{NG}evidence"}
    kept = [quad for quad in story if not _MENTION.search(quad.predicate.value)]
    kept = [quad for quad in kept if not str(quad.object).endswith(("ont#Mention>", "ont#Sentence>"))]
    kept = [quad for quad in kept if "#offset_" not in quad.subject.value or quad.subject in cited]
    if level == "facts":
        return kept
    nodes = {quad.subject for quad in story if str(quad.object) == f"<{NG}Statement>"}
    kept = [quad for quad in kept if quad.subject not in nodes and "#offset_" not in quad.subject.value]
    return [quad for quad in kept if not _SOURCE.search(quad.predicate.value)]


def _marked(quad: Quad) -> str:
    """The line with a mark in every IRI of a thing or an article, and in every label of one."""
    line = re.sub(rf"<{BASE}id/(?!place/)([^>]+)>", rf"<{BASE}id/\1-{_MARK}>", f"{quad} .\n")
    line = re.sub(rf"<{BASE}doc/([^>#]+)", rf"<{BASE}doc/\1-{_MARK}", line)
    labelled = quad.predicate.value == f"{RDFS}label" and "/id/place/" not in quad.subject.value
    return re.sub(r'"@en (?=<\S+> \.\n$)', f' {_MARK}"@en ', line) if labelled else line
