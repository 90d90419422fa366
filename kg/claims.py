"""The statements of one article as they are written: equal ones merged, each under its IRI.

A fact is (subject, property, object). Where two people say the same, or one affirms what the other denies, each claim keeps a node
of its own. A figure, tenure or cooperation is its own statement: its parts need no further node, unless they are meant otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.hierarchy import Hierarchy, term
from kg.model import Extraction, Statement, Value
from kg.terms import literal, ng

MODALITIES: Final = ("Actual", "Planned", "Intended", "Possible", "Denied")
_OWN: Final = frozenset(term(name) for name in ("Observation", "Tenure", "Cooperation"))

Fact = tuple[NamedNode, NamedNode, NamedNode | Literal]
"""Subject, predicate, object."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claimant's statements of one fact in one modality."""

    iri: str
    fact: Fact
    statements: tuple[Statement, ...]
    """In text order, at least one."""


def fact(statement: Statement) -> Fact:
    """The triple that the statement is about."""
    object_ = literal(statement.object) if isinstance(statement.object, Value) else NamedNode(statement.object)
    return NamedNode(statement.subject), ng(statement.property), object_


def own_statements(extraction: Extraction, above: Hierarchy) -> dict[str, Statement]:
    """Id of each figure, tenure and cooperation to its first statement, from which it takes source and modality."""
    types = {entity.id: term(entity.type) for entity in extraction.entities}
    own = {id_ for id_, type_ in types.items() if _OWN & {type_, *above.classes.get(type_, ())}}
    first: dict[str, Statement] = {}
    for statement in sorted(extraction.statements, key=_place):
        if statement.subject in own:
            first.setdefault(statement.subject, statement)
    return first


def parts(extraction: Extraction, first: Mapping[str, Statement]) -> list[Statement]:
    """The statements that are parts of a figure, tenure or cooperation and are meant as it is."""
    return [s for s in extraction.statements if s.subject in first and s.modality == first[s.subject].modality]


def claims(extraction: Extraction, first: Mapping[str, Statement]) -> list[Claim]:
    """All other statements, merged, by IRI.

    The IRI hashes the triple alone; where an article has several claims of one fact, all but the first (actual before planned and so
    on, then by claimant) hash modality and claimant too.
    """
    grouped: dict[Fact, dict[tuple[int, str], list[Statement]]] = {}
    for statement in sorted(extraction.statements, key=_place):
        if statement.subject not in first or statement.modality != first[statement.subject].modality:
            voice = MODALITIES.index(statement.modality), claimant(extraction, statement)
            grouped.setdefault(fact(statement), {}).setdefault(voice, []).append(statement)
    return sorted(
        (
            Claim(f"{extraction.article_id}#st_{_digest(triple, () if voice == min(voices) else voice)}", triple, tuple(statements))
            for triple, voices in grouped.items()
            for voice, statements in voices.items()
        ),
        key=lambda claim: claim.iri,
    )


def identifiers(extraction: Extraction, above: Hierarchy) -> tuple[str, ...]:
    """IRI of the node that holds each statement's evidence, in the order of `extraction.statements`."""
    first = own_statements(extraction, above)
    held = {id(statement): claim.iri for claim in claims(extraction, first) for statement in claim.statements}
    return tuple(held.get(id(statement), statement.subject) for statement in extraction.statements)


def publisher(extraction: Extraction) -> str:
    """Id of the agent that published the article, named or not."""
    return extraction.publisher or extraction.article_id + "#publisher"


def claimant(extraction: Extraction, statement: Statement) -> str:
    """Id of the agent whose claim the statement is."""
    return statement.asserted_by or publisher(extraction)


def _digest(triple: Fact, voice: tuple[int, str] | tuple[()]) -> str:
    words = [str(part) for part in triple] + ([MODALITIES[voice[0]], voice[1]] if voice else [])
    return sha256(" ".join(words).encode()).hexdigest()[:10]


def _place(statement: Statement) -> tuple[object, ...]:
    """Text order, made total so that the order of reading does not matter."""
    return (
        statement.evidence,
        statement.subject,
        statement.property,
        str(statement.object),
        MODALITIES.index(statement.modality),
        str(statement),
    )
