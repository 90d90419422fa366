"""Which form of an answer a client likes best (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence
from typing import Final

Offer = tuple[str, str]
"""A form's name and the media type that it is sent as."""

TABLES: Final[tuple[Offer, ...]] = (
    ("json", "application/sparql-results+json"),
    ("xml", "application/sparql-results+xml"),
    ("csv", "text/csv"),
    ("tsv", "text/tab-separated-values"),
    ("json", "application/json"),
    ("xml", "application/xml"),
    ("xml", "text/xml"),
)
"""Forms of SELECT and ASK results, ours first; the last ones are names that old clients use."""

GRAPHS: Final[tuple[Offer, ...]] = (
    ("ttl", "text/turtle"),
    ("nt", "application/n-triples"),
    ("rdf", "application/rdf+xml"),
    ("rdf", "application/xml"),
    ("nt", "text/plain"),
)
"""Forms of graphs."""

PAGE: Final[Offer] = ("html", "text/html")


def negotiated(accept: str, offers: Sequence[Offer]) -> Offer:
    """The offer that the client likes best, the earliest of equals; two empty names if it takes none of them.

    >>> negotiated("text/csv;q=0.5, application/sparql-results+xml", TABLES)
    ('xml', 'application/sparql-results+xml')
    >>> negotiated("", TABLES)
    ('json', 'application/sparql-results+json')
    >>> negotiated("image/png", TABLES)
    ('', '')
    """
    ranges = _ranges(accept) or [("*/*", 1.0)]
    liked = [(_quality(media, ranges), -place, (form, media)) for place, (form, media) in enumerate(offers)]
    quality, _, offer = max(liked, default=(0.0, 0, ("", "")))
    return offer if quality > 0 else ("", "")


def named(form: str, offers: Sequence[Offer]) -> Offer:
    """The offer of that name, such as `csv`; two empty names if there is none."""
    return next((offer for offer in offers if offer[0] == form), ("", ""))


def content_type(media: str) -> str:
    """The media type as it is sent: everything is UTF-8, which only text types leave open."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _ranges(accept: str) -> list[tuple[str, float]]:
    """Each media range with its quality; what is malformed is left out."""
    found = []
    for each in accept.lower().split(","):
        media, *parameters = (part.strip() for part in each.split(";"))
        qualities = [part[2:] for part in parameters if part.startswith("q=")]
        try:
            quality = float(qualities[0]) if qualities else 1.0
        except ValueError:
            continue
        if media.count("/") == 1 and 0 <= quality <= 1:
            found.append((media, quality))
    return found


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """That of the most specific range that the media type lies in."""
    for wanted in (media, f"{media.partition('/')[0]}/*", "*/*"):
        qualities = [quality for known, quality in ranges if known == wanted]
        if qualities:
            return max(qualities)
    return 0.0
