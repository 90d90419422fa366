"""Which mentions refer to the same thing: names by their words, descriptions and pronouns by the reader model or by rules.

References
----------
.. [1] Lee and others 2013, "Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked
   Rules", Computational Linguistics 39(4).
"""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.mentions.agreement import FIRST, NEUTER, agrees, gender, lands_of, no_capitals
from kg.extraction.mentions.appellations import kind_of, same_by_words
from kg.extraction.spot import Spot
from kg.extraction.trained.heads import REACH
from kg.extraction.wordlist import words
from kg.ontology import Ontology

_DOUBT: Final = -3.0
"""How far below 'the same' the reader may put 'he' and the only person that this sentence and the one before speak of."""

Scores = Mapping[tuple[int, int], float]
"""(earlier, later) numbers of spots to the reader model's score; above zero means: the same."""


def chains(spots: Sequence[Spot], text: str, sentences: Sequence[int], ontology: Ontology, scores: Scores) -> list[list[int]]:
    """Groups of spot numbers, each in text order, by first mention. `sentences` numbers each spot's sentence."""
    groups = _Groups([lands_of(spot, text, ontology) for spot in spots])
    for i, j in same_by_words(spots, text, ontology):
        groups.join(i, j)
    named = {groups.root(i) for i, s in enumerate(spots) if s.kind == "name"}
    said = {j for j, s in enumerate(spots) if s.kind == "nominal" and groups.root(j) in named}  # "the poet Ada Brook" is nobody else
    for j, spot in enumerate(spots):
        if spot.kind != "name" and spot.type != "Position" and j not in said:
            he = gender(text[spot.start : spot.end])
            i = _pointed_at(j, spots, text, ontology)
            if i < 0:
                other = groups.others(j, he) | no_capitals(j, spots, text)
                i = _antecedent(j, spots, text, sentences, ontology, scores, groups.root, other)
            if i >= 0:
                groups.join(i, j, he)
    return groups.listed()


class _Groups:
    """Numbers of spots joined to groups, and what the text has told so far of each: 'he' or 'she', and its countries."""

    def __init__(self, told: Sequence[set[str]]) -> None:
        self._parent = list(range(len(told)))
        self._told, self._genders, self._lands = told, [""] * len(told), list(told)

    def root(self, i: int) -> int:
        """The first spot of the group."""
        while self._parent[i] != i:
            i = self._parent[i]
        return i

    def join(self, i: int, j: int, he: str = "") -> None:
        """One group of the two; `he` is the gender that the later spot tells."""
        earlier, (a, b) = self.root(i), sorted((self.root(i), self.root(j)))
        self._genders[a] = self._genders[earlier] or he
        self._lands[a] = self._lands[a] | self._lands[b]
        self._parent[b] = a

    def others(self, j: int, he: str) -> set[int]:
        """The earlier spots of groups of the other gender, or of other countries than the spot tells."""
        roots, lands = [self.root(i) for i in range(j)], self._told[j]
        found = {i for i, r in enumerate(roots) if self._genders[r] not in ("", he)} if he else set()
        return found | ({i for i, r in enumerate(roots) if self._lands[r] and self._lands[r].isdisjoint(lands)} if lands else set())

    def listed(self) -> list[list[int]]:
        """The groups, by first spot."""
        found: dict[int, list[int]] = {}
        for i in range(len(self._parent)):
            found.setdefault(self.root(i), []).append(i)
        return [found[r] for r in sorted(found)]


FAVOUR: Final = 4.0
"""How much surer it is that the pronoun which heads a joined clause is what heads the clause before."""


def favoured(scores: Scores, spots: Sequence[Spot], doc: Doc) -> Scores:
    """The scores with 'it' of 'Norland draws investors, and it works with Acme' nearer to Norland."""
    if not scores:
        return scores
    numbers: dict[int, int] = {}
    for n, spot in enumerate(spots):
        span = doc.char_span(spot.start, spot.end, alignment_mode="expand")
        if span is not None and len(span) and spot.type != "Position":
            numbers.setdefault(span.root.i, n)
    better = dict(scores)
    for j, spot in enumerate(spots):
        span = doc.char_span(spot.start, spot.end) if spot.kind == "pronoun" else None
        if span is not None and _of_subject(span.root, numbers):
            better |= {(i, j): better[i, j] - 2 * FAVOUR for i in range(max(0, j - REACH), j) if (i, j) in better}
        if span is None or span.root.dep_ not in _SUBJECT or not (span.root.head.dep_ == "conj" or _reported(span.root)):
            continue
        subject = next((c for c in span.root.head.head.children if c.dep_ in _SUBJECT), None)
        i = numbers.get(subject.i, j) if subject is not None else j
        if i < j and (i, j) in better:
            better[i, j] += FAVOUR
    return better


def _of_subject(pronoun: Token, numbers: Mapping[int, int]) -> bool:
    """Whether 'its' is most likely of its clause's subject, and that is nothing that the text mentions: 'the krona lost half its value'."""
    tags = _OWNING.get(pronoun.lower_, ())
    verb = next((t for t in pronoun.ancestors if t.pos_ in ("VERB", "AUX")), None) if tags else None
    subject = next((c for c in verb.children if c.dep_ in _SUBJECT and c.i < pronoun.i), None) if verb is not None else None
    return subject is not None and subject.tag_ in tags and subject.i not in numbers and not subject.is_ancestor(pronoun)


def _reported(pronoun: Token) -> bool:
    """Whether a body may speak of itself: 'they' of 'Acme said they would sell it'."""
    return pronoun.lower_ in ("it", "they") and pronoun.head.dep_ == "ccomp" and pronoun.head.head.lemma_ in _SAYING


_SAYING: Final = frozenset({"say", "announce", "add", "confirm", "deny", "claim", "state", "believe", "hope", "expect"})
_OWNING: Final = {"its": ("NN", "NNP"), "their": ("NNS", "NNPS")}
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})


def _pointed_at(j: int, spots: Sequence[Spot], text: str, ontology: Ontology) -> int:
    """Number of the last thing whose own noun is 'center', for 'this center'; -1 where the words point at nothing."""
    match = re.fullmatch(r"(?:this|that) (\w+)", text[spots[j].start : spots[j].end], re.IGNORECASE)
    if not match or spots[j].kind != "nominal":
        return -1
    for i in range(j - 1, max(-1, j - REACH), -1):
        noun = _noun(text[spots[i].start : spots[i].end])
        same = noun == match[1].lower() and spots[i].kind != "pronoun" and spots[i].type != "Position"
        if same and {kind_of(s.type, ontology) for s in (spots[i], spots[j])} <= {"Organization", "Place"}:
            return i
    return -1


def _antecedent(
    j: int,
    spots: Sequence[Spot],
    text: str,
    sentences: Sequence[int],
    ontology: Ontology,
    scores: Scores,
    root: Callable[[int], int],
    other: Set[int],
) -> int:
    """Number of an earlier spot of the same thing, none of those of the other gender; -1 where none is sure enough."""
    word = text[spots[j].start : spots[j].end].lower()
    earlier = range(max(0, j - REACH), j)

    def fits(i: int) -> bool:
        if i in other or _inside(spots[i], spots[j]) or not agrees(spots[i], spots[j], word, text, ontology):
            return False
        if not _new(spots[j], word, text):
            return True
        return not _WHO.search(text[spots[j].start : spots[j].end + 5]) and _noun(text[spots[i].start : spots[i].end]) == _noun(word)

    sure = [i for i in earlier if scores.get((i, j), -9.0) > 0 and fits(i)]
    if scores and not sure and _THE.fullmatch(word) and spots[j].kind == "nominal" and spots[j].type in _SOLE:
        return _sole(j, spots, scores, root)
    if scores and (sure or not gender(word)):
        return max(sure, key=lambda i: scores[i, j], default=-1)
    allowed = [i for i in earlier if fits(i)]
    if scores:
        best = max(allowed, key=lambda i: scores.get((i, j), -9.0), default=-1)
        beside = {root(i) for i in allowed if sentences[j] - sentences[i] <= 1}
        return best if scores.get((best, j), -9.0) > _DOUBT and beside == {root(best)} else -1
    if spots[j].kind == "nominal":
        return _described(j, allowed, spots, text, ontology)
    if word in FIRST:
        return -1
    reach = 1 if word in NEUTER else 5
    near = [i for i in allowed if sentences[j] - sentences[i] <= reach and spots[i].kind != "nominal"]
    return _salient(j, near, spots, sentences)


def _sole(j: int, spots: Sequence[Spot], scores: Scores, root: Callable[[int], int]) -> int:
    """'The company' where the text has named one company so far."""
    named = [i for i in range(max(0, j - REACH), j) if spots[i].kind == "name" and spots[i].type == spots[j].type]
    one = len({root(i) for i in range(j) if spots[i].kind == "name" and spots[i].type == spots[j].type}) == 1
    best = max(named, key=lambda i: scores.get((i, j), -9.0), default=-1)
    return best if one and scores.get((best, j), -9.0) > _DOUBT else -1


_THE: Final = re.compile(r"the \w+")
_SOLE: Final = frozenset({"Company", "PoliticalParty", "MediaOrganization", "Court", "Ministry", "Legislature", "EducationOrResearchBody"})


def _salient(j: int, near: Sequence[int], spots: Sequence[Spot], sentences: Sequence[int]) -> int:
    """The first fitting mention of the pronoun's own sentence, else of the latest sentence that has one."""
    if not near:
        return -1
    own = [i for i in near if sentences[i] == sentences[j]]
    if own:
        return own[0]
    latest = max(sentences[i] for i in near)
    return next(i for i in near if sentences[i] == latest)


def _described(j: int, allowed: Sequence[int], spots: Sequence[Spot], text: str, ontology: Ontology) -> int:
    """'the ministry' is the latest ministry named; abstain where two were named in one sentence's reach."""
    if " of " in text[spots[j].start : spots[j].end]:
        return -1
    fitting = [
        i
        for i in allowed
        if spots[i].kind == "name"
        and ontology.is_a(spots[i].type, spots[j].type)
        and not text[spots[j].start : spots[j].end].lower().startswith(("a ", "an "))
    ]
    return fitting[-1] if fitting else -1


def _new(spot: Spot, word: str, text: str) -> bool:
    """Whether a description tells of people not spoken of before: 'specialists who pass the test', 'the people selected by Acme'."""
    if spot.kind != "nominal" or spot.type != "Group":
        return False
    return word.partition(" ")[0] not in _DETERMINERS or bool(_CHOSEN.match(text, spot.start))


_CHOSEN: Final = re.compile(r"the (\w+) \w+ed (?:by|for|from|within|under|as)\b", re.IGNORECASE)
_WHO: Final = re.compile(r" who(?:m|se)?\b")
"""What tells such people from others that are called so."""
_DETERMINERS: Final = words("the these those this that such both all his her their its our my your a an some most many other")


def _noun(description: str) -> str:
    """The last word before what follows the noun."""
    if chosen := _CHOSEN.match(description):
        return chosen[1].lower()
    return (re.split(r" (?:of|for|in|at|on|from|with|who|which|that) ", description.lower())[0].split() or [""])[-1]


def _inside(a: Spot, b: Spot) -> bool:
    return a.start < b.end and b.start < a.end
