"""The page for people who do not see it, or do not use a mouse: axe-core's judgement."""

import json

import pytest

from kg.build import page as page_to_ask
from kg.view import Answer, page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def axe(browser, from_npm):
    """Source of axe-core."""
    return (from_npm("axe-core@4") / "axe.min.js").read_text("utf-8")


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_the_editor(opened, harbour, axe, from_npm, scheme):
    shown = opened(page_to_ask([harbour], engine=from_npm("oxigraph@0.5")), viewport={"width": 360, "height": 740}, color_scheme=scheme)
    shown.click("#tabs a[href='#ask']")
    shown.click("#run")
    shown.wait_for_selector("#answer table")
    answered = _faults(shown, axe)
    shown.fill("#sparql", "SELECT")
    shown.click("#run")
    shown.wait_for_selector("#wrong:not(:empty)")

    assert [] == [*answered, *_faults(shown, axe)]
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


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
