"""How sure a statement is: what its construction was worth on annotated articles, and what the reader model thinks of it.

`kg/training/calibrate.py` fits the weights in `calibration.json`; docs/accuracy.md says how well they hold.
"""

import json
import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

from kg.extraction.figures.worth import tells_nothing
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
NO_RIVAL: Final = -2.0
"""What stands for the margin of a rival where there is none."""
MET: Final = 16
"""Mentions of an end in the evidence that are looked at."""
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
    """Whether the text is but a few sentences: the reader, which learned from whole articles, is too sure of itself there."""
    kinds: str = ""
    """How the evidence mentions its two ends ("name pronoun"); empty where one is no mentioned thing."""
    rivals: tuple[float, float] = (NO_RIVAL, NO_RIVAL)
    """Best margin of the same property to another object, and of another property to the same object."""
    told: bool = False
    """Of a guess: whether constructions say something else of the same two, or of the office that the one holds at the other."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds by kind of sign: `base` of the kind of rule ("rule", "reader", "both"), `rules` of the one rule, and slopes."""

    tables: Mapping[str, Mapping[str, float]]

    def confidence(self, signs: Signs) -> float:
        """Share of such statements that are right, to three decimals."""
        return round(1 / (1 + math.exp(-sum(value * self._weight(name) for name, value in features(signs)))), 3)

    def _weight(self, name: str) -> float:
        kind, _, rest = name.partition(" ")
        return self.tables.get(kind, {}).get(rest, 0.0)


def features(signs: Signs) -> Iterator[tuple[str, float]]:
    """Name of a weight and what it is multiplied with; short texts have weights of their own beside those of all texts."""
    for name, value in _features(signs):
        yield name, value
        if signs.short:
            yield f"short {name}", value


def _features(signs: Signs) -> Iterator[tuple[str, float]]:
    kind = "reader" if signs.rule.startswith("reader-") else "rule" if signs.margin is None else "both"
    yield f"base {kind}", 1.0
    yield f"rules {signs.rule}", 1.0
    for what, rival in zip(("object", "property"), signs.rivals, strict=True):
        yield f"rival {kind} {what}", min(CLIP[1], max(NO_RIVAL, rival)) - NO_RIVAL
    if signs.kinds:
        yield f"kinds {kind} {signs.kinds}", 1.0
    if signs.margin is not None:
        yield f"margin {kind}", max(CLIP[0], min(CLIP[1], signs.margin))
    if signs.apart:
        yield f"apart {kind}", 1.0
    if signs.told:
        yield f"told {kind}", 1.0
        yield f"told {signs.rule}", 1.0
    if signs.unnamed:
        yield f"unnamed {kind}", float(signs.unnamed)
        yield f"nameless {signs.rule}", 1.0


LEAST: Final = 0.4
"""Statements of less confidence are left out unless somebody asks for them; of the rest three in four are right in news of all subjects."""
UNNAMED: Final = 0.2
"""How much more is asked of a statement about a thing that the article does not name: a graph of nameless nodes helps nobody."""
FIGURE: Final = 0.1
"""How much more is asked of what a figure is of and when it held: a figure with a wrong owner is worse than one without."""
_OF_FIGURE: Final = ("figure-observedOf", "figure-of-measured", "figure-of-subject", "figure-asOf")


@dataclass(frozen=True, slots=True)
class Sure:
    """What is sure enough to be stated."""

    confidence: Callable[[Signs], float]
    least: float = LEAST
    unnamed: float = UNNAMED

    def keeps(self, scene: Scene, statement: Statement) -> bool:
        """Whether the statement is sure enough."""
        figure = FIGURE if statement.rule in _OF_FIGURE else 0.0
        of_something = statement.rule.startswith("figure-") and not tells_nothing(scene.things[statement.subject].label)
        nameless = not of_something and unnamed(scene, statement)
        return statement.confidence >= self.least + figure + (self.unnamed if nameless else 0.0)


@cache  # a constant that is kept in a file
def weights() -> Weights:
    """The fitted weights."""
    return Weights(json.loads(_FILE.read_text(encoding="utf-8")))


def weighed(scene: Scene, statements: Iterable[Statement], margins: Margins, sure: Sure) -> list[Statement]:
    """The statements with their confidence."""
    statements = list(statements)
    told = _told(statements)
    groups: dict[tuple[str, str, str], list[tuple[float, str]]] = {}
    for (subject, name, object_), margin in margins.items():
        groups.setdefault((subject, "object of", name), []).append((margin, object_))
        groups.setdefault((subject, "property to", object_), []).append((margin, name))

    def signs(s: Statement) -> Signs:
        object_ = str(s.object)
        return Signs(
            s.rule,
            margins.get((s.subject, s.property, object_)),
            unnamed(scene, s),
            len(s.evidence) > 1,
            len(scene.doc) < SHORT,
            _kinds(scene, s),
            (
                _rival(groups.get((s.subject, "object of", s.property), ()), object_),
                _rival(groups.get((s.subject, "property to", object_), ()), s.property),
            ),
            s.rule.startswith("reader-") and not told.get((s.subject, object_), set()) <= {s.property},
        )

    return [replace(s, confidence=sure.confidence(signs(s))) for s in statements]


def _told(statements: Iterable[Statement]) -> dict[tuple[str, str], set[str]]:
    """What constructions say of two things, by the two; of who holds an office, what they say of whose it is."""
    made = [s for s in statements if not s.rule.startswith("reader-")]
    found: dict[tuple[str, str], set[str]] = {}
    owners: dict[str, set[str]] = {}
    for s in made:
        found.setdefault((s.subject, str(s.object)), set()).add(s.property)
        if s.property in ("positionIn", "jurisdiction"):
            owners.setdefault(s.subject, set()).add(str(s.object))
    for s in made:
        if s.property in ("holdsPosition", "heldPosition"):
            for owner in owners.get(str(s.object), ()):
                found.setdefault((s.subject, owner), set()).add(s.property)
    return found


def _kinds(scene: Scene, s: Statement) -> str:
    """The kinds of those mentions of the two ends that stand nearest to each other in the evidence; empty where an end has none."""
    ends = [scene.things[e].spots if isinstance(e, str) and e in scene.things else () for e in (s.subject, s.object)]
    if not all(ends):
        return ""
    begin, end = min(e.start for e in s.evidence), max(e.end for e in s.evidence)
    near = [spots[_first(spots, begin) : _first(spots, end)] for spots in ends]
    within = [[m for m in spots if any(e.start <= m.start and m.end <= e.end for e in s.evidence)] for spots in near]
    said = [inside or spots for inside, spots in zip(within, ends, strict=True)]
    met = min(product(*(spots[:MET] for spots in said)), key=lambda pair: max(m.start for m in pair) - min(m.end for m in pair))
    return " ".join(m.kind for m in met)


def _first(spots: Sequence[Spot], at: int) -> int:
    """How many of the spots, which are in text order, begin before the code point."""
    return bisect_left(spots, at, key=lambda s: s.start)


def _rival(group: Iterable[tuple[float, str]], own: str) -> float:
    return max((margin for margin, other in group if other != own), default=NO_RIVAL)


def unnamed(scene: Scene, s: Statement) -> int:
    """How many ends have mentions but no name, and no description by a name.

    'The official center of Andersen Lab' is such a description; 'the Norwegian parliament' is one for constructions, but the reader
    guesses too much about such bodies. Somebody whom the text does not name at all counts as named.
    """
    tells = _OF_NAME if s.rule.startswith("reader-") else _CAPITAL
    ends = [scene.things[e] for e in (s.subject, s.object) if isinstance(e, str) and e in scene.things]
    described = [t for t in ends if t.spots and not t.stranger and t.type not in _NAMELESS]
    return sum(not any(_tells(scene, spot, tells) for spot in t.spots) for t in described)


def _tells(scene: Scene, spot: Spot, tells: re.Pattern[str]) -> bool:
    if spot.kind != "nominal":
        return spot.kind == "name"
    text = scene.article.text
    more = _GOES_ON.match(text, spot.end)
    return bool(tells.search(text[spot.start : more.end() if more else spot.end]))


_GOES_ON: Final = re.compile(r" (?:of|at) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*")
_OF_NAME: Final = re.compile(r" (?:of|at) (?:the )?[A-Z]\w+ [A-Z]\w+")
_CAPITAL: Final = re.compile(r" [A-Z]\w+")
_NAMELESS: Final = words(
    "Position Approval Signing Appointment Establishment Transaction Cooperation Launch Observation LegalAct Programme Project Initiative",
)
"""Classes whose things are described rather than named."""
