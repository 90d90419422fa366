"""Who held which position when, as nodes, and where events took place that the dateline alone places."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.layout.frontmatter import FrontMatter
from kg.extraction.parts import Parts
from kg.extraction.scene import Scene, Thing, fact
from kg.model import Span, Statement, Value


def tenures(scene: Scene, front: FrontMatter, statements: Sequence[Statement]) -> Parts:
    """A Tenure beside each position that somebody holds, as of the article's day, where it says so ('date 2026-02-09')."""
    dated = front.date_span and scene.article.text[front.date_span.start : front.date_span.end].startswith("date ")
    things, made = [], []
    for s in statements:
        if s.property != "holdsPosition" or s.modality != "Actual" or not dated or not scene.things[s.subject].named:
            continue
        position = str(s.object)
        id_ = f"tenure {s.subject} {position}"
        label = f"{scene.things[s.subject].label} as {scene.things[position].label}"
        things.append(Thing(id_, "Tenure", label, evidence=s.evidence))
        for name, value in (("holder", s.subject), ("position", position), ("asOf", Value(scene.article.date, "date"))):
            made.append(fact(id_, name, value, s.evidence[0], rule="tenure"))
    return Parts(tuple(things), tuple(made))


def at_dateline(scene: Scene, front: FrontMatter, statements: Iterable[Statement]) -> Iterator[Statement]:
    """A gathering on the article's own day, of which it gives no place, is where the article was written."""
    city = next((i for i, t in scene.things.items() for s in t.spots if front.city and s.start == front.city.start), "")
    listed = list(statements)
    placed = {s.subject for s in listed if s.property == "place"}
    for s in listed:
        today = isinstance(s.object, Value) and s.property == "date" and s.object.lexical == scene.article.date
        if city and today and s.modality == "Actual" and s.subject not in placed and scene.is_a(s.subject, "Gathering"):
            assert front.city is not None
            yield fact(s.subject, "place", city, Span(front.city.start, front.city.end), rule="event-at-dateline", derivation="Implied")
