"""The drawn network: which things and facts are shown, and the pyvis `Network` that holds them for vis-network."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import networkx as nx
from pyvis.network import Network

from kg.view.layout import Box, Position, layout
from kg.view.looks import BY_NAME, PARTS, PLANS, wrapped
from kg.view.story import Fact, Story, Thing

_FIRST: Final = 60
"""How many nodes the page opens with: as many as have room for their names."""

_BARE: Final = 5
"""Fewer linked nodes than this are no picture by themselves."""

_TEXT: Final = 14
"""Height of a label's letters in the picture's units."""

Value = str | int | float | bool | list[int] | dict[str, str | int | float]
Item = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes and edges in vis-network's form, and what was left out."""

    nodes: list[Item]
    edges: list[Item]
    left_out: int
    """How many things there was no room for."""


def picture(story: Story, *, most: int) -> Picture:
    """The story's picture with at most `most` nodes, the most often named and best linked first."""
    around = _links(story.facts, {thing.key for thing in story.things})
    candidates = [thing for thing in story.things if thing.kind not in PARTS and not _redundant(thing, around)]
    links = dict(_links(story.facts, {thing.key for thing in candidates}).degree())
    weight = {thing.key: len(thing.mentions) + 2 * links[thing.key] for thing in candidates}
    shown = [thing for thing in candidates if links[thing.key] or thing.named]
    kept = {thing.key for thing in sorted(shown, key=lambda thing: -weight[thing.key])[:most]}
    things = [thing for thing in shown if thing.key in kept]
    facts = [fact for fact in story.facts if fact.subject in kept and fact.object in kept and fact.subject != fact.object]
    network = Network(directed=True)
    first = sorted((thing for thing in things if thing.group != "topic"), key=lambda thing: -weight[thing.key])[:_FIRST]
    _add_nodes(network, things, {thing.key for thing in first}, facts)
    _add_edges(network, facts)
    nodes, edges, *_ = network.get_network_data()
    return Picture(list(nodes), list(edges), len(shown) - len(things))


def _links(facts: Iterable[Fact], keys: set[str]) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    ordered: list[str] = sorted(keys, key=_number)
    graph.add_nodes_from(ordered)
    inside = (fact for fact in facts if fact.subject in keys and fact.object in keys and fact.subject != fact.object)
    graph.add_edges_from((fact.subject, fact.object) for fact in inside)
    return graph


def _number(key: str) -> int:
    return int(key[1:])


def _redundant(thing: Thing, around: "nx.Graph[str]") -> bool:
    """Whether the thing is an unnamed node with parts, and the parts are joined without it.

    An approval that the text does not name adds nothing to a picture in which the act is already approved by its president.
    """
    if thing.mentions or thing.group not in {"event", "programme"}:
        return False
    near = around.subgraph(around[thing.key])
    return bool(near) and nx.is_connected(near)


def _add_nodes(network: Network, things: list[Thing], first: set[str], facts: list[Fact]) -> None:
    """Nodes with two places each: among the first that are shown, and among all."""
    sizes = {thing.key: _size(thing) for thing in things}
    boxes = {thing.key: _box(thing, sizes[thing.key]) for thing in things}
    graph = _links(facts, first)
    # what nothing links to and the text names once waits with the rest, unless there would be no picture without it
    bare = sum(graph.degree(key) > 0 for key in first) < _BARE
    core = [thing.key for thing in things if thing.key in first and (graph.degree(thing.key) or _stands_alone(thing, bare=bare))]
    near = layout(graph.subgraph(core), boxes)
    whole = _links(facts, {thing.key for thing in things})
    far = layout(whole, boxes) if len(core) < len(things) else near
    parts = _communities(whole)
    for thing in things:
        x, y = near.get(thing.key, far[thing.key])
        look = BY_NAME[thing.group]
        network.add_node(
            thing.key,
            label=wrapped(thing.label),
            shape=look.shape,
            color=look.light,
            size=sizes[thing.key],
            x=x,
            y=y,
            far=list(far[thing.key]),
            core=thing.key in near,
            group=thing.group,
            community=parts[thing.key],
        )


def _stands_alone(thing: Thing, *, bare: bool) -> bool:
    return thing.named and (bare or len(thing.mentions) > 1)


def _size(thing: Thing) -> int:
    return min(9 + 2 * len(thing.mentions), 30) if thing.group != "topic" else 6


def _box(thing: Thing, size: int) -> Box:
    lines = wrapped(thing.label).split("\n")
    return max(max(len(line) for line in lines) * _TEXT * 0.56, 2.0 * size) + 22, 2.0 * size + len(lines) * _TEXT * 1.25 + 26


def _communities(graph: "nx.Graph[str]") -> dict[str, int]:
    if not graph.number_of_edges():
        return dict.fromkeys(graph, 0)
    # keyed by numbers, whose order in a set is the same in every run
    numbered = nx.relabel_nodes(graph, {key: _number(key) for key in graph})
    parts = nx.community.louvain_communities(numbered, seed=0)
    ranked = sorted(parts, key=lambda part: (-len(part), min(part)))
    return {key: number for number, part in enumerate(ranked) for key in map("n{}".format, part)}


def _add_edges(network: Network, facts: list[Fact]) -> None:
    """One edge a fact; several between the same two nodes are bent apart."""
    between: dict[frozenset[str], list[str]] = {}
    for fact in facts:
        between.setdefault(frozenset({fact.subject, fact.object}), []).append(fact.key)
    for fact in facts:
        same = between[frozenset({fact.subject, fact.object})]
        network.add_edge(
            fact.subject,
            fact.object,
            id=fact.key,
            name=fact.words,
            line=line(fact),
            smooth=_bend(same.index(fact.key), len(same), forward=_number(fact.subject) < _number(fact.object)),
        )


def line(fact: Fact) -> str:
    """How a fact's edge is drawn: solid, dashed where it is not or not yet so, dotted where implied, and "denied"."""
    if fact.modality == "Denied":
        return "denied"
    if fact.modality in PLANS:
        return "dashed"
    return "dotted" if fact.derivation == "Implied" else "solid"


def _bend(place: int, count: int, *, forward: bool) -> Mapping[str, str | float | bool]:
    offset = (place - (count - 1) / 2) * 0.32 * (1 if forward else -1)
    if offset == 0:
        return {"enabled": False}
    return {"enabled": True, "type": "curvedCW" if offset > 0 else "curvedCCW", "roundness": round(abs(offset), 2)}


__all__ = ["Picture", "Position", "line", "picture"]
