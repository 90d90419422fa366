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

_SCRIPTS: Final = ("state", "text", "picture", "card", "find", "keys", "save", "start")
_ASKING: Final = ("ask",)
"""Our script files, in the order they are put together."""


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has."""

    style: str
    library: str
    """vis-network, as the installed pyvis brings it."""
    script: str
    policy: str


def shell(module: str = "") -> Shell:
    """Style, scripts and the policy for them; with the module of a query engine, also those of its editor."""
    ours = files("kg.view")
    style = ours.joinpath("style.css").read_text("utf-8") + _colours() + (ours.joinpath("ask.css").read_text("utf-8") if module else "")
    names = _SCRIPTS + _ASKING if module else _SCRIPTS
    bodies = [ours.joinpath("script", f"{name}.js").read_text("utf-8") for name in names]
    script = '"use strict";\n(() => {\n' + "\n".join(bodies) + "})();\n"
    library = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js").read_text("utf-8")
    # a link to a map of the source would be a request
    library = re.sub(r"//# sourceMappingURL=\S*", "", library)
    for body in (style, library, script, module):
        if "\r" in body or "</s" in body.lower() or "<!--" in body:
            raise ValueError("a style or script of the page holds what would end it early: '</s', '<!--' or a carriage return")
    return Shell(style, library, script, _policy([library, script, module], style))


def _policy(scripts: Sequence[str], style: str) -> str:
    *_, module = scripts
    sources = " ".join(_hash(script) for script in scripts if script)
    if module:
        # the engine is compiled from bytes of this page; nothing else is let in by it, no eval and no inline script
        sources += " 'wasm-unsafe-eval'"
    return f"default-src 'none'; script-src {sources}; style-src {_hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"


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
