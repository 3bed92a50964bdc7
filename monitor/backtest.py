"""`monitor backtest`: hourly counts from a CSV file, judged as the live assessment would have.

Input is `time,count` and optionally `status`; output is what the fixed contract asks for, as
dictionaries ready for JSON: one for each change of state, one for each forecast.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np

from .attention.forecast import forecasts as forecasts_of
from .errors import ConfigError
from .judge import judge
from .model import HOUR, Sensitivity, Series, Status
from .rows import Row, change_row, forecast_row, iso

_LONGEST_H = 24 * 366 * 50  # a mistyped year must not fill the memory
_MOST_POSTS = 1e12  # an hour: more is a broken file, and sums would lose the small numbers


class _Row(NamedTuple):
    hour: datetime
    posts: float
    complete: bool


def read(path: Path | str) -> Series:
    """The hourly series in the file; ConfigError names the line that cannot be read, and what can.

    A row that is absent is a missing hour, and so is one whose status is not `complete`.
    """
    rows = list(_rows(Path(path)))
    if not rows:
        raise ConfigError(f"{path}: no rows; at least one line 'time,count' is needed below the header")
    start = rows[0].hour
    hours = (rows[-1].hour - start) // HOUR + 1
    values, complete = np.full(hours, np.nan), np.zeros(hours, dtype=np.bool_)
    for row in rows:
        at = (row.hour - start) // HOUR
        values[at], complete[at] = row.posts, row.complete
    name = Path(path).stem
    return Series(name, "backtest", "posts", start, values, complete)


def replay(path: Path | str, *, forecasts: bool = False, sensitivity: Sensitivity = Sensitivity.NORMAL) -> list[Row]:
    """Every change of state in the file's series, in order; then, if wanted, its forecasts of every full day."""
    series = read(path)
    assessment, _ = judge(series, sensitivity=sensitivity)
    rows = [change_row(series.topic, change) for change in assessment.changes]
    return rows + [forecast_row(series.topic, item) for item in forecasts_of(series)] if forecasts else rows


def _rows(path: Path) -> Iterator[_Row]:
    """The rows of the file, checked one against the other."""
    lines = _lines(path)
    header = [name.strip().lower() for name in next(lines, (1, []))[1]]
    for name in ("time", "count"):
        if name not in header:
            raise ConfigError(f"{path} line 1: no column '{name}'; the header must be 'time,count[,status]'")
    first = last = None
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{path} line {number}"
        row = _row(dict(zip(header, map(str.strip, cells), strict=False)), where)
        if last is not None and row.hour <= last:
            raise ConfigError(f"{where}: {iso(row.hour)} does not come after the row before; each hour once, in order")
        first = first or row.hour
        if (row.hour - first) // HOUR >= _LONGEST_H:
            raise ConfigError(f"{where}: {iso(row.hour)} is over fifty years after the first row; is the year right?")
        last = row.hour
        yield row


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line with its number, the file read as it goes."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.reader(_clean(handle, path))
            for cells in reader:
                yield reader.line_num, cells
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 text; save it as CSV in UTF-8") from error
    except csv.Error as error:
        raise ConfigError(f"{path}: not readable as CSV ({error})") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error


def _clean(handle: Iterator[str], path: Path) -> Iterator[str]:
    for number, line in enumerate(handle, 1):
        if "\0" in line:
            raise ConfigError(f"{path} line {number}: a NUL byte; this is not a text file")
        yield line


def _row(cells: dict[str, str], where: str) -> _Row:
    hour = _hour(cells.get("time", ""), where)
    status = cells.get("status") or Status.COMPLETE.value
    if status not in {item.value for item in Status}:
        raise ConfigError(f"{where}: status {status!r}; allowed are {', '.join(Status)}")
    complete = status == Status.COMPLETE
    text = cells.get("count", "")
    if not text and not complete:
        return _Row(hour, float("nan"), False)
    return _Row(hour, _count(text, where), complete)


def _count(text: str, where: str) -> float:
    try:
        count = float(text)
    except ValueError:
        count = float("nan")
    if not 0 <= count <= _MOST_POSTS:
        raise ConfigError(f"{where}: count {text!r}; it must be a number of posts in an hour, 0 or more")
    return count


def _hour(text: str, where: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
        hour = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ConfigError(f"{where}: time {text!r}; write it like 2026-03-01T14:00:00Z") from error
    if hour.minute or hour.second or hour.microsecond:
        raise ConfigError(f"{where}: time {text!r} is not the start of an hour (UTC)")
    return hour
