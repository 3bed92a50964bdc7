"""What `monitor check` looks at: each finding says what is so, and what to do where it is wrong."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from . import sources
from .config import Config
from .counting import detect_language
from .errors import StoreError
from .model import HOUR
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
    found = [*_campaign(chosen), *_language(), *_store(chosen, now=now)]
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


def _freshness(store: Store, chosen: Config, *, now: datetime) -> Iterator[Finding]:
    for topic in chosen.topics:
        found = store.sources(topic.key)
        if not found:
            yield Finding(f"{topic.key} was never looked for", True, "import an archive, or start `monitor run`")
        for source in found:
            newest = store.coverage(topic.key, source)[-1]
            behind = int((now - newest.end) / HOUR)
            words = f"{topic.key} on {source}: known up to {newest.end:%Y-%m-%d %H:%M} UTC ({newest.status})"
            late = sources.live(source) and behind > 24
            yield Finding(words, late, "start `monitor run` again, or look at what it says" if late else "")
