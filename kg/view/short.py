"""What the page says first: who it is about, what was decided or done, and what is not so or not yet, each in the article's words."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.view.characters import readable
from kg.view.dates import DATATYPES
from kg.view.story import Claim, Fact, Story, Thing
from kg.view.text import anchor

_WORDS: Final = {
    "deeds": "approves approvedBy approvedOn approvedThrough issuedBy issuedOn signedBy signedOn established acquires buyer seller target "
    "appointee toPosition fromPosition launchedBy electedFor wins convictedOf sentencedTo awardReceived conferredBy rejectedBy proposedBy "
    "proposedOn submittedTo sanctions killed invokes recognizes succeeds committed organizedBy meets diedOn",
    "doers": "actor approvedBy issuedBy signedBy buyer appointee launchedBy rejectedBy proposedBy organizedBy",
    "by subject": "acquires electedFor wins convictedOf sentencedTo awardReceived sanctions killed recognizes succeeds meets",
}
_DEEDS, _DOERS, _BY_SUBJECT = (frozenset(words.split()) for words in _WORDS.values())
"""Properties that say that somebody decided or did something; those whose object did it, and those whose subject did."""

_POINTS: Final = 3
_AGENTS: Final = 4
_LONG: Final = 210


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence of an article that says something of weight."""

    claim: Claim
    text: str
    """The sentence, or as much of it as there is room for."""
    doers: tuple[str, ...]
    """Keys of those who did it, as far as facts of this sentence say."""
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """The beginning of the page."""

    agents: tuple[tuple[Thing, str], ...]
    """Who is named most, and as what."""
    done: tuple[Point, ...]
    not_so: tuple[Point, ...]
    more: int
    """How many sentences there were no room for."""


def short(story: Story) -> Short:
    """The most telling of a story, in text order."""
    done = _points(story, lambda fact, claim: claim.modality == "Actual" and fact.term in _DEEDS)
    not_so = _points(story, lambda fact, claim: claim.modality != "Actual")
    left = sum(max(0, len(points) - _POINTS) for points in (done, not_so))
    return Short(_agents(story), tuple(done[:_POINTS]), tuple(not_so[:_POINTS]), left)


def _agents(story: Story) -> tuple[tuple[Thing, str], ...]:
    """Persons and organisations that are named more than once, with the office they hold, or what they are."""
    named = [thing for thing in story.things if thing.group in {"person", "organisation"} and len(thing.mentions) > 1]
    held = {fact.subject: fact.value for fact in reversed(story.facts) if fact.term == "holdsPosition" and fact.modality == "Actual"}
    most = sorted(named, key=lambda thing: -len(thing.mentions))[:_AGENTS]
    return tuple((thing, held.get(thing.key, "") or ("" if thing.kind == "Person" else thing.type.lower())) for thing in most)


def _points(story: Story, wanted: Callable[[Fact, Claim], bool]) -> list[Point]:
    """The sentences with a wanted claim."""
    sentences: dict[str, list[tuple[Fact, Claim]]] = {}
    claims = [(fact, claim) for fact in story.facts for claim in fact.claims if claim.place.spans and wanted(fact, claim)]
    for fact, claim in sorted(claims, key=lambda one: (one[1].place.article, one[1].place.spans[0])):
        sentences.setdefault(anchor(story, claim.place.article, claim.place.spans[0].start), []).append((fact, claim))
    of_event: dict[str, list[Fact]] = {}
    for fact in story.facts:
        if fact.term in {"actor", "date"}:
            of_event.setdefault(fact.subject, []).append(fact)
    return [_point(story, together, of_event) for together in sentences.values()]


def _point(story: Story, together: list[tuple[Fact, Claim]], of_event: Mapping[str, Sequence[Fact]]) -> Point:
    """The widest words of a sentence's claims, and who and when by all of them."""
    said = [fact for fact, _ in together]
    # of what is approved itself, who does it and when are another matter
    events = dict.fromkeys(fact.subject for fact in said if fact.term not in _DOERS)
    said += [part for event in events for part in of_event.get(event, ())]
    doers = [fact.object if fact.term in _DOERS else fact.subject for fact in said if fact.term in _DOERS | _BY_SUBJECT]
    dates = [fact.value for fact in said if fact.literal and fact.literal.datatype in DATATYPES]
    widest = max((claim for _, claim in together), key=lambda claim: len(claim.words))
    return Point(widest, _sentence(story, widest), tuple(dict.fromkeys(filter(None, doers))), tuple(dict.fromkeys(dates)))


def _sentence(story: Story, claim: Claim) -> str:
    """The sentence around the words where it is not long, for few words say little alone; else the words."""
    article, (first, *_) = claim.place.article, claim.place.spans
    around = [span for span in story.sentences[article] if span.start <= first.start and claim.place.spans[-1].end <= span.end]
    text = opening(story.articles[article].text[around[0].start : around[0].end]) if around else ""
    return text if 0 < len(text) <= _LONG else shortened(readable(claim.words), most=_LONG)


def opening(line: str) -> str:
    """The line without the date and the place that a report begins with.

    >>> opening("date 2031-03-03 TARN, Arland, March 3. The mayor spoke.")
    'The mayor spoke.'
    """
    text = readable(line)
    return re.sub(r"^(?:date \d{4}-\d\d-\d\d )?(?:[A-Z][A-Z .'-]+(?:, [A-Z][\w ]*)*,? [A-Z][a-z]+ \d{1,2}\. )?", "", text) or text


def shortened(text: str, *, most: int) -> str:
    """The text, or its beginning up to the end of a word.

    >>> shortened("one two three", most=10)
    'one two …'
    """
    return text if len(text) <= most else f"{text[: most - 1].rpartition(' ')[0].rstrip(' ,;')} …"
