"""What a reader may fairly write down beside the gold: it follows from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from kg.evaluation.gold import End, Triple
from kg.ontology import Ontology

_FOLLOWS: Final = """
holdsPosition(x,p) positionIn(p,o) > memberOf(x,o) worksFor(x,o)
holdsPosition(x,p) jurisdiction(p,c) > represents(x,c) citizenOf(x,c)
positionIn(p,o) governmentBodyOf(o,c) > jurisdiction(p,c)
represents(x,c) > citizenOf(x,c)
memberOf(x,o) > worksFor(x,o)
worksFor(x,o) > memberOf(x,o)
memberOf(x,o) governmentBodyOf(o,c) > represents(x,c) citizenOf(x,c)
unitOf(a,b) governmentBodyOf(b,c) > governmentBodyOf(a,c)
locatedIn(x,a) locatedIn(a,b) > locatedIn(x,b)
basedIn(x,a) locatedIn(a,b) > basedIn(x,b)
basedIn(x,a) > operatesIn(x,a)
place(x,a) locatedIn(a,b) > place(x,b)
livesIn(x,a) locatedIn(a,b) > livesIn(x,b)
holder(t,x) position(t,p) > holdsPosition(x,p)
approves(e,w) actor(e,a) > approvedBy(w,a)
approves(e,w) date(e,d) > approvedOn(w,d)
buyer(t,x) target(t,y) > acquires(x,y)
actor(e,x) > participatesIn(x,e)
organizedBy(e,x) > participatesIn(x,e)
party(a,x) party(a,y) > cooperatesWith(x,y)
"""
"""Premises > conclusions, a rule a line."""

_Atom = tuple[str, str, str]
"""Property, variable of the subject, variable of the object."""

_Pairs = Mapping[str, set[tuple[End, End]]]
"""Property to the subjects and objects it holds between."""


def above(ontology: Ontology, name: str) -> frozenset[str]:
    """The property and all that stand above it."""
    property_ = ontology.properties.get(name)
    return frozenset({name}) | (property_.supers if property_ else frozenset())


def consequences(facts: Iterable[Triple], ontology: Ontology) -> set[Triple]:
    """What follows from the facts by the rules and the super-properties, the facts themselves among it."""
    known = {(s, q, o) for s, p, o in facts for q in above(ontology, p)}
    while True:
        pairs: dict[str, set[tuple[End, End]]] = defaultdict(set)
        for s, p, o in known:
            pairs[p].add((s, o))
        new = {(s, q, o) for s, p, o in _concluded(pairs) for q in above(ontology, p)}
        if new <= known:
            return known
        known |= new


def _concluded(pairs: _Pairs) -> set[Triple]:
    """What one application of every rule gives; nothing is concluded of a thing and itself."""
    return {
        (bound[subject], name, bound[object_])
        for premises, conclusions in _RULES
        for bound in _bindings(premises, pairs)
        for name, subject, object_ in conclusions
        if bound[subject] != bound[object_]
    }


def _bindings(premises: Iterable[_Atom], pairs: _Pairs) -> list[dict[str, End]]:
    """The ways to fill the variables so that all premises hold."""
    found: list[dict[str, End]] = [{}]
    for name, subject, object_ in premises:
        found = [
            {**bound, subject: s, object_: o}
            for bound in found
            for s, o in pairs.get(name, ())
            if bound.get(subject, s) == s and bound.get(object_, o) == o
        ]
    return found


def _atom(text: str) -> _Atom:
    """Property and variables of an atom: `party(a,x)`."""
    name, _, ends = text.removesuffix(")").partition("(")
    subject, object_ = ends.split(",")
    return name, subject, object_


_RULES: Final = tuple(
    (tuple(map(_atom, premises.split())), tuple(map(_atom, conclusions.split())))
    for premises, _, conclusions in (line.partition(" > ") for line in _FOLLOWS.split("\n") if line)
)
