"""The source `mastodon` when a server says no, says nonsense, or asks to wait; its settings and its tokens."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import stamina
from pydantic import ValidationError

from monitor.errors import ConfigError, SourceError
from monitor.model import DAY, HOUR, Page, Term, TermKind, Topic
from monitor.sources import Source
from monitor.sources.mastodon import Settings, build, token_variable
from monitor.sources.mastodon.answers import parse_statuses
from monitor.sources.mastodon.cursor import Cursor
from monitor.sources.mastodon.ids import id_before, moment_of
from monitor.sources.mastodon.server import _Carrier
from monitor.web import Answer, Manners, running, session
from tests.fake_mastodon import LANTERNS, NOW, Fake, Kept, Reply, run_of, serving, snowflake, status, topic
from tests.test_mastodon import SAMPLES, swallow

pytestmark = pytest.mark.usefixtures("undisturbed")

TOKEN = "zq-planted-secret-token"
Make = Callable[..., Source]


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Short retries do not wait, and no time passes, so that waits can be told to the microsecond."""
    monkeypatch.setattr("monitor.web.answers.time", SimpleNamespace(monotonic=lambda: 0.0))
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def fake() -> Fake:
    """A server with a few posts."""
    return Fake(statuses=run_of(5, step=timedelta(hours=40)))


@pytest.fixture
def made(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Builds the source for the fake, with a token if one is given."""
    with serving(fake) as address:

        def make(*topics: Topic, token: str | None = None, probe: str | None = None) -> Source:
            if token:
                monkeypatch.setenv(token_variable(address), token)
            settings = Settings(instances=(address,), probe=probe, allow_private=True)
            return build(settings, topics or (LANTERNS,))[0]

        yield make


def refusal(source: Source, *, now: datetime = NOW) -> tuple[SourceError, list[Page]]:
    """The error that ends a round, and the pages before it."""
    pages: list[Page] = []
    with pytest.raises(SourceError) as caught:
        list(_taken(source, pages, now))
    return caught.value, pages


def _taken(source: Source, pages: list[Page], now: datetime) -> Iterator[Page]:
    for page in source.pages(cursor=None, now=now):
        pages.append(page)
        yield from ()


def access(local: str, remote: str) -> object:
    """What a server says about who may see hashtags."""
    return {"configuration": {"timelines_access": {"hashtag_feeds": {"local": local, "remote": remote}}}}


# Closed ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("local", "remote"), [("authenticated", "authenticated"), ("public", "disabled")])
def test_a_server_that_closes_hashtags_is_blocked_but_for_its_daily_counts(fake, made, local, remote):
    """The daily counts come, then the round ends for good: no hour is called anything but blocked."""
    fake.about = access(local, remote)
    error, pages = refusal(made())
    assert error.permanent
    assert "token" in str(error)
    assert [one.measure for one in pages[0].observations][:2] == ["uses", "accounts"]
    assert not fake.timelines()


def test_a_token_opens_what_members_may_see(fake, made):
    """With a token from the environment it is sent along, and the timeline is read."""
    fake.about = access("authenticated", "public")
    assert len(Kept().round(made(token=TOKEN)).posts) == 5
    assert set(fake.tokens) == {f"Bearer {TOKEN}"}


def test_a_token_does_not_open_what_is_disabled(fake, made):
    """Disabled is disabled for members too."""
    fake.about = access("disabled", "disabled")
    error, _ = refusal(made(token=TOKEN))
    assert error.permanent
    assert "leave it out" in str(error)


@pytest.mark.parametrize("about", [{}, [], {"configuration": {"timelines_access": 7}}, access("perhaps", "public")])
def test_a_server_that_does_not_say_who_may_see_is_tried(fake, made, about):
    """Older servers lack the key: then the timeline itself tells."""
    fake.about = about
    assert len(Kept().round(made()).posts) == 5


@pytest.mark.parametrize("code", [401, 403, 422])
def test_a_refused_timeline_blocks_the_server(fake, made, code):
    """No use asking again before a human acts; the daily counts were stored before."""
    fake.wrong["/timelines/"] = Reply(b'{"error": "This method requires an authenticated user"}', code)
    error, pages = refusal(made(token=TOKEN))
    assert error.permanent
    assert error.retry_at is None
    assert f"({code})" in str(error)
    assert pages[0].observations
    assert TOKEN not in str(error)


def test_a_server_without_these_addresses_is_no_mastodon(fake, made):
    """404 is an error that may pass, never an empty timeline."""
    fake.wrong["/api/"] = Reply(b'{"error": "Record not found"}', 404)
    error, _ = refusal(made())
    assert "is it a Mastodon server" in str(error)
    assert not error.permanent


# Waiting --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "at"),
    [
        ({"X-RateLimit-Reset": "2026-11-20T12:25:00.123456Z"}, NOW + timedelta(minutes=5, microseconds=123456)),
        ({"X-RateLimit-Reset": str(int(NOW.timestamp()) + 240)}, NOW + timedelta(minutes=4)),
        ({"Retry-After": "77"}, NOW + timedelta(seconds=77)),
        ({"X-RateLimit-Reset": "9999-12-31T23:59:59Z"}, NOW + timedelta(minutes=15)),
        ({"X-RateLimit-Reset": "2027-12-31T00:00:00Z"}, NOW + 31 * DAY),
        ({"X-RateLimit-Reset": "whenever", "Retry-After": "-3"}, NOW + timedelta(minutes=15)),
        ({}, NOW + timedelta(minutes=15)),
    ],
)
def test_a_rate_limit_says_when_to_ask_again(fake, made, headers, at):
    """The time is the server's to the second, in ISO 8601 or in seconds; a quarter of an hour where it says none."""
    fake.wrong["/timelines/"] = Reply(b'{"error": "Too many requests"}', 429, headers)
    error, _ = refusal(made())
    assert error.retry_at == at
    assert not error.permanent


def test_the_wait_is_counted_by_our_own_clock(fake, made):
    """A server whose clock is two minutes behind is asked two minutes later by ours, not too early."""
    fake.now = NOW - timedelta(minutes=2)
    fake.wrong["/timelines/"] = Reply(b"{}", 429, {"X-RateLimit-Reset": "2026-11-20T12:25:00Z"})
    error, _ = refusal(made())
    assert error.retry_at == NOW + timedelta(minutes=7)


def test_the_last_request_that_is_allowed_is_not_used_up(fake, made):
    """Where a server says that one request is left, the round ends and says when it goes on."""
    fake.headers = {"X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "2026-11-20T12:25:00Z"}
    error, _ = refusal(made())
    assert error.retry_at == NOW + timedelta(minutes=5)
    assert len(fake.asked) == 1


# Trouble --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(b"<html>Bad gateway</html>", 502), "status 502"),
        (Reply(b"<html>Welcome</html>", 200), "not JSON"),
        (Reply(b'{"error": "trunca', 200), "not JSON"),
        (Reply(b"", 200), "not JSON"),
        (Reply(b"{}", 200), "not a timeline"),
        (Reply(b"null", 200), "not a timeline"),
        (Reply(b"[" * 100_000, 200), "not JSON"),
        (Reply(b" " * (9 * 2**20), 200), "more than 8 MB"),
        (Reply(b"[]", 304), "status 304"),
    ],
)
def test_an_answer_that_is_no_timeline_is_an_error_never_a_zero(fake, made, reply, words):
    """Whatever comes instead of a list of posts ends the round in plain words, and no hour is complete."""
    fake.wrong["/timelines/"] = reply
    error, pages = refusal(made())
    assert words in str(error)
    assert "127.0.0.1" not in str(error)
    assert not [span for page in pages for span in page.coverage if span.bucket_hours == 1]


def test_hashtags_that_always_fail_do_not_starve_the_others(fake, made):
    """Three broken ones end a round, but each round has another order: all others are read in time."""
    for name in ("Quay", "Pier", "Wharf"):
        fake.wrong[f"/timelines/tag/{name}"] = Reply(b"", 500)
    source = made(topic("broken", "Quay", "Pier", "Wharf"), LANTERNS, topic("lamps", "Lamps"))
    kept = Kept()
    for minutes in range(0, 60, 15):
        fake.now = NOW + timedelta(minutes=minutes)
        with suppress(SourceError):
            kept.round(source, now=fake.now)
    assert kept.complete("lanterns")
    assert kept.complete("lamps")
    assert kept.complete("broken") == []


def test_three_hashtags_that_fail_are_the_servers_failure(fake, made):
    """A server in trouble is not asked for all of a hundred hashtags."""
    fake.wrong["/timelines/"] = Reply(b"", 500)
    error, _ = refusal(made(topic("many", *(f"Tag{n}" for n in range(50)))))
    assert "status 500" in str(error)
    assert len(fake.timelines()) == 3 * 2  # each is tried twice


def test_a_server_that_cannot_be_reached_is_an_error(monkeypatch):
    """No server behind the address: an error in words, without the address."""
    settings = Settings(instances=("http://127.0.0.1:9",), allow_private=True)
    error, pages = refusal(build(settings, [LANTERNS])[0])
    assert "could not be reached" in str(error)
    assert all(page.observations == () for page in pages)


def test_a_server_in_our_own_network_is_not_talked_to():
    """Without allow_private an address of this machine is refused before a byte is sent."""
    error, _ = refusal(build(Settings(instances=("https://127.0.0.1:9",)), [LANTERNS])[0])
    assert "allow_private" in str(error)


def test_a_wrong_clock_is_an_error(fake, made):
    """Six minutes between the server's clock and ours would put posts into the wrong hours."""
    fake.now = NOW + timedelta(minutes=6)
    error, _ = refusal(made())
    assert "clock is 6 minutes behind" in str(error)


def test_redirects_to_a_page_are_not_taken_for_an_answer(fake, made):
    """A server that sends us on is not followed, not even to another path of its own."""
    fake.wrong["/timelines/"] = Reply(b"", 302, {"Location": "/timelines/again"})
    error, _ = refusal(made())
    assert "status 302" in str(error)
    assert not [one for one in fake.asked if one.startswith("/timelines/again")]


@pytest.mark.parametrize(
    "cursor", ["{", "[]", '{"probe": 3}', '{"read": {"a": "0001-01-01T00:00:00+00:00"}}', '{"history": "2026-01-01"}']
)
def test_a_cursor_that_is_not_ours_is_refused(made, cursor):
    """Nothing is guessed where the store holds something else."""
    with pytest.raises(SourceError, match="start with a new store"):
        list(made().pages(cursor=cursor, now=NOW))


def test_the_cursor_holds_no_ids():
    """Only times are kept, by the campaign's own hashtags and topics."""
    place = Cursor({"a": NOW}, {"t": NOW}, NOW, NOW)
    assert Cursor.load(place.dump()) == place
    assert json.loads(place.dump())["read"] == {"a": "2026-11-20T12:20:00+00:00"}


# Posts ----------------------------------------------------------------------------------------------------------------


def parsed(*rows: object, tag: str = "LumenLanterns"):
    """What is read from the rows of an answer."""
    return parse_statuses(Answer(200, {}, json.dumps(rows).encode()), tag=tag, now=NOW)


@pytest.mark.parametrize(
    ("changed", "opted_out"),
    [
        ({"account": {"noindex": True}}, True),
        ({"account": {"note": "<p>please <a>#<span>NoBot</span></a></p>"}}, True),
        ({"visibility": "private"}, True),
        ({"visibility": "direct"}, True),
        ({"account": {"noindex": None, "indexable": False, "discoverable": False}}, False),
        ({"account": {"note": "a robot #nobotany"}}, False),
        ({"visibility": "unlisted"}, False),
    ],
)
def test_who_opts_out_is_not_counted(changed, opted_out):
    """`noindex`, #nobot and what is not public are opt-outs; `indexable` is about search only."""
    (post,) = parsed(status(1, NOW, **changed)).posts
    assert post.opted_out is opted_out


def test_a_post_is_known_by_its_uri_and_carries_the_campaigns_spelling():
    """Mastodon takes accents off hashtags: the post of #Café says cafe, and still belongs to the topic."""
    (post,) = parsed(status(7, NOW - HOUR, "cafe", "other"), tag="Café").posts
    assert post.id == "https://lamp.example/notes/7"
    assert post.author == "https://lamp.example/@keeper7"
    assert post.tags == ("Café", "other")
    assert "lamp" not in repr(post) + repr(parsed(status(7, NOW)))


def test_rows_that_cannot_be_read_are_counted_by_reason():
    """Each is left out with its reason; the others count. A time a little ahead is now, one far ahead is none."""
    broken = [7, None, {}, {"id": "../x"}, status(1, NOW) | {"content": None}, status(2, NOW) | {"created_at": "soon"}]
    ahead = [status(3, NOW + 2 * HOUR), status(4, NOW + 2 * DAY), status(5, NOW) | {"created_at": "9999-12-31T23:59Z"}]
    batch = parsed(*broken, *ahead)
    assert [post.at for post in batch.posts] == [NOW]
    assert batch.quarantined == {"not a post": 2, "no id": 2, "no text": 1, "broken date": 1, "time out of range": 2}
    assert batch.rows == 9


@pytest.mark.parametrize(
    "body", [*SAMPLES, b"", b"[]", b"\xff\xfe", b'["\\ud800"]', b"[NaN]", b"[" * 99999, b"1" * 9999]
)
def test_nothing_but_a_source_error_comes_of_a_body(body):
    """Bodies of any kind are read or refused."""
    with suppress(SourceError):
        swallow(body)


@pytest.mark.parametrize("tag", ["Фонари", "灯り", "Café", "a/../b", "q?x=1&y", "50%25"])
def test_hashtags_of_any_script_reach_the_server_as_they_are(fake, made, tag):
    """Every letter is quoted, so that no hashtag becomes another address."""
    fake.statuses = [status(n, NOW - n * HOUR, tag) for n in range(1, 4)]
    kept = Kept().round(made(topic("one", tag)))
    assert fake.timelines()[0].startswith(f"/api/v1/timelines/tag/{tag}?") or "/" in tag
    assert len(kept.posts) == (0 if "/" in tag else 3)


def test_ids_hold_the_time_and_others_do_not():
    """A snowflake's time is the post's; figures that are none, and words, hold no time."""
    assert moment_of(snowflake(NOW, 0)) == NOW
    assert moment_of(id_before(NOW, like=snowflake(NOW, 0))) == NOW - timedelta(milliseconds=1)
    ulid = id_before(NOW, like="01JD4M8T5S0000000000000000")
    assert moment_of(ulid) == NOW - timedelta(milliseconds=1)
    assert [moment_of(one) for one in ("12345", "9" * 19, "٣" * 18, "AflakeId", "7ZZZZZZZZZ0000000000000000")] == [
        None
    ] * 5


def test_nothing_is_ever_written_to_a_server(fake):
    """The library has hundreds of calls that post; what carries them takes nothing but GET."""
    with serving(fake) as address:
        carrier = _Carrier(session(Manners(allow_private=True)), running(NOW))
        with pytest.raises(SourceError, match="nothing is ever written"):
            carrier.request("POST", f"{address}/api/v1/statuses", params={})
    assert fake.asked == []


# Settings and tokens --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"instances": []},
        {"instances": ["example.social"]},
        {"instances": ["https://example.social/@someone"]},
        {"instances": ["https://example.social?x=1"]},
        {"instances": ["https://name:word@example.social"]},
        {"instances": ["https://example.social:99999"]},
        {"instances": ["http://example.social"]},
        {"instances": ["https://example.social", "https://EXAMPLE.social:443/"]},
        {"instances": ["https://example.social"], "probe": "two words"},
        {"instances": ["https://example.social"], "every_minutes": 0},
        {"instances": ["https://example.social"], "token": TOKEN},
    ],
)
def test_settings_that_make_no_sense_are_refused(values):
    """No path, no password, no plain http, no server twice, no token in the file."""
    with pytest.raises(ValidationError):
        Settings(**values)


def test_each_server_is_a_source_of_its_own_and_every_setting_explains_itself():
    """The name is the host, with the port only where it is not the usual one."""
    settings = Settings(instances=("https://example.social", "https://lamp.example:8443"), probe=" #photography ")
    phrase = Term(TermKind.PHRASE, "lantern")
    both = Topic("lanterns", "Lanterns", (*LANTERNS.terms, phrase))
    sources = build(settings, [both, Topic("words", "Words", (phrase,))])
    assert [one.name for one in sources] == ["mastodon:example.social", "mastodon:lamp.example:8443"]
    assert {one.topics for one in sources} == {(LANTERNS,)}
    assert (sources[0].every_minutes, sources[0].lag_hours, settings.probe) == (15, 2, "photography")
    assert all(one.description for one in Settings.model_fields.values())
    assert build(settings, [Topic("words", "Words", (phrase,))]) == ()


@pytest.mark.parametrize("value", [None, "", "null", "~", "#"])
def test_the_probe_can_be_switched_off(value):
    """None in code, null or nothing in config.yaml, which is read as text."""
    assert Settings(instances=("https://example.social",), probe=value).probe is None


def test_a_token_is_for_one_server_only(monkeypatch):
    """Two hosts whose names give one variable would both get the token: that is refused."""
    monkeypatch.setenv("MONITOR_MASTODON_TOKEN_A_B_EXAMPLE", TOKEN)
    both = Settings(instances=("https://a-b.example", "https://a.b.example"))
    with pytest.raises(ConfigError, match="two servers") as caught:
        build(both, [LANTERNS])
    assert TOKEN not in str(caught.value)
    monkeypatch.setenv("MONITOR_MASTODON_TOKEN_A_B_EXAMPLE", "two words")
    with pytest.raises(ConfigError, match="does not hold a token"):
        build(Settings(instances=("https://a-b.example",)), [LANTERNS])


def test_nothing_follows_a_redirect_to_another_host(fake, made):
    """What was meant for one server, token and hashtags, is not shown to the next; its name is told."""
    other = Fake(statuses=fake.statuses)
    with serving(other) as address:
        location = address.replace("127.0.0.1", "localhost") + "/api/v1/timelines/tag/LumenLanterns"
        fake.wrong["/timelines/"] = Reply(b"", 302, {"Location": location})
        error, _ = refusal(made(token=TOKEN))
    assert "another address (http://localhost:" in str(error)
    assert other.asked == []


def test_the_sdk_is_not_loaded_by_the_settings():
    """Every command reads the settings: they must be quick."""
    import subprocess  # noqa: PLC0415 - a fresh interpreter is needed here only
    import sys  # noqa: PLC0415

    code = "import sys, monitor.sources.mastodon; print('mastodon' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
