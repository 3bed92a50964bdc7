"""A Jetstream on loopback: both versions of its protocol over real WebSockets, with faults, and a profile look-up."""

import json
import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from threading import Event as Flag
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

from tests.bluesky_lines import METHOD, Event

V1, V2, PROFILES = "/subscribe", f"/xrpc/{METHOD}", "/xrpc/app.bsky.actor.getProfiles"
OWN = "did:plc:z72i7hdynmk6r22z27h6tvur"  # Bluesky's own account, which is always there
_TIME_FROM = 10**15
_SILENT = logging.getLogger("tests.fake_jetstream")
_SILENT.disabled = True


@dataclass
class Faults:
    """What goes wrong: answers instead of the first streams, streams cut after so many lines, or lines nobody sent."""

    refusals: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    drop_after: list[int] = field(default_factory=list)
    lines_before: Sequence[str | bytes] = ()
    repeat_last: bool = False
    wait_seconds: float = 0.0
    wait_from: int = 0
    mute: bool = False
    live_only: bool = False
    error_frame: bool = False


@dataclass
class FakeJetstream:
    """Replays events from a cursor on and then stays open; `floor_us` is how far back it goes."""

    events: list[Event]
    now: datetime
    floor_us: int = 0
    faults: Faults = field(default_factory=Faults)
    numbered: bool = False
    dated: bool = True
    profiles: Mapping[str, Mapping[str, Any] | None] | None = None
    profile_answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    looked_up: list[list[str]] = field(default_factory=list)
    port: int = 0
    _stop: Flag = field(default_factory=Flag)

    @property
    def address(self) -> str:
        """Where it stands, without a path."""
        return f"ws://127.0.0.1:{self.port}"

    @property
    def web(self) -> str:
        """Where profiles are looked up."""
        return f"http://127.0.0.1:{self.port}"

    @contextmanager
    def running(self) -> Iterator["FakeJetstream"]:
        """The server, until the end of the block."""
        server: Server = serve(
            self._stream,
            "127.0.0.1",
            0,
            process_request=self._refuse,
            process_response=self._date,
            compression=None,
            close_timeout=0.2,
            logger=_SILENT,
        )
        self.port = server.socket.getsockname()[1]
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            server.shutdown()
            thread.join(5)

    def _headers(self, more: Mapping[str, str] | None = None) -> Headers:
        date = {"Date": format_datetime(self.now, usegmt=True)} if self.dated else {}
        return Headers({**date, "Connection": "close", **(more or {})})

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes) -> Response:
        return Response(status, "said so", self._headers({"Content-Length": str(len(body)), **headers}), body)

    def _date(self, _: ServerConnection, __: Request, response: Response) -> None:
        del response.headers["Date"]
        if self.dated:
            response.headers["Date"] = format_datetime(self.now, usegmt=True)

    def _refuse(self, _: ServerConnection, request: Request) -> Response | None:
        parts = urlsplit(request.path)
        asked = parse_qsl(parts.query)
        if parts.path == PROFILES:
            return self._look_up([value for name, value in asked if name == "actors"])
        self.asked.append({"path": parts.path, **dict(asked)})
        if self.faults.refusals:
            return self._answer(*self.faults.refusals.pop(0))
        if parts.path not in (V1, V2):
            return self._answer(404, {}, b"not here")
        return self._check_v2(dict(asked)) if parts.path == V2 else None

    def _check_v2(self, asked: Mapping[str, str]) -> Response | None:
        """Version 2 refuses the names of version 1, and numbers below what it keeps."""
        known = {"kinds", "collections", "dids", "cursor", "maxMessageSizeBytes", "zstdDictionary"}
        cursor = int(asked.get("cursor", 0))
        if set(asked) - known or asked.get("kinds") not in (None, "commit"):
            return self._answer(400, {}, json.dumps({"error": "InvalidRequest"}).encode())
        kept = [event.seq for event in self.events if event.at_us >= self.floor_us]
        if 0 < cursor < _TIME_FROM and cursor < min(kept, default=0):
            return self._answer(400, {}, json.dumps({"error": "CursorTooOld", "message": "floor"}).encode())
        return None

    def _look_up(self, actors: list[str]) -> Response:
        self.looked_up.append(actors)
        if self.profile_answers:
            return self._answer(*self.profile_answers.pop(0))
        known = self.profiles
        found = [(did, {} if known is None or did == OWN else known.get(did)) for did in actors[:25]]
        body = {"profiles": [{"did": did, **profile} for did, profile in found if profile is not None]}
        return self._answer(200, {"Content-Type": "application/json"}, json.dumps(body).encode())

    def _stream(self, ws: ServerConnection) -> None:
        assert ws.request is not None
        parts = urlsplit(ws.request.path)
        asked = dict(parse_qsl(parts.query))
        second = parts.path == V2
        try:
            if self.faults.mute:
                with ws.protocol_mutex:  # nothing is read from here on, so no ping is answered
                    self._stop.wait(5)
                return
            self._replay(ws, int(asked.get("cursor", 0)), second=second)
            while not self._stop.is_set():
                try:
                    ws.recv(0.05)
                except TimeoutError:
                    continue
        except (ConnectionClosed, OSError):
            return

    def _replay(self, ws: ServerConnection, cursor: int, *, second: bool) -> None:
        events = [event for event in self.events if event.at_us >= self.floor_us]
        notice = None
        if cursor >= _TIME_FROM:
            notice = "OutdatedCursor" if cursor < self.floor_us else None
            events = [event for event in events if event.at_us >= cursor]
        elif cursor > max((event.seq for event in self.events), default=0):
            notice, events = "FutureCursor", []
        else:
            events = [event for event in events if event.seq >= cursor]
        if self.faults.live_only:
            events = events[-1:]
        wanted = [event for event in events if event.kind != "commit" or event.collection == "app.bsky.feed.post"]
        if second:
            wanted = [event for event in wanted if event.kind == "commit"]
            if notice:
                info = {"$type": f"{METHOD}#info", "name": notice, "message": "…"}
                ws.send(json.dumps({"$type": "message", "payload": info}))
        lines = [event.v2() if second else event.v1(numbered=self.numbered) for event in wanted]
        self._send(ws, lines)

    def _send(self, ws: ServerConnection, lines: list[str]) -> None:
        left = self.faults.drop_after.pop(0) if self.faults.drop_after else None
        for line in self.faults.lines_before:
            ws.send(line, text=True)
        for number, line in enumerate(lines):
            if number == left:
                ws.socket.close()
                return
            ws.send(line)
            if self.faults.wait_seconds and number >= self.faults.wait_from:
                time.sleep(self.faults.wait_seconds)
        if self.faults.error_frame:
            ws.send(json.dumps({"$type": "error", "error": "ConsumerTooSlow", "message": "…"}))
            ws.close()
        while self.faults.repeat_last and lines and not self._stop.is_set():
            ws.send(lines[-1])
