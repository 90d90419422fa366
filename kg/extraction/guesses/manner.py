"""How a guess of the reader model is meant, where the words of its evidence say more of it than the model."""

import re
from typing import Final

from kg.extraction.wordlist import words
from kg.model import Modality


def meant(guess: Modality, name: str, said: str, between: str, before: str = "") -> Modality:
    """The modality of the property; `said` is the evidence, `between` what stands behind the subject and before the object.

    `before` are the last words before the evidence: who 'called off its purchase' buys nothing.

    >>> meant("Actual", "acquires", "Acme will buy Otter", " will buy "), meant("Intended", "citizenOf", "Ada of Norland", " of ")
    ('Planned', 'Actual')
    """
    if name in BY_BIRTH and guess != "Denied":
        return "Actual"
    if re.match(r" from [a-z]+ing\b", between):  # "kept Acme from buying Otter", not "profits from buying"
        return "Denied"
    if name in ONCE and guess in ("Planned", "Intended"):  # "who was fired as chief, will join Acme"
        return "Actual"
    if name in _UNDERTAKEN and (_OFF.search(between) or _OFF.search(before)):
        return "Denied"
    if guess == "Actual" and _WILL.match(between):
        return "Planned"
    if name in _OFFICES and _SOUGHT.search(said):
        return "Possible"
    return "Planned" if name in _OFFICES and re.search(r"[- ]elect\b", said) else guess


BY_BIRTH: Final = words("citizenOf governmentBodyOf capitalOf bornIn originatesFrom childOf parentOf siblingOf")
"""What is not planned, intended or possible: at most it is not so."""
ONCE: Final = words("heldPosition formerlyWorkedFor formerMemberOf formerlyOwnedBy")
"""What is over is not planned."""
_UNDERTAKEN: Final = words("acquires buyer cooperatesWith participatesIn candidateIn signedBy")
_OFF: Final = re.compile(
    r"\b(?:call(?:s|ed)? off|scrap(?:s|ped)?|drop(?:s|ped)?|reject(?:s|ed)?|abandon(?:s|ed)?|walk(?:s|ed)? away from"
    r"|pull(?:s|ed)? out of|withdr[ae]wn?)\b"
)
"""What was planned and will not be: 'called off its purchase of'."""
_WILL: Final = re.compile(r"\s(?:will|shall)\s(?!continue|remain|still|always)")
_OFFICES: Final = words("holdsPosition headOfState headOfGovernment ministerOf mayorOf represents headOf leaderOf chairOf")
_SOUGHT: Final = re.compile(r"\b(?:ability to|nominee for|candidate for|run(?:ning)? for|race for|bid for|qualified to|fit to)\b")
"""Who is a candidate for an office does not hold it."""
