"""config.yaml as someone hostile, or a broken editor, would write it: refused quickly and in words."""

import os
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.proofs import inputs_config
from monitor import config, sources
from monitor.errors import ConfigError
from monitor.planning import read_anchors
from tests.config_files import ONE_TOPIC, load, refusal


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"topics: \xff\xfe", "line 1: this line is not UTF-8"),
        ("topics: {}".encode("utf-16"), "UTF-16; save it as UTF-8"),
        (b"topics:\n\x00", "line 2: an invisible control character (U+0000)"),
        (b'topics: {t: {tags: ["a\\0b"]}}', "invisible control character"),
        (b'topics: {t: {tags: ["\\ud800"]}}', "line 1"),
    ],
)
def test_bytes_that_are_no_text_are_named(raw, said):
    """A file saved in another encoding, or with control characters, is refused with its line."""
    assert said in refusal(raw)


def test_a_byte_order_mark_is_harmless():
    """Editors on Windows put one first; it is no part of the first key."""
    assert (
        load(b"\xef\xbb\xbf" + (ONE_TOPIC + "sources: {}\n").replace("\n", "\r\n").encode()).topics[0].key == "endsars"
    )


def test_hostile_files_are_refused_at_once_and_in_words():
    """Some of every kind: bombs, other encodings, wrong kinds of values, logins, pipes; `make prove` has them all."""
    assert inputs_config.show(64).held


@pytest.mark.parametrize("url", ["https://ann:hush@example.org", "https://hush@example.org/" + "x" * 90])
@pytest.mark.parametrize("place", ["news: {feeds: {a: '%s'}}", "mastodon: {instances: ['%s']}", "news: {'%s': 1}"])
def test_a_login_in_an_address_is_not_repeated(tmp_path, place, url):
    """Who pastes an address with a password is told where it stands, and nobody who reads along learns it."""
    path = tmp_path / "config.yaml"
    path.write_text(f"{ONE_TOPIC}sources: {{{place % url}}}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="line 2") as caught:
        config.load(path, sources=sources.settings())
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["http://a b.org", "https://a.org:99999", "https://a.org:0", "https://[::1", "https://a.org/\\nHost: b", "a.org"],
)
def test_an_address_that_is_none_is_refused_with_the_way_out(url):
    """Spaces, breaks, ports that do not exist and broken brackets are seen when the file is read, not at night."""
    said = refusal(f'heartbeat: {{url: "{url}"}}\n{ONE_TOPIC}')
    assert said == (
        "config.yaml line 1: heartbeat.url: must be a web address such as https://example.org, "
        "without a name or password in it"
    )


def test_everybody_of_a_domain_is_nobody():
    """A star stands for no address: whoever writes one is told, and does not wait for people who never get in."""
    assert "whole domains are not let in" in refusal(f"sign_in: {{editors: ['*@example.org']}}\n{ONE_TOPIC}")


def test_a_pipe_does_not_keep_anybody_waiting(tmp_path):
    """Neither as the configuration nor as the calendar of dates: what is no file is refused at once."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ConfigError, match="is no file"):
        config.load(pipe, sources={})
    with pytest.raises(ConfigError, match="is no file"):
        read_anchors(str(pipe), now=datetime(2026, 11, 20, tzinfo=UTC), timezone="UTC")


@settings(max_examples=300, deadline=None)
@given(raw=st.binary(max_size=200) | st.text(alphabet="ab:-[]{}#@&*!|>'\"%~ \n\t,?.", max_size=80).map(str.encode))
@example(raw=b"topics: {t: {tags: [a]}}")
@example(raw=b"{~: ~, [a]: b}")
@example(raw=b"topics: {t: {articles: {en: {}}}}")
def test_any_bytes_give_a_configuration_or_an_error_with_words(raw):
    """Whatever the file holds, the answer is a configuration or a ConfigError, never a crash."""
    try:
        assert load(raw).topics
    except ConfigError as error:
        assert str(error).startswith("config.yaml")  # noqa: PT017 - either answer is right, only these two are


VALUES = st.recursive(
    st.sampled_from(["a", "@b", '"@c"', "#d", "2017", "no", "~", "", "en", "[]", "{}", "x y", "'# '"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: "[" + ", ".join(parts) + "]")
        | st.dictionaries(
            st.sampled_from(["tags", "mentions", "articles", "en", "term", "confirmed", "alias", "links", "name"]),
            inner,
            max_size=3,
        ).map(lambda parts: "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}")
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(key=st.sampled_from(["campaign", "topics", "sources", "counting", "store", "other"]), value=VALUES)
def test_any_shape_gives_a_configuration_or_an_error_with_words(key, value):
    """Maps, lists and texts in the wrong places are explained, never a crash."""
    try:
        load(f"{key}: {value}\n" + (ONE_TOPIC if key != "topics" else ""))
    except ConfigError as error:
        assert str(error).startswith("config.yaml")  # noqa: PT017 - either answer is right, only these two are
