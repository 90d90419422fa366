"""Our page beside plain pyvis output of the same graph in one run: bytes, how long it is made, and how long until it can be used.

    python -m tests.benchmarks.page [NODES FACTS]

First a page of a real article with all its parts, then graphs without sense, drawn by the Chromium that is installed, offline. Ours
stands when its script has run; that of pyvis when its nodes have stopped moving, or after two minutes. Each is opened three times, in
turn (large ones once), and the medians are shown. "busy" is the time of the page's own thread, which a busy machine does not lengthen.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright
from pyvis.network import Network

from kg.articles import read
from kg.build import extract, page
from kg.model import Extraction
from tests.many import many

EXAMPLE = Path(__file__).parents[2] / "examples" / "cybersecurity-center.txt"
GRAPHS = ((30, 60), (120, 300), (300, 1000), (1000, 3000), (2000, 6000))
OPENED, LARGE = 3, 1000

OURS = "new Promise((done) => { const look = () => (document.documentElement.dataset.ready ? done() : setTimeout(look, 5)); look(); })"
THEIRS = """new Promise((done) => {
  if (network.physics.stabilized) done();
  network.once("stabilizationIterationsDone", done);
  setTimeout(done, 120000);
})"""

Times = tuple[float, float]
"""Milliseconds on the clock, and busy."""


def plain(story: Extraction) -> str:
    """What pyvis writes of the graph with its own settings, its library inside the page as in ours."""
    network = Network(directed=True, cdn_resources="in_line")
    names = {entity.id for entity in story.entities}
    for entity in story.entities:
        network.add_node(entity.id, label=entity.label)
    for statement in story.statements:
        if statement.subject in names and statement.object in names:
            network.add_edge(statement.subject, str(statement.object), label=statement.property)
    return str(network.generate_html())


def busy(session: CDPSession) -> float:
    """Milliseconds that the page's thread has worked."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def opening(browser: Browser, file: Path, ready: str) -> Times:
    """From the beginning of the load until the page can be used."""
    context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
    tab = context.new_page()
    tab.set_default_timeout(300000)
    blank = file.with_name("blank.html")
    blank.write_text("<!doctype html>", encoding="utf-8")
    tab.goto(blank.as_uri())
    session = context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    start, before = time.perf_counter(), busy(session)
    tab.goto(file.as_uri(), wait_until="domcontentloaded")
    tab.evaluate(ready)
    taken = 1000 * (time.perf_counter() - start), busy(session) - before
    context.close()
    return taken


def compared(browser: Browser, story: Extraction, folder: Path) -> None:
    """Prints what making, size and opening are, ours and that of pyvis."""
    ours, theirs = folder / "ours.html", folder / "plain.html"
    start = time.process_time()
    ours.write_text(page([story]), encoding="utf-8", newline="\n")
    print(f"  made      {time.process_time() - start:>9.1f} s of one core, with triples and answers")
    theirs.write_text(plain(story), encoding="utf-8", newline="\n")
    sizes = ours.stat().st_size / 1000, theirs.stat().st_size / 1000
    print(f"  size      {sizes[0]:>9,.0f} KB {sizes[1]:>9,.0f} KB {sizes[1] / sizes[0]:>7.2f} x")
    times = 1 if len(story.entities) >= LARGE else OPENED
    waits = [(opening(browser, ours, OURS), opening(browser, theirs, THEIRS)) for _ in range(times)]
    for at, name in enumerate(("ready", "busy")):
        mine, other = (statistics.median(one[side][at] for one in waits) for side in (0, 1))
        print(f"  {name:<9} {mine:>9,.0f} ms {other:>9,.0f} ms {other / mine:>7.2f} x", flush=True)


def main(graphs: tuple[tuple[int, int], ...]) -> None:
    """Prints some lines a graph: ours, that of pyvis, and how many times as much that is."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        if graphs is GRAPHS:
            print(EXAMPLE.name)
            compared(browser, extract(next(iter(read(EXAMPLE)))), Path(folder))
        for nodes, facts in graphs:
            print(f"{nodes:,} nodes, {facts:,} facts")
            compared(browser, many(nodes, facts), Path(folder))
        browser.close()


if __name__ == "__main__":
    main(((int(sys.argv[1]), int(sys.argv[2])),) if len(sys.argv) > 2 else GRAPHS)
