"""One server as a source: its posts under the topics' hashtags, and its own daily counts of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from ... import web
from ...model import HOUR, Page, Price, Term, TermKind, Topic, hour_of
from . import Settings
from .cursor import Cursor
from .history import Histories
from .probe import LAG_HOURS
from .server import TIMEOUT_SECONDS, Server
from .timelines import Timelines

_MAX_BYTES = 8 * 2**20  # forty posts are a tenth of a megabyte


class Instance:
    """One server: a source of posts, and of the daily measures `uses` and `accounts`.

    Posts are those that this server has seen, from wherever they came. A post that arrives late is counted into the
    hour it was written; an hour is called complete two hours after its end.
    """

    method = "1"
    lag_hours = LAG_HOURS
    bucket_hours = 1
    price: Price | None = None

    def __init__(
        self, name: str, address: str, *, settings: Settings, topics: tuple[Topic, ...], token: str | None
    ) -> None:
        self.name = name
        self.every_minutes = settings.every_minutes
        self.topics = topics
        self._address, self._token = address, token
        self._tags = {topic.key: _tags_of(topic) for topic in topics}
        self.probe = settings.probe
        manners = web.Manners(
            allow_private=settings.allow_private, timeout_seconds=TIMEOUT_SECONDS, max_bytes=_MAX_BYTES
        )
        self._session = web.session(manners)

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """The daily counts once an hour, then every post since the last round.

        Raises SourceError, for good where the server shows hashtags to its members only.
        """
        place = Cursor.load(cursor)
        server = Server(self._address, session=self._session, token=self._token, clock=web.running(now))
        hour = hour_of(now)
        if place.history is None or place.history + HOUR <= hour or place.history > now:
            yield from Histories(self.name, self._tags, self.probe).pages(server, place, now=now)
        timelines = Timelines(self._tags, probe=self.probe, has_token=self._token is not None)
        yield from timelines.pages(server, place, now=now)


def with_tags(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics that have hashtags, with these alone: nothing else can be looked for here.

    A hashtag of figures alone is left out: Mastodon knows none, and would answer with nothing for ever.
    """
    found = (replace(topic, terms=_tag_terms(topic)) for topic in topics)
    return tuple(topic for topic in found if topic.terms)


def _tag_terms(topic: Topic) -> tuple[Term, ...]:
    return tuple(term for term in topic.terms if term.kind is TermKind.TAG and _can_be(_bare(term.text)))


def _can_be(tag: str) -> bool:
    return bool(tag) and not tag.isdecimal()


def _tags_of(topic: Topic) -> tuple[str, ...]:
    """A topic's hashtags without #, each once whatever its case."""
    found: dict[str, str] = {}
    for term in topic.terms:
        found.setdefault(_bare(term.text).casefold(), _bare(term.text))
    return tuple(found.values())


def _bare(tag: str) -> str:
    return tag.strip().lstrip("#＃")
