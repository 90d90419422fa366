"""Whether a text is English, by the small words that no English text can do without."""

import re
from typing import Final

_ENGLISH: Final = """
the of and to for with that was on by from which have has had been this at their it is are were will would said as be he she they
his her its not but who what when after before about into than more an also there
"""
_SMALL_WORDS: Final = frozenset(_ENGLISH.split())
_ALSO: Final = "a in my our or we you until where while under over between including"
_SHARED: Final = frozenset(_ALSO.split())
"""In a few sentences those count as well that other languages have, too."""
_OTHERS: Final = """
der das und ist nicht dem ein eine einen von vom mit für auf im zu zum sich des wurde le la les du et est une un dans pour qui que
sur au aux ne el del y en una por con para su al lo gli il della dello di che è non sono nel os dos um uma não ao na foi om i het
een van dat op zijn wordt och att det som på är av för med til af er og ikke blev si się nie jest w z ze ve bir bu için ile yang
dan dengan untuk pada ini și în cu din ei että oli az és hogy nem je že
"""
_FOREIGN: Final = frozenset(_OTHERS.split())
"""Small words of other languages that are written in Latin letters."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_SHARE: Final = 0.16
"""English news has 0.20 to 0.45; Norwegian, which shares "at" and "for", stays below 0.15."""
_TOO_FEW_WORDS: Final = 12
_FEW_WORDS: Final = 100
"""Names alone can outnumber the small words of so short a text."""
_SAMPLE: Final = 20_000
"""Characters looked at: the language of an article shows in its first pages."""


def english(text: str) -> bool:
    """Whether the text looks English; a text of a few words gets the benefit of the doubt if its letters are Latin.

    >>> english("The minister said that the law was passed by the parliament on Monday after a long debate.")
    True
    >>> english("Der Minister sagte, dass das Gesetz am Montag nach langer Debatte vom Parlament verabschiedet wurde.")
    False
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _TOO_FEW_WORDS:
        return any(word.isascii() for word in words)
    small, foreign = sum(word in _SMALL_WORDS for word in words), sum(word in _FOREIGN for word in words)
    enough = small >= _LEAST_SHARE * len(words)
    if len(words) >= _FEW_WORDS:
        return enough
    return small + sum(word in _SHARED for word in words) > (foreign if enough else 2 * foreign)
