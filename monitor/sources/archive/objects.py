"""JSON values turned into rows: each object's kind is told by its keys, and pages of an API by their lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ...model import Post
from .columns import Columns, flat_post
from .fediverse import bluesky_post, mastodon_post
from .fields import Object, child
from .rows import NOT_A_POST, Row, Unreadable, refused
from .x import ALONE, Included, included, v1_post, v2_post, website_post

_LISTS = ("data", "statuses", "feed", "posts")
_V2_SIGNS = frozenset({"author_id", "edit_history_tweet_ids", "edit_history_post_ids", "public_metrics"})


def rows(value: object, known: dict[tuple[str, ...], Columns]) -> Iterator[Row]:
    """Yield the rows of a JSON value: a post, a list, or a page of posts with what it includes."""
    if isinstance(value, Unreadable):
        yield refused(value.reason)
    elif isinstance(value, list):
        for one in value:
            yield partial(_post, one, ALONE, known)
    elif isinstance(value, dict):
        yield from _of_object(value, known)
    else:
        yield refused(NOT_A_POST)


def _of_object(value: Mapping[str, object], known: dict[tuple[str, ...], Columns]) -> Iterator[Row]:
    for key in _LISTS:
        if isinstance(value.get(key), (list, dict)) and "text" not in value and "content" not in value:
            page, inside = included(value), value[key]
            for one in inside if isinstance(inside, list) else (inside,):
                yield partial(_post, one, page, known)
            return
    if child(value, "meta").get("result_count") == 0:  # an empty page of v2 has no list at all
        return
    yield partial(_post, value, ALONE, known)


def _post(value: object, page: Included, known: dict[tuple[str, ...], Columns]) -> Post:
    if not isinstance(value, dict):
        raise Unreadable(NOT_A_POST)
    if isinstance(value.get("account"), dict) and ("content" in value or "reblog" in value):
        return mastodon_post(value)
    if isinstance(value.get("legacy"), dict):
        return website_post(value)
    if isinstance(value.get("record"), dict) or "commit" in value or isinstance(value.get("post"), dict):
        return bluesky_post(value)
    return _of_x(value, page, known)


def _of_x(value: Object, page: Included, known: dict[tuple[str, ...], Columns]) -> Post:
    if isinstance(value.get("user"), dict) or "id_str" in value:
        return v1_post(value)
    if "id" in value and "text" in value and (not _V2_SIGNS.isdisjoint(value) or len(value) == 2):
        flat = any("." in key for key in value)
        return flat_post(value, known) if flat else v2_post(value, page)
    if not value.keys() & {"id", "text", "body", "content", "message", "full_text", "tweet"}:
        raise Unreadable(NOT_A_POST)
    return flat_post(value, known)
