"""What columns are called: the one table of names by which exports of many tools are understood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

# The one table of column names, best first; case and everything but letters and digits make no difference.
SYNONYMS: Mapping[str, str] = {
    "time": (
        "created_at unix_timestamp timestamp_utc utc_time timestamp datetime created_utc created published_at "
        "published indexed_at posted_at post_date date_time date time tweet_created_at tweet_date"
    ),
    "text": "full_text text body content tweet message tweet_text post_text raw_content rendered_content caption",
    "id": "id id_str tweet_id post_id status_id twitter_id uri item_id message_id tweet_id_str",
    "author": (
        "author_id author.id user_id user.id from_user_id user_id_str user.id_str from_user_id_str account_id "
        "account.acct author.did did author.username author username user_username user.screen_name "
        "user_screen_name screen_name from_user user account acct author_handle handle"
    ),
    "tags": "entities.hashtags hashtags tags",
    "mentions": "entities.mentions entities.user_mentions mentions user_mentions mentioned_names mentioned_users",
    "links": "entities.urls urls links outlinks expanded_urls",
    "language": "lang language language_guess langs",
    "protected": "author.protected user.protected user_protected protected account.noindex noindex",
    "repost": (
        "referenced_tweets.retweeted.id referenced_posts.retweeted.id is_retweet retweeted_status_id retweeted_id "
        "retweet_id retweeted_user_id retweeted_user is_repost reblog_id"
    ),
    "quote": (
        "referenced_tweets.quoted.id referenced_posts.quoted.id is_quote_tweet is_quote quoted_status_id quoted_id "
        "quoted_user_id"
    ),
    "reply": (
        "referenced_tweets.replied_to.id referenced_posts.replied_to.id is_reply in_reply_to_status_id "
        "in_reply_to_status_id_str in_reply_to_tweet_id in_reply_to_id in_reply_to_user_id to_tweetid"
    ),
    "reactions": (
        "public_metrics.like_count public_metrics.reply_count public_metrics.quote_count "
        "public_metrics.retweet_count public_metrics.repost_count like_count reply_count quote_count retweet_count "
        "repost_count favorite_count favourites_count reblogs_count replies_count likes_count retweets_count likes "
        "replies quotes retweets reposts favorites shares comments num_likes num_comments num_shares"
    ),
}  # fmt: skip
_NOT_A_NAME = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """Return a column name for comparing.

    >>> folded("Author.ID") == folded("author_id")
    True
    """
    return _NOT_A_NAME.sub("", name).lower()


KNOWN = {role: tuple(folded(name) for name in names.split()) for role, names in SYNONYMS.items()}
_ALL_KNOWN = frozenset(name for names in KNOWN.values() for name in names)


def known_columns(header: Sequence[str]) -> int:
    """How many of the names are in the table."""
    return sum(folded(name) in _ALL_KNOWN for name in header)


def wanted_columns(role: str) -> str:
    """The first names that would do for a role, for a message."""
    return ", ".join(SYNONYMS[role].split()[:6])
