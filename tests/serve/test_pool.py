"""Questions run in processes of their own: limits are kept, nobody waits for another's question, and the newest state is asked."""

import os
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg import library
from tests.serve.conftest import PEOPLE, RUNAWAY, Service
from tests.store_fixtures import second_story, story


def children(service: Service) -> list[int]:
    """The numbers of the processes that answer."""
    pid = service.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def settled(condition, seconds: float = 10) -> bool:
    """Whether the condition comes true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_a_slow_question_is_stopped_in_time_and_the_next_one_is_answered(serving, filled):
    service = serving(filled, "--timeout", "1", "--workers", "1")
    start = time.monotonic()
    slow = service.query(RUNAWAY)
    took = time.monotonic() - start

    assert (500, True) == (slow.status, took < 2)
    assert 200 == service.query(PEOPLE).status


def test_a_slow_question_holds_up_nobody(serving, filled):
    service = serving(filled, "--timeout", "5", "--workers", "3")
    with ThreadPoolExecutor(21) as clients:
        slow = clients.submit(service.query, RUNAWAY)
        time.sleep(0.3)
        start = time.monotonic()
        quick = list(clients.map(lambda _: service.query(PEOPLE).status, range(100)))
        took = time.monotonic() - start

        assert ([200] * 100, True, False) == (quick, took < 4, slow.done())


def test_a_slow_question_lets_quick_ones_go_before_it(serving, filled):
    service = serving(filled, "--timeout", "4", "--workers", "1")
    (child,) = children(service)
    with ThreadPoolExecutor(1) as clients:
        clients.submit(service.query, RUNAWAY)

        assert settled(lambda: os.getpriority(os.PRIO_PROCESS, child) == 10, 3)


def test_a_question_that_waits_for_the_processor_is_not_a_slow_one(serving, filled):
    service = serving(filled, "--workers", "1")
    (child,) = children(service)
    with ThreadPoolExecutor(1) as clients:
        os.kill(child, signal.SIGSTOP)
        waiting = clients.submit(service.query, PEOPLE)
        time.sleep(1.5)
        os.kill(child, signal.SIGCONT)

        assert 200 == waiting.result().status
    assert ([child], 0) == (children(service), os.getpriority(os.PRIO_PROCESS, child))


def test_beyond_a_small_queue_a_client_is_told_when_to_come_again(serving, filled):
    service = serving(filled, "--timeout", "3", "--workers", "1")
    with ThreadPoolExecutor(24) as clients:
        replies = list(clients.map(lambda _: service.query(RUNAWAY), range(24)))
    busy = [reply for reply in replies if reply.status == 503]

    assert len(busy) >= 7
    assert {"2"} == {reply.headers["retry-after"] for reply in busy}
    assert settled(lambda: service.query(PEOPLE).status == 200)


def test_a_greedy_question_is_stopped_by_its_memory(serving, filled):
    greedy = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
    service = serving(filled, "--timeout", "60", "--workers", "1", "--memory", "1024")
    reply = service.query(greedy)

    assert (500, True) == (reply.status, "1.0 GiB of memory" in reply.text)
    assert 200 == service.query(PEOPLE).status


def test_a_client_that_goes_away_takes_its_question_along(serving, filled):
    service = serving(filled, "--timeout", "60", "--workers", "1")
    with socket.create_connection(("127.0.0.1", service.port)) as connection:
        body = RUNAWAY.encode()
        head = f"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1:{service.port}\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        time.sleep(0.5)
    start = time.monotonic()

    assert (200, True) == (service.query(PEOPLE).status, time.monotonic() - start < 5)


def test_a_process_that_was_killed_is_replaced(serving, filled):
    service = serving(filled, "--workers", "2")
    for child in children(service):
        os.kill(child, signal.SIGKILL)
    time.sleep(0.2)

    assert [200] * 4 == [service.query(PEOPLE).status for _ in range(4)]


def test_what_is_added_while_the_service_runs_is_there_at_once(serving, tmp_path):
    library.add(tmp_path / "store", [story()])
    service = serving(tmp_path / "store", "--workers", "2")
    works = "ASK { ?s ng:cooperatesWith ?o }"
    before = [service.query(works).body for _ in range(2)]
    library.add(tmp_path / "store", [second_story()])
    after = [service.query(works).body for _ in range(4)]

    assert ({b'{"head":{},"boolean":false}'}, {b'{"head":{},"boolean":true}'}) == (set(before), set(after))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_the_service_ends_well_and_leaves_no_process(serving, filled, number):
    service = serving(filled)
    service.query(PEOPLE)
    left = children(service)

    assert (4, 0) == (len(left), service.end(number))
    assert settled(lambda: not any(map(alive, left)))
    assert [] == [line for line in service.lines if not line.startswith('{"time"')]


def test_told_to_end_the_service_finishes_what_it_has_begun(serving, filled):
    service = serving(filled, "--timeout", "2", "--workers", "1")
    with ThreadPoolExecutor(1) as clients:
        slow = clients.submit(service.query, RUNAWAY)
        time.sleep(0.5)

        assert (0, 500) == (service.end(), slow.result().status)


def test_killed_the_service_leaves_no_process(serving, filled):
    service = serving(filled)
    left = children(service)
    service.end(signal.SIGKILL)

    assert settled(lambda: not any(map(alive, left)))


def test_a_module_in_the_folder_at_hand_does_not_stand_in_for_ours(serving, filled, tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONSAFEPATH", "1")

    assert 200 == serving(filled, "--workers", "1").query(PEOPLE).status


def test_the_processes_do_not_know_the_token(serving, filled):
    service = serving(filled, "--workers", "1", KG_TOKEN="a-token-of-enough-characters")
    (child,) = children(service)

    assert b"a-token" not in Path(f"/proc/{child}/environ").read_bytes()
