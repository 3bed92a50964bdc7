"""What is said of archives, and the command `report`: the week in words, of the past only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import CliRunner, Result

from monitor.alerts import messages
from monitor.cli import main
from monitor.cli.report import _chosen
from monitor.clock import wall_clock
from monitor.model import State, Topic, hour_of
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


TWO = "topics: {lanterns: {alias: Lights, tags: [LumenLanterns]}, quiet: {alias: Тихо, tags: [NobodyWritesThis]}}"


def test_files_are_written_for_their_owner_only(monitor, tmp_path):
    """A picture of either kind and a page, whole and with mode 0600; nothing is printed where data would be."""
    for name, begins in (("a.png", b"\x89PNG"), ("a.PDF", b"%PDF"), ("a.html", b"<!doctype html>")):
        option = "--snapshot" if name.endswith("html") else "--figure"
        done = monitor("report", option, name, "--language", "ru")
        assert done.stdout == ""
        assert (tmp_path / name).read_bytes().startswith(begins)
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert '<html lang="ru">' in page
    assert "Lights" in page
    assert "LumenLanterns" not in page
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} >= {"a.png", "a.PDF", "a.html"}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".monitor-")]


def test_nothing_is_published_that_was_not_named(monitor, tmp_path):
    """With more topics than one each file wants theirs by alias, and an unknown one is told with those there are."""
    for option, name in (("--figure", "a.png"), ("--snapshot", "a.html")):
        done = monitor("report", option, name, config=TWO, code=2)
        assert "Lights, Тихо" in done.stderr
        done = monitor("report", option, name, "--topic", "Lumen", config=TWO, code=2)
        assert "Lights, Тихо" in done.stderr
        assert not (tmp_path / name).exists()
    monitor("report", "--snapshot", "a.html", "--topic", "lights", config=TWO)
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Lights" in page
    assert "Тихо" not in page


def test_an_alias_is_never_taken_for_the_key_of_another_topic():
    """What is published is what was named by the name that everybody reads."""
    one, other = Topic("second", "First", ()), Topic("first", "Second", ())
    assert _chosen(["First"], [one, other]) == (one,)
    assert _chosen(["second"], [other, one]) == (other,)


def test_a_figure_shows_one_topic_in_a_kind_we_draw(monitor, tmp_path):
    """Another ending, two topics, or one without hours: a sentence, and no file."""
    assert "should end in .png or .pdf" in monitor("report", "--figure", "a.svg", code=2).stderr
    both = ("--topic", "Lights", "--topic", "Тихо")
    assert "shows one topic" in monitor("report", "--figure", "a.png", *both, config=TWO, code=2).stderr
    assert not list(tmp_path.glob("a.*"))


def test_a_file_that_cannot_be_written_leaves_the_old_one(monitor, tmp_path):
    """What stood there stays whole, no half file is left, and the error names the file."""
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut" / "a.html").mkdir()
    done = monitor("report", "--snapshot", "shut/a.html", code=2)
    assert "shut/a.html cannot be written" in done.stderr
    assert [path.name for path in (tmp_path / "shut").iterdir()] == ["a.html"]
    done = monitor("report", "--snapshot", "nowhere/a.html", code=2)
    assert "nowhere/a.html cannot be written" in done.stderr


def test_a_past_week_is_drawn_as_of_then(monitor, tmp_path):
    """With a time the page speaks of that day."""
    monitor("report", "--snapshot", "a.html", "--at", "2017-04-15T00:00Z")
    assert "As of 15 Apr 2017" in (tmp_path / "a.html").read_text(encoding="utf-8")
