"""An article with its parse and the things it mentions: what the constructions look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.gazetteer import gazetteer, short_state
from kg.extraction.mentions.naming import PARTIES, bare
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words as word_list
from kg.model import Article, Derivation, Modality, Span, Statement, Value
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that the article mentions or that a construction concluded."""

    id: str
    type: str
    label: str
    spots: tuple[Spot, ...] = ()
    """In text order."""
    evidence: tuple[Span, ...] = ()
    """For nodes with parts."""
    stranger: bool = False
    """Whether only pronouns refer to it, and nothing that the text names can be meant."""

    @property
    def named(self) -> bool:
        """Whether the article calls it by a name."""
        return any(s.kind == "name" for s in self.spots)

    @property
    def known(self) -> bool:
        """Whether more than pronouns refers to it or could, or a construction concluded it."""
        return self.stranger or not self.spots or any(s.kind != "pronoun" for s in self.spots)


@dataclass(frozen=True, slots=True)
class Scene:
    """Article, parse and things. `heads` gives the thing whose mention is headed by a token."""

    article: Article
    doc: Doc
    ontology: Ontology
    things: Mapping[str, Thing]
    heads: Mapping[int, str]
    starts: Mapping[int, tuple[str, int]]
    """Token at which a mention starts to (thing, token after its end)."""
    ends: Mapping[int, tuple[str, int]]
    """Token after a mention's end to (thing, token at which it starts)."""

    def is_a(self, id_: str, class_: str) -> bool:
        """Whether the thing is of the class."""
        return self.ontology.is_a(self.things[id_].type, class_)


def scene(article: Article, doc: Doc, ontology: Ontology, groups: Iterable[Sequence[Spot]]) -> Scene:
    """The scene with one thing a group of spots; ids e0, e1, … in text order."""
    things = {}
    for i, group in enumerate(groups):
        type_ = class_of(group, ontology)
        things[f"e{i}"] = Thing(f"e{i}", type_, label(group, article.text, type_), tuple(group))
    return indexed(Scene(article, doc, ontology, things, {}, {}, {}))


def indexed(old: Scene) -> Scene:
    """The scene with its look-ups made anew from its things; names win over longer descriptions, persons over their titles."""
    heads: dict[int, str] = {}
    starts: dict[int, tuple[str, int]] = {}
    ends: dict[int, tuple[str, int]] = {}
    rows = [(s, t) for t in old.things.values() for s in t.spots]
    rank = {"name": 0, "pronoun": 1, "nominal": 2}
    for spot, thing in sorted(rows, key=lambda r: (r[1].type == "Position", rank[r[0].kind], r[0].start - r[0].end, r[0].start, r[1].id)):
        span = old.doc.char_span(spot.start, spot.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        heads.setdefault(span.root.i, thing.id)
        starts.setdefault(span.start, (thing.id, span.end))
        ends.setdefault(span.end, (thing.id, span.start))
    named = ((token, i) for token, i in tuple(heads.items()) if old.things[i].named)
    for token, id_ in named:
        if described := _describing(old, token, id_):
            heads.setdefault(described.i, id_)
    return replace(old, heads=heads, starts=starts, ends=ends)


def _describing(old: Scene, at: int, id_: str) -> Token | None:
    """The noun that says what the name at the token is of: 'charity' of 'the charity Open Hands', 'militia' of 'the Red Dawn militia'."""
    token = old.doc[at]
    noun = token.head
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return None
    before = token.dep_ == "appos" and noun.i == token.left_edge.i - 1
    kind = "Organization" if noun.lemma_.lower() in _BODIES else "Place" if noun.lemma_.lower() in OF_PLACE else ""
    after = token.dep_ in ("compound", "nmod") and noun.i == at + 1 and bool(kind) and old.is_a(id_, kind)
    return noun if before or after else None


_BODIES: Final = word_list(
    "militia movement group company firm newspaper magazine party charity network organization organisation airline chain gang"
)
"""What a name that is put before it can be all by itself."""


def class_of(group: Sequence[Spot], ontology: Ontology) -> str:
    """The class that most of the group's names have; of its descriptions where it has no name."""
    best = [s for s in group if s.kind == "name"] or [s for s in group if s.kind == "nominal"] or list(group)
    tally: dict[str, float] = {}
    for spot in best:
        tally[spot.type] = tally.get(spot.type, 0.0) + spot.score
    exact = {t: v for t, v in tally.items() if t not in ("Organization", "Place", "Work", "Event")} or tally
    top = max(sorted(tally), key=lambda t: tally[t])
    finer = max(sorted(exact), key=lambda t: exact[t])
    return finer if ontology.is_a(finer, top) else top


def label(group: Sequence[Spot], text: str, type_: str) -> str:
    """The fullest name; the gazetteer's for countries and regions; else the description without its determiner."""
    names = [bare(text[s.start : s.end]) for s in group if s.kind == "name"]
    if type_ in ("Country", "Region"):
        territory = next((t for n in names if (t := short_state(n) or gazetteer().territory(n)) and t.type == type_), None)
        if territory:
            return territory.name
    if type_ == "PoliticalParty" and all(n in PARTIES for n in names) and names:
        return PARTIES[names[0]]
    if names:
        cased = [n for n in names if not n.isupper() or len(n) < 6] or [n for n in names if " " not in n] or [_titled(n) for n in names]
        fullest = [n for n in cased if len(n) == max(map(len, cased))]
        return fullest[0]
    others = [bare(text[s.start : s.end]) for s in group if s.kind == "nominal"] or [text[s.start : s.end] for s in group]
    longest = max([o for o in others if o.partition(" ")[0].lower() not in _POINTING] or others, key=len)
    return longest[:1].upper() + longest[1:]


WHOSE: Final = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
_POINTING: Final = frozenset({"this", "that", "these", "those", "such", "same"})
"""'This important legislation' is called the bailout bill where the article also calls it so."""


def _titled(name: str) -> str:
    return " ".join(w.capitalize() for w in name.split())


def thing_at(scene: Scene, token: Token) -> str:
    """Id of the thing that the phrase headed by the token refers to; empty if none."""
    return scene.heads.get(token.i, "")


def office_at(scene: Scene, id_: str, token: Token) -> str:
    """The position whose title the token stands in, where the thing is a person without a name; else the thing."""
    if scene.things[id_].type != "Person" or scene.things[id_].named:
        return id_
    offices = (t.id for t in scene.things.values() if t.type == "Position" and any(s.start <= token.idx < s.end for s in t.spots))
    return next(offices, id_)


def conjoined(scene: Scene, token: Token) -> Iterator[tuple[str, Token]]:
    """The things of a phrase and of those joined to it by 'and', in text order; 'Acme's chairwoman, Ada Byron' is Ada Byron."""
    for each in sorted([token, *token.conjuncts], key=lambda t: t.i):
        found = thing_at(scene, each)
        if found and scene.things[found].type == "Position":
            each = next((c for c in each.subtree if c.dep_ == "appos" and c.i > each.i and _is_person(scene, c)), each)
            found = thing_at(scene, each)
        named = next((c for c in each.children if c.dep_ == "appos" and c.left_edge.i == each.i + 1), None) if each.tag_ == "NNS" else None
        if named is not None and thing_at(scene, named) and not (found and scene.things[found].named):  # "the studios Acme and Bolt"
            yield from conjoined(scene, named)
        elif found:
            yield found, each


def _is_person(scene: Scene, token: Token) -> bool:
    found = thing_at(scene, token)
    return bool(found) and scene.things[found].type == "Person"


def verb_of(token: Token) -> Token:
    """The verb that the token depends on, or the root."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def objects_of(head: Token, *prepositions: str) -> list[Token]:
    """What stands behind one of the prepositions that depend on the token: 'Oslo' of 'the attack on Oslo'."""
    prepped = (c for c in head.children if c.dep_ in ("prep", "agent") and c.lower_ in prepositions)
    return [c for p in prepped for c in p.children if c.dep_ == "pobj"]


def roots(scene: Scene, thing: Thing) -> Iterator[tuple[Token, Span]]:
    """The noun that heads each name or description of the thing, and its span."""
    for spot in thing.spots:
        tokens = scene.doc.char_span(spot.start, spot.end, alignment_mode="expand") if spot.kind != "pronoun" else None
        if tokens is not None and len(tokens):
            yield tokens.root, Span(spot.start, spot.end)


def over(a: Span, b: Span) -> Span:
    """The shortest span over the two."""
    return Span(min(a.start, b.start), max(a.end, b.end))


OF_PLACE: Final = word_list(
    "town city village island province state district port suburb coast region county peninsula valley area prefecture neighbourhood oblast"
)
"""Nouns that what stands behind 'of' names, or that lie by it: 'near the town of Flint', 'off the coast of Chile'."""


def words(scene: Scene, *tokens: Token) -> Span:
    """The shortest span over the tokens, whole mentions included."""
    start, end = min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    for token in tokens:
        for spot in scene.things[scene.heads[token.i]].spots if token.i in scene.heads else ():
            if spot.start <= token.idx < spot.end:
                start, end = min(start, spot.start), max(end, spot.end)
    return Span(start, end)


def fact(
    subject: str,
    property_: str,
    object_: str | Value,
    evidence: Span,
    *,
    rule: str,
    confidence: float = 1.0,
    modality: Modality = "Actual",
    derivation: Derivation = "Explicit",
) -> Statement:
    """A statement with one span of evidence. How sure it is, `weighing` says later, save of what the article says of itself."""
    return Statement(subject, property_, object_, (evidence,), modality=modality, derivation=derivation, confidence=confidence, rule=rule)


def paragraph_bounds(text: str, at: int) -> Span:
    """The paragraph (line) of the text around the code point."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return Span(start, len(text) if end < 0 else end)
