"""What the noun of an event says: 'the attack on Oslo by Norland', 'Ada Byron's visit to Norway', 'talks between Norland and Sudland'.

References
----------
.. [1] Meyers and others 2004, "The NomBank Project", Frontiers in Corpus Annotation.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import subjects_of
from kg.extraction.commitment.modality import dropped, modality
from kg.extraction.scene import Scene, conjoined, fact, objects_of, over, roots, thing_at, verb_of, words
from kg.extraction.wordlist import words as word_list
from kg.model import Modality, Span, Statement

_TO: Final = {
    "attack": "on against", "airstrike": "on against in", "strike": "on against", "raid": "on", "assault": "on", "crackdown": "on",
    "protest": "against", "sanction": "against on", "lawsuit": "against", "investigation": "into of", "probe": "into of",
    "inquiry": "into", "invasion": "of", "occupation": "of", "bombing": "of", "siege": "of", "killing": "of", "murder": "of", "death": "",
    "assassination": "of", "kidnapping": "of", "abduction": "of", "hijacking": "of", "arrest": "of", "detention": "of", "trial": "of",
    "prosecution": "of", "extradition": "of", "execution": "of", "release": "of", "launch": "of", "discovery": "of", "closure": "of",
    "ouster": "of", "evacuation": "of", "shooting": "of", "robbery": "of", "speech": "", "testimony": "",
}  # fmt: skip
"""Noun of a deed to the prepositions before what it was done to."""
_TALKS: Final = word_list(
    "talk meeting summit conference negotiation match game war clash battle debate interview wedding fight conflict dispute encounter case",
    "contest race final alliance partnership relationship feud exercise",
)
"""Nouns of what two or more take part in."""
_TRIPS: Final = {"visit": "to", "trip": "to", "tour": "of", "journey": "to", "withdrawal": "from", "pullout": "from", "retreat": "from"}
"""Noun of a way to the preposition before its place."""
_SUFFERED: Final = word_list(
    "death killing murder assassination arrest detention trial kidnapping abduction release extradition execution imprisonment prosecution",
    "ouster",
)
"""Nouns whose owner it is done to."""
_OWN: Final = word_list(
    "collapse bankruptcy refusal decision withdrawal landing resignation action deployment anniversary demand round leg phase part",
    "overview strip departure arrival return rise fall victory win loss defeat series day week year",
)
"""Nouns of what is done, suffered or told by what stands behind 'of', not to it."""
_BORNE: Final = word_list(
    "treatment sentence confinement funeral recession slide genocide integration illness birth birthday crisis independence anniversary",
    "diagnosis injury accident crash collapse bankruptcy history life process fall loss ordeal conviction birthplace destruction",
)
"""Nouns of what befalls their owner."""


def arguments(scene: Scene) -> Iterator[Statement]:
    """Who did it, to whom and where, and who takes part, of each event and agreement that the article names or describes."""
    for id_, thing in scene.things.items():
        if scene.is_a(id_, "Event") or scene.is_a(id_, "Agreement"):
            for root, spot in roots(scene, thing):
                yield from _around(scene, id_, root, spot)
                yield from _present(scene, id_, root, spot)


def _present(scene: Scene, id_: str, root: Token, spot: Span) -> Iterator[Statement]:
    """Who does something at a gathering or game: 'at the summit, Norland signed the treaty', 'she played in the final'."""
    verb = root.head.head
    before = root.head.lower_
    after = before in _AFTER and root.lemma_.lower() in _TALKS and bool(objects_of(root, "with"))
    there = before in _AT or after or (before == "for" and verb.lemma_ in _COMING_TO)
    if root.dep_ != "pobj" or verb.pos_ != "VERB" or not there or scene.things[id_].type not in ("Gathering", "Event"):
        return
    manner = modality(verb)
    for subject in subjects_of(verb) if manner != "Denied" else ():  # who did not speak at it may have been there
        if scene.things[id_].type == "Gathering" or subject.dep_ != "nsubjpass":
            yield from _each(scene, id_, "participatesIn", root, [subject], spot, "present", manner)


_AT: Final = ("at", "in")
_AFTER: Final = ("after", "following", "during")
"""'Ada Byron, speaking after talks with Leo Mill' was in them."""
_COMING_TO: Final = frozenset({"arrive", "fly", "travel", "come", "gather", "meet"})
"""'Ada Byron flew to Oslo for talks' takes part in them."""


def _around(scene: Scene, id_: str, root: Token, spot: Span) -> Iterator[Statement]:
    """What the phrase of an event's noun says: whose deed it is, to whom, and who takes part."""
    noun = root.lemma_.lower()
    yield from _each(scene, id_, "actor", root, _blamed_for(root), spot, "blamed", "Possible")
    if scene.is_a(id_, "Agreement"):
        yield from _each(scene, id_, "party", root, objects_of(root, "between", "with", "among"), spot, "noun-party")
        yield from _signed(scene, id_, root, spot)
    elif noun in _TO:
        yield from _each(scene, id_, "target", root, objects_of(root, *_TO[noun].split()), spot, "noun-target")
        owners = _owners(root)
        if noun in _SUFFERED:  # "Brook's death": she did not do it
            yield from _each(scene, id_, "target", root, [t for t in owners if t.dep_ == "poss"], spot, "noun-target")
            owners = [t for t in owners if t.dep_ != "poss"]
        yield from _each(scene, id_, "actor", root, [*objects_of(root, "by"), *owners], spot, "noun-actor")
    elif noun in _TRIPS:
        yield from _each(scene, id_, "place", root, objects_of(root, _TRIPS[noun]), spot, "noun-place")
        yield from _each(scene, id_, "actor", root, [t for t in _owners(root) if t.dep_ == "poss"], spot, "noun-actor")
    elif noun in _TALKS or scene.is_a(id_, "Gathering"):
        yield from _each(
            scene, id_, "participatesIn", root, [*objects_of(root, "between", "with", "among"), *_owners(root)], spot, "noun-party"
        )
    elif scene.things[id_].type in ("Event", "Incident"):
        if noun not in _BORNE:
            doers = [*objects_of(root, "by"), *(c for c in root.children if c.dep_ == "poss")]
            yield from _each(scene, id_, "actor", root, doers, spot, "noun-actor-of-any")
        if noun not in _OWN:
            yield from _each(scene, id_, "target", root, objects_of(root, "of", "against"), spot, "noun-target-of-any")


def _signed(scene: Scene, id_: str, root: Token, spot: Span) -> Iterator[Statement]:
    """'Norland signed a deal with Sudland': both are parties, wherever the parse hangs 'with'."""
    verb = root.head
    if root.dep_ == "dobj" and verb.lemma_ in _SIGNING:
        held = (verb, root, *objects_of(root, "of"))  # "a memorandum of understanding with"
        named = [end for token in held for end in objects_of(token, "with")]
        others = [n for e in named for n in (e, *(c for c in e.children if c.dep_ == "appos"))]  # "with the company Acme"
        sides = [*others, *(subjects_of(verb) if others else ())]
        yield from _each(scene, id_, "party", root, sides, spot, "signs-with", modality(verb))


def _blamed_for(root: Token) -> list[Token]:
    """Whom somebody blames for the event, or on whom the event is blamed: he may have done it."""
    verb = root.head.head if root.dep_ == "pobj" else root.head
    if verb.lemma_ not in ("blame", "accuse", "suspect"):
        return []
    if root.dep_ == "pobj":
        return [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")] if root.head.lower_ in ("for", "of") else []
    return objects_of(verb, "on") if root.dep_ in ("dobj", "nsubjpass") else []


_SIGNING: Final = word_list("sign ink initial conclude reach strike seal make renew extend")


def _owners(root: Token) -> list[Token]:
    """'Norland's attack', 'the Norland attack', 'the Norwegian attack'."""
    return [c for c in root.children if c.dep_ == "poss" or (c.dep_ in ("compound", "amod", "nmod") and c.pos_ in ("PROPN", "ADJ"))]


def _foretold(root: Token) -> Modality:
    """The modality of an event that its words or its clause put off: 'the upcoming visit', 'will be part of a trip'."""
    if dropped(root):
        return "Denied"
    said = {c.lower_ for c in root.children if c.dep_ in ("amod", "compound")}
    if not said.isdisjoint(_POSSIBLE):
        return "Possible"
    verb = verb_of(root)
    waits = root.lemma_.lower() in (*_TRIPS, *_TALKS) and verb.pos_ in ("VERB", "AUX") and modality(verb) in ("Planned", "Intended")
    return "Planned" if waits or not said.isdisjoint(_COMING) else "Actual"


_COMING: Final = word_list("upcoming planned coming future forthcoming scheduled next looming imminent")
_POSSIBLE: Final = word_list("possible potential proposed alleged threatened suspected")


def _each(
    scene: Scene, id_: str, name: str, root: Token, ends: Sequence[Token], spot: Span, rule: str, manner: Modality = "Actual"
) -> Iterator[Statement]:
    """A statement for each end that fits; of taking part the agent is the subject. The event's own words may put it off."""
    for other, token in (
        pair for end in ends for pair in (conjoined(scene, end) if end.dep_ in _JOINED else ((thing_at(scene, end), end),))
    ):
        if not other or other == id_ or not scene.things[other].known:
            continue
        subject, object_ = (other, id_) if name == "participatesIn" else (id_, other)
        fits = name == "target" or scene.is_a(other, "Place" if name == "place" else "Agent")
        if fits and scene.ontology.fits(name, scene.things[subject].type, scene.things[object_].type):
            put = manner if manner != "Actual" else _foretold(root)
            yield fact(subject, name, object_, over(spot, words(scene, token)), rule=rule, modality=put)


_JOINED: Final = ("pobj", "nsubj", "nsubjpass", "appos")
