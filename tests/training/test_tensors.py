"""An example as tensors: each piece of a long text is read in exactly one window, and targets stand at their words."""

from pathlib import Path

import pytest
import torch

from kg.extraction.trained.labels import CLASSES, NAME_TAGS, PROPERTIES
from kg.extraction.trained.pieces import CLS, SEP, WINDOW, pieces
from kg.training.answers import relation_margins
from kg.training.data import read
from kg.training.tensors import Task, merged, task
from kg.training.train import encoded, fresh, tokenizer
from tests.training.story import annotated
from tests.training.test_data import lines

WORDS = 500
LONG = annotated("long", "[Ada Brook|ada] is the mayor. " + "The mill is in the north. " * (WORDS // 6), {"ada": "Person"})


@pytest.fixture
def long_task(tmp_path: Path, encoder: Path) -> Task:
    lines(tmp_path / "news.jsonl", LONG)
    return task(next(read(tmp_path)), tokenizer(encoder))


def test_the_windows_together_read_each_piece_once(long_task, encoder):
    expected = pieces(LONG["text"], tokenizer(encoder)).ids.tolist()

    assert long_task.ids.shape[0] > 1
    assert expected == long_task.ids.flatten()[long_task.owned].tolist()


def test_a_window_has_its_edges_and_no_more_pieces_than_the_encoder_sees(long_task):
    last = long_task.present.sum(1) - 1

    assert WINDOW + 2 >= long_task.ids.shape[1]
    assert {CLS} == set(long_task.ids[:, 0].tolist())
    assert {SEP} == set(long_task.ids.gather(1, last[:, None]).flatten().tolist())


def test_a_name_has_its_tags_and_the_rest_has_none(long_task):
    names = [NAME_TAGS[tag] for tag in long_task.tags[0].tolist()]

    assert ["B-PER", "I-PER", "O"] == names[:3]
    assert {"O"} == set(names[2:])


def test_facts_are_labels_of_pairs_of_things(data, encoder):
    town = task(next(read(data)), tokenizer(encoder))
    row = town.ends.tolist().index([0, 2])

    assert ["represents", "mayorOf"] == [PROPERTIES[i] for i in town.labels[row].nonzero().flatten().tolist()]
    assert [CLASSES.index("Person")] == torch.unique(town.allowed[0].nonzero()).tolist()


def test_texts_that_are_read_together_are_read_as_each_alone(data, encoder, long_task):
    reader = fresh(encoder, 7).eval()
    alone = [task(example, tokenizer(encoder)) for example in read(data) if example.source == "news"]
    together = merged(alone)

    with torch.no_grad():
        hidden = [encoded(reader.encoder, t) for t in alone]
        margins = [_margins(reader, t, h) for t, h in zip(alone, hidden, strict=True)]
        joined = encoded(reader.encoder, together)

    assert torch.allclose(torch.cat(hidden), joined, atol=1e-4)
    assert torch.allclose(torch.cat(margins), _margins(reader, together, joined), atol=1e-3)
    assert torch.equal(torch.cat([t.labels for t in alone]), together.labels)


def _margins(reader, t, hidden):
    spans = reader.heads.spans(hidden, t.first, t.last)
    return relation_margins(t, hidden, spans, reader.heads, t.types)[0].detach()
