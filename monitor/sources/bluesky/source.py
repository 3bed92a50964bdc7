"""The source itself: connect with the saved place, read up to now, leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ... import web
from ...model import Page, Price, Topic
from .address import endpoint
from .drain import Drain
from .place import Place, digest
from .profiles import Profiles
from .round import Round
from .stream import Patience

if TYPE_CHECKING:
    from . import Settings


class Bluesky:
    """All public posts of Bluesky by the time Jetstream witnessed them: created ones only, each counted once.

    What was counted stays counted, also where its author edits or deletes it later. The cursor is the place in the
    stream; a place of another instance is taken up by its time, with a small overlap.
    """

    name = "bluesky"
    method = "1"
    lag_hours = 0
    bucket_hours = 1
    price: Price | None = None

    def __init__(self, settings: Settings, topics: Sequence[Topic], *, patience: Patience | None = None) -> None:
        self.every_minutes = settings.every_minutes
        self.topics = tuple(topics)
        self._endpoint = endpoint(settings.jetstream)
        self._private = settings.allow_private
        self._look_back = timedelta(hours=settings.look_back_hours)
        self._terms = digest(topics)
        self._patience = patience or Patience()
        self._profiles = Profiles(settings.profiles, web.Manners(allow_private=settings.allow_private))

    def opted_out(self, authors: Sequence[str], *, now: datetime) -> frozenset[str]:
        """Those of the authors who ask not to be shown to strangers, or are gone; SourceError if nobody can say."""
        return self._profiles.opted_out(authors, now=now)

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Every post after the cursor up to `now`; without one, from as far back as is wanted and kept."""
        self._profiles.forget()
        place = Place.read(cursor) if cursor else None
        drain = Drain(place, instance=self._endpoint.instance, terms=self._terms)
        reading = Round(
            self._endpoint,
            drain,
            now=now,
            clock=web.running(now),
            look_back=self._look_back,
            private=self._private,
            patience=self._patience,
        )
        exact = place is not None and place.seq is not None and place.instance == self._endpoint.instance
        yield from reading.pages(exact=exact)
