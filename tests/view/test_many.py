"""A page of much: it becomes ready, stays usable, and says what it leaves out. How long that takes: tests/benchmarks/page.py."""

import pytest

from kg.view import page
from tests.many import many

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def thousand() -> str:
    """A page of a thousand nodes."""
    return page([many(1000, 1500)])


def test_a_page_of_a_thousand_facts_becomes_ready(opened):
    shown = opened(page([many(300, 1000)]))

    assert (300, 1000) == (shown.locator("#names li").count(), shown.locator("#facts tr[data-row]").count())
    assert 0 == shown.locator("#leftout").count()


def test_a_page_of_a_thousand_nodes_is_usable(opened, thousand):
    shown = opened(thousand)
    shown.fill("#search", "Name 777.")
    shown.press("#search", "Enter")
    shown.wait_for_selector("#card:not([hidden])")
    shown.click("#card .proof >> nth=0")

    assert "Name 777." in shown.inner_text("#card h2")
    assert "Name 777." in shown.evaluate("[...document.querySelectorAll('.hit')].map((hit) => hit.textContent).join('')")


def test_all_of_a_thousand_nodes_can_be_drawn(opened, thousand):
    shown = opened(thousand)
    chip = shown.locator("#chips button", has_text="more")
    chip.click()

    assert 0 == shown.locator("#leftout").count()
    assert "true" == chip.get_attribute("aria-pressed")


def test_a_picture_that_leaves_something_out_says_what_and_where_it_is(opened):
    shown = opened(page([many(120, 300)], most=100))

    assert "The picture shows the 100 most telling things; 20 more are under Names, and all facts under Facts." == shown.inner_text(
        "#leftout"
    )
    assert (120, 300) == (shown.locator("#names li").count(), shown.locator("#facts tr[data-row]").count())
