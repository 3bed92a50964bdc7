"""web: who is talked to, how much is read, how long is waited, and what a refusal means."""

import gzip
import logging
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.utils import format_datetime

import pytest
import stamina

from monitor import web
from monitor.errors import SourceError
from tests.internet import internet
from tests.loopback import NOW, Loopback, Told, loopback

pytestmark = pytest.mark.usefixtures("undisturbed")

OPEN = web.Manners(allow_private=True, timeout_seconds=5)
SHUT = web.Manners(timeout_seconds=5)
FOLLOWING = web.Manners(allow_private=True, timeout_seconds=5, redirects=5)
PRIVATE = (
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "224.0.0.1",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:0:127.0.0.1",
    "::ffff:169.254.169.254",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
)
SPELLINGS = (
    "127.0.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "127.1",
    "localhost",
    "LOCALHOST.",
    "a.localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
)


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Retries do not wait, and there are two attempts."""
    with stamina.set_testing(True, attempts=2):
        yield


def get(place: Loopback, *, manners: web.Manners = OPEN, now: datetime = NOW, path: str = "/") -> web.Answer:
    """One careful request."""
    return web.fetch(web.session(manners), place.url + path, now=now)


def refusal(told: Told, *, now: datetime = NOW) -> SourceError:
    """The error behind an answer."""
    with loopback(lambda _: told) as place, pytest.raises(SourceError) as caught:
        get(place, now=now)
    return caught.value


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_ones_own_network_is_not_public(address):
    """Loopback, private, link-local, shared, multicast and wrapped addresses are told from those of the internet."""
    assert not web.public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9", "64:ff9b::909:909"])
def test_an_address_of_the_internet_is_public(address):
    """What the guard refuses is not simply everything."""
    assert web.public(address)


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_spelling_of_loopback_gets_through(host):
    """Decimal, octal, hexadecimal, short and wrapped forms are refused at once, and nothing is asked."""
    with loopback(lambda _: Told(b"secret")) as place, pytest.raises(SourceError, match="own network") as caught:
        web.fetch(web.session(SHUT), place.url.replace("127.0.0.1", host), now=NOW)
    assert place.asked == []
    assert "allow_private" in str(caught.value)


@pytest.mark.parametrize("meant", [["127.0.0.1"], ["9.9.9.9", "127.0.0.1"], ["::1"], ["169.254.169.254"]])
def test_a_name_that_leads_inwards_is_refused_before_a_connection(meant):
    """One private address among those of a name is enough, and it is looked up once: a refusal is final in a round."""
    with internet({"inner.example": [meant]}) as net, loopback(lambda _: Told(b"secret")) as place:
        with pytest.raises(SourceError, match="own network"):
            web.fetch(web.session(SHUT), place.url.replace("127.0.0.1", "inner.example"), now=NOW)
        assert net.looked_up == ["inner.example"]
        assert net.tried == []
    assert place.asked == []


def test_a_name_that_means_something_else_a_moment_later_gains_nothing():
    """The connection goes to the very address that was looked at."""
    with internet({"rebind.example": [["9.9.9.9"], ["127.0.0.1"]]}) as net, loopback(lambda _: Told(b"ok")) as place:
        answer = web.fetch(web.session(SHUT), place.url.replace("127.0.0.1", "rebind.example"), now=NOW)
        assert [host for host, _ in net.tried] == ["9.9.9.9"]
    assert answer.body == b"ok"
    assert place.asked[0].headers["host"].startswith("rebind.example:")


def test_the_next_address_of_a_name_is_tried_where_one_does_not_answer():
    """As without the guard: a name with two addresses is there as long as one of them is."""
    silent: list[str] = []

    def there(address):
        if not silent:
            silent.append(address)
            raise ConnectionRefusedError
        return socket.create_connection((address, int(place.url.rpartition(":")[2])), 5)

    with internet({"two.example": [["9.9.9.9", "8.8.4.4"]]}) as net, loopback(lambda _: Told(b"ok")) as place:
        web.reached("two.example", 80, there).close()
        assert (silent, [host for host, _ in net.tried]) == (["9.9.9.9"], ["8.8.4.4"])


@pytest.mark.parametrize("host", ["127.0.0.1.", "127。0。0。1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "0x7F.1.", "[::1]"])
def test_behind_a_proxy_no_spelling_of_loopback_gets_through(host, monkeypatch):
    """Nobody of ours looks at the connection there, so the address is read as whoever looks it up would."""
    with loopback(lambda _: Told(b"secret")) as place:
        monkeypatch.setenv("http_proxy", place.url)
        monkeypatch.setenv("no_proxy", "")
        with pytest.raises(SourceError):
            web.fetch(web.session(SHUT), f"http://{host}:9/", now=NOW)
    assert place.asked == []


@pytest.mark.parametrize("target", ["http://127.0.0.1:{port}/inner", "http://2130706433:{port}/inner", "//0x7f.1/x"])
def test_a_redirect_to_a_private_address_is_refused(target):
    """For who follows, each hop is looked at: the first one is public, the second one is not."""
    with internet({"public.example": [["9.9.9.9"]]}) as net, loopback(lambda _: Told(b"secret")) as place:
        port = place.url.rpartition(":")[2]
        place.answering = lambda _: Told(status=302, headers={"Location": target.format(port=port)})
        following = web.session(web.Manners(timeout_seconds=5, redirects=5))
        with pytest.raises(SourceError, match="own network"):
            web.fetch(following, f"http://public.example:{port}/", now=NOW)
        assert net.outside_the_world == []
    assert [asked.path for asked in place.asked] == ["/"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/"])
def test_a_redirect_leaves_the_web_for_nothing(target):
    """Only http and https are followed, and nothing else is named as an address."""
    told = Told(status=302, headers={"Location": target})
    with loopback(lambda _: told) as place, pytest.raises(SourceError, match="readable"):
        get(place, manners=FOLLOWING)
    assert str(refusal(told)) == "answered with status 302"


def test_redirects_end():
    """A circle of redirects is given up after five."""
    with (
        loopback(lambda _: Told(status=302, headers={"Location": "/"})) as place,
        pytest.raises(SourceError, match="end"),
    ):
        get(place, manners=FOLLOWING)
    assert len(place.asked) == 6


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_followed_unasked(status):
    """What stands in a request is for the address that was written down; the user is told where that leads."""
    with loopback(lambda _: Told(b"ok")) as other, loopback(lambda _: Told(b"ok")) as place:
        elsewhere = other.url.replace("127.0.0.1", "localhost")
        place.answering = lambda _: Told(status=status, headers={"Location": f"{elsewhere}/next?q=Lantern"})
        with pytest.raises(SourceError) as caught:
            get(place, path="/?q=Lantern")
        assert other.asked == []
    assert str(caught.value) == f"sends on to another address ({elsewhere}): write that one if you trust it"
    assert len(place.asked) == 1


@pytest.mark.parametrize("target", ["/next", "http://ann:secret@other.example/", "http://ö.example/", "http://[::1"])
def test_an_address_that_cannot_be_repeated_is_not(target):
    """A path of the same place, a login, signs that are no name: the status alone is told."""
    assert str(refusal(Told(status=302, headers={"Location": target}))) == "answered with status 302"


def test_who_follows_leaves_a_login_behind():
    """A token goes to the address it was written for, not even to another path there."""
    with loopback(lambda _: Told(b"ok")) as place:
        place.answering = lambda asked: Told(status=302 if asked.path == "/" else 200, headers={"Location": "/next"})
        web.fetch(web.session(FOLLOWING), place.url, now=NOW, headers={"Authorization": "Bearer hush"})
    assert [asked.headers.get("authorization") for asked in place.asked] == ["Bearer hush", None]


def test_a_large_answer_is_not_read_to_its_end():
    """More than the bound is an error that says so."""
    with loopback(lambda _: Told(b"x" * 300_000)) as place, pytest.raises(SourceError, match=r"more than 0\.125 MB"):
        get(place, manners=web.Manners(allow_private=True, max_bytes=2**20 // 8))


@pytest.mark.parametrize("coding", ["gzip", "deflate", "gzip, gzip"])
def test_a_small_bomb_does_not_grow_unseen(coding):
    """A hundred and sixty megabytes in a few kilobytes are stopped at the bound, in memory and in what is said."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if "gzip" in coding else 15)
    bomb = b"".join(packer.compress(bytes(2**20)) for _ in range(160)) + packer.flush()
    bomb = gzip.compress(bomb, 9) if "," in coding else bomb
    with loopback(lambda _: Told(bomb, headers={"Content-Encoding": coding})) as place:
        tracemalloc.start()
        with pytest.raises(SourceError, match="more than 20 MB"):
            get(place)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 60 * 2**20


@contextmanager
def dripping(head: bytes, drop: bytes, *, every: float) -> Iterator[str]:
    """A server that sends a head, and then a drop at a time for as long as anyone listens."""
    listener = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def serve() -> None:
        while not ended.is_set():
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=drip, args=(sock,), daemon=True).start()

    def drip(sock: socket.socket) -> None:
        try:
            sock.recv(65536)
            sock.sendall(head)
            while drop and not ended.wait(every):
                sock.sendall(drop)
            ended.wait(5)
        except OSError:
            pass

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        ended.set()
        listener.close()


@pytest.mark.parametrize("length", ["Content-Length: 100000", "Transfer-Encoding: chunked"])
def test_an_answer_that_trickles_is_given_up(length):
    """Each wait is short, yet the whole takes too long: a trickle cannot hold a round up for ever."""
    manners = web.Manners(allow_private=True, timeout_seconds=2, whole_seconds=0.2)
    drop = b"1\r\nx\r\n" if "chunked" in length else b"x"
    started = time.monotonic()
    head = f"HTTP/1.1 200 OK\r\n{length}\r\n\r\n".encode()
    with dripping(head, drop, every=0.02) as url, pytest.raises(SourceError, match="in time"):
        web.fetch(web.session(manners), url, now=NOW)
    assert time.monotonic() - started < 2


def test_a_server_that_says_nothing_is_given_up():
    """The time limit holds for the first byte too."""
    started = time.monotonic()
    with dripping(b"", b"", every=1) as url, pytest.raises(SourceError, match="in time"):
        web.fetch(web.session(web.Manners(allow_private=True, timeout_seconds=0.2)), url, now=NOW)
    assert time.monotonic() - started < 2


def test_an_answer_that_breaks_off_is_an_error():
    """Half a body is not a body."""
    told = Told(b"half", headers={"Content-Length": "8", "Connection": "close"})
    assert str(refusal(told))


def test_nobody_there_is_said_without_the_address():
    """The message tells what happened, not where: an address may carry a secret."""
    with pytest.raises(SourceError) as caught:
        web.fetch(web.session(OPEN), "http://127.0.0.1:9/?token=hush", now=NOW)
    assert "hush" not in str(caught.value)
    assert caught.value.__cause__ is None


WAITS = [
    ("120", timedelta(seconds=121)),
    ("0", timedelta(seconds=1)),
    (format_datetime(NOW + timedelta(hours=2), usegmt=True), timedelta(hours=2, seconds=1)),
    (format_datetime(NOW - timedelta(hours=2), usegmt=True), timedelta(seconds=1)),
    ("Fri, 20 Nov 2026 13:05:00 -0000", timedelta(hours=1, seconds=1)),
    ("99999999999999999999", timedelta(days=31, seconds=1)),
    ("Fri, 31 Dec 9999 23:59:59 GMT", timedelta(days=31, seconds=1)),
    ("-5", timedelta(minutes=15)),
    ("soon", timedelta(minutes=15)),
    ("", timedelta(minutes=15)),
]


@pytest.mark.parametrize(("told", "wait"), WAITS)
def test_a_429_says_when_to_come_back(told, wait):
    """Retry-After in seconds or as a date is kept to the second, one later; without one it is a quarter of an hour."""
    error = refusal(Told(status=429, headers={"Retry-After": told}))
    assert (error.retry_at, error.permanent) == (NOW + wait, False)


def test_a_date_to_come_back_is_read_by_the_platforms_clock():
    """A clock of ours that runs four minutes ahead does not make us four minutes early."""
    ours = NOW + timedelta(minutes=4)
    error = refusal(
        Told(status=429, headers={"Retry-After": format_datetime(NOW + timedelta(hours=1), usegmt=True)}), now=ours
    )
    assert error.retry_at == ours + timedelta(hours=1, seconds=1)


@pytest.mark.parametrize("status", [429, 503])
def test_a_429_is_never_asked_again_in_the_round(status):
    """A limit is not retried, and neither is a 503 that names its time."""
    told = Told(status=status, headers={"Retry-After": "60"})
    with loopback(lambda _: told) as place, pytest.raises(SourceError) as caught:
        get(place)
    assert len(place.asked) == 1
    assert caught.value.retry_at == NOW + timedelta(seconds=61)


def test_a_limit_is_heard_even_when_the_clock_is_wrong():
    """A clock that is off does not make us forget the time we were told to wait."""
    error = refusal(Told(status=429, headers={"Retry-After": "60"}), now=NOW + timedelta(hours=1))
    assert error.retry_at == NOW + timedelta(hours=1, seconds=61)


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_waits_for_a_human(status):
    """Access that is refused is blocked, not retried."""
    error = refusal(Told(status=status))
    assert error.permanent
    assert str(status) in str(error)


@pytest.mark.parametrize("status", [400, 404, 410, 418, 500, 502, 503, 504])
def test_any_other_status_is_an_error(status):
    """No body under such a status is ever taken for an answer."""
    error = refusal(Told(b'{"items": []}', status=status))
    assert str(status) in str(error)
    assert not error.permanent


def test_what_passes_by_itself_is_tried_again():
    """A 503 that is gone at the second try costs nothing."""
    with loopback(lambda _: Told(b"ok")) as place:
        place.answering = lambda _: Told(b"ok", status=503 if len(place.asked) == 1 else 200)
        assert get(place).body == b"ok"
    assert len(place.asked) == 2


def test_one_attempt_is_one_request():
    """A source that must not ask twice can say so."""
    with stamina.set_testing(False), loopback(lambda _: Told(status=503)) as place, pytest.raises(SourceError):
        web.fetch(web.session(OPEN), place.url, now=NOW, attempts=1)
    assert len(place.asked) == 1


@pytest.mark.parametrize(("minutes", "side"), [(6, "ahead of"), (-6, "behind")])
def test_a_clock_that_is_off_is_an_error(minutes, side):
    """Hours would be misnamed: the message says which clock to mend."""
    assert f"6 minutes {side}" in str(refusal(Told(b"ok"), now=NOW + timedelta(minutes=minutes)))


@pytest.mark.parametrize("minutes", [-5, 0, 5])
def test_five_minutes_are_let_pass(minutes):
    """Networks and clocks are never exact."""
    with loopback(lambda _: Told(b"ok")) as place:
        assert get(place, now=NOW + timedelta(minutes=minutes)).body == b"ok"


def test_what_a_cache_kept_is_not_a_wrong_clock():
    """An answer from a cache carries its old Date and says with Age how old it is."""
    with loopback(lambda _: Told(b"ok", headers={"Age": "7200"})) as place:
        assert get(place, now=NOW + timedelta(hours=2)).body == b"ok"
    with pytest.raises(SourceError, match="60 minutes ahead"):
        web.check_clock(format_datetime(NOW, usegmt=True), now=NOW + timedelta(hours=3), age="7200")


@pytest.mark.parametrize("date", [None, "", "yesterday", "Fri, 32 Nov 2026", "0", "Fri, 20 Nov 99999 12:00:00 GMT"])
def test_no_readable_date_is_no_error(date):
    """What cannot be read cannot be compared."""
    web.check_clock(date, now=NOW, age="999999999999")


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><html>Busy</html>", b"", b"\xff", b"{", b"[" * 100_000, b"1" * 5000])
def test_a_page_with_status_200_is_no_answer(body):
    """What is not JSON is an error, never an empty answer."""
    with loopback(lambda _: Told(body)) as place, pytest.raises(SourceError, match="not JSON"):
        get(place).json()


def test_we_say_who_we_are():
    """Every request carries our name, and the contact where there is one."""
    with loopback(lambda _: Told(b"ok")) as place:
        get(place)
        get(place, manners=web.Manners(allow_private=True, contact="campaign@example.org"))
    agents = [asked.headers["user-agent"] for asked in place.asked]
    assert all(agent.startswith("AwarenessMonitor/") for agent in agents)
    assert agents[1].endswith(" (campaign@example.org)")


def test_a_base_takes_the_place_of_a_host_that_is_built_in():
    """A library's own host is never reached: path and query arrive at the base."""
    with loopback(lambda _: Told(b"ok")) as place:
        using = web.session(OPEN, base=f"{place.url}/under")
        assert using.get("https://api.invalid/2/count?q=1", timeout=5).content == b"ok"
    assert (place.asked[0].path, place.asked[0].query) == ("/under/2/count", {"q": "1"})


def test_a_retry_logs_no_secret(caplog):
    """What is written of a second try shows neither address nor body."""
    with caplog.at_level(logging.INFO), loopback(lambda _: Told(b"hush", status=500)) as place:  # noqa: SIM117
        with pytest.raises(SourceError):
            get(place, path="/?token=hush")
    assert "hush" not in caplog.text
