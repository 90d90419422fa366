"""How far a text commits itself to a figure: what is planned with it, and what there is."""

from typing import Final

from spacy.tokens import Token

from kg.extraction.commitment.modality import modality
from kg.extraction.figures.stakes import HAVING
from kg.extraction.wordlist import words
from kg.model import Modality


def committed(head: Token, verb: Token) -> Modality:
    """The modality of the figure that `head` heads, in the clause of `verb`.

    'A church with 50,000 members' has them, whatever is planned with it.
    """
    noun = head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in ("none", "neither"):
        return "Actual"  # "none of the 214 passengers"
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        before = noun.doc[max(0, noun.head.i - 1)].lower_
        if noun.head.lower_ == "with" or (
            noun.head.lower_ == "at" and before in (",", "now", "currently")
        ):  # "inflation, now at 9 percent"
            return "Actual"
        noun = noun.head.head
    found = modality(verb) if verb.pos_ in ("VERB", "AUX") else "Actual"
    if found == "Actual" and _at_most(head):
        return "Possible"
    told = next((c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if told is not None:  # "20 people expected to come", "eight million ballots cast"
        return "Planned" if told.lemma_ in _FORETELLS else "Actual"
    if _given(head) or (found == "Denied" and noun.dep_ == "pobj" and noun.head.lower_ in _WHEN):
        return "Actual"
    if found == "Actual" and noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_ in _CALLS:
        return "Intended"
    if found == "Actual" and noun.dep_ == "dobj":
        return "Planned" if verb.lemma_ in _FORETELLS else "Possible" if verb.lemma_ in _WEIGHS else found
    return found


def _given(head: Token) -> bool:
    """Whether the figure counts what there is: 'whether the two men met', 'its 188 member states', 'the current 21 percent'."""
    said = {c.lower_ for c in head.children}
    known = head.dep_ == "nsubj" and not said.isdisjoint({"the", "these", "those"})
    had = any(c.dep_ == "relcl" and c.lemma_ in HAVING for c in head.children)  # "buy the six percent that she owns"
    whose = (head, head.head) if head.dep_ in ("compound", "nmod", "amod") else (head,)  # "sell its 24 percent stake"
    return known or had or "current" in said or any(c.dep_ == "poss" for noun in whose for c in noun.children)


def _at_most(head: Token) -> bool:
    """'with as many as 180 people on board', where no verb says of so many that they did something."""
    before = [t for t in head.subtree if t.i < head.i]
    begin = next((t.i for t in before if t.lower_ == "as" and t.doc[t.i : t.i + 3].text.lower() == "as many as"), -1)
    clause = head.dep_ in ("nsubj", "nsubjpass", "dobj") and head.head.pos_ in ("VERB", "AUX")
    return begin >= 0 and (not clause or (begin > 0 and head.doc[begin - 1].lower_ == "with"))


_CALLS: Final = words("call ask push press demand appeal apply hope")
_WHEN: Final = words("in after on over for during since within")
"""'had not won in twelve games': there were twelve."""
_WEIGHS: Final = words("consider mull weigh discuss debate negotiate contemplate propose suggest")
_FORETELLS: Final = words("expect forecast predict project anticipate plan want seek target hope promise pledge")
"""A figure that is the object of one of these has not come to be, of one of those before perhaps will not."""
