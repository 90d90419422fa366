"""What the heads alone reach on annotated articles, given the gold mentions: quick figures to choose a training by.

    python -m kg.training.score CHECKPOINT ENCODER GOLD.jsonl...

The whole path with its rules is measured by `kg evaluate`; this needs no spaCy and takes seconds.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor

from kg.extraction.trained.labels import CLASSES, KIND_OF, NAME_TAGS, PROPERTIES
from kg.extraction.trained.reader_model import spans as tagged
from kg.training.answers import relation_margins
from kg.training.data import Example, lines
from kg.training.tensors import Task, task
from kg.training.train import Reader, encoded, fresh, tokenizer

MARGINS: Final = (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)


def scores(reader: Reader, examples: Sequence[Example], tasks: Sequence[Task]) -> dict[str, object]:
    """F1 of names, B-cubed of coreference, share of right classes, and precision and recall of relations by margin and by property."""
    reader.eval()
    with torch.no_grad():
        return _scores(reader, examples, tasks)


def _scores(reader: Reader, examples: Sequence[Example], tasks: Sequence[Task]) -> dict[str, object]:
    names, classes, cubes = Counter[str](), Counter[str](), Counter[str]()
    found: dict[float, Counter[str]] = {m: Counter() for m in MARGINS}
    each: dict[str, list[tuple[float, bool]]] = {}
    for example, t in zip(examples, tasks, strict=True):
        hidden = encoded(reader.encoder, t)
        names.update(_names(reader, t, hidden))
        spans = reader.heads.spans(hidden, t.first, t.last)
        guessed = _classes(reader, t, spans)
        classes.update("right" if bool(t.allowed[i, guessed[t.owner[i]]]) else "wrong" for i in range(len(t.first)))
        cubes.update(_cubes(reader, t, spans))
        margins, _ = relation_margins(t, hidden, spans, reader.heads, guessed)
        gold = t.labels > 0
        for m in MARGINS:
            hits = (margins > m) & t.known & (t.labels >= 0)
            found[m].update(right=int((hits & gold).sum()), found=int(hits.sum()), gold=len(example.facts))
        for row, column in ((margins > -1) & t.known & (t.labels >= 0)).nonzero().tolist():
            each.setdefault(PROPERTIES[column], []).append((round(float(margins[row, column]), 2), bool(gold[row, column])))
    return {
        "names": _f(names),
        "classes": round(classes["right"] / max(1, classes.total()), 3),
        "coreference": round(2 * cubes["p"] * cubes["r"] / max(1, cubes["n"] * (cubes["p"] + cubes["r"])), 3),
        "relations": {str(m): _f(c) for m, c in found.items()},
        "by property": each,
    }


def _f(c: Mapping[str, int]) -> list[float]:
    p, r = c["right"] / max(1, c["found"]), c["right"] / max(1, c["gold"])
    return [round(p, 3), round(r, 3), round(2 * p * r / max(1e-9, p + r), 3)]


def _names(reader: Reader, t: Task, hidden: Tensor) -> Counter[str]:
    layer = reader.heads.tags(hidden[t.heads_of_words])[0].float().cpu().numpy()
    target = t.tags[0].cpu().numpy()
    known = target >= 0
    want = {s for s in tagged(np.eye(len(NAME_TAGS), dtype=np.float32)[np.maximum(target, 0)] * 100, NAME_TAGS) if s[2] != "PRON"}
    got = {s for s in tagged(layer, NAME_TAGS) if s[2] != "PRON" and known[s[0]]}
    return Counter(right=len(want & got), found=len(got), gold=len(want))


def _classes(reader: Reader, t: Task, spans: Tensor) -> Tensor:
    """Class of each entity by the sum over its mentions, within what its coarse kind allows."""
    scores = reader.heads.classes(spans).log_softmax(1)
    sums = scores.new_zeros(len(t.types), len(CLASSES)).index_add(0, t.owner, scores)
    for e, gold in enumerate(t.types.tolist()):
        allowed = torch.tensor([KIND_OF[c] == KIND_OF[CLASSES[gold]] for c in CLASSES], device=sums.device)
        sums[e, ~allowed] = -1e9
    return sums.argmax(1)


def _cubes(reader: Reader, t: Task, spans: Tensor) -> Counter[str]:
    """Sums of B-cubed precision and recall (in thousandths) of clusters made of each mention's best antecedent."""
    count = len(t.first)
    table = spans.new_full((count, count + 1), -1e9)
    table[:, count] = 0.0
    if len(t.pairs):
        table[t.pairs[:, 1], t.pairs[:, 0]] = reader.heads.antecedents(spans, t.kinds, t.pairs, t.gaps, t.same)
    cluster = list(range(count))
    for i, best in enumerate(table.argmax(1).tolist()):
        cluster[i] = cluster[best] if best < count else i
    gold = t.owner.tolist()
    both, mine, theirs = Counter(zip(cluster, gold, strict=True)), Counter(cluster), Counter(gold)
    p = sum(both[c, g] / mine[c] for c, g in zip(cluster, gold, strict=True))
    r = sum(both[c, g] / theirs[g] for c, g in zip(cluster, gold, strict=True))
    return Counter(p=round(p * 1000), r=round(r * 1000), n=round(count * 1000))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    chosen = parser.parse_args(arguments)
    reader = fresh(chosen.encoder, 0)
    reader.load_state_dict(torch.load(chosen.checkpoint, weights_only=True, map_location="cpu")["reader"])
    for path in chosen.gold:
        examples = [e for e in lines(path, "news") if e.source == "news"]
        found = scores(reader, examples, [task(e, tokenizer(chosen.encoder)) for e in examples])
        sys.stdout.write(f"{path} {json.dumps({k: v for k, v in found.items() if k != 'by property'})}\n")


if __name__ == "__main__":
    main()
