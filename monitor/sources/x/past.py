"""Filling in the past from X's full archive, newest month first."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from datetime import datetime

from ...errors import SourceError
from ...model import CONTROL, DAY, Page
from .answers import Counts, Span, parse_counts
from .door import Clock, Door
from .hours import NeverBusy, closed, counted, silent
from .refusals import QueryRefused, wrong_probe

DOLLARS_A_PAGE = 0.010
_PAGE = 31 * DAY
_MOST_PAGES = 4  # of one month: X needs one, or two where its months are cut elsewhere


def archived(span: Span) -> list[Span]:
    """The span in pieces that X answers in one page, newest first."""
    found: list[Span] = []
    end = span.end
    while end > span.start:
        found.append(Span(max(span.start, end - _PAGE), end))
        end = found[-1].start
    return found


def pages_of(
    door: Door, asked: Mapping[str, str], spans: Sequence[Span], *, method: str, clock: Clock
) -> Iterator[Page]:
    """The counts of every topic in every span; a topic whose query X refuses is left out from then on.

    `asked` begins with the probe, if there is one: in a span in which that was never busy, no topic is asked for.
    """
    refused: set[str] = set()
    for span in spans:
        blind: frozenset[datetime] = frozenset()
        for key in asked:
            if key in refused:
                continue
            try:
                whole = yield from _whole(door, asked[key], span, clock=clock)
                blind = silent(whole) if key == CONTROL else blind
            except QueryRefused as error:
                if key == CONTROL:
                    raise wrong_probe() from None
                refused.add(key)
                yield closed(key, span, error)
                continue
            except NeverBusy as error:
                yield from (closed(topic, span, error) for topic in asked)
                break
            yield counted(key, whole, span, method=method, blind=() if key == CONTROL else blind)


def _whole(door: Door, query: str, span: Span, *, clock: Clock) -> Generator[Page, None, Counts]:
    """Ask for all pages of a span, a page with the price before each."""
    whole = Counts({}, next_token="")
    for _ in range(_MOST_PAGES):
        yield Page(dollars=DOLLARS_A_PAGE)
        whole = _joined(whole, _page(door, query, span, whole.next_token or None, clock=clock))
        if whole.next_token is None:
            break
    return whole


def _page(door: Door, query: str, span: Span, token: str | None, *, clock: Clock) -> Counts:
    body = door.archive_counts(query, start=span.start, end=span.end, token=token, clock=clock)
    return parse_counts(body, span)


def _joined(one: Counts, more: Counts) -> Counts:
    """Two pages of one span; paging that leads back to where it was is an error."""
    if more.next_token is not None and more.next_token == one.next_token:
        raise SourceError("X's pages lead in a circle")
    bad = {
        reason: one.quarantined.get(reason, 0) + more.quarantined.get(reason, 0)
        for reason in {*one.quarantined, *more.quarantined}
    }
    return Counts({**one.values, **more.values}, bad, one.whole and more.whole, more.next_token)
