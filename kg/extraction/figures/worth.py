"""Whether a figure says enough to be told: 'two women' on a cake do not, nor does 'a share of 4 percent' of nothing."""

from typing import Final

from kg.extraction.figures.amounts import FEW
from kg.extraction.figures.figure import Figure
from kg.extraction.scene import Scene, verb_of
from kg.extraction.wordlist import words


def bare(scene: Scene, figure: Figure) -> bool:
    """Whether a figure of nothing says too little: 'two women' on a cake, not 'two women were killed'; 'a share of 4 percent'."""
    head = scene.doc[figure.head]
    near = (head, verb_of(head), *head.children)
    few = figure.unit == "people" and figure.value < FEW and not any(t.lemma_.lower() in HARM for t in near)
    return (
        few
        or figure.measure.lower() in EMPTY
        or (figure.unit == "%" and " " not in figure.measure and figure.measure.lower() not in _RATES)
    )


def tells_nothing(label: str) -> bool:
    """Whether a figure's label says not what is measured: 'Duration: 6 weeks', 'Share: 4 %'."""
    return label.partition(":")[0].lower() in EMPTY


EMPTY: Final = words("share number amount duration percent points people men women children persons money time sum voters total")
"""Measures that tell nothing of what nothing is said to have."""


_RATES: Final = words("turnout inflation unemployment growth participation")
HARM: Final = words(
    "kill die drown injure hurt wound dead death injury casualty fatality missing hospital hospitalise hospitalize arrest rescue toll",
    "leave homeless",
)
"""Words of people that came to harm: two of them are a figure, too."""
