"""Figures: how many, how much, of what. Money in ISO codes and whole numbers, percents as '%', counts by their noun."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.figures.ballots import ballots
from kg.extraction.figures.figure import Figure, hedged
from kg.extraction.figures.measures import UNDERGONE, compound, measured
from kg.extraction.figures.number_words import CURRENCIES, MONEY, NUMBER, PEOPLE, SCALES, UNITS, WORDS, number
from kg.extraction.figures.tolls import tolls
from kg.extraction.gazetteer import gazetteer
from kg.extraction.texts import text_of
from kg.extraction.wordlist import words as word_list
from kg.model import Span

_ONE: Final = frozenset(["year", "month", "week", "minute", "second"])
_CLOCK: Final = frozenset(["day", "days", "hour", "hours", "o'clock", "am", "pm", "a.m.", "p.m."])
"""Nouns with which a number tells time and counts nothing."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WHEN: Final = word_list(
    "past last next previous coming recent following ago before after later earlier prior since junior senior older younger"
)
FEW: Final = 5
"""Fewer things than this are no figure worth a node: 'two things', 'three nations'."""
_MONEY: Final = re.compile(
    rf"(?P<sign>US\$|U\.S\.\$|A\$|C\$|NZ\$|HK\$|[$€£¥₹]|(?<![\w])(?:EUR|USD|GBP|CHF|Rs\.?))"
    rf"\s?(?P<number>{NUMBER})"
    r"(?:[ -]?(?P<scale>million|billion|trillion|thousand|crore|lakh|[bmt]n|[bmk]|B[Nn]?|M[Nn]?|K)(?![\w]))?(?!\d|s\b)"
)
_PERCENT: Final = re.compile(rf"(?<![\w.])(?P<number>{NUMBER}|[a-z]+(?:-[a-z]+)?)[ -]?(?:%|per ?cent\b)", re.IGNORECASE)


def figures(doc: Doc, *, taken: Callable[[int, int], bool]) -> list[Figure]:
    """All figures in text order; `taken` tells spans that are dates or inside names."""
    text = text_of(doc)
    found: list[Figure] = []
    for match in _MONEY.finditer(text):
        amount = number(match["number"])
        if amount is not None and not taken(match.start(), match.start("number")):
            scale = SCALES.get((match["scale"] or "").lower(), 1)
            found.append(_figure(doc, match.start(), match.end(), amount * scale, CURRENCIES[match["sign"].lower()]))
    for match in _PERCENT.finditer(text):
        share = number(match["number"])
        if share is not None:
            found.append(_figure(doc, match.start(), match.end(), share, "%"))
    for more in (ballots(doc), _counts(doc, taken), tolls(doc, taken)):
        found += [f for f in more if not any(f.span.start < g.span.end and g.span.start < f.span.end for g in found)]
    ordered = sorted(found, key=lambda f: f.span)
    return [f for i, f in enumerate(ordered) if i == 0 or not _converted(text, ordered[i - 1], f)]


def _converted(text: str, before: Figure, figure: Figure) -> bool:
    """'20 million euros ($27 million)', '10 kilometres (6 miles)': the same in another unit."""
    units = {before.unit, figure.unit}
    return (units <= _CODES | MONEY or units <= _LENGTHS) and bool(_BRACKET.fullmatch(text, before.span.end, figure.span.start))


_PLURAL: Final = {"inch": "inches", "foot": "feet", "person": "people", "man": "people"}
_LENGTHS: Final = word_list(
    "inches feet miles yards pounds ounces acres gallons centimeters centimetres meters metres kilometers kilometres kilograms kilos",
    "hectares liters litres tons tonnes foot mile",
)
_CODES: Final = frozenset(CURRENCIES.values())
_BRACKET: Final = re.compile(r" [(\[](?:(?:about|around|roughly|some|or) )?")


def _figure(doc: Doc, start: int, end: int, amount: Decimal, unit: str) -> Figure:
    span = doc.char_span(start, end, alignment_mode="expand")
    head = span.root if span is not None and len(span) else doc[0]
    return Figure(Span(start, end), amount, unit, head.i, measured(head, unit), hedged(text_of(doc), start, end))


def described(head: Token) -> Token | None:
    """The noun that a figure with a hyphen describes, the document of 'a 131-page document'; none where there is no hyphen."""
    behind = head.i > 0 and head.doc[head.i - 1].text == "-" and head.tag_ == "NN"
    return head.head if behind and head.head.pos_ in ("NOUN", "PROPN") and head.head.i > head.i else None


def _counts(doc: Doc, taken: Callable[[int, int], bool]) -> Iterator[Figure]:
    """Numbers that count a noun: '210 people', 'fifteen brands of vehicle', '40 million euros'."""
    for token in doc:
        if token.dep_ != "nummod":
            continue
        noun = token.head
        people = noun.pos_ == "PROPN" and noun.text.endswith("s") and gazetteer().territory(noun.text) is not None  # "19 Palestinians"
        if not (people or noun.pos_ in ("NOUN", "SYM")) or noun.i < token.i:
            continue
        left = doc[_first(token)]
        amount = _halved(number(doc[left.i : token.i + 1].text), text_of(doc), token.idx + len(token))
        span = Span(left.idx, noun.idx + len(noun))
        busy = taken(left.idx, token.idx + len(token)) or (not people and taken(noun.idx, noun.idx + len(noun)))
        busy = busy or (_YEAR.fullmatch(token.text) is not None and taken(span.start, span.end))  # "2015 World Cup matches"
        if not amount or busy or noun.lower_ in _CLOCK or (amount == 1 and not token.text.isdigit()):
            continue
        if (
            _is_time(token, noun)
            or _is_name(left, noun)
            or _is_idiom(doc, left, noun)
            or _SCORE.search(text_of(doc), max(0, span.start - 3), noun.idx)
        ):
            continue
        unit = "people" if people or (noun.lower_ == "others" and noun.head.lemma_ in UNDERGONE) else _unit(noun.lower_, amount)
        if noun.tag_ == "NN" and doc[token.i + 1].text == "-":  # "131-page document"
            plural = _PLURAL.get(noun.lower_, re.sub(r"(?<![aeiou])y$", "ie", noun.lower_) + "s")
            what = compound(noun.head, noun) if noun.head.pos_ == "NOUN" and noun.head.i > noun.i else plural
            if [t.lower_ for t in doc[noun.i + 1 : noun.i + 3]] != ["-", "old"]:  # an age
                unit = CURRENCIES.get(plural, plural)
                yield Figure(span, amount, unit, noun.i, what[:1].upper() + what[1:], hedged(text_of(doc), span.start, span.end))
        elif (power := noun.nbor(-1).lower_) in _POWERS:
            yield Figure(span, amount, f"{power} {noun.lower_}", noun.i, _POWERS[power], hedged(text_of(doc), span.start, span.end))
        elif _telling(amount, unit, noun):
            yield Figure(span, amount, unit, noun.i, measured(noun, unit), hedged(text_of(doc), span.start, span.end))


def _halved(amount: Decimal | None, text: str, end: int) -> Decimal | None:
    """'Seven and a half years', 'two and a half million euros'."""
    half = _AND_A_HALF.match(text, end)
    return (amount + Decimal("0.5")) * SCALES.get(half[1] or "", 1) if amount and half else amount


_AND_A_HALF: Final = re.compile(r" and a half(?: (thousand|million|billion|trillion))?\b")
_POWERS: Final = {"square": "Area", "cubic": "Volume"}
"""What '2,000 square metres' measure."""
_WEALTH: Final = 100_000
"""So many pounds are money, fewer may be a weight."""
_RANKS: Final = frozenset({"top", "magnitude", "category", "type", "phase", "class", "grade", "level"})
"""Words before a number that tells which, not how many."""
_SCORE: Final = re.compile(r"\d ?[-–] ?\d")
"""'an easy 6-3 win'."""


def _is_name(left: Token, noun: Token) -> bool:
    """Whether the number belongs to a name or a rank, not to the noun: 'Fortune 500 companies', 'the top ten list', 'magnitude 7 quake'."""
    before = left.nbor(-1) if left.i else left
    named = before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod") and before.head in (left, noun)
    return named or before.lower_ in _RANKS or noun.doc[noun.i + 1 : noun.i + 2].text == "old"


def _is_time(token: Token, noun: Token) -> bool:
    """Whether the number tells when: 'the 2015 winner', 'in the past two weeks', 'six weeks later', 'six weeks before the vote'."""
    known = token.i > 0 and token.nbor(-1).tag_ in ("DT", "PRP$", "POS")  # "the 1937 borders"
    year = _YEAR.fullmatch(token.text) and (noun.tag_ in ("NN", "NNP") or known)
    said = {t.lower_ for t in noun.children} | {t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 2]}
    said |= {t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 3] if t.lower_ in ("junior", "senior")}  # "16 years his junior"
    return bool(year) or (noun.lower_ in UNITS and not said.isdisjoint(_WHEN))


def _is_idiom(doc: Doc, left: Token, noun: Token) -> bool:
    """Whether the number is no exact one or counts nothing: 'a few hundred members', 'a four-way race', 'a 911 caller'."""
    vague = left.i > 0 and doc[left.i - 1].lower_ in ("few", "several", "many", "couple", "-", "–")  # and "high-five", "30-40 people"
    single = noun.tag_ == "NN" and noun.lower_ not in _MANY and noun.lower_ not in UNITS and noun.i == left.i + 1 and left.text.isdigit()
    return vague or noun.lower_ in ("way", "ways", "half", "fold") or (single and left.text != "1" and noun.lower_ not in CURRENCIES)


_MANY: Final = word_list("personnel staff police cattle livestock aircraft percent cent")
"""Words without a plural form that are counted."""


def _first(token: Token) -> int:
    """Where the number begins that the token ends: at 'forty' of 'forty million'."""
    said = (t for t in token.subtree if t.i > token.i - 6)
    return min((t.i for t in said if t.like_num or t.lower_ in SCALES or t.lower_ in WORDS or t.lower_ in ("half", "-")), default=token.i)


def _telling(amount: Decimal, unit: str, noun: Token) -> bool:
    """Whether the count is worth a node: not 'two things', and not 'five year' of 'a five year plan'."""
    few = amount < FEW and unit == noun.lower_ and unit not in UNITS and unit != "people"
    return not few and (amount == 1 or unit not in _ONE)


def _unit(noun: str, amount: Decimal) -> str:
    """The unit of a counted noun: a currency's code, 'people', or the noun itself."""
    if noun == "pounds" and amount >= _WEALTH:
        return "GBP"
    if noun in CURRENCIES and noun not in ("us", "rs", "pounds"):
        return CURRENCIES[noun]
    if noun in ("yeas", "nays", "ayes", "noes"):
        return "votes"
    return "people" if noun in PEOPLE else noun
