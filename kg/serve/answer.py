"""What an answering process gives back, and how the two processes write to each other.

A request is one line of JSON. An answer is one line of JSON (status, media type, length of the body) and its body.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

Details = Mapping[str, object]
"""What is to be done, as JSON can hold it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status of HTTP, a media type, and a body: the answer, or a message of what is wrong."""

    status: int
    media: str
    body: bytes

    @property
    def message(self) -> str:
        """The body as text, for what is wrong."""
        return self.body.decode("utf-8", "replace")


def failure(status: int, message: str) -> Answer:
    """What is wrong, as text."""
    return Answer(status, "text/plain", message.encode("utf-8", "replace") + b"\n")


def head_line(answer: Answer) -> bytes:
    """The line before the body."""
    return json.dumps({"status": answer.status, "media": answer.media, "length": len(answer.body)}).encode() + b"\n"


def request_line(task: str, details: Details) -> bytes:
    """A request, on one line."""
    return json.dumps({"task": task, "details": details}).encode() + b"\n"
