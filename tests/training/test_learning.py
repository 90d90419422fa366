"""A smoke training: it learns, it goes on where it was stopped, and what it writes computes the same without torch."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from kg import cli
from kg.errors import InputError
from kg.extraction.trained import reader_model
from kg.extraction.trained.heads import Heads as NumpyHeads
from kg.extraction.trained.labels import CLASSES, PROPERTIES
from kg.training import train as room
from kg.training.answers import answers, pooled
from kg.training.data import read
from kg.training.encoder import Encoder, load_published
from kg.training.export import export
from kg.training.losses import losses
from kg.training.score import scores
from kg.training.tensors import Task, task
from kg.training.train import Plan, Reader, encoded, fresh, tokenizer, train
from tests.training.story import TOWN

FAST = Plan(epochs=3, every={"news": 1}, rate=3e-4, head_rate=2e-3, rounded=1)


@pytest.fixture
def tasks(data: Path, encoder: Path) -> list[Task]:
    return [task(example, tokenizer(encoder)) for example in read(data)]


def loss_of(reader: Reader, tasks: list[Task]) -> float:
    reader.eval()
    with torch.no_grad():
        return sum(float(loss) for t in tasks for loss in losses(t, answers(t, encoded(reader.encoder, t), reader.heads)).values())


def test_the_loss_falls_and_the_articles_are_learnt(tasks, data, encoder, tmp_path):
    reader = fresh(encoder, 7)
    before = loss_of(reader, tasks)
    train(tasks * 8, reader, tmp_path, FAST)
    whole = [(example, t) for example, t in zip(read(data), tasks, strict=True) if example.source == "news"]
    found = scores(reader, [example for example, _ in whole], [t for _, t in whole])

    assert before / 4 > loss_of(reader, tasks)
    assert 0.9 < found["names"][2]
    assert 0.8 < found["relations"]["0.0"][2]


def test_a_training_that_was_stopped_goes_on_to_the_same_weights(tasks, encoder, tmp_path, monkeypatch):
    plan = Plan(epochs=3, every={"news": 1}, rounded=2)
    whole, first, second = (fresh(encoder, 7) for _ in range(3))
    for name in ("whole", "parts"):
        (tmp_path / name).mkdir()
    train(tasks * 2, whole, tmp_path / "whole", plan)

    with monkeypatch.context() as patch:
        epoch = room._epoch
        epochs = iter([epoch, epoch, _stopped])
        patch.setattr(room, "_epoch", lambda *given: next(epochs)(*given))
        with pytest.raises(KeyboardInterrupt):
            train(tasks * 2, first, tmp_path / "parts", plan)
    train(tasks * 2, second, tmp_path / "parts", plan, resume=True)

    assert [] == [name for name, weight in whole.state_dict().items() if not torch.equal(weight, second.state_dict()[name])]


def _stopped(*_: object) -> dict[str, float]:
    raise KeyboardInterrupt


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::torch.jit.TracerWarning")
def test_the_exported_model_computes_what_torch_computes(tasks, data, encoder, tmp_path):
    reader = fresh(encoder, 7)
    train(tasks * 2, reader, tmp_path, replace(FAST, epochs=1))
    export(tmp_path / "checkpoint.pt", encoder, data, tmp_path / "model")
    model = reader_model.load(tmp_path / "model")
    reader.eval()

    for t, example in zip(tasks, read(data), strict=True):
        with torch.no_grad():
            hidden = encoded(reader.encoder, t)
            for name, (theirs, ours) in _both(reader, model.heads, t, hidden).items():
                assert 1e-3 > float(np.abs(theirs.numpy() - ours).max()), name
        sight = model.sight(example.text).hidden
        assert 0.99 < float(np.corrcoef(sight.ravel(), hidden.numpy().ravel())[0, 1])

    seen = [PROPERTIES[i] for i in np.flatnonzero(model.seen[CLASSES.index("Person"), CLASSES.index("City")])]
    assert ["represents", "mayorOf", "livesIn", "bornIn"] == seen


def _both(reader: Reader, plain: NumpyHeads, t: Task, hidden: torch.Tensor) -> dict[str, tuple[torch.Tensor, np.ndarray]]:
    """What torch and numpy give for each head."""
    heads = reader.heads
    words = hidden[t.heads_of_words]
    spans = heads.spans(hidden, t.first, t.last)
    entities = pooled(t, spans)
    ends = t.ends[t.group]
    stacked = torch.stack([entities[ends[:, 0]], entities[ends[:, 1]], spans[t.near[:, 0]], spans[t.near[:, 1]]], 1)
    pairs, vectors = heads.relations(stacked, hidden, t.context, t.types[ends], t.crossings)
    relations = plain.relations(
        hidden.numpy(),
        spans.numpy(),
        entities.numpy(),
        *(each.numpy() for each in (ends, t.near, t.context, t.types[ends], t.crossings)),
    )
    of_pairs = [each.numpy() for each in (spans, t.kinds, t.pairs, t.gaps, t.same)]
    layers = zip(("names", "titles", "nominals"), heads.tags(words), plain.tags(words.numpy()), strict=True)
    return {
        **{name: (a, b) for name, a, b in layers},
        "spans": (spans, plain.spans(hidden.numpy(), t.first.numpy(), t.last.numpy())),
        "classes": (heads.classes(spans), plain.classes(spans.numpy())),
        "antecedents": (heads.antecedents(spans, t.kinds, t.pairs, t.gaps, t.same), plain.antecedents(*of_pairs)),
        "relations": (pairs, relations[0]),
        "vectors": (vectors, relations[1]),
        "modality": (heads.modality(vectors), plain.modality(vectors.numpy())),
    }


def test_weights_of_another_model_are_refused(encoder, tmp_path):
    from safetensors.torch import load_file, save_file

    weights = load_file(encoder / "model.safetensors")
    save_file({k: v for k, v in weights.items() if "layer.1.attention.self.key" not in k}, tmp_path / "model.safetensors")

    with pytest.raises(InputError, match=r"is not all-MiniLM-L6-v2: missing .*layers\.1\.key\.weight"):
        load_published(Encoder(), tmp_path / "model.safetensors")


def test_the_command_trains_and_writes_what_it_read(data, encoder, tmp_path, capsys):
    with pytest.raises(SystemExit) as end:
        cli.main(["train", str(data), str(encoder), str(tmp_path / "out"), "--threads", "1", "--epochs", "1"])

    assert 0 == end.value.code
    assert {"checkpoint.pt", "data.json"} == {path.name for path in (tmp_path / "out").iterdir()}
    assert "news.jsonl" in json.loads((tmp_path / "out/data.json").read_text(encoding="utf-8"))
    assert 0 == json.loads(capsys.readouterr().err)["epoch"]


def test_the_command_and_the_module_train_for_as_long(monkeypatch, data, encoder, tmp_path):
    plans: list[Plan] = []
    monkeypatch.setattr(room, "train", lambda tasks, reader, out, plan, *, resume, taught: plans.append(plan))
    with pytest.raises(SystemExit):
        cli.main(["train", str(data), str(encoder), str(tmp_path / "out"), "--threads", "1"])

    assert [Plan()] == plans


def test_files_without_a_text_are_refused(data, encoder, tmp_path, capsys):
    (data / "news.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        cli.main(["train", str(data), str(encoder), str(tmp_path / "out"), "--threads", "1"])

    assert 2 == end.value.code
    assert "kg: there is no annotated text in the files of" in capsys.readouterr().err


def test_an_unknown_device_is_refused(data, encoder, tmp_path, capsys):
    with pytest.raises(SystemExit) as end:
        cli.main(["train", str(data), str(encoder), str(tmp_path / "out"), "--threads", "1", "--device", "abacus"])

    assert 2 == end.value.code
    assert "kg: torch cannot compute on 'abacus'" in capsys.readouterr().err


def test_a_story_of_ours_is_whole():
    assert "Ada Brook is the mayor of Westhaven. She was born in Northmoor." == TOWN["text"]
