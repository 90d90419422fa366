from dataclasses import replace

from kg.model import Entity, Span, Statement, Value
from kg.view import page
from kg.view.short import opening, short, shortened
from kg.view.telling import story

_ID = "https://w3id.org/newsgraph/id/"


def _told(*extractions):
    return short(story(extractions, labels={}))


def test_it_says_who_is_named_most_and_as_what(harbour):
    assert [("Ida Quist", "Mayor of Tarn"), ("Holm Shipping", "company")] == [(thing.label, role) for thing, role in _told(harbour).agents]


def test_what_is_planned_possible_or_denied_stands_apart_with_its_whole_sentence(harbour):
    done, open_ = _told(harbour).done, _told(harbour).not_so

    assert ["Actual"] == [point.claim.modality for point in done]
    assert {"Planned", "Possible", "Denied"} >= {point.claim.modality for point in open_}
    assert open_[-1].text.endswith("the company denied that it owns the Tarn Gazette.")


def test_an_event_brings_its_day_and_doer(harbour):
    event = Entity(f"{_ID}event/approval", "Approval", "Approval of the school")
    words = (Span(harbour.article.text.index("opened"), harbour.article.text.index("on Monday")),)
    says = [("approves", f"{_ID}org/lighthouse-school"), ("actor", f"{_ID}person/ida-quist"), ("date", Value("2031-03-02", "date"))]
    statements = tuple(Statement(event.id, property_, object_, words) for property_, object_ in says)
    told = story([replace(harbour, entities=(*harbour.entities, event), statements=statements)], labels={})
    point = short(told).done[0]

    assert (["Ida Quist"], ("2 March 2031",)) == ([told.thing[key].label for key in point.doers], point.dates)


def test_what_has_no_room_is_counted(harbour):
    text = " ".join(f"The mayor will come on day {day}." for day in range(10, 17))
    starts = [text.index(f"The mayor will come on day {day}") for day in range(10, 17)]
    spans = tuple(Span(start, start + 29) for start in starts)
    plans = tuple(Statement(f"{_ID}place/tarn", f"near{at}", f"{_ID}person/ida-quist", (span,), "Planned") for at, span in enumerate(spans))
    many = replace(harbour, article=replace(harbour.article, text=text), sentences=spans, statements=plans, mentions=(), utterances=())

    assert (3, 4) == (len(_told(many).not_so), _told(many).more)
    assert "4 more sentences like these: see Facts." in page([many])


def test_an_article_that_says_nothing_of_the_kind_has_no_such_part(harbour):
    assert 'id="short"' not in page([replace(harbour, statements=(), mentions=())])


def test_a_report_is_called_by_its_first_words_after_place_and_date():
    assert "Graduates met." == opening(" date 2026-02-09 BAKU, Azerbaijan, February 9. Graduates met.")
    assert "NATO said no." == opening("NATO said no.")


def test_a_long_text_ends_with_a_word_and_an_ellipsis():
    assert "one two …" == shortened("one two three", most=10)
