"""What may stand at the ends of a property when a verb says it: narrower than the property's domain and range."""

from typing import Final

from spacy.tokens import Token

from kg.extraction.scene import Scene

OBJECTS: Final = {
    "acquires": ("Organization", "Product", "Facility"),
    "memberOf": ("Organization", "Group"),
    "participatesIn": ("Event", "Initiative"),
    "foundedBy": ("Person", "Organization", "Country"),
    "ownedBy": ("Person", "Organization", "Country"),
    "educatedAt": ("EducationOrResearchBody",),
    "opponentOf": ("Organization", "Person", "Country", "Group"),
    "supports": ("Organization", "Person", "Country", "Group", "Work", "Event", "Initiative"),
    "opposes": ("Organization", "Person", "Country", "Group", "Work", "Event", "Initiative"),
    "investigates": ("Organization", "Person", "Event"),
    "awardReceived": ("Award",),
    "formerlyWorkedFor": ("Organization",),
    "invokes": ("Work",),
    "claims": ("Country", "Region"),
    "recognizes": ("Country", "Region", "Organization"),
}  # fmt: skip
"""Objects that a property takes when a verb says it, narrower than its range."""

SUBJECTS: Final = {
    "foundedBy": ("Organization", "Initiative"),
    "ownedBy": ("Organization", "Product", "Facility", "Work"),
    "headOf": ("Person",),
    "worksFor": ("Person",),
    "operatedBy": ("Product", "Facility", "Organization"),
    "fundedBy": ("Organization", "Initiative", "Facility", "Event", "Work"),
    "producedBy": ("Product",),
    "locatedIn": ("Organization", "Place"),
    "livesIn": ("Person", "Group"),
    "organizedBy": ("Event",),
    "succeeds": ("Person", "Organization"),
    "implementedBy": ("Initiative", "Work"),
    "rejectedBy": ("Work", "Event", "Initiative"),
    "proposedBy": ("Work", "Event", "Initiative"),
    "borders": ("Place",),
    "claims": ("Country", "GovernmentBody"),
    "recognizes": ("Country", "GovernmentBody", "InternationalOrganization"),
    "operatesIn": ("Organization", "Group"),
    "acquires": ("Person", "Organization", "Country"),
    "killed": ("Person", "Organization", "Group", "Country"),
}  # fmt: skip
"""Subjects that a property takes when a verb says it, narrower than its domain."""


_BY_VERB: Final = {
    ("expel", "formerMemberOf"): (("Person", "Country"), ("PoliticalParty", "InternationalOrganization")),
    ("lead", "implementedBy"): (("Initiative",), ("Organization", "Country")),
    ("scramble", "operatedBy"): (("Product",), ("Organization", "Country")),
    ("fly", "operatedBy"): (("Product",), ("Organization", "Country")),
    ("call", "organizedBy"): (("Election", "Gathering"), ("Agent",)),
    ("visit", "meets"): (("Agent",), ("Person", "Organization", "Group")),
    ("operate", "locatedIn"): (("Facility", "Centre"), ("Place",)),
    ("join", "worksFor"): (("Person",), ("Company",)),
    ("quit", "formerMemberOf"): (("Person", "Country"), ("PoliticalParty", "InternationalOrganization")),
    ("leave", "formerMemberOf"): (("Person", "Country"), ("PoliticalParty", "InternationalOrganization")),
    ("resign", "formerMemberOf"): (("Person",), ("PoliticalParty",)),
    ("withdraw", "formerMemberOf"): (("Country",), ("InternationalOrganization",)),
    ("elect", "memberOf"): (("Person",), ("Legislature", "GovernmentBody", "Organization")),
}  # fmt: skip
"""Ends that a property takes when that verb says it: who visits a country need not meet it, a plant that operates in Oslo stands there."""


def sensible(scene: Scene, verb: Token, name: str, subject: str, object_: str) -> bool:
    """Whether the verb can say the property of the two."""
    left, right = _BY_VERB.get((verb.lemma_, name), ((), ()))
    if left and not (any(scene.is_a(subject, c) for c in left) and any(scene.is_a(object_, c) for c in right)):
        return False
    if (verb.lemma_, name) == ("sign", "playsFor") and scene.things[object_].type != "Organization":
        return False  # a club, not a company
    if name == "memberOf" and scene.things[subject].type == "Person" and scene.things[object_].type in ("Country", "Company"):
        return False
    if (verb.lemma_, name) == ("dismiss", "opposes") and scene.is_a(subject, "Organization") and scene.things[object_].type == "Person":
        return False
    if name == "formerlyWorkedFor" and scene.things[object_].type == "PoliticalParty":
        return False
    if name == "headOf" and not scene.is_a(object_, "Organization"):
        return False
    if name == "succeeds" and scene.is_a(subject, "Person") != scene.is_a(object_, "Person"):
        return False
    return (name not in SUBJECTS or any(scene.is_a(subject, c) for c in SUBJECTS[name])) and (
        name not in OBJECTS or any(scene.is_a(object_, c) for c in OBJECTS[name])
    )
