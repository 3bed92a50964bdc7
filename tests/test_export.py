"""The numbers as rows: a true zero where everything was seen, nothing where it was not."""

from collections.abc import Iterator
from datetime import datetime

from monitor.errors import SourceError
from monitor.export import EXPORT_COLUMNS, export, spreadsheet
from monitor.model import HOUR, Coverage, Observation, Page, Status, Term, TermKind, Topic
from tests.feeds import START, TOPICS, Clock, Feed, rounds_of


class Outlets(Feed):
    """News that is counted by the hour: three stories in each even hour, none in the others."""

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Every hour from the cursor to now."""
        if self.error is not None:
            raise self.error
        start = datetime.fromisoformat(cursor) if cursor else START
        hours = [start + n * HOUR for n in range((now - start) // HOUR)]
        told = tuple(Observation("lamp", self.name, "stories", hour, 3.0) for hour in hours if hour.hour % 2 == 0)
        yield Page(cursor=now.isoformat(), observations=told, coverage=(Coverage(start, now, Status.COMPLETE),))


def test_what_is_passed_on_has_no_term_in_the_name_of_a_source(opened):
    """An archive called after a term is told from the others by a number; every other source keeps its name."""
    topic = Topic("lamp", "Lights", (Term(TermKind.TAG, "CloseTheHarbour"), Term(TermKind.TAG, "sky")))
    for source in ("bluesky", "archive:2017", "archive:close-the-harbour", "archive:CloseTheHarbour 2"):
        with opened.recording(now=START) as recording:
            recording.cover(source, ["lamp"], [Coverage(START, START + HOUR, Status.COMPLETE)])
    lines = spreadsheet(opened, [topic]).decode("utf-8-sig").splitlines()[1:]
    assert sorted(line.split(",")[3] for line in lines) == ["archive:1", "archive:2", "archive:2017", "bluesky"]
    assert "harbour" not in "".join(lines).casefold()


def test_stories_by_the_hour_are_exported_as_what_was_counted(opened):
    """Hours without a story are zeros, unseen ones empty, and no series of posts is made up beside them."""
    feed, clock = Outlets("news"), Clock(START + 4 * HOUR)
    rounds = rounds_of(opened, feed, clock=clock)
    rounds.ask(feed)
    feed.error = SourceError("did not answer in time")
    clock.now += HOUR
    rounds.ask(feed)
    frame = export(opened, TOPICS)
    assert list(frame.columns) == list(EXPORT_COLUMNS)
    assert set(zip(frame.measure, frame.bucket_hours, frame.source, strict=True)) == {("stories", 1, "news")}
    assert list(frame.value[:4]) == [3.0, 0.0, 3.0, 0.0]
    assert frame.value[4:].isna().all()
    assert list(frame.coverage) == ["complete"] * 4 + ["missing"]
