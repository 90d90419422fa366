"""The nouns: what an article is, and what was read from it.

Records are frozen and know no library. Offsets count Unicode code points of the exact article text, half open.
Ids of things are local ("e3") until `kg.resolution` gives them their IRIs; after that every id is an IRI.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Modality = Literal["Actual", "Planned", "Intended", "Possible", "Denied"]
"""How far the source commits itself. Only `Actual` statements also stand as plain triples."""

Derivation = Literal["Explicit", "Implied"]
"""Whether the quoted words say it, or a reader concludes it from them."""

MentionKind = Literal["name", "nominal", "pronoun"]

Datatype = Literal["date", "gYearMonth", "gYear", "edtf", "integer", "decimal", "string"]
"""Local name of the XSD datatype of a value; `edtf` is an ISO 8601-2 string for partial dates."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `[start, end)` of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A news text and what is known of it beforehand. An empty string means: not known."""

    text: str
    identifier: str = ""
    title: str = ""
    date: str = ""
    """Day of publication, YYYY-MM-DD."""
    publisher: str = ""
    url: str = ""

    @property
    def sha256(self) -> str:
        """Hash of the text as UTF-8, 64 hexadecimal digits."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Value:
    """A literal: its lexical form and datatype."""

    lexical: str
    datatype: Datatype


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to an entity by name, description or pronoun."""

    span: Span
    entity: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class DateMention:
    """A span that says a date: "1978", or "on Friday" where that is known to be a day."""

    span: Span
    value: Value


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world, or a node with parts (event, tenure, figure)."""

    id: str
    type: str
    """Most specific class of the ontology, local name: "Ministry"."""
    label: str
    aliases: tuple[str, ...] = ()
    """Other names in the article, sorted, without the label."""
    same_as: tuple[str, ...] = ()
    """IRIs of the same thing elsewhere, from a table (owl:sameAs)."""
    exact_match: tuple[str, ...] = ()
    """IRIs of authority records (skos:exactMatch)."""
    evidence: tuple[Span, ...] = ()
    """What the text says of it; required for events, tenures, figures, cooperations."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article supports: a triple's worth of meaning with its evidence."""

    subject: str
    property: str
    """Local name of the ontology's most specific property: "approvedBy"."""
    object: str | Value
    evidence: tuple[Span, ...]
    """In text order, at least one."""
    modality: Modality = "Actual"
    derivation: Derivation = "Explicit"
    asserted_by: str = ""
    """Id of the speaker whose claim it is; empty where the publisher speaks for itself."""
    utterance: str = ""
    """Id of the utterance it comes from, if any."""
    confidence: float = 1.0
    """0 to 1: how far the text supports it. Says nothing about truth."""
    rule: str = ""
    """Construction or model that found it."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker is reported to have said at one point of the article."""

    id: str
    direct: bool
    speaker: str
    spans: tuple[Span, ...]
    said_at: str = ""
    """Id of the event it was said at, if known."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one article, in text order."""

    article: Article
    article_id: str
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    utterances: tuple[Utterance, ...]
    publisher: str = ""
    """Id of the entity that published it; empty if not known."""
    dates: tuple[DateMention, ...] = ()
    """Where the text says the dates that statements give, in text order."""

    def quote(self, span: Span) -> str:
        """The words of the span."""
        return self.article.text[span.start : span.end]


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in text order, overlapping ones joined.

    >>> merged([Span(5, 9), Span(0, 3), Span(7, 12)])
    (Span(start=0, end=3), Span(start=5, end=12))
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
