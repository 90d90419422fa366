"""What somebody is convicted, accused or cleared of: 'convicted of killing', 'charged her with the murder', 'found guilty of fraud'."""

from typing import Final

from spacy.tokens import Token

from kg.extraction.wordlist import words
from kg.model import Modality

_JUDGED: Final[dict[str, Modality]] = {
    **dict.fromkeys(words("convict sentence jail imprison execute hang confess admit"), "Actual"),
    **dict.fromkeys(words("accuse suspect charge indict arrest try want"), "Possible"),
    **dict.fromkeys(words("acquit clear exonerate"), "Denied"),
}
"""What a verb makes of the deed after its preposition."""
_DEED: Final = frozenset({"of", "for", "with"})
_OWNED_TO: Final = frozenset({"confess", "admit"})
"""What one does 'to' a deed."""
_WHOM: Final = words("convict accuse acquit clear exonerate")
"""What is done to somebody 'of' a deed, which the parse may hang on whom it is done to."""
_COURT: Final = words("trial charge accusation")
_PENALTY: Final = words("sentence term year month life death")
GETS: Final[dict[str, tuple[tuple[str, ...], frozenset[str], Modality]]] = {
    "stand": (("for", "over"), _COURT, "Possible"),
    "face": (("for", "over", "of"), _COURT, "Possible"),
    **dict.fromkeys(words("get receive spend give serve"), (("for",), _PENALTY, "Actual")),
}
"""Verb to the prepositions before the deed for which its subject gets what stands behind the verb, and what that makes of it."""
_FOUND: Final = frozenset({"guilty", "innocent"})


def governor(preposition: Token) -> Token | None:
    """The verb that judges the deed after the preposition, wherever the parse hangs it: not 'arrested after', 'cleared in'; else none."""
    found = _judgement(preposition)
    return found[0] if found else None


def verdict(preposition: Token) -> Modality | None:
    """What is made of the deed after the preposition; none where nobody is judged."""
    found = _judgement(preposition)
    return found[1] if found else None


def _judgement(preposition: Token) -> tuple[Token, Modality] | None:
    """The verb and what it makes of the deed; 'found guilty of' and 'pleaded not guilty to' judge with the verb over 'guilty'."""
    above = preposition.head
    if preposition.dep_ != "prep":
        return None
    if above.lower_ in _FOUND and above.head.pos_ in ("VERB", "AUX"):
        return _pleaded(above.head, above) if preposition.lower_ in ("of", "to") else None
    if above.lower_ == "trial" and above.head.lower_ == "on":
        return (above.head.head, "Possible") if preposition.lower_ in ("for", "over") else None
    verb = above.head if above.pos_ in ("NOUN", "PROPN") and above.dep_ in ("dobj", "oprd") else above
    lemma = verb.lemma_.lower()
    if lemma in GETS:
        fitting, things, made = GETS[lemma]
        got = any(c.lemma_.lower() in things for c in verb.children) and (
            lemma != "give" or any(c.dep_ == "auxpass" for c in verb.children)
        )
        return (verb, made) if got and preposition.lower_ in fitting else None
    fits = preposition.lower_ == "to" if lemma in _OWNED_TO else preposition.lower_ in _DEED
    if above is not verb and (preposition.lower_ != "of" or lemma not in _WHOM):
        return None
    return (verb, _JUDGED[lemma]) if verb.pos_ == "VERB" and lemma in _JUDGED and fits else None


def _pleaded(verb: Token, state: Token) -> tuple[Token, Modality]:
    """'Pleaded guilty', 'was found not guilty', 'is innocent'."""
    negated = any(c.dep_ == "neg" for t in (verb, state) for c in t.children)
    return verb, "Actual" if negated == (state.lower_ == "innocent") else "Denied"
