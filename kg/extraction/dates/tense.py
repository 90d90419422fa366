"""Whether a clause tells of what was or of what is to come: what 'on 8 March' without a year depends on."""

from typing import Final

from spacy.tokens import Doc

from kg.extraction.dates.date_patterns import Tense
from kg.extraction.wordlist import words


def tense_at(doc: Doc, at: int) -> Tense:
    """The tense of the clause around the code point; empty where its verb tells none."""
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    if span is None or not len(span):
        return ""
    token = span.root
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            break
        token = token.head
    verbs = [token, *(c for c in token.children if c.dep_ in ("aux", "auxpass"))]
    governed = token.head if token.dep_ in ("xcomp", "ccomp") else token
    scheduled = token.tag_ in ("VBZ", "VBP") and token.lemma_ in _SCHEDULED
    if scheduled or governed.lemma_ in _AHEAD or any(t.lower_ in ("will", "shall", "wo", "'ll") for t in verbs):
        return "future"
    return "past" if any(t.tag_ == "VBD" for t in verbs) else ""  # "was held on 2 March", "had met"


_SCHEDULED: Final = words("begin start open end close expire retire leave return")
"""Verbs whose present tells what is to come where a day stands beside it."""
_AHEAD: Final = words("plan expect schedule set due intend")
