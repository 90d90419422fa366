"""How fast and how large the page is, beside what pyvis writes of the same graph."""

from dataclasses import replace

import pytest
from pyvis.network import Network

from kg.model import Article, Entity, Extraction, Mention, Span, Statement
from kg.view import page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _many(things: int, facts: int) -> Extraction:
    """An article without sense, in which each sentence links two names."""
    names = [f"Name {number}." for number in range(things)]
    sentences = [f"{names[at % things]} meets {names[(at * at + at // things) % things]} today" for at in range(facts)]
    text = "\n".join(sentences)
    starts = _starts(sentences)
    kinds = ("Person", "Company", "City", "Event", "PolicyDocument", "Position")
    entities = tuple(Entity(f"https://w3id.org/newsgraph/id/thing/{at}", kinds[at % 6], name) for at, name in enumerate(names))
    spans = [Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    return Extraction(
        Article(text, "many", "Many names"),
        "https://w3id.org/newsgraph/doc/many",
        tuple(spans),
        entities,
        tuple(Mention(Span(span.start, span.start + 5), entities[at % things].id, "name") for at, span in enumerate(spans)),
        tuple(
            Statement(entities[at % things].id, f"meets{at // things}", entities[(at * at + at // things) % things].id, (span,))
            for at, span in enumerate(spans)
        ),
        (),
    )


def _starts(sentences):
    starts, position = [], 0
    for sentence in sentences:
        starts.append(position)
        position += len(sentence) + 1
    return starts


_SINCE_START = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def test_three_hundred_nodes_are_ready_in_two_seconds(opened):
    html = page([_many(300, 1000)])
    waits = [opened(html).evaluate(_SINCE_START) for _ in range(3)]

    assert min(waits) < 2000


def test_the_page_is_ready_sooner_than_pyvis_own(opened, browser, tmp_path):
    story = _many(120, 300)
    network = Network(directed=True, cdn_resources="in_line")
    for entity in story.entities:
        network.add_node(entity.id, label=entity.label)
    for statement in story.statements:
        network.add_edge(statement.subject, str(statement.object), label=statement.property)
    plain = tmp_path / "plain.html"
    plain.write_text(network.generate_html(), encoding="utf-8")
    tab = browser.new_context(offline=True).new_page()
    tab.goto(plain.as_uri())
    # pyvis' picture is ready when its nodes have stopped moving
    stopped = "new Promise((done) => network.once('stabilizationIterationsDone', () => done(performance.now())))"
    theirs = tab.evaluate(f"Promise.race([{stopped}, new Promise((done) => setTimeout(() => done(20000), 20000))])")
    tab.close()
    ours = opened(page([story])).evaluate(_SINCE_START)

    assert ours < theirs
    assert len(page([replace(story, statements=story.statements[:50])]).encode()) < len(plain.read_bytes())


def test_the_seed_of_a_page_is_small(opened, harbour):
    assert min(opened(page([harbour])).evaluate(_SINCE_START) for _ in range(3)) < 1000
