"""NewsGraph: news articles in, a knowledge graph you can trust out.

    import kg

    article = kg.read("examples/cybersecurity-center.txt")[0]
    extraction = kg.extract(article)                    # people, bodies, events, facts, quotations: plain records
    store = kg.stored([extraction])                     # SPARQL; store.dataset is an rdflib.Dataset
    rows = store.select("SELECT ?what ?who { ?what ng:approvedBy ?who }")
    page = kg.page([extraction])                        # one HTML page as text

The names below come from their rooms when they are first used, so that a query does not wait for spaCy. The network is
`kg.network.network(store)`: a `networkx.MultiDiGraph`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.articles import read
    from kg.build import extract, extractions, page, quads, serialized, stored
    from kg.explain import explanations
    from kg.shapes import violations
    from kg.store import Store, opened

__version__ = "0.1.0"

__all__ = ["Store", "explanations", "extract", "extractions", "opened", "page", "quads", "read", "serialized", "stored", "violations"]

_ROOMS: Final = {
    "Store": "kg.store",
    "explanations": "kg.explain",
    "extract": "kg.build",
    "extractions": "kg.build",
    "opened": "kg.store",
    "page": "kg.build",
    "quads": "kg.build",
    "read": "kg.articles",
    "serialized": "kg.build",
    "stored": "kg.build",
    "violations": "kg.shapes",
}


def __getattr__(name: str) -> object:
    """The public name, from its room."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
