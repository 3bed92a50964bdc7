"""A campaign in which posts, sources, staff and config say hostile things."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor import record
from monitor.counting import Options
from monitor.model import (
    DAY,
    HOUR,
    Coverage,
    Note,
    Page,
    Post,
    Push,
    PushState,
    Snooze,
    Status,
    Term,
    TermKind,
    Topic,
    Window,
    hour_of,
)
from monitor.store import Store

_DAYS = 16
_PEOPLE = 12  # behind every name, so that the small-cell rule lets it be shown
_TAGS = 10  # on a post
_SOURCE = "archive"
_CONFIG = """
campaign: {{name: Hostile, alias: {alias}, timezone: Europe/Berlin, languages: [en, ru]}}
topics: {{harbour: {{alias: {topic}, tags: [SecretTag]}}}}
sources: {{archive: {{}}}}
store: sqlite:///monitor.db
"""


def prepare(folder: Path, given: Sequence[str]) -> Path:
    """A campaign whose posts, sources, staff and config say the given texts; gives its config."""
    now = hour_of(datetime.now(UTC))
    path = folder / "config.yaml"
    names = [json.dumps(one, ensure_ascii=True) for one in given if len(one) <= 60 and one.isprintable()]
    path.write_text(_CONFIG.format(alias=names[0], topic=names[1]), encoding="utf-8")
    store = Store.open(f"sqlite:///{folder / 'monitor.db'}")
    _count(store, given, now)
    _staff(store, given, now)
    store.close()
    return path


def _count(store: Store, given: Sequence[str], now: datetime) -> None:
    """Posts that carry the texts as tags, links and languages, counted as any source's are."""
    topics = (Topic("harbour", "Harbour", (Term(TermKind.TAG, "SecretTag"),)),)
    counter = record.Counter.of(topics, Options(language=True, tone=False))
    start = now - _DAYS * DAY
    gap = Coverage(now - 40 * HOUR, now - 30 * HOUR, Status.MISSING, given[3])
    covered = (Coverage(start, gap.start, Status.COMPLETE), gap, Coverage(gap.end, now, Status.COMPLETE))
    page = Page((*_ordinary(start), *_hostile(given, now)), "1", coverage=covered)
    done = record.record_page(store, page, stream=record.Stream(_SOURCE), counter=counter, now=now)
    if done.counted < len(given):
        raise RuntimeError(f"only {done.counted} posts were counted")
    with store.recording(now=now) as recording:
        recording.end_round()


def _ordinary(start: datetime) -> Iterator[Post]:
    for number in range(_DAYS * 60):
        at = start + timedelta(minutes=24 * number)
        yield Post(f"o{number}", f"p{number % 50}", at, "a quiet word #SecretTag", tags=("SecretTag",))


def _hostile(given: Sequence[str], now: datetime) -> Iterator[Post]:
    for first in range(0, len(given), _TAGS):
        few = tuple(given[first : first + _TAGS])
        for person in range(_PEOPLE):
            links = tuple(f"http://{one}" for one in few)
            yield Post(
                f"h{first}-{person}",
                f"h{first}-{person}",
                now - 3 * DAY + timedelta(minutes=person + first / 10),  # of a day that is told whole
                few[person % len(few)],
                tags=("SecretTag", *few),
                links=links,
                language=few[0],
            )


def _staff(store: Store, given: Sequence[str], now: datetime) -> None:
    """Pushes in every state, notes and snoozes, as a store holds them that somebody else has written."""
    states = tuple(PushState)
    with store.recording(now=now) as recording:
        for number in range(0, len(given) - 8, 8):
            a, b, c, d, e, f, g, h = given[number : number + 8]
            state = states[number // 8 % len(states)]
            ahead = state in (PushState.PROPOSED, PushState.PLANNED)
            starts = now + (number % 200 + 30 if ahead else -number % 200 - 30) * HOUR
            window = Window(starts, starts + 3 * HOUR, 1.4, 6, weak=False, source=g, anchor=h)
            push = Push(
                ("harbour",), starts, starts + 3 * HOUR, state, owner=a, channels=(b,), hook=c, languages=(d,),
                draft=e, reason=f, windows=(window,),
                went_out_at=starts if state is PushState.DONE else None,
            )  # fmt: skip
            recording.add_push(push)
            recording.add_note(Note(0, now - (number % 300 + 1) * HOUR, g, h, "harbour"))
        for number in range(5):
            recording.snooze(Snooze("harbour", now + (number + 1) * DAY, given[number], given[number + 5]))
