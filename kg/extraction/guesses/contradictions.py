"""What the constructions told of somebody, and which guesses of the reader model it contradicts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.scene import Scene
from kg.extraction.wordlist import words
from kg.model import Statement


@dataclass(frozen=True, slots=True)
class Told:
    """What the constructions say of who is, was and belongs where."""

    left: frozenset[str]
    """Who held an office and holds none."""
    gone: frozenset[tuple[str, str]]
    """(person, former employer)."""
    sold: frozenset[tuple[str, str]]
    """(who had it, what)."""
    births: tuple[Statement, ...]
    """Who was born where."""
    seats: tuple[Statement, ...]
    """Bodies with the place that stands before their name: 'Norland's Acme'."""
    works: frozenset[tuple[str, str]]
    """(person, employer)."""
    pupils: frozenset[tuple[str, str]]
    """(person, school)."""
    members: frozenset[tuple[str, str]]
    """(person, party)."""
    employed: frozenset[tuple[str, str]]
    """(person, body) of which no more is said than that the one works for the other."""
    stands: frozenset[tuple[str, str, str]]
    """(who, supports or opposes, what) and (what, basedIn or locatedIn, where)."""
    roles: frozenset[tuple[str, str, str]]
    """(deed, actor or target, who)."""
    jurisdictions: Mapping[str, str]
    """Office to its country, region or city."""
    titles: Mapping[str, Sequence[str]]
    rules: Mapping[str, set[str]]
    """Person to the countries of which the words around it make that person head or minister."""
    holders: Mapping[str, set[str]]
    """Office to the persons who hold it by the words around it."""


def told_of(scene: Scene, told: Sequence[Statement]) -> Told:
    """What the statements of the constructions say that guesses are held against."""
    titles: dict[str, list[str]] = {}
    for s in told:
        if s.property in ("holdsPosition", "heldPosition"):
            titles.setdefault(s.subject, []).append(scene.things[str(s.object)].label)
    led = {(s.subject, str(s.object)) for s in told if s.property in HEADS}
    heirs = {(s.subject, str(s.object)) for s in told if s.property == "succeeds" and s.modality == "Actual"}
    heads = {(s.subject, str(s.object)) for s in told if s.property in HEADS | _OF_STATE and s.modality == "Actual"}
    gone = {(s.subject, str(s.object)) for s in told if s.property in ("formerlyWorkedFor", "formerMemberOf")}
    return Told(
        frozenset({s.subject for s in told if s.property == "heldPosition"} - {s.subject for s in told if s.property == "holdsPosition"}),
        frozenset(gone | {(old, body) for heir, old in heirs for head, body in heads if head == heir}),
        frozenset((str(s.object), s.subject) for s in told if s.property == "formerlyOwnedBy"),
        tuple(s for s in told if s.property == "bornIn"),
        tuple(s for s in told if s.rule == "place-before-body-basedIn"),
        frozenset((s.subject, str(s.object)) for s in told if s.rule.startswith("verb-") and s.property in ("worksFor", "memberOf")) | led,
        frozenset((s.subject, str(s.object)) for s in told if s.property == "educatedAt"),
        frozenset((s.subject, str(s.object)) for s in told if s.property == "memberOf" and is_party(scene, s)),
        frozenset((s.subject, str(s.object)) for s in told if s.property == "worksFor" and s.rule.startswith("title-")) - led,
        frozenset((s.subject, s.property, str(s.object)) for s in told if s.property in _AGAINST),
        frozenset((s.subject, s.property, str(s.object)) for s in told if s.property in ("actor", "target")),
        {s.subject: str(s.object) for s in told if s.property == "jurisdiction"},
        titles,
        _gathered(pair for pair in heads if scene.is_a(pair[1], "Country")),
        _gathered((office, who) for who, office in _holding(told) if scene.is_a(who, "Person") and scene.things[who].named),
    )


def _holding(told: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    return ((s.subject, str(s.object)) for s in told if s.property == "holdsPosition")


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """All that stands second beside each that stands first."""
    found: dict[str, set[str]] = {}
    for first, second in pairs:
        found.setdefault(first, set()).add(second)
    return found


def contradicted(s: Statement, known: Told) -> bool:
    """Whether the constructions told otherwise."""
    ends = (s.subject, str(s.object))
    match s.property:
        case "basedIn" | "headquarteredIn" if any(_of_other(b, s) for b in known.seats):
            return True
        case "supports" | "opposes" | "basedIn" | "locatedIn":
            return (s.subject, _AGAINST[s.property], ends[1]) in known.stands
        case "committed" | "actor" | "target":  # the murdered one did not do it
            deed, other = ends[::-1] if s.property == "committed" else ends
            return (deed, "actor" if s.property == "target" else "target", other) in known.roles
        case "killed":  # who was shot by the other did not kill him
            return any((deed, "actor", ends[1]) in known.roles for deed, role, who in known.roles if (role, who) == ("target", ends[0]))
        case "acquires" | "ownedBy":  # who sold it
            return (ends if s.property == "acquires" else ends[::-1]) in known.sold
        case "bornIn":  # "Ada, daughter of Leo, was born in Oslo"
            return any(b.object == s.object and b.subject != s.subject and _near(b, s) for b in known.births)
        case "educatedAt":
            return ends in known.works
        case "worksFor":
            return ends in known.members | known.gone | known.pupils
        case "formerlyWorkedFor" | "formerMemberOf":
            return ends in known.works | known.pupils
        case "headOf" | "leaderOf" | "chairOf" | "chiefExecutiveOf":
            return ends in known.employed | known.gone
        case "holdsPosition":  # "the minister Ada Byron and the president of Acme, Leo Mill"
            return s.subject not in known.holders.get(ends[1], {s.subject})
        case "headOfState" | "headOfGovernment" | "ministerOf" if ends[1] not in known.rules.get(s.subject, {ends[1]}):
            return True
        case "jurisdiction":
            return known.jurisdictions.get(s.subject, ends[1]) != ends[1]
    return (s.property in _OF_STATE and (s.subject in known.left or ends in known.gone)) or (s.property in _WITHIN and ends in known.gone)


def _of_other(told: Statement, guess: Statement) -> bool:
    """Whether the place of the guess is but what stands before another's name: 'Bolt, which is owned by Norland's Acme'."""
    before = told.evidence[0].start < guess.evidence[-1].end < told.evidence[0].end
    return told.object == guess.object and told.subject != guess.subject and before


def _near(a: Statement, b: Statement) -> bool:
    """Whether the evidence of the two overlaps."""
    return any(x.start < y.end and y.start < x.end for x in a.evidence for y in b.evidence)


def is_party(scene: Scene, s: Statement) -> bool:
    """Whether the object is a party."""
    return scene.things[str(s.object)].type == "PoliticalParty"


_OF_STATE: Final = words("headOfState headOfGovernment ministerOf mayorOf represents")
"""What the reader does not say of those of whom a construction says that they held an office."""
_WITHIN: Final = words("memberOf coachOf playsFor spokespersonOf")
"""What, beside worksFor, is no longer so of somebody's former employer."""
_AGAINST: Final = {"supports": "opposes", "opposes": "supports", "basedIn": "locatedIn", "locatedIn": "basedIn"}
"""What is seldom so beside the other: of a thing and a place the articles tell one of the two."""
HEADS: Final = words("headOf leaderOf chairOf chiefExecutiveOf")
