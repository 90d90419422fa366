"""Which entity a mention refers to beyond its article: the names (IRIs) things get.

An IRI is a pure function of family, canonical name and country, so that two articles that name one thing meet in it, in whatever
order they are read. What has no name of its own ("the man", a figure) is named within its article.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from kg.model import Article, Entity, Extraction, Mention, Statement, Utterance
from kg.ontology import Ontology
from kg.vocab import BASE

_LATIN: Final = str.maketrans(
    {
        "ə": "a",
        "Ə": "A",
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ß": "ss",
        "đ": "d",
        "Đ": "D",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "ħ": "h",
    }
)
"""Latin letters that NFKD leaves whole."""

_FAMILIES: Final = (
    ("Person", "person"),
    ("Organization", "org"),
    ("Place", "place"),
    ("Work", "work"),
    ("Event", "event"),
    ("Topic", "topic"),
)
LOCAL: Final = frozenset({"Observation", "Tenure"})
"""Classes whose things exist within one article only."""


def slug(name: str) -> str:
    """Lower-case letters and digits with hyphens; letters of other scripts stay as they are.

    >>> slug("Müller & Söhne (AG)"), slug("Bakı Şəhəri"), slug("Київ")
    ('muller-sohne-ag', 'baki-sahari', 'київ')
    """
    folded = unicodedata.normalize("NFKD", name.translate(_LATIN))
    plain = (
        "".join(c for c in folded if not unicodedata.combining(c)) if re.search(r"[A-Za-z]", folded) else unicodedata.normalize("NFC", name)
    )
    return re.sub(r"[^\w]+|_+", "-", plain.lower()).strip("-")[:120] or sha256(name.encode()).hexdigest()[:10]


def article_iri(article: Article) -> str:
    """{base}doc/{date}-{first 12 digits of the text's hash}; without a date only the hash."""
    return f"{BASE}doc/{article.date + '-' if article.date else ''}{article.sha256[:12]}"


def family(type_: str, ontology: Ontology) -> str:
    """The coarse family of a class; a class may be refined without its things' IRIs moving."""
    return next((name for class_, name in _FAMILIES if ontology.is_a(type_, class_)), "thing")


def entity_iri(type_: str, label: str, ontology: Ontology, *, country: str = "", date: str = "") -> str:
    """The IRI of a named thing."""
    end = quote(slug(label), safe="-") + (f"--{country}" if country else "")
    return f"{BASE}id/{family(type_, ontology)}/{date + '-' if date else ''}{end}"


def resolved(
    extraction: Extraction, ontology: Ontology, *, named: Mapping[str, bool], countries: Mapping[str, str], dates: Mapping[str, str]
) -> Extraction:
    """The extraction with IRIs for its local ids; things that get one IRI become one.

    Parameters
    ----------
    extraction
        With local ids.
    ontology
        Tells the families of classes.
    named
        Whether the thing has a name that holds beyond its article.
    countries
        ISO code (two letters, lower case) of the country that the thing's name needs.
    dates
        Day of an event, which its IRI begins with.
    """
    article = article_iri(extraction.article)
    iris = {"article": article}
    first = {entity.id: entity.evidence[0].start for entity in extraction.entities if entity.evidence}
    for mention in extraction.mentions:
        first[mention.entity] = min(mention.span.start, first.get(mention.entity, mention.span.start))
    for entity in extraction.entities:
        id_ = entity.id
        iris[id_] = _iri(entity, article, ontology, named.get(id_, False), countries.get(id_, ""), dates.get(id_, ""), first.get(id_, 0))
    for utterance in extraction.utterances:
        iris[utterance.id] = f"{article}#{utterance.id}"
    return _renamed(extraction, article, iris, ontology)


def _iri(entity: Entity, article: str, ontology: Ontology, named: bool, country: str, date: str, first: int) -> str:
    if entity.type in LOCAL:
        short = "obs" if entity.type == "Observation" else entity.type.lower()
        return f"{article}#{short}_{quote(slug(entity.label), safe='-')}"
    if not named:
        return f"{article}#{family(entity.type, ontology)}_{first}_{quote(slug(entity.label), safe='-')}"
    return entity_iri(entity.type, entity.label, ontology, country=country, date=date if ontology.is_a(entity.type, "Event") else "")


def _renamed(extraction: Extraction, article: str, iris: Mapping[str, str], ontology: Ontology) -> Extraction:
    entities: dict[str, Entity] = {}
    for entity in extraction.entities:
        iri = iris[entity.id]
        entities[iri] = _merged(entities[iri], entity, ontology) if iri in entities else replace(entity, id=iri)
    mentions = sorted({Mention(m.span, iris[m.entity], m.kind) for m in extraction.mentions}, key=lambda m: (m.span, m.entity, m.kind))
    statements = [
        replace(
            s,
            subject=iris[s.subject],
            object=iris[s.object] if isinstance(s.object, str) else s.object,
            asserted_by=iris.get(s.asserted_by, ""),
            utterance=iris.get(s.utterance, ""),
        )
        for s in extraction.statements
    ]
    utterances = [Utterance(iris[u.id], u.direct, iris[u.speaker], u.spans, iris.get(u.said_at, "")) for u in extraction.utterances]
    return replace(
        extraction,
        article_id=article,
        entities=tuple(sorted(entities.values(), key=lambda e: e.id)),
        mentions=tuple(mentions),
        statements=tuple(_unique(s for s in statements if s.subject != s.object)),
        utterances=tuple(utterances),
        publisher=iris.get(extraction.publisher, ""),
    )


def _merged(a: Entity, b: Entity, ontology: Ontology) -> Entity:
    finer = b.type if ontology.is_a(b.type, a.type) else a.type
    names = sorted({*a.aliases, *b.aliases, b.label} - {a.label})
    return replace(
        a,
        type=finer,
        aliases=tuple(names),
        same_as=tuple(sorted({*a.same_as, *b.same_as})),
        exact_match=tuple(sorted({*a.exact_match, *b.exact_match})),
        evidence=a.evidence + b.evidence,
    )


def _unique(statements: Iterable[Statement]) -> list[Statement]:
    """One statement a triple: the rules' before the reader's, Actual before other modalities, then the surest, then the earliest."""
    best: dict[tuple[str, str, object], Statement] = {}
    for s in statements:
        key = (s.subject, s.property, s.object)
        if key not in best or _rank(s) < _rank(best[key]):
            best[key] = s
    return sorted(best.values(), key=lambda s: (s.evidence[0], s.subject, s.property, str(s.object)))


def _rank(statement: Statement) -> tuple[bool, bool, float, int]:
    return statement.rule.startswith("reader-"), statement.modality != "Actual", -statement.confidence, statement.evidence[0].start
