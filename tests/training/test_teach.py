"""Larger readers that teach."""

import json

import pytest
import torch

from kg.errors import InputError
from kg.training import teach as room
from kg.training.answers import answers, together
from kg.training.data import read
from kg.training.encoder import Encoder, _buckets, load_published
from kg.training.losses import disagreement
from kg.training.tensors import merged, task
from kg.training.train import encoded, fresh, main, tokenizer
from tests.training.conftest import TEACHER


@pytest.fixture
def tasks(data, encoder):
    return [task(example, tokenizer(encoder)) for example in read(data)]


@pytest.fixture
def told(data, encoder, large, tmp_path, monkeypatch):
    """`taught.pt` of two teachers of one epoch."""
    monkeypatch.setattr(room, "LARGE", TEACHER)
    room.main([str(data), str(encoder), str(large), str(tmp_path / "teachers"), "--epochs", "1"])
    return tmp_path / "teachers" / "taught.pt"


def test_an_article_and_its_excerpts_are_of_one_fold_and_each_fold_has_some(tasks):
    folds = {}
    for each in tasks:
        folds.setdefault(each.id.partition("~")[0], set()).add(room.fold(each, 2))

    assert all(1 == len(numbers) for numbers in folds.values())
    assert {0, 1} == set().union(*folds.values())


def test_the_answers_for_texts_together_are_those_for_each_alone(tasks, encoder):
    reader = fresh(encoder, 7)
    reader.eval()
    ours = [t for t in tasks if t.source == "news"]
    found = dict(room.opinions(reader, ours, torch.device("cpu")))
    with torch.no_grad():
        item = merged(ours)
        whole = answers(item, encoded(reader.encoder, item), reader.heads)

    apart = together([found[t.id] for t in ours])

    assert [len(t.first) for t in ours] == [len(found[t.id].classes) for t in ours]
    assert torch.allclose(whole.margins, apart.margins.float(), atol=0.02)
    assert torch.allclose(whole.tags[0], apart.tags[0].float(), atol=0.02)


def test_who_says_what_the_teacher_says_disagrees_less_than_who_does_not(tasks, encoder):
    own, other = (fresh(encoder, seed).eval() for seed in (7, 8))
    one = next(t for t in tasks if t.source == "news")
    with torch.no_grad():
        same, different = (answers(one, encoded(reader.encoder, one), reader.heads) for reader in (own, other))
        apart = {name: float(loss) for name, loss in disagreement(one, different, same).items()}
        near = {name: float(loss) for name, loss in disagreement(one, same, same).items()}

    assert {"tags", "classes", "coreference", "relations"} == set(apart)
    assert all(near[name] <= apart[name] for name in apart)
    assert near["relations"] < apart["relations"]


def test_teachers_say_something_of_every_text_and_a_training_learns_it(told, tasks, data, encoder, tmp_path, capsys):
    main([str(data), str(encoder), str(tmp_path / "out"), "--epochs", "1", "--taught", str(told)])

    assert {t.id for t in tasks} == set(torch.load(told, weights_only=True))
    assert "taught relations" in json.loads(capsys.readouterr().err.splitlines()[-1])


def test_what_was_said_of_other_texts_is_refused(told, data, encoder, tmp_path):
    (data / "news.jsonl").write_text((data / "news.jsonl").read_text().replace('"id": "', '"id": "other '))

    with pytest.raises(InputError, match="other data"):
        main([str(data), str(encoder), str(tmp_path / "out"), "--epochs", "1", "--taught", str(told)])


def test_the_small_encoder_is_no_teacher(encoder):
    with pytest.raises(InputError, match="all-mpnet-base-v2"):
        load_published(Encoder(TEACHER), encoder / "model.safetensors")


def test_far_words_share_a_bucket_and_near_ones_have_their_own(large):
    teacher = Encoder(TEACHER)
    load_published(teacher, large / "model.safetensors")
    buckets = _buckets(torch.arange(200), TEACHER.near)

    assert [0, 17, 18, 19] == buckets[0, :4].tolist()
    assert [0, 1, 2, 3] == buckets[:4, 0].tolist()
    assert 1 == len(set(buckets[0, 130:].tolist()))
    assert buckets.max() < TEACHER.near
