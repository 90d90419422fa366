"""Pushing to a SPARQL server elsewhere: the Graph Store Protocol, one article's graph at a time.

Only what changed since the last push travels; what had arrived when a push broke off is remembered. A graph is put whole, so doing it
twice changes nothing. Of what arrived in earlier pushes a sample is counted first, because a server may have been emptied since.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from kg.errors import KgError
from kg.formats import dump, parsed
from kg.store import ONTOLOGY, Store
from kg.target import Endpoint, Target

__all__ = ["Pushed", "Target", "fingerprints", "push"]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did; `lost` are the graphs of which the server gives back another number of triples."""

    put: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    lost: tuple[str, ...] = ()


def fingerprints(store: Store) -> dict[str, str]:
    """Graph name to the hash of its content: what there is to push; the ontology comes first, for its labels."""
    return {graph: sha256(dump(store.quads(graph), "nq")).hexdigest() for graph in (ONTOLOGY, *store.graphs())}


def push(
    store: Store,
    target: Target,
    known: Mapping[str, str],
    *,
    arrived: Callable[[str, str], None],
    dry_run: bool = False,
    verify: bool = True,
) -> Pushed:
    """Brings the server's graphs to the state of the store's.

    Parameters
    ----------
    store
        What is pushed.
    target
        Where to.
    known
        Graph to fingerprint as of the last push to this target, in the order in which they arrived.
    arrived
        Called with graph and fingerprint when the server has confirmed a graph, with an empty one when it has confirmed its removal:
        remember them, and a push that broke off goes on where it was.
    dry_run
        Nothing is sent.
    verify
        Counts what the server gives back of each graph that was put, and of the first and the last that had arrived before.

    Raises
    ------
    InputError
        The address is none.
    KgError
        The server cannot be reached, refuses, redirects to elsewhere, or has lost what had arrived there.
    """
    endpoint = Endpoint(target)  # refused even if there is nothing to send
    wanted = fingerprints(store)
    put = tuple(graph for graph, mark in wanted.items() if known.get(graph) != mark)
    removed = tuple(sorted(set(known) - set(wanted)))
    if dry_run:
        return Pushed(put, removed, len(wanted) - len(put))
    if verify:
        _still_there(store, endpoint, [graph for graph, mark in known.items() if wanted.get(graph) == mark])
    lost: list[str] = []
    for graph in put:
        lines = _lines(store, graph)
        endpoint.sent("PUT", graph, "".join(lines).encode())
        if verify and _count(endpoint, graph) != len(lines):
            lost.append(graph)
        else:
            arrived(graph, wanted[graph])
    for graph in removed:
        endpoint.sent("DELETE", graph)
        arrived(graph, "")
    return Pushed(put, removed, len(wanted) - len(put), tuple(lost))


def _lines(store: Store, graph: str) -> list[str]:
    return sorted({f"{quad.triple} .\n" for quad in store.quads(graph)})


def _still_there(store: Store, endpoint: Endpoint, graphs: list[str]) -> None:
    """The first is missing where a server was emptied, the last where it was set back to an earlier state."""
    for graph in dict.fromkeys([*graphs[:1], *graphs[-1:]]):
        found, sent = _count(endpoint, graph), len(_lines(store, graph))
        if found != sent:
            raise KgError(
                f"{endpoint} no longer holds what was sent to it: of <{graph}> it has {found} of {sent} triples. It was emptied, set back "
                "or changed by somebody else; nothing was sent now. Push with --again to send everything anew."
            )


def _count(endpoint: Endpoint, graph: str) -> int:
    """How many triples the server gives back."""
    try:
        return len(parsed(endpoint.sent("GET", graph) or b"", "ttl"))
    except SyntaxError as error:
        raise KgError(f"{endpoint} gave back something that is not Turtle for <{graph}>: {error}.") from error
