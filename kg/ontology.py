"""What an article may be read into: classes, properties, what ends they take, and how English says them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph

from kg.errors import OntologyError
from kg.resources import resource
from kg.vocab import NG, OWL, RDF, RDFS

_CUE: Final = "https://w3id.org/newsgraph/cue#"


@dataclass(frozen=True, slots=True)
class Property:
    """A property: the classes its subject and object may be of (empty: any), and its super-properties."""

    name: str
    domain: frozenset[str]
    range: frozenset[str]
    supers: frozenset[str]
    symmetric: bool
    literal: bool


@dataclass(frozen=True, slots=True)
class Ontology:
    """Classes, properties and cues by local name."""

    classes: Mapping[str, frozenset[str]]
    """Class to itself and its super-classes."""
    properties: Mapping[str, Property]
    cues: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Kind of cue ("verb") to cue phrase ("work for") to the terms it stands for, sorted."""

    def is_a(self, type_: str, class_: str) -> bool:
        """Whether things of `type_` are of `class_` too."""
        above = self.classes.get(type_)
        return class_ in above if above is not None else class_ == type_

    def fits(self, name: str, subject: str, object_: str) -> bool:
        """Whether a thing of class `subject` may stand in the property to one of class `object_` ("" for a literal)."""
        property_ = self.properties.get(name)
        if property_ is None:
            return False
        right = _inside(self, object_, property_.range) if object_ else property_.literal
        return _inside(self, subject, property_.domain) and right


def _inside(ontology: Ontology, type_: str, allowed: frozenset[str]) -> bool:
    return not allowed or any(ontology.is_a(type_, class_) for class_ in allowed)


def load(*, extra: Path | None = None) -> Ontology:
    """The packaged ontology and cues, with a Turtle file of the user's own beside them.

    Raises
    ------
    OntologyError
        The file is not Turtle, or a cue stands on a term that is no class or property.
    """
    return _load("" if extra is None else str(extra))


@cache
def _load(extra: str) -> Ontology:
    triples = [
        t for name in ("newsgraph.ttl", "cues.ttl") for t in pyoxigraph.parse(resource(name).read_bytes(), pyoxigraph.RdfFormat.TURTLE)
    ]
    if extra:
        try:
            triples += list(pyoxigraph.parse(path=extra, format=pyoxigraph.RdfFormat.TURTLE))
        except (SyntaxError, OSError) as error:
            raise OntologyError(f"{extra}: not a Turtle file that can be read ({error})") from error
    return _ontology(triples)


def _local(term: object) -> str:
    value = str(getattr(term, "value", ""))
    return value.removeprefix(NG) if value.startswith(NG) else value


def _ontology(triples: Iterable[pyoxigraph.Quad | pyoxigraph.Triple]) -> Ontology:
    by: dict[str, list[tuple[object, object]]] = {}
    for t in triples:
        by.setdefault(t.predicate.value, []).append((t.subject, t.object))
    types: dict[str, set[str]] = {}
    for s, o in by.get(RDF + "type", []):
        types.setdefault(_local(s), set()).add(str(getattr(o, "value", "")))
    lists = dict(by.get(RDF + "first", [])), dict(by.get(RDF + "rest", []))
    unions = {s: _items(o, *lists) for s, o in by.get(OWL + "unionOf", [])}
    domain, range_ = (
        {_local(s): frozenset(map(_local, unions.get(o, [o]))) for s, o in by.get(RDFS + end, [])} for end in ("domain", "range")
    )
    up = _closure([(_local(s), _local(o)) for s, o in by.get(RDFS + "subPropertyOf", [])])
    properties = {
        n: Property(
            n,
            domain.get(n, frozenset()),
            range_.get(n, frozenset()),
            frozenset(up.get(n, ())),
            OWL + "SymmetricProperty" in t,
            OWL + "DatatypeProperty" in t,
        )
        for n, t in types.items()
        if t & {OWL + "ObjectProperty", OWL + "DatatypeProperty"}
    }
    names = [n for n, t in types.items() if OWL + "Class" in t]
    above = _closure([(_local(s), _local(o)) for s, o in by.get(RDFS + "subClassOf", [])])
    classes = {n: frozenset({n, *above.get(n, ())}) for n in names}
    return Ontology(classes, properties, _cues(by, set(classes) | set(properties)))


def _items(node: object, first: Mapping[object, object], rest: Mapping[object, object]) -> list[object]:
    items = []
    while node in first:
        items.append(first[node])
        node = rest[node]
    return items


def _closure(pairs: list[tuple[str, str]]) -> dict[str, set[str]]:
    up: dict[str, set[str]] = {}
    for a, b in pairs:
        up.setdefault(a, set()).add(b)
    changed = True
    while changed:
        changed = False
        for supers in up.values():
            more = {c for b in supers for c in up.get(b, ())} - supers
            supers |= more
            changed = changed or bool(more)
    return up


def _cues(by: Mapping[str, list[tuple[object, object]]], terms: set[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    cues: dict[str, dict[str, set[str]]] = {}
    for predicate, pairs in by.items():
        if predicate.startswith(_CUE):
            for s, o in pairs:
                if _local(s) not in terms:
                    raise OntologyError(f"a cue stands on {_local(s)!r}, which is no class or property of the ontology")
                cues.setdefault(predicate.removeprefix(_CUE), {}).setdefault(_local(o), set()).add(_local(s))
    return {kind: {phrase: tuple(sorted(names)) for phrase, names in sorted(phrases.items())} for kind, phrases in sorted(cues.items())}
