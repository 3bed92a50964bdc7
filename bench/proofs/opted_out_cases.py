"""Who does not want to be counted, as each platform says it, and who says something that only looks like it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from tests import fake_mastodon
from tests.fake_x import FakePost

NOW = fake_mastodon.NOW
TAG = "LumenLanterns"
Made = dict[str, object]


@dataclass(frozen=True, slots=True)
class Case:
    """What makes an account opt out, or not; `said` is put into what the platform says of a post."""

    name: str
    opted_out: bool
    said: Mapping[str, object]


def _cases(opted_out: bool, found: Mapping[str, Mapping[str, object]]) -> tuple[Case, ...]:
    return tuple(Case(name, opted_out, said) for name, said in found.items())


_BIOS = {
    "#nobot in the bio": "<p>#nobot</p>",
    "#NoBot as a link": '<p>No! <a href="https://lamp.example/tags/nobot">#<span>NoBot</span></a></p>',
    "#NOBOT at the end": "I fold paper lanterns. #NOBOT",
    "#nobot before a full stop": "<p>please<br>#nobot.</p>",
    "＃nobot, a wide sign": "<p>＃nobot</p>",
    "#nobot written as an entity": "<p>&#35;nobot</p>",
}
_NO_BIOS = {
    "#nobots": "<p>#nobots</p>",
    "#nobotany": "a friend of #nobotany",
    "nobot without a sign": "<p>I am nobot</p>",
    "no bio": "",
}
_ACCOUNTS = (
    *_cases(True, {name: {"account": {"note": bio}} for name, bio in _BIOS.items()}),
    *_cases(True, {f"noindex: {value!r}": {"account": {"noindex": value}} for value in (True, "true", 1)}),
    *_cases(True, {f"{value} post": {"visibility": value} for value in ("private", "direct")}),
    *_cases(False, {name: {"account": {"note": bio}} for name, bio in _NO_BIOS.items()}),
    *_cases(False, {"indexable: false": {"account": {"indexable": False, "discoverable": False}}}),
    *_cases(False, {f"noindex: {value!r}": {"account": {"noindex": value}} for value in (None, False)}),
    *_cases(False, {"unlisted post": {"visibility": "unlisted"}}),
)
_LABEL = "!no-unauthenticated"
_LABELS = (
    *_cases(
        True,
        {"the label": {"labels": [{"val": _LABEL}]}, "beside another": {"labels": [{"val": "x"}, {"val": _LABEL}]}},
    ),
    *_cases(False, {"no labels": {"labels": []}, "another label": {"labels": [{"val": "!warn"}]}, "nothing said": {}}),
)
_PROFILES = (
    *_LABELS,
    *_cases(True, {"labels that cannot be read": {"labels": 5}, "no profile any more": {"gone": True}}),
    *_cases(False, {"the label taken back": {"labels": [{"val": _LABEL, "neg": True}]}}),
)
_PROTECTED = (
    *_cases(True, {f"protected: {value!r}": {"protected": value} for value in (True, "true", 1)}),
    *_cases(False, {f"protected: {value!r}": {"protected": value} for value in (False, "false", None)}),
)
_REPOSTED = _cases(True, {"a protected account reposted": {"passed_on": True}})


def _moment(number: int) -> str:
    return (NOW - timedelta(minutes=number % 600 + 1)).isoformat()


def status(case: Case, number: int) -> Made:
    """A Mastodon status."""
    more = dict(case.said)
    account = cast("Mapping[str, object]", more.pop("account", {}))
    made = fake_mastodon.status(number, NOW - timedelta(minutes=number % 600 + 1), TAG, **more)
    return made | {"account": cast("Made", made["account"]) | dict(account)}


def boosted(case: Case, number: int) -> Made:
    """A boost of such a status by somebody who says nothing."""
    made = fake_mastodon.status(100_000 + number, NOW - timedelta(minutes=number % 600 + 1), TAG)
    return made | {"reblog": status(case, number)}


def x_v2(case: Case, number: int) -> Made:
    """A page of X's API v2 with one post."""
    user: Made = {"id": str(number), "username": f"keeper{number}"}
    own: Made = {
        "id": str(9_000_000 + number),
        "author_id": str(number),
        "created_at": _moment(number),
        "text": f"#{TAG}",
    }
    if "passed_on" not in case.said:
        return {"data": [own], "includes": {"users": [user | dict(case.said)]}}
    other = own | {"id": str(8_000_000 + number), "author_id": "77"}
    own |= {"referenced_tweets": [{"type": "retweeted", "id": other["id"]}]}
    return {"data": [own], "includes": {"tweets": [other], "users": [user, {"id": "77", "protected": True}]}}


def x_v1(case: Case, number: int) -> Made:
    """A post of X's API v1.1."""
    at = (NOW - timedelta(minutes=number % 600 + 1)).strftime("%a %b %d %H:%M:%S +0000 %Y")
    user: Made = {"id_str": str(number), "screen_name": f"keeper{number}"}
    made: Made = {"id_str": str(9_000_000 + number), "created_at": at, "user": user, "full_text": f"#{TAG}"}
    if "passed_on" in case.said:
        return made | {"retweeted_status": made | {"user": {"id_str": "77", "protected": True}}}
    return made | {"user": user | dict(case.said)}


def website(case: Case, number: int) -> Made:
    """A post as X's website loads it."""
    legacy = x_v1(Case("", opted_out=False, said={}), number) | {"user_id_str": str(number)}
    legacy.pop("user")
    known: Made = {"screen_name": f"keeper{number}"}
    who = {"rest_id": str(number), "legacy": known | dict(case.said)}
    return {"rest_id": legacy["id_str"], "legacy": legacy, "core": {"user_results": {"result": who}}}


def view(case: Case, number: int) -> Made:
    """A post view of Bluesky."""
    did = f"did:plc:keeper{number}"
    record = {"$type": "app.bsky.feed.post", "text": f"#{TAG}", "createdAt": _moment(number)}
    said: Made = {"uri": f"at://{did}/app.bsky.feed.post/{number}", "indexedAt": _moment(number), "record": record}
    author: Made = {"did": did, "handle": f"keeper{number}.example"}
    return said | {"author": author | dict(case.said)}


def row(case: Case, number: int) -> Made:
    """A row of a table."""
    value = case.said["protected"]
    said: Made = {"id": number, "created_at": _moment(number), "author_id": number, "text": f"#{TAG}"}
    return said | {"author.protected": "" if value is None else value}


def x_post(case: Case, number: int) -> FakePost:
    """A post that a small X on loopback finds."""
    author: Made = {"id": str(number)}
    return FakePost(NOW - timedelta(minutes=number % 600 + 5), f"#{TAG}", extra={"author": author | dict(case.said)})


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform, or a form of its archives, with its cases; `written` are what a file of them holds."""

    name: str
    cases: Sequence[Case]
    made: Callable[[Case, int], Made]

    def written(self, each: int) -> str:
        """A file with so many accounts of each case, as JSON lines or as a table."""
        rows = [self.made(case, number * each + n) for number, case in enumerate(self.cases) for n in range(each)]
        if self.made is not row:
            return "".join(f"{json.dumps(one)}\n" for one in rows)
        return "".join(f"{','.join(map(str, one))}\n" for one in ([*rows[0]], *(one.values() for one in rows)))


ARCHIVES = (
    Platform("X API v2", (*_PROTECTED, *_REPOSTED), x_v2),
    Platform("X API v1.1", (*_PROTECTED, *_REPOSTED), x_v1),
    Platform("X website", _PROTECTED, website),
    Platform("a table", _PROTECTED, row),
    Platform("Mastodon archive", _ACCOUNTS, status),
    Platform("Mastodon boosts", tuple(one for one in _ACCOUNTS if one.opted_out), boosted),
    Platform("Bluesky archive", _LABELS, view),
)
MASTODON, BLUESKY, X = _ACCOUNTS, _PROFILES, _PROTECTED
