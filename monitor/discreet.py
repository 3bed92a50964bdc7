"""What a process leaves behind when something breaks: places in the code, never what it had in memory.

Posts pass through memory only. A core dump would put them on the disk, and the words of an error that is no error of
ours may quote one.
"""

from __future__ import annotations

import ctypes
import logging
import sys
import threading
from types import TracebackType

from .errors import where

try:
    import resource
except ImportError:  # not a system with core dumps of this kind
    resource = None  # type: ignore[assignment]

_DUMPABLE = 4  # prctl's PR_SET_DUMPABLE
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def begin() -> None:
    """Leave no core dump, let no other process of the user read this one, and tell errors by their place only.

    Both halves are needed: the limit stops files, while a program that the system hands dumps to is not bound by it
    (core(5)). A child process inherits the limit; it has to begin by itself all the same. Call it again where loggers
    may have come since.
    """
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    if _LIBC is not None:
        _LIBC.prctl(_DUMPABLE, 0, 0, 0, 0)
    known = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    for handler in (handler for one in (logging.root, *known) for handler in one.handlers):
        if type(handler) is logging.StreamHandler:  # who put in another one knows why, here as below
            handler.addFilter(placed)
    if sys.excepthook is sys.__excepthook__:
        sys.excepthook = _stopped
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = _thread_stopped
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _left


def placed(record: logging.LogRecord) -> bool:
    """Where an error arose, in place of its traceback: a filter for log records that lets all of them through."""
    if record.exc_info:
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        record.msg, record.args = f"a bug ({where(error) if error else 'of no kind'}); please report this line", ()
        record.exc_info = record.exc_text = record.stack_info = None
    return True


def _stopped(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _say("stopped this", error)


def _thread_stopped(about: threading.ExceptHookArgs) -> None:
    if about.exc_value is not None and not isinstance(about.exc_value, SystemExit):
        _say("stopped a thread", about.exc_value)


def _left(about: sys.UnraisableHookArgs) -> None:
    if about.exc_value is not None:
        _say("was left aside", about.exc_value)


def _say(what: str, error: BaseException) -> None:
    if sys.stderr is not None:
        print(f"monitor: a bug {what} ({where(error)}); please report this line", file=sys.stderr)  # noqa: T201
