"""`kg train` where it cannot train: it says what is missing. What it does with torch is in tests/training."""

import sys
from pathlib import Path

import pytest

from kg import cli


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "news.jsonl").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    folder = tmp_path / "encoder"
    folder.mkdir()
    for name in ("model.safetensors", "tokenizer.json"):
        (folder / name).write_bytes(b"")
    return folder


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    with pytest.raises(SystemExit) as end:
        cli.main(["train", *map(str, arguments)])
    assert 2 == end.value.code
    return capsys.readouterr().err


def test_without_torch_it_says_what_to_install(capsys, data, encoder, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    for name in [name for name in sys.modules if name.startswith("kg.training.")]:
        monkeypatch.delitem(sys.modules, name)

    expected = "kg: training needs torch, which is not installed: pip install newsgraph[train]\n"
    assert expected == refused(capsys, data, encoder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_without_annotated_articles_is_refused(capsys, encoder, tmp_path):
    assert f"there are no annotated articles in {str(encoder)!r}" in refused(capsys, encoder, encoder, tmp_path / "out")


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_a_folder_without_the_encoder_is_refused(capsys, data, encoder, tmp_path, name):
    (encoder / name).unlink()

    assert f"there is no {name} in {str(encoder)!r}" in refused(capsys, data, encoder, tmp_path / "out")


def test_a_file_is_no_folder_for_checkpoints(capsys, data, encoder):
    assert "is a file. Name a folder" in refused(capsys, data, encoder, data / "news.jsonl")
