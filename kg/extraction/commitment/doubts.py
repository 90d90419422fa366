"""What makes a clause or a gerund less than so: 'denied buying', 'no evidence that', 'it is not true that', 'close to buying'."""

from typing import Final

from spacy.tokens import Token

from kg.extraction.wordlist import words
from kg.model import Modality

_AVOID: Final = words("deny avoid stop rule prevent cease quit resist escape reject refuse block ban bar dissuade discourage forgo")
_WEIGH: Final = words("consider discuss contemplate mull weigh suggest propose recommend advocate envisage envision debate explore oppose")
_THINK: Final = words("think talk speak dream fantasize fantasise joke")
"""Verbs of which 'about' or 'of' with a gerund says what may be."""
_DELAY: Final = words("postpone delay defer")
_NEAR: Final = words("close near set interested committed")
_PROOF: Final = words("evidence proof indication sign suggestion hint")
_NONE: Final = words("no little without scant any lack")
_HEARSAY: Final = words("rumour rumor speculation possibility likelihood chance suspicion suggestion hint theory prospect")
_TOLD: Final = _HEARSAY | words("claim allegation accusation report notion idea story belief assertion charge")
_FALSE: Final = words("false untrue baseless unfounded groundless incorrect inaccurate nonsense lie fabrication myth untruth")
_UNSURE: Final = words("possible likely unlikely unclear doubtful probable conceivable questionable uncertain unknown plausible")
_DISMISS: Final = words("deny dismiss reject refute dispute rebut debunk")


def doubted(token: Token) -> Modality:
    """What the word over the clause or gerund that the token heads makes of it; Actual where it makes nothing of it."""
    if token.tag_ == "VBG" and token.dep_ in ("xcomp", "pcomp", "ccomp", "dobj"):
        return _of_gerund(token)
    if of_noun(token):
        return _of_noun(token.head)
    if token.dep_ in ("ccomp", "csubj") and token.head.lemma_ == "be":
        return _of_state(token.head)
    return "Actual"


def of_noun(token: Token) -> bool:
    """Whether the token heads a clause with 'that' which says what a noun is about: 'reports that it fell'."""
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
    return (
        marked and token.tag_ != "VBN" and (token.dep_ == "acl" or (token.dep_ == "relcl" and token.head.lemma_.lower() in _TOLD | _PROOF))
    )


def _of_gerund(gerund: Token) -> Modality:
    """'Denied buying', 'stopped them from buying', 'considered buying', 'thought about buying', 'is close to buying'."""
    prep = gerund.head.lower_ if gerund.dep_ == "pcomp" else ""
    above = gerund.head.head if prep else gerund.head
    lemma = above.lemma_.lower()
    if lemma in _AVOID and prep in ("", "from") and (lemma != "rule" or any(c.dep_ == "prt" for c in above.children)):
        return "Possible" if _negated(above) else "Denied"
    if (lemma in _WEIGH and not prep) or (lemma in _THINK and prep in ("about", "of")):
        return "Possible"
    planned = (lemma in _DELAY and not prep) or (prep in ("to", "in", "on") and above.dep_ == "acomp" and lemma in _NEAR)
    return "Planned" if planned else "Actual"


def _of_noun(noun: Token) -> Modality:
    """'No evidence that', 'rumours that … are false', 'dismissed claims that'."""
    lemma, verb = noun.lemma_.lower(), noun.head
    said = {t.lower_ for t in (*noun.children, verb)}
    if lemma in _PROOF and (not said.isdisjoint(_NONE) or _negated(verb)):
        return "Possible"
    if lemma in _TOLD and noun.dep_ == "dobj" and verb.lemma_.lower() in _DISMISS and not _negated(verb):
        return "Denied"
    if lemma in _TOLD and noun.dep_ == "nsubj" and verb.lemma_ == "be" and (found := _of_state(verb)) != "Actual":
        return found
    return "Possible" if lemma in _HEARSAY else "Actual"


def _of_state(be: Token) -> Modality:
    """What '… is false', 'it is not true that', 'it is unclear whether' make of what is said."""
    states = {c.lower_ for c in be.children if c.dep_ in ("acomp", "attr")}
    if not states.isdisjoint(_FALSE):
        return "Actual" if _negated(be) else "Denied"
    if "true" in states:
        return "Denied" if _negated(be) else "Actual"
    return "Possible" if not states.isdisjoint(_UNSURE) else "Actual"


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)
