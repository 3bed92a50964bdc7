"""What a term matches and what it does not: one table a kind of term."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.counting import Matcher
from monitor.counting.address import address, domain
from monitor.errors import ConfigError
from monitor.model import Post, Term, TermKind, Topic

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
TAG, MENTION, PHRASE, LINK, ARTICLE = TermKind


def post(text: str = "", **fields) -> Post:
    """A post in flight."""
    return Post(id="1", author="a", at=AT, text=text, **fields)


def matches(kind: TermKind, term: str, found: Post) -> bool:
    """Say whether a topic with this one term finds the post."""
    return Matcher([Topic("t", "T", (Term(kind, term),))]).topics(found) == ("t",)


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("#CloseTheCamps", "please #closethecamps now", True),
        ("closethecamps", "＃ＣloseTheCamps", True),
        ("#CloseTheCamps", "close the camps, closethecamps", False),
        ("#CloseTheCamps", "#CloseTheCampsNow", False),
        ("#STRASSE", "#straße", True),
        ("#camps", "example.org/#camps", False),
    ],
)
def test_a_tag_is_not_the_word(term, text, expected):
    """A tag term sees hashtags only, whole and in any spelling."""
    assert matches(TAG, term, post(text)) is expected


def test_the_platforms_own_tags_are_believed():
    """What the platform lists counts, and where it lists nothing, nothing is there."""
    assert matches(TAG, "#camps", post("no tag", tags=("Camps",)))
    assert not matches(TAG, "#camps", post("#camps", tags=()))
    assert matches(TAG, "#camps", post("#camps", tags=None))


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("@EndSARS", ".@endsars", True),
        ("@endsars", "＠EndSars's march", True),
        ("endsars", "ask @endsars.", True),
        ("@endsars", "a@endsars.org", False),
        ("@endsars", "@endsars_x", False),
        ("@endsars", "endsars #endsars", False),
        ("@endsars", "@endsars@mastodon.example", False),
        ("@endsars@mastodon.example", "hello @EndSARS@Mastodon.Example!", True),
        ("@endsars@mastodon.example", "@endsars", False),
        ("@endsars", "@endsars.bsky.social", False),
        ("@endsars", "stop @endsars.they said", True),
        ("@endsars", "@endsars@user", True),
        ("@endsars.org", "@endsars.org", True),
        ("@endsars.bsky.social", "@endsars.bsky.social.", True),
    ],
)
def test_a_mention_is_that_handle_and_no_other(term, text, expected):
    """Handles compare without case; an address in full is another handle than its first part."""
    assert matches(MENTION, term, post(text)) is expected


def test_the_platforms_own_mentions_are_believed():
    """An archive that lists no mentions is read; a platform that lists them is not second-guessed."""
    assert matches(MENTION, "@endsars", post("hello", mentions=("EndSARS",)))
    assert matches(MENTION, "@endsars@m.example", post("hello @endsars", mentions=("endsars@m.example",)))
    assert not matches(MENTION, "@endsars", post("@endsars", mentions=()))


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("Russian LGBT Network", "the Russian  LGBT\nNetwork says", True),
        ("russian lgbt network", "RUSSIAN\u00a0LGBT NETWORK", True),
        ("Russian\t LGBT  Network", "russian lgbt network", True),
        ("LGBT Network", "the LGBT Networks", False),
        ("camp", "camping, campus, decamp", False),
        ("camp", "a camp.", True),
        ("camp", "«camp»", True),
        ("camp", "camp2", False),
        ("camp", "#camp", True),
        ("camp", "@camp", False),
        ("camp", "camp\u0301", False),
        ("Чечн*", "Люди в Чечне", True),
        ("Чечн*", "ЧЕЧНЯ", True),
        ("Чечн*", "вЧечне", False),
        ("Чечня", "в Чечне", False),
        ("camp*", "campus", True),
        ("human right*", "Human rights now", True),
        ("strasse", "Die Straße", True),
        ("straße", "DIE STRASSENBAHN", False),
        ("istanbul", "İstanbul", False),
        ("İstanbul", "İSTANBUL'da", True),
        ("Women's March", "the Women’s March", True),
        ("人权", "我们要人权和自由", True),
        ("LGBT", "LGBTの権利", True),
        ("สิทธิ", "เพื่อสิทธิมนุษยชน", True),
        ("camp", "ca\u00admp", True),
        ("camp", "\ud800 camp \ud800", True),
        ("C++", "learn C++ now", True),
        ("end of the camps", "an end", False),
    ],
)
def test_a_phrase_stands_on_word_boundaries(term, text, expected):
    """Folded, white space alike, whole words; a star asks for the beginning of a word only."""
    assert matches(PHRASE, term, post(text)) is expected


def test_phrases_inside_and_after_each_other_are_all_found():
    """A short phrase does not hide a longer one that holds it, nor the other way round."""
    terms = ("camp", "camp now", "now", "close the camp", "the camp*", "cam*")
    topics = [Topic(term, term, (Term(PHRASE, term),)) for term in terms]
    assert Matcher(topics).topics(post("Close the camp now")) == terms


@pytest.mark.parametrize(
    ("term", "link", "expected"),
    [
        ("example.org", "https://www.example.org/x", True),
        ("https://www.Example.org/", "http://example.org", True),
        ("example.org", "https://act.example.org/x", True),
        ("example.org", "https://notexample.org", False),
        ("example.org", "https://example.org.evil.test", False),
        ("example.org", "https://evil.test/example.org", False),
        ("example.org", "https://evil.test/?u=https://example.org", False),
        ("example.org", "https://example.org@evil.test/", False),
        ("example.org", "https://user:pass@example.org:8443/", True),
        ("example.org", "mailto:a@example.org", False),
        ("example.org/camp", "https://example.org/camp/now", True),
        ("example.org/camp/", "https://example.org/Camp?x=1", True),
        ("example.org/camp", "https://example.org/campaign", False),
        ("example.org/camp", "https://example.org/", False),
        ("example.org/watch?v=1", "https://example.org/watch?v=1&t=2", True),
        ("example.org/watch?v=1", "https://example.org/watch?v=12", False),
        ("example.org/права", "https://example.org/%D0%BF%D1%80%D0%B0%D0%B2%D0%B0", True),
        ("пример.рф", "http://xn--e1afmkfd.xn--p1ai/", True),
    ],
)
def test_a_link_is_compared_on_boundaries(term, link, expected):
    """A host covers what lies under it, a path what follows after a slash, and nothing that only begins alike."""
    assert matches(LINK, term, post(links=(link,))) is expected


def test_links_are_read_from_the_text_only_where_the_platform_lists_none():
    """A shortened link that the platform has resolved is the resolved one."""
    assert matches(LINK, "example.org", post("read example.org/a"))
    assert matches(LINK, "example.org", post("https://t.co/a", links=("https://example.org/a",)))
    assert not matches(LINK, "example.org", post("https://example.org/a", links=()))


def test_articles_match_no_post():
    """Views of an article are counted elsewhere."""
    assert not matches(ARTICLE, "Chechnya", post("Chechnya #Chechnya", tags=("Chechnya",)))


def test_each_topic_is_named_once_in_the_order_of_the_config():
    """Several terms of a topic in one post are one match."""
    topics = [
        Topic("b", "B", (Term(TAG, "camps"), Term(PHRASE, "camps"))),
        Topic("a", "A", (Term(TAG, "camps"), Term(TAG, "other"))),
        Topic("c", "C", (Term(TAG, "none"),)),
    ]
    assert Matcher(topics).topics(post("#camps #CAMPS #other")) == ("b", "a")


@pytest.mark.parametrize(("kind", "text"), [(TAG, "#"), (MENTION, "@"), (PHRASE, " * "), (LINK, "no host"), (TAG, " ")])
def test_a_term_with_nothing_to_look_for_is_refused(kind, text):
    """The error names the topic and the term, so that it can be mended."""
    with pytest.raises(ConfigError, match="topic t"):
        Matcher([Topic("t", "T", (Term(kind, text),))])


def test_no_terms_match_nothing():
    """A campaign without terms is slow to succeed but does not fail."""
    assert Matcher([]).topics(post("anything")) == ()


@given(
    st.text(st.characters(codec=None), max_size=80),
    st.lists(st.text(st.characters(codec=None), max_size=30), max_size=3),
)
def test_no_post_breaks_the_matcher(text, entities):
    """Half characters, NUL and nonsense entities are read as nothing special."""
    topics = Topic("t", "T", (Term(TAG, "a"), Term(MENTION, "a"), Term(PHRASE, "a*"), Term(LINK, "a.bc/d")))
    listed = tuple(entities)
    matcher = Matcher([topics])
    assert matcher.topics(post(text)) in ((), ("t",))
    assert matcher.topics(post(text, tags=listed, mentions=listed, links=listed)) in ((), ("t",))


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://WWW.Example.ORG:80/path?q#f", "example.org"),
        ("http://example.org.", "example.org"),
        ("example.org/x", "example.org"),
        ("https://t.co/abc", ""),
        ("bit.ly/abc", ""),
        ("ftp://example.org", ""),
        ("mailto:somebody@example.org", ""),
        ("https://localhost/", ""),
        ("https://", ""),
        ("http://[bad", ""),
    ],
)
def test_a_domain_is_the_bare_host_and_never_a_shortener(link, host):
    """No path, no user and no www.: nothing that could point to one page or person."""
    assert domain(link) == host


def test_the_rest_of_an_address_keeps_its_query_but_not_its_fragment():
    """A place on a page is the same page."""
    assert address("https://example.org/a?b=1#c") == ("example.org", "/a?b=1")
