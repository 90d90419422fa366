"""What a figure is of: what its noun belongs to, an incident, a programme, or an end of its clause."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.figures import FEW, Figure, described
from kg.extraction.number_words import UNITS
from kg.extraction.scene import Scene, thing_at
from kg.extraction.wordlist import words

_OF: Final = ("Organization", "Person", "Country", "Event", "Initiative", "Work", "Product", "Facility", "Group", "Place")


def owner(scene: Scene, figure: Figure) -> tuple[str, str]:
    """What the figure is about, and the rule that says so: what its noun belongs to, an incident, the frame, or an end of its clause."""
    head = scene.doc[figure.head]
    whole = described(head)
    for token in _belongs(head) if whole is None else (whole, *_belongs(whole)):
        if (found := _fit(scene, token)) and (token != whole or scene.things[found].type not in ("Person", "Group")):
            return found, "figure-observedOf"
    verb = verb_of(head)
    for rule, found in (("figure-in-frame", _frame(scene, verb)), ("figure-of-incident", _incident(scene, figure, verb))):
        if found:
            return found, rule
    if head.dep_ == "nsubj" and (found := _used(scene, verb)):
        return found, "figure-of-object"
    hangs = head.dep_ == "pobj" and head.head.head.pos_ in ("VERB", "AUX")
    aside = hangs and (head.head.lower_ in _ASIDE or (head.head.lower_ == "in" and figure.unit in UNITS))
    aside = aside or (whole is not None and whole.dep_ != "dobj")  # "a 400-metre runner is", "scratched from a five-country list"
    return ("", "") if aside else _subject(scene, head, verb)


_ASIDE: Final = words("on with after before within during at until since")
"""'On 51 minutes Ada Byron scored': the minutes are not hers."""


def verb_of(token: Token) -> Token:
    """The verb that the token depends on, or the root."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _subject(scene: Scene, head: Token, verb: Token) -> tuple[str, str]:
    """The subject of the verb that the figure depends on, or of the verb that this one depends on, and the rule."""
    rule = "figure-of-subject"
    while True:
        for subject in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and not c.is_ancestor(head) and c.i != head.i):
            if any(c.dep_ == "conj" for c in subject.children):  # "Norway, Sweden and Finland make 3 percent"
                return "", rule
            if verb.dep_ == "relcl" and subject.tag_ in ("WDT", "WP"):
                return _fit(scene, verb.head), rule
            if found := _fit(scene, subject):
                return found, rule
        if verb.head == verb or verb.dep_ not in ("conj", "xcomp", "advcl", "acl", "relcl", "ccomp"):
            return "", rule
        if verb.dep_ in ("acl", "relcl") and (found := _fit(scene, verb.head)):
            return found, rule
        rule, verb = "figure-of-clause", verb.head


def bare(scene: Scene, figure: Figure) -> bool:
    """Whether so few people are just the persons of a story: 'two women on a cake', not 'two women were killed'."""
    head = scene.doc[figure.head]
    near = (head, verb_of(head), *head.children)
    return figure.unit == "people" and figure.value < FEW and not any(t.lemma_.lower() in _HARM for t in near)


_HARM: Final = words(
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
