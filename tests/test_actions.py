"""Imports and exports over the real store: counted once, whatever happens in between."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from monitor.actions import ImportPlan, import_archives
from monitor.counting import Options
from monitor.export import EXPORT_COLUMNS, export, safe_cells
from monitor.model import DAY, HOUR, Status, Term, TermKind, Topic
from monitor.record import Counter, Stream, record_page
from monitor.sources.archive import Archive
from monitor.store import Store

TOPICS = (Topic("lanterns", "Topic 1", (Term(TermKind.TAG, "LumenLanterns"), Term(TermKind.MENTION, "lumen"))),)
COUNTER = Counter.of(TOPICS, Options(language=False, tone=False))
HEADER = "id,created_at,author_id,text\n"


def archive(path: Path, rows: list[tuple[str, str]]) -> Path:
    """An archive of (time, author) rows that all carry the tag."""
    lines = [f"{number},{at},{author},post {number} #LumenLanterns\n" for number, (at, author) in enumerate(rows)]
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    return path


def run(store: Store, *paths: Path, now: datetime, **plan: object) -> dict[str, int]:
    """Import and give back the numbers of the report."""
    done = import_archives(store, paths, counter=COUNTER, plan=ImportPlan(**plan), now=now)  # type: ignore[arg-type]
    return {name: getattr(done.total, name) for name in ("read", "counted", "duplicates", "unmatched", "late")}


ROWS = [("2017-04-01T10:05:00Z", "a"), ("2017-04-01T10:50:00Z", "a"), ("2017-04-01T13:10:00Z", "b")]


def test_a_file_that_is_imported_again_counts_nothing(store, tmp_path, now):
    """At once, after the marks are forgotten, and under another name."""
    path = archive(tmp_path / "posts.csv", ROWS)
    assert run(store, path, now=now)["counted"] == 3
    again = {"read": 3, "counted": 0, "duplicates": 3, "unmatched": 0, "late": 0}
    assert run(store, path, now=now) == again
    assert run(store, path, now=now + 60 * DAY) == again
    copy = tmp_path / "copy.csv"
    copy.write_bytes(path.read_bytes())
    assert run(store, copy, now=now + 60 * DAY) == again


def test_a_changed_file_brings_only_what_is_new(store, tmp_path, now):
    """A longer export of the same search adds its new posts, as long as their hours are open."""
    run(store, archive(tmp_path / "short.csv", ROWS), now=now)
    longer = archive(tmp_path / "long.csv", [*ROWS, ("2017-04-01T15:00:00Z", "c")])
    assert run(store, longer, now=now) == {"read": 4, "counted": 1, "duplicates": 3, "unmatched": 0, "late": 0}


def test_new_terms_are_looked_for_in_a_known_file(store, tmp_path, now):
    """A topic that is added later finds its posts in an archive that was imported before."""
    path = archive(tmp_path / "posts.csv", ROWS)
    run(store, path, now=now)
    topics = (*TOPICS, Topic("later", "Topic 2", (Term(TermKind.TAG, "lumenlanterns"),)))
    counter = Counter.of(topics, Options(language=False, tone=False))
    import_archives(store, [path], counter=counter, plan=ImportPlan(), now=now + 60 * DAY)
    counted = {
        topic.key: sum(one.value for one in store.observations(topic.key, "archive", measures=["posts"]))
        for topic in topics
    }
    assert counted == {"lanterns": 3, "later": 3}


def test_an_hour_without_posts_is_zero_only_where_the_file_covers_it(store, tmp_path, now):
    """Inside the span of the file nothing means zero; outside nothing is known."""
    run(store, archive(tmp_path / "posts.csv", ROWS), now=now)
    frame = export(store, TOPICS)
    hours = frame[(frame.measure == "posts") & (frame.bucket_hours == 1)]
    assert tuple(frame.columns) == EXPORT_COLUMNS
    assert hours["value"].tolist() == [2, 0, 0, 1]
    assert set(hours["coverage"]) == {"complete"}


def test_what_the_user_says_a_file_covers_counts(store, tmp_path, now):
    """`--covers FROM TO` makes the quiet hours before the first and after the last post true zeros."""
    covers = (datetime(2017, 4, 1, tzinfo=UTC), datetime(2017, 4, 2, tzinfo=UTC))
    run(store, archive(tmp_path / "posts.csv", ROWS), now=now, covers=covers)
    frame = export(store, TOPICS)
    hours = frame[(frame.measure == "posts") & (frame.bucket_hours == 1)]
    assert (len(hours), hours["value"].sum(), hours["value"].isna().sum()) == (24, 3, 0)
    day = frame[(frame.measure == "people") & (frame.bucket_hours == 24)]
    assert (day["value"].tolist(), day["coverage"].tolist()) == ([2.0], ["complete"])


def test_two_archives_of_different_kinds_are_not_added_up(store, tmp_path, now):
    """Each named archive is a source and a series of its own."""
    path = archive(tmp_path / "posts.csv", ROWS)
    run(store, path, now=now)
    run(store, path, now=now, source="archive:other")
    assert store.sources("lanterns") == ("archive", "archive:other")
    assert len(store.observations("lanterns", "archive", measures=["posts"])) == 2


def test_a_gap_between_two_archives_is_missing(store, tmp_path, now):
    """Hours between two files that nobody covered are rows without a value."""
    run(store, archive(tmp_path / "one.csv", ROWS[:1]), now=now)
    run(store, archive(tmp_path / "two.csv", [("2017-04-01T13:10:00Z", "b")]), now=now)
    frame = export(store, TOPICS)
    hours = frame[(frame.measure == "posts") & (frame.bucket_hours == 1)]
    assert hours["coverage"].tolist() == ["complete", "missing", "missing", "complete"]
    assert hours["value"].isna().tolist() == [False, True, True, False]


def test_a_file_that_is_no_archive_is_told_and_stops_no_other(store, tmp_path, now):
    """A CSV file without a time column names what would do; the files beside it are imported."""
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("who,what\na,b\n", encoding="utf-8")
    paths = [wrong, archive(tmp_path / "posts.csv", ROWS)]
    done = import_archives(store, paths, counter=COUNTER, plan=ImportPlan(), now=now)
    ((name, error),) = done.failed
    assert (name, "time" in error, done.total.counted) == ("wrong.csv", True, 3)


def test_unreadable_rows_are_no_drop(store, tmp_path, now):
    """Where more than one row in a hundred cannot be read, no hour of the file is called complete."""
    rows = [(f"2017-04-{day:02}T{hour:02}:00:00Z", "a") for day in range(1, 11) for hour in range(24)]
    broken = [(at if number < 100 or number > 140 else "the 14th", author) for number, (at, author) in enumerate(rows)]
    done = import_archives(store, [archive(tmp_path / "p.csv", broken)], counter=COUNTER, plan=ImportPlan(), now=now)
    assert (done.complete, done.total.reasons) == ((), {"broken date": 41})
    assert "could not be read" in done.partial[0]
    assert {span.status for span in store.coverage("lanterns", "archive")} == {Status.PARTIAL}


def test_a_stray_row_makes_no_years_of_zeros(store, tmp_path, now):
    """Between a row of 2008 and a file of 2017 nothing is known; the stretches beside it are complete."""
    done = import_archives(
        store, [archive(tmp_path / "p.csv", [("2008-01-01T00:00:00Z", "a"), *ROWS])],
        counter=COUNTER, plan=ImportPlan(), now=now,
    )  # fmt: skip
    assert [(start.year, (end - start) // HOUR) for start, end in done.complete] == [(2008, 1), (2017, 4)]


def test_people_who_cannot_be_told_apart_are_not_zero_people(store, tmp_path, now):
    """Posts without an author count as posts; how many people wrote them is unknown, not nobody."""
    run(store, archive(tmp_path / "known.csv", ROWS[:1]), now=now)
    path = tmp_path / "nobody.csv"
    path.write_text("id,created_at,text\n9,2017-04-01T10:30:00Z,#LumenLanterns\n", encoding="utf-8")
    run(store, path, now=now)
    frame = export(store, TOPICS)
    people = frame[(frame.measure == "people") & (frame.bucket_hours == 1)]
    assert people[["value", "coverage"]].to_numpy().tolist() == [[1.0, "partial"]]
    assert frame[frame.measure == "posts"]["value"].tolist() == [2.0]
    assert store.crowd("lanterns", "archive", until=now) is None


def test_posts_that_come_too_late_leave_their_hours_open(store, tmp_path, now):
    """An import taken up after its hours were closed does not call complete what it could not count."""
    rows = [(f"2017-04-01T{hour:02}:00:00Z", "a") for hour in range(10, 20)]
    path = archive(tmp_path / "p.csv", rows)
    first = Archive(path)
    with store.recording(now=now) as recording:
        key = recording.post_key()
    stream = Stream("archive", name=f"file:{first.digest(key)}")
    record_page(store, next(first.pages(cursor=None, now=now, page_size=5)), stream=stream, counter=COUNTER, now=now)
    run(store, archive(tmp_path / "q.csv", [*rows, ("2017-04-01T10:30:00Z", "z")]), now=now + 36 * DAY)
    assert store.coverage("lanterns", "archive")[0].status is Status.PARTIAL


def test_cells_that_a_spreadsheet_would_run_are_made_text():
    """Formula signs at the start of a cell are neutralised; numbers stay numbers."""
    frame = pd.DataFrame({"source": ["=1+1", "+x", "-x", "@x", "\tx", "\rx", "archive"], "value": [-1.0] * 7})
    safe = safe_cells(frame)
    assert safe["source"].tolist() == ["'=1+1", "'+x", "'-x", "'@x", "'\tx", "'\rx", "archive"]
    assert safe["value"].tolist() == [-1.0] * 7


def test_an_import_killed_anywhere_and_run_again_is_one_clean_run(tmp_path):
    """`kill -9` in the middle loses nothing and counts nothing twice."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from bench.generate import write_csv  # noqa: PLC0415

    posts = tmp_path / "posts.csv"
    write_csv(posts, 12_000)
    config = (
        "topics: {{lanterns: {{tags: [LumenLanterns, Фонари]}}}}\nstore: sqlite:///{}.db\ncounting: {{tone: false}}\n"
    )
    for name in ("clean", "killed"):
        (tmp_path / f"{name}.yaml").write_text(config.format(name), encoding="utf-8")

    def start(name: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            "monitor.cli",
            "import",
            str(posts),
            "--json",
            "--config",
            str(tmp_path / f"{name}.yaml"),
        ]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    start("clean").communicate()
    kills = 0
    while True:
        process = start("killed")
        before = len_wal(tmp_path / "killed.db-wal")
        while process.poll() is None and len_wal(tmp_path / "killed.db-wal") <= before + 200_000:
            time.sleep(0.005)
        if process.poll() is None and kills < 3:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
            process.wait()
            continue
        out, _ = process.communicate()
        break
    assert kills >= 2
    assert json.loads(out)["read"] == 12_000
    frames = [exported(tmp_path / f"{name}.yaml") for name in ("clean", "killed")]
    assert frames[0] == frames[1]


def len_wal(path: Path) -> int:
    """How much the journal holds."""
    return path.stat().st_size if path.exists() else 0


def exported(config: Path) -> list[dict[str, object]]:
    """Every number of a store."""
    command = [sys.executable, "-m", "monitor.cli", "export", "--json", "--config", str(config)]
    done = subprocess.run(command, capture_output=True, check=True)
    rows: list[dict[str, object]] = json.loads(done.stdout)
    assert rows
    return rows


def test_real_posts_equal_an_independent_count(shared, tmp_path, now):
    """The daily sums of posts equal a count of the same rows made with pandas alone."""
    path = shared / "data" / "endsars_mentions.csv"
    topics = (Topic("endsars", "Topic 1", (Term(TermKind.TAG, "EndSARS"), Term(TermKind.MENTION, "endsars"))),)
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    counter = Counter.of(topics, Options(language=False, tone=False))
    done = import_archives(store, [path], counter=counter, plan=ImportPlan(), now=now)
    posts = pd.read_csv(path, dtype=str)
    assert done.total.read == len(posts)
    tag, mention = r"(?<![\w&])[#＃]endsars(?!\w)", r"(?<![\w@])@endsars(?!\w)"
    carries = posts["text"].str.contains(tag, case=False) | posts["text"].str.contains(mention, case=False)
    posts = posts[carries].drop_duplicates("id")
    expected = posts.groupby(pd.to_datetime(posts["created_at"], utc=True).dt.floor("D")).size()
    frame = export(store, topics)
    hours = frame[(frame.measure == "posts") & (frame.bucket_hours == 1)]
    found = hours.groupby(hours["time"].dt.floor("D"))["value"].sum()
    assert done.total.counted == len(posts)
    assert found[found > 0].astype(int).to_dict() == expected.to_dict()
    store.close()
