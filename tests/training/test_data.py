"""Annotated articles as examples: what is read, what follows from it, what is refused."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.training import data as room
from kg.training.data import Marked, read
from tests.conftest import ROOT
from tests.training.story import TOWN

README = (ROOT / "kg/training/README.md").read_text(encoding="utf-8")


def lines(path: Path, *records: object) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def whole(folder: Path) -> list[room.Example]:
    """What was read, without the excerpts of the articles."""
    return [example for example in read(folder) if example.source != "excerpt"]


@pytest.fixture
def standoff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """One annotation of ours, as it lies beside the code without its text."""
    entities = [{**e, "mentions": [[m["start"], m["end"], m["kind"]] for m in e["mentions"]]} for e in TOWN["entities"]]
    record = {**TOWN, "text_sha256": sha256(TOWN["text"].encode("utf-8")).hexdigest(), "entities": entities}
    folder = tmp_path / "annotations"
    folder.mkdir()
    lines(folder / "town.jsonl", {k: v for k, v in record.items() if k != "text"})
    monkeypatch.setattr(room, "ANNOTATIONS", folder)
    return record


def test_an_article_of_the_news_form_is_whole(data):
    town = whole(data)[0]

    assert ("town", "news", ("Person", "Position", "City", "City")) == (town.id, town.source, town.types)
    assert (Marked(0, 9, 0, "name"), Marked(17, 22, 1, "nominal")) == town.mentions[:2]
    assert "Ada Brook" == town.text[0:9]


def test_super_properties_and_the_other_direction_are_written_out(data):
    town, mill, _, club = whole(data)

    assert (0, "represents", 2, "Actual") in town.facts
    assert {(0, "locatedIn", 2, "Actual"), (0, "acquires", 1, "Planned")} <= set(mill.facts)
    assert {(1, "opponentOf", 2, "Actual"), (2, "opponentOf", 1, "Actual")} <= set(club.facts)


def test_what_follows_from_two_facts_is_neither_true_nor_false(data):
    court = list(whole(data))[2]

    assert (3, "livesIn", 1) in court.implied


def test_an_annotation_without_its_text_is_joined_with_the_text(tmp_path, standoff):
    lines(tmp_path / "texts.jsonl", {"id": "town", "text": TOWN["text"]})
    joined = list(whole(tmp_path))
    (tmp_path / "texts.jsonl").unlink()
    lines(tmp_path / "news.jsonl", TOWN)

    assert list(whole(tmp_path)) == joined


def test_an_annotation_of_a_part_of_a_text_is_joined_with_that_part(tmp_path, standoff):
    text = TOWN["text"]
    part = {
        **{k: v for k, v in standoff.items() if k != "text"},
        "of": {"file": "web-facts-9.jsonl", "id": "page", "start": 4, "end": 4 + len(text)},
    }
    lines(tmp_path / "annotations" / "town.jsonl", part)
    lines(tmp_path / "web-facts-9.jsonl", {"id": "page", "text": f"Top {text} End", "passages": []})
    (tmp_path / "texts.jsonl").unlink(missing_ok=True)
    (joined,) = whole(tmp_path)
    (tmp_path / "web-facts-9.jsonl").unlink()
    lines(tmp_path / "news.jsonl", TOWN)

    assert [joined] == [each for each in whole(tmp_path) if each.id == "town"]


def test_an_article_that_was_read_again_is_read_as_the_later_reading_has_it(tmp_path, standoff):
    again = {**{k: v for k, v in standoff.items() if k != "text"}, "of": {"file": "news.jsonl", "id": "town"}, "facts": []}
    lines(tmp_path / "annotations" / "town.jsonl", again)
    lines(tmp_path / "news.jsonl", TOWN, {**TOWN, "id": "other"})
    other, town = whole(tmp_path)

    assert ("other", "town") == (other.id, town.id)
    assert other.facts
    assert () == town.facts


def test_news_of_somebody_elses_is_no_article_that_was_read_again(tmp_path, standoff):
    again = {**{k: v for k, v in standoff.items() if k != "text"}, "of": {"file": "news.jsonl", "id": "town"}}
    lines(tmp_path / "annotations" / "town.jsonl", again)
    lines(tmp_path / "news.jsonl", {**TOWN, "id": "other"})

    assert ["other"] == [example.id for example in whole(tmp_path)]


def test_what_a_reading_is_unsure_of_is_neither_true_nor_false(tmp_path):
    lines(tmp_path / "news.jsonl", {**TOWN, "unsure": [{"s": "ada", "p": "livesIn", "o": "moor"}]})
    (town,) = whole(tmp_path)

    assert "livesIn" in {name for _, name, _ in town.implied}
    assert "livesIn" not in {name for _, name, _, _ in town.facts}


@pytest.mark.parametrize("text", [TOWN["text"] + " ", ""])
def test_a_text_that_has_changed_is_refused(tmp_path, standoff, text):
    lines(tmp_path / "texts.jsonl", {"id": "town", "text": text})

    with pytest.raises(InputError, match=r"the text town is missing or not the one that was annotated in town\.jsonl"):
        list(whole(tmp_path))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"text": "Short."}, r"there is no name at \[0, 9\) of a text of 6 characters"),
        ({"facts": [{"s": "ada", "p": "mayorOf", "o": "town", "modality": "Sure"}]}, "a fact is Actual, .*, not 'Sure'"),
        ({"entities": [{"type": "Person"}]}, "there is no 'mentions'"),
    ],
)
def test_a_line_that_is_no_annotated_text_is_refused(tmp_path, change, reason):
    lines(tmp_path / "news.jsonl", TOWN, {**TOWN, **change})

    with pytest.raises(InputError, match=f"line 2 of .*news.jsonl is no annotated text: {reason}"):
        list(whole(tmp_path))


def test_the_article_that_the_readme_shows_is_whole(tmp_path):
    article = re.findall(r"^```json\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)[0]
    lines(tmp_path / "news.jsonl", json.loads(article))
    (example,) = whole(tmp_path)

    assert ["Ada Brook", "mayor", "Westhaven", "She"] == [example.text[m.start : m.end] for m in example.mentions]
    assert (0, "mayorOf", 2, "Actual") in example.facts


def test_the_records_that_the_readme_makes_are_joined(tmp_path, standoff):
    article, record = re.findall(r"^```json\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    made: dict[str, object] = {"article": json.loads(article)}
    exec(re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)[0], made)

    assert json.loads(record) == made["record"]
    lines(tmp_path / "annotations" / "town.jsonl", made["record"])
    lines(tmp_path / "texts.jsonl", json.loads(article))
    assert ["Ada Brook", "mayor", "Westhaven", "She"] == [e.text[m.start : m.end] for e in whole(tmp_path) for m in e.mentions]


def test_the_annotations_of_the_project_hold_no_text():
    for path in sorted(room.ANNOTATIONS.glob("*.jsonl")):
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            assert {"id", "text_sha256", "entities", "facts"} <= set(record)
            assert "text" not in record
