"""The picture in README.md, taken anew: `python tests/picture.py PAGE.html docs/page.png`."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def take(page: Path, picture: Path) -> None:
    """Open the page, choose the first approval (or the first fact), and save what is seen."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1360, "height": 800})
        window.goto(page.resolve().as_uri())
        window.wait_for_timeout(2000)
        facts = window.locator("#facts tr:has([id^=st_])")
        approvals = facts.filter(has_text="approved by")
        chosen = approvals.first if approvals.count() else facts.first
        key = chosen.locator("[id^=st_]").first.get_attribute("id")
        window.evaluate("key => { location.hash = key }", key)
        window.wait_for_timeout(2000)
        window.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
