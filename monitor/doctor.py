"""What `monitor check` looks at: each finding says what is so, and what to do where it is wrong."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from . import channels, planning, sources
from .alerts.letters import trial
from .blindness import BLIND
from .config import Config
from .counting import detect_language
from .errors import ConfigError, SendingError, StoreError
from .model import Channel, Pulse, Status, Term, TermKind, Topic
from .schedule import sqlite_path
from .store import Store

WRONG = "! "  # begins a line of advice about something that must be mended
_KNOWN_PHRASE = "The march was peaceful and everyone went home safely"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    wrong: bool = False
    do: str = ""


def examine(chosen: Config, *, now: datetime, environ: Mapping[str, str]) -> Sequence[Finding]:
    """Everything worth knowing about the set-up, what is wrong first; nothing is changed."""
    built = sources.build(chosen.sources, chosen.topics)
    found = [*_campaign(chosen), *_advice(chosen), *_followed(chosen, built)]
    found += [*_language(), *_channels(chosen, environ), *_dates(chosen, now=now), *_store(chosen, built, now=now)]
    return sorted(found, key=lambda finding: not finding.wrong)


def _campaign(chosen: Config) -> Iterator[Finding]:
    count = len(chosen.topics)
    topics = "1 topic" if count == 1 else f"{count} topics"
    yield Finding(f"{chosen.path.name} is sound: {topics}, sources {', '.join(chosen.sources)}")


def _language() -> Iterator[Finding]:
    if detect_language(_KNOWN_PHRASE) == "en":
        yield Finding("languages are told apart, without network")
    else:
        yield Finding("languages are not told apart", True, "install again with `make demo`; tone stays unscored")


def _channels(chosen: Config, environ: Mapping[str, str]) -> Iterator[Finding]:
    """Whether warnings have a way to people."""
    if not chosen.channels:
        yield Finding("nobody is sent warnings: name a channel under `warnings` (docs/pushes.md shows how)")
    for channel in chosen.channels:
        wrong = channels.trouble(channel.name, environ)
        if wrong:
            yield Finding(f"channel {channel.name}: {wrong}", True, "set it where `monitor run` is started")
        else:
            yield Finding(f"channel {channel.name} has an address; try it with: monitor check --send-test")


def send_test(chosen: Config, *, environ: Mapping[str, str]) -> Sequence[Finding]:
    """Send a test message on every channel; each with what became of it."""
    return [_tried(channel, chosen, environ) for channel in chosen.channels]


def _tried(channel: Channel, chosen: Config, environ: Mapping[str, str]) -> Finding:
    letter = trial(channel, chosen.campaign)
    try:
        note = channels.send(channel.name, letter, uuid4().hex, environ=environ)
    except SendingError as error:
        return Finding(f"channel {channel.name}: the test was not sent: {error}", True, "look at its address again")
    if note:
        return Finding(f"channel {channel.name}: the test did not reach everybody: {note}", True, "look at its address")
    return Finding(f"channel {channel.name}: a test is on its way; see whether it arrives")


def _dates(chosen: Config, *, now: datetime) -> Iterator[Finding]:
    """Whether the campaign's own calendar can be read."""
    if chosen.planning.anchors is None:
        return
    try:
        dates = planning.read_anchors(chosen.planning.anchors, now=now, timezone=chosen.campaign.timezone)
    except ConfigError as error:
        yield Finding(str(error), True, "export it again, or leave pushes.anchors out")
    else:
        yield Finding(f"your calendar has {len(dates)} dates in the next five weeks")


def _store(chosen: Config, built: Sequence[sources.Source], *, now: datetime) -> Iterator[Finding]:
    path = sqlite_path(chosen.store)
    if path and not path.exists():
        yield Finding("there is no store yet", True, "import an archive with `monitor import FILE`, or `monitor run`")
        return
    if path and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield Finding("other users of this machine can read the store", True, f"chmod 600 {path}")
    try:
        opened = Store.open(chosen.store, readonly=True)
    except StoreError as error:
        yield Finding(str(error), True, "check `store` in the config, and that you may read and write there")
        return
    with closing(opened) as store:
        held = {one.table: one.rows for one in store.holdings()}
        kept = f"{held['observation']:,} numbers, {held['change']:,} changes of state"
        yield Finding(f"the store can be read: {kept}")
        yield from _unsent(store, chosen.channels)
        yield from _freshness(store, chosen.topics, built, now=now)


def _unsent(store: Store, named: Sequence[Channel]) -> Iterator[Finding]:
    """Which channels have messages that do not get out."""
    for channel in named:
        waiting = store.unsent(channel.name)
        if not waiting:
            continue
        count = "1 message is" if len(waiting) == 1 else f"{len(waiting)} messages are"
        since = min(message.made_at for message in waiting)
        tried = [message for message in waiting if message.error]
        last = max(tried, key=lambda message: message.made_at).error if tried else "none: nobody tried, or it stopped"
        yield Finding(
            f"channel {channel.name}: {count} not sent, since {since:%Y-%m-%d %H:%M} UTC; last error: {last}",
            True,
            "see that `monitor run` is running, then try the address: monitor check --send-test",
        )


def _advice(chosen: Config) -> Iterator[Finding]:
    """What using each source means, in plain words, and what it lacks before it can be asked."""
    for name, lines in sources.advice(chosen.sources).items():
        for line in lines:
            words, wrong = line.removeprefix(WRONG), line.startswith(WRONG)
            said = words if words.startswith(name) else f"{name}: {words}"
            yield Finding(said, wrong, "then start `monitor run` again" if wrong else "")


def _followed(chosen: Config, built: Sequence[sources.Source]) -> Iterator[Finding]:
    """What is asked on a schedule, and what none or not every source can look for."""
    if not built and set(chosen.sources) <= {"archive"}:
        yield Finding("no source is collected on a schedule: numbers come from `monitor import FILE` only")
        return
    followed = {sources.platform_of(source.name) for source in built}
    for name in sorted(set(chosen.sources) - followed - {"archive"}):
        yield Finding(
            f"{name} is switched on and has nothing to look for", True, f"see sources.{name} in docs/config.md"
        )
    for source in built:
        yield from _unsought(source, chosen.topics)
    sought = {topic.key for source in built for topic in source.topics}
    for topic in chosen.topics:
        if topic.key not in sought and "archive" not in chosen.sources:
            yield Finding(f"no source that is switched on can look for {topic.key}", True, "add a hashtag, or a source")


def _unsought(source: sources.Source, topics: Sequence[Topic]) -> Iterator[Finding]:
    """The terms that a source cannot look for; articles are looked for in Wikipedia only, and nobody expects more."""
    sought = {topic.key: set(topic.terms) for topic in source.topics}
    for topic in topics:
        mine = [term for term in topic.terms if _expected(source.name, term)]
        lost = Counter(str(term.kind) for term in mine if term not in sought.get(topic.key, set()))
        if lost and source.topics:
            kinds = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in sorted(lost.items()))
            yield Finding(f"{source.name} cannot look for {kinds} of {topic.key}")


def _expected(source: str, term: Term) -> bool:
    """Whether one would expect a source to look for a term: an article in the Wikipedia of its language only."""
    platform, _, language = source.partition(":")
    if term.kind is TermKind.ARTICLE:
        return platform == "wikipedia" and term.language == language
    return platform != "wikipedia"


def _freshness(
    store: Store, topics: Sequence[Topic], built: Sequence[sources.Source], *, now: datetime
) -> Iterator[Finding]:
    followed = [source.name for source in built]
    pulses = {pulse.source: pulse for pulse in store.pulses(followed)}
    for name in followed:
        if name not in pulses:
            yield Finding(f"{name} was never asked", True, "start `monitor run`, or `monitor collect` once")
    for pulse in pulses.values():
        yield from _answers(pulse, now=now)
    for topic in topics:
        for source in store.sources(topic.key):
            if source in followed or not sources.live(source):
                yield _known(store, topic, source, pulses.get(source), now=now)


def _known(store: Store, topic: Topic, source: str, pulse: Pulse | None, *, now: datetime) -> Finding:
    """How far a topic is known in a source, and whether that is too long ago though the source answers."""
    bucket_hours = 1 if store.coverage(topic.key, source) else 24
    covered = store.coverage(topic.key, source, bucket_hours=bucket_hours)
    whole = [span.end for span in covered if span.status is Status.COMPLETE]
    newest = covered[-1]
    words = f"known up to {max(whole):%Y-%m-%d %H:%M} UTC" if whole else "nothing is known yet"
    if newest.reason == BLIND:
        return Finding(
            f"{topic.key} on {source}: {words}; {BLIND}", True, "if this lasts for days, choose another `probe`"
        )
    if pulse is None or pulse.reason:
        return Finding(f"{topic.key} on {source}: {words}")
    waited = timedelta(hours=pulse.lag_hours + 2 * bucket_hours) + 2 * timedelta(minutes=pulse.every_minutes)
    late = bool(whole) and now - max(whole) > waited
    return Finding(
        f"{topic.key} on {source}: {words}", late, f"since then: {newest.reason or 'not whole'}" if late else ""
    )


def _answers(pulse: Pulse, *, now: datetime) -> Iterator[Finding]:
    """Whether a source answers, and whether anybody asked it lately."""
    asked = f"{pulse.tried_at:%Y-%m-%d %H:%M} UTC"
    if pulse.status is not Status.COMPLETE:
        when = f" It is asked again on {pulse.retry_at:%Y-%m-%d %H:%M} UTC." if pulse.retry_at else ""
        mended = (
            "mend it, then start `monitor run` again"
            if pulse.status is Status.BLOCKED
            else "nothing to do: it may pass"
        )
        yield Finding(f"{pulse.source}: {pulse.reason} (asked {asked})", True, f"{mended}.{when}")
    elif now - pulse.tried_at > 2 * timedelta(minutes=pulse.every_minutes):
        yield Finding(
            f"{pulse.source}: nobody asked it since {asked}", True, "start `monitor run`, or look at your timer"
        )
    else:
        yield Finding(f"{pulse.source}: answers (asked {asked})")
