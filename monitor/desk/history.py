"""The value of the page History: what is stored of a topic in a source, over any range."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

import numpy as np
import pandas as pd

from .. import history
from ..actions import notes
from ..history import Known, Passed, Range
from ..model import DAY, HOUR, Assessment, Evidence, PushState, called_outside, day_of
from ..shown.history import (
    Around,
    Asked,
    Beside,
    Compared,
    Comparison,
    HistoryPage,
    Line,
    Mark,
    MarkKind,
    NewNote,
    Numbers,
    PastWave,
    Side,
    Sort,
    Waves,
    Within,
)
from .desk import Desk, frame
from .history_posts import tone_of, within

_DAY_H = 24


def page(desk: Desk) -> HistoryPage:
    """What the page History shows, and how it is asked."""
    seen = desk.seen
    known = Known(desk.store, seen.views, seen.rest, seen.kept)
    terms = [term for topic in desk.config.topics for term in topic.terms]

    def write(new: NewNote) -> str:
        text, by, topics = new.text, new.by, seen.aliases
        return desk.done(
            lambda: notes.add(
                desk.store, at=new.at, text=text, by=by, topic=new.topic, topics=topics, now=desk.acting_now
            )
        )

    return HistoryPage(
        frame=frame(desk),
        sources={topic: {one: called_outside(one, terms) for one in known.sources(topic)} for topic in seen.aliases},
        pushes=tuple(one for one in seen.pushes if one.state is PushState.DONE and one.went_out_at),
        line=lambda asked: seen.kept(("history.line", asked), partial(_line, desk, known, asked)),
        waves=lambda asked: seen.kept(("history.waves", asked), partial(_waves, known, asked)),
        compare=lambda asked, sort: seen.kept(
            ("history.compare", asked, sort), partial(_comparison, known, asked, sort, topics=tuple(seen.aliases))
        ),
        around=lambda around: seen.kept(("history.around", around), partial(_beside, known, around)),
        within=lambda asked: seen.kept(("history.within", asked), partial(_posts, known, asked)),
        write=write,
        drop=lambda number: desk.done(lambda: notes.drop(desk.store, number, now=desk.acting_now)),
        followed=seen.live,
    )


def _span(known: Known, asked: Asked) -> tuple[pd.DataFrame, Range | None]:
    """The frame that holds the range asked for, and what of it is known; None where that is nothing."""
    zone, view = asked.timezone, known.view(asked.topic, asked.source)
    found = known.buckets(asked.topic, asked.source)
    if found.empty:
        return found, None
    end = found.index[-1].to_pydatetime() + (HOUR if view else DAY)
    if asked.first and asked.last:
        wanted = Range(history.midnight(asked.first, zone), history.midnight(asked.last + DAY, zone), 0)
    elif asked.days:
        wanted = history.last_days(asked.days, end=end, timezone=zone)
    else:
        wanted = None
    found = known.since(asked.topic, asked.source, wanted.start if wanted else None)
    start, end = (
        max(found.index[0], wanted.start) if wanted else found.index[0],
        min(end, wanted.end) if wanted else end,
    )
    if start >= end:
        return found, None
    step = history.step_hours((end - start) / DAY)
    if view is None or view.track.start > start:
        step = max(step, _DAY_H)
    return found, Range(pd.Timestamp(start).to_pydatetime(), end, step)


def _line(desk: Desk, known: Known, asked: Asked) -> Line:
    """The line of a series, with what happened on it."""
    found, span = _span(known, asked)
    view, measure = known.view(asked.topic, asked.source), known.measure(asked.topic, asked.source)
    if span is None:
        return Line(measure, _DAY_H)
    zone = asked.timezone if view else "UTC"
    shown = history.by_step(history.within(found, span), span.step, zone)
    judged = _judged(known, asked)
    return Line(
        measure=measure,
        step_hours=span.step,
        starts=_moments(shown),
        value=_numbers(shown["value"]),
        low=_numbers(shown["low"]),
        high=_numbers(shown["high"]),
        counted=_numbers(shown["counted"]),
        known=tuple(shown["known"].astype(int).tolist()),
        hours=tuple(_hours(shown, span)),
        marks=tuple(sorted(_marks(desk, asked.topic, judged, span), key=lambda mark: mark.at)),
        by_day=view is None,
        reach_hours=int((span.end - span.start) / HOUR),
    )


def _hours(shown: pd.DataFrame, span: Range) -> Iterator[int]:
    """The hours of each step; of steps within a day only those in the range: what was never there is not missing."""
    for start, hours in zip(_moments(shown), shown["hours"].astype(int).tolist(), strict=True):
        inside = min(start + hours * HOUR, span.end) - max(start, span.start)
        yield hours if span.step >= _DAY_H else int(inside / HOUR)


def _marks(desk: Desk, topic: str, judged: Assessment | None, span: Range) -> Iterator[Mark]:
    """What happened in the range: pushes, passages to another state, staff's notes."""
    for push in desk.seen.pushes:
        at = push.went_out_at
        if push.state is PushState.DONE and topic in push.topics and at and span.start <= at < span.end:
            yield Mark(MarkKind.PUSH, at, push.number, push.hook, push.owner)
    for change in judged.changes if judged else ():
        if span.start <= change.at <= span.end:
            yield Mark(MarkKind.CHANGE, change.at, state=change.to, resumed=change.resumed)
    for note in desk.store.notes(since=span.start, until=span.end):
        if note.topic in (None, topic):
            yield Mark(MarkKind.NOTE, note.at, note.number, note.text, note.by)


def _waves(known: Known, asked: Asked) -> Waves:
    """The waves of the range."""
    found, span = _span(known, asked)
    view = known.view(asked.topic, asked.source)
    if span is None:
        return Waves(by_day=view is None)
    key = asked.topic, asked.source, known.measure(asked.topic, asked.source)
    judged = _judged(known, asked)
    waves = history.waves(found, key, span, told=tuple(_evidence(judged)) if judged else ())
    told = (_wave(one, 1 if view else _DAY_H) for one in waves)
    return Waves(tuple(told), history.too_few(found, span), by_day=view is None)


def _judged(known: Known, asked: Asked) -> Assessment | None:
    """The judgement of a series, if there is one."""
    view, daily = known.view(asked.topic, asked.source), known.daily(asked.topic, asked.source)
    if view is not None:
        return view.assessment
    return daily.assessment if daily is not None else None


def _evidence(judged: Assessment) -> Iterator[Evidence]:
    """What was told of the waves, the newest last."""
    yield from (change.evidence for change in judged.changes)
    yield judged.evidence


def _wave(one: Passed, bucket_hours: int) -> PastWave:
    wave, half = one.wave, one.half_life
    told = (half.middle, half.low, half.high) if half and half.middle is not None else None
    return PastWave(
        began=one.began,
        peak_at=one.peak_at,
        ended=one.ended,
        over=wave.over,
        peak=wave.peak,
        usual=wave.usual,
        posts=wave.posts,
        missing_hours=wave.missing * bucket_hours,
        half_life=told,
    )


def _comparison(known: Known, asked: Asked, sort: Sort, *, topics: tuple[str, ...]) -> Comparison:
    """Several series beside each other, each as a share of its own usual."""
    _, span = _span(known, asked)
    if span is None:
        return Comparison(sort)
    if sort is Sort.MEASURES:
        return _measures(known, asked, span)
    pairs = [(asked.topic, one) for one in known.sources(asked.topic)]
    if sort is Sort.TOPICS:
        pairs = [(one, _source_of(known, one, asked.source)) for one in topics if known.sources(one)]
    by_day = any(known.view(*pair) is None for pair in pairs)
    step = max(span.step, _DAY_H) if by_day else span.step
    shares = [_share(known, *pair, Range(span.start, span.end, step), asked.timezone) for pair in pairs]
    return _compared(sort, step, [(*pair, known.measure(*pair)) for pair in pairs], shares)


def _source_of(known: Known, topic: str, source: str) -> str:
    """The same source where the topic has it, else its leading one."""
    there = known.sources(topic)
    return source if source in there else there[0]


def _share(known: Known, topic: str, source: str, span: Range, timezone: str) -> pd.Series[float]:
    found = known.since(topic, source, span.start)
    if known.view(topic, source):
        part = history.within(found, span)
        return history.by_step(part, span.step, timezone)["share"] if len(part) else pd.Series(dtype=float)
    days = history.as_local(history.share_of_usual(found["counted"].where(found["whole"])), timezone)
    days = days[(days.index >= span.start - DAY) & (days.index < span.end)]
    return days if span.step == _DAY_H else history.weekly(days, timezone)


def _measures(known: Known, asked: Asked, span: Range) -> Comparison:
    """The measures of a source; all by UTC days, as people are counted so."""
    days, step = known.days(asked.topic, asked.source), max(span.step, _DAY_H)
    names = [(asked.topic, asked.source, str(name)) for name in days]
    shares = [history.share_of_usual(days[name]) for name in days]
    shares = [one[(one.index >= day_of(span.start)) & (one.index < span.end)] for one in shares]
    if step > _DAY_H:
        shares = [history.weekly(one, "UTC") for one in shares]
    return _compared(Sort.MEASURES, step, names, shares)


def _compared(sort: Sort, step: int, names: list[tuple[str, str, str]], shares: list[pd.Series[float]]) -> Comparison:
    if not shares:
        return Comparison(sort, step)
    table = pd.concat(shares, axis=1).sort_index()
    lines = (Compared(*name, _numbers(table.iloc[:, number])) for number, name in enumerate(names))
    return Comparison(sort, step, _moments(table), tuple(lines))


def _beside(known: Known, around: Around) -> Beside:
    """What was before a date, and as long after it."""
    length, at = around.days * DAY, around.at
    found = known.since(around.topic, around.source, at - length)
    before, after = (_side(known, around, found, start) for start in (at - length, at))
    end = found.index[-1] if len(found) else at
    return Beside(before, after, bool(end >= at + length - DAY), known.measure(around.topic, around.source))


def _side(known: Known, around: Around, found: pd.DataFrame, start: datetime) -> Side:
    end = start + around.days * DAY
    days = known.days(around.topic, around.source)
    people = days["people"] if "people" in days else pd.Series(dtype=float, index=pd.DatetimeIndex([], tz=UTC))
    told = history.side(found, people, start, end)
    cells = known.cells(around.topic, around.source)
    tone = tone_of(cells[(cells["day"] >= start) & (cells["day"] <= end - DAY)])
    return Side(start, end, told.level, told.known_hours, told.people, told.people_days, tone)


def _posts(known: Known, asked: Asked) -> Within:
    """What the posts of the range are like."""
    _, span = _span(known, asked)
    cells = known.cells(asked.topic, asked.source)
    if span is None or cells.empty:
        return Within()
    return within(cells[(cells["day"] >= day_of(span.start)) & (cells["day"] < span.end)])


def _moments(shown: pd.DataFrame) -> tuple[datetime, ...]:
    return tuple(shown.index.tz_convert("UTC").to_pydatetime().tolist())


def _numbers(values: pd.Series[float]) -> Numbers:
    return tuple(None if np.isnan(one) else one for one in values.to_numpy(dtype=float).tolist())
