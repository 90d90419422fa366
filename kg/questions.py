"""Questions that are ready to be asked, by name; each is a SPARQL file under `ontologies/questions`.

A file's first line is its title; every further `# name: what it is` before the query is a parameter, which may be left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import QueryError
from kg.resources import resource


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its query; `parameters` are name and description, in the order of the file."""

    name: str
    title: str
    sparql: str
    parameters: tuple[tuple[str, str], ...] = ()


def questions() -> list[Question]:
    """All ready questions, by name.

    >>> [question.name for question in questions()][:3]
    ['approvals', 'disagreements', 'events']
    """
    files = [entry for entry in resource("questions").iterdir() if entry.name.endswith(".rq")]
    return sorted((_read(entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8")) for entry in files), key=lambda q: q.name)


def question(name: str) -> Question:
    """The ready question of that name.

    Raises
    ------
    QueryError
        There is none; the message names the nearest.
    """
    known = {question.name: question for question in questions()}
    if name not in known:
        raise QueryError(f"there is no ready question {name!r}{_nearest(name, known)} `kg query --list` shows all.")
    return known[name]


def asked(question: Question, values: Mapping[str, str]) -> str:
    r"""The query with these values for its parameters, to be asked of any SPARQL server.

    Raises
    ------
    QueryError
        The question has no such parameter.

    Examples
    --------
    >>> asked(Question("q", "", "SELECT ?x WHERE { ?x rdfs:label ?l FILTER(STR(?l) = ?name) }", (("name", ""),)), {"name": 'the "Ada"'})
    'SELECT ?x WHERE { VALUES ?name { "the \\"Ada\\"" } ?x rdfs:label ?l FILTER(STR(?l) = ?name) }'
    """
    known = dict(question.parameters)
    for name in sorted(set(values) - set(known)):
        takes = f" It takes {', '.join(known)}." if known else " It takes none."
        raise QueryError(f"the question {question.name!r} has no parameter {name!r}{_nearest(name, known)}{takes}")
    bound = "".join(f"VALUES ?{name} {{ {_quoted(values[name])} }} " for name in known if name in values)
    opening, where, rest = question.sparql.partition("WHERE {")
    return f"{opening}{where} {bound.strip()}{rest}" if bound else question.sparql


def _read(name: str, text: str) -> Question:
    header = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
    query = "\n".join(line for line in text.splitlines() if not line.startswith("#")) + "\n"
    parameters = [matched.groups() for line in header[1:] if (matched := re.fullmatch(r"(\w+): (.+)", line))]
    return Question(name, header[0], query, tuple((key, words) for key, words in parameters))


def _quoted(value: str) -> str:
    escaped = value.encode("utf-8", "replace").decode().replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def _nearest(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else "."
