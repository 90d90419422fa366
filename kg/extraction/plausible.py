"""Guesses of the reader model that the words around them do not bear: nobody leads without a word of leading, no company is a state's."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extraction.naming import of_many_states
from kg.extraction.scene import Scene
from kg.extraction.titles import SPORT
from kg.extraction.wordlist import words
from kg.model import Statement


def plausible(scene: Scene, guesses: Iterable[Statement], told: Iterable[Statement]) -> list[Statement]:
    """The guesses that may stand; who is said to lead by no word of it is a member. `told` is what the constructions found."""
    listed = list(told)
    left = {s.subject for s in listed if s.property == "heldPosition"} - {s.subject for s in listed if s.property == "holdsPosition"}
    of_party = {(s.subject, str(s.object)) for s in listed if s.property == "memberOf" and _is_party(scene, s)}
    gone = {(s.subject, str(s.object)) for s in listed if s.property == "formerlyWorkedFor"}
    titles: dict[str, list[str]] = {}
    for s in listed:
        if s.property in ("holdsPosition", "heldPosition"):
            titles.setdefault(s.subject, []).append(scene.things[str(s.object)].label)
    kept = []
    for s in guesses:
        barred = (s.subject in left and s.property in _OF_STATE) or (s.property in _WITHIN and (s.subject, str(s.object)) in gone)
        barred = barred or (s.property == "worksFor" and (s.subject, str(s.object)) in of_party)
        barred = barred or (s.property == "jurisdiction" and not SPORT.isdisjoint(scene.things[s.subject].label.lower().split()))
        if barred or _no_organ(scene, s):
            continue
        if s.property in _LEADS and not _led(scene, s, titles.get(s.subject, ())):
            if s.property in _OF_STATE:
                continue
            s = replace(s, property="memberOf", rule="reader-memberOf")
        kept.append(s)
    return kept


def _is_party(scene: Scene, s: Statement) -> bool:
    return scene.things[str(s.object)].type == "PoliticalParty"


def _led(scene: Scene, s: Statement, titles: Iterable[str]) -> bool:
    """Whether a word of leading stands in or near the evidence, or in a title of the subject."""
    said = [span.sent for e in (s.evidence[0], s.evidence[-1]) if (span := scene.doc.char_span(e.start, e.end, alignment_mode="expand"))]
    if not said:
        return False
    first, last = said[0], said[-1]
    if any(t.tag_ == "VBN" and t.dep_ == "acl" and t.lemma_ in _LEAD and scene.heads.get(t.head.i) != s.object for t in first):
        return False  # "a mission of the Commonwealth, headed by Ada Byron": she does not head the Commonwealth
    begin = max(first.start_char, s.evidence[0].start - _NEAR)
    end = min(last.end_char, s.evidence[-1].end + _NEAR)
    return any(_LEADING.search(each) for each in (scene.article.text[begin:end], *titles))


def _no_organ(scene: Scene, s: Statement) -> bool:
    """Whether a body of many states, a company or a newspaper is guessed to be a state's own."""
    if s.property != "governmentBodyOf":
        return False
    thing = scene.things[s.subject]
    names = (scene.article.text[m.start : m.end] for m in thing.spots if m.kind == "name")
    return thing.type in ("InternationalOrganization", "Company", "MediaOrganization") or any(map(of_many_states, names))


_OF_STATE: Final = words("headOfState headOfGovernment ministerOf mayorOf represents")
"""What the reader does not say of those of whom a construction says that they held an office."""
_WITHIN: Final = words("worksFor memberOf headOf leaderOf chairOf chiefExecutiveOf coachOf playsFor spokespersonOf")
"""What is no longer so of somebody's former employer."""
_LEADS: Final = words("headOf leaderOf headOfState headOfGovernment")
_LEAD: Final = frozenset({"head", "lead", "chair", "run"})
_NEAR: Final = 50
"""Code points around the evidence in which its title may stand."""
_LEADING: Final = re.compile(
    r"\b(?:lead(?:er(?:s|ship)?|s|ing)?|led|head(?:s|ed|ing)?|(?:co-)?chair\w*|presiden\w*|chiefs?|boss\w*|director\w*|(?:co-)?found\w+"
    r"|C[EFO]O|executives?|captain\w*|premier\w*|chancellor\w*|(?:king|queen|emir|sultan|sheikh?|pope|monarch|emperor|prince|ruler)s?"
    r"|dictator|governor\w*|mayor\w*|secretar\w+|command(?:er|ant)\w*|editor\w*|principal|dean|owner|r[au]n|runs|running|rule[ds]?"
    r"|(?:prime )?minister\w*|PM|manag\w+|coach\w*|speaker|superintendent|commissioner|rector|provost|general|colonel|(?:arch)?bishop|imam"
    r"|patriarch|[ct]s?zar|overs[ae]e\w*|in charge|administrat\w+|mastermind\w*|warlord|strongman|convenor|whip|taoiseach|government)\b",
    re.IGNORECASE,
)
