"""Write a trained reader as the files that `kg.extraction.trained.reader_model` loads: an int8 ONNX encoder and the heads.

    python -m kg.training.export CHECKPOINT ENCODER DATA OUT

ENCODER is the folder with the published tokenizer.json, DATA the one with the annotated articles, OUT kg/extraction/trained/model.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx.helper import make_node, make_opsetid
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from kg.extraction.trained.labels import CLASSES, GENERAL, PROPERTIES
from kg.extraction.trained.reader_model import VERSION
from kg.training.data import Example, read
from kg.training.encoder import HEADS
from kg.training.train import Reader


def export(checkpoint: Path, published: Path, data: Path, out: Path) -> None:
    """Write encoder.onnx, heads.npz and model.json."""
    reader = Reader()
    reader.load_state_dict(torch.load(checkpoint, weights_only=True, map_location="cpu")["reader"])
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    whole = out / "whole.onnx"
    sample = torch.ones(2, 16, dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "shapes", "hidden")}
    torch.onnx.export(
        reader.encoder,
        (sample, sample),
        str(whole),
        input_names=["ids", "shapes"],
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
    onnx.save(fused(onnx.load(out / "encoder.onnx")), out / "encoder.onnx")  # last: the quantizer does not know the node
    whole.unlink()
    vocabulary = Tokenizer.from_file(str(published / "tokenizer.json")).get_vocab()
    pieces = "\n".join(sorted(vocabulary, key=lambda p: vocabulary[p]))
    arrays: dict[str, NDArray[Any]] = {name: weight.numpy().astype(np.float16) for name, weight in reader.heads.state_dict().items()}
    arrays["vocabulary"] = np.frombuffer(pieces.encode("utf-8"), dtype=np.uint8)
    arrays["seen"] = np.packbits(seen(read(data)))
    np.savez_compressed(out / "heads.npz", **arrays)  # type: ignore[arg-type]
    files = {name: sha256((out / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "heads.npz")}
    (out / "model.json").write_text(json.dumps({"version": VERSION, "files": files}, indent=1) + "\n", encoding="utf-8")


def fused(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same model with each layer's attention as the one node that onnxruntime has for it, a tenth faster as a whole."""
    graph = model.graph
    readers = {name: node for node in graph.node for name in node.input}
    nodes = list(graph.node)
    for softmax in [n for n in nodes if n.op_type == "Softmax"]:
        layer = softmax.name.rsplit("/", 1)[0]
        last = softmax
        while last.op_type != "Reshape":
            last = readers[last.output[0]]
        parts = [f"{layer}/{part}/Add_output_0" for part in ("query", "key", "value")]
        one = make_node("MultiHeadAttention", parts, list(last.output), name=f"{layer}/attention", domain="com.microsoft", num_heads=HEADS)
        nodes[nodes.index(last)] = one
    wanted = {output.name for output in graph.output}
    kept: list[onnx.NodeProto] = []
    for node in reversed(nodes):
        if wanted & set(node.output):
            kept.insert(0, node)
            wanted |= set(node.input)
    weights = [w for w in graph.initializer if w.name in wanted]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(kept)
    graph.initializer.extend(weights)
    if all(each.domain != "com.microsoft" for each in model.opset_import):
        model.opset_import.append(make_opsetid("com.microsoft", 1))
    return model


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


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "encoder", "data", "model"):
        parser.add_argument(name, type=Path)
    chosen = parser.parse_args(arguments)
    export(chosen.checkpoint, chosen.encoder, chosen.data, chosen.model)


if __name__ == "__main__":
    main()
