"""Titles with all the words before their noun."""

from kg.extraction.offices.fuller import whole_titles
from kg.extraction.offices.titles import titles
from kg.extraction.spot import Spot
from tests.extraction.parses import staged

DEPUTY = """
deputy     NN  compound   spokeswoman
government NN  compound   spokeswoman
spokeswoman NN compound   Brook
Ada        NNP compound   Brook
Brook      NNP nsubj      spoke
spoke      VBD ROOT       spoke speak
"""


def whole(table: str, names: dict[str, str], read: str = "") -> list[str]:
    doc = staged(table, names).doc
    at = doc.text.index(read)
    groups = [[Spot(at, at + len(read), "nominal", "Position")]] if read else []
    scene = staged(table, names, groups=groups)
    return [scene.doc[t.start : t.end].text for t in whole_titles(scene, titles(scene.doc, scene.ontology))]


def test_a_rank_before_another_title_is_no_title_of_its_own():
    assert ["spokeswoman"] == whole(DEPUTY, {"Ada Brook": "Person"})


def test_a_title_has_the_words_before_it_that_the_reader_takes_for_its_own():
    table = DEPUTY.replace("deputy     NN", "Tide NNP").replace("government NN", "Media NNP").replace("spokeswoman", "coordinator")

    assert ["Tide Media coordinator"] == whole(table, {"Ada Brook": "Person"}, "Tide Media coordinator")
    assert ["Media coordinator"] == whole(table, {"Tide": "Organization", "Ada Brook": "Person"}, "Tide Media coordinator")


def test_a_word_of_a_bodys_name_before_the_noun_is_no_word_of_the_title():
    table = (
        "Acme NNP compound Energy\nEnergy NNP compound chairman\nchairman NN compound Ada\nAda NNP nsubj spoke\nspoke VBD ROOT spoke speak"
    )
    scene = staged(table, {"Acme Energy": "Company", "Ada": "Person"})

    assert ["chairman"] == [scene.doc[t.start : t.end].text for t in whole_titles(scene, titles(scene.doc, scene.ontology))]
