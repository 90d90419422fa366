"""Whose a title is: the name after it or before it, or what a verb says ('is the president', 'was named president')."""

from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.clauses import NAMING, subjects_of
from kg.extraction.commitment.modality import modality, no_longer
from kg.extraction.offices.titles import RANKS, Title
from kg.extraction.scene import Scene, conjoined
from kg.extraction.speech.indirect import reports
from kg.extraction.wordlist import words
from kg.model import Modality

_ADDRESSES: Final = frozenset({"mr", "mr.", "dr", "dr.", "mrs", "mrs.", "ms", "ms.", "sir"})
_BE: Final = frozenset({"be", "become", "remain"})
_AS: Final = words(
    "serve act work appoint name elect nominate choose select hire inaugurate swear return join reappoint reelect resign",
    "retire promote succeed replace",
    "announce",
)
LEAVING: Final = frozenset({"resign", "retire", "quit", "step", "stand", "step down", "stand down", "step aside"})


def after(scene: Scene, title: Title, begin: int, end: int) -> list[tuple[str, int]]:
    """'President Ada Byron', 'the president of France, Ada Byron'; of a plural title all the names that follow."""
    doc = scene.doc
    comma = end < len(doc) and doc[end].text in (",", ":")
    for first in (end, end + 1):
        at = first
        while at < len(doc) and doc[at].lower_ in _ADDRESSES | RANKS and not _is_person(scene, at):
            at += 1
        if (
            at in scene.starts
            and (first == end or comma or at > end + 1)
            and scene.is_a(scene.starts[at][0], "Person")
            and doc[at].pos_ == "PROPN"
        ):
            id_, stop = scene.starts[at]
            several = title.plural and doc[stop : stop + 1].text in ("and", ",")  # "Acme's founders, Ada Byron and Leo Mill"
            if comma and (not (_closes(doc, stop) or several) or _fronted(doc[title.head], doc[stop - 1])):
                return []
            if title.plural:
                return [(i, t.i) for i, t in conjoined(scene, doc[stop - 1]) if scene.is_a(i, "Person")] or [(id_, at)]
            return [(id_, at)]
        if not comma:
            break
    return []


def _is_person(scene: Scene, at: int) -> bool:
    return at in scene.starts and scene.things[scene.starts[at][0]].type != "Position"


def _fronted(noun: Token, name: Token) -> bool:
    """Whether the title ends a phrase before the clause of which the name is the subject: 'born to a nurse, Ada Byron studied'."""
    while noun.dep_ == "conj":
        noun = noun.head
    return name.dep_ in ("nsubj", "nsubjpass") and noun.dep_ == "pobj" and noun.head.lower_ != "as"


def _closes(doc: Doc, stop: int) -> bool:
    return stop >= len(doc) or doc[stop].is_punct or doc[stop].is_space or doc[stop].pos_ in ("VERB", "AUX", "ADV")


def before(scene: Scene, title: Title, begin: int, end: int) -> list[tuple[str, int]]:
    """'Ada Byron, president of France', 'Ada Byron, 51, the French president'."""
    doc, at = scene.doc, begin
    if doc[title.head].dep_ == "nsubj" and reports(scene, doc[title.head].head):  # "'we lost Ada Byron', the officer said"
        return []
    while (
        at > 0
        and (
            doc[at - 1].pos_ in ("DET", "ADJ", "PRON")
            or doc[at - 1].lower_ in ("former", "then", "current", "new", "also", "now")
            or doc[at - 1].text in ("'s", "’s")
        )
        and at not in scene.ends
    ):
        at -= 1
    if at == 0 or doc[at - 1].text not in (",", "(", "–", "—"):
        return []
    at -= 1
    if at > 1 and doc[at - 1].like_num and doc[at - 2].text == ",":
        at -= 2
    several = title.plural and not any(t.lower_ in ("and", "&") for t in doc[max(0, at - _LISTED) : at])
    if at in scene.ends and scene.is_a(scene.ends[at][0], "Person") and not several:  # "Bach, the philosophers and the writers"
        return [(scene.ends[at][0], at - 1)]
    return []


_LISTED: Final = 8
"""Tokens before a plural title that name its holders: 'Ada Byron and Leo Mill, the directors'."""


def by_verb(scene: Scene, title: Title) -> tuple[list[tuple[str, int]], Modality, str]:
    """'Ada Byron is the president', 'was named president', 'served as president'."""
    head = scene.doc[title.head]
    verb = head.head
    if head.dep_ in ("attr", "oprd", "acomp") and verb.lemma_ in _BE:
        supposed = verb.tag_ == "VBG" and verb.dep_ == "pcomp"  # "an article about Ada Byron being the founder"
        return _subjects(scene, verb), "Possible" if supposed else "Actual" if no_longer(verb) else modality(verb), "title-by-be"
    if head.dep_ == "pobj" and verb.lower_ == "as" and _takes_up(verb.head) and (title.role, verb.head.lemma_) != ("member", "name"):
        return _naming(scene, verb.head)
    if head.dep_ in ("oprd", "attr", "dobj", "ccomp") and verb.lemma_ in NAMING:
        return _naming(scene, verb)
    return [], "Actual", ""


def _takes_up(verb: Token) -> bool:
    return verb.lemma_ in _AS or (verb.lemma_ == "take" and any(c.dep_ == "prt" and c.lower_ == "over" for c in verb.children))


def _naming(scene: Scene, verb: Token) -> tuple[list[tuple[str, int]], Modality, str]:
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    manner = modality(verb)
    if verb.lemma_ in LEAVING or (passive and verb.lemma_ in ("succeed", "replace")):
        return [], manner, ""
    if verb.lemma_ in NAMING and not passive:
        named = [c for c in verb.children if c.dep_ in ("dobj", "oprd")]
        named += [a for c in named for a in c.children if a.dep_ == "appos"]  # "named its head of finance Ada Byron as"
        found = [(i, t.i) for c in named for i, t in conjoined(scene, c) if scene.is_a(i, "Person")]
    else:
        found = _subjects(scene, verb)
    planned: Modality = "Intended" if verb.lemma_ == "nominate" else "Planned"
    done = verb.lemma_ not in NAMING or verb.lemma_ == "elect" or verb.dep_ == "relcl"  # "who was appointed"
    return found, planned if not done and manner == "Actual" else manner, f"title-as-{verb.lemma_}"


def _subjects(scene: Scene, verb: Token) -> list[tuple[str, int]]:
    return [(i, t.i) for s in subjects_of(verb) for i, t in conjoined(scene, s) if scene.is_a(i, "Person")]
