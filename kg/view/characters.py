"""Text made fit to be shown, whatever an article or a name holds."""

import re


def readable(text: str) -> str:
    r"""The text on one line, without control and direction characters that could garble a name.

    >>> readable("A\u202eB\x00  C")
    'AB C'
    """
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", "", text).split())


def storable(text: str) -> str:
    r"""The text with what HTML and UTF-8 cannot hold replaced one for one, so that offsets stay right.

    >>> storable("a\x00b")
    'a\ufffdb'
    """
    return re.sub(r"[\x00\ud800-\udfff]", "\ufffd", text)
