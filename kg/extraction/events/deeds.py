"""Deeds that verbs tell, as events: 'police arrested Ada Byron in Oslo on Monday', with who did it, to whom, where and when.

What nouns say of them is in `arguments`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction.clauses import is_passive, phrase_of, subjects_of
from kg.extraction.commitment.modality import modality
from kg.extraction.dates.times import Time
from kg.extraction.parts import Parts, clause_dates
from kg.extraction.places.whereabouts import whereabouts
from kg.extraction.scene import WHOSE, Scene, Thing, conjoined, fact, objects_of, over, words
from kg.extraction.wordlist import words as word_list
from kg.model import Span, Statement

Events = Iterator[tuple[Thing, list[Statement]]]
"""Events, each with what is said of it."""

_DEEDS: Final = {
    "arrest": "arrest", "detain": "detention", "imprison": "imprisonment", "indict": "indictment", "convict": "conviction",
    "sentence": "sentencing", "acquit": "acquittal", "extradite": "extradition", "deport": "deportation", "free": "release",
    "release": "release", "execute": "execution", "kidnap": "kidnapping", "abduct": "abduction", "shoot": "shooting", "stab": "stabbing",
    "assassinate": "assassination", "murder": "murder", "kill": "killing", "attack": "attack", "bomb": "bombing", "shell": "shelling",
    "raid": "raid", "ambush": "ambush", "storm": "storming", "hijack": "hijacking", "rob": "robbery", "seize": "seizure",
    "invade": "invasion", "occupy": "occupation", "evacuate": "evacuation", "rescue": "rescue", "oust": "ouster", "expel": "expulsion",
    "overthrow": "overthrow", "launch": "launch", "unveil": "unveiling", "inaugurate": "inauguration", "discover": "discovery",
    "destroy": "destruction", "demolish": "demolition", "close": "closure", "shut": "closure", "hack": "hacking", "sue": "lawsuit",
    "bombard": "bombardment", "capture": "capture",
}  # fmt: skip
"""Verb to the noun that names its deed."""
_OF_PERSONS: Final = word_list(
    "arrest detain imprison indict convict sentence acquit extradite deport free release execute kidnap abduct shoot stab assassinate",
    "murder kill rescue oust expel rob sue",
)
"""What is done to people and bodies of people only."""
_HARMS: Final = word_list(
    "kidnap abduct shoot stab assassinate murder kill attack bomb bombard shell raid ambush storm hijack rob destroy hack"
)
_AT: Final = {"attack": "on", "raid": "on", "lawsuit": "against"}
_HOLD: Final = frozenset({"hold", "begin", "start", "open", "resume", "have", "conduct", "attend", "lead", "convene", "host", "join"})
"""Verbs whose subject takes part in the gathering that is their object."""


def deeds(scene: Scene, dates: Sequence[Time]) -> Parts:
    """The events that verbs tell, as things where the article has no mention of them."""
    things: dict[str, Thing] = {}
    made: list[Statement] = []
    nouns = _nouns(scene)
    told: dict[str, list[list[Statement]]] = {}
    for verb in scene.doc:
        made += _held(scene, verb) if verb.lemma_.lower() in _HOLD else ()
        for thing, facts in _events(scene, verb, dates, nouns) if verb.pos_ == "VERB" else ():
            told.setdefault(thing.id, []).append(facts)
            if thing.id not in scene.things:
                things.setdefault(thing.id, thing)
    for tellings in told.values():  # "she resigned on Friday", whatever "she had said that she would"
        done = [facts for facts in tellings if all(s.modality == "Actual" for s in facts)]
        made += (s for facts in done or tellings for s in facts)
    return Parts(tuple(things.values()), tuple(made))


def _events(scene: Scene, verb: Token, dates: Sequence[Time], nouns: Mapping[str, Sequence[str]]) -> Events:
    """The events that the verb tells, one for each of its ends; `nouns` gives those that the article calls by a noun."""
    lemma = verb.lemma_.lower()
    if lemma in _DEEDS:
        yield from _done(scene, verb, dates, nouns.get(_DEEDS[lemma], ()))
    elif lemma in _VISITING or lemma in _TRAVELLING:
        yield from _visits(scene, verb, dates)
    elif phrase_of(verb) in _LEAVING:
        yield from _leavings(scene, verb, dates)
    elif lemma in _RALLYING:
        yield from _rallies(scene, verb, dates, _so_called(scene, nouns, _RALLYING[lemma]))
    elif lemma == "meet":
        yield from _meetings(scene, verb, dates, _so_called(scene, nouns, "meeting"))


def _so_called(scene: Scene, nouns: Mapping[str, Sequence[str]], noun: str) -> list[str]:
    """The events whose label has the noun: who else met need not have been at the summit that is also called a meeting."""
    return [i for i in nouns.get(noun, ()) if noun in scene.things[i].label.lower().split()]


def _done(scene: Scene, verb: Token, dates: Sequence[Time], known: Sequence[str]) -> Events:
    """The deed of the verb to each of its ends, or the one event `known` that the article calls so."""
    noun = _DEEDS[verb.lemma_.lower()]
    for target, token in _targets(scene, verb):
        id_ = known[0] if len(known) == 1 else f"deed {noun} {target}"
        found = list(_told(scene, verb, id_, target, token, dates))
        if len(found) > 1 and not (noun == "attack" and _in_words(scene, found)):
            yield _event(scene, noun, target, id_, verb, token), found


def _in_words(scene: Scene, found: Sequence[Statement]) -> bool:
    """Whether somebody may but have criticised: 'Ada Byron attacked Leo Mill', with no place."""
    actors = [str(s.object) for s in found if s.property == "actor"]
    speakers = any(scene.is_a(a, c) for a in actors for c in ("Person", "MediaOrganization", "PoliticalParty"))
    return speakers and not any(s.property == "place" for s in found)


def _nouns(scene: Scene) -> dict[str, list[str]]:
    """The events that the article mentions by the noun of a deed."""
    found: dict[str, list[str]] = {}
    for id_, thing in scene.things.items():
        if scene.is_a(id_, "Event"):
            said = {w for s in thing.spots for w in scene.article.text[s.start : s.end].lower().split()}
            for noun in said & {*_DEEDS.values(), *_RALLYING.values(), "meeting"}:
                found.setdefault(noun, []).append(id_)
    return found


def _event(scene: Scene, noun: str, target: str, id_: str, verb: Token, token: Token) -> Thing:
    """The event as a thing of its own: 'Arrest of Ada Byron'."""
    label = _called(scene, target)
    type_ = "Launch" if noun in ("launch", "unveiling") else "Incident" if verb.lemma_.lower() in _HARMS else "Event"
    return Thing(id_, type_, f"{noun.capitalize()} {_AT.get(noun, 'of')} {label}", evidence=(words(scene, verb, token),))


def _called(scene: Scene, id_: str) -> str:
    """The thing's name; its description as it is written within a sentence, without whose it is."""
    thing = scene.things[id_]
    small = thing.label[:1].lower() + thing.label[1:]
    first, _, rest = small.partition(" ")
    span = scene.doc.char_span(thing.spots[0].start, thing.spots[0].end, alignment_mode="expand") if thing.spots else None
    common = any(t.lower_ == first and t.pos_ in ("NUM", "NOUN") for t in span or ())
    if thing.named or not (common or first in scene.article.text.split()):
        return thing.label
    return rest if first in WHOSE and rest else small


def _targets(scene: Scene, verb: Token) -> Iterator[tuple[str, Token]]:
    """What the deed of the verb was done to."""
    passive = is_passive(verb)
    ends = subjects_of(verb) if passive else [c for c in verb.children if c.dep_ == "dobj"]
    person = verb.lemma_.lower() in _OF_PERSONS
    for id_, token in (pair for end in ends for pair in conjoined(scene, end)):
        classes = ("Person", "Group", "Organization") if person else ("Agent", "Place", "Product", "Work", "Initiative")
        if scene.things[id_].known and any(scene.is_a(id_, c) for c in classes):
            yield id_, token


def _told(scene: Scene, verb: Token, id_: str, target: str, token: Token, dates: Sequence[Time]) -> Iterator[Statement]:
    """To whom, by whom, where and when."""
    manner = modality(verb)
    yield fact(id_, "target", target, words(scene, verb, token), rule="deed-target", modality=manner)
    agents = objects_of(verb, "by") if is_passive(verb) else subjects_of(verb)
    for actor, agent in (pair for end in agents for pair in conjoined(scene, end)):
        if actor != target and scene.is_a(actor, "Agent") and scene.things[actor].known:
            yield fact(id_, "actor", actor, words(scene, agent, verb), rule="deed-actor", modality=manner)
    for place, end in _places(scene, verb, *(("from",) if verb.lemma_ == "launch" else ())):
        if place != target:
            yield fact(id_, "place", place, words(scene, verb, end), rule="deed-place", modality=manner)
    yield from _day(scene, id_, verb, dates)


def _day(scene: Scene, id_: str, verb: Token, dates: Sequence[Time]) -> Iterator[Statement]:
    """The day that the verb's clause tells, if it tells one."""
    when = next(iter(clause_dates(scene, verb, dates)), None)
    if when is not None:
        span = over(when.span, Span(verb.idx, verb.idx + len(verb)))
        yield fact(id_, "date", when.value, span, rule="deed-date", modality=modality(verb))


def _held(scene: Scene, verb: Token) -> Iterator[Statement]:
    """'Ada Byron held talks': who holds, begins or leads a gathering takes part in it."""
    ends = [(i, t) for c in verb.children if c.dep_ == "dobj" for i, t in conjoined(scene, c) if scene.is_a(i, "Gathering")]
    for id_, event in ends:
        for who, token in (pair for s in subjects_of(verb) for pair in conjoined(scene, s)):
            if scene.is_a(who, "Agent") and scene.things[who].known:
                yield fact(who, "participatesIn", id_, words(scene, token, verb, event), rule="holds-gathering", modality=modality(verb))


def _who(scene: Scene, verb: Token) -> list[tuple[str, Token]]:
    return [(i, t) for end in subjects_of(verb) for i, t in conjoined(scene, end) if scene.is_a(i, "Person") and scene.things[i].known]


def _leavings(scene: Scene, verb: Token, dates: Sequence[Time]) -> Events:
    """'Ada Byron resigned on Monday': the leaving of an office, with who leaves it and when; without a day it is none."""
    noun = _LEAVING[phrase_of(verb)]
    for id_, token in _who(scene, verb):
        event = f"deed {noun} {id_}"
        day = list(_day(scene, event, verb, dates))
        if day:
            made = fact(event, "actor", id_, words(scene, token, verb), rule="deed-leaving", modality=modality(verb))
            yield Thing(event, "Appointment", f"{noun.capitalize()} of {scene.things[id_].label}", evidence=day[0].evidence), [made, *day]


def _visits(scene: Scene, verb: Token, dates: Sequence[Time]) -> Events:
    """'Ada Byron visited Norland', 'will travel to Oslo': a gathering there of who visits."""
    objects = objects_of(verb, _TRAVELLING.get(verb.lemma_.lower(), "")) or [c for c in verb.children if c.dep_ == "dobj"]
    for place, end in (pair for o in objects for pair in conjoined(scene, o) if scene.is_a(pair[0], "Place")):
        for id_, token in _who(scene, verb)[:1]:
            event, manner = f"deed visit {id_} {place}", modality(verb)
            label = f"Visit of {scene.things[id_].label} to {scene.things[place].label}"
            guest = fact(id_, "participatesIn", event, words(scene, token, verb), rule="deed-visit", modality=manner)
            where = fact(event, "place", place, words(scene, verb, end), rule="deed-visit", modality=manner)
            whole = words(scene, token, verb, end)
            yield Thing(event, "Gathering", label, evidence=(whole,)), [guest, where, *_day(scene, event, verb, dates)]


def _rallies(scene: Scene, verb: Token, dates: Sequence[Time], known: Sequence[str]) -> Events:
    """'Teachers marched through Oslo': a march there, the one `known` that the article calls so."""
    noun, manner = _RALLYING[verb.lemma_.lower()], modality(verb)
    for place, end in ((p, t) for p, t in _places(scene, verb, "through", "across") if scene.things[p].named):
        event = known[0] if len(known) == 1 else f"deed {noun} {place}"
        made = [fact(event, "place", place, words(scene, verb, end), rule="deed-rally", modality=manner)]
        for who, token in (pair for s in subjects_of(verb) for pair in conjoined(scene, s) if scene.is_a(pair[0], "Agent")):
            made.append(fact(who, "participatesIn", event, words(scene, token, verb), rule="deed-rally", modality=manner))
        thing = Thing(event, "Event", f"{noun.capitalize()} in {scene.things[place].label}", evidence=(words(scene, verb, end),))
        yield thing, [*made, *_day(scene, event, verb, dates)]
        return


def _meetings(scene: Scene, verb: Token, dates: Sequence[Time], known: Sequence[str]) -> Events:
    """'Ada Byron met Leo Mill in Oslo', 'the two leaders met on Monday': a meeting, where it is told where or when."""
    others = [*(c for c in verb.children if c.dep_ == "dobj"), *objects_of(verb, "with")]
    both = [
        (i, t)
        for end in (*subjects_of(verb), *others)
        for i, t in conjoined(scene, end)
        if scene.is_a(i, "Agent") and scene.things[i].known
    ]
    who = dict(both)
    if not who or (len(who) == 1 and both[0][1].tag_ not in ("NNS", "NNPS") and not scene.is_a(both[0][0], "Organization")):
        return
    event, manner = known[0] if len(known) == 1 else f"deed meeting {' '.join(who)}", modality(verb)
    where = [fact(event, "place", p, words(scene, verb, end), rule="deed-meeting", modality=manner) for p, end in _places(scene, verb)]
    told = [*where, *_day(scene, event, verb, dates)]
    if told:
        made = [fact(i, "participatesIn", event, words(scene, t, verb), rule="deed-meeting", modality=manner) for i, t in who.items()]
        label = f"Meeting of {' and '.join(_called(scene, i) for i in who)}"
        yield Thing(event, "Gathering", label, evidence=(words(scene, verb, *who.values()),)), [*made, *told]


_RALLYING: Final = {"protest": "protest", "march": "march", "rally": "rally", "demonstrate": "demonstration"}
_TRAVELLING: Final = {"travel": "to", "fly": "to", "arrive": "in"}
_VISITING: Final = frozenset({"visit", "tour"})
_LEAVING: Final = {"resign": "resignation", "step down": "resignation", "stand down": "resignation", "retire": "retirement"}


def _places(scene: Scene, head: Token, *more: str) -> Iterator[tuple[str, Token]]:
    """Where the verb's clause, or what it does its deed to, is said to be: 'killed six villagers in Norland'."""
    done_to = [c for c in head.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    for end in (e for host in (head, *done_to) for e in objects_of(host, "in", "at", "near", "outside", *more)):
        yield from whereabouts(scene, end)
