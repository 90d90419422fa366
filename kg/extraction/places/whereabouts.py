"""Which places a phrase tells: 'in the Norwegian capital, Oslo', 'at a market in the town of Flint'."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.scene import OF_PLACE, Scene, conjoined, objects_of, thing_at


def beside(scene: Scene, token: Token) -> Iterator[tuple[str, Token]]:
    """The things of a phrase, of those joined to it and of those in apposition: 'in the Norwegian capital, Oslo'."""
    yield from conjoined(scene, token)
    for other in (*(c for c in token.children if c.dep_ == "appos"), *(objects_of(token, "of") if token.lemma_ in OF_PLACE else ())):
        if found := thing_at(scene, other):
            yield found, other


def whereabouts(scene: Scene, token: Token) -> Iterator[tuple[str, Token]]:
    """The places that the phrase tells, and those in which it says that they lie: 'at a market in Oslo'."""
    ends = [token, *objects_of(token, "in", "at", "near")]
    yield from ((i, t) for end in ends for i, t in beside(scene, end) if scene.is_a(i, "Place"))
