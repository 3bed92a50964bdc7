"""`backtest` reads what the fixed contract allows, refuses the rest with a sentence, and prints what it must."""

import csv
import json
import time
from pathlib import Path

import numpy as np
import pytest

from monitor.backtest import read, replay
from monitor.errors import ConfigError
from monitor.model import HOUR, Series, State
from tests.waves import invented, wave

GOOD = "time,count\n2026-01-05T00:00:00Z,1\n2026-01-05T01:00:00Z,2\n"


def written(folder: Path, series: Series, *, leave_out=()) -> Path:
    """The series as a CSV file, with the rows of some hours left out."""
    path = folder / "light.csv"
    with path.open("w", newline="") as handle:
        rows = csv.writer(handle)
        rows.writerow(["time", "count"])
        for hour, value in enumerate(series.values):
            if hour not in leave_out:
                rows.writerow([f"{series.start + hour * HOUR:%Y-%m-%dT%H:%M:%SZ}", int(value)])
    return path


def text(folder: Path, content: str | bytes) -> Path:
    """A file with exactly this content."""
    path = folder / "series.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_row_that_is_absent_is_a_missing_hour(tmp_path):
    """No row, no knowledge: never a zero."""
    series = read(text(tmp_path, "time,count\n2026-01-05T00:00:00Z,4\n2026-01-05T03:00:00Z,5\n"))
    assert series.complete.tolist() == [True, False, False, True]
    assert np.isnan(series.values[1])


@pytest.mark.parametrize("status", ["partial", "missing", "blocked"])
def test_only_complete_hours_count(tmp_path, status):
    """A status other than complete makes the hour unknown, with or without a count."""
    series = read(
        text(tmp_path, f"time,count,status\n2026-01-05T00:00:00Z,4,complete\n2026-01-05T01:00:00Z,,{status}\n")
    )
    assert series.complete.tolist() == [True, False]


@pytest.mark.parametrize("time", ["2026-01-05T00:00:00+00:00", "2026-01-05T01:00:00+01:00", "2026-01-05 00:00:00"])
def test_times_are_utc_however_they_are_written(tmp_path, time):
    """An offset is respected; a time without one is UTC."""
    assert read(text(tmp_path, f"time,count\n{time},4\n")).start.isoformat() == "2026-01-05T00:00:00+00:00"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no column 'time'"),
        ("time,count\n", "no rows"),
        ("hour,count\n2026-01-05T00:00:00Z,1\n", "line 1: no column 'time'"),
        ("time,posts\n2026-01-05T00:00:00Z,1\n", "line 1: no column 'count'"),
        ("time,count\nyesterday,1\n", "line 2: time 'yesterday'"),
        ("time,count\n0001-01-01T00:00:00+05:00,1\n", "line 2: time"),
        ("time,count\n2026-01-05T00:30:00Z,1\n", "not the start of an hour"),
        (GOOD + "2026-01-05T01:00:00Z,3\n", "line 4: 2026-01-05T01:00:00Z does not come after"),
        (GOOD + "2026-01-04T01:00:00Z,3\n", "line 4"),
        (GOOD + "9026-01-05T02:00:00Z,3\n", "over fifty years"),
        ("time,count\n2026-01-05T00:00:00Z,-1\n", "count '-1'"),
        ("time,count\n2026-01-05T00:00:00Z,many\n", "count 'many'"),
        ("time,count\n2026-01-05T00:00:00Z,nan\n", "count 'nan'"),
        ("time,count\n2026-01-05T00:00:00Z,1e300\n", "count '1e300'"),
        ("time,count\n2026-01-05T00:00:00Z,\n", "count ''"),
        ("time,count,status\n2026-01-05T00:00:00Z,1,fine\n", "status 'fine'; allowed are complete, partial"),
        (b"time,count\n2026-01-05T00:00:00Z,\x001\n", "NUL byte"),
        (b"time,count\n2026-01-05T00:00:00Z,\xff\n", "UTF-8"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_the_way_out(tmp_path, content, said):
    """Whatever is wrong with a file, the message names it."""
    with pytest.raises(ConfigError, match=r"series\.csv") as error:
        read(text(tmp_path, content))
    assert said in str(error.value)


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    """A missing file is the user's to mend, not a crash."""
    with pytest.raises(ConfigError, match="cannot be read"):
        read(tmp_path / "none.csv")


def test_each_change_is_a_line_with_its_evidence(tmp_path):
    """Lines can be written as JSON, name the states as the design does, and carry `kind` only for fades."""
    lines = [json.loads(json.dumps(line)) for line in replay(written(tmp_path, invented(wave(), seed=2)))]
    assert [line["from"] for line in lines[1:]] == [line["to"] for line in lines[:-1]]
    assert lines[0]["from"] == "no data"
    assert {line["to"] for line in lines} <= {state.value for state in State}
    assert all(("kind" in line) == (line["to"] == "fading") for line in lines)
    fade = next(line for line in lines if line["to"] == "fading")
    assert fade["kind"] == "halved"
    assert (fade["share_of_peak"] < 0.5) == (fade["reason"] == "half of the peak is gone")
    assert {"level", "usual", "peak", "half_life_hours", "certainty", "forecast_24h", "coverage"} <= fade.keys()
    assert fade["series"] == "light"
    assert fade["at"].endswith(":00:00Z")


def test_an_outage_in_a_file_is_no_data_and_resumes(tmp_path):
    """Rows that are absent for three days are told as `no data`, and the state before as resumed."""
    path = written(tmp_path, invented(np.full(40 * 24, 200.0)), leave_out=range(600, 672))
    told = [(line["to"], line.get("resumed", False)) for line in replay(path)]
    assert told[-2:] == [("no data", False), ("steady", True)]
    assert "fading" not in [to for to, _ in told]


def test_forecasts_follow_the_changes_when_asked_for(tmp_path):
    """With forecasts, every day brings a line for each horizon, in order of its numbers."""
    path = written(tmp_path, invented(np.full(10 * 24, 200.0)))
    found = [line for line in replay(path, forecasts=True) if "horizon_hours" in line]
    assert len(found) == 20
    assert all(float(line["low80"] or 0) <= float(line["mean"] or 0) <= float(line["high80"] or 0) for line in found)


def test_a_long_series_is_replayed_quickly(tmp_path):
    """A year of hours takes less than a second and a half of the processor, reading included."""
    path = written(tmp_path, invented(np.full(365 * 24, 200.0)))
    begun = time.process_time()
    replay(path)
    assert time.process_time() - begun < 1.5
