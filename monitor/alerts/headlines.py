"""What a state means in one line, how sure that is, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..model import Assessment, Evidence, State
from ..words import say
from .wording import about, counted, hours_between, known, percent, times

_SURENESS = (
    (0.95, "sure.almost_certain"),
    (0.85, "sure.very"),
    (0.65, "sure.fairly"),
    (0.55, "sure.likely"),
    (0.45, "sure.even"),
    (0.0, "sure.unsure"),
)
_LEAST_DEADLINE_HOURS = 6.0
_MOST_DEADLINE_HOURS = 24.0
_STILL_FRESH_HOURS = 48.0  # most of a wave is gone by then
_ABOUT_HALF = (0.45, 0.6)

_NAMES: Mapping[State, str] = MappingProxyType(
    {
        State.FADING: "state.fading",
        State.NO_DATA: "state.no_data",
        State.RECOVERING: "state.recovering",
        State.RISING: "state.rising",
        State.STEADY: "state.steady",
        State.TOO_FEW: "state.too_few",
    }
)
_MEANINGS: Mapping[State, str] = MappingProxyType(
    {
        State.FADING: "meaning.fading",
        State.NO_DATA: "meaning.no_data",
        State.RECOVERING: "meaning.recovering",
        State.RISING: "meaning.rising",
        State.STEADY: "meaning.steady",
        State.TOO_FEW: "meaning.too_few",
    }
)


def state_name(state: State, language: str = "en") -> str:
    """A state by its name, which says the same wherever it stands.

    >>> state_name(State.TOO_FEW), state_name(State.FADING, "ru")
    ('too few', 'угасает')
    """
    return say(_NAMES[state], language)


def meanings(language: str = "en") -> Mapping[State, str]:
    """What each state means, the most urgent first."""
    return MappingProxyType({state: say(key, language) for state, key in _MEANINGS.items()})


def ranges(language: str = "en") -> str:
    """What a range in brackets means."""
    return say("meaning.ranges", language)


MEANINGS = meanings()
RANGES = ranges()


def sureness(certainty: float | None, language: str = "en") -> str:
    """How sure a judgement is, as word and number; the number is how often such judgements prove right.

    >>> sureness(0.72), sureness(None)
    ('fairly sure (72%)', 'how sure this is cannot be said yet')
    """
    if not known(certainty):
        return say("sure.unknown", language)
    word = next(word for least, word in _SURENESS if round(certainty, 2) >= least)
    return say("sure", language, word=say(word, language), percent=percent(certainty, language))


def headline(assessment: Assessment, language: str = "en") -> str:
    """The state and the one thing that shows it, such as "Fading: attention fell to 8% of its peak"."""
    return _HEADLINES[assessment.state](assessment, language)


def next_step(assessment: Assessment, language: str = "en") -> str:
    """What to do next and by when; advice that promises nothing."""
    key = _STEPS[assessment.state](assessment)
    return say(key, language, hours=within(deadline_hours(assessment.evidence), language))


def within(hours: float, language: str = "en") -> str:
    """Until when something is to be done, in whole hours: as it stands behind the English "within".

    >>> within(1.2), within(17.6), within(1.2, "ru"), within(17.6, "ru"), within(22, "ru")
    ('1 hour', '18 hours', 'в ближайший час', 'в ближайшие 18 часов', 'в ближайшие 22 часа')
    """
    whole = max(round(hours), 1)
    return say("span.within.hour", language) if whole == 1 else counted("span.within", whole, language)


def above_usual(evidence: Evidence) -> bool:
    """Whether the level stands above the usual band."""
    return known(evidence.level) and known(evidence.usual_high) and evidence.level > evidence.usual_high


def below_usual(evidence: Evidence) -> bool:
    """Whether the level stands below the usual band."""
    return known(evidence.level) and known(evidence.usual_low) and evidence.level < evidence.usual_low


def deadline_hours(evidence: Evidence) -> float:
    """How long a decision may wait: until half of what is left may be gone, but 6 to 24 hours."""
    half_life = evidence.half_life_hours
    if not known(half_life):
        return _MOST_DEADLINE_HOURS
    return min(_MOST_DEADLINE_HOURS, max(_LEAST_DEADLINE_HOURS, half_life))


def _rising(assessment: Assessment, language: str) -> str:
    evidence = assessment.evidence
    if known(evidence.level) and known(evidence.usual) and evidence.level > 1.25 * evidence.usual > 0:
        return say("headline.rising.times", language, times=times(evidence.level / evidence.usual, language))
    return say("headline.rising", language)


def _steady(assessment: Assessment, language: str) -> str:
    if assessment.evidence.warm_up:
        return say("headline.steady.warm_up", language)
    if above_usual(assessment.evidence):
        return say("headline.steady.above", language)
    if below_usual(assessment.evidence):
        return say("headline.steady.below", language)
    if _back_at_background(assessment):
        return say("headline.steady.background", language)
    return say("headline.steady", language)


def _back_at_background(assessment: Assessment) -> bool:
    came_from = assessment.changes[-1].before if assessment.changes else None
    return came_from is State.FADING and known(assessment.evidence.background)


def _fading(assessment: Assessment, language: str) -> str:
    evidence = assessment.evidence
    if assessment.kind == "slow":
        return _sinking(evidence, language)
    if not known(evidence.share_of_peak):
        return say("headline.fading.under_half", language)
    low, high = _ABOUT_HALF
    share = percent(evidence.share_of_peak, language)
    if evidence.share_of_peak > high:
        return say("headline.fading.from_peak", language, share=share)
    if evidence.share_of_peak >= low:
        return say("headline.fading.half", language)
    return say("headline.fading.fell", language, share=share)


def _sinking(evidence: Evidence, language: str) -> str:
    if known(evidence.level) and known(evidence.usual) and 0 <= evidence.level < 0.95 * evidence.usual:
        return say("headline.fading.slow.share", language, share=percent(evidence.level / evidence.usual, language))
    return say("headline.fading.slow", language)


def _recovering(assessment: Assessment, language: str) -> str:
    share = assessment.evidence.share_of_peak
    if known(share) and share < 1:
        return say("headline.recovering.share", language, share=percent(share, language))
    return say("headline.recovering", language)


def _too_few(assessment: Assessment, language: str) -> str:
    level = assessment.evidence.level
    if known(level):
        return say("headline.too_few.level", language, about=about(level, language))
    return say("headline.too_few", language)


def _no_data(_: Assessment, language: str) -> str:
    return say("headline.no_data", language)


def _step_rising(_: Assessment) -> str:
    return "step.rising"


def _step_steady(assessment: Assessment) -> str:
    if above_usual(assessment.evidence):
        return "step.steady.above"
    return "step.steady.below" if below_usual(assessment.evidence) else "step.steady"


def _step_fading(assessment: Assessment) -> str:
    if assessment.kind == "slow":
        return "step.fading.slow"
    freshness = max(deadline_hours(assessment.evidence), _STILL_FRESH_HOURS)
    late = hours_between(assessment.since, assessment.at) > freshness
    return "step.fading.late" if late else "step.fading"


def _step_recovering(_: Assessment) -> str:
    return "step.recovering"


def _step_too_few(_: Assessment) -> str:
    return "step.too_few"


def _step_no_data(_: Assessment) -> str:
    return "step.no_data"


_HEADLINES: Mapping[State, Callable[[Assessment, str], str]] = MappingProxyType(
    {
        State.RISING: _rising,
        State.STEADY: _steady,
        State.FADING: _fading,
        State.RECOVERING: _recovering,
        State.TOO_FEW: _too_few,
        State.NO_DATA: _no_data,
    }
)
_STEPS: Mapping[State, Callable[[Assessment], str]] = MappingProxyType(
    {
        State.RISING: _step_rising,
        State.STEADY: _step_steady,
        State.FADING: _step_fading,
        State.RECOVERING: _step_recovering,
        State.TOO_FEW: _step_too_few,
        State.NO_DATA: _step_no_data,
    }
)
