"""The clocks."""

import time
from datetime import UTC, datetime

from monitor.clock import story_clock, wall_clock
from monitor.model import HOUR

START = datetime(2017, 4, 1, tzinfo=UTC)


def test_a_story_clock_runs_and_ends():
    """Story time passes faster than ours and stands still at the story's end."""
    now = story_clock(START, START + 10_000 * HOUR, hours_per_second=50)
    first = now()
    time.sleep(0.02)
    assert START <= first < now() < START + 10_000 * HOUR
    ended = story_clock(START, START + HOUR, hours_per_second=1e9)
    time.sleep(0.001)
    assert ended() == START + HOUR


def test_the_wall_clock_is_in_utc():
    """Every time that is stored has a zone."""
    assert wall_clock().tzinfo is UTC
