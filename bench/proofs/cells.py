"""P3: what is told of a topic can be subtracted as one likes; a group of fewer than ten people is never left over."""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pandas as pd
from sqlalchemy import Connection, select

from monitor import history
from monitor.actions import ImportPlan, import_archives
from monitor.counting import Options
from monitor.desk.history_posts import within
from monitor.model import DAY
from monitor.record import Counter
from monitor.store import Cell, Store, forgetting, reading, small_cells
from monitor.store.schema import breakdown
from monitor.store.small_cells import LEAST_PEOPLE, CellCount

from . import crowds
from .crowds import LAMP, SOURCES, START, VOICES, Crowd
from .proof import Proof, Shown

_QUERIES_A_DAY = 100  # of a source
_STEPS = 5
_ROWS = 2_500  # at least: an import stores 2,000 at a time
_POSTS_A_DAY = 60


def subtracted(size: int) -> Shown:
    """Invent days, let Monitor count and show them, and subtract so many times."""
    rng = random.Random(size)
    days = [START + n * DAY for n in range(max(3, size // _QUERIES_A_DAY // len(SOURCES)))]
    invented = {(source, day): crowds.crowd(rng) for day in days for source in SOURCES}
    with tempfile.TemporaryDirectory() as folder:
        store = crowds.opened(Path(folder))
        looks, watched = crowds.collected(store, invented, rng)
        merged = crowds.publish(store, invented)
        ranges, beyond = _ranges(store, days, rng, tries=max(10, size // 50))
        store.close()
    queries, recovered = _queries(list(invented.values()), rng, size)
    small, solved = _solved(invented)
    differences, told = watched_imports(size)
    with unsealed():
        _, told_then = watched_imports(0)
    too_small = sum(one.too_small for one in invented.values())
    held = not (recovered or solved or too_small or watched or beyond or told)
    held = held and bool(merged and small and looks and differences and told_then) and queries >= size
    said = f"{recovered} recovered in {queries:,} queries, {solved} of {small:,} small cells by any sum of figures; "
    said += f"{merged:,} merged cells, {too_small} of fewer than ten; "
    said += f"{ranges:,} overlapping ranges told {beyond} more; {looks:,} looks while counting saw {watched} changes; "
    said += (
        f"{differences:,} differences of looks during and between imports told {told} ({told_then:,} where open days "
    )
    said += "are shown)"
    return Shown(held, said)


def watched_imports(size: int) -> tuple[int, int]:
    """Import old days, then a few people's posts of the same days, and look after each step; differences, and told.

    A look is taken away from the next one: what a cell has more is the voice of those who came in between.
    """
    rng = random.Random(size)
    days = [START + n * DAY for n in range(max(_ROWS, size) // _POSTS_A_DAY + 1)]
    counter = Counter.of([LAMP], Options(language=True, tone=True))
    looks: list[dict[tuple[object, ...], int]] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        store = crowds.opened(folder)

        def look(*_: object) -> None:
            found = store.breakdown(LAMP.key, "archive")
            looks.append({(cell.day, cell.dimension, cell.name): cell.posts for cell in found})

        for number, most in enumerate((_POSTS_A_DAY, 1, LEAST_PEOPLE - 1)):
            posts = [rng.randint(1, most) if number else most for _ in days]
            file = _file(folder / f"{number}.csv", dict(zip(days, posts, strict=True)), rng)
            now = days[-1] + (10 + number / 24) * DAY
            import_archives(store, [file], counter=counter, plan=ImportPlan(progress=look), now=now)
            look()
        store.purge(now=days[-1] + 20 * DAY)
        look()
        store.close()
    differences = told = 0
    for old, new in pairwise(looks):
        shown = {day for day, *_ in old} & {day for day, *_ in new}
        both = [key for key in old.keys() | new.keys() if key[0] in shown]
        differences += len(both)
        told += sum(old.get(key, 0) != new.get(key, 0) for key in both)
    return differences, told


def _file(path: Path, posts: Mapping[datetime, int], rng: random.Random) -> Path:
    """An archive of so many posts a day, each by a person of its own, in voices of which some are rare."""
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "created_at", "author_id", "text"))
        for day, count in posts.items():
            for number in range(count):
                words = VOICES[min(int(rng.paretovariate(1)) - 1, len(VOICES) - 1)][2]
                name = f"{path.stem} {day:%m%d} {number}"
                rows.writerow((name, (day + number * DAY / count).isoformat(), name, f"{words} #lamp"))
    return path


def _queries(found: Sequence[Crowd], rng: random.Random, size: int) -> tuple[int, int]:
    """Take what is told away from what is told, whatever lies inside; how often, and how often few people were left."""
    queries = recovered = 0
    while queries < size:
        one = rng.choice(found)
        inside = np.array([figure.of for figure in one.figures])
        start = rng.randrange(len(one.figures))
        left, low, high = inside[start], one.figures[start].low, one.figures[start].high
        for _ in range(_STEPS):
            queries += 1
            recovered += low == high and _is_few(one, left, low)
            fits = [n for n in np.flatnonzero(~(inside & ~left).any(axis=1)) if inside[n].any()]
            fits = [n for n in fits if (inside[n] != left).any()]
            if not fits:
                break
            chosen = one.figures[int(rng.choice(fits))]
            left = left & ~chosen.of
            low, high = max(0, low - chosen.high), high - max(0, chosen.low)
    return queries, recovered


def _is_few(one: Crowd, group: np.ndarray, claimed: int) -> bool:
    """Whether a number is right, and so few people stand behind it; how many posts a topic has is told to all."""
    lamp, boat = (crowds.holds(topic, "", "") for topic in ("lamp", "boat"))
    there = np.zeros(len(group), bool)
    there[one.sorts] = True
    if all(group[of & there].all() or not group[of & there].any() for of in (lamp & ~boat, boat & ~lamp, lamp & boat)):
        return False
    return 0 < one.people_in(group) < LEAST_PEOPLE and claimed == one.posts_in(group)


def _solved(invented: Mapping[tuple[str, datetime], Crowd]) -> tuple[int, int]:
    """The small cells there are, and those that any sum of figures gives, alone or in a group of few people."""
    small = solved = 0
    for one in invented.values():
        exact = np.array([figure.of for figure in one.figures if figure.low == figure.high], dtype=float)
        base, weights, _ = np.linalg.svd(exact.T, full_matrices=False)
        base = base[:, weights > 1e-8]
        for cell, unnamed in one.small:
            few = [group for group in (cell, unnamed) if _is_few(one, group, one.posts_in(group))]
            small += 1
            solved += any(np.abs(of - base @ (base.T @ of)).max() < 1e-6 for of in np.array(few, dtype=float))
    return small, solved


def _ranges(store: Store, days: Sequence[datetime], rng: random.Random, *, tries: int) -> tuple[int, int]:
    """Ask History for ranges that differ by a day; how often their difference was more than that day alone tells."""
    beyond = 0
    for _ in range(tries):
        source = rng.choice(list(SOURCES))
        cells = history.breakdown(store, rng.choice(SOURCES[source]).key, source)
        first, last = sorted(rng.sample(days, 2))
        part = [cells[(cells["day"] >= first) & (cells["day"] <= end)] for end in (last, last - DAY)]
        long, short, alone = (_told(one) for one in (*part, cells[cells["day"] == last]))
        of_day = cells[(cells["day"] == last) & cells["name"].notna()]
        alone |= dict(zip(zip(of_day["dimension"], of_day["name"], strict=True), of_day["posts"], strict=True))
        beyond += any(long[name] - short[name] != alone.get(name, 0) for name in long.keys() & short.keys())
    return tries, beyond


def _told(cells: pd.DataFrame) -> dict[tuple[str, str], int]:
    """What History names of some days, and the number it gives."""
    page = within(cells)
    found = {("cotag", name): posts for name, posts in page.cotags.named}
    found |= {("domain", name): posts for name, posts in page.domains.named}
    found |= {
        ("language", name): sum(row[n] for _, row in page.languages.rows) for n, name in enumerate(page.languages.names)
    }
    tone = page.tone
    return found | {("tone", "hopeful"): tone.hopeful, ("tone", "plain"): tone.plain, ("tone", "grim"): tone.grim}


@contextmanager
def unsealed() -> Iterator[None]:
    """Another fault: the days of an import stay open, and are shown all the same, merged on the way out."""

    def told(connection: Connection, topic: str, source: str) -> list[Cell]:
        mine = (breakdown.c.topic == topic) & (breakdown.c.source == source)
        days: dict[datetime, dict[str, list[CellCount]]] = {}
        for row in connection.execute(select(breakdown).where(mine)):
            of_day = days.setdefault(row.day, {})
            of_day.setdefault(row.dimension, []).append(CellCount(row.name, row.posts, row.people))
        return [
            Cell(topic, source, day, name, cell.name, cell.posts)
            for day, of_day in days.items()
            for name, cells in small_cells.shown_of_day(of_day).items()
            for cell in cells
        ]

    with patch.object(reading, "breakdown", told), patch.object(forgetting, "IMPORTED", "never"):
        yield


@contextmanager
def hiding() -> Iterator[None]:
    """The fault: small cells are left out, and nothing is merged."""

    def hidden(cells: Sequence[CellCount], *, last: str = "") -> tuple[CellCount, ...]:
        return tuple(cell for cell in cells if cell.name is not None and cell.people >= LEAST_PEOPLE)

    with patch.object(small_cells, "merge_small", hidden):
        yield


CELLS = Proof(
    "P3",
    "small cells are merged, and cannot be subtracted back",
    subtracted,
    1_500,
    10_000,
    "queries",
    "small cells are hidden instead of merged",
    hiding,
    300,
)
