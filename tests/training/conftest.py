"""An encoder of two layers with random weights under the published names, a tokenizer of a few pieces, and the articles in a folder."""

import json
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer

from kg.extraction.trained.reader_model import tokenizer_of
from kg.training import encoder as room
from kg.training.encoder import SMALL, Size
from tests.training.story import ARTICLES

LAYERS = 2
WIDTH = SMALL.width
TEACHER = Size("all-mpnet-base-v2", 48, 1, 30527, 514, 1e-5, near=32)
"""A small one of MPNet's make."""
SPECIAL = ["[PAD]", *(f"[unused{i}]" for i in range(99)), "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
"""As in BERT's vocabulary, where [CLS] is 101 and [SEP] 102."""


@pytest.fixture(scope="session", autouse=True)
def shallow() -> Iterator[None]:
    """Two layers train in seconds; all else is as big as in the shipped model. One thread, as small steps only wait for a second."""
    torch.set_num_threads(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "SMALL", replace(SMALL, layers=LAYERS))
        yield


def published() -> dict[str, torch.Tensor]:
    """Random weights, named as in all-MiniLM-L6-v2."""
    generator = torch.Generator().manual_seed(1)

    def matrix(*size: int) -> torch.Tensor:
        return torch.randn(*size, generator=generator) * 0.05

    weights = {
        "embeddings.word_embeddings.weight": matrix(30522, WIDTH),
        "embeddings.position_embeddings.weight": matrix(512, WIDTH),
        "embeddings.token_type_embeddings.weight": matrix(2, WIDTH),
        "pooler.dense.weight": matrix(WIDTH, WIDTH),
        "pooler.dense.bias": matrix(WIDTH),
    }
    norms = ["embeddings.LayerNorm"]
    for at in (f"encoder.layer.{i}." for i in range(LAYERS)):
        sizes = {"intermediate.dense": (4 * WIDTH, WIDTH), "output.dense": (WIDTH, 4 * WIDTH), "attention.output.dense": (WIDTH, WIDTH)}
        sizes |= {f"attention.self.{name}": (WIDTH, WIDTH) for name in ("query", "key", "value")}
        for name, size in sizes.items():
            weights |= {f"{at}{name}.weight": matrix(*size), f"{at}{name}.bias": matrix(size[0])}
        norms += [f"{at}attention.output.LayerNorm", f"{at}output.LayerNorm"]
    for name in norms:
        weights |= {f"{name}.weight": torch.ones(WIDTH), f"{name}.bias": torch.zeros(WIDTH)}
    return weights


@pytest.fixture(scope="session")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ENCODER names: model.safetensors and tokenizer.json."""
    folder = tmp_path_factory.mktemp("encoder")
    save_file(published(), folder / "model.safetensors")
    letters = [*string.ascii_lowercase, *string.digits, *".,"]
    words = {"the", "of", "is", "in", "was", "mayor", "born", "she", "he", "will", "buy", "plays", "for", "founded", "by", "west", "north"}
    tokenizer: Tokenizer = tokenizer_of([*SPECIAL, *letters, *sorted(words), *(f"##{c}" for c in letters), "##haven", "##moor"])
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that LARGE names: model.safetensors with random weights, named as in all-mpnet-base-v2."""
    generator, width = torch.Generator().manual_seed(2), TEACHER.width
    at = "encoder.layer.0."
    sizes = {
        "embeddings.word_embeddings.weight": (TEACHER.words, width),
        "embeddings.position_embeddings.weight": (TEACHER.positions, width),
        "encoder.relative_attention_bias.weight": (TEACHER.near, 12),
        **{f"{at}attention.attn.{name}.weight": (width, width) for name in "qkvo"},
        f"{at}intermediate.dense.weight": (4 * width, width),
        f"{at}output.dense.weight": (width, 4 * width),
    }
    weights = {name: torch.randn(*size, generator=generator) * 0.05 for name, size in sizes.items()}
    weights |= {name.replace("weight", "bias"): torch.zeros(size[0]) for name, size in sizes.items() if name.startswith(at)}
    for name in ("embeddings", f"{at}attention", f"{at}output"):
        weights |= {f"{name}.LayerNorm.weight": torch.ones(width), f"{name}.LayerNorm.bias": torch.zeros(width)}
    folder = tmp_path_factory.mktemp("large")
    save_file(weights, folder / "model.safetensors")
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder that DATA names, with the made-up articles."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "news.jsonl").write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    return folder
