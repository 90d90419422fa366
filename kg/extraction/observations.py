"""Figures as nodes: number, unit, what is counted and of what; ages of persons."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from spacy.tokens import Token

from kg.extraction.committed import committed
from kg.extraction.figures import UNITS, Figure, figures
from kg.extraction.parts import nearest
from kg.extraction.scene import Scene, Thing, fact, thing_at, words
from kg.extraction.times import Time
from kg.extraction.wordlist import words as word_list
from kg.model import Span, Statement, Value

_OF: Final = ("Organization", "Person", "Country", "Event", "Initiative", "Work", "Product", "Facility", "Group", "Place")


def observations(scene: Scene, dates: Sequence[Time]) -> tuple[list[Thing], list[Statement]]:
    """A node for each figure that says something of a thing in its sentence, and persons' ages."""
    doc = scene.doc
    named = [(s.start, s.end) for t in scene.things.values() for s in t.spots if s.kind == "name"]
    busy = [(t.span.start, t.span.end) for t in dates] + named
    ages = dict(_ages(scene))
    things, made = [], []
    for holder, (age, span) in ages.items():
        made.append(fact(holder, "age", Value(age, "integer"), span, rule="age"))
    taken = lambda a, b: any(x < b and a < y for x, y in busy) or any(s.start <= a < s.end for _, s in ages.values())  # noqa: E731
    said: set[tuple[Decimal, str]] = set()
    for figure in figures(doc, taken=taken):
        if (figure.value, figure.unit) in said:
            continue
        said.add((figure.value, figure.unit))
        of, rule = _of(scene, figure)
        if of or figure.unit in ("%", "people") or (len(figure.unit) == 3 and figure.unit.isupper()):
            thing, statements = _node(scene, figure, of, rule, dates)
            things.append(thing)
            made += statements
    return things, made


def _ages(scene: Scene) -> Iterator[tuple[str, tuple[str, Span]]]:
    """'Ada Byron, 51,' and '51-year-old Ada Byron'."""
    text = scene.article.text
    for id_, thing in scene.things.items():
        if thing.type != "Person":
            continue
        for spot in thing.spots:
            after = re.match(r", (?:aged )?(\d{1,3})(?=[,.])", text[spot.end : spot.end + 12])
            before = re.search(r"(\d{1,3})-year-old (?:[a-z]+ ){0,2}$", text[max(0, spot.start - 40) : spot.start])
            if spot.kind == "name" and after and int(after[1]) < 120:
                yield id_, (after[1], Span(spot.start, spot.end + after.end()))
                break
            if spot.kind == "name" and before:
                yield id_, (before[1], Span(max(0, spot.start - 40) + before.start(), spot.end))
                break


def _of(scene: Scene, figure: Figure) -> tuple[str, str]:
    """What the figure is about, and the rule that says so: what its noun belongs to, an incident, the frame, or an end of its clause."""
    head = scene.doc[figure.head]
    for token in _belongs(head):
        if found := _fit(scene, token):
            return found, "figure-observedOf"
    verb = _verb(head)
    for rule, found in (("figure-in-frame", _frame(scene, verb)), ("figure-of-incident", _incident(scene, figure, verb))):
        if found:
            return found, rule
    if head.dep_ == "nsubj" and (found := _used(scene, verb)):
        return found, "figure-of-object"
    hangs = head.dep_ == "pobj" and head.head.head.pos_ in ("VERB", "AUX")
    aside = hangs and (head.head.lower_ in _ASIDE or (head.head.lower_ == "in" and figure.unit in UNITS))
    return ("", "") if aside else _subject(scene, head, verb)


_ASIDE: Final = word_list("on with after before within during at until since")
"""'On 51 minutes Ada Byron scored': the minutes are not hers."""


def _verb(token: Token) -> Token:
    """The verb that the token depends on, or the root."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _subject(scene: Scene, head: Token, verb: Token) -> tuple[str, str]:
    """The subject of the verb that the figure depends on, or of the verb that this one depends on, and the rule."""
    rule = "figure-of-subject"
    while True:
        for subject in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i != head.i):
            if found := _fit(scene, subject):
                return found, rule
        if verb.head == verb or verb.dep_ not in ("conj", "xcomp", "advcl", "acl", "relcl", "ccomp"):
            return "", rule
        if verb.dep_ in ("acl", "relcl") and (found := _fit(scene, verb.head)):
            return found, rule
        rule, verb = "figure-of-clause", verb.head


_HARM: Final = word_list(
    "kill die injure hurt wound dead death injury casualty fatality missing hospital hospitalise hospitalize arrest rescue"
)


def _incident(scene: Scene, figure: Figure, verb: Token) -> str:
    """The one incident of the article, where people came to harm: 'eleven people are still in hospital'."""
    near = [scene.doc[figure.head], verb, *verb.children, *(c for p in verb.children if p.dep_ == "prep" for c in p.children)]
    if figure.unit != "people" or not any(t.lemma_.lower() in _HARM for t in near):
        return ""
    incidents = [i for i, t in scene.things.items() if t.type == "Incident" and t.spots]
    return incidents[0] if len(incidents) == 1 else ""


def _used(scene: Scene, verb: Token) -> str:
    """What so many do something with: 'forty people visited the fair', 'two in three say they trust it'."""
    for each in (verb, *(c for c in verb.children if c.dep_ == "ccomp")):
        for end in (c for c in each.children if c.dep_ == "dobj"):
            if found := _fit(scene, end):
                return found
    return ""


def _frame(scene: Scene, verb: Token) -> str:
    """'trained within the framework of the programme': of the clause, or of the one that it is joined to."""
    for each in (verb, verb.head) if verb.dep_ == "conj" else (verb,):
        for prep in (c for c in each.children if c.dep_ == "prep" and c.lower_ in ("within", "in", "under")):
            for noun in (c for c in prep.children if c.dep_ == "pobj" and c.lemma_ in ("framework", "part", "course")):
                for end in (e for p in noun.children if p.lower_ == "of" for e in p.children if e.dep_ == "pobj"):
                    if (found := _fit(scene, end)) and scene.is_a(found, "Initiative"):
                        return found
    return ""


def _belongs(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at", "within"):
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "poss":
            yield child


def _fit(scene: Scene, token: Token) -> str:
    found = thing_at(scene, token)
    return found if found and any(scene.is_a(found, c) for c in _OF) and scene.things[found].type != "Position" else ""


def _node(scene: Scene, figure: Figure, of: str, rule: str, dates: Sequence[Time]) -> tuple[Thing, list[Statement]]:
    """The figure as a thing, and what there is to say of it; `rule` is why it is `of` that thing."""
    head = scene.doc[figure.head]
    verb = _verb(head)
    manner = committed(head, verb)
    evidence = _clause(head) or _beside(scene, figure, of)
    lexical = format(figure.value.normalize(), "f")
    node = Thing(f"obs {figure.span.start}", "Observation", f"{figure.measure}: {lexical} {figure.unit}", evidence=(evidence,))
    rows: list[tuple[str, str | Value, str]] = [
        ("value", Value(lexical, "integer" if "." not in lexical else "decimal"), "figure-value"),
        ("unit", Value(figure.unit, "string"), "figure-unit"),
        ("measure", f"topic {figure.measure}", "figure-measure"),
    ]
    if of:
        rows.append(("observedOf", of, rule))
    when = _as_of(scene, head, verb, dates)
    if when is not None:
        rows.append(("asOf", when, "figure-asOf"))
    return node, [fact(node.id, name, value, evidence, rule=why, modality=manner) for name, value, why in rows]


def _beside(scene: Scene, figure: Figure, of: str) -> Span:
    """The figure together with what it is of, where that stands near in its sentence."""
    head = scene.doc[figure.head]
    owner = next((t for t in head.sent if scene.heads.get(t.i) == of), head)
    span = words(scene, head, owner) if of and abs(owner.i - head.i) < 25 else figure.span
    return Span(min(span.start, figure.span.start), max(span.end, figure.span.end))


_LONG: Final = 160
"""Code points of a clause that is still read at a glance."""


def _clause(head: Token) -> Span | None:
    """The whole clause of a figure that is its subject, where it is short: '210 people have been trained at Acme'."""
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return None
    tokens = [t for t in verb.subtree if not _joined(t, verb)]
    while tokens and (tokens[0].is_punct or tokens[0].dep_ == "cc"):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    whole = tokens[-1].i - tokens[0].i + 1 == len(tokens)
    return span if whole and span.end - span.start <= _LONG and not any("\n" in t.text for t in tokens) else None


def _joined(token: Token, verb: Token) -> bool:
    """Whether the token stands in a clause joined to the verb's, or joins one."""
    while token != verb:
        if token.head == verb and token.dep_ in ("conj", "cc", "ccomp", "parataxis"):
            return True
        token = token.head
    return False


def _as_of(scene: Scene, head: Token, verb: Token, dates: Sequence[Time]) -> Value | None:
    """A date that closes the clause ('in 2012'), or publication where the clause says what has been done so far."""
    sentence = Span(head.sent.start_char, head.sent.end_char)
    near = next(nearest(list(dates), head.idx, head.idx + len(head), sentence), None)
    if near is not None and 0 <= near.span.start - head.idx < 40:
        return near.value
    now = (
        verb.tag_ == "VBN"
        and any(c.lower_ in ("have", "has") and c.dep_ == "aux" for c in verb.children)
        and any(c.dep_ == "auxpass" for c in verb.children)
    )
    now = now or any(c.dep_ == "advmod" and c.lower_ in ("currently", "now", "presently", "already") for c in verb.children)
    return Value(scene.article.date, "date") if now and scene.article.date else None
