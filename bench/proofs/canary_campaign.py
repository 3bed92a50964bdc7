"""A campaign that follows every source there is, on loopback platforms full of marked people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from pathlib import Path

from monitor import sources
from monitor.model import Term, TermKind, Topic
from tests.canaries import Canary
from tests.mail import Inbox, free_port, mail_server

from .canary_marks import Marks

_ELSEWHERE = ("archive", "simulation")  # files, which are handed over; and a story that is invented anyway
_LISTS: Mapping[TermKind, str] = {TermKind.TAG: "tags", TermKind.MENTION: "mentions", TermKind.PHRASE: "phrases"}
ADDRESS = "mailto://127.0.0.1:{port}?from=watch@example.org&to=team@example.org&mode=insecure"


@dataclass
class Campaign:
    """The platforms, what must be found in what is written of them, and the inbox that warnings go to."""

    platforms: Mapping[str, Canary]
    environ: Mapping[str, str]
    inbox: Inbox
    feed_port: int = field(default_factory=free_port)

    @property
    def told(self) -> frozenset[str]:
        """Words that must be found."""
        return frozenset(word for one in self.platforms.values() for word in one.told)

    @property
    def ids(self) -> frozenset[bytes]:
        """Ids made of figures that must not."""
        return frozenset(one.encode() for canary in self.platforms.values() for one in canary.ids)

    def write(self, path: Path, *, store: str, only: str = "") -> Path:
        """Write its config.yaml, with this store, and with one platform only if it is named; JSON is YAML too."""
        chosen = {name: one for name, one in self.platforms.items() if only in ("", name)}
        topics = [topic for one in chosen.values() for topic in one.topics]
        document = {
            "campaign": {"name": "The real name", "alias": "Lamp", "official_accounts": sorted(_mentions(topics))},
            "topics": _topics(topics),
            "sources": {name: dict(one.settings) for name, one in chosen.items()},
            "warnings": {"channels": {"team": {}}, "digest": "friday"},
            "calendar": {"serve": True, "port": self.feed_port},
            "store": store,
        }
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return path


def names() -> Sequence[str]:
    """The sources that stand on a network."""
    return [name for name in sources.names() if name not in _ELSEWHERE]


@contextmanager
def campaign(marks: Marks, people: int, now: datetime) -> Iterator[Campaign]:
    """Every source's platform, as its own test file invents it, and a mail server."""
    with ExitStack() as stack:
        platforms: dict[str, Canary] = {}
        for name in names():
            marks.source = name
            canary: Callable[..., AbstractContextManager[Canary]] = import_module(f"tests.test_{name}").canary
            platforms[name] = stack.enter_context(canary(marks, people, now))
        inbox = Inbox()
        address = ADDRESS.format(port=stack.enter_context(mail_server(inbox)))
        environ = {"MONITOR_CHANNEL_TEAM": address}
        for one in platforms.values():
            environ |= one.environ
        yield Campaign(platforms, environ, inbox)


def _mentions(topics: Sequence[Topic]) -> set[str]:
    return {f"@{term.text.lstrip('@')}" for topic in topics for term in topic.terms if term.kind is TermKind.MENTION}


def _topics(topics: Sequence[Topic]) -> Mapping[str, Mapping[str, object]]:
    """Each topic with the terms it has on any platform."""
    terms: dict[str, dict[Term, None]] = {}
    for topic in topics:
        terms.setdefault(topic.key, {}).update(dict.fromkeys(topic.terms))
    return {key: _section(list(own)) for key, own in terms.items()}


def _section(terms: Sequence[Term]) -> Mapping[str, object]:
    """A topic's terms, by kind; articles by language too."""
    section: dict[str, object] = {}
    for kind, name in _LISTS.items():
        texts = [term.text for term in terms if term.kind is kind]
        section |= {name: list(dict.fromkeys(texts))} if texts else {}
    articles: dict[str, list[str]] = {}
    for term in terms:
        if term.kind is TermKind.ARTICLE:
            articles.setdefault(term.language or "en", []).append(term.text)
    return section | ({"articles": articles} if articles else {})
