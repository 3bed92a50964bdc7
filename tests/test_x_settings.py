"""What is asked of X, and what the user can set: no term becomes an operator, and every price is told."""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from monitor.model import Status, Term, TermKind, Topic
from monitor.sources import x
from monitor.sources.x.queries import LONGEST, question

from .fake_x import FakeX
from .test_x import NOW, counts, told


def topic(*terms: tuple[TermKind, str], key: str = "t") -> Topic:
    """A topic with these terms."""
    return Topic(key, "T", tuple(Term(kind, text) for kind, text in terms))


def query(kind: TermKind, text: str) -> str:
    """The query for one term, without what every query ends with."""
    found = question(topic((kind, text)))
    assert found is not None
    assert not found.query or found.query.endswith(" -is:retweet")
    return found.query.removesuffix(" -is:retweet")


@pytest.mark.parametrize(
    ("kind", "text", "asked"),
    [
        (TermKind.TAG, "CloseTheCamps", "#CloseTheCamps"),
        (TermKind.TAG, "#Чечня", "#Чечня"),
        (TermKind.TAG, "می‌خواهم", "#می‌خواهم"),
        (TermKind.MENTION, "@campaign", "@campaign"),
        (TermKind.PHRASE, "close the camps", '"close the camps"'),
        (TermKind.PHRASE, "Women’s  march", '"Women\'s march"'),
        (TermKind.LINK, "example.org/camps/", 'url:"example.org/camps"'),
        (TermKind.LINK, "https://Example.org", 'url:"Example.org"'),
    ],
)
def test_each_kind_of_term_has_its_operator(kind: TermKind, text: str, asked: str):
    """A tag is the exact tag, a mention the account, a phrase the words, a link the address."""
    assert query(kind, text) == asked


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (TermKind.PHRASE, "from:someone"),
        (TermKind.PHRASE, 'a" OR from:someone OR "b'),
        (TermKind.PHRASE, "a” OR place:x OR “b"),
        (TermKind.PHRASE, "a\\\" point_radius:[1 2 3km]"),
        (TermKind.PHRASE, "a″\nfrom:someone"),
        (TermKind.LINK, 'example.org/" OR from:someone OR "'),
        (TermKind.LINK, 'example.org" from:someone'),
    ],
)  # fmt: skip
def test_no_term_becomes_an_operator(kind: TermKind, text: str):
    """Whatever stands in a term stays between its two quotation marks."""
    asked = query(kind, text).removeprefix("url:")
    assert asked[0] == asked[-1] == '"'
    assert not set(asked[1:-1]) & set('"\\“”„″\n')


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (TermKind.TAG, "a from:someone"), (TermKind.TAG, "a)OR(from:b"), (TermKind.TAG, "from:b"),
        (TermKind.TAG, "2024"), (TermKind.TAG, "☀"), (TermKind.TAG, ""), (TermKind.MENTION, "a OR from:b"),
        (TermKind.MENTION, "name@host.org"),
        (TermKind.MENTION, "name.example.org"), (TermKind.PHRASE, "lanter*"), (TermKind.PHRASE, "!?"),
        (TermKind.LINK, "//"), (TermKind.TAG, "a\ud800"),
    ],
)  # fmt: skip
def test_what_cannot_stand_on_x_is_not_asked(kind: TermKind, text: str):
    """Another network's account, a tag X does not have, the beginning of a word: blocked, with a reason."""
    found = question(topic((kind, text)))
    assert found is not None
    assert not found.query
    assert "none of its terms" in found.refusal


def test_several_terms_are_asked_at_once():
    """A post with two of them counts once; doubles and what X cannot have are left out."""
    terms = (
        (TermKind.TAG, "Lumen"),
        (TermKind.TAG, "lumen"),
        (TermKind.PHRASE, "sea choir"),
        (TermKind.PHRASE, "cho*"),
    )
    found = question(topic(*terms, (TermKind.ARTICLE, "Sea")))
    assert found is not None
    assert found.query == '(#Lumen OR "sea choir") -is:retweet'
    assert [term.text for term in found.topic.terms] == ["Lumen", "lumen", "sea choir"]
    assert question(topic((TermKind.ARTICLE, "Sea"))) is None


def test_a_query_that_is_too_long_is_refused_before_it_is_sent():
    """Its hours are blocked with a reason that tells the length, the others are counted, nothing is paid for it."""
    long = topic(*((TermKind.TAG, f"lantern{n:040d}") for n in range(12)), key="long")
    fits = topic((TermKind.TAG, "a" * 138), (TermKind.TAG, "b" * 139), (TermKind.TAG, "c" * 139), key="fits")
    source = counts(FakeX(now=NOW, base="http://127.0.0.1:9"), (long, fits))
    assert source.price is not None
    assert source.price.dollars_a_round == pytest.approx(0.010)
    page = next(iter(source.pages(cursor=None, now=NOW)))
    (span,) = told([page], "long")
    assert span.status is Status.BLOCKED
    assert span.reason == f"the query is longer than X allows (634 of {LONGEST} characters): take terms out"
    emoji = question(topic((TermKind.PHRASE, "go " + "🕯" * 250)))
    assert emoji is not None
    assert emoji.refusal


def test_the_settings_say_what_they_do():
    """Every key has a description, nothing but counting is on, and X's terms stand in the reference."""
    settings = x.Settings()
    assert all(field.description for field in x.Settings.model_fields.values())
    assert (settings.mentions, settings.sample, settings.archive) == (False, False, False)
    assert settings.every_minutes == 60
    assert "protests" in (x.Settings.__doc__ or "")


@pytest.mark.parametrize(
    "keys",
    [
        {"base_url": "ftp://api.x.com"}, {"base_url": "http://api.x.com"}, {"base_url": "https://me:secret@api.x.com"},
        {"budget_dollars": -1}, {"budget_dollars": float("nan")}, {"budget_dollars": float("inf")},
        {"every_minutes": 0}, {"probe": "two words"}, {"probe": "from:me"}, {"probe": "2024"},
        {"mentions": True},
        {"own_account": "a b"}, {"own_account": "x/../y"}, {"own_account_id": "me"}, {"sample_posts": 9},
        {"sample_posts": 101}, {"mentions_a_round": 801}, {"token": "secret"},
    ],
)  # fmt: skip
def test_a_bad_setting_is_refused(keys: dict[str, object]):
    """Before anything is asked."""
    with pytest.raises(ValidationError):
        x.Settings.model_validate(keys)


def test_signs_are_taken_off():
    """#news and @campaign are what people write."""
    assert x.Settings(probe="null").probe is None  # as config.yaml hands it over
    settings = x.Settings(probe="#news", own_account="@Campaign", mentions=True)
    assert (settings.probe, settings.own_account) == ("news", "Campaign")


def test_the_advice_tells_the_terms_and_the_price():
    """What is allowed, what is forbidden, and a month's cost with these settings."""
    words = " ".join(x.advice(x.Settings()))
    assert "$3.60 a month for each topic, and as much for the probe" in words
    assert "$10.00 a month" in words
    assert "protests" in words
    assert "activists" in words
    more = " ".join(
        x.advice(x.Settings(mentions=True, own_account="a", own_app=True, sample=True, sample_posts=100, probe=None))
    )
    assert "$15.00 a month" in more
    assert "and of #news, to tell an outage from quiet; no posts" in words
    assert "accounts; posts that mention our account are counted in memory; 100 posts a day are read" in more
    assert "$0.001 a post, at most $0.05 a round" in more
    dear = " ".join(x.advice(x.Settings(mentions=True, own_account="a")))
    assert "$0.005 a post, at most $0.25 a round" in dear
    assert "own_account_id" in dear


def test_reading_the_settings_does_not_load_tweepy():
    """Every command reads them."""
    code = "import sys, monitor.sources.x; print('tweepy' in sys.modules, 'requests' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
