"""The feed over real HTTP on loopback: one secret path, two methods, and nothing said to anybody else."""

import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from monitor.errors import ConfigError, StoreError
from monitor.feed import Feed, new_secret

SECRET = "s" * 24
PATH = f"/{SECRET}/pushes.ics"


class Content:
    """What is served, as a test wants it, and how often it was asked for."""

    def __init__(self) -> None:
        self.body = b"BEGIN:VCALENDAR\r\n"
        self.error: Exception | None = None
        self.asked = 0

    def __call__(self) -> bytes:
        """The calendar, or the error the test wants."""
        self.asked += 1
        if self.error:
            raise self.error
        return self.body


@pytest.fixture
def content() -> Content:
    """What the feed of a test serves."""
    return Content()


@pytest.fixture
def feed(content: Content) -> Iterator[Feed]:
    """A feed that runs while the test does."""
    place = Feed(0, SECRET, content)
    place.start()
    yield place
    place.stop()


def port_of(feed: Feed) -> int:
    """The port a feed listens on."""
    return urlsplit(feed.url).port or 0


def ask(feed: Feed, path: str = PATH, *, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """The answer to a request, and its body."""
    connection = HTTPConnection("127.0.0.1", port_of(feed), timeout=5)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def raw(feed: Feed, request: bytes) -> bytes:
    """Everything that comes back for the bytes of a request."""
    with socket.create_connection(("127.0.0.1", port_of(feed)), timeout=10) as sock:
        sock.sendall(request)
        found = b""
        while more := sock.recv(4096):
            found += more
    return found


def test_the_calendar_is_answered_under_its_secret_path(feed, content):
    """As text/calendar in UTF-8, for this reader alone, to be asked about again."""
    answer, body = ask(feed)
    assert (answer.status, body) == (200, content.body)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"].startswith("private")
    assert answer.headers["Content-Length"] == str(len(content.body))
    assert answer.headers["Server"] is None
    assert feed.url == f"http://127.0.0.1:{port_of(feed)}{PATH}"


def test_head_is_get_without_the_calendar(feed):
    """The same head, no body: not a byte comes after it."""
    (got, _), (head, body) = ask(feed), ask(feed, method="HEAD")
    assert (head.status, body) == (200, b"")
    assert dict(head.headers) == dict(got.headers)
    assert raw(feed, f"HEAD {PATH} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode()).endswith(b"\r\n\r\n")


def test_what_a_reader_already_has_is_not_sent_again(feed, content):
    """304 for the same calendar, also among others and weakly; the new one once it has changed."""
    tag = ask(feed)[0].headers["ETag"]
    for told in (tag, f'"x", W/{tag}', "*"):
        answer, body = ask(feed, If_None_Match=told)
        assert (answer.status, body) == (304, b"")
        assert answer.headers["ETag"] == tag
    assert ask(feed, If_None_Match='"other"')[0].status == 200
    content.body += b"END:VCALENDAR\r\n"
    answer, body = ask(feed, If_None_Match=tag)
    assert (answer.status, body) == (200, content.body)


@pytest.mark.parametrize(
    "path",
    ["/", "/pushes.ics", f"/{SECRET}", f"/{SECRET}/", f"/{SECRET[:-1]}/pushes.ics", f"/{SECRET}x/pushes.ics",
     f"{PATH}?x", f"{PATH}/", f"/x/..{PATH}", f"/{SECRET}/pushes.ICS", "/%F0%9F", f"http://127.0.0.1{PATH}"],
)  # fmt: skip
def test_any_other_path_is_not_found_and_all_look_the_same(feed, content, path):
    """A near miss is answered like nonsense, without a body, and the calendar is not even made."""
    answer, body = ask(feed, path)
    nonsense, _ = ask(feed, "/nonsense")
    assert (answer.status, body) == (404, b"")
    assert dict(answer.headers) == dict(nonsense.headers)
    assert content.asked == 0


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost@evil.example", "", "[::1", "192.168.1.5"],
)
def test_a_page_whose_name_was_made_to_point_here_reads_nothing(feed, content, host):
    """A Host that is not this machine's is not found, even with the secret."""
    assert ask(feed, Host=host)[0].status == 404
    assert content.asked == 0


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8502", "127.0.0.1", "127.0.0.1:9999"])
def test_this_machine_is_known_by_its_names_and_by_forwarded_ports(feed, host):
    """A port forwarded over ssh has another number, and that is fine."""
    assert ask(feed, Host=host)[0].status == 200


def test_a_request_without_a_host_or_with_two_is_not_found(feed):
    """Neither says for whom it is meant."""
    assert b" 404 " in raw(feed, f"GET {PATH} HTTP/1.0\r\n\r\n".encode()).split(b"\r\n")[0]
    twice = f"GET {PATH} HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n".encode()
    assert b" 404 " in raw(feed, twice).split(b"\r\n")[0]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get"])
def test_only_reading_is_allowed(feed, content, method):
    """Other methods are refused alike on every path, without a body."""
    for path in (PATH, "/nonsense"):
        answer, body = ask(feed, path, method=method)
        assert (answer.status, body, answer.headers["Allow"]) == (405, b"", "GET, HEAD")
    assert content.asked == 0


@pytest.mark.parametrize("error", [StoreError("locked"), OSError("disk"), KeyError("a bug")])
def test_a_calendar_that_cannot_be_made_is_unavailable_and_the_feed_lives_on(feed, content, error, capfd):
    """503 without a word of why; the next request is answered again."""
    content.error = error
    answer, body = ask(feed)
    assert (answer.status, body) == (503, b"")
    content.error = None
    assert ask(feed)[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_nothing_is_logged_whatever_is_sent(feed, capfd):
    """Neither the secret of a good request nor the bytes of a bad one appear anywhere."""
    ask(feed)
    ask(feed, "/nonsense")
    for line in (
        b"\x16\x03\x01\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n",
    ):
        raw(feed, line)
    assert capfd.readouterr() == ("", "")


def test_a_client_that_says_nothing_stops_nobody(feed):
    """While one holds its connection open without a request, others are answered."""
    with socket.create_connection(("127.0.0.1", port_of(feed)), timeout=5):
        assert ask(feed)[0].status == 200


def test_the_feed_stands_on_loopback_alone(feed):
    """It cannot be reached under another address of this machine."""
    with pytest.raises(OSError, match=r"."), socket.create_connection(("127.0.0.2", port_of(feed)), timeout=2):
        pass


def test_a_stopped_feed_frees_its_port_and_may_start_again(content):
    """Stopping twice is harmless, and its thread has ended."""
    feed = Feed(0, SECRET, content)
    feed.start()
    port, before = port_of(feed), threading.active_count()
    feed.start()
    feed.stop()
    feed.stop()
    assert threading.active_count() < before
    again = Feed(port, SECRET, content)
    again.start()
    assert ask(again)[0].status == 200
    again.stop()


def test_a_port_that_is_taken_is_told(feed, content):
    """With its number, and what to do."""
    with pytest.raises(ConfigError, match=f"port {port_of(feed)} .*choose another"):
        Feed(port_of(feed), SECRET, content).start()


def test_secrets_are_long_and_new_each_time(content):
    """Short ones, and those that could not stand in a path, are refused."""
    made = {new_secret() for _ in range(100)}
    assert len(made) == 100
    assert all(len(one) >= 32 for one in made)
    Feed(0, made.pop(), content)
    for bad in ("", "short", "x" * 23, "x" * 24 + "/", "x" * 24 + "é", "x" * 24 + "\r\n"):
        with pytest.raises(ConfigError, match="24 or more"):
            Feed(0, bad, content)
