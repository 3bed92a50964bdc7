"""The numbers of a store as rows for a spreadsheet or a program: pandas is the language of export."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np
import pandas as pd

from .model import DAY, HOUR, Coverage, Observation, Status, Topic, aliases_of, stands_in
from .store import Store
from .words.cleaning import plain

EXPORT_COLUMNS = ("time", "bucket_hours", "topic", "source", "measure", "method", "value", "coverage")
_ZERO_WHERE_SEEN = ("posts", "people", "stories")  # nobody wrote: a true zero; of the other measures nothing is known
_PEOPLE = ("people", "busiest", "busiest_few")  # not known whole where a post's author could not be told from others

_ENDS = r"\t\n\v\f\r\x85\u2028\u2029,;|"  # where one program or another begins a new cell or row
_PASSED = rf"(?:[^\S{_ENDS}]|[\"'\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff])*"
_FORMULA = re.compile(rf"(\A(?=[\t\n\r])|(?:\A|[{_ENDS}])(?={_PASSED}[=+\-@＝＋－＠﹦﹢﹣﹫]))")


def export(store: Store, topics: Sequence[Topic]) -> pd.DataFrame:
    """Every bucket of every series as rows of EXPORT_COLUMNS; `value` is empty where nothing was observed."""
    frames = [_export_source(store, topic.key, source) for topic in topics for source in store.sources(topic.key)]
    rows = [frame for frame in frames if not frame.empty]
    return pd.concat(rows, ignore_index=True) if rows else pd.DataFrame(columns=list(EXPORT_COLUMNS))


def safe_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The same rows for a spreadsheet: text that would be run as a formula is made plain text.

    That is also text that begins with one behind spaces or quotes, or behind a sign that some programs take for the
    end of a cell. Numbers stay as they are.

    >>> safe_cells(pd.DataFrame({"source": ["=1+1", "archive:2017; =1+1", "archive"]}))["source"].tolist()
    ["'=1+1", "archive:2017;' =1+1", 'archive']
    """
    texts = frame.select_dtypes(include=["object", "string"]).columns
    neutral = {name: [_FORMULA.sub(r"\1'", v) if isinstance(v, str) else v for v in frame[name]] for name in texts}
    return frame.assign(**neutral)


def spreadsheet(store: Store, topics: Sequence[Topic], *, since: datetime | None = None) -> bytes:
    """The rows as CSV to be passed on: topics by their alias, safe cells, and marked as UTF-8, which Excel asks for.

    A source in whose name a term stands, as in that of an archive, is called by its kind and a number.
    """
    frame = export(store, topics)
    if since is not None and not frame.empty:
        frame = frame[frame["time"] >= since]
    names = {key: plain(alias) for key, alias in aliases_of(topics).items()}
    found = _without_terms(frame["source"].unique().tolist(), topics)
    called = safe_cells(frame.assign(topic=frame["topic"].map(names), source=frame["source"].map(found)))
    written: str = called.to_csv(index=False, date_format="%Y-%m-%dT%H:%M:%SZ")
    return written.encode("utf-8-sig")


def _without_terms(sources: Sequence[str], topics: Sequence[Topic]) -> Mapping[str, str]:
    """What each source is called where no term may stand."""
    terms = [term for topic in topics for term in topic.terms]
    hidden = sorted(one for one in sources if stands_in(terms, one.partition(":")[2]))
    numbered = {one: f"{one.partition(':')[0]}:{number}" for number, one in enumerate(hidden, 1)}
    return {one: numbered.get(one, one) for one in sources}


def _export_source(store: Store, topic: str, source: str) -> pd.DataFrame:
    hours = _buckets(store.coverage(topic, source))
    whole_days = _buckets(store.coverage(topic, source, bucket_hours=24), bucket_hours=24)
    judged = store.judged_measure(topic, source)
    by_series: dict[tuple[str, str, int], list[Observation]] = {} if hours.empty else {(judged, "1", 1): []}
    for one in store.observations(topic, source):
        by_series.setdefault((one.measure, one.method, one.bucket_hours), []).append(one)
    if len({method for measure, method, _ in by_series if measure == judged}) > 1 and not by_series[judged, "1", 1]:
        del by_series[judged, "1", 1]  # another method counted
    blind = {one.bucket for (measure, _, _), found in by_series.items() if measure == "unlinkable" for one in found}
    seen_people = hours.where(~(hours.index.isin(blind) & (hours == Status.COMPLETE)), Status.PARTIAL.value)
    frames = []
    for key, found in sorted(by_series.items()):
        measure, _, bucket_hours = key
        if measure == "unlinkable":
            continue
        status = seen_people if measure in _PEOPLE else hours
        buckets = status if bucket_hours == 1 else _days(status) if measure in _PEOPLE else whole_days
        frames.append(_export_series(found, _own(buckets, found, by_series, key=key), key=key))
    if not frames:
        return pd.DataFrame(columns=list(EXPORT_COLUMNS))
    return pd.concat(frames, ignore_index=True).assign(topic=topic, source=source)[list(EXPORT_COLUMNS)]


def _own(
    buckets: pd.Series[str],
    found: Sequence[Observation],
    by_series: Mapping[tuple[str, str, int], Sequence[Observation]],
    *,
    key: tuple[str, str, int],
) -> pd.Series[str]:
    """The buckets that a method counted: where there is more than one, from its first to its last value."""
    measure, _, bucket_hours = key
    others = [other for other in by_series if (other[0], other[2]) == (measure, bucket_hours) and other != key]
    return buckets.loc[found[0].bucket : found[-1].bucket] if others and found else buckets


def _export_series(found: Sequence[Observation], buckets: pd.Series[str], *, key: tuple[str, str, int]) -> pd.DataFrame:
    """Rows of one series: a bucket that was observed whole without a value is a true zero, else it is unknown."""
    measure, method, bucket_hours = key
    whole = buckets == Status.COMPLETE
    seen = whole if measure in _PEOPLE else whole | (buckets == Status.PARTIAL)
    zero = 0.0 if measure in _ZERO_WHERE_SEEN else np.nan
    values = pd.Series({one.bucket: one.value for one in found}, dtype=float).reindex(buckets.index)
    values = values.where(values.notna() | ~seen, zero)
    frame = pd.DataFrame({"time": buckets.index, "value": values.to_numpy(), "coverage": buckets.to_numpy()})
    return frame.assign(bucket_hours=bucket_hours, measure=measure, method=method)


def _buckets(covered: Sequence[Coverage], *, bucket_hours: int = 1) -> pd.Series[str]:
    """The status of every bucket from the first covered to the last; one nobody looked at is missing."""
    if not covered:
        return pd.Series(dtype=str)
    bucket = bucket_hours * HOUR
    found: Mapping[datetime, str] = {
        span.start + number * bucket: span.status.value
        for span in covered
        for number in range(int((span.end - span.start) / bucket))
    }
    index = pd.date_range(covered[0].start, covered[-1].end - bucket, freq=f"{bucket_hours}h")
    return pd.Series(found).reindex(index).fillna(Status.MISSING.value)


def _days(hours: pd.Series[str]) -> pd.Series[str]:
    """The status of every UTC day: as its hours where they agree and are all there, else partial."""
    grouped = hours.groupby(hours.index.floor("D"))
    whole = (grouped.nunique() == 1) & (grouped.size() == DAY / HOUR)
    agreed = grouped.first()
    blind = grouped.apply(lambda day: day.isin([Status.MISSING, Status.BLOCKED]).all())
    return agreed.where(whole | blind, Status.PARTIAL.value)
