"""A page for the public in one file: no server, no script, nothing from elsewhere; chosen topics and counts only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from ..alerts import messages
from ..alerts.wording import number, plain, sentence
from ..model import Daily, Push, Topic, TopicView, called_outside
from ..words import say
from .finding import Finding, Paper, finding
from .line import Day
from .style import STYLE
from .svg import ceiling, svg

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_NAMES = {"en": "English", "ru": "Русский"}


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """What the page says in one language; `by_day` are topics counted by the day only, each with its lines."""

    paper: Paper
    findings: tuple[Finding, ...]
    by_day: tuple[tuple[str, tuple[str, ...]], ...] = ()


def edition(
    paper: Paper,
    views: Sequence[TopicView],
    rest: Sequence[tuple[Topic, Sequence[Daily]]] = (),
    *,
    pushes: Sequence[Push] = (),
) -> Edition:
    """The page in the language of the paper: topics with hours, then those counted by the day only."""
    told = ((topic.alias, tuple(_daily(day, paper) for day in days)) for topic, days in rest)
    return Edition(paper, tuple(finding(view, paper, pushes=pushes) for view in views), tuple(told))


def _daily(daily: Daily, paper: Paper) -> str:
    return messages.daily_line(replace(daily, source=called_outside(daily.source, paper.terms)), paper.language)


def snapshot(editions: Sequence[Edition]) -> str:
    """The page; with more than one edition it begins with the way to each."""
    first = editions[0].paper
    title = first.say("reports.snapshot.title", campaign=plain(first.campaign))
    switch = _switch(editions) if len(editions) > 1 else ""
    body = "".join(_edition(one) for one in editions)
    return (
        f'<!doctype html><html lang="{first.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f'<link rel="icon" href="data:,"><title>{escape(title)}</title><style>{STYLE}</style></head>'
        f"<body>{switch}<main>{body}</main></body></html>\n"
    )


def _switch(editions: Sequence[Edition]) -> str:
    codes = [edition.paper.language for edition in editions]
    links = (f'<a href="#{code}" lang="{code}" hreflang="{code}">{_NAMES.get(code, code)}</a>' for code in codes)
    return f"<nav>{' '.join(links)}</nav>"


def _edition(edition: Edition) -> str:
    paper = edition.paper
    title = paper.say("reports.snapshot.title", campaign=plain(paper.campaign))
    invented = f'<p class="invented">{escape(paper.say("frame.invented"))}</p>' if paper.invented else ""
    told = "".join(_finding(one, f"{paper.language}{n}") for n, one in enumerate(edition.findings))
    told += "".join(_by_day(alias, lines) for alias, lines in edition.by_day)
    explained = [paper.say("reports.snapshot.meaning"), messages.ranges(paper.language), paper.say("reports.made")]
    return (
        f'<section lang="{paper.language}" id="{paper.language}"><h1>{escape(title)}</h1>{invented}'
        f"<p>{escape(paper.say('reports.snapshot.counts'))}</p>{told}"
        f"<h2>{escape(paper.say('reports.snapshot.method'))}</h2>"
        f"{_paragraphs(explained)}</section>"
    )


def _by_day(alias: str, lines: Sequence[str]) -> str:
    return f"<article><h2>{escape(plain(alias))}</h2>{_paragraphs(lines)}</article>"


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _finding(one: Finding, name: str) -> str:
    meaning = messages.meanings(one.paper.language)[one.state]
    return (
        f'<article><h2><span class="topic">{escape(one.topic)}</span> {escape(one.title)}</h2>'
        f'<p>{escape(meaning)}</p><p class="soft">{escape(one.as_of)}</p>{_figure(one, name)}'
        f"{_paragraphs(one.notes)}{_table(one)}</article>"
    )


def _figure(one: Finding, name: str) -> str:
    """The line with its numbers and days as text around it, which stays readable at any width."""
    top, language = ceiling(one.line.top), one.paper.language
    scale = "".join(
        f'<span style="top:{at}%">{number(top * (100 - at) / 100, language=language)}</span>' for at in (0, 50, 100)
    )
    middle = one.line.start + (one.line.end - one.line.start) / 2
    days = (one.paper.day(at, near=one.line.end) for at in (one.line.start, middle, one.line.end))
    below = "".join(f"<span>{escape(day)}</span>" for day in days)
    return (
        f'<figure><figcaption>{escape(one.subtitle)}</figcaption><p class="key" aria-hidden="true">{_key(one)}</p>'
        f'<div class="plot"><div class="scale" aria-hidden="true">{scale}</div>{svg(one, name=name)}</div>'
        f'<div class="days" aria-hidden="true">{below}</div></figure>'
    )


def _key(one: Finding) -> str:
    drawn, say_ = one.line, one.paper.say
    named = [("level", one.counted)]
    named += [("band", say_("reports.usual"))] if drawn.has_usual else []
    named += [("gap", say_("reports.gap"))] if drawn.gaps else []
    named += [("push", say_("reports.push"))] if drawn.pushes else []
    return "".join(f'<span><i class="{kind}"></i>{escape(words)}</span>' for kind, words in named)


def _table(one: Finding) -> str:
    """The same numbers day by day, newest first."""
    title = escape(one.paper.say("reports.snapshot.table", topic=one.topic))
    counted = one.paper.say("reports.snapshot.counted", counted=one.unit)
    keys = ("level", "usual", "hours")
    names = [sentence(counted).rstrip("."), *(one.paper.say(f"reports.snapshot.{key}") for key in keys)]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (one.paper.say("reports.snapshot.day"), *names))
    rows = "".join(_row(day, one) for day in one.days)
    return (
        f'<div class="table" role="region" aria-label="{title}" tabindex="0"><table><caption>{title}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(day: Day, one: Finding) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in _cells(day, one.paper))
    return f'<tr><th scope="row">{escape(_date(day.day, one.paper))}</th>{cells}</tr>'


def _cells(day: Day, paper: Paper) -> Iterator[str]:
    unknown, language = paper.say("reports.snapshot.unknown"), paper.language
    yield unknown if day.counted is None else number(day.counted, language=language)
    yield unknown if day.level is None else number(day.level, language=language)
    known = day.low is not None and day.high is not None
    low, high = (number(end or 0, language=language) for end in (day.low, day.high))
    yield f"{low}–{high}" if known else unknown
    yield paper.say("reports.snapshot.hours.of", seen=day.seen, all=day.hours)


def _date(day: date, paper: Paper) -> str:
    month = say("months", paper.language).split()[day.month - 1]
    return paper.say("day", number=day.day, month=month)
