"""R2: an outage is never a drop. Every kind of failure, at many hours of a lively series, for hours and for days."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from monitor.judge import judge
from monitor.model import HOUR, Series, State

from .figure import Figure, progress
from .square import KINDS, TOPICS
from .story import HOURS, START, STARTS, STEP_H, STORIES, WARM_H, Story, world

LENGTHS = (3, 6, 12, 24, 72)
_JUST_AFTER = timedelta(minutes=4)
_AFTER_H = (1, 6, 48)
_NEAR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Case:
    """An outage of some kind and length from hour `start` on; `forgets` when the square keeps nothing of that time."""

    start: int
    kind: str
    length: int
    forgets: bool

    @property
    def begins(self) -> datetime:
        """When the outage begins."""
        return START + self.start * HOUR

    @property
    def ends(self) -> datetime:
        """The last moment at which the square does not answer."""
        return self.begins + self.length * HOUR + _JUST_AFTER


def starts(every: int) -> list[tuple[int, int]]:
    """The start hours as (story, hour), or each `every`th of them."""
    found = [(seed, WARM_H + place * STEP_H) for seed in range(STORIES) for place in range(STARTS)]
    found = found[every // 2 :: every]
    random.Random(2).shuffle(found)  # what is done when half is done, is true of all
    return found


def prepare(
    folder: Path, seed: int, hours: Sequence[int], *, until: int = HOURS, round_hours: int = 6
) -> list[datetime]:
    """Write a store for each start hour, as it was then; gives back the fades that come without an outage."""
    story, path = Story.told(seed), folder / f"story{seed}.db"
    at = 0
    for hour in [*hours, until]:
        with world(story, path, forgets=False) as made:
            while at < hour:
                at = min(at + round_hours, hour)
                made.round(START + at * HOUR + _JUST_AFTER, judge=True)
        if hour < until:
            shutil.copy(path, folder / f"{seed}-{hour}.db")
    found = fades(path)
    path.unlink()
    return found


def fades(path: Path) -> list[datetime]:
    """The stored changes to fading, but for those that were only taken up again."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT at FROM change WHERE after = 'fading' AND NOT resumed ORDER BY at")
        return [datetime.fromisoformat(at).replace(tzinfo=UTC) for (at,) in rows]


def false_drops(found: Sequence[datetime], truth: Sequence[datetime], case: Case) -> int:
    """The fades within the outage and 48 h after it that do not come without it.

    One that comes without it while nobody could see may be told once somebody can: that is late, not false.
    """
    inside = [at for at in found if case.begins < at <= case.ends + 48 * HOUR]
    return sum(not any(min(case.begins, at) - _NEAR <= true <= at + _NEAR for true in truth) for at in inside)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one start hour gave: drops by kind, how often `no data` was said in time, and the same filled with zeros."""

    outages: int
    by_kind: Counter[str]
    unsaid: Counter[str]
    zeros: int
    zero_filled: int


def try_start(folder: Path, seed: int, hour: int, truth: Sequence[datetime], lengths: Sequence[int]) -> Outcome:
    """Every kind and length of outage from one hour on."""
    story, base, path = Story.told(seed), folder / f"{seed}-{hour}.db", folder / f"{seed}-{hour}-work.db"
    drops, unsaid = Counter[str](), Counter[str]()
    forgets = hour // STEP_H % 2 == 0
    for kind in KINDS:
        shutil.copy(base, path)
        last = 0
        for length in sorted(lengths):
            case = Case(hour, kind, length, forgets)
            said = outage(story, path, case, since=last)
            unsaid[kind] += not last and not said
            after = path.with_suffix(".after")
            shutil.copy(path, after)
            aftermath(story, after, case)
            drops[kind] += (wrong := false_drops(fades(after), truth, case))
            if wrong:
                progress(f"R2: a false drop in story {seed}: {case}")
            last = length
    path.unlink()
    cases = [Case(hour, "", length, forgets) for length in lengths]
    false = [bool(false_drops(zero_filled(story, case), truth, case)) for case in cases]
    return Outcome(len(cases) * len(KINDS), drops, unsaid, sum(false), len(false))


def outage(story: Story, path: Path, case: Case, *, since: int) -> bool:
    """The rounds of an outage from its hour `since` on; whether `no data` was said in the third of them."""
    said = False
    hours = {1, 2, 3, *range(6, case.length, 6), case.length}
    with world(story, path, forgets=case.forgets) as made:
        made.fails(case.kind)
        for hour in sorted(hours):
            if hour > since:
                made.round(case.begins + hour * HOUR + _JUST_AFTER, judge=hour in (3, case.length))
            if hour == 3 > since:
                said = standing(path) == State.NO_DATA
    return since >= 3 or said


def aftermath(story: Story, path: Path, case: Case) -> None:
    """Rounds when the square answers again, and what is judged of all the hours up to 48 h after."""
    with world(story, path, forgets=case.forgets) as made:
        for hour in _AFTER_H:
            made.round(case.ends + hour * HOUR, judge=hour == _AFTER_H[-1])


def standing(path: Path) -> str:
    """The state that was entered last."""
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT after FROM change ORDER BY id DESC LIMIT 1").fetchone()[0])


def zero_filled(story: Story, case: Case) -> list[datetime]:
    """The fades that are found where an outage is written down as zeros: the proof that this bench can fail."""
    return _judged(story, case, complete=True)


def left_open(story: Story, case: Case) -> list[datetime]:
    """The fades that are found where an outage stays a gap for ever, judged without a store and a platform."""
    return _judged(story, case, complete=False)


def unbroken(story: Story) -> list[datetime]:
    """The fades that are found without an outage, judged likewise."""
    return _judged(story, Case(HOURS - 49, "", 0, forgets=False), complete=True)


def _judged(story: Story, case: Case, *, complete: bool) -> list[datetime]:
    end, gap = case.start + case.length + 49, slice(case.start, case.start + case.length)
    values, known = story.posts[:end].astype(float), np.ones(end, dtype=bool)
    values[gap], known[gap] = 0, complete
    judged, _ = judge(Series("lanterns", "square", "posts", START, values, known))
    return [one.at for one in judged.changes if one.to is State.FADING and not one.resumed]


def taken_back() -> Figure:
    """Posts that come after all end `no data`, and a second outage is said like the first."""
    story, told, outages = Story.told(0), list[str](), (range(80, 86), range(110, 116))
    with tempfile.TemporaryDirectory() as folder, world(story, Path(folder) / "monitor.db", forgets=False) as made:
        made.rounds.told = told.append
        for hour in range(70, 125):
            made.fails("5xx" if any(hour in one for one in outages) else None)
            made.round(START + hour * HOUR + _JUST_AFTER, judge=True)
    states = [line.rpartition(f"{TOPICS[0].alias} on square: ")[2] for line in told if "→" in line]
    held = states[-4:] == ["steady → no data", "no data → steady (as before the gap)"] * 2
    return Figure("R2 made-up hours end an outage, and the next is said", held, f"told: {', '.join(states)}")


def run(*, every: int = 24, lengths: Sequence[int] = LENGTHS, workers: int | None = None) -> list[Figure]:
    """The figures of R2, over each `every`th of the 365 start hours."""
    shared = Path("/dev/shm")
    pool = ProcessPoolExecutor(workers or os.cpu_count() or 1)
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as place, pool:
        found = _figures(list(_outcomes(pool, Path(place), starts(every), lengths)), lengths)
    return [*found, taken_back()]


def _outcomes(
    pool: ProcessPoolExecutor, folder: Path, chosen: Sequence[tuple[int, int]], lengths: Sequence[int]
) -> Iterator[Outcome]:
    by_story = {seed: sorted(hour for one, hour in chosen if one == seed) for seed in {seed for seed, _ in chosen}}
    prepared = {seed: pool.submit(prepare, folder, seed, hours) for seed, hours in by_story.items()}
    truth = {seed: job.result() for seed, job in prepared.items()}
    progress(f"R2: {len(chosen)} stores prepared; fades in the unbroken stories: {sum(map(len, truth.values()))}")
    jobs = [pool.submit(try_start, folder, seed, hour, truth[seed], lengths) for seed, hour in chosen]
    drops = late = zeros = 0
    for number, job in enumerate(as_completed(jobs), 1):
        found = job.result()
        drops, late, zeros = drops + found.by_kind.total(), late + found.unsaid.total(), zeros + found.zeros
        if number % 10 == 0:
            progress(f"R2: {number} of {len(jobs)} start hours: {drops} false drops, {late} late, {zeros} by zeros")
        yield found


def _figures(found: Sequence[Outcome], lengths: Sequence[int]) -> list[Figure]:
    outages, zeros = sum(one.outages for one in found), sum(one.zeros for one in found)
    drops, unsaid = sum((one.by_kind for one in found), Counter()), sum((one.unsaid for one in found), Counter())
    what = f"{len(found)} start hours × {len(KINDS)} kinds × {len(lengths)} lengths = {outages:,} outages"
    begun = len(found) * len(KINDS)
    share = zeros / max(sum(one.zero_filled for one in found), 1)
    false = ", ".join(f"{kind} {n}" for kind, n in drops.items() if n)
    late = ", ".join(f"{kind} {n}" for kind, n in unsaid.items() if n)
    return [
        Figure(
            "R2 an outage is never a drop",
            not drops.total() and zeros > 0,
            f"{drops.total()} false drops in {what}{f' ({false})' if false else ''}; "
            f"the same outages filled with zeros: {share:.0%} false drops",
        ),
        Figure(
            "R2 an outage is said within two rounds",
            not unsaid.total(),
            f"{begun - unsaid.total():,} of {begun:,} beginnings were `no data` at the third round"
            + (f" (not: {late})" if late else ""),
        ),
    ]
