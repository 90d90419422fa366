"""Write a trained reader as the files that `kg.extraction.reader_model` loads: an int8 ONNX encoder and the heads.

    python -m kg.training.export CHECKPOINT ENCODER OUT

ENCODER is the folder with the published tokenizer.json, OUT the folder kg/extraction/model.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from kg.extraction.reader_model import VERSION
from kg.training.train import Reader


def export(checkpoint: Path, published: Path, out: Path) -> None:
    """Write encoder.onnx, heads.npz and model.json."""
    reader = Reader()
    reader.load_state_dict(torch.load(checkpoint, weights_only=True)["reader"])
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
    quantize_dynamic(whole, out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8)
    whole.unlink()
    vocabulary = Tokenizer.from_file(str(published / "tokenizer.json")).get_vocab()
    pieces = "\n".join(sorted(vocabulary, key=lambda p: vocabulary[p]))
    arrays = {name: weight.numpy().astype(np.float16) for name, weight in reader.heads.state_dict().items()}
    np.savez_compressed(out / "heads.npz", vocabulary=np.frombuffer(pieces.encode("utf-8"), dtype=np.uint8), **arrays)  # type: ignore[arg-type]
    files = {name: sha256((out / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "heads.npz")}
    (out / "model.json").write_text(json.dumps({"version": VERSION, "files": files}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
