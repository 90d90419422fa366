"""What a figure measures, in a few words: 'people killed', 'share of revenue', 'time in prison', 'payment'."""

from typing import Final

from spacy.tokens import Token

from kg.extraction.dates.calendar_words import DAYS, MONTHS
from kg.extraction.figures.number_words import CURRENCIES, MONEY, UNITS, number
from kg.extraction.gazetteer import gazetteer
from kg.extraction.scene import OF_PLACE
from kg.extraction.wordlist import words


def measured(head: Token, unit: str) -> str:
    """What was counted or paid, or how long it was: the noun with what is done with it, or the noun of the verb's deed.

    `head` heads the words of the figure, `unit` is a currency's code, '%', 'people' or the noun itself.
    """
    phrase = _change(head) or _deed(head, unit) or _shared(head, unit) or _counted(sharing(head) if by_itself(unit) else head, head, unit)
    return phrase[:1].upper() + phrase[1:]


def compound(noun: Token, without: Token | None = None) -> str:
    """The noun with the adjectives and nouns before it, but `without`."""
    before = [c for c in noun.children if c.dep_ in ("compound", "amod") and c != without and c.i < noun.i]
    parts = [c.doc[c.left_edge.i : c.i + 1].text for c in before]  # "third-quarter"
    return " ".join([*(part if "-" in part else c.text for part, c in zip(parts, before, strict=True)), noun.text])


def by_itself(unit: str) -> bool:
    """Whether the unit is money (a currency's code) or a share ('%'), which count no noun."""
    return unit == "%" or unit in MONEY or (len(unit) == 3 and unit.isupper())


def _counted(noun: Token, head: Token, unit: str) -> str:
    """The noun with its verb's participle, or with where they are."""
    phrase = _phrase(noun)
    if phrase.lower() in (*_BARE, unit) or number(phrase.lower()) is not None:
        phrase = "duration" if unit in UNITS else "share" if unit == "%" else "amount" if by_itself(unit) else phrase
    verb = noun.head
    if phrase in _PERSONS and noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ in OF_PLACE:  # "a town of 12,000 people"
        return "population"
    if noun.dep_ == "nsubj" and (doing := present(verb)):
        return f"{phrase} {doing}"
    done = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == noun.i + 1), None)
    after = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    if noun is head and (state := next((s for s in _STATES if after == s or after.split()[:1] == [s]), "")):  # "left 17 people dead"
        return f"{phrase} {state}"
    if noun is head and done is not None:
        return f"{phrase} {done.text}"
    if noun is head and noun.dep_ == "dobj" and verb.lemma_.lower() in UNDERGONE:
        return f"{phrase} {UNDERGONE[verb.lemma_.lower()]}"
    if verb.lemma_ == "be" and noun.dep_ == "nsubj":  # "125 people are in training"
        ends = [
            (p, e)
            for p in verb.children
            if p.dep_ == "prep" and p.i > verb.i and p.lower_ in _PLACED
            for e in p.children
            if e.dep_ == "pobj" and e.lower_ not in _DAYS
        ]
        return " ".join([phrase, *(f"{p.text} {compound(e)}" for p, e in ends[:1])])
    if (
        noun is head
        and verb.pos_ == "VERB"
        and verb.lemma_ != "do"
        and (noun.dep_ == "nsubjpass" or (noun.dep_ == "nsubj" and _stands_alone(verb)))
    ):
        return f"{phrase} {verb.text}"
    return phrase


def present(verb: Token) -> str:
    """'Taking part' where the verb says that somebody is there; else empty."""
    needed = {"take": "part", "turn": "out"}.get(verb.lemma_, "")
    return _PRESENT.get(verb.lemma_, "") if not needed or any(c.lower_ == needed for c in verb.children) else ""


_PRESENT: Final = {
    "attend": "attending", "take": "taking part", "turn": "turning out", "participate": "taking part", "join": "joining",
    "gather": "gathering", "march": "marching", "protest": "protesting", "demonstrate": "demonstrating", "rally": "rallying",
}  # fmt: skip
_PERSONS: Final = frozenset({"people", "inhabitants", "residents"})


def _phrase(noun: Token) -> str:
    """The noun with the adjectives and nouns before it, without hedges and units."""
    if noun.lower_ == "others":
        return "people"
    if noun.lower_ in _BARE or noun.text[:1].isdigit():  # "a tepid 1.6 percent"
        return "percent" if noun.text[:1].isdigit() else noun.text
    said = [
        t
        for t in noun.doc[noun.left_edge.i : noun.i + 1]
        if t.pos_ in ("NOUN", "ADJ", "PROPN") and t.dep_ in ("compound", "amod", noun.dep_) and not t.like_num and t.lower_ not in _VAGUE
    ]
    return " ".join(t.text for t in said[-4:] if len(said) == 1 or t.lower_ not in _BARE) or noun.text


def _deed(head: Token, unit: str) -> str:
    """'Payment' of what was paid, 'time in prison' of years there: what money or a time is, where no noun says it."""
    if head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.head.lemma_ in _CONTESTS and unit in ("votes", "points", "%", "vote"):
        return "margin"
    if unit in UNITS and head.lower_ in UNITS:
        prep, noun = head.doc[head.i + 1 : head.i + 2], head.doc[head.i + 2 : head.i + 3]
        if prep.text.lower() in ("in", "of") and noun.text.lower() in _STAYS:
            return f"time in {noun.text.lower()}"
        verb = head.head.head if head.dep_ == "pobj" else head.head
        return "" if head.dep_ not in ("dobj", "pobj") else _TIMES.get(verb.lemma_, DEEDS.get(verb.lemma_, ""))
    if unit == "%" or not by_itself(unit) or head.dep_ not in ("dobj", "pobj", "npadvmod", "attr", "dative"):
        return ""
    verb, what = head.head.head if head.dep_ == "pobj" else head.head, sharing(head)
    spent = head.dep_ == "dobj" and verb.lemma_ in DEEDS and what.head.lower_ in ("on", "for")  # "spend 5 million on schools"
    if what != head and not spent:
        return ""
    said = "value" if head.head.lower_ == "worth" else DEEDS.get(verb.lemma_.lower(), "")
    return "" if said == "duration" else said  # "took in 96 million dollars"


_TIMES: Final = {"spend": "time spent", "give": "time given"}


def _shared(head: Token, unit: str) -> str:
    """'Share of its revenue' as 'share of revenue', where the share does nothing itself."""
    if unit != "%" or head.dep_ in ("nsubj", "nsubjpass"):
        return ""
    if head.dep_ == "dobj" and head.head.lemma_ in _WINNING and not _STANDS.isdisjoint(t.lower_ for t in head.sent):
        return SHARE_OF_VOTES
    of = next((e for p in head.children if p.dep_ == "prep" and p.lower_ == "of" for e in p.children if e.dep_ == "pobj"), None)
    if of is None or of.pos_ not in ("NOUN", "PROPN"):
        return ""
    whose = next((c for c in of.children if c.dep_ == "poss" and c.pos_ != "PRON" and of.i - c.left_edge.i <= _OWNED), None)
    said = of.doc[whose.left_edge.i : of.i + 1].text if whose is not None else _phrase(of)
    return f"share of {' '.join(said.split())}"


_OWNED: Final = 5
"""Words of a share's owner ('the world's leading-edge chips') that a measure still has room for."""


def _change(head: Token) -> str:
    """'Rise in sales' of 'sales rose by 3 percent': by how much is not how much."""
    subject = changed(head)
    if subject is None:
        return ""
    way = "Rise" if subject.head.lemma_ in _RISE else "Fall"
    what = compound(subject)
    cased = subject.pos_ == "PROPN" or gazetteer().territory(what.partition(" ")[0]) is not None  # "the Turkish economy"
    return f"{way} in {what if cased else what[:1].lower() + what[1:]}"


def noun_of(head: Token, unit: str) -> Token:
    """The noun that is measured: the sales of 'sales rose by 3 percent', 'sales of 3 million euros'; what is counted itself."""
    return changed(head) or (sharing(head) if by_itself(unit) else head)


def changed(head: Token) -> Token | None:
    """The sales of 'sales rose by 3 percent'; none where the figure tells no change."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else head.head
    by = (head.dep_ == "pobj" and head.head.lower_ == "by") or (head.dep_ in ("npadvmod", "dobj") and head.lower_ in ("percent", "%"))
    if not by or verb.lemma_ not in _RISE | _FALL:
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)


def sharing(head: Token) -> Token:
    """The noun of 'sales of 3 million euros', '58 percent of the giving', 'prices stood at 3 percent'; else the head."""
    if head.dep_ == "pobj" and head.head.lower_ in ("to", "from") and (grown := _grown(head.head.head)) is not None:
        return grown
    if head.dep_ == "pobj" and head.head.head.pos_ == "NOUN":
        return sharing(head.head.head) if head.head.head.like_num else head.head.head
    parts = [c for p in head.children if p.dep_ == "prep" and p.lower_ in ("of", "in", "on", "for") for c in p.children if c.dep_ == "pobj"]
    parts = [c for c in parts if c.lower_ not in _PAID]
    owned = [c for c in parts if c.pos_ in ("NOUN", "PROPN") and c.head.lower_ == "of"] or [
        c for c in parts if c.pos_ == "NOUN" or (c.pos_ == "PROPN" and head.lower_ in ("percent", "%"))
    ]
    if owned or head.head.pos_ == "NOUN":
        return owned[0] if owned else head.head
    verb = head.head.head if head.dep_ == "pobj" else head.head
    if verb.lemma_.lower() in DEEDS or verb.lemma_.lower() in OWNING:
        return head
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c != head]
    if subjects and subjects[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl":  # "the fraud, which could amount to 7 million"
        subjects = [verb.head]
    return next((s for s in subjects if s.pos_ == "NOUN" or s.lower_ in _LIKE_NAMES), head)  # a name measures nothing


_PAID: Final = frozenset({"cash", "stock", "total", "all"})
"""'450 million in cash': how, not for what."""
_LIKE_NAMES: Final = words("turnout inflation unemployment growth revenue sales profit exports imports")
"""What the parse takes for a name where it begins a sentence."""


def _grown(verb: Token) -> Token | None:
    """The holding of 'raised its holding to 46 percent', of 'the holding rose to 46 percent'."""
    lemma = verb.lemma_.lower()
    if lemma not in _RISE | _FALL | TURN:
        return None
    ends = [c for c in verb.children if c.dep_ == "dobj"] or [c for c in verb.children if c.dep_ == "nsubj" and lemma not in TURN]
    return next((c for c in ends if c.pos_ == "NOUN"), None)


def _stands_alone(verb: Token) -> bool:
    """Whether the verb says enough without what follows: 'two soldiers died', not '100,000 people took part'."""
    return not any(c.dep_ in ("dobj", "ccomp", "xcomp", "prt", "acomp", "oprd") for c in verb.children)


_VAGUE: Final = words("many much more most few fewer least total estimated half less staggering whopping mere")
_RISE: Final = words("rise grow soar increase climb jump surge expand swell gain")
_FALL: Final = words("fall drop shrink contract decline sink plunge decrease slump tumble slip")
TURN: Final = words("raise lift boost cut lower reduce bring push trim slash up double triple")
"""Verbs whose subject moves what is its own up or down."""
SHARE_OF_VOTES: Final = "Share of votes"
_WINNING: Final = words("win take get receive secure garner poll capture gain")
_STANDS: Final = frozenset({"vote", "votes", "ballots", "election", "runoff", "poll"})
OWNING: Final = words("own hold control")
"""Verbs whose subject has the share that is their object."""
_CONTESTS: Final = words("defeat beat win lead lose trail")
_BARE: Final = frozenset({"percent", "per cent", "percentage", "cent", *CURRENCIES, *MONEY})
"""Words for units, which say of nothing what it measures."""
_PLACED: Final = frozenset({"in", "at", "on", "aboard", "under", "inside", "without"})
_DAYS: Final = frozenset({name for name in (*DAYS, *MONTHS) if len(name) > 3})
"""Behind 'on' and 'in' these say when, not where."""
_STATES: Final = ("dead", "injured", "wounded", "homeless", "missing", "aboard", "on board", "in hospital", "without power", "hospitalized")
"""Words behind people that say how they are."""
_STAYS: Final = words("prison jail custody detention exile office power parliament captivity")
UNDERGONE: Final = {
    "kill": "killed", "injure": "injured", "wound": "wounded", "hurt": "hurt", "arrest": "arrested", "detain": "detained",
    "rescue": "rescued", "evacuate": "evacuated", "displace": "displaced", "kidnap": "kidnapped", "abduct": "abducted",
    "infect": "infected", "deport": "deported", "execute": "executed", "free": "freed", "release": "released", "save": "saved",
    "employ": "employed", "train": "trained", "dismiss": "dismissed", "hospitalize": "hospitalized",
    "hospitalise": "hospitalised", "seize": "seized", "recall": "recalled", "destroy": "destroyed", "damage": "damaged",
    "sell": "sold", "build": "built", "create": "created", "cut": "cut",
}  # fmt: skip
"""Verb to what its objects are then."""
DEEDS: Final = {
    "pay": "payment", "cost": "cost", "invest": "investment", "spend": "spending", "donate": "donation", "give": "gift",
    "contribute": "contribution", "lend": "loan", "borrow": "loan", "owe": "debt", "lose": "loss", "fine": "fine", "fin": "fine",
    "earn": "earnings",
    "value": "value", "pledge": "pledge", "offer": "offer", "buy": "price", "purchase": "price", "sell": "price", "acquire": "price",
    "provide": "funding", "allocate": "funding", "settle": "settlement", "raise": "sum raised",
    "save": "saving", "steal": "sum stolen", "award": "award", "grant": "grant", "sentence": "sentence",
    "jail": "time in jail", "imprison": "time in prison", "ban": "ban", "suspend": "suspension", "take": "duration", "last": "duration",
}  # fmt: skip
"""Verb to what the money or the time is that it has for an object; "fin" is how spaCy takes 'fined'."""
