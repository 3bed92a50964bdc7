"""Posts of X as its APIs give them: v2 objects and pages, v1.1 objects, and what its website loads.

Both spellings of v2 are read (tweet and post). A repost is read with the text and tags of the post it passes
on, where the file has them, as X's own search does; its counts belong to that other post and are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape

from ...model import Post, PostKind
from .fields import Object, child, children, clean, code, names, reactions, said
from .rows import Unreadable
from .times import moment, snowflake_moment

_Names = tuple[str, ...] | None
_Lists = tuple[_Names, _Names, _Names]
_KINDS = (("retweeted", PostKind.REPOST), ("quoted", PostKind.QUOTE), ("replied_to", PostKind.REPLY))
_V2_COUNTS = tuple(f"{what}_count" for what in ("like", "reply", "quote", "retweet", "repost"))
_V1_COUNTS = ("favorite_count", "retweet_count", "reply_count", "quote_count")


@dataclass(frozen=True, slots=True)
class Included:
    """What a v2 page says about authors and about other posts; those are no posts of their own."""

    users: Mapping[str, Object] = field(default_factory=dict)
    posts: Mapping[str, Object] = field(default_factory=dict)


ALONE = Included()


def included(page: Object) -> Included:
    """Return what stands in `includes`."""
    beside = child(page, "includes")
    posts = [*children(beside, "tweets"), *children(beside, "posts")]
    return Included(_by_id(children(beside, "users")), _by_id(posts))


def v2_post(value: Object, page: Included = ALONE) -> Post:
    """Return the post of a v2 object; an edited post keeps its first id, so that it counts once."""
    own_id, written = clean(value.get("id")), value.get("created_at")
    if not own_id:
        raise Unreadable("no id")
    edits = value.get("edit_history_tweet_ids") or value.get("edit_history_post_ids")
    references = _references(value)
    kind = _v2_kind(references) if references else PostKind.ORIGINAL
    passed_on = _passed_on(references, page) if kind is PostKind.REPOST else None
    user_id = clean(value.get("author_id"))
    author = _author(value, page)
    tags, mentions, links = _lists(value, passed_on, _v2_lists)
    return Post(
        clean(edits[0]) if isinstance(edits, list) and edits else own_id,
        user_id or clean(author.get("id")) or clean(author.get("username")),
        snowflake_moment(own_id) if written is None else moment(written),
        _v2_text(passed_on or value),
        kind,
        tags=tags,
        mentions=mentions,
        links=links,
        language=code(value.get("lang")),
        engagement=None if kind is PostKind.REPOST else reactions(child(value, "public_metrics"), _V2_COUNTS),
        opted_out=said(author.get("protected")) or said(_author(passed_on or {}, page).get("protected")),
    )


def _author(value: Object, page: Included) -> Object:
    return child(value, "author") or page.users.get(clean(value.get("author_id")), {})


def v1_post(value: Object) -> Post:
    """Return the post of a v1.1 object, in its compatible, extended or streamed form."""
    own_id = clean(value.get("id_str") or value.get("id"))
    if not own_id:
        raise Unreadable("no id")
    passed_on, user = child(value, "retweeted_status"), child(value, "user")
    tags, mentions, links = _lists(value, passed_on, _v1_lists)
    return Post(
        own_id,
        clean(user.get("id_str") or user.get("id") or value.get("user_id_str") or user.get("screen_name")),
        moment(value.get("created_at")),
        _v1_text(passed_on or value),
        _v1_kind(value),
        tags=tags,
        mentions=mentions,
        links=links,
        language=code(value.get("lang")),
        engagement=None if passed_on else reactions(value, _V1_COUNTS),
        opted_out=said(user.get("protected")) or said(child(passed_on, "user").get("protected")),
    )


def website_post(value: Object) -> Post:
    """Return the post of an object as X's website loads it (what Zeeschuimer collects and 4CAT keeps)."""
    legacy = child(value, "legacy")
    user = _website_user(value)
    passed_on = _inner(legacy, "retweeted_status_result")
    whole: dict[str, object] = {**legacy, "id_str": legacy.get("id_str") or value.get("rest_id"), "user": user}
    if passed_on:
        whole["retweeted_status"] = {**child(passed_on, "legacy"), "user": _website_user(passed_on)}
    if value.get("quoted_status_result"):
        whole["is_quote_status"] = True
    return v1_post(whole)


def _website_user(value: Object) -> Object:
    found = _inner(child(value, "core"), "user_results") or child(value, "user")
    return {**found, **child(found, "legacy"), "id_str": found.get("rest_id") or found.get("id_str")}


def _inner(value: Object, key: str) -> Object:
    """What X wraps as {"result": …}, sometimes once more as {"tweet": …}."""
    result = child(child(value, key), "result")
    return child(result, "tweet") or result


def _by_id(found: list[Object]) -> dict[str, Object]:
    return {clean(one.get("id")): one for one in found}


def _lists(value: Object, passed_on: Object | None, lists: Callable[[Object], _Lists]) -> _Lists:
    """Tags, mentions and links of a post, and of the one it passes on: a repost's own lists may be cut short."""
    if not passed_on:
        return lists(value)
    tags, mentions, links = (_merged(*pair) for pair in zip(lists(passed_on), lists(value), strict=True))
    return tags, mentions, links


def _merged(one: _Names, other: _Names) -> _Names:
    return other if one is None else one if other is None else tuple(dict.fromkeys(one + other))


def _references(value: Object) -> list[Object]:
    if "referenced_tweets" in value:
        return children(value, "referenced_tweets")
    return children(value, "referenced_posts")


def _v2_kind(references: list[Object]) -> PostKind:
    types = {clean(one.get("type")) for one in references}
    return next((kind for name, kind in _KINDS if name in types), PostKind.ORIGINAL)


def _passed_on(references: list[Object], page: Included) -> Object | None:
    """The post a repost passes on, where the file has it: beside the posts, or inside the reference."""
    for one in references:
        if one.get("type") == "retweeted":
            other = one if "text" in one else page.posts.get(clean(one.get("id")), {})
            return other if isinstance(other.get("text"), str) else None
    return None


def _v2_text(value: Object) -> str:
    long = _note(value)
    text = (long and long.get("text")) or value.get("text")
    if not isinstance(text, str):
        raise Unreadable("no text")
    return unescape(clean(text)) if "&" in text else clean(text)


def _v2_lists(value: Object) -> _Lists:
    """None where X says nothing: it leaves out empty lists, and lists that were not asked for."""
    long = _note(value)
    return _lists({"entities": value.get("entities")}, long, _named) if long else _named(value)


def _named(value: Object) -> _Lists:
    found = child(value, "entities")
    return names(found, "hashtags", "tag"), names(found, "mentions", "username"), names(found, "urls", "expanded_url")


def _note(value: Object) -> Object | None:
    """The whole of a post longer than 280 characters."""
    return child(value, "note_tweet") or child(value, "note_post") or None


def _v1_kind(value: Object) -> PostKind:
    if child(value, "retweeted_status"):
        return PostKind.REPOST
    if child(value, "quoted_status") or value.get("is_quote_status") is True:
        return PostKind.QUOTE
    reply = value.get("in_reply_to_status_id_str") or value.get("in_reply_to_status_id")
    return PostKind.REPLY if reply else PostKind.ORIGINAL


def _v1_text(value: Object) -> str:
    text = child(value, "extended_tweet").get("full_text") or value.get("full_text", value.get("text"))
    if not isinstance(text, str):
        raise Unreadable("no text")
    return unescape(clean(text)) if "&" in text else clean(text)


def _v1_lists(value: Object) -> _Lists:
    found = child(child(value, "extended_tweet"), "entities") or child(value, "entities")
    return (
        names(found, "hashtags", "text"),
        names(found, "user_mentions", "screen_name"),
        names(found, "urls", "expanded_url"),
    )
