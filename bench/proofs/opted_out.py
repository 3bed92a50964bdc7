"""P4: who does not want to be counted is not, whatever the platform calls it; everybody else is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import stamina

from monitor import counting, record, sources
from monitor.actions.importing import ImportPlan, import_archives
from monitor.counting import Options
from monitor.counting.hits import Hits
from monitor.model import HOUR, Post, Status, Term, TermKind, Topic
from monitor.record import Counter
from monitor.rounds import Following, Rounds
from monitor.sources import Source
from monitor.store import Store
from tests import fake_mastodon, fake_x
from tests.bluesky_lines import post as bluesky_post
from tests.fake_jetstream import FakeJetstream
from tests.loopback import standing
from tests.test_bluesky import source as bluesky_source
from tests.test_x import build as x_built

from .opted_out_cases import ARCHIVES, BLUESKY, MASTODON, NOW, TAG, Case, Platform, X, status, x_post
from .proof import Proof, Shown

_TOPICS = (Topic("lanterns", "Topic 1", (Term(TermKind.TAG, TAG), Term(TermKind.TAG, "Lumen"))),)
_OPTIONS = Options(language=False, tone=False)
_X_POSTS = 100  # that a sample holds
_Open = Callable[[], Store]


@dataclass(frozen=True, slots=True)
class _Found:
    """What became of a platform: its cases, who opted out and who did not, and what was counted."""

    cases: int
    opted_out: int
    others: int
    people: int
    posts: int


def honoured(size: int) -> Shown:
    """So many accounts of each case write on each platform."""
    with tempfile.TemporaryDirectory() as name, stamina.set_testing(True, attempts=1), standing():
        numbers = iter(range(100))
        new = lambda: Store.open(f"sqlite:///{name}/{next(numbers)}.db")  # noqa: E731
        found = [_archive(one, size, Path(name), new) for one in ARCHIVES]
        found += [_mastodon(size, new), _x(size, new)]
        looked_up, unsure, after = _bluesky(size, new)
    found.append(looked_up)
    counted = sum(max(0, one.people - one.others) for one in found)
    right = all(one.people == one.posts == one.others for one in found)
    out, others, people = (sum(getattr(one, name) for one in found) for name in ("opted_out", "others", "people"))
    held = right and out > 0 and others > 0 and not unsure and after > 0
    said = (
        f"{sum(one.cases for one in found)} cases of {len(found)} platforms and archives, {out:,} accounts that opted "
    )
    said += f"out: {counted} counted; {people - counted:,} of {others:,} others were; where a look-up failed {unsure} "
    said += f"posts and hours were stored, hours complete after the next one: {after}"
    return Shown(held, said)


def _result(store: Store, cases: Sequence[Case], each: int) -> _Found:
    """What a store says of a platform."""
    topic = "lanterns"
    values = [one for name in store.sources(topic) for one in store.observations(topic, name)]
    people = sum(one.value for one in values if (one.measure, one.bucket_hours) == ("people", 24))
    posts = sum(one.value for one in values if (one.measure, one.bucket_hours) == ("posts", 1))
    store.close()
    out = sum(case.opted_out for case in cases)
    return _Found(len(cases), out * each, (len(cases) - out) * each, int(people), int(posts))


def _archive(platform: Platform, each: int, folder: Path, new: _Open) -> _Found:
    store = new()
    path = folder / f"{platform.name}.{'csv' if platform.name == 'a table' else 'jsonl'}"
    path.write_text(platform.written(each), encoding="utf-8")
    done = import_archives(store, [path], counter=Counter.of(_TOPICS, _OPTIONS), plan=ImportPlan(), now=NOW)
    if done.failed or done.total.quarantined:
        raise RuntimeError(f"{platform.name} could not be read: {done}")
    return _result(store, platform.cases, each)


def _asked(store: Store, source: Source) -> None:
    """A round of a source."""
    told: list[str] = []
    Rounds(store, Following(source.topics, (source,), _OPTIONS), lambda: NOW, told.append).ask(source)


def _mastodon(each: int, new: _Open) -> _Found:
    store = new()
    rows = [status(case, place * each + n) for place, case in enumerate(MASTODON) for n in range(each)]
    with fake_mastodon.serving(fake_mastodon.Fake(statuses=rows)) as address:
        settings = sources.settings()["mastodon"](instances=(address,), allow_private=True, probe=None)
        (source,) = sources.build({"mastodon": settings}, _TOPICS)
        _asked(store, source)
    return _result(store, MASTODON, each)


def _x(each: int, new: _Open) -> _Found:
    store, each = new(), min(each, _X_POSTS // len(X))
    posts = [x_post(case, place * each + n) for place, case in enumerate(X) for n in range(each)]
    fake = fake_x.FakeX(now=NOW, posts=posts)
    with fake_x.serving(fake):
        (sample,) = (
            one for one in x_built(fake, _TOPICS, sample=True, sample_posts=_X_POSTS) if one.name == "x:sample"
        )
        _asked(store, sample)
    return _result(store, X, each)


def _bluesky(each: int, new: _Open) -> tuple[_Found, int, int]:
    """The same, and what was stored while nobody could be asked, and how many hours were complete after that."""
    store = new()
    profiles: dict[str, Mapping[str, object] | None] = {}
    lines = []
    for number in range(each * len(BLUESKY)):
        case, did = BLUESKY[number // each], f"did:plc:keeper{number}"
        profiles[did] = None if "gone" in case.said else case.said
        at = NOW - timedelta(minutes=200) + timedelta(seconds=11_000 * number / (each * len(BLUESKY)))
        lines.append(bluesky_post(number + 1, at, "light them #Lumen", did=did))
    fake = FakeJetstream(lines, NOW, profiles=profiles, profile_answers=[(502, {}, b"")] * 9)
    with fake.running():
        _asked(store, bluesky_source(fake))
        unsure = len(store.observations("lanterns", "bluesky")) + _complete(store)
        fake.profile_answers.clear()
        _asked(store, bluesky_source(fake))
    after = _complete(store)
    return _result(store, BLUESKY, each), unsure, after


def _complete(store: Store) -> int:
    """The hours that are called complete."""
    spans = (one for one in store.coverage("lanterns", "bluesky") if one.status is Status.COMPLETE)
    return sum((one.end - one.start) // HOUR for one in spans)


@contextmanager
def ignored() -> Iterator[None]:
    """The fault: posts are counted whatever their authors say, and nobody is asked."""

    def all_of(posts: Sequence[Post], *args: object, **more: object) -> Hits:
        return counting.hits((replace(one, opted_out=False) for one in posts), *args, **more)  # type: ignore[arg-type]

    with patch.object(record, "hits", all_of), patch.object(record, "_allowed", lambda found, asking: found):
        yield


OPTED_OUT = Proof(
    "P4",
    "who opted out is dropped before anything is counted",
    honoured,
    4,
    40,
    "accounts of each case",
    "opt-outs are read after counting",
    ignored,
    1,
)
