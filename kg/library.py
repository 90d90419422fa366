"""Articles into a store on disk, out of it, and on to a server.

Doing it twice changes nothing, and an article that changed replaces its old self.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg import disk, remote
from kg.errors import InputError
from kg.model import Extraction
from kg.rdf import Evidence, quads
from kg.remote import Pushed, Target
from kg.store import ONTOLOGY, Store
from kg.terms import text, web_address
from kg.vocab import DCTERMS, DERIVED

_ON_ITS_WAY: Final = "?"
"""The mark of a graph that may have reached the server, so that it will be removed there even if nobody saw it arrive."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the articles, by IRI in the order they came."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    """Graphs that went because an article with the same identifier or address has another text now."""
    outdated: bool = False
    """Whether something had been inferred from what the store held before; it was taken out."""


def add(path: Path, extractions: Iterable[Extraction], *, evidence: Evidence = "full") -> Added:
    """Puts each article's graph into the store in the folder, made where there is none; what was finished stays if it breaks off.

    What was inferred from the articles goes before the first of them changes.

    Raises
    ------
    InputError
        The folder is no store, is of another version, or somebody else is writing to it.
    """
    new, changed, unchanged, replaced, outdated = list[str](), list[str](), list[str](), list[str](), False
    with Store(path) as store:
        for extraction in extractions:
            name, found = extraction.article_id, quads(extraction, evidence=evidence)
            there, former = store.quads(name), _former(store, extraction)
            if former or set(there) != set(found):
                outdated = store.remove(DERIVED) or outdated
            different = store.replace(name, found)
            (unchanged if not different else changed if there else new).append(name)
            for old in former:
                store.remove(old)
                replaced.append(old)
    return Added(tuple(new), tuple(changed), tuple(unchanged), tuple(replaced), outdated)


def remove(path: Path, what: str) -> list[str]:
    """Removes the articles with this IRI, identifier, address or title from the store in the folder, and names their graphs.

    What was inferred from the articles goes with them, and is named too.

    Raises
    ------
    InputError
        There is no such store, or no such article in it; nothing was removed.
    """
    if not path.exists():
        raise InputError(f"{path}: there is no such store.")
    with Store(path) as store:
        rows = store.select(f"SELECT ?a ?name {{ ?a a ng:Article ; rdfs:label|<{DCTERMS}identifier>|<{DCTERMS}source> ?name }}")
        graphs = {row["a"] for row in rows if what in (row["a"], row["name"])} | ({what} & set(store.graphs()))
        if not graphs:
            raise InputError(f"{path}: no article there has the IRI, identifier, address or title {what!r}.")
        removed = [graph for graph in (DERIVED, *sorted(graphs - {DERIVED})) if store.remove(graph)]
    return sorted(removed)


def push(path: Path, target: Target, *, arrived: Callable[[str, str], None], dry_run: bool = False, again: bool = False) -> Pushed:
    """Brings the server's graphs to the state of the store in the folder (see `kg.remote.push`); what arrived is remembered there.

    With `again`, everything is sent anew, as to a server that was emptied.

    Raises
    ------
    InputError
        There is no such store, the address is none, or another process is pushing to it.
    KgError
        The server cannot be reached, refuses, or has lost what had arrived; a further push goes on where this one stopped.
    """
    with Store(path, snapshot=True) as store:
        if dry_run:
            return remote.push(store, target, _known(path, target, again=again), arrived=arrived, dry_run=True)
        with disk.remembering(path, target.url) as remember:
            known = _known(path, target, again=again)
            for graph in sorted(set(known) if again else set()) + sorted({ONTOLOGY, *store.graphs()} - set(known)):
                remember(graph, _ON_ITS_WAY)

            def settled(graph: str, mark: str) -> None:
                remember(graph, mark)
                arrived(graph, mark)

            return remote.push(store, target, known, arrived=settled)


def _known(path: Path, target: Target, *, again: bool) -> dict[str, str]:
    """What has arrived there; if all is to be sent again, nothing surely has."""
    known = disk.arrivals(path, target.url)
    return dict.fromkeys(known, _ON_ITS_WAY) if again else known


def _former(store: Store, extraction: Extraction) -> list[str]:
    """Other articles of the same identifier or address."""
    own = {"identifier": extraction.article.identifier, "source": extraction.article.url}
    known = {f"{{ ?a dcterms:{name} {term} }}" for name, value in own.items() if value for term in (text(value), web_address(value))}
    rows = store.select(f"SELECT ?a {{ ?a a ng:Article . {' UNION '.join(sorted(known))} }}") if known else []
    return sorted({row["a"] for row in rows} - {extraction.article_id})
