"""Figures: how many, how much, of what. Money in ISO codes and whole numbers, percents as '%', counts by their noun."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.number_words import CURRENCIES, PEOPLE, SCALES, WORDS
from kg.extraction.wordlist import words as word_list
from kg.model import Span

UNITS: Final = frozenset(["years", "year", "months", "month", "weeks", "week", "minutes", "minute", "seconds", "second", "hours"])
_ONE: Final = frozenset(["year", "month", "week", "minute", "second"])
_HEDGES: Final = word_list("many much more most few fewer least total estimated half less staggering whopping mere")
_CLOCK: Final = frozenset(["day", "days", "hour", "hours", "o'clock", "am", "pm", "a.m.", "p.m."])
"""Nouns with which a number tells time and counts nothing."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WHEN: Final = word_list("past last next previous coming recent following ago before after later earlier prior since")
_FEW: Final = 5
"""Fewer things than this are no figure worth a node: 'two things', 'three nations'."""
_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_MONEY: Final = re.compile(
    rf"(?P<sign>US\$|U\.S\.\$|A\$|C\$|NZ\$|HK\$|[$€£¥₹]|(?<![\w])(?:EUR|USD|GBP|CHF|Rs\.?))"
    rf"\s?(?P<number>{_NUMBER})(?:[ -]?(?P<scale>million|billion|trillion|thousand|crore|lakh|bn|mn|m|tn|k|b)(?![\w]))?"
)
_PERCENT: Final = re.compile(rf"(?<![\w.])(?P<number>{_NUMBER}|[a-z]+(?:-[a-z]+)?)[ -]?(?:%|per ?cent\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: number, unit, the span that says it, the token that heads the counted phrase."""

    span: Span
    value: Decimal
    unit: str
    head: int
    measure: str


def number(words: str) -> Decimal | None:
    """The number that digits or words say.

    >>> number("1,200.5"), number("twenty-five"), number("two hundred thousand"), number("half a million"), number("people")
    (Decimal('1200.5'), Decimal('25'), Decimal('200000'), Decimal('500000.0'), None)
    """
    if re.fullmatch(_NUMBER, words):
        return Decimal(words.replace(",", ""))
    total, part = Decimal(0), Decimal(0)
    seen = False
    for word in words.lower().replace("-", " ").split():
        if word == "and" or (word == "a" and part == _HALF):
            continue
        if word in SCALES and len(word) > 2:
            part = (part or Decimal(1)) * SCALES[word]
            if SCALES[word] >= 1000:
                total, part = total + part, Decimal(0)
        elif re.fullmatch(_NUMBER, word):
            part += Decimal(word.replace(",", ""))
        elif word in WORDS:
            part += WORDS[word]
        elif word == "half":
            part += _HALF
        else:
            return None
        seen = True
    return total + part if seen and total + part != _HALF else None


_HALF: Final = Decimal("0.5")


def figures(doc: Doc, *, taken: Callable[[int, int], bool]) -> list[Figure]:
    """All figures in text order; `taken` tells spans that are dates or inside names."""
    text = doc.text
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
    found += [f for f in _counts(doc, taken) if not any(f.span.start < g.span.end and g.span.start < f.span.end for g in found)]
    ordered = sorted(found, key=lambda f: f.span)
    return [f for i, f in enumerate(ordered) if i == 0 or not _converted(text, ordered[i - 1], f)]


def _converted(text: str, before: Figure, figure: Figure) -> bool:
    """'20 million euros ($27 million)', '10 kilometres (6 miles)': the same in another unit."""
    units = {before.unit, figure.unit}
    return (units <= _CODES or units <= _LENGTHS) and bool(_BRACKET.fullmatch(text, before.span.end, figure.span.start))


_PLURAL: Final = {"inch": "inches", "foot": "feet", "person": "people", "man": "people", "country": "countries", "story": "stories"}
_LENGTHS: Final = word_list(
    "inches feet miles yards pounds ounces acres gallons centimeters centimetres meters metres kilometers kilometres kilograms kilos",
    "hectares liters litres tons tonnes foot mile",
)
_CODES: Final = frozenset(CURRENCIES.values())
_BRACKET: Final = re.compile(r" [(\[](?:(?:about|around|roughly|some|or) )?")


def _figure(doc: Doc, start: int, end: int, amount: Decimal, unit: str) -> Figure:
    span = doc.char_span(start, end, alignment_mode="expand")
    head = span.root if span is not None and len(span) else doc[0]
    return Figure(Span(start, end), amount, unit, head.i, _measure(head, unit))


def _counts(doc: Doc, taken: Callable[[int, int], bool]) -> Iterator[Figure]:
    """Numbers that count a noun: '210 people', 'fifteen brands of vehicle', '40 million euros'."""
    for token in doc:
        noun = token.head
        if token.dep_ != "nummod" or noun.pos_ not in ("NOUN", "SYM") or noun.i < token.i:
            continue
        left = doc[_first(token)]
        amount = number(doc[left.i : token.i + 1].text)
        span = Span(left.idx, noun.idx + len(noun))
        if not amount or taken(span.start, span.end) or noun.lower_ in _CLOCK or (amount == 1 and not token.text.isdigit()):
            continue
        if _is_time(token, noun) or _is_name(left, noun) or _SCORE.search(doc.text, max(0, span.start - 3), noun.idx):
            continue
        unit = _unit(noun.lower_)
        if noun.tag_ == "NN" and doc[token.i + 1].text == "-":  # "131-page document"
            plural = _PLURAL.get(noun.lower_, noun.lower_ + "s")
            what = _compound(noun.head, noun) if noun.head.pos_ == "NOUN" and noun.head.i > noun.i else plural
            if [t.lower_ for t in doc[noun.i + 1 : noun.i + 3]] != ["-", "old"]:  # an age
                yield Figure(span, amount, CURRENCIES.get(plural, plural), noun.i, what[:1].upper() + what[1:])
        elif _telling(amount, unit, noun):
            yield Figure(span, amount, unit, noun.i, _measure(noun, unit))


_SCORE: Final = re.compile(r"\d ?[-–] ?\d")
"""'an easy 6-3 win'."""


def _is_name(left: Token, noun: Token) -> bool:
    """Whether the number belongs to a name or a rank, not to the noun: 'Fortune 500 companies', 'the top ten list'."""
    before = left.nbor(-1) if left.i else left
    named = before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod") and before.head in (left, noun)
    return named or before.lower_ == "top" or noun.doc[noun.i + 1 : noun.i + 2].text == "old"


def _is_time(token: Token, noun: Token) -> bool:
    """Whether the number tells when: 'the 2015 winner', 'in the past two weeks', 'six weeks later', 'six weeks before the vote'."""
    year = _YEAR.fullmatch(token.text) and noun.tag_ in ("NN", "NNP")
    said = {t.lower_ for t in noun.children} | {t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 2]}
    return bool(year) or (noun.lower_ in UNITS and not said.isdisjoint(_WHEN))


def _first(token: Token) -> int:
    """Where the number begins that the token ends: at 'forty' of 'forty million'."""
    said = (t for t in token.subtree if t.i > token.i - 6)
    return min((t.i for t in said if t.like_num or t.lower_ in SCALES or t.lower_ in WORDS or t.lower_ in ("half", "-")), default=token.i)


def _telling(amount: Decimal, unit: str, noun: Token) -> bool:
    """Whether the count is worth a node: not 'two things', and not 'five year' of 'a five year plan'."""
    few = amount < _FEW and unit == noun.lower_ and unit not in UNITS
    return not few and (amount == 1 or unit not in _ONE)


def _unit(noun: str) -> str:
    """The unit of a counted noun: a currency's code, 'people', or the noun itself."""
    if noun in CURRENCIES and noun not in ("us", "rs", "pounds"):
        return CURRENCIES[noun]
    if noun in ("yeas", "nays", "ayes", "noes"):
        return "votes"
    return "people" if noun in PEOPLE else noun


def _compound(noun: Token, without: Token | None = None) -> str:
    return " ".join([*(c.text for c in noun.children if c.dep_ in ("compound", "amod") and c != without), noun.text])


def _measure(head: Token, unit: str) -> str:
    """What was counted, in few words: the noun with its verb's participle or its 'of' or 'in'; of a share, what has it."""
    if change := _change(head):
        return change
    noun = _sharing(head) if unit == "%" or (len(unit) == 3 and unit.isupper()) else head
    words = [
        t
        for t in noun.doc[noun.left_edge.i : noun.i + 1]
        if t.pos_ in ("NOUN", "ADJ", "PROPN") and t.dep_ in ("compound", "amod", noun.dep_) and not t.like_num and t.lower_ not in _HEDGES
    ]
    phrase = " ".join(t.text for t in words[-4:] if len(words) == 1 or t.lower_ not in _BARE) or noun.text
    if phrase.lower() in (*_BARE, unit) or number(phrase.lower()) is not None:
        phrase = "duration" if unit in UNITS else "share" if unit == "%" else "amount" if unit.isupper() else phrase
    verb = noun.head
    if verb.lemma_ == "be" and noun.dep_ == "nsubj":  # "125 people are in training"
        ends = [(p, e) for p in verb.children if p.dep_ == "prep" for e in p.children if e.dep_ == "pobj"]
        phrase = " ".join([phrase, *(f"{p.text} {_compound(e)}" for p, e in ends[:1])])
    elif noun is head and verb.pos_ == "VERB" and (noun.dep_ == "nsubjpass" or (noun.dep_ == "nsubj" and _stands_alone(verb))):
        phrase = f"{phrase} {verb.text}"
    return phrase[:1].upper() + phrase[1:]


def _change(head: Token) -> str:
    """'Rise in sales' of 'sales rose by 3 percent': by how much is not how much."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else head.head
    way = "Rise" if verb.lemma_ in _RISE else "Fall" if verb.lemma_ in _FALL else ""
    by = (head.dep_ == "pobj" and head.head.lower_ == "by") or (head.dep_ in ("npadvmod", "dobj") and head.lower_ in ("percent", "%"))
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
    if not way or not by or subject is None:
        return ""
    what = _compound(subject)
    return f"{way} in {what if subject.pos_ == 'PROPN' else what[:1].lower() + what[1:]}"


_RISE: Final = word_list("rise grow soar increase climb jump surge expand swell gain")
_FALL: Final = word_list("fall drop shrink contract decline sink plunge decrease slump tumble slip")
_BARE: Final = frozenset({"percent", "per cent", "percentage", "cent", *CURRENCIES})
"""Words for units, which say of nothing what it measures."""


def _sharing(head: Token) -> Token:
    """The noun of 'sales of 3 million euros', '58 percent of the giving', 'donors gave $200', 'prices rose by 3 percent'; else the head."""
    if head.dep_ == "pobj" and head.head.head.pos_ == "NOUN":
        return _sharing(head.head.head) if head.head.head.like_num else head.head.head
    parts = [c for p in head.children if p.dep_ == "prep" and p.lower_ in ("of", "in", "on", "for") for c in p.children if c.dep_ == "pobj"]
    owned = [c for c in parts if c.pos_ in ("NOUN", "PROPN") and c.head.lower_ == "of"] or [c for c in parts if c.pos_ in ("NOUN", "PROPN")]
    if owned or head.head.pos_ == "NOUN":
        return owned[0] if owned else head.head
    verb = head.head.head if head.dep_ == "pobj" else head.head
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c != head and c.pos_ == "NOUN")  # a name measures nothing
    return next(subjects, head)


def _stands_alone(verb: Token) -> bool:
    """Whether the verb says enough without what follows: 'two soldiers died', not '100,000 people took part'."""
    return not any(c.dep_ in ("dobj", "ccomp", "xcomp", "prt", "acomp", "oprd") for c in verb.children)
