"""What is said of archives, and the command `report`: the week in words, of the past only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import CliRunner, Result

from monitor.alerts import messages
from monitor.cli import main
from monitor.clock import wall_clock
from monitor.model import State, hour_of
from monitor.store import Store
from tests.ui_views import AT, source_view, topic_view

CONFIG = "topics: {lanterns: {alias: Lights, tags: [LumenLanterns]}}\nsources: {simulation: {}}\n"
ARCHIVE = CONFIG.splitlines()[0]
POSTS = (
    "id,created_at,author_id,text\n1,2017-04-14T10:00:00Z,a,#LumenLanterns\n2,2017-04-15T10:00:00Z,b,#LumenLanterns\n"
)


@pytest.fixture
def monitor(tmp_path, monkeypatch) -> Callable[..., Result]:
    """Run a command in a folder with an archive of two posts."""
    (tmp_path / "posts.csv").write_text(POSTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_CONFIG", raising=False)

    def run(*arguments: str, config: str = ARCHIVE, code: int = 0) -> Result:
        (tmp_path / "config.yaml").write_text(config, encoding="utf-8")
        done = CliRunner().invoke(main, arguments, prog_name="monitor")
        assert done.exit_code == code, done.output
        return done

    run("import", "posts.csv")
    return run


def test_an_import_ends_with_where_warnings_come_from(monitor):
    """Who imports learns at once that an archive warns nobody; a program reads JSON only, as before."""
    lines = monitor("import", "posts.csv").stdout.splitlines()
    assert lines[-1].startswith("Warnings and proposals come from sources that are followed (monitor run)")
    assert "monitor push add --topic KEY" in lines[-1]
    assert "Warnings" not in monitor("import", "posts.csv", "--json").output


def test_an_import_of_nothing_of_ones_own_says_nothing_of_warnings():
    """Where no row holds a term there is nothing that could fade."""
    row = {"files": 1, "read": 3, "counted": 0, "duplicates": 0, "unmatched": 3, "opted_out": 0, "late": 0}
    lines = list(messages.imported({**row, "quarantined": 0}))
    assert lines == ["3 rows read from 1 file, 0 posts counted.", "3 rows without any of your terms."]


@pytest.mark.parametrize(
    ("source", "state", "told"),
    [
        ("archive", State.FADING, True),
        ("archive:2017", State.FADING, True),
        ("archive", State.RISING, False),
        ("bluesky", State.FADING, False),
    ],
)
def test_status_says_beside_a_fading_archive_that_nobody_is_warned_of_it(source, state, told):
    """A fade of an archive has the command that plans a push; one that is followed is told anyway."""
    view = topic_view(State.STEADY)
    view = replace(view, sources=(view.leading, source_view(state, source=source, days=2)))
    said = "\n".join(messages.status([view], topics=[view.topic], timezone="UTC", asked=AT))
    line = (
        "  Warnings and proposals come from sources that are followed (monitor run), not from an archive; to plan "
        "a push all the same: monitor push add --topic harbour --owner NAME --at TIME\n"
    )
    assert (line in said) is told
    assert ("Warnings" in said) is told


def test_a_report_of_an_archive_is_of_its_last_week(monitor):
    """Without a time an archive is told as of its last covered hour, and a time that is over is taken as it is."""
    assert "the week to" in monitor("report").stdout
    assert "15 Apr" in monitor("report").stdout.splitlines()[0]
    assert "1 May" in monitor("report", "--at", "2017-05-01").stdout.splitlines()[0]


def test_a_report_of_the_future_is_refused(monitor):
    """Nobody is told a week that has not been: the error names the time and the way out, and nothing is printed."""
    done = monitor("report", "--at", "2130-01-01", code=2)
    assert done.stdout == ""
    assert "--at: 2130-01-01 00:00 UTC is still to come" in done.stderr
    assert "leave it out" in done.stderr
    monitor("report", "--at", (wall_clock() + timedelta(hours=1)).isoformat(), code=2)
    monitor("report", "--at", (wall_clock() - timedelta(seconds=1)).isoformat())


def test_the_future_of_a_story_begins_after_its_newest_round(monitor, tmp_path):
    """A story has a time of its own: what it has not told yet is refused, what it has told is not."""
    told = hour_of(wall_clock()) - timedelta(days=400)
    store = Store.open(f"sqlite:///{tmp_path / 'data' / 'monitor.db'}")
    try:
        with store.recording(now=told) as recording:
            recording.end_round()
    finally:
        store.close()
    monitor("report", "--at", told.isoformat(), config=CONFIG)
    monitor("report", "--at", (told + timedelta(hours=1)).isoformat(), config=CONFIG, code=2)
