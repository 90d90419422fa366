"""The notebook in examples/ runs from top to bottom and keeps no outputs."""

import ast
import json

import pytest

from tests.conftest import ROOT, needs_extraction

TOUR = ROOT / "examples" / "tour.ipynb"


def cells(kind: str) -> list[dict[str, object]]:
    """The notebook's cells of one kind."""
    return [cell for cell in json.loads(TOUR.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def shown(source: str, names: dict[str, object]) -> object:
    """Runs a cell as a notebook does, and gives what it would show: the value of its last line, if that is an expression."""
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), str(TOUR), "exec"), names)
    return eval(compile(ast.Expression(last.value), str(TOUR), "eval"), names) if last else None


def test_the_tour_holds_no_outputs():
    assert [] == [cell["id"] for cell in cells("code") if cell["outputs"] or cell["execution_count"] is not None]


def test_the_tour_is_a_notebook_of_the_form_it_names():
    notebook = json.loads(TOUR.read_text(encoding="utf-8"))
    names = [cell["id"] for cell in notebook["cells"]]

    assert (4, 5) == (notebook["nbformat"], notebook["nbformat_minor"])
    assert len(names) == len(set(names))


@needs_extraction
@pytest.mark.model
def test_every_cell_of_the_tour_shows_something(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(TOUR.parent)
    names: dict[str, object] = {"__name__": "__main__"}
    results = [shown("".join(cell["source"]), names) for cell in cells("code")]

    assert [] == [number for number, result in enumerate(results, start=1) if not result]
    assert '<iframe sandbox="' in results[-1]._repr_html_()
