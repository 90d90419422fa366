"""Words that say who leads: without one of them nobody is the head of a body or of a state."""

import re
from typing import Final


def in_office(property_: str, words: str) -> bool:
    """Whether the words name an office of a state that the property speaks of.

    >>> in_office("headOfGovernment", "Chancellor Ada Byron"), in_office("headOfState", "Chancellor Ada Byron")
    (True, False)
    """
    return bool(_OFFICE[property_].search(words))


def leads(words: str, *, state: bool = False) -> bool:
    """Whether the words name somebody who leads; prime ministers and princes lead the bodies of a `state` and no others.

    >>> leads("the director of Acme"), leads("the deputy director of Acme"), leads("Prime Minister Ada Byron of Acme")
    (True, False, False)
    """
    first = _SECOND.sub("", words)
    return bool(_LEADING.search(first) or (state and _REIGNING.search(first)))


def heads_party(words: str) -> bool:
    """Whether the words name somebody who leads a party; its governors and secretaries of state do not."""
    return bool(_HEADS.search(words))


def runs(words: str) -> bool:
    """Whether the words speak of somebody who stands for a party or sits in a chamber, which is not to lead it."""
    return bool(_RUNS.search(words))


_HEADS: Final = re.compile(
    r"\b(?:lead\w*|led|head\w*|(?:co-)?chair\w*|chiefs?|boss\w*|found\w+|secretary[- ]general|president of)\b", re.IGNORECASE
)
_SECOND: Final = re.compile(r"\b(?:deputy|vice|assistant|associate|former)(?:[- ]\w+){1,2}", re.IGNORECASE)
_RUNS: Final = re.compile(r"\b(?:nominees?|candidates?|hopefuls?|contenders?|lawmakers?|MPs?)\b")
_OFFICE: Final = {
    "headOfState": re.compile(
        r"\b(?:presiden(?:t|cy)|king|queen|monarch|emperor|empress|emir|sultan|sheikh|shah|[ct]s?zar|crown prince|grand duke|dictator"
        r"|strongman|ruler?|ruled|govern(?:ed|s|or-general)|head of state|supreme leader|leader)\b",
        re.IGNORECASE,
    ),
    "headOfGovernment": re.compile(
        r"\b(?:prime minister|premier|PM|chancellor|taoiseach|first minister|chief minister|governor|govern(?:ed|s)|president|leader|led"
        r"|head of (?:the )?government)\b",
        re.IGNORECASE,
    ),
    "ministerOf": re.compile(r"\b(?:minister|secretary|treasurer|chancellor|premier|attorney)\b", re.IGNORECASE),
}
_LEADING: Final = re.compile(
    r"\b(?:lead(?:er(?:s|ship)?|s)?|led|head(?:s|ed|ing)?|(?:co-)?chair\w*|presiden(?:ts?|cy)|chiefs?|boss\w*|directors?|directed"
    r"|(?:co-)?found(?:er|ed|ing)\w*|C[EFO]O|captain\w*|dictator|governors?|governed|mayor\w*|secretar(?:y|ies)|command(?:er|ant|s|ed)\w*"
    r"|editors?|principal|dean|owners?|r[au]n|runs|running|rul(?:er|es|ed|ing)|manag(?:ers?|ing|es|ed)\b(?! to)|coach\w*|speaker"
    r"|superintendent|rector|provost|generals?(?! (?:election|assembly|strike|public))|colonel|(?:arch)?bishop|imam|patriarch"
    r"|overs[ae]e\w*|in charge|administrators?|mastermind\w*|warlord|strongman|convenor|whip|pope)\b",
    re.IGNORECASE,
)
_REIGNING: Final = re.compile(
    r"\b(?:(?:prime )?minister\w*|PM|premier\w*|chancellor\w*|taoiseach|(?:king|queen|emir|sultan|sheikh?|monarch|emperor|prince)s?"
    r"|[ct]s?zar|commissioner)\b",
    re.IGNORECASE,
)
