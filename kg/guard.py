"""What a query may not do, and where it goes wrong.

Queries only read, and only from the store at hand. SPARQL's words need no space around them in Oxigraph's parser ("1SERVICE<...>" is
understood), so the forbidden ones are looked for anywhere outside strings, IRIs, comments, variables and local names.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.errors import QueryError, QueryRefused

MAX_LENGTH: Final = 1_000_000
"""Characters of one query."""

MAX_DEPTH: Final = 100
"""Brackets within brackets; the parser would run out of stack long before it complained."""

MAX_JOINTS: Final = 2_000
"""Operators, triple patterns and clauses; the parser nests them one in the other, and dies of 8,000."""

_JOINT: Final = re.compile(r"[!|&+*/^.;,=<>-]|UNION|OPTIONAL|BIND|FILTER|MINUS|LATERAL|GRAPH", re.IGNORECASE)

_SKIPPED: Final = re.compile(
    r"""
      (?P<iri> <[^<>"{}|^`\x00-\x20]*> )
    | "{3} (?: [^"\\] | \\. | "{1,2}(?!") )* "{3}
    | '{3} (?: [^'\\] | \\. | '{1,2}(?!') )* '{3}
    | " (?: [^"\\\n\r] | \\. )* "
    | ' (?: [^'\\\n\r] | \\. )* '
    | \# [^\n\r]*
    | [?$] \w+
    | @ [A-Za-z]+ (?: - [A-Za-z0-9]+ )*
    | : [\w-]*
    """,
    re.VERBOSE | re.DOTALL,
)

_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES: Final = frozenset(["ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"])


def checked(sparql: str, graphs: Iterable[str]) -> None:
    """Lets a query pass that may be asked, and refuses all others.

    Parameters
    ----------
    sparql
        The query as it was written.
    graphs
        IRIs of the graphs it may name in FROM.

    Raises
    ------
    QueryError
        It calls another server, changes data, names a graph that is not here, or is too large or too deep.
    """
    if len(sparql) > MAX_LENGTH:
        raise QueryRefused(f"the query has {len(sparql):,} characters; {MAX_LENGTH:,} is the limit.")
    words = _bare(sparql)
    if "SERVICE" in words.upper():
        raise QueryRefused("SERVICE is refused: a query reads this store only and calls no other server.")
    _first_word(words)
    _depth(words)
    for missing in sorted({iri for _, iri in _graphs(words)} - set(graphs)):
        raise QueryRefused(f"FROM <{missing}> is refused: no such graph is in this store, and nothing is fetched from elsewhere.")


def from_clauses(sparql: str) -> Iterator[tuple[bool, str]]:
    """Each graph of FROM (false) and FROM NAMED (true), in order.

    >>> list(from_clauses("ASK FROM <urn:a> FROM NAMED <urn:b> {}"))
    [(False, 'urn:a'), (True, 'urn:b')]
    """
    return _graphs(_bare(sparql))


def explained(error: SyntaxError, sparql: str) -> str:
    """What the parser expected and where, with the line and a mark under the place."""
    message = str(error)
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not place:
        return f"the query is not valid SPARQL: {' '.join(message.split())}"
    line, column = int(place[1]), int(place[2])
    lines = sparql.split("\n")
    shown = lines[line - 1].expandtabs(1)[:200] if line <= len(lines) else ""
    return f"the query is wrong at line {line}, column {column}: {_expected(place[3])}\n  {shown}\n  {' ' * min(column - 1, 200)}^"


def _bare(sparql: str) -> str:
    """The query with a space instead of strings, comments, variables and local names; IRIs stay."""
    return _SKIPPED.sub(lambda found: found[0] if found["iri"] and _after_from(sparql, found.start()) else " ", sparql)


def _after_from(sparql: str, start: int) -> bool:
    return bool(re.search(r"FROM\s*(NAMED\s*)?$", sparql[max(0, start - 200) : start], re.IGNORECASE))


def _graphs(words: str) -> Iterator[tuple[bool, str]]:
    outside = re.sub(r"<[^<>]*>", lambda found: " " * len(found[0]), words)
    for found in re.finditer("FROM", outside, re.IGNORECASE):
        graph = re.match(r"\s*(NAMED\s*)?<([^<>]*)>", words[found.end() :], re.IGNORECASE)
        if not graph:
            raise QueryError("FROM must name a graph of this store by its whole IRI: FROM <https://...>.")
        yield bool(graph[1]), graph[2]


def _first_word(words: str) -> None:
    body = re.sub(r"\b(?:PREFIX\s+[\w.-]*\s*|BASE\s*)(?:<[^>]*>)?", " ", words, flags=re.IGNORECASE)
    first = re.search(r"[A-Za-z]+", body)
    if not first:
        raise QueryError("the query is empty: begin with SELECT, ASK, CONSTRUCT or DESCRIBE.")
    if first[0].upper() in _UPDATES:
        raise QueryRefused(f"{first[0].upper()} is refused: queries only read. Use `kg add` and `kg remove` to change a store.")
    if not first[0].upper().startswith(_FORMS):
        raise QueryError(f"the query begins with {first[0][:40]!r}: begin with SELECT, ASK, CONSTRUCT or DESCRIBE.")


def _depth(words: str) -> None:
    depth = 0
    for sign in re.findall(r"[(\[{}\])]", words):
        depth += 1 if sign in "([{" else -1
        if depth > MAX_DEPTH:
            raise QueryRefused(f"the query nests brackets more than {MAX_DEPTH} deep.")
    joints = len(_JOINT.findall(words))
    if joints > MAX_JOINTS:
        raise QueryRefused(f"the query joins {joints:,} parts; {MAX_JOINTS:,} is the limit. Give long lists of values with VALUES.")


def _expected(what: str) -> str:
    """The parser's expectations without its own character classes."""
    if "Prefix not found" in what:
        return "the prefix is not declared; add a PREFIX line for it"
    names = [name for name in re.findall(r'"[^"]+"|[A-Z_]{2,}(?: [A-Z]+)*', what) if name not in {"SERVICE", "LATERAL"}]
    return f"expected {', '.join(names[:8])}" if names else "something is missing or too much here"
