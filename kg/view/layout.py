"""Where the nodes stand: computed once, so that the picture is the same each time.

Kamada and Kawai's method for each connected part (Fruchterman and Reingold's where a part is large), the parts packed in rows, then
boxes around nodes and labels pushed apart until none covers another.
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
_LARGE: Final = 120
_ROUNDS: Final = 300
_ASPECT: Final = 2.0
_ROOM: Final = 1.35
"""How much larger than all boxes together a part of the picture is made."""


def layout(graph: "nx.Graph[str]", boxes: Mapping[str, Box]) -> dict[str, Position]:
    """A place for every node of the graph, around (0, 0).

    >>> layout(nx.Graph(), {})
    {}
    """
    parts = [sorted(part, key=list(graph).index) for part in nx.connected_components(graph)]
    parts.sort(key=len, reverse=True)
    placed: list[tuple[list[str], _Points]] = []
    for part in (part for part in parts if len(part) > 1):
        placed.append((part, _apart(_drawn(graph, part, boxes), _halves(part, boxes))))
    alone = [node for part in parts if len(part) == 1 for node in part]
    placed += [([node], np.zeros((1, 2))) for node in alone]
    return _packed(placed, boxes)


def _drawn(graph: "nx.Graph[str]", part: list[str], boxes: Mapping[str, Box]) -> _Points:
    piece: nx.Graph[str] = nx.Graph()
    piece.add_nodes_from(part)
    piece.add_edges_from(sorted((a, b) for a, b in graph.subgraph(part).edges() if a != b))
    positions = nx.kamada_kawai_layout(piece) if len(part) <= _LARGE else nx.spring_layout(piece, seed=_SEED, iterations=60, method="force")
    points = np.array([positions[node] for node in part], dtype=np.float64)
    points -= (points.min(axis=0) + points.max(axis=0)) / 2
    # the longer way of the part lies across the screen
    spread = points.max(axis=0) - points.min(axis=0)
    if spread[1] > spread[0]:
        points = points[:, ::-1].copy()
        spread = spread[::-1]
    area = sum(width * height for width, height in (boxes[node] for node in part)) * _ROOM
    size = np.array([math.sqrt(area * _ASPECT), math.sqrt(area / _ASPECT)])
    return np.asarray(points / np.maximum(spread, 1e-6) * size, dtype=np.float64)


def _halves(part: list[str], boxes: Mapping[str, Box]) -> _Points:
    return np.array([boxes[node] for node in part], dtype=np.float64) / 2


def _apart(points: _Points, halves: _Points) -> _Points:
    """The points moved as little as it takes for their boxes not to overlap."""
    moved = points.copy()
    order = np.arange(len(moved))
    sign = np.sign(order[:, None] - order[None, :]).astype(np.float64)
    for _ in range(_ROUNDS):
        apart = moved[:, None, :] - moved[None, :, :]
        overlap = halves[:, None, :] + halves[None, :, :] - np.abs(apart)
        overlap[order, order, :] = 0
        touching = (overlap > 0.5).all(axis=2)
        if not touching.any():
            break
        direction = np.where(apart == 0, sign[:, :, None], np.sign(apart))
        sideways = overlap[:, :, 0] < overlap[:, :, 1]
        push = np.zeros_like(apart)
        push[:, :, 0] = np.where(touching & sideways, overlap[:, :, 0] * direction[:, :, 0], 0)
        push[:, :, 1] = np.where(touching & ~sideways, overlap[:, :, 1] * direction[:, :, 1], 0)
        moved += push.sum(axis=1) * 0.35
    return np.asarray(moved, dtype=np.float64)


def _packed(placed: list[tuple[list[str], _Points]], boxes: Mapping[str, Box]) -> dict[str, Position]:
    """Parts in rows below the largest, all around the origin."""
    corners: list[tuple[_Points, _Points]] = []
    for part, points in placed:
        halves = _halves(part, boxes)
        corners.append(((points - halves).min(axis=0), (points + halves).max(axis=0)))
    sizes = [high - low for low, high in corners]
    total = sum(float(size[0] * size[1]) for size in sizes)
    limit = max([math.sqrt(total * _ASPECT), *(float(size[0]) for size in sizes)], default=0.0)
    spots: dict[str, tuple[float, float]] = {}
    x = y = tall = 0.0
    for (part, points), (low, _), size in zip(placed, corners, sizes, strict=True):
        if x and x + size[0] > limit:
            x, y, tall = 0.0, y + tall, 0.0
        for node, point in zip(part, points - low, strict=True):
            spots[node] = (x + float(point[0]), y + float(point[1]))
        x, tall = x + float(size[0]), max(tall, float(size[1]))
    height = y + tall
    return {node: (round(a - limit / 2), round(b - height / 2)) for node, (a, b) in spots.items()}
