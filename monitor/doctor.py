"""What `monitor check` looks at: each finding says what is so, and what to do where it is wrong."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from . import sources
from .config import Config
from .counting import detect_language
from .errors import StoreError
from .model import DAY, Pulse, Status
from .schedule import sqlite_path
from .store import Store

_KNOWN_PHRASE = "The march was peaceful and everyone went home safely"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    wrong: bool = False
    do: str = ""


def examine(chosen: Config, *, now: datetime) -> Sequence[Finding]:
    """Everything worth knowing about the set-up, what is wrong first; nothing is changed."""
    found = [*_campaign(chosen), *_sources(chosen), *_language(), *_store(chosen, now=now)]
    return sorted(found, key=lambda finding: not finding.wrong)


def _campaign(chosen: Config) -> Iterator[Finding]:
    yield Finding(f"{chosen.path.name} is sound: {len(chosen.topics)} topic(s), sources {', '.join(chosen.sources)}")
    if not sources.build(chosen.sources, chosen.topics):
        yield Finding("no source is collected on a schedule: numbers come from `monitor import FILE` only")


def _language() -> Iterator[Finding]:
    if detect_language(_KNOWN_PHRASE) == "en":
        yield Finding("languages are told apart, without network")
    else:
        yield Finding("languages are not told apart", True, "install again with `make demo`; tone stays unscored")


def _store(chosen: Config, *, now: datetime) -> Iterator[Finding]:
    path = sqlite_path(chosen.store)
    if path and not path.exists():
        yield Finding("there is no store yet", True, "import an archive with `monitor import FILE`, or `monitor run`")
        return
    if path and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield Finding("other users of this machine can read the store", True, f"chmod 600 {path}")
    try:
        store = Store.open(chosen.store, readonly=True)
    except StoreError as error:
        yield Finding(str(error), True, "check `store` in the config, and that you may read and write there")
        return
    rows = ", ".join(f"{count} {table}" for table, count in store.holdings().items() if count)
    yield Finding(f"the store holds numbers only: {rows or 'nothing yet'}")
    yield from _freshness(store, chosen, now=now)
    store.close()


def _sources(chosen: Config) -> Iterator[Finding]:
    """What using each source means, in plain words."""
    for name, lines in sources.advice(chosen.sources).items():
        yield from (Finding(f"{name}: {line}") for line in lines)


def _freshness(store: Store, chosen: Config, *, now: datetime) -> Iterator[Finding]:
    pulses = {pulse.source: pulse for pulse in store.pulses()}
    for pulse in pulses.values():
        yield from _answers(pulse, now=now)
    for topic in chosen.topics:
        found = store.sources(topic.key)
        if not found:
            yield Finding(f"{topic.key} was never looked for", True, "import an archive, or start `monitor run`")
        for source in found:
            bucket_hours = 1 if store.coverage(topic.key, source) else 24
            newest = store.coverage(topic.key, source, bucket_hours=bucket_hours)[-1]
            words = f"{topic.key} on {source}: known up to {newest.end:%Y-%m-%d %H:%M} UTC ({newest.status})"
            late = sources.live(source) and source not in pulses and now - newest.end > DAY
            yield Finding(words, late, "start `monitor run` again, or look at what it says" if late else "")


def _answers(pulse: Pulse, *, now: datetime) -> Iterator[Finding]:
    """Whether a source answers, and whether anybody asked it lately."""
    asked = f"asked {pulse.tried_at:%Y-%m-%d %H:%M} UTC"
    if now - pulse.tried_at > 2 * timedelta(minutes=pulse.every_minutes) and not pulse.retry_at:
        yield Finding(f"{pulse.source}: nobody asked it since {asked[6:]}", True, "start `monitor run` again")
    if pulse.status is Status.COMPLETE:
        yield Finding(f"{pulse.source}: answers ({asked}, {pulse.counted:,} counted)")
        return
    again = f"it is asked again on {pulse.retry_at:%Y-%m-%d %H:%M} UTC" if pulse.retry_at else "it is asked again"
    yield Finding(f"{pulse.source}: {pulse.reason} ({asked})", True, f"see what it says; {again} by itself")
