"""config.yaml as someone hostile, or a broken editor, would write it: refused quickly and in words."""

import gc
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.errors import ConfigError
from tests.config_files import ONE_TOPIC, load, refusal

KIB_256 = 256 * 1024


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


def _filled(part):
    return (part * (KIB_256 // len(part.encode())))[: KIB_256 - 200]


HOSTILE = [
    *("[", "{", "- ", "? ", "[a,", "{a: ", "{? ", "!a ", "&a ", "*a ", "a: &a [*a]\n", "- #a\n", ": ", "--- a\n"),
    *(
        "\t",
        "#",
        "\n",
        "'",
        '"',
        "|\n",
        "%a b\n",
        "...\n",
        "@",
        "`",
        "“",
        "\u2028",
        "\x85",
        "a: 1\n",
        "[],",
        "<<: *a\n",
    ),
]
FRAMES = (
    "{}",
    "topics: {}",
    "topics: {{t: {{tags: [{}",
    "a: '{}",
    "topics:\n  t: {{links: ['{}']}}",
    "store: {}",
    "? {}",
)
SPECIAL = [
    "\n".join(f"%TAG !a{number}! tag:x{number}" for number in range(9000)),
    "topics: {t: {links: [" + ",".join("a." * 99 + "-" for _ in range(1200)) + "]}}",
    "topics: {" + ",".join(f"T{number}: {{tagz: []}}" for number in range(1200)) + "}",
    "topics: {t: {mentions: [" + ",".join(f"b{number}" for number in range(4000)) + "]}}",
    "x" * (KIB_256 + 1),
]


@pytest.mark.parametrize("frame", FRAMES)
def test_hostile_files_are_refused_at_once(frame):
    """Two hundred files made to cost time or memory are each refused within a tenth of a second."""
    for part in HOSTILE:
        _refused_quickly(frame.format(_filled(part)))


@pytest.mark.parametrize("text", SPECIAL, ids=range(len(SPECIAL)))
def test_files_that_attack_one_check_are_refused_at_once(text):
    """Long lists of directives, near domains, unknown keys and accounts cost no more than others."""
    _refused_quickly(text)


def _refused_quickly(text):
    gc.collect()
    gc.disable()  # the whole test run's garbage is not the cost of this refusal
    try:
        began = time.process_time()
        said = refusal(text)
        assert time.process_time() - began < 0.1, text[:40]
    finally:
        gc.enable()
    assert len(said) < 40_000


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
