"""Guessing hidden words before training."""

from pathlib import Path

import pytest
import torch

from kg.errors import InputError
from kg.training import pretrain as room
from kg.training.encoder import Encoder
from tests.training.story import ARTICLES

CPU = torch.device("cpu")


def guessed(encoder: Path, out: Path) -> dict[str, torch.Tensor]:
    texts = [article["text"] for article in ARTICLES] * 20
    room.pretrain(texts, encoder, out, rounds=1, seed=7, device=CPU)
    return torch.load(out, weights_only=True)["encoder"]


def test_the_encoder_learns_from_guessing_and_one_seed_gives_one_result(encoder, tmp_path, monkeypatch):
    monkeypatch.setattr(room, "BATCH", 2)
    one, other = guessed(encoder, tmp_path / "one.pt"), guessed(encoder, tmp_path / "other.pt")
    before = Encoder()
    room.load_published(before, encoder / "model.safetensors")

    assert all(torch.equal(one[name], other[name]) for name in one)
    assert any(not torch.equal(weight, before.state_dict()[name]) for name, weight in one.items())
    Encoder().load_state_dict(one)


def test_too_little_text_is_refused(encoder, tmp_path):
    with pytest.raises(InputError, match="needs more than"):
        room.pretrain(["Short."], encoder, tmp_path / "none.pt", rounds=1, seed=7, device=CPU)
    with pytest.raises(InputError, match="0 pieces"):
        room.pretrain([], encoder, tmp_path / "none.pt", rounds=1, seed=7, device=CPU)
