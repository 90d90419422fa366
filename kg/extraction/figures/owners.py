"""What a figure is of: what its noun belongs to, an incident, a programme, or an end of its clause."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import is_passive, subjects_of
from kg.extraction.figures.amounts import described
from kg.extraction.figures.ballots import voted_on
from kg.extraction.figures.figure import Figure
from kg.extraction.figures.incidents import event_of, fit, incident_of
from kg.extraction.figures.measures import DEEDS, OWNING, SHARE_OF_VOTES, TURN, by_itself, noun_of, sharing
from kg.extraction.figures.number_words import UNITS
from kg.extraction.figures.stakes import STAKES
from kg.extraction.figures.worth import EMPTY
from kg.extraction.parts import compared
from kg.extraction.scene import Scene, thing_at, verb_of
from kg.extraction.wordlist import words


def owner(scene: Scene, figure: Figure) -> tuple[str, str]:
    """What the figure is about, and the rule that says so: what its noun belongs to, an incident, the frame, or an end of its clause."""
    head = scene.doc[figure.head]
    for token in voted_on(figure, head):
        found = fit(scene, token)
        if found and scene.is_a(found, "Work"):
            return (f"approval {found}" if f"approval {found}" in scene.things else found), "figure-of-vote"
    if figure.measure == SHARE_OF_VOTES:
        return _subject(scene, head, verb_of(head)), "figure-of-subject"
    found, rule = _of_noun(scene, head, figure)
    verb = verb_of(head)
    if found or (verb.dep_ == "acl" and compared(verb.head, verb.i)):
        return found, rule
    return _of_clause(scene, head, figure, verb)


def _of_noun(scene: Scene, head: Token, figure: Figure) -> tuple[str, str]:
    """What the figure's noun, or the one that it describes or measures, belongs to."""
    if head.head.lower_ == "worth" and (found := fit(scene, head.head.head) or _beside(scene, head.head.head)):
        return found, "figure-observedOf"
    whole = described(head)
    for token in _belongs(head) if whole is None else (whole, *_belongs(whole)):
        if (found := fit(scene, token)) and (token != whole or scene.things[found].type not in ("Person", "Group")):
            return found, "figure-observedOf"
    for token in _measures(scene, head, figure) if whole is None else ():
        if found := fit(scene, token):
            return found, "figure-of-measured"
    return "", ""


def _of_clause(scene: Scene, head: Token, figure: Figure, verb: Token) -> tuple[str, str]:
    """What the figure's clause tells of: who says it, a programme, an incident, or an end of the clause."""
    verb = verb.head if verb.lower_ == "compared" and verb.head.pos_ == "VERB" else verb
    if verb.lemma_ == "value" and (found := _used(scene, verb) or (_subject(scene, head, verb) if is_passive(verb) else "")):
        return found, "figure-of-object"
    if verb.lemma_ in _TRADED and head.head.lower_ == "for":  # "sold its mill for two million": the price is not the seller's
        return _used(scene, verb), "figure-of-object"
    if found := _teller(scene, head, figure):
        return found, "figure-of-teller"
    if found := _frame(scene, verb):
        return found, "figure-in-frame"
    if found := event_of(scene, figure, verb) or incident_of(scene, figure, verb):
        return found, "figure-of-incident" if scene.is_a(found, "Incident") else "figure-of-event"
    if head.dep_ == "nsubj" and verb.lemma_.lower() not in _ATTACKS and (found := _used(scene, verb)):
        return found, "figure-of-object"
    whole = described(head)
    hangs = head.dep_ == "pobj" and head.head.head.pos_ in ("VERB", "AUX")
    aside = hangs and (head.head.lower_ in _ASIDE or (head.head.lower_ == "in" and figure.unit in UNITS))
    aside = aside or (whole is not None and whole.dep_ != "dobj")  # "a 400-metre runner is", "scratched from a five-country list"
    return ("", "") if aside or not _done(head, whole, figure, verb) else (_subject(scene, head, verb), "figure-of-subject")


_TRADED: Final = words("sell buy acquire purchase")
_ASIDE: Final = words("on with after before within during at until since")
"""'On 51 minutes Ada Byron scored': the minutes are not hers."""


_ATTACKS: Final = words("attack raid storm ambush rob bomb shell hijack burn loot seize")


def _done(head: Token, whole: Token | None, figure: Figure, verb: Token) -> bool:
    """Whether the figure is what the verb's subject does something with: things it has, money it pays, a term it is given.

    A share is not: in 'Ada Byron leads Leo Mill 46 percent to 44' it is of the voters.
    """
    head = _beside_in_clause(head)
    noun, lemma = whole or sharing(head), verb.lemma_.lower()
    before = head.head.lower_ if head.dep_ == "pobj" and head.head.head == verb else ""
    if figure.unit == "%":
        return noun.dep_ == "dobj" and (noun.lemma_ in STAKES or lemma in OWNING)
    if by_itself(figure.unit):
        return lemma in DEEDS or (noun.dep_ == "dobj" and lemma in _HAS | TURN)
    if figure.unit == "people" and lemma in _TO_PEOPLE:
        return False
    if figure.unit in UNITS and whole is None:
        return lemma in DEEDS or head.dep_ == "dobj" or before == "for"
    return (whole or head).dep_ == "dobj" or before in ("in", "across") or (figure.unit == "votes" and before in ("with", "by"))


def _beside_in_clause(head: Token) -> Token:
    """What the figure is joined to or compared with: 'reported a loss of 2 million, compared with a profit of 3 million'."""
    noun = sharing(head)
    compares = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "to") else noun
    if compares.lower_ == "compared":
        return next((c for c in compares.head.children if c.dep_ == "dobj"), head)  # of the clause
    return head.head if head.dep_ == "conj" else head


_TO_PEOPLE: Final = words(
    "charge arrest detain convict sentence jail accuse indict kill injure wound meet tell urge ask warn rescue free release deport shoot",
    "stab",
)
"""Verbs whose subject has not the people that are their object."""
_HAS: Final = words("receive have get seek need face win secure report post make take land sign expect announce")
"""Verbs whose subject the money or the loan is of that is their object."""


def _subject(scene: Scene, head: Token, verb: Token) -> str:
    """The one subject of the verb; of a verb of sentencing or fining, whom it is done to."""
    given = [c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubjpass")] if verb.lemma_.lower() in _IMPOSING else []
    who = verb.head if verb.dep_ == "relcl" else None  # "the company, which employs 3,200 people"
    by = verb.head.head if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.lower_ in _BY else verb
    ends = [s for s in given or subjects_of(by) if s.i != head.i and (s == who or not s.is_ancestor(head))]
    joined = [c for c in ends[0].children if c.dep_ == "conj"] if ends else []  # "Norway, Sweden and Finland make 3 percent"
    if not ends or any(not any(a <= ends[0].i < c.i < b for a, (_, b) in scene.starts.items()) for c in joined):  # "Brook & Sons" is one
        return ""
    return fit(scene, ends[0]) or _beside(scene, ends[0])  # "the ferry's owner, Norland Lines, was fined"


_BY: Final = words("by in despite")
"""'Acme saved a million by closing its mill': who does the one does the other."""
_IMPOSING: Final = words("sentence jail imprison fine fin ban bar exclude disqualify suspend award grant give")
"""Verbs whose object is given the money or the time."""


def _used(scene: Scene, verb: Token) -> str:
    """What so many do something with: 'forty people visited the fair', 'two in three say they trust it'."""
    for each in (verb, *(c for c in verb.children if c.dep_ == "ccomp")):
        for end in (c for c in each.children if c.dep_ == "dobj"):
            if found := fit(scene, end):
                return found
    return ""


def _frame(scene: Scene, verb: Token) -> str:
    """'trained within the framework of the programme': of the clause, or of the one that it is joined to."""
    for each in (verb, verb.head) if verb.dep_ == "conj" else (verb,):
        for prep in (c for c in each.children if c.dep_ == "prep" and c.lower_ in ("within", "in", "under")):
            for noun in (c for c in prep.children if c.dep_ == "pobj" and c.lemma_ in ("framework", "part", "course")):
                for end in (e for p in noun.children if p.lower_ == "of" for e in p.children if e.dep_ == "pobj"):
                    if (found := fit(scene, end)) and scene.is_a(found, "Initiative"):
                        return found
    return ""


def _measures(scene: Scene, head: Token, figure: Figure) -> Iterator[Token]:
    """What the noun that is measured belongs to: 'revenue at Acme rose', 'unemployment in Norland', 'the Norland economy'."""
    if head.dep_ == "pobj" and head.head.lower_ == "of" and figure.measure == "Population":
        yield head.head.head
    noun = noun_of(head, figure.unit)
    if by_itself(figure.unit) and noun != head and noun.pos_ == "NOUN" and noun.lower_ not in EMPTY | STAKES:
        yield from _belongs(noun)
        yield from (e for p in noun.children if p.dep_ == "prep" and p.lower_ == "in" for e in p.children if e.dep_ == "pobj")
        yield from (c for c in noun.children if c.dep_ in ("amod", "compound") and _of_state_or_body(scene, c))


def _of_state_or_body(scene: Scene, token: Token) -> bool:
    """'The Norland economy', 'Acme shares'."""
    found = thing_at(scene, token)
    state = bool(found) and scene.things[found].type == "Country"
    return state or (bool(found) and scene.is_a(found, "Organization") and token.head.lower_ in _OF_BODIES)


def _teller(scene: Scene, head: Token, figure: Figure) -> str:
    """The body that says what it has earned or sold: 'Acme said profit rose 12 percent'."""
    noun, verb = noun_of(head, figure.unit), verb_of(head)
    own = by_itself(figure.unit) and noun.lemma_.lower() in _OF_BODIES and not any(c.dep_ in ("det", "poss", "prep") for c in noun.children)
    if not own or verb.dep_ != "ccomp" or verb.head.lemma_ not in _TELLS:
        return ""
    return next((i for t in subjects_of(verb.head) if (i := fit(scene, t)) and scene.is_a(i, "Organization")), "")


_OF_BODIES: Final = words(
    "profit sale revenue income earning earnings sales turnover loss output order orders production export exports share shares"
)
_TELLS: Final = words("say report announce state add note disclose warn expect forecast predict")


def _belongs(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at", "within"):
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "poss":
            yield child


def _beside(scene: Scene, noun: Token) -> str:
    """What stands in apposition to the noun: 'the painting, The Lute Player, worth 8 million euros'."""
    return next((found for c in noun.children if c.dep_ == "appos" and (found := fit(scene, c))), "")
