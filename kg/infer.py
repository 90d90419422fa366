"""What follows from the articles by the ontology, in a graph of its own, so that it can be told from what they say and taken out again.

The rules are SPARQL, in `ontologies/rules`; the number a rule's name begins with says when it is applied: those of a number together, until
nothing new comes, then those of the next. Only plain triples infer, and only of what is so: what is planned, intended, possible or denied
has none, or stands on a node that says so. docs/decisions/7-inference.md says why it is done like this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.errors import InputError
from kg.hierarchy import packaged, vocabulary
from kg.resources import resource
from kg.store import ONTOLOGY, Store
from kg.vocab import DERIVED, PROV, RDF, RDFS

_TYPES: Final = "2"
"""The number of the rules that give classes."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """How many triples each rule gave, by name, and from how many articles."""

    triples: Mapping[str, int]
    articles: int


def infer(path: Path) -> Inferred:
    """Puts what follows from the articles of the store in the folder into the graph `DERIVED`, in place of what followed before.

    The graph names the articles' graphs that it was derived from. Doing it twice changes nothing.

    Raises
    ------
    InputError
        There is no such store, or somebody else is writing to it.
    """
    with _there(path) as store:
        store.remove(DERIVED)
        store.replace(ONTOLOGY, vocabulary(ONTOLOGY))  # the store may be older than what is installed
        articles = store.graphs()
        counts = dict.fromkeys(rules(), 0)
        for number, stratum in groupby(rules().items(), key=lambda rule: rule[0][0]):
            step = _typed if number == _TYPES else _closed
            step(store, dict(stratum), counts)
        if any(counts.values()):
            _add(store, _origin(articles))
    return Inferred({name.partition("-")[2]: count for name, count in counts.items()}, len(articles))


def forget(path: Path) -> bool:
    """Takes what was inferred out of the store in the folder, and tells whether there was anything."""
    with _there(path) as store:
        return store.remove(DERIVED)


def rules() -> dict[str, str]:
    """The rules by name, in the order in which they are applied.

    >>> list(rules())[:2]
    ['1-inverse', '1-sub-property']
    """
    found = {entry.name: entry for entry in resource("rules").iterdir() if entry.name.endswith(".rq")}
    return {name.removesuffix(".rq"): found[name].read_text(encoding="utf-8") for name in sorted(found)}


def _closed(store: Store, stratum: Mapping[str, str], counts: dict[str, int]) -> None:
    """Applies the rules in turn until a whole turn gives nothing new."""
    new = True
    while new:
        new = False
        for name, rule in stratum.items():
            triples = store.construct(rule)
            _add(store, triples)
            counts[name] += len(triples)
            new = new or bool(triples)


def _typed(store: Store, stratum: Mapping[str, str], counts: dict[str, int]) -> None:
    """Gives things the classes that their properties name, with care.

    An extractor errs, and a wrong class would spread: a thing gets a class only if it makes exact what the articles say of it (an agent
    that leads a party is a person), and only if its properties agree.
    """
    given = {name: store.construct(rule) for name, rule in stratum.items()}
    classes: dict[str, set[str]] = {}
    for triple in (triple for triples in given.values() for triple in triples):
        classes.setdefault(_iri(triple.subject), set()).add(_iri(triple.object))
    sound = {thing for thing, found in classes.items() if _agree(found) and _narrower(found, _known(store, thing))}
    for name, triples in given.items():
        kept = [triple for triple in triples if _iri(triple.subject) in sound]
        counts[name] += len(kept)
        _add(store, kept)


def _agree(classes: set[str]) -> bool:
    """Whether of any two classes one stands above the other."""
    above = packaged().classes
    return all(one == other or one in above.get(other, ()) or other in above.get(one, ()) for one in classes for other in classes)


def _narrower(classes: set[str], known: set[str]) -> bool:
    """Whether all that is known stands above each class."""
    return all(known <= {*packaged().classes.get(each, ())} for each in classes)


def _known(store: Store, thing: str) -> set[str]:
    """The classes of the ontology that an article gives the thing."""
    types = store.inner.quads_for_pattern(NamedNode(thing), NamedNode(RDF + "type"), None, None)
    return {_iri(quad.object) for quad in types} & {*packaged().classes}


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _add(store: Store, triples: list[Triple]) -> None:
    store.add(Quad(each.subject, each.predicate, each.object, NamedNode(DERIVED)) for each in triples)


def _origin(articles: list[str]) -> list[Triple]:
    """What marks the graph as derived, and names what it was derived from."""
    graph = NamedNode(DERIVED)
    label = Triple(graph, NamedNode(RDFS + "label"), Literal("What follows from the articles", language="en"))
    return [label, *(Triple(graph, NamedNode(PROV + "wasDerivedFrom"), NamedNode(article)) for article in articles)]


def _there(path: Path) -> Store:
    if not path.exists():
        raise InputError(f"{path}: there is no such store; `kg add {path} ARTICLE` makes one.")
    return Store(path)
