"""What staff write: pushes that two people change at once, snoozes, and what was said of a warning."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from monitor.actions import warnings
from monitor.errors import ConfigError
from monitor.model import HOUR, Change, Check, Evidence, Push, PushState, Snooze, State, Window


def a_push(now, **more):
    """A push with everything in it."""
    windows = (Window(now + HOUR, now + 2 * HOUR, 1.5, 8, weak=False, source="x", anchor="день", news=1.2),)
    given: dict[str, Any] = {
        "hook": "voice",
        "channels": ("X",),
        "languages": ("ru",),
        "draft": "Свет\nin",
        "windows": windows,
    }
    given |= {"checked": (Check.HELPLINE,), "latest": now + HOUR, "change": 3, "reason": "why", "owner": "Анна"}
    return Push(("lamp", "names"), now + HOUR, now + 2 * HOUR, PushState.PROPOSED, **given | more)


def test_a_push_comes_back_as_it_was_stored(store, now):
    """Every field, Cyrillic and line breaks too, with a number and a uid of its own."""
    with store.recording(now=now) as recording:
        first, second = recording.add_push(a_push(now)), recording.add_push(a_push(now))
    assert store.pushes() == (first, second)
    assert store.push(2) == second
    assert store.push(3) is None
    assert replace(first, number=0, uid="", changed_at=None) == a_push(now)
    assert first.uid != second.uid


def test_two_people_do_not_overwrite_each_other(store, now):
    """Who saves what somebody else has changed meanwhile is told so, and nothing is lost."""
    with store.recording(now=now) as recording:
        push = recording.add_push(a_push(now))
    with store.recording(now=now) as recording:
        saved = recording.save_push(replace(push, owner="Bea"))
    assert saved.sequence == 1
    with pytest.raises(ConfigError, match="changed by somebody else"), store.recording(now=now) as recording:
        recording.save_push(replace(push, owner="Cleo"))
    assert store.push(1) == saved


def test_a_snooze_ends_by_itself_or_when_woken(store, now):
    """A snooze is in force until its end, or until somebody wakes it; waking twice is told."""
    keys = ["lamp"]
    made = warnings.snooze(
        store, topic="lamp", until=now + 2 * HOUR, by="Ann", reason="push under way", topics=keys, now=now
    )
    assert store.snoozes(now=now) == (Snooze("lamp", now + 2 * HOUR, "Ann", "push under way", made.number),)
    assert store.snoozes(now=now + 3 * HOUR) == ()
    warnings.wake(store, made.number, now=now + HOUR)
    assert store.snoozes(now=now + HOUR) == ()
    with pytest.raises(ConfigError, match="no snooze 1 is in force"):
        warnings.wake(store, made.number, now=now + HOUR)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"topic": "nowhere"}, "there is no topic 'nowhere'"),
        ({"by": " "}, "--by"),
        ({"reason": ""}, "--reason"),
        ({"until": timedelta()}, "future"),
        ({"until": timedelta(days=400)}, "90 days"),
    ],
)
def test_a_snooze_needs_an_end_a_name_and_a_reason(store, now, wrong, said):
    """What is missing or wrong is named."""
    given = {"topic": "lamp", "until": timedelta(hours=1), "by": "Ann", "reason": "holiday"} | wrong
    with pytest.raises(ConfigError, match=said):
        warnings.snooze(store, topics=["lamp"], now=now, **given | {"until": now + given["until"]})


def test_what_staff_say_of_a_warning_is_kept(store, now):
    """The last word counts; a warning that is not there is told."""
    change = Change(now, State.STEADY, State.FADING, Evidence(level=3.0, peak_at=now, back_at_low=now), "halved")
    with store.recording(now=now) as recording:
        [told] = recording.add_changes("lamp", "x", [change], news_from=now)
    for useful in (True, False):
        warnings.judge_warning(store, told.number, useful=useful, by="Ann", now=now)
    assert store.changes(since=now) == (replace(told, useful=False),)
    with pytest.raises(ConfigError, match="there is no warning 99"):
        warnings.judge_warning(store, 99, useful=True, by="Ann", now=now)


def test_the_feeds_path_stays_the_same(store, now):
    """A calendar program keeps the address it was given."""
    with store.recording(now=now) as recording:
        assert recording.feed_secret("first") == "first"
    with store.recording(now=now) as recording:
        assert recording.feed_secret("second") == "first"
