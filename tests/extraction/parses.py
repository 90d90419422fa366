"""Parses, scenes and what was read of them, built by hand: a table for a sentence, names with their classes for its things."""

from collections.abc import Iterable, Mapping, Sequence

import spacy
from spacy.tokens import Doc

from kg.extraction.scene import Scene, scene
from kg.extraction.spot import Spot
from kg.model import Article, MentionKind, Statement
from kg.ontology import Ontology, load

_VOCAB = spacy.blank("en").vocab
"""Words with their small letters and the like; no parser."""

_POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "DT": "DET", "IN": "ADP", "TO": "PART", "RB": "ADV",
    "CD": "NUM", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "CC": "CCONJ", "MD": "AUX", "POS": "PART", "RP": "ADP",
    "VB": "VERB", "VBD": "VERB", "VBN": "VERB", "VBZ": "VERB", "VBP": "VERB", "VBG": "VERB", "$": "SYM", "_SP": "SPACE",
}  # fmt: skip
"""Tag to part of speech; everything else is punctuation."""

_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "!", "?", "'s", "’s", "%", ")", "”", "n't"})
_NO_SPACE_AFTER = frozenset({"(", "“", "$"})


def parsed(table: str) -> Doc:
    r"""A doc of a table with one row a token: word, tag, dependency, word of the head (the nearest of that form), lemma.

    The lemma may be left out where it is the word in small letters. A root is its own head. Sentences follow from the roots.

    >>> doc = parsed("Ada NNP nsubj sang\n sang VBD ROOT sang sing\n . . punct sang")
    >>> doc.text, [token.head.text for token in doc]
    ('Ada sang.', ['sang', 'sang', 'sang'])
    """
    rows = [line.split() for line in table.strip().splitlines() if line.strip()]
    words = [row[0] for row in rows]
    tags = [row[1] for row in rows]
    deps = [row[2] for row in rows]
    return Doc(
        _VOCAB,
        words=words,
        spaces=[_spaced(word, after) for word, after in zip(words, [*words[1:], "."], strict=True)],
        tags=tags,
        pos=["AUX" if dep in ("aux", "auxpass") and tag != "TO" else _POS.get(tag, "PUNCT") for tag, dep in zip(tags, deps, strict=True)],
        deps=deps,
        heads=[_nearest(words, row[3], at) for at, row in enumerate(rows)],
        lemmas=[row[4] if len(row) > 4 else row[0] if row[1] in ("NNP", "NNPS") else row[0].lower() for row in rows],
    )


def _spaced(word: str, after: str) -> bool:
    return after not in _NO_SPACE_BEFORE and word not in _NO_SPACE_AFTER


def _nearest(words: Sequence[str], head: str, at: int) -> int:
    return min((i for i, word in enumerate(words) if word == head), key=lambda i: abs(i - at))


def spots(text: str, names: Mapping[str, str], *, kind: MentionKind = "name") -> list[Spot]:
    """A spot for the first place of each of the words, of the class given for them."""
    return [Spot(text.index(words), text.index(words) + len(words), kind, type_) for words, type_ in names.items()]


def staged(
    table: str,
    names: Mapping[str, str],
    *,
    described: Mapping[str, str] | None = None,
    groups: Sequence[Sequence[Spot]] = (),
    ontology: Ontology | None = None,
    date: str = "",
) -> Scene:
    """The scene of a parse with a thing for each name and description; or with the things of `groups`."""
    doc = parsed(table)
    each = sorted([*spots(doc.text, names), *spots(doc.text, described or {}, kind="nominal")])
    return scene(Article(doc.text, date=date), doc, ontology or load(), [*[[spot] for spot in each], *groups])


def told(staged: Scene, statements: Iterable[Statement]) -> list[tuple[str, str, str]]:
    """The statements as (label, property, label or value), sorted."""
    return sorted((_label(staged, s.subject), s.property, _said(staged, s)) for s in statements)


def _said(staged: Scene, statement: Statement) -> str:
    return _label(staged, statement.object) if isinstance(statement.object, str) else statement.object.lexical


def _label(staged: Scene, id_: str) -> str:
    return staged.things[id_].label if id_ in staged.things else id_
