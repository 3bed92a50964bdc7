"""The proof that secrets stay where they were given: in no word, log, file, page or command line of Monitor."""

from __future__ import annotations

import logging
import os
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from requests import Response
from requests.utils import get_netrc_auth

from monitor import doctor
from monitor.clock import wall_clock
from monitor.errors import SourceError
from monitor.heartbeat import Heartbeat
from monitor.model import HOUR, Change, Coverage, Evidence, State, Status
from monitor.sources.mediacloud import stories
from monitor.store import Store
from tests.mail import Inbox, free_port, mail_server

from . import secrets_page as page
from .proof import Proof, Shown
from .secrets_planted import NOT_SEARCHED, Planted, config, misplaced, planted
from .secrets_runs import Heard, Platform, written

_CHANNELS = ("mail", "hook", "bare", "wrong")
_FAILURES = (401, 307, 500, 0, 403, 429, 200, 301)
_COMMANDS = (
    ("check",),
    ("check", "--send-test"),
    ("status", "--json"),
    ("config",),
    ("export",),
    ("report", "--html"),
    ("calendar",),
    ("check", "--json"),
    ("warning", "list"),
    ("push", "list"),
    ("status",),
)
_WITH_A_PAGE = 18  # runs from which on the dashboard is one of them


@dataclass
class _World:
    """A campaign's folder, what it is given, and whom it talks to."""

    folder: Path
    of: Planted = field(default_factory=planted)
    heard: Heard = field(default_factory=Heard)
    platform: Platform = field(default_factory=Platform)
    hook: Platform = field(default_factory=Platform)
    elsewhere: Platform = field(default_factory=lambda: Platform(200))
    environ: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    feed: str = ""
    inbox: Inbox = field(default_factory=Inbox)
    refused: int = 0
    wrong: list[str] = field(default_factory=list)

    def place(self, name: str) -> Path:
        """A folder with the campaign's config, of one run's own."""
        place = self.folder / name
        place.mkdir()
        config(place, self.url, self.ping)
        return place

    @property
    def ping(self) -> str:
        """Where a sign of life goes."""
        return f"{self.url}/ping/{self.of.by_place['heartbeat']}"

    def run(self, name: str, place: Path, *arguments: str, **how: object) -> bytes:
        """Run a command there."""
        environ = {**self.environ, **how.pop("environ", {})}  # type: ignore[dict-item]
        return self.heard.run(name, place, environ, ["--config", str(place / "config.yaml"), *arguments], **how)


def kept_to_themselves(runs: int) -> Shown:
    """S6: so many runs; every byte they say or write is searched for each secret, in each way of writing it."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        world = _World(Path(folder))
        _connect(world, stack)
        for number, name in enumerate(_runs(world, pages=runs >= _WITH_A_PAGE), 1):
            if world.heard.codes.get(name) in (-9, 70):
                world.wrong.append(f"{name} did not end")
            if number >= runs:
                break
        return _judged(world)


def _connect(world: _World, stack: ExitStack) -> None:
    """Serve the platforms; the mail server takes no password but another one; logins of other programs are at hand."""
    stack.enter_context(patch.dict(os.environ, {"NETRC": str(world.of.netrc(world.folder))}))
    if get_netrc_auth("http://127.0.0.1/") != ("ann", world.of.by_place["netrc"]):
        world.wrong.append("the logins of other programs are not at hand")
    world.url, hook = stack.enter_context(world.platform.served()), stack.enter_context(world.hook.served())
    world.platform.elsewhere = stack.enter_context(world.elsewhere.served()).replace("127.0.0.1", "localhost")
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # the server's own, which does without encryption here
    stack.enter_context(warnings.catch_warnings(action="ignore"))
    port = stack.enter_context(mail_server(world.inbox, password="another"))
    world.environ = world.of.environ(world.url, f"127.0.0.1:{port}", hook)


def _runs(world: _World, *, pages: bool) -> Iterator[str]:
    """Every run, one after the other; gives the name of each that is over."""
    for failing in _FAILURES[:2]:
        yield _collect(world, failing)
    place = world.folder / f"collect-{_FAILURES[0]}"
    for arguments in _COMMANDS[:2]:
        yield _named(world, place, *arguments)
    yield from _refused(world)
    if pages:
        yield _shown(world)
    yield from _broken(world)
    for failing in _FAILURES[2:]:
        yield _collect(world, failing)
    for arguments in _COMMANDS[2:]:
        yield _named(world, place, *arguments)
    place = world.place("wipe")
    _owe(place)
    yield _named(world, place, "wipe", "--yes")


def _collect(world: _World, failing: int) -> str:
    """A round against platforms that fail in this way, with a warning waiting for channels that do not work."""
    name = f"collect-{failing}"
    place = world.place(name)
    _owe(place)
    world.platform.failing, world.hook.failing = failing, failing or 500
    world.run(name, place, "collect", "--all")
    Heartbeat(world.ping, allow_private=True).beat(now=wall_clock())  # which waits for a source that answers
    return name


def _owe(place: Path) -> None:
    at = wall_clock() - HOUR
    with closing(Store.open(f"sqlite:///{place}/monitor.db")) as store, store.recording(now=at) as recording:
        recording.cover("bluesky", ["lanterns"], [Coverage(at - 30 * HOUR, at, Status.COMPLETE)])
        change = Change(at, State.STEADY, State.FADING, Evidence(level=38.0, share_of_peak=0.1), "halved")
        for told in recording.add_changes("lanterns", "bluesky", [change], news_from=at - timedelta(minutes=1)):
            recording.owe(told.number, _CHANNELS)


def _named(world: _World, place: Path, *arguments: str) -> str:
    name = " ".join(arguments)
    world.run(name, place, *arguments)
    return name


def _refused(world: _World) -> Iterator[str]:
    """Secrets in config.yaml, and tokens that cannot be any: refused, in words that do not repeat them."""
    for number, (text, word) in enumerate(misplaced(world.of)):
        name = f"misplaced {number}"
        place = world.place(name)
        (place / "config.yaml").write_text(text, encoding="utf-8")
        said = world.run(name, place, "check")
        if world.heard.codes[name] == 2 and word.encode() in said:
            world.refused += 1
        else:
            world.wrong.append(f"{name} ({word}) was not refused in words")
        yield name
    for variable, secret in world.environ.items():
        if "TOKEN" in variable or "KEY" in variable:
            name = f"bad {variable}"
            place = world.place(name.replace(" ", "-"))
            world.run(name, place, "collect", "--all", environ={variable: f"{secret} \u00e9"})
            yield name


def _broken(world: _World) -> Iterator[str]:
    """A bug whose words hold every secret, and a database that does not answer."""

    def crash() -> None:
        def broken(*_: object, **__: object) -> None:
            raise RuntimeError(str(dict(os.environ)))

        doctor.examine = broken  # type: ignore[assignment]

    place = world.place("crash")
    said = world.run("crash", place, "check", before=crash)
    if b"a bug stopped this" not in said:
        world.wrong.append("the crash was not told")
    yield "crash"
    place = world.place("postgresql")
    store = f"store: postgresql://monitor@127.0.0.1:{free_port()}/monitor"
    text = (place / "config.yaml").read_text(encoding="utf-8").replace("store: sqlite:///monitor.db", store)
    (place / "config.yaml").write_text(text, encoding="utf-8")
    world.run("postgresql", place, "status")
    yield "postgresql"


def _shown(world: _World) -> str:
    """`monitor run` with calendar and sign-in, looked at before and after others could read the secrets of that."""
    place, port = world.place("run"), free_port()
    text = (place / "config.yaml").read_text(encoding="utf-8")
    text = text.replace("serve: false", f"serve: true, port: {free_port()}")
    (place / "config.yaml").write_text(f"{text}sign_in: {{editors: [amina@example.org]}}\n", encoding="utf-8")
    secret = page.sign_in(place, port, world.of.by_place["oidc"], world.of.by_place["cookie"])
    visit = page.Visit(place, port, secret)
    visit.start()
    before = page.ends_when_told(place)
    world.run("run", place, "run", "--no-browser", "--port", str(port), before=before)
    visit.join()
    before_and_after = [page.READABLE.encode() in one for one in visit.got]
    if before_and_after != [False, True]:
        world.wrong.append(f"secrets that others can read were not refused: {before_and_after}")
    world.heard.said["pages"] = b"\n".join(visit.got)
    with closing(Store.open(f"sqlite:///{place}/monitor.db")) as store, store.recording(now=wall_clock()) as recording:
        world.feed = recording.feed_secret("")
    said = world.heard.said["run"]
    if world.feed.encode() in said or said.count(b"monitor calendar --address") != 1:
        world.wrong.append("a log was told the calendar's address, or not how to print it")
    return "run"


def _judged(world: _World) -> Shown:
    """Search everything; a secret goes to its own platform and nowhere else."""
    of, heard = world.of, world.heard
    files = dict(written(world.folder, NOT_SEARCHED))
    left = {**heard.said, **{f"file {name}": text for name, text in files.items()}}
    left |= {f"command line {number}": line for number, line in enumerate(sorted(heard.lines))}
    hits = [f"{where}: {place}" for where, text in left.items() for place in of.found_in(text)]
    own = f"file {Path('run', 'monitor.db')}"  # where the calendar's address is kept
    feed = world.feed.encode()
    hits += [f"{where}: feed" for where, text in left.items() if feed and feed in text and not where.startswith(own)]
    hits += [f"another host: {place}" for one in world.elsewhere.asked for place in of.found_in(one)]
    hits += ["another host was asked"] * len(world.elsewhere.asked)
    everybody = (*world.platform.asked, *world.hook.asked)
    hits += ["a login of another program" for one in everybody if "netrc" in of.found_in(one)]
    sent = [of.found_in(one) for one in world.platform.asked]
    hits += [f"one request: {' and '.join(places)}" for places in sent if len(places) > 1]
    used = {place for places in sent for place in places}
    used |= {"mail"} if any(of.by_place["mail"] in login for login in world.inbox.logins) else set()
    used |= {place for one in world.hook.asked for place in of.found_in(one)}
    missing = {"x", "mediacloud", "mastodon", "mail", "hook", "heartbeat"} - used
    said = (
        f"{len(hits)} hits of {len(of.by_place)} secrets in what {len(heard.codes)} commands said, {len(files)} files "
        f"and {len(heard.lines)} command lines; {sum(map(bool, sent))} requests carried one to its own platform, "
        f"{world.platform.sent_on} were sent on to another host, which was asked {len(world.elsewhere.asked)} times; "
        f"{world.refused} of {len(misplaced(of))} in config.yaml refused"
    )
    told = [*sorted(set(hits))[:3], *world.wrong[:3], *(f"{place} was never used" for place in missing)]
    tried = world.refused > 0 and world.platform.sent_on > 0
    return Shown(not (hits or world.wrong or missing) and tried, "; ".join([said, *told]))


@contextmanager
def telling() -> Iterator[None]:
    """The fault: what a platform refuses is told with the request's headers."""

    def refused(response: Response, **_: object) -> SourceError:
        return SourceError(f"refused {response.request.url} {dict(response.request.headers)}")

    with patch.object(stories, "refused", refused):
        yield


PROOFS: tuple[Proof, ...] = (
    Proof(
        "S6",
        "secrets come from the environment or a file of mode 0600, and get nowhere else",
        kept_to_themselves,
        18,
        34,
        "runs",
        "an error tells the headers of what was asked",
        telling,
        6,
    ),
)
