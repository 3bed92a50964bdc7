"""The value of the page Reports: the week's letter, and the files that are made when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

from ..errors import ConfigError
from ..model import DAY, Channel, Letter, Push, TopicView
from ..notify import Notifier
from ..planning import Planner
from ..report.finding import Finding, Paper, finding
from ..report.naming import stem
from ..report.snapshot import edition, snapshot
from ..shown.reports import Numbers, Picture, Public, ReportsPage
from ..store import Store
from .desk import Desk, frame
from .seen import Seen

_GONE = "this topic has nothing to draw any more: choose another"


@dataclass(frozen=True, slots=True, eq=False)
class _Files:
    """Makes files of what is shown; they may be asked for when the store of the page is closed again."""

    desk: Desk

    @property
    def seen(self) -> Seen:
        return self.desk.seen

    @property
    def views(self) -> Mapping[str, TopicView]:
        return {view.topic.key: view for view in self.seen.views}

    def paper(self, language: str, days: int) -> Paper:
        campaign = self.desk.config.campaign
        terms = tuple(term for topic in self.desk.config.topics for term in topic.terms)
        return Paper(campaign.alias, language, campaign.timezone, days, self.seen.invented, terms)

    def letter(self, language: str) -> Letter:
        return self.seen.kept(("letter", language), lambda: _letter(self.desk, language))

    def finding(self, asked: Picture) -> Finding:
        view = self.views.get(asked.topic)
        if view is None:
            raise ConfigError(_GONE)
        paper = self.paper(asked.language, asked.days)
        return self.seen.kept(("finding", asked.topic, paper), lambda: finding(view, paper, pushes=self.seen.pushes))

    def words(self, asked: Picture) -> tuple[str, ...]:
        return self.finding(asked).words

    def picture(self, asked: Picture) -> bytes:
        from ..report import figure  # noqa: PLC0415 - a second and 60 MB that only who wants a picture pays for

        shape = figure.Shape(asked.shape)
        if asked.kind == "pdf":
            return figure.pdf(self.finding(asked), shape=shape)
        return self.seen.kept(("picture", asked), lambda: figure.png(self.finding(asked), shape=shape))

    def public(self, asked: Public) -> bytes:
        pushes: tuple[Push, ...] = self.seen.pushes if asked.pushes else ()
        views = [view for key, view in self.views.items() if key in asked.topics]
        rest = [(topic, days) for topic, days in self.seen.rest.by_day if topic.key in asked.topics]
        papers = (self.paper(language, asked.days) for language in asked.languages)
        page = snapshot([edition(paper, views, rest, pushes=pushes) for paper in papers])
        return page.encode()

    def numbers(self, asked: Numbers) -> bytes:
        from ..export import spreadsheet  # noqa: PLC0415 - pandas costs a second that only this file needs

        topics = [one for one in self.desk.config.topics if asked.topic in ("", one.key)]
        since = self.seen.at - asked.days * DAY if asked.days else None
        with closing(Store.open(self.desk.config.store, readonly=True)) as store:
            return spreadsheet(store, topics, since=since)


def page(desk: Desk) -> ReportsPage:
    """What the page Reports shows, and how its files are made."""
    files, config, seen = _Files(desk), desk.config, desk.seen
    drawn = {view.topic.key: view.topic.alias for view in seen.views}
    by_the_day = {topic.key: topic.alias for topic, _ in seen.rest.by_day}
    names = {"": config.campaign.alias, **seen.aliases}
    return ReportsPage(
        frame=frame(desk),
        drawn=drawn,
        known={**drawn, **by_the_day},
        stems={key: stem(alias, seen.at, config.campaign.timezone) for key, alias in names.items()},
        timezone=config.campaign.timezone,
        digest=config.digest if config.channels else None,
        letter=files.letter,
        picture=files.picture,
        words=files.words,
        public=files.public,
        numbers=files.numbers,
    )


def _letter(desk: Desk, language: str) -> Letter:
    """The letter as a channel of that language would get it now."""
    config, campaign = desk.config, desk.config.campaign
    planner = Planner(desk.store, config.topics, campaign.timezone, config.planning)
    readers = Channel("here", language, campaign.timezone)
    return Notifier(planner, campaign, (), None, _unsent).weekly(readers, now=desk.seen.at, views=desk.seen.views)


def _unsent(channel: str, letter: Letter, message_id: str) -> str:
    """A page sends nothing."""
    raise ConfigError("a page sends nothing")
