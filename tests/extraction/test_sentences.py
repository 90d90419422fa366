"""The whole reading, reader model and all, on sentences as newspapers write them: what is so, planned, possible or denied, and how many."""

from collections.abc import Callable

import pytest

from kg.extraction import reader
from kg.model import Article, Extraction
from tests.conftest import needs_extraction

pytestmark = [pytest.mark.model, needs_extraction]


@pytest.fixture(scope="module")
def read() -> Callable[[Article], Extraction]:
    """The reading as it is shipped, loaded once."""
    return reader()


def said(extraction: Extraction) -> set[tuple[str, str, str, str]]:
    """What the sentence says, as (label, property, label or value, modality)."""
    labels = {entity.id: entity.label for entity in extraction.entities}
    return {
        (labels.get(s.subject, ""), s.property, labels[s.object] if isinstance(s.object, str) else s.object.lexical, s.modality)
        for s in extraction.statements
    }


BOUGHT = ("Tolva Energy", "acquires", "Brandt Motors")
KILLED = ("Ada Brook", "killed", "Leo Mill")


@pytest.mark.parametrize(
    ("sentence", "fact", "modality"),
    [
        ("Tolva Energy bought Brandt Motors.", BOUGHT, "Actual"),
        ("Tolva Energy denied buying Brandt Motors.", BOUGHT, "Denied"),
        ("Tolva Energy ruled out buying Brandt Motors.", BOUGHT, "Denied"),
        ("Regulators blocked Tolva Energy from buying Brandt Motors.", BOUGHT, "Denied"),
        ("It is not true that Tolva Energy bought Brandt Motors.", BOUGHT, "Denied"),
        ("Rumours that Tolva Energy bought Brandt Motors are false.", BOUGHT, "Denied"),
        ("Tolva Energy almost bought Brandt Motors last year.", BOUGHT, "Denied"),
        ("Neither Tolva Energy nor Acme bought Brandt Motors.", BOUGHT, "Denied"),
        ("Tolva Energy considered buying Brandt Motors.", BOUGHT, "Possible"),
        ("There is no evidence that Tolva Energy bought Brandt Motors.", BOUGHT, "Possible"),
        ("Tolva Energy postponed buying Brandt Motors.", BOUGHT, "Planned"),
        ("Tolva Energy plans to buy Brandt Motors.", BOUGHT, "Intended"),
        ("Tolva Energy agreed to buy Brandt Motors.", BOUGHT, "Planned"),
        ("Ada Brook denies killing Leo Mill.", KILLED, "Denied"),
        ("Ada Brook pleaded not guilty to killing Leo Mill.", KILLED, "Denied"),
        ("The court cleared Ada Brook of murdering Leo Mill.", KILLED, "Denied"),
        ("Prosecutors charged Ada Brook with murdering Leo Mill.", KILLED, "Possible"),
        ("Ada Brook is suspected of killing Leo Mill.", KILLED, "Possible"),
        ("Ada Brook was found guilty of murdering Leo Mill.", KILLED, "Actual"),
        ("The jury convicted Ada Brook of murdering Leo Mill.", KILLED, "Actual"),
        ("Ada Brook divorced Leo Mill.", ("Ada Brook", "spouseOf", "Leo Mill"), "Denied"),
    ],
)
def test_what_is_so_planned_possible_or_denied(read, sentence, fact, modality):
    found = said(read(Article(sentence, date="2026-11-20")))

    assert {modality} == {manner for *row, manner in found if tuple(row) == fact}


@pytest.mark.parametrize(
    ("sentence", "expected", "never"),
    [
        (
            "Ada Brook is no longer chief executive of Tolva Energy.",
            ("Ada Brook", "heldPosition", "Chief executive of Tolva Energy"),
            ("Ada Brook", "chiefExecutiveOf", "Tolva Energy"),
        ),
        (
            "Ada Brook was the mayor of Bergen from 2010 to 2016.",
            ("Ada Brook", "heldPosition", "Mayor of Bergen"),
            ("Ada Brook", "mayorOf", "Bergen"),
        ),
        (
            "Ada Brook took over as head of Tolva Energy from Leo Mill.",
            ("Ada Brook", "headOf", "Tolva Energy"),
            ("Leo Mill", "headOf", "Tolva Energy"),
        ),
        ("Tolva Energy sold Brandt Motors to Acme Holdings.", ("Acme Holdings", "acquires", "Brandt Motors"), BOUGHT),
        ("Ada Brook quit the Labour Party.", ("Ada Brook", "formerMemberOf", "Labour Party"), ("Ada Brook", "memberOf", "Labour Party")),
        (
            "Ada Brook, daughter of Leo Mill and Mia Holt, was born in Oslo.",
            ("Ada Brook", "bornIn", "Oslo"),
            ("Mia Holt", "bornIn", "Oslo"),
        ),
        ("Prosecutors charged Ada Brook with murdering Leo Mill.", KILLED, ("Prosecutors", "killed", "Leo Mill")),
        (
            "Tolva Energy chairman Ivo Stern said it was the largest order.",
            ("Ivo Stern", "chairOf", "Tolva Energy"),
            ("Ivo Stern", "holdsPosition", "Energy chairman"),
        ),
        (
            "The United Nations Security Council imposed sanctions on Norway.",
            ("United Nations Security Council", "sanctions", "Norway"),
            ("", "", ""),
        ),
        ("Thousands of protesters marched through Madrid on Saturday.", ("March in Madrid", "place", "Madrid"), ("", "", "")),
    ],
)
def test_who_is_what_and_was_what(read, sentence, expected, never):
    found = {tuple(row) for *row, _ in said(read(Article(sentence, date="2026-11-20")))}

    assert expected in found
    assert never not in found


@pytest.mark.parametrize(
    ("sentence", "label", "of"),
    [
        ("The blast left 12 dead and more than 50 wounded, officials said.", "People wounded (Blast): more than 50 people", "Blast"),
        (
            "More than 200 Syrian refugees drowned when their boat sank off Libya.",
            "Syrian refugees drowned (Sinking of boat): more than 200 people",
            "Sinking of boat",
        ),
        ("The death toll rose to 87 on Thursday, the government said.", "Death toll: 87 people", None),
        ("The city of Norvik has a population of 120,000.", "Population (Norvik): 120000 people", "Norvik"),
        ("Norvik, a town of 12,000 people, lies on the coast.", "Population (Norvik): 12000 people", "Norvik"),
        ("Unemployment in Spain fell to 11.2 percent in October.", "Unemployment (Spain): 11.2 %", "Spain"),
        ("The Turkish economy grew by 4.5 percent last year.", "Rise in Turkish economy (Turkey): 4.5 %", "Turkey"),
        ("Revenue at Tolva Energy rose 7 percent to $14.8 billion.", "Revenue (Tolva Energy): 14800000000 USD", "Tolva Energy"),
        ("The Senate approved the bill 58-41 on Thursday.", "Votes against (Approval of the Bill): 41 votes", "Approval of the Bill"),
        ("Maria Cole won 54 percent of the vote.", "Share of votes (Maria Cole): 54 %", "Maria Cole"),
        (
            "Some 3,000 people took part in the protest in Warsaw.",
            "People taking part (Protest in Warsaw): some 3000 people",
            "Protest in Warsaw",
        ),
    ],
)
def test_how_many_of_what(read, sentence, label, of):
    found = said(read(Article(sentence, date="2026-11-20")))

    assert {label} <= {row[0] for row in found if row[1] == "value"}
    assert of is None or (label, "observedOf", of) in {row[:3] for row in found}
