"""The shape of the code: who imports whom, and how long a page is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, bodies

MODULES = sorted((ROOT / "kg").rglob("*.py"))
LONGEST_MODULE = 250
LONGEST_BODY = 40
"""Where the build stops. What passes 25 lines is listed at the end of every run, to be looked at."""

FOLDERS = {"kg", "ontologies", "tests", "examples", "docs"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name]


def test_each_heavy_library_has_one_home():
    outcome = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False)

    assert 0 == outcome.returncode, outcome.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_a_page(module):
    assert LONGEST_MODULE >= len(module.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_function_has_a_short_body(module):
    assert [] == [f"{name}: {length} lines" for name, length in bodies(module) if length > LONGEST_BODY]


def test_the_top_level_has_the_known_folders_only():
    assert FOLDERS | {".ci"} == {path.relative_to(ROOT).parts[0] for path in tracked() if path.parent != ROOT}


def test_no_file_names_a_place_of_the_machine_it_was_written_on():
    folder = re.compile(rb"(?<![\w/.-])/(?:root|home/[a-z]+|work)/(?:main|shared|[.]\w+)")

    assert [] == [str(path) for path in tracked() if path.is_file() and folder.search(path.read_bytes())]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_pins_everything_by_hash_and_names_no_host(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = [each for each in text.replace("\\\n", " ").splitlines() if each and not each.startswith("#")]

    assert "://" not in text
    assert [] == [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
