"""Who holds which position where: titles before and after names, with 'is' and 'as', and the offices that no name stands beside."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.gazetteer import key
from kg.extraction.holders import Office, office_facts
from kg.extraction.modality import modality
from kg.extraction.scene import Scene, Thing, conjoined, indexed
from kg.extraction.spot import Spot
from kg.extraction.titles import Title, titles
from kg.extraction.wordlist import words
from kg.model import Modality, Statement

_OF: Final = frozenset({"of", "for", "at", "in", "to", "with"})
_BE: Final = frozenset({"be", "become", "remain"})
_AS: Final = words(
    "serve act work appoint name elect nominate choose select hire inaugurate swear return join reappoint reelect resign",
    "retire promote",
    "announce",
)
_NAMING: Final = frozenset({"announce", "appoint", "name", "elect", "nominate", "choose", "select", "hire", "promote", "reappoint"})
_LEAVING: Final = frozenset({"resign", "retire", "quit", "step", "stand"})


def positions(old: Scene) -> tuple[Scene, list[Statement]]:
    """The scene with a thing for each office, and what its title says."""
    offices = [_office(old, t) for t in titles(old.doc, old.ontology)]
    things, place = _things(old, offices)
    titled = [s for t in things.values() for s in t.spots]
    others = {i: t for i, t in old.things.items() if t.type != "Position" or not any(_overlaps(s, titled) for s in t.spots)}
    new = indexed(replace(old, things={**others, **things}))
    made: list[Statement] = []
    for office, id_ in zip(offices, place, strict=True):
        if id_:
            made += office_facts(new, office, id_)
    return new, made


def _overlaps(spot: Spot, others: Iterable[Spot]) -> bool:
    return any(spot.start < other.end and other.start < spot.end for other in others)


def _office(scene: Scene, title: Title) -> Office:
    owner, tokens = _owner(scene, title)
    begin = min(title.start, tokens[0]) if owner and tokens[0] < title.start else title.start
    end = max(title.end, tokens[1]) if owner else title.end
    for find in (_after, _before):
        holders = find(scene, title, begin, end)
        if holders:
            return Office(title, owner, tokens, tuple(holders), "Actual", f"title-{find.__name__.strip('_')}-name")
    holders, manner, rule = _by_verb(scene, title)
    if rule.startswith("title-as") and not owner:
        owner = _employer(scene, scene.doc[title.head])
    past = rule in ("title-as-serve", "title-as-work", "title-as-act") and _past(scene.doc[title.head])
    return Office(replace(title, former=title.former or past), owner, tokens, tuple(holders), manner, rule)


def _past(head: Token) -> bool:
    """'served as', 'worked as': no longer so."""
    return head.head.head.tag_ in ("VBD", "VBN")


def _employer(scene: Scene, head: Token) -> str:
    """'Acme named Ada Byron as its chief executive': the body that names, where the title names none."""
    verb = head.head.head if head.dep_ == "pobj" else head.head
    bodies = [
        i for c in verb.children if c.dep_ == "nsubj" for i, _ in conjoined(scene, c) if scene.is_a(i, "Organization") and _known(scene, i)
    ]
    return bodies[0] if bodies and verb.lemma_ in _NAMING else ""


def _known(scene: Scene, id_: str) -> bool:
    return any(s.kind != "pronoun" for s in scene.things[id_].spots)


def _owner(scene: Scene, title: Title) -> tuple[str, tuple[int, int]]:
    """The body or place of the title, and its tokens."""
    doc = scene.doc
    at = title.end
    if at < len(doc) and doc[at].lower_ in _OF:
        after = at + 1 + (at + 1 < len(doc) and doc[at + 1].lower_ in ("the", "its", "a"))
        for start in (at + 1, after):
            if (
                start in scene.starts
                and _owns(scene, scene.starts[start][0])
                and not (doc[at].lower_ == "in" and not scene.is_a(scene.starts[start][0], "Place"))
            ):
                return scene.starts[start][0], (start, scene.starts[start][1])
    return _owner_before(scene, title)


def _owner_before(scene: Scene, title: Title) -> tuple[str, tuple[int, int]]:
    doc, at = scene.doc, title.start
    while at > 0 and doc[at - 1].pos_ in ("ADJ", "ADV") and at not in scene.ends and doc[at - 1].lower_ not in ("-",):
        at -= 1
    for _ in range(2):
        if at in scene.ends and _owns(scene, scene.ends[at][0]):
            return scene.ends[at][0], (scene.ends[at][1], at)
        if at > 0 and doc[at - 1].text in ("'s", "’s", "'", "’", "-", "former", "new", "then"):
            at -= 1
    if at in scene.ends and _owns(scene, scene.ends[at][0]):
        return scene.ends[at][0], (scene.ends[at][1], at)
    return "", (title.start, title.end)


def _owns(scene: Scene, id_: str) -> bool:
    return (
        _known(scene, id_) and any(scene.is_a(id_, c) for c in ("Organization", "Place", "Group")) and scene.things[id_].type != "Position"
    )


def _after(scene: Scene, title: Title, begin: int, end: int) -> list[tuple[str, int]]:
    """'President Ada Byron', 'the president of France, Ada Byron'; of a plural title all the names that follow."""
    doc = scene.doc
    comma = end < len(doc) and doc[end].text in (",", ":")
    for at in (end, end + 1):
        while at < len(doc) and doc[at].lower_ in ("mr", "mr.", "dr", "dr.", "mrs", "mrs.", "ms", "ms.", "sir") and at not in scene.starts:
            at += 1
        if (
            at in scene.starts
            and (at == end or comma or at > end + 1)
            and scene.is_a(scene.starts[at][0], "Person")
            and doc[at].pos_ == "PROPN"
        ):
            id_, stop = scene.starts[at]
            if comma and not _closes(doc, stop):
                return []
            if title.plural:
                return [(i, t.i) for i, t in conjoined(scene, doc[stop - 1]) if scene.is_a(i, "Person")] or [(id_, at)]
            return [(id_, at)]
        if not comma:
            break
    return []


def _closes(doc: Doc, stop: int) -> bool:
    return stop >= len(doc) or doc[stop].is_punct or doc[stop].is_space or doc[stop].pos_ in ("VERB", "AUX", "ADV")


def _before(scene: Scene, title: Title, begin: int, end: int) -> list[tuple[str, int]]:
    """'Ada Byron, president of France', 'Ada Byron, 51, the French president'."""
    doc, at = scene.doc, begin
    while (
        at > 0
        and (
            doc[at - 1].pos_ in ("DET", "ADJ", "PRON")
            or doc[at - 1].lower_ in ("former", "then", "current", "new", "also", "now")
            or doc[at - 1].text in ("'s", "’s")
        )
        and at not in scene.ends
    ):
        at -= 1
    if at == 0 or doc[at - 1].text not in (",", "(", "–", "—"):
        return []
    at -= 1
    if at > 1 and doc[at - 1].like_num and doc[at - 2].text == ",":
        at -= 2
    if at in scene.ends and scene.is_a(scene.ends[at][0], "Person"):
        return [(scene.ends[at][0], at - 1)]
    return []


def _by_verb(scene: Scene, title: Title) -> tuple[list[tuple[str, int]], Modality, str]:
    """'Ada Byron is the president', 'was named president', 'served as president'."""
    head = scene.doc[title.head]
    verb = head.head
    if head.dep_ in ("attr", "oprd", "acomp") and verb.lemma_ in _BE:
        return _subjects(scene, verb), modality(verb), "title-by-be"
    if head.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lemma_ in _AS:
        return _naming(scene, verb.head)
    if head.dep_ in ("oprd", "attr", "dobj", "ccomp") and verb.lemma_ in _NAMING:
        return _naming(scene, verb)
    return [], "Actual", ""


def _naming(scene: Scene, verb: Token) -> tuple[list[tuple[str, int]], Modality, str]:
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    manner = modality(verb)
    if verb.lemma_ in _LEAVING:
        return [], manner, ""
    if verb.lemma_ in _NAMING and not passive:
        found = [(i, t.i) for c in verb.children if c.dep_ == "dobj" for i, t in conjoined(scene, c) if scene.is_a(i, "Person")]
    else:
        found = _subjects(scene, verb)
    planned: Modality = "Intended" if verb.lemma_ == "nominate" else "Planned"
    done = verb.lemma_ not in _NAMING or verb.lemma_ == "elect" or verb.dep_ == "relcl"  # "who was appointed"
    return found, planned if not done and manner == "Actual" else manner, f"title-as-{verb.lemma_}"


def _subjects(scene: Scene, verb: Token) -> list[tuple[str, int]]:
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not subjects and verb.dep_ in ("conj", "xcomp"):
        subjects = [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not subjects and verb.dep_ in ("relcl", "acl"):
        subjects = [verb.head]
    subjects = [verb.head if s.lower_ in ("who", "that") and verb.dep_ == "relcl" else s for s in subjects]
    return [(i, t.i) for s in subjects for i, t in conjoined(scene, s) if scene.is_a(i, "Person")]


def _things(scene: Scene, offices: Iterable[Office]) -> tuple[dict[str, Thing], list[str]]:
    """One thing an office; titles without a body stand for the only office of that name.

    Ids are p0, p1, and so on.
    """
    offices = list(offices)
    names = [_name(scene, o) for o in offices]
    full: dict[str, set[str]] = {}
    for office, name in zip(offices, names, strict=True):
        if office.owner:
            full.setdefault(office.title.role, set()).add(name)
    keys: dict[str, str] = {}
    spots: dict[str, list[Spot]] = {}
    ids = []
    for office, name in zip(offices, names, strict=True):
        others = full.get(office.title.role, set())
        if office.owner and not office.holders and not _official(scene, office):
            ids.append("")
            continue
        if not office.owner and not office.holders:
            if len(others) != 1:
                ids.append("")
                continue
            name = next(iter(others))
        id_ = keys.setdefault(key(name), f"p{len(keys)}")
        tokens = scene.doc[office.title.start : office.title.end]
        spots.setdefault(id_, []).append(Spot(tokens.start_char, tokens.end_char, "nominal", "Position"))
        ids.append(id_)
    labels = {keys[key(n)]: n for n in names if key(n) in keys}
    return {i: Thing(i, "Position", labels[i], tuple(s)) for i, s in spots.items()}, ids


def _official(scene: Scene, office: Office) -> bool:
    """Whether an office without a holder is worth a thing: one of a state, or written as a name."""
    return scene.things[office.owner].type in ("Country", "Region") or scene.doc[office.title.head].text[:1].isupper()


def _name(scene: Scene, office: Office) -> str:
    words = " ".join(scene.doc[office.title.start : office.title.end].text.split())
    if office.title.plural:
        words = words.removesuffix("s")
    words = words[:1].upper() + words[1:]
    return f"{words} of {scene.things[office.owner].label}" if office.owner else words
