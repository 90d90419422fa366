"""How sure a statement is: what its construction was worth on annotated articles, and what the reader model thinks of it.

`kg/training/calibrate.py` fits the weights in `calibration.json`; docs/accuracy.md says how well they hold.
"""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from kg.extraction.scene import Scene
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words
from kg.model import Statement

Margins = Mapping[tuple[str, str, str], float]
"""(subject, property, object) to how far the reader model puts it above its threshold."""

SHORT: Final = 120
"""Tokens."""
CLIP: Final = (-4.0, 4.0)
"""Margins further out tell no more: a construction that the reader has never learned is often right."""
_FILE: Final = Path(__file__).with_name("calibration.json")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against one statement."""

    rule: str
    margin: float | None
    """None where the model was not asked."""
    unnamed: int
    """How many of its ends have no name in the article (positions and acts not counted)."""
    apart: bool = False
    """Whether its ends stand in different sentences."""
    short: bool = False
    """Whether the text is so short that the reader, which learned from whole articles, is too sure of itself."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds: `base` of the kind of rule ("rule" or "reader"), `rules` of the one rule, and slopes."""

    base: Mapping[str, float]
    rules: Mapping[str, float]
    margin: Mapping[str, float]
    unnamed: Mapping[str, float]
    apart: Mapping[str, float]
    short: Mapping[str, float]

    def confidence(self, signs: Signs) -> float:
        """Share of such statements that are right, to three decimals."""
        return round(1 / (1 + math.exp(-sum(value * self._weight(name) for name, value in features(signs)))), 3)

    def _weight(self, name: str) -> float:
        kind, _, rest = name.partition(" ")
        table: Mapping[str, float] = getattr(self, kind)
        return table.get(rest, 0.0)


def features(signs: Signs) -> Iterator[tuple[str, float]]:
    """Name of a weight and what it is multiplied with."""
    kind = "reader" if signs.rule.startswith("reader-") else "rule" if signs.margin is None else "both"
    yield f"base {kind}", 1.0
    yield f"rules {signs.rule}", 1.0
    if signs.margin is not None:
        yield f"margin {kind}", max(CLIP[0], min(CLIP[1], signs.margin))
    if signs.short and kind == "reader":
        yield f"short {kind}", 1.0
    if signs.apart:
        yield f"apart {kind}", 1.0
    if signs.unnamed:
        yield f"unnamed {kind}", float(signs.unnamed)


LEAST: Final = 0.5
"""Statements of less confidence are left out unless somebody asks for them."""
UNNAMED: Final = 0.25
"""How much more is asked of a statement about a thing that the article does not name: a graph of nameless nodes helps nobody."""


@dataclass(frozen=True, slots=True)
class Sure:
    """What is sure enough to be stated."""

    confidence: Callable[[Signs], float]
    least: float = LEAST
    unnamed: float = UNNAMED

    def keeps(self, scene: Scene, statement: Statement) -> bool:
        """Whether the statement is sure enough."""
        return statement.confidence >= self.least + (self.unnamed if unnamed(scene, statement) else 0.0)


@cache  # a constant that is kept in a file
def weights() -> Weights:
    """The fitted weights."""
    return Weights(**json.loads(_FILE.read_text(encoding="utf-8")))


def weighed(scene: Scene, statements: Iterable[Statement], margins: Margins, sure: Sure) -> list[Statement]:
    """The statements with their confidence."""
    return [replace(s, confidence=sure.confidence(_signs(scene, s, margins))) for s in statements]


def _signs(scene: Scene, s: Statement, margins: Margins) -> Signs:
    return Signs(
        s.rule, margins.get((s.subject, s.property, str(s.object))), unnamed(scene, s), len(s.evidence) > 1, len(scene.doc) < SHORT
    )


def unnamed(scene: Scene, s: Statement) -> int:
    """How many ends have mentions but no name, and no description by a name.

    'The official center of Andersen Lab' is such a description; 'the Norwegian parliament' is one for constructions, but the reader
    guesses too much about such bodies.
    """
    tells = _OF_NAME if s.rule.startswith("reader-") else _CAPITAL
    ends = [scene.things[e] for e in (s.subject, s.object) if isinstance(e, str) and e in scene.things]
    return sum(bool(t.spots) and t.type not in _NAMELESS and not any(_tells(scene, spot, tells) for spot in t.spots) for t in ends)


def _tells(scene: Scene, spot: Spot, tells: re.Pattern[str]) -> bool:
    return spot.kind == "name" or (spot.kind == "nominal" and bool(tells.search(scene.article.text[spot.start : spot.end])))


_OF_NAME: Final = re.compile(r" (?:of|at) (?:the )?[A-Z]\w+ [A-Z]\w+")
_CAPITAL: Final = re.compile(r" [A-Z]\w+")
_NAMELESS: Final = words(
    "Position Approval Signing Appointment Establishment Transaction Cooperation Launch Observation LegalAct Programme Project Initiative",
)
"""Classes whose things are described rather than named."""
