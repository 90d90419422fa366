"""Who holds which position where: titles before and after names, with 'is' and 'as', and the offices that no name stands beside."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extraction.gazetteer import key
from kg.extraction.offices.belonging import employer, whole, whose
from kg.extraction.offices.beside import after, before, by_verb
from kg.extraction.offices.fuller import whole_titles
from kg.extraction.offices.holders import Office, office_facts, with_holders
from kg.extraction.offices.past import elect, former, left, removed, served, spell, was
from kg.extraction.offices.titles import PAST, SHORT, Title, powerless, titles
from kg.extraction.scene import Scene, Thing, indexed
from kg.extraction.spot import Spot
from kg.model import Statement

_OF_STATE: Final = frozenset({"memberOf", "ministerOf", "mayorOf", "electedFor", "headOfGovernment"})
_BETWEEN: Final = frozenset({"and", "former", "acting", "current", "a", "the", "then"})


def positions(old: Scene) -> tuple[Scene, list[Statement]]:
    """The scene with a thing for each office, and what its title says."""
    found = _joined(old, [_office(old, t) for t in whole_titles(old, titles(old.doc, old.ontology))])
    old = with_holders(old, found)
    offices = [each for office in found for each in _of_each(old, office)]
    things, place = _things(old, offices)
    titled = [s for t in things.values() for s in t.spots]
    overlap = {i for i, t in old.things.items() for s in t.spots if any(s.start < o.end and o.start < s.end for o in titled)}
    others = {i: t for i, t in old.things.items() if t.type != "Position" or i not in overlap}
    new = indexed(replace(old, things={**others, **things}))
    made: list[Statement] = []
    for office, id_ in zip(offices, place, strict=True):
        if id_:
            made += office_facts(new, office, id_)
    return new, made


def _office(scene: Scene, title: Title) -> Office:
    owner, tokens = whose(scene, title)
    begin = min(title.start, tokens[0]) if owner and tokens[0] < title.start else title.start
    end = max(title.end, tokens[1]) if owner else title.end
    between = scene.doc[tokens[1] : title.start] if owner and tokens[1] <= title.start else ()  # "Norland's former military chief"
    over = title.former or former(scene.doc, begin) or removed(scene.doc[title.head]) or any(t.lower_ in PAST for t in between)
    if scene.doc[end : end + 3].text.lower() in ("at the time", "at that time"):
        over, end = True, end + 3
    over = over or spell(scene.doc, end)
    coming = elect(scene.doc, begin, end)
    end = coming or end
    for find in (after, before):
        holders = find(scene, title, begin, end)
        if holders:
            title = replace(title, former=over or left(scene, holders))
            owner = owner or _replaced_at(scene, holders[0][1])
            return _of_party(
                scene, Office(title, owner, tokens, tuple(holders), "Planned" if coming else "Actual", f"title-{find.__name__}-name")
            )
    holders, manner, rule = by_verb(scene, title)
    if rule.startswith("title-as") and not owner:
        owner = employer(scene, scene.doc[title.head])
    past = (rule in ("title-as-serve", "title-as-work", "title-as-act") and served(scene.doc[title.head])) or (
        rule == "title-by-be" and was(scene.doc[title.head].head)
    )
    return _of_party(scene, Office(replace(title, former=over or past), owner, tokens, tuple(holders), manner, rule))


def _replaced_at(scene: Scene, token: int) -> str:
    """The body of 'Acme named Ada Byron as its head, replacing founder Leo Mill' for a title before who is replaced."""
    name = scene.doc[scene.starts.get(token, ("", token + 1))[1] - 1]
    verb = name.head
    return employer(scene, verb) if name.dep_ == "dobj" and verb.lemma_ in ("replace", "succeed") and verb.dep_ == "advcl" else ""


def _of_each(scene: Scene, office: Office) -> list[Office]:
    """'Presidents Ada Byron of Norland and Lea Brandt of Sudland': each holder has the body or country that follows the name."""
    if office.owner or office.party or office.rule != "title-after-name":
        return [office]
    made, rest = [], []
    for holder, token in office.holders:
        at = scene.starts.get(token, ("", token + 1))[1] if token in scene.starts else token + 1
        start = at + 1 + (scene.doc[at + 1 : at + 2].text == "the")
        owner, stop = whole(scene, start) if scene.doc[at : at + 1].text == "of" else ("", 0)
        if owner and scene.things[owner].type in ("Country", "Region"):
            made.append(replace(office, owner=owner, owner_tokens=(start, stop), holders=((holder, token),)))
        else:
            rest.append((holder, token))
    return [*made, *([replace(office, holders=tuple(rest))] if rest or not made else [])]


def _of_party(scene: Scene, office: Office) -> Office:
    """'Reform senator Ada Byron': the office is not one of the party."""
    of_state = office.owner and scene.things[office.owner].type == "PoliticalParty" and _OF_STATE & set(office.title.properties)
    return replace(office, owner="", party=office.owner) if of_state else office


def _joined(scene: Scene, offices: list[Office]) -> list[Office]:
    """'Acme's chairwoman and director Ada Byron': of two titles joined by 'and', the one without a holder or a body has the other's."""
    found = list(offices)
    for i, (a, b) in enumerate(pairwise(offices)):
        between = scene.doc[max(a.title.end, a.owner_tokens[1]) : min(b.title.start, b.owner_tokens[0])]
        if between.text == "," and a.owner and not a.holders and not b.owner and b.rule == "title-after-name":
            found[i] = replace(a, holders=b.holders, rule=b.rule)  # "the head of Acme, Colonel Ada Byron"
        if len(between) not in (1, 2) or between[0].lower_ != "and" or between[-1].lower_ not in _BETWEEN:
            continue
        if b.rule == "title-after-name" and not a.holders:
            found[i] = replace(found[i], holders=b.holders, rule=b.rule)
        elif a.rule == "title-before-name" and not b.holders:
            found[i + 1] = replace(b, holders=a.holders, rule=a.rule)
        else:
            continue
        if b.owner and not a.owner and not a.party and b.owner_tokens[0] >= b.title.end:
            found[i] = replace(found[i], owner=b.owner)
        elif a.owner and not b.owner and not b.party and a.owner_tokens[0] < a.title.start:
            found[i + 1] = replace(found[i + 1], owner=a.owner)
    return found


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
        if not office.holders and (office.title.plural or scene.doc[office.title.end : office.title.end + 1].text == ":"):
            ids.append("")  # "Italian cardinals", "Editor: Ada Byron"
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
        words = words.removesuffix(".").removesuffix("s")
    words = " ".join(SHORT.get(word.lower().removesuffix("."), word) for word in words.removesuffix(" Sir").split())
    words = words[:1].upper() + words[1:]
    known = office.owner and not (powerless(scene.doc, office.title) and scene.is_a(office.owner, "Place"))
    return f"{words} of {scene.things[office.owner].label}" if known else words
