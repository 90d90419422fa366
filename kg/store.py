"""Where quads are kept and SPARQL is answered: Oxigraph, in memory or in a folder, one named graph an article.

The default graph of every query is the union of all graphs: it is kept beside them, each triple once, because a union made at query time
would give a triple as often as there are articles that say it. The ontology stands in a graph of its own, so that classes and properties
have labels. Queries only read: SERVICE, LOAD and updates are refused.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import pyoxigraph as ox

from kg import disk, written
from kg.errors import InputError, QueryError, QueryFailed
from kg.formats import elsewhere, merged, ordered, read
from kg.guard import checked, explained
from kg.hierarchy import vocabulary
from kg.scope import EVERYTHING, Scope, scope_of, within
from kg.table import Row, Table
from kg.vocab import NG, PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["ONTOLOGY", "Row", "Store", "Table", "opened"]

ONTOLOGY: Final = NG.removesuffix("#")
"""Name of the graph that holds the ontology."""


class Store:
    """Named graphs and the questions they answer.

    Parameters
    ----------
    path
        The folder it is kept in, made where there is none; in memory without it.
    snapshot
        Only read, from the last state that was published; a writer may be at work.

    Raises
    ------
    InputError
        The folder is no store, is of another version, or somebody else is writing to it.

    Examples
    --------
    >>> Store().select("SELECT ?label { ng:Ministry rdfs:label ?label }")
    [{'label': 'ministry'}]
    """

    def __init__(self, path: Path | None = None, *, snapshot: bool = False) -> None:
        self._held = disk.memory() if path is None else disk.snapshot(path) if snapshot else disk.writable(path)
        self._place, self.inner = path or Path("memory"), self._held.store
        if not (snapshot or self.inner.contains_named_graph(ox.NamedNode(ONTOLOGY))):
            self.add(vocabulary(ONTOLOGY))
            self._held.publish()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets readers see what was written, and lets go of the folder; the store cannot be used afterwards."""
        held, self._held = self._held, disk.memory()
        self.inner = self._held.store
        held.publish()
        held.close()

    def replace(self, graph: str, quads: Iterable[ox.Quad]) -> bool:
        """Makes the graph hold exactly these quads, in one transaction, and tells whether that changed anything.

        Raises
        ------
        ValueError
            A quad lies in another graph, or the graph is no IRI.
        InputError
            The disk is full or damaged; nothing was changed.
        """
        name = ox.NamedNode(graph)
        new = set(quads)
        if any(quad.graph_name != name for quad in new):
            raise ValueError(f"every quad must lie in the graph {graph}")
        with disk.refusing(self._place):
            old = set(self.inner.quads_for_pattern(None, None, None, name))
            if not old - new:
                self.inner.extend(merged(new - old))
            else:
                self.inner.update(self._change(name, old - new, new - old))
        return new != old

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Adds the quads, which lie in named graphs, in one transaction; nothing where the disk refuses."""
        with disk.refusing(self._place):
            self.inner.extend(merged(quads))

    def _change(self, name: ox.NamedNode, gone: set[ox.Quad], come: set[ox.Quad]) -> str:
        """One update, which is one transaction: the graph itself, and the default graph where no other graph says the same."""
        only_here = {quad.triple for quad in gone if not elsewhere(self.inner, quad)} - {quad.triple for quad in come}
        removed = f"DELETE DATA {{ {_lines(only_here)} GRAPH {name} {{ {_lines({quad.triple for quad in gone})} }} }}"
        lines = _lines({quad.triple for quad in come})
        emptied = f"DROP SILENT GRAPH {name} ; " if gone == set(self.inner.quads_for_pattern(None, None, None, name)) else ""
        return f"{removed} ; {emptied}INSERT DATA {{ {lines} GRAPH {name} {{ {lines} }} }}"

    def remove(self, graph: str) -> bool:
        """Removes the graph, and tells whether it was there."""
        return self.replace(graph, [])

    def load(self, path: Path) -> None:
        """Adds the file's quads; the triples of a Turtle file go into its article's graph, or into one named after the file's content.

        Raises
        ------
        InputError
            The file is missing, of an unknown kind, or malformed; nothing was added.
        """
        self.add(quad for quad in read(path) if quad.graph_name != ox.NamedNode(ONTOLOGY))

    def graphs(self) -> list[str]:
        """The names of all graphs but the ontology's, sorted."""
        named = (str(graph.value) for graph in self.inner.named_graphs())
        return sorted(graph for graph in named if graph != ONTOLOGY)

    def quads(self, graph: str) -> list[ox.Quad]:
        """The quads of one graph, ordered."""
        return ordered(self.inner.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def triples(self, graph: str) -> list[ox.Triple]:
        """The triples of one graph, or of the default graph, which is the union of all, under an empty name.

        Raises
        ------
        InputError
            There is no such graph.
        """
        name = ox.DefaultGraph() if not graph else next((each for each in self.inner.named_graphs() if each.value == graph), None)
        if name is None:
            raise InputError(f"there is no graph <{graph}> in this store.")
        return [quad.triple for quad in self.inner.quads_for_pattern(None, None, None, name)]

    def table(self, sparql: str) -> Table:
        """The solutions of a SELECT with its columns."""
        found = self._answer(sparql)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("this is not a SELECT query; use ask or construct for the others.")
        columns = tuple(variable.value for variable in found.variables)
        try:
            rows = tuple({name: _value(s[name]) for name in columns if s[name] is not None} for s in found)
        except (OSError, RuntimeError) as error:
            raise QueryFailed(f"the query failed: {error}") from error
        return Table(columns, rows)

    def select(self, sparql: str) -> list[Row]:
        """The solutions of a SELECT.

        Raises
        ------
        QueryError
            The query is malformed (the message shows the place), not a SELECT, or asks for something that is not allowed.
        """
        return list(self.table(sparql).rows)

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""
        found = self._answer(sparql)
        if not isinstance(found, ox.QueryBoolean):
            raise QueryError("this is not an ASK query; use select or construct for the others.")
        return bool(found)

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE, each once, ordered."""
        found = self._answer(sparql)
        if not isinstance(found, ox.QueryTriples):
            raise QueryError("this is not a CONSTRUCT or DESCRIBE query; use select or ask for the others.")
        return [quad.triple for quad in ordered(ox.Quad(t.subject, t.predicate, t.object) for t in found)]

    def results(self, sparql: str, form: str) -> bytes:
        """The answer to any query in a standard form: one of `written.TABLES` for SELECT and ASK, of `written.GRAPHS` for the others."""
        used, answer = self.negotiated(sparql, [form])
        if not used:
            raise InputError(
                f"SELECT and ASK answer as {', '.join(written.TABLES)}, "
                f"CONSTRUCT and DESCRIBE as {', '.join(written.GRAPHS)}, not {form!r}."
            )
        return answer

    def negotiated(self, sparql: str, forms: Sequence[str], scope: Scope = EVERYTHING) -> tuple[str, bytes]:
        """The first of these forms that fits the kind of query, and the answer in it; the form is empty if none fits."""
        found = self._answer(sparql, scope)
        if isinstance(found, ox.QueryTriples):
            form = next((form for form in forms if form in written.GRAPHS), "")
            return form, written.graph(found, form) if form else b""
        form = next((form for form in forms if form in written.TABLES), "")
        return form, written.table(found, form) if form else b""

    @property
    def dataset(self) -> "Dataset":
        """The same graphs through rdflib's own interface, live in both directions; its default graph is the union of all."""
        from kg.dataset import dataset

        return dataset(self.inner)

    def _answer(self, sparql: str, scope: Scope = EVERYTHING) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        own = scope_of(sparql)
        replaced = scope != EVERYTHING  # then it does not matter which graphs the query itself names
        checked(sparql, (*own.default, *own.named) if replaced or own == EVERYTHING else (*self.graphs(), ONTOLOGY))
        try:
            return within(self.inner, sparql, scope if replaced else own, dict(PREFIXES))
        except SyntaxError as error:
            raise QueryError(explained(error, sparql)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryFailed(f"the query failed: {error}") from error


def opened(path: Path) -> Store:
    """The store in the folder, as last published; or a file of RDF, read into memory.

    Raises
    ------
    InputError
        There is nothing there, or it is no store and no RDF that can be read.
    """
    if path.is_dir():
        return Store(path, snapshot=True)
    store = Store()
    store.load(path)
    return store


def _lines(triples: set[ox.Triple]) -> str:
    return " ".join(sorted(f"{triple} ." for triple in triples))


def _value(term: object) -> str:
    return str(term.value) if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)
