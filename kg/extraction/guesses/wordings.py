"""What the words of the evidence say against a guess of the reader model, or instead of it."""

import re
from collections.abc import Iterable
from typing import Final


def against(property_: str, said: str, near: str) -> bool:
    """Whether the words speak against the property; `said` is the evidence, `near` with some words around it.

    >>> against("acquires", "Acme bought a stake in Bolt", "bought"), against("cooperatesWith", "Ada met Leo", "Ada met Leo")
    (True, True)
    """
    match property_:
        case "operatesIn":
            return bool(_OUTSIDE.search(said))
        case "place":
            return bool(_BEFORE_IT.match(said))
        case "awardReceived":
            return bool(_NOMINATED.search(said)) and not _WON.search(said)
        case "worksFor":
            return bool(_CUSTOMER.search(said))
        case "acquires":
            return bool(_STAKE.search(said)) or not (_BOUGHT if _CONTRACT.search(said) else _OBTAINS).search(near)
        case "ownedBy":
            return bool(_INVESTS.search(said))  # a part is not the whole, a rival no owner
        case "sanctions":
            return bool(_LIFTS.search(said))
        case "playsFor" | "memberOf":
            return bool(_LEFT.search(said) and _TRANSFER.search(near))
        case "producedBy":
            return bool(_BUYS.search(said))
        case "formerlyWorkedFor":
            return bool(_JOINING.search(said))
        case "participatesIn" | "speaksAt":
            return bool(_STAYS.search(said))
        case "spouseOf" | "siblingOf" | "parentOf" | "childOf":
            return not _KIN[property_].search(near)
        case "chiefExecutiveOf":
            return not _RUNS_FIRM.search(near)
        case "headOf" | "leaderOf":
            return bool(_ON_BOARD.search(said))
        case "chairOf":
            return not (_CHAIRS.search(near) or _DIRECTS.search(near))  # a captain chairs nothing
        case "basedIn":
            return bool(_LISTED.search(said) or _FILED.fullmatch(said))
        case "cooperatesWith":
            return bool(_MEETS.search(said)) and not _TOGETHER.search(near)
    return False


def instead(property_: str, said: str, near: str) -> str:
    """What the words say instead of the property: who teaches at a school works for it, whose words are quoted may be no spokesman."""
    match property_:
        case "headOfState" if "prime minister" in near.lower() and "president" not in near.lower():
            return "headOfGovernment"
        case "coachOf" if not _COACHES.search(near):
            return "playsFor" if "captain" in near.lower() else "memberOf"
        case "capitalOf" if "capital" not in near.lower():
            return "locatedIn"
        case "educatedAt" if _TEACHES.search(said) and not _LEARNS.search(said):
            return "worksFor"
        case "spokespersonOf" if not _SPEAKS.search(near):
            return "worksFor"
        case "chairOf" if _DIRECTS.search(said) and not _CHAIRS.search(near):
            return "headOf"
    return ""


def alleged(said: str) -> bool:
    """Whether the words only suspect what they say.

    >>> alleged("an alleged financier of Acme"), alleged("a financier of Acme")
    (True, False)
    """
    return bool(_ALLEGED.search(said))


def appointed(said: str) -> bool:
    """Whether the words tell an appointment as news: who is 'named as chief' will hold the office, who 'was named as chief' may hold it.

    >>> appointed("Ada Byron named as Acme chief"), appointed("Ada Byron, who was named as chief")
    (True, False)
    """
    return bool(_APPOINTED.search(said))


def former(before: str) -> bool:
    """Whether words that end in such a way make past what they stand before.

    >>> former("Ada Byron, a former "), former("until recently the head of "), former("the former head said that ")
    (True, True, False)
    """
    return bool(_FORMER.search(before))


def prior(sentence: str) -> str:
    """The clause at the beginning of a sentence that tells what came after what the sentence tells.

    >>> prior("Before joining Acme, she worked for Bolt.")
    'Before joining Acme,'
    """
    found = _PRIOR.match(sentence)
    return found[0] if found else ""


def of_origin(after: str) -> str:
    """What '-born' and '-based' after a country make of a citizen.

    >>> of_origin("-born poet Ada Byron"), of_origin(" poet")
    ('bornIn', '')
    """
    return next((property_ for word, property_ in _ORIGIN.items() if after.startswith(word)), "")


def deals_with(after: str) -> bool:
    """Whether the words after a country tell somebody who knows or visits it, and need not be of it.

    >>> deals_with(" analyst Ada Byron"), deals_with(" poet Ada Byron")
    (True, False)
    """
    return bool(_DEALS.match(after))


def subordinate(titles: Iterable[str]) -> bool:
    """Whether who has these titles, and there is one, is known to work under somebody else.

    >>> subordinate(["Chief financial officer"]), subordinate(["Spokesman", "Chief executive"]), subordinate([])
    (True, False, False)
    """
    listed = list(titles)
    return bool(listed) and all(_UNDER.search(title) for title in listed)


_UNDER: Final = re.compile(
    r"\b(?:chief (?!exec)[a-z]+ officer|c[fto]o|chief (?:economist|scientist|engineer|analyst|strategist|counsel|negotiator|correspondent)"
    r"|vice|deputy|assistant|spokes\w+|analyst|economist|engineer|lawyer|attorney|employee|worker)\b",
    re.IGNORECASE,
)


def owns_employer(before: str, after: str) -> bool:
    """Whether the words around a country tell the body of which somebody is, and not the country: 'Ada Byron of Norland's Tide Institute'.

    >>> owns_employer(" of ", "'s Tid"), owns_employer("d by ", "'s Ada")
    (True, False)
    """
    return before.endswith((" of ", " from ", " at ")) and bool(re.match(r"['’]s [A-Z]", after))


def national(near: str) -> bool:
    """Whether the words speak of what a state owns."""
    return bool(_NATIONAL.search(near))


def serves(near: str) -> bool:
    """Whether the words speak of the staff of a chamber, whose members do not work for it but sit in it."""
    return bool(_STAFF.search(near))


_FORMER: Final = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Oo]ne-time|[Ee]rstwhile|[Rr]etired)[- ]"
    r"(?:[A-Z][\w.’']+ ){0,3}(?:(?:\w+[ -]){1,3}(?:of|at|for) (?:the )?)?$"
    r"|[Uu]ntil recently (?:the |an? )?(?:(?:\w+[ -]){1,3}(?:of|at|for) (?:the )?)?$"
    r"|(?:retired|resigned|stepped down|stood down) (?:from|as) (?:(?:his|her|the) )?(?:(?:post|job|role|office) (?:of|as) )?"
    r"(?:(?:[Cc]hief|[Hh]ead|[Dd]irector|[Pp]resident|[Cc]hairman|[Cc]hairwoman) of (?:the )?)?$"
)
_PRIOR: Final = re.compile(r"\W*(?:Prior to|Before) (?:joining|becoming|working|that|this|his|her|their)\b[^,]*,")
_STAFF: Final = re.compile(
    r"\b(?:aides?|staff\w*|spokes\w+|clerks?|counsel|advis\w+|assistants?|secretar\w+|officials?|work\w*|employ\w+|librarian\w*|police)\b"
)
_FILED: Final = re.compile(r"[A-Z][A-Z .,'/-]+ ?\([A-Za-z]+\)?")
"""'OSLO (AFP)': from where an agency reports, which need not be at home there."""
_STAYS: Final = re.compile(
    r"\b(?:boycott\w*|skip(?:s|ped|ping)?|stay(?:s|ed|ing)? away|pull(?:s|ed|ing)? out|not (?:attend|take part|participate))\b"
)
"""Who does so takes no part."""
_APPOINTED: Final = re.compile(r"(?<!was )(?<!were )(?<!been )(?<!had )\b(?:appointed|named|tapped|picked) as\b")
_ALLEGED: Final = re.compile(
    r"\b(?:alleged(?:ly)?|suspected|purported(?:ly)?|reputed(?:ly)?|accused|rumou?red|(?:over|amid) (?:\w+ ){0,2}scandal)\b",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"\b(?:listed|traded) (?:in|on|at)\b")
"""Where a company's shares are traded it need not be."""
_OUTSIDE: Final = re.compile(r"\boutside (?:of )?(?:the )?[A-Z][\w .]*$")
"""'Its first stores outside Norland' are not there."""
_BEFORE_IT: Final = re.compile(r"[A-Z][\w .’'-]{1,40} (?:after|before|since|until|ahead of|following) ")
"""'Moved to Flint after the war': what stands behind 'after' was not there."""
_NOMINATED: Final = re.compile(r"\b(?:nominat\w+|shortlist\w*|longlist\w*|finalists?|contenders?|favou?rite|candidates?)\b")
_WON: Final = re.compile(r"\b(?:w[io]n\w*|award\w*|receiv\w+|honou?r\w*|laureate)\b")
"""Who was nominated for a prize has not got it."""
_CUSTOMER: Final = re.compile(r"\b(?:users?|fans?|customers?|followers?|supporters?|critics?|viewers?|readers?)\b")
"""Who uses or follows something does not work for it."""
_DEALS: Final = re.compile(
    r"[- ](?:\w+ )?(?:expert|analyst|specialist|watcher|scholar|correspondent|observer|ambassador|envoy|visit|trip|tour)s?\b"
)
"""After the name of a country: who knows it, not whose it is."""
_TEACHES: Final = re.compile(r"\b(?:teach(?:es|ing)?|taught|lectur\w+|professor\w*|faculty)\b", re.IGNORECASE)
_LEARNS: Final = re.compile(r"\b(?:stud\w+|graduat\w+|degree|alum\w+|learn\w+|attend\w*|educated|doctorate|PhD)\b", re.IGNORECASE)
_SPEAKS: Final = re.compile(r"\b(?:spoke\w+|speak\w*|press|communications?|voice|representative)\b", re.IGNORECASE)
_DIRECTS: Final = re.compile(r"\b(?:director|head|chief)\b", re.IGNORECASE)
_CHAIRS: Final = re.compile(r"\b(?:(?:co-)?chair\w*|president|speaker)\b", re.IGNORECASE)
_NATIONAL: Final = re.compile(r"\b(?:state-\w+|state|government-\w+|own\w*|nationali[sz]\w+)\b", re.IGNORECASE)
_TOGETHER: Final = re.compile(
    r"\b(?:co-?operat\w*|together|partner\w*|agree\w*|allian\w+|all(?:y|ies|ied)|joint\w*|collaborat\w+|deals?|team\w*|pacts?|coalitions?)\b",
    re.IGNORECASE,
)
_MEETS: Final = re.compile(r"\b(?:met|meets?|meeting|talks?|visit\w*)\b", re.IGNORECASE)
_CHILD: Final = re.compile(
    r"\b(?:sons?|daughters?|fathers?|mothers?|parents?|child(?:ren)?|born|bab(?:y|ies)|mom|mum|dad|heirs?|step\w+|kids?|boys?|girls?)\b",
    re.IGNORECASE,
)
_KIN: Final = {
    "spouseOf": re.compile(
        r"\b(?:wife|wives|husbands?|spouses?|marr(?:y|ie[sd]|iage)|wed(?:s|ding|ded)?|widow\w*|couple|bride|groom|partners?|lady|engaged|divorc\w+)\b",
        re.IGNORECASE,
    ),
    "siblingOf": re.compile(r"\b(?:brothers?|sisters?|siblings?|twins?|half-\w+)\b", re.IGNORECASE),
    "parentOf": _CHILD,
    "childOf": _CHILD,
}
"""Words without one of which nobody is anybody's kin."""
_RUNS_FIRM: Final = re.compile(
    r"\b(?:chief executive|CEO|boss\w*|managing director|president|head\w*|lead\w*|led|r[au]n|runs|running|chairman and|chief)\b"
    r"(?! negotiator| economist)",
    re.IGNORECASE,
)
_ON_BOARD: Final = re.compile(
    r"\bboard members?\b|\bon the board\b|\bmembers? of (?:the|its) board\b|\b(?:research|communications) director\b"
)
"""Who sits on a board or directs a department does not head the body."""
_ORIGIN: Final = {"-born": "bornIn", "-based": "livesIn"}
_BUYS: Final = re.compile(r"\b(?:b(?:ought|uy(?:s|ing)?)|acqui\w+|purchas\w+)\b", re.IGNORECASE)
_COACHES: Final = re.compile(r"\b(?:coach\w*|manag\w+|train\w+|head|boss|side|team|men)\b", re.IGNORECASE)
_JOINING: Final = re.compile(r"\bbefore (?:joining|moving to|coming to)\b")
"""Where somebody works now."""
_CONTRACT: Final = re.compile(r"\b(?:contracts?|orders?|tenders?)\b")
_BOUGHT: Final = re.compile(r"\b(?:buy|bought|acqui|purchas|takeover|merg|s[eo]ll|sold)", re.IGNORECASE)
_OBTAINS: Final = re.compile(
    r"\b(?:buy|bought|bid|acqui|purchas|takeover|tak\w+ (?:over|control)|took (?:over|control)|merg|s[eo]ll|sold|sale|swallow|snap|deal"
    r"|offer|absorb|own|invest|spen|paid|pay|price|worth)",
    re.IGNORECASE,
)
_INVESTS: Final = re.compile(r"\b(?:invest(?:s|ed|ing|ment)?|rivals?|competitors?|suppliers?|customers?)\b")
_TRANSFER: Final = re.compile(r"\b(?:sign|join|mov|transfer|arriv|switch)\w*\b")
_LEFT: Final = re.compile(r" from (?:the )?[A-Z][\w&. ]+$")
"""'Joined Acme from Bolt': Bolt is left."""
_LIFTS: Final = re.compile(r"\b(?:lift|eas|remov|drop|suspend)\w* (?:\w+ ){0,3}sanctions")
_STAKE: Final = re.compile(r"(?<!majority )(?<!controlling )\b(?:stakes?|shares?|per ?cent|shareholding|minority|interest in)\b|%")
"""Who buys a part of a company does not acquire it."""
