"""The fixed parts of a page: style, scripts, and the policy that allows these and nothing else.

Script and style are named in the policy by the hash of their text, so nothing that an article says can run, and nothing can be fetched.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Final

from kg.view.looks import GROUPS

_OURS: Final = files("kg.view")
_SCRIPTS: Final = ("state", "text", "picture", "card", "find", "keys", "save", "start")
_ASKING: Final = ("ask",)
"""Our script files, in the order they are put together; those of the editor come last."""


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has."""

    style: str
    library: str
    """vis-network, as the installed pyvis brings it."""
    script: str
    policy: str


def shell(*, asking: bool = False) -> Shell:
    """Style, scripts and the policy for them, with or without those of the editor for queries."""
    style = _OURS.joinpath("style.css").read_text("utf-8") + _colours() + (_OURS.joinpath("ask.css").read_text("utf-8") if asking else "")
    names = _SCRIPTS + _ASKING if asking else _SCRIPTS
    script = '"use strict";\n(() => {\n' + "\n".join(map(_script, names)) + "})();\n"
    library = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js").read_text("utf-8")
    # a link to a map of the source would be a request
    library = re.sub(r"//# sourceMappingURL=\S*", "", library)
    for body in (style, library, script):
        if "\r" in body or "</s" in body.lower() or "<!--" in body:
            raise ValueError("a style or script of the page holds what would end it early: '</s', '<!--' or a carriage return")
    return Shell(style, library, script, _policy([library, script], style, asking=asking))


def program(engine: str) -> str:
    """What the editor's worker runs: the engine's script and ours."""
    return f"{engine}\n{_script('worker')}"


def _script(name: str) -> str:
    return _OURS.joinpath("script", f"{name}.js").read_text("utf-8")


def _policy(scripts: Sequence[str], style: str, *, asking: bool) -> str:
    sources = " ".join(map(_hash, scripts))
    # the engine is compiled in a worker from bytes of this page; nothing else is let in by it, no eval and no inline script
    engine = " 'wasm-unsafe-eval'; worker-src blob:" if asking else ""
    allowed = f"script-src {sources}{engine}; style-src {_hash(style)}; img-src data: blob:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(body: str) -> str:
    return f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'"


def _colours() -> str:
    light = "".join(f"--{group.name}:{group.light};" for group in GROUPS)
    dark = "".join(f"--{group.name}:{group.dark};" for group in GROUPS)
    marks = "".join(f".{group.name}{{--type:var(--{group.name})}}" for group in GROUPS)
    return (
        f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n{marks}\n"
    )
