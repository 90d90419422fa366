"""An invented story and what a careful reader finds in it, built by hand; nothing here needs a model."""

from kg.model import Article, DateMention, Entity, Extraction, Mention, Span, Statement, Utterance, Value
from kg.vocab import BASE

TEXT = (
    "PORT ELSE, Norland, March 3. The Harbour Ministry approved the Quiet Seas Plan on 2 March 2025, the Norland Courier reports.\n\n"
    'Ada Quill, the harbour minister of Norland, said: "We trained 40 pilots \U0001f6a2 and we will open a school in Port Else." '
    "She met Tove Brandt of Brandt Lines in Port Else. Brandt denied that Brandt Lines owns the Old Pier.\n"
)
"""An invented story. The ship before the plan to open a school counts as one code point."""

ARTICLE = f"{BASE}doc/2025-03-03-quiet"


def span(words: str, *, after: str = "") -> Span:
    """Where the words first stand in the story."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def iri(name: str) -> str:
    return f"{BASE}id/{name}"


ADA, TOVE, PILOTS = iri("person/ada-quill"), iri("person/tove-brandt"), f"{ARTICLE}#obs_pilots"
MINISTRY, LINES, COURIER = iri("org/harbour-ministry--nl"), iri("org/brandt-lines"), iri("org/norland-courier")
NORLAND, PORT, PIER = iri("place/norland"), iri("place/port-else--nl"), iri("place/old-pier--nl")
PLAN, MINISTER, SCHOOL = iri("work/quiet-seas-plan--nl"), iri("thing/harbour-minister--nl"), iri("org/pilot-school--nl")
APPROVAL, TENURE, TOPIC = (
    iri("event/2025-03-02-approval-of-the-quiet-seas-plan"),
    f"{ARTICLE}#tenure_ada-quill",
    iri("topic/pilots-trained"),
)
SPEECH, DENIAL = f"{ARTICLE}#utt_1", f"{ARTICLE}#utt_2"

APPROVED = span("The Harbour Ministry approved the Quiet Seas Plan on 2 March 2025")
TITLE = span("Ada Quill, the harbour minister of Norland")
SAID = span("We trained 40 pilots \U0001f6a2 and we will open a school in Port Else.")

ENTITIES = (
    Entity(ADA, "Person", "Ada Quill"),
    Entity(TOVE, "Person", "Tove Brandt", aliases=("Brandt",)),
    Entity(MINISTRY, "Ministry", "Harbour Ministry"),
    Entity(LINES, "Company", "Brandt Lines"),
    Entity(COURIER, "MediaOrganization", "Norland Courier"),
    Entity(NORLAND, "Country", "Norland", same_as=("http://www.wikidata.org/entity/Q0",)),
    Entity(PORT, "City", "Port Else", same_as=("http://www.wikidata.org/entity/Q1",)),
    Entity(PIER, "Facility", "Old Pier", same_as=("http://www.wikidata.org/entity/Q2",)),
    Entity(PLAN, "PolicyDocument", "Quiet Seas Plan"),
    Entity(MINISTER, "Position", "Harbour Minister of Norland"),
    Entity(SCHOOL, "EducationOrResearchBody", "Pilot school in Port Else"),
    Entity(TOPIC, "Topic", "Pilots trained"),
    Entity(APPROVAL, "Approval", "Approval of the Quiet Seas Plan", evidence=(APPROVED,)),
    Entity(TENURE, "Tenure", "Ada Quill as Harbour Minister of Norland", evidence=(TITLE,)),
    Entity(PILOTS, "Observation", "40 pilots trained", evidence=(span("We trained 40 pilots"),)),
)

STATEMENTS = (
    Statement(PORT, "locatedIn", NORLAND, (span("PORT ELSE, Norland"),)),
    Statement(PLAN, "approvedBy", MINISTRY, (APPROVED,), rule="approve-active"),
    Statement(PLAN, "approvedOn", Value("2025-03-02", "date"), (APPROVED,)),
    Statement(APPROVAL, "approves", PLAN, (APPROVED,)),
    Statement(APPROVAL, "actor", MINISTRY, (APPROVED,)),
    Statement(APPROVAL, "date", Value("2025-03-02", "date"), (APPROVED,)),
    Statement(ADA, "holdsPosition", MINISTER, (TITLE,)),
    Statement(ADA, "ministerOf", NORLAND, (TITLE,)),
    Statement(MINISTER, "jurisdiction", NORLAND, (TITLE,)),
    Statement(TENURE, "holder", ADA, (TITLE,)),
    Statement(TENURE, "position", MINISTER, (TITLE,)),
    Statement(TENURE, "asOf", Value("2025-03-03", "date"), (TITLE,)),
    Statement(PILOTS, "value", Value("40", "integer"), (span("We trained 40 pilots"),), asserted_by=ADA, utterance=SPEECH),
    Statement(PILOTS, "unit", Value("people", "string"), (span("We trained 40 pilots"),), asserted_by=ADA, utterance=SPEECH),
    Statement(PILOTS, "measure", TOPIC, (span("We trained 40 pilots"),), asserted_by=ADA, utterance=SPEECH),
    Statement(PILOTS, "observedOf", MINISTRY, (span("We trained 40 pilots"),), asserted_by=ADA, utterance=SPEECH),
    Statement(SCHOOL, "locatedIn", PORT, (span("we will open a school in Port Else"),), "Planned", asserted_by=ADA, utterance=SPEECH),
    Statement(ADA, "meets", TOVE, (span("She met Tove Brandt"),), confidence=0.9),
    Statement(TOVE, "worksFor", LINES, (span("Tove Brandt of Brandt Lines"),), derivation="Implied", confidence=0.8),
    Statement(PIER, "ownedBy", LINES, (span("Brandt Lines owns the Old Pier"),), "Denied", asserted_by=TOVE, utterance=DENIAL),
)

MENTIONS = (
    Mention(span("PORT ELSE"), PORT, "name"),
    Mention(span("Norland"), NORLAND, "name"),
    Mention(span("Harbour Ministry"), MINISTRY, "name"),
    Mention(span("Quiet Seas Plan"), PLAN, "name"),
    Mention(span("Norland Courier"), COURIER, "name"),
    Mention(span("Ada Quill"), ADA, "name"),
    Mention(span("the harbour minister of Norland"), ADA, "nominal"),
    Mention(span("She"), ADA, "pronoun"),
    Mention(span("Tove Brandt"), TOVE, "name"),
    Mention(span("Brandt Lines"), LINES, "name"),
    Mention(span("Old Pier"), PIER, "name"),
)

SENTENCES = tuple(
    span(words)
    for words in (
        "PORT ELSE, Norland, March 3.",
        "The Harbour Ministry approved the Quiet Seas Plan on 2 March 2025, the Norland Courier reports.",
        TEXT[TEXT.index("Ada Quill") : TEXT.index(" She met")],
        "She met Tove Brandt of Brandt Lines in Port Else.",
        "Brandt denied that Brandt Lines owns the Old Pier.",
    )
)

UTTERANCES = (
    Utterance(SPEECH, True, ADA, (SAID,)),
    Utterance(DENIAL, False, TOVE, (span("Brandt Lines owns the Old Pier"),)),
)


def story(**changes: object) -> Extraction:
    """All that was read from the story, with these parts of it changed."""
    parts: dict[str, object] = {
        "article": Article(TEXT, "quiet-seas", "Ministry approves plan for quiet seas", "2025-03-03", "Norland Courier"),
        "article_id": ARTICLE,
        "sentences": SENTENCES,
        "entities": ENTITIES,
        "mentions": MENTIONS,
        "dates": (DateMention(span("2 March 2025"), Value("2025-03-02", "date")),),
        "statements": STATEMENTS,
        "utterances": UTTERANCES,
        "publisher": COURIER,
    }
    return Extraction(**(parts | changes))  # type: ignore[arg-type]


def second_story() -> Extraction:
    """Another article of one fact, that two things of the first one have to do with each other."""
    words = "Brandt Lines works with the Harbour Ministry."
    whole = Span(0, len(words))
    entities = (Entity(LINES, "Company", "Brandt Lines"), Entity(MINISTRY, "Ministry", "Harbour Ministry"))
    statements = (Statement(LINES, "cooperatesWith", MINISTRY, (whole,)),)
    return Extraction(Article(words, "second", date="2025-04-01"), f"{BASE}doc/2025-04-01-second", (whole,), entities, (), statements, ())
