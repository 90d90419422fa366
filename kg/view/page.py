"""From extractions to the text of a page."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gzip import compress
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.dates import spoken
from kg.model import Extraction
from kg.view.characters import readable, storable
from kg.view.engine import Editor
from kg.view.island import island
from kg.view.looks import GROUPS, PARTS
from kg.view.picture import line, picture
from kg.view.shell import program, shell
from kg.view.short import opening, short, shortened
from kg.view.story import Claim, Story
from kg.view.tables import articles, disagreements, figures, grouped, timeline, trust, undated
from kg.view.telling import story
from kg.view.text import anchor, marks, paragraphs
from kg.vocab import PREFIXES

_NO_LABELS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Answer:
    """A ready question and what the articles answer to it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Cells: text, or the IRI of a thing or statement, which becomes a link to it."""


def page(
    extractions: Sequence[Extraction],
    *,
    title: str = "",
    labels: Mapping[str, str] = _NO_LABELS,
    answers: Sequence[Answer] = (),
    identifiers: Sequence[Sequence[str]] = (),
    turtle: str = "",
    jsonld: str = "",
    most: int = 1000,
    editor: Editor | None = None,
) -> str:
    """A whole HTML page of the articles and what was read from them.

    The same extractions give the same text. Write it as UTF-8 without changing line ends, or the policy will refuse its scripts.

    Parameters
    ----------
    extractions
        In the order of the articles on the page.
    title
        Heading of the page; by default the first article's title or the beginning of its text.
    labels
        English words for classes and properties of the ontology, by local name; others are read from their names.
    answers
        Ready questions with their answers; without any the page has no such tab.
    identifiers
        IRIs of each extraction's statements, in their order, so that links to a fact name it as the triples do.
    turtle, jsonld
        The same triples, to be saved from the page; left out where empty.
    most
        How many nodes are drawn at most. All facts are listed in any case.
    editor
        With it the page has a part in which questions are asked in SPARQL, and is some megabytes larger.
    """
    told = story(extractions, labels=labels, identifiers=identifiers)
    drawn = picture(told, most=most)
    fixed = shell(asking=editor is not None)
    heading = readable(title) or _heading(told)
    html = (
        _environment()
        .get_template("page.html.j2")
        .render(
            title=heading,
            policy=fixed.policy,
            style=Markup(fixed.style),
            library=Markup(fixed.library),
            script=Markup(fixed.script),
            story=told,
            thing=told.thing,
            picture=drawn,
            texts=[paragraphs(article.text, marks(told, number)) for number, article in enumerate(told.articles)],
            answers=[_linked(answer, told) for answer in answers],
            island=island(told, drawn, {"turtle": _packed(_encoded(turtle)), "jsonld": _packed(_encoded(jsonld)), "title": heading}),
            editor=editor,
            asking=_asking(editor, told) if editor else {},
        )
    )
    # the parser would turn a carriage return of the text into a line feed and move every offset behind it
    return storable(html).replace("\r", "&#13;")


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kg.view", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    helpers: dict[str, Callable[..., object]] = {
        "anchor": lambda claim, told: anchor(told, claim.place.article, claim.place.spans[0].start if claim.place.spans else 0),
        "articles": articles,
        "disagreements": disagreements,
        "figures": figures,
        "grouped": grouped,
        "line": line,
        "publishers": _publishers,
        "readable": readable,
        "short": short,
        "spoken": spoken,
        "timeline": timeline,
        "trust": trust,
        "undated": undated,
    }
    environment.globals.update(helpers)
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False, "separators": (",", ":"), "ensure_ascii": False}
    environment.globals["groups"] = GROUPS
    environment.globals["parts"] = PARTS
    return environment


def _packed(data: bytes) -> str:
    """The bytes as gzip in base64, of text a tenth of its size; empty if there are none."""
    return b64encode(compress(data, mtime=0)).decode() if data else ""


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _asking(editor: Editor, told: Story) -> dict[str, str | dict[str, str]]:
    """What the editor's script works on: the engine, the triples, and which IRI is which thing of the page."""
    return {
        "program": _packed(_encoded(program(editor.engine.script))),
        "wasm": _packed(editor.engine.wasm),
        "quads": _packed(_encoded(editor.quads)),
        "prefixes": dict(PREFIXES),
        "things": {thing.iri: thing.key for thing in told.things},
    }


def _heading(told: Story) -> str:
    if len(told.articles) > 1:
        return f"{len(told.articles)} articles"
    for article in told.articles:
        return shortened(readable(article.title) or opening(article.text.strip()[:400].partition("\n")[0]), most=110)
    return "No article"


def _publishers(told: Story, claims: Sequence[Claim]) -> int:
    """How many publishers make the claims; an article without a publisher counts as one of its own."""
    return len({readable(told.articles[claim.place.article].publisher).casefold() or str(claim.place.article) for claim in claims})


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    thing: str = ""
    fact: str = ""


def _linked(answer: Answer, told: Story) -> tuple[str, tuple[str, ...], list[list[_Cell]]]:
    """The answer with its cells linked to the things and facts that they name."""
    things, by_key = {thing.iri: thing for thing in told.things}, told.thing
    by_label = {thing.label: thing for thing in reversed(told.things)}
    facts = {claim.key: fact for fact in told.facts for claim in fact.claims}
    quotes = {claim.words: claim.key for fact in reversed(told.facts) for claim in reversed(fact.claims)}

    def cell(value: str) -> _Cell:
        text = readable(value)
        if thing := things.get(value) or by_label.get(text):
            return _Cell(thing.label, thing=thing.key)
        if (key := value.rpartition("#")[2]) in facts and value.startswith(("http:", "https:")):
            fact = facts[key]
            return _Cell(f"{by_key[fact.subject].label} {fact.words} {fact.value}", fact=key)
        return _Cell(text, fact=quotes.get(storable(value), ""))

    return readable(answer.title), tuple(map(readable, answer.columns)), [[cell(value) for value in row] for row in answer.rows]
