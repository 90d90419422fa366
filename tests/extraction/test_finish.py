"""From the scene to the extraction: what nameless things are called."""

import pytest

from kg.extraction.finish import extraction_of
from kg.extraction.frontmatter import front_matter
from kg.extraction.scene import fact
from kg.model import Span
from tests.extraction.parses import staged

OPERATES = """
The      DT    det      centre
centre   NN    nsubj    operates
of       IN    prep     centre
Acme     NNP   pobj     of
operates VBZ   ROOT     operates  operate
in       IN    prep     operates
Norway   NNP   pobj     in
.        .     punct    operates
"""


@pytest.mark.parametrize(
    ("rule", "label"), [("verb-operate", "Centre of Acme in Norway"), ("reader-operatesIn", "Centre of Acme")], ids=["told", "guessed"]
)
def test_a_nameless_body_is_called_after_where_the_article_says_it_is(rule, label):
    made = staged(OPERATES, {"Acme": "Company", "Norway": "Country"}, described={"The centre of Acme": "Centre"})
    id_ = {thing.label: i for i, thing in made.things.items()}
    centre = id_["Centre of Acme"]
    words = Span(0, len(made.article.text))

    extraction = extraction_of(
        made, [fact(centre, "operatesIn", id_["Norway"], words, rule=rule)], [], front_matter(made.article, made.doc)
    )

    assert label in {entity.label for entity in extraction.entities}
