"""The command line as users and programs see it: exit codes, streams, words, JSON."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from monitor.cli import main

CONFIG = """
topics: {lanterns: {alias: Lights, tags: [LumenLanterns]}}
campaign: {timezone: Europe/Berlin}
counting: {language: false, tone: false}
"""
START = datetime(2017, 4, 1, tzinfo=UTC)


@pytest.fixture
def monitor(tmp_path, monkeypatch):
    """Run a command in a folder with a campaign of one topic."""
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_CONFIG", raising=False)

    def run(*arguments: str | Path, code: int = 0) -> Result:
        done = CliRunner().invoke(main, [str(one) for one in arguments], prog_name="monitor")
        assert done.exit_code == code, done.output
        return done

    return run


def test_the_command_is_a_process_with_two_streams(tmp_path):
    """The real process keeps data on stdout and words on stderr, and ends with the exit code of what happened."""
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "MONITOR_CONFIG": ""}
    command = [sys.executable, "-m", "monitor.cli", "status", "--json"]
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("monitor: there is no store yet")


def wave(path: Path, *, days: int = 20) -> Path:
    """An archive of a quiet fortnight, a burst of a day, and a fast fall."""
    rows = ["id,created_at,author_id,text"]
    for hour in range(days * 24):
        since = hour - 14 * 24
        posts = 3 if since < 0 else int(3 + 120 * 0.5 ** (max(since - 12, 0) / 12))
        for number in range(posts):
            at = START + timedelta(hours=hour, minutes=number % 60)
            rows.append(f"{hour}-{number},{at.isoformat()},a{number},#LumenLanterns")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_an_import_reports_every_row(monitor, tmp_path):
    """The JSON of an import accounts for all that was read."""
    report = json.loads(monitor("import", wave(tmp_path / "posts.csv", days=2), "--json").stdout)
    kinds = ("counted", "duplicates", "unmatched", "opted_out", "late", "quarantined")
    assert report["read"] == sum(report[kind] for kind in kinds) == 144
    assert (report["covers_from"], report["covers_to"]) == ("2017-04-01T00:00:00Z", "2017-04-03T00:00:00Z")


def test_a_fade_is_told_in_words_and_in_json(monitor, tmp_path):
    """`status` says the same to a campaigner and to a program, as of the archive's last hour or any other."""
    monitor("import", wave(tmp_path / "posts.csv"))
    topic = json.loads(monitor("status", "--json", "--at", "2017-04-17T06:00Z").stdout)["topics"][0]
    wanted = {"state", "since", "certainty", "level", "usual", "peak", "share_of_peak", "half_life_hours", "coverage"}
    assert wanted | {"share_low", "share_high", "back_at", "back_at_low", "back_at_high"} <= set(topic)
    assert [voice["course"] for voice in topic["together"]["voices"]] == ["fading"]
    assert (topic["together"]["share_of_usual"], topic["together"]["words"]) == (None, "")
    assert (topic["topic"], topic["state"], topic["kind"]) == ("lanterns", "fading", "halved")
    assert 0 < topic["share_of_peak"] < 0.6
    said = monitor("status", "--at", "2017-04-17T06:00Z").stdout
    assert "Lights" in said
    assert "Fading" in said
    assert "of the peak (" in said
    assert "Europe/Berlin" in said
    assert "monitor push add --topic lanterns --owner NAME --at TIME\n" in said
    assert "LumenLanterns" not in said
    assert json.loads(monitor("status", "--json").stdout)["topics"][0]["at"] == "2017-04-21T00:00:00Z"


def test_status_can_fail_on_a_warning(monitor, tmp_path):
    """For scripts: exit code 1 where a topic fades, 0 where none does."""
    monitor("import", wave(tmp_path / "posts.csv"))
    monitor("status", "--fail-on-warning", "--at", "2017-04-17T06:00Z", code=1)
    monitor("status", "--fail-on-warning", "--at", "2017-04-10T00:00Z")


def test_exported_rows_are_as_the_design_fixes_them(monitor, tmp_path):
    """The same rows as CSV and as JSON: every hour, with its coverage."""
    monitor("import", wave(tmp_path / "posts.csv", days=1))
    rows = json.loads(monitor("export", "--json").stdout)
    assert list(rows[0]) == ["time", "bucket_hours", "topic", "source", "measure", "method", "value", "coverage"]
    posts = [row for row in rows if row["measure"] == "posts"]
    assert (len(posts), posts[0]["time"], posts[0]["value"]) == (24, "2017-04-01T00:00:00Z", 3)
    lines = monitor("export").stdout.splitlines()
    assert lines[0] == "time,bucket_hours,topic,source,measure,method,value,coverage"
    assert len(lines) == len(rows) + 1


def test_a_backtest_prints_changes_line_by_line(monitor, tmp_path):
    """One JSON object a change of state, with the series, the hour that decided and the evidence."""
    series = tmp_path / "burst.csv"
    hours = [
        (START + timedelta(hours=h), 5 if h < 300 else max(5, int(200 * 0.5 ** ((h - 312) / 10)))) for h in range(420)
    ]
    series.write_text("time,count\n" + "".join(f"{at:%Y-%m-%dT%H:%M:%SZ},{count}\n" for at, count in hours))
    rows = [json.loads(line) for line in monitor("backtest", "--json", "--forecasts", series).stdout.splitlines()]
    fading = [row for row in rows if row.get("to") == "fading"]
    assert len(fading) == 1
    assert (fading[0]["series"], fading[0]["kind"]) == ("burst", "halved")
    assert {row["horizon_hours"] for row in rows if "horizon_hours" in row} == {24, 72}
    assert "→ fading" in monitor("backtest", series).stdout


def test_words_go_to_stderr_and_data_to_stdout(monitor, tmp_path):
    """What is piped into a file is data only, also when something is wrong."""
    done = monitor("import", tmp_path / "config.yaml", "--json", code=2)
    assert json.loads(done.stdout)["failed"] == ["config.yaml"]
    assert done.stderr.startswith("monitor: ")
    done = monitor("export", "--config", "none.yaml", code=2)
    assert (done.stdout, done.stderr.startswith("monitor: ")) == ("", True)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["status", "--config", "none.yaml"], "none.yaml"),
        (["import", "none.csv"], "none.csv"),
        (["status", "--at", "yesterday"], "2020-10-25"),
        (["backtest", "config.yaml"], "column"),
        (["nonsense"], "nonsense"),
        (["status"], "monitor import"),
        (["import", "config.yaml", "--covers", "2017-04-02", "2017-04-01"], "--covers"),
        (["import", "config.yaml", "--covers", "1017-04-02", "2017-04-01"], "--covers"),
        (["run", "--port", "-1"], "port"),
        (["run", "--every", "0"], "every"),
        (["export", "--nonsense"], "nonsense"),
    ],
)
def test_what_the_user_has_to_mend_exits_with_2(monitor, arguments, word):
    """A usage or config error says what is wrong and does nothing."""
    assert word in monitor(*arguments, code=2).stderr


def test_the_config_may_stand_before_or_behind_the_command(monitor, tmp_path):
    """`monitor --config X status` and `monitor status --config X` are the same."""
    other = tmp_path / "other.yaml"
    other.write_text(CONFIG.replace("Lights", "Lamps"), encoding="utf-8")
    monitor("import", wave(tmp_path / "posts.csv", days=1))
    for arguments in (["--config", other, "status"], ["status", "--config", other]):
        assert "Lamps" in monitor(*arguments).stdout


def test_check_finds_what_is_missing_and_says_what_to_do(monitor, tmp_path):
    """Findings exit with 1 and each has a way out; a sound set-up exits with 0."""
    findings = json.loads(monitor("check", "--json", code=1).stdout)
    assert [finding["do"] for finding in findings if finding["wrong"]]
    assert "monitor import" in monitor("check", code=1).stdout
    monitor("import", wave(tmp_path / "posts.csv", days=1))
    assert "sound" in monitor("check").stdout


def test_the_reference_of_keys_is_printed(monitor):
    """`monitor config` explains every key, without a campaign."""
    assert "official_accounts" in monitor("config").stdout


def test_a_store_that_cannot_be_written_is_a_clear_word(monitor, tmp_path):
    """A folder in the store's place is told in a sentence."""
    (tmp_path / "data" / "monitor.db").mkdir(parents=True)
    assert "cannot open the store" in monitor("status", code=2).stderr
    assert "cannot open the store" in monitor("import", wave(tmp_path / "posts.csv", days=1), code=2).stderr


def test_a_moment_before_or_after_the_data_is_answered_truly(monitor, tmp_path):
    """Before the first hour nothing is known, and long after the last it is the last that is judged."""
    monitor("import", wave(tmp_path / "posts.csv", days=2))
    topic = json.loads(monitor("status", "--json", "--at", "2016-01-01").stdout)["topics"][0]
    assert (topic["state"], topic["certainty"]) == ("no data", None)
    assert "nothing is known up to" in monitor("status", "--at", "2016-01-01").stdout
    said = monitor("status", "--at", "2030-01-01").stdout
    assert "2017" in said.splitlines()[0]
    assert "the last hour the data cover" in said
