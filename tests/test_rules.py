"""What a channel is told now and what waits: grouped, once a day unless it gets worse, no fade of a blind source."""

from datetime import UTC, datetime, timedelta

import pytest

from monitor.alerts.rules import Decision, Grade, decide, grade
from monitor.model import Change, Due, Evidence, Message, MessageKind, Snooze, State, Told

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(hours=2)


def due(number: int, to: State, *, before: State = State.STEADY, **more) -> Due:
    """A change of the topic "lamp" on "square" (or of `topic` on `source`) that is due `since` two hours ago."""
    topic, source, since = more.get("topic", "lamp"), more.get("source", "square"), more.get("since", LONG_AGO)
    kind = "halved" if to is State.FADING else None
    change = Change(LONG_AGO, before, to, Evidence(), kind, resumed=more.get("resumed", False))
    return Due(Told(number, topic, source, change), since)


def sent(*told: Due, minutes_ago: int = 60) -> Message:
    """A message of today that told these."""
    changes = tuple(one.told for one in told)
    return Message(1, "team", MessageKind.WARNING, "id", NOW - timedelta(minutes=minutes_ago), 1, changes)


def decided(*dues: Due, today=(), made=(), snoozes=(), standing=None) -> Decision:
    """What is decided of these at noon."""
    return decide(dues, made=[*made, *today], today=today, snoozes=snoozes, standing=standing or {}, now=NOW)


FADE = due(1, State.FADING)


@pytest.mark.parametrize(
    ("before", "to", "resumed", "expected"),
    [
        (State.STEADY, State.FADING, False, Grade.FADE),
        (State.RISING, State.FADING, False, Grade.FADE),
        (State.NO_DATA, State.FADING, True, Grade.OVER),
        (State.FADING, State.NO_DATA, False, Grade.BLIND),
        (State.NO_DATA, State.STEADY, True, Grade.OVER),
        (State.FADING, State.RECOVERING, False, Grade.OVER),
        (State.FADING, State.STEADY, False, Grade.OVER),
        (State.NO_DATA, State.STEADY, False, None),
        (State.STEADY, State.RISING, False, None),
        (State.RECOVERING, State.STEADY, False, None),
        (State.STEADY, State.TOO_FEW, False, None),
    ],
)
def test_what_is_worth_telling(before, to, resumed, expected):
    """New fades, their ends, the end of the data and its return are told; a first look, a rise, a hold are not."""
    assert grade(Change(NOW, before, to, Evidence(), resumed=resumed)) is expected


def test_a_fade_goes_out_and_what_came_with_it_too():
    """What is due together is one message."""
    other = due(2, State.FADING, topic="names")
    assert decided(FADE, other) == Decision((FADE, other))


def test_what_was_just_found_waits_for_its_neighbours():
    """Ten minutes pass before a message, so that a round's other findings come with it; a ripe one takes all."""
    fresh = due(2, State.FADING, topic="names", since=NOW - timedelta(minutes=5))
    assert decided(fresh) == Decision()
    assert decided(FADE, fresh) == Decision((FADE, fresh))


def test_a_hundred_topics_failing_together_are_one_message():
    """However many topics fade in one round, one message tells all of them."""
    many = [due(number, State.FADING, topic=f"topic-{number}") for number in range(100)]
    assert decided(*many) == Decision(tuple(many))


def test_one_message_a_day():
    """After a message, the end of a fade and a second source of the same topic wait until tomorrow."""
    over = due(2, State.RECOVERING, before=State.FADING)
    assert decided(over, today=[sent(FADE)]) == Decision()
    assert decided(over, made=[sent(FADE)]) == Decision((over,))


def test_a_topic_is_told_as_fading_once():
    """Another source that follows, or the same that wavers, is no news; once its end was told, a new fade is."""
    follows = due(2, State.FADING, source="harbour")
    assert decided(follows, made=[sent(FADE)]) == Decision(settle=(follows,))
    wavers = due(2, State.RECOVERING, before=State.FADING), due(3, State.FADING)
    standing = {("lamp", "square"): State.FADING}
    assert decided(*wavers, made=[sent(FADE)], standing=standing).send == ()
    assert set(decided(*wavers, made=[sent(FADE)], standing=standing).settle) == set(wavers)
    anew = due(4, State.FADING)
    assert decided(anew, made=[sent(FADE), sent(wavers[0])]) == Decision((anew,))


def test_a_fade_whose_end_never_came_is_not_the_last_one():
    """Weeks after a topic was told as fading by a source that is gone, another one's fade is news again."""
    old, anew = sent(FADE, minutes_ago=20 * 24 * 60), due(4, State.FADING, source="harbour")
    assert decided(anew, made=[old]) == Decision((anew,))
    goes_on = {("lamp", "square"): State.FADING, ("lamp", "harbour"): State.FADING}
    assert decided(anew, made=[old], standing=goes_on) == Decision(settle=(anew,))


def test_the_end_of_a_fade_that_goes_on_elsewhere_is_not_told():
    """While another source still fades its end waits; where nobody was told of the fade, it is no news."""
    over = due(2, State.STEADY, before=State.FADING)
    elsewhere = {("lamp", "harbour"): State.FADING, ("lamp", "square"): State.STEADY}
    assert decided(over, made=[sent(FADE)], standing=elsewhere) == Decision()
    assert decided(over, made=[sent(FADE)], standing={("lamp", "harbour"): State.NO_DATA}) == Decision((over,))
    assert decided(over) == Decision(settle=(over,))


def test_a_silence_that_is_over_is_not_told():
    """A source that sees again, whatever state it came back in, is not told as blind."""
    silent = due(1, State.NO_DATA)
    assert decided(silent, standing={("lamp", "square"): State.RISING}) == Decision(settle=(silent,))


def test_it_gets_worse():
    """On the same day only something graver goes out, or as many more fading topics as were told of."""
    blind = due(1, State.NO_DATA)
    assert decided(FADE, today=[sent(blind)]).send == (FADE,)
    assert decided(blind, today=[sent(FADE)]).send == ()
    second, third, fourth = (due(n, State.FADING, topic=f"topic-{n}") for n in (2, 3, 4))
    assert decided(second, today=[sent(FADE)]).send == (second,)
    told = [sent(FADE), sent(second)]
    assert decided(third, today=told).send == ()
    assert decided(third, fourth, today=told).send == (third, fourth)


def test_ninety_nine_topics_one_by_one_are_seven_more_messages():
    """A day on which topic after topic begins to fade brings few messages: each tells as much as all before."""
    waiting, told = [], [sent(FADE)]
    for number in range(2, 101):
        waiting.append(due(number, State.FADING, topic=f"topic-{number}"))
        found = decided(*waiting, today=told)
        if found.send:
            told.append(sent(*found.send))
            waiting = []
    assert len(told) <= 8


def test_a_short_silence_is_not_told():
    """A source that answers again before anybody was told of its silence is settled without a message."""
    silent = due(1, State.NO_DATA, since=NOW - timedelta(minutes=50))
    back = due(2, State.STEADY, before=State.NO_DATA, resumed=True, since=NOW - timedelta(minutes=20))
    assert decided(silent) == Decision()
    assert decided(silent, back) == Decision(settle=(silent, back))
    assert decided(back) == Decision((back,))


def test_a_blind_source_is_told_by_itself():
    """While the source of a fade gives no data, only that is told; the fade waits until it sees again."""
    blind = due(2, State.NO_DATA, before=State.FADING)
    standing = {("lamp", "square"): State.NO_DATA}
    assert decided(FADE, blind, standing=standing) == Decision((blind,))
    assert decided(FADE, standing=standing) == Decision()
    assert decided(FADE, standing={("lamp", "square"): State.FADING}) == Decision((FADE,))


def test_a_snooze_keeps_its_topic_silent_and_no_other():
    """What is snoozed waits; nothing of it is lost."""
    other = due(2, State.FADING, topic="names")
    snooze = Snooze("lamp", NOW + timedelta(days=1), "Ann", "push under way")
    assert decided(FADE, other, snoozes=[snooze]) == Decision((other,))
    assert decided(FADE, other, snoozes=[Snooze(None, NOW, "Ann", "holiday")]) == Decision()
