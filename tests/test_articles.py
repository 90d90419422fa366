"""What comes in is kept exactly, and what cannot come in is refused in words that help."""

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import read, reading
from kg.articles.language import english
from kg.articles.text import article_of_text
from kg.errors import InputError
from kg.model import Article

NEWS = "The mayor of the town said on Sunday that the mill was open again after the fire of last year.\n"
PARAGRAPHS = (
    "The mill at Westhaven is open again after the fire of last year, the mayor of the town, Ada Brook, said on Sunday.",
    "She said that forty people would work there, and that the town had paid for the new roof with the help of the region.",
)
PAGE = f"""<!doctype html><html><head><title>Mill reopens after fire | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2026-03-01T08:00:00Z">
<link rel="canonical" href="https://harbour-post.example/mill"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Mill reopens after fire</h1>
{"".join(f"<p>{each}</p>" for each in PARAGRAPHS)}</article><footer>All rights reserved</footer></body></html>"""


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_is_kept_exactly(tmp_path):
    text = " \r\n\tThe “mill” of Ğ and 𝕏 was open, the mayor of the town said. \r\n\r\n"

    assert text == read(file(tmp_path, "a.txt", text))[0].text


def test_a_byte_order_mark_is_not_text(tmp_path):
    assert NEWS == read(file(tmp_path, "a.txt", b"\xef\xbb\xbf" + NEWS.encode()))[0].text


def test_the_stem_of_the_file_is_the_identifier(tmp_path):
    assert "mill-2026" == read(file(tmp_path, "mill-2026.txt", NEWS))[0].identifier


def test_a_leading_date_is_the_day_of_publication(tmp_path):
    assert "2026-02-09" == read(file(tmp_path, "a.txt", " date 2026-02-09 WESTHAVEN, February 9. " + NEWS))[0].date


def test_a_headline_and_a_date_under_it_are_found():
    article = article_of_text(f"Mill reopens\n\ndate 2026-02-09 WESTHAVEN. {NEWS}")

    assert ("Mill reopens", "2026-02-09") == (article.title, article.date)


@pytest.mark.parametrize("text", [NEWS, f"{NEWS}\nMore of it.", "Half of a sentence that\nis wrapped at some width.\n"])
def test_a_sentence_is_no_headline(text):
    assert "" == article_of_text(text).title


def test_a_day_that_is_not_in_the_calendar_is_no_date():
    assert "" == article_of_text("date 2026-02-30 WESTHAVEN. It rained.").date


def test_what_the_caller_knows_stands_in_for_what_the_article_says(tmp_path):
    path = file(tmp_path, "a.txt", f"Mill reopens\n\ndate 2026-02-09 WESTHAVEN. {NEWS}")

    article = read(path, title="Mill", date="2026-02-10", publisher="Harbour Post", url="https://harbour-post.example/1")[0]

    assert ("Mill", "2026-02-10", "Harbour Post", "https://harbour-post.example/1") == (
        article.title,
        article.date,
        article.publisher,
        article.url,
    )


def test_a_web_page_gives_its_article_and_what_it_says_of_itself(tmp_path):
    article = read(file(tmp_path, "page.html", PAGE))[0]

    assert (
        Article(
            text="\n".join(["Mill reopens after fire", *PARAGRAPHS]),
            identifier="page",
            title="Mill reopens after fire",
            date="2026-03-01",
            publisher="Harbour Post",
            url="https://harbour-post.example/mill",
        )
        == article
    )


def test_a_web_page_in_another_character_set_that_it_declares_is_read(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Ada Brook", "Adé Brook")

    assert "Adé Brook" in read(file(tmp_path, "page.html", page.encode("latin-1")))[0].text


def test_standard_input_is_read_as_what_it_looks_like(monkeypatch):
    line = json.dumps({"id": "m1", "text": NEWS})
    for given_, expected in [(NEWS, ""), (PAGE, ""), (line, "m1")]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given_.encode())))

        assert expected == read("-")[0].identifier


def test_json_lines_hold_an_article_a_line(tmp_path):
    lines = [
        {
            "id": "m1",
            "text": NEWS,
            "date": "2026-02-09T10:00:00Z",
            "title": "Mill",
            "publisher": "Post",
            "url": "https://p.example",
            "x": [1],
        },
        {"text": NEWS},
    ]

    found = read(file(tmp_path, "many.jsonl", "\n\n".join(map(json.dumps, lines))))

    assert [Article(NEWS, "m1", "Mill", "2026-02-09", "Post", "https://p.example"), Article(NEWS, "many-3")] == found


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{oops", "it is not JSON"),
        ("[" * 200_000, "it is not JSON"),
        ("[1]", "it is a list, not an object"),
        ("{}", 'it has no "text"'),
        ('{"text": 5}', '"text" is a int, not a string'),
        ('{"text": "   "}', "there is no text in it"),
        ('{"text": "\\ud800 the"}', "half of a surrogate pair"),
        ('{"text": "The end of the day.", "date": "yesterday"}', "is not a day of the calendar"),
    ],
)
def test_a_bad_line_is_reported_and_the_others_are_read(tmp_path, line, reason):
    good = json.dumps({"id": "good", "text": NEWS})

    found = reading(file(tmp_path, "many.jsonl", f"{line}\n{good}\n"))

    assert ["good"] == [article.identifier for article in found.articles]
    assert len(found.faults) == 1
    assert found.faults[0].startswith("cannot read line 1 of ")
    assert reason in found.faults[0]


def test_a_bad_line_is_logged_by_read(tmp_path, caplog):
    read(file(tmp_path, "many.jsonl", "{oops\n" + json.dumps({"text": NEWS})))

    assert "it is not JSON" in caplog.text


def test_lines_longer_than_the_first_look_are_whole(tmp_path):
    texts = [NEWS * 100, NEWS, NEWS * 50]

    found = read(file(tmp_path, "many.jsonl", "\n".join(json.dumps({"text": text}) for text in texts)))

    assert texts == [article.text for article in found]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "it is empty (0 bytes)"),
        ("a.txt", b" \n\t ", "only blanks"),
        ("a.txt", b"12 34 -- 56", "not one word"),
        ("a.txt", b"\x00\x01\x02\x03 the of and", "it is binary"),
        ("a.txt", b"%PDF-1.7 \x00", "it is a PDF"),
        ("a.txt", "The mill".encode("utf-16"), "it is UTF-16"),
        ("a.txt", b"The caf\xe9 was\n", "it is not UTF-8 from byte 7 (0xe9, line 1) on"),
        ("a.html", b"<html><body><a href=x>Home</a></body></html>", "no article is found in the page"),
        ("a.html", b"<html><meta charset=klingon><p>\xe9", "not in the character set that it declares"),
        ("a.jsonl", b"\n\n", "it holds no article"),
        ("a.jsonl", b"{oops", "line 1 of"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path, name, content, reason):
    path = file(tmp_path, name, content)

    with pytest.raises(InputError) as caught:
        read(path)

    assert reason in str(caught.value)
    assert repr(str(path)) in str(caught.value)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        read(tmp_path / "none.txt")


def test_a_directory_is_refused(tmp_path):
    with pytest.raises(InputError, match="it is a directory"):
        read(tmp_path)


def test_fifty_megabytes_are_refused_without_reading_on(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.write(NEWS.encode())
        stream.truncate(51_000_000)

    with pytest.raises(InputError, match="more than 50 MB"):
        read(path)


def test_an_article_longer_than_the_parser_can_hold_is_refused(tmp_path):
    with pytest.raises(InputError, match="1,045,000 characters are more than one article may have"):
        read(file(tmp_path, "long.txt", NEWS * 11_000))


def test_a_file_name_cannot_steer_the_terminal(tmp_path):
    with pytest.raises(InputError) as caught:
        read(tmp_path / "\x1b[31mred.txt")

    assert "\x1b" not in str(caught.value)


def test_another_language_is_refused_unless_forced(tmp_path):
    text = "Der Minister sagte am Montag, dass das Gesetz nach langer Debatte vom Parlament verabschiedet worden sei."
    path = file(tmp_path, "a.txt", text)

    with pytest.raises(InputError, match="does not look English"):
        read(path)
    assert text == read(path, force=True)[0].text


@pytest.mark.parametrize(
    "text",
    [
        "De minister heeft gisteren in Den Haag gezegd dat het kabinet is gevallen en dat de partijen met elkaar moeten praten.",
        "El ministro dijo el lunes que la ley fue aprobada por el parlamento tras un largo debate en la capital del estado.",
        "Ministeren sier at loven ble vedtatt av Stortinget etter en lang debatt, og at den skal gjelde for alle fra neste år.",
        "Министр заявил, что закон был принят парламентом в понедельник после долгих дебатов и вступит в силу в следующем году.",
        "Nazir bildirib ki, qanun uzun müzakirələrdən sonra parlament tərəfindən qəbul edilib və gələn ildən qüvvəyə minəcək.",
        "部长表示该法律已于周一获得议会通过",
    ],
)
def test_other_languages_are_not_english(text):
    assert not english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le maire de Leeds a rencontré lundi le président de la chambre de commerce, Max Holt, à Paris, pour parler des ponts.",
        "Der Bürgermeister von Leeds traf am Montag den Präsidenten der Handelskammer, Max Holt, in Berlin und sprach über Brücken.",
        "Il sindaco di Leeds ha incontrato lunedì il presidente della camera di commercio, Max Holt, a Roma per parlare di ponti.",
        "Borgmesteren i Leeds mødte mandag formanden for handelskammeret, Max Holt, i København for at tale om nye broer.",
        "Burmistrz Leeds spotkał się w poniedziałek z prezesem izby handlowej, Maxem Holtem, w Warszawie, aby rozmawiać o mostach.",
    ],
)
def test_a_lone_sentence_of_another_language_is_not_english(text):
    assert not english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norvik Energy Holdings, formerly Brandt & Sons, bought Tideline Ferries, based in Westhaven, for 300 million dollars.",
        "Leo Holm, keeper Ivo Marsh, Dean Hask and Hugo Brandt played for Halden Rovers against Vandel United.",
        "Ida Marlow (Norland, 4 May 1902 – Leeds, 30 June 1981) painted harbours, ships and storms around Westhaven.",
        "Uma Reed i Soler (3 March 1961) is a Norland lawyer, director of Vandel Bank and former Reform Party treasurer.",
    ],
)
def test_a_lone_sentence_full_of_names_is_english_all_the_same(text):
    assert english(text)


def test_a_few_words_get_the_benefit_of_the_doubt():
    assert english("Mill reopens")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_kept_by_the_plain_text_reader(text):
    assert text == article_of_text(text).text
