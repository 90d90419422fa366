"""Article in, Extraction out: the only room with spaCy and the reader model.

spotting, reader_model   mentions                     naming   one class a name
bounds, telling          where they begin and end     and which words can be one
chains                   which mentions are one thing scene    parse and things together
titles, fuller, positions, past, holders              offices: their words, whose they are, whether they are over
frames, nouns, places, within, residents, units, events, deeds, arguments, speaking  what else is said of the things
figures, measures, owners, observations, committed  how much, of what, and whether it is so
pairs, plausible         what the reader guesses      leading, wordings, contradictions, elsewhere  what speaks against it
weighing                                              how sure it is
quotes, modality         who says it, and whether it is so
reading                  the order of it all          pipeline the spaCy pipeline
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
        Statements of less confidence are left out; without it `kg.extraction.weighing.LEAST`. Of the statements given with
        confidence c about c are right (measured in docs/accuracy.md).

    Raises
    ------
    PipelineMissing
        The English model is not installed, or the reader model is damaged.
    OntologyError
        The ontology cannot be read.
    """
    from kg.extraction.pipeline import load
    from kg.extraction.weighing import LEAST, Sure, weights

    return load(ontology=ontology, model=model, sure=Sure(weights().confidence, LEAST if min_confidence is None else min_confidence))
