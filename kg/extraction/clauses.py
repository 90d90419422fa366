"""Who does what a verb says, and whether it is done to its subject.

References
----------
.. [1] de Marneffe and Nivre 2019, "Dependency Grammar", Annual Review of Linguistics 5.
"""

from typing import Final

from spacy.tokens import Token

from kg.extraction.commitment.modality import MEANWHILE, with_to
from kg.extraction.commitment.verdicts import GETS, governor
from kg.extraction.scene import objects_of
from kg.extraction.wordlist import words as word_list

_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})


def phrase_of(verb: Token) -> str:
    """The verb with its particle: 'point out'."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()} {particle}".strip()


def subjects_of(verb: Token) -> list[Token]:
    """Subjects of the verb; of a relative clause its noun, of a joined verb or an infinitive those of the governing verb."""
    own = [c for c in verb.children if c.dep_ in _SUBJECT]
    if own:
        return [relative(verb, s) for s in own]
    if verb.dep_ in ("acl", "relcl"):
        return _of_noun(verb)
    if others := _of_object(verb):
        return others
    if (nearer := _between(verb)) is not None:
        return subjects_of(nearer)
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX") and verb.head != verb:
        return subjects_of(verb.head)
    state = verb.head if verb.dep_ == "xcomp" else verb.head.head  # "is unlikely to buy", "is close to buying"
    if verb.dep_ in ("xcomp", "pcomp") and state.dep_ == "acomp" and state.head != verb:
        return subjects_of(state.head)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "in" and verb.head.head.lemma_ in ("act", "succeed"):  # "acted alone in killing"
        return subjects_of(verb.head.head)
    above = verb.head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ in MEANWHILE and above.pos_ in ("VERB", "AUX") and above.lemma_ not in _SUSPECTING:
        return subjects_of(above)  # "resigned after meeting her"
    return blamed(verb.head) if verb.dep_ == "pcomp" else []


def earlier(verb: Token) -> bool:
    """Whether a gerund tells what was so before or beside something that is told: 'after working for Acme'."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "while", "before")


_SUSPECTING: Final = word_list("arrest detain charge indict accuse suspect investigate prosecute question")
"""Who is arrested after killing somebody may not have done it."""


def _between(verb: Token) -> Token | None:
    """The clause of which a gerund behind it tells more: 'the state acted after gangs stormed a prison, freeing forty inmates'."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.head.pos_ != "VERB":
        return None
    clauses = [c for c in verb.head.children if c.dep_ == "advcl" and verb.head.i < c.i < verb.i and c.tag_ in ("VBD", "VBZ", "VBP")]
    return next((c for c in reversed(clauses) if any(m.dep_ in ("mark", "advmod") and m.lower_ in _WHEN for m in c.children)), None)


_WHEN: Final = frozenset({"after", "when", "as", "before", "because"})


def relative(verb: Token, end: Token) -> Token:
    """The noun that 'who', 'which' or 'that' stands for in the verb's relative clause, or in one joined to it; any other end itself."""
    clause = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "relcl" else verb
    return clause.head if end.lower_ in ("who", "which", "that") and clause.dep_ == "relcl" else end


def _of_noun(verb: Token) -> list[Token]:
    """Who does what a clause on a noun says: the noun, or whoever is, has or makes it."""
    if verb.head.dep_ == "attr" and with_to(verb):  # "became the first country to ratify it"
        return subjects_of(verb.head.head)
    if with_to(verb) and verb.head.lemma_.lower() in _RESOLVES:
        return objects_of(verb.head, "for") or _resolved(verb.head)  # "a deal for Acme to buy"
    return [verb.head] if verb.tag_ in ("VBN", "VBG") or verb.dep_ == "relcl" else []


def _of_object(verb: Token) -> list[Token]:
    """The object of the governing verb that does what the verb says: 'urged Norland to attack', 'named Ada Brook, replacing Leo Mill'."""
    above = verb.head
    objects = [c for c in above.children if c.dep_ == "dobj"]
    if verb.dep_ == "xcomp" and above.lemma_ in _URGING:
        return [c for c in objects if c.i < verb.i]
    if verb.lemma_ in _FOLLOWING and with_to(verb) and above.lemma_ in NAMING and objects:  # "appointed Ada Brook to replace him"
        return objects[:1]
    if verb.dep_ == "xcomp" and above.lemma_ in _APPEALING:  # "called on Norland to", "granted a visa to Ada Brook to"
        return [end for host in (above, *objects) for end in objects_of(host, *_APPEALING[above.lemma_])]
    follows = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in _FOLLOWING and above.lemma_ in NAMING
    return [c for c in above.children if c.dep_ in ("dobj", "oprd")][:1] if follows else []


_FOLLOWING: Final = frozenset({"replace", "succeed"})
NAMING: Final = word_list("announce appoint name elect nominate choose select hire promote reappoint")
"""Verbs whose object gets an office."""


def _resolved(noun: Token) -> list[Token]:
    """Who has agreed, plans or is about to do what an infinitive on the noun says: 'is in talks to buy', 'signed a deal to build'."""
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    return subjects_of(over) if noun.dep_ in ("pobj", "dobj") and over.pos_ in ("VERB", "AUX") else []


_RESOLVES: Final = word_list(
    "talk negotiation discussion agreement deal contract pact plan bid offer decision proposal effort attempt right approval permission"
)
"""What its subject has, makes or is in, to do something."""


def blamed(preposition: Token) -> list[Token]:
    """Whom a verb accuses, convicts or clears of what stands behind the preposition, or keeps 'from' it: its object, or its subject."""
    verb = governor(preposition) or (preposition.head if preposition.lower_ == "from" and preposition.head.pos_ == "VERB" else None)
    if verb is None:
        return []
    own = verb.lemma_.lower() in GETS  # "is serving a life sentence for"
    return [c for c in verb.children if c.dep_ == "dobj" and not own] or (subjects_of(verb) if verb.pos_ in ("VERB", "AUX") else [verb])


_URGING: Final = word_list(
    "urge ask order tell force want allow invite persuade encourage press help enable lead cause require instruct warn advise let make get"
)
"""Verbs whose object does what the infinitive behind them says."""
_APPEALING: Final = {
    "appeal": ("to",), "call": ("on", "upon", "for"), "plead": ("with",), "wait": ("for",), "vote": ("for",), "rely": ("on",),
    "grant": ("to",),
}  # fmt: skip
"""Verbs of which the object of a preposition does it: 'called on Norland to attack'."""


def is_passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject undergoes what it says: 'was bought', 'a firm bought by'."""
    said = {c.dep_ for c in verb.children}
    participle = verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN" and said.isdisjoint({"dobj", "aux", "nsubj"})
    joined = verb.dep_ == "conj" and (verb.tag_ == "VBN" or "agent" in said) and said.isdisjoint({"dobj", "aux", "nsubj"})
    return participle or not said.isdisjoint({"nsubjpass", "auxpass"}) or (joined and is_passive(verb.head))
