"""A live `rdflib.Dataset` over an Oxigraph store."""

from typing import Any

from oxrdflib import OxigraphStore
from pyoxigraph import Store
from rdflib import Dataset

from kg.errors import QueryError
from kg.guard import checked
from kg.vocab import PREFIXES


class _Guarded(OxigraphStore):
    """The same store; its queries are refused what `kg.guard` refuses."""

    def query(self, query: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 -- rdflib's own signature
        checked(str(query), [str(graph.value) for graph in self._inner.named_graphs()])
        return super().query(query, *arguments, **options)

    def update(self, *_: object, **__: object) -> None:
        raise QueryError("updates are refused: use add, remove and parse of rdflib, or the store's own replace and remove.")


def dataset(store: Store) -> Dataset:
    """The store through rdflib's interface, the prefixes bound, the default graph the union of all graphs."""
    live = Dataset(store=_Guarded(store=store), default_union=True)
    for prefix, namespace in PREFIXES.items():
        live.bind(prefix, namespace)
    return live
