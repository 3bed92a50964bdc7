"""What every part of the page Warnings needs to be told, and how it asks for what staff want."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from ..alerts.listing import Episode, Outbox
from ..alerts.readers import Readers, Situation
from ..model import Campaign, Channel
from ..shown.warnings import WarningsPage, Wish
from . import refusals
from .viewer import Viewer

WHO = "warnings-who"  # in the session: the name that somebody wrote who did not sign in


@dataclass(frozen=True, slots=True)
class Reading:
    """The page as one viewer reads it."""

    shown: WarningsPage
    viewer: Viewer
    readers: Readers
    outbox: Outbox

    def say(self, key: str, *, count: int | None = None, **values: object) -> str:
        """A text in the viewer's language."""
        return self.viewer.say(key, count=count, **values)

    @property
    def who(self) -> str:
        """Who looks: as they signed in, or as they wrote."""
        return self.viewer.name or str(st.session_state.get(WHO, "")).strip()

    @property
    def unfollowed(self) -> frozenset[str]:
        """The sources that warn nobody."""
        return frozenset(one.source for one in self.shown.unfollowed)

    def goes_on(self, one: Episode) -> bool:
        """Whether a warning is open in a source that is followed, of a topic that still is."""
        aliases, off = self.shown.frame.aliases, self.unfollowed
        return any(topic in aliases and source not in off for topic, source in one.holding)

    def ask(self, wish: Wish, form: str) -> None:
        """Have it done and show what has become of it, or keep why it was not."""
        refused = self.shown.act(wish)
        refusals.keep(form, refused)
        if not refused:
            st.rerun()

    def answer(self, form: str) -> None:
        """Say why what was asked for in that form was not done."""
        refusals.answer(form, self.viewer)


def reading(shown: WarningsPage, viewer: Viewer) -> Reading:
    """The page as this viewer reads it."""
    frame, language, timezone = shown.frame, viewer.language, viewer.timezone
    campaign = Campaign("", frame.alias, timezone, (language,), ())
    readers = Readers(Channel("", language, timezone), Situation(campaign, frame.aliases, frame.now))
    snoozes = [one for one in shown.snoozes if one.until > shown.acting_at]
    return Reading(shown, viewer, readers, Outbox(shown.messages, shown.owed, snoozes, shown.settled))
