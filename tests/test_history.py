"""Frames of what is stored, and the page's answers, on a real store: days, shares, gaps, breakdowns, notes."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest

from monitor import assess, history
from monitor.actions import notes
from monitor.counting import Options
from monitor.desk import Desk, Seen, history_posts
from monitor.desk import history as desk_history
from monitor.model import (
    DAY,
    HOUR,
    Coverage,
    Page,
    Post,
    Push,
    PushState,
    Series,
    State,
    Status,
    Term,
    TermKind,
    Topic,
    aliases_of,
)
from monitor.record import Counter, Stream, record_page
from monitor.shown.history import Around, Asked, MarkKind, NewNote, Sort, Tone
from tests.waves import invented, wave

START = datetime(2024, 2, 5, tzinfo=UTC)
DAYS = 90
END = START + DAYS * DAY
ZONE = "Europe/Berlin"
TOPICS = tuple(Topic(key, alias, (Term(TermKind.TAG, key),)) for key, alias in (("lamp", "Lamp"), ("boat", "Boat")))


def row(measure: str, at: datetime, value: float, *, hours: int = 1, topic: str = "lamp", source: str = "archive"):
    """One stored number."""
    key: dict[str, object] = {"topic": topic, "source": source, "measure": measure, "method": "1"}
    return key | {"bucket_hours": hours, "bucket": at, "value": float(value)}


def fill(store, *, topic: str = "lamp", source: str = "archive", seed: int = 1, gap: int = 0) -> np.ndarray:
    """Ninety days of posts and people with a wave on day 60, and a gap of so many hours on day 70."""
    values = invented(wave(days=DAYS, peak_day=60, base=60), seed=seed).values
    rows = [row("posts", START + n * HOUR, v, topic=topic, source=source) for n, v in enumerate(values.tolist()) if v]
    for n in range(DAYS):
        people = 0.5 * values[24 * n : 24 * n + 24].sum()
        rows.append(row("people", START + n * DAY, people, hours=24, topic=topic, source=source))
    begin, end = START + 70 * DAY + 5 * HOUR, START + 70 * DAY + (5 + gap) * HOUR
    spans = [Coverage(START, begin, Status.COMPLETE), Coverage(end, END, Status.COMPLETE)]
    if gap:
        spans.append(Coverage(begin, end, Status.MISSING, "time-out"))
    with store.recording(now=END) as recording:
        recording.add(rows)
        recording.cover(source, [topic], spans)
    return values


def desk(store, *, pushes=(), editor: bool = True) -> Desk:
    """The desk of a campaign that is all archive."""
    views = assess.views(store, topics=TOPICS)
    rest = assess.rest(store, views, topics=TOPICS, platforms=(), now=None)
    at = max((view.leading.assessment.at for view in views), default=END)
    seen = Seen(at, False, aliases_of(TOPICS), views, rest, tuple(pushes), {}, False, "")
    config: Any = SimpleNamespace(campaign=SimpleNamespace(alias="Lantern"), topics=TOPICS)
    return Desk(seen, store, config, editor)


def asked(days: int | None = 90, *, source: str = "archive", zone: str = ZONE, **more: Any) -> Asked:
    """A range of the topic Lamp."""
    return Asked("lamp", source, zone, days, **more)


@pytest.mark.parametrize(("days", "hours", "points"), [(7, 1, 168), (30, 1, 720), (60, 2, 720), (90, 24, 90)])
def test_a_range_has_the_step_that_keeps_it_under_720_points(opened, days, hours, points):
    """Hours up to thirty days, two hours up to sixty, then days."""
    fill(opened)
    line = desk_history.page(desk(opened)).line(asked(days))
    assert line.step_hours == hours
    assert points - 1 <= len(line.starts) <= 720
    assert len(line.starts) == len(line.value) == len(line.low) == len(line.known) == len(line.counted)


def test_days_are_local_days_of_the_viewer(opened):
    """A day holds the posts between two midnights of the zone, 23 hours where clocks go forward."""
    values = fill(opened)
    line = desk_history.page(desk(opened)).line(asked())
    change = line.starts.index(datetime(2024, 3, 30, 23, tzinfo=UTC))  # 31 March in Berlin
    first = int((line.starts[change] - START) / HOUR)
    assert line.hours[change] == 23
    assert line.value[change] == values[first : first + 23].sum()


@pytest.mark.parametrize("zone", ["Asia/Beirut", "America/Havana", "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo"])
def test_every_zone_has_its_days(opened, zone):
    """Zones whose clocks change at midnight, or lie off the hour, lose and double nothing."""
    values = fill(opened)
    shown = history.by_step(desk_known(opened).buckets("lamp", "archive"), 24, zone)
    assert shown["counted"].sum() == values.sum()
    assert shown["known"].sum() == len(values)


def desk_known(store) -> history.Known:
    """What is known, without a page."""
    mine = desk(store)
    return history.Known(store, mine.seen.views, mine.seen.rest, mine.seen.kept)


def test_a_day_with_missing_hours_is_marked_and_never_a_drop(opened):
    """The day of the gap has no value, but what was counted of it and how many hours that were."""
    fill(opened, gap=1)
    line = desk_history.page(desk(opened)).line(asked(zone="UTC"))
    at = line.starts.index(START + 70 * DAY)
    assert line.value[at] is None
    assert line.counted[at] is not None
    assert (line.known[at], line.hours[at]) == (23, 24)
    assert line.value[at - 1] is not None


def test_the_day_that_is_not_over_is_no_drop():
    """The newest hours of today are a part of a day, not a whole one."""
    series = Series("lamp", "x", "posts", START, np.ones(30), np.ones(30, dtype=bool))
    shown = history.by_step(history.buckets(series), 24, "UTC")
    assert shown["value"].tolist()[0] == 24
    assert np.isnan(shown["value"].tolist()[1])


def test_weeks_are_the_mean_of_their_whole_days():
    """A range of years is told by weeks; one in which fewer than six days are whole is not known."""
    whole = np.ones(28 * 24, dtype=bool)
    whole[7 * 24 : 9 * 24] = False
    series = Series("lamp", "x", "posts", START, np.full(28 * 24, 2.0), whole)  # from a Monday on
    shown = history.by_step(history.buckets(series), 168, "UTC")
    assert shown.index[0] == START
    assert shown["value"].fillna(-1).tolist() == [48, -1, 48, 48]


def test_a_source_called_by_a_term_has_another_name_in_the_address(opened):
    """An archive may be named after what is followed, and a link is sent on."""
    for source in ("archive:lamp-2024", "archive:2023"):
        fill(opened, source=source)
    (found, nothing) = desk_history.page(desk(opened)).sources.values()
    assert (found, nothing) == ({"archive:lamp-2024": "archive", "archive:2023": "archive:2023"}, {})


def test_hours_that_never_were_are_not_missing(opened):
    """A range that ends in the middle of a step of two hours, or of a day, has only the hours that there are."""
    fill(opened)
    page = desk_history.page(desk(opened))
    for asked_for in (asked(50, zone="Asia/Kathmandu"), asked(60), asked(90, zone="Asia/Kathmandu")):
        line = page.line(asked_for)
        assert sum(line.known) == line.reach_hours
    line = page.line(asked(None, first=date(2024, 3, 1), last=date(2024, 4, 15), zone="UTC"))
    assert sum(line.known) == line.reach_hours == 46 * 24
    line = page.line(asked(None, first=date(2024, 3, 1), last=date(2024, 3, 20)))  # begins and ends at 23:00 UTC
    assert sum(line.known) == sum(line.hours) == line.reach_hours == 20 * 24
    line = page.line(asked(None, first=date(2024, 2, 10), last=date(2024, 3, 20)))  # in steps of two hours
    assert line.step_hours == 2
    assert sum(line.known) == sum(line.hours) == line.reach_hours == 40 * 24


def test_one_day_alone_is_a_day():
    """A daily series of a single day is not taken for an hour."""
    series = Series("lamp", "wikipedia:en", "views", START, np.ones(1), np.ones(1, dtype=bool), bucket_hours=24)
    found = history.buckets(series)
    assert history.by_step(found, 24, "UTC")["known"].tolist() == [24]
    assert history.by_step(history.within(found, history.Range(START, END, 24)), 24, "UTC")["whole"].all()


def test_every_change_of_state_is_marked(opened):
    """The end of a wave, the rise and the fall: what was judged is all on the line, in its order."""
    fill(opened, gap=60)
    mine = desk(opened)
    line = desk_history.page(mine).line(asked(None))
    changes = mine.seen.views[0].leading.assessment.changes
    assert [(one.at, one.state) for one in line.marks] == [(one.at, one.to) for one in changes]
    states = [one.state for one in line.marks]
    assert states.index(State.FADING) < len(states) - 1 - states[::-1].index(State.STEADY)
    assert State.NO_DATA in states
    assert [one.resumed for one in line.marks] == [one.resumed for one in changes]


def test_a_wave_reads_on_history_as_it_was_judged(opened):
    """Peak and half-life are the numbers that the judgement told of the wave last."""
    fill(opened)
    mine = desk(opened)
    (wave_shown,) = desk_history.page(mine).waves(asked()).found
    changes = mine.seen.views[0].leading.assessment.changes
    told = [one.evidence for one in changes if one.evidence.peak_at]
    assert (wave_shown.peak, wave_shown.peak_at) == (told[-1].peak, told[-1].peak_at)
    half = [one for one in told if one.half_life_low is not None][-1]
    assert wave_shown.half_life == (half.half_life_hours, half.half_life_low, half.half_life_high)


def test_dates_choose_whole_local_days(opened):
    """From one date to another means from the midnight of the first to that after the last."""
    fill(opened)
    line = desk_history.page(desk(opened)).line(asked(None, first=date(2024, 3, 1), last=date(2024, 3, 3)))
    assert line.starts[0] == datetime(2024, 2, 29, 23, tzinfo=UTC)
    assert line.starts[-1] == datetime(2024, 3, 3, 22, tzinfo=UTC)
    assert line.step_hours == 1


def test_a_range_without_data_is_empty(opened):
    """Dates before the first hour give an empty line, no waves and nothing to compare."""
    fill(opened)
    page = desk_history.page(desk(opened))
    nothing = asked(None, first=date(2020, 1, 1), last=date(2020, 2, 1))
    assert page.line(nothing).starts == ()
    assert page.waves(nothing).found == ()
    assert page.compare(nothing, Sort.TOPICS).lines == ()
    assert page.within(nothing).first is None


def test_all_there_is_reaches_back_behind_what_is_judged(opened):
    """The judgement replays four hundred days; the range of all shows what is older, too, as days."""
    old = START - 500 * DAY
    with opened.recording(now=END) as recording:
        recording.add([row("posts", old + n * HOUR, 3) for n in range(48)])
        recording.cover("archive", ["lamp"], [Coverage(old, old + 48 * HOUR, Status.COMPLETE)])
    fill(opened)
    line = desk_history.page(desk(opened)).line(asked(None, zone="UTC"))
    assert line.starts[0] == old
    assert line.step_hours == 24
    assert line.value[:3] == (72, 72, None)


def test_the_waves_of_a_range_are_told(opened):
    """The wave of day 60 is in the last 90 days and not in the last seven."""
    fill(opened)
    page = desk_history.page(desk(opened))
    (one,) = page.waves(asked()).found
    assert abs(one.began - (START + 60 * DAY)) <= 3 * HOUR
    assert one.half_life
    assert one.half_life[0] > 12
    assert page.waves(asked(7)).found == ()
    assert not page.waves(asked(7)).too_few


def test_topics_and_sources_are_shares_of_their_own_usual(opened):
    """A topic with ten times the posts stands at the same share; nothing is added up."""
    fill(opened)
    fill(opened, topic="boat", seed=2)
    fill(opened, source="archive:2", seed=3)
    page = desk_history.page(desk(opened))
    topics = page.compare(asked(), Sort.TOPICS)
    assert [(one.topic, one.source) for one in topics.lines] == [("lamp", "archive"), ("boat", "archive")]
    for one in topics.lines:
        shares = [share for share in one.share[40:55] if share is not None]
        assert 0.7 < np.mean(shares) < 1.3
    sources = page.compare(asked(), Sort.SOURCES)
    assert {one.source for one in sources.lines} == {"archive", "archive:2"}


def test_measures_stand_beside_each_other_by_utc_days(opened):
    """Posts and people, each as a share of its own usual: people are half of the posts, and so the same share."""
    fill(opened)
    found = desk_history.page(desk(opened)).compare(asked(), Sort.MEASURES)
    by_name = {one.measure: one.share for one in found.lines}
    assert by_name.keys() == {"posts", "people"}
    pairs = zip(by_name["posts"], by_name["people"], strict=True)
    apart = [abs(one - other) for one, other in pairs if one is not None and other is not None]
    assert len(apart) > 60
    assert max(apart) < 1e-9


def test_people_that_cannot_be_told_apart_are_not_known(opened):
    """A day with posts whose author is hidden has no people; a day nobody wrote on has none, truly."""
    fill(opened)
    with opened.recording(now=END) as recording:
        recording.add([row("unlinkable", START + 30 * DAY + 3 * HOUR, 2)])
    days = desk_known(opened).days("lamp", "archive")
    assert np.isnan(days["people"].iloc[30])
    assert days["people"].iloc[31] > 0


def test_before_and_after_are_of_equal_length(opened):
    """The level after the wave began is above that before it; people by whole UTC days, hours known by number."""
    fill(opened, gap=10)
    page = desk_history.page(desk(opened))
    found = page.around(Around("lamp", "archive", START + 60 * DAY, 7))
    assert found.before.level is not None
    assert found.after.level is not None
    assert found.after.level > 3 * found.before.level
    assert found.before.people == pytest.approx(found.before.level / 2)
    assert (found.before.known_hours, found.before.people_days, found.over) == (168, 7, True)
    gapped = page.around(Around("lamp", "archive", START + 70 * DAY, 7))
    assert gapped.after.known_hours == 158
    assert gapped.after.people_days == 6


def test_too_little_on_a_side_is_not_told(opened):
    """Half a window of data is no level, and a window that is not over says so."""
    fill(opened)
    late = desk_history.page(desk(opened)).around(Around("lamp", "archive", END - 3 * DAY, 7))
    assert late.after.level is None
    assert late.after.known_hours == 72
    assert not late.over
    early = desk_history.page(desk(opened)).around(Around("lamp", "archive", START + DAY, 7))
    assert early.before.level is None


def cells(*found: tuple[int, str, str | None, int]) -> pd.DataFrame:
    """A breakdown: day, dimension, name, posts."""
    frame = pd.DataFrame(found, columns=["day", "dimension", "name", "posts"])
    return frame.assign(day=[pd.Timestamp(START + n * DAY) for n in frame["day"]], name=frame["name"].astype(object))


def test_what_has_no_name_on_a_day_joins_other():
    """A name counts where it is named; on other days it is among the merged, and is not computed back."""
    found = history.named(
        cells((0, "cotag", "sea", 30), (0, "cotag", None, 9), (1, "cotag", None, 40), (1, "cotag", "sky", 12)),
        "cotag",
        largest=5,
    )
    assert found == {"sea": 30, "sky": 12, None: 49}


def test_only_the_largest_are_named():
    """The rest joins other, so that nothing is lost from the sum."""
    many = cells(*((0, "domain", f"{n}.example", 10 + n) for n in range(30)))
    found = history.named(many, "domain", largest=3)
    assert list(found) == ["29.example", "28.example", "27.example", None]
    assert sum(found.values()) == sum(10 + n for n in range(30))


def test_tone_tells_what_is_not_scored_and_what_is_hidden():
    """Merged cells may be of any tone: they are hidden, never plain."""
    found = history_posts.tone_of(
        cells((0, "tone", "positive", 20), (0, "tone", "unscored", 50), (0, "tone", None, 7), (1, "tone", "odd", 11))
    )
    assert found == Tone(hopeful=20, unscored=50, hidden=18)
    assert (found.scored, found.posts) == (20, 88)


def test_languages_are_told_in_periods():
    """Of twenty days the languages are told by the week, the largest by name and the rest as other."""
    rows = [(n, "language", name, 10 + m) for n in range(20) for m, name in enumerate(("en", "ru", "de", "fr"))]
    found = history_posts._languages(cells(*rows, (3, "language", None, 5)), days=20)
    assert found.days == 7
    assert found.names == ("fr", "de", "ru", "en")
    assert [sum(posts) for _, posts in found.rows] == [7 * 46 + 5, 7 * 46, 6 * 46]
    assert found.rows[0][1][-1] == 5


def test_a_day_of_which_nothing_is_known_is_not_told_as_zero():
    """Days without cells, on which perhaps nobody looked, have no row."""
    found = history.by_period(cells((0, "language", "en", 12), (3, "language", "en", 15)), "language", ["en"], days=1)
    assert [(day.day - START.day, *row) for day, row in zip(found.index, found.to_numpy().tolist(), strict=True)] == [
        (0, 12, 0),
        (3, 15, 0),
    ]


def test_pushes_notes_and_changes_are_marked_on_their_own_line(opened):
    """What happened stands in order of time; what belongs to another topic does not, what belongs to all does."""
    fill(opened)
    out = START + 62 * DAY
    done = Push(
        ("lamp",), out, out + HOUR, PushState.DONE, owner="Amina", hook="new testimony", went_out_at=out, number=4
    )
    planned = Push(("lamp",), out, out + HOUR, PushState.PLANNED, number=5)
    topics = ("lamp", "boat")
    for text, topic, days in (("a", None, 61), ("b", "lamp", 63), ("c", "boat", 64)):
        notes.add(opened, at=START + days * DAY, text=text, by="AB", topic=topic, topics=topics, now=END)
    line = desk_history.page(desk(opened, pushes=(done, planned))).line(asked())
    told = [(mark.kind, mark.words) for mark in line.marks if mark.kind is not MarkKind.CHANGE]
    assert told == [(MarkKind.NOTE, "a"), (MarkKind.PUSH, "new testimony"), (MarkKind.NOTE, "b")]
    assert any(mark.kind is MarkKind.CHANGE for mark in line.marks)
    assert list(line.marks) == sorted(line.marks, key=lambda mark: mark.at)


def test_a_note_is_stored_and_dropped_by_editors_only(opened):
    """The page writes and deletes notes; without the right nothing is stored, and the refusal is a sentence."""
    fill(opened)
    new = NewNote(START + DAY, "Novaya Gazeta published", "AB", "lamp")
    assert "not change" in desk_history.page(desk(opened, editor=False)).write(new)
    assert opened.notes() == ()
    page = desk_history.page(desk(opened))
    assert page.write(NewNote(START + DAY, "", "AB", "lamp"))
    assert page.write(new) == ""
    (kept,) = opened.notes()
    assert (kept.text, kept.by, kept.topic) == ("Novaya Gazeta published", "AB", "lamp")
    assert page.drop(kept.number) == ""
    assert page.drop(kept.number)
    assert opened.notes() == ()


def test_a_daily_source_has_its_line_and_its_share(opened):
    """Page views come by UTC days: their line says so, and they stand beside the hourly sources by day."""
    fill(opened)
    with opened.recording(now=END) as recording:
        views = [row("views", START + n * DAY, 100 + n, hours=24, source="wikipedia:en") for n in range(DAYS)]
        recording.replace(views)
        recording.cover("wikipedia:en", ["lamp"], [Coverage(START, END, Status.COMPLETE, bucket_hours=24)])
    page = desk_history.page(desk(opened))
    assert list(page.sources["lamp"]) == ["archive", "wikipedia:en"]
    line = page.line(asked(30, source="wikipedia:en"))
    assert (line.measure, line.by_day, line.step_hours) == ("views", True, 24)
    assert line.value[-1] == 100 + DAYS - 1
    found = page.compare(asked(30), Sort.SOURCES)
    assert [one.source for one in found.lines] == ["archive", "wikipedia:en"]
    assert found.lines[1].share[-2] == pytest.approx(
        (100 + DAYS - 1) / np.median(np.arange(DAYS - 29, DAYS - 1) + 100), rel=0.05
    )
    beside = page.around(Around("lamp", "wikipedia:en", END - 10 * DAY, 7))
    assert beside.before.level == pytest.approx(np.mean([100 + DAYS - n for n in range(11, 18)]))


def test_what_was_asked_is_built_once(opened):
    """The same question gets the very same answer for as long as nothing changes."""
    fill(opened)
    mine = desk(opened)
    page, again = desk_history.page(mine), desk_history.page(mine)
    assert page.line(asked()) is again.line(asked())
    assert page.waves(asked()) is again.waves(asked())
    assert page.compare(asked(), Sort.TOPICS) is again.compare(asked(), Sort.TOPICS)


def test_nothing_counted_is_no_error(opened):
    """An empty store has topics without sources."""
    page = desk_history.page(desk(opened))
    assert page.sources == {"lamp": {}, "boat": {}}


def test_last_days_end_with_today_in_the_zone():
    """Ninety days by the day begin at a local midnight, today included."""
    span = history.last_days(90, end=datetime(2024, 5, 14, 22, 30, tzinfo=UTC), timezone=ZONE)
    assert span.start == datetime(2024, 2, 15, tzinfo=ZoneInfo(ZONE))
    assert span.end - span.start == timedelta(days=90, minutes=-30)


def test_what_posts_are_like_is_read_from_what_was_counted(opened):
    """Posts counted for real: what twelve people share is named, what three share is other, and unscored is told."""

    def post(number: int, tag: str, language: str) -> Post:
        words = "What a wonderful, brave answer!" if language == "en" else "Хорошо"
        at = START + 5 * DAY + number * timedelta(minutes=7)
        return Post(str(number), f"a{number}", at, f"{words} #lamp #{tag} https://example.org/x", language=language)

    tags = [("sea", "en")] * 14 + [("mist", "ru")] * 12 + [("fog", "ru")] * 11 + [("sky", "en")] * 3
    posts = tuple(post(number, *one) for number, one in enumerate(tags))
    end = START + 7 * DAY
    page = Page(posts, "1", coverage=(Coverage(START, end, Status.COMPLETE),))
    counter = Counter.of(TOPICS, Options(language=True, tone=True))
    record_page(opened, page, stream=Stream("archive"), counter=counter, now=end)
    assert desk_history.page(desk(opened)).within(asked(30)).cotags.named == ()  # its day is open
    opened.purge(now=end + 2 * DAY)
    found = desk_history.page(desk(opened)).within(asked(30))
    assert found.cotags.named == (("mist", 10), ("sea", 10))  # told in tens
    assert found.cotags.other == 10
    assert found.domains.named == (("example.org", 40),)
    assert (found.tone.hopeful, found.tone.unscored, found.tone.posts) == (17, 23, 40)
    assert set(found.languages.names) == {"en", "ru"}
    assert found.first == START + 5 * DAY


def test_two_hours_off_the_hour_are_no_more_than_720(opened):
    """Sixty local days that begin at an odd hour touch one step more; the line keeps its bound."""
    fill(opened)
    question = asked(None, zone="Asia/Kathmandu", first=date(2024, 2, 20), last=date(2024, 4, 19))
    line = desk_history.page(desk(opened)).line(question)
    assert line.step_hours == 2
    assert len(line.starts) == 720
