"""Crashes with posts in memory: at each stage of a round by an error that quotes a post, or by a signal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pkgutil import resolve_name
from typing import NoReturn
from unittest import mock

STAGES: Mapping[str, str] = {
    "parse": "monitor.sources.mastodon.answers:_post",
    "count": "monitor.record:tally",
    "record": "monitor.store.recording:Recording.add",
    "judge": "monitor.assess:judge",
    "notify": "monitor.notify:Notifier._letter",
    "show": "monitor.desk.today:page",
}


@contextmanager
def raising(stage: str, words: str) -> Iterator[None]:
    """A stage that stops with an error which quotes a post."""

    def broken(*_: object, **__: object) -> NoReturn:
        try:
            raise KeyError(words)
        except KeyError as error:
            raise RuntimeError(f"cannot make sense of {words!r}") from error

    with mock.patch(STAGES[stage].replace(":", "."), broken):
        yield


@contextmanager
def dying(stage: str, by: int) -> Iterator[None]:
    """A stage that does its work and then ends the process by a signal, with all the posts of a page in memory."""
    real: Callable[..., object] = resolve_name(STAGES[stage])

    def last(*arguments: object, **named: object) -> object:
        done = real(*arguments, **named)
        os.kill(os.getpid(), by)
        return done

    with mock.patch(STAGES[stage].replace(":", "."), last):
        yield
