"""`kg serve` at the command line: what it says when it cannot, and that nothing else pays for it."""

import socket
import subprocess
import sys

import pytest

from tests.conftest import ROOT, Command
from tests.serve.conftest import TOKEN


def test_the_address_is_what_is_printed(service):
    assert f"http://127.0.0.1:{service.port}/" == service.address


def test_a_store_that_is_not_there_is_named(kg: Command):
    outcome = kg("serve", "none")

    assert (2, "", "kg: none: there is no such store; `kg add none ARTICLE` makes one.\n") == (
        outcome.returncode,
        outcome.stdout,
        outcome.stderr,
    )


def test_a_store_of_another_version_is_refused(kg: Command, tmp_path):
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "format").write_text("newsgraph-store 9\n")
    outcome = kg("serve", "store")

    assert (2, True) == (outcome.returncode, "has format 9" in outcome.stderr)
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize("name", ["file.nq", "folder"])
def test_what_is_no_store_is_refused(kg: Command, tmp_path, name):
    (tmp_path / "file.nq").touch()
    (tmp_path / "folder").mkdir()
    outcome = kg("serve", name)

    assert (2, True) == (outcome.returncode, outcome.stderr.startswith(f"kg: {name}: "))


def test_a_damaged_store_is_refused(kg: Command, tmp_path):
    (tmp_path / "store" / "published" / "1").mkdir(parents=True)
    (tmp_path / "store" / "format").write_text("newsgraph-store 1\n")
    (tmp_path / "store" / "current").write_text("1\n")
    outcome = kg("serve", "store")

    assert (2, True, False) == (outcome.returncode, "is damaged" in outcome.stderr, "Traceback" in outcome.stderr)


def test_a_port_that_is_taken_is_named_with_what_to_do(kg: Command, filled):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        outcome = kg("serve", filled, "--port", str(port))

    assert 2 == outcome.returncode
    assert outcome.stderr.startswith(f"kg: cannot listen at 127.0.0.1 port {port}: ")
    assert outcome.stderr.endswith("another program uses this port: choose another with --port.\n")


def test_a_host_that_does_not_exist_is_named(kg: Command, filled):
    outcome = kg("serve", filled, "--host", "256.256.256.256", KG_TOKEN=TOKEN)

    assert (2, True) == (outcome.returncode, outcome.stderr.startswith("kg: cannot listen at 256.256.256.256"))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "news.example"])
def test_beyond_this_machine_a_token_is_needed(kg: Command, filled, host):
    outcome = kg("serve", filled, "--host", host)

    assert (2, True) == (outcome.returncode, "a token is needed: set KG_TOKEN" in outcome.stderr)


@pytest.mark.parametrize("token", ["short", "a token with spaces in it", "a-token-that-is-not-äscii"])
@pytest.mark.parametrize("way", ["file", "environment"])
def test_a_token_that_is_none_is_refused_and_not_shown(kg: Command, filled, tmp_path, token, way):
    (tmp_path / "token").write_text(token)
    outcome = kg("serve", filled, "--token-file", "token") if way == "file" else kg("serve", filled, KG_TOKEN=token)

    assert (2, True, False) == (outcome.returncode, "at least 16 characters" in outcome.stderr, token in outcome.stderr)


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_token_file_that_cannot_be_read_is_named(kg: Command, filled, name):
    outcome = kg("serve", filled, "--token-file", name)

    assert (2, True) == (outcome.returncode, outcome.stderr.startswith(f"kg: {name}: the token cannot be read"))


@pytest.mark.parametrize("origin", ["news.example", "https://news.example/path", "javascript:alert(1)", "https://a b"])
def test_an_origin_that_is_none_is_refused(kg: Command, filled, origin):
    outcome = kg("serve", filled, "--cors", origin)

    assert (2, True) == (outcome.returncode, "is no origin" in outcome.stderr)


@pytest.mark.parametrize("options", [["--port", "70000"], ["--workers", "0"], ["--timeout", "0"], ["--token", TOKEN]])
def test_a_wrong_option_is_a_usage_error(kg: Command, filled, options):
    assert 2 == kg("serve", filled, *options).returncode


def test_no_other_verb_loads_the_web_server(filled):
    program = (
        "import sys; from kg.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: code = end.code\n"
        "sys.exit(code or bool({'starlette', 'uvicorn', 'asyncio'} & set(sys.modules)))"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program, "query", str(filled), "ASK {}"],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == outcome.returncode, outcome.stderr


def test_an_answering_process_loads_neither_the_web_server_nor_spacy():
    program = "import sys, kg.serve.answering; sys.exit(bool({'starlette', 'uvicorn', 'spacy', 'rdflib'} & set(sys.modules)))"

    assert 0 == subprocess.run([sys.executable, "-c", program], env={"PYTHONPATH": str(ROOT)}, check=False).returncode
