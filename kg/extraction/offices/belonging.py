"""Whose an office is: the body, people or place that its title names before or after it, or that its clause tells."""

from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import NAMING
from kg.extraction.offices.titles import Title
from kg.extraction.scene import Scene, conjoined, thing_at, words

_OF: Final = frozenset({"of", "for", "at", "in", "to", "with"})
_TO: Final = frozenset(
    {"advisorOf", "secretary", "delegate", "ambassador", "representative", "envoy", "special envoy", "candidate", "negotiator"}
)
"""Titles, and what a title says, whose body stands behind 'to'."""
_LINKS: Final = frozenset({"'s", "’s", "'", "’", "-", "former", "new", "then"})


def employer(scene: Scene, head: Token) -> str:
    """'Acme named Ada Byron as its chief executive': the body that names, where the title names none."""
    verb = head.head.head if head.dep_ == "pobj" else head.head
    naming = [c for c in verb.children if c.dep_ == "nsubj"]
    naming = [o for c in naming if c.lemma_ == "board" for o in c.children if o.dep_ == "poss"] or naming  # "Acme's board named"
    bodies = [i for c in naming for i, _ in conjoined(scene, c) if scene.is_a(i, "Organization") and scene.things[i].known]
    return bodies[0] if bodies and verb.lemma_ in NAMING else ""


def whose(scene: Scene, title: Title) -> tuple[str, tuple[int, int]]:
    """The body or place of the title, and its tokens."""
    doc = scene.doc
    at = title.end
    foremost = any(t.tag_ in ("JJS", "RBS") for t in doc[max(0, title.start - 3) : title.start])
    prep = doc[at : at + 1].text.lower()
    sent = prep == "to" and title.role not in _TO and not _TO.intersection(title.properties)  # "a Norwegian minister to Sudland"
    if prep in _OF and not sent and not (prep == "in" and foremost):  # "the longest-serving monarch in Europe"
        after = at + 1 + (at + 1 < len(doc) and doc[at + 1].lower_ in ("the", "its", "a"))
        for start in (at + 1, after):
            owner, stop = whole(scene, start)
            if owner and not (prep == "in" and not scene.is_a(owner, "Place")):
                return owner, (start, stop)
            if start in scene.starts and scene.is_a(scene.starts[start][0], "Place"):
                return "", (title.start, title.end)
        nouns = [n for c in doc[at].children if c.dep_ == "pobj" for n in (c, *(a for a in c.children if a.dep_ == "appos"))]
        nouns.sort(key=lambda n: not (n.dep_ == "appos" and n.left_edge.i == n.head.i + 1))  # "the militant group Acme"
        for noun in (n for n in nouns if after < n.i < after + _WORDY):
            if (owner := thing_at(scene, noun)) and _owns(scene, owner) and scene.things[owner].named:
                return owner, (after, _stop(scene, noun))
    return _owner_before(scene, title)


_WORDY: Final = 12
"""Tokens of 'the internationally recognised organisation Acme' that may stand before its noun."""


def _stop(scene: Scene, noun: Token) -> int:
    """The token after the mention that the noun heads."""
    span = words(scene, noun)
    tokens = scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    return tokens.end if tokens else noun.i + 1


def whole(scene: Scene, start: int) -> tuple[str, int]:
    """The owner whose mention starts at the token, and the token after it; a place that only tells more of a noun is none.

    In 'of the German Chamber of Commerce' it is the chamber, in 'of Norland's Halm province' the province.
    """
    owner, stop = scene.starts.get(start, ("", start))
    if not owner or not _owns(scene, owner):
        return "", start
    noun = scene.doc[start:stop].root
    while noun.dep_ in ("compound", "poss", "amod", "nmod") and noun.i < noun.head.i < noun.i + _WORDY:
        noun = noun.head
    larger = thing_at(scene, noun)
    if noun.i >= stop and scene.doc[stop].tag_ == "POS" and larger and _owns(scene, larger):  # "of Acme's advisory board"
        return larger, _stop(scene, noun)
    if noun.i < stop or not scene.is_a(owner, "Place") or (larger and not _owns(scene, larger)):
        return owner, stop
    before = scene.ends.get(noun.i, ("", 0))
    if larger:
        return larger, _stop(scene, noun)
    return (before[0], noun.i + 1) if before[1] > start and scene.is_a(before[0], "Place") else ("", start)


def _owner_before(scene: Scene, title: Title) -> tuple[str, tuple[int, int]]:
    doc, at = scene.doc, title.start
    while at > 0 and doc[at - 1].pos_ in ("ADJ", "ADV") and at not in scene.ends and doc[at - 1].lower_ not in ("-",):
        at -= 1
        if doc[at].tag_ in ("JJS", "RBS"):  # "Europe's youngest minister"
            return "", (title.start, title.end)
    for _ in range(2):
        if at in scene.ends and _owns(scene, scene.ends[at][0]):
            return scene.ends[at][0], (scene.ends[at][1], at)
        if at > 0 and doc[at - 1].text in _LINKS and doc[at - 1].text_with_ws != "- ":  # "OSLO - President Ada Byron"
            at -= 1
    if at in scene.ends and _owns(scene, scene.ends[at][0]):
        return scene.ends[at][0], (scene.ends[at][1], at)
    return "", (title.start, title.end)


def _owns(scene: Scene, id_: str) -> bool:
    return (
        scene.things[id_].known
        and any(scene.is_a(id_, c) for c in ("Organization", "Place", "Group"))
        and scene.things[id_].type != "Position"
    )
