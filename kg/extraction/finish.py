"""From the scene to the extraction: entities with links, mentions, sentences, utterances, and their IRIs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kg.extraction.dates.dated import dated
from kg.extraction.dates.times import Time
from kg.extraction.gazetteer import gazetteer, key, short_state
from kg.extraction.layout.frontmatter import FrontMatter
from kg.extraction.mentions.naming import bare
from kg.extraction.parts import TOLD
from kg.extraction.scene import WHOSE, Scene, Thing
from kg.extraction.speech.indirect import Said
from kg.model import Entity, Extraction, Mention, Span, Statement, Utterance
from kg.resolution import resolved


def extraction_of(
    scene: Scene, statements: Sequence[Statement], spoken: Sequence[Said], dates: Sequence[Time], front: FrontMatter, given: str
) -> Extraction:
    """Everything that is named, takes part in a statement or speaks, in the text as it was given."""
    used = {s.subject for s in statements} | {s.object for s in statements if isinstance(s.object, str)} | {u.speaker for u in spoken}
    kept = {i: t for i, t in scene.things.items() if i in used or t.named}
    topics = sorted({e for s in statements for e in (s.subject, s.object) if isinstance(e, str) and e.startswith("topic ")})
    countries = _countries(scene, kept, statements)
    entities = [_entity(scene, t, statements, countries) for t in kept.values()] + [
        Entity(t, "Topic", t.removeprefix("topic ")) for t in topics
    ]
    publisher, stranger = _publisher(scene, front)
    mentions = [Mention(Span(s.start, s.end), i, s.kind) for i, t in kept.items() for s in t.spots]
    event = _event(scene, statements)
    extraction = Extraction(
        article=replace(scene.article, text=given),
        article_id="article",
        sentences=tuple(_sentences(scene)),
        entities=(*entities, *stranger),
        mentions=tuple(mentions),
        statements=tuple(statements),
        utterances=tuple(Utterance(f"utt_{n}", u.direct, u.speaker, (u.span,), event) for n, u in enumerate(spoken, 1)),
        publisher=publisher,
        dates=tuple(dated(scene.article.text, statements, dates)),
    )
    named = {e.id: _named(scene.things.get(e.id), e) and _dated(scene, e.id, statements) for e in entities} | {e.id: True for e in stranger}
    days = {
        s.subject: s.object.lexical
        for s in statements
        if s.property == "date" and s.modality == "Actual" and not isinstance(s.object, str) and s.object.datatype == "date"
    }
    return resolved(extraction, scene.ontology, named=named, countries=countries, dates=days)


def _named(thing: Thing | None, entity: Entity) -> bool:
    """Whether the label names the thing beyond this article."""
    return (
        thing is None
        or entity.type in ("Position", "Approval", "LegalAct", "Transaction", "Cooperation")
        or thing.named
        or bool(thing.evidence)
    )


def _dated(scene: Scene, id_: str, statements: Iterable[Statement]) -> bool:
    """Whether an event that a verb tells can be known again in another article: it has a day, and somebody with a name has part in it."""
    if not id_.startswith(TOLD):
        return True
    about = [s for s in statements if id_ in (s.subject, s.object)]
    day = any(s.property == "date" and not isinstance(s.object, str) and s.object.datatype == "date" for s in about)
    ends = {s.subject for s in about} | {s.object for s in about if isinstance(s.object, str)}
    return day and any(scene.things[e].named for e in ends if e in scene.things and not scene.is_a(e, "Place"))


def _entity(scene: Scene, thing: Thing, statements: Iterable[Statement], countries: dict[str, str]) -> Entity:
    text = scene.article.text
    names = {bare(text[s.start : s.end]) for s in thing.spots if s.kind == "name"}
    evidence = thing.evidence
    if not evidence and scene.is_a(thing.id, "Event") and thing.spots:
        evidence = (Span(thing.spots[0].start, thing.spots[0].end),)
    if not evidence and thing.type == "Cooperation" and thing.spots:
        evidence = (Span(thing.spots[0].start, thing.spots[0].end),)
    same, exact = _links(scene, thing, countries)
    label = _label(scene, thing, statements)
    return Entity(thing.id, thing.type, label, tuple(sorted((names | {thing.label} if names else names) - {label})), same, exact, evidence)


def _label(scene: Scene, thing: Thing, statements: Iterable[Statement]) -> str:
    """The thing's name; with its host where it is one of a series ('6th Graduation Day of the Museum'), or what it is counted of."""
    if thing.type == "Observation":
        of = next((scene.things[str(s.object)] for s in statements if s.subject == thing.id and s.property == "observedOf"), None)
        measure, _, rest = thing.label.rpartition(": ")
        return f"{measure} ({_label(scene, of, statements)}): {rest}" if of else thing.label
    if thing.type == "City" and thing.label.isupper():
        return thing.label.title()
    if re.match(r"\d+(?:st|nd|rd|th) ", thing.label):
        hosts = [str(s.object) for s in statements if s.subject == thing.id and s.rule == "event-of-body"]
        if hosts and hosts[0] in scene.things and scene.things[hosts[0]].label not in thing.label:
            return f"{thing.label} of the {scene.things[hosts[0]].label}"
    return (
        thing.label if thing.named or not thing.spots else _placed(scene, thing, _owned(scene, thing, _described(scene, thing)), statements)
    )


def _owned(scene: Scene, thing: Thing, label: str) -> str:
    """'Ada Brook's visit to Bergen' for 'His visit to Bergen'; 'Visit to Bergen' where it is not told whose."""
    whose, _, rest = label.partition(" ")
    if whose.lower() not in WHOSE or not rest:
        return label
    at = [s.start for s in thing.spots if scene.article.text.startswith((whose, whose.lower()), s.start)]
    owners = [t.label for t in scene.things.values() if t.named for s in t.spots if s.start in at and s.kind == "pronoun"]
    if not owners or owners[0] in rest:
        return rest[:1].upper() + rest[1:]
    return f"{owners[0]}'{'' if owners[0].endswith('s') else 's'} {rest}"


_WHERE: Final = ("place", "operatesIn", "locatedIn", "basedIn")


def _placed(scene: Scene, thing: Thing, label: str, statements: Iterable[Statement]) -> str:
    """The label of an event or a body without a name with the one place it has, if its words tell none: 'Talks in Geneva'."""
    places = [
        scene.things[str(s.object)].label
        for s in statements
        if s.subject == thing.id and s.property in _WHERE and (s.modality, s.derivation) == ("Actual", "Explicit")
        if not s.rule.startswith("reader-")
    ]
    told = re.search(r" (?:in|near|at|between|to|from) |[a-z]['’]s ", label) or not any(
        scene.is_a(thing.id, c) for c in ("Event", "Organization")
    )
    return label if told or len(set(places)) != 1 or places[0] in label else f"{label} in {places[0]}"


_WITH: Final = frozenset({"of", "with", "in", "on", "for", "against", "between", "near", "at", "to", "from", "by"})


def _described(scene: Scene, thing: Thing) -> str:
    """The label of a thing without a name with the name that its words give it: 'Program implemented with Acme', 'Talks in Geneva'."""
    if not any(scene.is_a(thing.id, c) for c in ("Event", "Initiative", "Organization", "Work")):
        return thing.label
    for spot in thing.spots:
        tokens = scene.doc.char_span(spot.start, spot.end, alignment_mode="expand")
        if spot.kind != "nominal" or tokens is None:
            continue
        for child in tokens.root.children:
            end = child.right_edge.i + 1
            fits = (
                child.i == tokens.end
                and (child.lower_ in _WITH or (child.dep_ == "acl" and child.tag_ == "VBN"))
                and end - child.i <= _SHORT
            )
            if fits and any(
                s.kind == "name" and child.idx < s.start < scene.doc[end - 1].idx + 1 for t in scene.things.values() for s in t.spots
            ):
                words = bare(scene.doc[tokens.start : end].text)
                return words[:1].upper() + words[1:]
    return thing.label


_SHORT: Final = 7
"""Tokens that a description's complement may have."""


def _links(scene: Scene, thing: Thing, countries: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Wikidata and GeoNames for territories, GeoNames for cities whose country is known."""
    names = [bare(scene.article.text[s.start : s.end]) for s in thing.spots if s.kind == "name"] or [thing.label]
    if thing.type in ("Country", "Region"):
        territory = next((t for n in names if (t := short_state(n) or gazetteer().territory(n))), None)
        if territory and territory.type == thing.type:
            return (f"http://www.wikidata.org/entity/{territory.wikidata}",), (
                f"https://sws.geonames.org/{territory.geonames}/",
            ) if territory.geonames else ()
    if thing.type == "City" and thing.id in countries:
        city = next((c for n in names if (c := gazetteer().city(n, [countries[thing.id]]))), None)
        if city:
            return (), (f"https://sws.geonames.org/{city.geonames}/",)
    return (), ()


def _code(scene: Scene, id_: str) -> str:
    thing = scene.things.get(id_)
    if thing is None or thing.type not in ("Country", "Region"):
        return ""
    territory = gazetteer().territory(thing.label)
    country = gazetteer().country_of(territory.code) if territory else None
    return country.code if country and country.type == "Country" else ""


def _countries(scene: Scene, kept: dict[str, Thing], statements: Sequence[Statement]) -> dict[str, str]:
    """ISO code of the country that cities, regions, offices, and bodies and acts of a state need in their names."""
    found: dict[str, str] = {}
    for name in ("locatedIn", "governmentBodyOf", "jurisdiction", "positionIn", "approvedBy", "issuedBy"):
        for s in statements:
            if s.property == name and isinstance(s.object, str) and s.modality == "Actual" and s.subject in kept and s.subject not in found:
                code = _code(scene, s.object) or (
                    found.get(s.object, "") if name not in ("locatedIn",) or scene.is_a(s.subject, "City") else ""
                )
                if code and (name != "locatedIn" or scene.is_a(s.subject, "City") or scene.is_a(s.subject, "Region")):
                    found[s.subject] = code
    for id_, thing in kept.items():
        if thing.type in ("City", "Region") and id_ not in found:
            cities = gazetteer().cities.named(key(thing.label))
            if (
                thing.type == "City"
                and cities
                and cities[0].people > 500000
                and (len(cities) == 1 or cities[0].people > 5 * cities[1].people)
            ):
                found[id_] = cities[0].country
    return {i: c for i, c in found.items() if not scene.is_a(i, "Person") and scene.things[i].type != "Country"}


def _publisher(scene: Scene, front: FrontMatter) -> tuple[str, tuple[Entity, ...]]:
    """The thing that published the article, and a new entity where the text does not name it."""
    name = scene.article.publisher
    if not name:
        return "", ()
    for id_, thing in scene.things.items():
        if key(thing.label) == key(name) and scene.is_a(id_, "Organization"):
            return id_, ()
    return "publisher", (Entity("publisher", "MediaOrganization", name),)


def _event(scene: Scene, statements: Iterable[Statement]) -> str:
    """The one gathering at which the article's speaker speaks, if there is just one."""
    spoken = sorted({str(s.object) for s in statements if s.property == "speaksAt" and s.modality == "Actual"})
    return spoken[0] if len(spoken) == 1 else ""


def _sentences(scene: Scene) -> Iterable[Span]:
    text = scene.article.text
    for sentence in scene.doc.sents:
        start, end = sentence.start_char, sentence.end_char
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(start, end)
