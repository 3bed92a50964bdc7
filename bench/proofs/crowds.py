"""Invented crowds, counted by Monitor for real: what is true of each day, and what a reader gets to see of it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np

from monitor import history
from monitor.counting import Options
from monitor.export import export
from monitor.model import DAY, HOUR, Coverage, Page, Post, PostKind, Status, Term, TermKind, Topic
from monitor.record import Counter, Stream, record_page
from monitor.store import Store
from monitor.store.small_cells import LEAST_PEOPLE

START = datetime(2026, 3, 2, tzinfo=UTC)
PARTITIONS, MANIFOLD = ("kind", "language", "tone"), ("cotag", "domain")
VOICES = (
    ("en", "positive", "What a wonderful, brave answer to them all!"),
    ("en", "negative", "They were beaten and threatened again last night."),
    ("en", "neutral", "The meeting starts at nine and ends at ten."),
    ("ru", "unscored", "Сегодня вечером мы снова зажигаем фонари на площади."),
    ("de", "unscored", "Heute Abend zünden wir wieder die Laternen auf dem Platz an."),
    ("fr", "unscored", "Ce soir nous allumons encore les lanternes sur la place."),
    ("it", "unscored", "Questa sera accendiamo di nuovo le lanterne in piazza."),
    ("uk", "unscored", "Сьогодні ввечері ми знову запалюємо ліхтарі на площі."),
)
_KINDS = tuple(one.value for one in PostKind)
_SIDES = (("lamp",), ("boat",), ("lamp", "boat"))  # tags by which the topics find a post
_COTAGS, _HOSTS = ("sea", "sky", "fog"), ("one.example", "two.example")


class Sort(NamedTuple):
    """Everything by which one post differs from another in the breakdowns."""

    tags: tuple[str, ...]
    voice: tuple[str, str, str]
    kind: str
    cotags: tuple[str, ...]
    hosts: tuple[str, ...]


def _some(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [
        tuple(n for n, one in zip(names, chosen, strict=True) if one) for chosen in product((0, 1), repeat=len(names))
    ]


SORTS = tuple(Sort(*one) for one in product(_SIDES, VOICES, _KINDS, _some(_COTAGS), _some(_HOSTS)))


def _topic(key: str, *tags: str) -> Topic:
    return Topic(key, key.title(), tuple(Term(TermKind.TAG, tag) for tag in tags))


LAMP, BOAT, BOTH = _topic("lamp", "lamp"), _topic("boat", "boat"), _topic("both", "lamp", "boat")
SOURCES: Mapping[str, tuple[Topic, ...]] = {
    "archive:one": (LAMP, BOAT, BOTH),
    "archive:two": (BOTH, LAMP, BOAT),
    "archive:three": (BOAT, LAMP),
}


@cache
def holds(topic: str, dimension: str, name: str) -> np.ndarray:
    """Which sorts of posts belong to a cell; of the dimension "" all of the topic's."""
    own = {"lamp": {"lamp"}, "boat": {"boat"}, "both": {"lamp", "boat"}}[topic]

    def is_in(one: Sort) -> bool:
        if not own & set(one.tags):
            return False
        beside = (*one.cotags, *(tag for tag in one.tags if tag not in own))
        of = {
            "kind": (one.kind,),
            "language": (one.voice[0],),
            "tone": (one.voice[1],),
            "cotag": beside,
            "domain": one.hosts,
        }
        return not dimension or name in of[dimension]

    return np.fromiter((is_in(one) for one in SORTS), bool, len(SORTS))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is shown: which sorts of posts it counts, and from which to which number it may be."""

    of: np.ndarray
    low: int
    high: int


@dataclass
class Crowd:
    """A day of a source: every post's sort and author, and afterwards what is shown of it."""

    sorts: list[int]
    people: list[int]
    figures: list[Figure] = field(default_factory=list)
    too_small: int = 0  # merged cells that too few people stand behind, although others are shown
    small: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)  # cells under ten people, and all unnamed

    def people_in(self, of: np.ndarray) -> int:
        """How many people really wrote posts of these sorts."""
        return len({who for sort, who in zip(self.sorts, self.people, strict=True) if of[sort]})

    def posts_in(self, of: np.ndarray) -> int:
        """How many posts of these sorts there really are."""
        return sum(bool(of[sort]) for sort in self.sorts)


def crowd(rng: random.Random) -> Crowd:
    """A random day: from a handful of posts to hundreds, of which many share some voices and hardly anybody others."""
    posts = int(8 * 40 ** rng.random())
    people = max(1, int(posts * rng.uniform(0.3, 1.0)))

    def leaning(count: int) -> list[float]:
        return [rng.paretovariate(0.6) for _ in range(count)]

    voices, kinds, sides = leaning(len(VOICES)), leaning(len(_KINDS)), leaning(len(_SIDES))
    tagged, linked = _some(_COTAGS), _some(_HOSTS)
    heavy, linking = leaning(len(tagged)), leaning(len(linked))
    index = {one: number for number, one in enumerate(SORTS)}
    made = [
        Sort(
            rng.choices(_SIDES, sides)[0],
            rng.choices(VOICES, voices)[0],
            rng.choices(_KINDS, kinds)[0],
            rng.choices(tagged, heavy)[0],
            rng.choices(linked, linking)[0],
        )
        for _ in range(posts)
    ]
    return Crowd([index[one] for one in made], [rng.randrange(people) for _ in range(posts)])


def post(source: str, day: datetime, number: int, one: Sort, who: int) -> Post:
    """A post of a sort."""
    return Post(
        f"{source} {day:%m%d} {number}",
        f"person {who}",
        day + (number * 53 % 1440) * HOUR / 60,
        one.voice[2],
        kind=PostKind(one.kind),
        tags=(*one.tags, *one.cotags),
        mentions=(),
        links=tuple(f"https://{host}/page" for host in one.hosts),
    )


def collected(store: Store, crowds: Mapping[tuple[str, datetime], Crowd], rng: random.Random) -> tuple[int, int]:
    """Let Monitor count the crowds day by day; how often somebody looked, and saw a shown day change."""
    counters = {name: Counter.of(topics, Options(language=True, tone=True)) for name, topics in SOURCES.items()}
    looks, seen_to_change = 0, 0
    before: dict[tuple[str, str, datetime], list[object]] = {}
    for source, day in sorted(crowds, key=lambda key: key[1]):
        one = crowds[source, day]
        posts = [
            post(source, day, n, SORTS[s], who) for n, (s, who) in enumerate(zip(one.sorts, one.people, strict=True))
        ]
        for part in range(3):  # two pages of the day itself, and what came a day late
            now = day + (part + 1) * DAY / 2 + HOUR
            page = Page(tuple(posts[part::3]), f"{day} {part}", coverage=(Coverage(day, day + DAY, Status.COMPLETE),))
            record_page(store, page, stream=Stream(source), counter=counters[source], now=now)
            topic = rng.choice(SOURCES[source]).key
            shown: dict[datetime, list[object]] = {}
            for cell in store.breakdown(topic, source):
                shown.setdefault(cell.day, []).append(cell)
            looks += 1
            seen_to_change += sum(before.get((source, topic, d), cells) != cells for d, cells in shown.items())
            before |= {(source, topic, d): cells for d, cells in shown.items()}
        store.purge(now=day + 2 * DAY)
    store.purge(now=max(day for _, day in crowds) + 4 * DAY)
    return looks, seen_to_change


def publish(store: Store, crowds: Mapping[tuple[str, datetime], Crowd]) -> int:
    """Give each crowd what is shown of it on History and in the spreadsheet; how many merged cells are told."""
    merged = 0
    for source, topics in SOURCES.items():
        rows = export(store, topics)
        rows = rows[(rows["source"] == source) & (rows["measure"] == "posts")]
        totals = rows.groupby(["topic", rows["time"].dt.floor("D")])["value"].sum()
        for topic in topics:
            cells = history.breakdown(store, topic.key, source)
            for day in (day for name, day in crowds if name == source):
                one = crowds[source, day]
                total = int(totals[topic.key, day])
                one.figures.append(Figure(holds(topic.key, "", ""), total, total))
                of_day = cells[cells["day"] == day]
                for dimension in (*PARTITIONS, *MANIFOLD):
                    found = of_day[of_day["dimension"] == dimension]
                    names = found["name"].where(found["name"].notna(), None)
                    told = {name: int(n) for name, n in zip(names, found["posts"], strict=True)}
                    merged += None in told
                    _add(one, topic.key, dimension, told)
    return merged


def _add(one: Crowd, topic: str, dimension: str, told: Mapping[str | None, int]) -> None:
    """What is shown of a dimension of a day, and the small cells that are not."""
    whole = holds(topic, "", "")
    slack = (5, 4) if dimension in MANIFOLD else (0, 0)  # told in tens
    rest, named = whole.copy(), {name: holds(topic, dimension, name) for name in told if name is not None}
    for name, of in named.items():
        one.figures.append(Figure(of, told[name] - slack[0], told[name] + slack[1]))
        rest &= ~of
    if dimension in PARTITIONS:
        if None in told:
            one.figures.append(Figure(rest, told[None], told[None]))
        few = (of for _, of in _cells(topic, dimension) if 0 < one.people_in(of) < LEAST_PEOPLE)
        one.small += [(of, rest) for of in few]
    if None in told and (named or dimension in MANIFOLD):
        hidden = np.any([of for name, of in _cells(topic, dimension) if name not in named], axis=0)
        one.too_small += one.people_in(hidden) < LEAST_PEOPLE


def _cells(topic: str, dimension: str) -> list[tuple[str, np.ndarray]]:
    names = {
        "kind": _KINDS,
        "language": tuple(dict.fromkeys(voice[0] for voice in VOICES)),
        "tone": ("positive", "neutral", "negative", "unscored"),
        "cotag": (*_COTAGS, "lamp", "boat"),
        "domain": _HOSTS,
    }[dimension]
    return [(name, holds(topic, dimension, name)) for name in names]


def opened(folder: Path) -> Store:
    """An empty store in a folder."""
    return Store.open(f"sqlite:///{folder / 'monitor.db'}")
