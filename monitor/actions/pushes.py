"""What staff do with pushes: add, accept, move, write, decline, cancel, mark as done; a human posts, never the tool.

proposed ─ accept ─▶ planned ─ done ───▶ done
    └──── decline ─▶ declined └ cancel ▶ cancelled
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import available_timezones

from ..errors import ConfigError
from ..local import moment
from ..model import Check, Deed, Push, PushState, Request
from ..store import Store
from .drafts import Details as Details  # noqa: PLC0414 - so mypy knows it is part of what is asked for here
from .drafts import clean_text, written

_CAN = {
    PushState.PROPOSED: "accept, move or decline it",
    PushState.PLANNED: "move it, mark it as done, or cancel it",
    PushState.DONE: "ask for its effect",
    PushState.CANCELLED: "only look at it, or add a new one",
    PushState.DECLINED: "only look at it, or add a new one",
}
_OPEN = (PushState.PROPOSED, PushState.PLANNED)
_HOURS = 3.0  # of a window, where nobody says how many
_FURTHEST = timedelta(days=2 * 366)  # nobody plans further ahead: the year is mistyped
_LONGEST_AGO = timedelta(days=366)  # nor tells of a push so late


_NOTHING = Details()


def add(store: Store, push: Push, *, topics: Collection[str], details: Details = _NOTHING, now: datetime) -> Push:
    """Store a push of staff's own as planned; it needs an owner, a time to come, and some of the campaign's topics."""
    if not push.topics:
        raise ConfigError(f"a push needs a topic; the campaign has: {', '.join(sorted(topics))}")
    for key in push.topics:
        if key not in topics:
            raise ConfigError(f"there is no topic {key!r}; the campaign has: {', '.join(sorted(topics))}")
    fresh = Push(tuple(dict.fromkeys(push.topics)), push.starts_at, push.ends_at, owner=_owner(push.owner))
    with store.recording(now=now) as recording:
        return recording.add_push(written(_timed(fresh, now=now), details))


def accept(
    store: Store,
    number: int,
    *,
    owner: str,
    window: int | None = None,
    details: Details = _NOTHING,
    seen: int | None = None,
    now: datetime,
) -> Push:
    """Take up a proposal and answer for it: at its own time, or in another of its windows (from 1).

    Where its own time is over, the best window that is still to come is taken. `seen` is here, as below, the revision
    that who asks was looking at: where there is a newer one, nothing is done.
    """

    def taken(push: Push) -> Push:
        planned = replace(push, state=PushState.PLANNED, owner=_owner(owner or push.owner))
        planned = _to_come(planned, now=now) if window is None else _in_window(planned, window)
        return written(_timed(planned, now=now), details)

    return _change(store, number, (PushState.PROPOSED,), taken, seen=seen, now=now)


def move(
    store: Store,
    number: int,
    *,
    start: datetime,
    end: datetime,
    reason: str = "",
    seen: int | None = None,
    now: datetime,
) -> Push:
    """Give a push that is still to come another time; whose it is and what it says stays."""

    def moved(push: Push) -> Push:
        why = clean_text(reason, "the reason") or push.reason
        return _timed(replace(push, starts_at=start, ends_at=end, reason=why), now=now)

    return _change(store, number, _OPEN, moved, seen=seen, now=now)


def write(store: Store, number: int, *, details: Details, seen: int | None = None, now: datetime) -> Push:
    """Change what a push that is still to come says, or tick what a human has looked at."""
    return _change(store, number, _OPEN, lambda push: written(push, details), seen=seen, now=now)


def decline(store: Store, number: int, *, reason: str, seen: int | None = None, now: datetime) -> Push:
    """Turn down a proposal, saying why: the next ones may be better for it."""
    dropped = _dropped(number, PushState.DECLINED, reason)
    return _change(store, number, (PushState.PROPOSED,), dropped, seen=seen, now=now)


def cancel(store: Store, number: int, *, reason: str, seen: int | None = None, now: datetime) -> Push:
    """Call off a planned push, saying why."""
    dropped = _dropped(number, PushState.CANCELLED, reason)
    return _change(store, number, (PushState.PLANNED,), dropped, seen=seen, now=now)


def done(
    store: Store,
    number: int,
    *,
    at: datetime | None = None,
    checked: Collection[Check] = (),
    seen: int | None = None,
    now: datetime,
) -> Push:
    """Tell that a push went out (`at`, or now); refused until a human has ticked that it exposes nobody.

    A push that is done already is corrected, if the time is given.
    """
    went_out_at = at or now
    if went_out_at > now:
        raise ConfigError("a push is done when it has gone out: the time given is still to come")
    if went_out_at < now - _LONGEST_AGO:
        raise ConfigError("that time is more than a year ago: is the year right?")

    def told(push: Push) -> Push:
        found = written(push, Details(checked=tuple(checked)))
        if Check.EXPOSES_NOBODY not in found.checked:
            raise ConfigError(
                f"nobody has ticked yet that push {number} exposes nobody: look at it once more, then tick that "
                "(--exposes-nobody)"
            )
        return replace(found, state=PushState.DONE, went_out_at=went_out_at)

    states = (PushState.PLANNED, PushState.DONE) if at else (PushState.PLANNED,)
    return _change(store, number, states, told, seen=seen, now=now)


def carry_out(
    store: Store,
    request: Request,
    *,
    helplines: Sequence[str] = (),
    topics: Collection[str] = (),
    timezone: str = "UTC",
    now: datetime,
) -> Push:
    """Do what staff ask for on a page; ConfigError says what stands against it.

    What they type is read on the clock that the request names, else on that of `timezone`.
    """
    number, reason, seen = request.number, request.reason, request.sequence
    timezone = _known(request.timezone) if request.timezone else timezone
    details = _details(request, helplines)
    match request.deed:
        case Deed.ADD:
            fresh = Push(request.topics, *_span(request, None, timezone), owner=request.owner)
            return add(store, fresh, topics=topics, details=details, now=now)
        case Deed.ACCEPT:
            whose, window = request.owner, request.window
            return accept(store, number, owner=whose, window=window, details=details, seen=seen, now=now)
        case Deed.WRITE | Deed.TICK:
            return write(store, number, details=details, seen=seen, now=now)
        case Deed.MOVE:
            start, end = _span(request, store.push(number), timezone)
            return move(store, number, start=start, end=end, reason=reason, seen=seen, now=now)
        case Deed.DONE:
            at = moment(request.at, timezone) if request.at.strip() else None
            return done(store, number, at=at, checked=request.checked, seen=seen, now=now)
        case Deed.DECLINE | Deed.CANCEL:
            dropped = decline if request.deed is Deed.DECLINE else cancel
            return dropped(store, number, reason=reason, seen=seen, now=now)


def _known(timezone: str) -> str:
    """A zone that a page names, if it is one of the IANA names; others may be files of this machine."""
    if timezone not in _zones():
        raise ConfigError(f"{timezone!r} is not an IANA time zone such as Africa/Lagos or Europe/Kyiv")
    return timezone


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _details(asked: Request, helplines: Sequence[str]) -> Details:
    """What staff wrote and ticked on a page."""
    return Details(asked.hook, asked.channels, asked.languages, asked.draft, asked.checked, tuple(helplines))


def _span(request: Request, before: Push | None, timezone: str) -> tuple[datetime, datetime]:
    """The window that staff typed; what they left out stays as it was before."""
    start = before.starts_at if before and not request.at.strip() else moment(request.at, timezone)
    length = before.ends_at - before.starts_at if before else timedelta(hours=_HOURS)
    try:
        return start, start + (length if request.hours is None else timedelta(hours=request.hours))
    except (ValueError, OverflowError) as error:
        raise ConfigError("no clock shows the end of that time: give it another start, or other hours") from error


def _dropped(number: int, after: PushState, reason: str) -> Callable[[Push], Push]:
    why = clean_text(reason, "the reason")
    if not why:
        raise ConfigError(f"say why push {number} is {after.value}: a reason is what others learn from")
    return lambda push: replace(push, state=after, reason=why)


def _change(
    store: Store,
    number: int,
    states: Collection[PushState],
    changed: Callable[[Push], Push],
    *,
    seen: int | None = None,
    now: datetime,
) -> Push:
    """Store what becomes of a push that is in one of the states; nothing where it stays as it is.

    Who was looking at another revision than the stored one (`seen`; None: at none) has decided about something else.
    """
    with store.recording(now=now) as recording:
        push = next((one for one in recording.pushes() if one.number == number), None)
        if push is None:
            raise ConfigError(f"there is no push {number}: `monitor push list` shows them")
        if push.state not in states:
            raise ConfigError(f"push {number} is {push.state.value}: you can {_CAN[push.state]}")
        if seen is not None and seen != push.sequence:
            raise ConfigError(f"push {number} was changed by somebody else meanwhile: look at it again")
        new = changed(push)
        return push if new == push else recording.save_push(new)


def _to_come(push: Push, *, now: datetime) -> Push:
    ahead = [window for window in push.windows if window.end > now]
    if push.ends_at > now or not ahead:
        return push
    return replace(push, starts_at=ahead[0].start, ends_at=ahead[0].end)


def _in_window(push: Push, window: int) -> Push:
    if not 1 <= window <= len(push.windows):
        raise ConfigError(f"push {push.number} has no window {window}: choose one from 1 to {len(push.windows)}")
    chosen = push.windows[window - 1]
    return replace(push, starts_at=chosen.start, ends_at=chosen.end)


def _timed(push: Push, *, now: datetime) -> Push:
    """The push, if its window is one that can still be met."""
    if push.ends_at <= push.starts_at:
        raise ConfigError("the window of a push ends after it starts: give it a later end, or more hours")
    if push.ends_at <= now:
        raise ConfigError("that time is over: give it a time that is still to come")
    if push.starts_at > now + _FURTHEST:
        raise ConfigError("that time is more than two years ahead: is the year right?")
    return push


def _owner(name: str) -> str:
    found = clean_text(name, "the owner")
    if not found:
        raise ConfigError("a push needs an owner: somebody who sees to it")
    return found
