"""Adding articles to a store on disk, and removing them."""

from dataclasses import replace

import pytest

from kg.errors import InputError
from kg.library import Added, add, remove
from kg.store import Store, opened
from tests.store_fixtures import ARTICLE, second_story, story

SECOND = second_story().article_id


def test_articles_are_added_once(tmp_path):
    assert Added(new=(ARTICLE, SECOND)) == add(tmp_path / "store", [story(), second_story()])
    assert Added(unchanged=(SECOND, ARTICLE)) == add(tmp_path / "store", [second_story(), story()])
    assert [ARTICLE, SECOND] == opened(tmp_path / "store").graphs()


def test_an_article_read_otherwise_changes_its_graph(tmp_path):
    add(tmp_path / "store", [story()])

    assert Added(changed=(ARTICLE,)) == add(tmp_path / "store", [story(mentions=())])


def test_an_article_is_kept_with_all_its_words_those_of_its_facts_or_none(tmp_path):
    nodes = {}
    for level in ("full", "facts", "none"):
        add(tmp_path / level, [story()], evidence=level)
        store = opened(tmp_path / level)
        nodes[level] = {name for name in ("Statement", "Mention", "Sentence") if store.ask(f"ASK {{ ?x a ng:{name} }}")}
        assert store.ask('ASK { ?x ng:approvedBy/rdfs:label "Harbour Ministry"@en }')

    assert {"full": {"Statement", "Mention", "Sentence"}, "facts": {"Statement"}, "none": set()} == nodes


def test_an_article_is_kept_with_less_when_that_is_asked_for_later(tmp_path):
    add(tmp_path / "store", [story()])

    assert Added(changed=(ARTICLE,)) == add(tmp_path / "store", [story()], evidence="none")
    assert not opened(tmp_path / "store").ask("ASK { ?x a ng:Statement }")


def test_an_article_with_another_text_takes_the_place_of_the_old_one(tmp_path):
    rewritten = story(article_id=f"{ARTICLE}-rewritten")
    add(tmp_path / "store", [story(), second_story()])

    assert Added(new=(f"{ARTICLE}-rewritten",), replaced=(ARTICLE,)) == add(tmp_path / "store", [rewritten])
    assert [f"{ARTICLE}-rewritten", SECOND] == opened(tmp_path / "store").graphs()


def test_articles_without_identifier_do_not_replace_each_other(tmp_path):
    nameless = [
        story(article=replace(story().article, identifier="")),
        replace(second_story(), article=replace(second_story().article, identifier="")),
    ]

    assert () == add(tmp_path / "store", nameless).replaced


@pytest.mark.parametrize("what", [ARTICLE, "quiet-seas", "Ministry approves plan for quiet seas"])
def test_an_article_is_removed_by_iri_identifier_or_title(what, tmp_path):
    add(tmp_path / "store", [story(), second_story()])

    assert [ARTICLE] == remove(tmp_path / "store", what)
    assert [SECOND] == opened(tmp_path / "store").graphs()


def test_nothing_of_a_removed_article_is_left(tmp_path):
    add(tmp_path / "store", [story()])
    remove(tmp_path / "store", ARTICLE)

    assert not opened(tmp_path / "store").ask(f'ASK {{ ?s ?p ?o FILTER(CONTAINS(STR(?s), "{ARTICLE}")) }}')


def test_an_article_that_is_not_there_is_refused(tmp_path):
    add(tmp_path / "store", [story()])

    with pytest.raises(InputError, match="no article there"):
        remove(tmp_path / "store", "quiet-lakes")


def test_removing_makes_no_store(tmp_path):
    with pytest.raises(InputError, match="no such store"):
        remove(tmp_path / "store", "quiet-seas")
    assert [] == list(tmp_path.iterdir())


def test_what_was_finished_stays_when_the_reading_breaks_off(tmp_path):
    def broken():
        yield story()
        raise RuntimeError("the reader broke off")

    with pytest.raises(RuntimeError):
        add(tmp_path / "store", broken())
    assert [ARTICLE] == opened(tmp_path / "store").graphs()


def test_a_store_in_use_is_not_added_to(tmp_path):
    with Store(tmp_path / "store"), pytest.raises(InputError, match="another process is writing"):
        add(tmp_path / "store", [story()])
