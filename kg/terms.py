"""The model's values as RDF terms, each with one written form."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.hierarchy import term
from kg.model import Span, Value
from kg.vocab import EDTF, XSD

_DATES: Final = {"date": r"\d{4}-\d\d-\d\d", "gYearMonth": r"\d{4}-\d\d", "gYear": r"\d{4}", "edtf": r"[0-9X/.?~%-]+"}


def ng(name: str) -> NamedNode:
    """A class or property by its local name."""
    return NamedNode(term(name))


def text(words: str, *, language: str = "") -> Literal:
    """A text; half of a surrogate pair, which no file can hold, becomes a question mark of the same length."""
    whole = words.encode("utf-8", "replace").decode()
    return Literal(whole, language=language) if language else Literal(whole)


def integer(number: int) -> Literal:
    """A whole number."""
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))


def decimal(number: Decimal) -> Literal:
    """A number in its canonical form, which every store gives back unchanged.

    >>> [decimal(Decimal(number)).value for number in ("1.0", "0.900", "1E+3", "-0")]
    ['1', '0.9', '1000', '0']
    """
    plain = format(number, "f")
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Literal("0" if short in {"-0", ""} else short, datatype=NamedNode(XSD + "decimal"))


def literal(value: Value) -> Literal:
    """The value with its datatype.

    A lexical form that the datatype does not allow is written as a string: the file stays valid, and the shapes report it.
    """
    lexical = value.lexical.strip()
    if value.datatype == "integer" and re.fullmatch(r"[+-]?[0-9]+", lexical):
        return integer(int(lexical))
    if value.datatype in {"integer", "decimal"}:
        try:
            number = Decimal(lexical)
        except InvalidOperation:
            return text(value.lexical)
        return decimal(number) if number.is_finite() and abs(number.adjusted()) < 100 else text(value.lexical)
    if value.datatype in _DATES and re.fullmatch(_DATES[value.datatype], lexical):
        return Literal(lexical, datatype=NamedNode(EDTF if value.datatype == "edtf" else XSD + value.datatype))
    return text(value.lexical)


def offset(article: str, span: Span) -> NamedNode:
    """The node of a span of the article's text."""
    return NamedNode(f"{article}#offset_{span.start}_{span.end}")


def web_address(url: str) -> NamedNode | Literal:
    """The address as an IRI, or as text where it is none."""
    try:
        return NamedNode(url) if url.startswith(("http://", "https://")) else text(url)
    except ValueError:
        return text(url)
