"""What a title beside a name says: the post that is held, where it is, and the direct property of its cue."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc

from kg.extraction.offices.titles import ABROAD, SPORT, Title, powerless
from kg.extraction.scene import Scene, fact, indexed
from kg.model import Modality, Span, Statement

_NEXT_TO: Final = frozenset({"memberOf", "worksFor"})


@dataclass(frozen=True, slots=True)
class Office:
    """A title in the text with the body or place it belongs to and its holders, as far as they stand beside it."""

    title: Title
    owner: str
    owner_tokens: tuple[int, int]
    holders: tuple[tuple[str, int], ...]
    """(thing, token)."""
    modality: Modality
    rule: str
    party: str = ""
    """Where a party stands in the place of the body."""


def with_holders(scene: Scene, offices: Iterable[Office]) -> Scene:
    """The scene in which 'a spokesman for Acme' of 'a spokesman for Acme, Ada Brook' is nobody but Ada Brook."""
    owner = {s: i for i, t in scene.things.items() if t.type == "Person" and not t.named for s in t.spots if s.kind == "nominal"}
    described = sorted(owner)
    moved: dict[str, str] = {}
    for office in offices:
        at = scene.doc[office.title.head].idx
        last = bisect_right(described, at, key=lambda s: s.start) - 1
        within = last >= 0 and described[last].start <= at < described[last].end
        beside = len(office.holders) == 1 and office.rule in _BESIDE and scene.things[office.holders[0][0]].named
        if within and beside:
            moved[owner[described[last]]] = office.holders[0][0]
    if not moved:
        return scene
    spots = {i: t.spots for i, t in scene.things.items()}
    for gone, holder in moved.items():
        spots[holder] = tuple(sorted((*spots[holder], *spots.pop(gone))))
    return indexed(replace(scene, things={i: replace(scene.things[i], spots=s) for i, s in spots.items()}))


_BESIDE: Final = ("title-after-name", "title-before-name")


def office_facts(scene: Scene, office: Office, id_: str) -> list[Statement]:
    """What the title says of its holders and its owner; `id_` is the position's thing."""
    doc, title = scene.doc, office.title
    near = Span(doc[min(title.start, office.owner_tokens[0])].idx, _end(doc, max(title.end, office.owner_tokens[1]) - 1))
    made = []
    if office.owner:
        place = "positionIn" if scene.is_a(office.owner, "Organization") else "jurisdiction"
        weak = place == "jurisdiction" and powerless(doc, title)
        if not weak and scene.ontology.fits(place, "Position", scene.things[office.owner].type):
            made.append(fact(id_, place, office.owner, near, rule=f"title-{place}"))
    for holder, token in office.holders:
        if holder == office.owner:
            continue
        span = Span(min(near.start, doc[token].idx), max(near.end, _name_end(scene, token)))
        held = "heldPosition" if title.former else "holdsPosition"
        made.append(fact(holder, held, id_, span, rule=office.rule, modality=office.modality))
        made += _shortcut(scene, office, holder, span)
        if office.owner and scene.things[office.owner].type == "Country" and _of_country(doc, title):
            made.append(fact(holder, "citizenOf", office.owner, span, rule="described-citizenOf", derivation="Implied"))
        if office.party and holder != office.party:
            former = "formerMemberOf" if title.former else "memberOf"
            made.append(fact(holder, former, office.party, span, rule="party-before-title", modality=office.modality))
    return made


def _of_country(doc: Doc, title: Title) -> bool:
    """Whether the country before the title is the holder's own: 'the Norwegian poet', not 'the Norway expert' or 'the Norway coach'."""
    return powerless(doc, title) and {doc[title.head].lower_, doc[title.head].lemma_}.isdisjoint(SPORT | ABROAD)


def _end(doc: Doc, at: int) -> int:
    return doc[at].idx + len(doc[at])


def _name_end(scene: Scene, token: int) -> int:
    for start, (_, stop) in scene.starts.items():
        if start <= token < stop:
            return _end(scene.doc, stop - 1)
    return _end(scene.doc, token)


def _shortcut(scene: Scene, office: Office, holder: str, span: Span) -> list[Statement]:
    """The direct property that the title says: 'chief executive' gives chiefExecutiveOf."""
    if not office.owner:
        return []
    type_ = scene.things[office.owner].type
    name = _property(scene, office, type_)
    if not name:
        return []
    if office.title.former:
        if name == "foundedBy":
            return [fact(office.owner, "foundedBy", holder, span, rule=office.rule)]
        if name in _STATE_ONLY:  # who was its president has not worked for a state
            return []
        former = "formerMemberOf" if name in ("memberOf", "leaderOf", "playsFor") else "formerlyWorkedFor"
        return [fact(holder, former, office.owner, span, rule="title-former", derivation="Implied")]
    if name == "foundedBy":
        return [fact(office.owner, "foundedBy", holder, span, rule=office.rule, modality=office.modality)]
    return [
        fact(
            holder,
            name,
            office.owner,
            span,
            rule=office.rule,
            modality=office.modality,
            derivation="Explicit" if name not in _NEXT_TO else "Implied",
        )
    ]


_STATE_ONLY: Final = {
    "headOfState": ("Country",),
    "headOfGovernment": ("Country", "Region"),
    "ministerOf": ("Country",),
    "mayorOf": ("City", "Region", "Place"),
    "represents": ("Country", "Region"),
    "electedFor": ("Region", "City"),
}


_SECOND: Final = frozenset(
    ["vice", "deputy", "assistant", "associate", "sub", "research", "communications", "marketing", "sales", "press", "legislative"]
)
"""Words of titles whose holders head nothing, or but a department."""
_OF_MANY: Final = {
    "editor": ("MediaOrganization", "Company", "Organization"),
    "commissioner": ("InternationalOrganization",),
}
"""Titles of which a body of the class has several, where more is said of them: 'political editor', 'trade commissioner'."""
_ONE_OF: Final = frozenset({"editor", "director", "executive director", "administrator", "superintendent", "commissioner"})
"""Titles of which a body may have more than one."""
_FIRST: Final = frozenset(["chief", "managing", "executive", "general", "founding"])
_OF_PART: Final = re.compile(r" (?:of|for|on) (?!(?:the )?(?:board|state|government)\b)")
"""In 'director of debate at a university', 'head of research at Acme': such a director does not head the body."""


def _property(scene: Scene, office: Office, type_: str) -> str:
    """The first property of the cue that fits the owner; offices of a state first."""
    state = [p for p in office.title.properties if p in _STATE_ONLY and type_ in _STATE_ONLY[p]]
    words = scene.doc[office.title.start : office.title.end].text.lower()
    said = frozenset(words.replace("-", " ").split())
    second = bool(_SECOND & said or _OF_PART.search(words)) or (
        office.title.role in _OF_MANY and type_ in _OF_MANY[office.title.role] and len(said) > 1 and _FIRST.isdisjoint(said)
    )
    if (
        state and state[0] == "represents" and scene.doc[office.owner_tokens[0] - 1].lower_ == "to"
    ):  # an ambassador to a country is not its own
        return ""
    if state:
        if state[0] in ("headOfState", "headOfGovernment") and second:
            return "represents"
        return state[0]
    body = [
        p
        for p in office.title.properties
        if (p not in _STATE_ONLY and scene.ontology.fits(p, "Person", type_)) or (p == "foundedBy" and p in office.title.properties)
    ]
    if scene.is_a(office.owner, "Place") and not scene.is_a(office.owner, "Organization"):
        body = [p for p in body if p in ("spokespersonOf", "advisorOf", "coachOf")]
    if type_ == "Group" and body and body[0] == "worksFor":  # "a lawyer for the men"
        return ""
    one_of = (
        scene.doc[max(0, office.title.start - 1)].lower_ in ("a", "an", "another") and office.title.role in _ONE_OF
    )  # "an editor at Acme"
    if body and (second or one_of) and body[0] in ("headOf", "chairOf", "leaderOf", "chiefExecutiveOf", "coachOf"):
        return "worksFor"
    return body[0] if body else ""
