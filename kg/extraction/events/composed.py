"""Events and what they are made of: approvals, appointments, purchases, gatherings and incidents with time, place and parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.extraction.commitment.modality import modality
from kg.extraction.dates.times import Time
from kg.extraction.parts import APPROVALS, Parts, clause_dates, compared, first_or_last, nearest
from kg.extraction.places.whereabouts import whereabouts
from kg.extraction.scene import Scene, Thing, conjoined, fact, over, words
from kg.extraction.speech.speaking import speeches
from kg.extraction.wordlist import words as word_list
from kg.model import Modality, Span, Statement, Value

_ON: Final = {
    "approvedBy": "approvedOn", "signedBy": "signedOn", "issuedBy": "issuedOn", "proposedBy": "proposedOn", "foundedBy": "foundedOn",
}  # fmt: skip
"""Property that a verb gave to the property that dates it."""

_HOLDING: Final = word_list("hold host take occur happen organize attend launch conduct stage mount carry wage begin start")
"""Verbs whose time and place are those of the event beneath them."""

_AT: Final = frozenset({"in", "at", "near", "outside", "on"})


def events(scene: Scene, found: Sequence[Statement], dates: Sequence[Time]) -> Parts:
    """What the article's events are made of; `found` are the statements that verbs gave."""
    things: list[Thing] = []
    made: list[Statement] = []
    for statement in found:
        parts = _dated(scene, statement, dates)
        made += parts.statements
        things += parts.things
    made += [*_mentioned(scene, dates), *speeches(scene)]
    return Parts(tuple(things), tuple(made))


def put_off(made: Sequence[Statement]) -> Iterator[Statement]:
    """The statements, those about an event whose day is still to come as planned."""
    coming = {s.subject for s in made if s.property == "date" and s.modality == "Planned"}
    for s in made:
        waits = s.modality == "Actual" and (s.subject in coming or (s.property == "participatesIn" and s.object in coming))
        yield replace(s, modality="Planned") if waits else s


def _verb_of(scene: Scene, statement: Statement) -> Token | None:
    """The verb inside the evidence that gave the statement."""
    lemma = statement.rule.split("-", 1)[-1].split("-")[0]
    span = scene.doc.char_span(statement.evidence[0].start, statement.evidence[0].end, alignment_mode="expand")
    return next((t for t in span or () if t.lemma_.lower() == lemma and t.pos_ == "VERB"), None)


def _dated(scene: Scene, statement: Statement, dates: Sequence[Time]) -> Parts:
    verb = _verb_of(scene, statement)
    if verb is None or statement.property not in (*_ON, "acquires"):
        return Parts((), ())
    when = next(iter(clause_dates(scene, verb, dates)), None)
    made: list[Statement] = []
    if when is not None and statement.property in _ON and _may_be_dated(scene, statement):
        span = Span(min(statement.evidence[0].start, when.span.start), max(statement.evidence[0].end, when.span.end))
        made.append(
            fact(
                statement.subject,
                _ON[statement.property],
                when.value,
                span,
                rule="date-of-verb",
                modality=statement.modality,
            )
        )
    if statement.property == "approvedBy":
        return _approval(scene, statement, verb, when, made)
    if statement.property == "acquires":
        return _transaction(scene, statement, verb, when)
    return Parts((), tuple(made))


def _may_be_dated(scene: Scene, statement: Statement) -> bool:
    return scene.is_a(statement.subject, "Work") if statement.property != "foundedBy" else True


def _approval(scene: Scene, statement: Statement, verb: Token, when: Time | None, made: list[Statement]) -> Parts:
    """An Approval node beside approvedBy: what, who, when."""
    if statement.modality != "Actual" or not scene.is_a(statement.subject, "Work"):
        return Parts((), tuple(made))
    evidence = Span(
        min([statement.evidence[0].start] + ([when.span.start] if when else [])),
        max([statement.evidence[0].end] + ([when.span.end] if when else [])),
    )
    word = APPROVALS.get(verb.lemma_.lower(), "Approval")
    id_ = f"approval {statement.subject}"
    node = Thing(id_, "Approval", f"{word} of the {scene.things[statement.subject].label}", evidence=(evidence,))
    parts = [
        fact(id_, "approves", statement.subject, evidence, rule=statement.rule),  # as sure as what it says again
        fact(id_, "actor", statement.object, evidence, rule=statement.rule),
    ]
    if when:
        parts.append(fact(id_, "date", when.value, evidence, rule=statement.rule))
    return Parts((node,), (*made, *parts))


def _transaction(scene: Scene, statement: Statement, verb: Token, when: Time | None) -> Parts:
    """A Transaction node beside acquires: buyer, target, day; none for what was not bought."""
    if statement.modality == "Denied":
        return Parts((), ())
    evidence = statement.evidence[0]
    if when:
        evidence = Span(min(evidence.start, when.span.start), max(evidence.end, when.span.end))
    target, buyer = str(statement.object), statement.subject
    id_ = f"transaction {buyer} {target}"
    node = Thing(id_, "Transaction", f"Purchase of {scene.things[target].label} by {scene.things[buyer].label}", evidence=(evidence,))
    manner = statement.modality
    made = [
        fact(id_, "buyer", buyer, evidence, rule="transaction", modality=manner),
        fact(id_, "target", target, evidence, rule="transaction", modality=manner),
    ]
    if when:
        made.append(fact(id_, "date", when.value, evidence, rule="transaction", modality=manner))
    return Parts((node,), tuple(made))


def _mentioned(scene: Scene, dates: Sequence[Time]) -> Iterator[Statement]:
    """Place, day, host and number of the events that the text names or describes."""
    for id_, thing in scene.things.items():
        if not scene.is_a(id_, "Event"):
            continue
        yield from _year_in_name(scene, thing)
        for spot in thing.spots:
            span = scene.doc.char_span(spot.start, spot.end, alignment_mode="expand")
            if span is not None and len(span):
                yield from _ordinal(scene, id_, span)
                yield from _around(scene, id_, span.root, Span(spot.start, spot.end), dates)


def _year_in_name(scene: Scene, thing: Thing) -> Iterator[Statement]:
    """'the 2008 Summer Games', 'Euro 2012', 'the bridge case of 1982': the year that an event is called by."""
    for spot in thing.spots:
        words_ = scene.article.text[spot.start : spot.end]
        year = _YEAR.search(words_) if spot.kind == "name" or len(words_.split()) <= _SHORT else None
        if year:
            manner: Modality = "Planned" if year[0] > (scene.article.date or year[0])[:4] else "Actual"
            yield fact(thing.id, "date", Value(year[0], "gYear"), Span(spot.start, spot.end), rule="year-in-name", modality=manner)
            return


_SHORT: Final = 6
"""Words of a description that is called by a year; in a longer one a clause may tell of another."""
_YEAR: Final = re.compile(r"(?<![-–/\d])\b(?:19|20)\d\d\b(?!\s?[-–/]\s?\d)")


def _around(scene: Scene, id_: str, root: Token, spot: Span, dates: Sequence[Time]) -> Iterator[Statement]:
    """What hangs on the event's noun, or on the verb of which it is the subject or object."""
    if root.dep_ in ("compound", "nmod", "amod") and root.head.pos_ == "NOUN":  # "the Graduation Day event"
        root = root.head
    verb = root.head if root.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") else root
    while verb.pos_ == "ADP" and verb.head != verb:
        verb = verb.head
    hosts = _hosts(root, verb)
    manner: Modality = modality(verb) if verb.pos_ == "VERB" and root.dep_ in ("nsubj", "nsubjpass") else "Actual"
    yield from _hung(scene, id_, root, spot, hosts, manner)
    time = next(_times_on(scene, hosts, spot, dates), None)
    if time is not None:
        span = Span(min(spot.start, time.span.start), max(spot.end, time.span.end))
        planned = manner == "Actual" and _to_come(scene, time)
        yield fact(id_, "date", time.value, span, rule="event-date", modality="Planned" if planned else manner)


def _hosts(noun: Token, verb: Token) -> list[Token]:
    """The event's noun, and the verbs that say when and where it is: 'the summit opened', 'they held a summit', 'a summit held'."""
    hosts = [noun]
    if verb.pos_ == "VERB" and (noun.dep_ in ("nsubj", "nsubjpass") or verb.lemma_ in _HOLDING):
        hosts.append(verb)
    if verb.pos_ == "VERB" and noun.dep_ == "pobj" and noun.head.lower_ in _WHILE:  # "spoke at a rally on Monday"
        hosts.append(verb)
    return hosts + [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_ in ("hold", "take", "occur", "organize")]


_WHILE: Final = frozenset({"at", "during"})


def _times_on(scene: Scene, hosts: Sequence[Token], spot: Span, dates: Sequence[Time]) -> Iterator[Time]:
    """The dates that hang on one of the hosts, the nearest to the event first."""
    sentence = Span(hosts[0].sent.start_char, hosts[0].sent.end_char)
    for time in nearest(list(dates), spot.start, spot.end, sentence):
        day = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if day is not None and not first_or_last(day) and any(_hangs(day.root, host) for host in hosts if not compared(host, day.start)):
            yield time


def _to_come(scene: Scene, time: Time) -> bool:
    """Whether the day, month or year lies after the article's."""
    begin = _DAY.match(time.value.lexical)
    return begin is not None and bool(scene.article.date) and begin[0] > scene.article.date[: len(begin[0])]


_DAY: Final = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
"""A day, a month or a year; of a season the year."""


def _hung(scene: Scene, id_: str, root: Token, spot: Span, hosts: Sequence[Token], manner: Modality) -> Iterator[Statement]:
    """Places and hosts in the prepositional phrases of the event's noun and verb."""
    for host in hosts:
        for prep in host.children:
            if prep.dep_ == "prep" and prep.lower_ in _AT:
                for end in (c for c in prep.children if c.dep_ == "pobj"):
                    for place, token in whereabouts(scene, end):
                        if not (prep.lower_ == "on" and scene.things[place].type in ("Country", "Region")):
                            yield fact(id_, "place", place, over(spot, words(scene, token)), rule="event-in-place", modality=manner)
            if prep.dep_ == "prep" and prep.lower_ in ("of", "by") and host == root:
                for end in (c for c in prep.children if c.dep_ == "pobj"):
                    for body, token in conjoined(scene, end):
                        if scene.is_a(body, "Organization") and scene.is_a(id_, "Gathering"):
                            yield fact(id_, "organizedBy", body, over(spot, words(scene, token)), rule="event-of-body")


def _ordinal(scene: Scene, id_: str, span: DocSpan) -> Iterator[Statement]:
    """'the 6th Graduation Day': the number in a series, in the name or just before it."""
    for token in scene.doc[max(0, span.start - 1) : span.start + 1]:
        match = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", token.text)
        if match:
            yield fact(id_, "ordinal", Value(match[1], "integer"), Span(token.idx, span.end_char), rule="event-ordinal")


def _hangs(token: Token, host: Token) -> bool:
    if token.dep_ == "poss" and token.head != host:  # "a dispute over next year's budget"
        return False
    up, steps = token, 0
    while steps < 3:
        if up == host:
            return True
        if up.pos_ in ("VERB", "AUX") or up.head == up or up.lower_ in ("since", "than"):  # "the worst since one in 1960"
            return False
        steps += up.lower_ not in _PARTS_OF_TIME  # "at the end of March"
        up = up.head
    return up == host


_PARTS_OF_TIME: Final = frozenset({"end", "start", "beginning", "night", "evening", "morning", "afternoon", "eve", "middle", "of"})
