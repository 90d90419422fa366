"""Words of figures: numbers, scales, currencies, people who are counted."""

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
PEOPLE: Final = words(
    "people person persons man men woman women passenger passengers worker workers employee employees student students",
    "child children civilian civilians soldier soldiers victim victims visitor visitors patient patients prisoner",
    "prisoners protester protesters demonstrator demonstrators troop troops refugee refugees resident residents death",
    "deaths expert experts participant participants fan fans spectator spectators graduate graduates specialist",
    "specialists player players officer officers casualties fatalities",
)
