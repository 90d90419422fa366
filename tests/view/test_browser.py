"""What a reader does with the page, in Chromium, without a network."""

import csv
import io
from dataclasses import replace

import pytest

from kg.view import Answer, page
from kg.view.telling import story

pytestmark = pytest.mark.browser

_HIT = "[...document.querySelectorAll('.hit')].map((hit) => hit.textContent).join('')"


def test_every_fact_highlights_exactly_its_words(opened, harbour):
    shown = opened(page([harbour]))
    told = story([harbour], labels={})
    hits = []
    for fact in told.facts:
        shown.evaluate("(key) => { location.hash = key }", fact.key)
        shown.wait_for_function(f"document.getElementById('{fact.key}').closest('tr').classList.contains('chosen')")
        hits.append(shown.evaluate(_HIT))

    assert [fact.claims[0].words for fact in told.facts] == hits


def test_every_quote_highlights_exactly_its_words(opened, harbour):
    shown = opened(page([harbour]))
    shown.click("#tabs a[href='#quotes']")
    shown.click("#quotes figure:nth-of-type(2) .words")

    assert '"The sea\r\nis our teacher."' == shown.evaluate(_HIT)
    assert "Ida Quist" in shown.inner_text("#card h2")


def test_the_article_in_the_page_is_the_text_to_the_letter(opened, harbour):
    assert harbour.article.text == opened(page([harbour])).evaluate("document.querySelector('.text').textContent")


def test_an_address_opens_on_its_fact(opened, harbour):
    fact = next(fact for fact in story([harbour], labels={}).facts if fact.term == "owns")
    shown = opened(page([harbour]), fragment=f"#{fact.key}")

    assert "Holm Shipping owns Tarn Gazette" == shown.inner_text("#card h2")
    assert "denied · explicit · confidence 100 % · rule by hand" in shown.inner_text("#card")
    assert "denied that it owns the Tarn Gazette" == shown.evaluate(_HIT)


def test_an_address_that_names_nothing_is_passed_over(opened, harbour):
    shown = opened(page([harbour]), fragment="#thing=constructor&speech=__proto__&tab=%E0%A4%A&off=x,y&confidence=lots&<img src=x>")

    assert shown.is_hidden("#card")


def test_marked_words_choose_their_thing(opened, harbour):
    shown = opened(page([harbour]))
    shown.click(".m.person >> nth=0")

    assert "Ida Quist" == shown.inner_text("#card h2")
    assert "2 mentions" in shown.inner_text("#card")
    assert ["Ida Quist", "Quist"] == shown.eval_on_selector_all(".m.chosen", "(marks) => marks.map((mark) => mark.textContent)")


def test_a_card_steps_through_the_mentions(opened, harbour):
    shown = opened(page([harbour]))
    shown.click(".m.person >> nth=0")
    shown.click("[aria-label='Next mention']")
    shown.click("[aria-label='Next mention']")

    assert "mention 2 of 2" in shown.inner_text("#card .row")
    assert "Quist" == shown.inner_text(".m.hit")


def test_a_click_on_an_edge_shows_its_words(opened, harbour):
    two = replace(harbour, entities=harbour.entities[:2], mentions=harbour.mentions[:0], statements=harbour.statements[:1], utterances=())
    shown = opened(page([two]))
    box = shown.locator("#canvas").bounding_box()
    for down in range(-40, 41, 4):
        shown.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + down)
        if shown.is_visible("#card"):
            break

    assert "Ida Quist holds position Mayor of Tarn" == shown.inner_text("#card h2")
    assert "Mayor Ida Quist" == shown.evaluate(_HIT)


def test_the_keyboard_alone_leads_to_highlighted_words(opened, harbour):
    shown = opened(page([harbour]))
    shown.focus("#canvas")
    shown.keyboard.press("ArrowRight")
    assert shown.is_visible("#card")
    told = shown.inner_text("#live")
    shown.keyboard.press("Enter")
    for _ in range(12):
        shown.keyboard.press("Tab")
        if shown.evaluate("document.activeElement.className") == "proof":
            break
    shown.keyboard.press("Enter")

    assert "facts" in told or "fact," in told
    assert shown.evaluate(_HIT)
    assert shown.evaluate("document.activeElement.classList.contains('hit')")
    assert "Words:" in shown.inner_text("#live")


def test_escape_clears_and_slash_searches_and_question_mark_explains(opened, harbour):
    shown = opened(page([harbour]))
    shown.click(".m.person >> nth=0")
    shown.keyboard.press("Escape")
    assert shown.is_hidden("#card")
    shown.keyboard.press("/")
    assert "search" == shown.evaluate("document.activeElement.id")
    shown.keyboard.press("Escape")
    shown.focus("#canvas")
    shown.keyboard.press("?")

    assert shown.is_visible("#keys")


def test_search_finds_names_and_facts_and_enter_opens_them(opened, harbour):
    shown = opened(page([harbour]))
    shown.fill("#search", "gazette")
    assert "1 fact" == shown.inner_text("#found")
    assert 1 == shown.evaluate("document.querySelectorAll('tr[data-row]:not(.out)').length")
    shown.press("#search", "Enter")

    assert "Tarn Gazette" == shown.inner_text("#card h2")


def test_filters_hide_facts_and_stand_in_the_address(opened, harbour):
    shown = opened(page([harbour]))
    shown.click("summary >> text=Filter")
    shown.uncheck("[value=Denied]")
    shown.uncheck("#implied")
    count = "document.querySelectorAll('tr[data-row]:not(.out)').length"
    assert 8 == shown.evaluate(count)
    address = shown.evaluate("location.hash")
    again = opened(page([harbour]), fragment=address)

    assert "status=Actual,Planned,Intended,Possible&implied=0" in address
    assert 8 == again.evaluate(count)
    assert not again.is_checked("#implied")


def test_topics_wait_behind_their_chip(opened, harbour):
    shown = opened(page([harbour]))
    chip = shown.locator(".chip.topic")
    assert "false" == chip.get_attribute("aria-pressed")
    chip.click()

    assert "true" == chip.get_attribute("aria-pressed")


def test_focus_keeps_the_neighbours_and_lets_them_go(opened, harbour):
    shown = opened(page([harbour]))
    shown.click(".m.person >> nth=0")
    shown.click("#focus")
    assert shown.is_visible("#depths")
    shown.keyboard.press("Escape")

    assert shown.is_hidden("#depths")


def test_the_theme_changes_and_stays_readable(opened, harbour):
    shown = opened(page([harbour]))
    before = shown.evaluate("getComputedStyle(document.body).backgroundColor")
    shown.click("#theme")

    assert "dark" == shown.evaluate("document.documentElement.dataset.theme")
    assert before != shown.evaluate("getComputedStyle(document.body).backgroundColor")


def test_without_scripts_text_facts_quotes_and_figures_are_there(opened, harbour):
    shown = opened(page([harbour]), java_script_enabled=False)
    text = shown.inner_text("body")

    assert shown.is_hidden("#graph")
    for words in (
        "Mayor Ida Quist opened",
        "holds position",
        "1250000 crowns",
        "1,250,000 crowns",
        "3 March 2031",
        "is our teacher",
        "wikidata.org/entity/Q1",
    ):
        assert words in text


@pytest.mark.parametrize("width", [360, 412, 800, 1366])
def test_nothing_scrolls_sideways(opened, harbour, rival, width):
    shown = opened(
        page([harbour, rival], answers=[Answer("A question?", ("a" * 40, "b"), (("x" * 300, "y"),))]),
        viewport={"width": width, "height": 740},
    )
    wide = []
    boxes = "(tab) => ['html', tab].map((one) => document.querySelector(one))"
    for tab in shown.eval_on_selector_all("#tabs a", "(tabs) => tabs.map((tab) => tab.hash)"):
        shown.evaluate("(tab) => document.querySelector(`#tabs a[href='${tab}']`).click()", tab)
        wide += shown.evaluate(f"(tab) => ({boxes})(tab).map((box) => box.scrollWidth - box.clientWidth)", tab)

    assert [0] * len(wide) == wide


def test_touch_targets_are_large_enough_on_a_phone(opened, harbour):
    shown = opened(page([harbour]), viewport={"width": 360, "height": 740})
    heights = shown.eval_on_selector_all(
        "header button, header summary, #viewtools button, #tabs a",
        "(all) => all.filter((one) => one.offsetParent).map((one) => one.offsetHeight)",
    )

    assert min(heights) >= 44


def test_print_holds_all_facts_and_the_picture(opened, harbour):
    shown = opened(page([harbour]))
    shown.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown.emulate_media(media="print")
    text = shown.inner_text("body")

    assert [] == [claim.words for fact in story([harbour], labels={}).facts for claim in fact.claims if claim.words not in text]
    assert shown.is_visible("#still")
    assert shown.evaluate("document.getElementById('still').naturalWidth") > 500
    assert shown.pdf()[:4] == b"%PDF"


def _saved(shown, kind):
    shown.click("summary >> text=Save")
    with shown.expect_download() as waiting:
        shown.click(f"[data-save={kind}]")
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_the_csv_holds_every_fact_and_no_formula(opened, harbour):
    first, *others = harbour.entities
    name, content = _saved(opened(page([replace(harbour, entities=(replace(first, label='=HYPERLINK("http://x")'), *others))])), "csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))

    assert "a-school-by-the-sea.csv" == name
    assert len(harbour.statements) == len(rows)
    assert '\'=HYPERLINK("http://x")' == rows[0]["subject"]
    assert "Mayor Ida Quist" == rows[0]["words"]
    assert "Denied" in {row["status"] for row in rows}


def test_the_picture_is_saved_whole_at_twice_its_size(opened, harbour):
    _, content = _saved(opened(page([harbour])), "png")

    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) > 800


@pytest.mark.parametrize(("kind", "text"), [("ttl", "<x:é> a <x:🚢> .\n"), ("jsonld", '{"@id": "</script>"}')])
def test_triples_are_saved_as_they_were_given(opened, harbour, kind, text):
    _, content = _saved(opened(page([harbour], turtle="<x:é> a <x:🚢> .\n", jsonld='{"@id": "</script>"}')), kind)

    assert text == content.decode()


def test_several_articles_are_told_together(opened, harbour, rival):
    shown = opened(page([harbour, rival]))
    shown.click("#tabs a[href='#facts']")
    text = shown.inner_text("#facts")
    assert "Where the articles differ" in text
    assert "2 articles, 2 publishers" in text
    shown.click("summary >> text=Filter")
    shown.select_option("#source", "1")
    rows = "document.querySelectorAll('tr[data-row]:not(.out)').length"

    assert 11 == shown.evaluate(rows)


def test_an_answer_opens_its_words(opened, harbour):
    shown = opened(page([harbour], answers=[Answer("Who denies what?", ("words",), (("denied that it owns the Tarn Gazette",),))]))
    shown.click("#tabs a[href='#questions']")
    shown.click("#questions .words")

    assert "denied that it owns the Tarn Gazette" == shown.evaluate(_HIT)


def test_the_page_runs_in_a_sandboxed_frame(opened, browser, harbour, tmp_path):
    from kg.view import Frame

    frame = tmp_path / "frame.html"
    frame.write_text(f"<!doctype html>{Frame(page([harbour]))._repr_html_()}", encoding="utf-8", newline="\n")
    tab = browser.new_page()
    tab.goto(frame.as_uri())
    inside = tab.frame_locator("iframe")
    inside.locator("html[data-ready]").wait_for(timeout=10000)
    inside.locator(".m.person").first.click()
    title = inside.locator("#card h2").inner_text()
    tab.close()

    assert "Ida Quist" == title
