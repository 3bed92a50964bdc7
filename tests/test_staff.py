"""What staff write: pushes that two people change at once, snoozes, and what was said of a warning."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from monitor.actions import pushes as doing
from monitor.actions import warnings
from monitor.errors import ConfigError
from monitor.model import HOUR, Change, Check, Deed, Evidence, Push, PushState, Request, Snooze, State, Window
from monitor.store import Store


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


def proposed(store, now, **more):
    """Store a push with everything in it, a proposal unless told otherwise."""
    with store.recording(now=now) as recording:
        return recording.add_push(a_push(now, **more))


def test_of_two_who_take_up_a_proposal_at_once_one_succeeds(store, store_url, now):
    """The other is told what it has become meanwhile, and it is saved once."""
    number = proposed(store, now).number

    def take(owner):
        with closing(Store.open(store_url)) as other:
            try:
                return doing.accept(other, number, owner=owner, now=now).state
            except ConfigError as error:
                return str(error)

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(take, ("Amina", "Bo")))
    assert (told[0], told[1][:17]) == (PushState.PLANNED, "push 1 is planned")
    assert store.push(number).sequence == 1


@pytest.mark.parametrize("deed", [deed for deed in Deed if deed is not Deed.ADD])
def test_what_is_asked_for_about_an_older_draft_is_refused(store, now, deed):
    """A tick for what somebody saw is none for what was written meanwhile; about the newest draft it is done."""
    number = proposed(store, now).number
    if deed in (Deed.DONE, Deed.CANCEL):
        doing.accept(store, number, owner="Ann", now=now)
    seen = store.push(number).sequence
    newer = doing.write(store, number, details=doing.Details(draft="Come to her house."), now=now)
    asked = Request(deed, number, "Bo", reason="rain", checked=(Check.EXPOSES_NOBODY,), sequence=seen)
    with pytest.raises(ConfigError, match="push 1 was changed by somebody else meanwhile: look at it again"):
        doing.carry_out(store, asked, helplines=(), now=now)
    assert store.push(number) == newer
    assert doing.carry_out(store, replace(asked, sequence=newer.sequence), helplines=(), now=now) == store.push(number)
    assert store.push(number).sequence == newer.sequence + 1


def test_text_without_end_and_marks_no_database_takes_are_kept_out(store, now):
    """A reason has its length, and a null character is dropped on the way in."""
    number = proposed(store, now).number
    with pytest.raises(ConfigError, match="longer than 500"):
        doing.decline(store, number, reason="x" * 501, now=now)
    assert doing.decline(store, number, reason="no\0pe\udcff", now=now).reason == "nope"


def test_a_window_that_ends_before_it_starts_is_refused(store, now):
    """Whoever calls it: a window has a length."""
    number = proposed(store, now).number
    with pytest.raises(ConfigError, match="ends after it starts"):
        doing.move(store, number, start=now + HOUR, end=now + HOUR, now=now)


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
        ({"reason": "x" * 501}, "longer than 500"),
        ({"by": "\udcff"}, "--by"),
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


def test_a_wrong_done_can_be_corrected(store, now):
    """Who said the wrong time says the right one; without a time a push is done once."""
    with store.recording(now=now) as recording:
        push = recording.add_push(replace(a_push(now), state=PushState.PLANNED))
    doing.done(store, push.number, checked=(Check.EXPOSES_NOBODY,), now=now)
    right = now - timedelta(minutes=40)
    assert doing.done(store, push.number, at=right, now=now).went_out_at == right
    with pytest.raises(ConfigError):
        doing.done(store, push.number, now=now)
