"""What policies and programmes are for, and what leads to what."""

from kg.extraction.events.topics import topics
from tests.extraction.parses import staged, told

PLAN = {"Clean Water Plan": "PolicyDocument"}

FOCUSES = """
The       DT  det      Plan
Clean     NNP compound Plan
Water     NNP compound Plan
Plan      NNP nsubj    focuses
focuses   VBZ ROOT     focuses focus
on        IN  prep     focuses
safe      JJ  amod     wells
wells     NNS pobj     on
and       CC  cc       wells
new       JJ  amod     pipes
pipes     NNS conj     wells
"""


def told_topics(table: str, names: dict[str, str]) -> list[tuple[str, str, str]]:
    scene = staged(table, names)
    return told(scene, topics(scene))


def test_each_thing_of_a_list_is_an_aim_of_its_own():
    assert [
        ("Clean Water Plan", "aimsAt", "topic New pipes"),
        ("Clean Water Plan", "aimsAt", "topic Safe wells"),
    ] == told_topics(FOCUSES, PLAN)


def test_what_is_made_better_is_the_aim_not_the_making():
    table = """
    The       DT  det      Plan
    Clean     NNP compound Plan
    Water     NNP compound Plan
    Plan      NNP nsubj    seeks
    seeks     VBZ ROOT     seeks seek
    to        TO  aux      improve
    improve   VB  xcomp    seeks
    the       DT  det      health
    health    NN  dobj     improve
    of        IN  prep     health
    children  NNS pobj     of
    """

    assert [("Clean Water Plan", "aimsAt", "topic Health of children")] == told_topics(table, PLAN)


def test_examples_stand_for_the_objectives():
    table = FOCUSES.replace(
        "safe      JJ  amod     wells", "aims NNS pobj on\nsuch JJ amod as\nas IN prep aims\nsafe JJ amod wells"
    ).replace("wells     NNS pobj     on", "wells NNS pobj as")

    assert {"topic Safe wells", "topic New pipes"} == {o for _, _, o in told_topics(table, PLAN)}


def test_a_company_that_seeks_something_has_no_policy():
    table = FOCUSES.replace("Plan", "Board")

    assert [] == told_topics(table, {"Clean Water Board": "Company"})


LED = """
The       DT  det      spread
spread    NN  nsubj    led
of        IN  prep     spread
phones    NNS pobj     of
alongside IN  prep     spread
cheap     JJ  amod     data
data      NN  pobj     alongside
led       VBD ROOT     led lead
to        IN  prep     led
a         DT  det      rise
rise      NN  pobj     to
in        IN  prep     rise
fraud     NN  pobj     in
"""


def test_causes_and_effects_are_topics():
    assert [
        ("topic Cheap data", "leadsTo", "topic Rise in fraud"),
        ("topic Spread of phones", "leadsTo", "topic Rise in fraud"),
    ] == told_topics(LED, {})


def test_what_stands_alongside_the_cause_is_an_implied_one():
    scene = staged(LED, {})

    assert {"topic Cheap data": "Implied", "topic Spread of phones": "Explicit"} == {s.subject: s.derivation for s in topics(scene)}


def test_it_is_no_cause():
    assert [] == told_topics("It PRP nsubj led\nled VBD ROOT led lead\nto IN prep led\nfraud NN pobj to", {})


def test_a_body_with_a_status_has_it():
    table = """
    Acme      NNP nsubj    operates
    operates  VBZ ROOT     operates operate
    with      IN  prep     operates
    the       DT  det      status
    status    NN  pobj     with
    of        IN  prep     status
    a         DT  det      resident
    park      NN  compound resident
    resident  NN  pobj     of
    """

    assert [("Acme", "status", "topic Park resident")] == told_topics(table, {"Acme": "Company"})


def test_a_topic_ends_in_no_comma():
    rows = "pipes NNS conj wells\n, , punct pipes\na DT det need\nneed NN appos pipes"
    table = FOCUSES.replace("and       CC  cc       wells", ", , punct wells").replace("pipes     NNS conj     wells", rows)

    assert ("Clean Water Plan", "aimsAt", "topic New pipes") in told_topics(table, PLAN)


def test_a_cause_that_is_a_thing_keeps_what_stands_alongside_it():
    scene = staged(LED, {}, described={"spread of phones": "Initiative"})

    assert [("Spread of phones", "Rise in fraud"), ("topic Cheap data", "Rise in fraud")] == [
        (cause, effect.removeprefix("topic ")) for cause, _, effect in told(scene, topics(scene))
    ]
