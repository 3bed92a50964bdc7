"""Bluesky: handles as they are marked in a text, and a look-up that proves it looked."""

from collections.abc import Iterator
from typing import Any

import pytest
import stamina

from monitor.counting import Matcher
from monitor.errors import SourceError
from monitor.model import Post
from monitor.sources.archive.fediverse import bluesky_post
from monitor.sources.bluesky.profiles import ALWAYS_THERE
from tests.bluesky_lines import POSTS
from tests.fake_jetstream import FakeJetstream
from tests.test_bluesky import NOW, TOPICS, source


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    """Short retries do not wait."""
    stamina.set_testing(True, attempts=2)
    yield
    stamina.set_testing(False)


@pytest.mark.parametrize("people", [1, 4, 30])
def test_an_answer_without_anybody_is_not_believed(people):
    """Not even one person is taken for gone because an answer is empty: Bluesky's own account would be in it."""
    wanted = [f"did:plc:{n}" for n in range(people)]
    with FakeJetstream([], NOW, profile_answers=[(200, {}, b'{"profiles": []}')] * 9).running() as fake:
        with pytest.raises(SourceError, match="none of the profiles"):
            source(fake).opted_out(wanted, now=NOW)
        fake.profile_answers.clear()
        assert source(fake).opted_out(wanted, now=NOW) == frozenset()


def test_bluesky_s_own_account_is_in_every_request():
    """It comes beside those who are looked up, never twice and never more than twenty-five; it may write too."""
    wanted = [ALWAYS_THERE, *(f"did:plc:{n}" for n in range(50))]
    with FakeJetstream([], NOW, profiles={f"did:plc:{n}": {} for n in range(49)}).running() as fake:
        assert source(fake).opted_out(wanted, now=NOW) == {"did:plc:49"}
    assert [batch.count(ALWAYS_THERE) for batch in fake.looked_up] == [1] * len(fake.looked_up)
    assert max(map(len, fake.looked_up)) <= 25


def test_one_who_is_gone_beside_an_account_that_is_there_is_left_out():
    """An answer that shows Bluesky's own account is believed, also when it shows nobody else."""
    with FakeJetstream([], NOW, profiles={}).running() as fake:
        assert source(fake).opted_out(["did:plc:gone"], now=NOW) == {"did:plc:gone"}


def marked(text: str, *spans: tuple[object, object], kind: str = "mention") -> Post:
    """A post with marks at these bytes of its text."""
    features = [{"$type": f"app.bsky.richtext.facet#{kind}", "did": "did:plc:x"}]
    facets: list[Any] = [{"index": {"byteStart": a, "byteEnd": b}, "features": features} for a, b in spans]
    record = {"$type": POSTS, "text": text, "createdAt": NOW.isoformat(), "facets": facets}
    return bluesky_post({"did": "did:plc:a", "commit": {"operation": "create", "rkey": "3k", "record": record}})


def at(text: str, handle: str) -> tuple[int, int]:
    """The bytes at which a handle stands."""
    start = len(text[: text.index(handle)].encode())
    return start, start + len(handle.encode())


@pytest.mark.parametrize("before", ["see ", "Свет! 🏮 ", "灯り", ""])
@pytest.mark.parametrize("handle", ["@lumen.bsky.social", "@Lumen.BSKY.Social", "@LUMEN.bsky.social"])
def test_a_marked_handle_is_found_however_it_is_written(before, handle):
    """Handles know no capitals: the mark says where one stands in the text, in bytes."""
    text = f"{before}{handle}, thanks"
    post = marked(text, at(text, handle))
    assert post.mentions == (handle[1:],)
    assert Matcher(TOPICS).topics(post) == ("lanterns",)


def test_every_marked_handle_counts_once_and_others_do_not():
    """Where handles are marked, the marks tell which they are."""
    text = "@one.example.org and @Two.bsky.social and @one.example.org, not @lumen.bsky.social"
    post = marked(text, at(text, "@one.example.org"), at(text, "@Two.bsky.social"), at(text, "@one.example.org"))
    assert post.mentions == ("one.example.org", "Two.bsky.social")
    assert Matcher(TOPICS).topics(post) == ()


def test_without_marked_handles_the_text_is_read():
    """Marks of other kinds say nothing about handles."""
    text = "see @lumen.bsky.social"
    assert marked(text).mentions is None
    assert marked(text, (0, 3), kind="tag").mentions is None


@pytest.mark.parametrize(
    "span", [(0, 3), (4, 4), (9, 4), (-5, 99), (4, 10**30), ("4", "22"), (True, 9), (None, None), (4, 5), (4.0, 22.0)]
)
def test_marks_that_hold_no_handle_are_passed_over(span):
    """A mark beside the text, over a word, or of a strange kind leaves the text to be read."""
    post = marked("see @lumen.bsky.social", span)
    assert post.mentions is None
    assert Matcher(TOPICS).topics(post) == ("lanterns",)
