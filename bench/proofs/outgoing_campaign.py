"""A campaign whose every secret word is marked, with numbers, changes, pushes and notes, for what leaves of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from monitor import config, sources
from monitor.config import Config
from monitor.model import (
    DAY,
    HOUR,
    Change,
    Coverage,
    Evidence,
    Note,
    Observation,
    Push,
    PushState,
    State,
    Status,
    Window,
)
from monitor.store import Store


def week_before(now: datetime) -> datetime:
    """Noon of a Wednesday, so long ago that the week after it is over.

    >>> week_before(datetime(2026, 11, 21, 23, tzinfo=UTC)).isoformat()
    '2026-11-11T12:00:00+00:00'
    """
    day = (now - 7 * DAY).replace(hour=12, minute=0, second=0, microsecond=0)
    return day - ((day.weekday() - 2) % 7) * DAY


MARKS = ("qxzvw", "щъэюв")  # in every word that must stay inside, and in no other
START = week_before(datetime.now(UTC))
TOPICS = 10
ZONES = ("Europe/Berlin", "Asia/Tokyo", "America/New_York", "Europe/Moscow", "Asia/Kathmandu", "Pacific/Auckland")
LIVE, OTHER = "bluesky", "mastodon:qxzvwharbour0.example"
ARCHIVE = "archive:QxzvwHarbour0 2017"
CHANNELS = (("mail", "en"), ("post", "ru"), ("hook", "en"), ("chat", "ru"))
_EVIDENCE = Evidence(
    level=38.0, usual=12.0, usual_low=8.0, usual_high=17.0, peak=400.0, share_of_peak=0.1, certainty=0.9, coverage=0.97
)


def campaign(folder: Path, number: int) -> Config:
    """The campaign as its config.yaml has it, each time with its channels in other zones."""
    path = folder / "config.yaml"
    path.write_text("\n".join(_lines(number)), encoding="utf-8")
    return config.load(path, sources=sources.settings())


def _lines(number: int) -> Iterator[str]:
    """The file; every third topic has no alias of its own."""
    yield "campaign: {name: Qxzvw Coalition of Щъэюв, timezone: Europe/Berlin, languages: [en, ru],"
    yield '  official_accounts: ["@qxzvw_office"]}'
    yield "topics:"
    for topic in range(TOPICS):
        alias = f"alias: Light {topic}, " if topic % 3 else ""
        words = f'tags: [QxzvwHarbour{topic}, Щъэювы{topic}], mentions: ["@qxzvw_office"]'
        words += f", phrases: [qxzvw pier {topic}]"
        more = f"links: [qxzvw{topic}.example/a], articles: {{en: [Qxzvw raid {topic}], ru: [Щъэюв {topic}]}}"
        yield f"  {key(topic)}: {{{alias}{words}, {more}}}"
    yield f'sources: {{bluesky: {{}}, archive: {{}}, mastodon: {{instances: ["https://{OTHER.partition(":")[2]}"]}}}}'
    yield "warnings: {digest: monday, channels: {"
    for place, (name, language) in enumerate(CHANNELS):
        yield f"  {name}: {{language: {language}, timezone: {ZONES[(number + place) % len(ZONES)]}}},"
    yield "}}"
    yield "store: sqlite:///monitor.db"


def key(topic: int) -> str:
    """The key of a topic, as telling as its terms."""
    return f"qxzvw-harbour-{topic}"


def hidden(chosen: Config) -> set[str]:
    """Every word of the campaign that must stay inside."""
    own = {chosen.campaign.name, *chosen.campaign.official_accounts}
    return own | {word for topic in chosen.topics for word in (topic.key, *(term.text for term in topic.terms))}


def begin(store: Store, *, topics: int, days: int = 24) -> None:
    """Count `days` up to START for so many topics in two live sources and an archive; staff write what they write."""
    for topic in range(topics):
        for place, source in enumerate((LIVE, OTHER, ARCHIVE)):
            _count(store, key(topic), source, days, seed=10 * topic + place)
    if topics:
        _staff(store)


def _count(store: Store, topic: str, source: str, days: int, *, seed: int) -> None:
    """A wave that fades at the end, with a gap in it."""
    chance, hours = np.random.default_rng(seed), np.arange(days * 24)
    age = hours - (days - 4) * 24
    level = 60 + np.where(age >= 0, 2500 * 2 ** (-np.maximum(age, 0) / 18), 0)
    posts, begins = chance.poisson(level / 24 * (1 + 0.5 * np.sin(hours * 2 * np.pi / 24))), START - days * DAY
    gap = Coverage(START - 60 * HOUR, START - 54 * HOUR, Status.MISSING, "did not answer in time")
    covered = (Coverage(begins, gap.start, Status.COMPLETE), gap, Coverage(gap.end, START, Status.COMPLETE))
    with store.recording(now=START) as recording:
        rows = (Observation(topic, source, "posts", begins + int(at) * HOUR, float(posts[at])) for at in hours)
        recording.replace([_row(one) for one in rows if not gap.start <= one.bucket < gap.end])
        recording.cover(source, [topic], covered)


def _row(one: Observation) -> Mapping[str, object]:
    names = ("topic", "source", "measure", "method", "bucket_hours", "bucket", "value")
    return {name: getattr(one, name) for name in names}


def _staff(store: Store) -> None:
    """Pushes in every state, with drafts, hooks, channels and notes that hold the campaign's words, as they do."""
    with store.recording(now=START) as recording:
        for number, state in enumerate(PushState):
            ahead = state in (PushState.PROPOSED, PushState.PLANNED)
            starts = START + (30 if ahead else -40 - number) * HOUR
            window = Window(starts, starts + 3 * HOUR, 1.4, 6, weak=False, source=LIVE, anchor="Day of Qxzvw")
            push = Push(
                (key(number),), starts, starts + 3 * HOUR, state, owner="Amina",
                channels=("X", "thread #QxzvwHarbour0"), hook="new Qxzvw testimony", languages=("en",),
                draft="Close it! #QxzvwHarbour0 #Щъэюв0", windows=(window,), sequence=2, changed_at=START - HOUR,
                went_out_at=starts if state is PushState.DONE else None,
            )  # fmt: skip
            recording.add_push(push)
        recording.add_note(Note(0, START - 5 * HOUR, "Qxzvw spoke on Щъэюв", "Amina", key(0)))


def happen(store: Store, chosen: Config, day: int) -> datetime:
    """What a day of the story brings is stored and owed to every channel; gives back when that is."""
    at = START + day * DAY
    fades, steady, unknown = State.FADING, State.STEADY, State.NO_DATA
    lost = [(key(topic), source) for topic in range(5, TOPICS) for source in (LIVE, OTHER)]
    story = (
        [(steady, fades, key(0), LIVE)],  # one topic
        [(steady, fades, key(topic), OTHER) for topic in range(1, 5)],  # several at once
        [(fades, State.RECOVERING, key(0), LIVE)],  # an end
        [(steady, unknown, *one) for one in lost],  # sources that fall silent
        [(unknown, steady, *one) for one in lost],  # and answer again
        [(State.RISING, fades, key(topic), LIVE) for topic in range(6, 9)],
    )
    with store.recording(now=at) as recording:
        for before, to, topic, source in story[day % len(story)]:
            kind = None if to is not fades else "slow" if topic.endswith("3") else "halved"
            resumed = before is unknown
            change = Change(at, before, to, _EVIDENCE, kind, resumed=resumed)
            for told in recording.add_changes(topic, source, [change], news_from=at):
                recording.owe(told.number, [one.name for one in chosen.channels])
    return at + timedelta(hours=1, minutes=5)
