"""How a guess of the reader model is meant, where the words of its evidence say more of it than the model."""

import re
from typing import Final

from kg.extraction.wordlist import words
from kg.model import Modality


def meant(guess: Modality, name: str, said: str, between: str) -> Modality:
    """The modality of the property; `said` is the evidence, `between` what stands behind the subject and before the object.

    >>> meant("Actual", "acquires", "Acme will buy Otter", " will buy "), meant("Intended", "citizenOf", "Ada of Norland", " of ")
    ('Planned', 'Actual')
    """
    if name in BY_BIRTH and guess != "Denied":
        return "Actual"
    if re.match(r" from [a-z]+ing\b", between):  # "kept Acme from buying Otter", not "profits from buying"
        return "Denied"
    if guess == "Actual" and _WILL.match(between):
        return "Planned"
    if name in _OFFICES and _SOUGHT.search(said):
        return "Possible"
    return "Planned" if name in _OFFICES and re.search(r"[- ]elect\b", said) else guess


BY_BIRTH: Final = words("citizenOf governmentBodyOf capitalOf bornIn originatesFrom childOf parentOf siblingOf")
"""What is not planned, intended or possible: at most it is not so."""
_WILL: Final = re.compile(r"\s(?:will|shall)\s(?!continue|remain|still|always)")
_OFFICES: Final = words("holdsPosition headOfState headOfGovernment ministerOf mayorOf represents headOf leaderOf chairOf")
_SOUGHT: Final = re.compile(r"\b(?:ability to|nominee for|candidate for|run(?:ning)? for|race for|bid for|qualified to|fit to)\b")
"""Who is a candidate for an office does not hold it."""
