"""How a guess of the reader model is meant, where the words of its evidence say more of it than the model."""

import re
from typing import Final

from kg.extraction.wordlist import words
from kg.model import Modality


def meant(guess: Modality, name: str, said: str, between: str, before: str = "") -> Modality:
    """The modality of the property; `said` is the evidence, `between` what stands behind the subject and before the object.

    `before` is what its sentence says before the evidence: who 'called off its purchase' buys nothing.

    >>> meant("Actual", "acquires", "Acme will buy Otter", " will buy "), meant("Intended", "citizenOf", "Ada of Norland", " of ")
    ('Planned', 'Actual')
    """
    if name in BY_BIRTH and guess != "Denied":
        return "Actual"
    if guess == "Denied" and not _NEGATES.search(before + said):  # "Ada Byron, a surgeon at Acme, who was not told"
        guess = "Actual"
    if re.match(r" from [a-z]+ing\b", between):  # "kept Acme from buying Otter", not "profits from buying"
        return "Denied"
    if name in ONCE and guess in ("Planned", "Intended"):  # "who was fired as chief, will join Acme"
        return "Actual"
    if name in _UNDERTAKEN and (_OFF.search(between) or _OFF.search(before[-_LEAD:])):
        return "Denied"
    if guess == "Actual" and _WILL.match(between):
        return "Planned"
    if name in _OFFICES and _SOUGHT.search(said):
        return "Possible"
    return "Planned" if name in _OFFICES and re.search(r"[- ]elect\b", said) else guess


_NEGATES: Final = re.compile(
    r"\b(?:not?|never|neither|nor|none|nobody|nothing|without|cannot|den(?:y|ies|ied|ying|ial)|refus\w+|reject\w*|rul(?:e[sd]?|ing) out"
    r"|fail\w*|declin\w+|boycott\w*|skip\w*|snub\w*|false\w*|untrue|cancel\w*|call(?:s|ed)? off|scrap\w*|drop\w*|abandon\w*|block\w*"
    r"|ban\w*|bar(?:s|red)?|prevent\w*|stop\w*|withdr\w+|oppos\w+|dismiss\w*|clear\w*|acquit\w*|exonerat\w*|innocent|halt\w*"
    r"|turn\w* down|away from|former\w*|ex|no longer|lack\w*|instead|rather|avoid\w*|miss\w*|pull\w* out|vote\w* against"
    r"|contradict\w*|refute\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words of which one must stand in what is denied, or before it."""
_LEAD: Final = 24
"""Code points before the evidence in which something may be called off."""
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
