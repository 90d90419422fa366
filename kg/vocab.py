"""Namespaces, in one place: everything that NewsGraph writes starts with `BASE`."""

from typing import Final

BASE: Final = "https://w3id.org/newsgraph/"
"""Where the IRIs of things and articles begin. The name is not registered yet: change it here and nowhere else."""

DERIVED: Final = BASE + "derived"
"""Name of the graph that holds what was inferred from the articles, and of no article."""

NG: Final = "https://w3id.org/newsgraph/ont#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
EDTF: Final = "http://id.loc.gov/datatypes/edtf/EDTF"

PREFIXES: Final = {
    "ng": NG,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "person": BASE + "id/person/",
    "orgn": BASE + "id/org/",
    "place": BASE + "id/place/",
    "work": BASE + "id/work/",
    "event": BASE + "id/event/",
    "topic": BASE + "id/topic/",
    "thing": BASE + "id/thing/",
    "wd": "http://www.wikidata.org/entity/",
}
"""Prefix to namespace: declared in every file we write and preset in every query."""
