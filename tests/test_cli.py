"""The command as a person types it: results on standard output, messages on standard error, exit codes that mean something."""

import gzip
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.build import serialized
from kg.cli.output import csv_text, plain, table, written
from kg.errors import InputError
from kg.model import Extraction
from tests.conftest import EXAMPLES, ROOT, Command, needs_extraction

HOLDS = "SELECT ?who ?office { ?who ng:holdsPosition ?office }"
NEWS = "The mayor of the town said on Sunday that the mill was open again after the fire of last year.\n"


@pytest.fixture
def story(tmp_path: Path, mill: Extraction) -> Path:
    """The mill's triples in a file."""
    path = tmp_path / "mill.nq"
    path.write_bytes(serialized([mill], "nq"))
    return path


# --- query


def test_query_answers_as_a_table(kg: Command, story):
    outcome = kg("query", story, HOLDS)

    expected = "who               office\n----------------  ----------------------\nperson:ada-brook  thing:mayor--westhaven\n"
    assert (0, expected, "") == (outcome.returncode, outcome.stdout, outcome.stderr)


def test_query_answers_as_csv_with_whole_iris(kg: Command, story):
    assert "who,office\n" + "https://w3id.org/newsgraph/id/person/ada-brook,https://w3id.org/newsgraph/id/thing/mayor--westhaven\n" == (
        kg("query", story, HOLDS, "--csv").stdout
    )


def test_query_answers_as_json(kg: Command, story):
    expected = {"who": "https://w3id.org/newsgraph/id/person/ada-brook", "office": "https://w3id.org/newsgraph/id/thing/mayor--westhaven"}
    assert [expected] == json.loads(kg("query", story, HOLDS, "--json").stdout)


def test_query_prints_the_header_even_with_no_rows(kg: Command, story):
    assert "a,b\n" == kg("query", story, "SELECT ?a ?b { ?a ng:acquires ?b }", "--csv").stdout


@pytest.mark.parametrize(
    ("query", "answer"), [("ASK { ?s ng:holdsPosition ?o }", "yes\n"), ("PREFIX x: <y:select#> ASK { ?s x:o ?o }", "no\n")]
)
def test_query_answers_yes_or_no(kg: Command, story, query, answer):
    assert answer == kg("query", story, query).stdout


def test_query_constructs_turtle(kg: Command, story):
    turtle = kg("query", story, "CONSTRUCT { ?o ng:heldBy ?s } { ?s ng:holdsPosition ?o }").stdout

    assert "thing:mayor--westhaven ng:heldBy person:ada-brook ." == turtle.splitlines()[-1]


def test_query_takes_a_file_with_a_query(kg: Command, story, tmp_path):
    (tmp_path / "q.rq").write_text(HOLDS)

    assert "person:ada-brook" in kg("query", story, "q.rq").stdout


def test_query_lists_ready_questions(kg: Command):
    listed = kg("query", "--list")

    assert (0, "") == (listed.returncode, listed.stderr)
    assert ["name", "question", "parameters"] == listed.stdout.splitlines()[0].split()


def test_query_suggests_the_ready_question_that_was_meant(kg: Command, story):
    name = kg("query", "--list").stdout.splitlines()[2].split()[0]

    outcome = kg("query", story, f"{name}x")

    assert 2 == outcome.returncode
    assert f"did you mean '{name}'?" in outcome.stderr


def test_a_wrong_query_shows_the_place(kg: Command, story):
    outcome = kg("query", story, "SELECT ?s {\n ?s ng:holdsPosition }")

    assert (2, "") == (outcome.returncode, outcome.stdout)
    assert "line 2, column 22" in outcome.stderr


@pytest.mark.parametrize("query", ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "LOAD <http://127.0.0.1:9/>", "DROP ALL"])
def test_what_reaches_out_or_changes_is_refused(kg: Command, story, query):
    outcome = kg("query", story, query)

    assert (2, "") == (outcome.returncode, outcome.stdout)
    assert "is refused" in outcome.stderr


def test_a_query_without_a_question_says_what_is_missing(kg: Command):
    outcome = kg("query")

    assert 2 == outcome.returncode
    assert "say where to look and what to ask" in outcome.stderr


# --- explain, check, stats, info


def test_explain_shows_the_words(kg: Command, story):
    outcome = kg("explain", story, "Ada Brook")

    assert 0 == outcome.returncode
    assert "Ada Brook, the mayor of Westhaven" in outcome.stdout


def test_explain_suggests_the_name_that_was_meant(kg: Command, story):
    outcome = kg("explain", story, "Ada Brok")

    assert 2 == outcome.returncode
    assert "did you mean 'Ada Brook'?" in outcome.stderr


def test_explain_marks_what_is_not_a_fact_and_names_who_says_it(kg: Command, story):
    outcome = kg("explain", story, "the mill").stdout

    assert "the mill  status  grinding   [planned]" in outcome
    assert "Ada Brook, reported by Harbour Post" in outcome


def test_check_is_content_with_a_sound_file(kg: Command, story):
    outcome = kg("check", story)

    assert 0 == outcome.returncode, outcome.stdout


def test_check_exits_1_and_names_what_is_wrong(kg: Command, story):
    story.write_text("".join(line for line in story.read_text().splitlines(keepends=True) if "ont#unit>" not in line))

    outcome = kg("check", story)

    assert 1 == outcome.returncode
    assert "A figure has exactly one unit." in outcome.stdout


def test_stats_say_who_is_central(kg: Command, story):
    outcome = kg("stats", story)

    assert 0 == outcome.returncode
    assert "Ada Brook" in outcome.stdout


def test_stats_show_the_words_between_two_things(kg: Command, story):
    outcome = kg("stats", story, "--between", "Westhaven", "opening of the mill")

    expected = [
        "mayor of Westhaven  jurisdiction  Westhaven",
        "Ada Brook  holds position  mayor of Westhaven",
        "opening of the mill  actor  Ada Brook",
    ]
    assert expected == outcome.stdout.splitlines()[::2]


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_stats_write_the_network_for_other_programs(kg: Command, story, tmp_path, ending):
    outcome = kg("stats", story, "-o", f"net.{ending}")

    assert f"net.{ending}\n" == outcome.stdout
    assert b"Ada Brook" in (tmp_path / f"net.{ending}").read_bytes()


def test_stats_refuse_another_network_format(kg: Command, story):
    assert 2 == kg("stats", story, "-o", "net.dot").returncode


def test_info_says_what_is_installed(kg: Command):
    outcome = kg("info")

    assert (0, "") == (outcome.returncode, outcome.stderr)
    assert "spacy" in outcome.stdout


# --- view, extract


@needs_extraction
@pytest.mark.model
@pytest.mark.parametrize("form", ["ttl", "trig", "nq", "jsonld", "json"])
def test_extract_gives_the_same_bytes_in_any_order_and_process(kg: Command, form):
    there, back = (kg("extract", *order, "-f", form, PYTHONHASHSEED=seed) for order, seed in [(EXAMPLES[:2], "1"), (EXAMPLES[1::-1], "2")])

    assert 0 == there.returncode, there.stderr
    assert there.stdout == back.stdout


@needs_extraction
@pytest.mark.model
def test_extract_writes_the_format_that_the_file_is_named_after(kg: Command, tmp_path):
    outcome = kg("extract", EXAMPLES[0], "-o", "story.nq.gz")

    assert "story.nq.gz\n" == outcome.stdout
    assert gzip.decompress((tmp_path / "story.nq.gz").read_bytes()).decode() == kg("extract", EXAMPLES[0], "-f", "nq").stdout


@needs_extraction
@pytest.mark.model
def test_extract_without_evidence_has_no_statement_nodes(kg: Command):
    assert "ng:Statement" not in kg("extract", EXAMPLES[0], "--no-evidence").stdout


@needs_extraction
@pytest.mark.model
def test_extract_reads_standard_input(kg: Command):
    outcome = kg("extract", "-", "-f", "json", stdin=EXAMPLES[0].read_text(encoding="utf-8"))

    assert 0 == outcome.returncode
    assert {"Actual"} <= {record["modality"] for record in json.loads(outcome.stdout)}


@needs_extraction
@pytest.mark.model
def test_a_bad_line_is_reported_while_the_others_run(kg: Command, tmp_path):
    (tmp_path / "many.jsonl").write_text("{oops\n" + json.dumps({"id": "m1", "text": NEWS}) + "\n")

    outcome = kg("extract", "many.jsonl", "-o", "many.nq")

    assert 2 == outcome.returncode
    assert "cannot read line 1 of 'many.jsonl': it is not JSON" in outcome.stderr
    assert '"m1"' in (tmp_path / "many.nq").read_text()


@needs_extraction
@pytest.mark.model
def test_view_writes_one_page_named_after_the_article(kg: Command, tmp_path):
    outcome = kg("view", EXAMPLES[0])

    assert (0, f"{EXAMPLES[0].stem}.html\n") == (outcome.returncode, outcome.stdout)
    assert (tmp_path / f"{EXAMPLES[0].stem}.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@needs_extraction
@pytest.mark.model
def test_an_ontology_that_cannot_be_read_is_told_by_name(kg: Command):
    outcome = kg("extract", EXAMPLES[0], "--ontology", "own.ttl")

    assert (2, "") == (outcome.returncode, outcome.stdout)
    assert "own.ttl" in outcome.stderr


@pytest.mark.parametrize("verb", ["view", "extract"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b" \n ", "only blanks"),
        (b"\x00\x01the", "it is binary"),
        (b"caf\xe9", "it is not UTF-8"),
        (b"Der Minister sagte am Montag, dass das Gesetz nach langer Debatte vom Parlament verabschiedet wurde.", "--force"),
    ],
)
def test_bad_input_is_told_and_leaves_nothing_behind(kg: Command, tmp_path, verb, content, reason):
    (tmp_path / "bad.txt").write_bytes(content)

    outcome = kg(verb, "bad.txt", "-o", "out.ttl")

    assert (2, "") == (outcome.returncode, outcome.stdout)
    assert reason in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert ["bad.txt"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(("given", "meant"), [("turtel", "ttl"), ("nquads", "nq"), ("json-ld", "jsonld"), ("TTL", "ttl")])
def test_a_wrong_format_is_answered_with_the_one_that_was_meant(kg: Command, given, meant):
    outcome = kg("extract", EXAMPLES[0], "-f", given)

    assert 2 == outcome.returncode
    assert f"there is no format {given!r}. Did you mean {meant}?" in outcome.stderr


def test_a_traceback_is_shown_with_debug_only(kg: Command):
    outcomes = [kg("extract", "none.txt").stderr, kg("extract", "none.txt", "--debug").stderr]

    assert [False, True] == ["Traceback" in told for told in outcomes]


@pytest.mark.parametrize("arguments", [[], ["view"], ["conquer"], ["view", "a.txt", "--colour"]])
def test_a_usage_error_exits_2(kg: Command, arguments):
    assert 2 == kg(*arguments).returncode


def test_an_interrupted_command_exits_130():
    command = [sys.executable, "-m", "kg", "extract", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    with process:
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)

    assert (130, b"") == (process.returncode, told)


def test_every_bad_file_is_told(kg: Command):
    outcome = kg("extract", "none.txt", "also-none.txt")

    assert 2 == outcome.returncode
    assert ["'none.txt'", "'also-none.txt'"] == [line.split()[3].rstrip(":") for line in outcome.stderr.splitlines()]


# --- evaluate


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A line of gold: one invented sentence, one name, one fact."""
    text = "Ada Brook, the mayor of Westhaven, said that the mill was open again."
    spot = {"start": 0, "end": 9, "text": "Ada Brook", "kind": "name"}
    fact = {
        "s": "ada",
        "p": "holdsPosition",
        "o": "mayor",
        "modality": "Actual",
        "asserted_by": "publisher",
        "evidence": {"start": 0, "end": 33},
    }
    entities = [{"id": "ada", "type": "Person", "name": "Ada Brook", "mentions": [spot]}]
    entities.append({"id": "mayor", "type": "Position", "name": "mayor", "mentions": [{"start": 11, "end": 33}]})
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "mill", "text": text, "entities": entities, "facts": [fact], "quotes": []}) + "\n")
    return path


@needs_extraction
@pytest.mark.model
def test_evaluate_measures_and_writes_what_is_wrong(kg: Command, gold, tmp_path):
    outcome = kg("evaluate", gold, gold, "--by", "rule", "--errors", "wrong.html")

    assert (0, "") == (outcome.returncode, outcome.stderr)
    assert 2 == outcome.stdout.count("gold.jsonl: 1 of 1 articles read")
    assert "facts given, by rule" in outcome.stdout
    assert (tmp_path / "wrong.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["none.jsonl"], "cannot read 'none.jsonl'"),
        (["bad.jsonl"], "line 1 of bad.jsonl is not gold: there is no 'text'"),
        (["gold.jsonl", "--by", "colour"], "facts are not grouped by 'colour'"),
    ],
)
def test_evaluate_refuses_what_it_cannot_measure(kg: Command, gold, tmp_path, arguments, reason):
    (tmp_path / "bad.jsonl").write_text('{"id": "mill"}\n')

    outcome = kg("evaluate", *arguments)

    assert (2, "") == (outcome.returncode, outcome.stdout)
    assert reason in outcome.stderr


# --- the output room


def test_control_characters_do_not_reach_the_terminal():
    assert r"a\x1b[31m \u202e" == plain("a\x1b[31m \u202e")


def test_a_table_has_a_line_a_row():
    assert "a  b\n-  ---\n1  x y\n" == table(["a", "b"], [["1", "x\ny "]]) + "\n"


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_is_no_formula(cell):
    assert csv_text(["x"], [[cell]]).split("\r\n", 1)[1].lstrip('"').startswith("'")


def test_a_negative_number_stays_a_number():
    assert "x\r\n-1.5\r\n" == csv_text(["x"], [["-1.5"]])


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    with pytest.raises(InputError, match="cannot write"):
        written(tmp_path / "none" / "a.ttl", b"x")
    assert [] == list(tmp_path.iterdir())


def test_a_file_is_replaced_whole(tmp_path):
    (tmp_path / "a.ttl").write_bytes(b"old and longer")

    written(tmp_path / "a.ttl", b"new")

    assert {"a.ttl": b"new"} == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


@pytest.mark.parametrize("arguments", [["--help"], ["query", "mill.nq", HOLDS], ["query", "--list"], ["explain", "mill.nq", "Ada Brook"]])
def test_looking_does_not_load_spacy(story, arguments):
    program = (
        "import sys; from kg.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "sys.exit(bool({'spacy', 'onnxruntime', 'torch'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, *arguments]
    outcome = subprocess.run(command, cwd=story.parent, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)

    assert 0 == outcome.returncode, outcome.stderr
