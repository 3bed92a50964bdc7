"""When a push could best go out: windows in waking hours, ranked by what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import exp, log
from zoneinfo import ZoneInfo

from ..model import DAY, HOUR, Anchor, Planning, Push, PushState, Window, next_hour
from .audience import HOURS_A_WEEK, Audience

FADING = "attention is fading"
UNTAKEN = "nobody took it up in time"
FADING_SOON = "attention is fading and little time is left"  # no window before the latest date: the soonest ones

READY = 3 * HOUR  # somebody must write it, and somebody else must read it
HORIZON = 7 * DAY  # without a latest date: staff do not plan further ahead than a week
FURTHEST = 28 * DAY  # however far the latest date lies, so far ahead nobody's week is known
SOONEST = 36 * HOUR  # where it is late, only the windows of this day and the next are worth naming
WAKING = (7, 21)  # local hours in which a window may begin: staff and audience are up, also when it goes wrong
LEAST_AUDIENCE = 0.5  # of an average hour: under that hardly anybody is there
MOST_WINDOWS, MOST_A_DAY = 5, 2  # a choice that is read at a glance, and not all of it on one evening
CLOSE, CLEAR = 2.0, 14.0  # days from another push: as tired as it gets, and rested
TIRED = 0.5  # what is left of a window this close to another push, while the effect per push is not known to shrink
MOST_TIRED = 0.1
HEAVY_NEWS = 1.3  # times the weekday's usual total: one day in ten or so; under it news is just news
NEWS_COST, LEAST_HEARD = 0.5, 0.5  # each further "usual" of news costs half; even then half the audience listens
DRAWN = 1.3  # a date of the campaign's own is worth as much as moving from a middling to a good hour
WAITING = 0.96  # a day: half of a typical wave is gone in days, but a good hour tomorrow beats a bad one now
_STEP = HOUR / 4  # zones lie whole quarters of an hour apart


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a proposal is made from."""

    audiences: Sequence[tuple[str, Audience]]
    others: Sequence[Push]
    anchors: Sequence[Anchor]
    news: Mapping[date, float]
    zone: ZoneInfo
    now: datetime
    length: timedelta
    fatigue: float


def propose(  # noqa: PLR0913 - every one of these is a fact of its own
    *,
    topic: str,
    audiences: Sequence[tuple[str, Audience]],
    latest: datetime | None,
    pushes: Sequence[Push],
    anchors: Sequence[Anchor],
    news: Mapping[date, float],
    now: datetime,
    timezone: str,
    planning: Planning,
    fatigue: float | None = None,
    change: int | None = None,
) -> Push:
    """The proposal of a push: up to five windows, best first, the best one as its own.

    `audiences` are those of the topic's sources, the leading one first. `news` is each local day's expected total
    over what is usual. `fatigue` is how many times the effect of the push before a push brings: under 1 it shrinks.
    Windows end by `latest`; where none can, the soonest ones are named and the reason says so.
    """
    others = [push for push in pushes if topic in push.topics and push.state in (PushState.PLANNED, PushState.DONE)]
    shrinks = min(1.0, 1.0 if fatigue is None else fatigue)
    length = timedelta(hours=planning.hours)
    asked = _Asked(audiences, others, anchors, news, ZoneInfo(timezone), now, length, shrinks)
    found, soon = _possible(asked, latest)
    ranked = sorted(found, key=lambda one: (0.0 if soon else -_score(one, asked), one.start))
    windows = _spread(ranked, asked.zone)
    return Push(
        topics=(topic,),
        starts_at=windows[0].start,
        ends_at=windows[0].end,
        state=PushState.PROPOSED,
        reason=FADING_SOON if soon else FADING,
        latest=latest,
        windows=windows,
        change=change,
    )


def _possible(asked: _Asked, latest: datetime | None) -> tuple[list[Window], bool]:
    """The windows to choose from, and whether there was no time for the usual ones."""
    first = asked.now + READY
    last = first + HORIZON if latest is None else min(latest, first + FURTHEST)
    awake = [_window(start, asked) for start in _starts(first, max(last, first + HORIZON), asked.zone)]
    free = [one for one in awake if not any(_overlaps(one, other) for other in asked.others)] or awake
    timely = [one for one in free if one.end <= last]
    heard = [one for one in timely if one.audience is None or one.audience >= LEAST_AUDIENCE]
    if heard or timely:
        return heard or timely, False
    return [one for one in free if one.start <= free[0].start + SOONEST], True


def _starts(first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Every whole local hour of waking time in the span, in UTC: each exactly once, whatever the clocks do."""
    at = next_hour(first) - HOUR
    while at <= last:
        local = at.astimezone(zone)
        if at >= first and local.minute == 0 and WAKING[0] <= local.hour <= WAKING[1]:
            yield at
        at += _STEP


def _window(start: datetime, asked: _Asked) -> Window:
    end = start + asked.length
    share, source, weeks, weak = _expected(start, end, asked)
    local = start.astimezone(asked.zone).date()
    return Window(
        start=start,
        end=end,
        audience=share,
        weeks=weeks,
        weak=weak,
        source=source,
        anchor=next((one.title for one in asked.anchors if _draws(one, local, asked.zone)), ""),
        days_from_push=_days_from_push(start, asked.others),
        news=asked.news.get(local),
    )


def _expected(start: datetime, end: datetime, asked: _Asked) -> tuple[float | None, str, int, bool]:
    """What the sources' pasts expect of a window together: share, whose past, weeks behind it, and whether weak.

    Sources are not added up: the shares of their own averages are, as a geometric mean by their weeks.
    """
    cells = _cells(start, end, asked.zone)
    known = [(name, one, min(one.weeks[cell] for cell in cells)) for name, one in asked.audiences]
    known = [(name, one, weeks) for name, one, weeks in known if weeks > 0]
    if not known:
        return None, "", 0, True
    shares = [max(sum(one.share[cell] for cell in cells) / len(cells), 0.01) for _, one, _ in known]
    total = sum(weeks for _, _, weeks in known)
    share = exp(sum(weeks * log(one) for one, (_, _, weeks) in zip(shares, known, strict=True)) / total)
    return share, ", ".join(name for name, _, _ in known), known[0][2], known[0][1].weak


def _cells(start: datetime, end: datetime, zone: ZoneInfo) -> list[int]:
    """The hours of the local week that a window touches, one for each hour of real time."""
    hours = max(1, -(-(end - start) // HOUR))
    local = [(start + n * HOUR).astimezone(zone) for n in range(hours)]
    return [(one.weekday() * 24 + one.hour) % HOURS_A_WEEK for one in local]


def _draws(anchor: Anchor, day: date, zone: ZoneInfo) -> bool:
    """Whether a day is one of the anchor's, or the one before them: people speak of it, or are about to."""
    first = anchor.start.astimezone(zone).date()
    last = max(first, (anchor.end - timedelta(microseconds=1)).astimezone(zone).date())
    return first - DAY <= day <= last


def _days_from_push(start: datetime, others: Sequence[Push]) -> float | None:
    """Days from the nearest other push, negative before one that is planned; None where none lies within two weeks."""
    gaps = [(start - (push.went_out_at or push.starts_at)) / DAY for push in others]
    nearest = min(gaps, key=abs, default=None)
    return nearest if nearest is not None and abs(nearest) <= CLEAR else None


def _overlaps(window: Window, push: Push) -> bool:
    return push.state is PushState.PLANNED and window.start < push.ends_at and push.starts_at < window.end


def _score(window: Window, asked: _Asked) -> float:
    """The expected audience, times everything that speaks for and against the window; where unknown, an average."""
    audience = 1.0 if window.audience is None else window.audience
    drawn = DRAWN if window.anchor else 1.0
    waited: float = WAITING ** ((window.start - asked.now) / DAY)
    return audience * rested(window.days_from_push, shrinks=asked.fatigue) * heard(window.news) * drawn * waited


def rested(days: float | None, *, shrinks: float = 1.0) -> float:
    """What is left of a window so many days from another push; less where the effect `shrinks` from push to push.

    >>> rested(None), rested(1), rested(-8), rested(14), rested(1, shrinks=0.5)
    (1.0, 0.5, 0.75, 1.0, 0.25)
    """
    if days is None:
        return 1.0
    tired = min(1.0, max(0.0, (CLEAR - abs(days)) / (CLEAR - CLOSE)))
    return 1.0 - tired * (1.0 - max(TIRED * shrinks, MOST_TIRED))


def heard(news: float | None) -> float:
    """What is left of a window on a day with so many times the usual news.

    >>> heard(None), heard(1.2), heard(1.8), heard(5)
    (1.0, 1.0, 0.75, 0.5)
    """
    if news is None or news <= HEAVY_NEWS:
        return 1.0
    return max(LEAST_HEARD, 1.0 - NEWS_COST * (news - HEAVY_NEWS))


def _spread(ranked: Sequence[Window], zone: ZoneInfo) -> tuple[Window, ...]:
    """The first of them that do not overlap, at most two on a local day."""
    chosen: list[Window] = []
    for window in ranked:
        day = window.start.astimezone(zone).date()
        same = sum(one.start.astimezone(zone).date() == day for one in chosen)
        apart = all(window.end <= one.start or one.end <= window.start for one in chosen)
        if apart and same < MOST_A_DAY:
            chosen.append(window)
        if len(chosen) == MOST_WINDOWS:
            break
    return tuple(chosen)
