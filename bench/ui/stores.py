"""Stores to look at: a live campaign's roll-ups, hour by hour and day by day, as if so many posts had been counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import create_engine

from monitor.model import DAY, HOUR, Coverage, Observation, Pulse, Status, hour_of
from monitor.store import Store
from monitor.store.schema import breakdown

_SOURCES = ("bluesky", "mastodon:square.example")
_NAMES: Mapping[str, tuple[str, ...]] = {
    "kind": ("original", "reply", "repost", "quote"),
    "language": ("en", "ru", "de", "fr"),
    "tone": ("hopeful", "plain", "grim", "unscored"),
    "cotag": ("harbour", "lanterns", "names", "night"),
    "domain": ("news.example.org", "harbour.example"),
}
_CONFIG = """
campaign: {{name: Roll-ups, alias: Roll-ups, timezone: Europe/Berlin, languages: [en, ru]}}
topics:
{topics}
sources:
  bluesky: {{}}
  mastodon: {{instances: ["https://square.example"]}}
store: sqlite:///monitor.db
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """How much a store holds; `posts` are those an average hour of a topic in a source has."""

    topics: int
    sources: int
    days: int
    posts: float = 26.1


ORDINARY = Shape(topics=8, sources=1, days=90)
TEN_MILLION = Shape(topics=8, sources=1, days=400, posts=131.0)  # the same campaign, with so many more


def write(folder: Path, shape: Shape, *, now: datetime | None = None) -> tuple[Path, int]:
    """Write a campaign with such a store that ends at this hour; gives its config and the posts it stands for."""
    end = hour_of(now or datetime.now(UTC))
    start = end.replace(hour=0) - shape.days * DAY
    path = folder / "config.yaml"
    keys = [f"topic-{number + 1}" for number in range(shape.topics)]
    topics = "\n".join(f"  {key}: {{alias: Topic {key[6:]}, tags: [SecretTag{key[6:]}]}}" for key in keys)
    path.write_text(_CONFIG.format(topics=topics), encoding="utf-8")
    store, total = Store.open(f"sqlite:///{folder / 'monitor.db'}"), 0
    for number, source in enumerate(_SOURCES[: shape.sources]):
        for place, key in enumerate(keys):
            counts = _counts(start, end, shape.posts, seed=100 * number + place)
            total += int(counts.sum())
            _record(store, (key, source), start, counts)
        with store.recording(now=end) as recording:
            recording.beat(Pulse(source, end, Status.COMPLETE, 60.0, 1, end))
    with store.recording(now=end) as recording:
        recording.end_round()
    store.close()
    _break_down(folder, [(key, source) for key in keys for source in _SOURCES[: shape.sources]], start, shape)
    return path, total


def _counts(start: datetime, end: datetime, posts: float, *, seed: int) -> NDArray[np.int64]:
    """Posts of each hour: the rhythm of a day, and a wave every few weeks that halves within a day or two."""
    chance = np.random.default_rng(seed)
    hours = np.arange(round((end - start) / HOUR))
    rhythm = 1 + 0.6 * np.sin((hours % 24 - 9) * 2 * np.pi / 24)
    rate = rhythm * 0.7
    for begin in np.cumsum(chance.integers(15, 45, 40)) * 24:
        age = hours - begin
        rate = rate + np.where(age >= 0, 6 * np.exp(-np.maximum(age, 0) / chance.integers(20, 60)), 0)
    counts: NDArray[np.int64] = chance.poisson(rate * posts / rate.mean())
    return counts


def _record(store: Store, key: tuple[str, str], start: datetime, counts: NDArray[np.int64]) -> None:
    topic, source = key
    end = start + len(counts) * HOUR
    with store.recording(now=end) as recording:
        recording.replace([_row(one) for one in _observations(key, start, counts)])
        recording.cover(source, [topic], [Coverage(start, end, Status.COMPLETE)])


def _observations(key: tuple[str, str], start: datetime, counts: NDArray[np.int64]) -> Iterator[Observation]:
    for number, posts in enumerate(counts):
        hour = start + number * HOUR
        if posts:
            yield Observation(*key, "posts", hour, float(posts))
            yield Observation(*key, "people", hour, float(np.ceil(posts * 0.8)))
    for number in range(len(counts) // 24):
        posts, day = int(counts[number * 24 : number * 24 + 24].sum()), start + number * DAY
        for measure, value in (("posts", posts), ("people", posts * 6 // 10), ("busiest", max(posts // 40, 1))):
            yield Observation(*key, measure, day, float(value), 24)


def _row(one: Observation) -> Mapping[str, object]:
    names = ("topic", "source", "measure", "method", "bucket_hours", "bucket", "value")
    return {name: getattr(one, name) for name in names}


def _break_down(folder: Path, keys: list[tuple[str, str]], start: datetime, shape: Shape) -> None:
    """Sealed breakdowns of every day, each cell with ten people behind it."""
    engine = create_engine(f"sqlite:///{folder / 'monitor.db'}")
    daily = round(shape.posts * 24)
    with engine.begin() as connection:
        for topic, source in keys:
            cells = [
                {"topic": topic, "source": source, "day": start + timedelta(days=day), "dimension": dimension}
                | {"cell": f"={name}", "name": name, "posts": daily // len(names), "people": 10, "sealed": True}
                for day in range(shape.days)
                for dimension, names in _NAMES.items()
                for name in names
            ]
            connection.execute(breakdown.insert(), cells)
    engine.dispose()
