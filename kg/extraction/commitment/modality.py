"""How far a clause commits itself: said to be so, planned, intended, possible or denied.

References
----------
.. [1] Saurí and Pustejovsky 2009, "FactBank: a corpus annotated with event factuality", Language Resources and Evaluation 43(3).
"""

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction.commitment.doubts import doubted, of_noun
from kg.extraction.commitment.verdicts import verdict
from kg.extraction.wordlist import words
from kg.model import Modality

_INTEND: Final = words(
    "plan intend want aim hope seek wish try attempt propose mean strive prepare consider offer urge ask demand request",
    "call ask vow bid mull discuss negotiate decide",
)
_PLAN: Final = words(
    "expect schedule set slate agree due clear authorize authorise promise pledge arrange commit anticipate order ready",
)
_UNWILLING: Final = words("plan intend want attempt try seek wish")
"""Who does not so much as intend it does not do it."""
_AGREED: Final = words("agreement deal contract pact decision approval permission clearance")
_TALKS: Final = words("talk negotiation discussion offer")
"""Nouns whose infinitive is agreed, or is talked about."""
_POSSIBLE: Final = words(
    "may might could can suspect allege rumour rumor likely unlikely possible reportedly allegedly perhaps possibly",
    "probably tip seem appear claim threaten allow enable risk doubt question",
)
_DENY: Final = words(
    "deny refuse decline reject fail refute cancel abandon scrap rule prevent avoid stop withdraw prohibit ban block",
)
_IMPLY: Final = words(
    "continue begin start manage help use come go proceed get happen turn serve remain be have cause force lead prompt compel know prove",
)
"""Verbs whose infinitive is as true as they are."""
_ALLOW: Final = frozenset(["allow", "enable", "permit", "let"])
_GUESS: Final = words("predict forecast think believe estimate fear suppose speculate suggest warn calculate assume")
"""What is guessed to be so may be so: 'is thought to need help', 'predicted that it would cost more'."""
_BELIEVE: Final = words("believe suspect think fear assume presume")
_DETECTIVES: Final = words("police investigator detective prosecutor official authority expert officer analyst")
"""Of what they believe nothing is known yet."""
_BEAT: Final = words(
    "beat defeat overcome outscore outpoint thrash rout edge upset topple oust rally hold score finish win return fire strike net"
)
_ACHIEVE: Final = words("win take claim secure clinch retain capture become lift reach earn seal advance regain score extend")
"""'beat Norland to win the cup' says that the cup was won."""
_WILL: Final = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_MAY: Final = frozenset({"may", "might", "could", "can", "ca"})
_CONDITION: Final = frozenset({"if", "unless", "whether"})
_CONDITIONAL_OF: Final = frozenset({"advcl", "ccomp"})


def modality(verb: Token) -> Modality:
    """Modality of what the verb's clause says, by its auxiliaries, its negation and what governs it."""
    found = _own(verb)
    if found == "Actual" and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not _has_subject(verb):
        found = _own(verb.head) if _own(verb.head) != "Denied" else "Actual"
        verb = verb.head if found == "Actual" else verb
    if found == "Planned":
        return _of_plan(verb)
    return found if found != "Actual" else _governed(verb)


def _of_plan(verb: Token) -> Modality:
    """What is said of a plan: 'speculation that it will buy Acme', 'denied that it will', 'doubt that it will'."""
    doubt = doubted(verb)
    if doubt == "Actual" and verb.dep_ == "ccomp":
        doubt = _by_head(verb.head, infinitive=False, dep="ccomp")
    return doubt if doubt in ("Denied", "Possible") else "Planned"


def _own(verb: Token) -> Modality:
    children = list(verb.children)
    if any(
        c.dep_ == "neg" or c.lower_ in ("never", "neither", "nor") or (c.dep_ == "advmod" and c.lower_ in _ALMOST) for c in children
    ) or no_longer(verb):
        return "Denied"
    if any(c.dep_ in ("nsubj", "nsubjpass") and (c.lower_ in _NOBODY or _of_none(c)) for c in children):
        return "Denied"
    auxiliaries = {c.lower_ for c in children if c.dep_ in ("aux", "auxpass")}
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in children):
        return "Possible"
    if "had" in auxiliaries and verb.dep_ == "advcl" and _inverted(verb, children):  # "had she bought it"
        return "Denied"
    if auxiliaries & _MAY or any(c.lemma_.lower() in _POSSIBLE for c in children if c.dep_ == "advmod"):
        return "Possible"
    if auxiliaries & _WILL or ("to" in auxiliaries and _heads_line(verb)):
        return "Planned"
    if auxiliaries & {"would", "should", "must"}:
        return "Planned" if "would" in auxiliaries and _reported(verb) and verb.head.lemma_ not in _GUESS else "Possible"
    if any(c.dep_ == "mark" and c.lower_ in _CONDITION for c in children) or (_inverted(verb, children) and _asked(verb)):
        return "Possible"
    return "Actual"


def no_longer(verb: Token) -> bool:
    """'is no longer', 'does not work there anymore'."""
    said = {c.lower_: c for c in verb.children if c.dep_ == "advmod"}
    return "anymore" in said or ("longer" in said and any(c.lower_ in ("no", "any") for c in said["longer"].children))


def _of_none(subject: Token) -> bool:
    """'Neither Ada nor Leo', 'no soldier'."""
    return any(c.dep_ in ("det", "preconj", "cc") and c.lower_ in ("neither", "no") and c.i < subject.i for c in subject.children)


_ALMOST: Final = frozenset({"almost", "nearly"})
_NOBODY: Final = frozenset({"nobody", "none", "neither", "nothing"})


def _inverted(verb: Token, children: Sequence[Token]) -> bool:
    """Whether the clause has the order of a question: 'did she buy', 'was she sold', 'who bought'."""
    subject = next((c.i for c in children if c.dep_ in ("nsubj", "nsubjpass")), verb.i)
    first = min((c.i for c in children if c.dep_ in ("aux", "auxpass")), default=verb.i)
    return first < subject or (verb.dep_ not in ("relcl", "acl") and any(c.tag_ in ("WP", "WRB", "WDT") for c in children))


def _asked(verb: Token) -> bool:
    """Whether the first mark that ends a sentence behind the verb is that of a question."""
    marks = (t.text for t in verb.doc[verb.i + 1 : verb.i + _LONGEST] if t.text in _ENDS)
    return next(marks, "") == "?"


_LONGEST: Final = 40
"""Tokens of a question behind its verb."""
_ENDS: Final = frozenset({".", "?", "!", ";"})


def _heads_line(verb: Token) -> bool:
    """'Council to approve bridge' and 'Norland to buy Acme' over an article, where the parse has the verb or the name at its root."""
    return verb.dep_ == "ROOT" or (verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN")


def _reported(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"


def _governed(verb: Token) -> Modality:
    """What a governing verb, noun or adjective makes of the clause: 'plans to buy', 'a plan to buy'."""
    token = verb
    for _ in range(4):
        if token.dep_ == "conj":
            token = token.head
            continue
        if token.dep_ in ("relcl", "acl") and token.head.dep_ == "attr" and with_to(token):  # "will be the first to lead it"
            return modality(token.head.head)
        under = token.dep_ in _UNDER or (token.dep_ == "relcl" and (with_to(token) or of_noun(token)))
        if not under or token.head == token:
            return "Actual"
        for found in (verdict(token), doubted(token)):
            if found not in (None, "Actual"):
                return found
        infinitive = with_to(token)
        head = token.head
        if token.dep_ == "pcomp" and head.lower_ in MEANWHILE and (head.lower_ != "after" or token.lemma_ in _EVENTFUL):
            return modality(head.head) if _own(head.head) != "Denied" else "Actual"  # "will resign after meeting her"
        if token.dep_ == "advcl" and token.tag_ == "VBD" and not infinitive:  # "will cut jobs after sales fell"
            return "Actual"
        if infinitive and head.lemma_ in ("become", "be", "remain") and any(_foremost(c) for c in head.children):
            return modality(head)
        if infinitive and (dropped(head) or any(c.dep_ == "det" and c.lower_ == "no" for c in head.children)):
            return "Denied"  # "dropped plans to buy", "has no plans to buy"
        achieved = infinitive and head.lemma_.lower() in _BEAT and token.lemma_.lower() in _ACHIEVE
        found = _by_head(head, infinitive and not achieved, "xcomp" if achieved else token.dep_)
        if found != "Actual":
            return found
        token = head
    return "Actual"


MEANWHILE: Final = frozenset({"after", "before", "while", "upon", "since", "when"})
"""Before a gerund that tells of whom the clause around it tells."""
_EVENTFUL: Final = words("meet visit attend hold sign address travel tour host")
"""What is as much to come as what comes after it; 'will cut jobs after posting a loss' tells of a loss that is there."""
_UNDER: Final = ("xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "dobj", "pobj")


def dropped(noun: Token) -> bool:
    """Whether a verb calls off what the noun plans: 'cancelled her visit', 'the deal collapsed', 'shareholders rejected the takeover'."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and verb.lemma_ == "fail":  # "failed in its attempt"
        return True
    if noun.pos_ not in ("NOUN", "PROPN") or verb.pos_ != "VERB" or _own(verb) != "Actual":
        return False
    called_off = any(c.dep_ == "prt" and c.lower_ in ("off", "down") for c in verb.children) and verb.lemma_ in ("call", "turn")
    if noun.dep_ in ("dobj", "nsubjpass"):
        return called_off or verb.lemma_ in _DROPPING
    return noun.dep_ == "nsubj" and (verb.lemma_ == "collapse" or "through" in {c.lower_ for c in verb.children})


_DROPPING: Final = words("cancel scrap abandon drop withdraw reject block ditch shelve axe veto thwart foil")


def _foremost(noun: Token) -> bool:
    """'The first woman', 'the youngest player': who is that to do something does it."""
    ranks = (c for c in noun.children if c.tag_ == "JJS" or c.lower_ in _RANKS or _ORDINAL.fullmatch(c.lower_))
    return noun.dep_ == "attr" and next(ranks, None) is not None


_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_RANKS: Final = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only"})


def with_to(verb: Token) -> bool:
    """Whether the verb is one with 'to'."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _by_head(head: Token, infinitive: bool, dep: str) -> Modality:
    lemma = head.lemma_.lower()
    if lemma in _BELIEVE and dep == "ccomp" and any(_guesses(c) for c in head.children):
        return "Possible"
    if lemma in _DENY and (infinitive or dep in ("ccomp", "pcomp")):
        return "Denied"
    if lemma == "be" and infinitive:  # "is to open in May"
        return "Planned"
    if lemma == "go" and head.tag_ == "VBG" and infinitive:
        return "Planned"
    if (lemma in _INTEND and infinitive) or (
        lemma in ("plan", "intention", "bid", "proposal", "effort", "attempt", "aim", "goal", "request") and infinitive
    ):
        return "Denied" if _own(head) == "Denied" and lemma in _UNWILLING else "Intended"
    if lemma in (_PLAN | _AGREED) and infinitive:
        return "Planned"
    if lemma in _TALKS and infinitive:
        return "Possible"
    if lemma in _ALLOW and head.tag_ == "VBD":  # "allowed 400 people to enter"
        infinitive = False
    elif (lemma in _POSSIBLE and (infinitive or dep == "ccomp")) or (lemma in _GUESS and infinitive):
        return "Possible"
    if infinitive and lemma not in _IMPLY:  # of purpose, or of what somebody is glad, able or asked to do
        return "Intended"
    inherits = dep == "xcomp" or (dep == "advcl" and not infinitive)  # "will invest, creating jobs"
    found = _own(head) if inherits else "Actual"
    return "Actual" if found == "Denied" and dep == "advcl" else found


def _guesses(subject: Token) -> bool:
    """'Police believe that she sold it', 'it is believed that she did'."""
    return (subject.dep_ == "nsubj" and subject.lemma_.lower() in _DETECTIVES) or (subject.dep_ == "nsubjpass" and subject.lower_ == "it")


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
