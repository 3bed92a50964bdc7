"""The value of the page Pushes."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from zoneinfo import ZoneInfo

from .. import planning, sources
from ..actions.pushes import carry_out
from ..errors import ConfigError
from ..model import HOUR, Anchor, Request, SourceView
from ..pushes.audience import HOURS_A_WEEK, audience
from ..pushes.learning import fatigue, lessons
from ..pushes.outcomes import outcomes
from ..pushes.plan import WAKING
from ..shown.pushes import PushesPage, Rhythm
from .desk import Desk, frame

_A_DAY = 24


def page(desk: Desk) -> PushesPage:
    """What the page Pushes shows, and how staff's decisions are carried out."""
    seen, config = desk.seen, desk.config
    zone, plans = config.campaign.timezone, config.planning

    def act(request: Request) -> str:
        lines, topics, now = plans.helplines, tuple(seen.aliases), desk.acting_now
        return desk.done(lambda: carry_out(desk.store, request, helplines=lines, topics=topics, timezone=zone, now=now))

    known = seen.kept("outcomes", lambda: outcomes(seen.pushes, seen.effects, timezone=zone))
    return PushesPage(
        frame=frame(desk),
        pushes=seen.pushes,
        effects=seen.effects,
        act=act,
        timezone=zone,
        hours=plans.hours,
        anchors=seen.kept("anchors", lambda: _anchors(desk)),
        lessons=seen.kept("lessons", lambda: lessons(known)),
        tired=seen.kept("tired", lambda: fatigue(known)),
        rhythm=lambda topic, clock: seen.kept(("rhythm", topic, clock), lambda: _rhythm(desk, topic, clock)),
        archives_only=bool(config.sources) and not any(map(sources.live, config.sources)),
    )


def _anchors(desk: Desk) -> tuple[Anchor, ...] | None:
    """The coming dates of the campaign's own calendar, or None where its file cannot be read."""
    file, zone = desk.config.planning.anchors, desk.config.campaign.timezone
    try:
        return planning.read_anchors(file, now=desk.seen.at, timezone=zone)
    except ConfigError:
        return None


def _rhythm(desk: Desk, topic: str, timezone: str) -> Rhythm | None:
    """When a topic's people are there on the clock of a zone, as its leading source that counts posts has seen it."""
    found = next((view.sources for view in desk.seen.views if view.topic.key == topic), ())
    return _of(found, desk, timezone) if found else None


def _of(found: Sequence[SourceView], desk: Desk, timezone: str) -> Rhythm:
    """The rhythm of the first of a topic's sources that counts posts, else of the first."""
    leading = next((one for one in found if one.series.measure == "posts"), found[0])
    known = audience(leading.series, now=desk.seen.at, timezone=timezone)
    hours = min(max(1, ceil(desk.config.planning.hours)), _A_DAY)
    ahead = _ahead(timezone, desk)
    best = best_stretch(known.share, known.weeks, hours=hours, ahead=ahead) if known.posts else None
    held = [known.share[(best[0] + n) % HOURS_A_WEEK] for n in range(hours)] if best else [1.0]
    source, ratio = leading.assessment.source, sum(held) / len(held)
    return Rhythm(source, known.share, known.weeks, known.posts, known.weak, best, ratio)


def _ahead(timezone: str, desk: Desk) -> float:
    """How many hours a clock is ahead of the campaign's."""
    here, there = (
        desk.seen.at.astimezone(ZoneInfo(one)).utcoffset() for one in (desk.config.campaign.timezone, timezone)
    )
    return (there - here) / HOUR if here is not None and there is not None else 0.0


def best_stretch(
    share: Sequence[float], weeks: Sequence[int], *, hours: int, ahead: float = 0.0
) -> tuple[int, int] | None:
    """The hour of the week at which the best stretch of so many hours begins, and its length.

    Like the windows of proposals it begins in waking hours of the campaign, whose clock the reader's is `ahead` of by
    so many hours; hours without any past are no part of it.

    >>> flat = [1.0] * 168
    >>> best_stretch([*flat[:43], 2.0, *flat[44:]], [4] * 168, hours=3)  # a peak on Tuesday at 19
    (41, 3)
    >>> best_stretch(flat, [0] * 168, hours=3) is None
    True
    """
    stretches = {
        first: [(first + n) % HOURS_A_WEEK for n in range(hours)]
        for first in range(HOURS_A_WEEK)
        if WAKING[0] <= (first - ahead) % _A_DAY <= WAKING[1]
    }
    known = {
        first: sum(share[one] for one in cells)
        for first, cells in stretches.items()
        if all(weeks[one] for one in cells)
    }
    if not known:
        return None
    return max(known, key=lambda first: (known[first], -first)), hours
