import networkx as nx
import pytest

from kg.view.layout import layout


def _overlaps(positions, boxes):
    names = list(positions)
    return [
        (one, other)
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        if abs(positions[one][0] - positions[other][0]) < (boxes[one][0] + boxes[other][0]) / 2 - 3
        and abs(positions[one][1] - positions[other][1]) < (boxes[one][1] + boxes[other][1]) / 2 - 3
    ]


@pytest.mark.parametrize(
    "graph",
    [nx.star_graph(40), nx.path_graph(25), nx.barbell_graph(8, 3), nx.disjoint_union_all([nx.path_graph(2)] * 9), nx.empty_graph(12)],
)
def test_no_two_labels_cover_each_other(graph):
    graph = nx.relabel_nodes(graph, str)
    boxes = {node: (120.0, 60.0) for node in graph}

    assert [] == _overlaps(layout(graph, boxes), boxes)


def test_the_same_graph_is_drawn_the_same():
    graph = nx.relabel_nodes(nx.barabasi_albert_graph(120, 2, seed=1), str)
    boxes = {node: (90.0, 50.0) for node in graph}

    assert layout(graph, boxes) == layout(graph, boxes)


def test_the_caller_keeps_its_graph():
    graph = nx.Graph([("a", "b"), ("b", "b")])
    layout(graph, {"a": (10.0, 10.0), "b": (10.0, 10.0)})

    assert [("a", "b"), ("b", "b")] == list(graph.edges())
