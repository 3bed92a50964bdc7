"""The tree of errors that a user can act on; everything else is a bug.

MonitorError
├── ConfigError    config.yaml or the command line is wrong
├── SourceError    a source refused, failed, or answered something unreadable
├── StoreError     the store cannot be opened, read or written
└── SendingError   a message could not be sent
"""

from __future__ import annotations

from datetime import datetime


class MonitorError(Exception):
    """Something went wrong that the user can do something about; the message says what."""


class ConfigError(MonitorError):
    """The configuration or the command line is wrong: nothing was done."""


class SourceError(MonitorError):
    """A source could not be read; `permanent` until a human acts, or to be tried at `retry_at`."""

    def __init__(self, message: str, *, permanent: bool = False, retry_at: datetime | None = None) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.retry_at = retry_at


class StoreError(MonitorError):
    """The store cannot be opened, read or written: what was stored before is still there."""


class SendingError(MonitorError):
    """A message could not be sent: it is kept and tried again."""


def where(error: BaseException) -> str:
    """What kind of error it is and where it arose, without its message: that may carry a piece of a post."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    if step is None:
        return type(error).__name__
    file = step.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    return f"{type(error).__name__} in {file} line {step.tb_lineno}"
