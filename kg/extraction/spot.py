"""A mention as it is found, before it is known which entity it refers to."""

from dataclasses import dataclass

from kg.model import MentionKind


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Code points `[start, end)` that refer to something of class `type`."""

    start: int
    end: int
    kind: MentionKind
    type: str
    score: float = 1.0
    """How sure the finder is of span and class, 0 to 1."""
