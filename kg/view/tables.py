"""The lists beside the picture: when, how much, who said what, and where articles differ."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from kg.dates import spoken
from kg.view.dates import DATATYPES, order
from kg.view.story import Fact, Story, Thing

_DATES: Final = ("date", "approvedOn", "foundedOn", "bornOn", "diedOn", "signedOn", "issuedOn", "proposedOn", "from", "until")
_PLACES: Final = ("place", "headquarteredIn", "bornIn", "capitalOf")
_SINGLE: Final = frozenset({*_DATES, *_PLACES, "age", "ordinal", "headOfState", "headOfGovernment", "value"})
"""Properties that have one value at most: two values for one thing are a disagreement."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened on one date."""

    date: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    thing: Thing
    figure: str
    measure: str
    """What is counted; empty where the figure's unit says it."""
    of: tuple[Fact, ...]
    fact: Fact


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Facts of which at most one can be so."""

    thing: Thing
    words: str
    facts: tuple[Fact, ...]


def timeline(story: Story) -> list[Moment]:
    """Facts with a date, by date."""
    dated: dict[str, list[Fact]] = {}
    for fact in story.facts:
        if fact.literal and fact.literal.datatype in DATATYPES:
            dated.setdefault(fact.literal.lexical, []).append(fact)
    return [Moment(spoken(date), tuple(dated[date])) for date in sorted(dated, key=lambda date: (order(date), date))]


def undated(story: Story) -> list[Thing]:
    """Events that no date is known of."""
    dated = {fact.subject for fact in story.facts if fact.literal and fact.literal.datatype in DATATYPES}
    return [thing for thing in story.things if thing.group == "event" and thing.key not in dated]


def figures(story: Story) -> list[Figure]:
    """Observations with a value, in text order."""
    about: dict[str, list[Fact]] = {}
    for fact in story.facts:
        about.setdefault(fact.subject, []).append(fact)
    found = []
    for thing in story.things:
        facts = about.get(thing.key, [])
        value = next((fact for fact in facts if fact.term == "value"), None)
        if value:
            unit = next((fact.value for fact in facts if fact.term == "unit"), "")
            hedge = next((fact.value for fact in facts if fact.term == "hedge"), "")
            joined = f"{hedge} {grouped(value.value)}{'' if unit == '%' else ' '}{unit}".strip()
            measure = next((fact.value for fact in facts if fact.term == "measure"), thing.label)
            counted = "" if measure.lower().replace("percent", "%") in joined.lower() else measure
            found.append(Figure(thing, joined, counted, tuple(fact for fact in facts if fact.term == "observedOf"), value))
    return found


def grouped(number: str) -> str:
    """A number with its thousands set apart, anything else as it is.

    >>> grouped("1250000.5"), grouped("0.50"), grouped("about ten")
    ('1,250,000.5', '0.50', 'about ten')
    """
    whole, dot, rest = number.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{dot}{rest}" if digits.isascii() and digits.isdigit() else number


def disagreements(story: Story) -> list[Disagreement]:
    """Where articles give different values to what has only one, or one denies what another says."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in story.facts:
        if fact.term in _SINGLE:
            groups.setdefault((fact.subject, fact.term), []).append(fact)
    several = [facts for facts in groups.values() if len(facts) > 1 and len(articles(facts)) > 1]
    denied = [[fact] for fact in story.facts if len({claim.modality == "Denied" for claim in fact.claims}) > 1]
    things = story.thing
    return [Disagreement(things[facts[0].subject], facts[0].words, tuple(facts)) for facts in [*several, *denied]]


def articles(facts: list[Fact]) -> set[int]:
    """Numbers of the articles that the facts come from."""
    return {claim.place.article for fact in facts for claim in fact.claims}


def trust(story: Story) -> str:
    """One sentence that says what the page rests on."""
    claims = [claim for fact in story.facts for claim in fact.claims]
    count = len(story.articles)
    publishers = sorted({article.publisher.strip() for article in story.articles} - {""})
    source = f"{count} article{'s' * (count != 1)}" + (f" by {_listed(publishers)}" if publishers else "")
    source += " and others" * bool(publishers and not all(article.publisher.strip() for article in story.articles))
    speakers = Counter(claim.speaker for claim in claims if claim.by)
    parts = [f"{number} claimed by {name}" for name, number in sorted(speakers.items(), key=lambda item: (-item[1], item[0]))[:2]]
    if len(speakers) > 2:
        others = len(speakers) - 2
        parts.append(f"{sum(sorted(speakers.values())[:-2])} by {others} other{'s' * (others > 1)}")
    implied = sum(claim.derivation == "Implied" for claim in claims)
    not_so = sum(claim.modality != "Actual" for claim in claims)
    parts += [f"{implied} implied"] * bool(implied) + [f"{not_so} planned, possible or denied"] * bool(not_so)
    return "; ".join([f"{len(story.facts)} fact{'s' * (len(story.facts) != 1)} from {source}", *parts]) + "."


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:3])}{' and others' if len(names) > 3 else ''}"
