"""Where the ontologies and the ready questions are: inside the wheel, or beside `kg/` in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(name: str) -> Traversable:
    """The file or folder of that name under `ontologies/`.

    >>> resource("newsgraph.ttl").read_text(encoding="utf-8").startswith("@prefix")
    True
    """
    packaged = files("kg") / "ontologies"
    root: Traversable = packaged if packaged.is_dir() else Path(__file__).resolve().parent.parent / "ontologies"
    found = root / name
    if not (found.is_file() or found.is_dir()):
        raise FileNotFoundError(f"the installation is not whole: there is no {name!r} in {root}.")
    return found
