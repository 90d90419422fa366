"""Who has how much of a body: 'bought a 20 percent stake in Acme', 'owns 6 percent of Acme', 'Acme is 30 percent owned by Bolt'."""

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import is_passive, subjects_of
from kg.extraction.scene import Scene, objects_of, thing_at, verb_of
from kg.extraction.wordlist import words


@dataclass(frozen=True, slots=True)
class Stake:
    """A share of a body, and who has it."""

    body: str
    holder: str


def stake(scene: Scene, head: Token) -> Stake | None:
    """The stake that the percentage headed by `head` tells; none where it is a share of something else or nobody is told to have it."""
    if head.lower_ not in _PERCENT:
        return None
    above = head.head.head if head.dep_ == "pobj" else head.head
    near = (head.head, above, *(c for c in above.children if c.dep_ in ("dobj", "nsubj")))  # "raised its stake in Acme to 46 percent"
    noun = next((n for n in near if n.lemma_.lower() in STAKES and n.pos_ == "NOUN"), head)
    owned = next((v for v in (head.head, *head.children) if v.lemma_ == "own" and v.tag_ == "VBN"), None)
    if owned is not None and (holders := objects_of(owned, "by")):  # "Acme is 30 percent owned by Bolt"
        bodies, ends = subjects_of(verb_of(head)), holders
    else:
        bodies, ends = objects_of(noun, "in", "of") or objects_of(head, "in", "of"), _holders(noun)
    body = next((found for b in bodies if (found := thing_at(scene, b)) and scene.is_a(found, "Organization")), "")
    holder = next((found for e in ends if (found := thing_at(scene, e)) and _can_hold(scene, found)), "")
    return Stake(body, holder) if body and holder and scene.things[body].named and body != holder else None


def _holders(noun: Token) -> list[Token]:
    """Who has, buys, sells or is given the stake."""
    for clause in (c for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ in HAVING):
        return objects_of(clause, "by") if clause.tag_ == "VBN" else [c for c in clause.children if c.dep_ == "nsubj"]
    if owners := [c for c in noun.children if c.dep_ == "poss"]:  # "Bolt's holding in Acme"
        return owners
    verb = verb_of(noun)
    if noun.dep_ == "nsubjpass":
        return objects_of(verb, "by")
    if verb.lemma_ in _GIVING:
        return [c for c in verb.children if c.dep_ in ("dative", "nsubjpass")]
    takes = verb.lemma_ in HAVING or (noun.dep_ in ("dobj", "pobj") and verb.lemma_ in _TAKING)
    return subjects_of(verb) if takes and not is_passive(verb) else []


def _can_hold(scene: Scene, id_: str) -> bool:
    return any(scene.is_a(id_, class_) for class_ in ("Organization", "Person", "Country", "Group"))


_PERCENT: Final = frozenset({"percent", "%", "cent"})
STAKES: Final = words("stake share holding interest majority shareholding")
HAVING: Final = words("own hold control have retain keep")
"""Verbs whose subject has the share that is their object."""
_GIVING: Final = words("give grant hand leave offer")
_TAKING: Final = words("buy acquire purchase take sell raise increase boost cut reduce lift build get secure sign want seek trim up")
