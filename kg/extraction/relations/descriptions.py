"""What a description says of what it describes: 'Burundian troops', 'the Brook government', 'Norland's space programme', 'a book by Ada'.

References
----------
.. [1] Nakov and Hearst 2013, "Semantic interpretation of noun compounds using verbal and other paraphrases", ACM TSLP 10.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from spacy.tokens import Token

from kg.extraction.commitment.modality import modality
from kg.extraction.mentions.nations import private
from kg.extraction.relations.units import OUTSIDERS
from kg.extraction.scene import Scene, conjoined, fact, over, roots, words
from kg.extraction.wordlist import words as word_list
from kg.model import Modality, Span, Statement

_NOUN: Final = "noun"
"""How a word before the noun is joined to it: 'the Norwegian army', 'the EU directive'."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A description of something of the class, and what it says of whom it is joined to in one of the ways."""

    class_: str
    joints: frozenset[str]
    """`noun`, `poss`, or a preposition."""
    others: frozenset[str]
    property: str
    turned: bool = False
    """Whether the described thing is the object."""


def _row(class_: str, joints: str, others: str, name: str) -> _Row:
    return _Row(class_, word_list(joints), word_list(others), name.removeprefix("^"), turned=name.startswith("^"))


_ROWS: Final = (
    _row("GovernmentBody", "noun poss of", "Place", "governmentBodyOf"),
    _row("GovernmentBody", "noun poss of", "Person", "^headOf"),
    _row("Organization", "noun poss", "InternationalOrganization", "unitOf"),
    _row("Programme", "noun poss", "Country Organization", "implementedBy"),
    _row("PolicyDocument", "poss", "Person", "proposedBy"),
    _row("LegalAct", "noun", "InternationalOrganization", "issuedBy"),
    _row("Cooperation", "noun", "Country", "party"),
    _row("LegalAct", "by", "Agent", "issuedBy"),
    _row("PolicyDocument", "by", "Agent", "issuedBy"),
    _row("Work", "by from", "Person", "authoredBy"),
    _row("Work", "by", "Organization", "authoredBy"),
    _row("Product", "noun poss", "GovernmentBody Country", "operatedBy"),
    _row("Facility", "in", "City", "locatedIn"),
)
"""The first that fits counts. Of the pairs so joined in the training articles four in five or more say it."""


def descriptions(scene: Scene) -> Iterator[Statement]:
    """What the descriptions of things without a name say of them, in no order."""
    for id_, thing in scene.things.items():
        if thing.named or thing.type == "Position":
            continue
        for root, spot in roots(scene, thing):
            for joint, end in _joined(root):
                for other, token in conjoined(scene, end) if joint not in (_NOUN, "poss") else ((scene.heads.get(end.i, ""), end),):
                    if other and other != id_ and scene.things[other].known and scene.things[other].type != "Position":
                        yield from _said(scene, id_, root, joint, other, over(spot, words(scene, token)))


def _joined(root: Token) -> Iterator[tuple[str, Token]]:
    """The words that hang on the noun, and how."""
    for child in root.children:
        if child.dep_ in ("amod", "compound", "nmod"):
            yield _NOUN, child
        elif child.dep_ == "poss":
            yield "poss", child
        elif child.dep_ in ("prep", "agent"):
            yield from ((child.lower_, end) for end in child.children if end.dep_ == "pobj")


def _said(scene: Scene, id_: str, root: Token, joint: str, other: str, evidence: Span) -> Iterator[Statement]:
    type_ = scene.things[id_].type
    if joint == _NOUN and scene.things[other].type == "Country" and type_ in ("Group", "Person", "Company", "MediaOrganization"):
        rows = [_row(type_, joint, "Country", name) for name in _of_country(root, type_)]
    else:
        fitting = (r for r in _ROWS if joint in r.joints and scene.is_a(id_, r.class_) and any(scene.is_a(other, o) for o in r.others))
        rows = list(islice(fitting, 1))
    for row in rows:
        subject, object_ = (other, id_) if row.turned else (id_, other)
        if row.property == "governmentBodyOf" and (root.lemma_.lower() in OUTSIDERS or private(root.lemma_.lower()) or _greatest(root)):
            continue  # "its most powerful ally", "Europe's largest army"
        if row.property == "operatedBy" and scene.things[other].type == "Country" and root.lemma_.lower() not in _ARMS:
            continue
        if scene.ontology.fits(row.property, scene.things[subject].type, scene.things[object_].type):
            manner = _made(root)
            yield fact(subject, row.property, object_, evidence, rule=f"inside-{row.property}", modality=manner, derivation="Implied")


_ARMS: Final = word_list(
    "weapon gun missile rocket artillery jet fighter bomber aircraft airplane plane warplane warship ship destroyer frigate carrier",
    "submarine tank drone helicopter vehicle warhead satellite spacecraft rover tanker vessel boat",
)
"""What a state runs that is called its own: 'a Norwegian frigate', not 'Norwegian salmon'."""


def _greatest(root: Token) -> bool:
    return any(t.tag_ in ("JJS", "RBS") for child in root.children if child.dep_ == "amod" for t in (child, *child.children))


def _made(root: Token) -> Modality:
    """Whether the thing is there, or is still to be made: 'will build a plant in Oslo'."""
    made = root.dep_ == "dobj" and root.head.lemma_ in _MAKING
    return modality(root.head) if made else "Actual"


_MAKING: Final = word_list("build construct open erect create establish launch found form")


def _of_country(root: Token, type_: str) -> tuple[str, ...]:
    """What people or bodies of a country are to it: 'American athletes', 'Norwegian officials', 'the Dutch carmaker'."""
    noun = root.lemma_.lower()
    if noun in _MARKETS:
        return ("locatedIn",)
    if noun in _BODIES or type_ in ("Company", "MediaOrganization"):
        return ("basedIn",)
    if noun in _OFFICIALS:
        return ("represents", "worksFor", "citizenOf")
    return () if noun in _NEITHER else ("citizenOf",)


_BODIES: Final = word_list(
    "company firm airline bank institution industry manufacturer carmaker maker producer business media press",
    "newspaper website broadcaster retailer chain operator group organisation organization union club university school team party",
)
_MARKETS: Final = word_list("market exchange index")
_OFFICIALS: Final = word_list("official diplomat")
_NEITHER: Final = OUTSIDERS | word_list(
    "delegation city stock embassy authority government leadership committee subsidiary opposition examiner negotiator envoy ambassador",
    "representative village town province state nation country",
)
"""Who may be of another country, or is told by other words."""
