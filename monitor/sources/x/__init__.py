"""The source `x`: posts by hour from X's count endpoints, and what the user adds to it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model import Topic
from .settings import TOKEN, Settings

if TYPE_CHECKING:
    from .. import Source

__all__ = ["Settings", "advice", "build"]

_MINUTES_A_MONTH = 30 * 24 * 60
_LIKE_A_TOKEN = re.compile(r"[!-~]{1,2000}")


def build(settings: Settings, topics: Sequence[Topic]) -> tuple[Source, ...]:
    """The counts, and the mentions and the sample where they are switched on; the token comes from MONITOR_X_TOKEN.

    Without a token they are built all the same, and say in each round what is missing.
    """
    from ... import web  # noqa: PLC0415 - tweepy and requests take half a second, and every command reads the settings
    from .counts import XCounts  # noqa: PLC0415 - the same
    from .door import Door  # noqa: PLC0415 - the same
    from .mentions import XMentions  # noqa: PLC0415 - the same
    from .queries import question  # noqa: PLC0415 - beside the others
    from .sample import XSample  # noqa: PLC0415 - the same

    token = _token()
    manners = web.Manners(allow_private=settings.allow_private)
    door = Door(token, manners, base=settings.base_url) if token else None
    questions = [found for found in map(question, topics) if found]
    built: list[Source] = [XCounts(door, questions, settings)]
    if settings.mentions:
        built.append(XMentions(door, topics, settings))
    if settings.sample:
        built.append(XSample(door, questions, settings))
    return tuple(built)


def advice(settings: Settings) -> Sequence[str]:
    """What X's terms allow and forbid, in plain words, and what a month costs with these settings."""
    missing = () if _token() else (f"! no token yet: set {TOKEN}",)
    return (
        *missing,
        "X's terms allow totals of your own campaign's hashtags and accounts, without keeping anything about persons.",
        "X's terms forbid watching protests, rallies or meetings, following activists or their groups, and inferring "
        "anybody's politics, religion, health or origin. Take out topics that do; let a lawyer read the terms.",
        f"Tell X in the developer console what you do, in these words: {_use(settings)}. It binds you.",
        *_costs(settings),
    )


def _token() -> str:
    """The token, or nothing where there is none that X could have given."""
    token = os.environ.get(TOKEN, "").strip()
    return token if _LIKE_A_TOKEN.fullmatch(token) else ""


def _use(settings: Settings) -> str:
    """The use case as these settings make it: X holds its users to what they wrote."""
    probe = f", and of #{settings.probe}, to tell an outage from quiet" if settings.probe else ""
    mentions = "; posts that mention our account are counted in memory" if settings.mentions else ""
    sample = f"; {settings.sample_posts} posts a day are read for tone, in memory" if settings.sample else ""
    totals = "hourly totals of posts with our own campaign's hashtags, words, links and accounts"
    return f"{totals}{probe}{mentions}{sample}; no posts, names or account numbers are kept"


def _mention_costs(settings: Settings, rounds: float) -> Sequence[str]:
    dollars = 0.001 if settings.own_app else 0.005
    quiet, most = 10 * dollars, settings.mentions_a_round * dollars
    lines = [
        f"Mentions cost ${dollars:g} a post, at most ${most:,.2f} a round; ten are set aside in each round, "
        f"which makes ${quiet * rounds:,.2f} a month."
    ]
    if not settings.own_app:
        lines.append("If your own account owns the app of the token, set own_app: a mention costs $0.001 then.")
    if not settings.own_account_id:
        lines.append("Set own_account_id, or X is asked for it at each start ($0.01; with cron, in each round).")
    return lines


def _costs(settings: Settings) -> Sequence[str]:
    rounds = _MINUTES_A_MONTH / settings.every_minutes
    each = f"${0.005 * rounds:,.2f} a month for each topic"
    probe = ", and as much for the probe" if settings.probe else "; without a probe an outage of X can look like quiet"
    lines = [f"Counting every {settings.every_minutes:g} minutes costs {each}{probe}."]
    if settings.mentions:
        lines += _mention_costs(settings, rounds)
    if settings.sample:
        lines.append(f"The sample costs at most ${0.005 * settings.sample_posts * 30:,.2f} a month.")
    cap = f"All of it stops at ${settings.budget_dollars:,.2f} a month; rounds come less often so that it lasts."
    return (*lines, cap, "An organisation for the public good can ask X for free access: Public Utility Apps.")
