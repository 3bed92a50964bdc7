"""Judgements as rows for programs: the same keys in `status` and `backtest`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from .model import Assessment, Change, Daily, Evidence, Forecast, Told

Row = dict[str, str | float | bool | None]
_LEVELS = ("level", "usual", "usual_low", "usual_high", "peak", "share_of_peak", "share_low", "share_high")
_OTHER_NUMBERS = ("half_life_hours", "half_life_low", "half_life_high", "background")
_NUMBERS = (*_LEVELS, *_OTHER_NUMBERS, "certainty", "forecast_24h", "coverage")
_MOMENTS = ("peak_at", "back_at", "back_at_low", "back_at_high")


def iso(moment: datetime | None) -> str | None:
    """A moment as ISO 8601 in UTC, or None."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def evidence_row(evidence: Evidence) -> Row:
    """What a judgement rests on: rates in posts a day, shares and probabilities between 0 and 1."""
    numbers: Mapping[str, float | None] = {name: getattr(evidence, name) for name in _NUMBERS}
    row: Row = {name: None if value is None else round(value, 3) for name, value in numbers.items()}
    moments: Row = {name: iso(getattr(evidence, name)) for name in _MOMENTS}
    return {**row, **moments, "warm_up": evidence.warm_up, "reason": evidence.reason}


def change_row(series: str, change: Change) -> Row:
    """A passage from one state to another; `kind` and `resumed` only where they apply."""
    row: Row = {"series": series, "at": iso(change.at), "from": change.before.value, "to": change.to.value}
    if change.kind is not None:
        row["kind"] = change.kind
    if change.resumed:
        row["resumed"] = True
    return {**row, **evidence_row(change.evidence)}


def told_row(told: Told) -> Row:
    """A stored change with its number, and what staff said of it."""
    row: Row = {"number": told.number, "topic": told.topic, "source": told.source, "useful": told.useful}
    passage = change_row("", told.change)
    del passage["series"]
    return {**row, **passage}


def assessment_row(assessment: Assessment) -> Row:
    """Where a series stands, since when, and on what evidence."""
    row: Row = {"source": assessment.source, "at": iso(assessment.at), "state": assessment.state.value}
    row |= {"since": iso(assessment.since), "kind": assessment.kind}
    return {**row, **evidence_row(assessment.evidence)}


def daily_row(daily: Daily) -> dict[str, object]:
    """A daily series: its newest whole day (UTC) beside what is usual, and where it stands; null where not judged."""
    names = ("value", "usual", "usual_low", "usual_high")
    numbers = {name: None if (value := getattr(daily, name)) is None else round(value, 3) for name in names}
    judged = assessment_row(daily.assessment) if daily.assessment else None
    day = daily.day.astimezone(UTC).date().isoformat()
    return {"source": daily.source, "measure": daily.measure, "day": day, **numbers, "assessment": judged}


def forecast_row(series: str, forecast: Forecast) -> Row:
    """The total expected in the coming hours, in posts."""
    row: Row = {"series": series, "at": iso(forecast.at), "horizon_hours": forecast.horizon_hours}
    return {**row, **{name: round(getattr(forecast, name), 2) for name in ("mean", "low80", "high80")}}
