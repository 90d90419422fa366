"""What somebody is convicted, accused or cleared of: 'convicted of killing', 'charged her with the murder', 'found guilty of fraud'."""

from typing import Final

from spacy.tokens import Token

from kg.extraction.wordlist import words
from kg.model import Modality

_JUDGED: Final[dict[str, Modality]] = {
    **dict.fromkeys(words("convict sentence jail imprison execute hang serve confess admit"), "Actual"),
    **dict.fromkeys(words("accuse suspect charge indict arrest try want"), "Possible"),
    **dict.fromkeys(words("acquit clear exonerate"), "Denied"),
}
"""What a verb makes of the deed after its preposition."""
_DEED: Final = frozenset({"of", "for", "with"})
_OWNED_TO: Final = frozenset({"confess", "admit"})
"""What one does 'to' a deed."""
_WHOM: Final = words("convict accuse acquit clear exonerate")
"""What is done to somebody 'of' a deed, which the parse may hang on whom it is done to."""
_FOUND: Final = frozenset({"guilty", "innocent"})


def governor(preposition: Token) -> Token | None:
    """The verb that judges the deed after the preposition, wherever the parse hangs it: not 'arrested after', 'cleared in'; else none.

    'Found guilty of' and 'pleaded not guilty to' judge with the verb over 'guilty'.
    """
    above = preposition.head
    if preposition.dep_ != "prep":
        return None
    if above.lower_ in _FOUND and above.head.pos_ in ("VERB", "AUX"):
        return above.head if preposition.lower_ in ("of", "to") else None
    verb = above.head if above.pos_ in ("NOUN", "PROPN") and above.dep_ == "dobj" else above
    lemma = verb.lemma_.lower()
    fits = preposition.lower_ == "to" if lemma in _OWNED_TO else preposition.lower_ in _DEED
    if above is not verb and (preposition.lower_ != "of" or lemma not in _WHOM):
        return None
    return verb if verb.pos_ == "VERB" and lemma in _JUDGED and fits else None


def verdict(preposition: Token) -> Modality | None:
    """What is made of the deed after the preposition; none where nobody is judged."""
    verb = governor(preposition)
    if verb is None:
        return None
    if preposition.head.lower_ in _FOUND:
        negated = any(c.dep_ == "neg" for t in (verb, preposition.head) for c in t.children)
        return "Actual" if negated == (preposition.head.lower_ == "innocent") else "Denied"
    return _JUDGED[verb.lemma_.lower()]
