"""A small invented story with what a person found in it, and what a reader made of it."""

from kg.model import Article, Entity, Extraction, Mention, Span, Statement, Utterance, Value

TEXT = (
    'Ida Quist, the mayor of Tarn, leads the Lamp Party. She opened a mill in Tarn. "We will buy Otter Ltd," Quist said. '
    "She denied that Otter Ltd owns the mill. Otter Ltd employs 40 people."
)

ID = "https://w3id.org/newsgraph/id/"
DOC = "https://w3id.org/newsgraph/doc/2026-03-02-0a1b2c3d4e5f"


def at(words: str, *, after: str = "") -> Span:
    """Where the words stand in the story."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def spot(words: str, *, after: str = "", kind: str = "name") -> dict[str, object]:
    """A gold mention."""
    span = at(words, after=after)
    return {"start": span.start, "end": span.end, "text": words, "kind": kind}


def _fact(s: str, p: str, o: object, words: str, modality: str = "Actual", by: str = "publisher") -> dict[str, object]:
    span = at(words)
    evidence = {"start": span.start, "end": span.end, "text": words}
    return {"s": s, "p": p, "o": o, "modality": modality, "derivation": "Explicit", "asserted_by": by, "evidence": evidence}


ENTITIES = [
    {"id": "ida", "type": "Person", "name": "Ida Quist", "mentions": [
        spot("Ida Quist"), spot("She", kind="pronoun"), spot("Quist", after="Ltd,"), spot("She", after="said", kind="pronoun")]},
    {"id": "mayor", "type": "Position", "name": "mayor of Tarn", "mentions": [spot("the mayor of Tarn", kind="nominal")]},
    {"id": "tarn", "type": "City", "name": "Tarn", "mentions": [spot("Tarn"), spot("Tarn", after="mill in")]},
    {"id": "lamp", "type": "PoliticalParty", "name": "Lamp Party", "mentions": [spot("the Lamp Party")]},
    {"id": "mill", "type": "Facility", "name": "mill", "mentions": [
        spot("a mill", kind="nominal"), spot("the mill", after="owns", kind="nominal")]},
    {"id": "otter", "type": "Company", "name": "Otter Ltd", "mentions": [
        spot("Otter Ltd"), spot("Otter Ltd", after="denied"), spot("Otter Ltd", after="the mill.")]},
    {"id": "staff", "type": "Observation", "name": "40 people", "mentions": []},
]  # fmt: skip

FACTS = [
    _fact("ida", "holdsPosition", "mayor", "Ida Quist, the mayor of Tarn"),
    _fact("mayor", "jurisdiction", "tarn", "the mayor of Tarn"),
    _fact("ida", "leaderOf", "lamp", "leads the Lamp Party"),
    _fact("mill", "locatedIn", "tarn", "a mill in Tarn"),
    _fact("ida", "acquires", "otter", '"We will buy Otter Ltd," Quist said', "Planned", "ida"),
    _fact("mill", "ownedBy", "otter", "She denied that Otter Ltd owns the mill", "Denied", "ida"),
    _fact("staff", "observedOf", "otter", "Otter Ltd employs 40 people"),
    _fact("staff", "value", {"value": "40", "datatype": "integer"}, "40 people"),
]
QUOTES = [
    {"speaker": "ida", **spot('"We will buy Otter Ltd,"'), "kind": "direct"},
    {"speaker": "ida", **spot("that Otter Ltd owns the mill"), "kind": "indirect"},
]
RELATIONS = [
    {"head": "ida", "type": "leader", "tail": "lamp", "kg": ["headOf", "ida", "lamp"]},
    {"head": "ida", "type": "member", "tail": "lamp", "kg": ["memberOf", "ida", "lamp"]},
    {"head": "mill", "type": "in", "tail": "tarn", "kg": ["locatedIn", "mill", "tarn"]},
    {"head": "otter", "type": "based", "tail": "tarn", "kg": ["basedIn", "otter", "tarn"]},
    {"head": "ida", "type": "citizen-x", "tail": "tarn", "kg": ["citizenOf", "ida", "tarn"]},
]

HAND = {"id": "quist", "date": "2026-03-02", "text": TEXT, "entities": ENTITIES, "facts": FACTS, "quotes": QUOTES}
BENCHMARK = {"id": "quist", "text": TEXT, "entities": ENTITIES, "relations": RELATIONS, "relations_implicit": []}
ATTRIBUTION = {
    "id": "quist", "text": TEXT, "entities": [], "relations": [],
    "attributions": [
        {"source": [spot("Quist", after="Ltd,")], "cue": [spot("said")], "content": [spot('"We will buy Otter Ltd,"')]},
        {"source": [spot("She", after="said")], "cue": [spot("denied")], "content": [spot("that Otter Ltd owns the mill")]},
    ],
}  # fmt: skip

IDA, MAYOR, TARN = f"{ID}person/ida-quist", f"{ID}thing/mayor--tarn", f"{ID}place/tarn"
LAMP, OTTER, MILL, LONE = f"{ID}org/lamp-party", f"{ID}org/otter-ltd", f"{ID}place/mill--tarn", f"{ID}person/quist"
STAFF, SPEECH = f"{DOC}#obs_people", f"{DOC}#utt_1"

TITLE, MILL_IN_TARN, QUOTE, PEOPLE = (
    at("Ida Quist, the mayor of Tarn"),
    at("a mill in Tarn"),
    at('"We will buy Otter Ltd,"'),
    at("Otter Ltd employs 40 people"),
)

STATEMENTS = (
    Statement(IDA, "holdsPosition", MAYOR, (TITLE,), confidence=0.95, rule="apposition"),
    Statement(MAYOR, "jurisdiction", TARN, (at("the mayor of Tarn"),), confidence=0.9, rule="noun-of"),
    Statement(IDA, "headOf", LAMP, (at("leads the Lamp Party"),), confidence=0.8, rule="subject-verb-object"),
    Statement(IDA, "livesIn", TARN, (TITLE,), confidence=0.3, rule="apposition"),
    Statement(MILL, "locatedIn", TARN, (MILL_IN_TARN,), confidence=0.85, rule="noun-in"),
    Statement(LONE, "acquires", OTTER, (QUOTE,), "Planned", asserted_by=LONE, utterance=SPEECH, confidence=0.7, rule="will"),
    Statement(MILL, "ownedBy", OTTER, (at("Otter Ltd owns the mill"),), confidence=0.6, rule="subject-verb-object"),
    Statement(IDA, "citizenOf", TARN, (TITLE,), confidence=0.2, rule="closure"),
    Statement(TARN, "locatedIn", MILL, (MILL_IN_TARN,), confidence=0.15, rule="noun-in"),
    Statement(STAFF, "observedOf", OTTER, (PEOPLE,), confidence=0.75, rule="figure"),
    Statement(STAFF, "value", Value("40.0", "decimal"), (PEOPLE,), confidence=0.75, rule="figure"),
)
"""Some right, some wrong, some missed."""


def extraction(article: Article) -> Extraction:
    """What a careless reader would make of the story."""
    return Extraction(
        article=article,
        article_id=DOC,
        sentences=(
            at("Ida Quist, the mayor of Tarn, leads the Lamp Party."), at("She opened a mill in Tarn."),
            at('"We will buy Otter Ltd," Quist said.'), at("She denied that Otter Ltd owns the mill."), at("Otter Ltd employs 40 people."),
        ),
        entities=(
            Entity(IDA, "Person", "Ida Quist"), Entity(MAYOR, "Position", "mayor of Tarn"), Entity(TARN, "City", "Tarn"),
            Entity(LAMP, "Company", "Lamp Party"), Entity(MILL, "Facility", "mill"), Entity(OTTER, "Place", "Otter Ltd"),
            Entity(LONE, "Person", "Quist"), Entity(STAFF, "Observation", "40 people", evidence=(PEOPLE,)),
        ),
        mentions=(
            Mention(at("Ida Quist"), IDA, "name"), Mention(at("the mayor of Tarn"), MAYOR, "nominal"), Mention(at("Tarn"), TARN, "name"),
            Mention(at("Lamp Party"), LAMP, "name"), Mention(at("She"), IDA, "pronoun"), Mention(at("a mill"), MILL, "nominal"),
            Mention(at("Tarn", after="mill in"), TARN, "name"), Mention(at("Otter Ltd"), OTTER, "name"),
            Mention(at("Quist", after="Ltd,"), LONE, "name"), Mention(at("She", after="said"), IDA, "pronoun"),
            Mention(at("Otter Ltd", after="denied"), OTTER, "name"), Mention(at("Otter Ltd", after="the mill."), OTTER, "name"),
        ),
        statements=STATEMENTS,
        utterances=(Utterance(SPEECH, True, LONE, (QUOTE,)),),
    )  # fmt: skip
