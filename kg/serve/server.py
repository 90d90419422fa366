"""The socket, the signals, and the life of the pool."""

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Final

import uvicorn

from kg.errors import InputError
from kg.serve.application import application
from kg.serve.connection import Connection
from kg.serve.pool import Pool
from kg.serve.settings import MAX_CONNECTIONS, Settings
from kg.store import Store

_GRACE: Final = 5
"""Seconds that requests have to end in when the service does."""


def serve(settings: Settings, *, ready: Callable[[str], None]) -> None:
    """Serves the store until the process is told to end; `ready` gets the address as soon as it can be used.

    Raises
    ------
    InputError
        There is no such store, or the address cannot be used.
    """
    Store(settings.path, snapshot=True).close()  # what a killed writer left is published once, not by every process
    with closing(_bound(settings.host, settings.port)) as listening:
        asyncio.run(_served(settings, listening, ready))


class _Server(uvicorn.Server):
    """Signals are ours: a service that was told to end has ended well."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _served(settings: Settings, listening: socket.socket, ready: Callable[[str], None]) -> None:
    port = int(listening.getsockname()[1])
    async with Pool(settings) as pool:
        server = _Server(_config(application(settings, pool, port)))

        def stop() -> None:
            server.force_exit = server.should_exit  # told twice, it does not wait for requests
            server.should_exit = True

        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop)
        ready(f"http://{f'[{settings.host}]' if ':' in settings.host else settings.host}:{port}/")
        await server.serve(sockets=[listening])


def _config(app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        loop="asyncio",
        http=Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=MAX_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=_GRACE,
    )


def _bound(host: str, port: int) -> socket.socket:
    """The socket that listens there."""
    try:
        (family, _, _, _, address), *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return socket.create_server((str(address[0]), port), family=family, backlog=512)
    except (OSError, OverflowError, UnicodeError) as error:
        advice = (
            "another program uses this port: choose another with --port" if "in use" in str(error) else "choose another --host or --port"
        )
        raise InputError(f"cannot listen at {host} port {port}: {error}; {advice}.") from error
