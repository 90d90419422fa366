"""A connection that does not wait for ever: for a request to arrive, or for an answer to be taken."""

import asyncio
from typing import Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

ARRIVAL: Final = 10.0
"""Seconds that a request may take to arrive whole, from the first byte or the opening of the connection, and a part of an answer to be
taken."""


class Connection(H11Protocol):
    """uvicorn's connection with a clock for each request; the longest query needs a fraction of a second on a slow line."""

    _clock: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Goes on waiting until the request is whole."""
        super().data_received(data)
        if self.conn.their_state in (h11.IDLE, h11.SEND_BODY):
            self._wait()
        else:
            self._stop()

    def pause_writing(self) -> None:
        """Begins to wait until the client takes what is written for it."""
        super().pause_writing()
        self._stuck = self.loop.call_later(ARRIVAL, self.transport.abort)

    def resume_writing(self) -> None:
        """The client has taken it."""
        super().resume_writing()
        self._free()

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits for nothing any more."""
        self._stop()
        self._free()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._clock is None:
            self._clock = self.loop.call_later(ARRIVAL, self.transport.abort)

    def _stop(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _free(self) -> None:
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None
