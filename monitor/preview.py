"""What each sensitivity would have warned of in the last ninety days: the same series, replayed for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice

from .alerts.listing import Episode, fades
from .alerts.states import Passage, Walker
from .attention.fade import Signs
from .attention.series import hour_of_week, known
from .attention.usual import Gauge
from .judge import until
from .model import DAY, HOUR, HOURLY, Change, Evidence, Sensitivity, Series, State, Told, TopicView
from .shown.warnings import Foreseen, Preview

DAYS = 90
_STAYED = 2 * DAY  # how long attention has to stay down for hindsight to agree
_STEP_H = 24 * 14  # from one sign of progress to the next
_UP = (State.RISING, State.RECOVERING)
Passages = Mapping[Sensitivity, Sequence[Passage]]


def preview(
    views: Sequence[TopicView],
    *,
    silent: Mapping[str, int],
    at: datetime,
    progress: Callable[[float], object] = lambda share: None,
) -> Preview:
    """What calm, normal and eager would have done up to `at`, for each topic with hours in a source that is followed.

    Those sources are the names in `silent`, which says how many hours of each may be missing before it is "no data".
    """
    chosen = [(view, [one for one in view.sources if one.assessment.source in silent]) for view in views]
    followed = {view.topic.key: [until(one.series, at) for one in sources] for view, sources in chosen if sources}
    whole = max(sum(len(one.values) for found in followed.values() for one in found), 1)
    done, rows = 0, list[Foreseen]()
    for topic, found in followed.items():
        passed = list[Passages]()
        for series in found:
            walk = _Walk(series, silent[series.source])
            for hours in walk.steps():
                progress(min((done + hours) / whole, 1.0))
            done += len(series.values)
            passed.append(walk.passages)
        rows += [_foreseen(topic, one, found, passed, at=at) for one in Sensitivity]
    return Preview(at, tuple(rows))


class _Walk:
    """One series walked through once, with the signs and states of every sensitivity beside each other.

    What a bucket looks like does not depend on the sensitivity, and costs most: it is worked out once for all.
    """

    def __init__(self, series: Series, silent: int) -> None:
        self._series, self._silent = series, silent
        self.passages: dict[Sensitivity, list[Passage]] = {one: [] for one in Sensitivity}

    def steps(self) -> Iterator[int]:
        """Go through the series; tells now and then how many hours are done."""
        gauge = Gauge(int(hour_of_week(self._series.start, 1)[0]), HOURLY)
        walkers = [(self.passages[one], Signs(HOURLY, one), Walker(HOURLY)) for one in Sensitivity]
        posts, complete = known(self._series)
        buckets, done = zip(posts.tolist(), complete.tolist(), strict=True), 0
        while some := list(islice(buckets, _STEP_H)):
            for bucket in some:
                level = gauge.add(*bucket)
                for passages, signs, walker in walkers:
                    passage = walker.step(signs.add(level), silent=self._silent)
                    if passage is not None:
                        passages.append(passage)
            done += len(some)
            yield done


def _foreseen(
    topic: str, sensitivity: Sensitivity, series: Sequence[Series], passed: Sequence[Passages], *, at: datetime
) -> Foreseen:
    """How many fades of a topic one sensitivity would have told in the window, and how many of them stayed down."""
    walked = {one.source: (one, found[sensitivity]) for one, found in zip(series, passed, strict=True)}
    days = min(DAYS, max((at - one.start) // DAY for one in series))
    recent = [fade for fade in fades(_told(topic, walked)) if fade.began_at > at - DAYS * DAY]
    said = Counter(_stayed_down(fade, walked, at=at) for fade in recent)
    return Foreseen(topic, sensitivity, days, len(recent), said[True] + said[False], said[True])


def _told(topic: str, walked: Mapping[str, tuple[Series, Sequence[Passage]]]) -> list[Told]:
    """The passages of all sources as changes in order of time: what the store would hold of them."""
    found = [
        (one.start + (passage.hour + 1) * HOUR, one.source, passage)
        for one, passages in walked.values()
        for passage in passages
    ]
    return [
        Told(number, topic, source, _change(at, passage))
        for number, (at, source, passage) in enumerate(sorted(found, key=lambda one: one[:2]), 1)
    ]


def _change(at: datetime, passage: Passage) -> Change:
    return Change(at, passage.before, passage.to, Evidence(), passage.kind, passage.resumed)


def _stayed_down(fade: Episode, walked: Mapping[str, tuple[Series, Sequence[Passage]]], *, at: datetime) -> bool | None:
    """Whether the source that began a fade did not rise again within two days; None where that is not known."""
    series, passages = walked[fade.changes[0].source]
    began = (fade.began_at - series.start) // HOUR - 1
    if fade.began_at + _STAYED > at:
        return None
    after = [one.to for one in passages if began < one.hour <= began + _STAYED // HOUR]
    return None if State.NO_DATA in after else not any(one in after for one in _UP)
