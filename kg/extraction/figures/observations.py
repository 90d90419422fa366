"""Figures as nodes: number, unit, what is counted and of what; ages of persons."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from spacy.tokens import Token

from kg.extraction.dates.times import Time
from kg.extraction.figures.ages import ages_of
from kg.extraction.figures.amounts import FEW, figures
from kg.extraction.figures.committed import committed
from kg.extraction.figures.figure import Figure
from kg.extraction.figures.measures import by_itself, noun_of
from kg.extraction.figures.number_words import UNITS
from kg.extraction.figures.owners import owner
from kg.extraction.figures.stakes import stake
from kg.extraction.figures.worth import bare, tells_nothing
from kg.extraction.parts import clause_dates, nearest
from kg.extraction.scene import Scene, Thing, fact, verb_of
from kg.model import Span, Statement, Value


def observations(scene: Scene, dates: Sequence[Time]) -> tuple[list[Thing], list[Statement]]:
    """A node for each figure that says something of a thing in its sentence, and persons' ages."""
    doc = scene.doc
    named = [(s.start, s.end) for t in scene.things.values() for s in t.spots if s.kind == "name"]
    busy = [(t.span.start, t.span.end) for t in dates] + named
    ages = dict(ages_of(scene))
    things, made = [], []
    for holder, (age, span) in ages.items():
        made.append(fact(holder, "age", Value(age, "integer"), span, rule="age"))
    taken = lambda a, b: any(x < b and a < y for x, y in busy) or any(s.start <= a < s.end for _, s in ages.values())  # noqa: E731
    for figure, of, rule in _once(scene, figures(doc, taken=taken)):
        if bare(scene, figure) and (not of or (figure.value < FEW and figure.measure == "People")):
            continue
        if of or figure.unit == "people" or by_itself(figure.unit) or " " in figure.measure:
            thing, statements = _node(scene, figure, of, rule, dates)
            things.append(thing)
            made += statements
    return things, made


def _once(scene: Scene, found: Iterable[Figure]) -> list[tuple[Figure, str, str]]:
    """Each number of a unit once, with what it is of and the rule that says so: where that is told first, else where it stands first."""
    said: dict[tuple[Decimal, str], tuple[Figure, str, str]] = {}
    for each in found:
        key = each.value, each.unit
        if key not in said or not said[key][1]:
            figure, of, rule = _owned(scene, each)
            if key not in said or (of and not tells_nothing(figure.measure)):
                said[key] = figure, of, rule
    return list(said.values())


def _owned(scene: Scene, figure: Figure) -> tuple[Figure, str, str]:
    """The figure, what it is of and the rule that says so; a share of a body is called a stake in it."""
    if (held := stake(scene, scene.doc[figure.head])) is not None:
        return replace(figure, measure=f"Stake in {scene.things[held.body].label}"), held.holder, "figure-of-holder"
    of, rule = owner(scene, figure)
    return replace(figure, measure=_measure(scene, figure, of)), of, rule


def worth_telling(scene: Scene, known: Sequence[Statement]) -> list[Statement]:
    """The statements without those about figures that measure nothing and are surely of nothing: 'a share of 4 percent'."""
    owned = {s.subject for s in known if s.property == "observedOf"}
    empty = {i for i, t in scene.things.items() if t.type == "Observation" and tells_nothing(t.label) and i not in owned}
    return [s for s in known if s.subject not in empty]


def _node(scene: Scene, figure: Figure, of: str, rule: str, dates: Sequence[Time]) -> tuple[Thing, list[Statement]]:
    """The figure as a thing, and what there is to say of it; `rule` is why it is `of` that thing."""
    head = scene.doc[figure.head]
    verb = verb_of(head)
    manner = committed(head, verb)
    evidence = _clause(head) or _beside(scene, figure, of)
    lexical = format(figure.value.normalize(), "f")
    label = " ".join([f"{figure.measure}:", *filter(None, (figure.hedge, lexical, figure.unit))])
    node = Thing(f"obs {figure.span.start}", "Observation", label, evidence=(evidence,))
    rows: list[tuple[str, str | Value, str]] = [
        ("value", Value(lexical, "integer" if "." not in lexical else "decimal"), "figure-value"),
        ("unit", Value(figure.unit, "string"), "figure-unit"),
        ("measure", f"topic {figure.measure}", "figure-measure"),
    ]
    if figure.hedge:
        rows.append(("hedge", Value(figure.hedge, "string"), "figure-value"))
    if of:
        rows.append(("observedOf", of, rule))
    if (when := _as_of(scene, figure, verb, dates)) is not None:
        rows.append(("asOf", when.value, "figure-asOf"))
    elif scene.article.date and _of_now(verb):
        rows.append(("asOf", Value(scene.article.date, "date"), "figure-of-now"))
    return node, [fact(node.id, name, value, evidence, rule=why, modality=manner) for name, value, why in rows]


def _measure(scene: Scene, figure: Figure, of: str) -> str:
    """What is measured, without words of the name of whose it is: 'revenue' of the Harbour Bank's, not 'Harbour revenue'."""
    noun = noun_of(scene.doc[figure.head], figure.unit)
    names = [s for s in scene.things[of].spots if s.kind == "name"] if of and scene.is_a(of, "Organization") else []
    known = {t.lower_ for t in noun.subtree if t != noun and any(s.start <= t.idx < s.end for s in names)}
    *before, last = figure.measure.split()
    kept = " ".join([*(word for word in before if word.lower() not in known), last])
    return kept[:1].upper() + kept[1:]


def _beside(scene: Scene, figure: Figure, of: str) -> Span:
    """The figure with its verb, the word behind it that its measure ends with, and what it is of, where these stand near."""
    head = scene.doc[figure.head]
    verb, whose = verb_of(head), next((t for t in head.sent if scene.heads.get(t.i) == of), head)
    near = [t for t, far in ((verb, _NEAR), (whose, _FAR)) if abs(t.i - head.i) < far and t.sent == head.sent]
    last = next(
        (t for t in head.doc[head.i + 1 : head.i + 3] if t.text == figure.measure.rpartition(" ")[2] and t.head.i >= min(head.i, verb.i)),
        head,
    )
    spans = [figure.span, *(Span(t.idx, t.idx + len(t)) for t in (head, *near, last))]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


_NEAR: Final = 8
_FAR: Final = 25
"""Tokens from a figure to its verb, and to what it is of, that its evidence still reaches over."""
_LONG: Final = 160
"""Code points of a clause that is still read at a glance."""


def _clause(head: Token) -> Span | None:
    """The whole clause of a figure that is its subject, where it is short: '210 people have been trained at Acme'."""
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return None
    tokens = [t for t in verb.subtree if not _joined(t, verb)]
    while tokens and (tokens[0].is_punct or tokens[0].is_space or tokens[0].dep_ == "cc"):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
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


def _as_of(scene: Scene, figure: Figure, verb: Token, dates: Sequence[Time]) -> Time | None:
    """The date of the figure's own phrase or clause ('in 2012', 'last year'), of no other noun; a length of time has none.

    A day is also that of the clause where it stands further down: 'wounded nine at a checkpoint on Monday'.
    """
    head = scene.doc[figure.head]
    if figure.unit in UNITS:
        return None
    own = {head, verb, noun_of(head, figure.unit), *([head.head] if head.dep_ == "pobj" else [])}  # "from 5.6 percent in July"
    days = clause_dates(scene, verb, dates)
    for time in nearest(dates, head.idx, head.idx + len(head), Span(head.sent.start_char, head.sent.end_char)):
        said = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if said is None:
            continue
        prep = said.root.head if said.root.dep_ == "pobj" else None
        if said[0].lower_ in _BOUNDS or (prep is not None and prep.lower_ in _BOUNDS):
            continue
        if (prep.head if prep is not None else said.root.head) in own or (time.value.datatype == "date" and time in days):
            return time
    return None


_BOUNDS: Final = frozenset({"since", "until", "till", "from", "between", "after", "before", "to", "than", "of"})


def _of_now(verb: Token) -> bool:
    """Whether the clause says what has been done so far, or is so now: it holds on the day of publication."""
    perfect = verb.tag_ == "VBN" and any(c.lower_ in ("have", "has") and c.dep_ == "aux" for c in verb.children)
    done = perfect and any(c.dep_ == "auxpass" for c in verb.children)
    return done or any(c.dep_ == "advmod" and c.lower_ in ("currently", "now", "presently", "already") for c in verb.children)
