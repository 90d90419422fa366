"""What follows from offices: the ministry of a minister, appointments as events, acts of an office of a state, cooperation in speech."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import is_passive, subjects_of
from kg.extraction.commitment.modality import modality
from kg.extraction.dates.times import Time
from kg.extraction.parts import Parts, clause_dates
from kg.extraction.scene import Scene, Thing, conjoined, fact, objects_of, over, words
from kg.extraction.speech.indirect import Said
from kg.model import Derivation, Modality, Span, Statement

_NAMING: Final = {
    "appoint": "Appointment",
    "name": "Appointment",
    "elect": "Election",
    "nominate": "Nomination",
    "choose": "Appointment",
    "hire": "Appointment",
    "select": "Appointment",
    "announce": "Appointment",
    "promote": "Appointment",
}
_TOGETHER: Final = frozenset({"cooperation", "partnership", "collaboration"})


def ministries(scene: Scene, found: Sequence[Statement]) -> Parts:
    """'Minister of Finance' of a country stands for its Ministry of Finance, in which the position is and for which its holder works."""
    things, made = [], []
    for s in (
        s
        for s in found
        if s.property == "jurisdiction" and scene.things[s.subject].type == "Position" and scene.is_a(str(s.object), "Country")
    ):
        title = scene.things[s.subject].label.removesuffix(f" of {scene.things[str(s.object)].label}")
        head, _, field = (
            title.partition(" of ") if " of " in title else title.partition(" for ") if " for " in title else title.partition(" on ")
        )
        if field and head.lower().split()[-1:] == ["minister"] and "prime" not in head.lower():
            country = str(s.object)
            id_ = f"ministry {field} {country}"
            things.append(Thing(id_, "Ministry", f"Ministry of {field} of {scene.things[country].label}"))
            made += [
                fact(s.subject, "positionIn", id_, s.evidence[0], rule="ministry-of-minister", derivation="Implied"),
                fact(id_, "governmentBodyOf", country, s.evidence[0], rule="ministry-of-minister", derivation="Implied"),
            ]
            for held in (h for h in found if h.property == "holdsPosition" and h.object == s.subject and h.modality == "Actual"):
                made.append(fact(held.subject, "worksFor", id_, held.evidence[0], rule="ministry-of-minister", derivation="Implied"))
    return Parts(tuple(things), tuple(made))


def appointments(scene: Scene, found: Sequence[Statement], dates: Sequence[Time]) -> Parts:
    """'The board named Ada Byron as its chief executive': who, to what, by whom, when."""
    things: list[Thing] = []
    made: list[Statement] = []
    for s in found:
        lemma = s.rule.removeprefix("title-as-")
        if s.property != "holdsPosition" or lemma not in _NAMING:
            continue
        verb = _verb(scene, s.evidence[0], lemma)
        if verb is not None:
            parts = _appointment(scene, s, verb, dates)
            things += parts.things
            made += parts.statements
    bare = list(_bare_appointments(scene, {str(s.object) for s in made if s.property == "appointee"}, dates))
    return Parts((*things, *(t for p in bare for t in p.things)), (*made, *(s for p in bare for s in p.statements)))


def _bare_appointments(scene: Scene, told: Collection[str], dates: Sequence[Time]) -> Iterator[Parts]:
    """'The president nominated Ada Byron in May': an appointment to an office that no word names, if its clause tells by whom or when."""
    for verb in scene.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in _BARE or (verb.lemma_ == "nominate" and objects_of(verb, "for")):
            continue  # who is nominated for a prize gets no office
        ends = subjects_of(verb) if is_passive(verb) else [c for c in verb.children if c.dep_ == "dobj"]
        for id_, token in (pair for end in ends for pair in conjoined(scene, end)):
            if scene.things[id_].type == "Person" and scene.things[id_].named and id_ not in told:
                event, span = f"appointment {id_}", words(scene, token, verb)
                made = _by_whom_and_when(scene, event, id_, verb, span, dates)
                if made:
                    who = fact(event, "appointee", id_, span, rule="appointment-bare", modality=modality(verb))
                    label = f"{_NAMING[verb.lemma_]} of {scene.things[id_].label}"
                    yield Parts((Thing(event, "Appointment", label, evidence=(span,)),), (who, *made))


_BARE: Final = frozenset({"nominate", "appoint"})


def _appointment(scene: Scene, held: Statement, verb: Token, dates: Sequence[Time]) -> Parts:
    """The event by which an office came to be held."""
    id_ = f"appointment {held.subject} {held.object}"
    manner: Modality = modality(verb)
    evidence = held.evidence[0]
    label = f"{_NAMING[verb.lemma_.lower()]} of {scene.things[held.subject].label} as {scene.things[str(held.object)].label}"
    made = [
        fact(id_, "appointee", held.subject, evidence, rule="appointment", modality=manner),
        fact(id_, "toPosition", str(held.object), evidence, rule="appointment", modality=manner),
    ]
    made += _by_whom_and_when(scene, id_, held.subject, verb, evidence, dates)
    return Parts((Thing(id_, "Appointment", label, evidence=held.evidence),), tuple(made))


def _by_whom_and_when(scene: Scene, id_: str, person: str, verb: Token, evidence: Span, dates: Sequence[Time]) -> list[Statement]:
    """Who gives somebody the office, and on which day, as far as the verb's clause tells."""
    manner = modality(verb)
    made = [
        fact(id_, "actor", who, words(scene, token, verb), rule="appointment", modality=manner)
        for who, token in _appointers(scene, verb)
        if who != person
    ]
    when = next(iter(clause_dates(scene, verb, dates)), None)
    if when is not None:
        made.append(fact(id_, "date", when.value, over(evidence, when.span), rule="appointment", modality=manner))
    return made


def _appointers(scene: Scene, verb: Token) -> list[tuple[str, Token]]:
    """Subjects of the verb; of a passive one, those after 'by'."""
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    agents = (c for a in verb.children if a.dep_ == "agent" for c in a.children)
    parsed = [c for c in verb.children if c.dep_ == "nsubj"]
    subjects = parsed or ([verb.head] if verb.dep_ == "acl" else [])  # a headline's "Acme names Ada Byron" parsed as a phrase
    return [(i, t) for c in (agents if passive else subjects) for i, t in conjoined(scene, c) if scene.is_a(i, "Agent")]


def _verb(scene: Scene, span: Span, lemma: str) -> Token | None:
    inside = scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    sentence = inside[0].sent if inside is not None and len(inside) else ()
    return next((t for t in sentence if t.lemma_.lower() == lemma and t.pos_ == "VERB"), None)


def acts_of_state(scene: Scene, found: Iterable[Statement]) -> Iterator[Statement]:
    """A policy approved or issued by an office or body of a state applies to that state."""
    found = list(found)
    state = {
        s.subject: str(s.object)
        for s in found
        if s.property in ("jurisdiction", "governmentBodyOf")
        and s.modality == "Actual"
        and isinstance(s.object, str)
        and scene.is_a(s.object, "Country")
    }
    for s in found:
        if (
            s.property in ("approvedBy", "issuedBy")
            and s.modality == "Actual"
            and s.object in state
            and scene.things[s.subject].type in ("PolicyDocument", "LegalAct")
        ):
            yield fact(s.subject, "jurisdiction", state[str(s.object)], s.evidence[0], rule="act-of-state", derivation="Implied")


def cooperations(scene: Scene, found: Sequence[Statement], spoken: Sequence[Said]) -> Parts:
    """'The cooperation with X and Y': with whom is said; whose it is, the words or the speaker's office tell."""
    things: list[Thing] = []
    made: list[Statement] = []
    for noun in scene.doc:
        if noun.lemma_.lower() in _TOGETHER and noun.pos_ == "NOUN":
            own = [(i, t) for c in noun.children if c.dep_ == "poss" for i, t in conjoined(scene, c) if _party(scene, i)]
            own += _parties(scene, noun, ("of", "by"))
            side = own[0][0] if own else _speakers_state(scene, noun, found, spoken)
            for other, token in _parties(scene, noun, ("with",)):
                if side and other != side:
                    parts = _cooperation(scene, noun, side, other, token, [t for _, t in own])
                    things += parts.things
                    made += parts.statements
    return Parts(tuple(things), tuple(made))


def _parties(scene: Scene, noun: Token, prepositions: tuple[str, ...]) -> list[tuple[str, Token]]:
    return [(i, t) for e in objects_of(noun, *prepositions) for i, t in conjoined(scene, e) if _party(scene, i)]


def _cooperation(scene: Scene, noun: Token, side: str, other: str, token: Token, own: Sequence[Token]) -> Parts:
    """The cooperation of the two as a node, and between them; implied where the words do not name the one side."""
    last = _parties(scene, noun, ("with",))[-1][1]
    begin = min([t.idx for t in noun.children if t.dep_ == "det"] + [noun.idx] + [t.idx for t in own])
    evidence = Span(begin, max(words(scene, last).end, words(scene, token).end))
    id_, rule = f"cooperation {side} {other}", "noun-cooperation"
    label = f"Cooperation of {scene.things[side].label} and {scene.things[other].label}"
    derivation: Derivation = "Explicit" if own else "Implied"
    made = (
        fact(side, "cooperatesWith", other, evidence, rule=rule, derivation=derivation),
        fact(id_, "party", side, evidence, rule=rule),
        fact(id_, "party", other, evidence, rule=rule),
    )
    return Parts((Thing(id_, "Cooperation", label, evidence=(evidence,)),), made)


def _party(scene: Scene, id_: str) -> bool:
    return any(scene.is_a(id_, c) for c in ("Organization", "Country", "Person"))


def _speakers_state(scene: Scene, noun: Token, found: Sequence[Statement], spoken: Sequence[Said]) -> str:
    """The state for which the speaker of the words holds office."""
    speaker = next((s.speaker for s in spoken if s.span.start <= noun.idx < s.span.end), "")
    for s in found:
        if (
            s.subject == speaker
            and s.property in ("ministerOf", "headOfState", "headOfGovernment", "represents")
            and s.modality == "Actual"
        ):
            return str(s.object)
    return ""
