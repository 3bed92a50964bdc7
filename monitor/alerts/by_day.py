"""What is said of a daily series: its state in the words of the hours, at the pace of days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ..model import HOUR, Assessment, Daily, State
from .headlines import below_usual
from .wording import amount, known, percent, plain, times, utc_day

_NAMES: Mapping[str, str] = MappingProxyType(
    {"x": "X", "bluesky": "Bluesky", "mastodon": "Mastodon", "wikipedia": "Wikipedia", "news": "News"}
    | {"mediacloud": "Media Cloud", "gdelt": "GDELT", "archive": "Archive", "simulation": "Simulation"}
)
_COUNTED: Mapping[str, str] = MappingProxyType(
    {"views": "page views", "uses": "hashtag uses", "accounts": "accounts using the hashtag"}
    | {"stories": "news stories", "share": "stories in a million"}
)
_MANY_TIMES = 3.0
_TO_PEAK = 36 * HOUR  # a peak is the highest three days: its day is the middle one


def source_name(source: str) -> str:
    """A source as people call it.

    >>> source_name("wikipedia:en"), source_name("bluesky")
    ('Wikipedia (en)', 'Bluesky')
    """
    kind, _, detail = plain(source).partition(":")
    name = _NAMES.get(kind, kind)
    return f"{name} ({detail})" if detail else name


def of_usual(share: float) -> str:
    """A level as a share of what is usual.

    >>> of_usual(0.43), of_usual(8)
    ('43% of usual', 'about 8 times the usual')
    """
    return f"about {times(share)} times the usual" if share >= _MANY_TIMES else f"{percent(share)} of usual"


def daily_line(daily: Daily) -> str:
    """A daily series in a sentence: its state, its peak, its newest whole day; unjudged, that day beside its usual."""
    name = f"{source_name(daily.source)}, {_COUNTED.get(daily.measure, plain(daily.measure))} by the day"
    newest = f"{amount(daily.value)} on {utc_day(daily.day)} (UTC)"
    if daily.assessment is not None:
        return f"{name}: {'; '.join((_state(daily.assessment), *_peak(daily.assessment), newest))}"
    if daily.usual is None or daily.usual_low is None or daily.usual_high is None:
        return f"{name}: {newest}; what is usual is not known yet"
    place = "more than" if daily.value > daily.usual_high else "less than" if daily.value < daily.usual_low else "as"
    return f"{name}: {newest}; {place} usual ({amount(daily.usual_low)} to {amount(daily.usual_high)})"


def _state(judged: Assessment) -> str:
    evidence, word = judged.evidence, judged.state.value
    if judged.state is State.NO_DATA:
        before = judged.changes[-1].before.value if judged.changes else ""
        was = f" (it was {before} before)" if before else ""
        return f"no data, known on {utc_day(judged.since)} to be missing{was}"
    if judged.state is State.TOO_FEW:
        return "too few to judge"
    if judged.state is State.STEADY and below_usual(evidence):
        word = "steady, but low"
    if evidence.warm_up or not known(evidence.level) or not known(evidence.usual) or evidence.usual <= 0:
        return f"{word}; what is usual is still being learnt"
    return f"{word}, {of_usual(evidence.level / evidence.usual)}"


def _peak(judged: Assessment) -> Iterator[str]:
    """The peak of the wave, and how much of it is left."""
    evidence = judged.evidence
    share = evidence.share_of_peak
    if known(evidence.peak) and evidence.peak_at is not None and known(share) and share < 1:
        when = utc_day(evidence.peak_at - _TO_PEAK)
        yield f"peak about {when} ({amount(evidence.peak)} a day), now {percent(share)} of it"
