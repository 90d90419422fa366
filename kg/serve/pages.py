"""The pages as HTML: one to ask from, one for each thing, one for what went wrong. No script; the template escapes every value."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.questions import questions
from kg.serve.things import Found, Thing, href
from kg.vocab import PREFIXES

PAGE_SIZE: Final = 1_000
"""Facts on one page of a thing."""

FIRST: Final = "SELECT ?what ?type {\n  ?thing a ?class ; rdfs:label ?what .\n  ?class rdfs:label ?type\n} ORDER BY ?what ?type LIMIT 100\n"
"""What stands in the editor before anything is asked."""

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_FORMS: Final = {
    "table": (("CSV", "csv"), ("TSV", "tsv"), ("JSON", "json"), ("XML", "xml")),
    "graph": (("Turtle", "ttl"), ("N-Triples", "nt")),
}
_HIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _visible(value: object) -> object:
    """Text without control and direction characters, which could make a name look like another."""
    return _HIDDEN.sub("", value) if type(value) is str else value


_TEMPLATES: Final = Environment(
    loader=PackageLoader("kg.serve", "templates"),
    autoescape=True,
    finalize=_visible,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_TEMPLATES.globals.update(href=href)


def prepare() -> None:
    """Reads the templates, so that the first page need not wait for it."""
    for name in ("ask", "thing", "problem"):
        _TEMPLATES.get_template(f"{name}.html.j2")


def asked(found: Found, sparql: str, *, question: str = "", values: Mapping[str, str] = _NOTHING) -> str:
    """The page to ask from, with what was found."""
    forms = _FORMS["graph" if found.turtle else "table"]
    downloads = [(name, "/sparql?" + urlencode({"query": sparql, "format": form})) for name, form in forms]
    return _ask(sparql, question, values, found=found, downloads=downloads)


def front() -> str:
    """The page to ask from."""
    return _ask(FIRST, "", _NOTHING)


def refused(message: str, sparql: str, *, question: str = "", values: Mapping[str, str] = _NOTHING) -> str:
    """The page to ask from, with what is wrong with the question."""
    return _ask(sparql, question, values, wrong=message)


def thing(about: Thing, *, start: int = 0) -> str:
    """The page of a thing, with its facts from this one on."""
    shown = about.facts[start : start + PAGE_SIZE]
    later = start + PAGE_SIZE if start + PAGE_SIZE < len(about.facts) else 0
    return _TEMPLATES.get_template("thing.html.j2").render(about=about, facts=shown, start=start, later=later, path=href(about.iri))


def problem(status: int, message: str) -> str:
    """The page that says what went wrong."""
    return _TEMPLATES.get_template("problem.html.j2").render(status=status, message=message)


def _ask(
    sparql: str,
    question: str,
    values: Mapping[str, str],
    *,
    found: Found | None = None,
    downloads: list[tuple[str, str]] | None = None,
    wrong: str = "",
) -> str:
    ready = questions()
    return _TEMPLATES.get_template("ask.html.j2").render(
        sparql=sparql,
        chosen=next((each for each in ready if each.name == question), None),
        values=values,
        ready=ready,
        prefixes=sorted(PREFIXES),
        found=found,
        downloads=downloads or [],
        wrong=wrong,
    )
