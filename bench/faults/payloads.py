"""R3: bad payloads never stop collecting. Thousands of them against every source's own reader."""

from __future__ import annotations

import gzip
import os
import resource
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import stamina

from monitor import sources, web
from monitor.counting import Options
from monitor.errors import SourceError, where
from monitor.model import Status
from monitor.rounds import Following, Rounds
from monitor.store import Store
from tests import hostile

from .figure import Figure, progress
from .loopback import Reply, serving

LONGEST_SECONDS = 2.0
MOST_MEMORY_MB = 50.0
_CHUNK = 5000
_WARM = 300
_MB = 2**20
_NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Slow(BaseException):
    """A payload took too long: no reader may catch this."""


@dataclass(frozen=True, slots=True)
class Swallowed:
    """What became of some payloads of one source."""

    source: str
    payloads: int
    refused: int
    crashes: tuple[str, ...]
    grown_mb: float
    slowest: float


def hooks(name: str) -> tuple[Sequence[bytes], Callable[[bytes], None]] | None:
    """A source's own samples and reader, as its tests hand them out; None where they do not."""
    place = f"tests.test_{name}"
    module = import_module(place) if find_spec(place) else None
    samples, swallow = getattr(module, "SAMPLES", None), getattr(module, "swallow", None)
    return (samples, swallow) if samples and swallow else None


def throw(name: str, seed: int | None, count: int) -> Swallowed:
    """Throw so many payloads at a source's reader: the fixed ones, or those of a seed."""
    found = hooks(name)
    assert found is not None
    samples, swallow = found
    payloads: Iterable[bytes]
    payloads = hostile.fixed(samples, count) if seed is None else hostile.generated(samples, count, seed=seed)
    crashes: list[str] = []
    refused, slowest, memory = 0, 0.0, 0.0
    with _alarm():
        for number, payload in enumerate(payloads):
            if number == _WARM:
                memory = _memory_mb()
            began = time.perf_counter()
            refusal, crash = _one(swallow, payload)
            slowest = max(slowest, time.perf_counter() - began)
            refused += refusal
            if crash:
                crashes.append(f"{crash} ({_kept(name, payload)})")
    grown = _memory_mb() - memory if memory else 0.0
    return Swallowed(name, count, refused, tuple(crashes), grown, slowest)


def _one(swallow: Callable[[bytes], None], payload: bytes) -> tuple[bool, str]:
    """Whether a payload was refused in words, and what else came of it."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        swallow(payload)
    except SourceError:
        return True, ""
    except Slow:
        return False, f"over {LONGEST_SECONDS:g} s of work"
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return False, where(error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return False, ""


def _kept(name: str, payload: bytes) -> str:
    """Where a payload that did harm is kept; it is invented."""
    folder = Path(tempfile.gettempdir()) / "monitor-bad-payloads"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}-{abs(hash(payload)):x}"
    path.write_bytes(payload)
    return str(path)


@contextmanager
def _alarm() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise Slow

    before = signal.signal(signal.SIGPROF, ring)
    try:
        yield
    finally:
        signal.signal(signal.SIGPROF, before)


def _memory_mb() -> float:
    """The resident memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / _MB


def run(*, fixed: int = 10_000, random: int = 100_000, workers: int | None = None) -> list[Figure]:
    """The figures of R3 over all sources that hand out samples."""
    covered = [name for name in sources.names() if hooks(name)]
    missing = [name for name in sources.names() if name not in covered]
    jobs: list[tuple[str, int | None, int]] = []
    for place, name in enumerate(covered):
        jobs.append((name, None, _share(fixed, place, len(covered))))
        left, seed = _share(random, place, len(covered)), 1
        while left > 0:
            jobs.append((name, seed, min(left, _CHUNK)))
            left, seed = left - _CHUNK, seed + 1
    from . import through  # noqa: PLC0415 - as below

    found: list[Swallowed] = []
    with ProcessPoolExecutor(workers or os.cpu_count() or 1, max_tasks_per_child=None) as pool:
        for job in as_completed([pool.submit(throw, *one) for one in jobs]):
            found.append(job.result())
            if len(jobs) > 10 and len(found) % 4 == 0:
                progress(f"R3: {sum(one.payloads for one in found):,} payloads")
    return [_figure(found, covered, missing), *through.run(count=max(fixed // 20, 100)), bombs(), endless()]


def _share(total: int, place: int, places: int) -> int:
    return total // places + (place < total % places)


def _figure(found: Sequence[Swallowed], covered: Sequence[str], missing: Sequence[str]) -> Figure:
    crashes = [f"{one.source}: {crash}" for one in found for crash in one.crashes]
    grown, slowest = max(one.grown_mb for one in found), max(found, key=lambda one: one.slowest)
    said = (
        f"{len(crashes)} crashes in {sum(one.payloads for one in found):,} payloads over {', '.join(covered)} "
        f"({sum(one.refused for one in found):,} refused in words, the rest read); the slowest took "
        f"{slowest.slowest:.2f} s ({slowest.source}), memory grew by {grown:.0f} MB at most"
    )
    said += f"; not covered, for they hand out no samples: {', '.join(missing)}" if missing else ""
    said += f"; first of the crashes: {'; '.join(sorted(set(crashes))[:5])}" if crashes else ""
    return Figure("R3 bad payloads never stop collecting", not crashes and grown < MOST_MEMORY_MB, said)


def bombs(*, unpacked_mb: int = 500) -> Figure:
    """Small answers that unpack to something huge are refused in words, and memory stays small."""
    small = gzip.compress(bytes(unpacked_mb * _MB), 9)
    bodies = {"/bomb": small, "/twice": gzip.compress(small), "/torn": small[:2000], "/none": b"not packed at all"}
    words: list[str] = []

    def answer(path: str) -> Reply:
        packing = "gzip, gzip" if path == "/twice" else "gzip"
        return Reply(bodies[path], headers={"Content-Encoding": packing, "Date": format_datetime(_NOON, usegmt=True)})

    with serving(answer) as address, stamina.set_testing(True, attempts=2):
        session = web.session(web.Manners(allow_private=True))
        before = _peak_mb()
        for path in bodies:
            try:
                web.fetch(session, address + path, now=_NOON).json()
            except SourceError as error:
                words.append(str(error))
        grown = _peak_mb() - before
        session.close()
    held = len(words) == len(bodies) and grown < 3 * MOST_MEMORY_MB
    told = f"{len(words)} of {len(bodies)} refused in words ({', '.join(sorted(set(words)))})"
    return Figure(
        "R3 packed bombs", held, f"{unpacked_mb} MB in {len(small) // 1024} kB: {told}; {grown:.0f} MB at the peak"
    )


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def endless() -> Figure:
    """A server whose pages repeat themselves for ever: the round ends, and its hours are not called complete."""
    from tests import fake_mastodon as fake  # noqa: PLC0415 - a source's tests are no part of the other benches

    server = fake.Fake(statuses=fake.run_of(200, step=timedelta(minutes=1)))
    page = server.answer("/api/v1/timelines/tag/lumenlanterns?limit=40", None)
    server.wrong = {"/timelines/": page}
    with fake.serving(server) as address, tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{folder}/monitor.db")
        settings = sources.settings()["mastodon"](instances=(address,), allow_private=True, probe=None)
        followed = (fake.LANTERNS,)
        built = sources.build({"mastodon": settings}, followed)
        began = time.perf_counter()
        Rounds(store, Following(followed, built, Options(False, False)), lambda: fake.NOW).once()
        seconds = time.perf_counter() - began
        spans = store.coverage("lanterns", built[0].name)
        store.close()
    whole = [span for span in spans if span.status is Status.COMPLETE]
    said = f"{len(server.asked)} requests in {seconds:.1f} s, {len(whole)} spans called complete"
    return Figure("R3 a cursor that never advances", not whole and len(server.asked) < 50, said)
