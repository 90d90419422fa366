"""The plain rules of spaCy's attribute ruler by look-up: its matcher tries each of 179 patterns at each token, most for one word."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis
from spacy.vocab import Vocab

NAME: Final = "newsgraph_attributes"
_SET: Final = {"POS": "pos_", "MORPH": "morph", "LEMMA": "lemma_"}
"""What a plain rule sets, and how a token calls it."""

Table = Mapping[tuple[int, int], Mapping[str, Any]]
"""(tag, word in small letters) as numbers of the vocabulary, 0 for any, to what is set."""


@Language.factory(NAME)
def attributes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that takes the plain rules from the attribute ruler of the pipeline; it stands before the ruler."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    rules = ruler.patterns
    table: dict[tuple[int, int], dict[str, Any]] = {}
    for rule in filter(_plain, rules):
        token = rule["patterns"][0][0]
        key = nlp.vocab.strings.add(token.get("TAG", "")), nlp.vocab.strings.add(token.get("LOWER", ""))
        table.setdefault(key, {}).update({_SET[k]: _value(nlp.vocab, k, v) for k, v in rule["attrs"].items()})
    ruler.clear()
    ruler.add_patterns([rule for rule in rules if not _plain(rule)])
    return partial(_attributed, table)


def _plain(rule: Mapping[str, Any]) -> bool:
    """Whether the rule asks for the tag, the letters or both of one token."""
    tokens = rule["patterns"][0]
    one = len(rule["patterns"]) == len(tokens) == 1 and rule["attrs"].keys() <= _SET.keys()
    return one and tokens[0].keys() <= {"TAG", "LOWER"} and all(isinstance(v, str) for v in tokens[0].values())


def _value(vocab: Vocab, key: str, value: str) -> object:
    return MorphAnalysis(vocab, value) if key == "MORPH" else value


def _attributed(table: Table, doc: Doc) -> Doc:
    """The document with what the tag says of each token, then its tag and letters, then its letters."""
    for token in doc:
        for key in ((token.tag, 0), (token.tag, token.lower), (0, token.lower)):
            for name, value in table.get(key, {}).items():
                setattr(token, name, value)
    return doc
