"""The parts of the page Settings and safety that only tell: the sources, what is held, and what the words mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from html import escape

import streamlit as st

from ..alerts import messages
from ..alerts.by_day import source_name
from ..alerts.wording import counted, moment, number, percent, sentence, span, utc_day
from ..model import HOUR, Holding, KeyAge, Pulse, Status, Term, TermKind
from ..shown.settings import AskedSource, Budget, Gaps, SettingsPage
from ..words import TEXTS, reason_in
from ..words.cleaning import plain
from ..words.glossary import GLOSSARY
from .viewer import Viewer

# A list and no table: sentences need the whole width of a phone.
_STYLE = """<style>
dl.words { margin: 0; padding: 0; overflow-wrap: anywhere; }
.words dt { font-weight: 600; margin-top: 0.6rem; }
.words dd { margin: 0; }
</style>"""
_CENT = 0.005
_SIGNS: Mapping[TermKind, str] = {TermKind.TAG: "#", TermKind.MENTION: "@"}


def style() -> None:
    """How the page's tables and lists of words are set."""
    st.html(_STYLE)


def worded(pairs: Iterable[tuple[str, str]]) -> None:
    """Show a list of words, each with what is said of it; nothing in them is markup."""
    st.html(_defined(pairs))


def _defined(pairs: Iterable[tuple[str, str]]) -> str:
    """The list as HTML in which nothing but the list is markup.

    >>> _defined([("<b>", "a & b")])
    '<dl class="words"><dt>&lt;b&gt;</dt><dd>a &amp; b</dd></dl>'
    """
    parts = (f"<dt>{escape(plain(word))}</dt><dd>{escape(plain(meaning))}</dd>" for word, meaning in pairs)
    return f'<dl class="words">{"".join(parts)}</dl>'


def written(term: Term) -> str:
    """A term as people write it.

    >>> written(Term(TermKind.TAG, "Lumen"))
    '#Lumen'
    """
    return f"{_SIGNS.get(term.kind, '')}{term.text}"


def sources(page: SettingsPage, viewer: Viewer) -> None:
    """Every source: how it answers, what is missing, what it costs, and what it is asked for."""
    st.header(viewer.say("settings.sources"), anchor=False)
    st.text(_sources_sum(page, viewer))
    for place, source in enumerate(page.sources):
        with st.container(border=True, gap=None, key=f"settings-source-{place}"):
            with st.container(gap=None, key=f"alias-source-{place}"):
                st.text(plain(source_name(source.name, viewer.language)))
            st.text("\n".join(plain(line) for line in _source_lines(source, page, viewer)))
            if source.asked:
                with st.expander(viewer.say("settings.source.show"), key=f"settings-asked-{place}"):
                    st.text("\n".join(plain(_asked(alias, terms, viewer)) for alias, terms in source.asked))


def _sources_sum(page: SettingsPage, viewer: Viewer) -> str:
    if page.trouble:
        return viewer.say("settings.sources.trouble", reason=plain(page.trouble))
    if not page.sources:
        return viewer.say("settings.sources.none")
    ill = sum(_is_ill(source) for source in page.sources)
    every = len(page.sources)
    if ill:
        return viewer.say("settings.sources.ill", count=ill, number=ill, all=every)
    return viewer.say("settings.sources.well", count=every, number=every)


def _is_ill(source: AskedSource) -> bool:
    if source.pulse is None:
        return source.every_minutes is not None
    return source.pulse.status is not Status.COMPLETE


def _source_lines(source: AskedSource, page: SettingsPage, viewer: Viewer) -> Iterator[str]:
    yield from _answers(source, source.pulse, viewer)
    if source.fresh_until:
        yield viewer.say("settings.source.whole", when=_moment(source.fresh_until, page, viewer))
    else:
        yield viewer.say("settings.source.whole.none")
    if source.gaps:
        yield _gaps(source.gaps, page, viewer)
    if source.budget:
        yield _budget(source.budget, viewer)
    if source.every_minutes is not None:
        yield viewer.say("settings.source.every", span=_every(source.every_minutes, viewer))


def _answers(source: AskedSource, pulse: Pulse | None, viewer: Viewer) -> Iterator[str]:
    language, zone = viewer.language, viewer.timezone
    if pulse is None:
        yield viewer.say("settings.source.by_hand" if source.every_minutes is None else "settings.source.never")
        return
    last = moment(pulse.succeeded_at, timezone=zone, language=language) if pulse.succeeded_at else ""
    if pulse.status is Status.COMPLETE:
        yield viewer.say("settings.source.answers", when=last)
        return
    yield sentence(messages.trouble(pulse, timezone=zone, language=language))
    yield viewer.say("settings.source.last", when=last) if last else viewer.say("settings.source.no_answer")


def _gaps(gaps: Gaps, page: SettingsPage, viewer: Viewer) -> str:
    since, longest, language = _moment(gaps.since, page, viewer), gaps.longest, viewer.language
    if longest is None:
        return viewer.say("settings.source.no_gaps", since=since)
    return viewer.say(
        "settings.source.gaps",
        since=since,
        percent=percent(gaps.share, language),
        span=span((longest.end - longest.start) / HOUR, language),
        when=_moment(longest.start, page, viewer),
        reason=reason_in(plain(longest.reason), language) or viewer.say("settings.source.unsaid"),
    )


def _budget(budget: Budget, viewer: Viewer) -> str:
    until = utc_day(budget.until, viewer.language)
    cap = number(budget.cap, digits=2, language=viewer.language)
    if budget.spent >= budget.cap - _CENT:
        return viewer.say("settings.source.used_up", cap=cap, until=until)
    spent = number(budget.spent, digits=2, language=viewer.language)
    return viewer.say("settings.source.spent", spent=spent, cap=cap, until=until)


def _every(minutes: float, viewer: Viewer) -> str:
    hours = minutes / 60
    if hours >= 1 and hours == int(hours):
        return viewer.say("settings.source.hours", count=hours, number=int(hours))
    return viewer.say("settings.source.minutes", count=round(minutes), number=round(minutes))


def _asked(alias: str, terms: tuple[Term, ...], viewer: Viewer) -> str:
    return viewer.say("settings.source.asked", alias=alias, terms=", ".join(map(written, terms)))


def held(page: SettingsPage, viewer: Viewer) -> None:
    """What is held right now: in a sentence, the keys that are alive, and every table with its reason."""
    st.header(viewer.say("held.title"), anchor=False)
    rows = sum(one.rows for one, _ in page.held.tables)
    oldest = min((one.oldest for one, _ in page.held.tables if one.oldest), default=None)
    if not rows or oldest is None:
        st.text(viewer.say("held.nothing"))
        return
    when, told = _moment(oldest, page, viewer), number(rows, language=viewer.language)
    lines = [viewer.say("held.sum", count=rows, number=told, when=when), *_keys(page.held.keys, page, viewer)]
    st.text("\n".join(lines))
    with st.expander(viewer.say("held.details"), key="settings-held"):
        worded(_tables(page, viewer))


def _keys(keys: tuple[KeyAge, ...], page: SettingsPage, viewer: Viewer) -> Iterator[str]:
    people = [key.dies_at for key in keys if key.dies_at]
    overdue = [at for at in people if at < page.frame.now - timedelta(hours=1)]
    if overdue:
        yield viewer.say("held.keys.overdue", when=_moment(min(overdue), page, viewer))
    elif people:
        when = _moment(max(people), page, viewer)
        yield viewer.say("held.keys", count=len(people), number=len(people), when=when)
    else:
        yield viewer.say("held.keys.none")
    for key in keys:
        if key.day is None:
            yield viewer.say("held.keys.post", span=span(key.age / HOUR, viewer.language))


def _tables(page: SettingsPage, viewer: Viewer) -> Iterator[tuple[str, str]]:
    for one, held_for in page.held.tables:
        if not one.rows:
            continue
        told = counted("held.rows", one.rows, viewer.language)
        since = viewer.say("held.since", when=_moment(one.oldest, page, viewer)) if one.oldest else ""
        words = (f"{told}{since}.", viewer.say(f"held.why.{held_for}"))
        yield _table_name(one, viewer), " ".join(words)


def _table_name(one: Holding, viewer: Viewer) -> str:
    key = f"held.table.{one.table}"
    return viewer.say(key) if key in TEXTS else one.table


def glossary(viewer: Viewer) -> None:
    """The words and the six states, each in plain sentences."""
    st.header(viewer.say("settings.glossary"), anchor=False)
    with st.expander(viewer.say("settings.glossary.words"), key="settings-words"):
        st.html(_words(viewer.language))
    with st.expander(viewer.say("settings.glossary.states"), key="settings-states"):
        st.html(_states(viewer.language))


@lru_cache(maxsize=8)
def _words(language: str) -> str:
    """The words that Monitor uses, as a list of definitions."""
    say = Viewer(language, "UTC").say
    return _defined((say(f"glossary.{word}"), say(f"glossary.{word}.means")) for word in GLOSSARY)


@lru_cache(maxsize=8)
def _states(language: str) -> str:
    """The six states, as a list of definitions."""
    meant = messages.meanings(language).items()
    return _defined((sentence(messages.state_name(state, language))[:-1], meaning) for state, meaning in meant)


def _moment(at: datetime, page: SettingsPage, viewer: Viewer) -> str:
    return moment(at, timezone=viewer.timezone, near=page.frame.now, language=viewer.language)
