"""What a server's answers say: pure, and an answer of unknown shape is an error, never a zero."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from ...errors import SourceError
from ...model import DAY, Post
from ...web import Answer
from ..archive.fediverse import mastodon_post
from ..archive.fields import Object, child, children, clean, reactions
from ..archive.rows import NOT_A_POST, Unreadable
from ..archive.times import moment
from .ids import moment_of, rank, usable

_ID_AND_TIME_AGREE = DAY
_FARTHEST_AHEAD = DAY
_HISTORY_DAYS = 40
NO_HISTORY = "this server keeps no daily count of hashtags: not measured"


@dataclass(frozen=True, slots=True, repr=False)
class Batch:
    """One answer of a timeline: ids as the server orders them, each with its time where that can be read."""

    items: tuple[tuple[str, datetime | None], ...] = ()
    posts: tuple[Post, ...] = ()
    rows: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in the server's order."""
        return tuple(post_id for post_id, _ in self.items)

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The times that could be read."""
        return tuple(at for _, at in self.items if at is not None)

    @property
    def lowest(self) -> str:
        """The lowest id."""
        return min(self.ids, key=rank)

    @property
    def highest(self) -> str:
        """The highest id."""
        return max(self.ids, key=rank)

    @property
    def timed(self) -> bool:
        """Whether ids hold the time: the highest one's agrees with what is written on its post."""
        if not self.items:
            return False
        post_id, written = max(self.items, key=lambda item: rank(item[0]))
        held = moment_of(post_id)
        return held is not None and written is not None and abs(held - written) <= _ID_AND_TIME_AGREE


def parse_times(answer: Answer) -> Batch:
    """The ids and times of a timeline, and nothing else of its posts."""
    items: list[tuple[str, datetime | None]] = []
    broken: Counter[str] = Counter()
    rows = _rows(answer)
    for row in rows:
        try:
            items.append(_item(row))
        except Unreadable as error:
            broken[error.reason] += 1
    return Batch(tuple(items), (), len(rows), broken)


def parse_statuses(answer: Answer, *, tag: str, now: datetime) -> Batch:
    """The posts of a hashtag's timeline; those that cannot be read are counted by reason, their text dropped."""
    items: list[tuple[str, datetime | None]] = []
    posts: list[Post] = []
    broken: Counter[str] = Counter()
    rows = _rows(answer)
    key = _plain(tag)
    for row in rows:
        try:
            items.append(_item(row))
            posts.append(_post(row, tag=tag, key=key, now=now))
        except Unreadable as error:
            broken[error.reason] += 1
    return Batch(tuple(items), tuple(posts), len(rows), broken)


@dataclass(frozen=True, slots=True)
class History:
    """A server's own count of one hashtag: by UTC day its uses, and the accounts where they are told."""

    name: str
    days: Mapping[datetime, tuple[int, int | None]]


def parse_history(answer: Answer, *, tag: str, now: datetime) -> History:
    """The daily counts of a hashtag; raises SourceError where there are none, which is not the same as 0."""
    value = answer.json()
    if not isinstance(value, dict):
        raise SourceError("answered something that is not a hashtag")
    days: dict[datetime, tuple[int, int | None]] = {}
    for entry in children(value, "history"):
        day, uses = _day(entry.get("day"), now=now), reactions(entry, ("uses",))
        if day is not None and uses is not None:
            days.setdefault(day, (uses, reactions(entry, ("accounts",))))
    if not days:
        raise SourceError(NO_HISTORY)
    return History((clean(value.get("name")) or tag).casefold(), days)


def parse_access(answer: Answer) -> frozenset[str]:
    """Who may see hashtag timelines, of this server's posts and of others': empty where the server does not say."""
    try:
        value = answer.json()
    except SourceError:
        return frozenset()
    feeds = child(child(child(_object(value), "configuration"), "timelines_access"), "hashtag_feeds")
    return frozenset(filter(None, (clean(feeds.get(side)) for side in ("local", "remote"))))


def _object(value: object) -> Object:
    return value if isinstance(value, dict) else {}


def _rows(answer: Answer) -> list[object]:
    value = answer.json()
    if not isinstance(value, list):
        raise SourceError("answered something that is not a timeline")
    return value


def _item(row: object) -> tuple[str, datetime | None]:
    if not isinstance(row, dict):
        raise Unreadable(NOT_A_POST)
    post_id = clean(row.get("id"))
    if not usable(post_id):
        raise Unreadable("no id")
    try:
        return post_id, moment(row.get("created_at"))
    except Unreadable:
        return post_id, None


def _post(row: object, *, tag: str, key: str, now: datetime) -> Post:
    """The post with the tag as the campaign writes it: Mastodon says #cafe where #Café was asked for."""
    post = mastodon_post(_object(row))
    if post.at > now + _FARTHEST_AHEAD:
        raise Unreadable("time out of range")
    tags = None if post.tags is None else tuple(tag if _plain(one) == key else one for one in post.tags)
    return replace(post, at=min(post.at, now), tags=tags)


def _plain(tag: str) -> str:
    """A tag without case, width and accents: what one server's spellings of it have in common."""
    apart = unicodedata.normalize("NFKD", tag.lstrip("#").casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _day(value: object, *, now: datetime) -> datetime | None:
    text = clean(value)
    if not (text.isascii() and text.isdigit() and len(text) < 13) or int(text) % 86400:
        return None
    try:
        day = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(text))
    except OverflowError:
        return None
    return day if now - _HISTORY_DAYS * DAY <= day <= now else None
