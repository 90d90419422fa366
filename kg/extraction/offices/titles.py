"""Titles of offices in the text: 'Deputy Minister on X', 'chief executive', 'the President of Y'."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.gazetteer import gazetteer
from kg.extraction.wordlist import words
from kg.ontology import Ontology

_BEFORE: Final = words(
    "deputy vice acting first second chief prime foreign finance interior defence defense health education energy justice",
    "trade transport environment economy economic senior junior executive managing general assistant associate special",
    "permanent lead head national federal state interim honorary group global regional labour labor agriculture culture",
    "sports home attorney press security military police financial operating technology science political co",
    "communications treasury parliamentary district lord crown speaker board former ex then late outgoing incoming",
    "civil current new veteran retired ex- longtime long-time",
)
"""Words that stand before the last word of a title."""

PAST: Final = frozenset(["former", "ex", "then", "late", "retired", "ex-", "one-time", "erstwhile"])
STATE: Final = words(
    "former ex then late outgoing incoming future current new veteran retired acting interim ex- longtime long-time board",
)
SPORT: Final = words(
    "captain skipper coach manager goalkeeper keeper defender midfielder striker forward winger batsman bowler pitcher quarterback player",
    "end kicker punter linebacker receiver back cornerback shortstop outfielder catcher goaltender defenseman wicketkeeper all-rounder",
    "fly-half scrum-half guard infielder center-back centre-back full-back playmaker",
)
ABROAD: Final = words(
    "expert analyst specialist watcher scholar correspondent observer ambassador envoy critic negotiator coach trainer manager",
    "prisoner veteran hawk",
)
"""Who deals with a country, and may be of another."""
POWERLESS: Final = SPORT | words(
    "expert analyst specialist economist professor lecturer researcher scientist historian engineer journalist reporter correspondent",
    "director founder editor executive manager producer coach trainer author writer blogger activist lawyer surgeon doctor physician",
    "nurse teacher designer curator pilot astronaut driver actor actress singer musician missionary presenter poet novelist playwright",
    "philosopher artist painter sculptor comedian photographer filmmaker cleric priest rabbi imam businessman businesswoman entrepreneur",
    "banker columnist commentator composer conductor architect biologist physicist chemist astronomer geologist psychologist sociologist",
    "climatologist epidemiologist virologist anthropologist archaeologist meteorologist campaigner consultant",
)
"""Who plays for a country, or knows it, has no power over it."""
SHORT: Final = {"gov": "governor", "sen": "senator", "rep": "representative"}
"""How newspapers shorten titles."""
RANKS: Final = words("general colonel major captain lieutenant sergeant admiral brigadier marshal commodore")
_FIELD: Final = frozenset({"of", "for", "on"})


@dataclass(frozen=True, slots=True)
class Title:
    """Words of a title in a doc: tokens `[start, end)`; `head` is the noun."""

    start: int
    end: int
    head: int
    role: str
    """The cue that matched: "prime minister"."""
    properties: tuple[str, ...]
    former: bool
    plural: bool


def titles(doc: Doc, ontology: Ontology) -> Iterator[Title]:
    """All titles in text order; each noun once, with the longest cue."""
    cues = ontology.cues.get("title", {})
    longest = max((len(c.split()) + 2 * c.count("-") for c in cues), default=1)
    opening = _opening(doc, cues)
    at = stop = 0
    while at < len(doc):
        found = _cue(doc, at, cues, longest) if opening[at] else None
        if found is None or doc[max(0, at - 2) : at].text.lower() == "board of":  # "the board of directors" is no director
            at += 1
            continue
        end, role, plural = found
        noun = end
        while end == at + 1 and _qualifies(doc[at]) and noun < len(doc) and not opening[noun] and _qualifies(doc[noun]):
            noun += 1
        ranked = doc[at].lower_ == "chief" and doc[noun : noun + 1].text.lower() in RANKS  # "army chief General Ada Byron" has two titles
        if end == at + 1 and _qualifies(doc[at]) and not ranked and _cue(doc, noun, cues, longest):  # "deputy party leader"
            at = noun
            continue
        start = at
        while start > (stop if role in RANKS else 0) and _qualifies(doc[start - 1]):  # "police chief Colonel Ada Byron" has two
            start -= 1
        former = any(t.lower_ in PAST for t in doc[start:at])
        while start < at and doc[start].lower_ in STATE | {"-"}:
            start += 1
        head = end - 1 - (doc[end - 1].text == ".")
        yield Title(start, _posted(doc, _field(doc, end, role), role), head, role, cues[role], former, plural)
        at = stop = end


def powerless(doc: Doc, title: Title) -> bool:
    """Whether the title gives no power over a country that stands before it: 'the Norwegian poet'."""
    return not POWERLESS.isdisjoint((doc[title.head].lower_, doc[title.head].lemma_))


def _opening(doc: Doc, cues: Iterable[str]) -> list[bool]:
    """Whether a cue may begin at each token: one begins with its letters, or with those of its singular."""
    ordered = sorted(cues)

    def begins(letters: str) -> bool:
        at = bisect_left(ordered, letters)
        return at < len(ordered) and ordered[at].startswith(letters)

    return [begins(word) or begins(word.removesuffix("s")) for word in (token.lower_ for token in doc)]


def _cue(doc: Doc, at: int, cues: dict[str, tuple[str, ...]] | object, longest: int) -> tuple[int, str, bool] | None:
    table: dict[str, tuple[str, ...]] = cues  # type: ignore[assignment]
    for length in range(longest, 0, -1):
        words = doc[at : at + length]
        if len(words) < length:
            continue
        phrase = words.text.lower().replace("\n", " ").replace(" - ", "-")
        for plural, form in ((False, phrase), (True, phrase.removesuffix("s"))):
            heads = form == "head" and doc[at + length : at + length + 1].text == "to"  # "voters head to the polls", taken for a noun
            if (
                form in table
                and not heads
                and (words[-1].pos_ in ("NOUN", "PROPN") or (form == "forward" and doc[at + length : at + length + 1].text.istitle()))
                and (plural is False or words[-1].tag_ in ("NNS", "NNPS"))
            ):
                point = form in SHORT and doc[at + length : at + length + 1].text == "."  # "Sens." is two tokens
                return at + length + point, form, plural
    return None


def _qualifies(token: Token) -> bool:
    return token.lower_ in _BEFORE and not token.is_sent_end


def _posted(doc: Doc, end: int, role: str) -> int:
    """Past the country that an ambassador is sent to: it belongs to the title, as the office is not one of that country."""
    if role in _SENT and end + 1 < len(doc) and (doc[end].lower_ == "to" or (doc[end].lower_ == "for" and role in _SENT_FOR)):
        last = end + 1 + (doc[end + 1].lower_ == "the")
        while last < len(doc) and doc[last].pos_ == "PROPN":
            last += 1
        known = (at for at in range(last, end + 1, -1) if gazetteer().territory(doc[end + 1 : at].text))
        return next(known, last) if doc[last - 1].pos_ == "PROPN" else end  # "ambassador to Norway Ada Brook"
    return end


_SENT_FOR: Final = frozenset({"envoy", "special envoy", "special representative"})
_SENT: Final = frozenset({"ambassador", "envoy", "special envoy", "consul", "consul general", "representative", "special representative"})


def _field(doc: Doc, end: int, role: str) -> int:
    """Past the field that belongs to the title: 'Minister [of Foreign Affairs]', 'Deputy Minister [on Digital Development and Transport]'.

    A field is a run of capitalised common words, or of plain nouns; names of places and bodies stay outside.
    """
    if end >= len(doc) or doc[end].lower_ not in _FIELD or (role in _WHOLE and doc[end].lower_ != "of"):
        return end
    at = end + 1
    if at < len(doc) and doc[at].lower_ == "the":
        return end
    last = end
    while at < len(doc):
        token = doc[at]
        fits = token.pos_ in ("NOUN", "ADJ") or (
            token.text[:1].isupper() and token.ent_type_ not in ("GPE", "PERSON", "NORP") and token.lower_ in _FIELDS
        )
        if fits:
            last = at + 1
        elif not (
            token.lower_ in ("and", ",")
            and last == at
            and at + 1 < len(doc)
            and (doc[at + 1].pos_ in ("NOUN", "ADJ") or doc[at + 1].lower_ in _FIELDS)
        ):
            break
        at += 1
    return last


_WHOLE: Final = words("president chancellor premier king queen pope emperor governor mayor")
"""Who rules all fields: 'blames the president for the blast'."""
_FIELDS: Final = words(
    "foreign affairs finance defence defense interior internal health education energy justice trade transport",
    "transportation environment economy economic labour labor agriculture culture sport sports state treasury digital",
    "development information communications communication science technology innovation industry commerce tourism",
    "infrastructure housing planning security homeland national public social welfare family youth women natural",
    "resources water climate investment investments cooperation international european relations legal housing urban",
    "veterans research space defense product products operations marketing sales strategy human policy engineering staff",
    "protection emergency situations migration integration",
)
"""Words of fields of government and business."""
