"""A push: what the campaign plans to do, by whom and when; and when it could best be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PushState(StrEnum):
    """How far a push has come: proposed → planned or declined; planned → done or cancelled."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    DECLINED = "declined"


class Check(StrEnum):
    """What a human has looked at before a push goes out."""

    EXPOSES_NOBODY = "exposes nobody"
    HELPLINE = "helpline"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time in which a push may go out, and what speaks for and against it.

    `audience` is what the topic's own past expects of these hours of the week: 1 is an average hour; None where
    nothing is known. `weeks` is how many weeks of past stand behind that, and `weak` whether they are too few or
    their hours hardly differ. `source` is whose past it is. `anchor` is the date of the campaign's calendar that
    draws to it. `days_from_push` is how near another push of the topic lies (None: none within two weeks). `news` is
    the day's expected news total over what is usual, None where no news total is collected.
    """

    start: datetime
    end: datetime
    audience: float | None = None
    weeks: int = 0
    weak: bool = True
    source: str = ""
    anchor: str = ""
    days_from_push: float | None = None
    news: float | None = None


@dataclass(frozen=True, slots=True)
class Push:
    """A planned, done or cancelled action of the campaign, or the proposal of one; a human does it, never the tool.

    `number` is what staff call it (0 until it is stored), `uid` what calendars do. The window is `starts_at` to
    `ends_at`; `went_out_at` is when it really went out. `hook` is what it hangs on, such as "new testimony".
    `draft` is staff's own text. `reason` says why it was proposed, declined, moved or cancelled. `latest` is the
    latest sensible date; `windows` are the alternatives of a proposal, best first. `change` is the number of the
    stored change that opened it. `sequence` counts its revisions.
    """

    topics: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime
    state: PushState = PushState.PLANNED
    owner: str = ""
    channels: tuple[str, ...] = ()
    hook: str = ""
    languages: tuple[str, ...] = ()
    draft: str = ""
    checked: tuple[Check, ...] = ()
    reason: str = ""
    latest: datetime | None = None
    windows: tuple[Window, ...] = ()
    change: int | None = None
    went_out_at: datetime | None = None
    number: int = 0
    uid: str = ""
    sequence: int = 0
    changed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to come."""
        return self.state in (PushState.PROPOSED, PushState.PLANNED)


class Deed(StrEnum):
    """What staff can do with a push on a page."""

    ADD = "add"
    ACCEPT = "accept"
    DECLINE = "decline"
    WRITE = "write"
    MOVE = "move"
    TICK = "tick"
    DONE = "done"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Request:
    """What staff ask for: a deed and the push it is about (0: a new one), with what belongs to it.

    `sequence` is the revision that they were looking at; None where they looked at none. `at` is a time as they typed
    it, on the clock of `timezone` (an IANA name; empty: the campaign's), and `hours` how long the window is. `hook`,
    `channels`, `languages` and `draft` are what they wrote; None leaves what was written before.
    """

    deed: Deed
    number: int = 0
    owner: str = ""
    window: int | None = None
    reason: str = ""
    checked: tuple[Check, ...] = ()
    sequence: int | None = None
    topics: tuple[str, ...] = ()
    at: str = ""
    timezone: str = ""
    hours: float | None = None
    hook: str | None = None
    channels: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date of the campaign's own calendar that pushes are drawn to: an anniversary, a hearing, a session."""

    title: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Planning:
    """How the campaign plans: what it will not let attention fall under, how long a push takes, and its own dates.

    `floor` is in times what is usual (None: back at background). A draft should hold one of the `helplines`. `anchors`
    is the path of the campaign's own calendar file.
    """

    floor: float | None = None
    hours: float = 3.0
    helplines: tuple[str, ...] = ()
    anchors: str | None = None
