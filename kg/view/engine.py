"""A query engine for the page: Oxigraph's WebAssembly build, from an npm package that the user has installed.

It is read where it lies and written into the page, to run there in a thread of its own; it is no part of this project.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import InputError

_HELP: Final = "`npm install oxigraph` puts it into this folder; --engine DIR names a folder that has it."

_MARK: Final = "/* Oxigraph: https://github.com/oxigraph/oxigraph, MIT OR Apache-2.0 */\n"


@dataclass(frozen=True, slots=True)
class Engine:
    """The two parts of the engine."""

    script: str
    """JavaScript with `Store` and `__wbg_init`; only the worker's own script, which is put behind it, sees these names."""
    wasm: bytes


@dataclass(frozen=True, slots=True)
class Editor:
    """What a page needs to answer questions by itself."""

    engine: Engine
    quads: str
    """All that can be asked about, as N-Quads."""
    ready: tuple[tuple[str, str], ...] = ()
    """Titles and queries to begin with."""


def installed(start: Path) -> Path:
    """The package's folder, in `node_modules` here or in a folder above, as Node looks for it.

    Raises
    ------
    InputError
        There is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (package := folder / "node_modules" / "oxigraph").is_dir():
            return package
    raise InputError(f"the editor for queries needs the npm package oxigraph, and {start.resolve()} has none. {_HELP}")


def engine(folder: Path) -> Engine:
    """The engine in the package's folder, or in the folder it was installed into.

    Raises
    ------
    InputError
        It is not there, or is not as we know it.
    """
    inner = folder / "node_modules" / "oxigraph"
    package = inner if inner.is_dir() else folder
    try:
        module, wasm = (package / "web.js").read_text(encoding="utf-8"), (package / "web_bg.wasm").read_bytes()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{folder} does not hold the npm package oxigraph: {error}. {_HELP}") from error
    script = _script(module.replace("\r\n", "\n"))
    if not wasm.startswith(b"\0asm") or "class Store" not in script or "function __wbg_init" not in script:
        raise InputError(f"{package} holds an oxigraph of an unknown kind; version 0.5 is known. {_HELP}")
    return Engine(_MARK + script, wasm)


def _script(module: str) -> str:
    r"""The module as a plain script: a page opened from a file can start no worker from a module.

    >>> _script("export class A {}\nload(import.meta.url);\nexport { A as default };\n")
    'class A {}\nload(self.location.href);\n'
    """
    plain = re.sub(r"^export \{[^}]*\};?\n?|^export (?:default )?", "", module, flags=re.MULTILINE)
    return plain.replace("import.meta.url", "self.location.href")
