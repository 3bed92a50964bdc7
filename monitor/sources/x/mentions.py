"""Posts that mention the campaign's own account, read from the newest on and only counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from ... import web
from ...errors import SourceError
from ...model import HOUR, Coverage, Page, Post, Price, Status, TermKind, Topic, hour_of, next_hour
from .answers import Batch, parse_account, parse_posts
from .door import Door
from .hours import REACH, SETTLED
from .refusals import QueryRefused, missing_token, wrong_account
from .settings import Settings

DOLLARS_A_POST = 0.005
DOLLARS_A_POST_OF_OWN_APP = 0.001
DOLLARS_A_LOOK_UP = 0.010
_SMALLEST, _LARGEST = 10, 100
_SHOWN = 800  # X shows no more of an account's mentions
_NEARLY = 20
_MOST_EMPTY = 5  # pages in a round that bring nothing and say that there is more
_BAD_SHARE = 0.1
_CAPPED = "more mentions came than are read in a round"
_ALL_SHOWN = f"X shows the newest {_SHOWN} mentions only"
_CIRCLE = "X's pages lead in a circle"
_EMPTY = "X sent page after page without posts"
_NOT_WHOLE = "some of the mentions could not be read"


@dataclass(slots=True)
class _Window:
    """The time a round reads, from `start` up to `end`; hours before `whole_from` were read in part before."""

    start: datetime
    end: datetime
    whole_from: datetime
    oldest: datetime
    rows: int = 0
    bad: int = 0
    whole: bool = True
    empty: int = 0
    seen: set[str] = field(default_factory=set)
    tokens: set[str] = field(default_factory=set)

    def take(self, batch: Batch) -> tuple[tuple[Post, ...], dict[str, int]]:
        """The posts of a page that belong into the window and are new, and what was wrong with the others."""
        fitting = [post for post in batch.posts if self.start <= post.at < self.end]
        new = [post for post in fitting if post.id not in self.seen]
        quarantined = Counter(batch.quarantined)
        quarantined.update({"outside the time asked for": len(batch.posts) - len(fitting)})
        self.seen |= {post.id for post in new}
        self.oldest = min([self.oldest, *(post.at for post in new)])
        self.empty += not new
        self.rows += batch.rows
        self.bad += sum(quarantined.values())
        self.whole = self.whole and batch.whole
        return tuple(new), {reason: count for reason, count in quarantined.items() if count}


class XMentions:
    """The posts that mention the own account; a round reads from where the last whole one ended.

    The cursor is a time: the next round reads from there, so a round that is cut short is read again as a whole.
    """

    name = "x:mentions"
    method = "mentions-1"
    lag_hours = 1
    bucket_hours = 1

    def __init__(self, door: Door | None, topics: Sequence[Topic], settings: Settings) -> None:
        handle = (settings.own_account or "").casefold()
        self.topics: tuple[Topic, ...] = tuple(topic for topic in topics if _mentions(topic, handle))
        self.every_minutes = settings.every_minutes
        self._most = settings.mentions_a_round
        self._dollars = DOLLARS_A_POST_OF_OWN_APP if settings.own_app else DOLLARS_A_POST
        # A round with few posts, as most are; what a full one takes is written down page by page, within the budget.
        self.price: Price | None = Price(_SMALLEST * self._dollars, settings.budget_dollars)
        self._door = door
        self._handle = settings.own_account or ""
        self._account = settings.own_account_id

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Every mention since the cursor up to a minute ago; without one, of the last seven days."""
        if self._door is None:
            raise missing_token()
        if not self.topics:
            words = "no topic mentions own_account: add it to a topic's mentions, or switch mentions off"
            raise SourceError(words, permanent=True)
        clock = web.running(now)
        if self._account is None:
            yield Page(dollars=DOLLARS_A_LOOK_UP, cursor=cursor or "")
            self._account = parse_account(_asked(partial(self._door.account, self._handle, clock=clock)))
        window, gap = _window(cursor, now=now)
        if gap:
            yield Page(coverage=(gap,), cursor=cursor or "", topics=self._keys())
        if window.start < window.end:
            ask = partial(self._door.mentions, self._account, start=window.start, end=window.end, clock=clock)
            yield from self._read(ask, window, cursor=cursor or "")

    def _read(self, ask: Callable[..., bytes], window: _Window, *, cursor: str) -> Iterator[Page]:
        token: str | None = None
        size = _SMALLEST  # most rounds bring few, and a page is paid for as if it were full
        while True:
            yield Page(dollars=size * self._dollars, cursor=cursor)
            batch = parse_posts(_asked(partial(ask, size=size, token=token)))
            posts, quarantined = window.take(batch)
            room = self._most - window.rows
            size = min(_LARGEST, 2 * size if posts else size, room)
            stop = _stop(batch, window, room=room)
            if stop is None:
                token = batch.next_token
                yield self._page(posts, batch, quarantined, cursor=cursor)
                continue
            coverage, following = _finish(window, stop)
            yield self._page(posts, batch, quarantined, cursor=following, coverage=coverage)
            return

    def _page(
        self,
        posts: tuple[Post, ...],
        batch: Batch,
        quarantined: dict[str, int],
        *,
        cursor: str,
        coverage: tuple[Coverage, ...] = (),
    ) -> Page:
        return Page(
            posts=posts,
            cursor=cursor,
            coverage=coverage,
            topics=self._keys(),
            read=batch.rows,
            skipped=batch.rows - len(posts) - sum(quarantined.values()),
            quarantined=quarantined,
        )

    def _keys(self) -> tuple[str, ...]:
        return tuple(topic.key for topic in self.topics)


def _mentions(topic: Topic, handle: str) -> bool:
    return any(
        term.kind is TermKind.MENTION and term.text.strip().lstrip("@＠").casefold() == handle for term in topic.terms
    )


def _window(cursor: str | None, *, now: datetime) -> tuple[_Window, Coverage | None]:
    """What to read now, and the gap before it where the last round is longer ago than X is asked for."""
    end = (now - SETTLED).replace(microsecond=0)
    earliest = next_hour(now - REACH + timedelta(minutes=1))
    since, whole_from = _times(cursor)
    if since is None or since < earliest:
        gap = None
        if since is not None:
            gap = Coverage(hour_of(since), earliest, Status.MISSING, "nobody asked for more than seven days")
        return _Window(earliest, end, earliest, end), gap
    return _Window(since, end, max(hour_of(since), whole_from or hour_of(since)), end), None


def _times(cursor: str | None) -> tuple[datetime | None, datetime | None]:
    """The two times of a cursor; a broken one is as good as none."""
    try:
        found = [datetime.fromisoformat(text) for text in (cursor or "").split()]
    except ValueError:
        return None, None
    if len(found) != 2 or any(at.tzinfo is None for at in found):
        return None, None
    return found[0], found[1]


def _stop(batch: Batch, window: _Window, *, room: int) -> str | None:
    """Why this page is the last one: an empty word where all was read, None where it goes on."""
    if batch.next_token is None:
        return ""
    if batch.next_token in window.tokens:
        return _CIRCLE
    window.tokens.add(batch.next_token)
    if window.empty > _MOST_EMPTY:
        return _EMPTY
    return _CAPPED if room < _SMALLEST else None


def _asked(ask: Callable[[], bytes]) -> bytes:
    """The answer; there are no terms that X could find wrong."""
    try:
        return ask()
    except QueryRefused:
        raise wrong_account() from None


def _finish(window: _Window, stop: str) -> tuple[tuple[Coverage, ...], str]:
    """What a window that was read covers, and the cursor behind it: the running hour is told by the next one."""
    if not stop and window.rows >= _SHOWN - _NEARLY:
        stop = _ALL_SHOWN
    known_from, end = window.whole_from, hour_of(window.end)
    spans: list[Coverage] = []
    if stop:
        broken = hour_of(window.oldest)
        spans = [
            Coverage(known_from, broken, Status.MISSING, stop),
            Coverage(broken, broken + HOUR, Status.PARTIAL, stop),
        ]
        known_from = max(known_from, broken + HOUR)
    sound = window.whole and window.bad <= _BAD_SHARE * window.rows and stop not in (_CIRCLE, _EMPTY)
    if not sound:
        spans = [Coverage(window.whole_from, end, Status.PARTIAL, stop or _NOT_WHOLE)]
        known_from = next_hour(window.end)
    else:
        spans.append(Coverage(known_from, end, Status.COMPLETE))
    told = tuple(span for span in spans if span.start < span.end)
    return told, f"{window.end.isoformat()} {max(known_from, hour_of(window.end)).isoformat()}"
