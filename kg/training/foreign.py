"""How the annotations of others call what the ontology has: properties of Wikidata and KnowledgeNet, coarse types."""

from typing import Final

WIKIDATA: Final = {
    "P17": "locatedIn", "P131": "locatedIn", "P27": "citizenOf", "P150": "^locatedIn", "P159": "headquarteredIn", "P19": "bornIn",
    "P102": "memberOf",
    "P108": "worksFor", "P54": "playsFor", "P69": "educatedAt", "P26": "spouseOf", "P22": "childOf", "P25": "childOf", "P40": "parentOf",
    "P3373": "siblingOf",
    "P6": "^headOfGovernment", "P35": "^headOfState", "P488": "^chairOf", "P112": "foundedBy", "P127": "ownedBy", "P749": "unitOf",
    "P355": "^unitOf",
    "P361": "partOf", "P527": "^partOf", "P463": "memberOf", "P57": "directedBy", "P50": "authoredBy", "P161": "^performsIn",
    "P170": "createdBy",
    "P178": "createdBy", "P176": "producedBy", "P175": "createdBy", "P276": "place", "P1344": "participatesIn", "P710": "^participatesIn",
    "P166": "awardReceived",
    "P36": "^capitalOf", "P1376": "capitalOf", "P551": "livesIn", "P1001": "jurisdiction", "P194": "^governmentBodyOf",
    "P137": "operatedBy", "P123": "publishedBy",
    "P607": "participatesIn", "P86": "createdBy", "P58": "authoredBy", "P937": "livesIn",
}  # fmt: skip
"""Wikidata property to ours; "^" turns it round. Properties of ours that no row names are unknown there, not false."""

WEB: Final = {
    "NATIONALITY": "citizenOf", "PLACE_OF_BIRTH": "bornIn", "PLACE_OF_RESIDENCE": "livesIn", "CEO": "^chiefExecutiveOf",
    "SUBSIDIARY_OF": "unitOf", "EMPLOYEE_OR_MEMBER_OF": "worksFor", "FOUNDED_BY": "foundedBy", "HEADQUARTERS": "headquarteredIn",
    "EDUCATED_AT": "educatedAt", "SPOUSE": "spouseOf", "CHILD_OF": "childOf", "POLITICAL_AFFILIATION": "memberOf",
}  # fmt: skip
"""KnowledgeNet's property to ours."""

COARSE: Final = {
    "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "person": "PER", "organization": "ORG", "place": "LOC",
}  # fmt: skip
