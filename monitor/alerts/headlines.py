"""What a state means in one line, how sure that is, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..model import Assessment, Evidence, State
from .wording import about, hours_between, known, percent, span, times

_SURENESS = (
    (0.95, "almost certain"),
    (0.85, "very sure"),
    (0.65, "fairly sure"),
    (0.55, "more likely than not"),
    (0.45, "about even"),
    (0.0, "unsure"),
)
_LEAST_DEADLINE_HOURS = 6.0
_MOST_DEADLINE_HOURS = 24.0
_STILL_FRESH_HOURS = 48.0  # most of a wave is gone by then
_ABOUT_HALF = (0.45, 0.6)

MEANINGS: Mapping[State, str] = MappingProxyType(
    {
        State.FADING: "Attention is falling and is expected to stay down: a wave has lost more than half of its "
        "peak, or there is a slow, lasting decline.",
        State.NO_DATA: "The newest hours or days could not be observed, so nothing is known of attention. "
        "It does not mean that nobody writes.",
        State.RECOVERING: "After a fade, attention grows again by more than chance.",
        State.RISING: "Attention is above what is usual and still growing.",
        State.STEADY: "Attention is within what is usual, or holds above it.",
        State.TOO_FEW: "So few posts or people that a rise or a fall cannot be told from chance.",
    }
)

RANGES = "A range in brackets, such as 18 hours (15–22), holds the truth in about four cases of five."


def sureness(certainty: float | None) -> str:
    """How sure a judgement is, as word and number; the number is how often such judgements prove right.

    >>> sureness(0.72), sureness(None)
    ('fairly sure (72%)', 'how sure this is cannot be said yet')
    """
    if not known(certainty):
        return "how sure this is cannot be said yet"
    word = next(word for least, word in _SURENESS if round(certainty, 2) >= least)
    return f"{word} ({percent(certainty)})"


def headline(assessment: Assessment) -> str:
    """The state and the one thing that shows it, such as "Fading: attention fell to 8% of its peak"."""
    return _HEADLINES[assessment.state](assessment)


def next_step(assessment: Assessment) -> str:
    """What to do next and by when; advice that promises nothing."""
    return _STEPS[assessment.state](assessment)


def above_usual(evidence: Evidence) -> bool:
    """Whether the level stands above the usual band."""
    return known(evidence.level) and known(evidence.usual_high) and evidence.level > evidence.usual_high


def below_usual(evidence: Evidence) -> bool:
    """Whether the level stands below the usual band."""
    return known(evidence.level) and known(evidence.usual_low) and evidence.level < evidence.usual_low


def _rising(assessment: Assessment) -> str:
    evidence = assessment.evidence
    if known(evidence.level) and known(evidence.usual) and evidence.level > 1.25 * evidence.usual > 0:
        return f"Rising: attention is about {times(evidence.level / evidence.usual)} times its usual level"
    return "Rising: attention is above its usual level and growing"


def _steady(assessment: Assessment) -> str:
    if assessment.evidence.warm_up:
        return "Steady so far: what is usual is still being learnt"
    if above_usual(assessment.evidence):
        return "Steady: attention holds above its usual level"
    if below_usual(assessment.evidence):
        return "Steady, but low: attention is below its usual range, and not called fading yet"
    if _back_at_background(assessment):
        return "Steady: quiet, back at background"
    return "Steady: attention is at its usual level"


def _back_at_background(assessment: Assessment) -> bool:
    came_from = assessment.changes[-1].before if assessment.changes else None
    return came_from is State.FADING and known(assessment.evidence.background)


def _fading(assessment: Assessment) -> str:
    evidence = assessment.evidence
    if assessment.kind != "slow" and known(evidence.share_of_peak):
        low, high = _ABOUT_HALF
        if evidence.share_of_peak > high:
            return f"Fading: attention is falling from its peak, {percent(evidence.share_of_peak)} is left"
        if evidence.share_of_peak >= low:
            return "Fading: attention is down to about half of its peak"
        return f"Fading: attention fell to {percent(evidence.share_of_peak)} of its peak"
    if assessment.kind != "slow":
        return "Fading: less than half of the peak is left"
    if known(evidence.level) and known(evidence.usual) and 0 <= evidence.level < 0.95 * evidence.usual:
        return f"Fading: a slow, lasting decline, now at {percent(evidence.level / evidence.usual)} of usual"
    return "Fading: a slow, lasting decline"


def _recovering(assessment: Assessment) -> str:
    share = assessment.evidence.share_of_peak
    if known(share) and share < 1:
        return f"Recovering: attention is growing again, now {percent(share)} of its peak"
    return "Recovering: attention is growing again"


def _too_few(assessment: Assessment) -> str:
    level = assessment.evidence.level
    if known(level):
        return f"Too few: {about(level)} a day is too little to judge"
    return "Too few: there is too little to judge"


def _no_data(_: Assessment) -> str:
    return "No data: it is not known where attention stands"


def _step_rising(_: Assessment) -> str:
    return (
        "Today: publish what you have ready, while people are looking. Prepare a second push with a new angle "
        "for the days after: half of a wave is often gone within a day."
    )


def _step_steady(assessment: Assessment) -> str:
    if above_usual(assessment.evidence):
        return "Within 2 days: have a push with a new angle ready, so that it can go out when attention turns."
    if below_usual(assessment.evidence):
        return (
            "Today: ask why attention is below its usual range. If no holiday and no fault of the source explains it, "
            "plan a push for this week."
        )
    return "Nothing is urgent. This week: prepare the next push, and look here again tomorrow."


def _step_fading(assessment: Assessment) -> str:
    if assessment.kind == "slow":
        return (
            "This week: plan a push with a new angle, such as a new fact, a new voice or a coming date. "
            "It may help; nobody can promise that it will."
        )
    deadline = deadline_hours(assessment.evidence)
    if hours_between(assessment.since, assessment.at) > max(deadline, _STILL_FRESH_HOURS):
        return (
            "The first hours of this fade are over, and a push now starts from a lower level. This week: choose a "
            "date, a new fact or a new voice to build the next push on. Nobody can promise that a push will help."
        )
    hours = span(deadline)
    return (
        f"Within {hours}: decide whether to push again. If you do, bring a new angle, such as a new fact, a new "
        "voice or a coming date: the same post again rarely helps. Nobody can promise that a push will."
    )


def deadline_hours(evidence: Evidence) -> float:
    """How long a decision may wait: until half of what is left may be gone, but 6 to 24 hours."""
    half_life = evidence.half_life_hours
    if not known(half_life):
        return _MOST_DEADLINE_HOURS
    return min(_MOST_DEADLINE_HOURS, max(_LEAST_DEADLINE_HOURS, half_life))


def _step_recovering(_: Assessment) -> str:
    return "Within 24 hours: find out what brought people back, and add to it while it lasts."


def _step_too_few(_: Assessment) -> str:
    return (
        "This week: look for more to count. Add a tag or phrase that people really use, or another source, "
        "to config.yaml. Small numbers say nothing about how much the cause matters."
    )


def _step_no_data(_: Assessment) -> str:
    return (
        "Today: run the command monitor check to see which source is silent, and mend it. "
        "Until then, decide nothing on these numbers."
    )


_HEADLINES: Mapping[State, Callable[[Assessment], str]] = MappingProxyType(
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
