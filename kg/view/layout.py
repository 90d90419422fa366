"""Where the nodes stand: computed once, so that the picture is the same each time.

Least stress for each connected part, so that distances in the picture are those in the graph (Fruchterman and Reingold's where a part is
large), boxes around nodes and labels pushed apart until none covers another, small parts put into the gaps that the largest leaves.
networkx has Kamada and Kawai's layout, which wants the same; but it loads scipy.optimize for it, a second of every page.

References
----------
.. [1] Gansner, Koren and North 2004, "Graph Drawing by Stress Majorization", Graph Drawing.
"""

import math
from collections.abc import Mapping
from typing import Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Position = tuple[int, int]
Box = tuple[float, float]
"""Width and height of a node with its label, in the picture's units."""

_Points = NDArray[np.float64]

_SEED: Final = 7
_LARGE: Final = 90
_ROUNDS: Final = 300
_COOLING: Final = 80
_ASPECT: Final = 1.6
_SCREEN: Final = 1.25
"""Width by height of the place where the picture is shown."""
_ROOM: Final = 1.35
"""How much larger than all boxes together a part of the picture is made."""


def layout(graph: "nx.Graph[str]", boxes: Mapping[str, Box]) -> dict[str, Position]:
    """A place for every node of the graph, around (0, 0).

    >>> layout(nx.Graph(), {})
    {}
    """
    place = {node: number for number, node in enumerate(graph)}
    parts = [sorted(part, key=place.__getitem__) for part in nx.connected_components(graph)]
    parts.sort(key=len, reverse=True)
    placed: list[tuple[list[str], _Points]] = []
    for part in (part for part in parts if len(part) > 1):
        placed.append((part, _apart(_drawn(graph, part, boxes), _halves(part, boxes))))
    alone = [node for part in parts if len(part) == 1 for node in part]
    placed += [([node], np.zeros((1, 2))) for node in alone]
    return _packed(graph, placed, boxes)


def _drawn(graph: "nx.Graph[str]", part: list[str], boxes: Mapping[str, Box]) -> _Points:
    piece: nx.Graph[str] = nx.Graph()
    piece.add_nodes_from(part)
    piece.add_edges_from(sorted((a, b) for a, b in graph.subgraph(part).edges() if a != b))
    points = _least_stress(piece) if len(part) <= _LARGE else _forces(piece)
    points -= (points.min(axis=0) + points.max(axis=0)) / 2
    # the longer way of the part lies across the screen
    spread = points.max(axis=0) - points.min(axis=0)
    if spread[1] > spread[0]:
        points = points[:, ::-1].copy()
        spread = spread[::-1]
    area = sum(width * height for width, height in (boxes[node] for node in part)) * _ROOM
    size = np.array([math.sqrt(area * _ASPECT), math.sqrt(area / _ASPECT)])
    return np.asarray(points / np.maximum(spread, 1e-6) * size, dtype=np.float64)


def _least_stress(graph: "nx.Graph[str]") -> _Points:
    """Places of the nodes of a connected graph, in its order, from a circle by stress majorization."""
    nodes = list(graph)
    steps = dict(nx.all_pairs_shortest_path_length(graph))
    wanted = np.array([[steps[a][b] for b in nodes] for a in nodes], dtype=np.float64)
    weights = np.where(wanted > 0, 1 / np.maximum(wanted, 1) ** 2, 0.0)
    pull = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    angles = 2 * np.pi * np.arange(len(nodes)) / len(nodes)
    points = np.stack([np.cos(angles), np.sin(angles)], axis=1) * len(nodes) / 8
    for _ in range(_ROUNDS):
        apart = np.linalg.norm(points[:, None] - points[None, :], axis=2)
        ratio = weights * wanted / np.maximum(apart, 1e-9)
        np.fill_diagonal(ratio, 0.0)
        points = pull @ ((np.diag(ratio.sum(axis=1)) - ratio) @ points)
    return np.asarray(points, dtype=np.float64)


def _forces(graph: "nx.Graph[str]") -> _Points:
    """Places of the nodes of a large graph, in its order: linked ones pull each other, all push each other away."""
    place = {node: number for number, node in enumerate(graph)}
    ends = np.array([(place[a], place[b]) for a, b in graph.edges()])
    points = np.random.default_rng(_SEED).random((len(graph), 2))
    wide = 1 / math.sqrt(len(graph))
    for heat in np.linspace(0.1, 0.0, _COOLING, endpoint=False):
        lengths = (points**2).sum(axis=1)
        push = wide**2 / np.maximum(lengths[:, None] + lengths[None, :] - 2 * points @ points.T, 1e-4)
        moves = push.sum(axis=1)[:, None] * points - push @ points
        apart = points[ends[:, 0]] - points[ends[:, 1]]
        pull = apart * np.linalg.norm(apart, axis=1)[:, None] / wide
        np.add.at(moves, ends[:, 0], -pull)
        np.add.at(moves, ends[:, 1], pull)
        points = points + moves / np.maximum(np.linalg.norm(moves, axis=1), 0.01)[:, None] * heat
    return np.asarray(points, dtype=np.float64)


def _halves(part: list[str], boxes: Mapping[str, Box]) -> _Points:
    return np.array([boxes[node] for node in part], dtype=np.float64) / 2


def _apart(points: _Points, halves: _Points) -> _Points:
    """The points moved as little as it takes for their boxes not to overlap."""
    moved = points.copy()
    reach = float(2 * halves[:, 0].max())
    for _ in range(_ROUNDS):
        one, other = _pairs(moved[:, 0], reach)
        apart = moved[one] - moved[other]
        overlap = halves[one] + halves[other] - np.abs(apart)
        touching = (overlap > 0.5).all(axis=1)
        if not touching.any():
            break
        push = overlap[touching] * np.where(apart[touching] < 0, -0.35, 0.35)
        sideways = overlap[touching, 0] < overlap[touching, 1]
        push[sideways, 1] = 0
        push[~sideways, 0] = 0
        np.add.at(moved, one[touching], push)
        np.add.at(moved, other[touching], -push)
    return np.asarray(moved, dtype=np.float64)


def _pairs(places: _Points, reach: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every two numbers of places on a line that are no further apart than the reach."""
    order = np.argsort(places, kind="stable")
    ends = np.searchsorted(places[order], places[order] + reach, side="right")
    counts = ends - np.arange(len(places)) - 1
    one = np.repeat(np.arange(len(places)), counts)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[one], order[other]


def _packed(graph: "nx.Graph[str]", placed: list[tuple[list[str], _Points]], boxes: Mapping[str, Box]) -> dict[str, Position]:
    """The largest part in the middle, each other in the first gap that is free of nodes and edges, or below all."""
    spots: dict[str, _Points] = {}
    for part, points in placed:
        halves = _halves(part, boxes)
        low, high = (points - halves).min(axis=0), (points + halves).max(axis=0)
        centres = points - (low + high) / 2
        where = _gap(graph, spots, boxes, (high - low) / 2) if spots else np.zeros(2)
        spots |= {node: centre + where for node, centre in zip(part, centres, strict=True)}
    if not spots:
        return {}
    everything = np.array(list(spots.values()))
    middle = (everything.min(axis=0) + everything.max(axis=0)) / 2
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in ((node, spot - middle) for node, spot in spots.items())}


def _gap(graph: "nx.Graph[str]", spots: Mapping[str, _Points], boxes: Mapping[str, Box], half: _Points) -> _Points:
    """Centre of a free box of this half size: inside what is there if it fits, else beside or below it."""
    centres = np.array(list(spots.values()))
    halves = _halves(list(spots), boxes)
    low, high = (centres - halves).min(axis=0), (centres + halves).max(axis=0)
    lines = [
        spots[a] + (spots[b] - spots[a]) * step
        for a, b in graph.edges()
        if a in spots and b in spots
        for step in np.linspace(0.05, 0.95, 12)
    ]
    blocks = np.vstack([centres, *lines]) if lines else centres
    sizes = np.vstack([halves, np.zeros((len(lines), 2))])
    step = max(24.0, float((high - low).max()) / 80)
    rows = np.arange(high[1] - half[1], low[1] + half[1] - 1, -step)
    # down the sides first: a gap at the rim disturbs the picture less than one in its middle
    for x in sorted(np.arange(low[0] + half[0], high[0] - half[0] + 1, step), key=lambda x: -abs(x - (low[0] + high[0]) / 2)):
        level = np.abs(blocks[:, 0] - x) < sizes[:, 0] + half[0] + 4
        taken = np.abs(blocks[level, 1][:, None] - rows[None, :]) < (sizes[level, 1] + half[1] + 4)[:, None]
        free = np.flatnonzero(~taken.any(axis=0))
        if len(free):
            return np.array([x, rows[free[0]]])
    width, height = (high - low).tolist()
    beside = max((width + 2 * half[0]) / _SCREEN, height, 2 * half[1])
    below = max(max(width, 2 * half[0]) / _SCREEN, height + 2 * half[1])
    return np.array([high[0] + half[0], low[1] + half[1]] if beside < below else [low[0] + half[0], high[1] + half[1]])
