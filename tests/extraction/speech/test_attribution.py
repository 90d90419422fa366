"""Whose claim each statement is."""

from dataclasses import replace

from kg.extraction.scene import Scene, fact
from kg.extraction.speech.attribution import attributed
from kg.extraction.speech.indirect import Said
from kg.model import Span, Statement
from tests.extraction.parses import staged

TABLE = """
Acme    NNP nsubj    bought
bought  VBD ccomp    said  buy
Vandel  NNP dobj     bought
,       ,   punct    said
Ada     NNP compound Brook
Brook   NNP nsubj    said
said    VBD ROOT     said  say
.       .   punct    said
It      PRP nsubj    also
also    RB  advmod   sold
sold    VBD ROOT     sold  sell
Tarn    NNP dobj     sold
.       .   punct    sold
"""
SCENE = staged(TABLE, {"Acme": "Company", "Vandel": "Company", "Ada Brook": "Person", "Tarn": "Company"})
ACME, VANDEL, ADA, TARN = SCENE.things
SPEECH = Said(Span(0, len("Acme bought Vandel")), ADA, False)


def claimed(statement: Statement, *spoken: Said, scene: Scene = SCENE) -> tuple[str, str]:
    (found,) = attributed([statement], spoken, scene.doc)
    return found.asserted_by, found.utterance


def bought(*, rule: str = "verb-buy") -> Statement:
    return fact(ACME, "acquires", VANDEL, Span(0, len("Acme bought Vandel")), rule=rule)


def test_a_statement_inside_speech_is_its_speakers():
    assert (ADA, "utt_1") == claimed(bought(), SPEECH)


def test_a_statement_outside_speech_is_the_publishers():
    assert ("", "") == claimed(bought())


def test_a_statement_that_reaches_out_of_the_speech_is_the_publishers():
    whole = fact(ACME, "acquires", VANDEL, Span(0, len(SCENE.article.text)), rule="verb-buy")

    assert ("", "") == claimed(whole, SPEECH)


def test_a_title_inside_indirect_speech_is_the_publishers():
    assert ("", "") == claimed(bought(rule="title-after-name"), SPEECH)


def test_a_title_inside_a_direct_quotation_is_the_speakers():
    assert (ADA, "utt_1") == claimed(bought(rule="title-after-name"), Said(SPEECH.span, ADA, True))


def test_of_two_utterances_the_inner_one_counts():
    outer = Said(Span(0, len(SCENE.article.text)), TARN, True)

    assert (ADA, "utt_2") == claimed(bought(), outer, SPEECH)


def test_what_a_statement_says_stays_as_it_is():
    (found,) = attributed([bought()], [SPEECH], SCENE.doc)

    assert (ACME, "acquires", VANDEL, "Actual", "verb-buy") == (
        found.subject,
        found.property,
        found.object,
        found.modality,
        found.rule,
    )


TREASURY = """
Ada     NNP nsubj    said
said    VBD ROOT     said  say
the     DT  det      Treasury
Norland JJ  amod     Treasury
Treasury NNP nsubj   fell
fell    VBD ccomp    said  fall
"""


def test_what_a_name_or_a_description_says_inside_speech_is_the_publishers():
    scene = staged(TREASURY, {"Ada": "Person", "Norland": "Country", "Treasury": "GovernmentBody"})
    ada, norland, treasury = scene.things
    speech = Said(Span(scene.article.text.index("the"), len(scene.article.text)), ada, False)
    body = fact(treasury, "governmentBodyOf", norland, Span(13, 29), rule="reader-governmentBodyOf")

    assert ("", "") == claimed(body, speech, scene=scene)
    assert (ada, "utt_1") == claimed(replace(body, evidence=(Span(13, 34),)), speech, scene=scene)
    assert (ada, "utt_1") == claimed(replace(body, property="acquires"), speech, scene=scene)
