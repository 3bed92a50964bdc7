"""A sign of life: pinged while all goes well, five minutes apart, and never a reason to stop."""

from datetime import UTC, datetime, timedelta

from monitor.heartbeat import Heartbeat

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_a_ping_every_five_minutes_at_most(httpserver):
    """Judgements come every minute; the address is fetched every fifth time."""
    httpserver.expect_request("/ping").respond_with_data("OK")
    heartbeat = Heartbeat(httpserver.url_for("/ping"), allow_private=True)
    done = [heartbeat.beat(now=NOW + timedelta(minutes=minute)) for minute in range(11)]
    assert [minute for minute, pinged in enumerate(done) if pinged] == [0, 5, 10]
    assert len(httpserver.log) == 3


def test_a_clock_set_back_goes_on_pinging(httpserver):
    """A heartbeat that waited for yesterday to come again would cry for help all day."""
    httpserver.expect_request("/ping").respond_with_data("OK")
    heartbeat = Heartbeat(httpserver.url_for("/ping"), allow_private=True)
    assert heartbeat.beat(now=NOW)
    assert heartbeat.beat(now=NOW - timedelta(days=1))


def test_a_ping_that_fails_stops_nothing(httpserver):
    """Nobody there, a refusal, or an address in our own network: no more than a no."""
    assert not Heartbeat("http://127.0.0.1:9/ping", allow_private=True).beat(now=NOW)
    httpserver.expect_request("/no").respond_with_data("no", status=500)
    assert not Heartbeat(httpserver.url_for("/no"), allow_private=True).beat(now=NOW)
    assert not Heartbeat(httpserver.url_for("/no")).beat(now=NOW)
    assert len(httpserver.log) == 1


def test_where_it_is_sent_on_is_not_asked(httpserver):
    """The address may be a secret: who takes over the host it led to learns nothing, and the answer is no sign."""
    httpserver.expect_request("/ping").respond_with_data(
        status=307, headers={"Location": httpserver.url_for("/elsewhere")}
    )
    assert not Heartbeat(httpserver.url_for("/ping"), allow_private=True).beat(now=NOW)
    assert [request.path for request, _ in httpserver.log] == ["/ping"]
