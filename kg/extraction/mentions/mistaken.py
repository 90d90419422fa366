"""Which names that look like a person's are not: clubs, companies and towns, by what stands around them anywhere in the article."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from kg.extraction.gazetteer import key
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words

_AROUND: Final = 60
"""Code points before and after a name that are looked at."""
_BODY: Final = re.compile(
    r"\b(?:(lender|company|firm|carmaker|automaker|airline|insurer|conglomerate|start-?up|brewery|bank|drugmaker|retailer|chipmaker)"
    r"|club|charity|militia|band|orchestra|newspaper|magazine|party|trade union|think tank) $"
)
"""Nouns that a body's name follows."""
_SIDE: Final = (
    r"goalkeeper|keeper|midfielder|striker|forward|winger|defender|coach|manager|captain|skipper|supporters|fans|squad|teammates?"
    r"|legend|boss"
)
_OF_CLUB: Final = re.compile(rf"(?:[’']s?)? (?:head )?(?:{_SIDE})(?: [A-Z]|\b(?=[,.]| (?:were|have|had|said)))|,? who (?:were|are|have) ")
_MANY: Final = re.compile(r" (?:were|are|have) ")
"""'Schalke were beaten': a name that takes a verb in the plural is a side."""
_JOINED: Final = re.compile(
    r"\b(?:and|und|et|y|or|if|though|nor|did|neither|both|like|as|that|wish)\b[^.;:“”\"]*$|[,&] ?$|[’']s $", re.IGNORECASE
)
"""Before a name of which a verb in the plural tells nothing: 'Ada and Leo were', 'if Leo were to resign'."""
_RELATED: Final = re.compile(
    r", which (?:has|had|holds?|owns?|owned|makes?|made|runs?|ran|sells?|sold|employs?|operates?"
    r"|(?:is|was) (?:founded|established|based|headquartered|owned|run|listed|formed))\b"
)
"""'Acme, which owns' is nobody, where 'Ada Brook, which surprised nobody' may be."""
_AGAINST: Final = re.compile(
    r"(?<![\d,] )\b\d{1,3}[-–]\d{1,3} (?:home |away )?(?:win|victory|draw|defeat|loss|triumph) (?:over|against|with|to|at|by) $"
    r"|\bdraw (?:with|against|at) $|\b(?:on loan (?:at|from)|relegated) $"
)
"""'A 2-1 win over Vandel' is one over a side; who won 6-3, 6-4 won over somebody."""
_IN: Final = re.compile(r"\b[Ii]n $")
_THERE: Final = re.compile(
    r"(?:[.,;]| (?:on|in|at|and|to|for|with|after|before|where|when|last|has|have|had|was|were|said|from|by|during)\b|$)"
)
_PERSONAL: Final = re.compile(r"(?:,? who (?!were|are|have)|,? whose | (?:said|says|told|tweeted|added) |, \d\d,)")
_ADDRESSED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Miss)\.? $")
_TRUSTED: Final = words(
    "faith confidence trust belief interest believe believes believed trusted trusts invest invested interested ally friend partner",
    "champion foe enemy rival match supporter hero critic found saw see sees change fan backer opponent",
)
"""Before 'in' and the name of somebody: 'confidence in', 'has an ally in'."""


def mistaken(names: Iterable[Spot], text: str, chosen: Mapping[str, str]) -> dict[str, str]:
    """Folded names that were taken for persons to the class that the words around them tell.

    `chosen` is the class of each folded name. A name that is a part of somebody's full name, or of which something is said that is said
    of people alone, stays.
    """
    persons = {name for name, class_ in chosen.items() if class_ == "Person"}
    parts = {part for name in persons if " " in name for part in (name.split()[0], name.split()[-1])}
    found: dict[str, list[str]] = defaultdict(list)
    for spot in names:
        name = key(text[spot.start : spot.end])
        if name in persons and name not in parts:
            found[name].append(_told(text, spot))
    return {name: told for name, each in found.items() if "Person" not in each and (told := next(filter(None, sorted(each)), ""))}


def _told(text: str, spot: Spot) -> str:
    """The class that the words around one mention tell; 'Person' where they speak of somebody, empty where they tell none."""
    begin, end = max(0, spot.start - _AROUND), spot.end + _AROUND
    before, after = text[begin : spot.start], text[spot.end : end]
    if _ADDRESSED.search(before) or _PERSONAL.match(after):
        return "Person"
    if body := _BODY.search(before):
        return "Company" if body[1] else "Organization"
    plural = _MANY.match(after) and not _JOINED.search(before)
    if plural or _OF_CLUB.match(after) or _RELATED.match(after) or _AGAINST.search(before):
        return "Organization"
    words_before = before.split()
    trusted = len(words_before) > 1 and words_before[-2].lower() in _TRUSTED
    if _IN.search(before) and _THERE.match(after) and not trusted and " " not in text[spot.start : spot.end]:
        return "City"
    return ""
