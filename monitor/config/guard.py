"""Checks across keys: terms that name somebody or a gathering need who answers for them; aliases tell topics apart.

They read the file as it was written, so that they still speak when something else in it is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from difflib import get_close_matches

from pydantic import TypeAdapter, ValidationError

from ..clock import Clock, wall_clock
from ..guard import Risk, RiskKind, identity, risk_of
from ..model import Term, TermKind
from . import explain
from .checks import MAX_TERM_LENGTH
from .document import Document, Node, Place, Problem

_KINDS = (
    ("tags", TermKind.TAG),
    ("mentions", TermKind.MENTION),
    ("phrases", TermKind.PHRASE),
    ("links", TermKind.LINK),
)
_LOOKS_LIKE: Mapping[RiskKind, str] = {
    RiskKind.ACCOUNT: "an account",
    RiskKind.PROFILE: "the page of an account",
    RiskKind.EMAIL: "an e-mail address",
    RiskKind.PHONE: "a phone number",
    RiskKind.PATRONYMIC: "a patronymic",
    RiskKind.NAME: "a name",
    RiskKind.STREET: "a house in a street",
    RiskKind.GATHERING: "a place or a call with a day or a time",
}
_OFFICIAL = "if it is an office or organisation, add it to campaign.official_accounts; otherwise "
_DAY = TypeAdapter(date)  # as the declarations read it
_ELSEWHERE = timedelta(days=1)  # somewhere on earth it may be tomorrow already
_WITH_ACCOUNTS = frozenset((RiskKind.ACCOUNT, RiskKind.PROFILE))


def default_alias(number: int) -> str:
    """What the topic at this place in the file (from 1) is called when it has no alias."""
    return f"Topic {number}"


def problems(found: Document, *, clock: Clock = wall_clock) -> list[Problem]:
    """Terms nobody answers for, answers for what is not there or not yet decided, and aliases that two topics share."""
    topics = _map(found.tree.get("topics"))
    official = frozenset(map(identity, _texts(_map(found.tree.get("campaign")).get("official_accounts"))))
    guarded = [problem for key, topic in topics.items() for problem in _guarded(found, key, _map(topic), official)]
    today = clock().date()
    early = [problem for key, topic in topics.items() for problem in _early(found, key, _map(topic), today)]
    return [*guarded, *early, *_shared_aliases(found, topics)]


def _guarded(found: Document, key: str, topic: Mapping[str, Node], official: frozenset[str]) -> Iterator[Problem]:
    confirmed = {identity(text) for _, text, whole in _confirmed(topic.get("confirmed")) if whole}
    terms: dict[str, str] = {}
    for place, term in _terms(topic):
        terms.setdefault(identity(term.text), term.text)
        if identity(term.text) in confirmed:
            continue
        risk = risk_of(term, official=official)
        if risk:
            yield explain.problem(found, ("topics", key, *place), _why(term, risk))
    for number, text, _ in _confirmed(topic.get("confirmed")):
        if identity(text) not in terms:
            yield explain.problem(found, ("topics", key, "confirmed", number, "term"), _unfitting(text, terms))


def _early(found: Document, key: str, topic: Mapping[str, Node], today: date) -> Iterator[Problem]:
    """Confirmations of a day that has not come."""
    entries = topic.get("confirmed")
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        written = _map(entry).get("on")
        day = _day(written)
        if day is not None and day > today + _ELSEWHERE:
            text = (
                f"{explain.shown(written)} has not come yet, and nobody answers for a term before having looked at it; "
                f"write the day of the decision (today is {today})"
            )
            yield explain.problem(found, ("topics", key, "confirmed", number, "on"), text)


def _day(written: Node) -> date | None:
    """The day that is written, None where it is none: the other checks say so."""
    try:
        return _DAY.validate_python(written)
    except ValidationError:
        return None


def _terms(topic: Mapping[str, Node]) -> Iterator[tuple[Place, Term]]:
    """Each term of a topic with its place; what is too long to be one is refused by the other checks."""
    for name, kind in _KINDS:
        for number, text in _numbered(topic.get(name)):
            yield (name, number), Term(kind, text)
    for language, titles in _map(topic.get("articles")).items():
        for number, text in _numbered(titles):
            yield ("articles", language, number), Term(TermKind.ARTICLE, text.replace("_", " "), language)


def _numbered(node: Node) -> Iterator[tuple[int, str]]:
    for number, text in enumerate(node if isinstance(node, list) else []):
        if isinstance(text, str) and len(text.strip()) <= MAX_TERM_LENGTH:
            yield number, text.strip()


def _why(term: Term, risk: Risk) -> str:
    """Why a term is stopped, and what would make it acceptable, ready to be copied."""
    written = _written(term.text)
    seen = "" if risk.kind is RiskKind.ACCOUNT else f" ({explain.shown(risk.seen)} looks like {_LOOKS_LIKE[risk.kind]})"
    whom = "a private person" if risk.kind is not RiskKind.GATHERING else "a gathering"
    danger = (
        "whom following can put in danger"
        if risk.kind is not RiskKind.GATHERING
        else "and who is watched there can be put in danger"
    )
    office = _OFFICIAL if risk.kind in _WITH_ACCOUNTS else ""
    return (
        f"{explain.shown(term.text)} may be {whom}{seen}, {danger}; {office}someone must answer for it in this topic's "
        f"confirmed: [{{term: {written}, by: …, reason: …, on: 2026-01-31}}]"
    )


def _unfitting(text: str, terms: Mapping[str, str]) -> str:
    near = get_close_matches(identity(text)[:MAX_TERM_LENGTH], terms, n=1, cutoff=0.6)
    hint = f"did you mean {explain.shown(terms[near[0]])}?" if near else "delete this entry, or write the term"
    return f"{explain.shown(text)} is no term of this topic, so that nobody knows what is answered for; {hint}"


def _written(text: str) -> str:
    """A term in quotes as it can be copied into the file; with marks for what nobody can see."""
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else explain.shown(text)


def _confirmed(entries: Node) -> Iterator[tuple[int, str, bool]]:
    """The number and the term of each confirmation, and whether it is filled in."""
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        values = _map(entry)
        term = values.get("term")
        if isinstance(term, str):
            yield number, term, all(values.get(key) for key in ("by", "reason", "on"))


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


def _texts(node: Node) -> list[str]:
    return [text for text in node if isinstance(text, str)] if isinstance(node, list) else []


def _map(node: Node) -> Mapping[str, Node]:
    return node if isinstance(node, dict) else {}
