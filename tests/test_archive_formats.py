"""The archive source: what each tool and platform writes, read as the same kind of post."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

from monitor.model import Post, PostKind
from monitor.sources.archive import Archive
from tests.archives import NOW, START, csv_lines, json_line, pages_of, posts_of, reasons_of


def one(tmp_path: Path, *values: object) -> Post:
    """The only post of a file of JSON lines."""
    path = tmp_path / "one.jsonl"
    path.write_text("\n".join(map(json.dumps, values)))
    (post,) = posts_of(path)
    return post


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip with these members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


TABLE = csv_lines(50).encode()
PACKED = {
    "plain": TABLE,
    "gzip": gzip.compress(TABLE),
    "two gzips in one": gzip.compress(TABLE[:700]) + gzip.compress(TABLE[700:]),
    "bzip2": bz2.compress(TABLE),
    "zstandard": zstandard.compress(TABLE),
    "two frames": zstandard.compress(TABLE[:700]) + zstandard.compress(TABLE[700:]),
    "zip": zipped({"folder/": b"", "folder/posts.csv": TABLE, "__MACOSX/._posts.csv": b"\0\1", ".DS_Store": b"\0"}),
    "gzip in zip": zipped({"posts.csv.gz": gzip.compress(TABLE)}),
    "UTF-8 with mark": b"\xef\xbb\xbf" + TABLE,
    "UTF-16 little": b"\xff\xfe" + TABLE.decode().encode("utf-16-le"),
    "UTF-16 big": b"\xfe\xff" + TABLE.decode().encode("utf-16-be"),
    "Windows line ends": TABLE.replace(b"\n", b"\r\n"),
    "semicolons": TABLE.replace(b",", b";"),
    "tabs": TABLE.replace(b",", b"\t"),
    "blank lines": TABLE.replace(b"\n", b"\n\n"),
    "NUL bytes": TABLE.replace(b"text", b"te\0xt"),
    "a comma after each row": TABLE.replace(b"\n", b",\n").replace(b"text,", b"text", 1),
}


@pytest.mark.parametrize("how", PACKED)
def test_packing_makes_no_difference(tmp_path: Path, how: str) -> None:
    """However a table is packed, encoded or separated, and whatever its name, its posts are the same."""
    path = tmp_path / "posts"
    path.write_bytes(PACKED[how])
    posts = posts_of(path)
    assert [(post.id, post.text) for post in posts] == [(str(number), f"text {number}") for number in range(50)]
    told: list[int] = []
    list(Archive(path).pages(cursor=None, now=NOW, progress=told.append))
    assert told == sorted(told)
    assert told[-1] == path.stat().st_size


LINES = [json_line(number) for number in range(50)]
ARRANGED = {
    "lines": "\n".join(LINES),
    "lines with commas": ",\n".join(LINES),
    "array on one line": "[" + ", ".join(LINES) + "]",
    "array over lines": json.dumps([json.loads(line) for line in LINES], indent=2),
    "one after another": "".join(LINES),
    "API page": '{"data": [' + ",".join(LINES) + '], "meta": {"result_count": 50}}',
    "API page over lines": json.dumps({"data": [json.loads(line) for line in LINES]}, indent=1),
    "API pages on lines": "\n".join(f'{{"data": [{line}], "includes": {{}}}}' for line in LINES),
    "streamed": "\n".join(f'{{"data": {line}, "matching_rules": []}}' for line in LINES),
    "in envelopes": "\n".join(f'{{"item_id": "1", "__import_meta": {{}}, "data": {line}}}' for line in LINES),
}


@pytest.mark.parametrize("how", ARRANGED)
def test_arrangement_makes_no_difference(tmp_path: Path, how: str) -> None:
    """Lines, arrays and pages of an API hold the same posts."""
    path = tmp_path / "posts"
    path.write_text(ARRANGED[how])
    assert [post.id for post in posts_of(path)] == [str(number) for number in range(50)]


def test_zip_counts_members_without_posts(tmp_path: Path) -> None:
    """A zip's tables are all read; a member that is none is counted, not silently passed over."""
    path = tmp_path / "posts.zip"
    other = "\n".join(LINES[:10]).encode()
    path.write_bytes(zipped({"a.csv": TABLE, "LIESMICH.txt": b"Hello, you.\n", "b.jsonl": other}))
    pages = pages_of(path)
    assert sum(len(page.posts) for page in pages) == 60
    assert reasons_of(pages) == {"file without posts": 1}


V2 = {
    "id": "1745000000000000000",
    "text": "Free them &amp; now #Stop",
    "created_at": "2024-01-10T08:00:00.000Z",
    "author_id": "77",
    "lang": "en",
    "entities": {
        "hashtags": [{"start": 0, "end": 5, "tag": "Stop"}],
        "mentions": [{"username": "camp", "id": "5"}],
        "urls": [{"url": "https://t.co/x", "expanded_url": "https://example.org/x"}],
    },
    "public_metrics": {"retweet_count": 2, "reply_count": 1, "like_count": 4, "quote_count": 0, "impression_count": 99},
}


def test_x_v2_post(tmp_path: Path) -> None:
    """A v2 object gives its entities, language and reactions; impressions are no reactions."""
    assert one(tmp_path, V2) == Post(
        "1745000000000000000",
        "77",
        datetime(2024, 1, 10, 8, tzinfo=UTC),
        "Free them & now #Stop",
        tags=("Stop",),
        mentions=("camp",),
        links=("https://example.org/x",),
        language="en",
        engagement=7,
    )


@pytest.mark.parametrize("spelling", ["referenced_tweets", "referenced_posts"])
@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["replied_to"], PostKind.REPLY),
        (["replied_to", "quoted"], PostKind.QUOTE),
        (["retweeted"], PostKind.REPOST),
        ([], PostKind.ORIGINAL),
    ],
)
def test_x_v2_kinds(tmp_path: Path, spelling: str, types: list[str], kind: PostKind) -> None:
    """Both spellings of a reference tell what a post is to others."""
    post = one(tmp_path, V2 | {spelling: [{"type": each, "id": "1"} for each in types]})
    assert post.kind is kind


def test_x_v2_page(tmp_path: Path) -> None:
    """What a page includes are no posts of their own: they complete reposts and tell who is protected."""
    repost = V2 | {"id": "2", "text": "RT @camp: Free…", "referenced_tweets": [{"type": "retweeted", "id": "9"}]}
    repost["entities"] = {"mentions": [{"username": "camp"}]}
    other = V2 | {"id": "9", "text": "Free them all #Whole", "entities": {"hashtags": [{"tag": "Whole"}]}}
    page = {"data": [repost], "includes": {"tweets": [other], "users": [{"id": "77", "protected": True}]}}
    post = one(tmp_path, page)
    assert (post.id, post.text, post.tags, post.mentions) == ("2", "Free them all #Whole", ("Whole",), ("camp",))
    assert (post.opted_out, post.engagement) == (True, None)


def test_x_v2_special_cases(tmp_path: Path) -> None:
    """An edit keeps the first id, a long post its whole text, and an id tells the time that was not asked for."""
    edited = one(tmp_path, V2 | {"edit_history_post_ids": ["5", V2["id"]]})
    assert edited.id == "5"
    long = one(tmp_path, V2 | {"note_tweet": {"text": "All #Of it", "entities": {"hashtags": [{"tag": "Of"}]}}})
    assert (long.text, long.tags) == ("All #Of it", ("Of", "Stop"))
    bare = one(tmp_path, {"id": "1745000000000000000", "text": "x"})
    assert (bare.at, bare.tags) == (datetime(2024, 1, 10, 8, 29, 55, 189000, tzinfo=UTC), None)


def test_empty_page_has_no_rows(tmp_path: Path) -> None:
    """A page of X without results is no unreadable row."""
    path = tmp_path / "page.jsonl"
    path.write_text('{"meta": {"result_count": 0}}\n')
    (page,) = pages_of(path)
    assert (page.read, page.quarantined) == (0, {})


V1 = {
    "created_at": "Wed Jan 10 08:00:00 +0000 2024",
    "id": 1745000000000000000,
    "id_str": "1745000000000000000",
    "full_text": "Free #Stop",
    "user": {"id_str": "77", "screen_name": "anna", "protected": False},
    "entities": {"hashtags": [{"text": "Stop"}], "user_mentions": [{"screen_name": "camp"}], "urls": []},
    "favorite_count": 4,
    "retweet_count": 2,
    "lang": "und",
}


def test_x_v1_post(tmp_path: Path) -> None:
    """A v1.1 object gives the same as a v2 object."""
    post = one(tmp_path, V1)
    assert (post.id, post.author, post.at.hour) == ("1745000000000000000", "77", 8)
    assert (post.tags, post.mentions, post.links, post.language) == (("Stop",), ("camp",), (), None)
    assert (post.kind, post.engagement, post.opted_out) == (PostKind.ORIGINAL, 6, False)


def test_x_v1_relations(tmp_path: Path) -> None:
    """Reposts take the text they pass on; quotes and replies keep their own."""
    repost = one(tmp_path, V1 | {"full_text": "RT @b: Fr…", "retweeted_status": V1 | {"full_text": "Free all"}})
    assert (repost.kind, repost.text, repost.engagement) == (PostKind.REPOST, "Free all", None)
    assert one(tmp_path, V1 | {"quoted_status": V1}).kind is PostKind.QUOTE
    assert one(tmp_path, V1 | {"in_reply_to_status_id_str": "5"}).kind is PostKind.REPLY
    long = one(tmp_path, V1 | {"extended_tweet": {"full_text": "The whole of it"}})
    assert long.text == "The whole of it"
    hidden = V1 | {"retweeted_status": V1 | {"user": {"protected": True}}}
    assert one(tmp_path, hidden).opted_out


def test_x_website_object(tmp_path: Path) -> None:
    """What 4CAT keeps of X's website is read like a v1.1 object."""
    legacy = {key: value for key, value in V1.items() if key != "user"}
    user = {"result": {"rest_id": "77", "legacy": {"screen_name": "anna"}}}
    value = {"rest_id": "1745000000000000000", "legacy": legacy, "core": {"user_results": user}, "__import_meta": {}}
    assert one(tmp_path, value) == one(tmp_path, V1)


MASTODON = {
    "id": "1",
    "uri": "https://social.example/users/anna/statuses/1",
    "created_at": "2024-01-10T08:00:00.000Z",
    "content": '<p>Free <a href="https://social.example/tags/stop" class="mention hashtag">#<span>Stop</span></a>'
    '<br>now &lt;3 <a href="https://example.org/x?a=1&amp;b=2">link</a></p>',
    "account": {"acct": "anna", "url": "https://social.example/@anna", "note": "<p>Hi</p>", "noindex": False},
    "tags": [{"name": "stop"}],
    "mentions": [{"acct": "camp@other.example"}],
    "favourites_count": 1,
    "reblogs_count": 2,
    "replies_count": 0,
    "language": "de",
    "visibility": "public",
}


def test_mastodon_status(tmp_path: Path) -> None:
    """A status is known by its uri and read without its HTML."""
    assert one(tmp_path, MASTODON) == Post(
        "https://social.example/users/anna/statuses/1",
        "https://social.example/@anna",
        datetime(2024, 1, 10, 8, tzinfo=UTC),
        "Free #Stop\nnow <3 link",
        tags=("stop",),
        mentions=("camp@other.example",),
        links=("https://example.org/x?a=1&b=2",),
        language="de",
        engagement=3,
    )


@pytest.mark.parametrize(
    ("change", "hidden"),
    [
        ({"account": {"acct": "a", "noindex": True}}, True),
        ({"account": {"acct": "a", "note": "<p>me #<span>NoBot</span></p>"}}, True),
        ({"account": {"acct": "a", "note": "#nobots welcome", "indexable": False}}, False),
        ({"visibility": "private"}, True),
        ({"visibility": "unlisted"}, False),
        ({"reblog": MASTODON | {"account": {"acct": "b", "noindex": True}}}, True),
    ],
)
def test_mastodon_opt_outs(tmp_path: Path, change: dict[str, object], hidden: bool) -> None:
    """Who opted out is marked so, also when another one boosts the post; `indexable` is about search only."""
    assert one(tmp_path, MASTODON | change).opted_out is hidden


RECORD = {
    "$type": "app.bsky.feed.post",
    "text": "Free #stop",
    "createdAt": "2020-01-10T08:00:00Z",
    "langs": ["en-GB"],
    "tags": ["camp"],
    "facets": [
        {"features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "stop"}]},
        {"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://example.org"}]},
    ],
}


def test_bluesky_post(tmp_path: Path) -> None:
    """A post view and a commit of the same record are the same post, at the network's time, not the client's."""
    did = "did:plc:invented"
    uri = f"at://{did}/app.bsky.feed.post/3k"
    view = one(tmp_path, {"uri": uri, "author": {"did": did}, "record": RECORD, "indexedAt": "2024-01-10T08:00:00Z"})
    commit = {"operation": "create", "collection": "app.bsky.feed.post", "rkey": "3k", "record": RECORD}
    at = int(datetime(2024, 1, 10, 8, tzinfo=UTC).timestamp() * 1_000_000)
    assert view == one(tmp_path, {"did": did, "time_us": at, "kind": "commit", "commit": commit})
    assert (view.id, view.author, view.at.year, view.language) == (uri, did, 2024, "en")
    assert (view.tags, view.links) == (("stop", "camp"), ("https://example.org",))


def test_bluesky_likes_are_no_posts(tmp_path: Path) -> None:
    """Other records of the network are counted as not being posts."""
    path = tmp_path / "likes.jsonl"
    like = {"did": "d", "commit": {"operation": "create", "record": {"$type": "app.bsky.feed.like"}}}
    path.write_text(json.dumps(like) + "\n" + json.dumps({"did": "d", "kind": "identity", "commit": None}) + "\n")
    assert reasons_of(pages_of(path)) == {"not a post": 2}


TABLES = {
    "twarc": (
        "id,referenced_tweets.retweeted.id,author_id,created_at,text,lang,public_metrics.like_count,"
        "public_metrics.retweet_count,entities.hashtags,entities.urls,author.id,author.created_at,author.protected\n"
        '1,,77,2024-01-10T08:00:00.000Z,Free,en,4,2,"[{""tag"": ""Stop""}, {""tag"": ""Now""}]",'
        '"[{""expanded_url"": ""https://example.org/a,b""}]",77,2010-01-01T00:00:00.000Z,False\n'
    ),
    "4CAT": (
        "id,thread_id,timestamp,unix_timestamp,subject,body,author,author_fullname,author_id,language_guess,"
        "like_count,retweet_count,is_retweet,is_reply,hashtags,urls\n"
        '1,1,2024-01-10 08:00:00,1704873600,,Free,anna,Anna,77,en,4,2,no,no,"Stop,Now","https://example.org/a,b"\n'
    ),
    "in other words": (
        "Tweet ID;Date;Time;User ID;Full Text;Likes;Shares;Hashtags;Links;Language\n"
        "1;2024-01-10;08:00:00;77;Free;4;2;['#Stop', '#Now'];https://example.org/a,b;en-GB\n"
    ),
}


@pytest.mark.parametrize("tool", TABLES)
def test_tables_of_other_tools(tmp_path: Path, tool: str) -> None:
    """The columns of twarc and 4CAT, and their names in other words, say the same."""
    path = tmp_path / "table.csv"
    path.write_text(TABLES[tool])
    assert posts_of(path) == [
        Post(
            "1",
            "77",
            datetime(2024, 1, 10, 8, tzinfo=UTC),
            "Free",
            tags=("Stop", "Now"),
            links=("https://example.org/a,b",),
            language="en",
            engagement=6,
        )
    ]


def test_flat_json_is_read_like_a_table(tmp_path: Path) -> None:
    """4CAT's flat objects go by the same names as columns."""
    value = {"id": 1, "thread_id": 1, "timestamp": "2024-01-10 08:00:00", "author": "anna", "body": "Free", "likes": 3}
    post = one(tmp_path, value | {"hashtags": "Stop, Now", "is_retweet": "no", "__import_meta": {"x": 1}})
    assert (post.id, post.author, post.text, post.engagement) == ("1", "anna", "Free", 3)
    assert (post.tags, post.kind) == (("Stop", "Now"), PostKind.ORIGINAL)


@pytest.mark.parametrize(
    "written",
    [
        "2024-01-10T08:00:00Z",
        "2024-01-10T08:00:00.000+00:00",
        "2024-01-10 08:00:00",
        "2024-01-10 08:00:00 UTC",
        "2024/01/10 08:00",
        "2024-01-10T11:30:00+03:30",
        "Wed Jan 10 08:00:00 +0000 2024",
        "Wed Jan 10 09:00:00 +0100 2024",
        "Wed, 10 Jan 2024 08:00:00 GMT",
        "1704873600",
        "1704873600.0",
        "1704873600000",
        "1704873600000000",
    ],
)
def test_ways_to_write_a_time(tmp_path: Path, written: str) -> None:
    """Every usual way to write a time gives the same moment in UTC; without a zone it is UTC."""
    path = tmp_path / "table.csv"
    path.write_text(f'id,timestamp,text\n1,"{written}",x\n')
    (post,) = posts_of(path)
    assert post.at == datetime(2024, 1, 10, 8, tzinfo=UTC)


@pytest.mark.parametrize("header", ["created_at,author,text", "id,created_at,author,text"])
def test_missing_or_rounded_ids_come_from_the_post(tmp_path: Path, header: str) -> None:
    """Without ids, or with ids a spreadsheet rounded, posts stay apart, and a repeated row stays the same post."""
    path = tmp_path / "table.csv"
    lead = "1.74E+18," if header.startswith("id") else ""
    rows = [f"{lead}{START.isoformat()},anna,{text}" for text in ("one", "two", "one")]
    path.write_text("\n".join([header, *rows]))
    first, second, third = posts_of(path)
    assert first.id == third.id != second.id


def test_repost_by_its_text(tmp_path: Path) -> None:
    """In a table that says nothing about kinds, "RT @" at the start makes a repost."""
    path = tmp_path / "table.csv"
    path.write_text("id,created_at,text\n1,2024-01-10T08:00:00Z,RT @anna: Free\n2,2024-01-10T08:00:00Z,Free\n")
    assert [post.kind for post in posts_of(path)] == [PostKind.REPOST, PostKind.ORIGINAL]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_russian_file_is_read_however_it_is_written(tmp_path: Path, encoding: str) -> None:
    """A Cyrillic tag is found in every encoding a Russian spreadsheet writes."""
    rows = [f"{number},2017-04-14T10:00:00Z,автор,Свободу всем, кого забрали! #Свобода" for number in range(40)]
    quoted = [f'{row.rsplit(",", 2)[0]},"{",".join(row.rsplit(",", 2)[1:])}"' for row in rows]
    path = tmp_path / "posts.csv"
    path.write_text("id,created_at,author_id,text\n" + "\n".join(quoted) + "\n", encoding=encoding)
    posts = posts_of(path)
    assert len(posts) == 40
    assert all("#Свобода" in post.text for post in posts)


def test_a_western_file_is_not_taken_for_a_russian_one(tmp_path: Path) -> None:
    """A few accents in Windows-1252 stay accents."""
    path = tmp_path / "posts.csv"
    text = "Les lanternes brûlent à côté du port, la liberté où êtes-vous #liberté"
    path.write_bytes(f'id,created_at,author_id,text\n1,2017-04-14T10:00:00Z,a,"{text}"\n'.encode("cp1252"))
    assert posts_of(path)[0].text == text
