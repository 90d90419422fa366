"""What callers may catch.

KgError                 anything NewsGraph refuses to do
  InputError            an article, file or option that cannot be used: exit code 2
  OntologyError         an ontology that does not say what is needed
  PipelineMissing       the English model or the reader model is not installed or not whole
  QueryError            a query that cannot be asked: malformed, or one of the next two
    QueryRefused        SPARQL, but not allowed here
    QueryFailed         allowed, but it needed too much time or memory, or reading failed
"""


class KgError(Exception):
    """What went wrong, where, why, and what to do about it, in one message."""


class InputError(KgError):
    """An article, file or option cannot be used as it is."""


class OntologyError(KgError):
    """An ontology does not say what a step needs."""


class PipelineMissing(KgError):
    """The English model or the reader model is missing or damaged."""


class QueryError(KgError):
    """A query is malformed, asks for something that is not allowed, or ran too long."""


class QueryRefused(QueryError):
    """A query asks for something that is not allowed here."""


class QueryFailed(QueryError):
    """A query may be asked, but got no answer: it needed too much time or memory, or reading failed."""
