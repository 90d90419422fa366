"""How a store is served: where, to whom, within which limits."""

import ipaddress
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.worker import MEMORY, SECONDS

MAX_BODY: Final = 4 << 20
"""Bytes of a request's body: a query of the longest kind, percent-encoded."""

MAX_ANSWER: Final = 64 << 20
"""Bytes of one answer; it is sent only when it is whole, so it must fit into memory."""

MAX_CONNECTIONS: Final = 256
"""Connections held at once; further ones are told 503."""

MIN_TOKEN: Final = 16
"""Characters of the shortest token."""

_LOOPBACK_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Checked settings; `settings()` makes them."""

    path: Path
    host: str = "127.0.0.1"
    port: int = 0
    token: str = field(default="", repr=False)
    origins: tuple[str, ...] = ()
    """Whose pages may read the answers in a browser (CORS); `*` is everybody's."""
    seconds: float = SECONDS
    memory: int = MEMORY
    workers: int = 4
    waiting: int = 64
    """How many requests may wait for a free worker."""

    @property
    def local(self) -> bool:
        """Whether only this machine can connect."""
        return loopback(self.host)


def settings(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token_file: Path | None = None,
    origins: tuple[str, ...] = (),
    seconds: float = SECONDS,
    memory: int = MEMORY,
    workers: int = 4,
) -> Settings:
    """These settings, with the token from the file or from the environment variable KG_TOKEN.

    Raises
    ------
    InputError
        The token is missing where one is needed, too short or unreadable; an origin is none; the path is no folder.
    """
    if path.exists() and not path.is_dir():
        raise InputError(f"{path}: only a store's folder can be served; `kg add FOLDER ARTICLE` makes one.")
    token = _token(token_file)
    if not (token or loopback(host)):
        raise InputError(
            f"--host {host} lets other machines in, so a token is needed: set KG_TOKEN, or name a file with --token-file. "
            "Without --host only this machine can connect, and no token is needed."
        )
    return Settings(path, host, port, token, tuple(_origin(each) for each in origins), seconds, memory, workers, 16 * workers)


def loopback(host: str) -> bool:
    """Whether the name or address is this machine's own.

    >>> [loopback(host) for host in ("localhost", "127.0.0.2", "::1", "0.0.0.0", "news.example")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") in _LOOPBACK_NAMES


def _token(file: Path | None) -> str:
    if file is None:
        where, token = "KG_TOKEN", os.environ.get("KG_TOKEN", "")
        if not token:
            return ""
    else:
        where = str(file)
        try:
            token = file.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise InputError(f"{where}: the token cannot be read: {error}. Name a text file that holds the token alone.") from error
    token = token.strip()
    if len(token) < MIN_TOKEN or not re.fullmatch(r"[!-~]+", token):
        raise InputError(
            f"{where}: a token has at least {MIN_TOKEN} characters, all of them visible ASCII without spaces. "
            f"`python3 -c 'import secrets; print(secrets.token_urlsafe())'` makes one."
        )
    return token


def _origin(text: str) -> str:
    if text != "*" and not re.fullmatch(r"https?://[A-Za-z0-9.\[\]:-]+", text):
        raise InputError(f"--cors {text!r} is no origin: write scheme, host and port as browsers do, such as https://news.example, or *.")
    return text
