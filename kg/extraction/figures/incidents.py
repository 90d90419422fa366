"""The accident or event in which so many came to harm or took part: 'killed in a stampede', 'injured when a bus crashed'."""

from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import subjects_of
from kg.extraction.events.happenings import another
from kg.extraction.figures.figure import Figure
from kg.extraction.figures.measures import present
from kg.extraction.figures.worth import HARM
from kg.extraction.parts import HAPPENING, TOLD
from kg.extraction.scene import Scene, thing_at
from kg.extraction.wordlist import words

_OF: Final = ("Organization", "Person", "Country", "Event", "Initiative", "Work", "Product", "Facility", "Group", "Place")


def fit(scene: Scene, token: Token) -> str:
    """The thing at the token that a figure can be of; empty if none."""
    found = thing_at(scene, token)
    return found if found and any(scene.is_a(found, c) for c in _OF) and scene.things[found].type != "Position" else ""


def event_of(scene: Scene, figure: Figure, verb: Token) -> str:
    """What people of the clause came to harm in or took part in: 'killed in a stampede', 'the blast killed', 'marched in a protest'."""
    ruin = verb.lemma_.lower() in _RUIN
    harm = ruin or verb.lemma_.lower() in HARM
    if not ruin and (figure.unit != "people" or not (harm or present(verb))):
        return ""
    preps = ("in", "by", "during", "from", "when") if harm else ("in", "at", "for")
    ends = [c for p in verb.children if p.dep_ in ("prep", "agent") and p.lower_ in preps for c in p.children if c.dep_ == "pobj"]
    doers = subjects_of(verb) if verb.dep_ == "advcl" and verb.tag_ == "VBG" else [c for c in verb.children if c.dep_ == "nsubj"]
    ends += doers if harm else [c for c in verb.children if c.dep_ == "dobj"]  # "the storm hit the coast, killing nine"
    found = next((i for t in ends if t.i != figure.head and (i := fit(scene, t)) and scene.is_a(i, "Event")), "")
    return found or _told_event(scene, verb, "Incident" if harm else "Event")


_RUIN: Final = words("destroy damage burn flatten wreck")
"""What a fire or a storm does to houses."""


def _told_event(scene: Scene, verb: Token, class_: str) -> str:
    """What a verb tells, or one beside: 'attacked a base, killing nine', 'nine were injured when a bus crashed', 'nine protested'."""
    above = [verb.head] if verb.dep_ in ("advcl", "xcomp") else []
    below = [c for v in (verb, *verb.conjuncts) for c in v.children if c.dep_ == "advcl"]
    told = [(i, t.evidence[0]) for i, t in scene.things.items() if i.startswith(TOLD) and scene.is_a(i, class_)]
    return next((i for v in (*above, *below, verb) for i, e in told if e.start <= v.idx < e.end), "")


def incident_of(scene: Scene, figure: Figure, verb: Token) -> str:
    """The one incident of the article, where people came to harm: 'eleven people are still in hospital'."""
    near = [scene.doc[figure.head], verb, *verb.children, *(c for p in verb.children if p.dep_ == "prep" for c in p.children)]
    caught = verb.lemma_.lower() in ("arrest", "detain", "charge", "convict")  # whoever they are, it did not happen to them
    if figure.unit != "people" or caught or not any(t.lemma_.lower() in HARM for t in near):
        return ""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and subjects_of(verb.head):  # "Norland bombed the town, killing nine"
        return ""
    if any(p.lower_ == "since" for p in verb.children):  # "eight people have died there since 2010"
        return ""
    happened = [i for i, t in scene.things.items() if t.type == "Incident" and (t.spots or i.startswith(HAPPENING))]
    incidents = [i for i in happened if not another(scene.things[i].label)]
    other = next((c for c in verb.children if c.dep_ == "nsubj" and c.i != figure.head and c.tag_ in ("CD", "NN", "NNP")), None)
    if other is not None and thing_at(scene, other) not in incidents:  # "since one in 1960 killed 12,000"
        return ""
    return incidents[0] if len(incidents) == 1 else ""
