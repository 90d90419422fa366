"""A store as CSV for property graphs, in the words of Neo4j's importer or of Neptune's openCypher loader; memory does not grow with it.

Labels are the class and all above it; a relationship's type is its property. Texts are given as they are but for line breaks, which
become spaces, since importers take a field to end with its line. The files are for importers: a spreadsheet may take a text that begins
with '=' for a formula.
"""

import csv
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from kg.hierarchy import packaged, term
from kg.store import ONTOLOGY, Store
from kg.tables import Nodes, Record, Value, is_thing, nodes, statements, things
from kg.things import Things
from kg.vocab import DERIVED, NG, RDFS


@dataclass(frozen=True, slots=True)
class Form:
    """How a program wants the columns headed: column to header, in its order."""

    nodes: Mapping[str, str]
    relationships: Mapping[str, str]


_TEXTS: Final = ("statement", "relation", "modality", "derivation")
_SOURCES: Final = ("quote", "said_by", "reported_by", "article")

NEO4J: Final = Form(
    {"id": ":ID", "label": "label", "type": "type", "mentions": "mentions:int", "date": "date", "labels": ":LABEL"},
    {"start": ":START_ID", "end": ":END_ID"}
    | {name: name for name in _TEXTS}
    | {"confidence": "confidence:double"}
    | {name: name for name in _SOURCES}
    | {"property": ":TYPE"},
)
"""Neo4j Operations Manual, "Import": untyped columns are strings."""

NEPTUNE: Final = Form(
    {"id": ":ID", "labels": ":LABEL"}
    | {"label": "label:String", "type": "type:String", "mentions": "mentions:Int", "date": "date:DateTime"},
    {"id": ":ID", "start": ":START_ID", "end": ":END_ID", "property": ":TYPE"}
    | {name: f"{name}:String" for name in _TEXTS}
    | {"confidence": "confidence:Double"}
    | {name: f"{name}:String" for name in _SOURCES},
)
"""Amazon Neptune User Guide, "Load format for openCypher data": every relationship has an ID of its own, every column a type."""


def write(store: Store, folder: Path, form: Form) -> None:
    """Writes nodes.csv and relationships.csv into the folder, things and articles in the order of their IRIs.

    A relationship is what one article states of two things; the same fact in two articles is two of them.
    """
    relations = {iri: str(term.value) for iri, known in nodes(store.quads(ONTOLOGY)).items() for term in known.get(RDFS + "label", ())}
    with Things(folder / "scratch") as found, ExitStack() as open_files:
        edges = csv.writer(open_files.enter_context(_text(folder / "relationships.csv")), lineterminator="\n")
        edges.writerow(form.relationships.values())
        for graph in (nodes(store.quads(name)) for name in store.graphs() if name != DERIVED):
            found.add(things(graph))
            edges.writerows([_cell(edge[column]) for column in form.relationships] for edge in _edges(graph, relations))
        vertices = csv.writer(open_files.enter_context(_text(folder / "nodes.csv")), lineterminator="\n")
        vertices.writerow(form.nodes.values())
        vertices.writerows([_cell(node[column]) for column in form.nodes] for node in map(_node, found.rows()))
    (folder / "scratch").unlink()


def _edges(graph: Nodes, relations: Mapping[str, str]) -> Iterator[Record]:
    for said in statements(graph):
        subject, object_, property_ = said["subject"], said["object"], str(said["property"])
        if all(isinstance(end, str) and is_thing(graph.get(end, {})) for end in (subject, object_)):
            yield said | {
                "id": f"{said['statement']} {property_} {object_}",
                "start": subject,
                "end": object_,
                "relation": relations.get(term(property_), property_),
                "said_by": said["said_by_name"],
                "reported_by": said["reported_by_name"],
            }


def _node(thing: Record) -> Record:
    type_ = str(thing["type"])
    above = packaged().classes.get(term(type_), ())
    labels = ";".join([type_, *(name.removeprefix(NG) for name in above)])
    return thing | {"id": thing["entity"], "date": thing["earliest"], "labels": labels}


def _cell(value: Value) -> str:
    return "" if value is None else " ".join(str(value).splitlines())


def _text(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")
