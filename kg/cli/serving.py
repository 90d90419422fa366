"""The verb that serves a store over HTTP. It does not load spaCy, and no other verb loads the web server."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import plain
from kg.cli.storing import Folder


def serve(
    store: Folder,
    *,
    port: Annotated[int, typer.Option("--port", min=0, max=65_535, help="0 takes a free one.")] = 8000,
    host: Annotated[
        str, typer.Option("--host", metavar="NAME", help="Where to listen; beyond this machine a token is needed.")
    ] = "127.0.0.1",
    token_file: Annotated[
        Path | None, typer.Option("--token-file", metavar="FILE", help="A file with the token; otherwise KG_TOKEN is it.")
    ] = None,
    cors: Annotated[
        list[str] | None, typer.Option("--cors", metavar="ORIGIN", help="Let this site's pages ask; may be given more than once.")
    ] = None,
    timeout: Annotated[int, typer.Option("--timeout", metavar="SECONDS", min=1, max=86_400, help="Stop a query that takes longer.")] = 30,
    memory: Annotated[int, typer.Option("--memory", metavar="MIB", min=1024, help="Stop a query that needs more.")] = 4096,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="How many queries run at once.")] = 4,
) -> None:
    """Serve a store: SPARQL 1.1 at /sparql, graphs at /store, a page to ask from at /, and a page for each thing."""
    from kg.serve.server import serve as served
    from kg.serve.settings import settings

    limits = {"seconds": timeout, "memory": memory << 20, "workers": workers}
    chosen = settings(store, host=host, port=port, token_file=token_file, origins=tuple(cors or ()), **limits)
    served(chosen, ready=lambda address: print(plain(address), flush=True))
