"""Stores that are broken, may not be written to, or lie on a full disk; and RDF that is none: told in one sentence, and nothing is lost."""

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg import library
from kg.errors import InputError
from kg.export import export
from kg.infer import infer
from kg.store import Store, opened
from tests.benchmarks.corpus import copies, stories
from tests.store_fixtures import ARTICLE, second_story, story

SECOND = second_story().article_id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library.add(tmp_path / "store", [story()])
    return tmp_path / "store"


def published(folder: Path) -> Path:
    return folder / "published" / (folder / "current").read_text().strip()


def replaced(path: Path, content: bytes | None) -> None:
    """The file or folder is another file now, or an empty folder."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.mkdir() if content is None else path.write_bytes(content)


# --- broken


@pytest.mark.parametrize("content", [b"", b"../../etc\n", b"\xff\xfe", b"999999\n", "²\n".encode(), b"9" * 5000, None])
def test_a_store_that_does_not_know_its_last_state_says_so_and_is_whole_after_a_writer(folder, content):
    replaced(folder / "current", content)
    with pytest.raises(InputError, match=r"store: the store (has never been published|cannot be opened)"):
        opened(folder)
    if content is None:
        (folder / "current").rmdir()
    library.add(folder, [second_story()])

    assert [ARTICLE, SECOND] == opened(folder).graphs()


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"\0" * 50)])
def test_a_published_state_that_is_damaged_is_told_and_not_answered_from(folder, damage):
    for path in published(folder).iterdir():
        damage(path)

    with pytest.raises(InputError, match=r"store: the store (has never been published|cannot be opened)"):
        opened(folder)


def test_a_store_without_its_data_is_not_written_to_and_still_read(folder, tmp_path):
    """A new one in its place would be empty, and take the place of what can be read still."""
    shutil.rmtree(folder / "data")
    with pytest.raises(InputError, match=r"its folder 'data' is gone.* can still be read: `kg export` it"):
        library.add(folder, [second_story()])
    export(opened(folder), tmp_path / "saved.nq")

    assert [ARTICLE] == opened(tmp_path / "saved.nq").graphs()


@pytest.mark.parametrize("place", ["data", "published", "current"])
def test_a_store_with_a_file_for_a_folder_or_the_other_way_round_is_told(folder, place):
    replaced(folder / place, None if place == "current" else b"x")

    with pytest.raises(InputError, match=r"store: the store (cannot be opened|is damaged)"):
        library.add(folder, [second_story()])


@pytest.mark.parametrize("content", [b"", b"\0\xff" * 50, "newsgraph-store ²\n".encode(), b"newsgraph-store -1", None])
def test_a_format_that_is_none_is_told(folder, content):
    replaced(folder / "format", content)

    for use in (opened, lambda path: library.add(path, [second_story()])):
        with pytest.raises(InputError, match="this folder is not a NewsGraph store"):
            use(folder)


def test_files_that_are_cut_short_are_told(folder):
    for path in (folder / "data").iterdir():
        if path.suffix == ".sst":
            path.write_bytes(path.read_bytes()[:100])

    with pytest.raises(InputError, match="store: the store cannot be opened"):
        library.add(folder, [second_story()])


def test_a_store_whose_name_speaks_of_locks_is_not_thought_to_be_in_use(tmp_path):
    library.add(tmp_path / "locks", [story()])
    replaced(tmp_path / "locks" / "data", b"x")

    with pytest.raises(InputError) as told:
        library.add(tmp_path / "locks", [second_story()])
    assert "another process" not in str(told.value)


# --- read only


@pytest.fixture
def untouchable() -> Iterator[Path]:
    """A store that this process may read only, whoever runs it."""
    place = Path(tempfile.mkdtemp())
    library.add(place / "store", [story()])
    modes = [(each, each.stat().st_mode) for each in (place, *place.rglob("*"))]
    for each, mode in modes:
        each.chmod(0o555 if each.is_dir() else 0o444)
        assert mode
    if os.geteuid() == 0:  # root may write everywhere
        os.seteuid(65534)
        yield place / "store"
        os.seteuid(0)
    else:
        yield place / "store"
    for each, mode in modes:
        each.chmod(mode)
    shutil.rmtree(place)


def test_a_store_that_may_only_be_read_answers(untouchable):
    assert opened(untouchable).ask(f"ASK {{ <{ARTICLE}> a ng:Article }}")


@pytest.mark.parametrize(
    "change",
    [
        lambda path: library.add(path, [second_story()]),
        lambda path: library.remove(path, ARTICLE),
        infer,
        lambda path: library.add(path.with_name("new"), [story()]),
    ],
    ids=["add", "remove", "infer", "new"],
)
def test_a_store_that_may_only_be_read_is_not_changed_and_says_why(untouchable, change):
    with pytest.raises(InputError, match=r"cannot be opened or written to: .*Permission denied"):
        change(untouchable)


@pytest.mark.parametrize("name", ["all.nq", "graph"])
def test_an_export_to_where_nobody_may_write_says_so(untouchable, name):
    with pytest.raises(InputError, match=rf"{name}: cannot be written: .*Permission denied"):
        export(opened(untouchable), untouchable.with_name(name))


# --- full disk


@contextmanager
def small(place: Path, *, mounted: bool) -> Iterator[Callable[[], None]]:
    """A disk that is soon full, with what makes it large again: a small one if wanted and allowed, else a limit of file sizes."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)]
    mounted = mounted and subprocess.run(mount, check=False, capture_output=True).returncode == 0
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    if not mounted:
        resource.setrlimit(resource.RLIMIT_FSIZE, (6 << 20, hard))

    def enlarge() -> None:
        if mounted:
            subprocess.run(["mount", "-o", "remount,size=100m", place], check=True)
        else:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    try:
        yield enlarge
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        if mounted:
            subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.parametrize("mounted", [True, False])
def test_a_full_disk_is_told_and_what_was_finished_is_there_when_there_is_room(tmp_path, mounted):
    finished: list[str] = []

    def fill(folder: Path) -> None:
        with Store(folder) as store:
            for quads in copies(stories()[0], 0, 20):
                store.replace(quads[0].graph_name.value, quads)
                finished.append(quads[0].graph_name.value)

    with small(tmp_path / "disk", mounted=mounted) as enlarge:
        with pytest.raises(InputError, match=r"store: (the disk is full; make room|the store cannot be opened or written to: .*too large)"):
            fill(tmp_path / "disk" / "store")
        enlarge()

        assert 0 < len(finished) < 80
        assert sorted(finished) == opened(tmp_path / "disk" / "store").graphs()
        library.add(tmp_path / "disk" / "store", [story()])
        assert sorted([*finished, ARTICLE]) == opened(tmp_path / "disk" / "store").graphs()


# --- RDF that is none


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.nq", "<http://a/> <http://b/> 'x' .\n", "line 1"),
        ("a.nq", '<http://a/> <http://b/> "x" .\n<http://a/> nonsense', "line 2 between columns 13 and 21"),
        ("a.nq", '<http://a/> <b> "x" .\n', "line 1 between columns 13 and 16"),
        ("a.nt", '<http://a/> <http://b/> "x" .\n<http://a/> <http://b/> "x', "line 2 between columns 25"),
        ("a.ttl", "@prefix a: <http://a/> .\n\na:b a:c ;\n  a:d [ .", "line 3 column 9"),
        ("a.ttl", "a:b a:c a:d .", "line 1 between columns 1 and 4: The prefix a: has not been declared"),
        ("a.trig", "@prefix a: <http://a/> .\na:g {\n a:b a:c }", "line 3 column 10"),
        ("a.jsonld", '{"@id": "http://a/",\n "http://b/": }', "line 2 column 15"),
        ("a.jsonld", "", "line 1 column 1"),
    ],
)
def test_malformed_rdf_is_told_with_line_and_column(name, content, place, tmp_path):
    (tmp_path / name).write_text(content)

    with pytest.raises(InputError, match=f"{name}: malformed .*{place}"):
        opened(tmp_path / name)


def test_malformed_rdf_adds_nothing(folder, tmp_path):
    (tmp_path / "a.nq").write_text('<http://a/> <http://b/> "x" <http://g/> .\n<http://a/> nonsense')
    with Store(folder) as store, pytest.raises(InputError, match="line 2"):
        store.load(tmp_path / "a.nq")

    assert [ARTICLE] == opened(folder).graphs()


def test_json_ld_that_wants_something_from_elsewhere_is_refused(tmp_path):
    (tmp_path / "a.jsonld").write_text('{"@context": "http://127.0.0.1:9/context", "a": 1}')

    with pytest.raises(InputError, match="malformed jsonld"):
        opened(tmp_path / "a.jsonld")
