"""The golden triples: what the example stories give, read by a person before they were committed."""

from pathlib import Path

import pytest

import kg
from kg.model import Extraction
from tests.conftest import EXAMPLES, needs_extraction

GOLD = Path(__file__).parent / "gold"

pytestmark = [pytest.mark.model, needs_extraction]


@pytest.fixture(scope="module")
def stories() -> dict[str, Extraction]:
    """Every example, read once, the models loaded once."""
    articles = [kg.read(path)[0] for path in EXAMPLES]
    return dict(zip([path.stem for path in EXAMPLES], kg.extractions(articles), strict=True))


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES])
def test_a_story_gives_its_golden_triples(stories, name, request):
    quads = kg.serialized([stories[name]], "nq").decode()
    golden = GOLD / f"{name}.nq"
    if request.config.getoption("--update-gold"):
        golden.write_text(quads, encoding="utf-8", newline="\n")

    assert golden.read_text(encoding="utf-8").splitlines() == quads.splitlines()


def test_there_is_no_golden_file_without_its_story():
    assert {path.stem for path in GOLD.glob("*.nq")} <= {path.stem for path in EXAMPLES}
