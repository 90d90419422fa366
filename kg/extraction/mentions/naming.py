"""One class a name, by the evidence of the whole article: the finder's guesses, the gazetteer, and words in the name itself."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extraction.gazetteer import gazetteer, key, short_state
from kg.extraction.mentions.mistaken import mistaken
from kg.extraction.mentions.nations import capitals
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words
from kg.ontology import Ontology

_POSSESSIVE: Final = re.compile(r"[’']s?$")
_HONORIFIC: Final = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|professor|president|senator|sen|rep|gen|gov|judge|justice|pope|king|queen|prince"
    r"|princess)\.? ",
    re.IGNORECASE,
)
PARTIES: Final = {"D": "Democratic Party", "R": "Republican Party"}
"""Letters in the tags of American politicians, '(D-Ohio)', and what they stand for."""
PLACES: Final = ("Place", "Country", "Region", "City", "Facility")


def bare(name: str) -> str:
    """The name without article, possessive and honorific, with single spaces.

    >>> bare("the European Union’s"), bare("Mr. Blair")
    ('European Union', 'Blair')
    """
    name = " ".join(_POSSESSIVE.sub("", name.strip(' \n"“”')).split())
    name = re.sub(r"^(?:the|a|an) (?!Hague\b)", "", name, flags=re.IGNORECASE)
    return _HONORIFIC.sub("", name) or name


def of_many_states(name: str) -> bool:
    """Whether a body of this name belongs to several states, so to none of those that stand around it.

    >>> of_many_states("European Parliament"), of_many_states("EU Commission"), of_many_states("UNESCO"), of_many_states("Senate")
    (True, True, False, False)
    """
    first, _, rest = bare(name).partition(" ")
    return bool(rest) and (first in _OF_MANY or bare(name).startswith("United Nations"))


_OF_MANY: Final = words(
    "European EU African AU Asian Arab UN World International Nordic Inter-American Pan-American Eurasian Euro-Mediterranean"
)


def name_key(name: str) -> str:
    """What two forms of one name share: a territory's code for its names and demonyms, else the folded name."""
    territory = gazetteer().territory(bare(name))
    return f"territory {territory.code}" if territory else key(bare(name))


def named(spots: Sequence[Spot], text: str, ontology: Ontology) -> list[Spot]:
    """The spots with one class a name."""
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    names = [s for s in spots if s.kind == "name" and s.type != "Position"]
    for spot in names:
        tally = votes[key(bare(text[spot.start : spot.end]))]
        type_ = "City" if spot.type == "Person" and _inside(spot, text) else spot.type
        tally[type_] = tally.get(type_, 0.0) + spot.score
    heads = {phrase.lower(): classes[0] for phrase, classes in ontology.cues.get("headNoun", {}).items()}
    chosen = {name: _decide(name, tally, heads, ontology) for name, tally in votes.items()}
    chosen |= mistaken(names, text, chosen)
    chosen |= {n: "City" for n, class_ in chosen.items() if class_ == "Region" and n in capitals() and not _is_state(n, text)}
    surnames = _surnames(names, text, chosen)
    result = []
    for spot in spots:
        if spot.kind == "name" and spot.type != "Position":
            name = key(bare(text[spot.start : spot.end]))
            known = chosen[name] in PLACES and (name in gazetteer().cities or gazetteer().territory(name))
            spot = replace(spot, type=chosen[name] if known else surnames.get(name, chosen[name]))
        elif spot.kind == "nominal" and (finer := _noun_class(text[spot.start : spot.end], spot.type, ontology)):
            spot = replace(spot, type=finer)
        result.append(spot)
    return result


def _is_state(name: str, text: str) -> bool:
    """Whether the text speaks of the state that a capital shares its name with: 'Washington state', 'Seattle, Washington'."""
    return bool(re.search(rf"\b{re.escape(name)} state\b|\w, {re.escape(name)}\b|\bstate of {re.escape(name)}\b", text, re.IGNORECASE))


def _inside(spot: Spot, text: str) -> bool:
    """Whether the name is of one word that the gazetteer knows for a city's, behind 'in' or 'near'."""
    name = key(text[spot.start : spot.end])
    return " " not in name and name in gazetteer().cities and bool(_IN.search(text, max(0, spot.start - _BEFORE), spot.start))


_BEFORE: Final = 9
_IN: Final = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside)\s$")


def _noun_class(description: str, guess: str, ontology: Ontology) -> str:
    """The class that the description's own noun tells, where it is one of the guess's; empty otherwise."""
    noun = re.split(r" (?:of|for|in|at|on) ", description)[0].split()[-1:]
    told = ontology.cues.get("nominal", {}).get(noun[0].lower(), ()) if noun else ()
    return next((c for c in told if c != guess and (ontology.is_a(c, guess) or guess in ("Facility", "Place"))), "")


def _decide(name: str, tally: Mapping[str, float], heads: Mapping[str, str], ontology: Ontology) -> str:
    territory = gazetteer().territory(name)
    best = max(sorted(tally), key=lambda t: tally[t])
    if territory and territory.type == "Region" and (name.endswith(" city") or (best == "City" and name in gazetteer().cities)):
        return "City"
    if territory and (territory.type == "Country" or best in (*PLACES, "Group")):
        return territory.type if best != "Organization" or territory.type == "Country" else best
    if best in PLACES and name != "la" and short_state(name.upper() if len(name) == 2 else name.title()):
        return "Region"
    if best == "Person" and name.endswith((" campaign", " administration", " foundation", " transition team")):
        return "Organization"
    cue = _cue(name, heads)
    same = _branch(cue, ontology) == _branch(best, ontology)
    if cue and (same or tally[best] < _SURE or (name in heads and (best != "Person" or cue == "Legislature"))):
        general = next((c for c in sorted(tally) if ontology.is_a(c, cue) and c != cue), "")
        if not general:
            return cue
    if best == "Country" and any(city.people > _LARGE for city in gazetteer().cities.named(name)):
        return "City"
    if (
        best in ("Place", "Region", "City")
        and name in gazetteer().cities
        and tally.get("Region", 0.0) < tally[best] * 0.7
        and tally.get("Place", 0.0) <= tally[best]
        and best != "Region"
    ):
        return "City"
    return best


_LARGE: Final = 300_000
"""People of a city that nothing else in the news is called by: no country is."""
_SURE: Final = 0.9
"""A word of the name makes nothing of another kind out of what the finder is so sure of: the Department of State is no region."""


def _branch(class_: str, ontology: Ontology) -> str:
    """What kind of thing the class is of: a place, a person, a body or something else."""
    return "Place" if class_ in PLACES else next((c for c in ("Person", "Organization") if ontology.is_a(class_, c)), "")


def _cue(name: str, heads: Mapping[str, str]) -> str:
    """The class that a word of the name tells: its last before 'of', else its last; `heads` are nouns and their classes."""
    ends = [name]
    for part in (re.split(r" (?:of|for|on|to) ", name)[0], name):
        ends += [" ".join(part.split()[-size:]) for size in (3, 2, 1)]
    return next((heads[end] for end in ends if end in heads), "")


def _surnames(names: Iterable[Spot], text: str, chosen: dict[str, str]) -> dict[str, str]:
    """One-word names that end a person's full name are persons."""
    full = {n for n, t in chosen.items() if t == "Person" and len(n.split()) > 1}
    last = {n.split()[-1] for n in full}
    single = {key(bare(text[s.start : s.end])) for s in names}
    return {n: "Person" for n in single if n in last and len(n.split()) == 1}
