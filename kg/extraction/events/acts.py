"""Acts by which something is approved: 'ratified by the President's decree on 16 January'."""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from kg.dates import spoken
from kg.extraction.dates.times import Time
from kg.extraction.parts import APPROVALS, Parts, nearest
from kg.extraction.scene import Scene, Thing, conjoined, fact, office_at, paragraph_bounds, words
from kg.extraction.spot import Spot
from kg.model import Span, Statement, Value

_ACT: Final = frozenset({"decree", "order", "law", "resolution", "act", "decision", "edict"})


def instruments(scene: Scene, dates: Sequence[Time]) -> Parts:
    """'ratified by the President's decree on 16 January': the act as a thing, its issuer and day, and what it approved."""
    things: list[Thing] = []
    made: list[Statement] = []
    approving = scene.ontology.cues.get("agentVerb", {})
    for verb in scene.doc:
        if verb.pos_ != "VERB" or "approvedBy" not in approving.get(verb.lemma_.lower(), ()):
            continue
        for noun in (
            c
            for a in verb.children
            if a.dep_ in ("agent", "prep") and a.lower_ in ("by", "through")
            for c in a.children
            if c.dep_ == "pobj" and c.lemma_.lower() in _ACT
        ):
            issuers = [
                office_at(scene, i, said)
                for c in noun.children
                if c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "of")
                for t in ([c] if c.dep_ == "poss" else c.children)
                for i, said in conjoined(scene, t)
            ]
            works = [i for s in verb.children if s.dep_ == "nsubjpass" for i, _ in conjoined(scene, s)] or (
                [i for i, _ in conjoined(scene, verb.head)] if verb.dep_ == "acl" else []
            )
            works = [w for w in works if scene.is_a(w, "Work")]
            if issuers and works:
                parts = _instrument(scene, verb, noun, issuers[0], works[0], dates)
                things += parts.things
                made += parts.statements
    return Parts(tuple(things), tuple(made))


def _instrument(scene: Scene, verb: Token, noun: Token, issuer: str, work: str, dates: Sequence[Time]) -> Parts:
    """The act and the approval as things, and what ties both to the issuer, the work and the day."""
    bounds = paragraph_bounds(scene.article.text, noun.idx)
    sentence = Span(max(bounds.start, verb.sent.start_char), min(bounds.end, verb.sent.end_char))
    when = _day(verb, noun, sentence, dates)
    whole = words(scene, verb, noun, *[t for t in verb.doc[noun.left_edge.i : noun.i + 1] if t.i in scene.heads])
    subject = next((s for s in scene.things[work].spots if sentence.start <= s.start < sentence.end), None)
    evidence = Span(min(whole.start, subject.start if subject else whole.start), max(whole.end, when.span.end if when else whole.end))
    begin = next(t for t in scene.doc[noun.left_edge.i : noun.i + 1] if t.pos_ != "DET").idx
    spot = Spot(begin, when.span.end if when else noun.idx + len(noun), "nominal", "LegalAct")
    act = Thing(f"act {work}", "LegalAct", _label(noun, scene.things[issuer], when), spots=(spot,))
    word = APPROVALS.get(verb.lemma_.lower(), "Approval")
    approval = Thing(f"approval {work}", "Approval", f"{word} of the {scene.things[work].label}", evidence=(evidence,))
    rows: list[tuple[str, str, str | Value]] = [
        (work, "approvedBy", issuer),
        (work, "approvedThrough", act.id),
        (act.id, "issuedBy", issuer),
        (approval.id, "approves", work),
        (approval.id, "actor", issuer),
        (approval.id, "instrument", act.id),
    ]
    if when:
        rows += [(work, "approvedOn", when.value), (act.id, "issuedOn", when.value), (approval.id, "date", when.value)]
    return Parts((act, approval), tuple(fact(*row, evidence, rule="instrument") for row in rows))


def _day(verb: Token, noun: Token, sentence: Span, dates: Sequence[Time]) -> Time | None:
    """The date of the act: after the verb, and before or soon after the noun."""
    near = nearest(list(dates), noun.idx, noun.idx + len(noun), sentence)
    return next((t for t in near if t.span.start - noun.idx < 40 and t.span.start > verb.idx), None)


def _label(noun: Token, issuer: Thing, when: Time | None) -> str:
    """'Decree of the President of Norway of 16 January 2026', 'Decree of Norway'."""
    the = "the " if issuer.type == "Position" else ""
    day = f" of {spoken(when.value.lexical)}" if when else ""
    return f"{noun.text.capitalize()} of {the}{issuer.label}{day}"
