"""dashboard.py on a real store: from nothing, from numbers, and after they were wiped."""

import random
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from monitor import config, desk, judge, sources
from monitor.counting import Options
from monitor.desk import today
from monitor.model import DAY, HOUR, Coverage, Observation, Page, Post, Push, PushState, Status
from monitor.record import Counter, Stream, record_page
from monitor.shown.settings import Wiping
from monitor.shown.today import TodayPage
from monitor.store import Store

DASHBOARD = Path(__file__).parent.parent / "dashboard.py"
START = datetime(2024, 5, 1, tzinfo=UTC)
END = START + 12 * DAY
CONFIG = """
campaign:
  name: The real name of the campaign
  alias: Lantern
  timezone: Europe/Berlin
topics:
  harbour:
    alias: Harbour
    tags: [CloseTheHarbour]
sources:
  simulation: {}
store: sqlite:///monitor.db
"""


@pytest.fixture
def campaign(tmp_path, monkeypatch):
    """A campaign's file, named by the environment."""
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    monkeypatch.setenv("MONITOR_CONFIG", str(path))
    return config.load(path, sources=sources.settings())


def fill(chosen, days=12, source="simulation") -> None:
    """So many days of about forty invented posts a day up to END, counted into the campaign's store."""
    chance, start = random.Random(days), END - days * DAY
    posts = tuple(
        Post(
            id=f"{days}-{n}",
            author=f"a{n % 60}",
            at=start + timedelta(minutes=chance.randrange(days * 24 * 60)),
            text="#CloseTheHarbour",
        )
        for n in range(40 * days)
    )
    counter = Counter.of(chosen.topics, Options(language=False, tone=False))
    store = Store.open(chosen.store)
    page = Page(posts, "1", coverage=(Coverage(start, END, Status.COMPLETE),))
    record_page(store, page, stream=Stream(source), counter=counter, now=END)
    with store.recording(now=END) as recording:
        recording.end_round()
    store.close()


def standing(chosen) -> TodayPage:
    """The page Today as it is built from the campaign's store."""
    with closing(Store.open(chosen.store, readonly=True)) as store:
        return today.page(desk.Desk(desk.look(store, chosen), store, chosen, may_edit=True))


def opened():
    """The dashboard, run."""
    page = AppTest.from_file(str(DASHBOARD), default_timeout=30).run()
    assert not page.exception
    return page


def said(page):
    """Everything the page says through st.text."""
    return " ".join(element.value for element in page.text)


def test_without_a_config_the_way_out_is_told(tmp_path, monkeypatch):
    """A missing file is a sentence that names it, not a traceback."""
    monkeypatch.setenv("MONITOR_CONFIG", str(tmp_path / "nowhere.yaml"))
    page = opened()
    assert "nowhere.yaml" in said(page)


@pytest.mark.usefixtures("campaign")
def test_without_a_store_the_way_to_begin_is_told():
    """Before the first import or round the page tells how to begin."""
    page = opened()
    assert "There is no store yet" in said(page)
    assert not judge._last
    assert "monitor import FILE" in [one.value for one in page.code]


def test_numbers_in_the_store_are_shown(campaign):
    """What was counted appears under the topic's alias, with its chart and the invented banner."""
    fill(campaign)
    page = opened()
    assert "Harbour" in said(page)
    assert "CloseTheHarbour" not in said(page)
    assert len(page.get("echarts_chart")) == 1
    assert page.warning


def test_a_topic_is_built_once_for_as_long_as_nothing_changes(campaign):
    """What is costly is kept beside what was seen, so that a rerun draws what is there."""
    fill(campaign)
    with closing(Store.open(campaign.store, readonly=True)) as store:
        mine = desk.Desk(desk.look(store, campaign), store, campaign, may_edit=True)
        assert today.page(mine).topics is today.page(mine).topics
    (topic,) = standing(campaign).topics
    assert (topic.view.topic.alias, topic.last, topic.coming, topic.news) == ("Harbour", None, None, ())


def test_the_last_push_and_the_next_one_stand_with_their_topic(campaign):
    """What went out last, what it brought and what is planned next are told with the topic, and no other's are."""
    fill(campaign)
    planned = Push(("harbour",), END + 2 * DAY, END + 2 * DAY + HOUR, owner="Amina")
    out = replace(planned, state=PushState.DONE, went_out_at=END - 3 * DAY)
    proposed = replace(planned, state=PushState.PROPOSED, starts_at=END + DAY)
    store = Store.open(campaign.store)
    with store.recording(now=END) as recording:
        for push in (replace(out, went_out_at=END - 6 * DAY), out, proposed, planned, replace(out, topics=("gone",))):
            recording.add_push(push)
    store.close()
    page = standing(campaign)
    (topic,) = page.topics
    assert [push.number for push in topic.out] == [1, 2]
    assert topic.last is not None
    assert (topic.last.number, topic.coming and topic.coming.number) == (2, 4)
    assert topic.effect is not None
    assert topic.effect.at == END - 3 * DAY
    assert not page.quiet


@pytest.mark.parametrize(("source", "hours"), [("mediacloud", 24), ("news", 1)])
def test_a_day_far_more_was_told_of_than_usual_is_marked(campaign, source, hours):
    """Of a topic's own news, by the hour or by the day; a day that was not observed whole is none."""
    fill(campaign)
    begin, cut = START - 20 * DAY, (28 * DAY, 28 * DAY + hours * HOUR)
    told = tuple(
        Observation(
            "harbour", source, "stories", begin + n * hours * HOUR, hours * (3.0 if day in (25, 28) else 0.25), hours
        )
        for n in range(31 * 24 // hours)
        for day in [n * hours // 24]
    )
    covered = tuple(
        Coverage(begin + first, begin + last, status, bucket_hours=hours)
        for first, last, status in (
            (0 * DAY, cut[0], Status.COMPLETE),
            (*cut, Status.PARTIAL),
            (cut[1], 31 * DAY, Status.COMPLETE),
        )
    )
    store = Store.open(campaign.store)
    counter = Counter.of(campaign.topics, Options(language=False, tone=False))
    page = Page(observations=told, coverage=covered)
    record_page(store, page, stream=Stream(source), counter=counter, now=END)
    store.close()
    assert standing(campaign).topics[0].news == (begin + 25 * DAY,)


def test_nothing_to_do_is_called_quiet(campaign):
    """A steady topic and nothing to decide: all is quiet, until a proposal waits for somebody."""
    fill(campaign)
    assert standing(campaign).quiet
    store = Store.open(campaign.store)
    with store.recording(now=END) as recording:
        recording.add_push(Push(("harbour",), END + DAY, END + DAY + HOUR, PushState.PROPOSED))
    store.close()
    assert not standing(campaign).quiet


def test_the_first_days_are_not_called_quiet(campaign):
    """While what is usual is not known, nobody is told that all is well."""
    fill(campaign, days=3)
    assert not standing(campaign).quiet


def test_a_story_told_from_its_middle_is_not_called_silent(campaign):
    """While what went before is still being counted, the page says that, and not that there are no data."""
    fill(campaign)
    store = Store.open(campaign.store)
    with store.recording(now=END + 5 * DAY) as recording:
        recording.end_round()
    store.close()
    assert standing(campaign).topics == ()
    assert "being counted" in said(opened())


def test_a_page_of_archives_says_that_it_warns_nobody(campaign):
    """Where the only source is an archive, the page speaks as of its last hour and calls nothing invented."""
    campaign.path.write_text(CONFIG.replace("simulation", "archive"), encoding="utf-8")
    chosen = config.load(campaign.path, sources=sources.settings())
    fill(chosen, source="archive:letters")
    page = opened()
    assert "nobody is warned" in said(page)
    assert "As of Mon 13 May 2024, 02:00 (Europe/Berlin)." in said(page)
    assert not page.warning


def test_the_first_look_says_that_it_may_take_a_while_and_no_other_does(campaign, monkeypatch):
    """Years of numbers are judged then; what comes after is quick, and must not blink."""
    told: list[str] = []

    def spinner(words: str) -> AbstractContextManager[None]:
        told.append(words)
        return nullcontext()

    monkeypatch.setattr(streamlit, "spinner", spinner)
    fill(campaign)
    judge.forget()
    streamlit.cache_resource.clear()
    page = opened()
    page.run()
    assert len(told) == 1
    assert "for the first time" in told[0]


def test_what_was_wiped_is_gone_from_the_page(campaign):
    """A store that disappears takes the page's numbers with it, although they were kept in memory."""
    fill(campaign)
    page = opened()
    assert page.get("echarts_chart")
    assert judge._last
    for part in Path(campaign.path).parent.glob("monitor.db*"):
        part.unlink()
    page.run()
    assert not page.get("echarts_chart")
    assert "There is no store yet" in said(page)
    assert not judge._last


def test_after_a_wipe_the_page_still_says_what_nobody_can_promise(campaign):
    """The store is gone with the next refresh, and what was said of it is not."""
    fill(campaign)
    page = opened()
    page.session_state["settings-wiped"] = Wiping("", ("copies",), START)
    for part in Path(campaign.path).parent.glob("monitor.db*"):
        part.unlink()
    page.run()
    assert [one.value.split(":")[0] for one in page.success] == ["Everything is wiped"]
    assert "– Files of posts that you imported" in said(page)
    assert "no store" not in said(page)


def test_the_dashboard_is_thin():
    """Page settings, wiring and navigation fit into sixty lines."""
    assert DASHBOARD.read_text(encoding="utf-8").count("\n") <= 60
