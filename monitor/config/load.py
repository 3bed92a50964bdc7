"""Finds config.yaml and turns it into values, or into one error that lists everything wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ValidationError

from ..access import Team
from ..errors import ConfigError
from ..model import Campaign, Channel, Planning, Term, TermKind, Topic
from . import document, explain, guard
from .checks import NEVER, WEEKDAYS
from .declared import CampaignSection, Confirmation, File, TopicSection
from .document import Document, Node, Problem
from .outreach import ChannelSection, PushesSection, WarningsSection

DEFAULT_PATH = Path("config.yaml")
MAX_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted beside posts and people."""

    language: bool
    tone: bool


@dataclass(frozen=True, slots=True)
class Config:
    """One campaign's configuration; `store` is a URL that holds wherever the process runs.

    `heartbeat` is an address to ping and whether it may be private, or None. `digest` is the weekday (0 is Monday)
    and the local time of the weekly digest, or None. `feed_port` is where the calendar is served, or None.

    `sources` maps the name of each source that is switched on to its own settings. `confirmed` are the risky terms
    that someone answers for, by the topic's key; `team` is who may open a dashboard that others can reach.
    """

    path: Path
    campaign: Campaign
    topics: tuple[Topic, ...]
    sources: Mapping[str, BaseModel]
    counting: Counting
    store: str
    heartbeat: tuple[str, bool] | None = None
    channels: tuple[Channel, ...] = ()
    digest: tuple[int, time] | None = None
    planning: Planning = field(default_factory=Planning)
    feed_port: int | None = None
    confirmed: Mapping[str, tuple[Confirmation, ...]] = field(default_factory=dict)
    team: Team = field(default_factory=Team)


def find(option: Path | None, environ: Mapping[str, str]) -> Path:
    """The configuration's file: `--config`, else MONITOR_CONFIG, else ./config.yaml; ConfigError if it is not there."""
    from_environment = environ.get("MONITOR_CONFIG", "")
    if option is not None:
        path, asked = option, "--config"
    elif from_environment:
        path, asked = Path(from_environment), "MONITOR_CONFIG"
    else:
        path, asked = DEFAULT_PATH, "this folder"
    try:
        if path.is_file():
            return path
        what = "is a folder, not a file" if path.is_dir() else "is not there"
    except OSError as error:
        what = f"cannot be reached ({error.strerror})"
    raise ConfigError(
        f"{path} {what} (looked for because of {asked}); go to the folder with your config.yaml, "
        "or name the file: monitor --config PATH, or try the tool without one: monitor demo"
    )


def load(path: Path, *, sources: Mapping[str, type[BaseModel]]) -> Config:
    """The configuration in a file, checked; `sources` maps each source's name to its settings class.

    Raises ConfigError that lists all problems found, each with its line and the way out.
    """
    found = document.read(path)
    file, problems = _sections(found)
    chosen, more = _sources(found, sources)
    problems = _merged(found.problems, problems, more, guard.problems(found))
    if problems or file is None:
        raise ConfigError(_message(found.name, problems))
    return Config(
        path=path.resolve(),
        campaign=_campaign(file.campaign),
        topics=tuple(_topic(file, key, number) for number, key in enumerate(file.topics, 1)),
        sources=MappingProxyType(chosen),
        counting=Counting(language=file.counting.language, tone=file.counting.tone),
        store=_resolved(file.store, path),
        heartbeat=(file.heartbeat.url, file.heartbeat.allow_private) if file.heartbeat.url else None,
        channels=tuple(_channel(file, name, section) for name, section in file.warnings.channels.items()),
        digest=_digest(file.warnings),
        planning=_planning(file.pushes, path),
        feed_port=file.calendar.port if file.calendar.serve else None,
        confirmed=MappingProxyType({key: topic.confirmed for key, topic in file.topics.items()}),
        team=Team(file.sign_in.editors, file.sign_in.viewers),
    )


def _sections(found: Document) -> tuple[File | None, list[Problem]]:
    if not found.tree and found.problems:
        return None, []
    try:
        return File.model_validate(found.tree), []
    except ValidationError as error:
        return None, explain.problems(error, File, found)


def _sources(found: Document, known: Mapping[str, type[BaseModel]]) -> tuple[dict[str, BaseModel], list[Problem]]:
    wanted: Node = found.tree.get("sources", {"archive": {}})
    if not isinstance(wanted, dict):
        return {}, [
            explain.problem(
                found,
                ("sources",),
                "must hold one key for each source, such as archive: {}; a list or a text is not read",
            )
        ]
    chosen: dict[str, BaseModel] = {}
    problems: list[Problem] = []
    for name, values in wanted.items():
        if name not in known:
            problems.append(explain.problem(found, ("sources", name), explain.unknown(name, known, what="source")))
            continue
        try:
            chosen[name] = known[name].model_validate({} if values is None else values)
        except ValidationError as error:
            problems.extend(explain.problems(error, known[name], found, within=("sources", name)))
    return chosen, problems


def _merged(*groups: Iterable[Problem]) -> list[Problem]:
    """All problems in the file's order, the first one of each place only."""
    by_place: dict[tuple[object, ...], Problem] = {}
    for group in groups:
        for problem in group:
            by_place.setdefault((problem.place, problem.line), problem)
    return sorted(by_place.values(), key=lambda problem: problem.line or 0)


def _message(name: str, problems: list[Problem]) -> str:
    shown = [explain.sentence(name, problem) for problem in problems[:MAX_SHOWN]]
    if len(problems) > MAX_SHOWN:
        shown.append(f"… and {len(problems) - MAX_SHOWN} more problems")
    return "\n".join(shown)


def _campaign(section: CampaignSection) -> Campaign:
    return Campaign(
        name=section.name,
        alias=section.alias,
        timezone=section.timezone,
        languages=tuple(dict.fromkeys(section.languages)),
        official_accounts=section.official_accounts,
    )


def _topic(file: File, key: str, number: int) -> Topic:
    section = file.topics[key]
    terms: dict[tuple[str, str, str | None], Term] = {}
    for term in _terms(section):
        terms.setdefault((term.kind, term.text.casefold(), term.language), term)
    alias = section.alias or guard.default_alias(number)
    return Topic(key=key, alias=alias, terms=tuple(terms.values()), sensitivity=file.sensitivity)


def _digest(section: WarningsSection) -> tuple[int, time] | None:
    return None if section.digest == NEVER else (WEEKDAYS.index(section.digest), section.digest_at)


def _channel(file: File, name: str, section: ChannelSection) -> Channel:
    quiet = (section.quiet.start, section.quiet.end) if section.quiet else None
    return Channel(name, section.language, section.timezone or file.campaign.timezone, quiet)


def _planning(section: PushesSection, path: Path) -> Planning:
    anchors = str(path.resolve().parent / section.anchors) if section.anchors else None
    return Planning(section.floor, section.hours, section.helplines, anchors)


def _terms(section: TopicSection) -> Iterator[Term]:
    kinds = (
        (TermKind.TAG, section.tags),
        (TermKind.MENTION, section.mentions),
        (TermKind.PHRASE, section.phrases),
        (TermKind.LINK, section.links),
    )
    for kind, texts in kinds:
        yield from (Term(kind, text) for text in texts)
    for language, titles in section.articles.items():
        yield from (Term(TermKind.ARTICLE, title, language) for title in titles)


def _resolved(store: str, path: Path) -> str:
    """The store's URL with a relative SQLite path taken from the folder of the configuration; a link stays one."""
    if not store.startswith("sqlite:///"):
        return store
    place = path.resolve().parent / store.removeprefix("sqlite:///")
    return f"sqlite:///{place.parent.resolve() / place.name}"
