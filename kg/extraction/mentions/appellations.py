"""Which names and descriptions are of one thing by their words and by where they stand: surnames, acronyms, appositions."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kg.extraction.mentions.forms import acronyms, form, short_for
from kg.extraction.mentions.party_tags import same_party
from kg.extraction.spot import Spot
from kg.ontology import Ontology


def kind_of(type_: str, ontology: Ontology) -> str:
    """The coarse kind whose things can be one: person, organisation, place, or the class itself."""
    above = ontology.classes.get(type_, frozenset({type_}))
    return next((c for c in ("Person", "Organization", "Place", "Event", "Work") if c in above), type_)


def same_by_words(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """Pairs of spot numbers that are of one thing whatever a reader thinks."""
    yield from _same_names(spots, text, ontology)
    yield from same_party(spots, text)
    yield from _abbreviated(spots, text, ontology)
    yield from _called(spots, text, ontology)
    yield from _around_names(spots, text, ontology)
    yield from _apposed(spots, text, ontology)
    yield from _beside(spots, text, ontology)


def _same_names(spots: Sequence[Spot], text: str, ontology: Ontology) -> list[tuple[int, int]]:
    names = [i for i, s in enumerate(spots) if s.kind == "name" and s.type != "Position"]
    forms = {i: form(text[spots[i].start : spots[i].end], kind_of(spots[i].type, ontology)) for i in names}
    first: dict[tuple[str, str], int] = {}
    pairs = []
    for i in names:
        pairs.append((first.setdefault((forms[i].same, forms[i].kind), i), i))
    leaders = sorted(set(first.values()))
    longer: dict[tuple[str, str], list[int]] = {}
    for j in leaders:
        for word in dict.fromkeys((*forms[j].words, *acronyms(forms[j].name))):
            longer.setdefault((forms[j].kind, word), []).append(j)
    heads = {word.lower() for word in ontology.cues.get("headNoun", {})}
    whole: dict[int, int] = {}  # of those that are short for one fuller name, that name
    for i in sorted(leaders, key=lambda i: -len(forms[i].words)):
        alike = [j for w in (*forms[i].words[:1], forms[i].letters) for j in longer.get((forms[i].kind, w), ()) if j != i and w]
        fuller = [j for j in dict.fromkeys(alike) if short_for(forms[i], forms[j], heads)]
        if forms[i].kind == "Person" and not fuller:  # a first name, or a Korean family name
            fuller = [j for j in dict.fromkeys(alike) if forms[i].words == forms[j].words[: len(forms[i].words)] != forms[j].words]
        for some in _likely(i, fuller, spots, text) if forms[i].kind == "Person" else (fuller,):
            if len({whole.get(j, j) for j in some}) == 1:
                whole[i] = whole.get(some[0], some[0])
                pairs.append((whole[i], i))
                break
    return pairs


def _likely(i: int, fuller: Sequence[int], spots: Sequence[Spot], text: str) -> Iterator[Sequence[int]]:
    """Who may be meant by a surname, the better answer first: all of that name, those named before, and of two the one named first.

    The other is then called by the full name; two that one sentence names are both meant or neither.
    """
    before = sorted((j for j in fuller if spots[j].start < spots[i].start), key=lambda j: spots[j].start)
    yield fuller
    yield before
    if len(before) > 1 and re.search(r"[.!?\n]", text[spots[before[0]].end : spots[before[1]].start]):
        yield before[:1]


def _abbreviated(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """'the World Health Organization (WHO)': a name and its first letters in brackets, whatever classes they were given.

    What else has two capitals in brackets is a body by its letters in another language, or with letters left out: '(AfD)'.
    """
    begin = {s.start: i for i, s in enumerate(spots) if s.kind == "name"}
    for i, spot in enumerate(spots):
        j = begin.get(spot.end + 2, -1) if spot.kind == "name" and text[spot.end : spot.end + 2] == " (" else -1
        if j < 0 or text[spots[j].end : spots[j].end + 1] != ")":
            continue
        name, short = text[spot.start : spot.end], text[spots[j].start : spots[j].end]
        bodies = all(kind_of(s.type, ontology) not in ("Person", "Place") for s in (spot, spots[j]))
        letters = form(short, "").letters
        if (letters and letters in acronyms(name)) or (bodies and " " in name and _LETTERS.fullmatch(short)):
            yield i, j


_LETTERS: Final = re.compile(r"[A-Z]\w*[A-Z]\w*")


def _called(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """'Ada Brook, also known as Tidewatcher' and 'Ada Brook (born Ada Mill)': two names of one thing."""
    names = [i for i, s in enumerate(spots) if s.kind == "name" and s.type != "Position"]
    begin = {spots[j].start: j for j in names}
    described = ((i, j) for i, s in enumerate(spots) if s.kind == "nominal" for j in [begin.get(s.end + len(", known as "), -1)] if j > i)
    for i, j in (*pairwise(names), *described):
        gap = text[spots[i].end : spots[j].start]
        if kind_of(spots[i].type, ontology) == kind_of(spots[j].type, ontology) and len(gap) < 60 and _CALLED.fullmatch(gap):
            yield i, j


_OFTEN: Final = "(?:also|better|formerly|previously|originally|widely|popularly|publicly|commonly|once|then|now|more|today|locally)"
_CALLED: Final = re.compile(
    rf"(?:, | \(|,? (?:who|which) (?:is|was) | (?:is|was) )?(?: ?{_OFTEN} )* ?"
    rf"(?:known (?:\w+ )?as|{_OFTEN} called|a\.?k\.?a\.?|alias|n[ée]e|né|nicknamed|born|(?:whose )?real name(?: is| was)?)"
    r",? [\"“‘']?(?:the )?[\"“‘']?"
)


def _around_names(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """'the 6th Graduation Day event of the Center' is the Graduation Day: a description of an event that begins with its name."""
    begin = {s.start: i for i, s in enumerate(spots) if s.kind == "name" and s.type != "Position"}
    for j, spot in enumerate(spots):
        if spot.kind == "nominal" and kind_of(spot.type, ontology) == "Event":
            article = re.match(r"(?:the |a |an |this )?", text[spot.start : spot.end], re.IGNORECASE)
            i = begin.get(spot.start + (article.end() if article else 0), -1)
            if i >= 0 and spots[i].end < spot.end and kind_of(spots[i].type, ontology) == "Event":
                yield i, j


def _apposed(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """'Its parent company, Acme,' and 'Acme, a maker of saws,': described and then named, or the other way round."""
    begin: dict[int, list[int]] = {}
    for i, spot in enumerate(spots):
        begin.setdefault(spot.start, []).append(i)
    for i, spot in enumerate(spots):
        kind = kind_of(spot.type, ontology)
        gap = re.match(_GAP, text[spot.end : spot.end + 40])
        if (
            kind == "Person"
            and spot.kind == "nominal"
            and _OWN.match(text, spot.start)
            and (titled := _TITLED.match(text[spot.end : spot.end + 60]))
        ):
            gap = titled
        if kind not in _APPOSED or not gap or spot.kind == "pronoun":
            continue
        if gap.lastindex and any(kind_of(s.type, ontology) == kind and spot.end < s.start < spot.end + gap.end() for s in spots):
            continue  # "the mother of the boy, Leo Mill": which of the two?
        for j in begin.get(spot.end + gap.end(), ()):
            described = next((s for s in (spot, spots[j]) if s.kind == "nominal"), None)
            both = {spot.kind, spots[j].kind} == {"name", "nominal"} and kind_of(spots[j].type, ontology) == kind
            ends = kind == "Work" or re.match(r"[”\"]?(?:[,.;)\n]|$)", text[spots[j].end : spots[j].end + 2])
            if both and described and ends and not _several(text, described) and not _listed(text, spots[j].end):
                yield i, j


_OWN: Final = re.compile(r"(?:his|her|their) ", re.IGNORECASE)
_TITLED: Final = re.compile(r", (?:the |an? )?(?:(?!of|for|and|or|with|by|who|to|in|at|from|on|said|was|is|has|had)[a-z-]+ ){1,4}(?=[A-Z])")
"""'Her daughter, the film director Ada Brook'."""
_GAP: Final = r"( of (?:the|an?|its|his|her|their) [a-z]+)?, (?:the )?[\"“]?"
_APPOSED: Final = ("Person", "Organization", "Product", "Work")


def _listed(text: str, at: int) -> bool:
    """Whether a list goes on: 'the company, Acme, and Bolt'."""
    return bool(re.match(r",? (?:and|or) ", text[at : at + 6]))


def _beside(spots: Sequence[Spot], text: str, ontology: Ontology) -> Iterator[tuple[int, int]]:
    """'turbine maker Halden Rotor', 'the town of Westhaven': a description right before the name; after it, of a product."""
    begin = {s.start: i for i, s in enumerate(spots) if s.kind == "name"}
    end = {s.end: i for i, s in enumerate(spots) if s.kind == "name" and kind_of(s.type, ontology) == "Product"}
    for j, spot in enumerate(spots):
        kind = kind_of(spot.type, ontology)
        if spot.kind != "nominal" or spot.type == "Position" or kind not in (*_APPOSED, "Place"):
            continue
        of = re.match(r" of ", text[spot.end : spot.end + 4])
        if of and not text[spot.start : spot.end].lower().endswith(_SETTLEMENTS):
            continue
        i = begin.get(spot.end + (of.end() if of else 1), -1) if of or text[spot.end : spot.end + 1] == " " else -1
        if i < 0 and kind == "Work" and (mark := re.match(r" [\"“‘](?:The )?", text[spot.end : spot.end + 6])):  # 'her novel "The Ferry"'
            i = begin.get(spot.end + 2, begin.get(spot.end + mark.end(), -1))
        if i < 0 and kind == "Product" and re.match(r" [a-z]", text[spot.start - 1 : spot.start + 1]) and not _determined(text, spot):
            i = end.get(spot.start - 1, -1)
        if i >= 0 and kind_of(spots[i].type, ontology) == kind and not _several(text, spot):
            yield i, j


def _determined(text: str, spot: Spot) -> bool:
    return text[spot.start : spot.end].lower().startswith(("a ", "an ", "the ", "its ", "their ", "his ", "her ", "this ", "that "))


def _several(text: str, spot: Spot) -> bool:
    """Whether the description is a plural: 'companies Acme and Bolt', 'owners of the bank'."""
    description = text[spot.start : spot.end]
    noun = re.split(r" (?:of|for|in|at|on|with|from|by|that|which|who)\b", description)[0].split()[-1:]
    return not description.lower().startswith(("a ", "an ")) and bool(noun) and noun[0].endswith("s") and not noun[0].endswith("ss")


_SETTLEMENTS: Final = (
    "town",
    "city",
    "village",
    "island",
    "district",
    "province",
    "region",
    "state",
    "port",
    "suburb",
    "county",
    "republic",
    "nation",
    "country",
    "kingdom",
    "emirate",
)
