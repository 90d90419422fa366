"""Write a trained reader as the files that `kg.extraction.reader_model` loads: an int8 ONNX encoder and the heads.

    python -m kg.training.export CHECKPOINT ENCODER DATA OUT

ENCODER is the folder with the published tokenizer.json, DATA the one with the annotated articles, OUT kg/extraction/model.
"""

import json
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from kg.extraction.labels import CLASSES, GENERAL, PROPERTIES
from kg.extraction.reader_model import VERSION
from kg.training.data import Example, read
from kg.training.train import Reader


def export(checkpoint: Path, published: Path, data: Path, out: Path) -> None:
    """Write encoder.onnx, heads.npz and model.json."""
    reader = Reader()
    reader.load_state_dict(torch.load(checkpoint, weights_only=True, map_location="cpu")["reader"])
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    whole = out / "whole.onnx"
    sample = torch.ones(2, 16, dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "shapes", "present", "hidden")}
    torch.onnx.export(
        reader.encoder,
        (sample, sample, sample),
        str(whole),
        input_names=["ids", "shapes", "present"],
        output_names=["hidden"],
        dynamic_axes=axes,
        dynamo=False,
        opset_version=17,
    )
    small = [n.name for n in onnx.load(whole).graph.node if n.op_type == "Gather" and "/words/" not in n.name]
    quantize_dynamic(whole, whole, op_types_to_quantize=["Gather"], nodes_to_exclude=small, weight_type=QuantType.QInt8)
    quantize_dynamic(
        whole, out / "encoder.onnx", op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
    )
    whole.unlink()
    vocabulary = Tokenizer.from_file(str(published / "tokenizer.json")).get_vocab()
    pieces = "\n".join(sorted(vocabulary, key=lambda p: vocabulary[p]))
    arrays: dict[str, NDArray[Any]] = {name: weight.numpy().astype(np.float16) for name, weight in reader.heads.state_dict().items()}
    arrays["vocabulary"] = np.frombuffer(pieces.encode("utf-8"), dtype=np.uint8)
    arrays["seen"] = np.packbits(seen(read(data)))
    np.savez_compressed(out / "heads.npz", **arrays)  # type: ignore[arg-type]
    files = {name: sha256((out / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "heads.npz")}
    (out / "model.json").write_text(json.dumps({"version": VERSION, "files": files}, indent=1) + "\n", encoding="utf-8")


def seen(examples: Iterable[Example]) -> NDArray[np.bool_]:
    """(classes, classes, properties) whether some news article has the property between things of these classes.

    An organisation or place whose exact class reading could not tell may be any of them.
    """
    table = np.zeros((len(CLASSES), len(CLASSES), len(PROPERTIES)), dtype=bool)
    for example in examples:
        for subject, name, object_, _ in example.facts if example.source == "news" else ():
            ends = [{example.types[e], GENERAL.get(example.types[e], example.types[e])} for e in (subject, object_)]
            for a in ends[0]:
                for b in ends[1]:
                    table[CLASSES.index(a), CLASSES.index(b), PROPERTIES.index(name)] = True
    return table


if __name__ == "__main__":
    export(*map(Path, sys.argv[1:5]))
