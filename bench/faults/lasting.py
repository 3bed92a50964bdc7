"""Ninety simulated days at ten times the usual volume: neither memory nor handles grow."""

from __future__ import annotations

import gc
import resource
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

from monitor import sources
from monitor.counting import Options
from monitor.model import HOUR, Term, TermKind, Topic
from monitor.rounds import Following, Rounds
from monitor.sources.simulation import STORY_START, Settings
from monitor.store import Store

from .figure import Figure, progress

TOPICS = tuple(Topic(tag.lower(), tag, (Term(TermKind.TAG, tag),)) for tag in ("Lumen", "Harbour"))
_MOST_GROWTH = 0.05


@dataclass(frozen=True, slots=True)
class Held:
    """What a process holds at the end of a day: megabytes, open handles, and the posts it has counted."""

    memory_mb: float
    handles: int
    posts: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How long the story is followed, from which day growth is measured, and the minutes between rounds.

    The story's largest wave passes from day 14 to day 20: its pages set how much memory a process keeps for good.
    """

    days: int = 90
    first_day: int = 20
    minutes: int = 60
    scale: float = 10.0


def follow(plan: Plan) -> list[Held]:
    """Rounds over the simulated days, in this process; what it holds after each day."""
    now = [STORY_START]
    built = sources.build({"simulation": Settings(scale=plan.scale, feeds=("square",))}, TOPICS)
    held: list[Held] = []
    posts = 0
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{folder}/monitor.db")
        rounds = Rounds(store, Following(TOPICS, built, Options(False, False)), lambda: now[0])
        for day in range(plan.days):
            for minute in range(plan.minutes, 24 * 60 + 1, plan.minutes):
                now[0] = STORY_START + timedelta(days=day, minutes=minute)
                for counted in [rounds.ask(source) for source in built]:
                    posts += counted.counted if counted else 0
                rounds.judge_if_new() if minute % 60 == 0 else None
            held.append(_held(posts))
            if day % 30 == 29:
                progress(f"long running: day {day + 1}, {held[-1].memory_mb:.0f} MB, {posts:,} posts")
        store.close()
    return held


def _held(posts: int) -> Held:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    handles = len(list(Path("/proc/self/fd").iterdir()))
    return Held(pages * resource.getpagesize() / 2**20, handles, posts)


def run(*, plan: Plan | None = None) -> list[Figure]:
    """The figure of long running, from a process of its own."""
    plan = plan or Plan()
    with get_context("spawn").Pool(1) as pool:
        held = pool.apply(follow, (plan,))
    first, last = held[plan.first_day - 1], held[-1]
    memory, handles = last.memory_mb / first.memory_mb - 1, last.handles / first.handles - 1
    said = (
        f"from day {plan.first_day} to day {plan.days}, rounds every {plan.minutes} minutes, {last.posts:,} posts: "
        f"memory {first.memory_mb:.0f} → {last.memory_mb:.0f} MB ({memory:+.1%}), "
        f"handles {first.handles} → {last.handles}; day 10, before the largest wave: {held[9].memory_mb:.0f} MB"
    )
    rounds = plan.days * 24 * HOUR // timedelta(minutes=plan.minutes)
    held_up = memory <= _MOST_GROWTH and handles <= _MOST_GROWTH
    return [Figure(f"{rounds:,} rounds grow neither memory nor handles", held_up, said)]
