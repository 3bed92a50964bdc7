"""What is said of a daily series: its state in the words of the hours, at the pace of days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ..model import HOUR, Assessment, Daily, State
from ..words import say
from .headlines import below_usual, state_name
from .wording import amount, known, percent, plain, times, utc_day

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "x": "source.x",
        "bluesky": "source.bluesky",
        "mastodon": "source.mastodon",
        "wikipedia": "source.wikipedia",
        "news": "source.news",
        "mediacloud": "source.mediacloud",
        "gdelt": "source.gdelt",
        "archive": "source.archive",
        "simulation": "source.simulation",
    }
)
_COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "views": "counted.views",
        "uses": "counted.uses",
        "accounts": "counted.accounts",
        "stories": "counted.stories",
        "share": "counted.share",
    }
)
_MANY_TIMES = 3.0
_TO_PEAK = 36 * HOUR  # a peak is the highest three days: its day is the middle one


def source_name(source: str, language: str = "en") -> str:
    """A source as people call it.

    >>> source_name("wikipedia:en"), source_name("bluesky"), source_name("archive:2017", "ru")
    ('Wikipedia (en)', 'Bluesky', 'Архив (2017)')
    """
    kind, _, detail = plain(source).partition(":")
    name = say(_NAMES[kind], language) if kind in _NAMES else kind
    return f"{name} ({detail})" if detail else name


def of_usual(share: float, language: str = "en") -> str:
    """A level as a share of what is usual.

    >>> of_usual(0.43), of_usual(8), of_usual(8, "ru")
    ('43% of usual', 'about 8 times the usual', 'примерно в 8 раз больше обычного')
    """
    if share >= _MANY_TIMES:
        return say("usual.times", language, times=times(share, language))
    return say("usual.share", language, percent=percent(share, language))


def daily_line(daily: Daily, language: str = "en") -> str:
    """A daily series in a sentence: its state, its peak, its newest whole day; unjudged, that day beside its usual."""
    counted = say(_COUNTED[daily.measure], language) if daily.measure in _COUNTED else plain(daily.measure)
    name = say("day.name", language, source=source_name(daily.source, language), counted=counted)
    newest = say("day.newest", language, amount=amount(daily.value, language), day=utc_day(daily.day, language))
    if daily.assessment is not None:
        told = (_state(daily.assessment, language), *_peak(daily.assessment, language), newest)
        return say("day.judged", language, name=name, told="; ".join(told))
    if daily.usual is None or daily.usual_low is None or daily.usual_high is None:
        return say("day.unknown", language, name=name, newest=newest)
    low, high = amount(daily.usual_low, language), amount(daily.usual_high, language)
    place = "day.less" if daily.value < daily.usual_low else "day.as"
    place = "day.more" if daily.value > daily.usual_high else place
    return say(place, language, name=name, newest=newest, low=low, high=high)


def _state(judged: Assessment, language: str) -> str:
    evidence, name = judged.evidence, state_name(judged.state, language)
    if judged.state is State.NO_DATA:
        return _missing(judged, language)
    if judged.state is State.TOO_FEW:
        return say("day.too_few", language)
    if judged.state is State.STEADY and below_usual(evidence):
        name = say("day.steady.below", language)
    if evidence.warm_up or not known(evidence.level) or not known(evidence.usual) or evidence.usual <= 0:
        return say("day.learning", language, state=name)
    return say("day.state", language, state=name, usual=of_usual(evidence.level / evidence.usual, language))


def _missing(judged: Assessment, language: str) -> str:
    since = utc_day(judged.since, language)
    if not judged.changes:
        return say("day.no_data", language, day=since)
    return say("day.no_data.was", language, day=since, state=state_name(judged.changes[-1].before, language))


def _peak(judged: Assessment, language: str) -> Iterator[str]:
    """The peak of the wave, and how much of it is left."""
    evidence = judged.evidence
    share = evidence.share_of_peak
    if known(evidence.peak) and evidence.peak_at is not None and known(share) and share < 1:
        yield say(
            "day.peak",
            language,
            day=utc_day(evidence.peak_at - _TO_PEAK, language),
            amount=amount(evidence.peak, language),
            percent=percent(share, language),
        )
