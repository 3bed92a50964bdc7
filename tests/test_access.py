"""Who gets in: a table of cases, each of which would let somebody in, or keep somebody out, who should not be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor import access
from monitor.access import Door, Entry, Identity, Team

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
TEAM = Team(("amina@example.org",), ("vera@example.org",))
HERE = Door("127.0.0.1", "127.0.0.1")
SIGNED = Door("0.0.0.0", "team.example.org", passed_on=True, providers=("",))
AMINA = Identity("amina@example.org", issued_at=NOW - timedelta(hours=1))
VERA = replace(AMINA, email="vera@example.org")
PROVIDER = {"client_id": "a", "client_secret": "b", "server_metadata_url": "https://id.example.org/.well-known"}
AUTH = {"redirect_uri": "https://team.example.org/oauth2callback", "cookie_secret": "x" * 32, **PROVIDER}


@pytest.mark.parametrize(
    ("door", "team", "who", "entry"),
    [
        (HERE, Team(), None, Entry.OPEN),
        (replace(HERE, host=""), Team(), None, Entry.OPEN),
        (replace(HERE, host="localhost"), Team(), None, Entry.OPEN),
        (replace(HERE, address="0.0.0.0"), Team(), None, Entry.HERE_ONLY),
        (replace(HERE, address=None), Team(), None, Entry.HERE_ONLY),
        (replace(HERE, address="127.0.0.2"), Team(), None, Entry.HERE_ONLY),
        (replace(HERE, host="evil.example"), Team(), None, Entry.HERE_ONLY),
        (replace(HERE, passed_on=True), Team(), None, Entry.HERE_ONLY),
        (HERE, TEAM, None, Entry.NO_PROVIDER),
        (replace(HERE, providers=("",)), Team(), None, Entry.NO_TEAM),
        (replace(HERE, providers=("",)), Team(), AMINA, Entry.NO_TEAM),
        (replace(HERE, providers=("",)), TEAM, None, Entry.SIGN_IN),
        (SIGNED, TEAM, None, Entry.SIGN_IN),
        (SIGNED, TEAM, AMINA, Entry.ADMITTED),
        (SIGNED, TEAM, replace(AMINA, email="AMINA@Example.ORG "), Entry.ADMITTED),
        (SIGNED, TEAM, replace(AMINA, email="amina@example.org.evil.example"), Entry.STRANGER),
        (SIGNED, TEAM, replace(AMINA, email="аmina@example.org"), Entry.STRANGER),
        (SIGNED, Team(("kim@example.org",)), replace(AMINA, email="\u212aim@example.org"), Entry.STRANGER),
        (SIGNED, Team(("sam@example.org",)), replace(AMINA, email="\u017fam@example.org"), Entry.STRANGER),
        (SIGNED, TEAM, replace(AMINA, email=""), Entry.STRANGER),
        (SIGNED, TEAM, replace(AMINA, verified=False), Entry.UNVERIFIED),
        (SIGNED, TEAM, replace(AMINA, issued_at=NOW - timedelta(hours=8)), Entry.OVER),
        (SIGNED, TEAM, replace(AMINA, issued_at=NOW - timedelta(hours=7, minutes=59)), Entry.ADMITTED),
        (SIGNED, TEAM, replace(AMINA, issued_at=NOW + timedelta(hours=1)), Entry.OVER),
        (SIGNED, TEAM, replace(AMINA, issued_at=None), Entry.OVER),
        (replace(SIGNED, fault=Entry.WEAK), TEAM, AMINA, Entry.WEAK),
        (replace(HERE, fault=Entry.READABLE), Team(), None, Entry.READABLE),
    ],
)
def test_who_gets_in(door, team, who, entry):
    """Only this machine itself where nobody signs in, and people on the list with a fresh, confirmed address."""
    found = access.admission(door, team, who, now=NOW)
    assert found.entry is entry
    assert found.may_look is (entry in (Entry.OPEN, Entry.ADMITTED))
    assert found.may_look or not found.may_edit


def test_roles_are_those_of_the_list():
    """An editor may change things, a viewer may not, and each is called by their name, or by that of their address."""
    editor = access.admission(SIGNED, TEAM, replace(AMINA, name="Amina S."), now=NOW)
    viewer = access.admission(SIGNED, TEAM, VERA, now=NOW)
    assert (editor.may_edit, editor.name, editor.until) == (True, "Amina S.", NOW + timedelta(hours=7))
    assert (viewer.may_edit, viewer.name) == (False, "vera")


@pytest.mark.parametrize(
    ("claims", "who"),
    [
        ({}, None),
        ({"is_logged_in": False, "email": "a@example.org"}, None),
        ({"is_logged_in": "true", "email": "a@example.org"}, None),
        ({"is_logged_in": True, "email": "a@example.org"}, Identity("a@example.org")),
        ({"is_logged_in": True, "email": ["a@example.org"], "iat": True}, Identity("")),
        ({"is_logged_in": True, "email": "a@b.org", "email_verified": "false"}, Identity("a@b.org", verified=False)),
        ({"is_logged_in": True, "email": "a@b.org", "email_verified": None}, Identity("a@b.org", verified=False)),
        ({"is_logged_in": True, "email": "a@b.org", "iat": 1e300, "name": 7}, Identity("a@b.org")),
        (
            {"is_logged_in": True, "email": "a@b.org", "iat": 0, "name": " A "},
            Identity("a@b.org", True, "A", datetime(1970, 1, 1, tzinfo=UTC)),
        ),
    ],
)
def test_claims_are_read_strictly(claims, who):
    """What is not of its kind counts as not said, and only a plain yes, or silence, means a confirmed address."""
    assert access.identity(claims) == who


@pytest.mark.parametrize(
    ("changes", "modes", "headers", "fault"),
    [
        ({}, [0o100600], False, None),
        ({}, [0o100600, 0o100640], False, Entry.READABLE),
        ({}, [0o100604], False, Entry.READABLE),
        ({}, [0o100600], True, Entry.FORGEABLE),
        ({"client_secret": ""}, [0o100600], False, Entry.NO_PROVIDER),
        ({"redirect_uri": ""}, [0o100600], False, Entry.NO_PROVIDER),
        ({"cookie_secret": "x" * 31}, [0o100600], False, Entry.WEAK),
        ({"redirect_uri": "http://team.example.org/oauth2callback"}, [0o100600], False, Entry.NO_TLS),
        ({"redirect_uri": "http://127.0.0.2:8501/oauth2callback"}, [0o100600], False, None),
        ({"redirect_uri": "http://localhost:{port}/oauth2callback"}, [0o100600], False, None),
    ],
)
def test_a_lock_with_a_fault_is_found(changes, modes, headers, fault):
    """Readable secrets, short ones, a way back that can be read along, headers that can be made up, missing parts."""
    assert access.fault({**AUTH, **changes}, modes=modes, headers=headers) is fault


def test_without_a_section_nothing_is_at_fault():
    """Secrets that say nothing about signing in are no reason to shut a page of this machine."""
    assert access.fault({}, modes=[0o100644], headers=False) is None
    assert access.providers({}) == ()


def test_providers_are_found_with_and_without_a_name():
    """One provider needs no name; several stand in sections of their own, and a half one does not count."""
    assert access.providers(AUTH) == ("",)
    named = {"redirect_uri": "https://a.example/", "google": PROVIDER, "half": {"client_id": "a"}}
    assert access.providers(named) == ("google",)


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("127.0.0.1:8501", "127.0.0.1"),
        ("[::1]:8501", "::1"),
        ("", ""),
        ("[evil", "[evil"),
        ("A@127.0.0.1", "127.0.0.1"),
    ],
)
def test_the_host_is_read_without_its_port(header, host):
    """What cannot be read is no name of this machine."""
    assert access.host_of(header) == host


SHIPPED: dict[str, dict[str, object]] = {
    "server": {"address": "127.0.0.1", "enableCORS": True, "corsAllowedOrigins": [], "headless": True},
    "browser": {"gatherUsageStats": False},
    "theme": {"font": "serif"},
}
IN_FORCE: dict[str, object] = {
    "server.address": "127.0.0.1",
    "server.enableCORS": True,
    "server.corsAllowedOrigins": [],
    "server.headless": True,
    "browser.gatherUsageStats": False,
    "theme.font": "serif",
}


@pytest.mark.parametrize(
    ("name", "value", "overruled"),
    [
        ("server.enableCORS", True, False),
        ("server.enableCORS", False, True),
        ("server.corsAllowedOrigins", ["https://elsewhere.invalid"], True),
        ("browser.gatherUsageStats", None, True),
        ("server.address", "0.0.0.0", False),
        ("server.headless", False, False),
        ("theme.font", "monospace", False),
    ],
)
def test_a_setting_that_protects_less_is_seen(name, value, overruled):
    """Looks and comfort may differ from what was shipped, and where it listens is judged by the door."""
    assert access.overruled(SHIPPED, {**IN_FORCE, name: value}.get) is overruled
