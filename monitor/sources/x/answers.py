"""What X's answers say: hours with their counts, posts, an account; pure, and trusting nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ...errors import SourceError
from ...model import HOUR, Post
from ..archive import x as objects
from ..archive.fields import Object, child, clean
from ..archive.rows import Unreadable

_COUNTS = ("post_count", "tweet_count")
_LARGEST = 10**9  # posts an hour; all of X has some twenty million
_MOST_ROWS = 5000


@dataclass(frozen=True, slots=True)
class Span:
    """Whole hours from `start` up to `end`."""

    start: datetime
    end: datetime

    def hours(self) -> Iterator[datetime]:
        """The starts of its hours, in order."""
        at = self.start
        while at < self.end:
            yield at
            at += HOUR


@dataclass(frozen=True, slots=True)
class Counts:
    """The hours an answer counts, whole ones within the span asked for only.

    `whole` is false where X itself says that something is left out; `next_token` is set where there is more.
    """

    values: Mapping[datetime, int]
    quarantined: Mapping[str, int] = field(default_factory=dict)
    whole: bool = True
    next_token: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Batch:
    """A page of posts; `rows` counts those that could not be read too."""

    posts: tuple[Post, ...]
    rows: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)
    whole: bool = True
    next_token: str | None = None

    def __repr__(self) -> str:
        """Nothing of the posts."""
        return "<Batch>"


def parse_counts(body: bytes, span: Span) -> Counts:
    """The counts by hour in an answer; raises SourceError where nothing in it is a count.

    Hours that are cut at an edge of what X looked at are left out, and so is an hour that is told twice differently.
    """
    page = _page(body)
    rows = page.get("data")
    if not isinstance(rows, list) or not rows:
        raise SourceError("X answered without a single hour: that is not taken for zero posts")
    found: dict[datetime, int] = {}
    bad: Counter[str] = Counter()
    twice: set[datetime] = set()
    for row in rows[:_MOST_ROWS]:
        try:
            hour, count = _bucket(row)
        except Unreadable as error:
            bad[error.reason] += 1
            continue
        if hour is None or not span.start <= hour < span.end:
            continue
        if found.setdefault(hour, count) != count:
            twice.add(hour)
    if sum(bad.values()) == min(len(rows), _MOST_ROWS):
        raise SourceError("X answered with hours of an unknown shape: none could be read")
    bad.update({"an hour told twice": len(twice)} if twice else {})
    kept = {hour: count for hour, count in sorted(found.items()) if hour not in twice}
    return Counts(kept, dict(bad), not _errors(page), _next_token(page))


def parse_posts(body: bytes) -> Batch:
    """The posts of an answer; an empty one must say itself that it is empty."""
    page = _page(body)
    rows, meta = page.get("data"), child(page, "meta")
    if rows is None and meta.get("result_count") == 0 and not isinstance(meta.get("result_count"), bool):
        return Batch((), whole=not _errors(page), next_token=_next_token(page))
    if not isinstance(rows, list):
        raise SourceError("X answered without posts and without saying that there are none")
    beside = objects.included(page)
    posts: list[Post] = []
    bad: Counter[str] = Counter()
    for row in rows[:_MOST_ROWS]:
        try:
            posts.append(_post(row, beside))
        except Unreadable as error:
            bad[error.reason] += 1
    if rows and not posts:
        raise SourceError("X answered with posts of an unknown shape: none could be read")
    return Batch(tuple(posts), len(rows), dict(bad), not _errors(page), _next_token(page))


def parse_account(body: bytes) -> str:
    """The number of the account in an answer."""
    number = clean(child(_page(body), "data").get("id"))
    if not (number.isascii() and number.isdigit() and len(number) < 20):
        raise SourceError("X knows no such account: look at own_account", permanent=True)
    return number


def _page(body: bytes) -> Object:
    try:
        page = json.loads(body)
    except (ValueError, RecursionError):
        raise SourceError("X answered something that is not JSON") from None
    if not isinstance(page, dict):
        raise SourceError("X answered something of an unknown shape")
    if _errors(page) and "data" not in page and not child(page, "meta"):
        raise SourceError("X answered with errors and without data")
    return page


def _errors(page: Object) -> bool:
    return bool(page.get("errors"))


def _next_token(page: Object) -> str | None:
    token = child(page, "meta").get("next_token")
    return token if isinstance(token, str) and 0 < len(token) <= 1000 and token.isascii() else None


def _bucket(row: object) -> tuple[datetime | None, int]:
    """An hour and its posts; no hour where the bucket is cut."""
    if not isinstance(row, dict):
        raise Unreadable("not an hour")
    start, end = _time(row.get("start")), _time(row.get("end"))
    count = next((row[name] for name in _COUNTS if name in row), None)
    if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= _LARGEST:
        raise Unreadable("no count")
    whole = end - start == HOUR and not (start.minute or start.second or start.microsecond)
    return (start if whole else None), count


def _time(value: object) -> datetime:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) and 10 < len(value) < 40 else None
        if at is not None and at.tzinfo is not None:
            return at.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise Unreadable("no time")


def _post(row: object, beside: objects.Included) -> Post:
    if not isinstance(row, dict):
        raise Unreadable("not a post")
    return objects.v2_post(row, beside)
