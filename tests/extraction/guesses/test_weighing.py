"""How sure a statement is."""

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from kg.extraction.guesses.weighing import CLIP, FIGURE, LEAST, UNNAMED, Signs, Sure, Weights, weighed, weights
from kg.extraction.scene import fact
from kg.extraction.spot import Spot
from kg.model import Span
from tests.extraction.parses import staged

TABLE = """
The     DT  det    ministry
ministry NN nsubj  praised
praised VBD ROOT   praised praise
Acme    NNP dobj   praised
.       .   punct  praised
"""
MINISTRY = Spot(0, len("The ministry"), "nominal", "Ministry", 0.9)
SCENE = staged(TABLE, {"Acme": "Company"}, groups=[[MINISTRY]])
ACME, UNNAMED_MINISTRY = SCENE.things
HERE = Span(0, 10)
FITTED = Weights(
    {
        "base": {"rule": 1.0, "reader": 0.0},
        "rules": {"verb-praise": 0.5},
        "margin": {"reader": 0.4},
        "unnamed": {"rule": -1.0},
        "short": {"base reader": -1.0},
        "rival": {"reader object": -0.3},
        "kinds": {"rule name nominal": 0.1},
    }
)


def test_a_construction_never_seen_counts_like_the_others():
    assert round(1 / (1 + math.exp(-1.0)), 3) == FITTED.confidence(Signs("new", None, 0))


def test_a_construction_that_was_often_right_counts_for_more():
    assert FITTED.confidence(Signs("verb-praise", None, 0)) > FITTED.confidence(Signs("new", None, 0))


@given(margin=some.floats(-20, 20))
def test_a_guess_with_more_margin_is_never_less_sure(margin):
    assert FITTED.confidence(Signs("reader-x", margin + 1.0, 0)) >= FITTED.confidence(Signs("reader-x", margin, 0))


def test_a_guess_on_a_short_text_is_less_sure():
    assert FITTED.confidence(Signs("reader-x", 1.0, 0, short=True)) < FITTED.confidence(Signs("reader-x", 1.0, 0))


def test_margins_far_out_tell_no_more():
    assert FITTED.confidence(Signs("reader-x", CLIP[1], 0)) == FITTED.confidence(Signs("reader-x", CLIP[1] + 9, 0))


@given(margin=some.floats(-9, 9))
def test_a_rival_makes_a_guess_less_sure(margin):
    assert FITTED.confidence(Signs("reader-x", 1.0, 0, rivals=(margin, 0.0))) <= FITTED.confidence(Signs("reader-x", 1.0, 0))


def test_the_kinds_of_its_mentions_and_its_rivals_are_seen():
    seen = []

    def noted(signs):
        seen.append(signs)
        return 0.5

    whole = fact(ACME, "praises", UNNAMED_MINISTRY, Span(0, len(SCENE.article.text)), rule="reader-praises")
    margins = {
        (ACME, "praises", UNNAMED_MINISTRY): 1.0,
        (ACME, "praises", "another"): 2.0,
        (ACME, "ownedBy", UNNAMED_MINISTRY): 3.0,
        (ACME, "ownedBy", "another"): 4.0,
    }
    weighed(SCENE, [whole], margins, Sure(noted))

    assert [(s.margin, s.rivals, s.kinds) for s in seen] == [(1.0, (2.0, 3.0), "name nominal")]


def test_more_is_asked_of_what_has_no_name():
    sure = Sure(lambda signs: LEAST + UNNAMED / 2)
    named, nameless = weighed(SCENE, [fact(ACME, "x", ACME, HERE, rule="r"), fact(UNNAMED_MINISTRY, "x", ACME, HERE, rule="r")], {}, sure)

    assert sure.keeps(SCENE, named)
    assert not sure.keeps(SCENE, nameless)
    assert sure.keeps(SCENE, replace(nameless, confidence=LEAST + UNNAMED))


def test_more_is_asked_of_what_a_figure_is_of():
    sure = Sure(lambda signs: LEAST + FIGURE / 2)
    of, counted = weighed(
        SCENE,
        [fact(ACME, "observedOf", ACME, HERE, rule="figure-observedOf"), fact(ACME, "value", ACME, HERE, rule="figure-value")],
        {},
        sure,
    )

    assert [sure.keeps(SCENE, s) for s in (of, counted, replace(of, confidence=LEAST + FIGURE))] == [False, True, True]


def test_the_packaged_weights_give_shares():
    assert all(0 < weights().confidence(Signs(rule, margin, 0)) < 1 for rule in ("figure-value", "reader-headOf") for margin in (None, 2.0))
