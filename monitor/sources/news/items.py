"""A feed's bytes turned into stories, whatever dialect it speaks and however broken it is (pure)."""

from __future__ import annotations

import calendar
import html
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO

import feedparser  # type: ignore[import-untyped]

from ...errors import SourceError
from ..archive.fields import clean

MOST_STORIES = 1000
_LONGEST_ID = 2000
_LONGEST_TEXT = 20000
_TAG = re.compile(r"<[^<>]{0,5000}>")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, repr=False)
class Story:
    """One story as the feed lists it; `at` is None where it tells no time that can be read."""

    id: str
    text: str
    at: datetime | None

    def __repr__(self) -> str:
        """Nothing of the story, so that no log can carry it."""
        return "<Story>"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed lists, in its own order; `read` counts all rows, readable or not."""

    stories: tuple[Story, ...] = field(repr=False)
    read: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)


def parse_feed(body: bytes, *, content_type: str = "") -> Listing:
    """The stories of a feed; raises SourceError for what is not a feed, and for one that lists nothing."""
    try:
        parsed = feedparser.parse(
            BytesIO(body),  # never bytes or text: those could be taken for the name of a file
            response_headers={"content-type": content_type},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
        version, entries = parsed.get("version"), parsed.get("entries")
    except Exception:  # noqa: BLE001 - a parser of a dozen dialects fails in as many ways; its words may quote the feed
        raise SourceError("answered something that is no readable feed") from None
    if not version:
        raise SourceError("answered something that is not a feed: look whether its address has changed")
    if not entries:
        raise SourceError("its feed lists nothing: empty, or out of order")
    quarantined: Counter[str] = Counter()
    stories: dict[str, Story] = {}
    for entry in entries[:MOST_STORIES]:
        story = _story(entry)
        if isinstance(story, str):
            quarantined[story] += 1
        else:
            stories.setdefault(story.id, story)
    if len(entries) > MOST_STORIES:
        quarantined["more stories than are read at once"] = len(entries) - MOST_STORIES
    return Listing(tuple(stories.values()), len(entries), dict(quarantined))


def plain(text: str) -> str:
    """Text without its HTML.

    >>> plain("<p>Light &amp; <b>lamp</b></p>")
    'Light & lamp'
    """
    bare = html.unescape(_TAG.sub(" ", text[:_LONGEST_TEXT]))
    return _SPACE.sub(" ", bare).strip()


def _story(entry: object) -> Story | str:
    """A story, or why it cannot be read."""
    if not isinstance(entry, dict):
        return "a story that cannot be read"
    name = (_text(entry, "id") or _text(entry, "link")).strip()[:_LONGEST_ID]
    if not name:
        return "a story without a name or link of its own"
    text = "\n".join(filter(None, (plain(_text(entry, key)) for key in ("title", "summary"))))
    if not text:
        return "a story without text"
    return Story(name, text, _time(entry))


def _text(entry: Mapping[str, object], key: str) -> str:
    return clean(entry.get(key)).replace("\x00", "")


def _time(entry: dict[str, object]) -> datetime | None:
    told = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")  # its own `get` mixes the two up
    try:
        return datetime.fromtimestamp(calendar.timegm(told), UTC)  # type: ignore[arg-type] # what else it is raises
    except (TypeError, ValueError, OverflowError, OSError, IndexError):
        return None
