"""The spans of an article that anything points to, as nodes with their words."""

from collections import deque
from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.model import Extraction, Span
from kg.terms import integer, literal, ng, offset, text
from kg.vocab import RDF

Part = tuple[str, NamedNode, NamedNode | Literal]

_A: Final = NamedNode(RDF + "type")
_KINDS: Final = ("name", "nominal", "pronoun")


def span_nodes(extraction: Extraction, *, full: bool) -> Iterator[Part]:
    """The spans of evidence and speech; if `full`, the mentions and the sentences they lie in too.

    A sentence that nothing points into is left out: the graph quotes the article, it does not copy it.
    """
    cited = _cited(extraction)
    mentions = _mentions(extraction) if full else {}
    for span in sorted(cited | set(mentions)):
        yield from _words(extraction, span)
    if not full:
        return
    for span, (denoted, kind) in mentions.items():
        iri = offset(extraction.article_id, span).value
        yield iri, _A, ng("Mention")
        yield iri, ng("denotes"), denoted
        yield iri, ng("mentionType"), Literal(kind)
    yield from _sentences(extraction, sorted(cited | set(mentions)))


def _cited(extraction: Extraction) -> set[Span]:
    return {
        *(span for statement in extraction.statements for span in statement.evidence),
        *(span for entity in extraction.entities for span in entity.evidence),
        *(span for utterance in extraction.utterances for span in utterance.spans),
    }


def _mentions(extraction: Extraction) -> dict[Span, tuple[NamedNode | Literal, str]]:
    """What each span denotes and how; of two readings, the name goes before the description, the pronoun and the date."""
    found: dict[Span, tuple[NamedNode | Literal, str]] = {}
    for mention in sorted(extraction.mentions, key=lambda m: (m.span, _KINDS.index(m.kind), m.entity)):
        found.setdefault(mention.span, (NamedNode(mention.entity), mention.kind))
    for date in extraction.dates:
        found.setdefault(date.span, (literal(date.value), "date"))
    return found


def _words(extraction: Extraction, span: Span) -> Iterator[Part]:
    iri = offset(extraction.article_id, span).value
    yield iri, _A, ng("Evidence")
    yield iri, ng("inArticle"), NamedNode(extraction.article_id)
    yield iri, ng("start"), integer(span.start)
    yield iri, ng("end"), integer(span.end)
    yield iri, ng("quote"), text(extraction.quote(span))


def _sentences(extraction: Extraction, spans: list[Span]) -> Iterator[Part]:
    left = deque(enumerate(sorted(extraction.sentences), start=1))
    used: dict[Span, int] = {}
    for span in spans:
        # spans come by their start: what ends before this one ends before all others
        while left and left[0][1].end <= span.start:
            left.popleft()
        for number, sentence in left:
            if sentence.start >= span.end:
                break
            if span.start < sentence.end:
                used[sentence] = number
                yield offset(extraction.article_id, span).value, ng("inSentence"), offset(extraction.article_id, sentence)
    for sentence, number in used.items():
        iri = offset(extraction.article_id, sentence).value
        yield iri, _A, ng("Sentence")
        yield iri, ng("index"), integer(number)
        yield from _words(extraction, sentence)
