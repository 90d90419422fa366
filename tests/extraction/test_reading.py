"""Who 'we' are."""

from kg.extraction.reading import _with_bodies
from kg.extraction.scene import fact
from kg.extraction.speech.indirect import Said
from kg.extraction.spot import Spot
from kg.model import Span
from tests.extraction.parses import staged

TABLE = """
We    PRP nsubj  grow
grow  VBP ROOT   grow grow
,     ,   punct  grow
Ada   NNP nsubj  said
of    IN  prep   Ada
Acme  NNP pobj   of
said  VBD dep    grow say
"""


def test_we_in_quotation_marks_is_the_body_of_the_speakers_office():
    scene = staged(TABLE, {"Ada": "Person", "Acme": "Company"}, described={}, groups=[[Spot(0, 2, "pronoun", "Organization")]])
    ids = {t.label: i for i, t in scene.things.items()}
    titles = [
        fact(ids["Ada"], "holdsPosition", "p0", Span(0, 2), rule="title"),
        fact("p0", "positionIn", ids["Acme"], Span(0, 2), rule="title"),
    ]
    new = _with_bodies(scene, titles, [Said(Span(0, 7), ids["Ada"], True)])

    assert ["We", "Acme"] == [scene.article.text[s.start : s.end] for s in new.things[ids["Acme"]].spots]
