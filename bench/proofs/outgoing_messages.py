"""P9: what leaves the machine says aliases only, and loads nothing from anywhere."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from unittest.mock import patch

from monitor import channels, doctor, notify
from monitor.config import Config
from monitor.model import DAY, HOUR, Topic
from monitor.notify import Notifier
from monitor.planning import Planner
from monitor.store import Store
from tests.loopback import served
from tests.mail import Inbox, mail_server

from . import outgoing_campaign as story
from . import outgoing_files as files
from .outgoing_seen import remote, words_in
from .proof import Shown

_ALL = 100  # messages from which on files and the demo are looked at as well
_DAYS = 6  # of a story, each with a message on every channel
_WITH_NUMBERS = 1  # of the topics is counted, in the first story


@dataclass
class Sent:
    """What arrived on loopback: mails, and what web addresses were posted."""

    inbox: Inbox = field(default_factory=Inbox)
    posted: list[bytes] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many messages."""
        return len(self.inbox.mails) + len(self.posted)


def names_nobody(many: int) -> Shown:
    """P9: so many messages at least, and every file, name, title and calendar beside them."""
    sent, made = Sent(), files.Made()
    with ExitStack() as stack:
        environ = stack.enter_context(_receiving(sent))
        number = 0
        while sent.number < many:
            with tempfile.TemporaryDirectory() as folder:
                _tell(Path(folder), number, environ)
                if not number and many >= _ALL:
                    files.make(story.campaign(Path(folder), 0), made)
            number += 1
    texts = {f"mail {n}": one for n, one in enumerate(_mails(sent.inbox))}
    texts |= {f"post {n}": one for n, one in enumerate(sent.posted)}
    terms, loads = _found({**texts, **made.found})
    if many >= _ALL:
        demo = files.Made()
        told = story.hidden(files.of_the_demo(demo))
        terms += [f"{where}: {word}" for where, one in demo.found.items() for word in words_in(one, told)]
        made.found |= demo.found
        made.names |= demo.names
    loads += files.remote_in_code()
    said = (
        f"{sent.number} messages ({len(sent.inbox.mails)} mails, {len(sent.posted)} to web addresses), "
        f"{len(made.names)} file names, {len(made.found)} files, titles and calendars: "
        f"{len(terms)} terms, {len(loads)} remote"
    )
    kinds = {str(mail["Subject"]).partition(":")[2].split()[0] for mail in sent.inbox.mails}
    held = not terms and not loads and min(len(sent.inbox.mails), len(sent.posted)) >= many // 3 and len(kinds) > 3
    return Shown(held and (bool(made.names) or many < _ALL), "; ".join([said, *terms[:3], *loads[:3]]))


def _found(left: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """The terms in what left, and what it would load."""
    terms = [f"{where}: {word}" for where, one in left.items() for word in words_in(one)]
    return terms, [f"{where}: {what}" for where, one in left.items() for what in remote(one)]


def _tell(folder: Path, number: int, environ: Mapping[str, str]) -> None:
    """A story of a week, told on every channel; the first has numbers, and a digest at its end."""
    chosen = story.campaign(folder, number)
    with closing(Store.open(chosen.store)) as store:
        story.begin(store, topics=0 if number else _WITH_NUMBERS)
        notifier = _notifier(chosen, store, environ)
        for day in range(_DAYS):
            notifier.run(now=story.happen(store, chosen, day))
        if not number:
            notifier.run(now=story.START + _DAYS * DAY + 22 * HOUR)  # a Monday, everywhere
            for finding in doctor.send_test(chosen, environ=environ):
                if finding.wrong:
                    raise RuntimeError(finding.what)


def _notifier(chosen: Config, store: Store, environ: Mapping[str, str]) -> Notifier:
    planner = Planner(store, chosen.topics, chosen.campaign.timezone, chosen.planning)
    send = partial(channels.send, environ=environ)
    return Notifier(planner, chosen.campaign, chosen.channels, chosen.digest, send)


@contextmanager
def _receiving(sent: Sent) -> Iterator[Mapping[str, str]]:
    """A mail server and a web server that keep what they get; gives the channels' addresses there."""

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            sent.posted.append(f"{self.path}\n{self.headers}\n".encode() + body)
            self.send_response_only(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on the screen."""

    with mail_server(sent.inbox) as port, served(Hook) as url:
        host = url.removeprefix("http://")
        mail = f"mailto://127.0.0.1:{port}?from=watch@example.org&mode=insecure&to=team@example.org"
        yield {
            "MONITOR_CHANNEL_MAIL": mail,
            "MONITOR_CHANNEL_POST": f"{mail},press@example.org",
            "MONITOR_CHANNEL_HOOK": f"json://{host}/hook",
            "MONITOR_CHANNEL_CHAT": f"mmost://{host}/abcd1234?image=yes",
        }


def _mails(inbox: Inbox) -> Iterator[bytes]:
    """Each mail as it came, what it says once decoded, and whom the server was told of."""
    for mail, people, greeting in zip(inbox.mails, inbox.people, inbox.greetings, strict=True):
        told = [f"{name}: {value}" for name, value in mail.items()]
        told += [str(part.get_content()) for part in mail.walk() if not part.is_multipart()]
        told += [part.get_filename() or "" for part in mail.walk()]
        yield b"\n".join([mail.as_bytes(), "\n".join([*told, *people, greeting]).encode()])


@contextmanager
def by_first_term() -> Iterator[None]:
    """The fault: a topic is called by its first term."""

    def telling(topics: tuple[Topic, ...]) -> Mapping[str, str]:
        return {topic.key: topic.terms[0].text for topic in topics}

    with patch.object(notify, "aliases_of", telling):
        yield
