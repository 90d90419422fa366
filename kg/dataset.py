"""A live `rdflib.Dataset` over an Oxigraph store."""

from collections.abc import Iterable
from typing import Any

from oxrdflib import OxigraphStore
from oxrdflib._converter import to_ox, to_ox_quad_pattern
from pyoxigraph import Quad, Store
from rdflib import Dataset

from kg.errors import QueryError
from kg.formats import elsewhere
from kg.guard import checked
from kg.vocab import PREFIXES


class _Guarded(OxigraphStore):
    """The same store; its default graph stays the union of the others, and its queries are refused what `kg.guard` refuses."""

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:  # noqa: ANN401 -- rdflib's own signature
        super().add(triple, context, quoted)
        quad = to_ox(triple, context)
        if not isinstance(quad, Quad):
            raise TypeError(f"a triple becomes a quad, not {quad!r}")
        self._inner.add(Quad(quad.subject, quad.predicate, quad.object))

    def addN(self, quads: Iterable[Any]) -> None:
        for subject, predicate, object_, context in quads:
            self.add((subject, predicate, object_), context)

    def remove(self, triple: Any, context: Any = None) -> None:  # noqa: ANN401 -- rdflib's own signature
        gone = list(self._inner.quads_for_pattern(*to_ox_quad_pattern(triple, context)))
        super().remove(triple, context)
        for quad in gone:
            if not elsewhere(self._inner, quad):
                self._inner.remove(Quad(quad.subject, quad.predicate, quad.object))

    def query(self, query: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 -- rdflib's own signature
        if isinstance(query, str):
            checked(query, [str(graph.value) for graph in self._inner.named_graphs()])
        return super().query(query, *arguments, **options)

    def update(self, *_: object, **__: object) -> None:
        raise QueryError("updates are refused: use add, remove and parse of rdflib, or the store's own replace and remove.")


def dataset(store: Store) -> Dataset:
    """The store through rdflib's interface, the prefixes bound; its default graph is the union of all graphs."""
    live = Dataset(store=_Guarded(store=store))
    for prefix, namespace in PREFIXES.items():
        live.bind(prefix, namespace)
    return live
