"""Invented events of Bluesky's network, and how Jetstream writes them in version 1 and in version 2."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
POSTS = "app.bsky.feed.post"
METHOD = "network.bsky.jetstream.subscribeEvents"
_TID = "234567abcdefghijklmnopqrstuvwxyz"


def micros(at: datetime) -> int:
    """Microseconds since 1970."""
    return (at - EPOCH) // timedelta(microseconds=1)


def tid(at_us: int, number: int = 0) -> str:
    """A record key as Bluesky makes them: a time and a little more, sortable."""
    value = at_us << 10 | number % 1024
    return "".join(_TID[value >> 5 * place & 31] for place in range(12, -1, -1))


@dataclass(frozen=True)
class Event:
    """One event of the network as an instance numbers and witnesses it."""

    seq: int
    at_us: int
    did: str
    operation: str = "create"
    collection: str = POSTS
    rkey: str = ""
    record: dict[str, Any] | None = None
    kind: str = "commit"
    extra: dict[str, Any] = field(default_factory=dict)

    def commit(self) -> dict[str, Any]:
        """What both versions say of a commit."""
        made = {"rev": tid(self.at_us), "operation": self.operation, "collection": self.collection, "rkey": self.rkey}
        return made | ({"cid": f"bafy{self.seq}", "record": self.record} if self.record is not None else {})

    def v1(self, *, numbered: bool = False) -> str:
        """The line of version 1; newer servers number it."""
        line = {"did": self.did, "time_us": self.at_us, "kind": self.kind} | ({"cursor": self.seq} if numbered else {})
        return json.dumps(
            {**line, self.kind: self.commit() if self.kind == "commit" else {"did": self.did}, **self.extra}
        )

    def v2(self) -> str:
        """The frame of version 2."""
        written = (EPOCH + timedelta(microseconds=self.at_us)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        payload = {"$type": f"{METHOD}#{self.kind}", "seq": self.seq, "did": self.did, "time": written}
        own = self.commit() if self.kind == "commit" else {self.kind: {"did": self.did}}
        return json.dumps({"$type": "message", "payload": {**payload, "witnessedAt": written, **own, **self.extra}})


def post(seq: int, at: datetime, text: str = "words", *, did: str | None = None, **record: Any) -> Event:
    """Somebody's new post."""
    at_us = micros(at)
    written = {"$type": POSTS, "text": text, "createdAt": at.isoformat(), "langs": ["en"]} | record
    return Event(seq, at_us, did or f"did:plc:person{seq}", rkey=tid(at_us, seq), record=written)


def facet(kind: str, **feature: str) -> dict[str, Any]:
    """Something marked in a text: a tag, a link, a mention."""
    features = [{"$type": f"app.bsky.richtext.facet#{kind}", **feature}]
    return {"index": {"byteStart": 0, "byteEnd": 1}, "features": features}
