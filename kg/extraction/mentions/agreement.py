"""Whether a description or a pronoun can mean what an earlier mention does: person or thing, he or she, of which country, which force."""

import re
from collections.abc import Sequence
from typing import Final

from kg.extraction.gazetteer import key
from kg.extraction.mentions.appellations import kind_of
from kg.extraction.mentions.nations import capital_of, nations
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words
from kg.ontology import Ontology

MALE: Final = frozenset({"he", "him", "his", "himself"})
FEMALE: Final = frozenset({"she", "her", "hers", "herself"})
NEUTER: Final = frozenset({"it", "its", "itself"})
FIRST: Final = words("i me my mine myself we us our ours you your")
PLURAL: Final = words("we us our ours ourselves")
"""Nobody alone."""


def gender(word: str) -> str:
    """'he' or 'she' of a pronoun of either; empty for other words."""
    return "he" if word.lower() in MALE else "she" if word.lower() in FEMALE else ""


def lands_of(spot: Spot, text: str, ontology: Ontology) -> set[str]:
    """Codes of the countries that the words tell of; the name of a place tells of none ('British Columbia')."""
    if spot.kind == "pronoun" or spot.type == "Position" or (spot.kind == "name" and kind_of(spot.type, ontology) == "Place"):
        return set()
    return {t.code for t in nations(text[spot.start : spot.end])}


def no_capitals(j: int, spots: Sequence[Spot], text: str) -> set[int]:
    """The names before that are not the city that 'the Norwegian capital' is."""
    city = capital_of(text[spots[j].start : spots[j].end]) if spots[j].kind == "nominal" else ""
    return {i for i in range(j) if spots[i].kind == "name" and key(text[spots[i].start : spots[i].end]) != city} if city else set()


def agrees(earlier: Spot, later: Spot, word: str, text: str, ontology: Ontology) -> bool:
    """Whether the later spot, whose `word` is in small letters, can mean what the earlier one means."""
    if earlier.type == "Position":
        return False
    a, b = kind_of(earlier.type, ontology), kind_of(later.type, ontology)
    other = text[earlier.start : earlier.end].lower()
    if later.kind == "pronoun":
        if word in MALE | FEMALE:
            return a == "Person" and not (other in (MALE if word in FEMALE else FEMALE) or other in NEUTER)
        if word in NEUTER:
            return a != "Person" and other not in MALE | FEMALE | FIRST
        return word not in PLURAL or a != "Person" or other in PLURAL
    force = _FORCE.fullmatch(word) if later.kind == "nominal" and earlier.kind == "name" else None
    if force and not re.search(_FORCES[force[1]], other):  # "the army" is no agency
        return False
    noun, thing = other.split()[-1:], word.split()[-1:]
    if (
        later.kind == earlier.kind == "nominal"
        and noun[0] in _FORCES
        and thing[0] not in (*noun, "force", "forces", "service", "authorities")
    ):
        return False  # "the port authority" is not the police
    if later.kind == "nominal" and (
        _NEXT.match(word) or (b == "Event" and _ANY.match(word) and _BACK.search(text, max(0, later.start - _FAR), later.start))
    ):
        return False
    if later.kind == "nominal" and (word.startswith("one in ") or (earlier.kind == "name" and _SOMEBODY.match(word))):
        return False
    return a == b or (later.kind == "nominal" and {a, b} <= {"Organization", "Place"} and earlier.kind == "name")


_NEXT: Final = re.compile(
    r"(?:the )?(?:next|previous|following) |another |an? (?:second|third|new|earlier|previous|similar|separate) |(?:last|next) year[’']s "
)
"""'The next championships' are not those that have been told."""
_ANY: Final = re.compile(r"an? ")
_BACK: Final = re.compile(r"\b(?:[Ii]n (?:19|20)\d\d|[Ll]ast year|[Yy]ears (?:ago|earlier|before))\b[^.!?\n]{0,60}$")
"""'In 2022, a fire destroyed it' is not the fire that is told."""
_FAR: Final = 90
"""Code points before a description that are looked at."""
_SOMEBODY: Final = re.compile(
    r"(?:an?|one|another) (?:\w+ )?(?:spokes\w+|official|source|witness|aide|lawyer|attorney|judge|relative|diplomat)\b"
)
"""Nobody whom the text has named before."""
_FORCES: Final = {
    "army": "arm(?:y|ed)|militar|forces", "military": "arm(?:y|ed)|militar|forces|navy|air force|marine", "navy": "nav(?:y|al)|fleet",
    "police": "polic|constab|carabin|gendarm", "cast": "cast",
}  # fmt: skip
"""Body to what the name of such a body says."""
_FORCE: Final = re.compile(rf"the ({'|'.join(_FORCES)})")
