"""Who says what in interviews and headlines: a name, a colon, and what is said up to the end of the line."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extraction.gazetteer import key
from kg.extraction.mentions.naming import bare
from kg.extraction.scene import Scene
from kg.extraction.speech.indirect import Said
from kg.model import Span

_TURN: Final = re.compile(r"(?m)^[\"“]?(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):[ \t]+(?P<words>\S[^\n]*)$")
_LEAST: Final = 4
"""Words of a turn: 'Reporting: Ada Byron' is none."""


def turns(scene: Scene) -> Iterator[Said]:
    """One for each line that begins with a person's name or surname and a colon, in text order."""
    persons: dict[str, set[str]] = {}
    for id_, thing in scene.things.items():
        if thing.type == "Person" and thing.named:
            for name in (bare(scene.article.text[s.start : s.end]) for s in thing.spots if s.kind == "name"):
                for form in (key(name), *key(name).split()[-1:]):
                    persons.setdefault(form, set()).add(id_)
    for line in _TURN.finditer(scene.article.text):
        meant = persons.get(key(line["who"]), set())
        if len(meant) == 1 and len(line["words"].split()) >= _LEAST:
            end = line.end("words") - (line["words"][-1] in '"”')
            yield Said(Span(line.start("words"), end), next(iter(meant)), True)
