"""Talking HTTP with care: guarded addresses, bounded answers, time limits, and errors a source can act on."""

from .addresses import NotPublic, public, reached
from .answers import LARGEST_SKEW, Answer, TooLarge, check_clock, raise_for, refused, running
from .asking import MAX_BYTES, TIMEOUT_SECONDS, WHOLE_SECONDS, Adapter, Manners, fetch, session, tries, user_agent

__all__ = [
    "LARGEST_SKEW",
    "MAX_BYTES",
    "TIMEOUT_SECONDS",
    "WHOLE_SECONDS",
    "Adapter",
    "Answer",
    "Manners",
    "NotPublic",
    "TooLarge",
    "check_clock",
    "fetch",
    "public",
    "raise_for",
    "reached",
    "refused",
    "running",
    "session",
    "tries",
    "user_agent",
]
