"""Large graphs without sense, for what has to stay usable when there is much of it."""

from kg.model import Article, Entity, Extraction, Mention, Span, Statement

_KINDS = ("Person", "Company", "City", "Event", "PolicyDocument", "Position")


def many(things: int, facts: int) -> Extraction:
    """An article in which each sentence links two names: every name at least once, if there are as many facts as things."""
    names = [f"Name {number}." for number in range(things)]
    ends = [(at % things, (at * at + at // things) % things) for at in range(facts)]
    sentences = [f"{names[one]} meets {names[other]} today" for one, other in ends]
    entities = tuple(Entity(f"https://w3id.org/newsgraph/id/thing/{at}", _KINDS[at % 6], name) for at, name in enumerate(names))
    spans, position = [], 0
    for sentence in sentences:
        spans.append(Span(position, position + len(sentence)))
        position += len(sentence) + 1
    placed = list(zip(ends, spans, strict=True))
    return Extraction(
        Article("\n".join(sentences), "many", "Many names"),
        "https://w3id.org/newsgraph/doc/many",
        tuple(spans),
        entities,
        tuple(Mention(Span(span.start, span.start + len(names[one])), entities[one].id, "name") for (one, _), span in placed),
        tuple(
            Statement(entities[one].id, f"meets{at // things}", entities[other].id, (span,))
            for at, ((one, other), span) in enumerate(placed)
        ),
        (),
    )
