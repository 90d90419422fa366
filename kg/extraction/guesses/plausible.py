"""Guesses of the reader model that the words around them do not bear: nobody leads without a word of leading, no company is a state's."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Span

from kg.extraction.commitment.verdicts import verdict
from kg.extraction.guesses.contradictions import HEADS, Told, contradicted, is_party, told_of
from kg.extraction.guesses.elsewhere import abroad, elsewhere, no_capital
from kg.extraction.guesses.leading import heads_party, in_office, leads, runs
from kg.extraction.guesses.wordings import (
    against,
    alleged,
    appointed,
    deals_with,
    former,
    instead,
    national,
    of_origin,
    owns_employer,
    prior,
    serves,
    subordinate,
)
from kg.extraction.mentions.naming import of_many_states
from kg.extraction.mentions.nations import private
from kg.extraction.offices.titles import POWERLESS
from kg.extraction.scene import Scene
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words
from kg.model import Modality, Statement


def plausible(scene: Scene, guesses: Iterable[Statement], told: Iterable[Statement]) -> list[Statement]:
    """The guesses that may stand, some of them weakened; `told` is what the constructions found."""
    known = told_of(scene, list(told))
    return [_weakened(scene, s, known) for s in guesses if not _barred(scene, s, known)]


def _barred(scene: Scene, s: Statement, known: Told) -> bool:
    """Whether something speaks against the guess."""
    ends = (s.subject, str(s.object))
    if any(_pointing(scene, end) for end in ends):
        return True
    if against(s.property, _said(scene, s), _said(scene, s, _NEAR)) or contradicted(s, known):
        return True
    match s.property:
        case "governmentBodyOf":
            return _no_organ(scene, s) or elsewhere(scene, *ends)
        case "basedIn":
            return elsewhere(scene, *ends)
        case "jurisdiction":
            return not POWERLESS.isdisjoint(scene.things[s.subject].label.lower().split()) or elsewhere(scene, *ends)
        case "locatedIn":
            return abroad(scene, *ends)
        case "capitalOf":
            return no_capital(scene, *ends)
        case "headOf" | "leaderOf" | "chairOf" | "chiefExecutiveOf":
            return _anothers(scene, s)
        case "ownedBy":
            return scene.things[ends[1]].type == "Country" and not national(_said(scene, s, _BESIDE))
        case "citizenOf":
            return _of_no_country(scene, s)
        case "headOfState" | "headOfGovernment" | "ministerOf":
            return not _in_office(scene, s, known.titles.get(s.subject, ()))
        case "holdsPosition":
            labels = (m for m in _inside(scene, s, s.evidence[0].start + 1) if scene.article.text[m.end : m.end + 1] == ":")
            return _other(scene, s, known) or any(labels)
    return False


def _of_no_country(scene: Scene, s: Statement) -> bool:
    """Whether the words around the country tell who knows it, or whose employer is of it."""
    text = scene.article.text
    return any(
        deals_with(text[m.end : m.end + _NEAR]) or owns_employer(text[max(0, m.start - _BEFORE) : m.start], text[m.end : m.end + _BEFORE])
        for m in _inside(scene, s, s.evidence[0].start)
    )


def _pointing(scene: Scene, id_: str) -> bool:
    """Whether only words that point back mean the thing, 'these partnerships': it is what was spoken of before, told there."""
    text = scene.article.text
    spots = [s for s in scene.things[id_].spots if s.kind != "pronoun"]
    return bool(spots) and all(s.kind == "nominal" and _THESE.match(text, s.start) for s in spots)


_THESE: Final = re.compile(r"(?:these|those|such) ", re.IGNORECASE)


def _other(scene: Scene, s: Statement, known: Told) -> bool:
    """Whether the subject is known to hold that office elsewhere: 'Presidents Ada Byron of Norland and Lea Brandt of Sudland'."""
    office, _, body = scene.things[str(s.object)].label.partition(" of ")
    titles = [title.partition(" of ") for title in known.titles.get(s.subject, ())]
    return bool(body) and any(name == office and place not in ("", body) for name, _, place in titles)


def _weakened(scene: Scene, s: Statement, known: Told) -> Statement:
    """What is left of the guess: who leads by no word of it, or works for a party, is a member; what was so formerly is past."""
    judged = _judged(scene, s)
    if judged is not None:
        s = replace(s, modality=judged)
    elif s.modality == "Actual" and alleged(_said(scene, s)):
        s = replace(s, modality="Possible")
    elif s.modality == "Actual" and s.property in _PAST and appointed(_said(scene, s)):
        s = replace(s, modality="Planned")
    if s.property in _PAST and _formerly(scene, s):
        manner: Modality = "Actual" if s.modality in ("Planned", "Intended") else s.modality
        return replace(s, property=_PAST[s.property], rule=f"reader-{_PAST[s.property]}", modality=manner)
    rather = instead(s.property, _said(scene, s), _said(scene, s, _BESIDE))
    if s.property == "citizenOf":
        rather = next((p for m in _inside(scene, s, s.evidence[0].start) if (p := of_origin(scene.article.text[m.end : m.end + 7]))), "")
    if rather:
        return replace(s, property=rather, rule=f"reader-{rather}")
    seat = s.property == "worksFor" and scene.things[str(s.object)].type == "Legislature" and not serves(_said(scene, s, _NEAR))
    member = seat or (s.property == "worksFor" and is_party(scene, s))
    if s.property in _LEADS and not _led(scene, s, known.titles.get(s.subject, ())):
        member = True
    if s.property == "ministerOf" and any(_PRIME.match(t) for t in known.titles.get(s.subject, ())):
        return replace(s, property="headOfGovernment", rule="reader-headOfGovernment")
    if s.property in HEADS and subordinate(known.titles.get(s.subject, ())):
        return replace(s, property="worksFor", rule="reader-worksFor")
    return replace(s, property="memberOf", rule="reader-memberOf") if member else s


def _judged(scene: Scene, s: Statement) -> Modality | None:
    """What 'pleaded guilty to fraud', 'was cleared of war crimes' make of the deed; none where nobody is judged."""
    if s.property != "committed":
        return None
    for mention in _inside(scene, s, s.evidence[0].start):
        span = scene.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        noun = span.root if span is not None and len(span) else None
        while noun is not None and noun.dep_ == "compound":
            noun = noun.head
        if noun is not None and noun.dep_ in ("pobj", "pcomp") and (found := verdict(noun.head)) is not None:
            return found
    return None


def _formerly(scene: Scene, s: Statement) -> bool:
    """Whether 'former' stands before the title or the body in the evidence."""
    text = scene.article.text
    begins = [m.start for m in _inside(scene, s, s.evidence[0].start)]
    if "no longer" in _said(scene, s) or any(former(text[max(0, at - _WORDS) : at]) for at in begins):
        return True
    tokens = _tokens(scene, s)
    clause = prior(_sentence(scene.doc, tokens[0].start).text) if tokens else ""
    return bool(clause) and scene.things[str(s.object)].label not in clause


def _in_office(scene: Scene, s: Statement, titles: Iterable[str]) -> bool:
    """Whether the words, or a title of the subject, name an office that heads the state; what two sentences say apart is no title."""
    if len({_sentence(scene.doc, t.start).start for t in _tokens(scene, s)}) != 1 or runs(_said(scene, s)):
        said = [t for t in titles if scene.things[str(s.object)].label in t]
    else:
        said = [_said(scene, s, _BESIDE), *(t for t in titles if " of " not in t or scene.things[str(s.object)].label in t)]
    return any(in_office(s.property, each) for each in said)


def _tokens(scene: Scene, s: Statement) -> list[Span]:
    """The first and the last words of the evidence."""
    ends = [(s.evidence[0].start, s.evidence[0].start + 1), (s.evidence[-1].end - 1, s.evidence[-1].end)]
    return [span for end in ends if (span := scene.doc.char_span(*end, alignment_mode="expand"))]


def _inside(scene: Scene, s: Statement, begin: int) -> list[Spot]:
    """The mentions of the object within the evidence, from a code point on."""
    return [m for m in scene.things[str(s.object)].spots if begin <= m.start and m.end <= s.evidence[-1].end]


def _said(scene: Scene, s: Statement, around: int = 0) -> str:
    """The words of the evidence with so many code points on each side."""
    return scene.article.text[max(0, s.evidence[0].start - around) : s.evidence[-1].end + around]


def _led(scene: Scene, s: Statement, titles: Iterable[str]) -> bool:
    """Whether a word of leading stands in or near the evidence, or in a title of the subject."""
    said = [_sentence(scene.doc, span.start) for span in _tokens(scene, s)]
    if not said:
        return False
    first, last = said[0], said[-1]
    if any(t.tag_ == "VBN" and t.dep_ == "acl" and t.lemma_ in _LEAD and scene.heads.get(t.head.i) != s.object for t in first):
        return False  # "a mission of the Commonwealth, headed by Ada Byron": she does not head the Commonwealth
    begin, end = max(first.start_char, s.evidence[0].start - _NEAR), min(last.end_char, s.evidence[-1].end + _NEAR)
    if runs(_said(scene, s)) or (is_party(scene, s) and not heads_party(scene.article.text[begin:end])):
        return False
    state = any(scene.is_a(str(s.object), c) for c in ("GovernmentBody", "Place"))
    return _his_own(scene, s) or any(leads(each, state=state) for each in (scene.article.text[begin:end], *titles))


def _his_own(scene: Scene, s: Statement) -> bool:
    """Whether the body is called after its head: 'the Brook administration'."""
    surname = scene.things[s.subject].label.split()[-1]
    return scene.things[s.subject].named and surname in re.split(r"\W+", scene.things[str(s.object)].label)


def _anothers(scene: Scene, s: Statement) -> bool:
    """Whether the body is called after another person of the article: nobody else heads 'the Brook administration'."""
    called = set(re.split(r"\W+", scene.things[str(s.object)].label)) - {""}
    others = {t.label.split()[-1] for t in scene.things.values() if t.type == "Person" and t.named and t.label}
    return not _his_own(scene, s) and bool(called & others) and bool(_ADMINISTRATION.search(scene.things[str(s.object)].label))


_ADMINISTRATION: Final = re.compile(r"\b(?:administration|government|cabinet|regime|campaign)\b")


def _sentence(doc: Doc, at: int) -> Span:
    """The sentence of the token; `Token.sent` looks at all tokens of the text each time."""
    begin, end = at, at + 1
    while begin > 0 and not doc[begin].is_sent_start:
        begin -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[begin:end]


def _no_organ(scene: Scene, s: Statement) -> bool:
    """Whether a body of many states, a company or a newspaper is guessed to be a state's own."""
    thing = scene.things[s.subject]
    names = (scene.article.text[m.start : m.end] for m in thing.spots if m.kind == "name")
    own = private(thing.label) or thing.type in ("InternationalOrganization", "Company", "MediaOrganization")
    return own or any(map(of_many_states, names))


_PRIME: Final = re.compile(r"(?:prime minister|premier|pm)\b", re.IGNORECASE)
_LEADS: Final = words("headOf leaderOf")
_PAST: Final = {
    "holdsPosition": "heldPosition", "memberOf": "formerMemberOf", "leaderOf": "formerMemberOf", "playsFor": "formerMemberOf",
    **dict.fromkeys(("worksFor", "headOf", "chairOf", "chiefExecutiveOf", "coachOf", "spokespersonOf"), "formerlyWorkedFor"),
}  # fmt: skip
"""Property to what it is once it is over."""
_LEAD: Final = frozenset({"head", "lead", "chair", "run"})
_WORDS: Final = 40
_BESIDE: Final = 25
_BEFORE: Final = 5
_NEAR: Final = 50
"""Code points around the evidence in which the title may stand, of heads of states and of others."""
