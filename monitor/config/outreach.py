"""The keys about telling people and planning pushes."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from .kinds import Allowed, ChannelName, Clock, Label, Section, Weekday, Zone, empty_list


class QuietSection(Section):
    """Hours in which nothing is sent; what comes up in them is sent after."""

    start: Clock = Field(description="When they begin.")
    end: Clock = Field(description="When they end; before `start`, it is the next day.")

    @model_validator(mode="after")
    def _some_hours(self) -> Self:
        if self.start == self.end:
            raise ValueError("start and end are the same time; leave `quiet` out where nothing is quiet")
        return self


class ChannelSection(Section):
    """A way to reach people: mail, Signal, Matrix, Telegram, Slack, a webhook, and whatever else Apprise knows."""

    language: Literal["en", "ru"] = Field(default="en", description="The language of its messages.")
    timezone: Zone | None = Field(
        default=None, description="Where its readers live: quiet hours and days are theirs (default: the campaign's)."
    )
    quiet: QuietSection | None = Field(default=None, description="Hours in which nothing is sent.")


class WarningsSection(Section):
    """Who is told when attention fades or a source falls silent; at most one message a day unless it gets worse."""

    channels: dict[ChannelName, ChannelSection] = Field(
        default_factory=dict,
        description="The ways to reach people, each under a name of its own. The address of `team-mail` is a secret: "
        "it stands in the environment variable MONITOR_CHANNEL_TEAM_MAIL, as a URL that Apprise reads, such as "
        "mailtos://USER:PASSWORD@example.org?to=team@example.org.",
    )
    digest: Weekday = Field(default="monday", description="The day of the weekly digest, or never.")
    digest_at: Clock = Field(default=time(9), description="The time of the weekly digest, in each channel's zone.")


class PushesSection(Section):
    """What proposals of renewed pushes go by."""

    floor: float | None = Field(
        default=None,
        gt=0,
        le=100,
        description="Times the usual level that attention should not fall under; the latest sensible date is before "
        "that (default: where it is back within what is usual).",
    )
    hours: float = Field(default=3, ge=0.5, le=72, description="How long the window of a push is.")
    helplines: Annotated[tuple[Label, ...], BeforeValidator(empty_list)] = Field(
        default=(), description="Helpline lines; the checklist of a push asks whether its draft holds one of them."
    )
    anchors: Annotated[Path, Allowed("the path of a calendar file (.ics)")] | None = Field(
        default=None,
        description="Your own calendar of dates that pushes are drawn to: anniversaries, hearings, sessions of the UN.",
    )


class CalendarSection(Section):
    """The calendar feed of pushes that `monitor run` can serve on this machine, under a path nobody can guess."""

    serve: bool = Field(
        default=False,
        description="Serve it while `monitor run` is on; `monitor calendar --address` prints the address.",
    )
    port: int = Field(default=8502, ge=1, le=65535, description="Where it listens on 127.0.0.1.")
