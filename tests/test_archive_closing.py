"""The end of an import closes its old days: whoever looks between, during or after imports sees no breakdown change."""

import csv
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.actions import Imported, ImportPlan, import_archives
from monitor.counting import Options
from monitor.export import export
from monitor.model import DAY, HOUR, Page, Post, Term, TermKind, Topic
from monitor.record import Counter, Stream, record_page
from monitor.store import Store

OLD = datetime(2017, 4, 1, tzinfo=UTC)
TOPICS = (Topic("lamp", "Topic 1", (Term(TermKind.TAG, "lamp"),)),)
COUNTER = Counter.of(TOPICS, Options(language=True, tone=False))
TEXTS = {
    "en": "What a wonderful, brave answer to them all tonight! #lamp",
    "ru": "Сегодня вечером мы снова зажигаем фонари на площади. #lamp",
}


def archive(path: Path, *days: tuple[datetime, str, int], first: int = 0) -> Path:
    """An archive with so many posts in a language on each day, every one by somebody else."""
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "created_at", "author_id", "text"))
        number = first
        for day, language, posts in days:
            for place in range(posts):
                at = day + place * DAY / posts
                rows.writerow((number, at.isoformat(), f"author {number}", f"{TEXTS[language]} {number}"))
                number += 1
    return path


def bring(store: Store, *paths: Path, now: datetime, **plan: object) -> Imported:
    """Import these files in one command."""
    return import_archives(store, paths, counter=COUNTER, plan=ImportPlan(**plan), now=now)  # type: ignore[arg-type]


def languages(store: Store, source: str = "archive") -> dict[tuple[datetime, str | None], int]:
    """The posts that are told of each day and language."""
    cells = store.breakdown("lamp", source)
    return {(cell.day, cell.name): cell.posts for cell in cells if cell.dimension == "language"}


def total(store: Store, measure: str = "posts") -> float:
    """The sum of an hourly measure."""
    found = store.observations("lamp", "archive", measures=[measure])
    return sum(one.value for one in found if one.bucket_hours == 1)


def test_who_looks_between_two_imports_learns_no_language(store, tmp_path, now):
    """A second file with one post adds to the posts, not to what is told of them; and the user is told."""
    one = archive(tmp_path / "one.csv", (OLD, "en", 40), (OLD, "ru", 20))
    assert bring(store, one, now=now).partial == ()
    before = store.breakdown("lamp", "archive")
    assert languages(store) == {(OLD, "en"): 40, (OLD, "ru"): 20}
    two = archive(tmp_path / "two.csv", (OLD + HOUR, "ru", 1), first=100)
    (told,) = bring(store, two, now=now + HOUR).partial
    assert told.startswith("1 day had been closed before: ")
    assert store.breakdown("lamp", "archive") == before
    assert (total(store), total(store, "people"), total(store, "unlinkable")) == (61, 60, 1)
    frame = export(store, TOPICS)
    people = frame[(frame.measure == "people") & (frame.bucket_hours == 24)]
    assert people[["value", "coverage"]].to_numpy().tolist() == [[60.0, "partial"]]
    store.purge(now=now + 3 * DAY)
    assert store.breakdown("lamp", "archive") == before


def test_files_of_one_command_are_counted_together(store, tmp_path, now):
    """A day in two files has the people and languages of both."""
    one = archive(tmp_path / "one.csv", (OLD, "en", 40), (OLD, "ru", 20))
    two = archive(tmp_path / "two.csv", (OLD, "ru", 5), first=100)
    assert bring(store, one, two, now=now).partial == ()
    assert languages(store) == {(OLD, "en"): 40, (OLD, "ru"): 25}
    assert (total(store, "people"), total(store, "unlinkable")) == (65, 0)


def test_who_looks_during_an_import_sees_nothing_of_its_days(store, tmp_path, now):
    """After every page and every file; with the end all of it is shown, and readers are told that there is more."""
    paths = [archive(tmp_path / f"{n}.csv", (OLD, "en", 2_500), first=n * 5_000) for n in range(2)]
    looks: list[tuple[dict[tuple[datetime, str | None], int], str]] = []
    bring(store, *paths, now=now, progress=lambda *_: looks.append((languages(store), store.stamp())))
    assert len({stamp for _, stamp in looks}) >= 4
    assert not any(found for found, _ in looks)
    assert languages(store) == {(OLD, "en"): 5_000}
    assert store.stamp() not in {stamp for _, stamp in looks}


def test_the_same_file_again_changes_nothing(store, tmp_path, now):
    """At once and weeks later, whatever it is called, nothing is counted and no day is said to be closed."""
    path = archive(tmp_path / "one.csv", (OLD, "en", 40), (OLD, "ru", 3))
    bring(store, path, now=now)
    before = export(store, TOPICS), store.breakdown("lamp", "archive")
    copy = tmp_path / "copy.csv"
    copy.write_text(f"{path.read_text(encoding='utf-8')}900,2018-01-01T00:00:00Z,x,no term\n", encoding="utf-8")
    for again, days in ((path, 0), (copy, 1), (copy, 30)):
        done = bring(store, again, now=now + days * DAY)
        assert (done.total.counted, done.partial) == (0, ())
    posts = export(store, TOPICS)
    assert posts["value"].sum() == before[0]["value"].sum()
    assert store.breakdown("lamp", "archive") == before[1]


def test_days_that_are_hardly_over_stay_open(store, tmp_path, now):
    """Today's and yesterday's posts go on being counted as live ones are; they are closed as those are, or later."""
    today = now.replace(hour=0)
    one = archive(tmp_path / "one.csv", (today - 2 * DAY, "en", 30), (today - DAY, "en", 30), (today, "en", 3))
    bring(store, one, now=now)
    assert [key.day for key in store.keys(now=now) if key.day] == [today - DAY, today]
    assert {day for day, _ in languages(store)} == {today - 2 * DAY}
    two = archive(tmp_path / "two.csv", (today - DAY, "ru", 20), first=500)
    assert bring(store, two, now=now + HOUR).partial == ()
    store.purge(now=now + timedelta(hours=46))
    assert {day for day, _ in languages(store)} == {today - 2 * DAY}
    store.purge(now=now + timedelta(hours=47))
    assert languages(store)[today - DAY, "ru"] == 20


def test_a_day_becomes_old_between_two_imports(store, tmp_path, now):
    """The first import after that closes it, once it has added its own posts."""
    yesterday = now.replace(hour=0) - DAY
    bring(store, archive(tmp_path / "one.csv", (yesterday, "en", 30)), now=now)
    assert languages(store) == {}
    two = archive(tmp_path / "two.csv", (yesterday, "ru", 20), first=500)
    assert bring(store, two, now=now + DAY).partial == ()
    assert languages(store) == {(yesterday, "en"): 30, (yesterday, "ru"): 20}


def test_other_sources_of_the_same_day_are_left_open(store, tmp_path, now):
    """A live source that caught up, and an archive of another kind, have keys of their own."""
    day = now.replace(hour=0) - 5 * DAY
    posts = tuple(Post(f"{n}", f"p{n}", day + HOUR, TEXTS["en"], tags=("lamp",)) for n in range(30))
    for source in ("x", "archive:other"):
        record_page(store, Page(posts, "c"), stream=Stream(source), counter=COUNTER, now=now)
    bring(store, archive(tmp_path / "one.csv", (day, "en", 30)), now=now + HOUR)
    assert [(key.source, key.day) for key in store.keys(now=now) if key.day] == [("archive:other", day), ("x", day)]
    assert languages(store) == {(day, "en"): 30}
    assert languages(store, "x") == languages(store, "archive:other") == {}
    store.purge(now=now + 2 * DAY)
    assert languages(store, "x") == languages(store, "archive:other") == {(day, "en"): 30}


def test_a_file_that_cannot_be_read_keeps_no_day_open(store, tmp_path, now):
    """What the other files brought is shown all the same."""
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("who,what\na,b\n", encoding="utf-8")
    done = bring(store, archive(tmp_path / "one.csv", (OLD, "en", 40)), wrong, now=now)
    assert ([name for name, _ in done.failed], languages(store)) == (["wrong.csv"], {(OLD, "en"): 40})


def test_posts_without_an_author_are_not_called_closed(store, tmp_path, now):
    """That nobody can be counted behind them is the file's, not an earlier import's."""
    path = tmp_path / "nobody.csv"
    path.write_text("id,created_at,text\n9,2017-04-01T10:30:00Z,A fine evening #lamp\n", encoding="utf-8")
    assert bring(store, path, now=now).partial == ()


def test_a_clock_that_was_ahead_closes_no_import_early(store, tmp_path, now):
    """The end of an import that lies in the future says nothing of those that are going on now."""
    bring(store, archive(tmp_path / "one.csv", (OLD, "en", 40)), now=now + 400 * DAY)
    today = now.replace(hour=0)
    page = Page((Post("500", "p1", today, TEXTS["en"], tags=("lamp",)),), "c")
    record_page(store, page, stream=Stream("archive"), counter=COUNTER, now=now)
    store.purge(now=now + HOUR)
    assert [key.day for key in store.keys(now=now) if key.day] == [today]


def test_the_keys_of_closed_days_are_in_no_byte_of_the_store(tmp_path, now):
    """They end with the import, not two days later."""
    file = tmp_path / "monitor.db"
    store = Store.open(f"sqlite:///{file}")
    alive: set[bytes] = set()

    def look(_path: Path, _done: int) -> None:
        with sqlite3.connect(file) as reader:
            alive.update(row[0] for row in reader.execute("SELECT secret FROM secret_key WHERE source = 'archive'"))

    days = [(OLD + n * DAY, "en", 60) for n in range(50)]
    bring(store, archive(tmp_path / "one.csv", *days), now=now, progress=look)
    left = b"".join(path.read_bytes() for path in tmp_path.glob("monitor.db*"))
    assert {len(key) for key in alive} == {32}
    assert [key for key in alive if key in left] == []
    assert len(store.keys(now=now)) == 1  # that of posts
    store.close()


@pytest.fixture
def command(tmp_path: Path) -> Callable[..., list[str]]:
    """The command line of a campaign in this folder."""
    config = tmp_path / "config.yaml"
    config.write_text("topics: {lamp: {tags: [lamp]}}\nstore: sqlite:///own.db\n", encoding="utf-8")
    return lambda *words: [sys.executable, "-m", "monitor.cli", *map(str, words), "--config", str(config)]


def killed(words: Sequence[str], file: Path) -> None:
    """Start an import and kill it when its first page is stored, before its last one is."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not _counted(file):
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL


def _counted(file: Path) -> int:
    try:
        with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as reader:
            return int(reader.execute("SELECT count(*) FROM breakdown").fetchone()[0])
    except sqlite3.Error:
        return 0


@pytest.mark.parametrize("way", ["import", "purge"])
def test_a_killed_import_leaves_its_days_hidden_until_they_are_closed(tmp_path, command, way):
    """By the next import, which goes on where it stopped, or when their keys have had their time."""
    days = [(OLD + n * DAY, language, 1_500) for n in range(4) for language in ("en", "ru")]
    path, file = archive(tmp_path / "one.csv", *days), tmp_path / "own.db"
    killed(command("import", path), file)
    store, now = Store.open(f"sqlite:///{file}"), datetime.now(UTC)
    assert 0 < total(store) < 12_000
    store.purge(now=now)
    assert store.breakdown("lamp", "archive") == []
    assert len(store.keys(now=now)) > 1
    if way == "import":
        subprocess.run(command("import", path), check=True, capture_output=True)
        expected = {(day, language): 1_500 for day, language, _ in days}
        assert (total(store), total(store, "people"), languages(store)) == (12_000, 12_000, expected)
    else:
        store.purge(now=now + timedelta(hours=47))
        assert sum(languages(store).values()) == total(store)
    assert len(store.keys(now=now)) == 1
    store.close()


def test_the_command_says_which_days_stay_as_they_are(tmp_path, command):
    """In plain words, and as one of the reasons in JSON."""
    subprocess.run(command("import", archive(tmp_path / "1.csv", (OLD, "en", 40))), check=True, capture_output=True)
    later = archive(tmp_path / "2.csv", (OLD, "en", 5), (OLD + DAY, "en", 5), first=100)
    said = subprocess.run(command("import", later), check=True, capture_output=True, text=True).stdout
    assert "1 day had been closed before: their posts were added" in said
    assert subprocess.run(command("status"), check=False, capture_output=True).returncode == 0
