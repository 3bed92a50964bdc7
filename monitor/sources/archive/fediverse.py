"""Posts of Mastodon (statuses) and of Bluesky (post views, records in commits) in archives."""

from __future__ import annotations

import re
from html import unescape

from ...model import Post, PostKind
from .fields import Object, child, children, clean, code, names, reactions, said
from .rows import NOT_A_POST, Unreadable
from .times import moment

_BREAK = re.compile(r"<br\b[^<>]*>|</p>|</li>|</blockquote>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ANCHOR = re.compile(r"<a\b[^<>]*>", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"'<>]+)""", re.IGNORECASE)
_NOBOT = re.compile(r"[#＃]nobot\b", re.IGNORECASE)
_MASTODON_COUNTS = ("favourites_count", "reblogs_count", "replies_count", "quotes_count")
_BLUESKY_COUNTS = ("likeCount", "repostCount", "replyCount", "quoteCount")
_POST = "app.bsky.feed.post"
_AT = ("@", "＠")
_LONGEST_HANDLE = 260  # bytes: 253 as a host name, and the sign


def mastodon_post(value: Object) -> Post:
    """Return the post of a status; a boost is read with what it passes on.

    Opted out: `noindex` or #nobot of the account, or of the one whose post is boosted, and posts that were
    not public.
    """
    boosted = child(value, "reblog")
    whole, account = boosted or value, child(value, "account")
    content, own_id = whole.get("content"), clean(value.get("uri")) or clean(value.get("id"))
    if not own_id:
        raise Unreadable("no id")
    if not isinstance(content, str):
        raise Unreadable("no text")
    return Post(
        own_id,
        clean(account.get("url")) or clean(account.get("acct")) or clean(account.get("id")),
        moment(value.get("created_at")),
        plain(clean(content)),
        _mastodon_kind(value),
        tags=names(whole, "tags", "name"),
        mentions=names(whole, "mentions", "acct"),
        links=_links(content, child(whole, "card")),
        language=code(whole.get("language")),
        engagement=None if boosted else reactions(value, _MASTODON_COUNTS),
        opted_out=_hidden(value) or _hidden(boosted),
    )


def plain(content: str) -> str:
    r"""Return the text of a status' HTML.

    >>> plain('<p>Free them &amp; now<br />#<span>Stop</span></p>')
    'Free them & now\n#Stop'
    """
    return unescape(_TAG.sub("", _BREAK.sub("\n", content))).strip()


def bluesky_post(value: Object) -> Post:
    """Return the post of a post view, or of a commit as Jetstream gives it; the network's time goes first."""
    if isinstance(value.get("post"), dict):
        value = child(value, "post")
    commit = child(value, "commit")
    record = child(commit, "record") if commit else child(value, "record")
    if not record or record.get("$type", _POST) != _POST or commit.get("operation", "create") != "create":
        raise Unreadable(NOT_A_POST)
    author = child(value, "author")
    own_id, did = clean(value.get("uri")), clean(value.get("did") or author.get("did") or author.get("handle"))
    if commit and did and clean(commit.get("rkey")):
        own_id = f"at://{did}/{_POST}/{clean(commit.get('rkey'))}"
    if not own_id:
        raise Unreadable("no id")
    if not isinstance(record.get("text"), str):
        raise Unreadable("no text")
    languages = record.get("langs")
    return Post(
        own_id,
        did,
        moment(value.get("indexedAt") or value.get("time_us") or record.get("createdAt")),
        clean(record.get("text")),
        _bluesky_kind(record),
        tags=_tags(record),
        mentions=_bluesky_mentions(record),
        links=_bluesky_links(record),
        language=code(languages[0]) if isinstance(languages, list) and languages else None,
        engagement=reactions(value, _BLUESKY_COUNTS),
        opted_out=any(one.get("val") == "!no-unauthenticated" for one in children(author, "labels")),
    )


def _mastodon_kind(value: Object) -> PostKind:
    if child(value, "reblog"):
        return PostKind.REPOST
    if value.get("quote") or value.get("quote_id"):
        return PostKind.QUOTE
    return PostKind.REPLY if value.get("in_reply_to_id") else PostKind.ORIGINAL


def _hidden(status: Object) -> bool:
    account = child(status, "account")
    private = status.get("visibility") in ("private", "direct")
    return private or said(account.get("noindex")) or bool(_NOBOT.search(plain(clean(account.get("note")))))


def _links(content: str, card: Object) -> tuple[str, ...]:
    """Where the anchors lead that are neither tags nor mentions."""
    anchors = [anchor for anchor in _ANCHOR.findall(content) if "mention" not in anchor and "hashtag" not in anchor]
    found = [unescape(match[1]) for anchor in anchors if (match := _HREF.search(anchor))]
    return tuple(dict.fromkeys([*map(clean, found), *filter(None, [clean(card.get("url"))])]))


def _bluesky_kind(record: Object) -> PostKind:
    if clean(child(record, "embed").get("$type")).startswith("app.bsky.embed.record"):
        return PostKind.QUOTE
    return PostKind.REPLY if child(record, "reply") else PostKind.ORIGINAL


def _bluesky_links(record: Object) -> tuple[str, ...] | None:
    """Where the text's links and the link card lead; None, so that the text is read, when there are none."""
    embed = child(record, "embed")
    cards = [child(embed, "external"), child(child(embed, "media"), "external")]
    found = [clean(one.get("uri")) for one in [*_features(record, "link"), *cards]]
    return tuple(dict.fromkeys(filter(None, found))) or None


def _features(record: Object, what: str) -> list[Object]:
    return [one for facet in children(record, "facets") for one in _marks(facet, what)]


def _marks(facet: Object, what: str) -> list[Object]:
    return [one for one in children(facet, "features") if one.get("$type") == f"app.bsky.richtext.facet#{what}"]


def _bluesky_mentions(record: Object) -> tuple[str, ...] | None:
    """The handles marked in the text; None, so that the text is read, when no mark stands over a handle."""
    facets = [facet for facet in children(record, "facets") if _marks(facet, "mention")]
    text = clean(record.get("text")).encode() if facets else b""
    found = [_slice(text, child(facet, "index")) for facet in facets]
    return tuple(dict.fromkeys(one[1:] for one in found if one[:1] in _AT and one[1:])) or None


def _slice(text: bytes, index: Object) -> str:
    """What stands between two bytes of a text, at most as long as a handle is."""
    start, end = index.get("byteStart"), index.get("byteEnd")
    if not isinstance(start, int) or not isinstance(end, int) or isinstance(start, bool) or isinstance(end, bool):
        return ""
    return text[start:end].decode(errors="replace") if 0 <= start < end <= start + _LONGEST_HANDLE else ""


def _tags(record: Object) -> tuple[str, ...] | None:
    """The tags marked in the text and those beside it; None, so that the text is read, when there are none."""
    beside = record.get("tags")
    found = [clean(one.get("tag")) for one in _features(record, "tag")]
    found += [clean(one) for one in beside] if isinstance(beside, list) else []
    return tuple(dict.fromkeys(filter(None, found))) or None
