"""What is left out and what follows: statements whose ends do not fit, and conclusions that a reader draws at once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extraction.guesses.weighing import Sure, weighed
from kg.extraction.layout.frontmatter import FrontMatter
from kg.extraction.scene import Scene, fact, over
from kg.model import Span, Statement, Value


def closed(scene: Scene, statements: Iterable[Statement], front: FrontMatter, sure: Sure) -> list[Statement]:
    """The fitting ones of sure statements, with what is known of the article itself and what follows."""
    fitting = [
        s
        for s in statements
        if _fits(scene, s) and all(e not in scene.things or scene.things[e].known for e in (s.subject, s.object) if isinstance(e, str))
    ]
    follow = weighed(scene, _follow(scene, fitting), {}, sure)
    return [*fitting, *_of_article(scene, front), *(s for s in follow if sure.keeps(scene, s))]


def _fits(scene: Scene, statement: Statement) -> bool:
    subject = (
        "Article" if statement.subject == "article" else scene.things[statement.subject].type if statement.subject in scene.things else ""
    )
    if statement.subject.startswith("topic "):
        subject = "Topic"
    if not subject or statement.property not in scene.ontology.properties:
        return False
    if isinstance(statement.object, Value):
        return scene.ontology.fits(statement.property, subject, "")
    object_ = (
        "Topic"
        if statement.object.startswith("topic ")
        else scene.things[statement.object].type
        if statement.object in scene.things
        else ""
    )
    return bool(object_) and statement.subject != statement.object and scene.ontology.fits(statement.property, subject, object_)


def _of_article(scene: Scene, front: FrontMatter) -> Iterator[Statement]:
    """Day, publisher and place of the article, where its own words say them."""
    if front.date_span and front.printed:
        yield fact("article", "publishedOn", Value(front.date, "date"), front.date_span, rule="front-matter", confidence=1.0)
    at = {s.start: i for i, t in scene.things.items() for s in t.spots}
    if front.publisher_span and front.publisher_span.start in at:
        yield fact("article", "publishedBy", at[front.publisher_span.start], front.publisher_span, rule="front-matter", confidence=0.95)
    if front.city and front.city.start in at:
        yield fact("article", "dateline", at[front.city.start], front.city, rule="front-matter", confidence=0.95)
        if front.home and front.publisher_span and front.publisher_span.start in at:
            told = Span(front.city.start, front.publisher_span.end)
            yield fact(at[front.publisher_span.start], "basedIn", at[front.city.start], told, rule="front-matter", confidence=0.95)
        if front.country and front.country.start in at and at[front.country.start] != at[front.city.start]:
            yield fact(
                at[front.city.start],
                "locatedIn",
                at[front.country.start],
                Span(front.city.start, front.country.end),
                rule="front-matter",
                confidence=0.97,
            )


def _follow(scene: Scene, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Jurisdiction of a position in a body of a state; who rules by an office; what is around a place that the text says with it."""
    yield from _around(statements)
    yield from _ruling(scene, statements)
    actual = [s for s in statements if s.modality == "Actual" and isinstance(s.object, str)]
    governs = {s.subject: s for s in actual if s.property == "governmentBodyOf" and scene.is_a(str(s.object), "Country")}
    for s in actual:
        if s.property == "positionIn" and s.object in governs:
            yield fact(
                s.subject,
                "jurisdiction",
                str(governs[str(s.object)].object),
                s.evidence[0],
                rule="closure-jurisdiction",
                derivation="Implied",
            )


def _ruling(scene: Scene, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Who holds an office that is said to be a country's rules it or is its minister, where the office has that name."""
    told = {(s.subject, str(s.object)) for s in statements if s.property in _RULES}
    of = {s.subject: s for s in statements if s.property == "jurisdiction" and s.modality == "Actual" and s.confidence >= _SURE}
    for s in statements:
        office = of.get(str(s.object)) if s.property == "holdsPosition" else None
        if office and scene.is_a(str(office.object), "Country") and (s.subject, str(office.object)) not in told:
            name = _rule_of(scene, str(s.object))
            if name:
                said = fact(
                    s.subject, name, str(office.object), s.evidence[0], rule="closure-office", modality=s.modality, derivation="Implied"
                )
                yield replace(said, evidence=tuple(sorted({*s.evidence, *office.evidence})))


def _rule_of(scene: Scene, office: str) -> str:
    """What the title of an office makes of its holder, by the last words that are a title."""
    title = re.split(r" (?:of|for) ", scene.things[office].label.lower())[0].split()
    if not _SECOND.isdisjoint(title):
        return ""
    cues = scene.ontology.cues.get("title", {})
    for size in (3, 2, 1):
        names = cues.get(" ".join(title[-size:]), ()) if len(title) >= size else ()
        if names:
            return next((n for n in names if n in _RULES), "")
    return ""


_RULES: Final = frozenset({"headOfState", "headOfGovernment", "ministerOf"})
_SECOND: Final = frozenset({"vice", "deputy", "former", "assistant", "under", "state"})


def _around(statements: Sequence[Statement]) -> Iterator[Statement]:
    """'Based in Flint, Michigan' is based in Michigan, too."""
    known = {(s.subject, s.property, s.object) for s in statements}
    pairs = [s for s in statements if s.rule == "place-comma-place"]
    for s in statements:
        sure = s.property in _PLACED and s.modality == "Actual" and s.confidence >= _SURE
        for pair in (p for p in pairs if sure and p.subject == s.object):
            name = "basedIn" if s.property == "headquarteredIn" else s.property
            beside = s.evidence[-1].start <= pair.evidence[0].start <= s.evidence[-1].end
            if beside and (s.subject, name, pair.object) not in known:
                words = over(s.evidence[-1], pair.evidence[0])
                yield fact(s.subject, name, pair.object, words, rule="closure-around", derivation="Implied")


_PLACED: Final = frozenset({"basedIn", "headquarteredIn", "livesIn", "bornIn"})
_SURE: Final = 0.6
"""How sure it must be that something is there: what a guess entails is a worse guess."""
