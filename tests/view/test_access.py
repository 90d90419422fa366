"""The page for people who do not see it, or do not use a mouse: axe-core's judgement."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from kg.view import Answer, page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def axe(browser):
    """Source of axe-core, installed by npm into a folder that later runs find again."""
    folder = Path(tempfile.gettempdir()) / "newsgraph-axe"
    source = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not source.exists():
        npm = shutil.which("npm")
        if not npm:
            pytest.fail("axe-core is installed by npm: apt-get install npm, or set KG_NO_BROWSER=1 to go without the page's tests")
        folder.mkdir(exist_ok=True)
        subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), "axe-core@4"], check=True, timeout=120
        )
    return source.read_text("utf-8")


def _faults(shown, axe):
    shown.evaluate(axe)
    found = json.loads(shown.evaluate("axe.run().then((result) => JSON.stringify(result.violations))"))
    return [
        (one["id"], one["impact"], one["nodes"][0]["html"][:120], len(one["nodes"]))
        for one in found
        if one["impact"] in {"serious", "critical", "moderate"}
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 1366), ("light", 360)])
def test_axe_finds_no_fault_in_any_tab(opened, harbour, rival, axe, scheme, width):
    answers = [Answer("Who leads Tarn?", ("who",), (("https://w3id.org/newsgraph/id/person/ida-quist",),))]
    shown = opened(page([harbour, rival], answers=answers), viewport={"width": width, "height": 740}, color_scheme=scheme)
    faults = []
    for tab in ("article", "facts", "timeline", "quotes", "figures", "questions", "names"):
        shown.click(f"#tabs a[href='#{tab}']")
        faults += [(tab, *fault) for fault in _faults(shown, axe)]

    assert [] == faults


def test_axe_finds_no_fault_in_cards_and_menus(opened, harbour, axe):
    shown = opened(page([harbour]))
    shown.click(".m.person >> nth=0")
    card = _faults(shown, axe)
    shown.click("#card .proof >> nth=0")
    fact = _faults(shown, axe)
    shown.click("summary >> text=Filter")
    menu = _faults(shown, axe)

    assert [] == [*card, *fact, *menu]


def test_axe_finds_no_fault_without_scripts(opened, harbour, axe):
    shown = opened(page([harbour]).replace("<script>", "<script type='text/plain'>"), ready=False)

    assert [] == _faults(shown, axe)


def test_every_control_has_a_name(opened, harbour):
    shown = opened(page([harbour]))
    nameless = shown.eval_on_selector_all(
        "button, a, select, input, summary",
        "(all) => all.filter((one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.length)).map((one) => one.outerHTML)",
    )

    assert [] == nameless
