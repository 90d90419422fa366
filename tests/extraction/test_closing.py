"""What is left out of the statements, and what follows from them."""

from kg.extraction.closing import closed
from kg.extraction.guesses.weighing import Sure
from kg.extraction.layout.frontmatter import FrontMatter
from kg.extraction.scene import fact
from kg.extraction.spot import Spot
from kg.model import Span
from tests.extraction.parses import staged, told

TABLE = """
Acme    NNP nsubj  bought
bought  VBD ROOT   bought buy
Vandel  NNP dobj   bought
for     IN  prep   bought
Ada     NNP pobj   for
in      IN  prep   bought
Norway  NNP pobj   in
.       .   punct  bought
It      PRP nsubj  grew
grew    VBD ROOT   grew grow
"""
NAMES = {"Acme": "StateAgency", "Vandel": "Company", "Ada": "Person", "Norway": "Country"}
IT = Spot(len("Acme bought Vandel for Ada in Norway. "), len("Acme bought Vandel for Ada in Norway. It"), "pronoun", "Organization")
SCENE = staged(TABLE, NAMES, groups=[[IT]])
ACME, VANDEL, ADA, NORWAY, UNKNOWN = SCENE.things
HERE = Span(0, 18)
SURE = Sure(lambda signs: 0.8)
NO_FRONT = FrontMatter("", None, 0, 1000, False, (), None, (), None, None, "", None, ())


def test_a_statement_that_fits_stays():
    found = fact(ACME, "acquires", VANDEL, HERE, rule="x")

    assert [found] == closed(SCENE, [found], NO_FRONT, SURE)


def test_what_does_not_fit_is_left_out():
    found = [
        fact(ADA, "locatedIn", VANDEL, HERE, rule="x"),
        fact(ACME, "acquires", ACME, HERE, rule="x"),
        fact(ACME, "noSuchProperty", VANDEL, HERE, rule="x"),
        fact("nobody", "acquires", VANDEL, HERE, rule="x"),
    ]

    assert [] == closed(SCENE, found, NO_FRONT, SURE)


def test_what_only_a_pronoun_refers_to_takes_part_in_nothing():
    assert [] == closed(SCENE, [fact(UNKNOWN, "acquires", VANDEL, HERE, rule="x")], NO_FRONT, SURE)


def test_the_article_says_its_day_place_and_publisher():
    front = FrontMatter("2026-03-03", Span(0, 4), 5, 1000, True, (), None, (), Span(30, 36), None, "Acme", Span(0, 4), ())

    assert [
        ("article", "dateline", "Norway"),
        ("article", "publishedBy", "Acme"),
        ("article", "publishedOn", "2026-03-03"),
    ] == told(SCENE, closed(SCENE, [], front, SURE))


def test_a_position_in_a_body_of_a_state_has_jurisdiction_there():
    scene = staged(TABLE, {**NAMES, "Ada": "Position"})
    found = [fact(ACME, "governmentBodyOf", NORWAY, HERE, rule="x"), fact(ADA, "positionIn", ACME, HERE, rule="x")]

    (concluded,) = [statement for statement in closed(scene, found, NO_FRONT, SURE) if statement not in found]

    assert (ADA, "jurisdiction", NORWAY, "Implied") == (concluded.subject, concluded.property, concluded.object, concluded.derivation)
