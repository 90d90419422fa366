"""What the reader model predicts: tags of words, classes of mentions, properties of pairs.

The lists are part of the trained weights: changing one means training again.
"""

from typing import Final

NAME_KINDS: Final = ("PER", "ORG", "LOC", "MISC", "PRON")
NOMINAL_KINDS: Final = ("PER", "ORG", "LOC", "MISC")

NAME_TAGS: Final = ("O", *(f"{p}-{k}" for k in NAME_KINDS for p in "BI"))
"""First layer: names and pronouns."""
TITLE_TAGS: Final = ("O", "B-POS", "I-POS")
"""Second layer: titles of positions, which stand inside longer descriptions."""
NOMINAL_TAGS: Final = ("O", *(f"{p}-{k}" for k in NOMINAL_KINDS for p in "BI"))
"""Third layer: descriptions such as 'the ministry'."""

CLASSES: Final = (
    "Person", "Organization", "GovernmentBody", "Ministry", "Legislature", "Court", "StateAgency", "Company", "MediaOrganization",
    "PoliticalParty", "InternationalOrganization", "EducationOrResearchBody", "Centre", "Group", "Place", "Country", "Region", "City",
    "Facility", "Work", "PolicyDocument", "LegalAct", "Agreement", "Award", "Initiative", "Programme", "Project", "Cooperation", "Product",
    "Event", "Gathering", "Approval", "Signing", "Appointment", "Establishment", "Transaction", "Election", "Incident", "Launch",
    "Position",
)  # fmt: skip

COARSE: Final = {
    "PER": ("Person",),
    "ORG": CLASSES[1:13],
    "LOC": CLASSES[14:19],
    "MISC": ("Group", *CLASSES[19:]),
}
"""Coarse kind of a mention to the classes it may be of."""

KIND_OF: Final = {c: kind for kind, classes in COARSE.items() for c in classes}
"""Class to its coarse kind."""

GENERAL: Final = {c: COARSE[kind][0] for c, kind in KIND_OF.items() if kind in ("ORG", "LOC")}
"""Class of an organisation or a place to what is said where the exact one cannot be told."""

PROPERTIES: Final = (
    "holdsPosition", "heldPosition", "positionIn", "jurisdiction", "worksFor", "formerlyWorkedFor", "memberOf", "formerMemberOf",
    "headOf", "leaderOf",
    "chiefExecutiveOf", "chairOf", "coachOf", "playsFor", "spokespersonOf", "advisorOf", "represents", "headOfState", "headOfGovernment",
    "ministerOf",
    "mayorOf", "electedFor", "citizenOf", "livesIn", "bornIn", "originatesFrom", "educatedAt", "spouseOf", "parentOf", "childOf",
    "siblingOf", "partOf", "unitOf", "locatedIn", "basedIn", "headquarteredIn", "governmentBodyOf", "operatesIn", "ownedBy", "foundedBy",
    "cooperatesWith", "party", "opponentOf", "meets", "sanctions", "supports", "opposes", "investigates", "associatedWith", "acquires",
    "buyer", "seller", "target", "actor", "place", "organizedBy", "participatesIn", "speaksAt", "appointee", "toPosition",
    "fromPosition", "succeeds", "wins", "candidateIn", "approvedBy", "issuedBy", "signedBy", "proposedBy", "submittedTo", "implementedBy",
    "launchedBy", "fundedBy", "operatedBy", "producedBy", "createdBy", "authoredBy", "directedBy", "performsIn", "about", "awardReceived",
    "capitalOf", "borders", "killed", "committed", "instrument", "publishedBy", "inBreachOf", "invokes", "influences", "established",
)  # fmt: skip

MODALITIES: Final = ("Actual", "Planned", "Intended", "Possible", "Denied")

SYMMETRIC: Final = frozenset({"cooperatesWith", "opponentOf", "meets", "spouseOf", "siblingOf", "associatedWith", "borders"})

SUPER: Final = {
    "leaderOf": ("headOf", "memberOf"), "chiefExecutiveOf": ("headOf", "memberOf"), "chairOf": ("headOf", "memberOf"),
    "coachOf": ("headOf", "memberOf"),
    "headOf": ("memberOf",), "playsFor": ("memberOf",), "spokespersonOf": ("memberOf",), "headOfState": ("represents",),
    "headOfGovernment": ("represents",),
    "ministerOf": ("represents",), "mayorOf": ("represents",), "unitOf": ("partOf",), "headquarteredIn": ("basedIn", "locatedIn"),
    "basedIn": ("locatedIn",),
    "governmentBodyOf": ("basedIn", "locatedIn", "jurisdiction"), "authoredBy": ("createdBy",), "directedBy": ("createdBy",),
    "speaksAt": ("participatesIn",),
    "buyer": ("actor",), "seller": ("actor",),
}  # fmt: skip
"""Property to the super-properties that hold with it (the ontology's rdfs:subPropertyOf, closed)."""
