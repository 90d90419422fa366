"""Where things are: city in country, 'Flint, Michigan', 'French carmaker X', 'Boeing of Chicago', 'the Turkish parliament'."""

from collections.abc import Iterator
from typing import Final

from kg.extraction.commitment.modality import modality
from kg.extraction.gazetteer import gazetteer, key, short_state
from kg.extraction.mentions.naming import of_many_states
from kg.extraction.offices.titles import ABROAD, SPORT
from kg.extraction.places.within import countries_of, names, within
from kg.extraction.scene import OF_PLACE, Scene, fact, objects_of, thing_at, words
from kg.extraction.wordlist import words as word_list
from kg.model import Span, Statement

_IN: Final = frozenset({"in", "of", "at", "near", "outside"})
_GOVERNMENT: Final = frozenset({"GovernmentBody", "Ministry", "Legislature", "Court", "StateAgency"})
_RESIDENT: Final = frozenset({"Company", "EducationOrResearchBody", "Organization", "MediaOrganization", "PoliticalParty", "Centre"})


def places(scene: Scene) -> Iterator[Statement]:
    """Places in places, bodies in places and bodies of states, in no order."""
    yield from within(scene)
    yield from _named_after(scene)
    yield from _described(scene)
    yield from _settled(scene)
    for start, (id_, end) in sorted(scene.starts.items()):
        yield from _listed(scene, id_, end)
        yield from _body(scene, id_, start, end)


def _named_after(scene: Scene) -> Iterator[Statement]:
    """'Turkish Airlines', 'University of Oslo': a body whose name begins or ends with a country or city that the article also names."""
    countries = countries_of(scene)
    cities = {key(n): i for i, t in scene.things.items() if t.type in ("City", "Region") for n in names(scene, i)}
    for id_, thing in scene.things.items():
        if thing.type not in _GOVERNMENT | _RESIDENT:
            continue
        for spot in (s for s in thing.spots if s.kind == "name" and not of_many_states(scene.article.text[s.start : s.end])):
            place = next((p for w in _edges(scene.article.text[spot.start : spot.end]) if (p := _placed(w, countries, cities))), "")
            if place and (thing.type != "PoliticalParty" or scene.things[place].type != "City"):  # "an Ottawa Liberal"
                name = "governmentBodyOf" if thing.type in _GOVERNMENT else "basedIn"
                yield fact(id_, name, place, Span(spot.start, spot.end), rule=f"place-in-name-{name}", derivation="Implied")
                break


def _described(scene: Scene) -> Iterator[Statement]:
    """'Tessera, a Dutch chip maker', 'Ada Byron is a Dutch swimmer': the country of a body or a person by what it is called."""
    for noun in scene.doc:
        bearer = (
            noun.head
            if noun.dep_ == "appos"
            else next((c for c in noun.head.children if c.dep_ == "nsubj"), noun)
            if noun.dep_ == "attr"
            else noun
        )
        thing = scene.heads.get(bearer.i, "")
        if bearer == noun or not thing or noun.pos_ != "NOUN" or noun.lemma_ in SPORT | ABROAD:  # a team's coach may be foreign
            continue
        person = scene.things[thing].type == "Person"
        manner = modality(noun.head) if noun.dep_ == "attr" else "Actual"
        for word in (c for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.pos_ in ("ADJ", "PROPN")):
            country = scene.heads.get(word.i, "")
            known = country and scene.things[country].type == "Country" and gazetteer().territory(word.text)
            if known and (person or scene.things[thing].type in _RESIDENT):
                name = "citizenOf" if person else "basedIn"
                told = words(scene, bearer, noun, word)
                yield fact(thing, name, country, told, rule=f"described-{name}", modality=manner, derivation="Implied")


def _settled(scene: Scene) -> Iterator[Statement]:
    """'the Swedish village of Holt', 'the French town Arvieux', 'Norway's city of Dolna': where a place lies by what it is called."""
    for noun in scene.doc:
        lemma = noun.lemma_.lower()
        outer = (
            [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "poss")]
            if lemma in _SETTLEMENTS | _QUARTERS | _AREAS
            else []
        )
        kinds = ("Country", "Region", *(("City", "Place") if lemma in _OF_CITIES else ()))
        around = next(((i, c) for c in outer if (i := thing_at(scene, c)) and scene.things[i].type in kinds), None)
        if around is None:
            continue
        whole = next((i for c in objects_of(noun, "of") if (i := thing_at(scene, c))), "")
        if whole and whole != around[0] and _is_part(scene, lemma, around[0], whole):  # "the Yardley area of Birmingham"
            yield fact(around[0], "locatedIn", whole, words(scene, around[1], noun, *objects_of(noun, "of")), rule="settlement-of-place")
            continue
        called = [
            noun,
            *objects_of(noun, "of"),
            *(c for c in noun.children if c.dep_ == "appos"),
            *([noun.head] if noun.dep_ == "compound" else []),
        ]
        for place in dict.fromkeys(i for t in called if (i := thing_at(scene, t))):
            thing = scene.things[place]
            if thing.named and place != around[0] and scene.is_a(place, "Place") and thing.type != "Country":
                told = words(scene, around[1], noun, *(t for t in called if thing_at(scene, t) == place))
                yield fact(place, "locatedIn", around[0], told, rule="settlement-of-place")


def _is_part(scene: Scene, noun: str, named: str, whole: str) -> bool:
    """Whether it is the place named before the noun that lies in the other: an area does, a suburb where only the other is a known city."""
    known = [key(scene.things[i].label) in gazetteer().cities for i in (named, whole)]
    return noun in _AREAS or (noun in _QUARTERS and known == [False, True])


_AREAS: Final = frozenset({"area", "section", "part"})
_SETTLEMENTS: Final = OF_PLACE | word_list("municipality county peninsula archipelago resort capital township")
_QUARTERS: Final = word_list("suburb neighbourhood neighborhood district borough quarter")
"""What lies in a city, too."""
_OF_CITIES: Final = _QUARTERS | _AREAS
_PLACES: Final = _SETTLEMENTS | _OF_CITIES


def _elsewhere(city: str, region: str) -> bool:
    """Whether all American cities of the name lie in other states: 'in Houston, New York, and New Jersey' lists three."""
    states = {t.code.removeprefix("us-").upper() for t in gazetteer().regions(region) if t.parent == "us"}
    known = {c.region for c in gazetteer().cities.named(key(city)) if c.country == "us"}
    return bool(states and known) and not states & known


def _edges(name: str) -> Iterator[str]:
    """One and two words that begin or end the name, where more is left."""
    parts = name.split()
    for size in (2, 1):
        if len(parts) > size:
            yield " ".join(parts[:size])
            yield " ".join(parts[-size:])


def _placed(words: str, countries: dict[str, str], cities: dict[str, str]) -> str:
    territory = gazetteer().territory(words)
    return cities.get(key(words), "") or (countries.get(territory.code, "") if territory else "")


def _listed(scene: Scene, id_: str, end: int) -> Iterator[Statement]:
    """'Flint, Michigan': a place, a comma, and a region or country that the gazetteer puts around it, or that closes the pair."""
    doc = scene.doc
    if (
        scene.things[id_].type not in ("City", "Facility", "Place", "Region")
        or end + 1 >= len(doc)
        or doc[end].text != ","
        or end + 1 not in scene.starts
    ):
        return
    outer, stop = scene.starts[end + 1]
    wide = scene.things[outer].type
    if outer == id_ or wide not in ("Country", "Region") or (wide == "Region" and scene.things[id_].type == "Region"):
        return
    closed = stop >= len(doc) or doc[stop].is_punct or doc[stop].is_space or doc[stop].pos_ in ("VERB", "AUX", "ADP")
    listing = stop + 1 < len(doc) and (
        doc[stop].lower_ == "and"
        or (
            doc[stop].text == ","
            and scene.starts.get(stop + 1, ("", 0))[0]
            and scene.things[scene.starts[stop + 1][0]].type == "Country"
            and wide == "Country"
        )
    )
    listing = listing or (not short_state(doc[end + 1 : stop].text) and _elsewhere(scene.things[id_].label, scene.things[outer].label))
    if closed and not listing:
        start = next(a for a, (i, b) in scene.starts.items() if i == id_ and b == end)
        yield fact(id_, "locatedIn", outer, _over(scene, start, stop), rule="place-comma-place")


def _body(scene: Scene, id_: str, start: int, end: int) -> Iterator[Statement]:
    """A body with a place before it ('the Turkish parliament', 'Russia's Gazprom') or after it ('the University of Oslo in Norway')."""
    if scene.things[id_].type in _GOVERNMENT | _RESIDENT:
        yield from _body_after_place(scene, id_, start, end)
        yield from _body_before_place(scene, id_, start, end)


def _body_after_place(scene: Scene, id_: str, start: int, end: int) -> Iterator[Statement]:
    place, begin = _place_before(scene, start)
    if place and place != id_:
        name = "governmentBodyOf" if scene.things[id_].type in _GOVERNMENT else "basedIn"
        yield fact(id_, name, place, _over(scene, begin, end), rule=f"place-before-body-{name}", derivation="Implied")


def _body_before_place(scene: Scene, id_: str, start: int, end: int) -> Iterator[Statement]:
    doc = scene.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in ("in", "of") or end + 1 not in scene.starts:
        return
    place, stop = scene.starts[end + 1]
    named = any(s.kind == "name" and s.start == doc[start].idx for s in scene.things[id_].spots)
    attached = doc[end].lower_ == "of" or start <= doc[end].head.i < end  # the parse hangs 'in' on the body, not on a verb
    tag = scene.things[id_].type == "PoliticalParty" and doc[end].lower_ == "of"  # "Republican of Iowa"
    if named and attached and not tag and scene.is_a(place, "Place") and place != id_:
        of_state = scene.things[id_].type in _GOVERNMENT and scene.things[place].type in ("Country", "Region")
        name = "governmentBodyOf" if of_state else "basedIn"
        yield fact(id_, name, place, _over(scene, start, stop), rule=f"body-{doc[end].lower_}-place")


def _over(scene: Scene, start: int, end: int) -> Span:
    """The code points of tokens `[start, end)`."""
    tokens = scene.doc[start:end]
    return Span(tokens.start_char, tokens.end_char)


def _place_before(scene: Scene, start: int) -> tuple[str, int]:
    doc, at = scene.doc, start
    for _ in range(3):
        if at in scene.ends and scene.is_a(scene.ends[at][0], "Place"):
            id_, begin = scene.ends[at]
            spot = next((s for s in scene.things[id_].spots if s.start == doc[begin].idx), None)
            if spot is not None and spot.kind == "name":
                return id_, begin
            return "", start
        previous = doc[at - 1] if at else None
        if previous is None or not (
            previous.text in ("'s", "’s", "'", "’")
            or (previous.pos_ in ("NOUN", "ADJ") and previous.lower_ not in ("north", "south"))
            or (previous.text == "-" and not previous.whitespace_)  # "GAZA - Acme said" puts Acme nowhere
            or previous.lower_ == "based"
        ):
            return "", start
        at -= 1
    return "", start
