"""Fixtures for all tests, in one file: strings, small extractions built by hand, a way to run the command."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.model import Article, Entity, Extraction, Mention, Span, Statement, Utterance, Value

if TYPE_CHECKING:  # the training room's environment has no browser
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
"""The repository."""

EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
"""The stories that the golden triples are made of."""

STORY = 'Ada Brook, the mayor of Westhaven, opened the mill on 1 March 2026. "It will grind again," she said. Forty people work there.'
"""An invented story, small enough to read by hand."""

ID = "https://w3id.org/newsgraph/id/"
ARTICLE_IRI = "https://w3id.org/newsgraph/doc/2026-03-02-0a1b2c3d4e5f"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-gold", action="store_true", help="write the golden files anew; read the diff before you commit it")


def bodies(module: Path) -> Iterator[tuple[str, int]]:
    """Each function with the lines of its body, its docstring not counted."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            yield node.name, (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def span_of(words: str) -> Span:
    """Where the words stand in the story."""
    start = STORY.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def mill() -> Extraction:
    """What a reader would find in the story: a mayor, a town, an opening, a quotation, a figure."""
    mayor, town, works = f"{ID}person/ada-brook", f"{ID}place/westhaven", f"{ID}place/mill--westhaven"
    office, opening = f"{ID}thing/mayor--westhaven", f"{ID}event/2026-03-01-opening-of-the-mill"
    work = f"{ID}topic/people-working"
    utterance, figure = f"{ARTICLE_IRI}#utt_1", f"{ARTICLE_IRI}#obs_people-working"
    opened = span_of("Ada Brook, the mayor of Westhaven, opened the mill on 1 March 2026")
    title, quote, people = (
        span_of("Ada Brook, the mayor of Westhaven"),
        span_of('"It will grind again," she said'),
        span_of("Forty people work there"),
    )
    return Extraction(
        article=Article(text=STORY, identifier="mill", title="Mill opens", date="2026-03-02", publisher="Harbour Post"),
        article_id=ARTICLE_IRI,
        sentences=(span_of(STORY[: STORY.index(' "It')]), span_of('"It will grind again," she said.'), span_of("Forty people work there.")),
        entities=(
            Entity(mayor, "Person", "Ada Brook"),
            Entity(office, "Position", "mayor of Westhaven"),
            Entity(town, "City", "Westhaven"),
            Entity(works, "Facility", "the mill"),
            Entity(opening, "Launch", "opening of the mill", evidence=(opened,)),
            Entity(figure, "Observation", "people working", evidence=(people,)),
            Entity(work, "Topic", "people working"),
            Entity(f"{ID}org/harbour-post", "MediaOrganization", "Harbour Post"),
        ),
        mentions=(
            Mention(span_of("Ada Brook"), mayor, "name"),
            Mention(span_of("the mayor of Westhaven"), office, "nominal"),
            Mention(span_of("Westhaven"), town, "name"),
            Mention(span_of("the mill"), works, "nominal"),
            Mention(span_of("she"), mayor, "pronoun"),
        ),
        statements=(
            Statement(mayor, "holdsPosition", office, (title,), rule="apposition"),
            Statement(office, "jurisdiction", town, (span_of("the mayor of Westhaven"),), rule="noun-of"),
            Statement(opening, "actor", mayor, (opened,), rule="subject-verb-object"),
            Statement(opening, "date", Value("2026-03-01", "date"), (opened,), rule="date"),
            Statement(
                works, "status", Value("grinding", "string"), (quote,), "Planned", asserted_by=mayor, utterance=utterance, rule="will"
            ),
            Statement(figure, "value", Value("40", "integer"), (people,), rule="figure"),
            Statement(figure, "unit", Value("people", "string"), (people,), rule="figure"),
            Statement(figure, "measure", work, (people,), rule="figure"),
            Statement(figure, "observedOf", works, (people,), rule="figure"),
        ),
        utterances=(Utterance(utterance, True, mayor, (span_of('"It will grind again,"'),)),),
        publisher=f"{ID}org/harbour-post",
    )


Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def kg(tmp_path: Path) -> Command:
    """The command, run as a person would: a new process in an empty folder."""

    def run(*arguments: str | Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "kg", *map(str, arguments)],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "120"} | environment,
            timeout=300,
            check=False,
        )

    return run


_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Headless Chromium; a missing one is a failure, unless KG_NO_BROWSER=1 says that it may be missing."""
    if os.environ.get("KG_NO_BROWSER") == "1":
        pytest.skip("KG_NO_BROWSER=1: the page is not opened in a browser")
    path = shutil.which("chromium")
    if not path:
        pytest.fail("the page's tests need Chromium: apt-get install chromium, or set KG_NO_BROWSER=1 to go without them")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=_FLAGS)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The functions that are longer than they should be: a report, no failure."""
    long = [(module, *each) for module in sorted((ROOT / "kg").rglob("*.py")) for each in bodies(module) if each[1] > 25]
    for module, name, length in long:
        terminalreporter.write_line(f"{module.relative_to(ROOT)}: {name} has {length} lines")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI nothing is skipped in silence: a test that could not run has failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _extraction_is_there() -> bool:
    import kg.extraction

    return hasattr(kg.extraction, "reader")


needs_extraction = pytest.mark.skipif(not _extraction_is_there(), reason="kg.extraction does not read articles yet")
"""Skips while the reading is being built; in CI a skipped test is a failed one."""
