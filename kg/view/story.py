"""What a page tells: the things, facts and speeches of its articles, with a short key each.

A fact gathers every statement of the same triple, in one article or in many; each of them is a claim with its own words and speaker.
"""

from dataclasses import dataclass
from typing import Final

from kg.model import Article, Derivation, Modality, Span, Value


@dataclass(frozen=True, slots=True)
class Place:
    """Spans in one of the page's articles."""

    article: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity as the page shows it."""

    key: str
    iri: str
    label: str
    kind: str
    """Local name of its class."""
    type: str
    """Its class in English."""
    group: str
    aliases: tuple[str, ...]
    links: tuple[str, ...]
    """Addresses of the same thing elsewhere, http or https only."""
    mentions: tuple[Place, ...]
    named: bool
    """Whether the text names or describes it anywhere."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One article's statement of a fact."""

    key: str
    """Fragment of the statement's IRI, unique in the page: "st_c1…"."""
    place: Place
    words: str
    by: str
    """Key of the thing that says so; empty where the publisher does."""
    speaker: str
    """Name of who says so."""
    modality: Modality
    derivation: Derivation
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple and all claims of it."""

    subject: str
    term: str
    """Local name of the property."""
    words: str
    """The property in English."""
    object: str
    """Key of a thing; empty where the object is a value."""
    value: str
    """What stands at the object's end, as people read it."""
    literal: Value | None
    claims: tuple[Claim, ...]

    @property
    def key(self) -> str:
        """Key of its first claim."""
        return self.claims[0].key

    @property
    def modality(self) -> Modality:
        """The firmest modality that anyone gives it."""
        return min((claim.modality for claim in self.claims), key=_FIRMEST.index)

    @property
    def derivation(self) -> Derivation:
        """Explicit where any claim says it in so many words."""
        return min(claim.derivation for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Speech:
    """An utterance as the page shows it."""

    key: str
    place: Place
    words: str
    speaker: str
    """Key of the speaker, or empty."""
    name: str
    direct: bool


@dataclass(frozen=True, slots=True)
class Story:
    """All that one page tells, in text order."""

    articles: tuple[Article, ...]
    sentences: tuple[tuple[Span, ...], ...]
    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    speeches: tuple[Speech, ...]

    @property
    def thing(self) -> dict[str, Thing]:
        """Things by key."""
        return {thing.key: thing for thing in self.things}


_FIRMEST: Final = ("Actual", "Planned", "Intended", "Possible", "Denied")
