"""What is installed is whole: the command works from the wheel alone, in another folder."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import EXAMPLES, ROOT, needs_extraction


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it, unpacked into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    with ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def run(unpacked: Path, folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_holds_every_file_of_the_package(unpacked):
    listed = subprocess.run(["git", "ls-files", "-z", "kg", "ontologies"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    expected = {name.replace("ontologies/", "kg/ontologies/", 1) for name in listed.split("\0") if name and (ROOT / name).exists()}

    assert set() == expected - {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file()}


def test_the_installed_command_knows_its_questions_and_ontology(unpacked, tmp_path):
    outcome = run(unpacked, tmp_path, "query", "--list")

    assert (0, "") == (outcome.returncode, outcome.stderr)


@needs_extraction
@pytest.mark.model
def test_the_installed_command_makes_the_page_and_the_triples(unpacked, tmp_path):
    pages = [run(unpacked, tmp_path, "view", EXAMPLES[0], "-o", "page.html"), run(unpacked, tmp_path, "extract", EXAMPLES[0], "-o", "t.nq")]

    assert [0, 0] == [outcome.returncode for outcome in pages]
    assert {"page.html", "t.nq"} == {path.name for path in tmp_path.iterdir()}
