"""What mentions cost, and where their pages end: planned as they are, booked before, never over the budget."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import stamina

from monitor import budget
from monitor.errors import SourceError
from monitor.model import Page, Status

from .fake_x import FakePost, FakeX, serving
from .test_x import LANTERNS, NOW, build
from .test_x_posts import mentions, posts, spans


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def fake() -> Iterator[FakeX]:
    """A platform with twenty-five mentions, a minute apart."""
    made = FakeX(now=NOW, posts=[FakePost(NOW - timedelta(minutes=2 + n), f"number {n} @campaign") for n in range(25)])
    with serving(made):
        yield made


@pytest.mark.parametrize(("own_app", "dollars"), [(True, 0.001), (False, 0.005)])
def test_a_post_is_booked_at_what_x_takes_for_it(fake: FakeX, own_app: bool, dollars: float):
    """A tenth of a cent where the account owns the app of the token, and half a cent else; always before asking."""
    fake.own_app, booked = own_app, 0.0
    for page in mentions(fake, own_app=own_app).pages(cursor=None, now=NOW):
        booked += page.dollars
        assert fake.dollars <= booked + 1e-9
    assert fake.dollars == pytest.approx(25 * dollars)
    assert booked <= 2 * fake.dollars


@pytest.mark.parametrize("own_app", [True, False])
@pytest.mark.parametrize("account_id", ["77", None])
def test_the_plan_is_a_round_with_few_mentions(fake: FakeX, own_app: bool, account_id: str | None):
    """What a quiet round books is its price: the worst case and the look-up at the start do not slow every round."""
    fake.posts = fake.posts[:3]
    keys = {"own_app": own_app, "own_account_id": account_id, "mentions_a_round": 800}
    source = mentions(fake, **keys)
    first = list(source.pages(cursor=None, now=NOW))
    second = list(source.pages(cursor=None, now=NOW))
    assert source.price is not None
    assert source.price.dollars_a_round == pytest.approx(sum(page.dollars for page in second))
    assert sum(page.dollars for page in first) - sum(page.dollars for page in second) == pytest.approx(
        0 if account_id else 0.010
    )


def test_mentions_of_the_own_app_slow_nothing(fake: FakeX):
    """Counts of one topic with its probe, and mentions, fit hourly into fifteen dollars a month."""
    keys = {"mentions": True, "own_account": "campaign", "own_app": True, "mentions_a_round": 800}
    both = build(fake, (LANTERNS,), **keys, budget_dollars=15)
    rates = [(one.every_minutes, one.price) for one in both if one.price is not None]
    start = NOW.replace(day=1, hour=0, minute=0, second=0)
    assert budget.stretched_minutes(60, rates, spent=0, now=start) == 60


def test_an_empty_page_with_more_behind_it_is_no_circle(fake: FakeX):
    """X leaves out what was deleted or hidden: fewer posts than asked for are not the end, nor is none."""
    fake.empty_pages = 3
    pages = list(mentions(fake).pages(cursor=None, now=NOW))
    assert len(posts(pages)) == 25
    assert {span.status for span in spans(pages)} == {Status.COMPLETE}


def test_empty_pages_without_end_end(fake: FakeX):
    """They cost requests and booked money: after a few nothing is proved, and the round is over."""
    fake.empty_pages = 1000
    pages = list(mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW))
    assert len(fake.asked) <= 6
    assert {span.status for span in spans(pages)} == {Status.PARTIAL}
    assert "without posts" in spans(pages)[0].reason
    assert sum(page.dollars for page in pages) <= 6 * 10 * 0.005 + 1e-9


def test_a_circle_of_several_pages_ends(fake: FakeX):
    """A token that was there before leads back, however many pages lie between."""
    found: list[Page] = []
    for page in mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW):
        found.append(page)
        if page.dollars:
            fake.extra_page = {"meta": {"next_token": str(10 * (len(fake.asked) % 3))}}
        assert len(fake.asked) < 6
    assert {span.status for span in spans(found)} == {Status.PARTIAL}
    assert "circle" in spans(found)[0].reason


@pytest.mark.parametrize("account_id", ["77", None])
def test_a_refusal_speaks_of_the_account(fake: FakeX, account_id: str | None):
    """No terms were asked for: there are none to change."""
    fake.fail(400, {"title": "Invalid Request", "errors": [{"parameters": {"id": ["77"]}}]})
    with pytest.raises(SourceError, match="own_account") as error:
        list(mentions(fake, own_account_id=account_id).pages(cursor=None, now=NOW))
    assert error.value.permanent
    assert "terms" not in str(error.value)
    assert "77" not in str(error.value)
