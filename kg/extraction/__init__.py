"""Article in, Extraction out: the only room with spaCy and the reader model.

pipeline, attributes     the spaCy pipeline around it
reading                  the order of it all
trained, mentions        which words mean a thing, and which mean the same one
layout                   the text without what is only its print; what stands around the story
strangers, scene         people without a name; the parse and the things together
offices, places, events, relations  what constructions say of the things; clauses, parts and dates serve them
figures                  how much, of what
guesses                  what the trained reader says beside them, and how sure each statement is
speech, commitment       who says it, and whether it is so
closing, finish          what is left out or follows; the result
wordlist, texts, spot, gazetteer  what all of them use
"""

from collections.abc import Callable
from pathlib import Path

from kg.model import Article, Extraction


def reader(*, ontology: Path | None = None, model: bool = True, min_confidence: float | None = None) -> Callable[[Article], Extraction]:
    """A function that reads one article; loading it takes a second, reading goes at some thousand words a second.

    Parameters
    ----------
    ontology
        A Turtle file with classes, properties and cues beside the packaged ones.
    model
        Whether to use the trained reader beside the rules, where it is installed.
    min_confidence
        Statements of less confidence are left out; without it `kg.extraction.guesses.weighing.LEAST`. Of the statements given with
        confidence c about c are right (measured in docs/accuracy.md).

    Raises
    ------
    PipelineMissing
        The English model is not installed, or the reader model is damaged.
    OntologyError
        The ontology cannot be read.
    """
    from kg.extraction.guesses.weighing import LEAST, Sure, weights
    from kg.extraction.pipeline import load

    return load(ontology=ontology, model=model, sure=Sure(weights().confidence, LEAST if min_confidence is None else min_confidence))
