"""The measures of a small story. The numbers are those of independent scorers that read the triples of the same extraction."""

import pytest

from kg.errors import InputError
from kg.evaluation import report, reports
from kg.model import Article, Entity, Extraction, Mention, Span, Statement
from tests.evaluation.story import ATTRIBUTION, BENCHMARK, DOC, HAND, ID, extraction

HEAD = "gold.jsonl: 1 of 1 articles read; at the right: correct/given/gold\n"
NAMES = """\
mentions (span and type)           P 0.500  R 0.500  F1 0.500   4/8/8
  organisation                     P 0.000  R 0.000  F1 0.000   0/1/4
  person                           P 1.000  R 1.000  F1 1.000   2/2/2
  place                            P 0.400  R 1.000  F1 0.571   2/5/2
spans                              P 0.875  R 0.875  F1 0.875   7/8/8
entities, B3 on found mentions     P 1.000  R 0.864  F1 0.927
entities, B3 on all gold mentions  P 1.000  R 0.808  F1 0.894
"""
FACTS = """\
facts                              P 0.900  R 0.900  F1 0.900   9/10/10
asserted                           P 0.778  R 0.875  F1 0.824   7/9/8
false assertions                   1
modality of facts found            right 0.889
attribution of facts found         right 0.889
evidence of facts found            P 0.910  R 0.871  F1 0.890   182/200/209
quotes                             P 1.000  R 0.500  F1 0.667   1/1/2
quotes with speaker                P 1.000  R 0.500  F1 0.667   1/1/2
  acquires                         P 1.000  R 1.000  F1 1.000   1/1/1
  headOf                           P 1.000  R 1.000  F1 1.000   1/1/1
  holdsPosition                    P 1.000  R 1.000  F1 1.000   1/1/1
  jurisdiction                     P 1.000  R 1.000  F1 1.000   1/1/1
  leaderOf                         P 0.000  R 0.000  F1 0.000   0/0/1
  locatedIn                        P 0.500  R 1.000  F1 0.667   1/2/1
  memberOf                         P 1.000  R 1.000  F1 1.000   1/1/1
  observedOf                       P 1.000  R 1.000  F1 1.000   1/1/1
  ownedBy                          P 1.000  R 1.000  F1 1.000   1/1/1
  value                            P 1.000  R 1.000  F1 1.000   1/1/1"""
RELATIONS = """\
relations                          P 0.750  R 0.750  F1 0.750   3/4/4
  both ends in one sentence        R 1.000
  basedIn                          P 0.000  R 0.000  F1 0.000   0/0/1
  headOf                           P 1.000  R 1.000  F1 1.000   1/1/1
  locatedIn                        P 0.500  R 1.000  F1 0.667   1/2/1
  memberOf                         P 1.000  R 1.000  F1 1.000   1/1/1"""
CONTENTS = """\
contents                           P 1.000  R 0.500  F1 0.667   1/1/2
contents with speaker              P 1.000  R 0.500  F1 0.667   1/1/2
characters of content              P 1.000  R 0.462  F1 0.632   24/24/52"""


def test_hand_gold_gives_names_entities_facts_and_quotes(write):
    assert HEAD + NAMES + FACTS == report(write(HAND), read=extraction)


def test_a_benchmark_gives_names_entities_and_relations(write):
    assert HEAD + NAMES + RELATIONS == report(write(BENCHMARK), read=extraction)


def test_attributions_give_contents_and_speakers(write):
    assert HEAD + CONTENTS == report(write(ATTRIBUTION), read=extraction)


def test_only_the_relations_that_are_judged_count(write):
    judged = {**BENCHMARK, "judge": {"mentions": False, "relations": ["headOf"]}}

    lines = report(write(judged), read=extraction).splitlines()

    assert "relations                          P 1.000  R 0.250  F1 0.400   1/1/4" == lines[1]


def test_facts_are_grouped_by_rule(write):
    expected = """\
facts given, by rule               share right  confidence  right/given
  noun-in                                0.500       0.500  1/2
  subject-verb-object                    1.000       0.800  2/2"""

    assert expected == report(write(BENCHMARK), by="rule", read=extraction).split("\n\n")[1]


def test_facts_are_grouped_by_confidence_with_the_brier_score(write):
    expected = """\
facts given, by confidence         share right  confidence  right/given
  0.1 to 0.2                             0.000       0.150  0/1
  0.8 to 0.9                             1.000       0.817  3/3
Brier score                              0.0312"""

    assert expected == report(write(BENCHMARK), by="confidence", read=extraction).split("\n\n")[1]


def test_a_fact_in_another_modality_is_wrong_by_modality(write):
    lines = report(write(HAND), by="modality", read=extraction).split("\n\n")[1].splitlines()

    assert [["Actual", "0.778", "7/9"], ["Planned", "1.000", "1/1"]] == [[each.split()[n] for n in (0, 1, 3)] for each in lines[1:]]


def test_facts_are_grouped_by_property(write):
    assert "  locatedIn                              0.500       0.500  1/2" in report(write(HAND), by="property", read=extraction)


def test_several_files_have_a_table_each(write):
    told = reports([write(HAND, name="a.jsonl"), write(BENCHMARK, name="b.jsonl")], read=extraction)

    assert ["a.jsonl", "b.jsonl"] == [part.partition(":")[0] for part in told.split("\n\n")]


def test_an_article_that_cannot_be_read_counts_as_nothing_found(write):
    told = report(write(HAND, {**HAND, "id": "blank", "text": " "}), read=extraction).splitlines()

    assert "gold.jsonl: 1 of 2 articles read; at the right: correct/given/gold" == told[0]
    assert "only blanks" in told[1]
    assert "spans                              P 0.875  R 0.438  F1 0.583   7/8/16" in told


def test_demonyms_that_a_set_takes_for_no_names_are_told_apart(write):
    mayor = {"id": "ida", "type": "Person", "mentions": [{"start": 17, "end": 26, "kind": "name"}]}
    story = {"id": "mayor", "text": "The French mayor Ida Quist spoke.", "entities": [mayor], "relations": []}

    def read(article: Article) -> Extraction:
        france, ida = f"{ID}France", f"{ID}Ida_Quist"
        return Extraction(
            article=article,
            article_id=DOC,
            entities=(Entity(france, "Country", "France"), Entity(ida, "Person", "Ida Quist")),
            mentions=(Mention(Span(4, 10), france, "name"), Mention(Span(17, 26), ida, "name")),
            statements=(),
            utterances=(),
            sentences=(Span(0, 33),),
        )

    told = report(write(story), read=read).splitlines()

    assert "spans                              P 0.500  R 1.000  F1 0.667   1/2/1" in told
    assert "mentions without demonyms          P 1.000  R 1.000  F1 1.000   1/1/1" in told


def test_a_demonym_that_a_set_takes_for_a_thing_stands_for_its_country(write):
    text = "Lea Brook is French. The French press asks why she left France."
    spans = {"lea": Span(0, 9), "demonym": Span(13, 19), "france": Span(text.index("France"), text.index("France") + 6)}
    types = {"lea": "PERSON", "demonym": "DEMONYM", "france": "GPE"}
    marked = {id_: [{"start": s.start, "end": s.end, "kind": "name"}] for id_, s in spans.items()}
    marked["demonym"].append({"start": 25, "end": 31, "kind": "name"})
    story = {
        "id": "lea",
        "text": text,
        "entities": [{"id": id_, "type": types[id_], "mentions": marked[id_]} for id_ in spans],
        "relations": [
            {"type": "citizen", "kg": ["citizenOf", "lea", "france"]},
            {"type": "citizen-x", "kg": ["citizenOf", "lea", "demonym"]},
            {"type": "gpe", "kg": ["demonymOf", "demonym", "france"]},
        ],
    }

    def read(article: Article) -> Extraction:
        france, lea = f"{ID}France", f"{ID}Lea_Brook"
        named = [Mention(span, lea if id_ == "lea" else france, "name") for id_, span in spans.items()]
        return Extraction(
            article=article,
            article_id=DOC,
            entities=(Entity(france, "Country", "France"), Entity(lea, "Person", "Lea Brook")),
            mentions=(*named, Mention(Span(25, 31), france, "name")),
            statements=(Statement(lea, "citizenOf", france, (Span(0, 19),), confidence=0.9, rule="by-be"),),
            utterances=(),
            sentences=(Span(0, 20), Span(21, len(text))),
        )

    told = report(write(story), by="property", read=read).splitlines()

    assert "relations                          P 0.000  R 0.000  F1 0.000   0/0/1" in told
    assert "relations, demonyms as countries   P 1.000  R 1.000  F1 1.000   1/1/1" in told
    assert "  citizenOf                              1.000       0.900  1/1" in told


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ([{**HAND, "entities": 3}], "line 1 of gold.jsonl is not gold: 3 is not a list"),
        ([HAND, {"text": "The mill is open."}], "line 2 of gold.jsonl is not gold: there is no 'id'"),
        ([{**HAND, "quotes": [{"speaker": "ida", "start": -1, "end": 2}]}], "'start' is -1, not an offset"),
        ([{**HAND, "facts": [{"s": "ida"}]}], "there is no 'o'"),
        ([["ida"]], r"\['ida'\] is not an object"),
        ([HAND, HAND], "more than one article with the id 'quist'"),
        ([], "there is no article"),
    ],
)
def test_what_is_not_gold_is_refused_with_its_place(write, records, reason):
    with pytest.raises(InputError, match=reason):
        report(write(*records), read=extraction)


def test_facts_are_not_grouped_by_anything_else(write):
    with pytest.raises(InputError, match="not grouped by 'colour': use one of rule, property, modality, confidence"):
        report(write(HAND), by="colour", read=extraction)


def test_a_page_that_cannot_be_written_is_told(write, tmp_path):
    with pytest.raises(InputError, match="cannot write"):
        report(write(HAND), errors=tmp_path / "none" / "page.html", read=extraction)
