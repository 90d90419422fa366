"""Speech in the article's own words that is put into a sentence: 'too often, she said, it is so'."""

import pytest

from kg.extraction.speech.quotes import sayings
from tests.extraction.parses import staged

PUT_IN = """
The      DT    det      mill
mill     NN    nsubj    was
was      VBD   ROOT     was      be
old      JJ    acomp    was
,        ,     punct    said
Leo      NNP   nsubj    said
said     VBD   parataxis was     say
,        ,     punct    said
until    IN    mark     burnt
it       PRP   nsubj    burnt
burnt    VBD   advcl    was      burn
.        .     punct    was
"""

SET_OFF = """
Even     RB    advmod   fails
if       IN    mark     fails
it       PRP   nsubj    fails
fails    VBZ   advcl    said     fail
,        ,     punct    said
Leo      NNP   nsubj    said
said     VBD   ROOT     said     say
,        ,     punct    helped
it       PRP   nsubj    helped
helped   VBD   ccomp    said     help
.        .     punct    said
"""


def said(table: str) -> list[str]:
    scene = staged(table, {"Leo": "Person"})
    return [scene.article.text[s.span.start : s.span.end] for s in sayings(scene) if scene.things[s.speaker].type == "Person"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (PUT_IN, "The mill was old, Leo said, until it burnt"),
        (SET_OFF, "Even if it fails, Leo said, it helped"),
    ],
)
def test_what_is_said_is_found(table, expected):
    assert [expected] == said(table)


ALSO_SAID = """
Leo      NNP   nsubj    said
said     VBD   ROOT     said     say
it       PRP   nsubj    fell
fell     VBD   ccomp    said     fall
.        .     punct    said
He       PRP   nsubj    vowed
also     RB    advmod   vowed
vowed    VBD   ROOT     vowed    vow
repairs  NNS   dobj     vowed    repair
.        .     punct    vowed
"""

ALSO_FELL = ALSO_SAID.replace("vowed", "lost ").replace("vow\n", "lose\n")

BUT_SHE_NOTED = """
Leo      NNP   nsubj    said
said     VBD   ROOT     said     say
it       PRP   nsubj    fell
fell     VBD   ccomp    said     fall
,        ,     punct    said
but      CC    cc       said
he       PRP   nsubj    noted
noted    VBD   conj     said     note
it       PRP   nsubj    burnt
burnt    VBD   ccomp    noted    burn
.        .     punct    said
"""

ACCORDING_TO_ALL = """
According VBG  prep     According accord
to        IN   prep     According
Leo       NNP  pobj     to
,         ,    punct    Leo
the       DT   det      mill
mill      NN   appos    Leo
fell      VBD  relcl    mill     fall
.         .    punct    According
"""


def test_a_sentence_that_reports_anew_is_no_more_of_what_was_said_before():
    assert ["it fell"] == said(ALSO_SAID)


def test_a_sentence_that_goes_on_is_more_of_what_was_said_before():
    assert ["it fell. He also lost repairs."] == said(ALSO_FELL)


def test_what_is_joined_to_the_words_ends_them_where_it_reports_anew():
    assert ["it fell"] == said(BUT_SHE_NOTED)


def test_who_is_named_after_according_to_ends_at_the_comma():
    assert ["the mill fell"] == said(ACCORDING_TO_ALL)
