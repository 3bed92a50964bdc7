"""What staff ask for on the page Pushes: carried out on a real store, refused in words, and told in their language."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from monitor import config, desk, sources
from monitor.actions import pushes as doing
from monitor.counting import Options
from monitor.desk.pushes import page as pushes_page
from monitor.errors import ConfigError
from monitor.model import Check, Coverage, Deed, Page, Post, Push, PushState, Request, Status
from monitor.record import Counter, Stream, record_page
from monitor.store import Store
from tests.russian import latin

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
START = NOW + timedelta(days=1)
TOPICS = ("harbour", "names")
ADD = Request(Deed.ADD, owner="Amina", topics=("names",), at="2026-11-26 18:00", hours=2.0)


def ask(store, request, *, now=NOW):
    """Have it done."""
    return doing.carry_out(store, request, helplines=("+49 30 123",), topics=TOPICS, timezone=ZONE, now=now)


@pytest.fixture
def planned(store):
    """A planned push."""
    return ask(store, ADD)


def test_a_push_of_staffs_own_is_planned_at_the_time_of_the_campaigns_clock(store):
    """Six in the evening is six in Berlin, and its window is as long as they said."""
    made = ask(store, ADD)
    assert store.pushes() == (made,)
    assert (made.starts_at, made.ends_at - made.starts_at) == (
        datetime(2026, 11, 26, 17, tzinfo=UTC),
        timedelta(hours=2),
    )
    assert (made.state, made.owner, made.topics) == (PushState.PLANNED, "Amina", ("names",))


def test_what_is_typed_is_read_on_the_clock_that_the_page_showed(store):
    """Six in the evening of somebody in Tokyo is ten in the morning in Berlin."""
    made = ask(store, replace(ADD, timezone="Asia/Tokyo"))
    assert made.starts_at == datetime(2026, 11, 26, 9, tzinfo=UTC)
    moved = ask(store, Request(Deed.MOVE, 1, at="2026-11-27 18:00", timezone="America/New_York", sequence=0))
    assert moved.starts_at == datetime(2026, 11, 27, 23, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Mars/Base", "../../etc/passwd", "/etc/localtime"])
def test_a_clock_that_nobody_knows_is_refused(store, zone):
    """Only IANA names are taken from a page, no files of this machine."""
    with pytest.raises(ConfigError, match="is not an IANA time zone"):
        ask(store, replace(ADD, timezone=zone))
    assert not store.pushes()


def test_writing_changes_what_is_said_and_leaves_the_rest(store, planned):
    """Hook, channels, languages and draft are kept; a helpline in the draft ticks itself."""
    said = Request(Deed.WRITE, planned.number, hook="a letter", channels=("X",), draft="Call +49 30 123", sequence=0)
    written = ask(store, said)
    assert (written.hook, written.channels, written.languages) == ("a letter", ("X",), ())
    assert (written.starts_at, written.checked) == (planned.starts_at, (Check.HELPLINE,))


def test_moving_keeps_the_length_unless_it_is_told(store, planned):
    """What is left out stays as it was."""
    moved = ask(store, Request(Deed.MOVE, planned.number, at="2026-11-27 19:00", sequence=0))
    assert moved.ends_at - moved.starts_at == timedelta(hours=2)
    longer = ask(store, Request(Deed.MOVE, planned.number, hours=5.0, reason="rain", sequence=1))
    assert (longer.starts_at, longer.reason) == (moved.starts_at, "rain")
    assert longer.ends_at - longer.starts_at == timedelta(hours=5)


def test_what_was_moved_meanwhile_is_not_moved_from_an_old_screen(store, planned):
    """A stale screen does not decide."""
    ask(store, Request(Deed.MOVE, planned.number, at="2026-11-27 19:00", sequence=0))
    with pytest.raises(ConfigError, match="changed by somebody else"):
        ask(store, Request(Deed.MOVE, planned.number, at="2026-11-28 19:00", sequence=0))


def test_done_takes_the_time_that_was_typed_or_now(store, planned):
    """A typed time is one of the campaign's clock; it can be put right afterwards."""
    ticked = (Check.EXPOSES_NOBODY,)
    done = ask(store, Request(Deed.DONE, planned.number, at="2026-11-23 09:40", checked=ticked, sequence=0))
    assert done.went_out_at == datetime(2026, 11, 23, 8, 40, tzinfo=UTC)
    right = ask(store, Request(Deed.DONE, planned.number, at="2026-11-23 09:10", sequence=1))
    assert right.went_out_at == datetime(2026, 11, 23, 8, 10, tzinfo=UTC)
    other = ask(store, ADD)
    assert ask(store, Request(Deed.DONE, other.number, checked=ticked, sequence=0)).went_out_at == NOW


REFUSALS = [
    (Request(Deed.ADD, owner="A", topics=("names",), at="tonight"), "give a date and a time of day"),
    (Request(Deed.ADD, owner="A", topics=("names",), at="2027-03-28 02:30"), "2027-03-28 01:59 and 2027-03-28 03:00"),
    (Request(Deed.ADD, owner="A", topics=("names",), at="2026-11-01 18:00"), "that time is over"),
    (Request(Deed.ADD, owner="A", topics=("names",), at="2036-11-26 18:00"), "more than two years ahead"),
    (Request(Deed.ADD, owner="A", topics=("names",), at="9999-12-31 23:00", hours=300.0), "more than two years ahead"),
    (Request(Deed.ADD, owner="A", at="2026-11-26 18:00"), "choose what it is about"),
    (Request(Deed.ADD, owner=" ", topics=("names",), at="2026-11-26 18:00"), "somebody who sees to it"),
    (Request(Deed.ADD, owner="A" * 501, topics=("names",), at="2026-11-26 18:00"), "longer than 500 characters"),
    (Request(Deed.CANCEL, 1, sequence=0), "say why"),
    (Request(Deed.DECLINE, 1, reason="no", sequence=0), "push 1 is no longer what it was"),
    (Request(Deed.DECLINE, 99, reason="no"), "push 99 is no longer what it was"),
    (Request(Deed.TICK, 1, sequence=7), "push 1 was changed by somebody else meanwhile"),
    (Request(Deed.DONE, 1, sequence=0), "nobody has ticked yet that push 1 exposes nobody"),
    (Request(Deed.DONE, 1, at="2026-11-24 10:00", sequence=0), "that time is still to come"),
    (Request(Deed.DONE, 1, at="2025-11-01 10:00", sequence=0), "more than a year ago"),
    (Request(Deed.ACCEPT, 2, owner="A", window=1), "push 2 is no longer what it was"),
]


def _script(arguments):
    from monitor.ui import refusals  # noqa: PLC0415 - Streamlit runs this function's text on its own

    refusals.refuse(arguments["sentence"], arguments["viewer"])


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize(("request_", "said"), REFUSALS, ids=[said for _, said in REFUSALS])
def test_every_refusal_is_told_in_the_readers_language(store, request_, said):
    """Whatever stands against a deed is said on the page, in English and in Russian, and nothing is stored."""
    from monitor.ui.viewer import Viewer  # noqa: PLC0415 - the store's own tests need no dashboard

    with store.recording(now=NOW) as recording:
        recording.add_push(Push(("names",), START, START + timedelta(hours=1), PushState.PROPOSED))
    before = store.pushes()
    with pytest.raises(ConfigError) as refused:
        ask(store, request_)
    assert store.pushes() == before
    for language in ("en", "ru"):
        arguments = {"sentence": str(refused.value), "viewer": Viewer(language, ZONE)}
        page = AppTest.from_function(_script, args=(arguments,), default_timeout=20).run()
        [error] = page.error
        assert not page.text
        if language == "en":
            assert said in error.value
        else:
            assert not latin(error.value.replace(ZONE, ""))


CONFIG = """
campaign: {name: The real name, alias: Lantern, timezone: Europe/Berlin}
topics:
  harbour: {alias: Harbour, tags: [CloseTheHarbour]}
sources: {archive: {}}
pushes: {helplines: ["+49 30 123"], anchors: dates.ics}
store: sqlite:///monitor.db
"""
DATES = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20240501T000000Z
DTSTART;VALUE=DATE:20240520
SUMMARY:Hearing
END:VEVENT
END:VCALENDAR
"""
FIRST = datetime(2024, 4, 1, tzinfo=UTC)
HOURS = 36 * 24


@pytest.fixture
def mine(tmp_path):
    """The desk of a campaign with five weeks of posts, all at seven in the evening in Berlin, and a calendar."""
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    (tmp_path / "dates.ics").write_text(DATES.replace("\n", "\r\n"), encoding="utf-8")
    chosen = config.load(path, sources=sources.settings())
    end = FIRST + timedelta(hours=HOURS)
    posts = tuple(
        Post(
            id=f"{day}-{n}",
            author=f"a{n}",
            at=FIRST + timedelta(days=day, hours=17, minutes=n),
            text="#CloseTheHarbour",
        )
        for day in range(36)
        for n in range(30)
    )
    with closing(Store.open(chosen.store)) as store:
        counted = Page(posts, "1", coverage=(Coverage(FIRST, end, Status.COMPLETE),))
        counter = Counter.of(chosen.topics, Options(language=False, tone=False))
        record_page(store, counted, stream=Stream("archive"), counter=counter, now=end)
        with store.recording(now=end) as recording:
            recording.end_round()
        yield desk.Desk(desk.look(store, chosen), store, chosen, may_edit=True)


def test_the_page_knows_when_people_are_there(mine):
    """The rhythm is that of the campaign's own clock, with the weeks behind every hour, and is learned once."""
    shown = pushes_page(mine)
    rhythm = shown.rhythm("harbour", ZONE)
    assert rhythm is not None
    assert (rhythm.source, rhythm.posts, min(rhythm.weeks)) == ("archive", 1080, 5)
    assert rhythm.best is not None
    assert 19 in {(rhythm.best[0] + n) % 24 for n in range(rhythm.best[1])}
    assert rhythm.ratio > 2
    assert pushes_page(mine).rhythm("harbour", ZONE) is rhythm
    assert shown.rhythm("nowhere", ZONE) is None


def test_the_map_is_that_of_the_readers_clock(mine):
    """Posts of seven in the evening in Berlin are there at two in the morning in Tokyo; each zone is kept by itself."""
    shown = pushes_page(mine)
    rhythm = shown.rhythm("harbour", "Asia/Tokyo")
    assert rhythm is not None
    day = [sum(rhythm.share[hour::24]) for hour in range(24)]
    assert day.index(max(day)) == 2
    assert rhythm.best is not None
    assert 2 in {(rhythm.best[0] + n) % 24 for n in range(rhythm.best[1])}
    assert shown.rhythm("harbour", "Asia/Tokyo") is rhythm
    assert shown.rhythm("harbour", ZONE) is not rhythm


def test_archives_alone_are_told_apart(mine):
    """Where nothing is followed the page is told so."""
    assert pushes_page(mine).archives_only


def test_the_page_acts_on_the_store(mine):
    """A push that is asked for is stored, with the campaign's topics, zone and helplines; a refusal is a sentence."""
    asked = Request(Deed.ADD, owner="Bo", topics=("harbour",), at="2020-01-01 18:00", draft="Call +49 30 123")
    shown = pushes_page(mine)
    assert shown.act(asked) == "that time is over: give it a time that is still to come"
    soon = f"{mine.acting_now + timedelta(days=3):%Y-%m-%d} 18:00"
    assert shown.act(Request(Deed.ADD, owner="Bo", topics=("harbour",), at=soon, draft="Call +49 30 123")) == ""
    [push] = mine.store.pushes()
    assert push.starts_at.astimezone(ZoneInfo(ZONE)).hour == 18
    assert push.checked == (Check.HELPLINE,)


def test_a_viewer_changes_nothing(mine):
    """Without the right to edit a deed is refused, whatever the page showed."""
    looking = desk.Desk(mine.seen, mine.store, mine.config, may_edit=False)
    asked = Request(Deed.ADD, owner="Bo", topics=("harbour",), at="2030-01-01 18:00")
    assert pushes_page(looking).act(asked).startswith("You may look but not change anything here")
    assert not mine.store.pushes()


def test_the_campaigns_own_dates_are_on_the_page(mine):
    """They come from its calendar file; one that cannot be read is told from one that is empty."""
    assert [one.title for one in pushes_page(mine).anchors or ()] == ["Hearing"]
    (mine.config.path.parent / "dates.ics").write_text("no calendar", encoding="utf-8")
    fresh = desk.Desk(desk.look(mine.store, mine.config), mine.store, mine.config, may_edit=True)
    assert pushes_page(fresh).anchors is None
