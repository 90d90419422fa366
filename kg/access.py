"""How a server lets us in: with a name and a password from the environment (KG_USER and KG_PASSWORD) or a netrc file.

Nothing is sent unasked. A server that asks says in which form: as a digest, which does not give the password away (Virtuoso wants this), or
as it is. Neither name nor password appears in any message.
"""

import base64
import netrc
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import new as hashing
from typing import Final
from urllib.request import parse_http_list, parse_keqv_list

_HASHES: Final = {"MD5": "md5", "SHA-256": "sha256"}


@dataclass(slots=True)
class Access:
    """What a host has asked for so far; each request carries the answer from then on."""

    host: str
    _challenge: dict[str, str] | None = field(default=None, init=False)
    """The digest's parameters; empty where the password is sent as it is."""
    _count: int = field(default=0, init=False)

    def headers(self, method: str, path: str) -> dict[str, str]:
        """What lets this request in; nothing as long as nobody asked."""
        found = _credentials(self.host)
        if self._challenge is None or not found:
            return {}
        if not self._challenge:
            return {"Authorization": f"Basic {base64.b64encode(':'.join(found).encode()).decode()}"}
        self._count += 1
        return {"Authorization": f"Digest {_digest(self._challenge, found, method, path, self._count)}"}

    def asked(self, challenges: Iterable[str]) -> bool:
        """Whether there is an answer to a refusal with these `WWW-Authenticate`; the headers are another's from now on.

        >>> Access("example.org").asked(['Bearer realm="news"'])
        False
        """
        offers = [each.strip().partition(" ")[::2] for each in challenges]
        digests = (parse_keqv_list(list(filter(None, parse_http_list(rest)))) for scheme, rest in offers if scheme.lower() == "digest")
        digest = next(filter(_usable, digests), None)
        if not _credentials(self.host) or not (digest or not offers or any(scheme.lower() == "basic" for scheme, _ in offers)):
            return False
        self._challenge, self._count = digest or {}, 0
        return True


def _credentials(host: str) -> tuple[str, str] | None:
    """Name and password for this host."""
    if user := os.environ.get("KG_USER", ""):
        return user, os.environ.get("KG_PASSWORD", "")
    try:
        found = netrc.netrc().authenticators(host)
    except (OSError, netrc.NetrcParseError):
        return None
    return (found[0], found[2] or "") if found else None


def _usable(digest: dict[str, str]) -> bool:
    return {"realm", "nonce"} <= set(digest) and digest.get("algorithm", "MD5") in _HASHES and _quality(digest) is not None


def _quality(challenge: dict[str, str]) -> str | None:
    """The kind of digest that we can give: `auth`, an older one without a name, or none that the server takes."""
    offered = [each.strip() for each in challenge["qop"].split(",")] if "qop" in challenge else [""]
    return next((each for each in ("auth", "") if each in offered), None)


def _digest(challenge: dict[str, str], credentials: tuple[str, str], method: str, path: str, count: int) -> str:
    """The answer to a digest challenge (RFC 7616)."""
    algorithm, quality = challenge.get("algorithm", "MD5"), _quality(challenge)
    user, password = credentials

    def hashed(*parts: str) -> str:
        return hashing(_HASHES[algorithm], ":".join(parts).encode(), usedforsecurity=False).hexdigest()

    own = {"nc": f"{count:08x}", "cnonce": secrets.token_hex(8), "qop": "auth"} if quality else {}
    secret, asked = hashed(user, challenge["realm"], password), hashed(method, path)
    told = {name: challenge[name] for name in ("realm", "nonce", "opaque") if name in challenge}
    given = told | {"username": user, "uri": path, "response": hashed(secret, challenge["nonce"], *own.values(), asked)}
    quoted = [f'{name}="{_escaped(value)}"' for name, value in given.items()]
    bare = [f'{name}="{value}"' if name == "cnonce" else f"{name}={value}" for name, value in own.items()]
    return ", ".join([*quoted, f"algorithm={algorithm}", *bare])


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
