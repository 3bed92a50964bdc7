"""A reader without a browser: Streamlit's own messages over its own socket, as its frontend sends them.

It answers the server's refresh requests and clicks as a browser does, but keeps no message cache: the server sends
every element anew, which is more than it sends to a browser.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

_PATIENCE_SECONDS = 120
_FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)
_REFRESHED = ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY


@dataclass
class Reader:
    """One session: what it was sent of navigation and language, and how long its clicks and refreshes took.

    A run is over when the server says that it finished; one that was cut short by a newer request says so too, and
    only the last word counts.
    """

    socket: ClientConnection
    pages: Sequence[str] = ()
    page: str = ""
    language: str = "en"
    switch: str = ""
    clicks: list[float] = field(default_factory=list)
    refreshes: list[float] = field(default_factory=list)
    failures: int = 0
    received: int = 0
    _finished: asyncio.Event = field(default_factory=asyncio.Event)
    _asked_at: float | None = None
    _timers: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    async def listen(self) -> None:
        """Take in what the server sends until the socket is closed."""
        async for raw in self.socket:
            self.received += len(raw)
            message = ForwardMsg()
            message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            self._take(message)

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.pages = tuple(one.page_script_hash for one in message.navigation.app_pages)
            self.page = message.navigation.page_script_hash
        elif kind == "delta":
            self._look_for_switch(message)
        elif kind == "auto_rerun":
            self._refresh_every(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "new_session" and not message.metadata.run.fragment_ids:
            self._stop_timers()
        elif kind == "script_finished":
            self._take_end(message)

    def _take_end(self, message: ForwardMsg) -> None:
        now = time.perf_counter()
        if message.script_finished == _REFRESHED and self._asked_at is not None:
            self.refreshes.append(now - self._asked_at)
            self._asked_at = None
        if message.script_finished in _FINISHED:
            self._finished.set()

    def _look_for_switch(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            self.failures += 1
        if element.WhichOneof("type") == "button_group" and not self.switch:
            self.switch = element.button_group.id

    def _refresh_every(self, fragment: str, seconds: float) -> None:
        if fragment not in self._timers:
            self._timers[fragment] = asyncio.create_task(self._refresh(fragment, seconds))

    async def _refresh(self, fragment: str, seconds: float) -> None:
        with suppress(ConnectionError, OSError):
            while True:
                await asyncio.sleep(seconds)
                self._asked_at = time.perf_counter()
                await self._send(ClientState(fragment_id=fragment, is_auto_rerun=True))

    def _stop_timers(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    async def open(self) -> float:
        """Ask for the first page; the seconds until it was sent."""
        return await self._run()

    async def go_to(self, number: int) -> None:
        """Click on a page of the navigation and wait until it was sent."""
        self.page = self.pages[number % len(self.pages)]
        self.clicks.append(await self._run())

    async def speak_another(self) -> None:
        """Click on the other language and wait until the page was sent."""
        self.language = "ru" if self.language == "en" else "en"
        self.clicks.append(await self._run())

    async def _run(self) -> float:
        began = time.perf_counter()
        self._finished.clear()
        await self._send(ClientState(query_string=f"lang={self.language}"))
        try:
            await asyncio.wait_for(self._finished.wait(), _PATIENCE_SECONDS)
        except TimeoutError:
            self.failures += 1
        return time.perf_counter() - began

    async def _send(self, state: ClientState) -> None:
        state.page_script_hash = self.page
        state.context_info.timezone = "Europe/Berlin"
        if self.switch:
            widget = state.widget_states.widgets.add()
            widget.id = self.switch
            widget.string_array_value.data.append(self.language)
        message = BackMsg()
        message.rerun_script.CopyFrom(state)
        await self.socket.send(message.SerializeToString())

    async def close(self) -> None:
        """Leave."""
        self._stop_timers()
        await self.socket.close()


async def arrive(url: str) -> tuple[Reader, asyncio.Task[None]]:
    """A reader with an open socket, and the task that listens for it."""
    where = url.replace("http://", "ws://") + "/_stcore/stream"
    socket = await connect(where, subprotocols=["streamlit"], max_size=None, proxy=None)  # type: ignore[list-item]
    reader = Reader(socket)
    return reader, asyncio.create_task(reader.listen())
