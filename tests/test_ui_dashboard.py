"""dashboard.py on a real store: from nothing, from numbers, and after they were wiped."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor import config, judge, sources
from monitor.counting import Options
from monitor.model import DAY, Coverage, Page, Post, Status
from monitor.record import Counter, Stream, record_page
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


def fill(chosen) -> None:
    """Twelve days of about forty invented posts a day, counted into the campaign's store."""
    chance = random.Random(5)
    posts = tuple(
        Post(
            id=str(n),
            author=f"a{n % 60}",
            at=START + timedelta(minutes=chance.randrange(12 * 24 * 60)),
            text="#CloseTheHarbour",
        )
        for n in range(480)
    )
    counter = Counter.of(chosen.topics, Options(language=False, tone=False))
    store = Store.open(chosen.store)
    page = Page(posts, "1", coverage=(Coverage(START, END, Status.COMPLETE),))
    record_page(store, page, stream=Stream("simulation"), counter=counter, now=END)
    with store.recording(now=END) as recording:
        recording.end_round()
    store.close()


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
    assert "there is no store yet" in said(page)
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
    assert "there is no store yet" in said(page)
    assert not judge._last


def test_the_dashboard_is_thin():
    """Page settings, wiring and navigation fit into sixty lines."""
    assert DASHBOARD.read_text(encoding="utf-8").count("\n") <= 60
