"""Who may look at the dashboard and who may change anything, decided from values alone (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SESSION = timedelta(hours=8)
_CLOCKS_DIFFER = timedelta(minutes=5)
_LEAST_SECRET = 32
_OTHERS = 0o077  # the rights of a file that anyone but its owner has
_PROTECTIVE = ("server", "client", "browser")  # sections of the shipped settings; the others are looks and logs
_FREE = ("server.address", "server.headless", "server.fileWatcherType", "server.runOnSave")
_PROVIDER = ("client_id", "client_secret", "server_metadata_url")


class Entry(StrEnum):
    """What becomes of somebody who opens the dashboard."""

    OPEN = "open"  # nobody signs in: one person, on this machine
    ADMITTED = "admitted"
    SIGN_IN = "sign_in"
    OVER = "over"  # eight hours have passed
    STRANGER = "stranger"
    UNVERIFIED = "unverified"
    HERE_ONLY = "here_only"  # nobody would have to sign in, and others could read it
    NO_PROVIDER = "no_provider"
    NO_TEAM = "no_team"
    READABLE = "readable"  # the secrets, for others on the machine
    WEAK = "weak"  # the secret that cookies are signed with
    NO_TLS = "no_tls"
    FORGEABLE = "forgeable"  # headers of a request would say who somebody is
    OVERRULED = "overruled"  # a setting that protects the dashboard is not the one that was shipped


@dataclass(frozen=True, slots=True)
class Team:
    """The e-mail addresses of those who may change things, and of those who may look; it is false where nobody is."""

    editors: tuple[str, ...] = ()
    viewers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anybody is named."""
        return bool(self.editors or self.viewers)


@dataclass(frozen=True, slots=True)
class Door:
    """How the dashboard is reached: where it listens, what the browser called it, and whether something passed that on.

    `providers` are the names of those that people can sign in with ("" for the one without a name); `fault` is what
    is wrong with how that is set up.
    """

    address: str | None
    host: str = ""
    passed_on: bool = False
    providers: tuple[str, ...] = ()
    fault: Entry | None = None

    @property
    def is_local(self) -> bool:
        """Whether only this machine itself can be looking.

        A browser that was lured here under another name, and whoever comes through a proxy, is somebody else.
        """
        return self.address in LOOPBACK and self.host in ("", *LOOPBACK) and not self.passed_on


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, as their provider says; `issued_at` is when it said so."""

    email: str
    verified: bool = True
    name: str = ""
    issued_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    """What becomes of somebody, and what they may do."""

    entry: Entry
    may_edit: bool = False
    name: str = ""
    until: datetime | None = None

    @property
    def may_look(self) -> bool:
        """Whether any page is shown to them."""
        return self.entry in (Entry.OPEN, Entry.ADMITTED)


def admission(door: Door, team: Team, who: Identity | None, *, now: datetime) -> Admission:
    """What becomes of somebody who opens the dashboard.

    >>> admission(Door("127.0.0.1"), Team(), None, now=datetime(2026, 11, 21, tzinfo=UTC)).may_edit
    True
    >>> admission(Door("0.0.0.0"), Team(), None, now=datetime(2026, 11, 21, tzinfo=UTC)).entry.value
    'here_only'
    """
    if not (door.providers or door.fault or team):
        return Admission(Entry.OPEN, may_edit=True) if door.is_local else Admission(Entry.HERE_ONLY)
    if door.fault:
        return Admission(door.fault)
    if not door.providers:
        return Admission(Entry.NO_PROVIDER)
    if not team:
        return Admission(Entry.NO_TEAM)
    return _known(who, team, now=now) if who else Admission(Entry.SIGN_IN)


def _known(who: Identity, team: Team, *, now: datetime) -> Admission:
    issued, email = who.issued_at, mailbox(who.email)
    if issued is None or not now - SESSION < issued <= now + _CLOCKS_DIFFER:
        return Admission(Entry.OVER)
    if not who.verified:
        return Admission(Entry.UNVERIFIED)
    editors, viewers = ({mailbox(one) for one in of} for of in (team.editors, team.viewers))
    if not email or email not in editors | viewers:
        return Admission(Entry.STRANGER)
    may_edit = email in editors
    return Admission(Entry.ADMITTED, may_edit, who.name or email.partition("@")[0], issued + SESSION)


def mailbox(email: str) -> str:
    """An address as addresses are compared: only A to Z have small letters, as others fold into these.

    >>> mailbox(" Amina@Example.org "), mailbox("\u212aim@example.org") == mailbox("kim@example.org")
    ('amina@example.org', False)
    """
    return "".join(one.lower() if one.isascii() else one for one in email.strip())


def identity(claims: Mapping[str, object]) -> Identity | None:
    """Who is signed in by the claims of an identity token, or None.

    >>> identity({"is_logged_in": True, "email": "amina@example.org", "iat": 1795212000}).issued_at.isoformat()
    '2026-11-20T22:00:00+00:00'
    """
    if claims.get("is_logged_in") is not True:
        return None
    email, name, issued = (claims.get(key) for key in ("email", "name", "iat"))
    verified = str(claims.get("email_verified", True)).casefold() in ("true", "1")
    return Identity(
        email if isinstance(email, str) else "",
        verified,
        name.strip() if isinstance(name, str) else "",
        _moment(issued) if isinstance(issued, int | float) and not isinstance(issued, bool) else None,
    )


def _moment(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def providers(auth: Mapping[str, object]) -> tuple[str, ...]:
    """The names of those that people can sign in with, by the section `auth` of the secrets."""
    if not auth.get("redirect_uri"):
        return ()
    own = ("",) if all(auth.get(key) for key in _PROVIDER) else ()
    named = ((key, value) for key, value in auth.items() if isinstance(value, Mapping))
    return own + tuple(key for key, value in named if all(value.get(part) for part in _PROVIDER))


def overruled(shipped: Mapping[str, Mapping[str, object]], in_force: Callable[[str], object]) -> bool:
    """Whether a shipped setting that protects the dashboard is not in force; where it listens is judged by itself.

    >>> overruled({"server": {"enableCORS": True}}, {"server.enableCORS": False}.get)
    True
    """
    names = {f"{section}.{key}": value for section in _PROTECTIVE for key, value in shipped.get(section, {}).items()}
    return any(in_force(name) != value for name, value in names.items() if name not in _FREE)


def fault(auth: Mapping[str, object], *, modes: Iterable[int], headers: bool) -> Entry | None:
    """What is wrong with how signing in is set up, or None; `modes` are the rights of the files of secrets.

    `headers` is whether a request's headers may say who somebody is.
    """
    if not auth:
        return None
    if headers:
        return Entry.FORGEABLE
    if any(mode & _OTHERS for mode in modes):
        return Entry.READABLE
    if not providers(auth):
        return Entry.NO_PROVIDER
    if len(str(auth.get("cookie_secret", ""))) < _LEAST_SECRET:
        return Entry.WEAK
    return None if _is_private(str(auth.get("redirect_uri"))) else Entry.NO_TLS


def host_of(header: str) -> str:
    """What the browser called this machine, without the port.

    >>> host_of("[::1]:8501"), host_of("Team.Example.org")
    ('::1', 'team.example.org')
    """
    try:
        return urlsplit(f"//{header.strip()}").hostname or ""
    except ValueError:
        return header


def _is_private(address: str) -> bool:
    """Whether nobody on the way can read along: it is encrypted, or never leaves the machine."""
    parts = urlsplit(address)
    if parts.scheme == "https" or parts.hostname == "localhost":
        return True
    try:
        return ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
