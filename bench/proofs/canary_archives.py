"""Archives of invented people, marked in every field: the formats in which posts are handed to `monitor import`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from tests.canaries import Mark

_UNREADABLE = 7  # every so manieth row of the table has no time


def written(folder: Path, mark: Mark, people: int, *, start: datetime) -> Mapping[Path, int]:
    """An archive in each format, fifty people an hour; gives the posts that can be counted in each."""

    def at(number: int) -> datetime:
        return start + timedelta(seconds=72 * number)

    folder.mkdir()
    found: dict[Path, int] = {}
    for name, row in {"two.jsonl": _x_v2, "one.jsonl": _x_v1, "toots.jsonl.gz": _mastodon}.items():
        text = "\n".join(row(partial(mark, number), at(number)) for number in range(people))
        data = text.encode() + b"\n"
        (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        found[folder / name] = people
    rows = "\n".join(
        _row(partial(mark, number), at(number), whole=number % _UNREADABLE > 0) for number in range(people)
    )
    (folder / "plain.csv").write_text(f"id,created_at,author_id,text\n{rows}\n", encoding="utf-8")
    found[folder / "plain.csv"] = people - len(range(0, people, _UNREADABLE))
    return found


def broken(folder: Path, good: Mapping[Path, int], mark: Mark) -> Sequence[Path]:
    """What is no archive, or not any more: other columns, no header, names for keys, files that were cut off."""
    rows = next(path for path in good if path.suffix == ".csv").read_bytes().partition(b"\n")[2]
    keys = json.dumps({mark(number, "key"): {mark(number, "inner"): mark(number, "value")} for number in range(3)})
    damaged = {
        "wrong.csv": b"who,what,why,text\n" + rows,
        "headless.csv": rows,
        "keys.json": keys.encode(),
        "words.txt": f"{mark(1, 'words')} wrote to {mark(2, 'friend')}\n".encode(),
        "half.json": b"[" + json.dumps({"id": mark(1, "half"), "text": mark(1, "halftext")}).encode()[:-9],
        **{f"cut-{path.name}": path.read_bytes()[: path.stat().st_size // 3] for path in good},
    }
    for name, data in damaged.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in damaged]


def _x_v2(m: partial[str], at: datetime) -> str:
    """An X API v2 object with a mark in every field that can hold one."""
    url = f"https://{m('host')}.example/{m('path')}"
    tags = [{"start": 0, "end": 1, "tag": "LumenLanterns"}, {"start": 2, "end": 3, "tag": m("tag")}]
    post = {
        "id": m("id"),
        "author_id": m("author"),
        "conversation_id": m("conversation"),
        "created_at": at.isoformat(),
        "text": f"{m('text')} #LumenLanterns #{m('tag')} @campaign @{m('friend')} {url}",
        "entities": {
            "hashtags": tags,
            "mentions": [{"username": "campaign"}, {"username": m("friend"), "id": m("friendid")}],
            "urls": [{"expanded_url": url, "title": m("title"), "url": url}],
        },
        "geo": {"place_id": m("place")},
        "source": m("client"),
        "lang": "en",
        "public_metrics": {"like_count": 1, "retweet_count": 0, "reply_count": 0, "quote_count": 0},
    }
    user = {"id": m("author"), "username": m("handle"), "name": m("name"), "description": m("bio")}
    return json.dumps({"data": [post], "includes": {"users": [user]}})


def _x_v1(m: partial[str], at: datetime) -> str:
    """An X API v1.1 object, marked as well."""
    user = {"id_str": m("author"), "screen_name": m("handle"), "name": m("name"), "location": m("place")}
    moment = at.strftime("%a %b %d %H:%M:%S +0000 %Y")
    text = f"{m('text')} @campaign #commontag #{m('tag')} https://common.example.org/{m('path')}"
    return json.dumps({"id_str": m("oldid"), "created_at": moment, "user": user, "full_text": text})


def _mastodon(m: partial[str], at: datetime) -> str:
    """A Mastodon status, marked as well."""
    account = {
        "id": m("accountid"),
        "acct": m("acct"),
        "display_name": m("name"),
        "note": m("bio"),
        "avatar": m("face"),
    }
    status = {"id": m("tootid"), "uri": f"https://{m('host')}.example/{m('uri')}", "created_at": at.isoformat()}
    said = {"account": account, "content": f"<p>{m('text')} #LumenLanterns</p>", "spoiler_text": m("warning")}
    tags = [{"name": "LumenLanterns", "url": m("tagurl")}, {"name": m("tag"), "url": m("tagurl2")}]
    return json.dumps({**status, **said, "tags": tags, "mentions": [{"acct": m("friend")}], "language": "en"})


def _row(m: partial[str], at: datetime, *, whole: bool) -> str:
    """A row of a plain table; one that is not whole cannot be read."""
    return f"{m('rowid')},{at.isoformat() if whole else m('time')},{m('author')},{m('text')} #LumenLanterns"
