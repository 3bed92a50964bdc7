"""What staff do with warnings: silence them for a while, and say whether they were of use."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from ..errors import ConfigError
from ..model import Snooze
from ..store import Store
from .drafts import clean_text

_LONGEST = timedelta(days=90)


def snooze(
    store: Store, *, topic: str | None, until: datetime, by: str, reason: str, topics: Collection[str], now: datetime
) -> Snooze:
    """Send no warnings of a topic (None: of all) until then; they are kept, and told after. ConfigError where wrong."""
    if topic is not None and topic not in topics:
        raise ConfigError(f"there is no topic {topic!r}: the topics are {', '.join(topics)}")
    who, why = clean_text(by, "--by"), clean_text(reason, "the reason")
    if not who or not why:
        raise ConfigError("a snooze needs who wants it (--by) and why (--reason), for those who wonder later")
    if until <= now:
        raise ConfigError("a snooze must end in the future (--until)")
    if until - now > _LONGEST:
        raise ConfigError(f"a snooze lasts {_LONGEST.days} days at most: nobody remembers a longer one")
    with store.recording(now=now) as recording:
        return recording.snooze(Snooze(topic, until, who, why))


def wake(store: Store, number: int, *, now: datetime) -> None:
    """End a snooze now; ConfigError where there is none of that number in force."""
    with store.recording(now=now) as recording:
        if not recording.wake(number):
            raise ConfigError(f"no snooze {number} is in force: `monitor warning list` shows those that are")


def judge_warning(store: Store, number: int, *, useful: bool, by: str, now: datetime) -> None:
    """Store what staff say of a warning; ConfigError where there is none of that number."""
    who = clean_text(by, "--by")
    with store.recording(now=now) as recording:
        recording.judge_warning(number, useful=useful, by=who)
