"""P1: no observed person is at rest. Marked people on every source, and the search for them in all that is written."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bench.faults.postgresql import databases

from .canary_archives import broken, written
from .canary_campaign import Campaign, campaign
from .canary_crash import STAGES
from .canary_marks import STEM, Marks, Search
from .canary_outputs import CONFIG, MADE, SERVER, commands, feed, first_page, pages, scheduled
from .canary_process import DUMPED, Job, World, folder, run
from .proof import Proof, Shown

NOW = datetime(2026, 11, 20, 12, 20, tzinfo=UTC)
_ARCHIVES_START = datetime(2026, 4, 1, tzinfo=UTC)
_GATHERED = timedelta(minutes=11)  # after which a warning goes out
_BY = {"count": signal.SIGSEGV, "record": signal.SIGABRT}
_PLANTED: list[bool] = []


@dataclass
class Outcome:
    """What came of a run: what was searched and found, which outputs there are, and what did not come about."""

    search: Search
    kinds: set[str] = field(default_factory=set)
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def expect(self, kind: str, made: bool, otherwise: str) -> None:
        """An output of a kind: it counts if it was made."""
        self.kinds.add(kind)
        if not made:
            self.missing.append(f"{kind}: {otherwise}")


def show(people: int) -> Shown:
    """Collect, judge, warn, export, report, show, log and crash with so many people on every source; then search."""
    marks = Marks()
    with folder() as place, campaign(marks, people, NOW) as found, databases() as new:
        world = World(place, NOW, found.environ, fault=bool(_PLANTED))
        world.home.mkdir()
        outcome = Outcome(Search(found.ids))
        marks.source = "archive"
        archives = written(place / "archives", marks, people, start=_ARCHIVES_START)
        damaged = broken(place / "archives", archives, marks)
        found.write(place / CONFIG, store=f"sqlite:///{world.home}/monitor.db")
        _brought_in(world, found, archives, outcome)
        _refused(world, damaged, outcome)
        if not _found_early(world, outcome):
            _taken_out(world, found, outcome)
            _crashed(world, found, marks, outcome)
            _served(world, found, new("canary") if new else None, outcome)
            outcome.search.folder(world.home)
            _told(outcome, found, world)
    return _said(outcome, marks, found, people)


def _brought_in(world: World, found: Campaign, archives: Mapping[Path, int], outcome: Outcome) -> None:
    """Import every archive, and ask every platform."""
    config = ["-v", "--config", str(world.folder / CONFIG)]
    run(world, Job("import", [*config, "import", *map(str, archives), "--json"]))
    counted = json.loads(_first_line(world, "import")).get("counted")
    outcome.expect("import", counted == sum(archives.values()), f"{counted} counted")
    run(world, Job("collect", [*config, "collect", "--all", "--json"]))
    rows = json.loads(_first_line(world, "collect"))
    brought = {name.partition(":")[0] for name, row in rows.items() if row and row["counted"] + row["observed"]}
    outcome.expect("collect", brought == set(found.platforms), f"only {sorted(brought)} brought something")


def _refused(world: World, damaged: Sequence[Path], outcome: Outcome) -> None:
    """Import what cannot be read, or not as a whole: files are refused by their name, rows by their number."""
    run(world, Job("damaged", ["-v", "--config", str(world.folder / CONFIG), "import", *map(str, damaged)]))
    said = world.printed("damaged")
    told = b"rows that could not be read" in said and b"headless.csv has no first line" in said
    outcome.expect("refusal", told, "damaged archives were taken without a word")


def _found_early(world: World, outcome: Outcome) -> bool:
    """Whether what was brought in left traces already: then the rest need not be made."""
    early = Search(outcome.search.ids)
    early.folder(world.home)
    if early.found:
        outcome.search = early
    return bool(early.found)


def _taken_out(world: World, found: Campaign, outcome: Outcome) -> None:
    """Every command that says something, every file that can be asked for, every page, every message."""
    later = replace(world, now=world.now + _GATHERED)
    run(later, Job("round", ["-v", "--config", str(world.folder / CONFIG), "collect"]))
    for function in (commands, feed, pages):
        run(later, Job(function.__name__, function=function))
    for name, word in MADE.items():
        path = world.home / name
        made = path.exists() and word in path.read_bytes()
        outcome.expect(name.partition(".")[0].partition("-")[0], made, f"{name} lacks {word!r}")
    for number, mail in enumerate(found.inbox.mails):
        (world.home / f"mail-{number}.eml").write_bytes(bytes(mail))
    subjects = " ".join(str(mail["Subject"]) for mail in found.inbox.mails)
    outcome.expect("mail", all(word in subjects for word in ("fading", "the week", "test")), subjects)


def _crashed(world: World, found: Campaign, marks: Marks, outcome: Outcome) -> None:
    """Errors that quote a post at every stage, signals with posts in memory; and the same without the guard."""
    words = marks(1, "quoted")
    for stage in STAGES:
        name = f"error-{stage}"
        if stage == "show":
            run(world, Job(name, function=first_page, stage=stage, words=words))
        else:
            run(world, Job(name, _alone(world, found, name), stage=stage, words=words))
        placed = b"RuntimeError in canary_crash.py" in world.printed(name)
        outcome.expect("error", placed, f"nothing was said of one at the stage {stage}")
    for stage, by in _BY.items():
        name = f"killed-{stage}"
        ended = run(world, Job(name, _alone(world, found, name), stage=stage, by=by))
        outcome.expect("crash", ended == by, f"at the stage {stage} it ended with {ended}")
    outcome.notes.append(_unguarded(world, found))


def _unguarded(world: World, found: Campaign) -> str:
    """What the same signal leaves behind without Monitor's guard; not tried where dumps would go who knows where."""
    pattern = Path("/proc/sys/kernel/core_pattern")
    if not pattern.exists() or pattern.read_text()[:1] in ("|", "/"):
        return "what a dump would hold was not tried: this system puts them elsewhere"
    with folder() as place:
        bare = replace(world, folder=place)
        bare.home.mkdir()
        job = Job("bare", _alone(bare, found, "bare"), stage="count", by=signal.SIGSEGV, guarded=False)
        if run(bare, job) != DUMPED:
            return "this system dumps nothing"
        cores = [path for path in bare.home.iterdir() if path.name.startswith("core")]
        held = sum(path.read_bytes().count(STEM.encode()) for path in cores)
    return f"without the guard a dump of memory held {held:,}"


def _alone(world: World, found: Campaign, name: str) -> list[str]:
    """The arguments that collect from one platform into a store of its own."""
    path = found.write(world.folder / f"{name}.yaml", store=f"sqlite:///{world.home}/{name}.db", only="mastodon")
    return ["-v", "--config", str(path), "collect", "--all"]


def _served(world: World, found: Campaign, url: str | None, outcome: Outcome) -> None:
    """The schedule, into a PostgreSQL server whose whole folder is searched; into a file where there is none."""
    found.write(world.folder / SERVER, store=url or f"sqlite:///{world.home}/scheduled.db")
    ended = run(world, Job("schedule", function=scheduled))
    outcome.expect("schedule", ended == 0, f"it ended with {ended}")
    if url is None:
        outcome.notes.append("no PostgreSQL here")
        return
    import psycopg  # noqa: PLC0415 - only where a server runs

    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        row = connection.execute("SELECT count(*) FROM observation").fetchone()
    outcome.expect("server", bool(row and row[0]), "it holds nothing")
    outcome.search.folder(Path(parse_qs(urlsplit(url).query)["host"][0]), called="server/")


def _told(outcome: Outcome, found: Campaign, world: World) -> None:
    """What many people stand behind, and what was looked for, must be found: else the search proves nothing."""
    everything = b"".join(path.read_bytes() for path in world.home.rglob("*") if path.is_file())
    missing = sorted(word for word in found.told if word.encode() not in everything)
    if missing:
        outcome.missing.append(f"not found, though it must be: {', '.join(missing)}")


def _said(outcome: Outcome, marks: Marks, found: Campaign, people: int) -> Shown:
    search = outcome.search
    figure = (
        f"{len(found.platforms) + 1} sources, {len(outcome.kinds)} kinds of output, {search.files:,} files, "
        f"{search.read / 2**20:,.0f} MB read: {search.found.total():,} traces of {people:,} people × "
        f"{len(marks.fields)} fields"
    )
    where = [f"most in {search.found.most_common(1)[0][0]}"] if search.found else []
    more = [f"not made: {'; '.join(outcome.missing)}"] if outcome.missing else []
    return Shown(not search.found and not outcome.missing, "; ".join([figure, *where, *more, *outcome.notes]))


def _first_line(world: World, name: str) -> str:
    lines = (world.home / f"{name}.stdout").read_text(encoding="utf-8").splitlines()
    return lines[0] if lines else "{}"


@contextmanager
def planted() -> Iterator[None]:
    """Counting hands on ids and names in the clear, where marks under a random key belong."""
    _PLANTED.append(True)
    try:
        yield
    finally:
        _PLANTED.pop()


PROOFS: tuple[Proof, ...] = (
    Proof(
        "P1",
        "no observed person at rest",
        show,
        100,
        1000,
        "people on each source",
        "counting hands on ids and names in the clear",
        planted,
        20,
    ),
)
