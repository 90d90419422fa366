"""Our page beside plain pyvis output of the same graph, as ratios in one run: size, and how long until the picture stands.

    python -m tests.benchmarks.page [NODES FACTS]

The graph is without sense, drawn by the Chromium that is installed, offline. Each page is opened three times, in turn; times are
medians. Ours stands when its script has run; that of pyvis when its nodes have stopped moving, or after two minutes.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from pyvis.network import Network

from kg.model import Extraction
from kg.view import page
from tests.many import many

GRAPHS = ((30, 60), (120, 300), (300, 1000))
OPENED = 3

OURS = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
THEIRS = """new Promise((done) => {
  const stands = () => done(performance.now());
  if (network.physics.stabilized) stands();
  network.once("stabilizationIterationsDone", stands);
  setTimeout(stands, 120000);
})"""


def plain(story: Extraction) -> str:
    """What pyvis writes of the graph with its own settings, its library inside the page as in ours."""
    network = Network(directed=True, cdn_resources="in_line")
    for entity in story.entities:
        network.add_node(entity.id, label=entity.label)
    for statement in story.statements:
        network.add_edge(statement.subject, str(statement.object), label=statement.property)
    return str(network.generate_html())


def milliseconds(browser: Browser, file: Path, ready: str) -> float:
    """From the beginning of the load to the standing picture."""
    context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
    tab = context.new_page()
    tab.goto(file.as_uri(), wait_until="domcontentloaded")
    taken = float(tab.evaluate(ready))
    context.close()
    return taken


def compared(browser: Browser, story: Extraction, folder: Path) -> tuple[tuple[int, float], tuple[int, float]]:
    """Bytes and milliseconds of our page, and of the plain one."""
    ours, theirs = folder / "ours.html", folder / "plain.html"
    ours.write_text(page([story]), encoding="utf-8", newline="\n")
    theirs.write_text(plain(story), encoding="utf-8", newline="\n")
    waits = [(milliseconds(browser, ours, OURS), milliseconds(browser, theirs, THEIRS)) for _ in range(OPENED)]
    mine, other = (statistics.median(column) for column in zip(*waits, strict=True))
    return (ours.stat().st_size, mine), (theirs.stat().st_size, other)


def main(graphs: tuple[tuple[int, int], ...]) -> None:
    """Prints two lines a graph, size and time: ours, that of pyvis, and how many times as much that is."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for nodes, facts in graphs:
            start = time.perf_counter()
            page([many(nodes, facts)])
            print(f"{nodes:,} nodes, {facts:,} facts; our page is made in {time.perf_counter() - start:.1f} s")
            (size, wait), (their_size, their_wait) = compared(browser, many(nodes, facts), Path(folder))
            print(f"  size  {size / 1000:>10,.0f} KB {their_size / 1000:>10,.0f} KB {their_size / size:>8.2f} x")
            print(f"  ready {wait:>10,.0f} ms {their_wait:>10,.0f} ms {their_wait / wait:>8.2f} x", flush=True)
        browser.close()


if __name__ == "__main__":
    main(((int(sys.argv[1]), int(sys.argv[2])),) if len(sys.argv) > 2 else GRAPHS)
