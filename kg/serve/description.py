"""What the service is, in its own vocabulary (SPARQL 1.1 Service Description)."""

from typing import Final

from kg.serve.media import GRAPHS, TABLES
from kg.vocab import NG

_FORMATS: Final = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "rdf": "RDF_XML",
}


def description(address: str) -> str:
    """The description of the service at this address, in Turtle; its graphs are found by a query, there may be many.

    >>> "sd:endpoint <http://127.0.0.1:8000/sparql>" in description("http://127.0.0.1:8000/sparql")
    True
    """
    forms = ", ".join(f"formats:{_FORMATS[form]}" for form in dict.fromkeys(form for form, _ in (*TABLES, *GRAPHS)))
    return f"""
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{address}> a sd:Service ;
  rdfs:label "NewsGraph: what news articles say, with their words"@en ;
  sd:endpoint <{address}> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat {forms} ;
  sd:feature sd:UnionDefaultGraph ;
  sd:defaultDataset <{address}#dataset> .
<{address}#dataset> a sd:Dataset ;
  sd:defaultGraph <{address}#default> ;
  sd:namedGraph <{address}#ontology> .
<{address}#default> a sd:Graph .
<{address}#ontology> a sd:NamedGraph ; sd:name <{NG.removesuffix("#")}> .
"""
