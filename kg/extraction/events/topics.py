"""What policies, programmes and events are for and lead to, as topics in the article's words: 'the plan focuses on clean water'."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import subjects_of
from kg.extraction.commitment.modality import modality
from kg.extraction.scene import Scene, conjoined, fact
from kg.extraction.wordlist import words
from kg.model import Derivation, Span, Statement

_AIMING: Final = ("Work", "Initiative", "Centre", "Gathering")
_CAUSES: Final = ("Event", "Initiative")
_BETTER: Final = words(
    "enhance improve strengthen nurture develop boost promote support increase expand foster advance build create raise deepen bolster",
    "ensure",
)
"""What they make better is the aim, not the making."""
_LONGEST: Final = 12
"""Words of a topic; a longer phrase is an argument, no topic."""


def topics(scene: Scene) -> Iterator[Statement]:
    """Aims, effects and standing, in text order; what the cues `cue:topicVerb` say of named or described things."""
    cues = scene.ontology.cues.get("topicVerb", {})
    for verb in scene.doc:
        if verb.pos_ != "VERB" or (verb.dep_ in ("advcl", "conj") and verb.tag_ == "VBG" and _in_list(verb)):
            continue
        for phrase, ends in _ends(verb):
            for name in cues.get(phrase, ()):
                for subject in subjects_of(verb):
                    yield from _statements(scene, verb, name, subject, ends)
        yield from _status(scene, verb)


def _ends(verb: Token) -> Iterator[tuple[str, list[Token]]]:
    """(phrase of the cue, heads of what it takes): objects, objects of prepositions, infinitives."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield verb.lemma_, _listed(child)
        elif child.dep_ == "prep":
            for end in (c for c in child.children if c.dep_ in ("pobj", "pcomp")):
                yield f"{verb.lemma_} {child.lower_}", _listed(end)
        elif child.dep_ == "xcomp" and child.tag_ == "VB":
            yield f"{verb.lemma_} to", [child, *child.conjuncts]


def _listed(head: Token) -> list[Token]:
    """The parts of a list; of 'objectives such as A and B' what follows."""
    for child in head.children:
        if child.dep_ == "prep" and (
            child.lower_ == "including" or (child.lower_ == "as" and any(c.lower_ == "such" for c in child.children))
        ):
            for end in (c for c in child.children if c.dep_ in ("pobj", "pcomp")):
                return [end, *end.conjuncts, *_loose(head, end)]
    return [head, *head.conjuncts]


def _loose(head: Token, first: Token) -> Iterator[Token]:
    """Further gerunds of 'objectives such as saving A, raising B and C-ing D' that the parse hangs on the verb."""
    if first.tag_ == "VBG":
        for later in (c for c in head.head.head.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > first.i):
            yield from (later, *later.conjuncts)


def _in_list(verb: Token) -> bool:
    """Whether the gerund comes after 'such as' and another gerund."""
    before = verb.doc[verb.sent.start : verb.i]
    return any(t.dep_ == "pcomp" and t.tag_ == "VBG" and t.head.lower_ == "as" for t in before)


def _statements(scene: Scene, verb: Token, name: str, subject: Token, ends: list[Token]) -> Iterator[Statement]:
    """One for each subject and end; causes may be topics themselves."""
    things = [i for i, _ in conjoined(scene, subject) if scene.things[i].type != "Position"]
    causes: list[tuple[str, Derivation]] = [(i, "Explicit") for i in things if any(scene.is_a(i, c) for c in _AIMING)]
    if name == "leadsTo":
        causes = [(i, "Explicit") for i in things if any(scene.is_a(i, c) for c in _CAUSES)]
        causes += [(f"topic {label}", "Explicit") for label in ([] if things else [label_of(subject)]) if label]
        causes += [(f"topic {label}", "Implied") for beside in _beside(subject) if (label := label_of(beside))]
    for cause, derivation in causes:
        for end in ends:
            if label := label_of(end):
                span, rule = _span(verb, end), f"topic-{verb.lemma_}"
                yield fact(cause, name, f"topic {label}", span, rule=rule, modality=modality(verb), derivation=derivation)


def _beside(subject: Token) -> Iterator[Token]:
    """'the spread of phones alongside cheap data': what acts with the subject."""
    for prep in (c for c in subject.children if c.lower_ == "alongside"):
        yield from (c for c in prep.children if c.dep_ == "pobj")


def label_of(head: Token) -> str:
    """The phrase of a noun or of a verb and its object, without determiner and clauses; empty where it is none or too long."""
    if head.pos_ not in ("NOUN", "PROPN", "VERB"):
        return ""
    tokens = [t for t in head.subtree if _inside(t, head)]
    if head.pos_ == "VERB" and head.lemma_ in _BETTER and any(c.dep_ == "dobj" for c in head.children):
        tokens = [t for t in tokens if t.i > head.i]
    if len(tokens) > _LONGEST:  # to the first 'and' inside
        stop = next((t.i for t in tokens if t.dep_ in ("cc", "acl") and t.i > head.i), tokens[-1].i + 1)
        tokens = [t for t in tokens if t.i < stop]
    while tokens and (tokens[0].pos_ in ("DET", "PRON", "PART", "PUNCT", "ADV") or tokens[0].dep_ in ("poss", "case")):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct and tokens[-1].text not in _CLOSING:
        tokens = tokens[:-1]
    span = head.doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""
    whole = tokens and tokens[-1].i - tokens[0].i + 1 == len(tokens) and len(tokens) <= _LONGEST and "\n" not in span
    return span[:1].upper() + span[1:] if whole else ""


_CLOSING: Final = frozenset({")", "]", "”", '"', "’", "%"})


def _inside(token: Token, head: Token) -> bool:
    """Whether the token belongs to the phrase of the head itself, not to another of its list or to a clause on it."""
    while token != head:
        if (
            token.lower_ == "alongside"
            or token.dep_ in ("relcl", "appos", "advcl", "mark")
            or (token.dep_ in ("conj", "cc", "punct") and token.head == head)
        ):
            return False
        token = token.head
    return True


def _span(verb: Token, end: Token) -> Span:
    """From the verb to the end's last word, or the end alone where others stand between."""
    tokens = [t for t in end.subtree if _inside(t, end)]
    begin = verb if len([t for t in verb.doc[verb.i : end.i] if t.dep_ == "conj"]) == 0 and verb.i < end.i else tokens[0]
    return Span(begin.idx, tokens[-1].idx + len(tokens[-1]))


def _status(scene: Scene, verb: Token) -> Iterator[Statement]:
    """'operates with the status of a technopark resident', 'has the status of a resident'."""
    for noun in (c for p in (verb, *(c for c in verb.children if c.dep_ == "prep")) for c in p.children if c.lemma_ == "status"):
        for end in (e for p in noun.children if p.lower_ == "of" for e in p.children if e.dep_ == "pobj"):
            for subject in subjects_of(verb):
                for thing, _ in conjoined(scene, subject):
                    if scene.is_a(thing, "Organization") and (label := label_of(end)):
                        yield fact(thing, "status", f"topic {label}", _span(noun, end), rule="status-of", modality=modality(verb))
