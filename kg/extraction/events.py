"""Events and what they are made of: approvals, appointments, purchases, gatherings and incidents with time, place and parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.extraction.modality import modality
from kg.extraction.spot import Spot
from kg.extraction.scene import Scene, Thing, conjoined, fact, paragraph_bounds, words
from kg.extraction.times import Time, nearest
from kg.model import Span, Statement, Value

_ON: Final = {
    "approvedBy": "approvedOn", "signedBy": "signedOn", "issuedBy": "issuedOn", "proposedBy": "proposedOn", "foundedBy": "foundedOn",
}  # fmt: skip
"""Property that a verb gave to the property that dates it."""

_WORD: Final = {"ratify": "Ratification", "approve": "Approval", "adopt": "Adoption", "pass": "Passing", "clear": "Clearance"}
_ACT: Final = frozenset({"decree", "order", "law", "resolution", "act", "decision", "edict"})
_AT: Final = frozenset({"in", "at", "near", "outside", "on"})


@dataclass(frozen=True, slots=True)
class Parts:
    """Things and statements that a construction adds."""

    things: tuple[Thing, ...]
    statements: tuple[Statement, ...]


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


def _verb_of(scene: Scene, statement: Statement) -> Token | None:
    """The verb inside the evidence that gave the statement."""
    lemma = statement.rule.split("-", 1)[-1].split("-")[0]
    span = scene.doc.char_span(statement.evidence[0].start, statement.evidence[0].end, alignment_mode="expand")
    return next((t for t in span or () if t.lemma_.lower() == lemma and t.pos_ == "VERB"), None)


def clause_dates(scene: Scene, verb: Token, dates: Sequence[Time]) -> list[Time]:
    """Dates in the verb's own phrase, nearest first."""
    spans = []
    for time in dates:
        token = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if token is None:
            continue
        up = token.root
        for _ in range(4):
            up = up.head
            if up.pos_ in ("VERB", "AUX"):
                break
        if up == verb or (up.dep_ in ("xcomp", "conj") and up.head == verb and up.lemma_ == verb.lemma_):
            spans.append(time)
    return sorted(spans, key=lambda t: (abs(t.span.start - verb.idx), t.span))


def _dated(scene: Scene, statement: Statement, dates: Sequence[Time]) -> Parts:
    verb = _verb_of(scene, statement)
    if verb is None or statement.property not in (*_ON, "acquires"):
        return Parts((), ())
    when = next(iter(clause_dates(scene, verb, dates)), None)
    made: list[Statement] = []
    if when is not None and statement.property in _ON and _may_be_dated(scene, statement):
        span = Span(min(statement.evidence[0].start, when.span.start), max(statement.evidence[0].end, when.span.end))
        made.append(fact(statement.subject, _ON[statement.property], when.value, span, rule="date-of-verb", modality=statement.modality, confidence=0.85))
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
    evidence = Span(min([statement.evidence[0].start] + ([when.span.start] if when else [])), max([statement.evidence[0].end] + ([when.span.end] if when else [])))
    word = _WORD.get(verb.lemma_.lower(), "Approval")
    id_ = f"approval {statement.subject}"
    node = Thing(id_, "Approval", f"{word} of the {scene.things[statement.subject].label}", evidence=(evidence,))
    parts = [fact(id_, "approves", statement.subject, evidence, rule="approval"), fact(id_, "actor", statement.object, evidence, rule="approval")]
    if when:
        parts.append(fact(id_, "date", when.value, evidence, rule="approval"))
    return Parts((node,), (*made, *parts))


def instruments(scene: Scene, dates: Sequence[Time]) -> Parts:
    """'ratified by the President's decree on 16 January': the act as a thing, its issuer and day, and what it approved."""
    things: list[Thing] = []
    made: list[Statement] = []
    approving = scene.ontology.cues.get("agentVerb", {})
    for verb in scene.doc:
        if verb.pos_ != "VERB" or "approvedBy" not in approving.get(verb.lemma_.lower(), ()):
            continue
        for noun in (c for a in verb.children if a.dep_ in ("agent", "prep") and a.lower_ in ("by", "through") for c in a.children if c.dep_ == "pobj" and c.lemma_.lower() in _ACT):
            issuers = [i for c in noun.children if c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "of") for t in ([c] if c.dep_ == "poss" else c.children) for i, _ in conjoined(scene, t)]
            works = [i for s in verb.children if s.dep_ == "nsubjpass" for i, _ in conjoined(scene, s)] or ([i for i, _ in conjoined(scene, verb.head)] if verb.dep_ == "acl" else [])
            works = [w for w in works if scene.is_a(w, "Work")]
            if issuers and works:
                parts = _instrument(scene, verb, noun, issuers[0], works[0], dates)
                things += parts.things
                made += parts.statements
    return Parts(tuple(things), tuple(made))


def _instrument(scene: Scene, verb: Token, noun: Token, issuer: str, work: str, dates: Sequence[Time]) -> Parts:
    bounds = paragraph_bounds(scene.article.text, noun.idx)
    sentence = Span(max(bounds.start, verb.sent.start_char), min(bounds.end, verb.sent.end_char))
    when = next((t for t in nearest(list(dates), noun.idx, noun.idx + len(noun), sentence) if t.span.start - noun.idx < 40 and t.span.start > verb.idx), None)
    whole = words(scene, verb, noun, *[t for t in verb.doc[noun.left_edge.i : noun.i + 1] if t.i in scene.heads])
    subject = next((s for s in scene.things[work].spots if sentence.start <= s.start < sentence.end), None)
    evidence = Span(min(whole.start, subject.start if subject else whole.start), max(whole.end, when.span.end if when else whole.end))
    office = scene.things[issuer].label
    day = f" of {when.value.lexical}" if when else ""
    act, node = f"act {work}", f"approval {work}"
    label = f"{noun.text.capitalize()} of the {office}{day}" if scene.things[issuer].type == "Position" else f"{noun.text.capitalize()} of {office}{day}"
    made = [
        fact(work, "approvedBy", issuer, evidence, rule="instrument"), fact(work, "approvedThrough", act, evidence, rule="instrument"), fact(act, "issuedBy", issuer, evidence, rule="instrument"),
        fact(node, "approves", work, evidence, rule="instrument"), fact(node, "actor", issuer, evidence, rule="instrument"), fact(node, "instrument", act, evidence, rule="instrument"),
    ]  # fmt: skip
    if when:
        made += [fact(work, "approvedOn", when.value, evidence, rule="instrument"), fact(act, "issuedOn", when.value, evidence, rule="instrument"), fact(node, "date", when.value, evidence, rule="instrument")]
    word = _WORD.get(verb.lemma_.lower(), "Approval")
    begin = next(t for t in scene.doc[noun.left_edge.i : noun.i + 1] if t.pos_ != "DET").idx
    act_thing = Thing(act, "LegalAct", label, spots=(Spot(begin, when.span.end if when else noun.idx + len(noun), "nominal", "LegalAct"),))
    return Parts((act_thing, Thing(node, "Approval", f"{word} of the {scene.things[work].label}", evidence=(evidence,))), tuple(made))


def _transaction(scene: Scene, statement: Statement, verb: Token, when: Time | None) -> Parts:
    """A Transaction node beside acquires: buyer, target, day."""
    evidence = statement.evidence[0]
    if when:
        evidence = Span(min(evidence.start, when.span.start), max(evidence.end, when.span.end))
    target, buyer = str(statement.object), statement.subject
    id_ = f"transaction {buyer} {target}"
    node = Thing(id_, "Transaction", f"Purchase of {scene.things[target].label} by {scene.things[buyer].label}", evidence=(evidence,))
    manner = statement.modality
    made = [fact(id_, "buyer", buyer, evidence, rule="transaction", modality=manner), fact(id_, "target", target, evidence, rule="transaction", modality=manner)]
    if when:
        made.append(fact(id_, "date", when.value, evidence, rule="transaction", modality=manner))
    return Parts((node,), tuple(made))


def _mentioned(scene: Scene, dates: Sequence[Time]) -> Iterator[Statement]:
    """Place, day, host and number of the events that the text names or describes."""
    for id_, thing in scene.things.items():
        if not scene.is_a(id_, "Event"):
            continue
        for spot in thing.spots:
            span = scene.doc.char_span(spot.start, spot.end, alignment_mode="expand")
            if span is not None and len(span):
                yield from _ordinal(scene, id_, span)
                yield from _around(scene, id_, span.root, Span(spot.start, spot.end), dates)


def _around(scene: Scene, id_: str, root: Token, spot: Span, dates: Sequence[Time]) -> Iterator[Statement]:
    """What hangs on the event's noun, or on the verb of which it is the subject or object."""
    if root.dep_ in ("compound", "nmod", "amod") and root.head.pos_ == "NOUN":  # "the Graduation Day event"
        root = root.head
    verb = root.head if root.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") else root
    while verb.pos_ == "ADP" and verb.head != verb:
        verb = verb.head
    hosts = [root] + ([verb] if verb.pos_ == "VERB" and (root.dep_ in ("nsubj", "nsubjpass") or verb.lemma_ in ("hold", "host", "take", "occur", "happen", "organize", "attend")) else [])
    hosts += [c for c in root.children if c.dep_ in ("acl", "relcl") and c.lemma_ in ("hold", "take", "occur", "organize")]
    manner = modality(verb) if verb.pos_ == "VERB" and root.dep_ in ("nsubj", "nsubjpass") else "Actual"
    for host in hosts:
        for prep in host.children:
            if prep.dep_ == "prep" and prep.lower_ in _AT:
                for end in (c for c in prep.children if c.dep_ == "pobj"):
                    for place, token in conjoined(scene, end):
                        if scene.is_a(place, "Place"):
                            yield fact(id_, "place", place, _joined(scene, spot, token), rule="event-in-place", confidence=0.85, modality=manner)
            if prep.dep_ == "prep" and prep.lower_ in ("of", "by") and host == root:
                for end in (c for c in prep.children if c.dep_ == "pobj"):
                    for body, token in conjoined(scene, end):
                        if scene.is_a(body, "Organization") and scene.is_a(id_, "Gathering"):
                            yield fact(id_, "organizedBy", body, _joined(scene, spot, token), rule="event-of-body", confidence=0.8)
    sentence = Span(root.sent.start_char, root.sent.end_char)
    for time in nearest(list(dates), spot.start, spot.end, sentence):
        token = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if token is not None and any(_hangs(token.root, host) for host in hosts):
            yield fact(id_, "date", time.value, Span(min(spot.start, time.span.start), max(spot.end, time.span.end)), rule="event-date", confidence=0.85, modality=manner)
            break


def _ordinal(scene: Scene, id_: str, span: DocSpan) -> Iterator[Statement]:
    """'the 6th Graduation Day': the number in a series, in the name or just before it."""
    for token in scene.doc[max(0, span.start - 1) : span.start + 1]:
        match = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", token.text)
        if match:
            yield fact(id_, "ordinal", Value(match[1], "integer"), Span(token.idx, span.end_char), rule="event-ordinal", confidence=0.9)


def speeches(scene: Scene) -> Iterator[Statement]:
    """'X said at the summit', 'X highlighted progress during the forum': who speaks at which event."""
    reports = scene.ontology.cues.get("report", {})
    for verb in scene.doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in reports:
            continue
        for prep in (t for t in verb.subtree if t.dep_ == "prep" and t.lower_ in ("at", "during") and (t.head == verb or t.head.head == verb)):
            for end in (c for c in prep.children if c.dep_ == "pobj"):
                for token in [end, *(c for c in end.children if c.dep_ in ("compound", "nmod"))]:
                    event = scene.heads.get(token.i, "")
                    if event and scene.is_a(event, "Event"):
                        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
                            for who, left in conjoined(scene, subject):
                                if scene.is_a(who, "Person"):
                                    yield fact(who, "speaksAt", event, words(scene, left, token), rule="speaks-at-event", confidence=0.85, modality=modality(verb))


def _hangs(token: Token, host: Token) -> bool:
    up = token
    for _ in range(3):
        if up == host:
            return True
        if up.pos_ in ("VERB", "AUX") or up.head == up:
            return False
        up = up.head
    return up == host


def _joined(scene: Scene, spot: Span, token: Token) -> Span:
    other = words(scene, token)
    return Span(min(spot.start, other.start), max(spot.end, other.end))
