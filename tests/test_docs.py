"""README is true: its commands run and print what it says, and no verb is missing.

A block marked `console` holds lines that begin with `$ ` and, under each, what the command prints: its results, not its
messages. `--update-gold` writes the outputs anew.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.verbs import VERBS as MODULES
from kg.export import export
from tests.conftest import ROOT, needs_extraction
from tests.test_export import stored_gold

README = ROOT / "README.md"
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

VERBS = sorted(MODULES)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a fresh checkout: the examples are there, and what commands write stays in it."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "examples").symlink_to(ROOT / "examples")
    return folder


def printed(command: str, place: Path) -> str:
    """What the command writes to standard output, `kg` being the one under test."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = re.sub(r"(^|[|&;] *)kg ", rf"\1{sys.executable} -m kg ", command)
    outcome = subprocess.run(command, shell=True, cwd=place, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert outcome.returncode in (0, 1), outcome.stderr
    return outcome.stdout


def told(block: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output under it."""
    parts = re.split(r"^\$ (.*(?:\\\n.*)*)\n", block, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def rerun(block: str, place: Path) -> str:
    """The console block with what its commands print today."""
    return "".join(f"$ {command}\n{trimmed(printed(command, place))}" for command, _ in told(block))


def trimmed(output: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


@needs_extraction
@pytest.mark.model
def test_the_commands_of_the_readme_print_what_it_says(place, request):
    text = README.read_text(encoding="utf-8")
    blocks = [(match[2], rerun(match[2], place)) for match in BLOCK.finditer(text) if match[1] == "console"]
    if request.config.getoption("--update-gold"):
        for old, new in blocks:
            text = text.replace(old, new)
        README.write_text(text, encoding="utf-8", newline="\n")
        return

    assert [old for old, _ in blocks] == [new for _, new in blocks]


@needs_extraction
@pytest.mark.model
def test_the_python_of_the_readme_runs(place):
    for match in BLOCK.finditer(README.read_text(encoding="utf-8")):
        if match[1] == "python":
            outcome = subprocess.run(
                [sys.executable, "-W", "error", "-c", match[2]],
                cwd=place,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                check=False,
            )

            assert (0, "") == (outcome.returncode, outcome.stderr)


def test_the_property_graph_of_the_page_on_feeding_answers(tmp_path):
    code = next(match[2] for match in BLOCK.finditer((ROOT / "docs" / "feeding.md").read_text(encoding="utf-8")) if match[1] == "python")
    export(stored_gold(), tmp_path / "graph")
    outcome = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert 0 == outcome.returncode, outcome.stderr
    assert "['Tomas Berger', 'Environment Agency', " in outcome.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb):
    assert f"kg {verb}" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/feeding.md"])
def test_a_link_of_ours_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", (ROOT / page).read_text(encoding="utf-8"))

    assert [] == [link for link in links if not ((ROOT / page).parent / link).exists()]
