"""A .netrc file of the user's: what stands in it is for other programs, and goes nowhere from here."""

import base64
from collections.abc import Iterator
from contextlib import suppress

import pytest
import stamina
from requests.utils import get_netrc_auth

from bench.proofs.inputs_outbound import WAYS, WEBHOOK, Way
from monitor import channels, web
from monitor.errors import MonitorError
from monitor.model import Letter
from tests.loopback import NOW, Told, loopback

pytestmark = pytest.mark.usefixtures("undisturbed")

PASSWORD = "hush-of-another-program"
OURS = {"x": f"Bearer {'t' * 30}", "mediacloud": f"Token {'k' * 30}", "mastodon": f"Bearer {'m' * 30}"}


@pytest.fixture(autouse=True, params=["NETRC", "HOME"])
def netrc(request, tmp_path, monkeypatch) -> Iterator[None]:
    """A file with a login for every host, where NETRC says or at home; requests would find it."""
    file = tmp_path / ".netrc"
    file.write_text(f"default login ann password {PASSWORD}\n", encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.delenv("NETRC", raising=False)
    monkeypatch.setenv(request.param, str(file if request.param == "NETRC" else tmp_path))
    assert get_netrc_auth("http://127.0.0.1/") == ("ann", PASSWORD)
    monkeypatch.setenv("MONITOR_X_TOKEN", "t" * 30)
    monkeypatch.setenv("MONITOR_MEDIACLOUD_KEY", "k" * 30)
    with stamina.set_testing(True, attempts=1):
        yield


@pytest.mark.parametrize("way", [*WAYS, WEBHOOK], ids=lambda way: way.name)
def test_no_request_carries_a_login_of_another_program(way: Way, monkeypatch):
    """Sources, the sign of life and webhooks send our own token or none."""
    with loopback(lambda _: Told(b"{}")) as place:
        monkeypatch.setenv(f"MONITOR_MASTODON_TOKEN_127_0_0_1_{place.url.rpartition(':')[2]}", "m" * 30)
        with suppress(MonitorError):
            way.ask(place.url, True)
    sent = [asked.headers.get("authorization") for asked in place.asked]
    assert set(sent) == {OURS.get(way.name)}


def test_where_a_feed_leads_no_login_is_looked_up():
    """Each address on the way is another host, for which the file may hold another login."""
    with loopback(lambda _: Told(b"ok")) as other, loopback(lambda _: Told()) as place:
        there = other.url.replace("127.0.0.1", "localhost")
        place.answering = lambda _: Told(status=301, headers={"Location": there})
        web.fetch(web.session(web.Manners(allow_private=True, redirects=5)), place.url, now=NOW)
        assert [asked.headers.get("authorization") for asked in (*place.asked, *other.asked)] == [None, None]


def test_a_channel_keeps_its_own_login():
    """The name and password of a channel's address are sent, those of the file are not."""
    with loopback(lambda _: Told(status=204)) as place:
        hook = place.url.replace("http://", "json://bea:mine@")
        environ = {channels.variable("team"): f"{hook}/?method=GET"}
        assert channels.send("team", Letter("a", "b", "<p>b</p>"), "1", environ=environ) == ""
    assert [asked.headers["authorization"] for asked in place.asked] == [
        f"Basic {base64.b64encode(b'bea:mine').decode()}"
    ]
