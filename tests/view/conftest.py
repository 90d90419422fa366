"""An invented story to make pages of, and Chromium to open them in."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kg.model import Article, Entity, Extraction, Mention, Span, Statement, Utterance, Value

_BASE = "https://w3id.org/newsgraph/"

# Invented. The anchor sign is outside the plane in which JavaScript counts one unit a character.
_TEXT = """HARBOUR 🚢⚓ NEWS, Tarn, 3 March 2031.

Mayor Ida Quist opened the Lighthouse School in Tarn on Monday. "We will double the places by 2033," Quist said. "The sea\r
is our teacher."

Holm Shipping has paid 1250000 crowns for it; the company denied that it owns the Tarn Gazette."""

_THINGS = {
    "quist": ("Person", "person/ida-quist", "Ida Quist", ("Ida Quist", "Quist")),
    "mayor": ("Position", "thing/mayor--tarn", "Mayor of Tarn", ("Mayor",)),
    "school": ("EducationOrResearchBody", "org/lighthouse-school", "Lighthouse School", ("Lighthouse School",)),
    "tarn": ("City", "place/tarn", "Tarn", ("Tarn,", "Tarn on")),
    "holm": ("Company", "org/holm-shipping", "Holm Shipping", ("Holm Shipping", "the company")),
    "gazette": ("MediaOrganization", "org/tarn-gazette", "Tarn Gazette", ("Tarn Gazette",)),
    "opening": ("Establishment", "event/2031-03-03-opening", "Opening of the Lighthouse School", ()),
    "gift": ("Observation", "thing/gift", "Payment for the school", ()),
    "places": ("Topic", "topic/school-places", "School places", ("the places",)),
}

_SAYS = (
    ("quist", "holdsPosition", "mayor", "Mayor Ida Quist", "Actual", "Explicit", ""),
    ("school", "locatedIn", "tarn", "Lighthouse School in Tarn", "Actual", "Explicit", ""),
    ("quist", "headOfGovernment", "tarn", "Mayor Ida Quist opened the Lighthouse School in Tarn", "Actual", "Implied", ""),
    ("opening", "established", "school", "opened the Lighthouse School", "Actual", "Explicit", ""),
    ("opening", "date", Value("2031-03-03", "date"), "on Monday", "Actual", "Explicit", ""),
    ("school", "aimsAt", "places", "We will double the places by 2033", "Planned", "Explicit", "quist"),
    ("holm", "fundedBy", "school", "Holm Shipping has paid 1250000 crowns for it", "Possible", "Implied", ""),
    ("holm", "owns", "gazette", "denied that it owns the Tarn Gazette", "Denied", "Explicit", "holm"),
    ("gift", "value", Value("1250000", "decimal"), "1250000 crowns", "Actual", "Explicit", ""),
    ("gift", "unit", Value("crowns", "string"), "1250000 crowns", "Actual", "Explicit", ""),
    ("gift", "observedOf", "holm", "Holm Shipping has paid 1250000 crowns", "Actual", "Explicit", ""),
)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _harbour(
    *, identifier: str = "harbour", publisher: str = "Harbour News", date: str = "2031-03-03", opened: str = "2031-03-03"
) -> Extraction:
    iri = {key: f"{_BASE}id/{name}" for key, (_, name, _, _) in _THINGS.items()}
    article = f"{_BASE}doc/{identifier}"
    mentions = [
        Mention(_span(_TEXT, words.rstrip(",").removesuffix(" on")), iri[key], "name")
        for key, (_, _, _, said) in _THINGS.items()
        for words in said
    ]
    statements = [
        Statement(
            iri[subject],
            property_,
            Value(opened, "date") if property_ == "date" else object_ if isinstance(object_, Value) else iri[object_],
            (_span(_TEXT, words),),
            modality,
            derivation,
            iri.get(by, ""),
            confidence=1.0 if derivation == "Explicit" else 0.7,
            rule="by hand",
        )
        for subject, property_, object_, words, modality, derivation, by in _SAYS
    ]
    direct = (_span(_TEXT, '"We will double the places by 2033,"'), _span(_TEXT, '"The sea\r\nis our teacher."'))
    return Extraction(
        Article(_TEXT, identifier, "A school by the sea", date, publisher, "https://news.example/harbour"),
        article,
        tuple(Span(start, start + len(part)) for part in _TEXT.split("\n\n") for start in [_TEXT.index(part)]),
        tuple(
            Entity(iri[key], type_, label, same_as=("http://www.wikidata.org/entity/Q1",) if key == "tarn" else ())
            for key, (type_, _, label, _) in _THINGS.items()
        ),
        tuple(sorted(mentions, key=lambda mention: mention.span)),
        tuple(statements),
        tuple(Utterance(f"{article}#utt_{number}", True, iri["quist"], (span,)) for number, span in enumerate(direct, 1)),
    )


@pytest.fixture
def harbour() -> Extraction:
    """An invented story with two quotes, a plan, a denial, a date, a figure, an emoji and a carriage return."""
    return _harbour()


@pytest.fixture
def rival() -> Extraction:
    """The same story by another publisher, who has another date for the opening."""
    return _harbour(identifier="rival", publisher="The Rival", date="2031-03-04", opened="2031-03-02")


@pytest.fixture(scope="session")
def from_npm() -> Callable[[str], Path]:
    """Installs a package into a folder for temporary files that later runs find again, and gives the package's folder."""

    def install(package: str) -> Path:
        name = package.partition("@")[0]
        folder = Path(tempfile.gettempdir()) / f"newsgraph-{package.replace('@', '-')}"
        if not (found := folder / "node_modules" / name).exists():
            npm = shutil.which("npm")
            if not npm:
                pytest.fail(f"{name} is installed by npm: apt-get install npm, or set KG_NO_BROWSER=1 to go without the page's tests")
            folder.mkdir(exist_ok=True)
            subprocess.run(
                [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), package], check=True, timeout=120
            )
        return found

    return install


Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Opens the text of a page from a file and hands back the browser's page; every request, error and console message must stay away."""
    faults: list[str] = []
    contexts = []

    def open_page(html: str, *, fragment: str = "", name: str = "page.html", ready: bool = True, **options: object) -> Page:
        file = tmp_path / name
        file.write_text(html, encoding="utf-8", newline="\n")
        context = browser.new_context(**{"viewport": {"width": 1366, "height": 768}, "offline": True, "accept_downloads": True, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60000)
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on(
            "request",
            lambda request: faults.append(f"request: {request.url}") if not request.url.startswith(("file:", "data:", "blob:")) else None,
        )
        page.goto(f"{file.as_uri()}{fragment}")
        if ready and options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == faults
