"""Measures of a network: who is central, what belongs together, how two things are connected, what happened when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import networkx as nx

from kg.errors import InputError

if TYPE_CHECKING:
    Network = nx.MultiDiGraph[str]
    Plain = nx.Graph[str]

_UNPRINTABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a connection, with its words; `forward` if it points the way we go."""

    source: str
    """IRI."""
    source_label: str
    target: str
    """IRI."""
    target_label: str
    relation: str
    forward: bool
    quote: str
    statement: str
    article: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date: its first possible day, IRI and label."""

    date: str
    node: str
    label: str


def facts(graph: "Network") -> "Plain":
    """The things and how many actual statements join each two of them, whichever way they point; what is not a fact joins nothing."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph)
    for source, target, edge in graph.edges(data=True):
        if edge["modality"] == "Actual" and source != target:
            weight = plain.get_edge_data(source, target, {"weight": 0})["weight"]
            plain.add_edge(source, target, weight=weight + 1)
    return plain


def importance(graph: "Network") -> dict[str, float]:
    """Each node's share of attention, the most important first; the shares sum to 1.

    References
    ----------
    .. [1] Page, Brin, Motwani & Winograd 1999, "The PageRank Citation Ranking". Here on the facts, read both ways.
    """
    ranks = nx.pagerank(facts(graph), weight="weight") if graph else {}
    return dict(sorted(((node, float(rank)) for node, rank in ranks.items()), key=lambda pair: (-round(pair[1], 12), pair[0])))


def communities(graph: "Network") -> list[list[str]]:
    """Groups of things that have more to do with each other than with the rest, the largest first; things alone are left out.

    References
    ----------
    .. [1] Blondel and others 2008, "Fast unfolding of communities in large networks".
    """
    plain = facts(graph)
    names = sorted(node for node in plain if plain.degree(node))
    # numbers instead of names: the algorithm walks sets, and the order of a set of texts differs from run to run
    numbers = {name: number for number, name in enumerate(names)}
    joined = sorted((*sorted((numbers[a], numbers[b])), data["weight"]) for a, b, data in plain.edges(data=True))
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(range(len(names)))
    for one, other, weight in joined:
        ordered.add_edge(one, other, weight=weight)
    found = nx.community.louvain_communities(ordered, weight="weight", seed=0) if names else []
    return _by_size([names[number] for number in group] for group in found)


def components(graph: "Network") -> list[list[str]]:
    """The parts of the network that no fact joins, the largest first."""
    return _by_size(nx.connected_components(facts(graph)))


def connection(graph: "Network", one: str, other: str) -> list[Step]:
    """The shortest way from one thing to the other over facts, with the words on each step; empty if there is none.

    Of several statements between the same two things the best supported stands for them.

    Raises
    ------
    InputError
        One of them is not in the network. Both are IRIs.
    """
    for node in (one, other):
        if node not in graph:
            raise InputError(f"<{node}> is not in the network.")
    plain = facts(graph)
    if not nx.has_path(plain, one, other):
        return []
    path = nx.shortest_path(plain, one, other)
    return [_step(graph, source, target) for source, target in pairwise(path)]


def timeline(graph: "Network") -> list[Dated]:
    """The events and tenures that have a date, the earliest first."""
    return sorted(
        (Dated(data["date"], node, data["label"]) for node, data in graph.nodes(data=True) if data["date"]),
        key=lambda dated: (dated.date, dated.label, dated.node),
    )


def graphml(graph: "Network") -> bytes:
    """The network as GraphML, for yEd, Gephi and igraph."""
    return "\n".join(nx.generate_graphml(_exported(graph), encoding="utf-8", prettyprint=True)).encode() + b"\n"


def gexf(graph: "Network") -> bytes:
    """The network as GEXF, for Gephi."""
    text = "\n".join(nx.generate_gexf(_exported(graph), encoding="utf-8", prettyprint=True))
    return re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1).encode() + b"\n"


def write_graphml(graph: "Network", path: Path) -> None:
    """Writes the network as GraphML, whole or not at all."""
    _write(path, graphml(graph))


def write_gexf(graph: "Network", path: Path) -> None:
    """Writes the network as GEXF, whole or not at all."""
    _write(path, gexf(graph))


def _step(graph: "Network", source: str, target: str) -> Step:
    ways = [*_between(graph, source, target, forward=True), *_between(graph, target, source, forward=False)]
    return min(ways, key=lambda way: (-way[0], not way[1].forward, way[1].statement, way[1].relation))[1]


def _between(graph: "Network", source: str, target: str, *, forward: bool) -> list[tuple[float, Step]]:
    """The facts that point from source to target, each with its confidence, as steps in the direction we go."""
    here, there = (source, target) if forward else (target, source)
    labels = str(graph.nodes[here]["label"]), str(graph.nodes[there]["label"])
    return [
        (
            float(data["confidence"]),
            Step(here, labels[0], there, labels[1], data["relation"], forward, data["quote"], str(key).partition(" ")[0], data["article"]),
        )
        for _, end, key, data in graph.out_edges(source, keys=True, data=True)
        if end == target and data["modality"] == "Actual"
    ]


def _by_size(groups: Iterable[Iterable[str]]) -> list[list[str]]:
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))


def _exported(graph: "Network") -> "Network":
    """The network with characters that XML cannot hold replaced, and the statement's IRI as an edge attribute."""
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        clean.add_node(node, **{name: _printable(value) for name, value in data.items()})
    for number, (source, target, key, data) in enumerate(graph.edges(keys=True, data=True)):
        clean.add_edge(source, target, key=f"e{number}", statement=key, **{name: _printable(value) for name, value in data.items()})
    return clean


def _printable(value: object) -> object:
    return _UNPRINTABLE.sub("\ufffd", value) if isinstance(value, str) else value


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_bytes(content)
    temporary.replace(path)
