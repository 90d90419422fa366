"""Mentions by spaCy and the ontology's cues: what is read where the trained reader is not installed, and what it may miss."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from kg.extraction.gazetteer import gazetteer
from kg.extraction.spot import Spot
from kg.extraction.wordlist import words
from kg.ontology import Ontology

_LABELS: Final = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "City",
    "LOC": "Place",
    "FAC": "Facility",
    "NORP": "Group",
    "EVENT": "Event",
    "LAW": "LegalAct",
    "WORK_OF_ART": "Work",
    "PRODUCT": "Product",
}
"""spaCy's label of a name to our class."""

PRONOUNS: Final = {
    **dict.fromkeys(
        ("he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my", "mine", "myself", "who", "whom", "whose"),
        "Person",
    ),
    **dict.fromkeys(("it", "its", "itself", "they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"), "Organization"),
}
"""Pronoun to the class it most likely refers to."""

_DETERMINERS: Final = frozenset({"the", "this", "that", "its", "their", "his", "her", "our"})
_QUOTED: Final = re.compile(r"[\"“]([A-Z][^\"“”\n]{3,90}?)[,.]?[\"”]")
_SMALL: Final = words(
    "of the on for and in to a an with at by from de la von",
)


def spacy_spots(doc: Doc) -> Iterator[Spot]:
    """Names by spaCy's ner, and pronouns, in no order."""
    for ent in doc.ents:
        if ent.label_ in _LABELS and (span := _trimmed(ent)) is not None:
            yield Spot(span.start_char, span.end_char, "name", _class(span.text, _LABELS[ent.label_]), 0.8)
    for token in doc:
        if token.lower_ in PRONOUNS and token.tag_ in ("PRP", "PRP$", "WP", "WP$") and token.text != "US":
            yield Spot(token.idx, token.idx + len(token), "pronoun", PRONOUNS[token.lower_], 0.8)


def _trimmed(ent: Span) -> Span | None:
    start, end = ent.start, ent.end
    while start < end and (ent.doc[start].lower_ in ("the", "a", "an") or ent.doc[start].is_punct or ent.doc[start].is_space):
        start += 1
    while end > start and (ent.doc[end - 1].text in ("'s", "’s", "'", "’") or ent.doc[end - 1].is_space or ent.doc[end - 1].text in ",;:"):
        end -= 1
    return ent.doc[start:end] if start < end and ent.doc[start:end].text[0].isalnum() else None


def _class(name: str, guess: str) -> str:
    territory = gazetteer().territory(name)
    if territory and guess in ("City", "Place", "Group", "Region"):
        return territory.type
    return guess


def cue_names(doc: Doc, ontology: Ontology) -> Iterator[Spot]:
    """Runs of capitalised words that end in, or begin with, a word that tells a class: 'Enguri Visitor Center'."""
    heads = ontology.cues.get("headNoun", {})
    for span in capitalised(doc):
        words = span.text.split()
        last, first = words[-1], words[0]
        if len(words) >= 2 and last in heads:
            yield Spot(span.start_char, span.end_char, "name", heads[last][0], 0.6)
        elif len(words) >= 3 and first in heads and words[1].lower() in ("of", "for", "on"):
            yield Spot(span.start_char, span.end_char, "name", heads[first][0], 0.6)


def capitalised(doc: Doc) -> Iterator[Span]:
    """The longest runs of capitalised words, with 'of', 'the', 'and' inside 'Ministry of X and Y'."""
    at = 0
    while at < len(doc):
        if not _capital(doc[at]):
            at += 1
            continue
        end = at + 1
        while end < len(doc) and (_capital(doc[end]) or (doc[end].lower_ in _SMALL and _resumes(doc, end))):
            end += 1
        yield doc[at:end]
        at = end


def _resumes(doc: Doc, at: int) -> bool:
    return (
        doc[at].lower_ in ("of", "for", "on", "and", "the")
        and at + 1 < len(doc)
        and (_capital(doc[at + 1]) or (doc[at + 1].lower_ == "the" and at + 2 < len(doc) and _capital(doc[at + 2])))
    )


def _capital(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and (not token.is_sent_start or token.pos_ in ("PROPN", "NOUN", "ADJ"))
        and token.lower_ not in ("the", "a", "an")
    )


def quoted_titles(text: str, ontology: Ontology) -> Iterator[Spot]:
    """Works named in quotation marks: most words are capitalised, and it is no sentence."""
    heads = ontology.cues.get("headNoun", {})
    for match in _QUOTED.finditer(text):
        title = match.group(1)
        words = title.split()
        capital = sum(w[:1].isupper() or w.lower() in _SMALL for w in words)
        if 2 <= len(words) <= 14 and capital == len(words) and words[-1][:1].isupper():
            type_ = next((heads[w][0] for w in (words[-1], words[0]) if w in heads), "Work")
            yield Spot(match.start(1), match.start(1) + len(title), "name", type_ if type_ != "Gathering" else "Event", 0.9)


def nominals(doc: Doc, ontology: Ontology) -> Iterator[Spot]:
    """Descriptions with a determiner and a noun that tells a class: 'the ministry', 'its former president'."""
    nouns = ontology.cues.get("nominal", {})
    for token in doc:
        if token.lemma_.lower() in nouns and token.pos_ == "NOUN" and token.tag_ == "NN":
            left = token.i
            while left > 0 and doc[left - 1].pos_ in ("ADJ", "NOUN") and doc[left - 1].lower_ not in _DETERMINERS:
                left -= 1
            if left > 0 and doc[left - 1].lower_ in ("the", "this", "that"):
                yield Spot(doc[left - 1].idx, _complement(doc, token), "nominal", nouns[token.lemma_.lower()][0], 0.5)


def _complement(doc: Doc, noun: Token) -> int:
    """End of the description, with an 'of NAME' that makes it a thing of its own: 'the official center of Andersen Lab'."""
    end = noun.i + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and _capital(doc[end + 1]):
        end += 1
        while end < len(doc) and _capital(doc[end]):
            end += 1
    return doc[end - 1].idx + len(doc[end - 1])
