"""How things look: the group a class belongs to, and that group's name, shape and colours.

Colours follow Okabe and Ito's palette, darkened or lightened until they stand 4.5:1 against the page; shape says the same again.
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Group:
    """Classes that are drawn alike, in the order of the chips."""

    name: str
    title: str
    shape: str
    """One of vis-network's shapes that put the label below."""
    sign: str
    """The shape as a character, for chips and lists."""
    light: str
    """Colour on the light page."""
    dark: str
    """Colour on the dark page."""
    family: str = ""
    """Part of the IRI that a thing of an unknown class is recognised by."""


GROUPS: Final = (
    Group("person", "People", "dot", "●", "#0072b2", "#56b4e9", "person"),
    Group("organisation", "Organisations", "square", "■", "#9a5b00", "#e69f00", "org"),
    Group("place", "Places", "triangle", "▲", "#007a5a", "#2fc59a", "place"),
    Group("position", "Positions", "triangleDown", "▼", "#4f5b66", "#b8c2cc"),
    Group("work", "Documents", "diamond", "◆", "#9c3d78", "#e39bc6", "work"),
    Group("event", "Events", "star", "★", "#a84300", "#ff9a57", "event"),
    Group("programme", "Programmes", "hexagon", "⬢", "#5b6400", "#e3d94a"),
    Group("thing", "Others", "dot", "○", "#5d4aa0", "#b9a8f5", "thing"),
    Group("topic", "Topics", "dot", "•", "#666666", "#a3a3a3", "topic"),
)

_TYPES: Final = {
    "person": "Person",
    "organisation": "Agent Organization Group GovernmentBody Ministry Legislature Court StateAgency Company MediaOrganization "
    "PoliticalParty InternationalOrganization EducationOrResearchBody Centre",
    "place": "Place Country Region City Facility",
    "position": "Position",
    "work": "Work Article PolicyDocument LegalAct Agreement Award",
    "event": "Event Gathering Approval Signing Appointment Establishment Transaction Election Incident Launch",
    "programme": "Initiative Programme Project Cooperation",
    "thing": "Product Tenure Observation",
    "topic": "Topic",
}
_GROUP_OF: Final = {type_: name for name, types in _TYPES.items() for type_ in types.split()}

BY_NAME: Final = {group.name: group for group in GROUPS}

PARTS: Final = frozenset({"Tenure", "Observation", "Article"})
"""Classes that are never drawn: their facts stand in the lists, after all others."""

PLANS: Final = frozenset({"Planned", "Intended", "Possible"})
"""Modalities drawn with dashes: not, or not yet, so."""

_LINES: Final = ((2, 20), (3, 20), (3, 24))
"""How many lines of how many letters a label may have in the picture, the best first."""

_WORDS: Final = {
    "asOf": "as of",
    "date": "takes place on",
    "place": "takes place in",
    "position": "is a tenure of",
    "holder": "is held by",
    "party": "has as party",
    "actor": "is done by",
    "value": "is",
    "unit": "counts",
    "measure": "measures",
}


def group(type_: str, iri: str) -> str:
    """Name of the group of a class; a class we do not know goes by the family in the thing's IRI.

    >>> group("Ministry", ""), group("Spacecraft", "https://example.org/id/org/x"), group("Spacecraft", "x:y")
    ('organisation', 'organisation', 'thing')
    """
    if type_ in _GROUP_OF:
        return _GROUP_OF[type_]
    for candidate in GROUPS:
        if candidate.family and f"/id/{candidate.family}/" in iri:
            return candidate.name
    return "thing"


def words(name: str) -> str:
    """A term's local name as English words.

    >>> words("approvedBy"), words("MediaOrganization"), words("asOf")
    ('approved by', 'media organization', 'as of')
    """
    return _WORDS.get(name) or re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name).lower()


def wrapped(label: str) -> str:
    """The label on two lines if it fits, else on three; what does not fit is replaced by an ellipsis.

    >>> wrapped("Ministry of Digital Development and Transport").split(chr(10))
    ['Ministry of Digital', 'Development and', 'Transport']
    """
    for most, width in _LINES:
        lines = _lines(label, width)
        if len(lines) <= most and all(len(line) <= width for line in lines):
            return "\n".join(lines)
    shown = lines[:most]
    if len(lines) > most:
        shown[-1] = " ".join(lines[most - 1 :])
    return "\n".join(line if len(line) <= width else line[: width - 1].rstrip() + "…" for line in shown)


def _lines(label: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
