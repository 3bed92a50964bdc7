"""A month's money: where it ends, and how far apart rounds must be for it to last."""

from datetime import UTC, datetime

import pytest

from monitor import budget
from monitor.errors import SourceError
from monitor.model import Price

NOW = datetime(2026, 12, 31, 23, tzinfo=UTC)


def test_months_end_with_the_calendar():
    """Platforms bill by the calendar month in UTC, also across the year."""
    assert budget.month_of(NOW) == datetime(2026, 12, 1, tzinfo=UTC)
    assert budget.next_month(NOW) == datetime(2027, 1, 1, tzinfo=UTC)
    assert budget.next_month(datetime(2026, 2, 28, tzinfo=UTC)) == datetime(2026, 3, 1, tzinfo=UTC)


def test_the_last_cent_may_be_spent_and_not_one_more():
    """Sums of cents are not exact in binary: two hundred half cents are a dollar."""
    spent = sum([0.005] * 199)
    budget.check(0.005, Price(0.005, 1.0), spent=spent, now=NOW)
    with pytest.raises(SourceError, match="2027-01-01") as error:
        budget.check(0.005, Price(0.005, 1.0), spent=spent + 0.005, now=NOW)
    assert error.value.permanent
    assert budget.is_used_up(str(error.value))
    assert not budget.is_used_up("refuses access (401)")
    assert error.value.retry_at == datetime(2027, 1, 1, tzinfo=UTC)


def test_rounds_are_never_drawn_out_beyond_the_month():
    """With little left, one more round, and the next when the new month brings new money."""
    second = datetime(2026, 11, 2, tzinfo=UTC)
    minutes = budget.stretched_minutes(60, [(60, Price(0.01, 5))], spent=4.99, now=second)
    assert minutes == pytest.approx(29 * 24 * 60)
    assert budget.stretched_minutes(60, [(60, Price(0.01, 5))], spent=4.9, now=second) < minutes


def test_what_pays_for_no_round_draws_nothing_out():
    """The next round comes as ever, finds the budget used up, and says so: rounds do not just stop coming."""
    assert budget.stretched_minutes(15, [(15, Price(0.01, 5))], spent=4.995, now=NOW) == 15
    assert budget.stretched_minutes(15, [], spent=5, now=NOW) == 15
