"""Lists of words, written as one would read them."""


def words(*lines: str) -> frozenset[str]:
    """The words of the lines.

    >>> sorted(words("may might", "could"))
    ['could', 'may', 'might']
    """
    return frozenset(word for line in lines for word in line.split())
