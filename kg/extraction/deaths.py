"""On which day somebody died: 'Ada Byron died on Monday'."""

from collections.abc import Iterator, Sequence

from kg.extraction.frames import subjects_of
from kg.extraction.modality import modality
from kg.extraction.parts import clause_dates
from kg.extraction.scene import Scene, conjoined, fact, over, words
from kg.extraction.times import Time
from kg.model import Statement


def deaths(scene: Scene, dates: Sequence[Time]) -> Iterator[Statement]:
    """The day of death of each person of whom a verb says it, in text order."""
    for verb in scene.doc:
        if verb.lemma_ != "die" or verb.pos_ != "VERB" or modality(verb) != "Actual":
            continue
        when = next((t for t in clause_dates(scene, verb, dates) if t.value.datatype == "date"), None)
        if when is None:
            continue
        for subject in subjects_of(verb):
            for who, token in conjoined(scene, subject):
                if scene.things[who].type == "Person" and scene.things[who].known:
                    yield fact(who, "diedOn", when.value, over(words(scene, token, verb), when.span), rule="verb-die")
