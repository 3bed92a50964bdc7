"""X's refusals: each is told apart, says what to do, and says when to ask again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import stamina

from monitor.errors import SourceError
from monitor.sources import x
from monitor.sources.x.refusals import LONGEST_JITTER_S

from .fake_x import TOKEN, FakeX, serving
from .test_x import LANTERNS, NOW, build, counts

pytestmark = pytest.mark.usefixtures("undisturbed")

RESET = int(NOW.timestamp()) + 417
LIMIT_HEADERS = {"x-rate-limit-limit": "300", "x-rate-limit-remaining": "0", "x-rate-limit-reset": str(RESET)}
CAPPED = {
    "title": "UsageCapExceeded",
    "detail": "Usage cap exceeded: Monthly product cap",
    "type": "https://api.twitter.com/2/problems/usage-capped",
    "product_name": "standard-basic",
    "period": "Monthly",
    "scope": "Product",
}
CREDITS = {
    "account_id": 99,
    "title": "CreditsDepleted",
    "detail": "Your enrolled account [99] does not have any credits to fulfill this request.",
    "type": "https://api.twitter.com/2/problems/credits",
}
SPENT = {
    "title": "SpendCapReached",
    "detail": "Your enrolled account [99] has reached its billing cycle spend cap.",
    "reset_date": "2026-12-04",
    "type": "https://api.twitter.com/2/problems/credits",
}
NOT_ENROLLED = {
    "title": "Client Forbidden",
    "reason": "client-not-enrolled",
    "detail": "When authenticating requests, you must use keys from an App that is attached to a Project.",
    "type": "https://api.twitter.com/2/problems/client-forbidden",
}
UNSUPPORTED = {
    "title": "Unsupported Authentication",
    "detail": "Authenticating with OAuth 2.0 User Context is forbidden for this endpoint.",
    "type": "https://api.x.com/2/problems/unsupported-authentication",
}
HTML = b"<!DOCTYPE html><html>Something went wrong</html>"


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("monitor.web.answers.time", SimpleNamespace(monotonic=lambda: 0.0))  # a round takes no time
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def fake() -> Iterator[FakeX]:
    """An empty platform."""
    with serving(FakeX(now=NOW)) as made:
        yield made


def error_of(fake: FakeX, **keys: object) -> SourceError:
    """What a round ends with."""
    with pytest.raises(SourceError) as found:
        list(counts(fake, (LANTERNS,), probe=None, **keys).pages(cursor=None, now=NOW))
    words = str(found.value)
    assert TOKEN not in words
    assert "Lumen" not in words
    assert "99" not in words
    assert "http" not in words
    return found.value


@pytest.mark.parametrize(
    ("status", "body", "words", "permanent", "retry_at"),
    [
        (429, CAPPED, "monthly cap is used up: it goes on on 2026-12-01", True, datetime(2026, 12, 1, tzinfo=UTC)),
        (429, CAPPED | {"title": "?"}, "monthly cap", True, datetime(2026, 12, 1, tzinfo=UTC)),
        (429, CAPPED | {"period": "Daily"}, "daily cap", True, datetime(2026, 11, 21, tzinfo=UTC)),
        (429, {"title": "Too Many Requests"}, "asks to wait", False, NOW + timedelta(minutes=15)),
        (402, CREDITS, "credits are used up", True, None),
        (402, {"title": "Payment Required", "detail": "credits depleted"}, "credits are used up", True, None),
        (402, HTML, "credits are used up", True, None),
        (403, SPENT, "until 2026-12-04", True, datetime(2026, 12, 4, tzinfo=UTC)),
        (403, SPENT | {"reset_date": None, "detail": "cycle begins on 2026-12-05."}, "2026-12-05", True,
         datetime(2026, 12, 5, tzinfo=UTC)),
        (403, SPENT | {"reset_date": "2026-13-77"}, "spending limit", True, None),
        (403, SPENT | {"reset_date": "2025-12-04"}, "spending limit", True, None),
        (403, NOT_ENROLLED, "enrol it in a project", True, None),
        (403, UNSUPPORTED, "another kind of token", True, None),
        (403, {"title": "Forbidden"}, "refuses access (403)", True, None),
        (403, HTML, "refuses access (403)", True, None),
        (401, {"title": "Unauthorized"}, "refuses the token (401): put a valid one into MONITOR_X_TOKEN", True, None),
        (400, {"title": "Invalid Request", "errors": [{"parameters": {"query": ["#LumenLanterns"]}}]},
         "refuses this query (400, Invalid Request)", True, None),
        (400, {"title": "About #LumenLanterns"}, "refuses this query (400): change", True, None),
        (400, {"errors": [{"parameters": {"start_time": ["2026"]}}]}, "refuses the time", False, None),
        (404, {}, "status 404", False, None),
        (302, {}, "status 302", False, None),
    ],
)  # fmt: skip
def test_a_refusal_is_told_apart(fake: FakeX, status, body, words, permanent, retry_at):
    """Each row of X's errors: whether a human must act, and when to ask again."""
    fake.fail(status, body, {"Location": f"{fake.base}/elsewhere"} if status == 302 else None)
    error = error_of(fake)
    assert words in str(error)
    assert error.permanent is permanent
    assert error.retry_at == retry_at
    assert len(fake.asked) == 1


def test_a_limit_is_kept_to_the_second_and_a_little_longer(fake: FakeX):
    """Asked again after the reset that X names, never before, and not all in the same second."""
    fake.fail(429, {"title": "Too Many Requests"}, LIMIT_HEADERS)
    error = error_of(fake)
    reset = datetime.fromtimestamp(RESET, UTC)
    assert error.retry_at is not None
    assert reset < error.retry_at <= reset + timedelta(seconds=LONGEST_JITTER_S)
    assert not error.permanent
    assert len(fake.asked) == 1


@pytest.mark.parametrize("minutes", [0, 1, 4, 5])
def test_a_clock_that_runs_ahead_is_not_early(fake: FakeX, minutes: int):
    """X names the reset by its own clock: what ours is ahead, which `Date` tells, is waited for too."""
    ahead = timedelta(minutes=minutes)
    fake.now = NOW - ahead
    fake.fail(429, {"title": "Too Many Requests"}, LIMIT_HEADERS)
    error, reset = error_of(fake), datetime.fromtimestamp(RESET, UTC)
    assert error.retry_at is not None
    assert reset + ahead < error.retry_at <= reset + ahead + timedelta(seconds=LONGEST_JITTER_S)


def test_the_monthly_cap_counts_more_than_the_limits_beside_it(fake: FakeX):
    """X sends the headers of a limit with it; waiting for those would ask in vain all month."""
    fake.fail(429, CAPPED, LIMIT_HEADERS | {"x-rate-limit-limit": "40000", "x-rate-limit-remaining": "39999"})
    assert error_of(fake).retry_at == datetime(2026, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize("reset", ["soon", "-5", "99999999999", "1", "²", ""])
def test_a_strange_reset_is_bounded(fake: FakeX, reset: str):
    """Neither at once nor in a thousand years."""
    fake.fail(429, {}, {"x-rate-limit-reset": reset.encode().decode("latin-1")})
    at = error_of(fake).retry_at
    assert at is not None
    assert NOW < at <= NOW + timedelta(days=1, seconds=LONGEST_JITTER_S)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_what_passes_by_itself_is_tried_again(fake: FakeX, status: int):
    """One failure of X costs nothing; lasting ones are missing hours, not blocked."""
    fake.fail(status, HTML)
    fake.fail(status, HTML)
    error = error_of(fake)
    assert not error.permanent
    assert len(fake.asked) == 2
    fake.fail(status, HTML)
    list(counts(fake, (LANTERNS,), probe=None).pages(cursor=None, now=NOW))


def test_an_overloaded_x_says_when_to_come_back(fake: FakeX):
    """`Retry-After` is kept, and nobody tries before."""
    fake.fail(503, HTML, {"Retry-After": "120"})
    assert error_of(fake).retry_at == NOW + timedelta(seconds=121)
    assert len(fake.asked) == 1


@pytest.mark.parametrize(
    "body", [HTML, b'{"errors": [{"title": "Not Found Error", "detail": "99"}]}', b'{"data": null}', b"\x1f\x8b"]
)
def test_a_200_that_is_no_answer_is_an_error(fake: FakeX, body: bytes):
    """A web page, errors without data: never a zero."""
    fake.fail(200, body)
    assert not error_of(fake).permanent


@pytest.mark.parametrize("body", [b"[1]", b'{"errors": 3}', b'{"errors": ["a", null]}', b'"a"', b"[" * 99_999, b"\xff"])
@pytest.mark.parametrize("status", [400, 401, 402, 403, 429, 503])
def test_a_refusal_with_a_broken_body_is_still_one(fake: FakeX, status: int, body: bytes):
    """Tweepy would fall over some of them."""
    fake.fail(status, body, times=2)
    error_of(fake)


def test_a_bomb_is_not_unpacked(fake: FakeX):
    """Answers are read up to a bound."""
    import gzip  # noqa: PLC0415 - for this test only

    fake.fail(200, gzip.compress(b" " * 30_000_000), {"Content-Encoding": "gzip"})
    assert "sent more than" in str(error_of(fake))


def test_a_platform_that_is_gone_is_an_error(fake: FakeX):
    """Nothing listens there."""
    fake.base = "http://127.0.0.1:9"
    assert "could not be reached" in str(error_of(fake))


def test_a_private_address_is_refused_unless_it_is_allowed(fake: FakeX, monkeypatch: pytest.MonkeyPatch):
    """The token goes to the open internet only."""
    monkeypatch.setenv("MONITOR_X_TOKEN", TOKEN)
    settings = x.Settings(base_url=fake.base.replace("http://", "https://"))
    with pytest.raises(SourceError, match="allow_private"):
        list(x.build(settings, [LANTERNS])[0].pages(cursor=None, now=NOW))
    assert not fake.asked


@pytest.mark.parametrize("token", ["", "  ", "two words", "line\nbreak", "кириллица"])
def test_without_a_token_each_round_says_so(fake: FakeX, monkeypatch: pytest.MonkeyPatch, token: str):
    """The sources are there, blocked, and name the variable; a broken token is not sent or shown."""
    monkeypatch.setenv("MONITOR_X_TOKEN", token)
    keys = {"mentions": True, "own_account": "campaign", "sample": True}
    settings = x.Settings.model_validate({"base_url": fake.base, "allow_private": True, **keys})
    built = x.build(settings, [LANTERNS])
    assert [source.name for source in built] == ["x", "x:mentions", "x:sample"]
    for source in built:
        with pytest.raises(SourceError, match="set MONITOR_X_TOKEN") as found:
            list(source.pages(cursor=None, now=NOW))
        assert found.value.permanent
    assert not fake.asked


def test_a_wrong_token_is_refused_by_the_platform(fake: FakeX, monkeypatch: pytest.MonkeyPatch):
    """And shown nowhere."""
    source = build(fake)[0]
    monkeypatch.setattr("tests.fake_x.TOKEN", "another")
    with pytest.raises(SourceError, match="refuses the token") as found:
        list(source.pages(cursor=None, now=NOW))
    assert TOKEN not in repr(found.value)
