"""Words in quotation marks, who says them, and speech in the article's own words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kg.extraction.layout.plain import plain
from kg.extraction.speech.marks import quotation_spans
from kg.extraction.speech.quotes import sayings
from tests.extraction.parses import staged


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotation_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We open it," she said.', ["We open it,"]),
        ("“We open it,” she said. “Today.”", ["We open it,", "Today."]),
        ("„We open it,” she said.", ["We open it,"]),
        ("«We open it», she said.", ["We open it"]),
        ('She said: ("We open it.")', ["We open it."]),
        ("Nobody spoke.", []),
        ('""', []),
        ('" "', []),
        ("", []),
    ],
)
def test_the_words_between_the_marks_are_the_quotation(text, expected):
    assert expected == quoted(text)


def test_a_quotation_goes_on_over_a_paragraph_that_opens_with_a_mark():
    assert ['We open it.\n\n"Then we close it,'] == quoted('"We open it.\n\n"Then we close it," she said.')


def test_a_quotation_in_single_marks_goes_on_over_a_paragraph_that_opens_with_one():
    assert ["We have opened it.\n\n‘Then we close it."] == quoted("She said:\n\n‘We have opened it.\n\n‘Then we close it.’\n\nIt was late.")


def test_an_open_quotation_ends_with_its_paragraph():
    assert ["We open it."] == quoted('She said "We open it.\nNobody else spoke.')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''We open it,'' she said. ''It's late.''", ["We open it,", "It's late."]),
        ("``We open it,'' she said.", ["We open it,"]),
        ("She said (''we open it'') nothing else.", ["we open it"]),
        ("The plank is 5'' long.", []),
    ],
)
def test_two_single_marks_are_one_mark_of_a_quotation(text, expected):
    assert expected == quoted(plain(text))


def test_a_mark_of_inches_closes_nothing_and_opens_nothing():
    assert [] == quoted('The plank is 5" long.')


@given(parts=some.lists(some.tuples(some.text(alphabet="ab. \n"), some.sampled_from(["“{}”", '"{}"', "«{}»", "{}"])), max_size=8))
@settings(deadline=None)
def test_quotations_that_are_closed_lie_inside_the_text_in_order_and_do_not_overlap(parts):
    text = " ".join(marks.format(words) for words, marks in parts)
    spans = quotation_spans(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


SAID_AFTER = """
“        “     punct    open
We       PRP   nsubj    open
open     VBP   ccomp    said     open
the      DT    det      mill
mill     NN    dobj     open
today    NN    npadvmod open
,        ,     punct    said
”        ”     punct    said
Ada      NNP   compound Brook
Brook    NNP   nsubj    said
said     VBD   ROOT     said     say
.        .     punct    said
"""

SAID_BEFORE = """
Ada      NNP   compound Brook
Brook    NNP   nsubj    said
said     VBD   ROOT     said     say
:        :     punct    said
“        “     punct    open
We       PRP   nsubj    open
open     VBP   ccomp    said     open
the      DT    det      mill
mill     NN    dobj     open
today    NN    npadvmod open
.        .     punct    said
”        ”     punct    said
"""

SAID_THAT = """
Ada      NNP   compound Brook
Brook    NNP   nsubj    said
said     VBD   ROOT     said     say
that     IN    mark     opened
Acme     NNP   nsubj    opened
opened   VBD   ccomp    said     open
the      DT    det      mill
mill     NN    dobj     opened
.        .     punct    said
"""

ACCORDING_TO = """
Acme      NNP   nsubj    opened
opened    VBD   ROOT     opened   open
the       DT    det      mill
mill      NN    dobj     opened
,         ,     punct    opened
according VBG   prep     opened   accord
to        IN    prep     according
Ada       NNP   compound Brook
Brook     NNP   pobj     to
.         .     punct    opened
"""

IT_SAID = """
Acme     NNP   nsubj    walked
walked   VBD   ROOT     walked   walk
.        .     punct    walked
"""


def utterances(table: str) -> list[tuple[str, str, bool]]:
    known = {"Ada Brook": "Person", "Leo": "Person", "Mill": "Person", "Acme": "Company"}
    scene = staged(table, {name: type_ for name, type_ in known.items() if name.split()[0] in table})
    return [(scene.things[said.speaker].label, scene.article.text[said.span.start : said.span.end], said.direct) for said in sayings(scene)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (SAID_AFTER, ("Ada Brook", "We open the mill today,", True)),
        (SAID_BEFORE, ("Ada Brook", "We open the mill today.", True)),
        (SAID_THAT, ("Ada Brook", "Acme opened the mill", False)),
        (ACCORDING_TO, ("Ada Brook", "Acme opened the mill", False)),
    ],
)
def test_the_speaker_is_the_subject_of_the_reporting_verb(table, expected):
    assert [expected] == utterances(table)


def test_a_verb_that_reports_nothing_has_no_speaker():
    assert [] == utterances(IT_SAID)


def test_a_quoted_title_is_no_speech():
    table = """
    Ada      NNP   compound Brook
    Brook    NNP   nsubj    wrote
    wrote    VBD   ROOT     wrote    write
    “        “     punct    River
    The      NNP   det      River
    Long     NNP   compound River
    River    NNP   dobj     wrote
    ”        ”     punct    River
    .        .     punct    wrote
    """

    assert [] == utterances(table)


def test_a_place_does_not_speak():
    table = SAID_THAT.replace("Ada      NNP   compound Brook\nBrook ", "Mudflat")
    scene = staged(table, {"Mudflat": "Facility", "Acme": "Company"})

    assert [] == sayings(scene)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("‘The harbour was closed for a week,’ she said.", ["The harbour was closed for a week,"]),
        ("She said: 'The harbour of the fishermen's clubs was closed'.", ["The harbour of the fishermen's clubs was closed"]),
        ("The fishermen's harbour and the clubs' boats were Ada's.", []),
        (
            "She said: \"They told me 'Go home and never come back here.' and I went.\"",
            ["They told me 'Go home and never come back here.' and I went."],
        ),
        ("They call it the 'Old Harbour'.", []),
    ],
)
def test_single_marks_open_and_close_speech_and_apostrophes_do_not(text, quoted):
    assert quoted == [text[s.start : s.end] for s in quotation_spans(text)]


MIXED = """
Leo      NNP   nsubj    said
said     VBD   ROOT     said     say
the      DT    det      mill
mill     NN    nsubj    is
is       VBZ   ccomp    said     be
“        “     punct    open
not      RB    neg      open
safe     JJ    acomp    is
and      CC    cc       safe
not      RB    neg      open
open     JJ    conj     safe
at       IN    prep     open
all      DT    pobj     at
”        ”     punct    said
.        .     punct    said
"""

TWO_SAY = """
Leo      NNP   nsubj    said
and      CC    cc       Leo
Mill     NNP   conj     Leo
said     VBD   ROOT     said     say
they     PRP   nsubj    stay
will     MD    aux      stay
stay     VB    ccomp    said
,        ,     punct    said
but      CC    cc       said
they     PRP   nsubj    write
will     MD    aux      write
write    VB    conj     said
.        .     punct    said
"""

ARGUING = """
Acme      NNP   nsubj    rejects
rejects   VBZ   ROOT     rejects  reject
it        PRP   dobj     rejects
,         ,     punct    rejects
arguing   VBG   advcl    rejects  argue
the       DT    det      mill
mill      NN    nsubj    is
is        VBZ   ccomp    arguing  be
old       JJ    acomp    is
.         .     punct    rejects
"""


NESTED = """
Leo      NNP   nsubj    said
said     VBD   ROOT     said     say
Mill     NNP   nsubj    believed
believed VBD   ccomp    said     believe
it       PRP   nsubj    sank
sank     VBD   ccomp    believed sink
.        .     punct    said
"""


def test_a_quotation_inside_indirect_speech_is_part_of_it():
    assert [("Leo", "the mill is “not safe and not open at all", False)] == utterances(MIXED)


def test_who_is_joined_to_a_speaker_says_it_too_and_what_is_joined_to_the_words_is_said():
    words = "they will stay, but they will write"

    assert [("Leo", words, False), ("Mill", words, False)] == utterances(TWO_SAY)


def test_what_somebody_is_said_to_believe_is_told_of_both():
    assert [("Leo", "Mill believed it sank", False), ("Mill", "it sank", False)] == utterances(NESTED)


def test_arguing_is_done_by_who_does_the_rest():
    assert [("Acme", "the mill is old", False)] == utterances(ARGUING)


SIGNED = """
“    “   punct open
We   PRP nsubj open
open VBP ROOT  open open
the  DT  det   mill
mill NN  dobj  open
.    .   punct open
”    ”   punct open
―    :   punct open
Ada  NNP compound Brook
Brook NNP npadvmod open
"""


def test_a_name_after_a_dash_signs_the_quotation():
    assert [("Ada Brook", "We open the mill.", True)] == utterances(SIGNED)


def test_a_name_after_a_dash_that_begins_a_clause_does_not():
    assert [] == utterances(SIGNED + "slept VBD ccomp open sleep\n")


def test_a_newspaper_after_a_dash_does_not_sign():
    table = SIGNED.replace("Ada  NNP compound Brook\nBrook", "Acme")

    assert [] == utterances(table)


def test_what_is_titled_so_is_no_speech():
    table = """
    Ada     NNP nsubj titled
    spoke   VBD ROOT  spoke speak
    of      IN  prep  spoke
    films   NNS pobj  of
    titled  VBN acl   films title
    “       ``  punct spoke
    How     WRB advmod went
    we      PRP nsubj went
    went    VBD ccomp titled go
    out     RP  prt   went
    again   RB  advmod went
    .       .   punct spoke
    ”       ''  punct spoke
    """

    assert [] == sayings(staged(table.replace("nsubj titled", "nsubj spoke"), {"Ada": "Person"}))


LABELLED = """
Rain  NN  nsubj    fell
fell  VBD ROOT     fell   fall
.     .   punct    fell
Ada   NNP compound Brook
Brook NNP ROOT     Brook
:     :   punct    Brook
“     “   punct    open
We    PRP nsubj    open
open  VBP appos    Brook  open
the   DT  det      mill
mill  NN  dobj     open
.     .   punct    open
”     ”   punct    open
"""


def test_a_name_and_a_colon_at_the_beginning_say_who_speaks():
    assert [("Ada Brook", "We open the mill.", True)] == utterances(LABELLED)


BROKEN = """
“     “   punct    said
Mills NNS nsubj    said
,     ,   punct    said
”     ”   punct    said
said  VBD ROOT     said say
Ada   NNP compound Brook
Brook NNP nsubj    said
,     ,   punct    said
“     “   punct    said
close VBP ccomp    said
.     .   punct    said
”     ”   punct    said
"""


def test_both_parts_of_a_quotation_that_said_breaks_are_speech_however_short():
    assert [("Ada Brook", "Mills,", True), ("Ada Brook", "close.", True)] == utterances(BROKEN)
