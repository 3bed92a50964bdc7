"""What happens on a schedule: a source is asked, the numbers are judged, and both are told in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from . import budget
from .assess import assess_round
from .clock import Clock, wall_clock
from .collect import collect, waits_until
from .counting import Options
from .errors import MonitorError, where
from .model import HOUR, Pulse, Status, Topic, hour_of
from .record import Counted, Counter
from .sources import Source, platform_of
from .store import Store

_BLOCKED = 6 * HOUR  # until a human has acted, asking again more often is of no use
_FIRST_RETRY = timedelta(minutes=1)  # after a failure that may pass; doubled each time, up to the interval
_MOST_DOUBLINGS = 12


def _backoff(failures: int) -> timedelta:
    doubled: int = 2 ** min(max(failures - 1, 0), _MOST_DOUBLINGS)
    return _FIRST_RETRY * doubled


def _is_blocked(pulse: Pulse) -> bool:
    """Whether nothing but a human helps: a budget helps itself when the month ends."""
    return pulse.status is Status.BLOCKED and not budget.is_used_up(pulse.reason)


@dataclass(frozen=True, slots=True)
class Following:
    """What is followed: the topics, the sources to ask, and what is counted; warnings are owed to the `channels`."""

    topics: Sequence[Topic]
    sources: Sequence[Source]
    options: Options
    channels: Sequence[str] = ()


@dataclass(slots=True)
class Rounds:
    """The rounds of one campaign; `told` hears what a user should know, `stopped` ends a long round early.

    `minutes` between rounds stand in for what each source says (the demo's story has a time of its own). `patient`
    rounds leave a source alone that was blocked before this process began; else it is asked at once: somebody may
    have mended it.
    """

    store: Store
    following: Following
    clock: Clock = wall_clock
    told: Callable[[str], None] = field(default=lambda line: None)
    stopped: Callable[[], bool] = field(default=lambda: False)
    minutes: float | None = None
    patient: bool = False
    _counters: dict[str, Counter] = field(default_factory=dict)
    _tried: dict[str, datetime] = field(default_factory=dict)  # by this process, whether it could be stored or not
    _said: dict[str, str] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)  # since the last assessment
    _judged_hour: datetime | None = None

    def once(
        self,
        sources: Iterable[Source] | None = None,
        *,
        watching: Callable[[str], Callable[[Counted], None]] = lambda name: lambda total: None,
    ) -> Mapping[str, Counted | None]:
        """One round of every source (or of these), one after the other, and one assessment; None where one failed.

        `watching`, given a source's name, gives back what hears the total after each of its pages.
        """
        asked = self.following.sources if sources is None else sources
        done = {source.name: self.ask(source, watch=watching(source.name)) for source in asked}
        self.judge()
        return done

    def ask(self, source: Source, *, watch: Callable[[Counted], None] = lambda total: None) -> Counted | None:
        """One round of one source; None where it failed, which is told once and stops nothing else."""

        def going_on(total: Counted) -> bool:
            watch(total)
            return not self.stopped()

        try:
            self._tried[source.name] = now = self.clock()
            every = self.every_minutes(source)
            counter = self._counters.setdefault(source.name, Counter.of(source.topics, self.following.options))
            counted = collect(self.store, source, counter=counter, now=now, every_minutes=every, going_on=going_on)
        except MonitorError as error:
            self._failed(source, str(error))
        except Exception as error:  # noqa: BLE001 - a bug in one source stops no other; its words may hold a post
            self._failed(source, f"a bug stopped it ({where(error)}); please report this line")
        else:
            self._failures.pop(source.name, None)
            if self._said.pop(source.name, None):
                self.told(f"{source.name}: answers again")
            return counted
        finally:
            self._asked.add(source.name)
        return None

    def _failed(self, source: Source, reason: str) -> None:
        self._failures[source.name] = self._failures.get(source.name, 0) + 1
        if self._said.get(source.name) != reason:
            self._said[source.name] = reason
            self.told(f"{source.name}: {reason}")

    def next_at(self, source: Source) -> datetime:
        """When a source is asked again: at its interval, when it said, or as what is left of the budget allows."""
        now, tried = self.clock(), self._tried.get(source.name)
        pulse = self.store.pulse(source.name)
        until = waits_until(pulse, now=now) if pulse else None
        if until is not None and (tried is None or tried < until):  # else it was asked since, and nothing was stored
            return until
        every = timedelta(minutes=self.every_minutes(source))
        known = [at for at in (tried, pulse.tried_at if pulse else None) if at is not None]
        last = max(known, default=now)
        if not known or last > now:  # never asked, or the clock was set back since
            return now
        failures = self._failures.get(source.name, 0)
        if pulse is None:
            return last + min(_backoff(failures), every)
        if pulse.status is not Status.COMPLETE and tried is None and not (self.patient and _is_blocked(pulse)):
            return now
        if _is_blocked(pulse):
            return last + max(every, _BLOCKED)
        return last + (min(_backoff(failures), every) if failures else every)

    def every_minutes(self, source: Source) -> float:
        """The minutes between rounds of a source, drawn out so that the month's money lasts."""
        if self.minutes is not None:
            return self.minutes
        if source.price is None:
            return source.every_minutes
        now, platform = self.clock(), platform_of(source.name)
        family = [one for one in self.following.sources if platform_of(one.name) == platform]
        rates = [(one.every_minutes, one.price) for one in family if one.price is not None]
        spent = self.store.spent(platform, since=budget.month_of(now))
        return budget.stretched_minutes(source.every_minutes, rates, spent=spent, now=now)

    def judge(self, *, only: Collection[str] | None = None) -> None:
        """Assess every topic, in all sources or `only` in some; tell what changed, destroy what has had its time."""
        now = self.clock()
        self.store.purge(now=now)
        following = self.following
        for line in assess_round(
            self.store,
            topics=following.topics,
            now=now,
            only=only,
            channels=following.channels,
            following={source.name for source in following.sources},
        ):
            self.told(line)

    def judge_if_new(self) -> bool:
        """Assess the sources asked since the last time, and all once an hour has passed; whether anything was done."""
        hour = hour_of(self.clock())
        asked, self._asked = self._asked, set()
        if not asked and hour == self._judged_hour:
            return False
        try:
            self.judge(only=asked if hour == self._judged_hour else None)
        except Exception:
            self._asked |= asked
            raise
        self._judged_hour = hour
        return True

    def all_silent(self) -> bool:
        """Whether no source has answered for longer than twice its interval, though some are followed."""
        now, names = self.clock(), {source.name for source in self.following.sources}
        pulses = self.store.pulses(names)
        return bool(pulses) and not any(
            pulse.succeeded_at is not None and now - pulse.succeeded_at <= 2 * timedelta(minutes=pulse.every_minutes)
            for pulse in pulses
        )
