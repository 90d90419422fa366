"""A store on disk as a person fills it, asks it and carries it elsewhere: add, remove, infer, query, export, push."""

import csv
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from kg import library
from kg.disk import remembering
from kg.errors import InputError
from kg.formats import read
from kg.remote import Target
from kg.store import ONTOLOGY, Store, opened
from kg.vocab import DERIVED
from tests.conftest import EXAMPLES, ROOT, Command, needs_extraction
from tests.store_fixtures import ARTICLE, second_story, story

SECOND = second_story().article_id
PEOPLE = "SELECT ?name { ?who a ng:Person ; rdfs:label ?name } ORDER BY ?name"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

SERVER = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
needs_server = pytest.mark.skipif(SERVER is None, reason="the oxigraph server is not installed")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store's folder with two articles."""
    library.add(tmp_path / "store", [story(), second_story()])
    return tmp_path / "store"


def told(outcome: subprocess.CompletedProcess[str]) -> tuple[int, list[str], str]:
    return outcome.returncode, outcome.stdout.splitlines(), outcome.stderr


# --- add, remove


@needs_extraction
@pytest.mark.model
def test_add_makes_a_store_and_the_same_article_again_changes_nothing(kg: Command, tmp_path):
    first, again = (kg("add", "store", EXAMPLES[0]) for _ in range(2))
    (graph,) = opened(tmp_path / "store").graphs()

    assert (0, f"new  {graph}\n") == (first.returncode, first.stdout), first.stderr
    assert (0, f"unchanged  {graph}\n") == (again.returncode, again.stdout)
    assert "kg: 0 new, 0 changed, 1 unchanged, 0 replaced." == again.stderr.splitlines()[-1]


@needs_extraction
@pytest.mark.model
def test_add_lets_a_rewritten_article_take_the_place_of_the_old_one(kg: Command, tmp_path):
    (tmp_path / "news.txt").write_text("The mayor of the town said on Sunday that the mill was open again.\n")
    kg("add", "store", "news.txt")
    (old,) = opened(tmp_path / "store").graphs()
    (tmp_path / "news.txt").write_text("The mayor of the town said on Monday that the mill was closed again.\n")
    outcome = kg("add", "store", "news.txt")
    (new,) = opened(tmp_path / "store").graphs()

    assert f"new  {new}\nreplaced  {old}\n" == outcome.stdout


@needs_extraction
@pytest.mark.model
def test_add_keeps_as_much_of_the_words_as_is_asked_for(kg: Command, tmp_path):
    assert 0 == kg("add", "store", EXAMPLES[0], "--evidence", "none").returncode
    assert not opened(tmp_path / "store").ask("ASK { ?x a ng:Statement }")


def test_add_refuses_an_amount_of_words_that_it_does_not_know(kg: Command, tmp_path):
    outcome = kg("add", "store", EXAMPLES[0], "--evidence", "some")

    assert (2, []) == told(outcome)[:2]
    assert "--evidence" in outcome.stderr
    assert [] == list(tmp_path.iterdir())


@needs_extraction
@pytest.mark.model
def test_add_tells_of_a_bad_file_and_keeps_the_others(kg: Command, tmp_path):
    outcome = kg("add", "store", "none.txt", EXAMPLES[0])

    assert 2 == outcome.returncode
    assert "cannot read 'none.txt'" in outcome.stderr
    assert 1 == len(opened(tmp_path / "store").graphs())


def test_add_makes_no_store_when_there_is_nothing_to_add(kg: Command, tmp_path):
    outcome = kg("add", "store", "none.txt")

    assert (2, []) == told(outcome)[:2]
    assert "cannot read 'none.txt'" in outcome.stderr
    assert [] == list(tmp_path.iterdir())


def test_add_leaves_a_folder_alone_that_is_no_store(kg: Command, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("Dear Ada")
    outcome = kg("add", "letters", EXAMPLES[0])

    assert (2, [], "kg: letters: this folder is not a NewsGraph store: it has no file 'format'.\n") == told(outcome)
    assert ["a.txt"] == [path.name for path in (tmp_path / "letters").iterdir()]


@pytest.mark.parametrize("arguments", [["add", "store", EXAMPLES[0]], ["remove", "store", "quiet-seas"], ["infer", "store"]])
def test_a_store_in_use_is_not_written_to(kg: Command, store, arguments):
    with Store(store):
        outcome = kg(*arguments)

    assert (2, [], "kg: store: another process is writing to this store; wait until it has finished.\n") == told(outcome)
    assert [ARTICLE, SECOND] == opened(store).graphs()


@pytest.mark.parametrize("verb", ["add", "remove", "infer", "export", "push"])
def test_a_store_of_a_newer_version_is_refused_with_what_to_do(kg: Command, store, verb):
    (store / "format").write_text("newsgraph-store 99\n")
    last = {"add": EXAMPLES[0], "remove": "quiet-seas", "infer": "--remove", "export": "all.nq", "push": "http://127.0.0.1:9/store"}[verb]

    expected = "kg: store: the store has format 99, this NewsGraph reads format 1: update NewsGraph to open it.\n"
    assert (2, [], expected) == told(kg(verb, "store", last))


@pytest.mark.parametrize("what", [ARTICLE, "quiet-seas", "Ministry approves plan for quiet seas"])
def test_remove_takes_an_article_out_by_iri_identifier_or_title(kg: Command, store, what):
    assert (0, [f"removed  {ARTICLE}"], "") == told(kg("remove", "store", what))
    assert [SECOND] == opened(store).graphs()


def test_remove_refuses_an_article_that_is_not_there(kg: Command, store):
    expected = "kg: store: no article there has the IRI, identifier, address or title 'quiet-lakes'.\n"
    assert (2, [], expected) == told(kg("remove", "store", "quiet-lakes"))


def test_remove_makes_no_store(kg: Command, tmp_path):
    assert (2, [], "kg: none: there is no such store.\n") == told(kg("remove", "none", "quiet-seas"))
    assert [] == list(tmp_path.iterdir())


# --- infer


def test_infer_says_what_each_rule_gave_and_queries_see_it(kg: Command, store):
    outcome = kg("infer", "store")

    assert (0, ["rule          triples", "------------  -------"]) == (outcome.returncode, outcome.stdout.splitlines()[:2])
    assert "symmetric     2" in outcome.stdout.splitlines()
    assert f"articles, in the graph <{DERIVED}>.\n" in outcome.stderr
    assert (0, ["yes"], "") == told(kg("query", "store", "ASK { ?she rdfs:label 'Tove Brandt'@en ; ng:meets ?ada }"))


def test_infer_takes_out_again_what_it_put_in(kg: Command, store):
    kg("infer", "store")

    assert (0, [f"removed  {DERIVED}"], "") == told(kg("infer", "store", "--remove"))
    assert (0, ["there was nothing inferred"], "") == told(kg("infer", "store", "--remove"))
    assert (0, ["no"], "") == told(kg("query", "store", "ASK { ?she rdfs:label 'Tove Brandt'@en ; ng:meets ?ada }"))


def test_remove_says_that_what_was_inferred_goes_too(kg: Command, store):
    kg("infer", "store")

    assert (0, [f"removed  {DERIVED}", f"removed  {SECOND}"], "") == told(kg("remove", "store", "second"))


def test_infer_refuses_a_store_that_is_not_there(kg: Command, tmp_path):
    assert (2, [], "kg: none: there is no such store; `kg add none ARTICLE` makes one.\n") == told(kg("infer", "none"))
    assert [] == list(tmp_path.iterdir())


# --- query


def test_query_asks_a_store(kg: Command, store):
    assert (0, ["name", "-----------", "Ada Quill", "Tove Brandt"], "") == told(kg("query", "store", PEOPLE))


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--csv"],
        ["--json"],
        ["--csv", "--json"],
        ["-p", "name=Ada Quill"],
        ["--set", "name=Ada Quill"],
        ["-p", "nam=Ada Quill"],
        ["-p"],
    ],
)
def test_a_plain_query_answers_as_one_with_further_options_does(kg: Command, store, options):
    asked = ["query", "store", "who-is", *options]

    assert told(kg(*asked)) == told(kg(*asked[:1], "--timeout", "30", *asked[1:]))


def test_a_plain_query_does_not_wait_for_the_parser_of_the_command_line(store):
    program = (
        "import sys; from kg.cli import main\nmain(sys.argv[1:])\nsys.exit(bool({'typer', 'pydantic', 'pyoxigraph'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, "query", str(store), PEOPLE]

    assert 0 == subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode


def test_a_query_whose_reader_has_enough_ends_quietly(store):
    command = f"{sys.executable} -m kg query {store} 'SELECT ?s ?p ?o {{ ?s ?p ?o }}' --csv | head -1"
    outcome = subprocess.run(command, cwd=ROOT, shell=True, capture_output=True, text=True, check=False)

    assert ("s,p,o\n", "") == (outcome.stdout, outcome.stderr)


def test_query_asks_a_store_that_is_being_written_to(kg: Command, store):
    with Store(store):
        outcome = kg("query", "store", PEOPLE, "--csv")

    assert (0, ["name", "Ada Quill", "Tove Brandt"], "") == told(outcome)


def test_a_query_is_printed_so_that_any_server_understands_it(kg: Command, store):
    printed = kg("query", "store", "who-is", "-p", "name=Ada Quill", "--print").stdout
    with_nothing_preset = opened(store).inner.query(printed)

    assert ["Harbour Minister of Norland"] == [row["position"].value for row in with_nothing_preset]


def test_query_asks_a_ready_question_of_a_store(kg: Command, store):
    outcome = kg("query", "store", "who-is", "-p", "name=Ada Quill", "--json")

    assert 0 == outcome.returncode, outcome.stderr
    assert "Harbour Minister of Norland" in json.loads(outcome.stdout)[0].values()


def test_query_gives_json_cells_in_the_order_of_the_columns(kg: Command, store):
    outcome = kg("query", "store", "SELECT ?z ?none ?a { ?who a ng:Country ; rdfs:label ?a BIND(STRLEN(?a) AS ?z) }", "--json")

    assert [("z", "7"), ("a", "Norland")] == list(json.loads(outcome.stdout)[0].items())


@pytest.mark.parametrize(("options", "answer"), [([], "yes"), (["--json"], "true"), (["--csv"], "yes")])
def test_query_answers_yes_or_no_whatever_a_prefix_is_called(kg: Command, store, options, answer):
    assert (0, [answer], "") == told(kg("query", "store", "PREFIX select: <x:y> ASK { ?who a ng:Person }", *options))


def test_query_stops_a_runaway_query_in_time(kg: Command, store):
    start = time.monotonic()
    outcome = kg("query", "store", RUNAWAY, "--timeout", "2")

    assert (2, [], "kg: the query took longer than 2 s and was stopped; narrow it, or allow more time.\n") == told(outcome)
    assert 5 > time.monotonic() - start


@pytest.mark.parametrize("timeout", ["0", "-1", "soon", "nan"])
def test_a_time_limit_that_is_none_is_a_usage_error(kg: Command, store, timeout):
    outcome = kg("query", "store", PEOPLE, "--timeout", timeout)

    assert (2, []) == told(outcome)[:2]
    assert "--timeout" in outcome.stderr


def test_an_interrupted_query_exits_130(store):
    command = [sys.executable, "-m", "kg", "query", str(store), RUNAWAY]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        printed, _ = process.communicate(timeout=10)

    assert (130, b"") == (process.returncode, printed)


def test_query_refuses_a_store_that_is_not_there(kg: Command, tmp_path):
    outcome = kg("query", "none", PEOPLE)

    assert (2, []) == told(outcome)[:2]
    assert outcome.stderr.startswith("kg: none: ")
    assert [] == list(tmp_path.iterdir())


def test_query_refuses_a_folder_that_is_no_store(kg: Command, tmp_path):
    (tmp_path / "letters").mkdir()

    expected = "kg: letters: this folder is not a NewsGraph store: it has no file 'format'.\n"
    assert (2, [], expected) == told(kg("query", "letters", PEOPLE))


# --- export


def test_export_writes_the_form_that_the_file_is_named_after(kg: Command, store, tmp_path):
    assert (0, ["all.nq.gz"], "") == told(kg("export", "store", "all.nq.gz"))
    assert {ARTICLE, SECOND} == {quad.graph_name.value for quad in read(tmp_path / "all.nq.gz")}


def test_export_writes_csv_for_property_graphs_into_a_folder(kg: Command, store, tmp_path):
    outcome = kg("export", "store", "graph")
    with (tmp_path / "graph" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        labels = {row["label"] for row in csv.DictReader(file)}

    assert (0, ["graph"], "") == told(outcome)
    assert {"Ada Quill", "Tove Brandt"} <= labels


@pytest.mark.parametrize(
    ("form", "files"),
    [
        ("neo4j", ["nodes.csv", "relationships.csv"]),
        ("neptune", ["nodes.csv", "relationships.csv"]),
        ("parquet", ["articles.parquet", "entities.parquet", "mentions.parquet", "statements.parquet"]),
    ],
)
def test_export_writes_the_form_that_is_asked_for_into_a_folder(kg: Command, store, tmp_path, form, files):
    assert (0, ["news.v1"], "") == told(kg("export", "store", "news.v1", "--form", form))
    assert files == sorted(path.name for path in (tmp_path / "news.v1").iterdir())


def test_export_to_parquet_says_what_to_install_where_pyarrow_is_missing(kg: Command, store, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['pyarrow'] = None\n")
    outcome = kg("export", "store", "news", "--form", "parquet", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")

    expected = "kg: Parquet is written by pyarrow, which is not installed: pip install 'newsgraph[parquet]'.\n"
    assert (2, [], expected) == told(outcome)
    assert not (tmp_path / "news").exists()


def test_export_turns_one_form_into_another(kg: Command, store, tmp_path):
    kg("export", "store", "all.trig")

    assert 0 == kg("export", "all.trig", "again.nq").returncode
    assert set(read(tmp_path / "all.trig")) == set(read(tmp_path / "again.nq"))


@pytest.mark.parametrize("name", ["all.xlsx", "all.rdf", "all.gz"])
def test_export_refuses_a_form_that_it_does_not_know(kg: Command, store, tmp_path, name):
    outcome = kg("export", "store", name)

    assert (2, []) == told(outcome)[:2]
    assert f"kg: {name}: the suffix names no form: use .nq, .nq.gz, .trig" in outcome.stderr
    assert ["store"] == [path.name for path in tmp_path.iterdir()]


def test_export_leaves_a_folder_alone_that_is_there(kg: Command, store):
    before = sorted(path.name for path in store.iterdir())

    assert (2, [], "kg: store: is there already; name a folder that is not.\n") == told(kg("export", "store", "store"))
    assert before == sorted(path.name for path in store.iterdir())


def test_export_refuses_a_store_that_is_not_there(kg: Command, tmp_path):
    outcome = kg("export", "none", "all.nq")

    assert (2, []) == told(outcome)[:2]
    assert outcome.stderr.startswith("kg: none: ")
    assert [] == list(tmp_path.iterdir())


# --- push


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def started(port: int, folder: Path) -> subprocess.Popen[bytes]:
    command = [str(SERVER), "serve", "-l", str(folder), "-b", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 0.1).close()
            return process
        except OSError:
            time.sleep(0.05)
    process.kill()
    raise TimeoutError("the server did not start")


@pytest.fixture
def server(tmp_path):
    """The address of a real Oxigraph server."""
    port = free_port()
    process = started(port, tmp_path / "server")
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


def graphs_of(url: str) -> list[str]:
    query = b"SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
    request = urllib.request.Request(f"{url}/query", query, {"Content-Type": "application/sparql-query", "Accept": "text/csv"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read().decode().split()[1:]


@needs_server
def test_push_sends_every_graph_once(kg: Command, store, server):
    first, again = (kg("push", "store", f"{server}/store") for _ in range(2))

    sent = [f"sent  {graph}" for graph in (ONTOLOGY, ARTICLE, SECOND)]
    assert (0, sent, "kg: 3 sent, 0 removed, 0 unchanged.\n") == told(first)
    assert (0, [], "kg: 0 sent, 0 removed, 3 unchanged.\n") == told(again)
    assert sorted([ONTOLOGY, ARTICLE, SECOND]) == graphs_of(server)


@needs_server
def test_push_sends_what_changed_and_removes_what_is_gone(kg: Command, store, server):
    kg("push", "store", f"{server}/store")
    library.add(store, [story(mentions=())])
    library.remove(store, SECOND)

    assert (0, [f"sent  {ARTICLE}", f"removed  {SECOND}"], "kg: 1 sent, 1 removed, 1 unchanged.\n") == told(
        kg("push", "store", f"{server}/store")
    )
    assert (0, [], "kg: 0 sent, 0 removed, 2 unchanged.\n") == told(kg("push", "store", f"{server}/store"))
    assert sorted([ONTOLOGY, ARTICLE]) == graphs_of(server)


@needs_server
def test_a_dry_run_of_push_shows_what_would_travel_and_sends_nothing(kg: Command, store, server):
    outcome = kg("push", "store", f"{server}/store", "--dry-run")

    shown = [f"to send  {graph}" for graph in (ONTOLOGY, ARTICLE, SECOND)]
    assert (0, shown, "kg: 3 to send, 0 to remove, 0 unchanged; nothing was sent.\n") == told(outcome)
    assert [] == graphs_of(server)
    assert 3 == kg("push", "store", f"{server}/store").stdout.count("sent  ")


@needs_server
def test_each_server_is_remembered_for_itself(kg: Command, store, server, tmp_path):
    port = free_port()
    process = started(port, tmp_path / "other")
    kg("push", "store", f"{server}/store")
    outcome = kg("push", "store", f"http://127.0.0.1:{port}/store")
    process.kill()
    process.wait()

    assert "kg: 3 sent, 0 removed, 0 unchanged.\n" == outcome.stderr


@needs_server
@pytest.mark.slow
def test_push_notices_that_the_server_was_emptied_and_sends_everything_again(kg: Command, store, tmp_path):
    ports = free_port(), free_port()
    urls = [f"http://127.0.0.1:{port}/store" for port in ports]
    processes = [started(port, tmp_path / str(port)) for port in ports]
    library.push(store, Target(urls[0]), arrived=lambda *_: None)
    library.push(store, Target(urls[1]), arrived=lambda *_: None)
    library.remove(store, SECOND)
    processes[0].kill()
    processes[0].wait()
    processes[0] = started(ports[0], tmp_path / "fresh")
    noticed, again, after = (kg("push", "store", urls[0], *more) for more in ([], ["--again"], []))
    other = kg("push", "store", urls[1])
    graphs = graphs_of(f"http://127.0.0.1:{ports[0]}")
    for process in processes:
        process.kill()
        process.wait()

    assert (2, []) == told(noticed)[:2]
    assert "no longer holds what was sent to it" in noticed.stderr and "--again" in noticed.stderr
    assert (0, [f"sent  {ONTOLOGY}", f"sent  {ARTICLE}", f"removed  {SECOND}"]) == told(again)[:2]
    assert "kg: 0 sent, 0 removed, 2 unchanged.\n" == after.stderr
    assert "kg: 0 sent, 1 removed, 2 unchanged.\n" == other.stderr  # what it remembers of the other server is untouched
    assert sorted([ONTOLOGY, ARTICLE]) == graphs


@needs_server
def test_a_dry_run_of_sending_everything_again_sends_and_forgets_nothing(kg: Command, store, server):
    kg("push", "store", f"{server}/store")
    outcome = kg("push", "store", f"{server}/store", "--again", "--dry-run")

    assert "kg: 3 to send, 0 to remove, 0 unchanged; nothing was sent.\n" == outcome.stderr
    assert "kg: 0 sent, 0 removed, 3 unchanged.\n" == kg("push", "store", f"{server}/store").stderr


@needs_server
def test_push_sends_from_a_store_that_is_being_written_to(kg: Command, store, server):
    with Store(store):
        outcome = kg("push", "store", f"{server}/store")

    assert "kg: 3 sent, 0 removed, 0 unchanged.\n" == outcome.stderr


@needs_server
@pytest.mark.slow
def test_push_goes_on_after_the_server_was_away(kg: Command, store, tmp_path):
    port = free_port()
    away = kg("push", "store", f"http://127.0.0.1:{port}/store")
    process = started(port, tmp_path / "server")
    library.remove(store, SECOND)
    back = kg("push", "store", f"http://127.0.0.1:{port}/store")
    graphs = graphs_of(f"http://127.0.0.1:{port}")
    process.kill()
    process.wait()

    assert (2, []) == told(away)[:2]
    assert "Push again to go on from here." in away.stderr
    # What may have arrived is removed too.
    assert (0, [f"sent  {ONTOLOGY}", f"sent  {ARTICLE}", f"removed  {SECOND}"]) == told(back)[:2]
    assert sorted([ONTOLOGY, ARTICLE]) == graphs


@needs_server
def test_half_a_line_of_what_was_remembered_does_no_harm(kg: Command, store, server):
    kg("push", "store", f"{server}/store")
    (ledger,) = (store / "pushed").iterdir()
    ledger.write_text(ledger.read_text()[:-10])

    assert (0, [f"sent  {SECOND}"], "kg: 1 sent, 0 removed, 2 unchanged.\n") == told(kg("push", "store", f"{server}/store"))
    assert "kg: 0 sent, 0 removed, 3 unchanged.\n" == kg("push", "store", f"{server}/store").stderr


def test_a_full_disk_is_told_when_something_is_to_be_remembered(store):
    with remembering(store, "http://b.example/"):
        pass
    (ledger,) = (store / "pushed").iterdir()
    ledger.unlink()
    ledger.symlink_to("/dev/full")

    with remembering(store, "http://b.example/") as remember, pytest.raises(InputError, match="No space left"):
        remember(ARTICLE, "1")


def test_push_is_refused_while_another_one_is_at_work(kg: Command, store):
    class Slow(BaseHTTPRequestHandler):
        def do_PUT(self):
            arrived.append(self.path)
            time.sleep(60)

        def log_message(self, *_):
            pass

    arrived: list[str] = []
    slow = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    slow.daemon_threads, slow.block_on_close = True, False
    Thread(target=slow.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{slow.server_port}/store"
    first = subprocess.Popen([sys.executable, "-m", "kg", "push", str(store), url], cwd=ROOT, stdout=subprocess.DEVNULL)
    while not arrived:
        time.sleep(0.05)
    outcome = kg("push", "store", url)
    first.kill()
    first.wait()
    slow.shutdown()
    slow.server_close()

    expected = "kg: store: another process is pushing this store to the same server; wait until it has finished.\n"
    assert (2, [], expected) == told(outcome)


def test_push_exits_1_when_the_server_does_not_keep_all(kg: Command, store):
    class Lossy(BaseHTTPRequestHandler):
        def answer(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_PUT = do_GET = answer

        def log_message(self, *_):
            pass

    lossy = ThreadingHTTPServer(("127.0.0.1", 0), Lossy)
    Thread(target=lossy.serve_forever, daemon=True).start()
    outcome = kg("push", "store", f"http://127.0.0.1:{lossy.server_port}/store")
    lossy.shutdown()
    lossy.server_close()

    assert (1, []) == told(outcome)[:2]
    assert f"the server does not keep all of <{ARTICLE}>" in outcome.stderr
    assert "kg: 0 sent, 0 removed, 0 unchanged." == outcome.stderr.splitlines()[-1]


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("store.example", "is no http or https address"),
        ("ftp://store.example/", "is no http"),
        ("http://a:sesame@b.example/", "a password"),
    ],
)
def test_push_refuses_an_address_that_is_none(kg: Command, store, url, reason, options):
    outcome = kg("push", "store", url, *options)

    assert (2, []) == told(outcome)[:2]
    assert reason in outcome.stderr
    assert "sesame" not in outcome.stderr


def test_push_refuses_a_store_that_is_not_there(kg: Command, tmp_path):
    expected = "kg: none: there is no such store; `kg add none ARTICLE` makes one.\n"
    assert (2, [], expected) == told(kg("push", "none", "http://127.0.0.1:9/store"))
    assert [] == list(tmp_path.iterdir())


# --- all


@pytest.mark.parametrize("arguments", [["add"], ["add", "store"], ["remove", "store"], ["export", "store"], ["push", "store"]])
def test_an_argument_that_is_missing_is_a_usage_error(kg: Command, arguments):
    assert 2 == kg(*arguments).returncode


@pytest.mark.parametrize(
    "arguments",
    [
        ["remove", "store", "quiet-seas"],
        ["infer", "store"],
        ["export", "store", "all.nq"],
        ["push", "store", "http://127.0.0.1:9/", "--dry-run"],
    ],
)
def test_only_add_loads_spacy(store, arguments):
    program = (
        "import sys; from kg.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: code = end.code\n"
        "sys.exit(code or bool({'spacy', 'onnxruntime', 'torch'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, *arguments]
    outcome = subprocess.run(command, cwd=store.parent, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)

    assert 0 == outcome.returncode, outcome.stderr
