"""The plain rules of spaCy's attribute ruler by look-up: its matcher tries each of 179 patterns at each token, most for one word."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis
from spacy.vocab import Vocab

NAME: Final = "newsgraph_attributes"
_ASKED: Final = ("TAG", "LOWER", "DEP")
_SET: Final = {"POS": "pos_", "MORPH": "morph", "LEMMA": "lemma_"}
"""What a plain rule sets, and how a token calls it."""

Key = tuple[int, int, int]
"""Tag, word in small letters and relation to the head as numbers of the vocabulary, 0 for any."""
Table = Mapping[Key, Mapping[str, Any]]
"""To what is set."""


@Language.factory(NAME)
def attributes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that takes the plain rules from the attribute ruler of the pipeline; it stands before the ruler."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    rules = ruler.patterns
    table: dict[Key, dict[str, Any]] = {}
    for rule in filter(_plain, rules):
        for key in _keys(nlp.vocab, rule["patterns"][0][0]):
            table.setdefault(key, {}).update({_SET[k]: _value(nlp.vocab, k, v) for k, v in rule["attrs"].items()})
    ruler.clear()
    ruler.add_patterns([rule for rule in rules if not _plain(rule)])
    return partial(_attributed, table)


def _plain(rule: Mapping[str, Any]) -> bool:
    """Whether the rule asks for the tag, the letters and the relation of one token, or for one of several."""
    tokens = rule["patterns"][0]
    one = len(rule["patterns"]) == len(tokens) == 1 and rule["attrs"].keys() <= _SET.keys()
    return one and tokens[0].keys() <= set(_ASKED) and all(isinstance(v, str) or v.keys() == {"IN"} for v in tokens[0].values())


def _keys(vocab: Vocab, token: Mapping[str, Any]) -> Iterator[Key]:
    """The keys of the tokens that the rule asks for."""
    asked = (token.get(name, "") for name in _ASKED)
    for tag, letters, relation in product(*([one] if isinstance(one, str) else one["IN"] for one in asked)):
        yield vocab.strings.add(tag), vocab.strings.add(letters), vocab.strings.add(relation)


def _value(vocab: Vocab, key: str, value: str) -> object:
    return MorphAnalysis(vocab, value) if key == "MORPH" else value


def _attributed(table: Table, doc: Doc) -> Doc:
    """The document with what its tag says of each token, then what more says: of two rules, the one that asks for more wins."""
    for token in doc:
        tag, letters, relation = token.tag, token.lower, token.dep
        keys = (tag, 0, 0), (tag, letters, 0), (0, letters, 0), (tag, 0, relation), (0, letters, relation), (tag, letters, relation)
        for key in keys:
            for name, value in table.get(key, {}).items():
                setattr(token, name, value)
    return doc
