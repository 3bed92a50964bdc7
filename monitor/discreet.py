"""What a process leaves behind when something breaks: places in the code, never what it had in memory.

Posts pass through memory only. A core dump would put them on the disk, and the words of an error that is no error of
ours may quote one. So may a line that a library logs; or it repeats what a stranger sent, or a colleague's address.
"""

from __future__ import annotations

import ctypes
import inspect
import logging
import sys
import threading
from types import TracebackType

from .errors import where

try:
    import resource
except ImportError:  # not a system with core dumps of this kind
    resource = None  # type: ignore[assignment]

_OURS = __name__.partition(".")[0]
_SEEN = "_seen_to"  # the mark of a record that a filter or the factory has been at
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
    if logging.lastResort is not None:  # it prints where nobody put in any
        logging.lastResort.addFilter(placed)
    if sys.excepthook is sys.__excepthook__:
        sys.excepthook = _stopped
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = _thread_stopped
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _left


def from_the_first() -> None:
    """See to every record of this process as it is made, so also for handlers that a library puts in later."""
    made = logging.getLogRecordFactory()

    def made_and_placed(*given: object, **named: object) -> logging.LogRecord:
        record = made(*given, **named)
        placed(record)
        return record

    logging.setLogRecordFactory(made_and_placed)


def placed(record: logging.LogRecord) -> bool:
    """Where an error or a library's line arose, in place of what it tells: a log filter that lets all of them through.

    Of a library's line the words that stand in its code are kept, without what they were filled with.
    """
    if getattr(record, _SEEN, False):
        return True
    setattr(record, _SEEN, True)
    if record.exc_info:
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        _tell(record, f"a bug ({where(error) if error else 'of no kind'}); please report this line")
    elif record.name.partition(".")[0] != _OURS:
        words = record.msg if _stands_in_the_code(record) else f"{record.levelname.lower()} without its words"
        _tell(record, f"{words} ({record.name}, {record.filename} line {record.lineno})")
    return True


def _tell(record: logging.LogRecord, words: str) -> None:
    record.msg, record.args = words, ()
    record.exc_info = record.exc_text = record.stack_info = None


def _stands_in_the_code(record: logging.LogRecord) -> bool:
    """Whether the message is a constant of the function that is logging it now, and nothing put together there."""
    frame = inspect.currentframe()
    while frame is not None and isinstance(record.msg, str):
        code = frame.f_code
        if (code.co_filename, code.co_name) == (record.pathname, record.funcName) and record.msg in code.co_consts:
            return True
        frame = frame.f_back
    return False


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
