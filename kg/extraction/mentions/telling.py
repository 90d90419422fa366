"""Which words can refer to something, and which can be a title."""

import re
from typing import Final

from spacy.tokens import Doc

from kg.extraction.dates.calendar_words import MONTHS
from kg.extraction.gazetteer import gazetteer, key
from kg.extraction.mentions.naming import PLACES
from kg.extraction.spot import Spot
from kg.extraction.texts import text_of
from kg.extraction.wordlist import words

_NO_THING: Final = words("the a an this that these those his her its their our")
_NO_NOUN: Final = words("two three four five six seven eight nine ten both some others many several few all most another one each")
"""What alone describes nothing: 'the two condemned it'."""
_NO_NAME: Final = words("IT ICT AI TV PR HR PC GDP New Former Current Old Late Outgoing Vice Deputy Acting")
_SMALL_NAMES: Final = frozenset(["Company", "MediaOrganization", "Organization", "Product", "Work"])
"""Classes of which some names are written small: 'dpa'."""
_SMALL_LETTERS: Final = re.compile(r"[a-z /.’'-]+")
_NO_TITLE: Final = words(
    "post role position job office title seat head member father mother brother sister sir lady lord dame mister dr dr. mr mr. mrs mrs. ms"
)
_NO_OFFICE: Final = words(
    "counterpart counterparts colleague colleagues front-runner frontrunner rival rivals predecessor successor critic critics supporter",
    "ally opponent friend fan foe victim suspect survivor witness prisoner inmate detainee resident native citizen voter donor backer hero",
    "war",
)


def telling(spot: Spot, text: str) -> bool:
    """Whether the words can refer.

    'IT' is no pronoun and no body, 'the' no description, 'post' and the board 'of directors' no title, 'D' no place, 'defence' no ministry.
    """
    word = text[spot.start : spot.end]
    if (spot.kind == "name" and spot.type in PLACES and len(word) == 1) or (spot.type == "Position" and _of_board(text, spot.start)):
        return False
    if spot.type in ("Position", "Award") and _DEGREE.search(word):
        return False
    if spot.kind == "pronoun":
        return not (len(word) == 2 and word.isupper())
    if spot.kind == "name":
        tongue = text.startswith(("-language", "-speaking"), spot.end) or _is_language(spot, text)  # "the English-language daily"
        if text.startswith("$", spot.end):  # "NZ$2 million"
            return False
        written = not _SMALL_LETTERS.fullmatch(word) or (spot.type in _SMALL_NAMES and "/" not in word)
        if (word in _BELIEFS and spot.type not in ("Person", "Group", "Event")) or (word in _FIELDS and _MINISTER.match(text, spot.end)):
            return False
        whose = word.removesuffix("'s").removesuffix("’s")
        if whose in _DISEASES and _ILL.match(text, spot.start + len(whose)):
            return False
        other = _OF_ORIGIN if word.startswith("American") else _NOT
        return written and not tongue and word not in _NO_NAME and not other.search(text, 0, spot.start)
    if spot.kind == "nominal" and word.lower().removeprefix("the ") in _NO_NOUN:
        return False
    if spot.type == "Position" and word.lower().split()[-1:] and word.lower().split()[-1] in _NO_OFFICE:
        return False
    if word.lower().startswith("whose ") or (word.capitalize() in _FIELDS and _MINISTER.match(text, spot.end)):
        return False
    if spot.type == "Position":
        return word.lower().removeprefix("the ") not in _NO_THING | _NO_TITLE
    return word.lower() not in _NO_THING


def _is_language(spot: Spot, text: str) -> bool:
    """'She wrote in Norwegian', 'speaks Russian': no country, but 'in Norwegian waters' is one."""
    word = text[spot.start : spot.end]
    people = gazetteer().demonyms.get(key(word)) if key(word) not in gazetteer().names and not word.endswith("s") else None
    return bool(people and _SPOKEN.search(text, max(0, spot.start - 20), spot.start) and _NO_MORE.match(text, spot.end))


_SPOKEN: Final = re.compile(r"\b(?:in|into|from|speaks?|spoke|speaking|fluent in|learn(?:ed|ing|s)?|translated \w+) $")
_NO_MORE: Final = re.compile(
    r"(?:$|[^\s\w’'-]|\s+(?:[^a-zA-Z\s]|(?:and|or|on|at|to|by|for|with|but|that|who|which|as|when|because|from|about|before|after)\b))"
)
"""What stands behind a word that describes nothing."""
_DEGREE: Final = re.compile(
    r"\b(?:[Mm]aster|[Bb]achelor)[’']?s\b|\b(?:[Dd]egree|[Dd]iploma|MBA|MSc|BSc|PhD)\b|\b(?:Ph\.D|J\.D|M\.A|B\.A)\."
)
"""Degrees are no offices and no prizes."""
_OF_ORIGIN: Final = re.compile(r"\b(?:African|Asian|Arab|Cuban|Irish|Italian|Jewish|Mexican|Muslim|Native)[- ]$")
"""'African-American' names no country."""
_NOT: Final = re.compile(r"\b[Nn]on-$")


_DISEASES: Final = words("Alzheimer Parkinson Crohn Huntington Hodgkin Tourette Down Asperger")
"""Whose names are also those of what they described."""
_ILL: Final = re.compile(r"[’']s\b(?! (?:[A-Z]|widow|family|wife|son|daughter))")
_BELIEFS: Final = words(
    "Jewish Roman Islamic Islamist Muslim Christian Catholic Protestant Orthodox Hindu Sikh Buddhist Shiite Shia Sunni Western Arab LGBT",
    "Shi'ite Shi’ite LGBTQ Hispanic Latino",
)
"""Adjectives of faith and kin, which are no countries and no bodies."""
_FIELDS: Final = words(
    "Defense Defence Interior Foreign Finance Justice Health Education Environment Energy Economy Transport Labor Labour"
)
_MINISTER: Final = re.compile(r" (?:[Mm]inist|[Ss]ecretar|[Cc]hief|[Ss]pokes)")


def _of_board(text: str, at: int) -> bool:
    return text[max(0, at - 9) : at].lower() == "board of "


def doing(spot: Spot, doc: Doc) -> bool:
    """Whether a description is but the verb of what is done to something: 'taking' of 'for taking bribes', 'blow' of 'to blow up'.

    Or it is half of a word before a noun: 'official' of 'official data', 'weight-loss' of 'weight-loss drug'.
    """
    span = doc.char_span(spot.start, spot.end, alignment_mode="expand") if spot.kind == "nominal" else None
    if not span:
        return False
    last = span[-1]
    half = last.pos_ == "ADJ" or "-" in text_of(doc)[spot.start : spot.end]
    if half and last.dep_ in ("amod", "compound") and last.head.i == last.i + 1:
        return True
    if last.lower_ == "fire" and last.dep_ == "dobj" and last.head.lemma_ in _SHOOTING:  # "opened fire"
        return True
    alone = len(span) == 1 and (span.start_char, span.end_char) == (spot.start, spot.end)
    return alone and last.tag_ in ("VB", "VBG") and any(c.dep_ in ("dobj", "prt") for c in last.children)


_SHOOTING: Final = words("open return exchange cease hold trade")


def titled(spot: Spot, doc: Doc, text: str) -> bool:
    """Whether a noun that is no date heads the words: 'led', 'former', 'March' and the initial 'G.' are no titles."""
    span = doc.char_span(spot.start, spot.end, alignment_mode="expand")
    if not span or re.fullmatch(r"[A-Z]\.?|(?:[A-Z]\.)+", text[spot.start : spot.end]):
        return False
    office = span.root.pos_ in ("NOUN", "PROPN") and not span[-1].lower_.endswith(("idential", "natorial"))  # "vice presidential"
    return office and span.root.lower_ not in MONTHS
