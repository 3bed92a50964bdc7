"""Checks across keys: nobody is followed unless the campaign answers for it, and aliases tell topics apart.

They read the file as it was written, so that they still speak when something else in it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import explain
from .document import Document, Node, Problem


def default_alias(number: int) -> str:
    """What the topic at this place in the file (from 1) is called when it has no alias."""
    return f"Topic {number}"


def problems(found: Document) -> list[Problem]:
    """Mentions nobody answers for, and aliases that two topics share."""
    topics = _map(found.tree.get("topics"))
    official = {_account(text) for text in _texts(_map(found.tree.get("campaign")).get("official_accounts"))}
    unconfirmed = [
        problem for key, topic in topics.items() for problem in _unconfirmed(found, key, _map(topic), official)
    ]
    return [*unconfirmed, *_shared_aliases(found, topics)]


def _unconfirmed(found: Document, key: str, topic: Mapping[str, Node], official: set[str]) -> Iterator[Problem]:
    confirmed = {_account(text) for text in _confirmed(topic.get("confirmed"))}
    mentions = topic.get("mentions")
    for number, text in enumerate(mentions if isinstance(mentions, list) else []):
        if not isinstance(text, str) or _account(text) in official | confirmed:
            continue
        yield explain.problem(
            found,
            ("topics", key, "mentions", number),
            f"{explain.shown(text)} may be a private person, whom following can put in danger; if it is an office or "
            "organisation, add it to campaign.official_accounts; otherwise someone must answer for it in this topic's "
            f"confirmed: [{{term: {explain.shown(text)}, by: …, reason: …, on: 2026-01-31}}]",
        )


def _confirmed(entries: Node) -> Iterator[str]:
    """The terms of the confirmations that are filled in."""
    for entry in entries if isinstance(entries, list) else []:
        values = _map(entry)
        term = values.get("term")
        if isinstance(term, str) and all(values.get(key) for key in ("by", "reason", "on")):
            yield term


def _shared_aliases(found: Document, topics: Mapping[str, Node]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for number, (key, topic) in enumerate(topics.items(), 1):
        written = _map(topic).get("alias")
        alias = written if isinstance(written, str) else default_alias(number)
        owner = owners.setdefault(" ".join(alias.split()).casefold(), key)
        if owner != key:
            text = (
                f"{explain.shown(alias)} already stands for topic {explain.shown(owner)}; give each topic its own alias"
            )
            yield explain.problem(found, ("topics", key, "alias"), text)


def _account(text: str) -> str:
    return text.strip().lstrip("@＠").casefold()


def _texts(node: Node) -> list[str]:
    return [text for text in node if isinstance(text, str)] if isinstance(node, list) else []


def _map(node: Node) -> Mapping[str, Node]:
    return node if isinstance(node, dict) else {}
