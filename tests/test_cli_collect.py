"""`monitor collect`: one round, the past on demand, and a table of what each source did last."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from monitor import sources
from monitor.cli import main
from monitor.cli.live import Display, table
from monitor.errors import SourceError, StoreError
from monitor.model import HOUR, Coverage, Observation, Page, Pulse, Status, Topic
from monitor.sources import Past
from tests.feeds import Feed

NOW = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)


class Recent(Feed):
    """A feed that begins in the hour before it is first asked, and can be asked for its past at a cent a day."""

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """The last hour."""
        hour = now.replace(minute=0, second=0, microsecond=0) - HOUR
        yield from super().pages(cursor=cursor or hour.isoformat(), now=now)

    def past(self, start: datetime, end: datetime, *, now: datetime) -> Past:
        """A page a day."""
        days = (end - start).days
        found = [start + timedelta(days=n) for n in range(days)]
        return Past(days, days * 0.01, iter([self._day(day) for day in found]))

    def _day(self, day: datetime) -> Page:
        hours = [Observation("lamp", self.name, "posts", day + n * HOUR, 5.0) for n in range(24)]
        covered = (Coverage(day, day + 24 * HOUR, Status.COMPLETE),)
        return Page(cursor="x", observations=tuple(hours), coverage=covered, dollars=0.01)


@pytest.fixture
def feeds(monkeypatch) -> list[Feed]:
    """The sources that the command finds."""
    found: list[Feed] = [Recent("square"), Feed("other")]
    found[1].error = SourceError("did not answer in time")

    def build(chosen: object, topics: Sequence[Topic]) -> Sequence[Feed]:
        return found

    monkeypatch.setattr(sources, "build", build)
    return found


@pytest.fixture
def config(tmp_path):
    """A campaign with one topic."""
    path = tmp_path / "config.yaml"
    path.write_text("topics: {lamp: {tags: [Lamp]}}\n", encoding="utf-8")
    return path


def monitor(config, *arguments: str, answer: str = "") -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["--config", str(config), *arguments], input=answer)


def test_a_round_says_what_it_brought_and_what_failed(config, feeds):
    """Data on stdout, trouble on stderr, and a source that fails stops no other."""
    done = monitor(config, "collect")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == "square: 20 posts counted of 20 read\n"
    assert "other: did not answer in time" in done.stderr
    again = monitor(config, "collect", "--json")
    assert json.loads(again.stdout) == {"other": None}  # what failed is tried again, what is not due is left alone
    assert (again.exit_code, "None of 1 source(s) answered" in again.stderr) == (1, True)
    assert "counted" in json.loads(monitor(config, "collect", "--json", "--all").stdout)["square"]


def test_the_past_is_priced_and_confirmed_before_it_is_bought(config, feeds):
    """Nothing is spent without a yes; what cannot be asked says so."""
    span = ["--backfill", "2026-10-01", "2026-10-11"]
    no = monitor(config, "collect", *span, answer="n\n")
    assert "square: 10 request(s), for $0.10" in no.stderr
    assert "other: has no past to ask for" in no.stderr
    assert "Spend up to $0.10?" in no.stderr
    assert no.exit_code == 1
    yes = monitor(config, "collect", *span, answer="y\n")
    assert yes.exit_code == 0, yes.stderr
    assert yes.stdout == "square: 240 numbers\n"
    rows = [row for row in json.loads(monitor(config, "export", "--json").stdout) if row["measure"] == "posts"]
    assert [row["value"] for row in rows][:240] == [5.0] * 240


@pytest.mark.parametrize("span", [("2026-10-11", "2026-10-01"), ("2026-10-01", "2226-10-02")])
def test_a_past_that_is_none_is_refused(config, feeds, span):
    """From later to earlier, or into the future: a sentence, and nothing is asked."""
    done = monitor(config, "collect", "--backfill", *span)
    assert (done.exit_code, "from an earlier time to a later one" in done.stderr) == (2, True)


def test_a_past_that_nobody_can_tell_is_a_failure(config, feeds):
    """Where nothing can be done, a script learns it from the exit code, and nobody is asked for money."""
    none = monitor(config, "collect", "--backfill", "2026-10-01", "2026-10-01T12:00")
    assert (none.exit_code, none.stdout) == (1, "")
    assert "square: has nothing whole to tell of that time" in none.stderr
    assert "Nothing can be filled in" in none.stderr
    feeds[:] = [Feed("other")]
    assert monitor(config, "collect", "--json", "--backfill", "2026-10-01", "2026-10-11").exit_code == 1


def test_a_sign_of_life_is_given_while_anybody_answers(config, feeds, httpserver):
    """Under cron too: one ping a round, and none once no source answers."""
    httpserver.expect_request("/ping").respond_with_data("OK")
    url = httpserver.url_for("/ping")
    with config.open("a", encoding="utf-8") as text:
        text.write(f"heartbeat: {{url: '{url}', allow_private: true}}\n")
    assert monitor(config, "collect").exit_code == 0
    assert len(httpserver.log) == 1
    feeds[:] = feeds[1:]
    assert monitor(config, "collect", "--all").exit_code == 1
    assert len(httpserver.log) == 1


def test_without_a_source_there_is_nothing_to_collect(config):
    """A campaign of archives only is told how to switch a source on."""
    done = monitor(config, "collect")
    assert (done.exit_code, "switch one on under `sources`" in done.stderr) == (2, True)


def test_a_store_that_cannot_be_read_for_a_moment_is_said_in_the_table(monkeypatch, capsys):
    """The display goes on: the next look may be better."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    looks: list[Sequence[Pulse] | StoreError] = [
        StoreError("cannot read the store: database is locked"),
        (),
        [Pulse("bluesky", NOW, Status.COMPLETE, 15, 0, succeeded_at=NOW, counted=7)],
    ]

    def pulses() -> Sequence[Pulse]:
        found = looks.pop(0)
        if isinstance(found, StoreError):
            raise found
        return found

    said: list[str] = []
    with Display(pulses, lambda: NOW) as display:
        for _ in range(3):
            display.draw()
            said.append(capsys.readouterr().err)
    assert "database is locked" in said[0]
    assert "asked for the first time" in said[1]
    assert "7 posts" in said[2]


def test_nothing_is_drawn_where_there_is_no_terminal(monkeypatch, capsys):
    """In a log there are lines only, and nobody looks into the store for them."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def pulses() -> Sequence[Pulse]:
        raise AssertionError("nobody was to look")

    with Display(pulses, lambda: NOW) as display:
        display.draw()
        display.say("square: answers [again]")
    assert capsys.readouterr().err == "square: answers [again]\n"


def test_the_table_says_what_each_source_did_last():
    """One row a source: its state in words, when it was asked, what that brought, when it is asked again."""
    pulses = [
        Pulse("bluesky", NOW - timedelta(minutes=3), Status.COMPLETE, 15, 0, succeeded_at=NOW, counted=1234),
        Pulse("x", NOW - HOUR, Status.BLOCKED, 60, 1, reason="no [money] left", retry_at=NOW + timedelta(days=9)),
    ]
    console = Console(width=100, record=True, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    console.print(table(pulses, now=NOW))
    first, second, error = console.export_text().splitlines()[1:4]
    assert first.split() == ["bluesky", "✓", "answers", "3", "min", "ago", "1,234", "posts", "in", "12", "min"]
    assert "■ blocked" in second
    assert "in 9 days" in second
    assert error.strip() == "x: no [money] left"
