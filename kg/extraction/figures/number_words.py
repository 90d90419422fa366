"""Words of figures: numbers, scales, currencies, people who are counted; and the number that words say."""

import re
from decimal import Decimal
from typing import Final

from kg.extraction.wordlist import words

WORDS: Final = {
    **{
        w: i
        for i, w in enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
            ]
        )
    },
    **{
        w: i
        for i, w in zip(range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True)
    },
    "dozen": 12,
    "dozens": 0,
    "decade": 10,
}
SCALES: Final = {
    "hundred": 100,
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
CURRENCIES: Final = {
    "$": "USD",
    "us$": "USD",
    "u.s.$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "a$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "us": "USD",
    "eur": "EUR",
    "usd": "USD",
    "gbp": "GBP",
    "chf": "CHF",
    "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
    "rubles": "RUB",
    "roubles": "RUB",
    "yuan": "CNY",
    "rupees": "INR",
    "manat": "AZN",
    "manats": "AZN",
    "kronor": "SEK",
    "francs": "CHF",
    "pesos": "MXN",
    "rand": "ZAR",
    "rands": "ZAR",
    "lira": "TRY",
    "won": "KRW",
    "shekels": "ILS",
}
MONEY: Final = words(
    "crowns krone kroner krona forints zloty zlotys dinars dirhams riyals rials baht ringgit naira shillings cedis pesos taka dong tenge",
    "kyat rupiah hryvnia hryvnias lei leva birr kwacha bolivars reais quetzals",
)
"""Currencies of several countries, which stand for themselves."""
PEOPLE: Final = words(
    "people person persons man men woman women passenger passengers worker workers employee employees student students",
    "child children civilian civilians soldier soldiers victim victims visitor visitors patient patients prisoner",
    "prisoners protester protesters demonstrator demonstrators troop troops refugee refugees resident residents death",
    "deaths expert experts participant participants fan fans spectator spectators graduate graduates specialist boys girls pupils",
    "teachers doctors nurses migrants hostages inmates detainees militants fighters rebels gunmen policemen firefighters lawmakers",
    "voters tourists journalists suspects survivors teenagers pensioners drivers villagers",
    "pilgrims hikers skiers climbers sailors fishermen miners farmers guests customers volunteers activists rescuers",
    "immigrants citizens nationals foreigners bystanders attackers mourners worshippers worshipers delegates athletes runners recruits",
    "inhabitants crew staff personnel evacuees commuters motorists cyclists pedestrians bodies",
    "specialists player players officer officers casualties fatalities",
)
UNITS: Final = words("years year months month weeks week minutes minute seconds second hours")
"""Units of time."""
NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"


def number(words: str) -> Decimal | None:
    """The number that digits or words say.

    >>> number("1,200.5"), number("twenty-five"), number("two hundred thousand"), number("half a million"), number("people")
    (Decimal('1200.5'), Decimal('25'), Decimal('200000'), Decimal('500000.0'), None)
    """
    if re.fullmatch(NUMBER, words):
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
        elif re.fullmatch(NUMBER, word):
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
