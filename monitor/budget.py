"""Making a month's money last: what may still be spent, and how far apart rounds must be (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from .errors import SourceError
from .model import Price

_USED_UP = "this month's budget is used up:"
_DUST = 1e-9  # of a dollar: sums of cents in binary are not exact
_MINUTE = timedelta(minutes=1)


def month_of(now: datetime) -> datetime:
    """The start of the calendar month in UTC: platforms bill by it."""
    return now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def next_month(now: datetime) -> datetime:
    """The start of the month after, in UTC."""
    start = month_of(now)
    return start.replace(year=start.year + 1, month=1) if start.month == 12 else start.replace(month=start.month + 1)


def check(dollars: float, price: Price, *, spent: float, now: datetime) -> None:
    """Raise SourceError, blocked until the month ends, where `dollars` more would go over the cap."""
    if spent + dollars <= price.dollars_a_month + _DUST:
        return
    again = next_month(now)
    raise SourceError(
        f"{_USED_UP} ${spent:,.2f} of ${price.dollars_a_month:,.2f} are spent; "
        f"it goes on on {again:%Y-%m-%d}, or when you raise the budget",
        permanent=True,
        retry_at=again,
    )


def is_used_up(reason: str) -> bool:
    """Whether a failure says that the month's money is spent: it helps itself when the month ends."""
    return reason.startswith(_USED_UP)


def stretched_minutes(
    every_minutes: float, rates: Iterable[tuple[float, Price]], *, spent: float, now: datetime
) -> float:
    """The minutes between rounds at which what is left of the budget lasts until the month ends.

    `rates` are the (minutes between rounds, price) of all sources that live on the same budget.

    >>> from datetime import UTC
    >>> now = datetime(2026, 11, 16, tzinfo=UTC)
    >>> stretched_minutes(60, [(60, Price(0.005, 10))], spent=0, now=now)
    60.0
    >>> stretched_minutes(60, [(60, Price(0.01, 3.6))], spent=1.8, now=now)
    120.0

    What does not even pay for one more round draws nothing out.
    """
    known = list(rates)
    if not known:
        return float(every_minutes)
    left = min(price.dollars_a_month for _, price in known) - spent
    if left + _DUST < min(price.dollars_a_round for _, price in known):
        return float(every_minutes)  # the next round finds the budget used up, and says so
    minutes = (next_month(now) - now) / _MINUTE
    needed = sum(price.dollars_a_round * minutes / every for every, price in known)
    if needed <= left:
        return float(every_minutes)
    return min(round(every_minutes * needed / left, 6), minutes)
