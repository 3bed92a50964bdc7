"""What the store keeps of messages: which changes each one tells, and what became of every change that was owed."""

from sqlalchemy import event

from monitor.model import DAY, HOUR, Change, Delivery, Due, Evidence, MessageKind, State
from monitor.store import Store

STATES = (State.FADING, State.STEADY)


def told_one_by_one(store: Store, now, *, many: int) -> list[tuple[int, ...]]:
    """Messages of two changes each, made for the channel `team`; gives back the numbers of what each one tells."""
    found = []
    with store.recording(now=now) as recording:
        for message in range(many):
            passages = [
                Change(now + (2 * message + n) * HOUR, STATES[n - 1], STATES[n], Evidence(level=3.0)) for n in (0, 1)
            ]
            told = recording.add_changes("lamp", "square", passages, news_from=now - DAY)
            for one in told:
                recording.owe(one.number, ["team", "press"])
            recording.begin_message("team", MessageKind.WARNING, f"id{message}", [Due(one, now) for one in told])
            found.append(tuple(one.number for one in told))
    return found


def test_every_message_comes_with_its_own_changes(store, now):
    """However many there are, read by a few queries and not by one for each."""
    expected = told_one_by_one(store, now, many=20)
    asked: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    made = store.messages("team", since=now)
    assert [tuple(told.number for told in one.told) for one in made] == expected
    assert len(asked) < 6
    assert store.unsent("team") == made
    assert store.messages("team", since=now + HOUR) == store.messages("press", since=now) == ()
    with store.recording(now=now) as recording:
        first = recording.claim("team")
    assert first is not None
    assert (first.tries, tuple(told.number for told in first.told)) == (1, expected[0])


def test_what_became_of_every_owed_change_is_known(store, now):
    """It is told by a message, settled with the reason, or still owed, for each channel apart."""
    ((fade, over),) = told_one_by_one(store, now, many=1)
    with store.recording(now=now) as recording:
        due = [one for one in recording.waiting("press").due if one.told.number == over]
        recording.settle("press", due, "over before it was told")
    (message,) = store.messages("team", since=now)
    assert store.deliveries(since=now) == (
        Delivery(fade, "press"),
        Delivery(fade, "team", message.number),
        Delivery(over, "press", settled="over before it was told"),
        Delivery(over, "team", message.number),
    )
    assert [one.is_owed for one in store.deliveries(since=now)] == [True, False, False, False]
    assert store.deliveries(since=now + HOUR) == ()


def test_a_late_state_that_was_left_and_is_taken_up_is_entered_anew(store, now):
    """What comes in late may bring a state back: it is stored at the hour of that, not at its old one a second time."""
    rising = Change(now - 9 * HOUR, State.STEADY, State.RISING, Evidence())
    steady = Change(now - 5 * HOUR, State.RISING, State.STEADY, Evidence())
    for late, found in enumerate([[rising], [rising, steady], [rising]]):
        at = now + late * HOUR
        with store.recording(now=at) as recording:
            recording.add_changes("lamp", "square", found, news_from=at)
    stored = [one.change for one in store.changes(since=now - DAY)]
    assert [(one.at, one.before, one.to) for one in stored] == [
        (rising.at, State.STEADY, State.RISING),
        (steady.at, State.RISING, State.STEADY),
        (now + 2 * HOUR, State.STEADY, State.RISING),
    ]
    assert all(one.late for one in store.changes(since=now - DAY))
