"""The value of the page Settings and safety."""

from __future__ import annotations

from collections.abc import Iterator

from ..actions import wiping
from ..clock import wall_clock
from ..config import Config
from ..errors import ConfigError
from ..guard import identity, risk_of
from ..model import Topic
from ..shown.settings import AskedSource, FollowedTopic, Guard, GuardedTerm, Held, SettingsPage, Wiping
from ..store.held import PURPOSES
from .asked import asked
from .desk import Desk, frame
from .elsewhere import searches


def page(desk: Desk) -> SettingsPage:
    """What the page Settings and safety shows, and how all is wiped."""
    chosen = desk.config
    found, trouble = desk.seen.kept("settings-sources", lambda: _sources(desk))
    return SettingsPage(
        frame(desk),
        desk.seen.kept("settings-topics", lambda: tuple(_followed(desk, topic, found) for topic in chosen.topics)),
        found,
        desk.seen.kept("settings-held", lambda: _held(desk)),
        chosen.campaign.languages,
        {channel.name: channel.language for channel in chosen.channels},
        lambda typed, anyway: _wiped(desk, typed, anyway=anyway),
        trouble,
    )


def _sources(desk: Desk) -> tuple[tuple[AskedSource, ...], str]:
    try:
        return asked(desk.store, desk.config, at=desk.seen.now), ""
    except ConfigError as error:  # a token that cannot be right: the rest of the page still holds
        return (), str(error)


def _held(desk: Desk) -> Held:
    tables = ((one, PURPOSES[one.table].held_for) for one in desk.store.holdings())
    return Held(tuple(tables), desk.store.keys(now=desk.acting_now))


def _followed(desk: Desk, topic: Topic, found: tuple[AskedSource, ...]) -> FollowedTopic:
    """The topic; in an invented campaign nobody is sent anywhere to look for invented words."""
    asked_now = [source.name for source in found if source.every_minutes is not None]
    elsewhere = () if desk.seen.invented else searches(topic, asked_now)
    return FollowedTopic(topic.key, topic.alias, tuple(_guarded(desk.config, topic)), elsewhere)


def _guarded(chosen: Config, topic: Topic) -> Iterator[GuardedTerm]:
    """Each term with why it may be followed: it looks like nobody, or an office's, or somebody answers for it.

    What is neither official nor answered for never gets here: the config is refused before.
    """
    confirmed = {identity(one.term): one for one in chosen.confirmed.get(topic.key, ())}
    for term in topic.terms:
        risk, answer = risk_of(term), confirmed.get(identity(term.text))
        if answer:
            yield GuardedTerm(term, Guard.CONFIRMED, answer.by, answer.on, answer.reason, risk)
        else:
            yield GuardedTerm(term, Guard.OFFICIAL if risk else Guard.PLAIN, risk=risk)


def _wiped(desk: Desk, typed: str, *, anyway: bool) -> Wiping:
    """Everything gone, or why not."""
    done: list[Wiping] = []
    refused = desk.done(lambda: done.append(_wipe(desk, typed, anyway=anyway)))
    return Wiping(refused) if refused else done[0]


def _wipe(desk: Desk, typed: str, *, anyway: bool) -> Wiping:
    chosen = desk.config
    desk.store.close()  # what this page itself has open would seem to be somebody else
    alias, folders = chosen.campaign.alias, (chosen.path.parent,)
    gone = wiping.wipe(chosen.store, alias=alias, typed=typed, folders=folders, anyway=anyway)
    return Wiping("", tuple(limit.value for limit in gone.limits), wall_clock())
