"""Where an answer leads: nobody goes there but who reads the news, and never out of encryption."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import stamina
import trustme

from bench.proofs.inputs_outbound import WAYS, Way
from monitor import web
from monitor.errors import SourceError
from monitor.sources.news import Settings, build
from tests.feeds import TOPICS
from tests.loopback import NOW, Asked, Told, loopback

pytestmark = pytest.mark.usefixtures("undisturbed")

ENVIRON = {"MONITOR_X_TOKEN": "t" * 30, "MONITOR_MEDIACLOUD_KEY": "k" * 30}
WRITTEN_DOWN = [way for way in WAYS if way.name not in ("news", "jetstream")]


@pytest.fixture(autouse=True)
def quick(monkeypatch) -> Iterator[None]:
    """One attempt each, and every source has what it asks with."""
    for name, value in ENVIRON.items():
        monkeypatch.setenv(name, value)
    with stamina.set_testing(True, attempts=1):
        yield


def elsewhere(status: int, url: str, asked: Asked) -> Told:
    """Sends on, the path and all, to another host."""
    return Told(status=status, headers={"Location": f"{url.replace('127.0.0.1', 'localhost')}{asked.path}?q=Lantern"})


@pytest.mark.parametrize("way", WRITTEN_DOWN, ids=lambda way: way.name)
@pytest.mark.parametrize("status", [301, 307])
def test_no_source_and_no_sign_of_life_follows(way: Way, status):
    """Terms, accounts and the contact are for the platform; the error names the host, so that it can be written."""
    with loopback(lambda _: Told(b"{}")) as other, loopback(lambda _: Told()) as place:
        place.answering = partial(elsewhere, status, other.url)
        if way.name == "heartbeat":
            assert way.ask(place.url, True) is False
        else:
            with pytest.raises(SourceError, match=r"another address \(http://localhost:\d+\): write that one"):
                way.ask(place.url, True)
        assert place.asked
        assert other.asked == []


def test_a_feed_that_moved_is_followed():
    """Outlets move their feeds, and a request for one holds nothing of the campaign."""
    feed = b"<rss><channel><item><title>Lantern</title><link>https://a.example/1</link></item></channel></rss>"
    with loopback(lambda _: Told(feed)) as other, loopback(lambda _: Told()) as place:
        place.answering = partial(elsewhere, 301, other.url)
        [source] = build(Settings(feeds={"a": place.url}, allow_private=True), TOPICS)
        [page] = source.pages(cursor=None, now=NOW)
        assert page.read == 1
        assert len(other.asked) == 1


@contextmanager
def encrypted(context: ssl.SSLContext, leads: str) -> Iterator[str]:
    """A server behind a certificate: its root sends on to an address, all else is there."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response_only(301 if self.path == "/" else 200)
            self.send_header("Location", leads)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"https://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_encryption_is_never_given_up_on_the_way(tmp_path, monkeypatch):
    """From https only https is followed: what comes after could be read, and changed, by others."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    following = web.session(web.Manners(allow_private=True, redirects=5))
    with encrypted(context, "/feed") as url:
        assert web.fetch(following, url, now=NOW).status == 200
    with loopback(lambda _: Told(b"ok")) as plain:
        with encrypted(context, f"{plain.url}/feed") as url, pytest.raises(SourceError, match="without encryption"):
            web.fetch(following, url, now=NOW)
        assert plain.asked == []
