"""Where an agency's story says it was written."""

import pytest

from kg.extraction.layout.dateline import dateline


@pytest.mark.parametrize(
    ("text", "parts", "story"),
    [
        ("LONDON (Reuters) - The mill opened.", ("LONDON", "", "", "Reuters"), "The mill opened."),
        ("LONDON, March 3 (Reuters) - The mill opened.", ("LONDON", "", "March 3", "Reuters"), "The mill opened."),
        ("HEMPSTEAD, N.Y., Sept. 26 (UPI) — The mill opened.", ("HEMPSTEAD", "N.Y.", "Sept. 26", "UPI"), "The mill opened."),
        ("FAIRVIEW, W.Va. - The mill opened.", ("FAIRVIEW", "W.Va.", "", ""), "The mill opened."),
        ("OSLO -- The mill opened.", ("OSLO", "", "", ""), "The mill opened."),
        ("BANGKOK, Thailand (AP) _ The mill opened.", ("BANGKOK", "Thailand", "", "AP"), "The mill opened."),
        ("Geneva, 22 March 2024 – The mill opened.", ("Geneva", "", "22 March 2024", ""), "The mill opened."),
        ("Washington, D.C. – The mill opened.", ("Washington, D.C.", "", "", ""), "The mill opened."),
        ("(Text) Sofia, February 15 (BTA) -- The mill opened.", ("Sofia", "", "February 15", "BTA"), "The mill opened."),
        ("NEW YORK/LONDON (Reuters) - The mill opened.", ("NEW YORK", "", "", "Reuters"), "The mill opened."),
        ("Mill opens\n\nWASHINGTON - The mill opened.", ("WASHINGTON", "", "", ""), "The mill opened."),
        ("SEOUL, Oct. 4 (Yonhap) -- The mill opened.", ("SEOUL", "", "Oct. 4", "Yonhap"), "The mill opened."),
        ("TOKYO, Oct. 4 — The mill opened.", ("TOKYO", "", "Oct. 4", ""), "The mill opened."),
        ("March 4 (Reuters) - The mill opened.", ("", "", "March 4", "Reuters"), "The mill opened."),
        (
            "ABUJA, Nigeria, Oct. 4, 2024 /NewsWire/ -- The mill opened.",
            ("ABUJA", "Nigeria", "Oct. 4, 2024", "NewsWire"),
            "The mill opened.",
        ),
        ("LONDON--(TIDE WIRE)--The mill opened.", ("LONDON", "", "", "TIDE WIRE"), "The mill opened."),
        ("Dubai – 4 October 2024: The mill opened.", ("Dubai", "", "4 October 2024", ""), "The mill opened."),
        ("OSLO (Harbour Post) The mill opened.", ("OSLO", "", "", "Harbour Post"), "The mill opened."),
    ],
)
def test_a_dateline_has_a_city_and_says_where_the_story_begins(text, parts, story):
    found = dateline(text)

    assert found is not None
    assert parts == tuple(text[s.start : s.end] if s else "" for s in (found.city, found.country, found.day, found.agency))
    assert story == text[found.end :].strip()


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Senate approves the bill\n\nThe mill opened.",
        "UK - Iran talks fail",
        "BREAKING NEWS: The mill opened.",
        "Leo Mill (Labour) - the mayor",
        "Oslo is old. The mill opened.",
        "Karel Brook (May 25, 1893 – November 18, 1984) was a poet.",
        "OSLO",
        "",
    ],
)
def test_a_headline_or_a_story_is_no_dateline(text):
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "city", "source", "story"),
    [
        ("FL27 Havana Harbour Post Network in Spanish 1402 GMT 27 Jun 94 The mill", "Havana", "Harbour Post Network", "The mill"),
        ("Mill Opens PA03 Panama City TIDE in Spanish 2153 GMT 2 Feb 94. The mill", "Panama City", "TIDE", ". The mill"),
        ("Cairo AL-MAWJ in Arabic 6 Apr 94 p 6 The mill", "Cairo", "AL-MAWJ", "The mill"),
    ],
)
def test_what_a_monitoring_service_heard_says_whose_it_is(text, city, source, story):
    found = dateline(text)

    assert found is not None
    assert found.city is not None
    assert found.agency is not None
    assert found.home
    assert (city, source) == (text[found.city.start : found.city.end], text[found.agency.start : found.agency.end])
    assert story == text[found.end :].strip()
