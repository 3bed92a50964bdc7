"""Bluesky: when a stream counts as having come to its end."""

from threading import Event as Flag
from types import SimpleNamespace
from typing import Any

import pytest

from monitor.errors import SourceError
from monitor.sources.bluesky.stream import Patience, Stream


class Scripted:
    """A connection that gives what it is told to, None for a wait in vain; its pings are answered or not."""

    def __init__(self, *script: bytes | None, answers: bool) -> None:
        self._script = list(script)
        self._answers = answers
        self.response = SimpleNamespace(headers={})

    def recv(self, timeout: float, *, decode: bool) -> bytes:
        """The next message."""
        found = self._script.pop(0) if self._script else None
        if found is None:
            raise TimeoutError
        return found

    def ping(self) -> Flag:
        """A flag that is set when the answer came."""
        pong = Flag()
        if self._answers:
            pong.set()
        return pong


def stream(*script: bytes | None, answers: bool) -> Stream:
    """A stream over a scripted connection."""
    connection: Any = Scripted(*script, answers=answers)
    return Stream(connection, Patience(idle=0, answer=0.05))


def test_posts_that_come_before_the_answer_are_read_on():
    """A burst after a pause stands before the answer to our question: it is no silence."""
    lines = stream(b"one", None, b"two", b"three", answers=False).lines()
    assert [next(lines), next(lines), next(lines)] == [b"one", b"two", b"three"]


def test_a_pause_with_an_answer_is_the_end_and_one_without_is_an_error():
    """Only who is still there can say that nothing more comes."""
    assert next(stream(answers=True).lines()) is None
    with pytest.raises(SourceError, match="fell silent"):
        next(stream(answers=False).lines())


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 99 Nov 2026 12:00:00 GMT"])
def test_a_date_that_cannot_be_read_is_none(date):
    """The other side's clock is used only where it is told."""
    open_stream = stream(answers=True)
    open_stream.date = date
    assert open_stream.their_time is None
