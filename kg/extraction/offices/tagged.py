"""What tags behind the names of American politicians tell: 'Rep. Ada Byron (D-Wis.)' is of the party and elected for the state."""

from collections.abc import Iterator

from kg.extraction.mentions.party_tags import tags
from kg.extraction.scene import Scene, fact
from kg.model import Span, Statement


def tagged(scene: Scene) -> Iterator[Statement]:
    """Whose party and state the tags are: of who is named before them."""
    at = {(s.start, s.end): i for i, t in scene.things.items() for s in t.spots}
    before = {s.end: (i, s.start) for i, t in scene.things.items() if t.type == "Person" for s in t.spots if s.kind == "name"}
    for whole, party, state in tags(scene.article.text):
        who, start = before.get(whole.start, ("", 0))
        for name, part in (("memberOf", party), ("electedFor", state)):
            if who and (object_ := at.get((part.start, part.end))):
                yield fact(who, name, object_, Span(start, part.end), rule="party-tag", derivation="Implied")
