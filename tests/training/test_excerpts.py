"""Pieces of annotated articles."""

from kg.training.excerpts import excerpts
from tests.training.story import TOWN


def with_evidence(start: int, end: int) -> dict[str, object]:
    return {**TOWN, "facts": [{"s": "ada", "p": "bornIn", "o": "moor", "modality": "Actual", "evidence": {"start": start, "end": end}}]}


def test_the_excerpts_together_are_the_text():
    long = {**TOWN, "text": "One. Two!\n\nThree? Four.\nFive: six. Seven", "entities": [], "facts": []}

    assert long["text"] == "".join(part["text"] for part in excerpts(long))


def test_mentions_move_with_their_words():
    for part in excerpts(with_evidence(37, 60)):
        for entity in part["entities"]:
            for mention in entity["mentions"]:
                assert mention["text"] == part["text"][mention["start"] : mention["end"]]


def test_a_fact_goes_with_the_excerpt_that_says_it():
    first, second = excerpts(with_evidence(37, 60))

    assert [] == first["facts"]
    assert ["bornIn"] == [fact["p"] for fact in second["facts"]]


def test_a_fact_said_elsewhere_between_things_that_stand_here_is_unsure():
    _, second = excerpts(with_evidence(0, 20))

    assert [] == second["facts"]
    assert ["bornIn"] == [fact["p"] for fact in second["unsure"]]
