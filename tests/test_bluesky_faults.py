"""Bluesky: whatever the other side does, what was read is kept, and what was not seen is never called zero."""

import itertools
import socket
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
import stamina
from pydantic import ValidationError

from monitor.errors import SourceError
from monitor.model import Page
from monitor.sources import bluesky
from monitor.sources.bluesky.drain import SILENT
from monitor.sources.bluesky.source import Bluesky
from tests.bluesky_lines import post
from tests.fake_jetstream import FakeJetstream, Faults
from tests.test_bluesky import NOW, QUICK, TOPICS, covered, ids, source, stream, volume

pytestmark = pytest.mark.usefixtures("undisturbed")


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    """Short retries do not wait."""
    stamina.set_testing(True, attempts=2)
    yield
    stamina.set_testing(False)


def outcome(fake: FakeJetstream, path: str = "", *, cursor: str | None = None) -> tuple[list[Page], SourceError | None]:
    """The pages of a round and the error that ended it, if one did."""
    pages: list[Page] = []
    try:
        pages.extend(source(fake, path).pages(cursor=cursor, now=NOW))
    except SourceError as error:
        return pages, error
    return pages, None


def kept(fake: FakeJetstream, path: str = "") -> tuple[list[Page], SourceError | None]:
    """As `outcome`, with the pages that came before an error."""
    pages: list[Page] = []
    try:
        for page in source(fake, path).pages(cursor=None, now=NOW):
            pages.append(page)
    except SourceError as error:
        return pages, error
    return pages, None


@pytest.mark.parametrize("path", ["", "/subscribe"])
def test_a_stream_that_breaks_off_is_taken_up_again(path):
    """Twice cut off in one round, every post comes, and the volume counts each once."""
    with FakeJetstream(stream(), NOW, faults=Faults(drop_after=[200, 150])).running() as fake:
        pages, error = kept(fake, path)
    assert error is None
    assert len(set(ids(pages))) == volume(pages) == 540
    assert covered(pages) == {3: "partial", 2: "complete", 1: "complete"}


def test_a_stream_that_always_breaks_off_is_an_error_after_what_was_read():
    """Five broken connections in a row that bring nothing new end the round; what came through is kept."""
    with FakeJetstream(stream(), NOW, faults=Faults(drop_after=[50, *[1] * 9])).running() as fake:
        pages, error = kept(fake)
    assert len(fake.asked) == 6
    assert str(error) == "the connection broke off again and again"
    assert 0 < len(set(ids(pages))) == volume(pages) < 540


def test_a_stream_that_the_platform_ends_is_taken_up_again():
    """An error frame (too slow a reader) is a break like others."""
    with FakeJetstream(stream(1), NOW, faults=Faults(error_frame=True)).running() as fake:
        pages, error = kept(fake)
    assert volume(pages) == 180
    assert "again and again" in str(error)


def test_lines_that_cannot_be_read_are_counted_and_dropped():
    """Garbage stops nothing; it is counted by reason, without its text."""
    garbage: list[str | bytes] = ["no json", b"\xff\xfe", "[]", "5", "{}", '{"$type":"message"}', "[" * 100_000, "NaN"]
    with FakeJetstream(stream(0.2), NOW, faults=Faults(lines_before=garbage)).running() as fake:
        pages, error = kept(fake)
    assert error is None
    assert pages[0].quarantined == {"not JSON": 3, "not an event": 4, "no time": 1}
    assert pages[0].read == len(pages[0].posts) + 8


def test_a_post_of_the_far_future_does_not_end_the_round():
    """One impossible time is put aside; the stream goes on."""
    odd = post(9, NOW + timedelta(days=300)).v2()
    with FakeJetstream(stream(0.2), NOW, faults=Faults(lines_before=[odd])).running() as fake:
        pages, error = kept(fake)
    assert error is None
    assert volume(pages) == 36
    assert pages[0].quarantined == {"time out of range": 1}


@pytest.mark.parametrize(
    ("faults", "words"),
    [
        (Faults(mute=True), "fell silent"),
        (Faults(lines_before=["x" * (2**21 + 1)]), "more than 2 MB"),
        (Faults(lines_before=itertools.repeat("no json")), "no posts at all"),  # type: ignore[arg-type]
    ],
)
def test_a_stream_without_use_is_an_error(faults, words):
    """Silence, a huge message, endless garbage: said in words, in bounded time and memory."""
    with FakeJetstream(stream(0.2), NOW, faults=faults).running() as fake:
        pages, error = kept(fake)
    assert pages == []
    assert words in str(error)


def test_an_empty_stream_is_not_zero():
    """Nobody on Bluesky wrote anything for 36 hours: that is not believed."""
    with FakeJetstream([], NOW).running() as fake:
        assert str(outcome(fake)[1]) == "sent no posts at all"


def test_a_stream_that_never_ends_is_left():
    """The newest post over and over is the end; an old one over and over is a stream that stands still."""
    with FakeJetstream(stream(0.1), NOW, faults=Faults(repeat_last=True)).running() as fake:
        assert kept(fake)[1] is None
    with FakeJetstream(
        stream(0.1, until=NOW - timedelta(hours=1)), NOW, faults=Faults(repeat_last=True)
    ).running() as f:
        pages, error = kept(f)
    assert "60 minutes old" in str(error)
    assert len(set(ids(pages))) == 18


def test_a_silence_that_is_no_chance_is_a_gap():
    """A busy stream that says nothing for half an hour was not seen then; a quiet one may be silent."""
    busy, hole = stream(3, every_seconds=2), timedelta(minutes=30)
    cut = [one for one in busy if not 1000 <= one.seq < 1000 + hole.total_seconds() / 2]
    with FakeJetstream(cut, NOW).running() as fake:
        pages, error = kept(fake)
    assert error is None
    assert covered(pages) == {3: "partial", 2: "partial", 1: "complete"}
    assert SILENT in {span.reason for page in pages for span in page.coverage}
    with FakeJetstream(stream(3, every_seconds=290), NOW).running() as fake:
        assert covered(kept(fake)[0]) == {3: "partial", 2: "complete", 1: "complete"}


def test_a_stream_too_slow_to_catch_up_is_an_error_after_what_was_read():
    """A trickle from long ago keeps what came and says so."""
    slow = stream(0.001, every_seconds=0.01, until=NOW - timedelta(hours=1))
    with FakeJetstream(slow, NOW, faults=Faults(wait_seconds=0.02)).running() as fake:
        pages, error = kept(fake)
    assert "too slowly" in str(error)
    assert pages[0].posts


@pytest.mark.parametrize("status", [401, 403])
def test_access_refused_waits_for_a_human(status):
    """Asking again is of no use."""
    with FakeJetstream([], NOW, faults=Faults(refusals=[(status, {}, b"")])).running() as fake:
        _, error = outcome(fake)
    assert error is not None
    assert error.permanent


def test_a_rate_limit_is_kept_to_the_second(monkeypatch):
    """429 with Retry-After: not before, and no sleeping here."""
    monkeypatch.setattr("monitor.web.answers.time", SimpleNamespace(monotonic=lambda: 0.0))
    with FakeJetstream([], NOW, faults=Faults(refusals=[(429, {"Retry-After": "90"}, b"")])).running() as fake:
        _, error = outcome(fake)
    assert error is not None
    assert error.retry_at == NOW + timedelta(seconds=91)
    assert len(fake.asked) == 1


def test_a_server_that_is_just_starting_is_tried_again():
    """503 once is nothing; 503 again is an error that may pass."""
    with FakeJetstream(stream(0.1), NOW, faults=Faults(refusals=[(503, {}, b"")])).running() as fake:
        assert outcome(fake)[1] is None
    with FakeJetstream(stream(0.1), NOW, faults=Faults(refusals=[(503, {}, b"")] * 2)).running() as fake:
        _, error = outcome(fake)
    assert str(error) == "answered with status 503"
    assert error is not None
    assert not error.permanent


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        ((400, {}, b'{"error":"InvalidRequest"}'), "status 400"),
        ((400, {}, b'{"error":"CursorTooOld"}'), "does not give the posts of the time asked for"),
        ((404, {}, b"<html>"), "status 404"),
        ((302, {"Location": "ws://127.0.0.1:1/"}, b""), "gave no stream"),
        ((200, {"Content-Type": "text/html"}, b"<html>hello</html>"), "status 200"),
    ],
)
def test_an_answer_that_is_no_stream_is_an_error(refusal, words):
    """A web page, a wrong address, a refusal: never an empty stream."""
    with FakeJetstream(stream(0.1), NOW, faults=Faults(refusals=[refusal])).running() as fake:
        pages, error = outcome(fake)
    assert pages == []
    assert words in str(error)


def test_private_addresses_are_refused_before_a_byte_is_sent():
    """Unless the config allows them, a Jetstream on this machine is not talked to, through a proxy neither."""
    with FakeJetstream(stream(0.1), NOW).running() as fake:
        with pytest.raises(SourceError, match="allow_private"):
            list(source(fake, allow_private=False).pages(cursor=None, now=NOW))
        assert fake.asked == []


def test_a_proxy_of_the_environment_is_used(monkeypatch):
    """Where a proxy is named nothing goes around it."""
    monkeypatch.delenv("no_proxy", raising=False)
    with socket.create_server(("127.0.0.1", 0)) as taken, FakeJetstream(stream(0.1), NOW).running() as fake:
        port = taken.getsockname()[1]
        taken.close()
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        assert str(outcome(fake)[1]) == "could not be reached"
        assert fake.asked == []
        with pytest.raises(SourceError, match="allow_private"):
            list(source(fake, allow_private=False).pages(cursor=None, now=NOW))


def test_a_server_without_encryption_behind_wss_is_an_error():
    """No certificate, no stream; and nobody there, no stream."""
    with FakeJetstream(stream(0.1), NOW).running() as fake:
        secure = fake.address.replace("ws:", "wss:")
        with pytest.raises(SourceError, match="certificate"):
            list(source(fake, jetstream=secure).pages(cursor=None, now=NOW))
    assert str(outcome(fake)[1]) == "could not be reached"


@pytest.mark.parametrize(("minutes", "side"), [(7, "ahead of"), (-7, "behind")])
def test_a_clock_that_is_off_is_an_error(minutes, side):
    """Hours would be misnamed: the platform's own clock tells, and where it is not told, the newest post does."""
    theirs = NOW - timedelta(minutes=minutes)
    with FakeJetstream(stream(0.5, until=theirs), theirs).running() as fake:
        assert f"7 minutes {side}" in str(outcome(fake)[1])
    with FakeJetstream(stream(0.5, until=theirs), theirs, dated=False).running() as fake:
        pages, error = kept(fake)
    if minutes > 0:
        assert "clock is ahead" in str(error)
    assert all(span.end <= NOW for page in pages for span in page.coverage if span.status == "complete")


def test_settings_say_what_they_mean_and_refuse_what_cannot_be():
    """Every setting has a description; addresses and numbers that make no sense are refused."""
    fields = bluesky.Settings.model_fields
    assert all(field.description for field in fields.values())
    good = ["wss://jet.example.org", "https://jet.example.org/xrpc", "ws://jet.example.org:8080/subscribe/"]
    assert [Bluesky(bluesky.Settings(jetstream=one), TOPICS)._endpoint.version for one in good] == [2, 2, 1]
    wrong = [
        "jet.example.org",
        "ftp://example.org",
        "wss://a:b@example.org",
        "wss://example.org?x=1",
        "wss://",
        "ws://x:y",
    ]
    for address in wrong:
        with pytest.raises(ValidationError):
            bluesky.Settings(jetstream=address)
    for other in ({"look_back_hours": 0}, {"look_back_hours": 37}, {"profiles": "x"}, {"token": "secret"}):
        with pytest.raises(ValidationError):
            bluesky.Settings.model_validate(other)


def test_a_long_round_is_cut_and_goes_on(monkeypatch):
    """A round has an end even where the stream has none in sight; the next one goes on from there."""
    monkeypatch.setattr("monitor.sources.bluesky.drain.PAGE_POSTS", 100)
    with FakeJetstream(stream(), NOW).running() as fake:
        settings = bluesky.Settings(jetstream=fake.address, profiles=fake.web, allow_private=True)
        short = type(QUICK)(connect=2, idle=0.1, answer=0.5, close=0.05, round=0)
        pages = list(Bluesky(settings, TOPICS, patience=short).pages(cursor=None, now=NOW))
        rest = list(source(fake).pages(cursor=pages[-1].cursor, now=NOW))
    assert volume(pages) == 90 + 1 or volume(pages) == 100
    assert len(set(ids(pages + rest))) == volume(pages + rest) == 540


@pytest.mark.parametrize(
    "cursor", ["", "nonsense", "1 example.org x 1 1 0", "1 example.org 5 12 3 0", "2 a 5 1795172402000000 1 0"]
)
def test_a_cursor_of_somebody_else_is_refused(cursor):
    """A cursor this source did not write stops it until a human acts; none at all starts anew."""
    with FakeJetstream(stream(0.1), NOW).running() as fake:
        if not cursor:
            assert list(source(fake).pages(cursor=cursor, now=NOW))
            return
        with pytest.raises(SourceError) as caught:
            list(source(fake).pages(cursor=cursor, now=NOW))
    assert caught.value.permanent
